### Putting a tournament right: who may do what, what will change, and why.

## Refusals: whom to ask

repairs-owners-only = That one is for whoever owns the server or the channel. Ask them, or ask them for a role: /tournament staff.
repairs-hosts-only = That one is for the tournament's host. Ask them, or ask them for a role: /tournament staff.
repairs-referees-only = That one is for the tournament's referees and hosts. Call them in the match's thread, with "Problem".
repairs-casters-only = That one is for the caster and the host. A host gives that role with /tournament staff.

## Refusals: what no longer fits

repairs-changed = Things have moved since, and I have touched nothing. Look where it stands now, then decide.
repairs-already-undone = That has been undone already. The desk shows the last acts: /tournament desk
repairs-no-clock = Nobody is waited for in this match, so there is no hour to push back. If they are playing, let them finish.
repairs-standstill = The tournament is paused and nothing runs. Resume it first: /tournament pause

## What Twitch chats read

repairs-chat-paused = The tournament takes a break: every countdown has stopped. Nothing is lost.
repairs-chat-resumed = The tournament goes on. !tournoi match tells you where you stand.

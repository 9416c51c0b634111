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
repairs-unknown-reason = I do not know this reason. Choose one from the list.
repairs-standstill = The tournament is paused and nothing runs. Resume it first: /tournament pause

## What Twitch chats read

repairs-chat-paused = The tournament takes a break: every countdown has stopped. Nothing is lost.
repairs-chat-resumed = The tournament goes on. !tournament match tells you where you stand.

## The commands: their names, and what they do

repairs-name-repair = repair
repairs-about-repair = Put a match or a seat right (referees)
repairs-name-undo = undo
repairs-about-undo = Undo something: what changes is shown first
repairs-name-reopen = reopen
repairs-about-reopen = Reopen a finished match, for a new score
repairs-name-forfeit = forfeit
repairs-about-forfeit = Somebody did not come: the other side goes on
repairs-name-withdraw = withdraw
repairs-about-withdraw = Withdraw somebody from the whole tournament
repairs-name-reinstate = reinstate
repairs-about-reinstate = Let somebody in again who had withdrawn
repairs-name-replace = replace
repairs-about-replace = Give somebody's seat to another person
repairs-name-late = late
repairs-about-late = Let one more person in
repairs-name-extend = extend
repairs-about-extend = More time, for one match or for all
repairs-name-swap = swap
repairs-about-swap = Swap two seats, before the first match
repairs-name-desk = desk
repairs-about-desk = The desk: what blocks, who is late, disputes, your last acts
repairs-name-pause = pause
repairs-about-pause = Pause the tournament, or resume it
repairs-name-staff = staff
repairs-about-staff = Who hosts, referees and casts
repairs-name-staff-role = role
repairs-about-staff-role = A role of this server that stands for host, referee or caster
repairs-name-staff-twitch = twitch
repairs-about-staff-twitch = May the channel's moderators referee?
repairs-name-staff-add = add
repairs-about-staff-add = Give somebody a role for this tournament
repairs-name-staff-remove = remove
repairs-about-staff-remove = Take a role back for this tournament
repairs-name-option-act = act
repairs-about-option-act = Which one, the newest first
repairs-name-option-match = match
repairs-about-option-match = Which match
repairs-about-option-match-or-all = Which match; without it, all in which somebody is waited for
repairs-name-option-player = player
repairs-about-option-player = Who
repairs-name-option-both = both
repairs-about-option-both = Neither of the two came
repairs-name-option-member = member
repairs-about-option-member = Somebody of this server
repairs-about-option-helper = Who helps
repairs-name-option-waiting = waiting
repairs-about-option-waiting = Or somebody from the waiting list
repairs-name-option-more = minutes
repairs-about-option-more = How many minutes more
repairs-name-option-one = one
repairs-name-option-other = other
repairs-name-option-duty = duty
repairs-about-option-duty = Host, referee or caster
repairs-name-option-role = role
repairs-about-option-role = Which one; without it, nobody by a role any more
repairs-name-option-moderators = moderators
repairs-about-option-moderators = Yes or no

## Who helps

repairs-duty-host = host
repairs-duty-referee = referee
repairs-duty-caster = caster
repairs-staff-roles = In this server these roles count for every tournament:
repairs-staff-twitch-yes = On Twitch the channel's moderators referee, too.
repairs-staff-event = For this tournament:
repairs-staff-nobody = Nobody has a role of their own for this tournament. The server's roles always count.

## The preview: nothing is done, nobody is told

# $what: the match or the act. $name, $one, $other, $newcomer: nicknames.
repairs-title-undo = **Undo** · { $what }
repairs-title-reopen = **Reopen** · { $what }
repairs-title-rule = { $name } wins · { $what }
repairs-title-forfeit = Forfeit of { $name } · { $what }
repairs-title-double = **Double forfeit** · { $what }
repairs-title-withdraw = Withdraw { $name } from the whole tournament
repairs-title-reinstate = Let { $name } in again
repairs-title-replace = **{ $newcomer }** takes the seat of { $name }
repairs-title-late = **{ $newcomer }** comes in
repairs-title-swap = **Swap the seats** of { $one } and { $other }
# $kept: results that stay. $cleared: matches that lose something. $people: those concerned.
repairs-preview = { $kept ->
        [0] No result to keep
        [one] One result kept
       *[other] { $kept } results kept
    } · { $cleared ->
        [0] nothing cleared
        [one] one match cleared
       *[other] { $cleared } matches cleared
    } · { $people ->
        [0] nobody to tell
        [one] one person to tell
       *[other] { $people } people to tell
    }
# $matches: a list of matches.
repairs-preview-cleared = To be played again: { $matches }
repairs-preview-decided = Decided by it: { $matches }
repairs-preview-keep = The pairings made since are kept.
repairs-preview-again = The pairings made since will be made again: none of them has started.
repairs-ask-why = Why? Choosing a reason does it; both sides will see it. Nothing is done before.
repairs-ask-nothing-yet = Nothing is done yet, nobody has been told.
repairs-button-do = Do it
repairs-button-leave = Leave it
repairs-button-keep = Keep the pairings
repairs-button-again = Pair again
repairs-button-undo = Undo this
repairs-left-alone = Nothing has changed.
repairs-done = Done. { $what }

## What was done, so that it can be undone

repairs-deed-score = Score
repairs-deed-disputed = Disputed score
repairs-deed-ruled = Ruling
repairs-deed-forfeit = Forfeit
repairs-deed-withdrawn = Withdrawal
repairs-deed-reinstated = Return
repairs-deed-late = Late entry
repairs-deed-replaced = Replacement
repairs-deed-swapped = Seats swapped
repairs-deed-drawn = Draw of the play-offs
repairs-deed-undone = Undoing
repairs-deed-other = Act

## More time, a break

# $minutes: a number. $count: how many matches.
repairs-extended = { $minutes } more minutes for { $count ->
        [one] this match
       *[other] { $count } matches
    }. The cards show it.
repairs-paused = The tournament is paused: every countdown has stopped, nobody is called.
repairs-resumed = It goes on: everybody has the time back that they had left.
repairs-pause-why = A break for everybody: nothing runs, nothing is lost. For which reason?
repairs-button-pause = Pause
repairs-button-resume = Resume
repairs-card-paused = ⏸ **Break**: every countdown has stopped, nothing is lost.
repairs-match-gone = – This match is no more: the pairings were made again.
repairs-podium-again = ⚠ A result is being looked at again: this podium waits for the end.

## The desk, for whoever runs the tournament

# $event: the tournament's name.
repairs-desk-head = ## Desk · { $event }
repairs-desk-paused = ⏸ Paused.
# $count: how many, the first of them below.
repairs-desk-disputes = **Disputes ({ $count })**
repairs-desk-late = **Late ({ $count })**
repairs-desk-troubles = **Flagged ({ $count })**
repairs-desk-blocking = **What is blocking ({ $count })**
repairs-desk-deeds = **Your last acts ({ $count })**
repairs-desk-calm = ✓ Nothing to do for now.
# $by: who gave the score. $winner: who wins by it.
repairs-desk-says = { $by } says { $winner } won, the other side says no
# $names: who is missing.
repairs-desk-missing = waiting for { $names }
# $count: how many matches or rounds wait for it.
repairs-desk-ahead = { $count ->
        [0] nobody waits for it
        [one] one match waits for it
       *[other] { $count } matches wait for it
    }
repairs-button-refresh = Refresh
# $name, $names: nicknames. $minutes: a number. $what: an act.
repairs-button-wins = { $name } wins
repairs-button-more = +{ $minutes } min: { $names }
repairs-button-forfeit = Forfeit: { $names }
repairs-button-undo-what = Undo: { $what }

## The mistake rate: figures of the event, never of a person

# $percent: "6.7". $wrong, $played, $late: numbers.
repairs-mistakes = Mistake rate: { $percent } % of matches played ({ $wrong } of { $played }) · { $late ->
        [0] no match started late
        [one] one match started late
       *[other] { $late } matches started late
    }
# $minutes: the median.
repairs-mistakes-wait = disputes settled in { $minutes } min

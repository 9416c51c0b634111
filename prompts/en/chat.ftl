### What hosts, referees and casters type in a channel's chat: one line, 180 characters.

## Refusals

chat-nobody-named = I see no such name in the tournament. Type how it begins, as in the bracket: !tournament bracket
chat-several-named = Several names begin like that. Type all of it, or their number in the bracket, such as #3.
chat-no-match = There is no match that this could be about. Look at what is being played: !tournament desk
chat-nothing-shown = Nothing waits for your yes. Type the command without "yes" first: I show what changes.
chat-no-reason = Say why, in a word: heard, proof, absent, mistake, conduct, asked or technical. For instance: !tournament rule yes proof
chat-bad-minutes = Say how many minutes, from 1 to 1440. For instance: !tournament extend 10

## The preview: nothing is done, nobody is told

# $what: a match or an act. $name, $other: names.
chat-undo = Undo: { $what }
chat-reopen = Reopen: { $what }
chat-rule = { $name } wins against { $other }
chat-forfeit = { $name } forfeits
chat-withdraw = Take { $name } out of the whole tournament
chat-reinstate = Bring { $name } back
# $kept: results that stay. $cleared: matches that lose something. $people: who it is about.
chat-preview = { $kept ->
        [0] No result kept
        [one] One result kept
       *[other] { $kept } results kept
    }, { $cleared ->
        [0] nothing cleared
        [one] one match cleared
       *[other] { $cleared } matches cleared
    }, { $people ->
        [0] nobody to tell
        [one] one person to tell
       *[other] { $people } people to tell
    }.
chat-keep = What was drawn since is kept.
chat-again = What was drawn since will be drawn again.
# $matches: one or two matches.
chat-cleared = To be played again: { $matches }.
# $verb: the command.
chat-confirm = To do it: !tournament { $verb ->
        [undo] undo
        [reopen] reopen
        [forfeit] forfeit
        [withdraw] withdraw
       *[other] reinstate
    } yes
chat-confirm-why = To do it: !tournament rule yes proof (or mistake…)
chat-done = Done. { $what }.

## The desk

# $count: how many. $matches: the first two. $match: a match.
chat-paused = ⏸ Paused.
chat-disputes = Disputes ({ $count }): { $matches }.
chat-late = Late ({ $count }): { $matches }.
chat-blocking = Blocking: { $match } ({ $count ->
        [0] nobody waits behind it
        [one] one match waits behind it
       *[other] { $count } matches wait behind it
    }).
# $minutes: a number. $count: how many matches.
chat-extended = { $minutes } min more for { $count ->
        [one] one match
       *[other] { $count } matches
    }.
chat-suspended = Everything stands still, nothing is lost. To go on: !tournament resume

## The stream

# $match: a match. $name: a name.
chat-kept = kept
chat-hold-how = To keep it: !tournament hold { $name }
chat-held = Kept for the stream: { $match }. To let it be played: !tournament release { $name }
chat-released = It is free and can be played: { $match }.

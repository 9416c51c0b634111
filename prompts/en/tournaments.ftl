### Tournaments. Short and friendly; nobody is ever congratulated on having beaten somebody.

## The templates

tournaments-template-friday-8 = Friday 8, in one hour
tournaments-template-cup-16 = Cup of 16
tournaments-template-cup-32 = Cup of 32
tournaments-template-open-64 = Open of 64
tournaments-template-double-16 = 16, with a second chance
tournaments-template-double-256 = 256, with a second chance
tournaments-template-groups-16 = Four groups, then a bracket of 8
tournaments-template-swiss-32 = Swiss for 32, then the top 8
tournaments-template-arena-45 = Arena, 45 minutes
tournaments-template-kart-night = Kart night, in lobbies

## Refusals: registration and check-in

tournaments-registration-closed = Registration is closed. The command "tournament match" tells you what can still be played here.
tournaments-already-entered = Already done: you are on the list. The tournament will call you here for what comes next.
tournaments-not-entered = You are not on the list of this tournament. If it is still open, "I'm in" puts you there.
tournaments-check-in-not-open = Too early to check in: the tournament will call you here.
tournaments-check-in-over = Too late: the draw is made. Tell the staff, a seat may still come free.
tournaments-unknown-template = I do not know this kind of tournament. Choose one from the list.
tournaments-unknown-game = I do not know this game. Choose one from the list.
tournaments-nothing-to-choose = There is nothing to choose now. Play the game, the rest comes after it.
tournaments-not-your-turn = It is the other side's turn to choose. Yours comes right after.
tournaments-already-taken = This map is already taken or banned. Choose another one.
tournaments-not-a-choice = This choice does not exist here. Use one of the buttons.
tournaments-too-few = It takes at least two to play. Wait for more people, or move the hour with "tournament edit".
tournaments-too-many = A bracket has 4096 seats at most. Make two tournaments, or choose fewer seats.
tournaments-bad-groups = There must be at least one group, and enough people for each. Take fewer groups.
tournaments-bad-points = From first to last, points can only go down, and never below zero. Put the list in that order.
tournaments-bad-tiebreaks = Each tie-break counts once, and the last one is the starting order or the draw of lots. Put the list that way.

## Refusals: teams

tournaments-unknown-team = This team does not exist, or not any more. Look at the list of teams, or create yours.
tournaments-one-team-each = One team each in this tournament. Leave the first one before you join another: "tournament team leave".
tournaments-team-full = This team is full. Look at the other teams, or sign up without one: I will propose you a team.
tournaments-by-invitation = This team is joined by invitation: ask its captain.
tournaments-captain-only = Only the captain can change the team. Ask them, or the staff.
tournaments-not-in-team = This person does not have that place in the team. Look at its roster to see who is in it.
tournaments-roster-locked = Rosters are locked. If somebody is missing, call the staff: one person may still step in before the match.
tournaments-not-agreed = The other side or the staff must agree first. Ask in the thread of the match.

## Refusals: while playing

tournaments-not-now = That cannot be done at this point of the tournament. The command "tournament match" tells you where it stands.
tournaments-not-playing = This is not your match, or not any more. The command "tournament match" tells you where you stand.
tournaments-others-now = This button is from before a correction: this match is another one by now, and I have noted nothing. The command "tournament match" tells you where you stand.
tournaments-another-score = The score has changed meanwhile, and I have noted nothing. Look at the new one, then answer: the command "tournament match" shows it.
tournaments-unknown-match = This match is not in the bracket. Choose one from the list.
tournaments-unknown-entrant = This person does not play in this tournament. Choose a name from the list.
tournaments-not-open = A little patience: this match waits for the one before, to be finished or played again. The command "tournament match" tells you where you stand.
tournaments-already-called = This match has started already. Go to its thread: the command "tournament match" leads there.
tournaments-already-reported = A score has been given: the other side has to answer. Unanswered, it will stand by itself.
tournaments-already-settled = This match is over. If the score is wrong, call the staff.
tournaments-in-dispute = The score is disputed: the staff will decide. Tell your side in the match's thread, a picture helps.
tournaments-nothing-reported = This match has no score, or not any more. The command "tournament match" tells you where you stand.
tournaments-own-report = It is for the other side to answer this score. A mistake? "Take my score back" undoes it.
tournaments-others-report = The other side gave this score. If it is wrong, answer "Not right"; if it counts already, call the staff.
tournaments-bad-score = This score does not go with this result. Write your own games first, for example 2-1.
tournaments-already-out = This tournament is already over for you. The command "tournament list" shows the next ones.
tournaments-not-withdrawn = This person has not left the tournament: nobody to take back. Choose somebody from the list.
tournaments-too-late = Too late: play has moved on. Call the staff.
tournaments-no-seat = No seat is free in the bracket any more. Somebody can still be replaced: "tournament repair replace".
tournaments-not-next = This seat is not the next one to take. Take the one after the last.
tournaments-nothing-to-undo = There is nothing to undo. The desk shows the last acts: "tournament desk".
tournaments-on-hold = This match is kept for the stream. It starts when it is released.
tournaments-busy = One of the two is still in another match. This one comes next.
tournaments-begun = This match has begun: it can only be ruled on now, with "tournament repair rule".
tournaments-no-draws = There are no draws here: play on, or tell who won.
tournaments-bad-order = There are several of you in this one: tell the order of arrival with the button in its thread, everybody once, the first one first.
tournaments-bad-pairs = Everybody who is still in has to stand there, once each. Make the pairs anew that way.
tournaments-no-rounds = This tournament is not paired round by round: its matches follow one another by themselves, nothing else to do.
tournaments-round-open = Some matches have no result yet: the rest waits for them. The desk says which: "tournament desk".
tournaments-stage-over = That stage is over: nothing more is paired in it. The command "tournament standings" tells you who goes on.
tournaments-no-arena = Only an arena has breaks. To stop here: "tournament leave".
tournaments-declined = These players would rather play without the stream. Choose another match.
tournaments-waited = This match has waited for the stream as long as it may. Choose another match.
tournaments-not-early = Too late to change seats: a match has been called. Somebody can still be replaced: "tournament repair replace".

## The picture of the bracket: short words, they must fit on a card

tournaments-picture-final = Final
tournaments-picture-semi-finals = Semi-finals
tournaments-picture-quarter-finals = Quarter-finals
# $round: the number of the round.
tournaments-picture-round = Round { $round }
tournaments-picture-third = Third place
tournaments-picture-champion = Winner
tournaments-picture-bye = passes this round
tournaments-picture-unknown = to come
tournaments-picture-empty = empty seat
tournaments-picture-forfeit = forfeit
tournaments-picture-ready = to play
tournaments-picture-live = live
tournaments-picture-reported = to confirm
tournaments-picture-disputed = disputed
# $title: the name of the tournament.
tournaments-picture-about = The bracket of { $title }. The list beside it has the same matches.

## The bracket as text, line by line: for screen readers and the picture's caption

# $name: who passes. $one, $other, $winner, $loser: the two sides. $score: "2 – 1".
tournaments-outline-bye = → { $name } passes this round
tournaments-outline-waiting = { $one } – { $other }
# $state: "live", "to play", "to confirm" or "disputed".
tournaments-outline-now = { $one } – { $other }: { $state }
tournaments-outline-score = ✓ { $winner } { $score } { $loser }
tournaments-outline-won = ✓ { $winner } – { $loser }
tournaments-outline-forfeit = ✓ { $winner } – { $loser } (not played)
tournaments-outline-nobody = { $one } – { $other }: nobody moves on
tournaments-outline-champion = The tournament goes to { $name }.
tournaments-outline-drawn = { $one } – { $other }: a draw
tournaments-outline-drawn-score = { $one } { $score } { $other }: a draw
# $place: "1" or "3–4". $points, $wins: in figures, sometimes with a ½.
tournaments-outline-row = { $place }. { $name } · points: { $points } · wins: { $wins }
tournaments-outline-place = { $place } · { $name } · wins: { $wins }

## The other formats: names of rounds, tables and what they mean

# $round: the number of the round.
tournaments-picture-playoff-round = Play-offs, round { $round }
tournaments-picture-winners-final = Winners' final
tournaments-picture-winners-semi-finals = Winners' semi-finals
tournaments-picture-winners-round = Winners' round { $round }
tournaments-picture-losers-final = Losers' final
tournaments-picture-losers-round = Losers' round { $round }
tournaments-picture-grand-final = Grand final
tournaments-picture-second-final = Grand final, second match
tournaments-picture-arena = Arena
tournaments-picture-twice = Whoever comes from the losers' bracket must win the grand final twice.
tournaments-picture-standings = Standings
# $group: a letter. $lobby: a number.
tournaments-picture-group = Group { $group }
tournaments-picture-lobby = lobby { $lobby }
tournaments-picture-player = Nickname
tournaments-picture-points = Points
tournaments-picture-wins = Wins
tournaments-picture-left = withdrew
tournaments-picture-through = ▸ goes on to the play-offs
tournaments-picture-more = { $count ->
        [one] And one more row on the page.
       *[other] And { $count } more rows on the page.
    }
tournaments-picture-legend-cross = Each row against each column: ✓ won, – lost, = a draw, … to play.
tournaments-picture-legend-rounds = One column for each round: ✓ won, – lost, = a draw, … in play, → passes this round. The number is the opponent's row.
tournaments-picture-legend-lobbies = One column for each round: the points of that round. ✓ first place of the lobby.
# $keys: the list, in its order.
tournaments-picture-level = Level on points, in this order: { $keys }.
# $name: a nickname. $title: the name of the tournament.
tournaments-picture-path-about = The way of { $name } through { $title }.
tournaments-picture-podium-about = The podium of { $title }.
# $round: "Semi-finals".
tournaments-path-now = Now · { $round }
tournaments-path-next = Next · { $round }
tournaments-path-if-won = With a win · { $round }
tournaments-path-if-lost = With a loss · { $round }
# What parts those who are level: heads of columns, and below each table.
tournaments-tiebreak-points = points
tournaments-tiebreak-head-to-head = result between those who are level
tournaments-tiebreak-buchholz = points of the opponents met
tournaments-tiebreak-buchholz-cut1 = points of the opponents met, without the weakest
tournaments-tiebreak-median-buchholz = points of the opponents met, without the weakest and the strongest
tournaments-tiebreak-sonneborn-berger = points of the opponents beaten
tournaments-tiebreak-wins = wins
tournaments-tiebreak-game-diff = game difference
tournaments-tiebreak-game-for = games won
tournaments-tiebreak-seed = starting order
tournaments-tiebreak-lot = draw of lots, published seed

## Refusals: running an evening

tournaments-none-here = There is no tournament here at the moment. The command "tournament list" tells you what is coming.
tournaments-not-in-a-place = That is done in a server, not in private. Go to the tournament's channel and type it again.
tournaments-bad-hour = The start must be between one minute and 60 days from now. Choose another time.
tournaments-bad-name = This tournament needs a name, of 60 characters at most. Write a shorter one.
tournaments-bad-size = A tournament has between 2 and 4,096 seats. Choose a number between the two.
tournaments-bad-best-of = A match is played as the best of 1, 3, 5 or 7. Choose one of these.
tournaments-not-running = This tournament is not being played at the moment. The command "tournament list" tells you what is coming.
tournaments-already-drawn = The draw is already made. What comes next is the command "tournament start".
tournaments-own-match = That is your own match: ask another host.
tournaments-score-unreadable = I could not read that score. Write it like this, your own games first: 2-1.
tournaments-say-here = First say that you are here for this match, then the score.

## The commands: their names, and what they do

tournaments-name-tournament = tournament
tournaments-about-tournament = The tournaments of this place
tournaments-name-create = create
tournaments-about-create = Announce a tournament in this channel
tournaments-name-list = list
tournaments-about-list = The tournaments of this place
tournaments-name-join = join
tournaments-about-join = Sign up
tournaments-name-leave = leave
tournaments-about-leave = Leave the tournament
tournaments-name-match = match
tournaments-about-match = Your next match
tournaments-name-check-in = check-in
tournaments-about-check-in = Say that you are here
tournaments-name-score = score
tournaments-about-score = Give the score of your match
tournaments-name-confirm = confirm
tournaments-about-confirm = Say that the score given is right
tournaments-name-dispute = dispute
tournaments-about-dispute = Say that the score given is not right
tournaments-name-bracket = bracket
tournaments-about-bracket = The bracket, as a list and as a picture
tournaments-name-standings = standings
tournaments-about-standings = Who stands where, and your own path
tournaments-name-start = start
tournaments-about-start = Draw and start the matches now (host)
tournaments-name-rule = rule
tournaments-about-rule = Say who wins a match (host)
tournaments-name-cancel = cancel
tournaments-about-cancel = Call the tournament off (host)
tournaments-name-overlay = overlay
tournaments-about-overlay = A new address for OBS (host)
tournaments-name-option-name = name
tournaments-about-option-name = The tournament's name
tournaments-name-option-template = template
tournaments-about-option-template = The format of the evening
tournaments-name-option-size = size
tournaments-about-option-size = The number of seats, 2 to 4096
tournaments-name-option-best-of = best-of
tournaments-about-option-best-of = How many games a match has at most
tournaments-name-option-tournament = tournament
tournaments-about-option-tournament = Which one, if there are several
tournaments-name-option-score = score
tournaments-about-option-score = Your own games first: 2-1, 0-2. Or: won, lost
tournaments-name-option-winner = winner
tournaments-about-option-winner = Who wins, among the matches in play
tournaments-name-option-reason = reason
tournaments-about-option-reason = Why: both sides will see it

tournaments-name-stream = stream
tournaments-about-stream = What goes on the stream (caster)
tournaments-name-stream-queue = queue
tournaments-about-stream-queue = The matches to show, and why
tournaments-name-stream-hold = hold
tournaments-about-stream-hold = Keep a match for the stream
tournaments-name-stream-release = release
tournaments-about-stream-release = Let a match be played that was kept for the stream
tournaments-name-stream-hide = hide
tournaments-about-stream-hide = Keep a name off the overlays, or show it again
tournaments-name-option-match = match
tournaments-about-option-match = Which one, by the name of somebody who plays it
tournaments-name-option-player = player
tournaments-about-option-player = The name of whoever plays

## The stream's queue: one card, private, with its buttons

tournaments-stream-title = **To show on the stream**
tournaments-stream-empty = No match is waiting at the moment.
tournaments-stream-more = { $count ->
        [one] And one more match, with the command.
       *[other] And { $count } more matches, with the command.
    }
# Why this match: a few words, one after the other.
tournaments-why-held = **kept**
tournaments-why-asked = they would like it
tournaments-why-late = the last four
tournaments-why-rematch = a rematch
tournaments-why-undefeated = nobody has lost yet
tournaments-why-seeds = one of the first four on the list
# $match: "Ada – Bo". $name: a nickname.
tournaments-button-hold = Keep { $match }
tournaments-button-release = Play now: { $match }
tournaments-button-hide = Hide { $name }
tournaments-button-unhide = Show { $name }
tournaments-button-on-stream = On the stream?
tournaments-no-stream = Noted: you play without the stream, from now on.
tournaments-wished = Noted: the caster sees that this match would like to be shown.
tournaments-hidden = This name is on the overlays no more: a number stands there.
tournaments-unhidden = This name is on the overlays again.

## Why a host decides

tournaments-reason-heard = both sides were heard
tournaments-reason-proof = an image shows it
tournaments-reason-absent = somebody was not there
tournaments-reason-mistake = the score was wrong
tournaments-reason-conduct = fair play
tournaments-reason-asked = the players asked for it
tournaments-reason-technical = a technical problem

## The tournament's card, in the channel

# $event: the tournament's name. $size: the number of seats. $best: games in a match.
# $starts, $opens, $closes: hours that Discord shows in its own way. $waiting: those in line.
tournaments-card-registration =
    ○ **Registration is open** · starts { $starts }
    {"**"}{ $entered }** of { $size } on the list{ $waiting ->
        [0] {""}
       *[other] {" "}· { $waiting } in line
    }
    Check-in { $opens }. Signing up commits you to nothing else.
tournaments-card-check-in =
    ● **Time to say “I'm here”**, until { $closes }
    {"**"}{ $here }** of { $entered } are here{ $waiting ->
        [0] {""}
       *[other] {" "}· { $waiting } in line
    } · starts { $starts }
tournaments-card-too-few = ⚠ There are not yet two people here. The tournament waits for a host: { $command } once there are more.
tournaments-card-drawn =
    ○ **The draw is made**: { $count ->
        [one] { $count } player
       *[other] { $count } players
    } in the bracket
    First matches { $starts }. Each match will have its thread, with its card.
# $round: "Semi-finals".
tournaments-card-running =
    ● **In play** · { $round }
    { $left ->
        [one] One match to go
       *[other] { $left } matches to go
    } · { $count ->
        [one] { $count } player
       *[other] { $count } players
    } in the bracket
tournaments-card-finished = ✓ **Over.** The tournament is **{ $name }**'s.
tournaments-card-nobody = ✓ **Over**, without a winner tonight.
tournaments-card-cancelled = ✗ **Called off by the hosts.** Nothing to do on your side.
# $seal: a fingerprint, before the draw; $secret: what it was made from, after. Anyone can check.
tournaments-card-sealed = -# The draw is sealed beforehand: { $seal }
tournaments-card-unsealed = -# Check the draw: { $seal } is the SHA-256 fingerprint of “{ $secret }”
tournaments-thread = Matches · { $event }
# The thread of a match, private as a rule. $round: "Semi-finals". $match: its number, "W2.1".
tournaments-room = { $round } · { $match } · { $event }
# For the hosts, where there cannot be a thread for each match: what is missing, and where to change it.
tournaments-card-rooms-refused = -# For the hosts: the matches share a thread. I lack “Create Private Threads” or “Send Messages in Threads”: Edit Channel → Permissions → my role.
tournaments-card-rooms-full = -# For the hosts: Discord opens no more threads for now, the next matches share one. Archiving old threads helps.
tournaments-card-rooms-channel = -# For the hosts: this kind of channel has no private threads, the matches share one. A text channel would have them.
# The podium, posted once. $name: a nickname.
tournaments-podium-title = ## Podium · { $event }
tournaments-podium-first = 🥇 **{ $name }**
tournaments-podium-second = 🥈 { $name }
tournaments-podium-third = 🥉 { $name }
tournaments-podium-thanks = Thank you all for playing: { $count ->
        [one] { $count } player
       *[other] { $count } players
    }, { $matches ->
        [one] { $matches } match
       *[other] { $matches } matches
    }.

## The buttons

tournaments-button-join = I'm in
tournaments-button-leave = Leave
tournaments-button-here = I'm here
tournaments-button-mine = My match
tournaments-button-bracket = The bracket
tournaments-button-page = Full size
tournaments-button-won = I won
tournaments-button-lost = I lost
tournaments-button-ok = That's right
tournaments-button-not-right = Not right
tournaments-button-take-back = Take my score back
tournaments-button-without-stream = Play without stream
tournaments-button-pause = Take a break
tournaments-button-resume = Come back
tournaments-button-cannot = I can't make it
tournaments-button-problem = Problem
# $name: whom the host declares the winner.
tournaments-button-rule = { $name } wins
# The small window that asks for the score.
tournaments-form-title = The match's score
tournaments-form-score = Your own games first, 2-1 for instance

## A match's card, in the thread

# $round: "Round 1". $one, $other: the two sides. $best: games in a match.
tournaments-match-head =
    {"**"}{ $round }** · { $one } against { $other }{ $best ->
        [one] {""}
       *[other] {" "}· best of { $best }
    }
tournaments-match-head-lobby = {"**"}{ $round }** · { $players }
# A grand final. $name: whoever comes from the losers' bracket.
tournaments-match-twice = -# { $name } comes from the losers' bracket and must win twice. The other side, once.
tournaments-match-last = -# Second match of the grand final: whoever wins it wins the tournament.
tournaments-match-called = ● Your turn! Say “I'm here”. The call ends { $until }.
# $name: who is here. $missing: who is not yet.
tournaments-match-half = ● { $name } is here. { $missing }, we are waiting for you: the call ends { $until }.
tournaments-match-late = ◷ Late: still waiting for { $missing }. Come and say "I'm here"; the staff may give more time. Otherwise it is a forfeit { $until }.
tournaments-match-late-asked = ◷ Late: still waiting for { $missing }. Come and say "I'm here"; the staff decides what comes next.
tournaments-match-held = ◇ Kept for the stream, about { $minutes } minutes. You may refuse: one click, and you play at once.
tournaments-match-live = ● In play. When it is over, say here who won: one tap will do.
# $name: who gave the score. $winner: who wins by that score. $other: who is asked.
tournaments-match-reported = ○ { $name } says: { $winner } wins. { $other }, is that right? Without an answer it stands { $until }.
tournaments-match-reported-score = ○ { $name } says: { $winner } wins { $score }. { $other }, is that right? Without an answer it stands { $until }.
tournaments-match-disputed = ⚠ The two sides disagree. A host will decide; the other matches go on.
tournaments-match-won = ✓ { $winner } wins.
tournaments-match-won-score = ✓ { $winner } wins { $score }.
tournaments-match-passes = ✓ { $winner } goes on without playing.
tournaments-match-nobody = – Nobody came: the match is closed.
tournaments-match-ruled = -# Decided by a host: { $reason }.
tournaments-match-waiting = ○ Waiting: the match before it is to be played again.
# Before the draw, in the channel. $who: the mentions, and nobody else. $until: the hour, in seconds.
tournaments-remind = { $who } · it is time to say "I'm here" on the tournament's card. Check-in ends <t:{ $until }:R>.
tournaments-called-up = { $who } · a place is free: you are in! If it is not done yet, say "I'm here" on the tournament's card.
# The stream, in the thread of the match. $who: the mentions. $minutes: a number.
tournaments-kept = { $who } · your match is kept for the stream, about { $minutes } minutes. You may refuse on the card of this thread.
tournaments-freed = { $who } · your turn: "I'm here", on the card of this thread.
# A reminder in the thread, for whoever is missing and nobody else. $who: the mentions. $until: the hour, in seconds.
tournaments-ping = { $who } · your match is waiting: "I'm here", on the card of this thread. The call ends <t:{ $until }:R>.
# $what: what was flagged: absent, lobby, score or other.
tournaments-match-flagged = ⚑ Flagged for the hosts: { $what ->
        [absent] somebody is missing.
        [lobby] the game does not start.
        [score] the score needs a look.
       *[other] something is wrong.
    }
# After “Problem”: four buttons, nothing to type.
tournaments-problem-ask = What is wrong? One button is enough: the hosts will see it on the match's card.
tournaments-trouble-absent = The other side isn't here
tournaments-trouble-lobby = The game doesn't start
tournaments-trouble-score = The score is wrong
tournaments-trouble-other = Something else
tournaments-match-cancelled = ✗ The tournament is called off.
# Somebody whose nickname is not shown. $number: their number in the bracket.
tournaments-somebody = Player no. { $number }

tournaments-next-standstill = The tournament is paused: no rush, your match goes on from where it was.
tournaments-next-queued = Your next match: against { $opponent }, around { $until }. One of you finishes another match first.
tournaments-next-held = Your match against { $opponent } is kept for the stream, about { $minutes } minutes. You may refuse: you then play at once.
tournaments-next-rests = You pass this round. Your next match is around { $until }.
tournaments-next-between = You have played your part of this round. The next one starts around { $until }.
tournaments-next-arena = The arena is looking for your next opponent: a matter of seconds.
tournaments-next-paused = You are taking a break. Come back whenever you like: your points are kept.
tournaments-next-twice = Grand final: you come from the losers' bracket, so you must win twice.
# After "it is over": another tournament here that one may still enter. $event: its name.
tournaments-next-also = There is also { $event } here, { $until }: the door is open.

## "My match" in a chat: 180 characters at most, the verb first

tournaments-brief-nothing = Watch out for the next one: nothing is planned for you here.
tournaments-brief-invited = Type !tournament to play: { $event }, { $until }.
tournaments-brief-entered = Come back { $until }: you are on the list of { $event }.
tournaments-brief-asked-here = Type !tournament ok: { $event } is about to start. Check-in ends { $until }.
tournaments-brief-waiting = Hold on: you are no. { $place } on the waiting list of { $event }. It starts { $until }.
tournaments-brief-missed = Watch out for the next one: the check-in of { $event } went by without you.
tournaments-brief-drawn = Play { $opponent } { $until }: it is your first match.
tournaments-brief-bye = Hold on: you pass the first round. Your match is expected { $until }.
tournaments-brief-to-play = Play { $opponent } ({ $round }): type !tournament ok. The call ends { $until }.
tournaments-brief-twice = Play the grand final against { $opponent } and win it twice: you come from the losers' side. Type !tournament ok, the call ends { $until }.
tournaments-brief-here = Wait for { $opponent }: you are here, noted. The call ends { $until }.
tournaments-brief-live = Play { $opponent } ({ $round }), then type !tournament score 2-1, your games first.
tournaments-brief-sent = Wait for { $opponent }: your score is sent, confirmed by itself { $until }. To take it back: !tournament score undo
tournaments-brief-asked = Answer { $opponent }: !tournament score ok if that is right, !tournament score no if not. Confirmed { $until } otherwise.
tournaments-brief-disputed = Wait for the staff, who will decide your match against { $opponent }.
tournaments-brief-standstill = Hold on: the tournament is paused, your match goes on from where it was.
tournaments-brief-queued = Hold on: your match against { $opponent } is expected { $until }.
tournaments-brief-ahead = Wait for { $one } – { $other } ({ $state }): you play whoever wins. Expected { $until }.
tournaments-brief-ahead-lost = Wait for { $one } – { $other } ({ $state }): you play whoever loses. Expected { $until }.
tournaments-brief-later = Hold on: your opponent is not known yet. Your match is expected { $until }.
tournaments-brief-held = Wait for the stream, about { $minutes } min, to play { $opponent }. To do without it: !tournament refuse
tournaments-brief-rests = Take a breath: you pass this round. Your next match is expected { $until }.
tournaments-brief-between = Take a breath: the next round is expected { $until }.
tournaments-brief-arena = Stay around: the arena is looking for your opponent, a matter of seconds.
tournaments-brief-paused = Type !tournament to come back: you are taking a break, your points are kept.
tournaments-brief-out = Take a rest, this bracket is over for you: { $rank }–{ $last }. Well played.
tournaments-brief-out-one = Take a rest, this bracket is over for you: place { $rank }. Well played.
tournaments-brief-also = Type !tournament for { $event }.
tournaments-brief-champion = { $gender ->
       *[other] Enjoy it: that was the final, the tournament is yours.
    }
# Of a lobby: how many others are in it.
tournaments-brief-lobby = { $count ->
        [one] { $count } other
       *[other] { $count } others
    }

## The answers, private on Discord, short on Twitch (180 characters at most)

# $place: their rank on the list. $starts, $opens, $until, $closes: an hour, or "in 5 min".
tournaments-joined = You're in: { $entered } of { $size }. It starts { $starts }. Come back to say “I'm here” { $opens }.
tournaments-joined-here = You're in, and I note that you're here: { $entered } of { $size }. It starts { $starts }.
tournaments-joined-again = You're on the list already. It starts { $starts }.
tournaments-in-line = It's full: you are no. { $place } in line. Say “I'm here” during check-in, seats free up.
tournaments-in-line-hope = It is full: you are no. { $place } on the waiting list. On average here, { $frees ->
        [one] one place frees up
       *[other] { $frees } places free up
    } at check-in: say "I'm here" then.
tournaments-came-in = You're in the arena: your first opponent is on the way.
tournaments-came-back = Back in the arena: your next opponent is on the way.
tournaments-left = Noted, you are off the list. You can come back as long as it's open.
tournaments-withdrew = Noted: you withdraw, your opponent goes on.
tournaments-checked-in = Got it, you're here. It starts { $starts }.
tournaments-checked-in-waiting = Got it. You are no. { $place } in line: if a seat frees up, it's yours.
tournaments-arrived = Got it, you're here. We wait for { $opponent }: the call ends { $until }.
tournaments-arrived-both = You are both here: on you go against { $opponent }!
tournaments-reported = Score sent. { $opponent } may answer; otherwise it stands { $until }.
tournaments-reported-lost = Noted, { $opponent } goes on. Well played all the same.
tournaments-reported-won = Noted: the win is yours.
tournaments-confirmed = Confirmed, thank you.
# $what: what was flagged. What comes next, and what can be done meanwhile.
tournaments-flagged = { $what ->
        [lobby] It's flagged for the hosts, who see this match. Meanwhile, try again: there is no rush.
        [score] It's flagged. If a score awaits your answer, “Not right” stops the match and a host decides.
       *[other] It's flagged for the hosts, who see this match. You can go on playing.
    }
tournaments-flagged-absent = It's flagged. Once you have said “I'm here”, you go through at the end of the call { $until } if nobody comes.
tournaments-contested = Noted. A host will decide, there is nothing else to do.
tournaments-taken-back = Your score is taken back. You may give another one.
tournaments-created =
    Announced: **{ $event }**, starting { $starts }. The page to share: { $page }
    For OBS, to keep to yourself (browser source, 1920 × 1080):
    { $now }
    { $bracket }
tournaments-new-overlay =
    New addresses for OBS; the old ones show nothing more:
    { $now }
    { $bracket }
tournaments-started = Off it goes: each match has its thread.
tournaments-called-off = Called off. The card tells everybody.
tournaments-ruled = Decided. Both sides see the reason.
tournaments-list-empty = Nothing planned here at the moment.
# One line of the list. $state: how far the tournament has come.
tournaments-list-line = {"**"}{ $event }** · { $state } · { $entered } of { $size } · { $starts }
tournaments-state-registration = registration open
tournaments-state-check-in = check-in
tournaments-state-closed = drawn
tournaments-state-running = in play
tournaments-state-finished = over
tournaments-state-cancelled = called off
# On Twitch, instead of an hour. $minutes: a number.
tournaments-in-minutes = { $minutes ->
        [0] right now
       *[other] in { $minutes } min
    }
tournaments-on-page = The bracket, live: { $page }

## "My match": one answer, the same everywhere

tournaments-next-nothing = Nothing planned for you here. As soon as a tournament is announced, you will see it.
# $event: the tournament's name.
tournaments-next-invited = Next tournament: { $event }, { $until }. You can still sign up.
tournaments-next-entered = You are on the list of { $event }. It starts { $until }.
tournaments-next-asked-here = Say that you are here: { $event } is about to start. Check-in ends { $until }.
tournaments-next-waiting = You are no. { $place } in line for { $event }. It starts { $until }.
tournaments-next-missed = Check-in of { $event } went by without you. See you at the next one!
# $opponent: a nickname. $round: "Round 1". $best: games in a match.
tournaments-next-drawn = Your first match: against { $opponent }, { $until }.
tournaments-next-bye = You pass the first round. The next one around { $until }, as soon as your opponent is known.
tournaments-next-to-play = Your match: against { $opponent }, { $round }, { $best ->
        [one] one game
       *[other] best of { $best }
    }. It's now: say that you're here. The call ends { $until }.
tournaments-next-here = Your match: against { $opponent }, { $round }. You're here, we wait for the other side: the call ends { $until }.
tournaments-next-live = Your match: against { $opponent }, { $round }. It's now; when it's over, give the score.
tournaments-next-sent = Score sent for your match against { $opponent }. It stands { $until }.
tournaments-next-asked = { $opponent } gave a score: say whether it's right. Without an answer it stands { $until }.
tournaments-next-disputed = Your match against { $opponent } waits for a host to decide.
# $one, $other: those who play before. $state: "in play", "to play"...
tournaments-next-ahead = You play the winner of { $one } – { $other } ({ $state }). Around { $until }.
tournaments-next-ahead-lost = You play the loser of { $one } – { $other } ({ $state }). Around { $until }.
tournaments-next-later = Your next opponent is not known yet. Your match, around { $until }.
# $rank, $last: the shared places, as text.
tournaments-next-out = That's it for this bracket: places { $rank } to { $last }. Well played.
tournaments-next-out-one = That's it for this bracket: place { $rank }. Well played.
# $gender: the agreement they chose, if any.
tournaments-next-champion = { $gender ->
       *[other] That was the final: the tournament is yours.
    }
# Below the answer, on Discord. $thread: the link of the thread.
tournaments-next-thread = It's here: { $thread }

## What chats on Twitch read, one line at a time

# $event: the tournament's name. $minutes: a number.
tournaments-chat-open = Tournament { $event }: starts in { $minutes } min. Type !tournament to play, from this chat or the Discord.
tournaments-chat-check-in = Check-in is open for { $minutes } min: type !tournament ok if you are on the list. Not on it yet? !tournament
tournaments-chat-drawn = The draw is made, { $count ->
        [one] { $count } player
       *[other] { $count } players
    } in the bracket. !tournament match says whom you play.
# $names: nicknames. $entered, $size: the list.
tournaments-chat-joined = { $count ->
        [one] +{ $count } player
       *[other] +{ $count } players
    }: { $names } ({ $entered } of { $size }). !tournament ok once check-in opens.
tournaments-chat-results = Results: { $results }
# $calls: "NOVA – Léo · Zed – Kim".
tournaments-chat-calls = Your turn: { $calls }. !tournament ok to say you're here, then !tournament score 1-0
tournaments-chat-calls-more = Your turn: { $calls } and { $more } other matches. !tournament ok to say you're here
# $matches: "NOVA – Léo".
tournaments-chat-kept = Kept for the stream, about { $minutes } min: { $matches }. To play at once: !tournament refuse
tournaments-chat-last-call = Last call: check-in closes in { $minutes } min. !tournament ok if you are on the list.
tournaments-chat-not-here = { $names }: only you are missing. !tournament ok to say that you are here.
tournaments-chat-moved-up = { $names }: a place is free, you are in! !tournament ok if it is not done yet.
tournaments-chat-came-in = { $count ->
        [one] One more
       *[other] { $count } more
    } in the arena: { $names }. !tournament to play too.
# $names: "@NOVA @Zed", one line for everybody.
tournaments-chat-missing = { $names }: your match is waiting. !tournament ok to say that you are here.
tournaments-chat-champion = The tournament is { $name }'s! Thank you all for playing.
tournaments-chat-off = The tournament { $event } is called off. Nothing to do on your side.

## A list brought as a file: what is wrong with a line

tournaments-file-empty = There is nobody in this file.
tournaments-file-no-name-column = The first line must name the columns, one of them “name”.
tournaments-file-column-twice = Two columns have the same name.
tournaments-file-unreadable = A quotation mark opens and never closes. The rest isn't read.
tournaments-file-too-many-cells = There are more cells than columns. A name with a comma goes in quotation marks.
tournaments-file-too-many-rows = The list is too long. The rest isn't read.
tournaments-file-name-missing = The name is missing.
tournaments-file-name-too-long = This name is too long.
tournaments-file-name-refused = This name can't be shown.
tournaments-file-name-twice = This name is already further up the list.
tournaments-file-seed-no-number = The seed must be a number, from 1 up.
tournaments-file-seed-twice = This seed is already taken further up.
tournaments-file-label-too-long = The name of the team, club or city is too long.
tournaments-file-label-refused = The name of the team, club or city can't be shown.

## The pages: the public bracket and the overlays

tournaments-page-rounds = The bracket, round by round
tournaments-page-find = Find my name
tournaments-page-found = { $count ->
        [one] { $count } match
       *[other] { $count } matches
    }
tournaments-page-players = On the list
tournaments-page-nobody = Nobody yet. The first step is on Discord, or in the chat with !tournament
tournaments-page-starts = Start
tournaments-page-entered = { $entered } of { $size }
tournaments-page-here = { $here } here
tournaments-page-waiting = { $waiting } in line
tournaments-page-left = { $left ->
        [one] one match to go
       *[other] { $left } matches to go
    }
tournaments-page-draw = Check the draw
tournaments-page-sealed = The draw is sealed beforehand. SHA-256 fingerprint of the secret, published after the draw:
tournaments-page-unsealed = Every ticket is ranked by SHA-256(“secret:ticket”). The fingerprint announced before registration, and the secret:
tournaments-page-versus = against
tournaments-page-next = Next
tournaments-page-soon = Soon
# Before the mistake rate of the last tournaments in this place.
tournaments-lately = Here, over the last 20 tournaments at most · { $figures }
tournaments-page-lost = Connection lost, trying again
tournaments-page-other-language = Français
tournaments-page-other-code = fr
tournaments-page-podium = The podium
tournaments-page-share = The picture to share
tournaments-page-way = My path
# $name: a nickname.
tournaments-page-way-of = The path of { $name }
tournaments-page-everybody = Everybody again
tournaments-page-in = still in play
# $place: "5–8", in figures.
tournaments-page-out = place { $place }
tournaments-page-picture = as a picture
tournaments-page-now = Right now
tournaments-page-tables = The standings
tournaments-page-place = Place
# $over: how many matches are over, of $count.
tournaments-page-over = { $over } of { $count } over
tournaments-page-drawing = The drawing

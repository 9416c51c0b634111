### Tournaments. Short and friendly; nobody is ever congratulated on having beaten somebody.

## The templates

tournaments-template-friday-8 = Friday 8, in one hour
tournaments-template-cup-16 = Cup of 16
tournaments-template-cup-32 = Cup of 32
tournaments-template-open-64 = Open of 64

## Refusals: registration and check-in

tournaments-registration-closed = Registration is closed.
tournaments-already-entered = Already done: you are on the list.
tournaments-not-entered = You are not on the list of this tournament.
tournaments-check-in-not-open = Too early to check in: the tournament will call you here.
tournaments-check-in-over = Check-in is over.
tournaments-unknown-template = I do not know this kind of tournament.
tournaments-too-few = It takes at least two to play.
tournaments-too-many = A bracket has 1024 seats at most.

## Refusals: while playing

tournaments-not-now = That cannot be done at this point of the tournament.
tournaments-not-playing = You have no match to settle here.
tournaments-unknown-match = This match is not in the bracket.
tournaments-unknown-entrant = This person does not play in this tournament.
tournaments-not-open = A little patience: this match cannot start yet.
tournaments-already-called = This match has started already.
tournaments-already-reported = A score has been given: the other side has to answer.
tournaments-already-settled = This match is over. If the score is wrong, call the staff.
tournaments-in-dispute = The score is disputed: the staff will decide.
tournaments-nothing-reported = No score has been given for this match.
tournaments-own-report = It is for the other side to answer this score.
tournaments-bad-score = This score does not go with this result.
tournaments-already-out = This tournament is already over for you.
tournaments-not-withdrawn = This person has not left the tournament.
tournaments-too-late = Too late: play has moved on. Call the staff.
tournaments-no-seat = No seat is free in the bracket any more.
tournaments-not-next = This seat is not the next one to take.
tournaments-nothing-to-undo = There is nothing to undo.

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

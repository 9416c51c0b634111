### The draw and the season. Nobody is ever "the last": the top is shown, and oneself.

## The commands

seeds-name-draw = draw
seeds-about-draw = Prepare the draw, look at it, then make it (hosts)
seeds-name-look = look
seeds-about-look = Look at the draw before it is made (hosts)
seeds-name-by = by
seeds-about-by = Choose by what the seeds are placed (hosts)
seeds-name-place = place
seeds-about-place = Give somebody a seed by hand (hosts)
seeds-name-apart = apart
seeds-about-apart = Keep people of one club from meeting too early (hosts)
seeds-name-season = season
seeds-about-season = The season's board of a game, and your place
seeds-name-option-mode = by
seeds-about-option-mode = By lot, by the season, by the last tournament, or by hand
seeds-name-option-recent = rematches-later
seeds-about-option-recent = Keep apart those who met in the last tournaments here
seeds-name-option-rated = counts
seeds-about-option-rated = This tournament counts for the season of its game
seeds-name-option-player = player
seeds-about-option-player = The player or the team
seeds-name-option-seed = seed
seeds-about-option-seed = Their seed; nothing to take it back
seeds-name-option-kind = kind
seeds-about-option-kind = A club, a class or a city
seeds-name-option-label = name
seeds-about-option-label = The name of the club, the class or the city; nothing to take it away
seeds-name-option-game = game
seeds-about-option-game = The game
seeds-kind-club = club
seeds-kind-class = class
seeds-kind-city = city

## The draw

seeds-by-lot = by lot
seeds-by-rating = by the season
seeds-by-last = by the last tournament
seeds-by-hand = by hand
seeds-by-above = as they came in above
seeds-wished = Noted: seeds will be placed { $by }.
seeds-placed = { $name } will be seed { $seed }.
seeds-unplaced = { $name } has no seed given by hand any more.
seeds-labelled = { $name }: { $label }. The draw will mind it.
seeds-unlabelled = Taken away for { $name }.
seeds-look = **{ $event }** · drawn { $by }. Nothing happens until you press.
# $count: how many more there are.
seeds-more = … and { $count } more.
# $round: the round in which the two would meet at the earliest, 1 for their first match.
seeds-broken = { $round ->
    [1] ⚠ { $one } and { $other } would meet in their first match.
   *[other] ⚠ { $one } and { $other } could meet in round { $round }.
}
# $names: people or teams. $more: how many more there are.
seeds-out = Not in this draw: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}.
seeds-button-draw = Make this draw
seeds-drawn = Drawn: { $count } entrants have their seats.

## The season

seeds-season = **{ $game }** · this season
seeds-season-empty = Nobody has played a match that counts this season. Be the first!
seeds-somebody = somebody
seeds-mine = You: { $points } points. Your best: { $best }.
seeds-mine-placing = You: { $points } points, still being placed. Your best: { $best }.
seeds-button-off = Leave the board
seeds-button-on = Be on the board again

### Choosing a game, preparing an evening, and what is read around a match. Friendly and short.

## Refusals

games-not-for-format = This game is not played in that format: lobbies go with games where many share one game. Leave the template out, and the game will choose.
games-hour-unreadable = I could not read that time. Write for example 45 (in 45 minutes), 20:30, tomorrow 8pm or 24/12 20:30.
games-nothing-asked = Nothing is changed. Choose at least one option: the name, the time, the seats or the games.
games-smaller-size = Once it is announced, no seats are taken away. You can add some, or cancel and start over.
games-already-announced = It is published already. To change something, use `/tournament edit`.

## Commands

games-name-edit = edit
games-about-edit = Change the name, time, seats or games until the draw, what is waited for until the end (host)
games-name-registration = registration
games-about-registration = Close registration, or open it again (host)
games-name-option-game = game
games-about-option-game = The game: its settings, maps and length are ready
games-name-option-start = start
games-about-option-start = 45 (in 45 minutes), 20:30, tomorrow 8pm, 24/12 20:30
games-name-option-absent = no-shows
games-about-option-absent = Who did not come: a forfeit by itself, or the staff decides; until the end
games-absent-forfeit = forfeit by itself
games-absent-staff = the staff decides
games-name-option-hold = stream-wait
games-about-option-hold = Minutes that a match may be kept for the stream: 5 to 60; until the end
games-bad-hold = A match may wait for the stream for 5 to 60 minutes. Choose a number in between.
games-name-option-copy = like
games-about-option-copy = Take the settings of a tournament from here
games-name-option-state = state
games-about-option-state = Open or closed
games-name-open = open
games-name-closed = closed

## What an evening is, in a few words. Each piece is read between two dots.

# $team: how many are on a side; 1 where everybody plays for themselves.
games-seats = { $size } { $team ->
        [one] seats
       *[other] teams of { $team }
    }
games-minutes = { $minutes } min
games-hours = { $hours } h { $minutes }
games-format-single = single elimination
games-format-double = double elimination
games-format-robin = { $groups ->
        [one] everybody meets everybody
       *[other] { $groups } groups
    }
games-format-swiss = Swiss rounds
# $size: seats of a lobby. $rounds: how many rounds.
games-format-lobbies = lobbies of { $size } at most, { $rounds ->
        [one] one round
       *[other] { $rounds } rounds
    }
games-format-arena = arena
# $first: the format before. $count: how many go on to the play-offs.
games-format-then = { $first }, then a bracket of { $count }
games-best-of = { $best ->
        [one] one game a match
       *[other] best of { $best }
    }
games-best-of-final = { $best ->
        [one] one game a match
       *[other] best of { $best }
    }, final best of { $final }
games-lobby-games = { $games ->
        [one] one game a round
       *[other] { $games } games a round
    }
# At the head of the event's card. $event: its name. $about: what it is, on one line.
games-card-head =
    ## { $event }
    { $about }
games-card-shut = ○ **Registration is closed** · starts { $starts }
    {"**"}{ $entered }** of { $size } on the list{ $waiting ->
        [0] {""}
       *[other] {" "}· { $waiting } waiting
    }
    Check-in { $opens }.
games-state-draft = draft

## The draft, which only the host sees

# $starts, $opens: times. $minutes: the length. $age: of the PEGI rating, 0 without one.
games-draft =
    {"**"}Nothing is published yet.** Starts { $starts }, check-in { $opens }, about { $minutes } of play if it is full.
    { $age ->
        [0] This game has no age rating: you judge whether it suits your audience.
       *[other] Rated PEGI { $age }: by publishing you confirm that it suits your audience.
    }
    This is the card that everybody will see:
games-button-publish = Publish
games-button-change = Change
games-button-again = The same again
games-form-change = Change the evening
games-form-again = The same evening, another day
games-form-name = The name
games-form-start = The start: 45, 20:30, tomorrow 8pm…
games-form-size = How many seats
games-form-best-of = Games a match: 1, 3, 5 or 7
# Answer to "edit". $event: the name. $about: the evening on one line.
games-changed = Changed: **{ $event }**, starts { $starts }. { $about }. The card tells everybody.
# $absent: "forfeit" or "staff". $minutes: after the call. $hold: minutes.
games-patience = Who does not come: { $absent ->
    [forfeit] a forfeit by itself, { $minutes } min after the call
   *[staff] the staff decides
}. For the stream, a match waits { $hold } min at most.
games-registration-closed = Registration is closed. Whoever is on the list stays on it.
games-registration-opened = Registration is open.
# On Twitch, when the time changes. $minutes: a number.
games-chat-moved = { $event } has a new time: it starts in { $minutes } min. If you are on the list, you stay on it.

## The card of a match: the game, the maps to choose, the arrival of a lobby

# $words: the settings or the way in, as the game's file has them.
games-settings =
    {"**"}Settings**
    { $words }
games-meeting =
    {"**"}How to meet**
    { $words }
games-veto-to-come = -# Once both sides are here, the choices are made here, by buttons.
# $name: whose turn it is. $act: ban, pick, or start (how to start).
games-veto-turn = ▸ { $act ->
        [ban] { $name }, strike one.
        [pick] { $name }, pick one.
       *[start] { $name }, say how you start.
    } If not, a lot decides { $until }.
# $maps: "1. Bind (NOVA: attack) · 2. Haven".
games-veto-maps = To be played: { $maps }
games-veto-out = Struck: { $maps }
games-veto-start = { $name }: { $start }
games-veto-by-lot = -# At least one choice was drawn by lot; the published seed lets you check.
games-veto-after-each = -# After a game, whoever lost it says so here and picks the next.
games-veto-noted = Noted.
games-lost-noted = Noted: you pick the next one, in the thread.
games-button-lost-game = I lost this game
games-proof = -# At the end, a screenshot of the result posted here helps if you disagree.
games-proof-asked = A picture of the result? Post it here: the host reads this thread to decide.
games-button-drawn = Draw
games-button-order = Order of arrival
games-button-order-rule = Decide the arrival
games-form-order-title = The order of arrival
# Under 45 characters. $count: how many numbers. $games: how many games.
games-form-order = The { $count } numbers, the first one first
games-form-points = { $games ->
        [one] Your points first, for example 13-9
       *[other] Each game: 13-9, 8-13, 13-11
    }
# $names: "3 (Zed), 5 (Kim)".
games-order-missing = Missing: { $names }. Open the button again and add what is missing.
games-order-twice = Twice the same number: { $names }. Each number comes only once.
games-order-strangers = Nobody here has this number: { $numbers }. Look at the list above the field.
# $order: "1. NOVA · 2. Léo · 3. Zed". $name: who told it.
games-lobby-reported = ○ { $name } tells the arrival: { $order }. You others, is that right? Without an answer it is confirmed { $until }.
games-lobby-settled = ✓ Arrival: { $order }.
games-lobby-live = ● Play! { $games ->
        [one] At the end, somebody tells the order of arrival here.
       *[other] { $games } games in a row; at the end, somebody tells the order of arrival here, by total points.
    } One click, and numbers.
# $score: "1-1", or none if nobody counted the games.
games-reported-draw = ○ { $name } says: a draw{ $score ->
        [none] {""}
       *[other] {" "}{ $score }
    }. { $other }, is that right? Without an answer it is confirmed { $until }.
games-drawn = = A draw{ $score ->
        [none] {""}
       *[other] {" "}{ $score }
    }.
games-reported-noted = Noted, thank you.
# On Twitch, to whoever gives a score in a lobby. $page: an address.
games-lobby-on-page = There are several of you in this one: its arrival is told in its Discord thread, or the host notes it. The bracket: { $page }

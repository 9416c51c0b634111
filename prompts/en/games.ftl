### Choosing a game, preparing an evening, and what is read around a match. Friendly and short.

## Refusals

games-not-for-format = This game is not played in that format: lobbies go with games where many share one game. Leave the template out, and the game will choose.
games-hour-unreadable = I could not read that time. Write for example 45 (in 45 minutes), 20:30, tomorrow 8pm or 24/12 20:30.
games-smaller-size = Once it is announced, no seats are taken away. You can add some, or cancel and start over.
games-already-announced = It is published already. To change something, use `/tournament edit`.

## Commands

games-name-edit = edit
games-about-edit = Change the name, time, seats or games, until the draw (host)
games-name-registration = registration
games-about-registration = Close registration, or open it again (host)
games-name-option-game = game
games-about-option-game = The game: its settings, maps and length are ready
games-name-option-start = start
games-about-option-start = 45 (in 45 minutes), 20:30, tomorrow 8pm, 24/12 20:30
games-name-option-copy = like
games-about-option-copy = Take the settings of a tournament from here
games-name-option-state = state
games-about-option-state = Open or closed
games-name-open = open
games-name-closed = closed

## What an evening is, in a few words. Each piece is read between two dots.

games-seats = { $size } seats
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
games-registration-closed = Registration is closed. Whoever is on the list stays on it.
games-registration-opened = Registration is open.
# On Twitch, when the time changes. $minutes: a number.
games-chat-moved = { $event } has a new time: it starts in { $minutes } min. If you are on the list, you stay on it.

### What comes back every week, rehearsals with robots, and Discord's own list of events.

## Every week

series-button-repeat = Every week
# $event: the tournament's name. $starts, $announced: hours.
series-repeats = **{ $event }** comes back every week, same day, same time. The next one starts { $starts }; I announce it here { $announced }.
series-repeats-already = **{ $event }** comes back every week already. The next one starts { $starts }; I announce it here { $announced }.
series-button-stop = Stop repeating
series-stopped = **{ $event }** no longer comes back by itself. What is announced stays. To take it up again: "/tournament edit", then "Every week".
# Said once, in the channel. $count: how many times in a row.
series-over = **{ $event }** had too few people { $count } times in a row: I no longer announce it by myself. To start again, create it once, then "Every week".

## Rehearsals

series-name-rehearse = rehearse
series-about-rehearse = Rehearse with robots, in a private thread of the hosts (hosts)
series-about-option-tournament = The tournament to rehearse; by default the next one here
series-about-option-template = Or something ready-made
series-already-rehearsing = A rehearsal is on here already, in its private thread. Delete it with "Delete it all", then ask again.
series-no-private-thread = For a rehearsal that nobody else sees I need "Create Private Threads" and "Send Messages in Threads" in this channel. Add them to my role, then use "/tournament rehearse" again.
series-rehearsing = The rehearsal of **{ $event }** opens in a private thread of this channel, for you and the crew. The robots come within seconds. Join to play with them, and rule on what they dispute.
series-rehearsal-head = ⚙ **Rehearsal**: robots play, only hosts and crew see this thread. All of it is deleted an hour after its end.
series-rehearsal-room = Rehearsal · { $event }
series-button-begin = Start now
series-button-delete = Delete it all
series-deleted = Deleted: nothing of this rehearsal is left.

## Discord's own list of events

# $about: the game and the format. $page: the address of the public page.
series-date-about =
    { $about }

    Join in the channel, by a button. The bracket: { $page }
series-date-refused = For the hosts: this tournament is not in the server's events. Add "Create Events" to my role, and it will be there at the next change.

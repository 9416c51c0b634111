### The underground bracket: a second chance for whoever is out of a tournament.

# $event: the name of the tournament above, 60 characters at most.
underground-name = Underground · { $event }
underground-button = Underground bracket
# $event: its name. $count: how many sides could come at once.
underground-choose = An underground bracket below { $event }: single elimination, the same rules, and nobody is in it without wanting to be. { $count ->
        [0] Nobody is out without a win yet.
        [one] { $count } seat would be taken without a win right now.
       *[other] { $count } seats would be taken without a win right now.
    } Who is it for?
underground-button-no-win = Without a win
# $round: the number of a round.
underground-button-before = Or out before round { $round }
# $event: its name. $until: the hour. $count: how many sides may come.
underground-announced = Announced: { $event }, it starts { $until }. { $count ->
        [0] Nobody may come yet.
        [one] { $count } seat may be taken, by one tap in "My match".
       *[other] { $count } seats may be taken, by one tap in "My match".
    } To change the hour: /tournament edit. To begin sooner: /tournament start
# $event: its name. $minutes: how many minutes.
underground-chat-open = { $event }: a second chance for whoever is out, it starts in { $minutes } min. Type !tournament to come in.
# $who: the mention of the host and of the people. $event: the name of the underground.
underground-back = { $who }: a corrected result puts somebody back in the bracket above, and { $event } is drawn already. The bracket above goes first. The host decides below, with /tournament repair
# $count: how many.
underground-desk = **In both brackets ({ $count })**: above goes first. Below, take them out with /tournament repair

underground-nothing-below = There can be no underground here. For a second round of play, announce a tournament: /tournament create
underground-already = There is an underground already. Look where it stands: /tournament list
underground-no-round = Nobody can be out before that round. Open the desk and choose one of the buttons: /tournament desk
underground-only-from-above = This bracket is for whoever is out of the tournament above. Look what comes next: /tournament list
underground-still-above = You still play the bracket above, which is good news: /tournament match
underground-not-for-them = This bracket is for those who played and went out early; your road ends here. Look what comes next: /tournament list
underground-whole-teams = Here the teams of the tournament above come in whole: press "I'm in" on the card of the underground.

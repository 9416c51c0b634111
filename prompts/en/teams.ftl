### The teams of a tournament. Nobody is "picked last": we show teams, never an order.

## Ready-made tournaments in teams

teams-template-duo-16 = 16 duos, with a second chance
teams-template-trio-8 = 8 trios, best of three

## Refusals: each says what to do next

teams-not-in-teams = Everybody plays solo here: "I'm in", and that's it.
teams-bad-name = That team name can't be shown. Try a short one, with no address and no insult.
teams-unknown-code = That code belongs to no team here. Check it, or ask for it again: it may have changed.
teams-drawn = The draw is done. Sign up without a team: if a team needs somebody, it will be you.
teams-nobody-free = Nobody without a team is free. Somebody can still sign up without a team, on the tournament's card.

## The tournament's card, and each team's

# $size: how many play on a side. $alone: how many have no team yet.
teams-card-line = Teams of { $size }{ $alone ->
        [0] {""}
        [one] {" "}· { $alone } person without a team
       *[other] {" "}· { $alone } people without a team
    }. Without one, I'll suggest you a team at the draw.
# $teams: "NOVA (1), Zed (2)", the places to fill in brackets.
teams-card-short = To complete: { $teams }
# $team: the team's name. $players, $names: nicknames.
teams-roster = { $team }: { $players }
teams-bench = Substitutes: { $names }
teams-lacks = { $lacks ->
        [one] Still 1 player to add.
       *[other] Still { $lacks } players to add.
    }
teams-captain = { $name } (captain)
teams-former = a former player
teams-gone = This team is no more.
# $team: the team that asks.
teams-match-wanted = ○ { $team } would like somebody without a team to step in. Other side, is that OK?

## The buttons

teams-button-new = Create a team
teams-button-join = Join a team
teams-button-alone = Play without a team
teams-button-mine = My team
teams-button-roster = Roster
teams-button-join-one = Join { $team }
teams-button-code = I have a code
teams-button-leave = Leave the team
teams-button-invite = Invite
teams-button-swap = Substitute
teams-button-captain = Hand over
teams-button-remove = Take somebody out
teams-button-withdraw = Withdraw the team
teams-button-missing = We're missing somebody
teams-button-free = A place is free
teams-button-agree = OK
# The small windows.
teams-form-new = A new team
teams-form-name = Its name, 20 characters at most
teams-form-join = Join a team
teams-form-code = The team's code

## The answers: private on Discord, short on Twitch

# $code: what the others type to come. $lacks: how many are still missing.
teams-made = { $team } is on the list. The code to join: { $code } ("Join" on its card, or !tournament team { $code } on Twitch). { $lacks ->
        [0] The team is complete.
        [one] Still 1 player to find.
       *[other] Still { $lacks } players to find.
    }
teams-invitation = Pass it on: "Join { $team }: the "Join" button on its card, /tournament team join { $code }, or !tournament team { $code } on Twitch."
teams-joined = You're in, you play with { $team }. { $lacks ->
        [0] The team is complete.
        [one] Still 1 player to find.
       *[other] Still { $lacks } players to find.
    }
teams-joined-again = You're in already, you play with { $team }.
# Without a team. $starts: an hour.
teams-alone = You're in: at the draw I'll suggest you a team. Start { $starts }. You can still join one, or step out.
teams-alone-again = You're in already: at the draw I'll suggest you a team. Start { $starts }.
teams-spare = Noted: if a team needs somebody, it will be you.
teams-alone-here = Got it, you're here. Your team comes at the draw. Start { $starts }.
teams-left = Noted, you're not in { $team } any more. The team goes on.
teams-withdrawn = Noted: { $team } withdraws.
teams-open = { $count ->
        [0] No team is looking for anybody right now. Create yours, play without a team, or enter a code.
        [one] One team has room:
       *[other] { $count } teams have room:
    }
# $act: what is wanted: captain, remove or swap.
teams-choose = { $act ->
        [captain] Who takes over? They will decide for the team.
        [remove] Who leaves the team? Joining it will then take a new code.
       *[swap] Who makes room, and for whom?
    }
teams-nobody-to-choose = There's nobody else for that in the team. "Invite" gives the code to share.
teams-sure = Withdraw { $team } from the tournament? Its matches to come are lost.
teams-who-is-missing = Who isn't here? Somebody without a team can step in if the other team agrees.
teams-stand-in-asked = The other team has been asked, on the match's card. A host can say yes, too.
teams-stood-in = Done: somebody without a team steps in, for this match and the rest.
# "My match". $event: the tournament's name.
teams-next-alone = Hold on: you play { $event } without a team, I'll suggest you one at the draw. Start { $until }.
teams-next-alone-here = Say you're here: your team for { $event } is made at the draw. Check-in ends { $until }.
teams-next-spare = Stay around: no team for you at the draw of { $event }, but if a team needs somebody, it will be you.
# On Twitch, with nothing after "team".
teams-how = With a code: !tournament team CODE. To create yours: !tournament team create NAME. Without a team: !tournament

## The commands

teams-name-team = team
teams-name-create = create
teams-name-join = join
teams-name-invite = invite
teams-name-leave = leave
teams-name-roster = roster
teams-name-substitute = substitute
teams-name-option-name = name
teams-name-option-code = code
teams-about-team = Play in a team
teams-about-create = Create a team
teams-about-join = Join a team with its code
teams-about-invite = The code to share so that people join your team
teams-about-leave = Leave your team
teams-about-roster = Who is on your team, and what you may change
teams-about-substitute = Bring a substitute in
teams-about-option-name = The team's name, 20 characters at most
teams-about-option-code = The code that the team gave you

### The teams of a tournament. Nobody is "picked last": we show teams, never an order.

## Ready-made tournaments in teams

teams-template-duo-16 = 16 duos, with a second chance
teams-template-trio-8 = 8 trios, best of three

## Refusals: each says what to do next

teams-not-in-teams = Everybody plays solo here: "I'm playing", and that's it.
teams-bad-name = That team name can't be shown. Try a short one, with no address and no insult.
teams-unknown-code = That code belongs to no team here. Check it, or ask for it again: it may have changed.
teams-drawn = The draw is done. Sign up without a team: if a team needs somebody, it will be you.
teams-nobody-free = Nobody without a team is free. Somebody can still sign up without a team, on the tournament's card.

### The teams of a tournament. Nobody is "picked last": we show teams, never an order.

## Ready-made tournaments in teams

teams-template-duo-16 = 16 duos, with a second chance
teams-template-trio-8 = 8 trios, best of three

### Les équipes d'un tournoi. Personne n'est « choisi en dernier » : on montre des équipes, jamais un ordre.

## Les modèles de tournoi par équipes

teams-template-duo-16 = 16 duos, avec une seconde chance
teams-template-trio-8 = 8 trios, en deux manches gagnantes

### Les équipes d'un tournoi. Personne n'est « choisi en dernier » : on montre des équipes, jamais un ordre.

## Les modèles de tournoi par équipes

teams-template-duo-16 = 16 duos, avec une seconde chance
teams-template-trio-8 = 8 trios, en deux manches gagnantes

## Refus : chacun dit quoi faire ensuite

teams-not-in-teams = Ici on joue en solo : « Je joue », et c'est bon.
teams-bad-name = Ce nom d'équipe ne peut pas être affiché. Essaie un nom court, sans adresse ni insulte.
teams-unknown-code = Ce code n'est celui d'aucune équipe ici. Vérifie-le, ou demande-le à nouveau : il a pu changer.
teams-drawn = Le tirage est fait. Inscris-toi sans équipe : si une équipe a besoin de quelqu'un, ce sera toi.
teams-nobody-free = Personne n'est disponible sans équipe. Quelqu'un peut encore s'inscrire sans équipe, sur la carte du tournoi.

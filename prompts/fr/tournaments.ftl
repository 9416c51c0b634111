### Les tournois. On tutoie, on reste bref, on ne félicite jamais quelqu'un d'avoir battu quelqu'un.

## Les modèles de tournoi

tournaments-template-friday-8 = Vendredi à 8, en une heure
tournaments-template-cup-16 = Coupe à 16
tournaments-template-cup-32 = Coupe à 32
tournaments-template-open-64 = Open à 64

## Refus : inscription et présence

tournaments-registration-closed = Les inscriptions sont fermées.
tournaments-already-entered = C'est déjà fait : tu es dans la liste.
tournaments-not-entered = Tu n'es pas dans la liste de ce tournoi.
tournaments-check-in-not-open = Trop tôt pour pointer : le tournoi t'appellera ici même.
tournaments-check-in-over = Le pointage est terminé.
tournaments-unknown-template = Je ne connais pas ce modèle de tournoi.
tournaments-too-few = Il faut être au moins deux pour jouer.
tournaments-too-many = Un tableau a 1024 places au plus.

## Refus : pendant le jeu

tournaments-not-now = Ce n'est pas possible à ce moment du tournoi.
tournaments-not-playing = Tu n'as pas de match à valider ici.
tournaments-unknown-match = Ce match n'est pas dans le tableau.
tournaments-unknown-entrant = Cette personne ne joue pas dans ce tournoi.
tournaments-not-open = Patience : ce match ne peut pas encore commencer.
tournaments-already-called = Ce match est déjà lancé.
tournaments-already-reported = Un score est déjà donné : l'autre côté doit répondre.
tournaments-already-settled = Ce match est terminé. Si le score est faux, appelle l'orga.
tournaments-in-dispute = Le score est contesté : l'orga va trancher.
tournaments-nothing-reported = Aucun score n'a été donné pour ce match.
tournaments-own-report = C'est à l'autre côté de répondre à ce score.
tournaments-bad-score = Ce score ne va pas avec ce résultat.
tournaments-already-out = C'est déjà fini pour toi dans ce tournoi.
tournaments-not-withdrawn = Cette personne n'a pas quitté le tournoi.
tournaments-too-late = Trop tard : la suite a commencé. Appelle l'orga.
tournaments-no-seat = Il n'y a plus de place libre dans le tableau.
tournaments-not-next = Cette place n'est pas la prochaine à prendre.
tournaments-nothing-to-undo = Il n'y a rien à annuler.

## L'image du tableau : des mots courts, ils tiennent sur une carte

tournaments-picture-final = Finale
tournaments-picture-semi-finals = Demi-finales
tournaments-picture-quarter-finals = Quarts de finale
# $round : le numéro du tour.
tournaments-picture-round = Tour { $round }
tournaments-picture-third = Troisième place
tournaments-picture-champion = Victoire
tournaments-picture-bye = passe ce tour
tournaments-picture-unknown = à venir
tournaments-picture-empty = place vide
tournaments-picture-forfeit = forfait
tournaments-picture-ready = à jouer
tournaments-picture-live = en cours
tournaments-picture-reported = à confirmer
tournaments-picture-disputed = contesté
# $title : le nom du tournoi.
tournaments-picture-about = Le tableau de { $title }. Les mêmes matchs sont dans la liste à côté.

## Le tableau en texte, ligne par ligne : pour les lecteurs d'écran et la légende de l'image

# $name : qui passe. $one, $other, $winner, $loser : les deux côtés. $score : « 2 – 1 ».
tournaments-outline-bye = → { $name } passe ce tour
tournaments-outline-waiting = { $one } – { $other }
# $state : « en cours », « à jouer », « à confirmer » ou « contesté ».
tournaments-outline-now = { $one } – { $other } : { $state }
tournaments-outline-score = ✓ { $winner } { $score } { $loser }
tournaments-outline-won = ✓ { $winner } – { $loser }
tournaments-outline-forfeit = ✓ { $winner } – { $loser } (sans jouer)
tournaments-outline-nobody = { $one } – { $other } : personne ne passe
tournaments-outline-champion = Le tournoi est à { $name }.

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

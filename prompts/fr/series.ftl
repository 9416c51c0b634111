### Ce qui revient chaque semaine, les essais avec des robots, et la liste d'événements de Discord.

## Chaque semaine

series-button-repeat = Chaque semaine
# $event : le nom du tournoi. $starts, $announced : des heures.
series-repeats = **{ $event }** revient chaque semaine, même jour, même heure. Le prochain commence { $starts } ; je l'annonce ici { $announced }.
series-repeats-already = **{ $event }** revient déjà chaque semaine. Le prochain commence { $starts } ; je l'annonce ici { $announced }.
series-button-stop = Ne plus répéter
series-stopped = **{ $event }** ne reviendra plus tout seul. Ce qui est annoncé reste. Pour reprendre : « /tournoi modifier », puis « Chaque semaine ».
# Dite une fois, dans le salon. $count : combien de fois de suite.
series-over = **{ $event }** n'a pas eu assez de monde { $count } fois de suite : je ne l'annonce plus tout seul. Pour le relancer, crée-le une fois, puis « Chaque semaine ».

## Les essais

series-name-rehearse = essai
series-about-rehearse = Répéter avec des robots, dans un fil privé de l'orga (orga)
series-about-option-tournament = Le tournoi à répéter ; sans rien, le prochain d'ici
series-about-option-template = Ou un modèle tout prêt
series-already-rehearsing = Un essai est déjà en cours ici, dans son fil privé. Efface-le avec « Tout effacer », puis recommence.
series-no-private-thread = Pour qu'un essai ne se voie pas, il me faut « Créer des fils privés » et « Envoyer des messages dans les fils » dans ce salon. Ajoute-les à mon rôle, puis refais « /tournoi essai ».
series-rehearsing = L'essai de **{ $event }** s'ouvre dans un fil privé de ce salon, pour toi et l'orga. Les robots arrivent dans quelques secondes. Inscris-toi pour jouer avec eux, et tranche ce qu'ils contestent.
series-rehearsal-head = ⚙ **Essai** : des robots jouent, l'orga seule voit ce fil. Tout s'efface une heure après la fin.
series-rehearsal-room = Essai · { $event }
series-button-begin = Lancer maintenant
series-button-delete = Tout effacer
series-deleted = C'est effacé : il ne reste rien de cet essai.

## La liste d'événements de Discord

# $about : le jeu et le format. $page : l'adresse de la page publique.
series-date-about =
    { $about }

    On s'inscrit dans le salon, d'un bouton. Le tableau : { $page }
series-date-refused = Pour l'orga : ce tournoi n'est pas dans les événements du serveur. Ajoute « Créer des événements » à mon rôle, et il y sera au prochain changement.

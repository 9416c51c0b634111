### Le tirage et la saison. Personne n'est jamais « le dernier » : on montre le haut du tableau et soi-même.

## Les commandes

seeds-name-draw = tirage
seeds-about-draw = Préparer le tirage, le voir, puis le faire (orga)
seeds-name-look = voir
seeds-about-look = Voir le tirage avant de le faire (orga)
seeds-name-by = selon
seeds-about-by = Choisir comment on place les têtes de série (orga)
seeds-name-place = placer
seeds-about-place = Donner une tête de série à la main (orga)
seeds-name-apart = separer
seeds-about-apart = Éviter que deux personnes du même club se croisent trop tôt (orga)
seeds-name-season = saison
seeds-about-season = Le classement de la saison pour un jeu, et ta place
seeds-name-option-mode = selon
seeds-about-option-mode = Au sort, selon la saison, selon le dernier tournoi, ou à la main
seeds-name-option-recent = revanches-plus-tard
seeds-about-option-recent = Séparer ceux qui se sont joués dans les derniers tournois d'ici
seeds-name-option-rated = compte
seeds-about-option-rated = Ce tournoi compte pour la saison de son jeu
seeds-name-option-player = joueur
seeds-about-option-player = Le joueur ou l'équipe
seeds-name-option-seed = place
seeds-about-option-seed = Sa tête de série ; rien pour la reprendre
seeds-name-option-kind = type
seeds-about-option-kind = Un club, une classe ou une ville
seeds-name-option-label = nom
seeds-about-option-label = Le nom du club, de la classe ou de la ville ; rien pour l'enlever
seeds-name-option-game = jeu
seeds-about-option-game = Le jeu
seeds-kind-club = club
seeds-kind-class = classe
seeds-kind-city = ville

## Le tirage

seeds-by-lot = au sort
seeds-by-rating = selon la saison
seeds-by-last = selon le dernier tournoi
seeds-by-hand = à la main
seeds-by-above = selon le parcours dans le tableau du haut
seeds-wished = C'est noté : les têtes de série seront placées { $by }.
seeds-placed = { $name } sera tête de série n° { $seed }.
seeds-unplaced = { $name } n'a plus de tête de série donnée à la main.
seeds-labelled = { $name } : { $label }. Le tirage en tiendra compte.
seeds-unlabelled = C'est enlevé pour { $name }.
seeds-look = **{ $event }** · tirage { $by }. Rien n'est fait tant que tu n'as pas appuyé.
# $count: how many more there are.
seeds-more = … et { $count } de plus.
# $round: the round in which the two would meet at the earliest, 1 for their first match.
seeds-broken = { $round ->
    [1] ⚠ { $one } et { $other } se croiseraient dès leur premier match.
   *[other] ⚠ { $one } et { $other } pourraient se croiser au tour { $round }.
}
# $names : des personnes ou des équipes. $more : combien il y en a encore.
seeds-out = Hors de ce tirage : { $names }{ $more ->
    [0] {""}
   *[other] {" "}et { $more } de plus
}.
seeds-button-draw = Faire ce tirage
seeds-drawn = Tirage fait : { $count } inscrits ont leur place.

## La saison

seeds-season = **{ $game }** · la saison en cours
seeds-season-empty = Personne n'a encore joué de match qui compte cette saison. À toi d'ouvrir le bal !
seeds-somebody = quelqu'un
seeds-mine = Toi : { $points } points. Ton meilleur : { $best }.
seeds-mine-placing = Toi : { $points } points, encore en train de te placer. Ton meilleur : { $best }.
seeds-button-off = Ne plus y figurer
seeds-button-on = Y figurer à nouveau

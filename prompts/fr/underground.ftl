### Le tableau souterrain : une deuxième chance pour qui est sorti d'un tournoi.

# $event : le nom du tournoi d'au-dessus, 60 caractères au plus.
underground-name = Souterrain · { $event }
underground-button = Tableau souterrain
# $event : son nom. $count : combien de côtés pourraient y entrer tout de suite.
underground-choose = Un tableau souterrain sous { $event } : élimination directe, mêmes règles, et personne n'y entre sans l'avoir voulu. { $count ->
        [0] Personne n'est encore dehors sans victoire.
        [one] { $count } place serait prise sans victoire, en ce moment.
       *[other] { $count } places seraient prises sans victoire, en ce moment.
    } C'est pour qui ?
underground-button-no-win = Sans victoire
# $round : le numéro d'un tour.
underground-button-before = Ou dehors avant le tour { $round }
# $event : son nom. $until : l'heure. $count : combien de côtés peuvent y entrer.
underground-announced = C'est annoncé : { $event }, début { $until }. { $count ->
        [0] Personne ne peut encore y entrer.
        [one] { $count } place peut être prise, d'un geste dans « Mon match ».
       *[other] { $count } places peuvent être prises, d'un geste dans « Mon match ».
    } Pour changer l'heure : /tournoi modifier. Pour commencer plus tôt : /tournoi lancer
# $event : son nom. $minutes : combien de minutes.
underground-chat-open = { $event } : une deuxième chance pour qui est sorti, début dans { $minutes } min. Tape !tournoi pour y entrer.
# $who : la mention de l'orga et des personnes. $event : le nom du souterrain.
underground-back = { $who } : un résultat corrigé remet quelqu'un dans le tableau du haut, alors que { $event } est déjà tiré. Le tableau du haut passe d'abord. L'orga décide en bas, avec /tournoi reparer
# $count : combien.
underground-desk = **Dans les deux tableaux ({ $count })** : le haut passe d'abord. En bas, retire-les avec /tournoi reparer

underground-nothing-below = Il ne peut pas y avoir de souterrain ici. Pour une deuxième partie, annonce un tournoi : /tournoi creer
underground-already = Il y a déjà un souterrain. Regarde où il en est : /tournoi liste
underground-no-round = Personne ne peut sortir avant ce tour. Ouvre la régie et choisis un des boutons : /tournoi regie
underground-only-from-above = Ce tableau est pour qui est sorti du tournoi d'au-dessus. Regarde ce qui vient : /tournoi liste
underground-still-above = Tu joues encore le tableau du haut, et c'est une bonne nouvelle : /tournoi match
underground-not-for-them = Ce tableau est pour qui est sorti tôt en ayant joué ; ta route ici est finie. Regarde ce qui vient : /tournoi liste
underground-whole-teams = Ici, les équipes du tournoi d'au-dessus entrent entières : appuie sur « Je joue » de la carte du souterrain.

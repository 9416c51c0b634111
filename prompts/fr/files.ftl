# Les fichiers d'un tournoi : ce qui entre, ce qui sort, et pourquoi un fichier est refusé.
# Une raison de refus se lit après l'endroit du fichier : « match[12].opponent1 : … ».

files-shape = ce n'est pas la valeur attendue ici.
files-not-json = ce n'est pas du JSON. Renvoie le fichier tel qu'il a été exporté.
files-too-big = ce fichier dépasse 1 Mo. Garde un seul tournoi par fichier.
files-unknown-format = ce n'est ni un event.json ni un brackets.json. Exporte l'un des deux et renvoie-le.
files-newer = ce fichier vient d'une autre version de Maraude. Mets ce bot à jour, puis renvoie-le.
files-stages = il faut une seule phase, ou une poule suivie d'un arbre. Sépare les autres en plusieurs fichiers.
files-skips-a-round = des joueurs y débutent dans le tableau des perdants (skipFirstRound). Nos tournois ne le font pas : crée-le sans cette option.
files-id-twice = ce numéro est déjà pris plus haut. Donne un numéro différent à chaque ligne.
files-unknown-id = ce numéro ne renvoie à aucune ligne du fichier. Vérifie que rien n'a été effacé.
files-size = il faut de 2 à 4 096 joueurs, et un premier tour entier. Exporte à nouveau la phase complète.
files-not-seeded = les joueurs n'y sont pas encore placés. Place-les, puis exporte à nouveau.
files-byes = les exemptions ne sont pas en face des têtes de série. Range les joueurs du premier au dernier, sans trou.
files-groups = les tailles des poules diffèrent de plus d'un joueur, ou un joueur est dans deux poules. Refais la répartition.
files-pairs = deux joueurs s'y rencontrent trop ou pas assez souvent. Chaque paire doit jouer une fois (« simple ») ou deux (« double »).
files-drops = les perdants y descendent dans un ordre que ce bot ne connaît pas. Recrée le tableau avec l'ordre par défaut.
files-match-missing = ce match manque. Exporte à nouveau la phase complète.
files-match-extra = ce match n'existe pas dans un tableau de cette taille. Enlève-le.
files-match-twice = ce match y est deux fois. Garde une seule ligne.
files-games = le nombre de manches doit être impair, et le même pour tout un tour.
files-games-differ = les manches et le score du match ne disent pas la même chose. Corrige l'un des deux.
files-sides = ce ne sont pas les joueurs que les matchs d'avant amènent ici. Vérifie ces résultats.
files-result = ce résultat se contredit, ou ne peut pas encore exister. Il faut un gagnant et un perdant.
files-score = avec ce score, personne n'a gagné de cette façon. Corrige le score.
files-draw = ce match ne peut pas finir à égalité. Donne un gagnant.
files-second-final = la seconde finale a un résultat, alors que la première a suffi. Efface ce résultat.
files-options = ces options ne vont pas ensemble. Reprends celles de l'export.
files-number-twice = deux joueurs portent ce numéro. Donne un numéro à chacun.
files-name-twice = ce nom est déjà pris plus haut. Change l'un des deux.
files-name-refused = ce nom ne peut pas être affiché. Remplace-le.
files-time-back = cette ligne est plus ancienne que celle d'avant. Remets le journal dans l'ordre.
files-event-unknown = ce bot ne connaît pas cette ligne du journal, ou un champ y est faux. Reprends l'export d'origine.
files-event-refused = les règles refusent cette ligne à ce moment-là. Reprends l'export d'origine.
files-too-much-work = il y a trop d'annulations dans ce journal. Importe un export plus ancien.
files-not-its-results = ce n'est pas ce que donne le journal. Pour corriger un résultat, importe d'abord, puis corrige-le ici.
files-phase = le tournoi ne peut pas en être là. Reprends l'export d'origine.
files-no-such-model = Ce tournoi ne tient pas dans brackets.json : les rondes suisses, les lobbys et l'arène n'y ont pas de place. Prends event.json.

## Les commandes et leurs réponses

files-name-file = fichier
files-name-export = exporter
files-name-import = importer
files-name-option-kind = contenu
files-name-option-file = fichier
files-about-file = Les fichiers d'un tournoi
files-about-export = Recevoir un fichier du tournoi
files-about-import = Reprendre un tournoi, ou ajouter une liste de joueurs
files-about-option-kind = Ce que le fichier contient
files-about-option-file = event.json, brackets.json, ou une liste en CSV (1 Mo au plus)
files-kind-event = Tout le tournoi (event.json)
files-kind-brackets = L'arbre pour d'autres logiciels (brackets.json)
files-kind-entrants = La liste des joueurs (CSV)
files-kind-matches = Les matchs (CSV)
files-kind-standings = Le classement (CSV)
files-out = Voici le fichier de **{ $event }**. Il contient des noms affichés, jamais de comptes.
files-out-shown-only = Voici l'arbre de **{ $event }**, pour l'affichage seulement : un autre logiciel enverrait les perdants ailleurs. Pour continuer ailleurs, crée le tournoi avec l'ordre « portable ».
files-refused = Ce fichier n'est pas importé :
files-more = … et { $count } de plus. Corrige celles-ci d'abord.
files-look-event = **{ $event }** : { $entrants ->
        [one] { $entrants } joueur
       *[other] { $entrants } joueurs
    }, { $played ->
        [one] { $played } match joué
       *[other] { $played } matchs joués
    }. L'importer ici, dans ce salon ?
files-look-list = { $count ->
        [one] { $count } nom
       *[other] { $count } noms
    } à ajouter à **{ $event }**. Les ajouter ?
files-look-nobody = Personne à ajouter dans ce fichier. Corrige ces lignes, puis renvoie-le :
files-look-mistakes = Ces lignes resteront dehors :
files-line = ligne { $line } : { $what }
files-look-ignored = Colonnes ignorées : { $columns }
files-differs = Le classement écrit dans le fichier n'est pas celui que donnent ses matchs : ce sont les matchs qui comptent.
files-no-accounts = Ce sont des noms, sans compte : c'est toi qui donnes leurs résultats, et tu peux remplacer un nom par quelqu'un d'ici. En cours, le tournoi arrive en pause.
files-button-import = Importer
files-button-leave = Laisser
files-done-event = **{ $event }** est là. Regarde sa carte dans ce salon.
files-done-list = C'est fait : { $count ->
        [one] { $count } nom
       *[other] { $count } noms
    } de plus dans **{ $event }**.
files-left = Rien n'a changé, le fichier est oublié.

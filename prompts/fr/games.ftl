### Choisir un jeu, préparer une soirée, et ce qui se lit autour d'un match. On tutoie, on reste bref.

## Refus

games-not-for-format = Ce jeu ne se joue pas dans ce format : les salons de jeu vont avec les jeux où l'on est beaucoup dans une partie. Laisse le modèle de côté, et le jeu choisira.
games-hour-unreadable = Je n'ai pas compris cette heure. Écris par exemple 45 (dans 45 minutes), 20:30, demain 20h ou 24/12 20:30.
games-nothing-asked = Rien n'est changé. Choisis au moins une option : le nom, l'heure, les places ou les manches.
games-smaller-size = On ne retire pas de places une fois que c'est annoncé. Tu peux en ajouter, ou annuler et recommencer.
games-already-announced = C'est déjà publié. Pour changer quelque chose, il y a « /tournoi modifier ».

## Les commandes

games-name-edit = modifier
games-about-edit = Changer nom, heure, places ou manches jusqu'au tirage, les attentes jusqu'à la fin (orga)
games-name-registration = inscriptions
games-about-registration = Fermer les inscriptions, ou les rouvrir (orga)
games-name-option-game = jeu
games-about-option-game = Le jeu : ses réglages, ses cartes et sa durée sont prêts
games-name-option-start = debut
games-about-option-start = 45 (dans 45 minutes), 20:30, demain 20h, 24/12 20:30
games-name-option-absent = absences
games-about-option-absent = Qui n'est pas venu : forfait automatique, ou l'orga décide ; jusqu'à la fin
games-absent-forfeit = forfait automatique
games-absent-staff = l'orga décide
games-name-option-hold = attente-stream
games-about-option-hold = Minutes pendant lesquelles un match attend le stream : 5 à 60 ; jusqu'à la fin
games-bad-hold = Un match peut attendre le stream de 5 à 60 minutes. Choisis un nombre entre les deux.
games-name-option-copy = comme
games-about-option-copy = Reprendre les réglages d'un tournoi d'ici
games-name-option-state = etat
games-about-option-state = Ouvertes ou fermées
games-name-open = ouvertes
games-name-closed = fermées

## Ce qu'est une soirée, en quelques mots. Chaque bout se lit entre deux points.

# $team : combien on est d'un côté ; 1 quand chacun joue pour soi.
games-seats = { $size } { $team ->
        [one] places
       *[other] équipes de { $team }
    }
games-minutes = { $minutes } min
games-hours = { $hours } h { $minutes }
games-format-single = élimination directe
games-format-double = double élimination
games-format-robin = { $groups ->
        [one] tout le monde se rencontre
       *[other] { $groups } poules
    }
games-format-swiss = rondes suisses
# $size : les places d'un salon de jeu. $rounds : combien de tours.
games-format-lobbies = parties à { $size } au plus, { $rounds ->
        [one] un tour
       *[other] { $rounds } tours
    }
games-format-arena = arène
# $first : le format d'avant. $count : combien vont en phase finale.
games-format-then = { $first }, puis un tableau à { $count }
games-best-of = { $best ->
        [one] une manche par match
       *[other] matchs en { $best } manches
    }
games-best-of-final = { $best ->
        [one] une manche par match
       *[other] matchs en { $best } manches
    }, finale en { $final }
games-lobby-games = { $games ->
        [one] une partie par tour
       *[other] { $games } parties par tour
    }
# En tête de la carte du tournoi. $event : son nom. $about : ce qu'il est, en une ligne.
games-card-head =
    ## { $event }
    { $about }
games-card-shut = ○ **Inscriptions fermées** · début { $starts }
    {"**"}{ $entered }** sur { $size } dans la liste{ $waiting ->
        [0] {""}
       *[other] {" "}· { $waiting } en attente
    }
    Présence à dire { $opens }.
games-state-draft = brouillon

## Le brouillon, que seule l'orga voit

# $starts, $opens : des heures. $minutes : la durée. $age : l'âge du classement PEGI, 0 sans classement.
games-draft =
    {"**"}Rien n'est encore publié.** Début { $starts }, présence à dire { $opens }, environ { $minutes } de jeu si c'est complet.
    { $age ->
        [0] Ce jeu n'a pas de classement d'âge : à toi de juger s'il convient à ton public.
       *[other] Classé PEGI { $age } : en publiant, tu confirmes qu'il convient à ton public.
    }
    Voici la carte que tout le monde verra :
games-button-publish = Publier
games-button-change = Changer
games-button-again = Refaire la même
games-form-change = Changer la soirée
games-form-again = La même soirée, un autre jour
games-form-name = Le nom
games-form-start = Le début : 45, 20:30, demain 20h…
games-form-size = Le nombre de places
games-form-best-of = Manches par match : 1, 3, 5 ou 7
# Réponse à « modifier ». $event : le nom. $about : la soirée en une ligne.
games-changed = C'est changé : **{ $event }**, début { $starts }. { $about }. La carte le dit à tout le monde.
# $absent : « forfeit » ou « staff ». $minutes : après l'appel. $hold : des minutes.
games-patience = Qui ne vient pas : { $absent ->
    [forfeit] forfait automatique, { $minutes } min après l'appel
   *[staff] l'orga décide
}. Pour le stream, un match attend { $hold } min au plus.
games-registration-closed = Les inscriptions sont fermées. Qui est dans la liste y reste.
games-registration-opened = Les inscriptions sont ouvertes.
# Sur Twitch, quand l'heure change. $minutes : un nombre.
games-chat-moved = { $event } change d'heure : début dans { $minutes } min. Si tu es dans la liste, tu y restes.

## La carte d'un match : le jeu, les cartes à choisir, l'arrivée d'une partie à plusieurs

# $words : les réglages ou la marche à suivre, comme le fichier du jeu les écrit.
games-settings =
    {"**"}Réglages**
    { $words }
games-meeting =
    {"**"}Pour se retrouver**
    { $words }
games-veto-to-come = -# Quand les deux côtés sont là, les choix se font ici, par boutons.
# $name : à qui c'est. $act : ban (écarter), pick (prendre) ou start (comment commencer).
games-veto-turn = ▸ { $act ->
        [ban] { $name }, écarte un choix.
        [pick] { $name }, prends ton choix.
       *[start] { $name }, dis comment tu commences.
    } Sinon, le sort décide { $until }.
# $maps : « 1. Bind (NOVA : attaque) · 2. Haven ».
games-veto-maps = Au programme : { $maps }
games-veto-out = Écarté : { $maps }
games-veto-start = { $name } : { $start }
games-veto-by-lot = -# Un choix au moins a été tiré au sort ; la graine publiée permet de vérifier.
games-veto-after-each = -# Après une partie, qui l'a perdue le dit ici et prend le choix suivant.
games-veto-noted = C'est noté.
games-lost-noted = C'est noté : à toi de prendre le choix suivant, dans le fil.
games-button-lost-game = J'ai perdu cette partie
games-proof = -# À la fin, une capture du résultat postée ici aide si vous n'êtes pas d'accord.
games-proof-asked = Une image du résultat ? Poste-la ici : l'orga lit ce fil pour trancher.
games-button-drawn = Match nul
games-button-order = Ordre d'arrivée
games-button-order-rule = Trancher l'arrivée
games-form-order-title = L'ordre d'arrivée
# Moins de 45 caractères. $count : combien de numéros. $games : combien de manches.
games-form-order = Les { $count } numéros, le premier d'abord
games-form-points = { $games ->
        [one] Tes points d'abord, par exemple 13-9
       *[other] Chaque manche : 13-9, 8-13, 13-11
    }
# $names : « 3 (Zed), 5 (Kim) ».
games-order-missing = Il manque { $names }. Rouvre le bouton et ajoute ce qui manque.
games-order-twice = Deux fois le même numéro : { $names }. Chaque numéro ne vient qu'une fois.
games-order-strangers = Personne n'a ce numéro ici : { $numbers }. Regarde la liste au-dessus du champ.
# $order : « 1. NOVA · 2. Léo · 3. Zed ». $name : qui l'a donné.
games-lobby-reported = ○ { $name } donne l'arrivée : { $order }. Les autres, c'est ça ? Sans réponse, c'est confirmé { $until }.
games-lobby-settled = ✓ Arrivée : { $order }.
games-lobby-live = ● Ça joue ! { $games ->
        [one] À la fin, quelqu'un donne ici l'ordre d'arrivée.
       *[other] { $games } parties d'affilée ; à la fin, quelqu'un donne ici l'ordre d'arrivée, au total des points.
    } Un clic, et des numéros.
# $score : « 1-1 », ou none si personne n'a compté les manches.
games-reported-draw = ○ { $name } dit : match nul{ $score ->
        [none] {""}
       *[other] {" "}{ $score }
    }. { $other }, c'est ça ? Sans réponse, c'est confirmé { $until }.
games-drawn = = Match nul{ $score ->
        [none] {""}
       *[other] {" "}{ $score }
    }.
games-reported-noted = C'est noté, merci.
# Sur Twitch, à qui donne un score dans une partie à plusieurs. $page : une adresse.
games-lobby-on-page = Vous êtes plusieurs dans cette partie : l'arrivée se donne dans son fil Discord, ou l'orga la note. Le tableau : { $page }

### Choisir un jeu, préparer une soirée, et ce qui se lit autour d'un match. On tutoie, on reste bref.

## Refus

games-not-for-format = Ce jeu ne se joue pas dans ce format : les salons de jeu vont avec les jeux où l'on est beaucoup dans une partie. Laisse le modèle de côté, et le jeu choisira.
games-hour-unreadable = Je n'ai pas compris cette heure. Écris par exemple 45 (dans 45 minutes), 20:30, demain 20h ou 24/12 20:30.
games-smaller-size = On ne retire pas de places une fois que c'est annoncé. Tu peux en ajouter, ou annuler et recommencer.
games-already-announced = C'est déjà publié. Pour changer quelque chose, il y a « /tournoi modifier ».

## Les commandes

games-name-edit = modifier
games-about-edit = Changer le nom, l'heure, les places ou les manches, jusqu'au tirage (orga)
games-name-registration = inscriptions
games-about-registration = Fermer les inscriptions, ou les rouvrir (orga)
games-name-option-game = jeu
games-about-option-game = Le jeu : ses réglages, ses cartes et sa durée sont prêts
games-name-option-start = debut
games-about-option-start = 45 (dans 45 minutes), 20:30, demain 20h, 24/12 20:30
games-name-option-copy = comme
games-about-option-copy = Reprendre les réglages d'un tournoi d'ici
games-name-option-state = etat
games-about-option-state = Ouvertes ou fermées
games-name-open = ouvertes
games-name-closed = fermées

## Ce qu'est une soirée, en quelques mots. Chaque bout se lit entre deux points.

games-seats = { $size } places
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
games-registration-closed = Les inscriptions sont fermées. Qui est dans la liste y reste.
games-registration-opened = Les inscriptions sont ouvertes.
# Sur Twitch, quand l'heure change. $minutes : un nombre.
games-chat-moved = { $event } change d'heure : début dans { $minutes } min. Si tu es dans la liste, tu y restes.

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

## La carte du tournoi, et celle de chaque équipe

# $size : combien de personnes jouent de chaque côté. $alone : combien n'ont pas encore d'équipe.
teams-card-line = Équipes de { $size }{ $alone ->
        [0] {""}
        [one] {" "}· { $alone } personne sans équipe
       *[other] {" "}· { $alone } personnes sans équipe
    }. Sans équipe, je t'en propose une au tirage.
# $teams : « NOVA (1), Zed (2) », le nombre de places à pourvoir entre parenthèses.
teams-card-short = À compléter : { $teams }
# $team : le nom de l'équipe. $players, $names : des pseudos.
teams-roster = { $team } : { $players }
teams-bench = En remplacement : { $names }
teams-lacks = { $lacks ->
        [one] Il manque encore une personne.
       *[other] Il manque encore { $lacks } personnes.
    }
teams-captain = { $name } (mène l'équipe)
teams-former = une personne partie depuis
teams-gone = Cette équipe n'existe plus.
# $team : le nom de l'équipe qui demande.
teams-match-wanted = ○ { $team } demande à faire entrer une personne sans équipe. En face, d'accord ?

## Les boutons

teams-button-new = Créer une équipe
teams-button-join = Rejoindre une équipe
teams-button-alone = Jouer sans équipe
teams-button-mine = Mon équipe
teams-button-roster = Effectif
teams-button-join-one = Rejoindre { $team }
teams-button-code = J'ai un code
teams-button-leave = Quitter l'équipe
teams-button-invite = Inviter
teams-button-swap = Remplacer
teams-button-captain = Passer le relais
teams-button-remove = Retirer quelqu'un
teams-button-withdraw = Retirer l'équipe
teams-button-missing = Il nous manque quelqu'un
teams-button-free = Une place est libre
teams-button-agree = D'accord
# Les petites fenêtres.
teams-form-new = Une nouvelle équipe
teams-form-name = Son nom, 20 caractères au plus
teams-form-join = Rejoindre une équipe
teams-form-code = Le code de l'équipe

## Les réponses, privées sur Discord, courtes sur Twitch

# $code : ce que les autres tapent pour venir. $lacks : combien de personnes il manque encore.
teams-made = { $team } est dans la liste. Le code pour la rejoindre : { $code } (« Rejoindre » sur sa carte, ou !tournoi equipe { $code } sur Twitch). { $lacks ->
        [0] L'équipe est complète.
        [one] Encore une personne à trouver.
       *[other] Encore { $lacks } personnes à trouver.
    }
teams-invitation = À passer à qui tu veux : « Rejoins { $team } : bouton "Rejoindre" sur sa carte, /tournoi equipe rejoindre { $code }, ou !tournoi equipe { $code } sur Twitch. »
teams-joined = C'est bon, tu joues avec { $team }. { $lacks ->
        [0] L'équipe est complète.
        [one] Encore une personne à trouver.
       *[other] Encore { $lacks } personnes à trouver.
    }
teams-joined-again = C'est déjà bon, tu joues avec { $team }.
# Sans équipe. $starts : une heure.
teams-alone = C'est bon : au tirage, je te propose une équipe. Début { $starts }. Tu peux encore en rejoindre une, ou te retirer.
teams-alone-again = C'est déjà bon : au tirage, je te propose une équipe. Début { $starts }.
teams-spare = C'est noté : si une équipe a besoin de quelqu'un, ce sera toi.
teams-alone-here = Bien reçu, tu es là. Ton équipe arrive au tirage. Début { $starts }.
teams-left = C'est noté, tu n'es plus dans { $team }. L'équipe continue.
teams-withdrawn = C'est noté : { $team } se retire.
teams-open = { $count ->
        [0] Aucune équipe ne cherche quelqu'un pour le moment. Crée la tienne, joue sans équipe, ou entre un code.
        [one] Une équipe a de la place :
       *[other] { $count } équipes ont de la place :
    }
# $act : ce qu'on veut faire : captain, remove ou swap.
teams-choose = { $act ->
        [captain] À qui passer le relais ? Cette personne décidera pour l'équipe.
        [remove] Qui retirer de l'équipe ? Il faudra ensuite un nouveau code pour la rejoindre.
       *[swap] Qui laisse sa place, et à qui ?
    }
teams-nobody-to-choose = Il n'y a personne d'autre pour ça dans l'équipe. « Inviter » donne le code à partager.
teams-sure = Retirer { $team } du tournoi ? Ses matchs à venir sont perdus.
teams-who-is-missing = Qui n'est pas là ? Une personne sans équipe peut entrer si l'autre équipe est d'accord.
teams-stand-in-asked = C'est demandé à l'autre équipe, sur la carte du match. L'orga peut aussi dire oui.
teams-stood-in = C'est fait : une personne sans équipe entre pour ce match et la suite.
# « Mon match ». $event : le nom du tournoi.
teams-next-alone = Patiente : tu joues { $event } sans équipe, je t'en propose une au tirage. Début { $until }.
teams-next-alone-here = Dis que tu es là : ton équipe pour { $event } se fait au tirage. Fin de la présence { $until }.
teams-next-spare = Reste là : pas d'équipe pour toi au tirage de { $event }, mais si une équipe a besoin de quelqu'un, ce sera toi.
# Sur Twitch, sans rien après « equipe ».
teams-how = Avec un code : !tournoi equipe CODE. Pour créer la tienne : !tournoi equipe creer NOM. Sans équipe : !tournoi

## Les commandes

teams-name-team = equipe
teams-name-create = creer
teams-name-join = rejoindre
teams-name-invite = inviter
teams-name-leave = quitter
teams-name-roster = effectif
teams-name-substitute = remplacant
teams-name-option-name = nom
teams-name-option-code = code
teams-about-team = Jouer en équipe
teams-about-create = Créer une équipe
teams-about-join = Rejoindre une équipe avec son code
teams-about-invite = Le code à partager pour rejoindre ton équipe
teams-about-leave = Quitter ton équipe
teams-about-roster = Qui est dans ton équipe, et ce que tu peux y changer
teams-about-substitute = Faire entrer une personne remplaçante
teams-about-option-name = Le nom de l'équipe, 20 caractères au plus
teams-about-option-code = Le code donné par l'équipe

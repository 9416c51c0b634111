### Les tournois. On tutoie, on reste bref, on ne félicite jamais quelqu'un d'avoir battu quelqu'un.

## Les modèles de tournoi

tournaments-template-friday-8 = Vendredi à 8, en une heure
tournaments-template-cup-16 = Coupe à 16
tournaments-template-cup-32 = Coupe à 32
tournaments-template-open-64 = Open à 64
tournaments-template-double-16 = 16 joueurs, avec une seconde chance
tournaments-template-double-256 = 256 joueurs, avec une seconde chance
tournaments-template-groups-16 = Quatre poules, puis un tableau de 8
tournaments-template-swiss-32 = Rondes suisses à 32, puis le top 8
tournaments-template-arena-45 = Arène de 45 minutes
tournaments-template-kart-night = Soirée kart, en salons de jeu

## Refus : inscription et présence

tournaments-registration-closed = Les inscriptions sont fermées. La commande « tournoi match » dit ce qui se joue encore ici.
tournaments-already-entered = C'est déjà fait : tu es dans la liste. Le tournoi t'appellera ici pour la suite.
tournaments-not-entered = Tu n'es pas dans la liste de ce tournoi. S'il est encore ouvert, « Je joue » t'y met.
tournaments-check-in-not-open = Trop tôt pour dire que tu es là : le tournoi t'appellera ici même.
tournaments-check-in-over = C'est trop tard : le tirage est fait. Préviens l'orga, une place peut encore se libérer.
tournaments-unknown-template = Je ne connais pas ce modèle de tournoi. Choisis-en un dans la liste.
tournaments-unknown-game = Je ne connais pas ce jeu. Choisis-en un dans la liste.
tournaments-nothing-to-choose = Il n'y a rien à choisir maintenant. Jouez la partie, la suite vient après.
tournaments-not-your-turn = C'est à l'autre côté de choisir. Ton tour vient juste après.
tournaments-already-taken = Cette carte est déjà prise ou bannie. Choisis-en une autre.
tournaments-not-a-choice = Ce choix n'existe pas ici. Prends un des boutons.
tournaments-too-few = Il faut être au moins deux pour jouer. Attends du monde, ou repousse l'heure avec « tournoi modifier ».
tournaments-too-many = Un tableau a 4096 places au plus. Fais deux tournois, ou choisis moins de places.
tournaments-bad-groups = Il faut au moins un groupe, et assez de monde pour chacun. Mets moins de groupes.
tournaments-bad-points = Du premier au dernier, les points ne peuvent que baisser, et jamais sous zéro. Corrige la liste dans cet ordre.
tournaments-bad-tiebreaks = Un départage ne se prend qu'une fois, et le dernier est l'ordre de départ ou le tirage au sort. Reprends la liste ainsi.

## Refus : les équipes

tournaments-unknown-team = Cette équipe n'existe pas, ou plus. Regarde la liste des équipes, ou crée la tienne.
tournaments-one-team-each = Une seule équipe par personne dans ce tournoi. Quitte d'abord la première : « tournoi equipe quitter ».
tournaments-team-full = Cette équipe est complète. Regarde les autres équipes, ou inscris-toi sans équipe : je t'en proposerai une.
tournaments-by-invitation = Cette équipe se rejoint sur invitation : demande à la personne qui la mène.
tournaments-captain-only = Seule la personne qui mène l'équipe peut la changer. Demande-lui, ou vois avec l'orga.
tournaments-not-in-team = Cette personne n'est pas à cette place dans l'équipe. Regarde l'effectif pour voir qui y est.
tournaments-roster-locked = Les effectifs ne bougent plus. S'il manque quelqu'un, appelle l'orga : une personne peut encore entrer avant le match.
tournaments-not-agreed = Il faut d'abord l'accord de l'autre côté ou de l'orga. Demande-le dans le fil du match.

## Refus : pendant le jeu

tournaments-not-now = Ce n'est pas possible à ce moment du tournoi. La commande « tournoi match » dit où ça en est.
tournaments-not-playing = Ce n'est pas (ou plus) ton match. La commande « tournoi match » dit où tu en es.
tournaments-others-now = Ce bouton date d'avant une correction : ce match se joue autrement maintenant, et je n'ai rien noté. La commande « tournoi match » dit où tu en es.
tournaments-another-score = Le score a changé entre-temps, et je n'ai rien noté. Regarde le nouveau, puis réponds : la commande « tournoi match » le montre.
tournaments-unknown-match = Ce match n'est pas dans le tableau. Choisis-en un dans la liste.
tournaments-unknown-entrant = Cette personne ne joue pas dans ce tournoi. Choisis un nom de la liste.
tournaments-not-open = Patience : ce match attend celui d'avant, à finir ou à rejouer. La commande « tournoi match » dit où tu en es.
tournaments-already-called = Ce match est déjà lancé. Va dans son fil : la commande « tournoi match » y mène.
tournaments-already-reported = Un score est déjà donné : l'autre côté doit répondre. Sans réponse, il sera confirmé tout seul.
tournaments-already-settled = Ce match est terminé. Si le score est faux, appelle l'orga.
tournaments-in-dispute = Le score est contesté : l'orga va trancher. Explique-toi dans le fil du match, une image aide.
tournaments-nothing-reported = Ce match n'a pas (ou plus) de score. La commande « tournoi match » dit où tu en es.
tournaments-own-report = C'est à l'autre côté de répondre à ce score. Tu t'es trompé ? « Annuler mon score » le reprend.
tournaments-others-report = Ce score vient de l'autre côté. S'il est faux, réponds « Pas d'accord » ; s'il compte déjà, appelle l'orga.
tournaments-bad-score = Ce score ne va pas avec ce résultat. Écris tes manches d'abord, par exemple 2-1.
tournaments-already-out = C'est déjà fini pour toi dans ce tournoi. La commande « tournoi liste » montre les prochains.
tournaments-not-withdrawn = Cette personne n'a pas quitté le tournoi : il n'y a rien à réintégrer. Choisis quelqu'un de la liste.
tournaments-too-late = Trop tard : la suite a commencé. Appelle l'orga.
tournaments-no-seat = Il n'y a plus de place libre dans le tableau. On peut encore remplacer quelqu'un : « tournoi reparer remplacer ».
tournaments-not-next = Cette place n'est pas la prochaine à prendre. Prends celle qui suit la dernière.
tournaments-nothing-to-undo = Il n'y a rien à annuler. La régie montre les derniers gestes : « tournoi regie ».
tournaments-on-hold = Ce match est gardé pour le stream. Il commencera dès qu'il sera libéré.
tournaments-busy = L'un des deux est encore dans un autre match. Celui-ci vient juste après.
tournaments-begun = Ce match a commencé : il ne reste qu'à le trancher, avec « tournoi reparer trancher ».
tournaments-no-draws = Pas de match nul ici : jouez encore, ou dis qui a gagné.
tournaments-bad-order = Vous êtes plusieurs dans cette partie : donne l'ordre d'arrivée avec le bouton de son fil, tout le monde une fois, le premier d'abord.
tournaments-bad-pairs = Il faut tous ceux qui sont encore en jeu, une fois chacun. Reprends les paires ainsi.
tournaments-no-rounds = Ce tournoi ne se joue pas ronde par ronde : les matchs s'enchaînent tout seuls, rien d'autre à faire.
tournaments-round-open = Il manque encore des résultats : la suite attend. La régie dit lesquels : « tournoi regie ».
tournaments-stage-over = Cette phase est terminée : plus rien ne s'y joue. La commande « tournoi classement » dit qui continue.
tournaments-no-arena = Il n'y a de pause que dans une arène. Pour t'arrêter ici : « tournoi quitter ».
tournaments-declined = Ces joueurs préfèrent jouer sans stream. Choisis un autre match.
tournaments-waited = Ce match a attendu le stream aussi longtemps qu'il peut. Choisis un autre match.
tournaments-not-early = Trop tard pour changer les places : un match a été lancé. On peut encore remplacer quelqu'un : « tournoi reparer remplacer ».

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
tournaments-outline-drawn = { $one } – { $other } : match nul
tournaments-outline-drawn-score = { $one } { $score } { $other } : match nul
# $place: « 1 » ou « 3–4 ». $points, $wins : en chiffres, parfois avec ½.
tournaments-outline-row = { $place }. { $name } · points : { $points } · victoires : { $wins }
tournaments-outline-place = { $place } · { $name } · victoires : { $wins }

## Les autres formats : noms des tours, tableaux et leurs légendes

# $round : le numéro du tour.
tournaments-picture-playoff-round = Phase finale, tour { $round }
tournaments-picture-winners-final = Finale des gagnants
tournaments-picture-winners-semi-finals = Demi-finales des gagnants
tournaments-picture-winners-round = Gagnants, tour { $round }
tournaments-picture-losers-final = Finale des perdants
tournaments-picture-losers-round = Perdants, tour { $round }
tournaments-picture-grand-final = Grande finale
tournaments-picture-second-final = Grande finale, second match
tournaments-picture-arena = Arène
tournaments-picture-twice = Qui vient du tableau des perdants doit gagner la grande finale deux fois.
tournaments-picture-standings = Classement
# $group : une lettre. $lobby : un numéro.
tournaments-picture-group = Groupe { $group }
tournaments-picture-lobby = partie { $lobby }
tournaments-picture-player = Pseudo
tournaments-picture-points = Points
tournaments-picture-wins = Victoires
tournaments-picture-left = abandon
tournaments-picture-through = ▸ va en phase finale
tournaments-picture-more = { $count ->
        [one] Et une autre ligne sur la page.
       *[other] Et { $count } autres lignes sur la page.
    }
tournaments-picture-legend-cross = Chaque ligne contre chaque colonne : ✓ gagné, – perdu, = nul, … à jouer.
tournaments-picture-legend-rounds = Une colonne par tour : ✓ gagné, – perdu, = nul, … en cours, → passe ce tour. Le numéro est la ligne de l'adversaire.
tournaments-picture-legend-lobbies = Une colonne par tour : les points de ce tour. ✓ première place de la partie.
# $keys : la liste, dans l'ordre.
tournaments-picture-level = À égalité de points, dans l'ordre : { $keys }.
# $name : un pseudo. $title : le nom du tournoi.
tournaments-picture-path-about = Le parcours de { $name } dans { $title }.
tournaments-picture-podium-about = Le podium de { $title }.
# $round : « Demi-finales ».
tournaments-path-now = Maintenant · { $round }
tournaments-path-next = Ensuite · { $round }
tournaments-path-if-won = En gagnant · { $round }
tournaments-path-if-lost = En perdant · { $round }
# Ce qui départage, écrit en tête de colonne et sous chaque classement.
tournaments-tiebreak-points = points
tournaments-tiebreak-head-to-head = résultat entre les ex æquo
tournaments-tiebreak-buchholz = points des adversaires rencontrés
tournaments-tiebreak-buchholz-cut1 = points des adversaires rencontrés, sans le plus faible
tournaments-tiebreak-median-buchholz = points des adversaires rencontrés, sans les deux extrêmes
tournaments-tiebreak-sonneborn-berger = points des adversaires battus
tournaments-tiebreak-wins = victoires
tournaments-tiebreak-game-diff = différence de manches
tournaments-tiebreak-game-for = manches gagnées
tournaments-tiebreak-seed = ordre de départ
tournaments-tiebreak-lot = tirage au sort, graine publiée

## Refus : organiser

tournaments-none-here = Il n'y a pas de tournoi ici pour le moment. La commande « tournoi liste » dit ce qui vient.
tournaments-not-in-a-place = Ça se fait dans un serveur, pas en message privé. Refais-le dans le salon du tournoi.
tournaments-bad-hour = Le début doit être entre dans une minute et dans 60 jours. Choisis une autre heure.
tournaments-bad-name = Il faut un nom pour ce tournoi, de 60 caractères au plus. Écris-en un plus court.
tournaments-bad-size = Un tournoi a entre 2 et 4096 places. Choisis un nombre entre les deux.
tournaments-bad-best-of = Un match se joue en 1, 3, 5 ou 7 manches. Choisis l'un de ces nombres.
tournaments-not-running = Ce tournoi ne se joue pas en ce moment. La commande « tournoi liste » dit ce qui vient.
tournaments-already-drawn = Le tirage est déjà fait. La suite, c'est la commande « tournoi lancer ».
tournaments-own-match = C'est ton propre match : demande à quelqu'un d'autre de l'orga.
tournaments-score-unreadable = Je n'ai pas compris ce score. Écris-le comme ça, tes manches d'abord : 2-1.
tournaments-say-here = Dis d'abord que tu es là pour ce match, le score vient après.

## Les commandes : leur nom français, et ce qu'elles font

tournaments-name-tournament = tournoi
tournaments-about-tournament = Les tournois d'ici
tournaments-name-create = creer
tournaments-about-create = Annoncer un tournoi dans ce salon
tournaments-name-list = liste
tournaments-about-list = Les tournois d'ici
tournaments-name-join = rejoindre
tournaments-about-join = T'inscrire
tournaments-name-leave = quitter
tournaments-about-leave = Te retirer du tournoi
tournaments-name-match = match
tournaments-about-match = Ton prochain match
tournaments-name-check-in = presence
tournaments-about-check-in = Dire que tu es là
tournaments-name-score = score
tournaments-about-score = Donner le score de ton match
tournaments-name-confirm = confirmer
tournaments-about-confirm = Dire que le score donné est bon
tournaments-name-dispute = contester
tournaments-about-dispute = Dire que le score donné n'est pas bon
tournaments-name-bracket = arbre
tournaments-about-bracket = Le tableau, en liste et en image
tournaments-name-standings = classement
tournaments-about-standings = Qui en est où, avec ton parcours
tournaments-name-start = lancer
tournaments-about-start = Tirer au sort et lancer les matchs maintenant (orga)
tournaments-name-rule = trancher
tournaments-about-rule = Dire qui gagne un match (orga)
tournaments-name-cancel = annuler
tournaments-about-cancel = Annuler le tournoi (orga)
tournaments-name-overlay = overlay
tournaments-about-overlay = Une nouvelle adresse pour OBS (orga)
tournaments-name-option-name = nom
tournaments-about-option-name = Le nom du tournoi
tournaments-name-option-template = modele
tournaments-about-option-template = Le format de la soirée
tournaments-name-option-size = places
tournaments-about-option-size = Le nombre de places, de 2 à 4096
tournaments-name-option-best-of = manches
tournaments-about-option-best-of = En combien de manches se joue un match
tournaments-name-option-tournament = tournoi
tournaments-about-option-tournament = Lequel, s'il y en a plusieurs
tournaments-name-option-score = score
tournaments-about-option-score = Tes manches d'abord : 2-1, 0-2. Ou : gagné, perdu
tournaments-name-option-winner = vainqueur
tournaments-about-option-winner = Qui gagne, parmi les matchs en cours
tournaments-name-option-reason = raison
tournaments-about-option-reason = Pourquoi : les deux côtés la verront

tournaments-name-stream = stream
tournaments-about-stream = Ce qui passe sur le stream (cast)
tournaments-name-stream-queue = file
tournaments-about-stream-queue = Les matchs à montrer, et pourquoi
tournaments-name-stream-hold = retenir
tournaments-about-stream-hold = Garder un match pour le stream
tournaments-name-stream-release = liberer
tournaments-about-stream-release = Laisser jouer un match gardé pour le stream
tournaments-name-stream-hide = masquer
tournaments-about-stream-hide = Cacher un pseudo sur les overlays, ou le montrer de nouveau
tournaments-name-option-match = match
tournaments-about-option-match = Lequel, par le pseudo de qui joue
tournaments-name-option-player = joueur
tournaments-about-option-player = Le pseudo de qui joue

## La file du stream : une carte, privée, avec ses boutons

tournaments-stream-title = **À montrer sur le stream**
tournaments-stream-empty = Aucun match n'attend en ce moment.
tournaments-stream-more = { $count ->
        [one] Et un autre match, avec la commande.
       *[other] Et { $count } autres matchs, avec la commande.
    }
# Pourquoi ce match : quelques mots, l'un après l'autre.
tournaments-why-held = **gardé**
tournaments-why-asked = ils aimeraient passer
tournaments-why-late = dernier carré
tournaments-why-rematch = revanche
tournaments-why-undefeated = personne n'a perdu
tournaments-why-seeds = parmi les quatre premiers de la liste
# $match : « Ada – Bo ». $name : un pseudo.
tournaments-button-hold = Garder { $match }
tournaments-button-release = Laisser jouer { $match }
tournaments-button-hide = Masquer { $name }
tournaments-button-unhide = Montrer { $name }
tournaments-button-on-stream = Passer sur le stream ?
tournaments-no-stream = C'est noté : vous jouez sans stream, dès maintenant.
tournaments-wished = C'est noté : la personne qui caste voit que ce match aimerait passer.
tournaments-hidden = Ce pseudo n'est plus sur les overlays : un numéro le remplace.
tournaments-unhidden = Ce pseudo est de nouveau sur les overlays.

## Pourquoi l'orga tranche

tournaments-reason-heard = chaque côté a été entendu
tournaments-reason-proof = une image le montre
tournaments-reason-absent = quelqu'un n'était pas là
tournaments-reason-mistake = le score noté était faux
tournaments-reason-conduct = fair-play
tournaments-reason-asked = les joueurs l'ont demandé
tournaments-reason-technical = un souci technique

## La carte du tournoi, dans le salon

# $starts, $opens, $closes : des heures que Discord affiche à sa façon. $waiting : la liste d'attente.
tournaments-card-registration =
    ○ **Inscriptions ouvertes** · début { $starts }
    {"**"}{ $entered }** sur { $size } dans la liste{ $waiting ->
        [0] {""}
       *[other] {" "}· { $waiting } en attente
    }
    Présence à dire { $opens }. Aucune inscription n'engage à rien d'autre.
tournaments-card-check-in =
    ● **C'est le moment de dire « Je suis là »**, jusqu'à { $closes }
    {"**"}{ $here }** sur { $entered } sont là{ $waiting ->
        [0] {""}
       *[other] {" "}· { $waiting } en attente
    } · début { $starts }
tournaments-card-too-few = ⚠ Il n'y a pas encore deux personnes présentes. Le tournoi attend l'orga : { $command } quand il y aura du monde.
tournaments-card-drawn =
    ○ **Le tirage est fait** : { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    } dans le tableau
    Premiers matchs { $starts }. Chaque match aura son fil, avec sa carte.
# $round : « Demi-finales ».
tournaments-card-running =
    ● **Ça joue** · { $round }
    { $left ->
        [one] Plus qu'un match
       *[other] Encore { $left } matchs
    } · { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    } dans le tableau
tournaments-card-finished = ✓ **Terminé.** Le tournoi est à **{ $name }**.
tournaments-card-nobody = ✓ **Terminé**, sans vainqueur ce soir.
tournaments-card-cancelled = ✗ **Annulé par l'orga.** Rien à faire de ton côté.
# $seal : une empreinte, avant le tirage ; $secret : ce qui la donne, après. Chacun peut vérifier.
tournaments-card-sealed = -# Tirage scellé d'avance : { $seal }
tournaments-card-unsealed = -# Tirage vérifiable : { $seal } est l'empreinte SHA-256 de « { $secret } »
tournaments-thread = Matchs · { $event }
# Le fil d'un match, privé d'ordinaire. $round : « Demi-finales ». $match : son numéro, « W2.1 ».
tournaments-room = { $round } · { $match } · { $event }
# Pour l'orga, quand un fil par match n'est pas possible : ce qui manque, et où le changer.
tournaments-card-rooms-refused = -# Pour l'orga : les matchs partagent un fil. Il me manque « Créer des fils privés » ou « Envoyer des messages dans les fils » : modifier le salon → Permissions → mon rôle.
tournaments-card-rooms-full = -# Pour l'orga : Discord n'ouvre plus de fil pour le moment, les matchs suivants en partagent un. Archiver de vieux fils aide.
tournaments-card-rooms-channel = -# Pour l'orga : ce type de salon n'a pas de fils privés, les matchs partagent un fil. Un salon textuel en aurait.
# Le podium, posté une fois. $name : un pseudo.
tournaments-podium-title = ## Podium · { $event }
tournaments-podium-first = 🥇 **{ $name }**
tournaments-podium-second = 🥈 { $name }
tournaments-podium-third = 🥉 { $name }
tournaments-podium-thanks = Merci à tout le monde d'avoir joué : { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }, { $matches ->
        [one] { $matches } match
       *[other] { $matches } matchs
    }.

## Les boutons

tournaments-button-join = Je joue
tournaments-button-leave = Me retirer
tournaments-button-here = Je suis là
tournaments-button-mine = Mon match
tournaments-button-bracket = Le tableau
tournaments-button-page = En grand
tournaments-button-won = J'ai gagné
tournaments-button-lost = J'ai perdu
tournaments-button-ok = C'est ça
tournaments-button-not-right = Pas d'accord
tournaments-button-take-back = Annuler mon score
tournaments-button-without-stream = Jouer sans stream
tournaments-button-pause = Faire une pause
tournaments-button-resume = Reprendre
tournaments-button-cannot = Je ne pourrai pas
tournaments-button-problem = Un souci
# $name : qui l'orga déclare vainqueur.
tournaments-button-rule = { $name } gagne
# La petite fenêtre qui demande le score.
tournaments-form-title = Le score du match
tournaments-form-score = Tes manches d'abord, par exemple 2-1

## La carte d'un match, dans le fil

# $round : « Tour 1 ». $one, $other : les deux côtés. $best : le nombre de manches.
tournaments-match-head =
    {"**"}{ $round }** · { $one } contre { $other }{ $best ->
        [one] {""}
       *[other] {" "}· en { $best } manches
    }
tournaments-match-head-lobby = {"**"}{ $round }** · { $players }
# Une grande finale. $name : qui vient du tableau des perdants.
tournaments-match-twice = -# { $name } vient du tableau des perdants et doit gagner deux fois. L'autre côté, une seule.
tournaments-match-last = -# Second match de la grande finale : qui le gagne remporte le tournoi.
tournaments-match-called = ● À vous ! Dites « Je suis là ». Fin de l'appel { $until }.
# $name : qui est là. $missing : qui ne l'est pas encore.
tournaments-match-half = ● { $name } est là. { $missing }, on t'attend : fin de l'appel { $until }.
tournaments-match-late = ◷ En retard : on attend encore { $missing }. Viens dire « Je suis là » ; l'orga peut laisser du temps. Sans cela, forfait { $until }.
tournaments-match-late-asked = ◷ En retard : on attend encore { $missing }. Viens dire « Je suis là » ; l'orga décide de la suite.
tournaments-match-held = ◇ Gardé pour le stream, { $minutes } minutes environ. Vous pouvez refuser : un clic, et vous jouez tout de suite.
tournaments-match-live = ● Match en cours. À la fin, dites ici qui a gagné : un clic suffit.
# $name : qui a donné le score. $winner : qui gagne selon ce score. $other : qui doit répondre.
tournaments-match-reported = ○ { $name } dit : { $winner } gagne. { $other }, c'est ça ? Sans réponse, c'est confirmé { $until }.
tournaments-match-reported-score = ○ { $name } dit : { $winner } gagne { $score }. { $other }, c'est ça ? Sans réponse, c'est confirmé { $until }.
tournaments-match-disputed = ⚠ Les deux côtés ne disent pas la même chose. L'orga va trancher ; les autres matchs continuent.
tournaments-match-won = ✓ { $winner } gagne.
tournaments-match-won-score = ✓ { $winner } gagne { $score }.
tournaments-match-passes = ✓ { $winner } passe sans jouer.
tournaments-match-nobody = – Personne n'est venu : le match est clos.
tournaments-match-ruled = -# Décision de l'orga : { $reason }.
tournaments-match-waiting = ○ En attente : le match d'avant est à rejouer.
tournaments-match-cancelled = ✗ Le tournoi est annulé.
# Avant le tirage, dans le salon. $who : les mentions, et personne d'autre. $until : l'heure, en secondes.
tournaments-remind = { $who } · il reste à dire « Je suis là » sur la carte du tournoi. Fin de la présence <t:{ $until }:R>.
tournaments-called-up = { $who } · une place s'est libérée : tu joues ! Si ce n'est pas fait, dis « Je suis là » sur la carte du tournoi.
# Le stream, dans le fil du match. $who : les mentions. $minutes : un nombre.
tournaments-kept = { $who } · votre match est gardé pour le stream, { $minutes } minutes environ. Vous pouvez refuser sur la carte de ce fil.
tournaments-freed = { $who } · c'est à vous : « Je suis là », sur la carte de ce fil.
# Un rappel dans le fil, pour qui manque et personne d'autre. $who : les mentions. $until : l'heure, en secondes.
tournaments-ping = { $who } · ton match t'attend : « Je suis là », sur la carte de ce fil. Fin de l'appel <t:{ $until }:R>.
# $what : ce qui a été signalé : absent, lobby, score ou other.
tournaments-match-flagged = ⚑ Signalé à l'orga : { $what ->
        [absent] il manque quelqu'un.
        [lobby] la partie ne se lance pas.
        [score] le score est à revoir.
       *[other] quelque chose coince.
    }
# Après « Un souci » : quatre boutons, rien à écrire.
tournaments-problem-ask = Qu'est-ce qui coince ? Un bouton suffit : l'orga le verra sur la carte du match.
tournaments-trouble-absent = L'autre côté n'est pas là
tournaments-trouble-lobby = La partie ne se lance pas
tournaments-trouble-score = Le score est faux
tournaments-trouble-other = Autre chose
# Quelqu'un dont le pseudo n'est pas affiché. $number : son numéro dans le tableau.
tournaments-somebody = Joueur n° { $number }

## Les réponses, privées sur Discord, courtes sur Twitch (180 caractères au plus)

# $place : son rang dans la liste. $starts, $opens, $until, $closes : une heure, ou « dans 5 min ».
tournaments-joined = C'est bon, tu joues : { $entered } sur { $size }. Début { $starts }. Reviens dire « Je suis là » { $opens }.
tournaments-joined-here = C'est bon, tu joues, et je note que tu es là : { $entered } sur { $size }. Début { $starts }.
tournaments-joined-again = C'est déjà bon, tu es dans la liste. Début { $starts }.
tournaments-in-line = C'est complet : tu es n° { $place } sur la liste d'attente. Dis « Je suis là » pendant la présence, des places se libèrent.
tournaments-in-line-hope = C'est complet : tu es n° { $place } sur la liste d'attente. En moyenne ici, { $frees ->
        [one] une place se libère
       *[other] { $frees } places se libèrent
    } à la présence : dis « Je suis là » à ce moment.
tournaments-came-in = C'est bon, tu es dans l'arène : ton premier adversaire arrive.
tournaments-came-back = Te revoilà dans l'arène : le prochain adversaire arrive.
tournaments-left = C'est noté, tu n'es plus dans la liste. Tu peux revenir tant que c'est ouvert.
tournaments-withdrew = C'est noté : tu te retires, ton adversaire passe.
tournaments-checked-in = Bien reçu, tu es là. Début { $starts }.
tournaments-checked-in-waiting = Bien reçu. Tu es n° { $place } sur la liste d'attente : si une place se libère, elle est pour toi.
tournaments-arrived = Bien reçu, tu es là. On attend { $opponent } : fin de l'appel { $until }.
tournaments-arrived-both = Vous êtes là tous les deux : c'est parti contre { $opponent } !
tournaments-reported = Score envoyé. { $opponent } peut répondre ; sinon, confirmé { $until }.
tournaments-reported-lost = C'est noté, { $opponent } passe. Bien joué quand même.
tournaments-reported-won = C'est noté : la victoire est pour toi.
tournaments-confirmed = C'est confirmé, merci.
# $what : ce qui a été signalé. Ce qui suit, et ce qu'on peut faire en attendant.
tournaments-flagged = { $what ->
        [lobby] C'est signalé à l'orga, qui voit ce match. En attendant, réessayez : rien ne presse.
        [score] C'est signalé. Si un score attend ta réponse, « Pas d'accord » arrête le match et l'orga tranche.
       *[other] C'est signalé à l'orga, qui voit ce match. Vous pouvez continuer à jouer.
    }
tournaments-flagged-absent = C'est signalé. Une fois que tu as dit « Je suis là », tu passes à la fin de l'appel { $until } si personne ne vient.
tournaments-contested = C'est noté. L'orga va trancher, vous n'avez rien d'autre à faire.
tournaments-taken-back = Ton score est annulé. Vous pouvez en donner un autre.
tournaments-created =
    C'est annoncé : **{ $event }**, début { $starts }. La page à partager : { $page }
    Pour OBS, à garder pour toi (source navigateur, 1920 × 1080) :
    { $now }
    { $bracket }
tournaments-new-overlay =
    Nouvelles adresses pour OBS ; les anciennes ne montrent plus rien :
    { $now }
    { $bracket }
tournaments-started = C'est lancé : chaque match a son fil.
tournaments-called-off = C'est annulé. La carte le dit à tout le monde.
tournaments-ruled = C'est tranché. Les deux côtés voient la raison.
tournaments-list-empty = Rien de prévu ici pour le moment.
# Une ligne de la liste. $state : où en est le tournoi.
tournaments-list-line = {"**"}{ $event }** · { $state } · { $entered } sur { $size } · { $starts }
tournaments-state-registration = inscriptions ouvertes
tournaments-state-check-in = présence en cours
tournaments-state-closed = tirage fait
tournaments-state-running = en cours
tournaments-state-finished = terminé
tournaments-state-cancelled = annulé
# Sur Twitch, à la place d'une heure. $minutes : un nombre.
tournaments-in-minutes = { $minutes ->
        [0] tout de suite
       *[other] dans { $minutes } min
    }
tournaments-on-page = Le tableau en direct : { $page }

## « Mon match » : une seule réponse, partout la même

tournaments-next-nothing = Rien de prévu pour toi ici. Dès qu'un tournoi s'annonce, tu le verras.
# $event : le nom du tournoi.
tournaments-next-invited = Prochain tournoi : { $event }, { $until }. Tu peux encore t'inscrire.
tournaments-next-entered = Tu es dans la liste de { $event }. Début { $until }.
tournaments-next-asked-here = Dis que tu es là : { $event } va commencer. Fin de la présence { $until }.
tournaments-next-waiting = Tu es n° { $place } sur la liste d'attente de { $event }. Début { $until }.
tournaments-next-missed = La présence est passée sans toi pour { $event }. Au prochain !
# $opponent : un pseudo. $round : « Tour 1 ». $best : le nombre de manches.
tournaments-next-drawn = Ton premier match : contre { $opponent }, { $until }.
tournaments-next-bye = Tu passes le premier tour. La suite vers { $until }, dès que ton adversaire est connu.
tournaments-next-to-play = Ton match : contre { $opponent }, { $round }, { $best ->
        [one] en une manche
       *[other] en { $best } manches
    }. C'est maintenant : dis que tu es là. Fin de l'appel { $until }.
tournaments-next-here = Ton match : contre { $opponent }, { $round }. Tu es là, on attend l'autre côté : fin de l'appel { $until }.
tournaments-next-live = Ton match : contre { $opponent }, { $round }. C'est maintenant ; à la fin, donne le score.
tournaments-next-sent = Score envoyé pour ton match contre { $opponent }. Confirmé tout seul { $until }.
tournaments-next-asked = { $opponent } a donné un score : dis si c'est ça. Sans réponse, il est confirmé { $until }.
tournaments-next-disputed = Ton match contre { $opponent } attend l'orga, qui va trancher.
# $one, $other : ceux qui jouent avant. $state : « en cours », « à jouer »...
tournaments-next-ahead = Tu joues contre le vainqueur de { $one } – { $other } ({ $state }). Vers { $until }.
tournaments-next-ahead-lost = Tu joues contre le perdant de { $one } – { $other } ({ $state }). Vers { $until }.
tournaments-next-later = Ton prochain adversaire n'est pas encore connu. Ton match, vers { $until }.
# $rank, $last : les places partagées, en texte.
tournaments-next-out = C'est fini pour ce tableau : { $rank }e–{ $last }e. Bien joué.
tournaments-next-out-one = C'est fini pour ce tableau : { $rank }e place. Bien joué.
# $gender : l'accord que la personne a choisi, s'il y en a un.
tournaments-next-champion = { $gender ->
        [feminine] C'était la finale : te voilà championne.
        [masculine] C'était la finale : te voilà champion.
       *[other] C'était la finale : le tournoi est à toi.
    }
# Sous la réponse, sur Discord. $thread : le lien du fil.
tournaments-next-thread = C'est ici : { $thread }

tournaments-next-standstill = Le tournoi est en pause : rien ne presse, ton match reprend où il en était.
tournaments-next-queued = Ton prochain match : contre { $opponent }, vers { $until }. L'un de vous finit d'abord un autre match.
tournaments-next-held = Ton match contre { $opponent } attend le stream, { $minutes } minutes environ. Tu peux refuser : vous jouez alors tout de suite.
tournaments-next-rests = Tu passes ce tour. Prochain match vers { $until }.
tournaments-next-between = Ta partie de ce tour est jouée. Le tour suivant commence vers { $until }.
tournaments-next-arena = L'arène te cherche un adversaire : c'est l'affaire de quelques secondes.
tournaments-next-paused = Tu es en pause. Reprends quand tu veux : tes points t'attendent.
tournaments-next-twice = Grande finale : tu viens du tableau des perdants, il te faut gagner deux fois.
# Après « C'est fini » : un autre tournoi d'ici, où l'on peut encore entrer. $event : son nom.
tournaments-next-also = Et ici, il y a aussi { $event }, { $until } : la porte est ouverte.

## « Mon match » dans un chat : 180 caractères au plus, le verbe d'abord

tournaments-brief-nothing = Guette la prochaine annonce : rien de prévu pour toi ici.
tournaments-brief-invited = Tape !tournoi pour jouer : { $event }, { $until }.
tournaments-brief-entered = Reviens { $until } : tu es dans la liste de { $event }.
tournaments-brief-asked-here = Tape !tournoi ok : { $event } va commencer. Fin de la présence { $until }.
tournaments-brief-waiting = Patiente : tu es n° { $place } sur la liste d'attente de { $event }. Début { $until }.
tournaments-brief-missed = Guette le prochain : la présence de { $event } est passée sans toi.
tournaments-brief-drawn = Joue contre { $opponent }, { $until } : c'est ton premier match.
tournaments-brief-bye = Patiente : tu passes le premier tour. Ton match est prévu { $until }.
tournaments-brief-to-play = Joue contre { $opponent } ({ $round }) : tape !tournoi ok. Fin de l'appel { $until }.
tournaments-brief-twice = Joue la grande finale contre { $opponent }, à gagner deux fois : tu viens des perdants. Tape !tournoi ok, fin de l'appel { $until }.
tournaments-brief-here = Attends { $opponent } : tu es là, c'est noté. Fin de l'appel { $until }.
tournaments-brief-live = Joue contre { $opponent } ({ $round }), puis tape !tournoi score 2-1, tes manches d'abord.
tournaments-brief-sent = Attends { $opponent } : ton score est envoyé, confirmé tout seul { $until }. Pour l'effacer : !tournoi score annuler
tournaments-brief-asked = Réponds à { $opponent } : !tournoi score ok si c'est ça, !tournoi score non sinon. Sans réponse, confirmé { $until }.
tournaments-brief-disputed = Attends l'orga, qui va trancher ton match contre { $opponent }.
tournaments-brief-standstill = Patiente : le tournoi est en pause, ton match reprend où il en était.
tournaments-brief-queued = Patiente : ton match contre { $opponent } est prévu { $until }.
tournaments-brief-ahead = Attends la fin de { $one } – { $other } ({ $state }) : tu joues qui gagne. Prévu { $until }.
tournaments-brief-ahead-lost = Attends la fin de { $one } – { $other } ({ $state }) : tu joues qui perd. Prévu { $until }.
tournaments-brief-later = Patiente : ton adversaire n'est pas encore connu. Ton match est prévu { $until }.
tournaments-brief-held = Attends le stream, { $minutes } min environ, pour jouer contre { $opponent }. Pour t'en passer : !tournoi refuser
tournaments-brief-rests = Souffle : tu passes ce tour. Prochain match prévu { $until }.
tournaments-brief-between = Souffle : le tour suivant est prévu { $until }.
tournaments-brief-arena = Reste là : l'arène te cherche un adversaire, c'est l'affaire de quelques secondes.
tournaments-brief-paused = Tape !tournoi pour reprendre : tu es en pause, tes points t'attendent.
tournaments-brief-out = Repose-toi, c'est fini pour ce tableau : { $rank }e–{ $last }e. Bien joué.
tournaments-brief-out-one = Repose-toi, c'est fini pour ce tableau : { $rank }e place. Bien joué.
tournaments-brief-also = Tape !tournoi pour { $event }.
tournaments-brief-champion = { $gender ->
        [feminine] Savoure : c'était la finale, te voilà championne.
        [masculine] Savoure : c'était la finale, te voilà champion.
       *[other] Savoure : c'était la finale, le tournoi est à toi.
    }
# D'un salon de jeu : combien d'autres y sont.
tournaments-brief-lobby = { $count ->
        [one] { $count } autre personne
       *[other] { $count } autres personnes
    }

## Ce que les chats Twitch lisent, une ligne à la fois

# $event : le nom du tournoi. $minutes : un nombre.
tournaments-chat-open = Tournoi { $event } : début dans { $minutes } min. Tape !tournoi pour jouer, depuis ce chat ou le Discord.
tournaments-chat-check-in = Présence ouverte pendant { $minutes } min : tape !tournoi ok si tu es dans la liste. Pas encore dedans ? !tournoi
tournaments-chat-drawn = Le tirage est fait, { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    } dans le tableau. !tournoi match dit contre qui tu joues.
# $names : des pseudos. $entered, $size : la liste.
tournaments-chat-joined = { $count ->
        [one] +{ $count } inscription
       *[other] +{ $count } inscriptions
    } : { $names } ({ $entered } sur { $size }). !tournoi ok quand la présence ouvre.
tournaments-chat-results = Résultats : { $results }
# $calls : « NOVA – Léo · Zed – Kim ».
tournaments-chat-calls = À vous : { $calls }. !tournoi ok pour dire que tu es là, puis !tournoi score 1-0
tournaments-chat-calls-more = À vous : { $calls } et { $more } autres matchs. !tournoi ok pour dire que tu es là
# $matches : « NOVA – Léo ».
tournaments-chat-kept = Gardé pour le stream, { $minutes } min environ : { $matches }. Pour jouer tout de suite : !tournoi refuser
tournaments-chat-last-call = Dernier appel : la présence ferme dans { $minutes } min. !tournoi ok si tu es dans la liste.
tournaments-chat-not-here = { $names } : on n'attend plus que toi. !tournoi ok pour dire que tu es là.
tournaments-chat-moved-up = { $names } : une place s'est libérée, tu joues ! !tournoi ok si ce n'est pas fait.
tournaments-chat-came-in = { $count ->
        [one] Une personne arrive
       *[other] { $count } personnes arrivent
    } dans l'arène : { $names }. !tournoi pour jouer aussi.
# $names : « @NOVA @Zed », une seule ligne pour tout le monde.
tournaments-chat-missing = { $names } : ton match t'attend. !tournoi ok pour dire que tu es là.
tournaments-chat-champion = Le tournoi est à { $name } ! Merci à tout le monde d'avoir joué.
tournaments-chat-off = Le tournoi { $event } est annulé. Rien à faire de ton côté.

## Une liste apportée en fichier : ce qui ne va pas à une ligne

tournaments-file-empty = Il n'y a personne dans ce fichier.
tournaments-file-no-name-column = La première ligne doit donner les titres des colonnes, dont « name » ou « nom ».
tournaments-file-column-twice = Deux colonnes ont le même titre.
tournaments-file-unreadable = Un guillemet s'ouvre et ne se referme pas. La suite n'est pas lue.
tournaments-file-too-many-cells = Il y a plus de cases que de titres. Un nom avec une virgule se met entre guillemets.
tournaments-file-too-many-rows = La liste est trop longue. La suite n'est pas lue.
tournaments-file-name-missing = Il manque le pseudo.
tournaments-file-name-too-long = Ce pseudo est trop long.
tournaments-file-name-refused = Ce pseudo ne peut pas être affiché.
tournaments-file-name-twice = Ce pseudo est déjà plus haut dans la liste.
tournaments-file-seed-no-number = La tête de série doit être un nombre, à partir de 1.
tournaments-file-seed-twice = Cette tête de série est déjà prise plus haut.
tournaments-file-label-too-long = Le nom de l'équipe, du club ou de la ville est trop long.
tournaments-file-label-refused = Le nom de l'équipe, du club ou de la ville ne peut pas être affiché.

## Les pages : le tableau public et les overlays

tournaments-page-rounds = Le tableau, tour par tour
tournaments-page-find = Trouver mon pseudo
tournaments-page-found = { $count ->
        [one] { $count } match
       *[other] { $count } matchs
    }
tournaments-page-players = Dans la liste
tournaments-page-nobody = Personne encore. Le premier pas se fait sur Discord, ou dans le chat avec !tournoi
tournaments-page-starts = Début
tournaments-page-entered = { $entered } sur { $size }
tournaments-page-here = { $here } sont là
tournaments-page-waiting = { $waiting } en attente
tournaments-page-left = { $left ->
        [one] encore un match
       *[other] encore { $left } matchs
    }
tournaments-page-draw = Vérifier le tirage
tournaments-page-sealed = Le tirage est scellé d'avance. Empreinte SHA-256 du secret, publié après le tirage :
tournaments-page-unsealed = Chaque ticket est classé par SHA-256(« secret:ticket »). L'empreinte annoncée avant les inscriptions, et le secret :
tournaments-page-versus = contre
tournaments-page-next = Ensuite
tournaments-page-soon = Bientôt
# Devant le taux d'erreur des derniers tournois de ce lieu.
tournaments-lately = Ici, sur les 20 derniers tournois au plus · { $figures }
tournaments-page-lost = Connexion perdue, on réessaie
tournaments-page-other-language = English
tournaments-page-other-code = en
tournaments-page-podium = Le podium
tournaments-page-share = L'image à partager
tournaments-page-way = Mon parcours
# $name : un pseudo.
tournaments-page-way-of = Le parcours de { $name }
tournaments-page-everybody = Revoir tout le monde
tournaments-page-in = encore en jeu
# $place : « 5–8 », en chiffres.
tournaments-page-out = place { $place }
tournaments-page-picture = en image
tournaments-page-now = En ce moment
tournaments-page-tables = Le classement
tournaments-page-place = Place
# $over : combien de matchs sont finis, sur $count.
tournaments-page-over = { $over } sur { $count } finis
tournaments-page-drawing = Le dessin

### Remettre un tournoi d'aplomb : qui peut quoi, ce qui va changer, et pourquoi.

## Refus : à qui demander

repairs-owners-only = Ça, c'est pour qui possède le serveur ou la chaîne. Demande-lui, ou demande-lui de te confier un rôle avec /tournoi orga.
repairs-hosts-only = Ça, c'est pour l'orga du tournoi. Demande-lui, ou demande-lui de te confier un rôle avec /tournoi orga.
repairs-referees-only = Ça, c'est pour l'arbitrage et l'orga du tournoi. Appelle-les dans le fil du match, avec « Un souci ».
repairs-casters-only = Ça, c'est pour qui commente et pour l'orga. L'orga confie ce rôle avec /tournoi orga.

## Refus : ce qui ne va plus

repairs-changed = Ça a bougé entre-temps, je n'ai rien touché. Regarde où ça en est, puis décide.
repairs-already-undone = C'est déjà annulé. La régie montre les derniers gestes : /tournoi regie
repairs-no-clock = Personne n'est attendu dans ce match : il n'y a pas d'heure à repousser. S'il joue, laisse-le finir.
repairs-unknown-reason = Je ne connais pas cette raison. Choisis-en une dans la liste.
repairs-standstill = Le tournoi est en pause, rien ne court. Fais-le reprendre d'abord : /tournoi pause

## Ce que les chats Twitch lisent

repairs-chat-paused = Le tournoi fait une pause : tous les comptes à rebours sont arrêtés. Rien ne se perd.
repairs-chat-resumed = Le tournoi reprend. !tournoi match dit où tu en es.

## Les commandes : leur nom français, et ce qu'elles font

repairs-name-repair = reparer
repairs-about-repair = Remettre un match ou une place d'aplomb (arbitrage)
repairs-name-undo = annuler
repairs-about-undo = Annuler un geste : on voit d'abord ce qui change
repairs-name-reopen = rouvrir
repairs-about-reopen = Rouvrir un match fini, pour un nouveau score
repairs-name-forfeit = forfait
repairs-about-forfeit = Quelqu'un n'est pas venu : l'autre côté passe
repairs-name-withdraw = retirer
repairs-about-withdraw = Retirer quelqu'un de tout le tournoi
repairs-name-reinstate = reintegrer
repairs-about-reinstate = Faire revenir quelqu'un qui s'était retiré
repairs-name-replace = remplacer
repairs-about-replace = Donner la place de quelqu'un à une autre personne
repairs-name-late = retard
repairs-about-late = Faire entrer une personne de plus
repairs-name-extend = prolonger
repairs-about-extend = Donner plus de temps, à un match ou à tous
repairs-name-swap = echanger
repairs-about-swap = Échanger deux places, avant le premier match
repairs-name-desk = regie
repairs-about-desk = La régie : ce qui bloque, les retards, les litiges, tes derniers gestes
repairs-name-pause = pause
repairs-about-pause = Mettre le tournoi en pause, ou le faire reprendre
repairs-name-staff = orga
repairs-about-staff = Qui organise, arbitre et commente
repairs-name-staff-role = role
repairs-about-staff-role = Un rôle du serveur qui vaut orga, arbitrage ou antenne
repairs-name-staff-twitch = twitch
repairs-about-staff-twitch = La modération de la chaîne peut-elle arbitrer ?
repairs-name-staff-add = ajouter
repairs-about-staff-add = Confier un rôle à quelqu'un pour ce tournoi
repairs-name-staff-remove = enlever
repairs-about-staff-remove = Reprendre un rôle pour ce tournoi
repairs-name-option-act = geste
repairs-about-option-act = Lequel, le plus récent d'abord
repairs-name-option-match = match
repairs-about-option-match = Quel match
repairs-about-option-match-or-all = Quel match ; sans rien, tous ceux où on attend quelqu'un
repairs-name-option-player = joueur
repairs-about-option-player = Qui
repairs-name-option-both = les-deux
repairs-about-option-both = Aucun des deux n'est venu
repairs-name-option-member = membre
repairs-about-option-member = Quelqu'un de ce serveur
repairs-about-option-helper = Qui aide
repairs-name-option-waiting = liste
repairs-about-option-waiting = Ou quelqu'un de la liste d'attente
repairs-name-option-more = minutes
repairs-about-option-more = Combien de minutes en plus
repairs-name-option-one = premier
repairs-name-option-other = second
repairs-name-option-duty = fonction
repairs-about-option-duty = Orga, arbitrage ou antenne
repairs-name-option-role = role
repairs-about-option-role = Lequel ; sans rien, plus personne par un rôle
repairs-name-option-moderators = moderation
repairs-about-option-moderators = Oui ou non

## Qui aide

repairs-duty-host = orga
repairs-duty-referee = arbitrage
repairs-duty-caster = antenne
repairs-staff-roles = Sur ce serveur, ces rôles valent pour tous les tournois :
repairs-staff-twitch-yes = Sur Twitch, la modération de la chaîne arbitre aussi.
repairs-staff-event = Pour ce tournoi :
repairs-staff-nobody = Personne n'a de rôle à part pour ce tournoi. Les rôles du serveur valent toujours.

## L'aperçu : rien n'est fait, personne n'est prévenu

# $what : le match ou le geste. $name, $one, $other, $newcomer : des pseudos.
repairs-title-undo = **Annuler** · { $what }
repairs-title-reopen = **Rouvrir** · { $what }
repairs-title-rule = { $name } gagne · { $what }
repairs-title-forfeit = Forfait de { $name } · { $what }
repairs-title-double = **Double forfait** · { $what }
repairs-title-withdraw = Retirer { $name } de tout le tournoi
repairs-title-reinstate = Faire revenir { $name }
repairs-title-replace = **{ $newcomer }** prend la place de { $name }
repairs-title-late = **{ $newcomer }** entre dans le tournoi
repairs-title-swap = **Échanger les places** de { $one } et { $other }
# $kept : les résultats gardés. $cleared : les matchs vidés. $people : les personnes concernées.
repairs-preview = { $kept ->
        [0] Aucun résultat à garder
        [one] Un résultat gardé
       *[other] { $kept } résultats gardés
    } · { $cleared ->
        [0] rien de vidé
        [one] un match vidé
       *[other] { $cleared } matchs vidés
    } · { $people ->
        [0] personne à prévenir
        [one] une personne à prévenir
       *[other] { $people } personnes à prévenir
    }
# $matches : une liste de matchs.
repairs-preview-cleared = À reprendre : { $matches }
repairs-preview-decided = Décidé par là : { $matches }
repairs-preview-keep = Les rencontres tirées depuis sont gardées.
repairs-preview-again = Les rencontres tirées depuis seront tirées à nouveau : aucune n'a commencé.
repairs-ask-why = Pourquoi ? Choisir une raison le fait ; les deux côtés la verront. Rien n'est fait avant.
repairs-ask-nothing-yet = Rien n'est fait, personne n'est prévenu.
repairs-button-do = Le faire
repairs-button-leave = Laisser comme ça
repairs-button-keep = Garder les rencontres
repairs-button-again = Tirer à nouveau
repairs-button-undo = Annuler ça
repairs-left-alone = Rien n'a changé.
repairs-done = C'est fait. { $what }

## Ce qui a été fait, pour l'annuler

repairs-deed-score = Score
repairs-deed-disputed = Score contesté
repairs-deed-ruled = Décision
repairs-deed-forfeit = Forfait
repairs-deed-withdrawn = Retrait
repairs-deed-reinstated = Retour
repairs-deed-late = Entrée en cours de route
repairs-deed-replaced = Remplacement
repairs-deed-swapped = Places échangées
repairs-deed-drawn = Tirage de la phase finale
repairs-deed-undone = Annulation
repairs-deed-other = Geste

## Plus de temps, une pause

# $minutes : un nombre. $count : combien de matchs.
repairs-extended = { $minutes } min de plus pour { $count ->
        [one] ce match
       *[other] { $count } matchs
    }. Les cartes le montrent.
repairs-paused = Le tournoi est en pause : tous les comptes à rebours sont arrêtés, personne n'est appelé.
repairs-resumed = C'est reparti : chacun retrouve le temps qui lui restait.
repairs-pause-why = Pause pour tout le monde : rien ne court plus, rien ne se perd. Pour quelle raison ?
repairs-button-pause = Pause
repairs-button-resume = Reprendre
repairs-card-paused = ⏸ **Pause** : tous les comptes à rebours sont arrêtés, rien ne se perd.
repairs-match-gone = – Ce match n'existe plus : les rencontres ont été tirées à nouveau.
repairs-podium-again = ⚠ Un résultat est revu : ce podium attend la fin.

## La régie, pour qui fait tourner le tournoi

# $event : le nom du tournoi.
repairs-desk-head = ## Régie · { $event }
repairs-desk-paused = ⏸ En pause.
# $count : combien, dont les premiers sont dessous.
repairs-desk-disputes = **Litiges ({ $count })**
repairs-desk-late = **En retard ({ $count })**
repairs-desk-troubles = **Signalés ({ $count })**
repairs-desk-blocking = **Ce qui bloque ({ $count })**
repairs-desk-deeds = **Tes derniers gestes ({ $count })**
repairs-desk-calm = ✓ Rien à faire pour le moment.
# $by : qui a donné le score. $winner : qui gagne selon ce score.
repairs-desk-says = { $by } dit : { $winner } gagne, l'autre côté dit non
# $names : qui manque.
repairs-desk-missing = on attend { $names }
# $count : combien de matchs ou de rondes attendent derrière.
repairs-desk-ahead = { $count ->
        [0] personne n'attend derrière
        [one] un match attend derrière
       *[other] { $count } matchs attendent derrière
    }
repairs-button-refresh = Actualiser
# $name, $names : des pseudos. $minutes : un nombre. $what : un geste.
repairs-button-wins = { $name } gagne
repairs-button-more = +{ $minutes } min : { $names }
repairs-button-forfeit = Forfait : { $names }
repairs-button-undo-what = Annuler : { $what }

## Le taux d'erreur : des chiffres de l'événement, jamais d'une personne

# $percent : « 6,7 ». $wrong, $played, $late : des nombres.
repairs-mistakes = Taux d'erreur : { $percent } % des matchs joués ({ $wrong } sur { $played }) · { $late ->
        [0] aucun match en retard
        [one] un match parti en retard
       *[other] { $late } matchs partis en retard
    }
# $minutes : la médiane.
repairs-mistakes-wait = litiges réglés en { $minutes } min

### Le Quiz Éclair. On tutoie, on ne presse personne, on ne dit jamais à quelqu'un qu'il a perdu.

## La commande /defi

challenges-name-challenge = defi
challenges-about-challenge = Les mini-défis d'ici
challenges-name-play = jouer
challenges-about-play = Répondre à la question en cours, ou jouer sans chrono
challenges-name-list = liste
challenges-about-list = Ce qu'on peut jouer ici
challenges-name-me = moi
challenges-about-me = Tes points
challenges-name-start = lancer
challenges-about-start = Lancer un Quiz Éclair ici et sur le stream (pour l'orga)
challenges-name-option-pack = theme
challenges-about-option-pack = Un seul thème, ou tous
challenges-name-skip = passer
challenges-about-skip = Arrêter le quiz en cours (pour l'orga)

## Les thèmes

challenges-pack-audio = Le son
challenges-pack-culture = La culture du jeu
challenges-pack-image = L'image et les droits
challenges-pack-jobs = Les métiers
challenges-pack-money = Contrats et argent
challenges-pack-security = Protéger ses comptes
challenges-pack-sources = Vérifier une info

## La carte du salon. $number : la question, $of : combien il y en a en tout.

challenges-card-question =
    Quiz Éclair · { $number }/{ $of } · { $pack }
    ### { $text }
    -# { $easy }
    { $seconds } secondes, en privé. Tout le monde peut marquer, pas seulement les rapides.
    -# Tirage promis : `{ $promise }`
challenges-card-result =
    Quiz Éclair · { $number }/{ $of }
    ### { $text }
    La bonne réponse : **{ $option }**, trouvée par { $percent } % des réponses.
    { $why }
    -# Source : { $source }
challenges-card-result-silent =
    Quiz Éclair · { $number }/{ $of }
    ### { $text }
    La bonne réponse : **{ $option }**.
    { $why }
    -# Source : { $source }
challenges-card-end =
    Quiz Éclair : c'est fini, merci !
    { $players ->
        [one] Une personne a joué
       *[other] { $players } personnes ont joué
    }, { $percent } % de bonnes réponses.
    Pas eu le temps ? Les mêmes questions t'attendent, sans chrono.
    -# Le tirage se vérifie : graine `{ $seed }`, promesse `{ $promise }`
challenges-card-end-silent =
    Quiz Éclair : c'est fini.
    Les mêmes questions t'attendent, sans chrono.
    -# Le tirage se vérifie : graine `{ $seed }`, promesse `{ $promise }`
challenges-answer-button = Répondre
challenges-calm-button = Jouer sans chrono
challenges-score-button = Mon score
challenges-next-button = La suite

## En privé, sur Discord

challenges-asked =
    ### { $text }
    -# { $easy }
challenges-asked-calm =
    Sans chrono · { $number }/{ $of }
    ### { $text }
    -# { $easy }
# $option : ce que la personne a choisi.
challenges-taken = C'est noté : **{ $option }**. La réponse s'affiche dans le salon quand le temps est passé.
challenges-right =
    Bien vu : **{ $option }**. { $points } points.
    { $why }
    -# Source : { $source }
challenges-wrong =
    La bonne réponse, c'est : **{ $option }**.
    { $why }
    -# Source : { $source }
challenges-finished = Tu as répondu à toutes les questions de ce quiz.
challenges-score = Ce quiz : { $points } points, { $right } sur { $answered } trouvées.
challenges-xp = Tu as { $xp } XP (niveau { $level }), dont { $today } aujourd'hui.
challenges-full = C'est bon pour aujourd'hui : la suite, c'est pour le plaisir.
challenges-started = C'est parti, la première question arrive ici.
challenges-skipped = Le quiz s'arrête là. Ce qui a été répondu compte.
challenges-list-on = Un quiz est en cours : question { $number }/{ $of }. Tape /defi jouer.
challenges-list-off = Pas de quiz en ce moment. /defi jouer te donne le dernier, sans chrono.
challenges-list-packs = Les thèmes :
# $pack : un thème. $count : le nombre de questions.
challenges-list-pack = - { $pack } ({ $count ->
        [one] une question
       *[other] { $count } questions
    })

## Sur Twitch : une ligne, 180 caractères au plus

challenges-hello = Quiz Éclair : { $count } questions, { $seconds } s chacune. Réponds par !defi a, b, c ou d ; le premier choix compte. Tirage promis : { $promise }
challenges-line = { $number }/5 · { $text } A) { $a } · B) { $b } · C) { $c } · D) { $d }
challenges-result = { $letter }, { $percent } % — { $why }
challenges-result-silent = { $letter } — { $why }
challenges-goodbye = Fin du quiz, { $players ->
        [one] une personne a joué
       *[other] { $players } personnes ont joué
    }. Tes points : !defi points. Graine du tirage : { $seed }
challenges-on = Quiz en cours, question { $number }/5. Réponds par !defi a, b, c ou d.
challenges-points = @{ $name } { $xp } XP, niveau { $level }, dont { $today } aujourd'hui.

## Refus

challenges-not-open = Une seconde : la question arrive.
challenges-too-late = Le temps de cette question est passé. La suivante est pour toi.
challenges-already-answered = Ta réponse est déjà notée : c'est la première qui compte. Attends la question suivante.
challenges-not-a-letter = Réponds par une lettre : a, b, c ou d.
challenges-too-few = Pas assez de questions fraîches pour un quiz : elles se reposent 30 jours. Essaie un autre thème.
challenges-none-on = Pas de quiz en ce moment. L'orga en lance un avec /defi lancer.
challenges-already-on = Un quiz est déjà en cours ici. Tape /defi jouer pour y répondre.
challenges-gone = Ce quiz est rangé. Tape /defi jouer pour le plus récent.

## Au démarrage, dans le terminal. $problem : le fichier, et ce qui ne va pas (en anglais).

challenges-file-broken = Une question ne se lit pas. { $problem } Corrige ce fichier dans cogs/challenges/packs, ou enlève-le.

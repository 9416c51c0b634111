### Être lu, recevoir un message : deux oui, et un non qui marche tout de suite.
### On ne rassure pas trop, on ne presse jamais, on ne remercie personne d'avoir dit oui.

## L'avis épinglé d'un salon

# $bot, $organisation, $url : à garder tels quels. $watch : une des deux lignes qui suivent, ou rien.
consent-notice =
    📌 **Le bot { $bot } fait tourner les tournois ici — et file un coup de main à celles et ceux qui le demandent.**
    • Par défaut il **ne lit pas** vos messages. Il répond quand on l'appelle : /parler, @{ $bot }, ou en message privé.
    { $watch }
    • Streamer, modos, autres joueurs : **personne ne voit** qui a activé quoi.
    • Tu arrêtes quand tu veux : **/stop**, effet immédiat. Les tournois, ça ne change rien.
    Porté par { $organisation } · Vie privée : { $url } · Là, maintenant, c'est grave : **15** · **112** · **114** (SMS) · **3114**
# La ligne de la veille : elle n'apparaît que quand le salon est en veille, ou va l'être.
consent-notice-watch = • Si **toi** tu actives « Veille » (15 ans min.), un programme regarde **tes** messages de **ce salon**, sur le moment, pour te proposer en privé de parler à quelqu'un de l'équipe. Rien n'est gardé. Personne n'est prévenu sans ton clic.
# $day : « 21/11 ». $hour : « 19:00 ».
consent-notice-pending = • **Veille** : elle commence ici le **{ $day } à { $hour }**, pas avant, et seulement pour celles et ceux qui disent oui.
consent-notice-paused = ⏸️ Veille en pause : ici, plus rien n'est lu pour l'instant. Les commandes marchent toujours : /parler, /stop.
consent-notice-closed = Ici c'est fini : { $bot } ne lit plus rien dans ce salon. Les commandes marchent toujours : /parler, /stop.
consent-notice-button = Coup de main

consent-watch-announced = 📌 Ici, la **veille** commence le **{ $day } à { $hour }**. Elle ne regarde que les messages de celles et ceux qui l'activent, avec le bouton de l'avis épinglé ou /consentement. Si tu ne fais rien, rien ne change pour toi.
consent-watch-paused = Veille en pause.

## L'âge, puis la carte

consent-name-consent = consentement
consent-about-consent = Choisir ce que le bot a le droit de faire pour toi, ou changer d'avis
consent-age-question = **Tu as quel âge ?** Juste la tranche. Ça sert à une chose : savoir ce que j'ai le droit de te proposer. Personne d'autre ne le voit.
consent-age-under-13 = Moins de 13
consent-age-13 = 13–14
consent-age-15 = 15–17
consent-age-18 = 18–25
consent-age-26 = 26 et plus
consent-age-undisclosed = Je préfère pas dire

# $bot, $channel, $organisation, $date : à garder tels quels.
consent-card = **Coup de main : tu choisis, tu changes d'avis quand tu veux.** Ça ne change rien aux tournois.
    ☐ **Veille** — un programme regarde mes messages dans #{ $channel }, sur le moment, et peut se dire « là, il ou elle aurait peut-être besoin de parler ». Il se trompe souvent. Il ne garde rien et ne prévient personne.
    ☐ **Message privé** — { $bot } peut m'écrire en premier (1 fois par mois max, 4 par an).
    ☐ **Des nouvelles** — si on a parlé ensemble : un petit message à 1, 3 et 6 mois.
    ☐ **Chiffres** — compter mes étapes, sans mon nom, pour montrer que ça sert.
    _Ça peut toucher à ta santé ou à ta vie perso (données « sensibles ») : c'est pour ça qu'on te demande un vrai oui. Responsable : { $organisation }. Ce qui passe par Discord est aussi chez Discord (USA). Fin automatique : { $date }. Tes droits : /mes-donnees, /effacer, cnil.fr._
consent-box-watch = Veille
consent-box-dm = Message privé
consent-box-follow-up = Des nouvelles
consent-box-stats = Chiffres
consent-card-ok = C'est OK
consent-card-nothing = Rien pour moi
consent-card-age = Mon âge

consent-under-15 = Merci de l'avoir dit. Ici on ne regarde pas les messages des moins de 15 ans et on ne t'écrit pas en premier. Mais si **toi** tu veux parler à quelqu'un, c'est possible quand tu veux : /parler. Et le **119** répond 24h/24, gratuit, sans trace sur la facture.

# $date : la fin la plus proche.
consent-given = C'est noté. Ça s'arrête tout seul le { $date }, et avant si tu veux : **/stop** coupe tout, tout de suite.
consent-given-undated = C'est noté. **/stop** coupe tout, tout de suite, quand tu veux.
consent-watch-alone = « Veille » sans « Message privé », ça ne fait rien : je ne pourrais pas t'écrire, alors je ne regarde pas.
consent-nothing = OK, rien n'est activé. /parler marche quand même, quand tu veux.
# Une date. $day, $year : à garder. $month : de 1 à 12.
consent-date = { $day } { $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    } { $year }

## /stop, /effacer, /mes-donnees, /vie-privee

consent-name-stop = stop
consent-about-stop = Tout couper, tout de suite
consent-stopped = C'est coupé. Plus de veille, plus de message de ma part. Tu gardes tes tournois. /parler marche toujours si un jour tu veux.
consent-erase-button = Tout effacer
consent-name-erase = effacer
consent-about-erase = Effacer tout ce que je garde sur toi
consent-erase-sure = Tu veux que j'efface **tout** ce que je garde sur toi ? Tes tournois et tes points y passent aussi. Après, je ne te connais plus, et je ne t'écris plus.
consent-erase-yes = Oui, efface tout
consent-erased = C'est effacé. Il reste une seule chose : une empreinte illisible qui dit de ne pas t'écrire.
consent-name-my-data = mes-donnees
consent-about-my-data = Recevoir tout ce que je garde sur toi
consent-my-data = Voilà tout ce que je garde sur toi, table par table. Personne d'autre ne voit ce message.
consent-name-privacy = vie-privee
consent-about-privacy = Qui est responsable, ce qui est gardé, tes droits
# $organisation, $contact, $url : à garder tels quels.
consent-privacy = **Ce que je fais de tes données.** Responsable : { $organisation } { $contact }
    • Tes messages ne sont **jamais** enregistrés. Un programme regarde mot à mot, tout seul, sans rien garder ; il se trompe souvent ; lui ne fait qu'une chose : t'envoyer un message. Et seulement si le salon **et toi** avez dit oui.
    • Je garde tes inscriptions et tes scores, ta langue, et ce à quoi tu as dit oui.
    • Ce qui passe par Discord est aussi chez Discord (USA).
    • Tes droits : /mes-donnees pour tout voir, /effacer pour tout effacer, /stop pour tout couper, cnil.fr pour te plaindre.
    La page complète : { $url }

consent-page-title = Vie privée
consent-page-who = Qui est responsable
# $organisation, $contact : à garder tels quels.
consent-page-who-text = { $organisation } { $contact }
consent-page-read = Ce qui est lu
consent-page-read-text = Rien, par défaut : le bot ne répond qu'à ce qu'on lui adresse. Dans un salon en veille, un programme regarde les messages des personnes de 15 ans et plus qui l'ont demandé, sur le moment. Un programme regarde mot à mot, tout seul, sans rien garder ; il se trompe souvent ; lui ne fait qu'une chose : t'envoyer un message. Les messages qui se suivent en moins de deux minutes sont regardés ensemble, puis oubliés.
consent-page-kept = Ce qui est gardé, et combien de temps
consent-page-kept-text = Ton compte, sous une forme illisible sans notre clé. Ta langue. Ce à quoi tu as dit oui, jusqu'à la fin de ton accord et douze mois de plus, pour pouvoir le prouver. Tes inscriptions et tes scores, tant que tu ne les effaces pas. Aucun message, aucune note, aucune étiquette.
consent-page-seen = Qui le voit
consent-page-seen-text = Personne ne voit qui a dit oui : ni la personne qui streame, ni les modos, ni les autres. Si tu demandes à parler, l'équipe voit ce que tu choisis de lui dire, et rien d'autre.
consent-page-platforms = Discord et Twitch
consent-page-platforms-text = Ce qui passe par Discord ou Twitch est aussi chez eux, aux États-Unis, sous leurs règles.
consent-page-rights = Tes droits
consent-page-rights-text = Sur Discord : /mes-donnees pour tout recevoir, /effacer pour tout effacer, /stop pour tout couper, /consentement pour changer d'avis. À partir de 15 ans tu les exerces sans demander à personne. Et tu peux te plaindre à la CNIL : cnil.fr.

## /salon, pour celles et ceux qui gèrent le serveur

consent-name-channel = salon
consent-about-channel = Ce que le bot lit dans ce salon
consent-name-open = ouvrir
consent-about-open = Poser l'avis, puis répondre quand on m'appelle
consent-name-watch = veille
consent-about-watch = Annoncer la veille, qui commence 24 heures plus tard
consent-name-pause = pause
consent-about-pause = Ne plus rien lire ici pour l'instant
consent-name-close = fermer
consent-about-close = Ne plus rien lire ici
consent-name-state = etat
consent-about-state = Où en est ce salon
consent-channel-opened = Je pose l'avis ici, je l'épingle si j'en ai le droit, et je réponds quand on m'appelle.
consent-channel-watch = L'avis annonce la veille. Elle commence le { $day } à { $hour }, et seulement pour les personnes qui disent oui.
consent-channel-paused = C'est en pause. Pour reprendre : /salon ouvrir.
consent-channel-closed = C'est fermé. Les accords donnés pour ce salon s'arrêtent avec lui.
consent-channel-state = { $state ->
        [notice_due] L'avis n'est pas encore posé. Vérifie que j'ai le droit d'écrire ici.
        [addressed] Ouvert : je réponds quand on m'appelle, je ne lis rien d'autre.
        [watch_pending] Ouvert. La veille est annoncée pour le { $day } à { $hour }.
        [watch] En veille : je regarde les messages des personnes qui ont dit oui, et d'elles seules.
        [paused] En pause : rien n'est lu. Pour reprendre : /salon ouvrir.
        [closed] Fermé : rien n'est lu.
       *[absent] Jamais ouvert : rien n'est lu.
    }
consent-channel-few = Combien de personnes ont dit oui : moins de 10, je n'en dis pas plus, pour que personne ne soit reconnu.
# $count : 10 ou plus.
consent-channel-many = Ont dit oui : { $count } personnes.

## Refus

consent-channel-not-now = Ça ne se fait pas dans l'état où est ce salon. /salon etat dit où il en est.
consent-channel-age-restricted = Pas dans un salon réservé aux adultes. Choisis un autre salon.
consent-channel-too-powerful = J'ai la permission « Administrateur » ici, et je n'en veux pas : enlève-la-moi, puis réessaie.
consent-watch-not-allowed = La veille ne peut pas démarrer sur ce bot : il manque un accord (analyse d'impact, DPO ou Discord). Demande lequel à la personne qui s'en occupe.
consent-too-young = À ton âge, ça reste coupé. /parler marche quand tu veux.
consent-age-stands = Tu m'as dit un âge plus jeune il y a moins de 30 jours, alors je m'y tiens pour l'instant. /parler marche quand tu veux.
consent-account-too-new = Ton compte est trop récent ici pour « Veille » et « Message privé » : reviens dans quelques jours. /parler marche tout de suite.
consent-card-too-old = Cette carte a trop attendu. Retape /consentement, rien n'a changé entre-temps.

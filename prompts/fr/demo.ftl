# La soirée de démonstration : ce que raconte « bot.py demo », et sa page.

## La page

demo-page-title = Maraude, une soirée
demo-page-mark = DÉMO
demo-page-speed = Vitesse de l'horloge
demo-page-desk-alone = Le bureau, en grand
demo-page-as = Tu es
demo-page-write = Écris, ou tape / pour une commande
demo-page-send = Envoyer
demo-page-viewer = Qui parle
demo-page-line = Une ligne pour le chat
demo-page-overlay = Sur le stream
demo-page-no-overlay = L'overlay apparaît ici dès que le tournoi est ouvert.
demo-page-desk = Le bureau des médiateurs
demo-page-story = Ce qui se passe

## Le récit

demo-title-before = La veille
demo-title-evening = La soirée
demo-title-end = La nuit
demo-bot-up = Le vrai bot est là : Discord, Twitch et les pages, sur cette machine.
demo-stream-home = Lune dit oui dans son propre chat : son stream a rejoint le serveur.
demo-watch-announced = Le salon passe en veille dans 24 heures. L'avis est épinglé : tout le monde le voit venir.
demo-linked = { $name } relie ses deux comptes avec un code à usage unique : une seule personne.
demo-zoe-says-yes = { $name } lit l'avis, dit son âge, coche deux cases sur quatre, et confirme. Personne d'autre ne le voit.
demo-watch-begins = Une nuit et un jour ont passé sur l'horloge de la maison. La veille commence.
demo-mediator-in = Sarah, médiatrice, ouvre le bureau et se dit disponible.
demo-tournament-opened = Camille ouvre la coupe. Les inscriptions partent des deux côtés.
demo-signed-up = { $discord } personnes s'inscrivent par un bouton sur Discord, { $twitch } en tapant !tournoi sur Twitch.
demo-checked-in = { $count } présences pointées. { $late } oublie, et sa place passe à la liste d'attente.
demo-match-won = { $winner } bat { $loser }.
demo-disputed = { $name } conteste le score. Camille tranche, et dit pourquoi.
demo-no-show = { $name } ne vient pas : au bout de dix minutes, forfait.
demo-same-words = { $other } et { $name } écrivent la même chose dans le salon. Un seul message peut être regardé.
demo-offer = Un message privé, silencieux, arrive chez { $name }, et chez personne d'autre.
demo-contact = { $name } clique « oui ». C'est là, et pas avant, que quelqu'un peut le savoir.
demo-claimed = Au bureau, Sarah voit { $code } attendre, et prend.
demo-first-words = Premiers mots après { $minutes } minutes.
demo-handover = Avec l'accord de { $name }, trois lignes partent vers { $structure }. Rien d'autre.
demo-closed = La conversation est close. Dans 24 heures, sa clé sera détruite.
demo-emergency = { $name }, 14 ans, écrit au bot que c'est trop dur : la carte d'urgence répond tout de suite.
demo-champion = { $name } gagne la coupe.
demo-counted = { $delivered } messages écrits par des gens, { $read } textes regardés par le programme, { $wrong } sans les deux oui.
demo-over = Tout est dans { $folder } : story.json, bracket.svg, bracket.png. { $seconds } secondes.
demo-open = La soirée est ouverte : { $url }
demo-stop = Ctrl-C pour fermer.

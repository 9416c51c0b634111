# Ce que le bot répond quand quelque chose ne va pas, quelle que soit la partie qui parle.

errors-not-allowed = Ça, c'est réservé à l'orga d'ici. Demande à quelqu'un qui gère le serveur ou la chaîne.
# $number : le numéro d'incident, que la personne peut donner à l'équipe.
errors-incident = Aïe, j'ai cassé quelque chose. C'est ma faute, pas la tienne. Réessaie dans un instant ; si ça continue, donne ce numéro à l'orga : { $number }.
errors-too-old = Ce bouton est trop vieux. Cherche la carte la plus récente, ou tape /parler si tu voulais parler à quelqu'un.

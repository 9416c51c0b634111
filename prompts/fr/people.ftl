### Les comptes, les langues, les chaînes. On explique à quoi ça sert, et que rien n'y oblige.

## /lier : un compte Discord et un compte Twitch, la même personne

people-name-link = lier
people-about-link = Dire que ton Discord et ton Twitch, c'est toi des deux côtés
# $code : six caractères, à usage unique.
people-link-code =
    Ton code : **{ $code }**
    Tape ça dans le chat d'un stream où je suis, avec ton compte Twitch : `!defi lier { $code }`
    Il marche une seule fois, pendant 10 minutes. Relier ne rapporte rien et n'enlève rien : c'est juste pour que je te reconnaisse. Tu pourras défaire ça quand tu veux, ici même.
people-link-already = Ton Discord et ton Twitch sont déjà reliés.
people-unlink-button = Délier
people-unlinked = C'est délié. Ton compte Twitch repart de zéro, ce que tu as joué reste ici.
# Sur Twitch, en public. $name : le pseudo de la personne.
people-linked = @{ $name } C'est relié, je te reconnaîtrai des deux côtés.

## /langue

people-name-language = langue
people-about-language = Choisir comment je te parle
people-about-option-language = La langue
people-name-option-agreement = accord
people-about-option-agreement = Comment j'accorde quand je parle de toi
people-name-option-for = pour
people-about-option-for = Pour toi, ou pour tout le serveur (réservé à l'orga)
people-choice-french = français
people-choice-english = anglais
people-choice-feminine = au féminin
people-choice-masculine = au masculin
people-choice-other = sans genre
people-choice-me = pour moi
people-choice-here = pour ce serveur
people-spoken = C'est noté, je te parle comme ça.
people-spoken-here = C'est noté : ici, je parle français.

## /chaine : relier un stream Twitch à ce serveur

people-name-stream = chaine
people-about-stream = Les chaînes Twitch de ce serveur
people-name-add = ajouter
people-about-add = Relier une chaîne Twitch à ce serveur
people-name-option-login = nom
people-about-option-login = Le nom de la chaîne, comme dans son adresse
# $stream : le nom de la chaîne. $code : six caractères, à usage unique.
people-stream-code =
    La chaîne **{ $stream }** doit dire oui. Que la personne qui streame tape ça dans son propre chat, dans les 10 minutes : `!tournoi lier { $code }`
    Tant que ce n'est pas fait, rien n'est relié.
# Sur Twitch, en public.
people-stream-connected = C'est relié : les tournois du serveur se jouent aussi depuis ce chat. Tapez !tournoi

## Refus

people-code-unknown = Ce code n'est pas bon, ou il est trop vieux. Redemande-en un sur Discord avec /lier, ça prend dix secondes.
people-already-linked = C'est déjà relié. Pour changer, commence par délier : /lier sur Discord.
people-not-linked = Il n'y a rien à délier. Pour relier un compte, tape /lier sur Discord.
people-stream-already-here = Cette chaîne est déjà reliée à ce serveur. Rien d'autre à faire.
people-stream-unknown = Je ne trouve pas cette chaîne sur Twitch. Vérifie le nom, tel qu'il est dans son adresse.
people-twitch-is-off = Twitch n'est pas branché ici. Demande à la personne qui s'occupe du bot.
people-twitch-is-away = Je me connecte à Twitch. Réessaie dans un instant.
people-not-here = Ça se fait dans un serveur, pas en message privé. Retape la commande là-bas.

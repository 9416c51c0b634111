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
repairs-standstill = Le tournoi est en pause, rien ne court. Fais-le reprendre d'abord : /tournoi pause

## Ce que les chats Twitch lisent

repairs-chat-paused = Le tournoi fait une pause : tous les comptes à rebours sont arrêtés. Rien ne se perd.
repairs-chat-resumed = Le tournoi reprend. !tournoi match dit où tu en es.

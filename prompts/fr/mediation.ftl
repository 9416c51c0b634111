# Proposer, parler, passer la main. Les textes de la section 7 sont mot à mot ceux du cahier.

# --- Commandes -------------------------------------------------------------------------------
mediation-name-talk = parler
mediation-about-talk = Parler à quelqu'un de l'équipe, ou trouver qui répond là, maintenant. Personne d'autre ne le voit.
mediation-name-talk-about-this = Parler de ça

# À la place d'un pseudo dont il ne reste rien une fois nettoyé : « Salut toi, c'est… ».
mediation-nameless = toi

# --- L'offre (7.3) : la même pour tout le monde, envoyée sans notification -------------------
# $nickname : le pseudo ; $server : le serveur ; $mediator : un prénom ou un nom de plume.
mediation-offer =
    🎮 Salut { $nickname }, c'est { $bot }, le bot des tournois de { $server }.
    Tu m'avais dit OK pour un coup de main de temps en temps, alors je passe.
    Envie de parler à quelqu'un — cours, taf, moral, galère, ou juste vider ton sac ? { $mediator } et l'équipe de { $organisation } sont là. De vraies personnes, gratuit, et tu restes sous pseudo.
    ⏱️ En ce moment : réponse en moins de 30 min.
    _Si c'est trop dur là, tout de suite : 3114 (appel gratuit, 24h/24) · 114 par SMS · 15._
mediation-button-yes = 💬 Oui, je veux bien
mediation-button-later = 🕓 Plus tard
mediation-button-fine = 👌 Ça va, merci
mediation-button-why = ❓ Pourquoi ce message ?
mediation-button-stop = 🔕 Ne plus m'écrire

mediation-how-soon = C'est pressé comment ?
mediation-button-hard-now = là, c'est dur
mediation-button-today = aujourd'hui
mediation-button-whenever = quand vous pouvez

mediation-later = Pas de souci. Je te refais signe quand ?
mediation-button-tonight = Ce soir
mediation-button-tomorrow = Demain
mediation-button-weekend = Ce week-end
mediation-button-tell-you = Je te redis
mediation-later-kept = C'est noté : un petit mot, une seule fois, sans notification.
mediation-later-yours = Ça marche. /parler quand tu veux.
mediation-reminder = 🎮 C'est { $bot }. Tu m'avais dit « plus tard », alors je repasse, une seule fois. Si tu as envie de parler à quelqu'un : /parler.
mediation-fine = Nickel 👌 Je te laisse tranquille. /parler si tu changes d'avis. GG.
mediation-why-event = Le tournoi vient de finir : on envoie ce mot, par petits groupes tirés au hasard, à celles et ceux qui ont coché « message privé ».
# $channel : le salon, comme Discord l'affiche (#nom).
mediation-why-signal = Ce que tu as écrit dans { $channel } ressemblait à quelqu'un qui en a marre. C'est un programme qui a fait le rapprochement, tout seul ; il se trompe souvent (second degré, rage de game…). Tes mots ne sont pas gardés et personne d'autre que toi ne le sait.
mediation-why-asked = Tu l'as demandé.
mediation-why-gone = Ce message est trop vieux : sa raison n'était gardée nulle part, elle a disparu avec le temps.
mediation-button-unwatch = Couper la Veille
mediation-unwatched = La Veille est coupée. Plus aucun programme ne regarde tes messages.
mediation-never-again = C'est noté, je ne t'écrirai plus. Les tournois, ça ne change rien.

# --- Urgence (7.4) : aucun modèle, aucun médiateur, aucune base de données -------------------
mediation-emergency =
    🎮 Salut { $nickname }, c'est { $bot }, le bot des tournois de { $server }.
    { "" }**Un mot juste pour toi.** Si là c'est trop dur : **3114**, appel gratuit, 24h/24. Danger immédiat : **15** ou **112**. Tu ne peux pas parler ? **114** par SMS.
mediation-button-what = 📞 C'est quoi le 3114 ?
mediation-button-write = ✍️ Je préfère écrire à quelqu'un
mediation-button-kidding = 🫶 Pas moi / c'était pour rire
mediation-what-is-3114 = Le 3114, c'est un numéro gratuit, ouvert jour et nuit. Au bout du fil, quelqu'un dont c'est le métier. Tu peux appeler pour toi ou pour quelqu'un d'autre, sans donner ton nom. On t'écoute ; personne ne te fait la morale.
mediation-kidding = OK 👌
mediation-public-line = Je te réponds en privé 👇
mediation-button-open = Ouvrir

# --- Une minute pour toi : quatre appuis, rien n'est gardé -----------------------------------
mediation-minute-weighs = Qu'est-ce qui pèse le plus ?
mediation-button-weighs-home = la maison
mediation-button-weighs-school = les cours, le taf
mediation-button-weighs-others = les autres
mediation-button-weighs-me = moi, ma tête
mediation-minute-stops = Qu'est-ce qui freine pour en parler ?
mediation-button-stops-useless = ça servira à rien
mediation-button-stops-fine = je gère
mediation-button-stops-long = trop long
mediation-button-stops-parents = peur qu'on prévienne mes parents
mediation-minute-useless = Normal de le penser quand on est à plat. Un truc plus petit : écris une seule phrase à quelqu'un, même « ça va pas trop ». Tu n'as rien d'autre à expliquer. Souvent, ça pèse un peu moins juste après.
mediation-minute-fine = OK, tu gères. Un truc plus petit : bois un verre d'eau, pose le téléphone deux minutes, et demande-toi à qui tu pourrais envoyer un mème ce soir. Si ça déborde, le 3114 répond.
mediation-minute-long = Ça peut être très court. Un truc plus petit : appelle le 3114 et dis juste « je sais pas par où commencer ». C'est leur métier de trouver la suite. Tu raccroches quand tu veux.
mediation-minute-parents = On comprend. Le 119 ne demande pas ton nom, et l'appel n'apparaît pas sur la facture. Ici, l'équipe te parle d'abord à toi : on prévient quelqu'un seulement si une vie est en danger, ou si un mineur est maltraité. Un truc plus petit : pose la question, sans rien raconter.
mediation-button-try = OK je tente
mediation-button-not-now = plus tard
mediation-minute-tried = Bien joué. Si tu veux quelqu'un en face : /parler. Et là, tout de suite : 3114 · 114 par SMS · 15.
mediation-minute-not-now = Pas de souci, ça reste là. /parler quand tu veux. Là, tout de suite : 3114 · 114 par SMS · 15.

# --- /parler ---------------------------------------------------------------------------------
mediation-talk = C'est entre toi et moi, personne d'autre ne voit cette carte. Tu veux quoi ?
mediation-button-someone = 💬 Parler à quelqu'un
mediation-button-minute = ⏱️ Une minute pour moi
mediation-button-lines = 📞 Qui répond maintenant
mediation-lines = Il y a du monde, là, tout de suite :
# $number, $name, $about : une ligne du fichier des numéros.
mediation-line = **{ $number }** · { $name } : { $about }
mediation-nobody-on-duty =
    L'équipe n'est pas là tout de suite. Je te garde une place ? D'ici là, il y a du monde ici, tout de suite : { $lines }.
mediation-busy = L'équipe est bien prise : ça peut être plus long que d'habitude. Je te garde une place ? D'ici là, il y a du monde ici, tout de suite : { $lines }.
mediation-button-keep = Garde ma place
mediation-button-instead = Une minute pour moi
mediation-button-fine-then = Ça ira
mediation-fine-then = OK. Prends soin de toi, et /parler si ça bouge.

# --- Autour d'une conversation (7.5) ---------------------------------------------------------
mediation-confidentiality = Ce qu'on se dit reste entre toi et l'équipe de { $organisation }. Une seule limite, on te la dit avant : si ta vie ou celle de quelqu'un est en danger tout de suite, ou si un mineur est maltraité, on doit prévenir — et on t'en parle d'abord chaque fois que c'est possible.
mediation-confidentiality-bound = Je suis tenu·e au secret professionnel. Ce qu'on se dit reste entre toi et l'équipe de { $organisation }. Une seule limite, on te la dit avant : si ta vie ou celle de quelqu'un est en danger tout de suite, ou si un mineur est maltraité, on doit prévenir — et on t'en parle d'abord chaque fois que c'est possible.
mediation-room-ready = Ta salle est prête, sans compte et sans nom. Le lien marche une fois, sur un seul appareil, pendant { $minutes } min.
mediation-room-kept = Ta place est gardée. Ta salle est prête, sans compte et sans nom : le lien marche une fois, sur un seul appareil, pendant { $minutes } min. Laisse un mot, l'équipe le lira en arrivant. Plus tard : /parler te redonne un lien.
mediation-button-room = 🚪 Entrer dans la salle
mediation-first-words = Salut, moi c'est { $mediator }, { $job } à { $organisation }. Je suis une vraie personne (badge : { $badge }). On a le temps. Tu préfères que je pose des questions ou tu racontes comme ça vient ?
mediation-handover = Si tu es d'accord, j'envoie **seulement ça** à { $partner } : « { $lines } ». Rien d'autre. Ils te rappellent avant { $date }. Sinon, c'est moi qui relance.
mediation-button-send-it = OK, envoie
mediation-button-no = Non
mediation-handover-agreed = D'accord : seulement ces lignes, à { $partner }.
mediation-handover-declined = C'est noté : rien n'est envoyé.
mediation-information = { $name } : { $about }. Contact : { $contact }

# --- La salle --------------------------------------------------------------------------------
mediation-room-title = Une salle au calme
mediation-room-door = Une salle rien que pour toi
mediation-room-door-text = Pas de compte, pas de nom. En entrant, ce lien ne marchera plus que sur cet appareil.
mediation-room-device = Quelqu'un d'autre se sert de ce téléphone ? Ouvre plutôt une fenêtre de navigation privée. Le bouton « Sortir vite » reste toujours en haut.
mediation-room-enter = Entrer
mediation-quick-exit = 🚪 Sortir vite
mediation-room-waiting = L'équipe est prévenue. Tu peux déjà écrire : ce sera lu dès que quelqu'un arrive.
mediation-room-joined = { $mediator } est avec toi · badge { $badge }
mediation-room-someone = L'équipe de { $organisation }
mediation-room-never = On ne t'écrira jamais d'un compte perso, on ne demande jamais de photo ni d'argent.
mediation-room-numbers = Là, maintenant, c'est grave : 3114 · 15 · 112 · 114 par SMS · 119 (enfant ou ado en danger)
mediation-room-you = Toi
mediation-room-write = Ton message
mediation-room-send = Envoyer
mediation-room-over = Cette conversation est finie. Merci d'être passé·e. /parler rouvre la porte quand tu veux.
mediation-room-lost = La connexion a sauté. Ce que tu écris est gardé ici et partira dès qu'elle revient.
mediation-room-kept-for = Ces messages sont chiffrés, et leur clé est détruite { $hours } h après la fin.

# --- Twitch (7.6) : la même ligne pour tout le monde, et la page de son lien -------------------
# $url : l'adresse de la page, la même pour tout le monde.
mediation-twitch-line = 🎮 Tournois, défis, ou juste envie de parler à quelqu'un ? Même lien pour tout le monde : { $url } — gratuit, sous pseudo, de vraies personnes. C'est grave là maintenant : 3114 · 15 · 114 par SMS.
mediation-help-title = Envie de parler à quelqu'un ?
mediation-help-text = De vraies personnes, gratuit, sous pseudo. Rien ne t'oblige à dire qui tu es.
mediation-help-team = L'équipe, sur Discord
mediation-help-discord = Tape /parler dans un serveur où se trouve Maraude, ou écris au bot en message privé. L'équipe de { $organisation } te répond dès qu'elle est là, et personne d'autre ne le voit.
mediation-help-same = Cette page est la même pour tout le monde, et elle ne retient pas qui l'ouvre.

# --- La sortie de la salle -------------------------------------------------------------------
mediation-play-title = Tournois et défis
mediation-play-text = Maraude fait tourner des tournois et des petits défis dans les communautés de joueurs. Pour jouer, cherche la carte du tournoi dans ton serveur, ou tape !tournoi dans le chat du stream.

# --- Le bureau -------------------------------------------------------------------------------
mediation-desk-title = Le bureau
mediation-desk-welcome = Ici, les médiateurs et médiatrices répondent à celles et ceux qui ont demandé à parler.
mediation-desk-sign-in = Entrer avec Discord
mediation-desk-sign-in-note = Discord nous dit seulement si tu as le rôle de médiation dans le serveur de l'organisation. Son jeton n'est pas gardé.
mediation-desk-off = L'entrée par Discord n'est pas encore réglée : il manque le secret de l'application, le serveur de l'organisation ou le rôle (MARAUDE_DISCORD__CLIENT_SECRET, MARAUDE_MEDIATION__HUB_GUILD, MARAUDE_MEDIATION__MEDIATOR_ROLE).
mediation-desk-sign-out = Quitter le bureau
mediation-desk-you = { $name } · badge { $badge }
mediation-desk-available = Disponible
mediation-desk-away = En pause
mediation-desk-available-text = On peut te confier quelqu'un.
mediation-desk-away-text = Personne ne sera invité à parler pour toi. Tes conversations en cours continuent.
mediation-desk-go-available = Je suis disponible
mediation-desk-go-away = Je fais une pause
mediation-desk-queue = Qui attend
mediation-desk-queue-empty = Personne n'attend. C'est une bonne nouvelle.
mediation-desk-next = Personne suivante
mediation-desk-next-note = Dans l'ordre : l'urgence que la personne a choisie, puis l'attente.
mediation-desk-claim = Prendre
mediation-desk-mine = Mes conversations
mediation-desk-mine-empty = Aucune conversation en cours.
mediation-desk-back = Le bureau
mediation-desk-since = attend depuis
mediation-desk-write = Ta réponse
mediation-desk-send = Envoyer
mediation-desk-template = Commencer par se présenter
mediation-desk-person = La personne
mediation-desk-pass = Je passe la main
mediation-desk-pass-note = Sans raison à donner. La personne retourne dans la file, sa place est gardée.
mediation-desk-hand-over = Orienter
mediation-desk-structure = Vers qui
mediation-desk-unverified = à vérifier avant d'envoyer quelqu'un
mediation-desk-lines = Ce qui sera envoyé, mot pour mot (la personne le voit et dit oui ou non)
mediation-desk-show = Montrer à la personne
mediation-desk-inform = Donner seulement l'information
mediation-desk-referral-proposed = Proposé, en attente de son oui
mediation-desk-referral-agreed = Oui. Transmets ces lignes, et rien d'autre :
mediation-desk-referral-declined = La personne a dit non : rien ne part.
mediation-desk-referral-told = Transmis. En attente d'un accusé de réception.
mediation-desk-referral-information = Information donnée.
mediation-desk-receipt-acknowledged = Reçu par la structure
mediation-desk-receipt-contacted = La structure l'a contacté·e
mediation-desk-receipt-seen = Rendez-vous fait
mediation-desk-receipt-no-show = Pas venu·e
mediation-desk-told = C'est transmis
mediation-desk-close = Terminer
mediation-desk-close-note = La personne ne pourra plus écrire. La clé de la conversation est détruite { $hours } h après.
mediation-desk-outcome = Comment ça finit
mediation-desk-need = De quoi il s'agissait
mediation-desk-over = Cette conversation est finie.
mediation-desk-gone = La conversation a été effacée.
mediation-desk-safety = Vie en danger, là, maintenant : reste, demande « Est-ce que tu penses à mourir, là, maintenant ? », propose d'appeler le 3114 ou le 15 ensemble. Si la personne ne peut pas être mise à l'abri : 15 ou 112, avec ce qu'elle a donné.
mediation-desk-safety-title = Péril
mediation-desk-lost = Connexion perdue, on réessaie. Rien de ce que tu écris n'est perdu.
mediation-bracket-under-13 = moins de 13 ans
mediation-bracket-13-14 = 13-14 ans
mediation-bracket-15-17 = 15-17 ans
mediation-bracket-18-25 = 18-25 ans
mediation-bracket-26 = 26 ans et plus
mediation-bracket-unknown = âge non dit
mediation-entry-offer = par un message du bot
mediation-entry-talk = par /parler
mediation-state-waiting = attend
mediation-state-claimed = à toi de commencer
mediation-state-talking = en cours
mediation-state-awaiting-person = à son tour
mediation-state-awaiting-mediator = à toi de répondre
mediation-state-referred = orientation acceptée
mediation-state-left = la personne est sortie
mediation-state-closed = terminé
mediation-state-other = en cours
mediation-outcome-talked = On a parlé, ça suffit pour cette fois
mediation-outcome-informed = Information donnée
mediation-outcome-referred = Orientation vers une structure
mediation-outcome-left = La personne est partie
mediation-outcome-abuse = Abus
mediation-outcome-mistake = Erreur, ou pour essayer
mediation-need-school = cours, formation
mediation-need-work = travail
mediation-need-mood = moral
mediation-need-housing = logement
mediation-need-money = argent
mediation-need-family = famille
mediation-need-rights = droits, papiers
mediation-need-health = santé
mediation-need-company = solitude, lien
mediation-need-other = autre chose

# --- Refus -----------------------------------------------------------------------------------
mediation-wrong-move = Ce n'est plus possible là où en est cette conversation. Recharge la page pour voir où elle en est.
mediation-already-taken = Quelqu'un d'autre vient de commencer avec cette personne. Regarde qui attend encore.
mediation-nobody-waits = Personne n'attend pour l'instant. Garde cette page ouverte : elle le dira.
mediation-hands-full = Tu accompagnes déjà autant de personnes que possible. Termine ou passe la main d'abord.
mediation-not-yours = Cette conversation est tenue par quelqu'un d'autre. Reviens à la file.
mediation-talk-over = Cette conversation est finie. Pour en ouvrir une autre, tape /parler sur Discord.
mediation-nothing-said = Le message est vide. Écris quelques mots, puis envoie-le.
mediation-outcome-missing = Choisis comment ça finit, et de quoi il s'agissait.
mediation-structure-unknown = Cette structure n'est pas dans l'annuaire. Choisis-en une dans la liste.
mediation-link-over = Ce lien ne marche plus. Tape /parler et tu en auras un neuf tout de suite. Là, maintenant, c'est grave : 3114 · 15 · 112 · 114 par SMS.
mediation-other-device = Cette salle est déjà ouverte sur un autre appareil. Si ce n'est pas toi, tape /parler : un lien neuf ferme l'ancien.
mediation-no-badge = Ce compte Discord n'a pas le rôle de médiation dans le serveur de l'organisation. Demande à la coordination.
mediation-needs-two-factor = Ce compte Discord n'a pas la double authentification. Active-la dans Discord (Mon compte), puis reviens : ici on protège des personnes.
mediation-sign-in-failed = L'entrée n'a pas abouti. Recommence depuis le bureau.
mediation-already-talking = Tu as déjà une conversation ouverte : /parler t'y ramène.

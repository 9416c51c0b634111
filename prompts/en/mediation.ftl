# Offering, talking, handing over. The texts of section 7 are word for word those of the brief.

# --- Commands --------------------------------------------------------------------------------
mediation-name-talk = talk
mediation-about-talk = Talk to someone from the team, or find who answers right now. Nobody else sees it.
mediation-name-talk-about-this = Talk about this

# In place of a nickname of which nothing is left once it is cleaned: "Hey you, it's…".
mediation-nameless = you

# --- The offer (7.3): the same for everybody, sent without a notification --------------------
# $nickname: the nickname; $server: the server; $mediator: a first name or a pen-name.
mediation-offer =
    🎮 Hey { $nickname }, it's { $bot }, the { $server } tournament bot.
    You'd said yes to a hand now and then, so here I am.
    Feel like talking to someone — school, work, mood, a mess, or just to vent? { $mediator } and the { $organisation } team are around. Real people, free, and you keep your nickname.
    ⏱️ Right now: an answer in under 30 min.
    _If it's too much right this minute: 3114 (free call, 24/7) · text 114 · 15._
mediation-button-yes = 💬 Yes please
mediation-button-later = 🕓 Later
mediation-button-fine = 👌 I'm fine, thanks
mediation-button-why = ❓ Why this message?
mediation-button-stop = 🔕 Don't write again

mediation-how-soon = How soon?
mediation-button-hard-now = it's hard right now
mediation-button-today = today
mediation-button-whenever = whenever you can

mediation-later = No worries. When shall I come back?
mediation-button-tonight = Tonight
mediation-button-tomorrow = Tomorrow
mediation-button-weekend = This weekend
mediation-button-tell-you = I'll tell you
mediation-later-kept = Noted: one short note, once, without a notification.
mediation-later-yours = Works for me. /talk whenever you like.
mediation-reminder = 🎮 It's { $bot }. You'd said “later”, so here I am again, just this once. If you feel like talking to someone: /talk.
mediation-fine = Nice 👌 I'll leave you be. /talk if you change your mind. GG.
mediation-why-event = The tournament just ended: we send this note, in small random groups, to people who ticked “DM”.
# $channel: the channel as Discord shows it (#name).
mediation-why-signal = What you wrote in { $channel } looked like someone who's had enough. A program made the link, on its own; it's often wrong (irony, game rage…). Your words are not kept and nobody but you knows.
mediation-why-asked = Because you asked me to.
mediation-why-gone = This message is too old: its reason was kept nowhere, and it has gone with time.
mediation-button-unwatch = Switch Watch off
mediation-unwatched = Watch is off. No program looks at your messages any more.
mediation-never-again = Got it, I won't write again. Tournaments stay the same.

# --- Emergency (7.4): no model, no mediator, no database -------------------------------------
mediation-emergency =
    🎮 Hey { $nickname }, it's { $bot }, the { $server } tournament bot.
    { "" }**A word just for you.** If it's too much right now: **3114**, free call, 24/7. Immediate danger: **15** or **112**. Can't talk? Text **114**.
mediation-button-what = 📞 What is 3114?
mediation-button-write = ✍️ I'd rather write to someone
mediation-button-kidding = 🫶 Not me / just kidding
mediation-what-is-3114 = 3114 is a free number, open day and night. Somebody whose job it is picks up. You can call for yourself or for somebody else, without giving a name. They listen; nobody lectures you.
mediation-kidding = OK 👌
mediation-public-line = I'll answer you privately 👇
mediation-button-open = Open

# --- One minute for you: four taps, nothing is kept ------------------------------------------
mediation-minute-weighs = What weighs most?
mediation-button-weighs-home = home
mediation-button-weighs-school = school, work
mediation-button-weighs-others = other people
mediation-button-weighs-me = me, my head
mediation-minute-stops = What stops you talking about it?
mediation-button-stops-useless = it won't help
mediation-button-stops-fine = I can handle it
mediation-button-stops-long = takes too long
mediation-button-stops-parents = scared they'll tell my parents
mediation-minute-useless = It's normal to think so when you're worn out. Something smaller: write one single sentence to somebody, even “not doing great”. You don't have to explain anything else. Often it weighs a bit less right after.
mediation-minute-fine = OK, you've got it. Something smaller: drink a glass of water, put the phone down for two minutes, and think of one person you could send a meme to tonight. If it spills over, 3114 answers.
mediation-minute-long = It can be very short. Something smaller: call 3114 and just say “I don't know where to start”. Finding the rest is their job. You hang up whenever you like.
mediation-minute-parents = Fair enough. 119 doesn't ask your name, and the call isn't shown on the bill. Here, the team talks to you first: we alert somebody only if a life is in danger, or if a minor is being hurt. Something smaller: ask the question, without telling anything.
mediation-button-try = OK, I'll try
mediation-button-not-now = later
mediation-minute-tried = Well played. If you want a person in front of you: /talk. And right now: 3114 · text 114 · 15.
mediation-minute-not-now = No worries, it stays here. /talk whenever you like. Right now: 3114 · text 114 · 15.

# --- /talk -----------------------------------------------------------------------------------
mediation-talk = This is between you and me, nobody else sees this card. What would you like?
mediation-button-someone = 💬 Talk to someone
mediation-button-minute = ⏱️ One minute for me
mediation-button-lines = 📞 Who answers right now
mediation-lines = There are people, right now:
# $number, $name, $about: one row of the file of numbers.
mediation-line = **{ $number }** · { $name }: { $about }
mediation-nobody-on-duty =
    The team isn't here right now. Shall I keep you a place? Until then, there are people here, right now: { $lines }.
mediation-busy = The team is busy: it may take longer than usual. Shall I keep you a place? Until then, there are people here, right now: { $lines }.
mediation-button-keep = Keep my place
mediation-button-instead = A minute for me
mediation-button-fine-then = I'll be fine
mediation-fine-then = OK. Take care, and /talk if that changes.

# --- Around a conversation (7.5) -------------------------------------------------------------
mediation-confidentiality = What we say stays between you and the { $organisation } team. One limit, said upfront: if your life or someone's is in danger right now, or a minor is being hurt, we have to alert someone — and we tell you first whenever we can.
mediation-confidentiality-bound = I am bound by professional secrecy. What we say stays between you and the { $organisation } team. One limit, said upfront: if your life or someone's is in danger right now, or a minor is being hurt, we have to alert someone — and we tell you first whenever we can.
mediation-room-ready = Your room is ready, no account and no name. The link works once, on one device, for { $minutes } min.
mediation-room-kept = Your place is kept. Your room is ready, no account and no name: the link works once, on one device, for { $minutes } min. Leave a word, the team will read it when they come. Later on: /talk gives you a new link.
mediation-button-room = 🚪 Enter the room
mediation-first-words = Hi, I'm { $mediator }, { $job } at { $organisation }. I'm a real person (badge: { $badge }). We've got time. Shall I ask, or do you just tell it your way?
mediation-handover = If you agree, I'll send **only this** to { $partner }: “{ $lines }”. Nothing else. They'll call you back before { $date }. If not, I'll chase them.
mediation-button-send-it = OK, send
mediation-button-no = No
mediation-handover-agreed = Agreed: only these lines, to { $partner }.
mediation-handover-declined = Noted: nothing is sent.
mediation-information = { $name }: { $about }. Contact: { $contact }

# --- The room --------------------------------------------------------------------------------
mediation-room-title = A quiet room
mediation-room-door = A room just for you
mediation-room-door-text = No account, no name. Once you go in, this link works on this device only.
mediation-room-device = Does somebody else use this phone? Better open a private browsing window. The “Quick exit” button stays at the top.
mediation-room-enter = Go in
mediation-quick-exit = 🚪 Quick exit
mediation-room-waiting = The team knows. You can already write: it will be read as soon as somebody comes.
mediation-room-joined = { $mediator } is with you · badge { $badge }
mediation-room-someone = The { $organisation } team
mediation-room-never = We never write from a personal account, we never ask for a photo or money.
mediation-room-numbers = It's serious, right now: 3114 · 15 · 112 · text 114 · 119 (a child or teenager in danger)
mediation-room-you = You
mediation-room-write = Your message
mediation-room-send = Send
mediation-room-over = This conversation is over. Thanks for coming. /talk opens the door again whenever you like.
mediation-room-lost = The connection dropped. What you write is kept here and leaves as soon as it is back.
mediation-room-kept-for = These messages are encrypted, and their key is destroyed { $hours } h after the end.

# --- Twitch (7.6): the same line for everybody, and the page behind its link --------------------
# $url: the address of the page, the same for everybody.
mediation-twitch-line = 🎮 Tournaments, challenges, or just feel like talking to someone? Same link for everyone: { $url } — free, nickname only, real people. Serious right now: 3114 · 15 · text 114.
mediation-help-title = Feel like talking to someone?
mediation-help-text = Real people, free, nickname only. Nothing makes you say who you are.
mediation-help-team = The team, on Discord
mediation-help-discord = Type /talk in a server where Maraude is, or write to the bot in a private message. The { $organisation } team answers as soon as they are there, and nobody else sees it.
mediation-help-same = This page is the same for everybody, and does not remember who opens it.

# --- The way out of the room -----------------------------------------------------------------
mediation-play-title = Tournaments and challenges
mediation-play-text = Maraude runs tournaments and small challenges in players' communities. To play, look for the tournament's card in your server, or type !tournoi in the stream's chat.

# --- The desk --------------------------------------------------------------------------------
mediation-desk-title = The desk
mediation-desk-welcome = Here mediators answer people who have asked to talk.
mediation-desk-sign-in = Enter with Discord
mediation-desk-sign-in-note = Discord only tells us whether you hold the mediators' role in the organisation's server. Its token is not kept.
mediation-desk-off = Entering with Discord is not set up yet: the application's secret, the organisation's server or the role is missing (MARAUDE_DISCORD__CLIENT_SECRET, MARAUDE_MEDIATION__HUB_GUILD, MARAUDE_MEDIATION__MEDIATOR_ROLE).
mediation-desk-sign-out = Leave the desk
mediation-desk-you = { $name } · badge { $badge }
mediation-desk-available = Available
mediation-desk-away = On a break
mediation-desk-available-text = Somebody may be put in your care.
mediation-desk-away-text = Nobody will be invited to talk on your account. Your open conversations go on.
mediation-desk-go-available = I'm available
mediation-desk-go-away = I'm taking a break
mediation-desk-queue = Who waits
mediation-desk-queue-empty = Nobody waits. That is good news.
mediation-desk-next = Next person
mediation-desk-next-note = In order: the urgency that the person chose, then the wait.
mediation-desk-claim = Claim
mediation-desk-mine = My conversations
mediation-desk-mine-empty = No open conversation.
mediation-desk-back = The desk
mediation-desk-since = waiting for
mediation-desk-write = Your answer
mediation-desk-send = Send
mediation-desk-template = Start by introducing yourself
mediation-desk-person = The person
mediation-desk-pass = I pass it on
mediation-desk-pass-note = No reason needed. The person goes back to the queue, their place is kept.
mediation-desk-hand-over = Hand over
mediation-desk-structure = To whom
mediation-desk-unverified = check before you send somebody there
mediation-desk-lines = What will be sent, word for word (the person sees it and says yes or no)
mediation-desk-show = Show it to the person
mediation-desk-inform = Give the information only
mediation-desk-referral-proposed = Proposed, waiting for their yes
mediation-desk-referral-agreed = Yes. Pass on these lines, and nothing else:
mediation-desk-referral-declined = The person said no: nothing leaves.
mediation-desk-referral-told = Passed on. Waiting for a receipt.
mediation-desk-referral-information = Information given.
mediation-desk-receipt-acknowledged = Received by the structure
mediation-desk-receipt-contacted = The structure has contacted them
mediation-desk-receipt-seen = The appointment took place
mediation-desk-receipt-no-show = They did not come
mediation-desk-told = Passed on
mediation-desk-close = Finish
mediation-desk-close-note = The person will not be able to write any more. The conversation's key is destroyed { $hours } h later.
mediation-desk-outcome = How it ends
mediation-desk-need = What it was about
mediation-desk-over = This conversation is over.
mediation-desk-gone = The conversation has been erased.
mediation-desk-safety = A life in danger, right now: stay, ask “Are you thinking about dying, right now?”, offer to call 3114 or 15 together. If the person can't be kept safe: 15 or 112, with what they gave.
mediation-desk-safety-title = Danger
mediation-desk-lost = Connection lost, trying again. Nothing you write is lost.
mediation-bracket-under-13 = under 13
mediation-bracket-13-14 = 13-14
mediation-bracket-15-17 = 15-17
mediation-bracket-18-25 = 18-25
mediation-bracket-26 = 26 and over
mediation-bracket-unknown = age not said
mediation-entry-offer = from a message of the bot
mediation-entry-talk = from /talk
mediation-state-waiting = waiting
mediation-state-claimed = yours to begin
mediation-state-talking = talking
mediation-state-awaiting-person = their turn
mediation-state-awaiting-mediator = your turn
mediation-state-referred = hand-over agreed
mediation-state-left = the person has left
mediation-state-closed = finished
mediation-state-other = talking
mediation-outcome-talked = We talked, that's enough for this time
mediation-outcome-informed = Information given
mediation-outcome-referred = Handed over to a structure
mediation-outcome-left = The person left
mediation-outcome-abuse = Abuse
mediation-outcome-mistake = A mistake, or just trying
mediation-need-school = school, training
mediation-need-work = work
mediation-need-mood = mood
mediation-need-housing = housing
mediation-need-money = money
mediation-need-family = family
mediation-need-rights = rights, papers
mediation-need-health = health
mediation-need-company = company
mediation-need-other = something else

# --- Refusals --------------------------------------------------------------------------------
mediation-wrong-move = Not possible at this point of the conversation. Reload the page to see where it stands.
mediation-already-taken = Somebody else has just started with this person. Look who is still waiting.
mediation-nobody-waits = Nobody waits for now. Leave this page open: it will tell.
mediation-hands-full = You are with as many people as you can be. Finish or pass one on first.
mediation-not-yours = This conversation is held by somebody else. Go back to the queue.
mediation-talk-over = This conversation is over. To open another one, type /talk on Discord.
mediation-nothing-said = The message is empty. Write a few words, then send it.
mediation-outcome-missing = Choose how it ends, and what it was about.
mediation-structure-unknown = This structure is not in the directory. Choose one from the list.
mediation-link-over = This link no longer works. Type /talk and you get a new one right away. It's serious, right now: 3114 · 15 · 112 · text 114.
mediation-other-device = This room is already open on another device. If that isn't you, type /talk: a new link closes the old one.
mediation-no-badge = This Discord account does not hold the mediators' role in the organisation's server. Ask the coordinator.
mediation-needs-two-factor = This Discord account has no two-factor authentication. Switch it on in Discord (My account), then come back: people are protected here.
mediation-sign-in-failed = The sign-in did not go through. Start again from the desk.
mediation-already-talking = You already have an open conversation: /talk brings you back to it.

### Being read, being written to: two yeses, and a no that works at once.
### Never over-reassure, never press, never thank anybody for saying yes.

## The pinned notice of a channel

# $bot, $organisation, $url: keep as they are. $watch: one of the two lines below, or nothing.
consent-notice =
    📌 **{ $bot } runs the tournaments here — and gives a hand to anyone who asks.**
    • By default it **does not read** your messages. It answers when you call it: /talk, @{ $bot }, or a DM.
    { $watch }
    • Streamer, mods, other players: **nobody sees** who switched on what.
    • Stop whenever you like: **/stop**, effective at once. Tournaments stay exactly the same.
    Run by { $organisation } · Privacy: { $url } · It's serious, right now: **15** · **112** · **114** (text) · **3114**
# The line about Watch: shown only where the channel is watched, or about to be.
consent-notice-watch = • If **you** switch on “Watch” (15+), a program looks at **your** messages in **this channel**, on the spot, to offer you privately a chat with someone from the team. Nothing is kept. Nobody is told without your click.
# $day: "21/11". $hour: "19:00".
consent-notice-pending = • **Watch** begins here on **{ $day } at { $hour }**, not before, and only for those who say yes.
consent-notice-paused = ⏸️ Watch is paused: nothing is read here for now. Commands still work: /talk, /stop.
consent-notice-closed = That's it here: { $bot } reads nothing in this channel any more. Commands still work: /talk, /stop.
consent-notice-button = A hand

consent-watch-announced = 📌 **Watch** begins here on **{ $day } at { $hour }**. It looks only at the messages of those who switch it on, with the button of the pinned notice or /consent. If you do nothing, nothing changes for you.
consent-watch-paused = Watch is paused.

## The age, then the card

consent-name-consent = consent
consent-about-consent = Choose what the bot may do for you, or change your mind
consent-age-question = **How old are you?** Just the bracket. It serves one thing: knowing what I may offer you. Nobody else sees it.
consent-age-under-13 = Under 13
consent-age-13 = 13–14
consent-age-15 = 15–17
consent-age-18 = 18–25
consent-age-26 = 26 and over
consent-age-undisclosed = I'd rather not say

# $bot, $channel, $organisation, $date: keep as they are.
consent-card = **A hand: you choose, change your mind any time.** Nothing changes for tournaments.
    ☐ **Watch** — a program looks at my messages in #{ $channel }, on the spot, and may think “they might want to talk”. It's often wrong. It keeps nothing and tells nobody.
    ☐ **DM** — { $bot } may write first (once a month max, 4 a year).
    ☐ **Catch-up** — if we've talked: a short note at 1, 3 and 6 months.
    ☐ **Numbers** — count my steps, no name, to show it helps.
    _This can touch your health or private life (“sensitive” data), so we need a real yes. Controller: { $organisation }. What goes through Discord is also with Discord (USA). Ends by itself: { $date }. Your rights: /my-data, /erase, cnil.fr._
consent-box-watch = Watch
consent-box-dm = DM
consent-box-follow-up = Catch-up
consent-box-stats = Numbers
consent-card-ok = I'm OK with this
consent-card-nothing = Nothing for me
consent-card-age = My age

consent-under-15 = Thanks for saying. We don't look at under-15s' messages and won't write first. But if **you** want to talk to someone, any time: /talk. And **119** answers 24/7, free, not shown on the bill.

# $date: the soonest end.
consent-given = Noted. It ends by itself on { $date }, and sooner if you like: **/stop** switches everything off at once.
consent-given-undated = Noted. **/stop** switches everything off at once, whenever you like.
consent-watch-alone = “Watch” without “DM” does nothing: I couldn't write to you, so I don't look.
consent-nothing = OK, nothing is switched on. /talk works anyway, any time.
# A date. $day, $year: keep. $month: 1 to 12.
consent-date = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }

## /stop, /erase, /my-data, /privacy

consent-name-stop = stop
consent-about-stop = Switch everything off, at once
consent-stopped = It's off. No more watch, no more messages from me. You keep your tournaments. /talk still works if you ever want it.
consent-erase-button = Erase everything
consent-name-erase = erase
consent-about-erase = Erase everything I keep about you
consent-erase-sure = Do you want me to erase **everything** I keep about you? Your tournaments and points go too. After that I no longer know you, and I no longer write to you.
consent-erase-yes = Yes, erase everything
consent-erased = Erased. One thing is left: an unreadable print that says not to write to you.
consent-name-my-data = my-data
consent-about-my-data = Get everything I keep about you
consent-my-data = Here is everything I keep about you, table by table. Nobody else sees this message.
consent-name-privacy = privacy
consent-about-privacy = Who is responsible, what is kept, your rights
# $organisation, $contact, $url: keep as they are.
consent-privacy = **What I do with your data.** Controller: { $organisation } { $contact }
    • Your messages are **never** recorded. A program looks at the words, on its own, and keeps nothing; it is often wrong; it does one thing only: send you a message. And only if the channel **and you** have said yes.
    • I keep your sign-ups and scores, your language, and what you said yes to.
    • What goes through Discord is also with Discord (USA).
    • Your rights: /my-data to see everything, /erase to erase everything, /stop to switch everything off, cnil.fr to complain.
    The whole page: { $url }

consent-page-title = Privacy
consent-page-who = Who is responsible
# $organisation, $contact: keep as they are.
consent-page-who-text = { $organisation } { $contact }
consent-page-read = What is read
consent-page-read-text = Nothing, by default: the bot answers only what is addressed to it. In a watched channel, a program looks at the messages of people of 15 and over who asked for it, on the spot. A program looks at the words, on its own, and keeps nothing; it is often wrong; it does one thing only: send you a message. Messages that follow each other within two minutes are looked at together, then forgotten.
consent-page-kept = What is kept, and how long
consent-page-kept-text = Your account, in a form that cannot be read without our key. Your language. What you said yes to, until your yes ends and twelve months more, to be able to prove it. Your sign-ups and scores, until you erase them. No message, no mark, no label.
consent-page-seen = Who sees it
consent-page-seen-text = Nobody sees who said yes: not the streamer, not the mods, not the others. If you ask to talk, the team sees what you choose to tell it, and nothing else.
consent-page-platforms = Discord and Twitch
consent-page-platforms-text = What goes through Discord or Twitch is also with them, in the United States, under their rules.
consent-page-rights = Your rights
consent-page-rights-text = On Discord: /my-data to get everything, /erase to erase everything, /stop to switch everything off, /consent to change your mind. From 15 on you use them without asking anybody. And you may complain to the CNIL: cnil.fr.

## /channel, for those who run the server

consent-name-channel = channel
consent-about-channel = What the bot reads in this channel
consent-name-open = open
consent-about-open = Post the notice, then answer when I am called
consent-name-watch = watch
consent-about-watch = Announce the watch, which begins 24 hours later
consent-name-pause = pause
consent-about-pause = Read nothing here for now
consent-name-close = close
consent-about-close = Read nothing here any more
consent-name-state = state
consent-about-state = Where this channel stands
consent-channel-opened = I'm posting the notice here, pinning it if I may, and I answer when I'm called.
consent-channel-watch = The notice announces the watch. It begins on { $day } at { $hour }, and only for those who say yes.
consent-channel-paused = Paused. To go on: /channel open.
consent-channel-closed = Closed. What people said yes to for this channel ends with it.
consent-channel-state = { $state ->
        [notice_due] The notice is not up yet. Check that I may write here.
        [addressed] Open: I answer when I'm called, and read nothing else.
        [watch_pending] Open. The watch is announced for { $day } at { $hour }.
        [watch] Watched: I look at the messages of those who said yes, and of nobody else.
        [paused] Paused: nothing is read. To go on: /channel open.
        [closed] Closed: nothing is read.
       *[absent] Never opened: nothing is read.
    }
consent-channel-few = How many said yes: fewer than 10, and I say no more, so that nobody can be recognised.
# $count: 10 or more.
consent-channel-many = Said yes: { $count } people.

## Refusals

consent-channel-not-now = That can't be done in the state this channel is in. /channel state says where it stands.
consent-channel-age-restricted = Not in an age-restricted channel. Choose another channel.
consent-channel-too-powerful = I hold the Administrator permission here, and I don't want it: take it away from me, then try again.
consent-watch-not-allowed = The watch can't start on this bot: an agreement is missing (impact assessment, DPO or Discord). Ask whoever looks after the bot which one.
consent-too-young = At your age, that stays off. /talk works any time.
consent-age-stands = You told me a younger age less than 30 days ago, so I keep to it for now. /talk works any time.
consent-account-too-new = Your account is too new here for “Watch” and “DM”: come back in a few days. /talk works right away.
consent-card-too-old = This card has waited too long. Type /consent again, nothing has changed meanwhile.

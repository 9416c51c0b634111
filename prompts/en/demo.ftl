# The demonstration evening: what "bot.py demo" tells, and its page.

## The page

demo-page-title = Maraude, an evening
demo-page-mark = DEMO
demo-page-speed = Speed of the clock
demo-page-desk-alone = The desk, full size
demo-page-as = You are
demo-page-write = Write, or type / for a command
demo-page-send = Send
demo-page-viewer = Who speaks
demo-page-line = A line for the chat
demo-page-overlay = On the stream
demo-page-no-overlay = The overlay appears here as soon as the tournament is open.
demo-page-desk = The mediators' desk
demo-page-story = What happens

## The story

demo-title-before = The day before
demo-title-evening = The evening
demo-title-end = The night
demo-bot-up = The real bot is up: Discord, Twitch and the pages, on this machine.
demo-stream-home = Lune says yes in her own chat: her stream has joined the server.
demo-watch-announced = The channel goes to watch in 24 hours. The notice is pinned: everybody can see it coming.
demo-linked = { $name } joins two accounts with a one-time code: one person.
demo-zoe-says-yes = { $name } reads the notice, gives an age, ticks two boxes of four, and confirms. Nobody else sees it.
demo-watch-begins = A night and a day have passed on the house's clock. The watch begins.
demo-mediator-in = Sarah, a mediator, opens the desk and says that she is available.
demo-tournament-opened = Camille opens the cup. Sign-ups start on both sides.
demo-signed-up = { $discord } people sign up by a button on Discord, { $twitch } by typing !tournoi on Twitch.
demo-checked-in = { $count } people check in. { $late } forgets, and the seat goes to the waiting list.
demo-match-won = { $winner } beats { $loser }.
demo-disputed = { $name } contests the score. Camille rules, and says why.
demo-no-show = { $name } does not come: after ten minutes, a forfeit.
demo-same-words = { $other } and { $name } write the same words in the channel. Only one message may be looked at.
demo-offer = A private, silent message reaches { $name }, and nobody else.
demo-contact = { $name } clicks "yes". Now, and not before, somebody can know.
demo-claimed = At the desk, Sarah sees { $code } waiting, and claims.
demo-first-words = First words after { $minutes } minutes.
demo-handover = With { $name }'s yes, three lines go to { $structure }. Nothing else.
demo-closed = The conversation is closed. In 24 hours its key will be destroyed.
demo-emergency = { $name }, 14, writes to the bot that it is too much: the emergency card answers at once.
demo-champion = { $name } wins the cup.
demo-counted = { $delivered } messages written by people, { $read } texts looked at by the program, { $wrong } without both yeses.
demo-over = Everything is in { $folder }: story.json, bracket.svg, bracket.png. { $seconds } seconds.
demo-open = The evening is open: { $url }
demo-stop = Ctrl-C to close.

### Accounts, languages, streams. Say what it is for, and that nothing forces anybody.

## /link: a Discord account and a Twitch account, one person

people-name-link = link
people-about-link = Say that you are the same person on Discord and on Twitch
# $code: six characters, used once.
people-link-code =
    Your code: **{ $code }**
    Type this in the chat of a stream where I am, from your Twitch account: `!defi lier { $code }`
    It works once, for 10 minutes. Linking earns nothing and costs nothing: it only helps me to recognise you. You can undo it whenever you like, right here.
people-link-already = Your Discord and your Twitch are already linked.
people-unlink-button = Unlink
people-unlinked = Unlinked. Your Twitch account starts afresh; what you have played stays here.
# On Twitch, in public. $name: the person's name there.
people-linked = @{ $name } You're linked: I'll know you on both sides.

## /language

people-name-language = language
people-about-language = Choose how I speak to you
people-about-option-language = The language
people-name-option-agreement = agreement
people-about-option-agreement = How French words agree when I speak of you
people-name-option-for = for
people-about-option-for = For you, or for the whole server (kept for those who run it)
people-choice-french = French
people-choice-english = English
people-choice-feminine = feminine
people-choice-masculine = masculine
people-choice-other = no gender
people-choice-me = for me
people-choice-here = for this server
people-spoken = Noted, that's how I'll speak to you.
people-spoken-here = Noted: I speak English here.

## /stream: a Twitch stream that belongs to this server

people-name-stream = stream
people-about-stream = The Twitch streams of this server
people-name-add = add
people-about-add = Connect a Twitch stream to this server
people-name-option-login = login
people-about-option-login = The stream's name, as in its address
# $stream: the stream's name. $code: six characters, used once.
people-stream-code =
    The stream **{ $stream }** has to say yes. Whoever streams there types this in their own chat, within 10 minutes: `!tournoi lier { $code }`
    Until then nothing is connected.
# On Twitch, in public.
people-stream-connected = Connected: this server's tournaments are played from this chat too. Type !tournoi

## Refusals

people-code-unknown = This code is wrong, or too old. Ask for another on Discord with /link, it takes ten seconds.
people-already-linked = It is linked already. To change that, unlink first: /link on Discord.
people-not-linked = There is nothing to unlink. To link an account, type /link on Discord.
people-stream-already-here = This stream is already connected to this server. Nothing else to do.
people-stream-unknown = I can't find this stream on Twitch. Check the name, as it stands in its address.
people-twitch-is-off = Twitch isn't plugged in here. Ask whoever looks after the bot.
people-twitch-is-away = I am connecting to Twitch. Try again in a moment.
people-not-here = That is done in a server, not in a private message. Type the command again there.

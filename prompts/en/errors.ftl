# What the bot answers when something is wrong, whichever part speaks.

errors-not-allowed = That one is for the people who run this place. Ask somebody who manages the server or the channel.
# $number: the incident number, which the person may give to the team.
errors-incident = Ouch, I broke something. My fault, not yours. Try again in a moment; if it goes on, give this number to the organisers: { $number }.
errors-too-old = This button is too old. Look for the newest card, or type /talk if you wanted to talk to somebody.

# What every page says.

web-skip = Skip to the content
web-not-found = There is nothing here. The link may have expired: ask the bot for a new one, with /talk or on the tournament's card.

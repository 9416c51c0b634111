"""The bot on Twitch, through the real TwitchIO, in our own Twitch."""

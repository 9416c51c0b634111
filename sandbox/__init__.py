"""A Discord and a Twitch of our own, on loopback: strangers to the house and to its clients."""

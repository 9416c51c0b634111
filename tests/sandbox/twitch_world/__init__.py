"""Our own Twitch, met by clients that know nothing of the house."""

"""A Twitch of our own, on loopback: id, Helix, EventSub and conduits, for any client."""

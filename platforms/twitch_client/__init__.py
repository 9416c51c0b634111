"""Twitch, and how its lines become the house's own words.

`hearing` is the one look at a line, `saying` what goes out and how quickly, `wire` every request
that TwitchIO makes, `pipe` the conduit and what is subscribed on it, `port` the connection.
"""

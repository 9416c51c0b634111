"""The pages: one small server in the bot's own process, plain HTML, and a live stream of events.

`pages` renders and protects, `streams` pushes what changed, `server` listens.
"""

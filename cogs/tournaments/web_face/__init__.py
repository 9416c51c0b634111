"""Tournaments in a browser: `face` is the public page, `overlays` what OBS shows over a game.

The list is the page and the drawing its twin: `listing` makes the one from the same view.
"""

"""Mediation on Discord: the offer and its buttons, /talk, and words addressed to the bot."""

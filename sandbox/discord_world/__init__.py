"""A Discord of our own on loopback, which the unmodified discord.py takes for the real one."""

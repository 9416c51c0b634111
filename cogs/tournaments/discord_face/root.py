"""`/tournament`, `/tournoi`: the one command that all others of this feature hang under.

Discord allows 25 entries below it, and as many below a group. Each group has a file of its own,
with a class that `TournamentsDiscord` inherits from: discord.py binds them all to that cog.
"""

from discord import app_commands
from discord.app_commands import locale_str

TOURNAMENT = app_commands.Group(
    name=locale_str("tournament", key="tournaments-name-tournament"),
    description=locale_str("tournaments-about-tournament"),
    guild_only=True,
)

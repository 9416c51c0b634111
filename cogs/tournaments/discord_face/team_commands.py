"""`/tournament team …`: the same as the buttons of teams."""

from typing import Any

from discord import Interaction, app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from cogs.tournaments.discord_face.root import TOURNAMENT
from cogs.tournaments.discord_face.speech import tongue
from cogs.tournaments.discord_face.team_presses import NAME, TeamPresses
from cogs.tournaments.rules.teams import CaptainOnly
from cogs.tournaments.service.wording import Wording
from platforms.discord_client.speaking import say, who

Asked = Interaction[Any]


class TeamCommands(commands.Cog):
    team_presses: TeamPresses
    _wording: Wording

    team = app_commands.Group(
        name=locale_str("team", key="teams-name-team"),
        description=locale_str("teams-about-team"),
        parent=TOURNAMENT,
    )

    @team.command(
        name=locale_str("create", key="teams-name-create"),
        description=locale_str("teams-about-create"),
    )
    @app_commands.rename(name=locale_str("name", key="teams-name-option-name"))
    @app_commands.describe(name=locale_str("teams-about-option-name"))
    async def team_create(
        self, interaction: Asked, name: app_commands.Range[str, 1, NAME]
    ) -> None:
        actor = await who(interaction)
        seen = await self.team_presses.teams.create(actor, name)
        await say(interaction, self.team_presses.words.made(tongue(actor.voice), seen))

    @team.command(
        name=locale_str("join", key="teams-name-join"),
        description=locale_str("teams-about-join"),
    )
    @app_commands.rename(code=locale_str("code", key="teams-name-option-code"))
    @app_commands.describe(code=locale_str("teams-about-option-code"))
    async def team_join(self, interaction: Asked, code: app_commands.Range[str, 1, 10]) -> None:
        actor = await who(interaction)
        seen = await self.team_presses.teams.join(actor, code=code)
        await say(interaction, self.team_presses.words.joined(tongue(actor.voice), seen))

    @team.command(
        name=locale_str("invite", key="teams-name-invite"),
        description=locale_str("teams-about-invite"),
    )
    async def team_invite(self, interaction: Asked) -> None:
        actor = await who(interaction)
        seen = await self.team_presses.teams.seen(actor)
        await say(interaction, self.team_presses.invitation(actor, seen))

    @team.command(
        name=locale_str("leave", key="teams-name-leave"),
        description=locale_str("teams-about-leave"),
    )
    async def team_leave(self, interaction: Asked) -> None:
        actor = await who(interaction)
        left = await self.team_presses.teams.leave(actor)
        await say(interaction, self._wording.left(tongue(actor.voice), left))

    @team.command(
        name=locale_str("roster", key="teams-name-roster"),
        description=locale_str("teams-about-roster"),
    )
    async def team_roster(self, interaction: Asked) -> None:
        actor = await who(interaction)
        seen = await self.team_presses.teams.seen(actor)
        await say(interaction, self.team_presses.cards.roster(actor.voice, seen))

    @team.command(
        name=locale_str("substitute", key="teams-name-substitute"),
        description=locale_str("teams-about-substitute"),
    )
    async def team_substitute(self, interaction: Asked) -> None:
        """Who rests and who plays: their names as buttons."""
        actor = await who(interaction)
        seen = await self.team_presses.teams.seen(actor)
        if not seen.leads:
            raise CaptainOnly
        await say(interaction, self.team_presses.cards.choose(actor.voice, seen, "swap"))

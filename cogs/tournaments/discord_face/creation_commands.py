"""`/tournament create`, `edit` and `registration`: what a host does before the draw."""

from typing import Any, Final

from discord import Interaction, app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from cogs.tournaments.discord_face.choices import GAMES, WHICH, WHICH_ABOUT, Offered
from cogs.tournaments.discord_face.creation import Asked, Creation
from cogs.tournaments.discord_face.root import TOURNAMENT
from cogs.tournaments.rules.roster import JOINABLE, Phase
from cogs.tournaments.service.waits import LONGEST_HOLD, SHORTEST_HOLD, Patience

_Interaction = Interaction[Any]
_Name = app_commands.Range[str, 1, 60]
_Start = app_commands.Range[str, 1, 40]
_Size = app_commands.Range[int, 2, 4096]

_Hold = app_commands.Range[int, SHORTEST_HOLD, LONGEST_HOLD]

NOT_OVER: Final = JOINABLE | {Phase.CLOSED, Phase.RUNNING}
FORFEIT: Final = "forfeit"
ABSENT: Final = [
    app_commands.Choice(
        name=locale_str("forfeit by itself", key="games-absent-forfeit"), value=FORFEIT
    ),
    app_commands.Choice(name=locale_str("staff decides", key="games-absent-staff"), value="staff"),
]
OPENED: Final = "open"
STATES: Final = [
    app_commands.Choice(name=locale_str("open", key="games-name-open"), value=OPENED),
    app_commands.Choice(name=locale_str("closed", key="games-name-closed"), value="closed"),
]
NAMES: Final = {
    "name": locale_str("name", key="tournaments-name-option-name"),
    "start": locale_str("start", key="games-name-option-start"),
    "size": locale_str("size", key="tournaments-name-option-size"),
    "best_of": locale_str("best-of", key="tournaments-name-option-best-of"),
}
ABOUT: Final = {
    "name": locale_str("tournaments-about-option-name"),
    "start": locale_str("games-about-option-start"),
    "size": locale_str("tournaments-about-option-size"),
    "best_of": locale_str("tournaments-about-option-best-of"),
}


class CreationCommands(commands.Cog):
    _creation: Creation

    @TOURNAMENT.command(
        name=locale_str("create", key="tournaments-name-create"),
        description=locale_str("tournaments-about-create"),
    )
    @app_commands.rename(
        **NAMES,
        game=locale_str("game", key="games-name-option-game"),
        template=locale_str("template", key="tournaments-name-option-template"),
        copy=locale_str("like", key="games-name-option-copy"),
    )
    @app_commands.describe(
        **ABOUT,
        game=locale_str("games-about-option-game"),
        template=locale_str("tournaments-about-option-template"),
        copy=locale_str("games-about-option-copy"),
    )
    @app_commands.choices(best_of=GAMES)
    async def create(  # noqa: PLR0913, PLR0917 - the options of a command are its parameters
        self,
        interaction: _Interaction,
        start: _Start,
        name: _Name | None = None,
        game: str | None = None,
        template: str | None = None,
        size: _Size | None = None,
        best_of: int | None = None,
        copy: str | None = None,
    ) -> None:
        """Show its host what would be announced in this channel."""
        asked = Asked(start, name, game or "", template or "", size, best_of)
        await self._creation.create(interaction, asked, copy)

    @TOURNAMENT.command(
        name=locale_str("edit", key="games-name-edit"),
        description=locale_str("games-about-edit"),
    )
    @app_commands.rename(
        **NAMES,
        absent=locale_str("no-shows", key="games-name-option-absent"),
        hold=locale_str("stream-wait", key="games-name-option-hold"),
        tournament=WHICH,
    )
    @app_commands.describe(
        **ABOUT,
        absent=locale_str("games-about-option-absent"),
        hold=locale_str("games-about-option-hold"),
        tournament=WHICH_ABOUT,
    )
    @app_commands.choices(best_of=GAMES)
    @app_commands.choices(absent=ABSENT)
    async def edit(  # noqa: PLR0913, PLR0917 - the options of a command are its parameters
        self,
        interaction: _Interaction,
        name: _Name | None = None,
        start: _Start | None = None,
        size: _Size | None = None,
        best_of: int | None = None,
        absent: str | None = None,
        hold: _Hold | None = None,
        tournament: str | None = None,
    ) -> None:
        asked = Asked(start, name, size=size, best_of=best_of)
        forfeits = None if absent is None else absent == FORFEIT
        await self._creation.edit(interaction, asked, Patience(forfeits, hold), tournament)

    @TOURNAMENT.command(
        name=locale_str("registration", key="games-name-registration"),
        description=locale_str("games-about-registration"),
    )
    @app_commands.rename(
        state=locale_str("state", key="games-name-option-state"), tournament=WHICH
    )
    @app_commands.describe(state=locale_str("games-about-option-state"), tournament=WHICH_ABOUT)
    @app_commands.choices(state=STATES)
    async def registration(
        self, interaction: _Interaction, state: str, tournament: str | None = None
    ) -> None:
        await self._creation.registration(
            interaction, opened=state == OPENED, tournament=tournament
        )

    @create.autocomplete("game")
    async def _games(self, interaction: _Interaction, typed: str) -> Offered:
        return self._creation.games(interaction, typed)

    @create.autocomplete("template")
    async def _templates(self, interaction: _Interaction, typed: str) -> Offered:
        return await self._creation.kept.offered(interaction, typed)

    @create.autocomplete("copy")
    async def _earlier(self, interaction: _Interaction, typed: str) -> Offered:
        return await self._creation.earlier(interaction, typed)

    @edit.autocomplete("tournament")
    async def _not_over(self, interaction: _Interaction, typed: str) -> Offered:
        return await self._creation.open_ones(interaction, typed, NOT_OVER)

    @registration.autocomplete("tournament")
    async def _still_open(self, interaction: _Interaction, typed: str) -> Offered:
        return await self._creation.open_ones(interaction, typed)

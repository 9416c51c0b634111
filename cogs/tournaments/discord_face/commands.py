"""`/tournament`, `/tournoi`: everything the buttons do, and what hosts do besides."""

from typing import Any

from discord import Interaction, app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from cogs.tournaments.discord_face.cards import EventCards
from cogs.tournaments.discord_face.choices import (
    WHICH,
    WHICH_ABOUT,
    Offered,
    events,
)
from cogs.tournaments.discord_face.creation import Creation
from cogs.tournaments.discord_face.creation_commands import CreationCommands
from cogs.tournaments.discord_face.file_commands import FileCommands
from cogs.tournaments.discord_face.presses import Presses
from cogs.tournaments.discord_face.repair_commands import RepairCommands
from cogs.tournaments.discord_face.reporting import answer
from cogs.tournaments.discord_face.root import TOURNAMENT
from cogs.tournaments.discord_face.seed_commands import SeedCommands
from cogs.tournaments.discord_face.series_commands import SeriesCommands
from cogs.tournaments.discord_face.showing_commands import ShowingCommands
from cogs.tournaments.discord_face.speech import at, number_at, tongue
from cogs.tournaments.discord_face.staff_commands import StaffCommands
from cogs.tournaments.discord_face.stream_commands import StreamCommands
from cogs.tournaments.discord_face.team_commands import TeamCommands
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.typed import told
from cogs.tournaments.service.announcing import Created
from cogs.tournaments.service.tournaments import Tournaments
from cogs.tournaments.service.wording import Wording
from platforms.discord_client.speaking import plain, say, who
from prompts import Texts

Asked = Interaction[Any]


class TournamentsDiscord(
    CreationCommands,
    FileCommands,
    RepairCommands,
    SeedCommands,
    SeriesCommands,
    ShowingCommands,
    StaffCommands,
    StreamCommands,
    TeamCommands,
    commands.Cog,
):
    tournament = TOURNAMENT

    def __init__(
        self,
        *,
        tournaments: Tournaments,
        texts: Texts,
        wording: Wording,
        presses: Presses,
        cards: EventCards,
        creation: Creation,
    ) -> None:
        self._tournaments = tournaments
        self._texts = texts
        self._wording = wording
        self._presses = presses
        self._cards = cards
        self._creation = creation

    @tournament.command(
        name=locale_str("list", key="tournaments-name-list"),
        description=locale_str("tournaments-about-list"),
    )
    async def list_(self, interaction: Asked) -> None:
        actor = await who(interaction)
        lines = [
            self._texts.say(
                actor.voice,
                "tournaments-list-line",
                event=plain(live.event.name),
                state=self._wording.phase(actor.voice, live.event.phase),
                entered=len(live.seeded) or len(live.roster.entered),
                size=live.event.size,
                starts=at(live.event.starts_at),
            )
            for live in await self._tournaments.here(actor.place)
        ]
        empty = self._texts.say(actor.voice, "tournaments-list-empty")
        await say(interaction, "\n".join(lines) or empty)

    @tournament.command(
        name=locale_str("join", key="tournaments-name-join"),
        description=locale_str("tournaments-about-join"),
    )
    @app_commands.rename(tournament=WHICH)
    @app_commands.describe(tournament=WHICH_ABOUT)
    async def join(self, interaction: Asked, tournament: str | None = None) -> None:
        actor = await who(interaction)
        joined = await self._tournaments.join(actor, _number(tournament))
        await say(interaction, self._wording.joined(tongue(actor.voice), joined))

    @tournament.command(
        name=locale_str("leave", key="tournaments-name-leave"),
        description=locale_str("tournaments-about-leave"),
    )
    @app_commands.rename(tournament=WHICH)
    @app_commands.describe(tournament=WHICH_ABOUT)
    async def leave(self, interaction: Asked, tournament: str | None = None) -> None:
        actor = await who(interaction)
        left = await self._tournaments.leave(actor, _number(tournament))
        await say(interaction, self._wording.left(tongue(actor.voice), left))

    @tournament.command(
        name=locale_str("match", key="tournaments-name-match"),
        description=locale_str("tournaments-about-match"),
    )
    async def match_(self, interaction: Asked) -> None:
        await say(interaction, await self._presses.next_of(await who(interaction)))

    @tournament.command(
        name=locale_str("check-in", key="tournaments-name-check-in"),
        description=locale_str("tournaments-about-check-in"),
    )
    async def check_in(self, interaction: Asked) -> None:
        actor = await who(interaction)
        checked = await self._tournaments.check_in(actor)
        await say(interaction, self._wording.checked_in(tongue(actor.voice), checked))

    @tournament.command(
        name=locale_str("score", key="tournaments-name-score"),
        description=locale_str("tournaments-about-score"),
    )
    @app_commands.rename(score=locale_str("score", key="tournaments-name-option-score"))
    @app_commands.describe(score=locale_str("tournaments-about-option-score"))
    async def score(self, interaction: Asked, score: app_commands.Range[str, 1, 20]) -> None:
        """The score of the one match they are in: there is nothing to choose."""
        actor = await who(interaction)
        won, games = told(score)
        moved = await self._tournaments.report(actor, won, games)
        await say(interaction, answer(self._texts, self._wording, actor.voice, moved))

    @tournament.command(
        name=locale_str("confirm", key="tournaments-name-confirm"),
        description=locale_str("tournaments-about-confirm"),
    )
    async def confirm(self, interaction: Asked) -> None:
        actor = await who(interaction)
        await self._tournaments.confirm(actor)
        await say(interaction, self._texts.say(actor.voice, "tournaments-confirmed"))

    @tournament.command(
        name=locale_str("dispute", key="tournaments-name-dispute"),
        description=locale_str("tournaments-about-dispute"),
    )
    async def dispute(self, interaction: Asked) -> None:
        actor = await who(interaction)
        await self._tournaments.dispute(actor)
        await say(interaction, self._texts.say(actor.voice, "tournaments-contested"))

    @tournament.command(
        name=locale_str("bracket", key="tournaments-name-bracket"),
        description=locale_str("tournaments-about-bracket"),
    )
    async def bracket(self, interaction: Asked) -> None:
        actor = await who(interaction)
        around = await self._tournaments.here(actor.place)
        if not around:
            raise NoneHere
        drawn = next((live for live in around if live.state is not None), around[0])
        await say(interaction, await self._cards.bracket(actor.voice, drawn))

    @tournament.command(
        name=locale_str("start", key="tournaments-name-start"),
        description=locale_str("tournaments-about-start"),
    )
    @app_commands.rename(tournament=WHICH)
    @app_commands.describe(tournament=WHICH_ABOUT)
    async def start(self, interaction: Asked, tournament: str | None = None) -> None:
        actor = await who(interaction)
        # A thousand players are drawn and called in seconds; Discord waits three.
        await interaction.response.defer(ephemeral=True)
        await self._tournaments.start(actor, _number(tournament))
        await say(interaction, self._texts.say(actor.voice, "tournaments-started"))

    @tournament.command(
        name=locale_str("cancel", key="tournaments-name-cancel"),
        description=locale_str("tournaments-about-cancel"),
    )
    @app_commands.rename(tournament=WHICH)
    @app_commands.describe(tournament=WHICH_ABOUT)
    async def cancel(self, interaction: Asked, tournament: str | None = None) -> None:
        actor = await who(interaction)
        await self._tournaments.call_off(actor, _number(tournament))
        await say(interaction, self._texts.say(actor.voice, "tournaments-called-off"))

    @StreamCommands.stream.command(
        name=locale_str("overlay", key="tournaments-name-overlay"),
        description=locale_str("tournaments-about-overlay"),
    )
    async def stream_overlay(self, interaction: Asked) -> None:
        """A new address for the overlays; the old one shows nothing more."""
        actor = await who(interaction)
        now, bracket = self._overlays(await self._tournaments.new_overlay(actor))
        text = self._texts.say(actor.voice, "tournaments-new-overlay", now=now, bracket=bracket)
        await say(interaction, text)

    @join.autocomplete("tournament")
    @leave.autocomplete("tournament")
    @start.autocomplete("tournament")
    @cancel.autocomplete("tournament")
    async def _tournaments_here(self, interaction: Asked, typed: str) -> Offered:
        actor = await who(interaction)
        return events(await self._tournaments.here(actor.place), typed)

    def _overlays(self, created: Created) -> tuple[str, str]:
        base = self._cards.overlay(created.token)
        return f"{base}/now", f"{base}/bracket"


def _number(typed: str | None) -> int | None:
    """What the choice of a tournament stands for. Raises `NoneHere` for what is not one."""
    return None if typed is None else number_at((typed,))

"""`/tournament draw`, `/tournoi tirage`, and the season's board."""

from typing import Any

from discord import Interaction, app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from cogs.tournaments.discord_face.choices import Offered, like
from cogs.tournaments.discord_face.creation import Creation
from cogs.tournaments.discord_face.root import TOURNAMENT
from cogs.tournaments.discord_face.seeding import BY, SeedingCards
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.seeding import Seeding
from cogs.tournaments.rules.separation import Label
from cogs.tournaments.service.seeds import Wishes
from cogs.tournaments.service.tournaments import Tournaments
from platforms.discord_client.speaking import plain, say, who
from prompts import Texts

Asked = Interaction[Any]
MODES = [
    app_commands.Choice(name=locale_str(mode.value, key=key), value=mode.value)
    for mode, key in BY.items()
    if mode is not Seeding.ABOVE  # which goes without saying
]
KINDS = [
    app_commands.Choice(name=locale_str("club", key="seeds-kind-club"), value="club"),
    app_commands.Choice(name=locale_str("class", key="seeds-kind-class"), value="class"),
    app_commands.Choice(name=locale_str("city", key="seeds-kind-city"), value="city"),
]


class SeedCommands(commands.Cog):
    draw = app_commands.Group(
        name=locale_str("draw", key="seeds-name-draw"),
        description=locale_str("seeds-about-draw"),
        parent=TOURNAMENT,
    )
    seeding: SeedingCards  # handed over when it is hung up
    _tournaments: Tournaments
    _creation: Creation
    _texts: Texts

    @draw.command(
        name=locale_str("look", key="seeds-name-look"),
        description=locale_str("seeds-about-look"),
    )
    async def draw_look(self, interaction: Asked) -> None:
        """The draw as it would be made now; one button makes it."""
        actor = await who(interaction)
        proposal = await self.seeding.seeds.propose(actor)
        await say(interaction, self.seeding.proposal(actor.voice, proposal))

    @draw.command(
        name=locale_str("by", key="seeds-name-by"),
        description=locale_str("seeds-about-by"),
    )
    @app_commands.rename(
        mode=locale_str("mode", key="seeds-name-option-mode"),
        recent=locale_str("apart", key="seeds-name-option-recent"),
        rated=locale_str("rated", key="seeds-name-option-rated"),
    )
    @app_commands.describe(
        mode=locale_str("seeds-about-option-mode"),
        recent=locale_str("seeds-about-option-recent"),
        rated=locale_str("seeds-about-option-rated"),
    )
    @app_commands.choices(mode=MODES)
    async def draw_by(
        self,
        interaction: Asked,
        mode: str | None = None,
        recent: bool | None = None,
        rated: bool | None = None,
    ) -> None:
        actor = await who(interaction)
        wishes = Wishes(Seeding(mode) if mode else None, recent, rated)
        live = await self.seeding.seeds.wish(actor, wishes)
        by = self._texts.say(actor.voice, BY[Seeding(live.event.seeding)])
        await say(interaction, self._texts.say(actor.voice, "seeds-wished", by=by))

    @draw.command(
        name=locale_str("place", key="seeds-name-place"),
        description=locale_str("seeds-about-place"),
    )
    @app_commands.rename(
        player=locale_str("player", key="seeds-name-option-player"),
        seed=locale_str("seed", key="seeds-name-option-seed"),
    )
    @app_commands.describe(
        player=locale_str("seeds-about-option-player"),
        seed=locale_str("seeds-about-option-seed"),
    )
    async def draw_place(
        self,
        interaction: Asked,
        player: str,
        seed: app_commands.Range[int, 1, 4096] | None = None,
    ) -> None:
        actor = await who(interaction)
        tournament, ticket = _held(player)
        live = await self.seeding.seeds.place(actor, ticket, seed, tournament)
        name = next((each.name for each in live.entrants if each.ticket == ticket), "")
        key = "seeds-placed" if seed else "seeds-unplaced"
        slots = {"seed": str(seed)} if seed else {}
        await say(interaction, self._texts.say(actor.voice, key, name=plain(name), **slots))

    @draw.command(
        name=locale_str("apart", key="seeds-name-apart"),
        description=locale_str("seeds-about-apart"),
    )
    @app_commands.rename(
        player=locale_str("player", key="seeds-name-option-player"),
        kind=locale_str("kind", key="seeds-name-option-kind"),
        name=locale_str("name", key="seeds-name-option-label"),
    )
    @app_commands.describe(
        player=locale_str("seeds-about-option-player"),
        kind=locale_str("seeds-about-option-kind"),
        name=locale_str("seeds-about-option-label"),
    )
    @app_commands.choices(kind=KINDS)
    async def draw_apart(
        self,
        interaction: Asked,
        player: str,
        kind: str,
        name: app_commands.Range[str, 1, 40] | None = None,
    ) -> None:
        actor = await who(interaction)
        tournament, ticket = _held(player)
        label = Label(kind, " ".join((name or "").split()), hard=True)
        live = await self.seeding.seeds.label(actor, ticket, label, tournament)
        shown = next((each.name for each in live.entrants if each.ticket == ticket), "")
        if not label.value:
            text = self._texts.say(actor.voice, "seeds-unlabelled", name=plain(shown))
        else:
            text = self._texts.say(
                actor.voice, "seeds-labelled", name=plain(shown), label=plain(label.value)
            )
        await say(interaction, text)

    @TOURNAMENT.command(
        name=locale_str("season", key="seeds-name-season"),
        description=locale_str("seeds-about-season"),
    )
    @app_commands.rename(game=locale_str("game", key="seeds-name-option-game"))
    @app_commands.describe(game=locale_str("seeds-about-option-game"))
    async def season(self, interaction: Asked, game: str) -> None:
        """The board of a game's season, for whoever asks, and their own place on it."""
        actor = await who(interaction)
        await say(interaction, await self.seeding.season(actor, game))

    @season.autocomplete("game")
    async def _games(self, interaction: Asked, typed: str) -> Offered:
        return self._creation.games(interaction, typed)

    @draw_place.autocomplete("player")
    @draw_apart.autocomplete("player")
    async def _players(self, interaction: Asked, typed: str) -> Offered:
        actor = await who(interaction)
        waiting = {Phase.REGISTRATION, Phase.CHECK_IN, Phase.CLOSED}
        around = await self._tournaments.here(actor.place)
        return like(
            typed,
            (
                app_commands.Choice(name=each.name, value=f"{live.id}|{each.ticket}")
                for live in around
                if live.event.phase in waiting
                for each in live.entrants
                if each.name and each.team is None
            ),
        )


def _held(chosen: str) -> tuple[int, int]:
    """The tournament and the ticket that were chosen from the list. Raises `NoneHere`."""
    tournament, _, ticket = chosen.partition("|")
    if not (tournament.isdecimal() and ticket.isdecimal()):
        raise NoneHere
    return int(tournament), int(ticket)

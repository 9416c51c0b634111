"""The templates of a server: the settings of one of its evenings, under a name of its own."""

from dataclasses import dataclass

from cogs.tournaments.rules.crew import Act
from cogs.tournaments.rules.keeping import HasItsGame, folded, kept_name
from cogs.tournaments.rules.refusals import UnknownTemplate
from cogs.tournaments.service import looking
from cogs.tournaments.service.announcing import Announcing, Changes
from cogs.tournaments.service.columns import COPIED, as_announced
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.store import templates
from cogs.tournaments.store.templates import TemplateRow
from config.settings import Tournaments as Knobs
from core.people import Actor
from storage.database import Tx


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer: one that the server keeps."""

    id: int
    name: str
    game: str


class OwnTemplates:
    """The only writer of a server's templates."""

    def __init__(self, turns: Turns, announcing: Announcing, knobs: Knobs) -> None:
        self._turns = turns
        self._announcing = announcing
        self._crew = Crew(turns.db)
        self._most = knobs.templates_kept

    async def here(self, actor: Actor) -> list[Kept]:
        """What is kept here, by name. Raises `NotAllowed`."""
        await self._crew.may(actor, Act.RUN)
        async with self._turns.db.read() as tx:
            return [_kept(row) for row in await templates.at(tx, actor.place)]

    async def keep(self, actor: Actor, tournament: int, name: str) -> Kept:
        """Keep the settings of a draft, or of what was announced here, under a name.

        Raises `NotAllowed`, `NoneHere`, `BadName`, `NameKept`, `TooManyKept`.
        """
        await self._crew.may(actor, Act.RUN)
        async with self._turns.db.write() as tx:
            event = await looking.meant(tx, actor, tournament, looking.drafted)
            others = [row.name for row in await templates.at(tx, actor.place)]
            name = kept_name(name, others, self._most)
            settings = {column: getattr(event, column) for column in COPIED}
            made = await templates.add(tx, actor.place, name, folded(name), settings)
            return Kept(made, name, event.game)

    async def forget(self, actor: Actor, template: int) -> Kept:
        """Keep it no longer; what was created from it stays.

        Raises `NotAllowed`, `UnknownTemplate`.
        """
        await self._crew.may(actor, Act.RUN)
        async with self._turns.db.write() as tx:
            row = await _one(tx, actor, template)
            await templates.drop(tx, row.id)
            return _kept(row)

    async def draft(
        self, actor: Actor, template: int, channel: str, changes: Changes, game: str = ""
    ) -> Live:
        """Write down a tournament as it was kept, with what its host wants otherwise.

        Raises `NotAllowed`, `UnknownTemplate`, `HasItsGame` where `game` is another one,
        `BadName`, `BadHour`, `BadSize`, `BadBestOf`.
        """
        await self._crew.may(actor, Act.RUN)
        async with self._turns.db.read() as tx:
            row = await _one(tx, actor, template)
        if game and game != row.settings["game"]:
            raise HasItsGame
        event = as_announced(row.settings, actor.place, channel, self._turns.clock.now())
        return await self._announcing.copy(actor, event, channel, changes)


async def _one(tx: Tx, actor: Actor, template: int) -> TemplateRow:
    """Raises `UnknownTemplate`, also for one of another server."""
    found = (row for row in await templates.at(tx, actor.place) if row.id == template)
    row = next(found, None)
    if row is None:
        raise UnknownTemplate(f"no template {template} is kept here")
    return row


def _kept(row: TemplateRow) -> Kept:
    return Kept(row.id, row.name, row.settings["game"])

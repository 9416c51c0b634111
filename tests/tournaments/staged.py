"""A tournament put on the books as it stands: its rows and its log, whatever led there."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import insert, select, update

from cogs.people.tables import people
from cogs.tournaments.rules import events
from cogs.tournaments.rules.options import options_of
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.state import State
from cogs.tournaments.tables import entrants, pseudonyms, tournament_events, tournaments
from storage.database import Database
from tests.discord_desk import MANAGE_GUILD
from tests.tournaments.server import HOST, Server

OF_ROW = ("third_place", "best_of", "secret")  # the row of a tournament says these itself


@dataclass(frozen=True, slots=True)
class Staged:
    page: str
    overlays: str


async def staged(server: Server, state: State, names: Mapping[int, str]) -> Staged:
    """Where it is seen. All names are one person's: none is looked for by it."""
    await server.create()
    told = await server.desk.slash(HOST, "tournament stream overlay", may=MANAGE_GUILD)
    overlays = "/o/" + told.text.split("/o/")[1].split("/")[0]
    live = await server.live()
    setup = state.setup
    options = {name: one for name, one in options_of(setup).items() if name not in OF_ROW}
    db, tournament = server.house.db, live.id
    async with db.write() as tx:
        await tx.execute(
            update(tournaments).values(
                format=setup.format.value,
                options=options,
                third_place=setup.third_place,
                best_of=setup.best_of,
                phase=(Phase.FINISHED if state.done else Phase.RUNNING).value,
                size=max(2, setup.entrants),
            )
        )
        seats = list(state.entrants)
        row = {"tournament": tournament, "platform": "discord", "standing": "entered"}
        await tx.execute(
            insert(entrants), [{**row, "ticket": seat, "here": True} for seat in seats]
        )
        someone = await tx.scalar(select(people.c.id).limit(1))
        await tx.execute(
            insert(pseudonyms),
            [
                {"tournament": tournament, "ticket": seat, "person": someone, "name": names[seat]}
                for seat in seats
            ],
        )
    await _log(db, server, state)
    return Staged(f"/t/{live.event.page}", overlays)


async def _log(db: Database, server: Server, state: State) -> None:
    live = await server.live()
    drawn = list(range(1, state.setup.entrants + 1))
    lines: list[tuple[str, dict[str, object]]] = [("drawn", {"seeds": drawn})]
    lines += [(events.kind_of(step), dict(events.pack(step))) for step in state.log]
    async with db.write() as tx:
        await tx.execute(
            insert(tournament_events),
            [
                {
                    "tournament": live.id,
                    "seq": live.seq + number,
                    "at": server.clock.now(),
                    "kind": kind,
                    "payload": payload,
                }
                for number, (kind, payload) in enumerate(lines, start=1)
            ],
        )

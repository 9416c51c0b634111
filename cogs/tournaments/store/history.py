"""What has happened in a tournament. One function, one question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select

from cogs.tournaments.store.announced import TournamentId
from cogs.tournaments.tables import tournament_events
from core.people import PersonId
from storage.database import Tx


@dataclass(frozen=True, slots=True)
class Logged:
    seq: int
    at: datetime
    actor: PersonId | None
    kind: str
    payload: Mapping[str, Any]
    reason: str | None


async def last_seq(tx: Tx, tournament: TournamentId) -> int:
    """The number of the newest event in the log; 0 for none."""
    found = await tx.scalar(
        select(func.max(tournament_events.c.seq)).where(
            tournament_events.c.tournament == tournament
        )
    )
    return found or 0


async def log_of(
    tx: Tx,
    tournament: TournamentId,
    after: int = 0,
    since: datetime | None = None,
    kinds: Sequence[str] = (),
) -> list[Logged]:
    """The log in its order, from after `after` or the hour `since` on; whole, or some kinds."""
    asked = select(tournament_events).where(tournament_events.c.tournament == tournament)
    if since is not None:
        asked = asked.where(tournament_events.c.at >= since)
    if kinds:
        asked = asked.where(tournament_events.c.kind.in_(kinds))
    rows = await tx.execute(
        asked.where(tournament_events.c.seq > after).order_by(tournament_events.c.seq)
    )
    return [Logged(row.seq, row.at, row.actor, row.kind, row.payload, row.reason) for row in rows]


async def write_log(tx: Tx, tournament: TournamentId, lines: Sequence[Mapping[str, Any]]) -> None:
    """Add to the log; nothing is ever changed in it or taken out."""
    if lines:
        await tx.execute(
            insert(tournament_events), [{"tournament": tournament, **line} for line in lines]
        )

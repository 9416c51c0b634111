"""Cards: messages that are edited in place as what they show changes.

A card is a row that says *what* it shows and how often that has changed; what it looks like is
worked out when it is sent, so ten changes in a second are one edit, and a restart loses none.

A card may stand in a thread of its own, its room. The room is written down before anything is
posted in it: whatever a restart interrupts, the card is looked for in one place.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    case,
    delete,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from storage.database import Database, Tx
from storage.schema import Key, Moment, metadata

# Told in the transaction that records it: by a card's subject, that it shows all that was wanted.
Confirmed = Callable[[Tx, str], Awaitable[None]]

cards = Table(
    "cards",
    metadata,
    Column("id", Key, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("subject", String(60), nullable=False),
    Column("channel", String(20), nullable=False),
    # A card with a parent stands in the thread that starts from the parent's message.
    Column("parent", Key, ForeignKey("cards.id", ondelete="CASCADE")),
    Column("message", String(20)),
    # The thread or channel it stands in, where that is not told by its parent.
    Column("room", String(20)),
    # Why it has no room of its own: the platform's code for that.
    Column("refused", Integer),
    Column("over_at", Moment),  # from when on its room may be put away
    Column("wanted", Integer, nullable=False, server_default="1"),
    Column("shown", Integer, nullable=False, server_default="0"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("not_before", Moment),
    Index("one_card_per_subject", "kind", "subject", unique=True),
)


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card that does not show yet what it should."""

    id: int
    kind: str
    subject: str
    channel: str
    parent_kind: str
    parent_subject: str
    parent_message: str | None
    message: str | None
    room: str | None
    refused: int | None
    wanted: int
    attempts: int
    parent_room: str | None = None

    @property
    def where(self) -> str:
        """The thread or channel that it stands in, as far as that is known."""
        return self.room or self.parent_room or self.parent_message or self.channel


@dataclass(frozen=True, slots=True)
class OldRoom:
    """A thread in which nothing more will happen."""

    card: int
    room: str
    gone: bool = False  # what it was for is no more: it may go, too


async def want(
    tx: Tx, kind: str, subject: str, channel: str, parent: tuple[str, str] | None = None
) -> None:
    """Have a card shown in a Discord `channel`, or shown anew. `parent` is (kind, subject)."""
    insert = sqlite_insert if tx.dialect.name == "sqlite" else postgres_insert
    above = None
    if parent is not None:
        above = await tx.scalar(
            select(cards.c.id).where(cards.c.kind == parent[0]).where(cards.c.subject == parent[1])
        )
    await tx.execute(
        insert(cards)
        .values(kind=kind, subject=subject, channel=channel, parent=above)
        .on_conflict_do_update(
            index_elements=["kind", "subject"],
            # What could not be shown is tried at once; what could still rests between two edits.
            set_={
                "wanted": cards.c.wanted + 1,
                "not_before": case((cards.c.attempts > 0, None), else_=cards.c.not_before),
                "attempts": 0,
            },
        )
    )


async def again(tx: Tx, kind: str, subject: str) -> None:
    """Have a card that exists show what has changed; nothing happens where there is none."""
    await tx.execute(
        update(cards)
        .where(cards.c.kind == kind)
        .where(cards.c.subject == subject)
        .values(wanted=cards.c.wanted + 1)
    )


async def discard(tx: Tx, kind: str, subject: str, now: datetime) -> None:
    """What a card and those below it show is no more; its room, if it has one, goes with it."""
    found = select(cards.c.id).where(cards.c.kind == kind).where(cards.c.subject == subject)
    await tx.execute(delete(cards).where(cards.c.parent.in_(found)))
    mine = cards.c.id.in_(found.scalar_subquery())
    await tx.execute(delete(cards).where(mine).where(cards.c.room.is_(None)))
    await tx.execute(
        update(cards).where(mine).values(wanted=0, shown=0, over_at=now, refused=None)
    )


async def message_of(tx: Tx, kind: str, subject: str) -> str | None:
    """The Discord message that shows this card, once there is one."""
    found: str | None = await tx.scalar(
        select(cards.c.message).where(cards.c.kind == kind).where(cards.c.subject == subject)
    )
    return found


async def where(tx: Tx, kind: str, subject: str) -> str | None:
    """The Discord thread or channel that this card stands in, once it stands there."""
    above = cards.alias("above")
    found: str | None = await tx.scalar(
        select(func.coalesce(cards.c.room, above.c.room, above.c.message, cards.c.channel))
        .outerjoin(above, above.c.id == cards.c.parent)
        .where(cards.c.kind == kind)
        .where(cards.c.subject == subject)
        .where(cards.c.message.is_not(None))
    )
    return found


async def refusal_below(tx: Tx, kind: str, subject: str) -> int | None:
    """Why the newest card below this one has no room of its own; None where it has one."""
    above = cards.alias("above")
    found: int | None = await tx.scalar(
        select(cards.c.refused)
        .join(above, above.c.id == cards.c.parent)
        .where(above.c.kind == kind)
        .where(above.c.subject == subject)
        .where(cards.c.room.is_not(None))
        .order_by(cards.c.id.desc())
        .limit(1)
    )
    return found


class Cards:
    """Where Discord's sender finds the cards that are behind."""

    def __init__(self, db: Database, confirmed: Mapping[str, Confirmed] | None = None) -> None:
        """`confirmed`: who is told, by a card's kind, that it shows what it should."""
        self._db = db
        self._confirmed = confirmed or {}

    async def behind(self, now: datetime, most: int = 20) -> list[CardRow]:
        above = cards.alias("above")
        async with self._db.read() as tx:
            rows = await tx.execute(
                select(
                    cards,
                    above.c.kind.label("parent_kind"),
                    above.c.subject.label("parent_subject"),
                    above.c.message.label("parent_message"),
                    above.c.room.label("parent_room"),
                )
                .outerjoin(above, above.c.id == cards.c.parent)
                .where(cards.c.shown < cards.c.wanted)
                .where(or_(cards.c.not_before.is_(None), cards.c.not_before <= now))
                .where(or_(cards.c.parent.is_(None), above.c.message.is_not(None)))
                .order_by(cards.c.id)
                .limit(most)
            )
            return [
                CardRow(
                    row.id,
                    row.kind,
                    row.subject,
                    row.channel,
                    row.parent_kind or "",
                    row.parent_subject or "",
                    row.parent_message,
                    row.message,
                    row.room,
                    row.refused,
                    row.wanted,
                    row.attempts,
                    row.parent_room,
                )
                for row in rows
            ]

    async def lodged(self, card: CardRow, room: str, refused: int | None = None) -> CardRow:
        """It stands in `room`; `refused` says why that is no room of its own."""
        async with self._db.write() as tx:
            await tx.execute(
                update(cards).where(cards.c.id == card.id).values(room=room, refused=refused)
            )
            if refused is not None and card.parent_kind:
                await again(tx, card.parent_kind, card.parent_subject)
        return replace(card, room=room, refused=refused)

    async def rooms(self, channel: str) -> set[str]:
        """Every room that a card of this channel has or had."""
        async with self._db.read() as tx:
            found = await tx.scalars(
                select(cards.c.room)
                .where(cards.c.channel == channel)
                .where(cards.c.room.is_not(None))
            )
            return set(found)

    async def over(self, now: datetime, most: int = 10) -> list[OldRoom]:
        """Rooms that may be put away: their card shows all that it should, and time has passed."""
        async with self._db.read() as tx:
            rows = await tx.execute(
                select(cards.c.id, cards.c.room, cards.c.wanted)
                .where(cards.c.over_at <= now)
                .where(cards.c.room.is_not(None))
                .where(cards.c.refused.is_(None))
                .where(cards.c.shown >= cards.c.wanted)
                .order_by(cards.c.over_at)
                .limit(most)
            )
            return [OldRoom(row.id, row.room, gone=row.wanted == 0) for row in rows]

    async def put_away(self, old: OldRoom, again_at: datetime | None = None) -> None:
        """It is archived, or gone; or it is tried `again_at` another moment."""
        async with self._db.write() as tx:
            mine = cards.c.id == old.card
            if old.gone and again_at is None:
                await tx.execute(delete(cards).where(mine))
            else:
                await tx.execute(update(cards).where(mine).values(over_at=again_at))

    async def shown(
        self,
        card: CardRow,
        message: str | None,
        not_before: datetime,
        over_at: datetime | None = None,
    ) -> None:
        """It shows what was wanted when it was drawn; it may be edited again from `not_before`.

        `over_at`: from when on its room may be put away.
        """
        values = {"message": message, "shown": card.wanted, "not_before": not_before}
        values["over_at"] = over_at
        async with self._db.write() as tx:
            wanted = await tx.scalar(
                update(cards)
                .where(cards.c.id == card.id)
                .values(**values, attempts=0)
                .returning(cards.c.wanted)
            )
            if wanted == card.wanted and card.kind in self._confirmed:
                await self._confirmed[card.kind](tx, card.subject)

    async def failed(self, card: CardRow, now: datetime) -> None:
        wait = timedelta(seconds=min(600, 2 ** min(card.attempts + 1, 10)))
        await self._set(card, attempts=card.attempts + 1, not_before=now + wait)

    async def given_up(self, card: CardRow) -> None:
        """The channel or the message is gone, or closed to us: nothing more to show."""
        await self._set(card, shown=card.wanted)

    async def _set(self, card: CardRow, **values: object) -> None:
        async with self._db.write() as tx:
            await tx.execute(update(cards).where(cards.c.id == card.id).values(**values))

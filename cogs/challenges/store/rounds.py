"""Where rounds are kept, and when each question was shown. One function, one question."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NewType

from sqlalchemy import Row, delete, func, insert, select, update

from cogs.challenges.rules.quiz import Life, State
from cogs.challenges.rules.refusals import RoundGone
from cogs.challenges.tables import questions, rounds, windows
from core.people import PlaceId
from storage.database import Tx

RoundId = NewType("RoundId", int)


@dataclass(frozen=True, slots=True)
class Round:
    id: RoundId
    place: PlaceId
    life: Life
    told: bool  # whether the answer to the question on stage has been told
    seed: str
    language: str
    channel: str
    questions: tuple[str, ...]

    @property
    def question(self) -> str:
        """The id of the question on stage."""
        return self.questions[self.life.position - 1]

    def questions_in(self, known: Collection[str]) -> bool:
        """Whether every question of the round still has its file."""
        return all(each in known for each in self.questions)


async def add_round(
    tx: Tx, place: PlaceId, seed: str, asked: Sequence[str], **values: object
) -> RoundId:
    made = await tx.execute(
        insert(rounds)
        .values(place=place, seed=seed, position=1, told=False, **values)
        .returning(rounds.c.id)
    )
    added = RoundId(made.scalar_one())
    await tx.execute(
        insert(questions),
        [
            {"round": added, "position": position, "question": question}
            for position, question in enumerate(asked, 1)
        ],
    )
    return added


async def find(tx: Tx, which: int) -> Round | None:
    """None where it is no more, or has been put away."""
    found = await tx.execute(
        select(rounds).where(rounds.c.id == which).where(rounds.c.state != State.ARCHIVED.value)
    )
    row = found.first()
    return None if row is None else await _round(tx, row)


async def round_of(tx: Tx, which: int) -> Round:
    """Raises `RoundGone` where `find` finds nothing."""
    found = await find(tx, which)
    if found is None:
        raise RoundGone
    return found


async def on_stage(tx: Tx, place: PlaceId) -> Round | None:
    """The live round that is being played here; the schema allows one."""
    found = await tx.execute(
        select(rounds)
        .where(rounds.c.place == place)
        .where(rounds.c.live)
        .where(rounds.c.state.in_(["planned", "open", "closed"]))
    )
    row = found.first()
    return None if row is None else await _round(tx, row)


async def latest(tx: Tx, place: PlaceId) -> Round | None:
    """The newest round that is judged and can still be played without a clock."""
    found = await tx.execute(
        select(rounds)
        .where(rounds.c.place == place)
        .where(rounds.c.state == State.JUDGED.value)
        .order_by(rounds.c.started.desc(), rounds.c.id.desc())
        .limit(1)
    )
    row = found.first()
    return None if row is None else await _round(tx, row)


async def _round(tx: Tx, row: Row[Any]) -> Round:
    asked = await tx.scalars(
        select(questions.c.question)
        .where(questions.c.round == row.id)
        .order_by(questions.c.position)
    )
    life = Life(State(row.state), row.position)
    return Round(
        row.id, row.place, life, row.told, row.seed, row.language, row.channel, tuple(asked)
    )


async def set_life(tx: Tx, which: RoundId, life: Life, *, told: bool) -> None:
    await tx.execute(
        update(rounds)
        .where(rounds.c.id == which)
        .values(state=life.state.value, position=life.position, told=told)
    )


async def played(tx: Tx, place: PlaceId, since: datetime) -> Mapping[str, datetime]:
    """When each question was last drawn here, since that moment."""
    rows = await tx.execute(
        select(questions.c.question, func.max(rounds.c.started).label("last"))
        .join(rounds, rounds.c.id == questions.c.round)
        .where(rounds.c.place == place)
        .where(rounds.c.started >= since)
        .group_by(questions.c.question)
    )
    return {row.question: row.last for row in rows}


async def add_windows(tx: Tx, which: RoundId, position: int, stages: Iterable[str]) -> None:
    await tx.execute(
        insert(windows),
        [{"round": which, "position": position, "stage": stage} for stage in stages],
    )


async def windows_of(tx: Tx, which: RoundId, position: int) -> dict[str, datetime | None]:
    """When the question was shown on each stage; nothing where it is not confirmed yet."""
    rows = await tx.execute(
        select(windows.c.stage, windows.c.opened)
        .where(windows.c.round == which)
        .where(windows.c.position == position)
        .order_by(windows.c.stage)
    )
    return {row.stage: row.opened for row in rows}


async def open_window(tx: Tx, which: RoundId, position: int, stage: str, at: datetime) -> bool:
    """Whether this confirmation is the first: a post that is edited later opens nothing anew."""
    opened = await tx.execute(
        update(windows)
        .where(windows.c.round == which)
        .where(windows.c.position == position)
        .where(windows.c.stage == stage)
        .where(windows.c.opened.is_(None))
        .values(opened=at)
    )
    return opened.rowcount > 0


async def forget_windows(tx: Tx, which: RoundId) -> None:
    await tx.execute(delete(windows).where(windows.c.round == which))

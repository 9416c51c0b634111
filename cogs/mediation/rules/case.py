"""The life of a case. It begins with a person's click, and nobody else can begin one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cogs.mediation.rules.queue import Urgency
from cogs.mediation.rules.refusals import WrongMove

# Neither 0 and O nor 1, I and L: it is read aloud, and typed on a phone.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 4


class State(StrEnum):
    WAITING = "waiting"
    CLAIMED = "claimed"
    TALKING = "talking"
    AWAITING_PERSON = "awaiting_person"
    AWAITING_MEDIATOR = "awaiting_mediator"
    REFERRED = "referred"
    FOLLOW_UP_1M = "follow_up_1m"
    FOLLOW_UP_3M = "follow_up_3m"
    FOLLOW_UP_6M = "follow_up_6m"
    CLOSED = "closed"
    TRANSFERRED = "transferred"
    PERIL = "peril"
    MINOR_IN_DANGER = "minor_in_danger"
    LEFT = "left"
    ABUSE = "abuse"
    MISTAKE = "mistake"


class Outcome(StrEnum):
    TALKED = "talked"
    INFORMED = "informed"
    REFERRED = "referred"
    LEFT = "left"
    ABUSE = "abuse"
    MISTAKE = "mistake"


class Need(StrEnum):
    SCHOOL = "school"
    WORK = "work"
    MOOD = "mood"
    HOUSING = "housing"
    MONEY = "money"
    FAMILY = "family"
    RIGHTS = "rights"
    HEALTH = "health"
    COMPANY = "company"
    OTHER = "other"


class Entry(StrEnum):
    """Through which door: a message of ours, or a step of their own. Never why it was sent."""

    OFFER = "offer"
    TALK = "talk"


TALK = frozenset({State.TALKING, State.AWAITING_PERSON, State.AWAITING_MEDIATOR})
DANGER = frozenset({State.PERIL, State.MINOR_IN_DANGER})
OVER = frozenset({State.CLOSED, State.LEFT, State.ABUSE, State.MISTAKE})
HELD = frozenset({State.CLAIMED, *TALK, *DANGER, State.REFERRED})  # somebody sits with them
_FROM_TALK = {
    *TALK,
    *DANGER,
    *{State.REFERRED, State.WAITING, State.TRANSFERRED, State.CLOSED, State.LEFT, State.ABUSE},
}
MOVES: dict[State, frozenset[State]] = {
    State.WAITING: frozenset({State.CLAIMED, State.LEFT, State.MISTAKE, State.TRANSFERRED}),
    State.CLAIMED: frozenset(
        {
            *{State.TALKING, State.WAITING, State.TRANSFERRED, State.LEFT, State.ABUSE},
            *{State.MISTAKE, *DANGER},
        }
    ),
    **{state: frozenset(_FROM_TALK - {state}) for state in TALK},
    **{
        state: frozenset(
            {State.TALKING, State.TRANSFERRED, State.REFERRED, State.CLOSED, *(DANGER - {state})}
        )
        for state in DANGER
    },
    State.TRANSFERRED: frozenset({State.WAITING, State.CLAIMED, State.CLOSED}),
    State.REFERRED: frozenset(
        {State.FOLLOW_UP_1M, State.AWAITING_MEDIATOR, State.TALKING, State.CLOSED}
    ),
    State.FOLLOW_UP_1M: frozenset({State.FOLLOW_UP_3M, State.TALKING, State.CLOSED}),
    State.FOLLOW_UP_3M: frozenset({State.FOLLOW_UP_6M, State.TALKING, State.CLOSED}),
    State.FOLLOW_UP_6M: frozenset({State.TALKING, State.CLOSED}),
    State.CLOSED: frozenset({State.WAITING}),
    State.LEFT: frozenset({State.WAITING}),
    State.ABUSE: frozenset(),
    State.MISTAKE: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Case:
    """What the desk may know of somebody: never a name, a server, a message or a score."""

    id: int
    code: str
    state: State
    urgency: Urgency
    entry: Entry
    bracket: str
    language: str
    opened_at: datetime
    claimed_by: int | None = None
    answered_at: datetime | None = None  # the first words of a human
    closed_at: datetime | None = None
    outcome: str | None = None


def move(now: State, then: State) -> State:
    """The next state. Raises `WrongMove` where the life of a case knows no such step."""
    if then not in MOVES[now]:
        raise WrongMove
    return then


def after_mediator(now: State) -> State:
    """What a mediator's line makes of a case: their first words begin the talk."""
    if now is State.CLAIMED:
        return move(now, State.TALKING)
    if now in TALK and now is not State.AWAITING_PERSON:
        return move(now, State.AWAITING_PERSON)
    return now


def after_person(now: State) -> State:
    """What a person's line makes of a case. Before anybody has come they may write already."""
    if now in TALK and now is not State.AWAITING_MEDIATOR:
        return move(now, State.AWAITING_MEDIATOR)
    return now


def end_for(outcome: Outcome) -> State:
    ends = {
        Outcome.LEFT: State.LEFT,
        Outcome.ABUSE: State.ABUSE,
        Outcome.MISTAKE: State.MISTAKE,
    }
    return ends.get(outcome, State.CLOSED)


def new_code(draw: Callable[[int], int]) -> str:
    """Like 4F7K. `draw(n)` is a number under n; it names nobody, and nobody can work it out."""
    return "".join(ALPHABET[draw(len(ALPHABET))] for _ in range(CODE_LENGTH))

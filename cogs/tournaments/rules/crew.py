"""Who may do what in a tournament: roles of ours, as data. No other feature gives a right here.

A role counts in one event or in all of a server. Being a mediator, a coordinator or an operator
gives nothing here and is not seen here: a mediator who also referees is a referee like any other.
"""

from collections.abc import Iterable, Mapping
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Final

from core.errors import NotAllowed


class Duty(StrEnum):
    """What somebody is in an event. One person may be several."""

    OWNER = "owner"
    HOST = "host"
    REFEREE = "referee"
    CASTER = "caster"
    CAPTAIN = "captain"
    PLAYER = "player"
    SPECTATOR = "spectator"
    HELPING = "helping"  # mediators, coordinators and operators, for that alone


class Act(StrEnum):
    RUN = "run"  # create, edit and cancel an event; templates
    NAME_HOST = "name_host"
    NAME_CREW = "name_crew"  # referees and casters
    GATHER = "gather"  # open and close registration, check in somebody else
    SEED = "seed"  # seed, draw, swap seeds
    TELL = "tell"  # report, confirm, dispute
    TAKE_BACK = "take_back"  # one's own report
    JUDGE = "judge"  # rule, reopen, undo anything, forfeit, extend, pause
    MOVE = "move"  # withdraw, reinstate or replace somebody
    CAST = "cast"  # hold, release, stream queue, hide a name on the overlay
    SEE_DISPUTES = "see_disputes"  # and the images that prove something
    EXPORT = "export"
    SEE = "see"  # mistake rate, bracket, standings
    SEE_HELP = "see_help"  # who asked for help, who consented: not here, whoever asks


class Reach(IntEnum):
    """How far a right goes."""

    NONE = 0
    PUBLIC = 1  # what the public page shows
    OWN = 2  # one's own team, one's own match, oneself
    ALL = 3


ALL, OWN = Reach.ALL, Reach.OWN
_BOTH: Final = {Duty.OWNER: ALL, Duty.HOST: ALL}
_STAFF: Final = _BOTH | {Duty.REFEREE: ALL}
_PLAYERS: Final = {Duty.CAPTAIN: OWN, Duty.PLAYER: OWN}
MATRIX: Final[Mapping[Act, Mapping[Duty, Reach]]] = MappingProxyType(
    {
        Act.RUN: _BOTH,
        Act.NAME_HOST: {Duty.OWNER: ALL},
        Act.NAME_CREW: _BOTH,
        Act.GATHER: _STAFF | {Duty.CAPTAIN: OWN},
        Act.SEED: _BOTH,
        Act.TELL: _STAFF | _PLAYERS,
        Act.TAKE_BACK: _STAFF | _PLAYERS,
        Act.JUDGE: _STAFF,
        Act.MOVE: _STAFF | _PLAYERS,
        Act.CAST: _BOTH | {Duty.CASTER: ALL},
        Act.SEE_DISPUTES: _STAFF | _PLAYERS,
        Act.EXPORT: _BOTH | {Duty.PLAYER: OWN, Duty.SPECTATOR: Reach.PUBLIC},
        Act.SEE: {duty: ALL for duty in Duty if duty is not Duty.HELPING},
        Act.SEE_HELP: {},
    }
)
GIVEN: Final = (Duty.HOST, Duty.REFEREE, Duty.CASTER)  # what can be given to somebody


class OwnersOnly(NotAllowed):
    key = "repairs-owners-only"


class HostsOnly(NotAllowed):
    key = "repairs-hosts-only"


class RefereesOnly(NotAllowed):
    """Referees, and hosts with them."""

    key = "repairs-referees-only"


class CastersOnly(NotAllowed):
    key = "repairs-casters-only"


_WHO_CAN: Final[tuple[tuple[Duty, type[NotAllowed]], ...]] = (
    (Duty.REFEREE, RefereesOnly),
    (Duty.CASTER, CastersOnly),
    (Duty.HOST, HostsOnly),
)


def reach(duties: Iterable[Duty], act: Act) -> Reach:
    """How far somebody may go in this, who is all of `duties`."""
    return max((MATRIX[act].get(duty, Reach.NONE) for duty in duties), default=Reach.NONE)


def must_reach(duties: Iterable[Duty], act: Act, wanted: Reach = Reach.ALL) -> None:
    """Raises the `NotAllowed` that says who can."""
    if reach(duties, act) >= wanted:
        return
    for duty, refusal in _WHO_CAN:
        if MATRIX[act].get(duty) is Reach.ALL:
            raise refusal
    raise OwnersOnly

"""Who bans, who picks, who starts where: one choice after another, and what the clock chooses.

Sides are 0, named first in the match, and 1. A veto is a value: what has been chosen, from which
the next turn follows. Nothing here waits; whoever waited too long is `timed_out` by a lot that
everybody can check.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import Final

from cogs.tournaments.rules.refusals import (
    AlreadyTaken,
    NotAChoice,
    NothingToChoose,
    NotYourTurn,
)

SHORTEST: Final = 60  # seconds for one choice, at least: people play from phones


class Kind(StrEnum):
    NONE = "none"
    ALTERNATE_BANS = "alternate_bans"  # in the order given, or the usual one for the pool
    LOSER_PICKS = "loser_picks"  # the first map by bans, then whoever lost takes the next
    COIN = "coin"  # whoever wins the toss chooses how to start


class Act(StrEnum):
    BAN = "ban"
    PICK = "pick"
    LAST = "last"  # the one that is left: nobody chooses it
    START = "start"  # attack or defence, white or black


@dataclass(frozen=True, slots=True)
class Move:
    side: int  # 0 for whoever acts first, 1 for the other
    act: Act


@dataclass(frozen=True, slots=True)
class Procedure:
    kind: Kind
    pool: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()  # what whoever did not choose the map may choose
    orders: tuple[tuple[int, tuple[Move, ...]], ...] = ()  # for the best-ofs that have their own
    openers: tuple[str, ...] = ()  # loser picks: where the first map comes from; none: the pool
    winner_bans: int = 0  # loser picks: what the winner bans before each
    seconds: int = SHORTEST

    @property
    def first_pool(self) -> tuple[str, ...]:
        return self.openers or self.pool if self.kind is Kind.LOSER_PICKS else self.pool

    @property
    def most(self) -> int:
        """How many games can have a map of their own."""
        bans = self.winner_bans if self.kind is Kind.LOSER_PICKS else 0
        return max(1, len(self.pool) - bans)

    def order(self, games: int) -> tuple[Move, ...]:
        usual = usual_order(len(self.pool), games)
        return dict(self.orders).get(games, usual)


@dataclass(frozen=True, slots=True)
class Turn:
    side: int
    act: Act
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    side: int | None  # None for the map that was left
    act: Act
    choice: str
    by_clock: bool = False


@dataclass(frozen=True, slots=True)
class Game:
    """One game of the match: where, who wanted it, who chose how to start and what."""

    map: str  # "" where there is no pool
    picked_by: int | None
    starter: int | None = None
    start: str = ""


@dataclass(frozen=True, slots=True)
class Veto:
    procedure: Procedure
    best_of: int
    first: int  # the side that acts first
    chosen: tuple[Chosen, ...] = ()
    losers: tuple[int, ...] = ()  # of the games played, where the loser picks

    @property
    def games(self) -> tuple[Game, ...]:
        """The maps in their order, as far as they are known.

        With fewer maps than games, the later games go through them again.
        """
        found: list[Game] = []
        if self.procedure.kind is Kind.COIN:
            found.append(Game("", None))
        for each in self.chosen:
            if each.act in {Act.PICK, Act.LAST}:
                found.append(Game(each.choice, each.side))
            elif each.act is Act.START:
                found[-1] = replace(found[-1], starter=each.side, start=each.choice)
        return tuple(found)

    @property
    def decided(self) -> bool:
        """The match is over: nobody picks for a game that will not be played."""
        return any(self.losers.count(side) > self.best_of // 2 for side in (0, 1))


def toss(secret: str) -> int:
    """Which side acts first, by lot."""
    return _lot(f"{secret}:toss", 2)


def begin(procedure: Procedure, best_of: int, first: int) -> Veto:
    """Nothing is chosen yet. `first` comes from the seeds, or from `toss`."""
    return _left_over(Veto(procedure, best_of, first))


def next_turn(veto: Veto) -> Turn | None:
    """Whose turn it is; None when all is chosen, or the next game must be played first."""
    due = _due(veto)
    if due is None:
        return None
    side, act = due
    return None if side is None else Turn(side, act, _choices(veto, act))


def choose(veto: Veto, side: int, choice: str) -> Veto:
    """Raises `NothingToChoose`, `NotYourTurn`, `AlreadyTaken`, `NotAChoice`."""
    turn = next_turn(veto)
    if turn is None:
        raise NothingToChoose
    if turn.side != side:
        raise NotYourTurn
    if choice not in turn.choices:
        taken = choice in veto.procedure.pool and turn.act is not Act.START
        raise AlreadyTaken if taken else NotAChoice
    return _with(veto, Chosen(side, turn.act, choice))


def timed_out(veto: Veto, secret: str) -> Veto:
    """The clock chooses for whoever waited too long. `secret` is the draw's, with the match's id.

    Raises `NothingToChoose`.
    """
    turn = next_turn(veto)
    if turn is None:
        raise NothingToChoose
    choice = turn.choices[_lot(f"{secret}:{len(veto.chosen)}", len(turn.choices))]
    return _with(veto, Chosen(turn.side, turn.act, choice, by_clock=True))


def played(veto: Veto, loser: int) -> Veto:
    """A game has ended: where the loser picks, there is a next map to choose.

    Raises `NotYourTurn` while the map of that game is still being chosen.
    """
    if veto.procedure.kind is not Kind.LOSER_PICKS or veto.decided:
        return veto
    if next_turn(veto) is not None:
        raise NotYourTurn
    return replace(veto, losers=(*veto.losers, loser))


def moves(order: Iterable[str]) -> tuple[Move, ...]:
    """An order as it is written: "ban", "pick" and "last", the sides in turns.

    "first ban" and "second ban" say which side. Raises `ValueError` for another word.
    """
    found: list[Move] = []
    side = 0
    for written in order:
        who, _, act = written.rpartition(" ")
        if who not in {"", "first", "second"} or act not in {Act.BAN, Act.PICK, Act.LAST}:
            raise ValueError(written)
        if who:
            side = 0 if who == "first" else 1
        found.append(Move(side, Act(act)))
        side = 1 - side
    return tuple(found)


def usual_order(maps: int, games: int) -> tuple[Move, ...]:
    """Two bans, a pick for every game but one, bans until one map is left: that is the last."""
    games = max(1, min(games, maps))
    bans = max(0, maps - games)
    opening = bans if games == 1 else min(2, bans)
    acts = [Act.BAN] * opening + [Act.PICK] * (games - 1) + [Act.BAN] * (bans - opening)
    return tuple(Move(at % 2, act) for at, act in enumerate([*acts, Act.LAST]))


def fits(order: tuple[Move, ...], maps: int, games: int) -> bool:
    """Whether an order gives every game a map, and leaves exactly one where it says "last"."""
    acts = [move.act for move in order]
    used = sum(act is not Act.LAST for act in acts)
    given = sum(act is not Act.BAN for act in acts)
    if Act.LAST not in acts:
        return given == games and used <= maps
    return given == games and acts.index(Act.LAST) == len(acts) - 1 and used + 1 == maps


def _agenda(veto: Veto) -> Iterator[tuple[int | None, Act]]:
    """Everything that is to be chosen, as far as the games played so far tell."""
    procedure = veto.procedure
    if procedure.kind is Kind.COIN and procedure.starts:
        yield veto.first, Act.START
    if not procedure.pool or procedure.kind in {Kind.NONE, Kind.COIN}:
        return
    if procedure.kind is Kind.ALTERNATE_BANS:
        yield from _by_order(veto, procedure.order(min(veto.best_of, procedure.most)))
        return
    opening = usual_order(len(procedure.first_pool), 1)
    yield from _by_order(veto, dict(procedure.orders).get(1, opening))
    if veto.decided:
        return
    for loser in veto.losers[: procedure.most - 1]:
        yield from [(1 - loser, Act.BAN)] * procedure.winner_bans
        yield loser, Act.PICK
        if procedure.starts:
            yield 1 - loser, Act.START


def _by_order(veto: Veto, order: tuple[Move, ...]) -> Iterator[tuple[int | None, Act]]:
    before = 1 - veto.first
    for move in order:
        side = veto.first ^ move.side
        yield (None if move.act is Act.LAST else side), move.act
        other = 1 - (before if move.act is Act.LAST else side)
        if move.act is not Act.BAN and veto.procedure.starts:
            yield other, Act.START
        before = side


def _due(veto: Veto) -> tuple[int | None, Act] | None:
    return next(islice(_agenda(veto), len(veto.chosen), None), None)


def _choices(veto: Veto, act: Act) -> tuple[str, ...]:
    if act is Act.START:
        return veto.procedure.starts
    used: set[str] = set()
    banned: set[str] = set()
    for each in veto.chosen:
        if each.act is Act.BAN:
            banned.add(each.choice)
        elif each.act is not Act.START:
            used.add(each.choice)
            if veto.procedure.kind is Kind.LOSER_PICKS:  # its bans are for one game
                banned.clear()
    pool = veto.procedure.pool if used else veto.procedure.first_pool
    return tuple(each for each in pool if each not in used | banned)


def _with(veto: Veto, chosen: Chosen) -> Veto:
    return _left_over(replace(veto, chosen=(*veto.chosen, chosen)))


def _left_over(veto: Veto) -> Veto:
    """Takes the map that is left, once it is the only one."""
    due = _due(veto)
    if due is None or due[1] is not Act.LAST:
        return veto
    (only,) = _choices(veto, Act.LAST)
    return _with(veto, Chosen(None, Act.LAST, only))


def _lot(seed: str, among: int) -> int:
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()) % among

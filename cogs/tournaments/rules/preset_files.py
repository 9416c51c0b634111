"""The file of a game, read: every field is needed, and everything wrong is told at once."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from cogs.tournaments.rules import veto
from cogs.tournaments.rules.fields import TEXTS, BadPreset, Fields, Problem
from cogs.tournaments.rules.presets import (
    LANGUAGES,
    BestOf,
    Crossplay,
    Draws,
    Gives,
    Lobbies,
    Minutes,
    Opener,
    Preset,
    Proof,
    Roster,
    Scoring,
    Shape,
    Words,
)
from cogs.tournaments.rules.veto import Kind, Procedure

RATINGS: Final = (0, 3, 7, 12, 16, 18)  # PEGI; 0 where there is none
STAGES: Final = ("up_to_8", "up_to_16", "up_to_64", "more")
MOST_GAMES: Final = 7
LONGEST_NAME: Final = 60
LONGEST_TEXT: Final = 900  # with the rest of a card, within what Discord shows
BIGGEST_LOBBY: Final = 100
BIGGEST_POOL: Final = 20  # buttons: four rows of a card, and one is for the match itself


def read(name: str, data: Mapping[str, object]) -> Preset:
    """The game that a file describes; `name` is the file's. Raises `BadPreset`."""
    problems: list[Problem] = []
    fields = Fields(data, problems)
    lobbies = _lobbies(fields.table("lobbies")) if fields.has("lobbies") else None
    best = _best_of(fields.table("best_of"), lobbies)
    score, lobby = fields.table("score"), fields.table("lobby")
    preset = Preset(
        id=name,
        checked=_day(fields),
        platforms=fields.texts("platforms", needed=True),
        crossplay=fields.word("crossplay", Crossplay),
        free=fields.flag("free"),
        pegi=fields.among("pegi", RATINGS),
        roster=_roster(fields.table("roster")),
        lobbies=lobbies,
        shapes=_shapes(fields.table("format"), lobbies),
        best_of=best,
        scoring=_scoring(score, lobbies),
        draws=score.word("draws", Draws),
        procedure=_procedure(fields.table("veto"), best),
        opener=lobby.word("opener", Opener),
        gives=lobby.word("gives", Gives),
        minutes=_minutes(fields.table("minutes")),
        proof=fields.word("proof", Proof),
        words=MappingProxyType({each: _words(fields.table(each)) for each in LANGUAGES}),
    )
    for each in (score, lobby, fields):
        each.close()
    if problems:
        raise BadPreset(name, problems)
    return preset


def _day(fields: Fields) -> date:
    found = fields.value("checked")
    if type(found) is date:
        return found
    fields.note("checked", "2026-01-31")
    return date.min


def _roster(fields: Fields) -> Roster:
    players = fields.whole("players", 1, 20)
    fewest = fields.whole("min", players, 20)
    found = Roster(
        players, fewest, fields.whole("max", fewest, 30), fields.whole("substitutes", 0, 10)
    )
    fields.close()
    return found


def _lobbies(fields: Fields) -> Lobbies:
    size = fields.whole("size", 3, BIGGEST_LOBBY)
    finalists = fields.whole("finalists", 0, size)
    points = fields.numbers("points")
    if len(points) != size or list(points) != sorted(points, reverse=True):
        fields.note("points", f"{size} × 9 ≥ 8 ≥ … ≥ 0")
    found = Lobbies(
        size, fields.whole("games", 1, 20), fields.whole("rounds", 1, 20), finalists, points
    )
    fields.close()
    return found


def _shapes(fields: Fields, lobbies: Lobbies | None) -> tuple[Shape, ...]:
    found = tuple(fields.word(stage, Shape) for stage in STAGES)
    for stage, shape in zip(STAGES, found, strict=True):
        if lobbies and shape is not Shape.LOBBIES:
            fields.note(stage, Shape.LOBBIES)
        if not lobbies and shape is Shape.LOBBIES:
            fields.note(stage, " | ".join(each for each in Shape if each is not Shape.LOBBIES))
    fields.close()
    return found


def _best_of(fields: Fields, lobbies: Lobbies | None) -> BestOf:
    if lobbies and not fields.keys:
        return BestOf()
    found = BestOf(*(fields.odd(each, MOST_GAMES) for each in ("first", "semi_final", "final")))
    fields.close()
    return found


def _scoring(fields: Fields, lobbies: Lobbies | None) -> Scoring:
    found = fields.word("form", Scoring)
    if bool(lobbies) != (found is Scoring.PLACES):
        kept = [each for each in Scoring if bool(lobbies) == (each is Scoring.PLACES)]
        fields.note("form", " | ".join(kept))
    return found


def _minutes(fields: Fields) -> Minutes:
    found = Minutes(
        fields.whole("game", 1, 120),
        fields.whole("between", 0, 60),
        fields.whole("arena", 10, 240, default=45),
    )
    fields.close()
    return found


def _procedure(fields: Fields, best: BestOf) -> Procedure:
    kind = fields.word("kind", Kind)
    picks = kind in {Kind.ALTERNATE_BANS, Kind.LOSER_PICKS}
    pool = fields.texts("pool", needed=True) if picks else ()
    openers = fields.texts("openers") if kind is Kind.LOSER_PICKS else ()
    if len(pool) > BIGGEST_POOL:
        fields.note("pool", f"≤ {BIGGEST_POOL} × {TEXTS}")
    if not set(openers) <= set(pool):
        fields.note("openers", "⊂ pool")
    found = Procedure(
        kind=kind,
        pool=pool,
        starts=() if kind is Kind.NONE else fields.texts("starts", needed=kind is Kind.COIN),
        orders=_orders(fields.table("orders"), len(openers or pool)) if picks else (),
        openers=openers,
        winner_bans=fields.whole("winner_bans", 0, 9, default=0)
        if kind is Kind.LOSER_PICKS
        else 0,
        seconds=fields.whole("seconds", veto.SHORTEST, 600, default=veto.SHORTEST),
    )
    games = max(best.first, best.semi_final, best.final)
    if picks and found.most < games:
        fields.note("pool", f"{games + len(pool) - found.most} × {TEXTS}")
    fields.close()
    return found


def _orders(fields: Fields, maps: int) -> tuple[tuple[int, tuple[veto.Move, ...]], ...]:
    found: list[tuple[int, tuple[veto.Move, ...]]] = []
    for key in fields.keys:
        written = fields.sequence(key)
        games = int(key) if key.isdecimal() and len(key) == 1 else 0
        try:
            order = veto.moves(written)
        except ValueError:
            fields.note(key, '["ban" | "pick" | "last" | "first ban" | "second ban", …]')
            continue
        if games % 2 == 0:
            fields.note(key, "1 | 3 | 5 | 7")
        elif not veto.fits(order, maps, games):
            usual = [move.act.value for move in veto.usual_order(maps, games)]
            fields.note(key, str(usual).replace("'", '"'))
        found.append((games, order))
    return tuple(found)


def _words(fields: Fields) -> Words:
    called = fields.table("called")
    found = Words(
        fields.text("name", LONGEST_NAME),
        fields.text("settings", LONGEST_TEXT),
        fields.text("lobby", LONGEST_TEXT),
        MappingProxyType({key: called.text(key, LONGEST_NAME) for key in called.keys}),
    )
    fields.close()
    return found

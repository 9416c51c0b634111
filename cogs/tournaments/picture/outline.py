"""The same tournament as lines of text: alt text, screen readers, phones."""

from collections.abc import Iterator
from typing import Final

from cogs.tournaments.picture.grids import GridRow, GridView
from cogs.tournaments.picture.overview import Overview, Step
from cogs.tournaments.picture.path import PathView
from cogs.tournaments.picture.view import MatchView, RoundView, SideView, Sitting
from cogs.tournaments.picture.words import Words
from cogs.tournaments.rules.board import Stage

MOST: Final = 1000  # characters of an alternative text; Discord takes 1024


def outline(overview: Overview, words: Words, most: int = 0) -> list[str]:
    """Tables first, then round by round: a heading, then a line for each; the champion last.

    With `most`, only the end of the bracket, the best rows, and the round being played.
    """
    lines: list[str] = []
    for grid in overview.grids:
        lines += _table(grid, words, most)
        if grid.order and grid is overview.grids[-1]:
            lines.append(words.level(grid.order))
    for round_ in _rounds(overview, most):
        lines += round_lines(round_, words)
    if overview.bracket and overview.bracket.twice:
        lines.append(words.twice)
    if overview.champion:
        name = overview.champion.name
        lines.append(words.texts.say(words.voice, "tournaments-outline-champion", name=name))
    return lines


def round_lines(round_: RoundView, words: Words) -> Iterator[str]:
    named = words.round(round_)
    if not round_.matches[0].lobby:
        yield named
    for match in round_.matches:
        if match.lobby:
            yield f"{named} · {words.lobby(match.number)}"
        yield line_of(match, words)
    for side in round_.resting:
        yield words.texts.say(words.voice, "tournaments-outline-bye", name=side.name)


def path_lines(path: PathView, words: Words) -> list[str]:
    """One's own way, a line for each match."""
    return [f"{words.step(step)} : {line_of(step.match, words)}" for step in path.steps]


def podium_lines(steps: tuple[Step, ...]) -> list[str]:
    return [f"{step.rank}. {step.side.name}" for step in steps]


def alt_of(lines: list[str]) -> str:
    """The lines as the text of a picture, cut where a screen reader would have had enough."""
    text = " · ".join(lines)
    if len(text) <= MOST:
        return text
    return text[: MOST - 2].rpartition(" · ")[0] + " …"


def line_of(match: MatchView, words: Words) -> str:
    """One match in one line."""
    if match.lobby:
        return _lobby(match, words)
    texts, voice = words.texts, words.voice
    one, other = (side_name(side, words) for side in match.sides)
    if match.bye:
        return texts.say(voice, "tournaments-outline-bye", name=one)
    if state := state_of(match, words):
        return texts.say(voice, "tournaments-outline-now", one=one, other=other, state=state)
    if match.stage is Stage.WAITING:
        return texts.say(voice, "tournaments-outline-waiting", one=one, other=other)
    return _settled(match, words)


def state_of(match: MatchView, words: Words) -> str:
    """What a match waits for, in a word; nothing for one that is over or not ready."""
    return {
        Stage.OPEN: words.ready,
        Stage.CALLED: words.ready,
        Stage.LIVE: words.live,
        Stage.REPORTED: words.reported,
        Stage.DISPUTED: words.disputed,
    }.get(match.stage, "")


def side_name(side: SideView, words: Words) -> str:
    match side.sitting:
        case Sitting.PLAYER:
            return side.name
        case Sitting.UNKNOWN:
            return words.unknown
        case Sitting.EMPTY:
            return words.empty
    return ""


def row_line(row: GridRow, words: Words) -> str:
    """One row of a table: place, name, points, wins, and whether they go on."""
    line = words.texts.say(
        words.voice,
        "tournaments-outline-row",
        place=row.place,
        name=row.side.name,
        points=row.points,
        wins=str(row.wins),
    )
    if row.withdrawn:
        return f"{line} · {words.left}"
    return f"{line} · {words.through}" if row.through else line


def _rounds(overview: Overview, most: int) -> tuple[RoundView, ...]:
    if not most:
        return overview.rounds
    if overview.bracket is not None:
        return overview.bracket.last_of(most).in_order
    now = overview.current
    return (now,) if now is not None and not now.over else ()


def _table(grid: GridView, words: Words, most: int) -> Iterator[str]:
    yield words.group(grid.group)
    rows = grid.rows[:most] if most else grid.rows
    yield from (row_line(row, words) for row in rows)
    if len(rows) < len(grid.rows):
        yield words.more(len(grid.rows) - len(rows))


def _lobby(match: MatchView, words: Words) -> str:
    sides = sorted(match.sides, key=lambda side: side.place or len(match.sides) + 1)
    over = match.stage is Stage.SETTLED
    names = (
        f"{side.place or '–'}. {side.name}" if over else side_name(side, words) for side in sides
    )
    state = state_of(match, words)
    line = " · ".join(names)
    return f"{line} : {state}" if state else line


def _settled(match: MatchView, words: Words) -> str:
    texts, voice = words.texts, words.voice
    first, second = match.sides if not match.sides[1].won else match.sides[::-1]
    one, other = side_name(first, words), side_name(second, words)
    score = ""
    if first.score is not None and second.score is not None:
        score = f"{first.score} – {second.score}"
    if match.drawn and not score:
        return texts.say(voice, "tournaments-outline-drawn", one=one, other=other)
    if match.drawn:
        return texts.say(
            voice, "tournaments-outline-drawn-score", one=one, other=other, score=score
        )
    if not first.won:
        return texts.say(voice, "tournaments-outline-nobody", one=one, other=other)
    if not match.played:
        return texts.say(voice, "tournaments-outline-forfeit", winner=one, loser=other)
    if not score:
        return texts.say(voice, "tournaments-outline-won", winner=one, loser=other)
    return texts.say(voice, "tournaments-outline-score", winner=one, loser=other, score=score)

"""Standings as lines: the best, and wherever that is, whoever asks."""

from collections.abc import Iterator, Mapping

from cogs.tournaments.picture.outline import row_line
from cogs.tournaments.picture.overview import Overview
from cogs.tournaments.picture.view import cast_of
from cogs.tournaments.picture.words import Words
from cogs.tournaments.rules.standings import placements
from cogs.tournaments.rules.state import State


def ranking(overview: Overview, words: Words, most: int, me: int) -> list[str]:
    """The tables of a stage that has some."""
    lines: list[str] = []
    for grid in overview.grids:
        lines.append(words.group(grid.group))
        lines += [
            f"▸ {row_line(row, words)}" if row.side.seed == me else row_line(row, words)
            for at, row in enumerate(grid.rows)
            if at < most or row.side.seed == me
        ]
    if overview.grids and overview.grids[0].order:
        lines.append(words.level(overview.grids[0].order))
    return lines


def places(
    state: State, names: Mapping[int, str], words: Words, most: int, me: int
) -> Iterator[str]:
    """The places of a bracket, shared ones as shared; whoever still plays has none yet."""
    cast = cast_of(state.entrants, names)
    yield words.group(0)
    for at, one in enumerate(placements(state)):
        if at >= most and one.entrant != me:
            continue
        place = f"{one.rank}" if one.rank == one.last else f"{one.rank}–{one.last}"
        line = words.texts.say(
            words.voice,
            "tournaments-outline-place",
            place="●" if one.playing else place,
            name=cast[one.entrant],
            wins=str(one.wins),
        )
        line = f"{line} · {words.left}" if one.withdrawn else line
        yield f"▸ {line}" if one.entrant == me else line

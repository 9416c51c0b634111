"""What chats on Twitch are told: letters, merged where several things happen at once.

Chats have no cards to edit, so a few seconds are gathered and told in one line. The line is a
timer with the window in its name: whatever happens in a window sets the same timer again.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final

from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import NOBODY, MatchId
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.standings import champion
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.turn import Turn
from cogs.tournaments.store.history import Logged
from core.courier import Letter
from core.people import Platform
from core.timers import Timer
from storage import outbox, timers

WINDOW: Final = 10  # seconds that are told in one line
MOST_RESULTS: Final = 10
MOST_CALLS: Final = 6
MOST_NAMES: Final = 4
MOST_LETTERS: Final = 300  # of names in a line, of 480
PODIUM: Final = 3  # of a lobby
FINISHED: Final = "finished"

ENDINGS: Final = frozenset(
    ("reported", "confirmed", "auto_confirmed", "ruled", "forfeited", "double_forfeited")
)


async def soon(turn: Turn) -> None:
    """Tell the chats what has just happened, together with what happens in the same seconds."""
    if not turn.event.streams:
        return
    window = int(turn.now.timestamp()) // WINDOW
    due = datetime.fromtimestamp((window + 1) * WINDOW, UTC)
    await timers.arm(
        turn.tx,
        Timer("tournaments.chat_line", f"{turn.subject}:{window}", due, {"window": window}),
    )


async def now(turn: Turn, what: str, key: str, **slots: str | int) -> None:
    """Post one line to every chat of this tournament; the same `what` is posted once."""
    await later(turn, turn.now, what, key, **slots)


async def later(turn: Turn, at: datetime, what: str, key: str, **slots: str | int) -> None:
    """The same, not before `at`."""
    for number, stream in enumerate(turn.event.streams):
        await outbox.post(
            turn.tx,
            Letter(
                nonce=f"t{turn.subject}:{what}:{number}",
                platform=Platform.TWITCH,
                target=f"stream:{stream}",
                key=key,
                language=turn.event.language,
                slots=slots,
                not_before=at,
            ),
        )


def span(window: int) -> tuple[datetime, datetime]:
    """The seconds that a window holds."""
    start = datetime.fromtimestamp(window * WINDOW, UTC)
    return start, start + timedelta(seconds=WINDOW)


async def gathered(turn: Turn, window: int, log: Iterable[Logged]) -> None:
    """Post what happened in a window: who came, what was won, who is called."""
    lines = list(log)
    await _newcomers(turn, window, lines)
    for number, names in enumerate(in_lines(_moved_up(turn.live, lines))):
        await now(turn, f"u{window}.{number}", "tournaments-chat-moved-up", names=names)
    if turn.live.state is None:
        return
    if results := _results(turn.live, lines):
        told = " · ".join(results[:MOST_RESULTS])
        await now(turn, f"r{window}", "tournaments-chat-results", results=told)
    await _ended(turn, lines)
    if calls := _calls(turn.live, lines):
        told = " · ".join(calls[:MOST_CALLS])
        left = max(0, len(calls) - MOST_CALLS)
        key = "tournaments-chat-calls" if not left else "tournaments-chat-calls-more"
        slots: dict[str, str | int] = {"more": left} if left else {}
        await now(turn, f"c{window}", key, calls=told, **slots)
    if kept := _kept(turn.live, lines):
        minutes, told = round(turn.event.hold_minutes), " · ".join(kept)
        key = "tournaments-chat-kept"
        await now(turn, f"h{window}", key, minutes=minutes, matches=told)
    for number, names in enumerate(in_lines(_missing(turn.live, lines))):
        await now(turn, f"p{window}.{number}", "tournaments-chat-missing", names=names)


async def _ended(turn: Turn, lines: list[Logged]) -> None:
    """Whose it is, once everybody has read the last result."""
    if turn.event.phase is not Phase.FINISHED or all(line.kind != FINISHED for line in lines):
        return
    winner = turn.live.seeded.get(champion(turn.live.state) or NOBODY) if turn.live.state else None
    if winner is not None and winner.name:
        once = f"champion{winner.ticket}"  # told again only if it has become somebody else
        await now(turn, once, "tournaments-chat-champion", name=winner.name)


async def _newcomers(turn: Turn, window: int, lines: list[Logged]) -> None:
    here = {each.ticket: each for each in turn.live.entrants}
    came = [
        here[line.payload["ticket"]]
        for line in lines
        if line.kind == "entered" and line.payload["ticket"] in here
    ]
    names = [each.name for each in came if each.platform is Platform.TWITCH and each.name]
    count = sum(each.platform is Platform.TWITCH for each in came)
    if not count:
        return
    shown = ", ".join(names[:MOST_NAMES]) + (", …" if count > MOST_NAMES else "")
    if turn.event.phase is Phase.RUNNING:
        await now(turn, f"n{window}", "tournaments-chat-came-in", count=count, names=shown)
        return
    await now(
        turn,
        f"n{window}",
        "tournaments-chat-joined",
        count=count,
        names=shown,
        entered=len(turn.live.roster.entered),
        size=turn.event.size,
    )


def _results(live: Live, lines: list[Logged]) -> list[str]:
    ended = [line.payload["match"] for line in lines if _ends(line)]
    matches = (_match(live, MatchId(match)) for match in dict.fromkeys(ended))
    return [_result(live, match) for match in matches if match and match.result]


def _ends(line: Logged) -> bool:
    """Told late, the line of a report may find its match ended: the line of its end tells that."""
    if line.kind == "reported":  # it ends a match where the loser makes it
        told, draw = line.payload, not line.payload["winner"]
        return not (draw or told.get("order") or told["by"] == told["winner"])
    return line.kind in ENDINGS


def _result(live: Live, match: Match) -> str:
    """`NOVA 2-1 Léo`, the winner first; `NOVA = Léo`; `NOVA ✓` where the other did not come.

    Of a lobby the first three: `1. NOVA 2. Léo 3. Zed`.
    """
    result = match.result
    if result is None or (not result.winner and not result.drawn):
        return f"{_pair(live, match)} ✗"
    if result.order:
        first = enumerate(result.order[:PODIUM], 1)
        return " ".join(f"{place}. {_name(live, seat)}" for place, seat in first)
    if result.drawn:
        one, other = match.sides[:2]
        score = f"{result.score[0]}-{result.score[1]}" if result.score else "="
        return f"{_name(live, one or 0)} {score} {_name(live, other or 0)}"
    winner = _name(live, result.winner)
    if not result.played or not result.loser:
        return f"{winner} ✓"
    told = sorted(result.score, reverse=True) if result.score else [1, 0]
    return f"{winner} {told[0]}-{told[1]} {_name(live, result.loser)}"


def _name(live: Live, seat: int) -> str:
    return live.name(seat) or f"#{seat}"


def _calls(live: Live, lines: list[Logged]) -> list[str]:
    """Who is called, for the first time or off the stream's list."""
    called = {line.payload["match"]: None for line in lines if line.kind in {"called", "released"}}
    matches = (_match(live, MatchId(match)) for match in called)
    return [_pair(live, match) for match in matches if match and match.stage is Stage.CALLED]


def _kept(live: Live, lines: list[Logged]) -> list[str]:
    held = {line.payload["match"]: None for line in lines if line.kind == "held"}
    matches = (_match(live, MatchId(match)) for match in held)
    return [_pair(live, match) for match in matches if match and match.held and match.known]


def _pair(live: Live, match: Match) -> str:
    """Both sides; of a lobby the first few, and how many more."""
    names = [_name(live, side or 0) for side in match.sides if side]
    if not match.lobby:
        return " – ".join(names)
    more = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" +{more}" if more > 0 else "")


def in_lines(names: Iterable[str]) -> list[str]:
    """Names, as many in a line of a chat as fit beside a sentence."""
    lines: list[str] = []
    for name in names:
        if lines and len(lines[-1]) + len(name) < MOST_LETTERS:
            lines[-1] += f" {name}"
        else:
            lines.append(name)
    return lines


def _moved_up(live: Live, lines: list[Logged]) -> list[str]:
    """Who waited in a chat, and has a seat now: "@NOVA"."""
    up = {line.payload["ticket"] for line in lines if line.kind == "promoted"}
    here = (e for e in live.entrants if e.ticket in up or e.team in up)
    return [f"@{each.name}" for each in here if each.platform is Platform.TWITCH and each.name]


def _missing(live: Live, lines: list[Logged]) -> list[str]:
    """Who was waited for a moment ago, and is still: "@NOVA"."""
    pinged = {
        ticket for line in lines if line.kind == "pinged" for ticket in line.payload["tickets"]
    }
    seats = (match.absent for match in (live.state.open if live.state else ()))
    people = {person for each in seats for seat in each for person in live.people_of(seat)}
    here = (each for each in live.entrants if each.person in people and each.ticket in pinged)
    return [f"@{each.name}" for each in here if each.name]


def _match(live: Live, match: MatchId) -> Match | None:
    return live.state.match(match) if live.state else None

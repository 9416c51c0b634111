"""What chats on Twitch are told: letters, merged where several things happen at once.

Chats have no cards to edit, so a few seconds are gathered and told in one line. The line is a
timer with the window in its name: whatever happens in a window sets the same timer again.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final

from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.service.book import Live
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
    if turn.live.state is None:
        return
    if results := _results(turn.live, lines):
        told = " · ".join(results[:MOST_RESULTS])
        await now(turn, f"r{window}", "tournaments-chat-results", results=told)
    if calls := _calls(turn.live, lines):
        told = " · ".join(calls[:MOST_CALLS])
        left = max(0, len(calls) - MOST_CALLS)
        key = "tournaments-chat-calls" if not left else "tournaments-chat-calls-more"
        slots: dict[str, str | int] = {"more": left} if left else {}
        await now(turn, f"c{window}", key, calls=told, **slots)
    if missing := _missing(turn.live, lines):
        await now(turn, f"p{window}", "tournaments-chat-missing", names=" ".join(missing))


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
        return bool(line.payload["by"] != line.payload["winner"])
    return line.kind in ENDINGS


def _result(live: Live, match: Match) -> str:
    """`NOVA 2-1 Léo`, the winner first; `NOVA ✓` where the other side did not come."""
    result = match.result
    if result is None or not result.winner:
        return "–"
    winner = live.name(result.winner) or f"#{result.winner}"
    if not result.played or not result.loser:
        return f"{winner} ✓"
    score = sorted(result.score, reverse=True) if result.score else [1, 0]
    return f"{winner} {score[0]}-{score[1]} {live.name(result.loser) or f'#{result.loser}'}"


def _calls(live: Live, lines: list[Logged]) -> list[str]:
    pairs = (line.payload["sides"] for line in lines if line.kind == "called")
    return [" – ".join(live.name(side) or f"#{side}" for side in pair) for pair in pairs]


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

"""A cup of teams, half of it told from Twitch, with all that goes wrong, to its podium."""

import asyncio
import sqlite3
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from sandbox.discord_world.state import Message
from sandbox.people import Player
from sandbox.stories import cup as cups
from sandbox.stories.cards import match_cards
from sandbox.stories.cup import Cup
from sandbox.stories.set import Evening
from tests.journeys.conftest import opened

SPACING = 5.0  # seconds between two edits of one card, on the house's clock


@dataclass(frozen=True, slots=True)
class Ended:
    evening: Evening
    cup: Cup
    champion: Player
    seconds: float
    events: int  # lines of the tournament's log
    peak: float  # megabytes of the bot


async def played(folder: Path, teams: int, faster: int, longest: float) -> Ended:
    async with opened(folder) as scene:
        stage, evening = scene.stage, scene.evening
        cup = cups.gathered(evening, teams)
        cups.paced(evening, faster)
        await stage.raise_bot()
        began = time.monotonic()
        async with asyncio.timeout(longest):
            champion = await cups.play_cup(evening, cup)
        seconds, peak = time.monotonic() - began, stage.peak_memory()
        await stage.stop_bot()
        return Ended(evening, cup, champion, seconds, lines_in(stage.database), peak)


def lines_in(database: Path) -> int:
    with closing(sqlite3.connect(database)) as opened_:
        (count,) = opened_.execute("SELECT count(*) FROM tournament_events").fetchone()
    return int(count)


def too_soon(card: Message) -> list[float]:
    """The spans between two edits that are shorter than they may be."""
    moments = [edit.at.timestamp() for edit in card.edits]
    spans = (later - sooner for sooner, later in pairwise(moments))
    return [span for span in spans if span < SPACING * 0.9]


def held(ended: Ended) -> None:
    """What any cup must show."""
    cup, stage = ended.cup, ended.evening.stage
    assert ended.champion in cup.players
    assert cup.undone == cups.UNDOS
    assert len(cup.left) == cups.LEAVING
    assert cup.contested == cup.disputes
    cards = match_cards(ended.evening)
    assert [span for card in cards for span in too_soon(card)] == []
    refused = [call for call in stage.discord.ledger.calls if call.status == 429]
    assert len(refused) <= len(stage.discord.ledger.calls) // 100, "no storm of what was refused"
    log = (stage.folder / "bot.log").read_text("utf-8")
    assert log.partition(" ERROR ")[2][:2000] == "", "where it happened is told"


def test_thirty_two_teams_play_to_a_podium(tmp_path: Path) -> None:
    held(asyncio.run(played(tmp_path, 32, 120, 120)))


@pytest.mark.long
def test_two_hundred_and_fifty_six_teams_play_to_a_podium(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ended = asyncio.run(played(tmp_path, 256, 12, 600))
    with capsys.disabled():
        sys.stdout.write(f"\n{told(ended)}\n")
    held(ended)
    matches = match_cards(ended.evening)
    assert len(matches) > 2 * 256 - 2, "each match has a card, and each team as well"
    # Whoever does not come is gone after two matches; all others played theirs.
    missed = counted(ended, "forfeited", "double_forfeited")
    assert missed <= 2 * len(ended.cup.absent) + 2 * cups.LEAVING + cups.UNDOS


def told(ended: Ended) -> str:
    """What it took, in one line."""
    calls = len(ended.evening.stage.discord.ledger.calls)
    return (
        f"{len(ended.cup.teams)} teams in {ended.seconds:.0f} s: {ended.events} events "
        f"({ended.events / ended.seconds:.0f} a second), {calls} calls to Discord "
        f"({calls / ended.seconds:.0f} a second), {ended.peak:.0f} MB at most"
    )


def counted(ended: Ended, *kinds: str) -> int:
    with closing(sqlite3.connect(ended.evening.stage.database)) as opened_:
        logged = opened_.execute("SELECT kind FROM tournament_events").fetchall()
    return sum(kind in kinds for (kind,) in logged)

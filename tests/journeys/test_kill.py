"""Kill −9 of the bot at twenty moments of the first evening: nothing is lost, nothing doubled."""

import asyncio
import json
from collections import Counter
from collections.abc import Awaitable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeVar

import pytest
from sqlalchemy import text

from sandbox.discord_world.state import PRIVATE_THREAD, Message
from sandbox.people import mentioned
from sandbox.stage import Stage
from sandbox.stories.cards import event_card, match_cards
from sandbox.stories.first_evening import Told, first_evening
from sandbox.stories.set import Evening
from sandbox.stories.talking import unasked
from storage.database import Database
from tests.journeys.conftest import opened

CALLING, STEPS = "ton match t'attend", 3  # how somebody is called who does not come
pytestmark = pytest.mark.long
T = TypeVar("T")
KILLS, SEED = 20, 1
UNTIL = {"before": 5, "gathering": 10, "playing": KILLS}  # kills, at most, before the next part
LONGEST = 280  # seconds for the whole evening
SOONEST, LATEST = 0.1, 2.0  # seconds that the bot is left alone once it is up
AWAY = 0.5  # seconds, at most, before somebody starts it again
CALM = 3.0  # seconds after the end, for what was still on its way
ENDED = "('confirmed', 'auto_confirmed', 'ruled', 'forfeited', 'double_forfeited')"

BOOKS = {
    "overdue": "SELECT kind, key FROM timers WHERE due <= :now",
    "failed": "SELECT kind, key FROM timers WHERE attempts > 0",
    "unsent": "SELECT platform, nonce FROM outbox WHERE state = 'pending' AND not_before IS NULL",
    "unshown": "SELECT kind, subject FROM cards WHERE shown < wanted",
    "called": "SELECT payload FROM tournament_events WHERE kind = 'called'",
    "endings": f"SELECT kind, payload FROM tournament_events WHERE kind IN {ENDED}",  # noqa: S608
    "undone": "SELECT seq FROM tournament_events WHERE undoes IS NOT NULL",
    "tournaments": "SELECT phase FROM tournaments",
    "cases": "SELECT state FROM cases",
    "lines": "SELECT line FROM case_lines",
}


@dataclass
class Aftermath:
    told: Told
    evening: Evening
    moments: list[str]  # the part of the evening in which each kill fell
    books: dict[str, list[Any]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Aftermath:
    """The evening is played once; what was promised is looked at afterwards."""
    return asyncio.run(_play(tmp_path_factory))


async def _play(folders: pytest.TempPathFactory) -> Aftermath:
    async with opened(folders.mktemp("kills"), "fr", SEED) as scene:
        stage, luck = scene.stage, Random(SEED)  # noqa: S311 - a story, no secret
        await stage.raise_bot()
        moments: list[str] = []
        killer = asyncio.create_task(_kill(scene.evening, luck, moments))
        async with asyncio.timeout(LONGEST):
            told = await _beside(first_evening(scene.evening, "fr"), killer)
        after = Aftermath(told, scene.evening, moments)
        stage.run_at(1)
        await asyncio.sleep(CALM)
        after.books = await _read(stage)
    return after


async def _kill(evening: Evening, luck: Random, moments: list[str]) -> None:
    stage = evening.stage
    while len(moments) < KILLS:
        await asyncio.sleep(luck.uniform(SOONEST, LATEST))
        if len(moments) >= UNTIL[_part(evening)]:
            continue
        moments.append(_part(evening))
        await stage.kill_bot()
        await asyncio.sleep(luck.uniform(0, AWAY))
        await stage.raise_bot()


def _part(evening: Evening) -> str:
    """How far the evening is."""
    card = event_card(evening)
    if card is None:
        return "before"
    return "playing" if card.channel.threads else "gathering"


async def _beside(story: Awaitable[T], killer: asyncio.Task[None]) -> T:
    """The story's end; a bot that does not come up again ends it at once."""
    playing = asyncio.ensure_future(story)
    try:
        await asyncio.wait({playing, killer}, return_when=asyncio.FIRST_COMPLETED)
        if killer.done():
            killer.result()
        return await playing
    finally:
        for task in (playing, killer):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def _read(stage: Stage) -> dict[str, list[Any]]:
    db = Database.open(f"sqlite+aiosqlite:///{stage.database}")
    now = round(stage.clock.now().timestamp() * 1000)
    try:
        async with db.read() as tx:
            return {
                name: list(await tx.execute(text(sql), {"now": now} if ":now" in sql else {}))
                for name, sql in BOOKS.items()
            }
    finally:
        await db.close()


def test_the_evening_ends_however_often_the_bot_is_killed(after: Aftermath) -> None:
    assert len(after.moments) == KILLS
    assert set(after.moments) == UNTIL.keys(), "they fell everywhere"
    assert after.moments.count("playing") >= KILLS // 2
    assert [phase for (phase,) in after.books["tournaments"]] == ["finished"]
    assert after.told.story["handover"] == {"structure": "Mission locale", "agreed": True}


def test_nobody_was_read_without_both_yeses_after_any_restart(after: Aftermath) -> None:
    assert after.told.story["messages_read_without_both_yeses"] == 0
    assert after.told.story["messages_read_by_classifier"] != 0


def test_every_match_ended_once_and_no_result_was_taken_back(after: Aftermath) -> None:
    ended = [json.loads(payload)["match"] for _, payload in after.books["endings"]]
    # Where two players both missed a call, the match after theirs is never called.
    called = [json.loads(payload)["match"] for (payload,) in after.books["called"]]
    assert sorted(ended) == sorted(set(called))
    assert len(ended) == len(_match_cards(after.evening)) >= 12
    assert _twice(ended) == []
    assert after.books["undone"] == []
    shown = [
        {_verdict(each) for each in (*(version.text for version in card.edits), card.text)} - {""}
        for card in _match_cards(after.evening)
    ]
    assert all(len(verdicts) <= 1 for verdicts in shown), "a result that was shown stays"
    nobody = sum(kind == "double_forfeited" for kind, _ in after.books["endings"])
    assert shown.count(set()) == nobody, "all but those to which neither side came have one"


def test_the_champion_is_the_winner_of_the_last_match(after: Aftermath) -> None:
    evening = after.evening
    final = next(card for card in _match_cards(evening) if "Finale" in card.text.split("\n")[0])
    won = mentioned(_verdict(final.text), evening.cast.players)[0]
    assert won.name == after.told.story["champion"]


def test_nothing_was_said_twice_on_discord(after: Aftermath) -> None:
    realm = after.evening.stage.discord.realm
    for channel in realm.channels.values():
        said = [post for post in channel.posts if post.author.bot and post.only_for is None]
        assert _twice(post.nonce for post in said if post.nonce is not None) == []
        if channel.recipient is None:
            assert _too_often(post.text for post in said) == []
    cards = _match_cards(after.evening)
    assert _twice(frozenset(_names(card, after.evening)) for card in cards) == []
    assert _twice(card.channel.id for card in cards if card.channel.kind == PRIVATE_THREAD) == []


def test_no_match_has_two_threads_in_use(after: Aftermath) -> None:
    threads = [each for each in after.evening.places.arena.threads if each.kind == PRIVATE_THREAD]
    assert len(threads) >= 8
    used = [each for each in threads if each.messages or each.archived is None]
    assert _twice(each.name for each in used) == []


def test_nothing_was_announced_twice_on_twitch(after: Aftermath) -> None:
    said = [line for line in after.evening.places.stream.lines if line.by_bot]
    assert len(said) > 5
    assert _too_often(line.text for line in said if line.reply_to is None) == []
    assert _twice(line.reply_to.id for line in said if line.reply_to is not None) == []


def test_at_most_one_offer_left_and_it_reached_the_right_person(after: Aftermath) -> None:
    people = [one for one in after.evening.stage.discord.realm.people.values() if not one.bot]
    assert Counter(one.name for one in people for _ in unasked(after.evening, one)) == {"Zoé": 1}


def test_one_contact_and_no_line_of_it_twice(after: Aftermath) -> None:
    assert [state for (state,) in after.books["cases"]] == ["closed"]
    assert after.told.story["contacts_created"] == 1
    assert len(after.books["lines"]) == 4


def test_no_timer_letter_or_card_was_forgotten(after: Aftermath) -> None:
    books = after.books
    forgotten = {name: books[name] for name in ("overdue", "failed", "unsent", "unshown")}
    assert forgotten == {"overdue": [], "failed": [], "unsent": [], "unshown": []}


def test_the_log_tells_of_no_fault(after: Aftermath) -> None:
    log = (after.evening.stage.folder / "bot.log").read_text("utf-8")
    assert [line for line in log.splitlines() if " ERROR " in line] == []


def _match_cards(evening: Evening) -> list[Message]:
    return [post for post in match_cards(evening) if len(_names(post, evening)) > 1]


def _names(card: Message, evening: Evening) -> list[str]:
    return [player.name for player in mentioned(card.text, evening.cast.players)[:2]]


def _verdict(shown: str) -> str:
    return next((line for line in shown.split("\n") if "✓" in line), "")


def _too_often(texts: Iterable[str]) -> list[str]:
    """What was said twice; whoever is missing is called three times, in the same words."""
    counted = Counter(texts)
    calls = {text for text in counted if CALLING in text}
    twice = [text for text, times in counted.items() if times > 1 and text not in calls]
    return twice + [text for text in calls if counted[text] > STEPS]


def _twice(things: Iterable[T]) -> list[T]:
    return [thing for thing, times in Counter(things).items() if times > 1]

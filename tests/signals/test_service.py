"""What is heard is weighed in memory and forgotten; all that may follow is one private message."""

import asyncio
import json
import pickle
import threading
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
import pytest_asyncio

from cogs.consent.rules.scopes import Scope
from cogs.consent.rules.words import MINT, ConsentedText
from cogs.consent.service.consents import Consents
from cogs.house import House
from cogs.mediation.service.cards import Scene
from cogs.mediation.service.offers import Offers
from cogs.signals.rules import Reading, Thresholds
from cogs.signals.service import Signals
from cogs.signals.wiring import Recorder, wire
from core.people import PersonId
from tests.doubles import Hands
from tests.mediation.conftest import Cast, Post

ZOE, BEN = PersonId(1), PersonId(2)
SCENE = Scene("Zoé", "Les Loutres", "600")


@dataclass
class Ear:
    """A model that hears an emergency in "urgence" and a distress in "marre"."""

    read: list[tuple[str, ...]] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)
    gate: threading.Event = field(default_factory=threading.Event)
    breaks: bool = False
    thresholds: Thresholds = field(default_factory=lambda: Thresholds(0.5, 0.5, 0.5))

    def __post_init__(self) -> None:
        self.gate.set()

    def weigh(self, texts: Sequence[str]) -> Reading:
        self.gate.wait(5)
        self.threads.add(threading.current_thread().name)
        if self.breaks:
            raise RuntimeError("the graph is broken")
        self.read.append(tuple(texts))
        whole = " ".join(texts)
        return Reading(float("marre" in whole), 0.0, float("urgence" in whole))


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest_asyncio.fixture
async def signals(house: House, clock: Hands, ear: Ear) -> AsyncIterator[Signals]:
    made = Signals(lambda: ear, house.ask(Offers), clock, timedelta(seconds=120))
    yield made
    made.close()


def said(words: str, message: str = "1", person: PersonId = ZOE) -> ConsentedText:
    return ConsentedText(person, "600", message, words, MINT)


async def test_three_messages_within_two_minutes_are_read_together_and_a_fourth_is_not(
    signals: Signals, ear: Ear, clock: Hands
) -> None:
    for number, words in enumerate(("a", "b", "c")):
        await signals.hear(said(words, str(number)), SCENE)
        clock.forward(seconds=59)
    await signals.hear(said("d", "9"), SCENE)
    assert ear.read == [("a",), ("a", "b"), ("a", "b", "c"), ("d",)]


async def test_an_emergency_does_not_wait_for_the_window(
    signals: Signals, house: House, ear: Ear, clock: Hands, cast_: Cast, post: Post
) -> None:
    zoe = await cast_.says_yes(1, Scope.DM)
    await signals.hear(said("ça va pas", "1", zoe.person), SCENE)
    await signals.hear(said("urgence", "2", zoe.person), SCENE)
    await house.ask(Offers).tick(clock.now())
    assert len(post.carried) == 1
    assert ear.read == [("ça va pas",), ("ça va pas", "urgence")]


async def test_a_burst_has_one_effect_and_is_emptied_by_it(
    signals: Signals, house: House, ear: Ear, clock: Hands, cast_: Cast, post: Post
) -> None:
    zoe = await cast_.says_yes(1, Scope.DM)
    for number in range(4):
        await signals.hear(said("urgence", str(number), zoe.person), SCENE)
        await house.ask(Offers).tick(clock.forward(seconds=5))
    assert len(post.carried) == 1
    assert ear.read[1] == ("urgence",)  # the words before the outcome are gone


async def test_two_authors_are_never_read_together(signals: Signals, ear: Ear) -> None:
    await signals.hear(said("a", "1"), SCENE)
    await signals.hear(said("b", "2", BEN), SCENE)
    assert ear.read == [("a",), ("b",)]


async def test_a_deleted_message_leaves_the_burst_and_takes_its_offer_along(
    signals: Signals, house: House, ear: Ear
) -> None:
    await signals.hear(said("a", "1"), SCENE)
    signals.gone("1")
    await signals.hear(said("j'en ai marre", "2"), SCENE)
    assert ear.read[-1] == ("j'en ai marre",)
    assert house.ask(Offers).waiting == 1
    signals.gone("2")
    assert house.ask(Offers).waiting == 0


@pytest.mark.parametrize("ending", ["forget", "hush", "gone"])
async def test_what_ends_while_it_is_weighed_leads_to_nothing(
    signals: Signals, house: House, ear: Ear, ending: str
) -> None:
    ear.gate.clear()
    hearing = asyncio.create_task(signals.hear(said("marre", "1"), SCENE))
    await asyncio.sleep(0)
    endings = {
        "forget": lambda: signals.forget(ZOE),
        "hush": lambda: signals.hush("600"),
        "gone": lambda: signals.gone("1"),
    }
    endings[ending]()
    ear.gate.set()
    await hearing
    assert house.ask(Offers).waiting == 0


async def test_a_model_that_fails_stops_nothing(signals: Signals, house: House, ear: Ear) -> None:
    ear.breaks = True
    await signals.hear(said("marre", "1"), SCENE)
    assert (signals.faults, house.ask(Offers).waiting) == (1, 0)
    ear.breaks = False
    await signals.hear(said("marre", "2"), SCENE)
    assert house.ask(Offers).waiting == 1


async def test_weighing_never_holds_up_the_loop_and_has_one_thread(
    signals: Signals, ear: Ear
) -> None:
    ear.gate.clear()
    hearings = [asyncio.create_task(signals.hear(said("a", str(n)), SCENE)) for n in range(3)]
    await asyncio.sleep(0.01)  # the loop turns while the worker waits
    ear.gate.set()
    await asyncio.gather(*hearings)
    assert len(ear.threads) == 1
    assert threading.current_thread().name not in ear.threads


async def test_the_model_is_opened_once_and_only_when_it_is_wanted(
    house: House, clock: Hands, ear: Ear
) -> None:
    opened: list[int] = []

    def open_model() -> Ear:
        opened.append(1)
        return ear

    signals = Signals(open_model, house.ask(Offers), clock, timedelta(seconds=120))
    assert opened == []
    await signals.get_ready()
    await signals.hear(said("a"), SCENE)
    assert opened == [1]
    signals.close()


async def test_nothing_of_a_burst_outlives_its_two_minutes(signals: Signals, clock: Hands) -> None:
    await signals.hear(said("un secret"), SCENE)
    assert len(signals._bursts) == 1
    await signals.tick(clock.forward(seconds=121))
    assert signals._bursts == {}
    with pytest.raises(TypeError):
        pickle.dumps(said("un secret"))


async def test_stopping_in_discord_empties_the_memory(house: House, cast_: Cast) -> None:
    signals = house.ask(Signals)
    ear = Ear()
    signals._open_model = lambda: ear
    zoe = await cast_.says_yes(1, Scope.DM)
    await signals.hear(said("a", "1", zoe.person), SCENE)
    await house.ask(Consents).stop(zoe.person)
    await signals.hear(said("b", "2", zoe.person), SCENE)
    assert ear.read == [("a",), ("b",)]
    signals.close()


async def test_a_message_without_both_yeses_is_not_looked_at(house: House) -> None:
    class Poison:
        """Raises when anybody looks further than its ids."""

        id = 7
        author = SimpleNamespace(id=1)
        channel = SimpleNamespace(id=600)

        @property
        def content(self) -> str:
            raise AssertionError("read without a yes")

    listener = house.reads.overheard
    assert listener is not None
    await listener(Poison())  # type: ignore[arg-type]


def test_the_recorder_leaves_a_digest_and_no_word(tmp_path: Path, clock: Hands) -> None:
    file = tmp_path / "reads.jsonl"
    record = Recorder(file, "key", clock)
    record(said("un secret", "42"))
    record(said("un secret", "42"))
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert len({line["digest"] for line in lines}) == 1
    assert lines[0]["at"] == clock.seconds()
    assert "secret" not in file.read_text("utf-8")


def test_in_production_nothing_is_recorded(house: House, tmp_path: Path) -> None:
    demo = house.settings.demo.model_copy(update={"reads_file": str(tmp_path / "reads")})
    house.settings = house.settings.model_copy(update={"demo": demo})
    for production in (True, False):
        house.production = production
        wire(house)
        assert (house.ask(Signals)._record is None) is production

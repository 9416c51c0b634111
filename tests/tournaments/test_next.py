""" "My next match": one answer for every evening that somebody can have, in both languages."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from cogs.tournaments.rules import commands
from cogs.tournaments.rules.board import Claim, Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.forecast import Forecast
from cogs.tournaments.rules.hosting import Reason
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.play import apply, decide
from cogs.tournaments.rules.setup import Format, Setup
from cogs.tournaments.rules.standings import Placement
from cogs.tournaments.rules.state import State
from cogs.tournaments.service.brief_words import BriefWords
from cogs.tournaments.service.facts import Next, Situation
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.next_words import NextWords
from cogs.tournaments.service.wording import Tongue, Wording
from core.people import Actor, Voice
from prompts import LANGUAGES, Texts
from tests.discord_desk import MANAGE_GUILD
from tests.doubles import EVENING
from tests.tournaments.conftest import Evening
from tests.tournaments.server import HOST, Server
from tests.tournaments.test_discord_face import started
from tests.tournaments.test_formats import begun

EACH = timedelta(minutes=10)
MOST = 180
WIDE = "W" * 20  # no name is longer
EVENT = "E" * 60
VERBS = {
    "fr": {
        "Attends",
        "Dis",
        "Guette",
        "Joue",
        "Patiente",
        "Repose-toi",
        "Reste",
        "Reviens",
        "Réponds",
    }
    | {"Réponds", "Savoure", "Souffle", "Tape"},
    "en": {
        "Answer",
        "Come",
        "Enjoy",
        "Hold",
        "Play",
        "Say",
        "Stay",
        "Take",
        "Type",
        "Wait",
        "Watch",
    },
}


async def mine(evening: Evening, actor: Actor) -> Next:
    return await evening.tournaments.my_match(actor)


async def situation(evening: Evening, actor: Actor) -> Situation:
    return (await mine(evening, actor)).situation


def forecast(state: State, called: dict[MatchId, datetime] | None = None) -> Forecast:
    return Forecast(state, EVENING, EACH, called or {}, EVENING)


def won(state: State, match: str, winner: int) -> State:
    sides = state.match(MatchId(match)).sides
    loser = next(side for side in sides if side not in {winner, None})
    for step in decide(state, commands.Report(MatchId(match), loser or 0, winner)):
        state = apply(state, step)
    return state


def test_an_hour_is_the_longest_way_to_it_and_never_before_what_was_announced() -> None:
    state = begin(Setup(8))
    final = state.match(MatchId("W3.1"))
    assert forecast(state).starts(final) == EVENING + 2 * EACH
    later = EVENING + timedelta(minutes=37)
    expected = Forecast(state, EVENING, EACH, {}, later).starts(final)
    assert expected == EVENING + timedelta(minutes=60), "37 + 20, in steps of five"


def test_a_match_that_is_being_played_counts_from_its_call() -> None:
    state = begin(Setup(4))
    for match in ("W1.1", "W1.2"):
        for step in decide(state, commands.Call(MatchId(match))):
            state = apply(state, step)
    called = {MatchId("W1.1"): EVENING - timedelta(minutes=8), MatchId("W1.2"): EVENING}
    final = state.match(MatchId("W2.1"))
    assert forecast(state, called).starts(final) == EVENING + EACH
    state = won(state, "W1.2", 2)
    assert forecast(state, called).starts(final) == EVENING + timedelta(minutes=5)


def test_in_a_table_everybody_plays_one_match_after_the_other() -> None:
    state = begin(Setup(4, Format.ROUND_ROBIN))
    hours = [forecast(state).starts(match) for match in state.board]
    assert hours == [EVENING + EACH * (number // 2) for number in range(6)]
    assert forecast(state).round_ends() == EVENING + 3 * EACH


async def test_a_swiss_evening_knows_a_bye_and_the_time_between_rounds(evening: Evening) -> None:
    people = await begun(evening, "swiss-32", 5)
    found = {person.name: await situation(evening, person) for person in people}
    assert sorted(found.values()) == [Situation.RESTS, *[Situation.TO_PLAY] * 4]
    live = await evening.live()
    assert live.state is not None
    match = live.state.open[0]
    winner, loser = (people[side - 1] for side in match.playing)
    await evening.tournaments.report(loser, won=False, match=match.id)
    answer = await mine(evening, winner)
    assert answer.situation is Situation.BETWEEN
    assert answer.expected is not None
    assert answer.expected >= evening.clock.now()
    assert answer.expected.minute % 5 == 0


async def test_a_table_says_when_the_next_match_comes(evening: Evening) -> None:
    people = await begun(evening, "groups-16", 12)  # groups of three: one waits
    found = [await mine(evening, person) for person in people]
    queued = [answer for answer in found if answer.situation is Situation.QUEUED]
    assert queued
    assert all(answer.expected for answer in queued)


async def test_whoever_comes_from_the_losers_side_must_win_twice(evening: Evening) -> None:
    people = await begun(evening, "double-16", 3)
    for _ in range(20):
        live = await evening.live()
        assert live.state is not None
        match = next(match for match in live.state.open if match.stage is not Stage.OPEN)
        if match.id == "G1.1":
            break
        best, worst = sorted(match.playing)
        await evening.tournaments.report(people[worst - 1], won=False, match=match.id)
        assert best < worst
    twice = {person.name: (await mine(evening, person)).twice for person in people}
    assert list(twice.values()) == [False, True, False]
    await evening.tournaments.report(people[0], won=False, match="G1.1")
    assert (await mine(evening, people[1])).match is not None
    assert not (await mine(evening, people[1])).twice, "the second one decides for both"


async def test_whoever_is_out_is_shown_what_else_there_is_and_only_that(evening: Evening) -> None:
    people = await evening.running(4)
    for loser, match in ((3, "W1.1"), (2, "W1.2"), (3, "P1.1")):
        await evening.tournaments.report(people[loser], won=False, match=match)
    assert await situation(evening, people[3]) is Situation.OUT
    assert (await mine(evening, people[3])).also is None
    other = await evening.announced(template="arena-45", minutes=120)
    found = await mine(evening, people[3])
    assert found.situation is Situation.OUT
    assert found.also is not None
    assert found.also.id == other.id
    await evening.tournaments.join(people[3], other.id)
    assert await situation(evening, people[3]) is Situation.ENTERED, "what comes is the answer now"


async def test_while_everything_is_paused_no_hour_is_told(evening: Evening, texts: Texts) -> None:
    people = await evening.running(4)
    await evening.pauses.pause(await evening.host(), (await evening.live()).id, Reason.HEARD)
    words = NextWords(texts, Wording(texts))
    answer = words.next(Tongue(Voice("en"), str, str), await mine(evening, people[0]))
    assert answer.startswith("The tournament is paused")


def named(live: Live) -> Live:
    """The same tournament, its names as long as names can be."""
    entrants = (replace(each, name=WIDE) for each in live.entrants)
    return replace(live, event=replace(live.event, name=EVENT), entrants=tuple(entrants))


def every_answer(live: Live) -> list[Next]:
    assert live.state is not None
    later, found = live.event.starts_at + timedelta(minutes=1_439), list[Next]()
    place = Placement(4_095, 2_049, 4_096, 0, playing=False, withdrawn=False)
    for match in live.state.board:
        full = replace(match, sides=(1, 2))
        claimed = replace(full, stage=Stage.REPORTED, claim=Claim(1, 1, (4, 3)))
        for kind in Situation:
            answer = Next(kind, live, 1, full, later, place, claimed, expected=later)
            found += [
                answer,
                replace(answer, twice=True),
                replace(answer, of_loser=True, also=live),
                replace(answer, until=live.event.check_in_closes, feeder=None),
                replace(answer, match=replace(full, here=frozenset((1,)))),
            ]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_answer_in_a_chat_is_short_and_has_its_verb_first(
    evening: Evening, texts: Texts, language: str
) -> None:
    await begun(evening, "double-16", 8)
    live = named(await evening.live())
    voice = Voice(language)
    words = BriefWords(texts, Wording(texts))

    def when(moment: datetime) -> str:
        del moment
        return texts.say(voice, "tournaments-in-minutes", minutes=86_400)

    spoken = Tongue(voice, str, when)
    said = {words.next(spoken, answer) for answer in every_answer(live)}
    assert len(said) > 40
    assert [line for line in said if len(line) > MOST] == []
    firsts = {line.split()[0].strip(",:") for line in said}
    assert firsts <= VERBS[language]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_answer_says_that_there_is_nothing_where_there_is_something(
    evening: Evening, texts: Texts, language: str
) -> None:
    await begun(evening, "double-16", 8)
    live, voice = await evening.live(), Voice(language)
    for words in (NextWords(texts, Wording(texts)), BriefWords(texts, Wording(texts))):
        spoken = Tongue(voice, str, str)
        nothing = words.next(spoken, Next(Situation.NOTHING))
        for answer in every_answer(live):
            told = words.next(spoken, answer)
            assert (nothing in told) is (answer.situation is Situation.NOTHING), answer.situation


async def test_the_card_of_a_grand_final_says_who_must_win_twice(server: Server) -> None:
    players = await started(server, 3, template="double-16")
    for _ in range(20):
        state = (await server.live()).state
        assert state is not None
        match: Match = next(match for match in state.open if match.stage is not Stage.OPEN)
        if match.id == "G1.1":
            break
        loser = players[max(match.playing) - 1]
        form = await server.press(loser, "J'ai perdu", f"1:{match.id}")
        if "custom_id" in form.data:
            await server.desk.form(loser, form.data["custom_id"], score="0-1")
    card = await server.card("1:G1.1", "tournaments.match")
    assert f"<@{players[1]}> vient du tableau des perdants et doit gagner deux fois" in card.text
    mine_ = await server.desk.slash(players[1], "tournament match")
    assert mine_.text.startswith("Grande finale : tu viens du tableau des perdants")


async def test_an_estimate_is_a_clock_that_every_reader_sees_in_their_own_zone(
    server: Server,
) -> None:
    players = await started(server, 3)
    answer = await server.desk.slash(players[0], "tournament match")
    assert ":t>" in answer.text
    assert answer.text.startswith("Tu joues contre le vainqueur de")
    await server.desk.slash(HOST, "tournament cancel", may=MANAGE_GUILD)

"""The cast: what a caster is offered, what waits for the stream, whose name is kept off it."""

import pytest

from cogs.tournaments.rules import commands
from cogs.tournaments.rules.board import Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.casting import Declined, Why, queue
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.play import apply, decide
from cogs.tournaments.rules.setup import Format, Setup
from cogs.tournaments.rules.state import State
from cogs.tournaments.service.cast import Cast, on_stage
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.facts import Situation
from core.errors import NotAllowed
from tests.discord_desk import MANAGE_GUILD
from tests.tournaments.conftest import Evening
from tests.tournaments.server import HOST, Server
from tests.tournaments.test_discord_face import FIRST, started

W1, W2, FINAL = MatchId("W1.1"), MatchId("W1.2"), MatchId("W2.1")
CARD = "tournaments.match"


def cast_of(evening: Evening) -> Cast:
    return Cast(evening.turns, Crew(evening.db))


async def stage(evening: Evening, match: MatchId = W1) -> tuple[Stage, bool]:
    state = (await evening.live()).state
    assert state is not None
    return state.match(match).stage, state.match(match).held


def won(state: State, match: str, winner: int) -> State:
    """A match told by its loser."""
    sides = state.match(MatchId(match)).sides
    loser = next(side for side in sides if side not in {winner, None})
    for step in decide(state, commands.Report(MatchId(match), loser or 0, winner)):
        state = apply(state, step)
    return state


def told(state: State, *asked: str) -> dict[str, tuple[Why, ...]]:
    return {one.match.id: one.reasons for one in queue(state, {MatchId(each) for each in asked})}


def test_the_queue_says_why_and_has_the_most_wanted_first() -> None:
    state = begin(Setup(16))
    for number, winner in zip(range(1, 9), (16, 8, 4, 5, 2, 7, 3, 6), strict=True):
        state = won(state, f"W1.{number}", winner)
    found = told(state, "W2.4")
    assert found["W2.4"] == (Why.ASKED, Why.UNDEFEATED, Why.SEEDS)
    assert found["W2.1"] == (Why.UNDEFEATED,), "8 and 16: both have won"
    assert list(found) == ["W2.4", "W2.2", "W2.3", "W2.1"]
    state = won(won(state, "W2.1", 8), "W2.2", 4)
    assert Why.LATE in told(state)["W3.1"]


def test_those_who_have_met_before_are_a_rematch() -> None:
    state = begin(Setup(3, Format.DOUBLE_ELIMINATION))
    state = won(won(state, "W1.2", 2), "W2.1", 1)
    assert told(state)["L2.1"] == (Why.LATE, Why.REMATCH, Why.SEEDS)


async def test_pain_14_a_match_waits_for_the_stream_and_its_clock_stands_still(
    evening: Evening,
) -> None:
    people = await evening.running(4)
    cast, host = cast_of(evening), await evening.host()
    shown = await cast.queue(host)
    assert {one.match.id for one in shown.matches} == {W1, W2}
    held = await cast.hold(host, W1)
    assert [one.match.held for one in held.matches] == [True, False], "what is kept comes first"
    await cast.hold(host, W1)  # twice is once
    evening.restart()
    await evening.wait(minutes=14)
    assert await stage(evening) == (Stage.CALLED, True)
    found = await evening.tournaments.my_match(people[0])
    assert found.situation is Situation.HELD
    await cast_of(evening).release(host, W1)
    live = await evening.live()
    assert live.called[W1] == evening.clock.now(), "the whole call is theirs again"
    await evening.wait(minutes=4)
    assert await stage(evening) == (Stage.CALLED, False)
    await evening.wait(minutes=2)
    assert (await stage(evening))[0] is Stage.SETTLED


async def test_a_match_may_be_marked_before_its_players_are_known(evening: Evening) -> None:
    people = await evening.running(4)
    cast, host = cast_of(evening), await evening.host()
    await cast.hold(host, FINAL)
    for winner, loser in ((0, 3), (1, 2)):
        await evening.tournaments.report(people[loser], won=False, match=(W1, W2)[winner])
    assert await stage(evening, FINAL) == (Stage.OPEN, True)
    await cast.release(host, FINAL)
    assert await stage(evening, FINAL) == (Stage.CALLED, False)


async def test_its_players_may_refuse_and_are_not_asked_again(evening: Evening) -> None:
    people = await evening.running(4)
    cast, host = cast_of(evening), await evening.host()
    await cast.hold(host, W1)
    for _ in range(2):
        await cast.decline(people[0])
    assert await stage(evening) == (Stage.CALLED, False)
    with pytest.raises(Declined):
        await cast.hold(host, W1)
    await cast.ask(people[0])  # they have thought again
    await cast.hold(host, W1)
    assert await stage(evening) == (Stage.CALLED, True)


async def test_nobody_casts_without_being_a_caster(evening: Evening) -> None:
    people = await evening.running(4)
    cast = cast_of(evening)
    for act in (
        cast.queue(people[0]),
        cast.hold(people[0], W1),
        cast.release(people[0], W1),
        cast.hide(people[0], 1),
    ):
        with pytest.raises(NotAllowed):
            await act


async def test_a_hidden_name_is_a_number_on_the_overlays_and_a_name_elsewhere(
    evening: Evening,
) -> None:
    people = await evening.running(4)
    cast, host = cast_of(evening), await evening.host()
    live = await evening.live()
    ticket = live.seeded[1].ticket
    await cast.hide(host, ticket)
    live = await evening.live()
    assert on_stage(live).names[1] == ""
    assert on_stage(live).names[2] == live.names[2]
    assert live.names[1] == people[0].name
    await cast.hide(host, ticket, hidden=False)
    assert on_stage(await evening.live()).names[1] == people[0].name


async def test_a_caster_holds_releases_and_hides_from_one_card(server: Server) -> None:
    players = await started(server)
    queue_ = await server.desk.slash(HOST, "tournament stream queue", may=MANAGE_GUILD)
    assert queue_.ephemeral
    assert queue_.text.startswith("**À montrer sur le stream**")
    assert "dernier carré" in queue_.text
    (first, *_) = [label for label in queue_.buttons if label.startswith("Garder")]
    held = await server.desk.press(HOST, queue_.buttons[first], may=MANAGE_GUILD)
    assert held.edits
    assert "**gardé**" in held.text
    name = next(label for label in held.buttons if label.startswith("Masquer"))
    hidden = await server.desk.press(HOST, held.buttons[name], may=MANAGE_GUILD)
    assert name.replace("Masquer", "Montrer") in hidden.buttons
    refused = await server.desk.press(
        players[1], held.buttons[first.replace("Garder", "Laisser jouer")]
    )
    assert not refused.edits


async def test_players_of_a_kept_match_are_called_and_have_their_way(server: Server) -> None:
    players = await started(server)
    await server.card(FIRST, CARD)
    await server.desk.slash(HOST, "tournament stream hold", may=MANAGE_GUILD, match="1|W1.1")
    card = await server.card(FIRST, CARD)
    assert "Gardé pour le stream" in card.text
    assert [choice.label for choice in card.rows[0]] == ["Jouer sans stream", "Un souci"]
    (told_,) = server.said
    assert told_[1].startswith(f"<@{players[0]}> <@{players[3]}> · votre match est gardé")
    mine = await server.desk.slash(players[0], "tournament match")
    assert "attend le stream, 15 minutes environ" in mine.text
    assert "Jouer sans stream" in mine.buttons
    done = await server.desk.press(players[0], mine.buttons["Jouer sans stream"])
    assert done.text.startswith("C'est noté : vous jouez sans stream")
    await server.card(FIRST, CARD)
    assert "c'est à vous" in server.said[-1][1]
    again = await server.desk.slash(
        HOST, "tournament stream hold", may=MANAGE_GUILD, match="1|W1.1"
    )
    assert again.text.startswith("Ces joueurs préfèrent jouer sans stream.")


async def test_names_are_hidden_and_shown_by_the_same_command(server: Server) -> None:
    await started(server)
    live = await server.live()
    player = f"1|{live.seeded[1].ticket}"
    answers = [
        (await server.desk.slash(HOST, "tournament stream hide", may=MANAGE_GUILD, player=player))
        for _ in range(2)
    ]
    assert [answer.text[:33] for answer in answers] == [
        "Ce pseudo n'est plus sur les over",
        "Ce pseudo est de nouveau sur les ",
    ]


async def test_a_chat_refuses_the_stream_in_a_word(server: Server) -> None:
    await server.create()
    for viewer in ("Zed", "Kim"):
        await server.types(viewer)
    await server.desk.slash(HOST, "tournament start", may=MANAGE_GUILD)
    await server.desk.slash(HOST, "tournament stream hold", may=MANAGE_GUILD, match="1|W1.1")
    assert (await server.types("Zed", "match")).startswith("Attends le stream, 15 min environ")
    await server.wait(seconds=10)
    assert any(line.startswith("Gardé pour le stream") for line in server.chat)
    assert (await server.types("Zed", "refuser")).startswith("C'est noté : vous jouez")
    state = (await server.live()).state
    assert state is not None
    assert not state.match(W1).held

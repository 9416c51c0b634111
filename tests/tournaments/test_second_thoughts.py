"""A score given by a slip of the finger is taken back in one tap or one line, while it can be."""

from datetime import timedelta

import pytest

from cogs.tournaments.rules.board import Result, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import Reason
from cogs.tournaments.rules.refusals import NothingReported, TooLate
from tests.tournaments.at_desk import ONE, TWO, lost, stage
from tests.tournaments.conftest import Evening
from tests.tournaments.server import Server
from tests.tournaments.test_anew import S1, sides
from tests.tournaments.test_discord_face import started
from tests.tournaments.test_races_seen import MATCH, button
from tests.tournaments.test_twitch_face import started as in_chat

THIRD = MatchId("P1.1")


async def result(evening: Evening, match: MatchId) -> Result | None:
    state = (await evening.live()).state
    assert state is not None
    return state.match(match).result


async def test_whoever_says_lost_by_mistake_has_one_tap_back(server: Server) -> None:
    players = await started(server)
    slip = await server.press(players[3], "J'ai perdu", "1:W1.1")
    assert list(slip.buttons) == ["Annuler mon score"]
    assert await stage(server) is Stage.SETTLED
    back = await server.desk.press(players[3], slip.buttons["Annuler mon score"])
    assert back.text.startswith("Ton score est annulé.")
    assert await stage(server) is Stage.CALLED
    again = await server.press(players[3], "J'ai gagné", "1:W1.1")
    assert again.text.startswith("Score envoyé.")


async def test_nobody_takes_back_the_score_of_the_other_side(server: Server) -> None:
    players = await started(server)
    slip = await server.press(players[3], "J'ai perdu", "1:W1.1")
    refused = await server.desk.press(players[0], slip.buttons["Annuler mon score"])
    assert not refused.text.startswith("Ton score est annulé.")
    assert await stage(server) is Stage.SETTLED


async def test_it_is_too_late_once_play_has_gone_on_or_ten_minutes_have_passed(
    server: Server,
) -> None:
    players = await started(server, template="open-64")
    slip = await server.press(players[3], "J'ai perdu", "1:W1.1")
    await lost(server, players, 3, TWO)
    await server.press(players[0], "Je suis là", "1:W2.1")
    await server.press(players[1], "Je suis là", "1:W2.1")
    late = await server.desk.press(players[3], slip.buttons["Annuler mon score"])
    assert late.text.startswith("Trop tard")
    assert await stage(server) is Stage.SETTLED


async def test_nobody_agrees_to_a_score_that_they_have_not_seen(server: Server) -> None:
    players = await started(server)
    for score in ("2-0", "2-1"):
        await server.desk.form(players[0], "tournaments.scored|1|W1.1|won", score=score)
        card = await server.card("1:W1.1", MATCH)
        answers = {label: button(card, label) for label in ("C'est ça", "Pas d'accord")}
        if score == "2-0":
            before = answers
            await server.press(players[0], "Annuler mon score", "1:W1.1")
    for pressed in before.values():
        refused = await server.desk.press(players[3], pressed)
        assert refused.text.startswith("Le score a changé entre-temps")
        assert await stage(server) is Stage.REPORTED
    for _ in range(2):  # twice is once
        agreed = await server.desk.press(players[3], answers["C'est ça"])
        assert agreed.text.startswith("C'est confirmé")
    assert await stage(server) is Stage.SETTLED


async def test_a_round_that_was_paired_from_a_slip_is_paired_anew(server: Server) -> None:
    players = await started(server, template="swiss-32")
    await lost(server, players, 3, "S1.1")
    slip = await server.press(players[3], "J'ai perdu", "1:S1.2")
    assert await sides(server, S1) == (1, 2)
    await server.desk.press(players[3], slip.buttons["Annuler mon score"])
    state = (await server.live()).state
    assert state is not None
    assert S1 not in state.graph.places
    await lost(server, players, 2, "S1.2")
    assert await sides(server, S1) == (1, 4)


async def test_a_chat_takes_back_its_score_in_both_languages(server: Server) -> None:
    one, other = await in_chat(server, "Zed", "Kim")
    for viewer in (one, other):
        await server.types(viewer, "ok")
    assert (await server.types(one, "score", "annuler")).startswith("Ce match n'a pas")
    for words in (("score", "Annulé"), ("score", "undo")):
        await server.types(one, "score", "1-0")
        assert await stage(server) is Stage.REPORTED
        sent = await server.types(one, "match")
        assert sent.endswith("Pour l'effacer : !tournoi score annuler")
        assert len(sent) <= 180
        assert (await server.types(one, *words)).startswith("Ton score est annulé.")
        assert await stage(server) is Stage.LIVE


async def test_who_is_out_of_it_still_takes_back_their_last_score(evening: Evening) -> None:
    people = await evening.running(4)
    with pytest.raises(NothingReported):
        await evening.tournaments.take_back(people[3])
    await evening.tournaments.arrive(people[3])
    await evening.tournaments.report(people[3], won=False)
    moved = await evening.tournaments.take_back(people[3])
    assert (moved.match.id, moved.match.result) == (ONE, None)
    await evening.tournaments.report(people[3], won=False)
    evening.clock.forward(minutes=11)
    with pytest.raises(TooLate):
        await evening.tournaments.take_back(people[3])


async def test_what_is_typed_twice_takes_back_one_score(evening: Evening) -> None:
    people = await evening.running(4)
    for seat, match in ((4, ONE), (3, TWO)):
        await evening.tournaments.report(people[seat - 1], False, None, 1, match)
    await evening.tournaments.report(people[3], True, None, 1, THIRD)
    await evening.tournaments.take_back(people[3])
    evening.restart()
    with pytest.raises(NothingReported):
        await evening.tournaments.take_back(people[3])
    assert await result(evening, ONE) is not None


async def test_a_pause_leaves_all_the_time_to_think_again(evening: Evening) -> None:
    people, host = await evening.running(4), await evening.host()
    await evening.tournaments.report(people[3], False, None, 1, ONE)
    evening.clock.forward(minutes=4)
    await evening.pauses.pause(host, 1, Reason.TECHNICAL)
    evening.clock.forward(minutes=20)
    await evening.tournaments.take_back(people[3])
    await evening.tournaments.report(people[3], False, None, 1, ONE)
    evening.clock.forward(minutes=20)
    await evening.pauses.resume(host, 1)
    evening.restart()
    evening.clock.forward(minutes=9)
    await evening.tournaments.take_back(people[3])
    await evening.tournaments.report(people[3], False, None, 1, ONE)
    evening.clock.forward(minutes=4)
    await evening.pauses.pause(host, 1, Reason.TECHNICAL)
    evening.clock.forward(minutes=20)
    await evening.pauses.resume(host, 1)
    evening.clock.forward(minutes=7)
    with pytest.raises(TooLate):
        await evening.tournaments.take_back(people[3])


async def test_a_score_given_during_a_pause_says_when_it_stands(evening: Evening) -> None:
    people, host = await evening.running(4), await evening.host()
    await evening.pauses.pause(host, 1, Reason.TECHNICAL)
    await evening.wait(minutes=30)
    await evening.tournaments.report(people[0], True, None, 1, ONE)
    await evening.wait(minutes=10)
    await evening.pauses.resume(host, 1)
    live = await evening.live()
    stands = evening.clock.now() + timedelta(minutes=live.event.confirm_minutes)
    assert live.report_stands(ONE) == stands
    await evening.ring(stands)
    assert await result(evening, ONE) is not None

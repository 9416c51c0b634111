"""Out of the bracket one may lend a hand in one tap, and a host takes it in one."""

import pytest

from cogs.tournaments.rules.crew import Duty, HostsOnly, OwnersOnly
from cogs.tournaments.rules.helping import AlreadyHelping, OfferGone, StillPlaying
from cogs.tournaments.rules.hosting import NotRunning
from cogs.tournaments.rules.refusals import NotPlaying
from cogs.tournaments.service.desk import Desk
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.volunteers import Volunteers
from core.people import Actor
from tests.tournaments.at_desk import ONE, host, lost, presses
from tests.tournaments.conftest import Evening
from tests.tournaments.repaired import log
from tests.tournaments.repaired import lost as loses
from tests.tournaments.server import Server
from tests.tournaments.test_discord_face import started


async def out(evening: Evening) -> tuple[list[Actor], Live]:
    """Four who play; the last seed has lost and left the bracket but for the third place."""
    people = await evening.running(4)
    await loses(evening, people[3])
    await evening.tournaments.leave(people[3])
    return people, await evening.live()


async def test_one_tap_offers_and_one_tap_takes_the_hand(server: Server) -> None:
    players = await started(server, template="open-64")
    await lost(server, players, 4, ONE)
    card = await server.desk.slash(players[3], "tournament match")
    offered = await server.desk.press(players[3], card.buttons["Équipe technique"])
    assert offered.ephemeral
    assert offered.text.startswith("Merci ! L'orga voit que tu veux aider")
    desk = await host(server, "tournament desk")
    assert f"**Veulent aider (1)**\n• **player{players[3]}**" in desk.text
    taken = await presses(server, desk, f"Antenne : player{players[3]}")
    assert taken.text.startswith(f"C'est fait : player{players[3]} est dans l'équipe")
    await server.wait(seconds=5)
    target, line = server.said[-1]
    assert target == f"channel:{(await server.live()).event.channel}"
    assert line.startswith(f"<@{players[3]}> rejoint l'équipe technique : l'antenne.")
    queue = await server.desk.slash(players[3], "tournament stream queue")
    assert "À montrer sur le stream" in queue.text
    desk = await host(server, "tournament desk")
    assert "Veulent aider" not in desk.text
    again = await server.desk.press(players[3], card.buttons["Équipe technique"])
    assert again.text.startswith("Tu es déjà dans l'équipe technique.")


async def test_whoever_changes_their_mind_is_not_on_the_desk(server: Server) -> None:
    players = await started(server, template="open-64")
    await lost(server, players, 4, ONE)
    card = await server.desk.slash(players[3], "tournament match")
    offered = await server.desk.press(players[3], card.buttons["Équipe technique"])
    desk = await host(server, "tournament desk")
    back = await server.desk.press(players[3], offered.buttons["Finalement non"])
    assert back.text.startswith("C'est noté")
    late = await presses(server, desk, f"Arbitrage : player{players[3]}")
    assert late.text.startswith("Cette aide n'est plus proposée")
    assert "Veulent aider" not in (await host(server, "tournament desk")).text


async def test_whoever_plays_on_has_no_such_button(server: Server) -> None:
    players = await started(server, template="open-64")
    await lost(server, players, 4, ONE)
    for player in players[:3]:
        card = await server.desk.slash(player, "tournament match")
        assert "Équipe technique" not in card.buttons
    forged = await server.desk.press(players[0], "tournaments.help_offer|1")
    assert forged.text.startswith("Tu joues encore ici")


async def test_an_offer_is_made_once_and_only_by_who_is_out_of_it(evening: Evening) -> None:
    people, live = await out(evening)
    hands = Volunteers(evening.turns)
    for _ in range(2):
        await hands.offer(people[3], live.id)
    assert len(await log(evening, "help_offered")) == 1
    with pytest.raises(StillPlaying):
        await hands.offer(people[0], live.id)
    with pytest.raises(NotPlaying):
        await hands.offer(await evening.somebody("Passante"), live.id)
    for _ in range(2):
        await hands.take_back(people[3], live.id)
    assert len(await log(evening, "help_taken_back")) == 1


async def test_only_a_host_takes_the_hand_and_only_as_referee_or_caster(evening: Evening) -> None:
    people, live = await out(evening)
    hands, owner = Volunteers(evening.turns), await evening.host()
    await hands.offer(people[3], live.id)
    held = live.ticket_of(people[3].person)
    assert held is not None
    with pytest.raises(HostsOnly):
        await hands.welcome(people[0], live.id, held.ticket, Duty.REFEREE)
    with pytest.raises(OwnersOnly):
        await hands.welcome(owner, live.id, held.ticket, Duty.HOST)
    await hands.welcome(owner, live.id, held.ticket, Duty.REFEREE)
    assert Duty.REFEREE in await evening.crew.duties(people[3], await evening.live())
    with pytest.raises(OfferGone):
        await hands.welcome(owner, live.id, held.ticket, Duty.CASTER)
    with pytest.raises(AlreadyHelping):
        await hands.offer(people[3], live.id)


async def test_a_referee_does_not_see_whom_they_could_not_take(evening: Evening) -> None:
    people, live = await out(evening)
    hands, owner = Volunteers(evening.turns), await evening.host()
    desk = Desk(evening.turns, evening.crew)
    await hands.offer(people[3], live.id)
    helper = await evening.somebody("Arbitre")
    await evening.crew.give(owner, live, helper.person, Duty.REFEREE)
    assert (await desk.see(helper)).offers == ()
    assert [each.person for each in (await desk.see(owner)).offers] == [people[3].person]


async def test_after_the_end_there_is_nothing_left_to_help_with(evening: Evening) -> None:
    people = await evening.running(2)
    await evening.play_out(people)
    with pytest.raises(NotRunning):
        await Volunteers(evening.turns).offer(people[1], 1)

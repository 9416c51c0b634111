"""Several people press in the same second: what each of them reads."""

import asyncio
import re
from collections import Counter

from cogs.tournaments.rules.board import Stage
from core.courier import Card
from tests.discord_desk import MANAGE_GUILD, Answer
from tests.tournaments.at_desk import host, stage
from tests.tournaments.server import HOST, Server
from tests.tournaments.sound import sound
from tests.tournaments.test_discord_face import FIRST, started
from tests.tournaments.test_team_faces import team

MATCH = "tournaments.match"
IN_LINE = re.compile(r"C'est complet : tu es n° (\d+) sur la liste d'attente\.")
OTHER_HOST = 2


def button(card: Card, label: str) -> str:
    """What Discord sends back when this button is pressed."""
    (found,) = (choice for row in card.rows for choice in row if choice.label == label)
    return "|".join((found.verb, *found.args))


async def press(server: Server, label: str, *people: int, may: str = "0") -> list[Answer]:
    """Everybody presses the button of the first match at once."""
    pressed = button(await server.card(FIRST, MATCH), label)
    return await asyncio.gather(*(server.desk.press(one, pressed, may=may) for one in people))


def texts(answers: list[Answer]) -> list[str]:
    assert all(answer.ephemeral for answer in answers), "nobody else reads it"
    return sorted(answer.text for answer in answers)


async def test_fifty_of_a_server_and_of_a_stream_take_the_last_seat(server: Server) -> None:
    await server.create(size=2)
    await server.press(11, "Je joue")
    joins = button(await server.card(), "Je joue")
    answers, lines = await asyncio.gather(
        asyncio.gather(*(server.desk.press(person, joins) for person in range(100, 125))),
        asyncio.gather(*(server.types(f"viewer{number}") for number in range(25))),
    )
    told = [*texts(answers), *lines]
    places = [int(found[1]) for text in told if (found := IN_LINE.match(text))]
    assert sorted(places) == list(range(1, 50)), "each their own place"
    (winner,) = (text for text in told if not IN_LINE.match(text))
    assert winner == "" or winner.startswith("C'est bon, tu joues : 2 sur 2.")
    await sound(server.house.db, live := await server.live())
    assert (len(live.roster.entered), len(live.roster.waiting)) == (2, 49)


async def test_the_last_place_of_a_team_is_taken_once(server: Server) -> None:
    await server.create(template="duo-16")
    subject, _ = await team(server, 11, "Nova")
    card = await server.card(subject, "tournaments.team")
    pressed = button(card, "Rejoindre Nova")
    people = (12, 13, 14, 15)
    answers = await asyncio.gather(*(server.desk.press(one, pressed) for one in people))
    told = Counter(text.partition(".")[0] for text in texts(answers))
    assert told == {"C'est bon, tu joues avec **Nova**": 2, "Cette équipe est complète": 2}
    await sound(server.house.db, live := await server.live())
    (nova,) = live.squads.teams
    assert (len(nova.players), len(nova.bench)) == (2, 1)


async def test_two_sides_claim_the_same_match_at_once(server: Server) -> None:
    players = await started(server)
    one, other = players[0], players[3]
    told = texts(await press(server, "J'ai gagné", one, other, one, other))
    assert await stage(server) is Stage.DISPUTED
    assert len([text for text in told if text.startswith("Score envoyé.")]) in {1, 2}
    assert all("orga" in text for text in told if not text.startswith("Score envoyé.")), told
    await sound(server.house.db, await server.live())


async def test_an_answer_and_an_undoing_at_once(server: Server) -> None:
    """One of the two is done, and the other is told to look again."""
    players = await started(server)
    await server.press(players[0], "J'ai gagné", FIRST)
    agreed = button(await server.card(FIRST, MATCH), "C'est ça")
    offered = await server.desk.offered(HOST, "tournament repair undo", "act", may=MANAGE_GUILD)
    (act, *_) = (value for name, value in offered.items() if name.startswith("Score"))
    seen = await host(server, "tournament repair undo", act=act, reason="mistake")
    undone, told = await asyncio.gather(
        server.desk.press(HOST, seen.buttons["Le faire"], may=MANAGE_GUILD),
        server.desk.press(players[3], agreed),
    )
    if undone.text.startswith("C'est fait."):
        assert await stage(server) is Stage.CALLED
        assert told.text == (
            "Ce match n'a pas (ou plus) de score. La commande « tournoi match » dit où tu en es."
        )
    else:
        assert await stage(server) is Stage.SETTLED
        assert undone.text.startswith("Ça a bougé entre-temps, je n'ai rien touché.")
        assert told.text == "C'est confirmé, merci."
    await sound(server.house.db, await server.live())


async def test_two_referees_decide_and_one_is_told_to_look_again(server: Server) -> None:
    players = await started(server)
    await press(server, "J'ai gagné", players[0], players[3])
    card = await server.card(FIRST, MATCH)
    pressed = [button(card, f"player{players[seat]} gagne") for seat in (0, 3)]
    answers = await asyncio.gather(
        *(
            server.desk.press(referee, one, may=MANAGE_GUILD)
            for referee, one in zip((HOST, OTHER_HOST), pressed, strict=True)
        )
    )
    decided, refused = texts(answers)
    assert decided == "C'est tranché. Les deux côtés voient la raison."
    late, now = refused.split("\n\n")
    assert late.endswith("je n'ai rien touché. Regarde où ça en est, puis décide.")
    assert now.startswith("**Demi-finales** · ")
    assert "gagne.\n-# Décision de l'orga" in now
    await sound(server.house.db, await server.live())


async def test_two_hosts_start_at_once_and_both_read_that_it_runs(server: Server) -> None:
    await server.create()
    for person in (11, 12, 13, 14):
        await server.press(person, "Je joue")
    answers = await asyncio.gather(
        *(
            server.desk.slash(person, "tournament start", may=MANAGE_GUILD)
            for person in (HOST, OTHER_HOST)
        )
    )
    one, other = texts(answers)
    assert one == other
    await sound(server.house.db, live := await server.live())
    assert len(live.called) == 2

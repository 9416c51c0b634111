"""One thread per match: who is in it, who comes when something is wrong, where it is told."""

import pytest

from tests.discord_desk import MANAGE_GUILD
from tests.tournaments.server import HOST, Server
from tests.tournaments.test_discord_face import FIRST, started

MATCH = "tournaments.match"
OTHER = "1:W1.2"


async def members(server: Server, subject: str = FIRST) -> set[str]:
    room = (await server.card(subject, MATCH)).room
    assert room is not None
    return set(room.members)


async def test_a_match_has_a_private_thread_for_its_two_players(server: Server) -> None:
    players = await started(server)
    card = await server.card(FIRST, MATCH)
    assert card.room is not None
    assert card.room.private
    assert card.room.members == (str(players[0]), str(players[3]))
    assert card.text.startswith(f"**Demi-finales** · <@{players[0]}> contre <@{players[3]}>")


async def test_no_thread_has_the_name_of_a_person(server: Server) -> None:
    await started(server)
    rooms = [(await server.card(subject, MATCH)).room for subject in (FIRST, OTHER)]
    names = [room.name for room in rooms if room is not None]
    assert names == ["Demi-finales · W1.1 · Coupe", "Demi-finales · W1.2 · Coupe"]


async def test_players_of_a_stream_alone_need_no_thread(server: Server) -> None:
    await server.create()
    for viewer in ("31", "32"):
        await server.types(viewer)
    await server.desk.slash(HOST, "tournament start", may=MANAGE_GUILD)
    card = await server.card(FIRST, MATCH)
    assert card.room is None
    assert server.parents[MATCH, FIRST] == ("tournaments.event", "1")
    assert (await server.card()).thread == "Matchs · Coupe"


async def test_somebody_of_both_platforms_meets_somebody_of_a_stream(server: Server) -> None:
    await server.create()
    await server.press(11, "Je joue")
    await server.types("31")
    await server.desk.slash(HOST, "tournament start", may=MANAGE_GUILD)
    assert await members(server) == {"11"}


async def test_my_match_leads_to_its_own_thread(server: Server) -> None:
    players = await started(server)
    before = await server.desk.slash(players[0], "tournament match")
    assert "C'est ici" not in before.text, "there is no thread yet"
    await server.card()
    mine = [await server.desk.slash(person, "tournament match") for person in players]
    places = [answer.text.partition("C'est ici : ")[2] for answer in mine]
    assert places[0] == places[3]
    assert places[1] == places[2]
    assert len(set(places)) == 2
    assert all(place.startswith("<#7") for place in places)


async def test_a_host_is_let_in_where_two_sides_disagree_and_nobody_is_called(
    server: Server,
) -> None:
    players = await started(server)
    assert str(HOST) not in await members(server)
    await server.press(players[0], "J'ai gagné", FIRST)
    await server.press(players[3], "Pas d'accord", FIRST)
    assert await members(server) == {str(players[0]), str(players[3]), str(HOST)}
    assert f"<@{HOST}>" not in (await server.card(FIRST, MATCH)).text
    assert str(HOST) not in await members(server, OTHER)


async def test_a_thread_is_over_with_its_match_and_not_before(server: Server) -> None:
    players = await started(server)
    await server.press(players[0], "J'ai gagné", FIRST)
    before = (await server.card(FIRST, MATCH)).room
    await server.press(players[3], "C'est ça", FIRST)
    after = (await server.card(FIRST, MATCH)).room
    other = (await server.card(OTHER, MATCH)).room
    assert [room and room.over for room in (before, after, other)] == [False, True, False]
    await server.desk.slash(HOST, "tournament cancel", may=MANAGE_GUILD)
    called_off = (await server.card(OTHER, MATCH)).room
    assert called_off is not None
    assert called_off.over


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (50013, "« Créer des fils privés »"),
        (160006, "Discord n'ouvre plus de fil"),
        (50024, "Un salon textuel en aurait"),
    ],
)
async def test_the_event_card_says_why_matches_share_a_thread(
    server: Server, code: int, words: str
) -> None:
    server.refused = code
    await started(server)
    lines = (await server.card()).text.splitlines()
    (note,) = [line for line in lines if "Pour l'orga" in line]
    assert words in note
    server.refused = None


async def test_nothing_is_noted_where_threads_are_made(server: Server) -> None:
    await started(server)
    assert "Pour l'orga" not in (await server.card()).text


async def test_a_problem_is_one_choice_without_words(server: Server) -> None:
    players = await started(server)
    asked = await server.press(players[0], "Un souci", FIRST)
    assert asked.ephemeral
    assert list(asked.buttons) == [
        "L'autre côté n'est pas là",
        "La partie ne se lance pas",
        "Le score est faux",
        "Autre chose",
    ]
    assert asked.data["components"][0]["components"][0]["type"] == 2, "a button, no form"
    told = await server.desk.press(players[0], asked.buttons["La partie ne se lance pas"])
    assert told.ephemeral
    assert told.text.startswith("C'est signalé à l'orga, qui voit ce match.")
    card = await server.card(FIRST, MATCH)
    assert "⚑ Signalé à l'orga : la partie ne se lance pas." in card.text
    assert str(HOST) in await members(server)


async def test_an_absent_opponent_is_told_of_with_the_end_of_the_call(server: Server) -> None:
    players = await started(server)
    asked = await server.press(players[0], "Un souci", FIRST)
    told = await server.desk.press(players[0], asked.buttons["L'autre côté n'est pas là"])
    assert "tu passes à la fin de l'appel <t:" in told.text


async def test_told_twice_a_problem_is_one_line_in_the_log(server: Server) -> None:
    players = await started(server)
    asked = await server.press(players[0], "Un souci", FIRST)
    before = (await server.live()).seq
    for _ in range(3):
        await server.desk.press(players[0], asked.buttons["Autre chose"])
    assert (await server.live()).seq == before + 1


async def test_only_its_players_flag_a_match_and_only_while_it_lasts(server: Server) -> None:
    players = await started(server)
    asked = await server.press(players[0], "Un souci", FIRST)
    pressed = asked.buttons["Autre chose"]
    stranger = await server.desk.press(players[1], pressed)
    assert not stranger.text.startswith("C'est signalé")
    await server.press(players[0], "J'ai perdu", FIRST)
    late = await server.desk.press(players[0], pressed)
    assert not late.text.startswith("C'est signalé")
    assert "⚑" not in (await server.card(FIRST, MATCH)).text
    made_up = await server.desk.press(players[0], "tournaments.flag|1|W1.1|rude")
    assert made_up.text.startswith("Il n'y a pas de tournoi ici pour le moment.")


async def test_a_settled_match_shows_no_problem_any_more(server: Server) -> None:
    players = await started(server)
    asked = await server.press(players[0], "Un souci", FIRST)
    await server.desk.press(players[0], asked.buttons["Autre chose"])
    await server.press(players[0], "J'ai perdu", FIRST)
    settled = await server.card(FIRST, MATCH)
    assert "⚑" not in settled.text
    assert str(HOST) not in await members(server)

"""What a stream's chat types and reads."""

import pytest

from cogs.tournaments.rules.board import Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import Unreadable
from cogs.tournaments.rules.typed import Told, told
from tests.discord_desk import MANAGE_GUILD
from tests.tournaments.server import HOST, Server

FIRST = MatchId("W1.1")


async def started(server: Server, *viewers: str) -> list[str]:
    """A tournament under way between viewers, in the order of the seeds."""
    await server.create()
    for viewer in viewers:
        await server.types(viewer)
    await server.desk.slash(HOST, "tournament start", may=MANAGE_GUILD)
    seeded = (await server.live()).seeded
    return [seeded[seed].name for seed in sorted(seeded)]


async def test_newcomers_are_told_together(server: Server) -> None:
    await server.create()
    names = ["Zed", "Kim", "Léo", "Ana", "Max", "Jo"]
    assert [await server.types(name) for name in names] == [""] * 6
    await server.wait(seconds=10)
    assert server.chat[1:] == [
        "+6 inscriptions : Zed, Kim, Léo, Ana, … (6 sur 8). !tournoi ok quand la présence ouvre."
    ]
    assert (await server.types("Zed")).startswith("C'est déjà bon")


async def test_whoever_finds_it_full_is_told_their_place_at_once(server: Server) -> None:
    await server.create(size=2)
    for viewer in ("Zed", "Kim"):
        await server.types(viewer)
    assert (await server.types("Léo")).startswith("C'est complet : tu es n° 1")


async def test_a_match_is_played_from_the_chat(server: Server) -> None:
    one, other = await started(server, "Zed", "Kim")
    assert (await server.types(one, "match")).startswith(f"Joue contre {other} (Finale)")
    first = "Dis d'abord que tu es là pour ce match, le score vient après."
    assert await server.types(one, "score", "1-0") == first
    assert (await server.types(one, "OK")).startswith("Bien reçu, tu es là.")
    both = f"Vous êtes là tous les deux : c'est parti contre {one} !"
    assert await server.types(other, "ok") == both
    assert (await server.types(one, "Score", "Gagné")).startswith("Score envoyé.")
    assert await server.types(other, "score", "ok") == "C'est confirmé, merci."
    await server.wait(seconds=20)
    result = f"Résultats : {one} 1-0 {other}"
    champion = f"Le tournoi est à {one} ! Merci à tout le monde d'avoir joué."
    assert server.chat.count(champion) == 1
    assert server.chat.index(result) < server.chat.index(champion), "the final first"


async def test_a_result_is_told_once_however_late_its_line_comes(server: Server) -> None:
    one, other = await started(server, "Zed", "Kim")
    for viewer in (one, other):
        await server.types(viewer, "ok")
    await server.types(one, "score", "gagné")
    server.clock.forward(seconds=10)  # the bot is away when the line of the report falls due
    await server.types(other, "score", "ok")
    await server.wait(seconds=20)
    assert server.chat.count(f"Résultats : {one} 1-0 {other}") == 1


async def test_a_chat_may_disagree(server: Server) -> None:
    one, other = await started(server, "Zed", "Kim")
    for viewer in (one, other):
        await server.types(viewer, "ok")
    await server.types(one, "score", "1-0")
    assert (await server.types(other, "score", "NON")).startswith("C'est noté. L'orga va trancher")
    state = (await server.live()).state
    assert state is not None
    assert state.match(FIRST).stage is Stage.DISPUTED


async def test_an_english_chat_uses_its_own_words(server: Server) -> None:
    await server.create()
    await server.types("Zed", "join")
    left = await server.types("Zed", "leave")
    assert left.startswith("C'est noté, tu n'es plus dans la liste.")
    assert "/t/" in await server.types("Zed", "bracket")


async def test_several_calls_are_one_line(server: Server) -> None:
    await started(server, *(f"Viewer{number}" for number in range(8)))
    await server.wait(seconds=10)
    (line,) = [line for line in server.chat if line.startswith("À vous")]
    assert line.count(" – ") == 4


async def test_every_answer_fits_a_phone(server: Server) -> None:
    one, other = await started(server, "Anne-Sophie du Foyer", "Jean-Baptiste_le_94")
    asked = [("match",), ("ok",), ("score", "gagné"), ("match",), ("arbre",), ("quitter",), ()]
    for words in asked:
        for viewer in (one, other, "Passante"):
            assert len(await server.types(viewer, *words)) <= 180


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("2-1", (None, (2, 1))),
        ("0 2", (None, (0, 2))),
        ("GAGNÉ 2:1", (True, (2, 1))),
        ("perdu", (False, None)),
        ("won", (True, None)),
    ],
)
def test_a_score_is_read_as_people_type_it(typed: str, means: Told) -> None:
    assert told(typed) == means


@pytest.mark.parametrize("typed", ["", "deux", "!"])
def test_what_is_no_score_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable):
        told(typed)

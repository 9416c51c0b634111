"""A hostile player on a phone is always answered: in their language, and never by a fault."""

from collections.abc import Mapping
from random import Random
from types import MappingProxyType

import pytest

from cogs.house import House
from cogs.people import wiring as people
from cogs.people.service import People
from cogs.tournaments import wiring as tournaments
from core.news import News
from core.people import Handle, Platform
from tests.discord_desk import MANAGE_GUILD, Desk
from tests.tournaments.at_desk import host
from tests.tournaments.hostile import NONSENSE, Hostile, commands_of, faults, faults_in
from tests.tournaments.server import HOST, Server

PLAYERS = range(11, 19)
PEOPLE = (
    (11, "fr", "0"),
    (HOST, "en-GB", MANAGE_GUILD),
    (99, "en-US", "0"),
    (HOST, "fr", MANAGE_GUILD),
)
SPARED = frozenset(("tournament cancel", "tournament start", "tournament registration"))
EVENINGS: Mapping[str, Mapping[str, str | None]] = MappingProxyType(
    {
        "single": {"template": "friday-8"},
        "duos": {"template": None, "game": "rocket-league-2v2"},
        "maps": {"template": None, "game": "street-fighter-6"},
        "lobbies": {"template": "kart-night"},
        "swiss": {"template": "swiss-32"},
        "arena": {"template": "arena-45"},
    }
)
LINE = 500  # characters that Twitch takes


async def everything(hostile: Hostile, many: int = 2) -> None:
    await hostile.look()
    for person, locale, may in hostile.luck.sample(PEOPLE, many):
        await hostile.presses(person, locale, may)
        await hostile.types(person, locale, may)


async def whole_evening(hostile: Hostile, options: Mapping[str, str | None]) -> None:
    """From nothing to something called off, with everything pressed in between."""
    server = hostile.server
    hostile.spared = SPARED
    await everything(hostile)
    made = hostile.judged("the draft", await server.draft(**options), "fr")
    await server.desk.press(HOST, made.buttons["Publier"], may=MANAGE_GUILD)
    tournament = made.buttons["Publier"].partition("|")[2]
    for act in ("join", "here"):
        for person in PLAYERS:
            await server.desk.press(person, f"tournaments.{act}|{tournament}")
        await everything(hostile)
        await server.wait(minutes=45)
    await server.wait(minutes=16)
    for _ in range(2):
        for person in PLAYERS:
            await hostile.look()
            await hostile.presses(person, hostile.luck.choice(["fr", "en-GB"]))
        await everything(hostile)
        await server.wait(minutes=7)
    hostile.spared = frozenset()
    await everything(hostile)
    await host(server, "tournament cancel")
    await everything(hostile)


async def test_every_command_answers_nonsense_before_anything_is_planned(server: Server) -> None:
    hostile = Hostile(server, Random(1))  # noqa: S311 - the same chance every time
    for person, locale, may in PEOPLE[:2]:
        await hostile.types(person, locale, may)
    assert hostile.wrong == [], "\n".join(hostile.wrong)


@pytest.mark.long
@pytest.mark.parametrize("kind", EVENINGS)
async def test_whatever_is_pressed_all_evening_is_answered(server: Server, kind: str) -> None:
    hostile = Hostile(server, Random(kind))  # noqa: S311 - the same chance every time
    await whole_evening(hostile, EVENINGS[kind])
    assert len(hostile.ids) > 20, "hardly a button was met"
    assert hostile.wrong == [], "\n".join(sorted(set(hostile.wrong)))


async def test_nobody_is_refused_while_they_type(server: Server) -> None:
    for path, command in commands_of(server):
        for option in command.parameters:
            if option.autocomplete:
                await server.desk.offered(11, path, option.display_name)


async def test_a_number_that_no_tournament_could_have_leads_nowhere(server: Server) -> None:
    for path in ("join", "leave", "start", "cancel", "desk"):
        answer = await host(server, f"tournament {path}", tournament="9" * 30)
        assert answer.text.startswith("Il n'y a pas de tournoi ici")


async def test_a_change_of_nothing_says_what_may_be_changed(server: Server) -> None:
    await server.create()
    answer = await host(server, "tournament edit")
    assert answer.text.startswith("Rien n'est changé. Choisis au moins une option")


async def test_a_refusal_is_told_in_the_language_somebody_chose(server: Server) -> None:
    folk = server.house.ask(People)
    for platform, account in ((Platform.DISCORD, "11"), (Platform.TWITCH, "nova")):
        actor = await folk.recognise(Handle(platform, account, account), None, language="fr")
        await folk.speak(actor, language="en")
    refused = await server.desk.slash(11, "tournament check-in", locale="fr")
    assert refused.text.startswith("There is no tournament here")
    assert (await server.types("nova", "ok")).startswith("There is no tournament here")
    assert (await server.types("zed", "ok")).startswith("Il n'y a pas de tournoi ici")


async def test_every_button_means_the_same_after_a_restart(server: Server) -> None:
    hostile = Hostile(server, Random(2))  # noqa: S311 - the same chance every time
    await server.create()
    for person in PLAYERS:
        await server.desk.press(person, "tournaments.join|1")
    await hostile.look()
    await host(server, "tournament start")
    await hostile.look()
    before = server.house
    said = {one: (await server.desk.press(99, one)).text for one in hostile.ids}
    after = House(before.settings, before.db, before.clock, News(), before.texts, before.seal)
    for feature in (people, tournaments):
        feature.wire(after)
    new = Desk(after, after.settings)
    await new.open()
    assert {one: (await new.press(99, one)).text for one in said} == said
    assert [each for answer in new.answers for each in faults(answer, "fr")] == []


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_the_chat_answers_nonsense_in_one_short_line(server: Server, language: str) -> None:
    verbs = [verb for word, verb in server.house.twitch if word == "tournoi"]
    wrong = []
    for act in (None, server.create, lambda: host(server, "tournament start")):
        if act is not None:
            await act()
            for person in PLAYERS:
                await server.desk.press(person, "tournaments.join|1")
        for viewer, words in (("zed", ()), ("77", NONSENSE[:3]), ("kim", ("oui", "2-1"))):
            for verb in verbs:
                line = await server.types(viewer, verb, *words, language=language)
                wrong += [f"{verb} {words}: {each}" for each in faults_in(line, language)]
                if len(line) > LINE:
                    wrong.append(f"{verb} {words}: {len(line)} characters")
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("Aïe, j'ai cassé quelque chose.", "fr"),
        ("tournaments-none-here", "fr"),
        ("You are not on the list of this tournament.", "fr"),
        ("Tu n'es pas dans la liste de ce tournoi.", "en-GB"),
    ],
)
def test_the_net_holds(text: str, locale: str) -> None:
    assert list(faults_in(text, locale))

"""Every card and every answer fits on a phone, whatever people are called and however many."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.tournaments.discord_face.speech import button, short
from cogs.tournaments.rules import commands
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.names import shown_name
from cogs.tournaments.rules.setup import Format, Setup
from cogs.tournaments.rules.state import State
from core.courier import Card
from core.people import Voice
from platforms.discord_client.pressing import text_of
from prompts import LANGUAGES, Texts
from tests.discord_desk import MANAGE_GUILD
from tests.house.test_texts import TEXTS
from tests.tournaments.hostile import faults
from tests.tournaments.phone import LABEL, TEXT, misfits
from tests.tournaments.players import RULES, played, told
from tests.tournaments.scenes import SCENES, live, ruled
from tests.tournaments.server import HOST, Server
from tests.tournaments.staged import staged

SEEN = (
    *("list", "bracket", "standings", "match", "desk", "stream queue", "draw look"),
    *("join", "leave", "check-in", "team roster", "team invite"),
)
FIXED = 34  # characters of a label without a name in it: what is whole on a phone, with an emoji
SHORT = 25  # of one about tournaments
SOME = 12
# Names as they can be at most: 20 characters as a reader counts them, and 80 code points.
WORST: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "stars": lambda seat: f"{seat:04}" + "*_" * 8,
        "wide": lambda seat: f"{seat:04}" + "𠮷" * 16,
        "emoji": lambda seat: f"{seat:04}" + "👨‍👩‍👧‍👦" * 10,
        "marks": lambda seat: f"{seat:04}" + "*\u0303\u0303\u0303" * 16,
        "mentions": lambda seat: f"{seat:04} @everyone <@1>"[:20],
    }
)
BIG: Mapping[str, Callable[[], State]] = MappingProxyType(
    {
        "a lobby of 40, over": lambda: ruled(_lobby(40), 1),
        "a lobby of 40": lambda: live(_lobby(40)),
        "256": lambda: live(ruled(begin(Setup(256)), 100)),
        "256, Swiss": lambda: live(ruled(_paired(256), 100)),
        "64 in groups": lambda: live(ruled(begin(Setup(64, Format.ROUND_ROBIN, groups=16)), 60)),
        "64, over": lambda: played(begin(Setup(64, Format.DOUBLE_ELIMINATION)), RULES["h0"]),
    }
)


def _lobby(many: int) -> State:
    return told(begin(Setup(many, Format.LOBBIES, lobby=many, rounds=2)), commands.Pair())


def _paired(many: int) -> State:
    return told(begin(Setup(many, Format.SWISS, rounds=5)), commands.Pair())


async def misfits_anywhere(
    server: Server, state: State, name: Callable[[int], str], locales: tuple[str, ...]
) -> list[str]:
    """Draw every kind of card, and ask for everything that can be seen."""
    await staged(server, state, {seat: name(seat) for seat in state.entrants})
    every = [match.id for match in state.board]
    matches = [*every[:SOME], *[match.id for match in state.open][:SOME], every[-1]]
    cards = [("event", "1"), *(("match", f"1:{match}") for match in dict.fromkeys(matches))]
    cards += [("podium", "1")] if state.done else []
    wrong = []
    for kind, subject in cards:
        card = await server.house.cards[f"tournaments.{kind}"](subject)
        assert card is not None
        wrong += [f"{kind} {subject}: {each}" for each in misfits(card)]
    for command in SEEN:
        for locale in locales:
            path = f"tournament {command}"
            answer = await server.desk.slash(HOST, path, locale=locale, may=MANAGE_GUILD)
            wrong += [f"{command}: {each}" for each in faults(answer, locale)]
    return wrong


@pytest.mark.parametrize("scene", ["single", "lobbies"])
async def test_an_evening_fits(server: Server, scene: str) -> None:
    wrong = await misfits_anywhere(server, SCENES[scene](), WORST["stars"], ("fr",))
    assert wrong == [], "\n".join(wrong)


@pytest.mark.long
@pytest.mark.parametrize("scene", SCENES)
async def test_every_format_fits(server: Server, scene: str) -> None:
    wrong = await misfits_anywhere(server, SCENES[scene](), WORST["marks"], ("fr", "en-GB"))
    assert wrong == [], "\n".join(wrong)


@pytest.mark.long
@pytest.mark.parametrize("name", WORST)
@pytest.mark.parametrize("scene", BIG)
async def test_the_largest_evenings_fit(server: Server, scene: str, name: str) -> None:
    wrong = await misfits_anywhere(server, BIG[scene](), WORST[name], ("fr", "en-GB"))
    assert wrong == [], "\n".join(wrong)


async def test_a_lobby_of_forty_fits_and_says_how_many_more(server: Server) -> None:
    state = live(_lobby(40))
    await staged(server, state, {seat: WORST["stars"](seat) for seat in state.entrants})
    card = await server.house.cards["tournaments.match"]("1:F1.1")
    assert card is not None
    assert list(misfits(card)) == []
    assert "… +" in card.text


async def test_thirty_teams_fit_and_their_buttons_show_their_names_as_they_are(
    server: Server,
) -> None:
    await server.create(template="duo-16", size=32)
    for person in range(11, 41):
        form = f"tournaments.team_made|{(await server.live()).id}"
        await server.desk.form(person, form, name=f"{person}_*_~_`_*_|_>_*_")
    event = await server.card()
    assert list(misfits(event)) == []
    ticket = next(row.ticket for row in (await server.live()).teams)
    assert list(misfits(await server.card(f"1:{ticket}", "tournaments.team"))) == []
    for verb, args in (("teams", ""), ("team_mine", ""), ("team_out", f"|{ticket}")):
        answer = await server.desk.press(11, f"tournaments.{verb}|1{args}")
        assert list(faults(answer, "fr")) == []
        assert verb != "teams" or "Rejoindre 11_*_~_`_*_|_>_*_" in answer.buttons


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_without_a_name_is_read_whole(texts: Texts, language: str) -> None:
    labels = {
        key: texts.say(Voice(language), key)
        for key, needs in TEXTS[language].items()
        if not needs and any(f"-{kind}-" in key for kind in ("button", "trouble", "reason"))
    }
    long = {
        key: label
        for key, label in labels.items()
        if len(label) > (FIXED if key.startswith(("mediation", "consent")) else SHORT)
    }
    assert long == {}


@given(st.text(max_size=120))
def test_any_label_is_cut_where_a_phone_would(name: str) -> None:
    said = f"Masquer {shown_name(name)} – {shown_name(name)}".replace("\\", "/")
    assert list(misfits(Card("…", ((button("hide", said),),)))) == []


@given(st.text(max_size=60).map(lambda text: text * 60))
def test_what_is_too_long_for_a_message_is_told_cut_short(text: str) -> None:
    told_ = text_of(Card(text))
    assert len(told_) <= TEXT
    assert told_ == text or told_.endswith("\n…")


def test_a_short_label_stays_as_it_is() -> None:
    assert short("Je joue") == "Je joue"
    assert len(short("x" * 90)) == LABEL
    assert short("👨‍👩‍👧‍👦" * 30).rstrip("…").endswith("👦")

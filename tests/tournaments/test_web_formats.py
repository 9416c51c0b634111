"""Every format on its public page: the list first, tables in words, one's own path, no script."""

import html
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from io import BytesIO

import aiohttp
import discord
import pytest
from PIL import Image

from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.setup import Format, Setup
from platforms.web_server.server import WebServer
from tests.tournaments.scenes import SCENES
from tests.tournaments.server import Server
from tests.tournaments.staged import staged

NAMES = {seed: f"Éloïse {seed}" for seed in range(1, 1025)}
LARGEST = 1_500_000  # bytes of the page of a thousand


@dataclass
class Reader:
    server: Server
    session: aiohttp.ClientSession

    async def read(self, path: str, language: str = "fr") -> str:
        headers = {"Accept-Language": language}
        async with self.session.get(path, headers=headers) as answer:
            assert answer.status == 200
            return html.unescape(await answer.text())

    async def picture(self, path: str) -> Image.Image:
        async with self.session.get(path) as answer:
            assert answer.content_type == "image/png"
            return Image.open(BytesIO(await answer.read()))


@pytest.fixture
async def reader(server: Server) -> AsyncIterator[Reader]:
    house = server.house
    web = WebServer(house.texts, house.web, house.streams)
    port = await web.start("127.0.0.1", 0)
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        yield Reader(server, session)
    await web.stop()


@pytest.mark.parametrize("scene", SCENES)
async def test_a_page_lists_every_round_and_opens_the_one_being_played(
    reader: Reader, scene: str
) -> None:
    state = SCENES[scene]()
    text = await reader.read((await staged(reader.server, state, NAMES)).page)
    rounds = re.findall(r'<details class="round( current)?" id="[^"]+"( open)?>', text)
    assert rounds
    assert all(bool(current) == bool(opened) for current, opened in rounds)
    assert any(current for current, _ in rounds)
    assert text.index('class="matches"') < text.index("<img")
    for seed in state.entrants:
        assert f"Éloïse {seed}" in text
    assert ("En ce moment" in text) == (not scene.endswith("-ended"))


@pytest.mark.parametrize("scene", ["groups", "swiss", "lobbies", "arena", "playoffs"])
async def test_standings_are_a_table_whose_heads_say_what_they_count(
    reader: Reader, scene: str
) -> None:
    state = SCENES[scene]()
    page = (await staged(reader.server, state, NAMES)).page
    for language, head, tie in (
        ("fr", "Points", "résultat entre les ex æquo"),
        ("en", "Points", "result between those who are level"),
    ):
        text = await reader.read(page, language)
        tables = re.findall(r"<table>.*?</table>", text, re.DOTALL)
        assert len(tables) == len(state.grouped)
        assert f">{head}</th>" in tables[0]
        told = scene in {"groups", "swiss", "playoffs"}
        assert (f">{tie}</th>" in tables[0]) == told
        assert (f" · {tie}" in text or f": {tie}" in text) == told
        assert sum(table.count('<th scope="row">') for table in tables) == state.count


async def test_whoever_looks_for_a_name_finds_their_way_and_its_picture(reader: Reader) -> None:
    page = (await staged(reader.server, SCENES["double"](), NAMES)).page
    text = await reader.read(f"{page}?q=éloïse 8")
    way = text[text.index('<section class="way"') : text.index('<section class="rounds"')]
    assert way.index("Gagnants, tour 1") < way.index("Maintenant · Perdants, tour 2")
    assert "En gagnant · Perdants, tour 3" in way
    assert "encore en jeu" in way
    path = re.search(r'href="([^"]+path-8\.png[^"]*)"', way)
    assert path
    assert (await reader.picture(path[1])).width == 1080
    assert "<section" not in re.sub(
        r"(?s).*?</form>(.*?)<section class=\"rounds\".*",
        r"\1",
        await reader.read(f"{page}?q=Élo"),
    )
    async with reader.session.get(f"{page}/path-99.png") as answer:
        assert answer.status == 404


async def test_a_second_final_is_explained_where_it_may_come(reader: Reader) -> None:
    text = await reader.read((await staged(reader.server, SCENES["reset"](), NAMES)).page)
    assert "doit gagner la grande finale deux fois" in text
    assert 'id="round-G2"' in text


async def test_the_podium_is_on_the_page_and_a_picture_to_share(reader: Reader) -> None:
    page = (await staged(reader.server, SCENES["swiss-ended"](), NAMES)).page
    text = await reader.read(page)
    assert re.search(r'<ol class="podium">\s*<li value="1">1\. Éloïse', text)
    assert (await reader.picture(f"{page}/podium.png")).width == 1080


async def test_nobody_shares_a_podium_before_it_is_known(reader: Reader) -> None:
    page = (await staged(reader.server, SCENES["swiss"](), NAMES)).page
    async with reader.session.get(f"{page}/podium.png") as answer:
        assert answer.status == 404


@pytest.mark.parametrize("scene", ["double", "groups", "swiss", "lobbies", "arena-ended"])
async def test_every_overlay_has_something_to_show_in_every_format(
    reader: Reader, scene: str
) -> None:
    state = SCENES[scene]()
    overlays = (await staged(reader.server, state, NAMES)).overlays
    now, coming, podium, bracket = [
        await reader.read(f"{overlays}/{view}") for view in ("now", "next", "podium", "bracket")
    ]
    assert "<svg" in bracket
    assert ('class="first"' in podium) == state.done
    assert ("Ensuite" in coming) == (not state.done)
    assert "Éloïse" in now


@pytest.mark.parametrize("format_", [Format.SINGLE_ELIMINATION, Format.DOUBLE_ELIMINATION])
async def test_the_page_of_a_thousand_stays_within_its_size(
    reader: Reader, format_: Format
) -> None:
    page = (await staged(reader.server, begin(Setup(1024, format_)), NAMES)).page
    assert len((await reader.read(page)).encode()) < LARGEST


@pytest.mark.parametrize("scene", ["double", "groups", "swiss", "lobbies", "arena"])
async def test_on_discord_the_list_comes_first_and_the_picture_has_its_words(
    reader: Reader, scene: str
) -> None:
    state = SCENES[scene]()
    await staged(reader.server, state, NAMES)
    for command in ("tournament standings", "tournament bracket"):
        answer = await reader.server.desk.slash(11, command)
        assert "Éloïse 1" in answer.text
        assert len(answer.text) <= 2000
        (picture,) = answer.files
        assert isinstance(picture, discord.File)
        assert 0 < len(picture.description or "") <= 1024

"""The public page and the overlays, asked for over HTTP."""

import html
from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp
import pytest

from cogs.tournaments.rules.bracket import MatchId
from platforms.web_server.server import WebServer
from tests.discord_desk import MANAGE_GUILD
from tests.tournaments.at_desk import lost
from tests.tournaments.server import HOST, Server
from tests.tournaments.test_discord_face import started


@dataclass
class Browser:
    server: Server
    session: aiohttp.ClientSession

    async def get(self, path: str, **headers: str) -> aiohttp.ClientResponse:
        answer = await self.session.get(path, headers=headers)
        await answer.read()
        return answer

    async def read(self, path: str) -> str:
        return await (await self.get(path)).text()


@pytest.fixture
async def browser(server: Server) -> AsyncIterator[Browser]:
    house = server.house
    web = WebServer(house.texts, house.web, house.streams)
    port = await web.start("127.0.0.1", 0)
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        yield Browser(server, session)
    await web.stop()


async def page_of(server: Server) -> str:
    return f"/t/{(await server.live()).event.page}"


async def overlays_of(server: Server) -> str:
    answer = await server.desk.slash(HOST, "tournament stream overlay", may=MANAGE_GUILD)
    return "/o/" + answer.text.split("/o/")[1].split("/")[0]


async def test_the_list_comes_first_and_the_picture_is_its_twin(browser: Browser) -> None:
    players = await started(browser.server, many=5)
    text = await browser.read(await page_of(browser.server))
    assert all(f"player{player}" in text for player in players)
    assert text.index('<ol class="matches">') < text.index("<img")
    assert 'alt="" aria-hidden="true"' in text
    assert (
        "default-src 'none'"
        in (await browser.get(await page_of(browser.server))).headers["Content-Security-Policy"]
    )


async def test_the_page_speaks_the_readers_language_and_finds_their_name(
    browser: Browser,
) -> None:
    await started(browser.server, many=4)
    path = await page_of(browser.server)
    english = await (await browser.get(path, **{"Accept-Language": "en-GB"})).text()
    assert "Semi-finals" in english
    found = await browser.read(f"{path}?q=PLAYER11")
    assert found.count('class="match ') == 1


async def test_before_the_draw_it_lists_who_is_in(browser: Browser) -> None:
    await browser.server.create()
    await browser.server.press(11, "Je joue")
    path = await page_of(browser.server)
    text = await browser.read(path)
    live = await browser.server.live()
    assert "<li>player11</li>" in text
    assert live.commitment in text
    assert live.event.secret not in text
    assert (await browser.get(f"{path}/bracket.svg")).status == 404


async def test_pictures_are_there_once_it_is_drawn(browser: Browser) -> None:
    await started(browser.server)
    path = await page_of(browser.server)
    assert (await (await browser.get(f"{path}/bracket.png")).read()).startswith(b"\x89PNG")
    svg = await browser.get(f"{path}/bracket.svg")
    assert svg.content_type == "image/svg+xml"
    assert "player11" in await svg.text()


async def test_once_it_is_over_the_page_tells_how_often_it_went_wrong(browser: Browser) -> None:
    server = browser.server
    players = await started(server, many=4)
    path = await page_of(server)
    for seat, match in ((4, "W1.1"), (3, "W1.2"), (4, "P1.1")):
        await lost(server, players, seat, match)
    assert "Taux d'erreur" not in html.unescape(await browser.read(path))
    await lost(server, players, 2, "W2.1")
    text = html.unescape(await browser.read(path))
    assert "Taux d'erreur : 0,0 % des matchs joués (0 sur 4) · aucun match en retard" in text
    assert "Ici, sur les 20 derniers tournois au plus · Taux d'erreur : 0,0 %" in text
    english = html.unescape(await browser.read(f"{path}?lang=en"))
    assert "Mistake rate: 0.0 % of matches played (0 of 4)" in english


async def test_an_open_page_hears_of_every_move(browser: Browser) -> None:
    players = await started(browser.server)
    path = await page_of(browser.server)
    async with browser.session.get(f"{path}/events") as events:
        await browser.server.desk.press(players[0], "tournaments.arrive|1|W1.1")
        heard = b""
        while b"moved" not in heard:
            heard += await events.content.readany()


async def test_an_overlay_may_stand_in_obs_and_says_who_plays(browser: Browser) -> None:
    players = await started(browser.server)
    overlays = await overlays_of(browser.server)
    state = (await browser.server.live()).state
    assert state is not None
    sides = [side for side in state.match(MatchId("W1.1")).sides if side]
    for side in sides:
        await browser.server.desk.press(players[side - 1], "tournaments.arrive|1|W1.1")
    now = await browser.get(f"{overlays}/now")
    assert "frame-ancestors * file:" in now.headers["Content-Security-Policy"]
    text = await now.text()
    assert text.index("en cours") < text.index(f"player{players[0]}")
    assert "<svg" in await browser.read(f"{overlays}/bracket")
    assert (await browser.get("/fonts/SourceSansPro-Bold.ttf")).status == 200


async def test_a_new_address_shuts_the_old_one(browser: Browser) -> None:
    await browser.server.create()
    old = await overlays_of(browser.server)
    new = await overlays_of(browser.server)
    assert (await browser.get(f"{old}/now")).status == 404
    assert (await browser.get(f"{new}/now")).status == 200


@pytest.mark.parametrize("path", ["/t/none", "/o/none/now", "/fonts/none.ttf", "/t/none/events"])
async def test_what_was_never_given_out_is_not_there(browser: Browser, path: str) -> None:
    assert (await browser.get(path)).status == 404

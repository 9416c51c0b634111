"""Every page in a real browser: the demo's, the tournament's, the overlays, the desk, the room."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from io import BytesIO

import pytest
import pytest_asyncio
from PIL import Image
from playwright.async_api import Page, expect

from sandbox.playground import Playground
from sandbox.stories import before, cards, gathering
from sandbox.stories.set import brisk
from sandbox.stories.tonight import Tonight, invite
from tests.journeys import browsing
from tests.journeys.browsing import PHONE, STREAM, Visits, chromium, overflow
from tests.journeys.conftest import opened

pytestmark = [
    pytest.mark.long,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(not browsing.CHROMIUM, reason=browsing.NO_CHROMIUM),
]
SECONDS = 10_000  # ms that a page has, on a machine that has other things to do
LIVE = 2_000  # ms for a line to reach the other side
NAMES = 28  # px on a stream of 1920 × 1080, or they cannot be read on a phone
PRIVATE = "#messages li.private:nth-last-child(1 of .private)"


@dataclass
class Place:
    """A stage with the real bot on it, and a browser."""

    tonight: Tonight
    url: str
    visits: Visits

    @property
    def web(self) -> str:
        return self.tonight.evening.stage.web

    @property
    def overlay(self) -> str:
        return self.tonight.evening.overlay.rpartition("/")[0]

    def page_of_tournament(self) -> str:
        card = cards.event_card(self.tonight.evening)
        assert card is not None
        return next(each.url for each in card.components if "/t/" in (each.url or "")) or ""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def place(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Place]:
    """The stream has its home and a tournament is open; nobody plays by themselves."""
    async with opened(tmp_path_factory.mktemp("pages")) as scene, chromium() as browser:
        stage, evening = scene.stage, scene.evening
        ground = Playground(stage, "fr")
        url = await ground.open()
        stage.extra["MARAUDE_DEMO__FRAME_FROM"] = url
        tonight = invite(evening, ground, "fr")
        evening.breath = 0
        await stage.raise_bot()
        ground.tell("desk", path="/desk")
        await before.connect_stream(evening)
        await gathering.open_tournament(evening)
        ground.tell("overlay", address=evening.overlay, view="now")
        stage.run_at(1)
        yield Place(tonight, url, Visits(browser))
        await ground.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def drawn(place: Place) -> Place:
    """The draw is made, and the first matches are called."""
    evening = place.tonight.evening
    robots = [each for each in place.tonight.robots if each.name != "Théo"]
    tempo, evening.pace = evening.pace, brisk
    await asyncio.gather(*(gathering.join(evening, player) for player in robots))

    def open_for_all() -> bool:
        card = cards.event_card(evening)
        return card is not None and any(
            "here" in (each.custom_id or "") for each in card.components
        )

    await evening.wait_for(open_for_all, gathering.PATIENCE, "check-in opens")
    await asyncio.gather(*(gathering.be_here(evening, player) for player in robots))
    await gathering.until_start(evening)
    evening.pace = tempo
    evening.stage.run_at(1)
    return place


@asynccontextmanager
async def demo(
    place: Place, size: tuple[int, int] = (1600, 1000), query: str = ""
) -> AsyncIterator[Page]:
    async with place.visits.visit(size) as page:
        await page.goto(place.url + query)
        await page.wait_for_selector("body[data-ready]")
        yield page


async def test_joining_by_the_button_counts_on_the_card(place: Place) -> None:
    async with demo(place) as page:
        await page.click("#channels button:has-text('tournoi')")
        card = page.locator("#messages li.bot").first
        await expect(card).to_contain_text("0 sur 16", timeout=SECONDS)
        await card.get_by_role("button", name="Je joue", exact=True).click()
        await expect(card).to_contain_text("1 sur 16", timeout=SECONDS)
        await expect(page.locator(PRIVATE)).to_contain_text("C'est bon, tu joues", timeout=SECONDS)
        await expect(page.locator("#follow")).to_have_attribute("aria-pressed", "false")


async def test_a_viewer_who_types_the_word_is_answered(place: Place) -> None:
    async with demo(place) as page:
        await page.select_option("#viewer", "viewer_3")
        await page.fill("#line", "!tournoi")
        await page.press("#line", "Enter")
        greeted = page.locator("#lines li.bot", has_text="viewer_3")  # newcomers are gathered
        await expect(greeted.first).to_be_visible(timeout=3 * SECONDS)


async def test_a_command_is_found_filled_in_and_sent_by_keyboard_alone(place: Place) -> None:
    async with demo(place) as page:
        await page.focus("#as")
        for _ in range(60):
            await page.keyboard.press("Tab")
            if await page.evaluate("document.activeElement.id") == "text":
                break
        await page.keyboard.type("/parl")
        await page.keyboard.press("ArrowDown")
        chosen = page.locator("#offers [aria-selected=true]")
        await expect(chosen).to_contain_text("/parler")
        await page.keyboard.press("Enter")
        assert (await page.input_value("#text")).strip() == "/parler"
        await page.keyboard.press("Enter")
        await expect(page.locator(PRIVATE)).to_contain_text(
            "C'est entre toi et moi", timeout=SECONDS
        )
        await page.keyboard.type("/tournoi creer nom:Coupe du soir")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("status")).to_contain_text("debut")


async def test_what_one_person_sees_alone_is_gone_when_somebody_else_looks(place: Place) -> None:
    async with demo(place) as page:
        await page.fill("#text", "/defi liste")
        await page.press("#text", "Escape")
        await page.press("#text", "Enter")
        await expect(page.locator(PRIVATE)).to_be_visible(timeout=SECONDS)
        await page.select_option("#as", label="Camille")
        await expect(page.locator("#where")).to_contain_text("Camille", timeout=SECONDS)
        await expect(page.locator("#messages li.private")).to_have_count(0)
        await page.select_option("#as", label="sarah.m")
        await expect(page.locator("#channels")).not_to_contain_text("tournoi")


async def test_the_page_speaks_the_other_language_too(place: Place) -> None:
    async with demo(place) as page:
        await page.get_by_role("link", name="English").click()
        await expect(page.locator("html")).to_have_attribute("lang", "en")
        await expect(page.locator("#story-title")).to_have_text("What happens")
    async with demo(place, query="?lang=fr") as page:
        await expect(page.locator("#story-title")).to_have_text("Ce qui se passe")


async def test_the_clock_runs_as_fast_as_somebody_chose(place: Place) -> None:
    async with demo(place) as page:
        clock = await page.inner_text("#clock")
        place.tonight.tempo.free = True
        await page.click(".speed[data-speed='60']")
        await expect(page.locator(".speed[data-speed='60']")).to_have_attribute(
            "aria-pressed", "true"
        )
        await expect(page.locator("#clock")).not_to_have_text(clock, timeout=SECONDS)
        await page.click(".speed[data-speed='1']")
        await expect(page.locator(".speed[data-speed='1']")).to_have_attribute(
            "aria-pressed", "true"
        )
        place.tonight.tempo.free = False
        place.tonight.tempo.chosen = None


async def test_the_desk_stands_in_its_pane_with_the_mediator_at_it(place: Place) -> None:
    async with demo(place) as page:
        desk = page.frame_locator(".frame iframe")
        await expect(desk.get_by_role("heading", name="Qui attend")).to_be_visible(timeout=SECONDS)


async def test_on_a_phone_one_pane_at_a_time_fits_the_screen(place: Place) -> None:
    async with demo(place, PHONE) as page:
        for tab in ("discord", "twitch", "overlay", "desk", "story"):
            await page.click(f".tabs [data-tab={tab}]")
            await expect(page.locator(f"#pane-{tab}")).to_be_visible()
            assert await overflow(page) <= 0
        await expect(page.locator("#pane-discord")).to_be_hidden()


async def test_everything_that_can_be_pressed_or_filled_in_has_a_name(drawn: Place) -> None:
    nameless = """() => [...document.querySelectorAll("button, a, input, select, iframe")]
      .filter((each) => each.type !== "hidden" && !(each.textContent.trim() || each.title
        || each.ariaLabel || each.labels?.[0]?.textContent.trim() || each.alt))
      .map((each) => each.outerHTML)"""
    for address in (drawn.url, f"{drawn.web}/desk", drawn.page_of_tournament()):
        async with drawn.visits.visit() as page:
            await page.goto(address)
            await page.wait_for_selector("h1", state="attached")
            assert await page.evaluate(nameless) == []


async def test_the_public_page_is_a_list_first_and_fits_a_phone_at_any_size(drawn: Place) -> None:
    async with drawn.visits.visit(PHONE) as page:
        await page.goto(drawn.page_of_tournament())
        await expect(page.locator(".match").first).to_be_visible()
        await expect(page.locator("figure")).to_be_hidden()  # the picture is for those with room
        assert await overflow(page) <= 0
        await page.evaluate("document.documentElement.style.fontSize = '34px'")  # twice as large
        assert await overflow(page) <= 0
        await page.fill("#find", "mimi")
        await expect(page.locator(".match:visible", has_not_text="mimi59")).to_have_count(0)
        await expect(page.locator(".match:visible").first).to_be_visible()


async def test_an_overlay_hides_nothing_of_the_game_but_its_panels(drawn: Place) -> None:
    for view in ("now", "bracket"):
        async with drawn.visits.visit(STREAM) as page:
            await page.goto(f"{drawn.overlay}/{view}")
            await page.wait_for_selector(".panel, .sheet svg")
            picture = Image.open(BytesIO(await page.screenshot(omit_background=True)))
            assert picture.size == STREAM
            clear = picture.convert("RGBA").getchannel("A")
            corners = [(0, 0), (1919, 0), (0, 1079), (1919, 1079)]
            assert [clear.getpixel(at) for at in corners] == [0, 0, 0, 0]


async def test_names_on_an_overlay_can_be_read_from_afar(drawn: Place) -> None:
    async with drawn.visits.visit(STREAM) as page:
        await page.goto(f"{drawn.overlay}/now")
        sizes = await page.evaluate(
            "() => [...document.querySelectorAll('.duel span, .next .panel')]"
            ".map((each) => parseFloat(getComputedStyle(each).fontSize))"
        )
        assert sizes
        assert min(sizes) >= NAMES
        await page.goto(f"{drawn.overlay}/bracket")
        names = {name for player in drawn.tonight.robots for name in player.names}
        drawn_at = await page.evaluate(
            "() => [...document.querySelectorAll('.sheet svg text')]"
            ".map((each) => [each.textContent,"
            " parseFloat(getComputedStyle(each).fontSize) * each.getScreenCTM().a])"
        )
        sizes = [size for text, size in drawn_at if text in names]
        assert sizes
        assert min(sizes) >= NAMES


async def test_what_the_mediator_writes_stands_in_the_room_at_once(place: Place) -> None:
    async with place.visits.visit() as desk, demo(place) as page:
        await desk.goto(f"{place.web}/desk")
        await desk.get_by_role("link", name="Entrer avec Discord").click()
        await desk.get_by_role("link", name="sarah.m").click()
        await desk.get_by_role("button", name="Je suis disponible").click()
        await expect(desk.get_by_text("Personne n'attend")).to_be_visible()
        async with _in_a_room(page) as room:
            await desk.get_by_role("button", name="Prendre").click()
            await expect(room.locator("#presence")).to_contain_text("sarah", timeout=LIVE)
            await room.evaluate("window.stayed = true")
            await desk.get_by_label("Ta réponse").fill("Bonsoir, on a le temps.")
            await desk.get_by_role("button", name="Envoyer").click()
            await expect(room.locator("#lines")).to_contain_text("on a le temps", timeout=LIVE)
            await room.get_by_label("Ton message").fill("merci")
            await room.keyboard.press("Enter")
            await expect(desk.locator("#lines")).to_contain_text("merci", timeout=LIVE)
            assert await room.evaluate("window.stayed")
            room_address = room.url
            await room.get_by_role("button", name="Sortir vite").click()
            await expect(room).to_have_url(f"{place.web}/play", timeout=SECONDS)
            await room.go_back()
            assert room.url != room_address
            assert "/r/" not in room.url


@asynccontextmanager
async def _in_a_room(page: Page) -> AsyncIterator[Page]:
    """Ask for somebody to talk to, as anybody may, and go in: it opens in a tab of its own."""
    await page.fill("#text", "/parler")
    await page.press("#text", "Escape")
    await page.press("#text", "Enter")
    for press in ("Parler à quelqu'un", "aujourd'hui"):
        await page.locator(PRIVATE).get_by_role("button", name=press).click(timeout=SECONDS)
    async with page.expect_popup() as opening:
        await page.get_by_role("link", name="Entrer dans la salle").last.click(timeout=SECONDS)
    room = await opening.value
    await room.get_by_role("button", name="Entrer", exact=True).click()
    await room.wait_for_selector("#compose")
    yield room

"""Every format on a phone of 360 px: nothing but its own box pans, and no script is needed."""

import pytest
from playwright.async_api import Browser, Page, expect

from cogs.house import House
from config.settings import Settings
from core.news import News
from platforms.web_server.server import WebServer
from prompts import Texts
from storage.database import Database
from storage.seal import Seal
from tests.doubles import Hands
from tests.journeys import browsing
from tests.journeys.browsing import Visits, chromium, overflow
from tests.tournaments.scenes import SCENES
from tests.tournaments.server import Server
from tests.tournaments.staged import staged

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not browsing.CHROMIUM, reason=browsing.NO_CHROMIUM),
]
NARROW, DESK = (360, 740), (1280, 900)
CAST = [
    *("Éloïse", "Zoé", "Œdipe", "Ægir", "Lucas", "Kévin", "Noémie", "xX_DarkSasuké_Xx"),
    *("Łukasz", "Mimi", "Chloé", "Sofiane", "Inès", "Bastien", "<Yanis>", "Amélie de Grandnom"),
    *("WWWWWWWWWWWWWWWWWWWW", "Théo", "Nadia", "Rayan"),
]
NAMES = dict(enumerate(CAST, start=1))
FINGER = 44  # px that a finger needs


@pytest.mark.parametrize("scene", SCENES)
async def test_a_format_fits_a_phone(
    scene: str, db: Database, clock: Hands, settings: Settings, seal: Seal, texts: Texts
) -> None:
    server = await Server.open(House(settings, db, clock, News(), texts, seal), clock)
    shown = await staged(server, SCENES[scene](), NAMES)
    web = WebServer(texts, server.house.web, server.house.streams)
    base = f"http://127.0.0.1:{await web.start('127.0.0.1', 0)}"
    try:
        async with chromium() as browser:
            async with Visits(browser).visit(NARROW) as page:
                await page.goto(base + shown.page)
                await _fits(page)
                await _finds_a_name(page)
            await _needs_no_script(browser, base + shown.page)
    finally:
        await web.stop()


async def _fits(page: Page) -> None:
    await expect(page.locator(".match:visible, .step:visible").first).to_be_visible()
    assert await overflow(page) <= 0
    await page.evaluate(
        "document.querySelectorAll('details').forEach((one) => { one.open = true })"
    )
    await page.locator("figure").scroll_into_view_if_needed()  # the drawing loads once it is seen
    await expect(page.locator("figure img")).not_to_have_js_property("naturalWidth", 0)
    assert await overflow(page) <= 0
    boxes = await page.evaluate(
        "() => [...document.querySelectorAll('figure, .scroll')]"
        ".map((box) => [box.clientWidth, box.tabIndex])"
    )
    assert all(wide <= NARROW[0] and reached == 0 for wide, reached in boxes)
    pressed = await page.evaluate(
        "() => [...document.querySelectorAll('summary, button, input[type=search]')]"
        ".map((one) => one.getBoundingClientRect().height)"
    )
    assert min(pressed) >= FINGER
    await page.evaluate("document.documentElement.style.fontSize = '34px'")  # twice as large
    assert await overflow(page) <= 0
    await page.evaluate("document.documentElement.style.fontSize = ''")


async def _finds_a_name(page: Page) -> None:
    await page.fill("#find", "zoe")  # as people type, without its accent
    await expect(page.locator(".match:visible", has_not_text="Zoé")).to_have_count(0)
    await page.fill("#find", "Zoé")
    await page.get_by_role("button", name="Mon parcours").click()
    await expect(page.get_by_role("heading", name="Zoé", exact=True)).to_be_visible()
    await expect(page.locator(".way .step").first).to_contain_text("Zoé")
    assert await overflow(page) <= 0


async def _needs_no_script(browser: Browser, address: str) -> None:
    context = await browser.new_context(java_script_enabled=False, locale="en-GB")
    try:
        page = await context.new_page()
        await page.goto(address)
        await expect(page.locator("html")).to_have_attribute("lang", "en")
        closed = page.locator(".round:not([open]) summary")
        if await closed.count():
            await closed.first.click()
        await expect(page.locator(".round[open] .match").first).to_be_visible()
    finally:
        await context.close()

"""The system's own Chromium, and pages that must stay quiet and at home."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.async_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
    async_playwright,
)

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
NO_CHROMIUM = "no Chromium here: .ci/run installs one from the system's packages where it may"
WIDE, PHONE, STREAM = (1600, 1000), (390, 844), (1920, 1080)
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
HOME = {"127.0.0.1", ""}  # and what a page carries in itself


@dataclass
class Visits:
    """Browsers of several people."""

    browser: Browser

    @asynccontextmanager
    async def visit(self, size: tuple[int, int] = WIDE) -> AsyncIterator[Page]:
        """A browser of its own: no cookie of anybody else's.

        At the end nothing may have been complained of, or asked for elsewhere.
        """
        asked: set[str] = set()
        complaints: list[str] = []

        def ask(request: Request) -> None:
            asked.add(urlsplit(request.url).hostname or "")

        def hear(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                complaints.append(f"{message.text} at {message.location}")

        view = ViewportSize(width=size[0], height=size[1])
        context = await self.browser.new_context(viewport=view, locale="fr-FR")
        context.on("request", ask)
        context.on("console", hear)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        try:
            yield await context.new_page()
            assert complaints == [], "\n".join(complaints)
            assert asked <= HOME
        finally:
            await context.close()


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        try:
            yield browser
        finally:
            await browser.close()


async def overflow(page: Page) -> int:
    """By how many pixels a page is wider than its screen."""
    script = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return int(await page.evaluate(script))

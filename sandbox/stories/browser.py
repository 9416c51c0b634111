"""A browser as small as can be: pages, cookies, forms; it keeps trying while the bot is away."""

import asyncio
from html.parser import HTMLParser
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import aiohttp
import yarl

AGAIN = 0.4  # seconds before a page that did not come is asked for again
TRIES = 60


class Form:
    """A form of a page, with the values it would be sent with."""

    def __init__(self, action: str) -> None:
        self.action = action
        self.values: dict[str, str] = {}
        self.choices: dict[str, list[str]] = {}  # what a menu offers, in its order
        self.labels: dict[str, str] = {}  # and what is read there


class Page(HTMLParser):
    """What a page holds that somebody could act on."""

    def __init__(self, address: str, text: str) -> None:
        super().__init__()
        self.address = address
        self.text = text
        self.forms: list[Form] = []
        self._menu = self._option = ""
        self._open = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(given.get("action", "")))
            self._open = True
        elif self._open and tag in {"input", "textarea"} and "name" in given:
            self.forms[-1].values[given["name"]] = given.get("value", "")
        elif self._open and tag == "select":
            self._menu = given.get("name", "")
            self.forms[-1].choices[self._menu] = []
        elif self._open and tag == "option":
            self._option = given.get("value", "")
            self.forms[-1].choices[self._menu].append(self._option)

    def handle_data(self, data: str) -> None:
        if self._open and self._option:
            self.forms[-1].labels[self._option] = data.strip()

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = False
        if tag in {"option", "select"}:
            self._option = ""

    def form(self, part: str) -> Form | None:
        """The first form whose address holds `part`."""
        return next((form for form in self.forms if part in form.action), None)


class Browser:
    """`async with Browser() as browser`: one person at one device."""

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            cookie_jar=aiohttp.CookieJar(unsafe=True),  # loopback has no name
            timeout=aiohttp.ClientTimeout(total=5),
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._session.close()

    async def open(self, address: str) -> Page:
        """A page, wherever it redirects to. Raises `LookupError` if it never comes."""
        return await self._ask("GET", address, None)

    async def send(self, page: Page, part: str, **values: str) -> Page:
        """Send the form of `page` whose address holds `part`, with these values in it."""
        form = page.form(part)
        if form is None:
            raise LookupError(f"{page.address} has no form for {part}")
        return await self.submit(page, form, **values)

    async def submit(self, page: Page, form: Form, **values: str) -> Page:
        """Send one form of `page`, with these values in it."""
        first = {name: choices[0] for name, choices in form.choices.items() if choices}
        address = urljoin(page.address, form.action)
        return await self._ask("POST", address, {**form.values, **first, **values})

    async def where(self, address: str) -> str:
        """Where an address leads to, without going there; itself if nobody answers."""
        try:
            async with self._session.get(address, allow_redirects=False) as answer:
                return urljoin(address, answer.headers.get("Location", ""))
        except (aiohttp.ClientError, TimeoutError, OSError):
            await asyncio.sleep(AGAIN)
            return address

    async def bytes_of(self, address: str) -> bytes:
        for _ in range(TRIES):
            try:
                async with self._session.get(address) as answer:
                    answer.raise_for_status()
                    return await answer.read()
            except (aiohttp.ClientError, TimeoutError, OSError):
                await asyncio.sleep(AGAIN)
        raise LookupError(f"{address} never came")

    async def _ask(self, method: str, address: str, values: dict[str, str] | None) -> Page:
        last = ""
        for _ in range(TRIES):
            try:
                async with self._session.request(
                    method, yarl.URL(address, encoded=True), data=values
                ) as answer:
                    text = await answer.text()
                    if answer.status < 500:  # noqa: PLR2004 - HTTP: the server's own fault
                        return Page(str(answer.url), text)
                    last = f"status {answer.status}"
            except (aiohttp.ClientError, TimeoutError, OSError) as error:
                last = type(error).__name__
            await asyncio.sleep(AGAIN)
        raise LookupError(f"{address} never came: {last}")

"""What our own Twitch knows: accounts, streams, lines, and a ledger of what was asked of it."""

import asyncio
import itertools
import secrets
import time
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

A = TypeVar("A", bound="Account")
Predicate = Callable[["Line"], bool]


def login_of(name: str) -> str:
    """The name in an address: Twitch takes plain letters, figures and `_`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "".join(letter if letter.isalnum() else "_" for letter in plain)


@dataclass(eq=False)
class Account:
    """Somebody with a Twitch account."""

    id: str
    login: str
    name: str


@dataclass(eq=False)
class Viewer(Account):
    """Somebody who only watches and chats."""


@dataclass(eq=False)
class Stream(Account):
    """A broadcaster and their channel. `lines` is the chat, the bot's own lines included."""

    language: str = "fr"
    broadcaster_type: str = ""  # "affiliate" or "partner", or neither
    live: bool = False
    lines: list["Line"] = field(default_factory=list)
    moderators: set[str] = field(default_factory=set)
    told: asyncio.Condition = field(default_factory=asyncio.Condition)


@dataclass(frozen=True, eq=False)
class Line:
    """One line of a chat, as everybody in it sees it."""

    id: str
    stream: Stream
    author: Account
    text: str
    at: datetime
    reply_to: "Line | None" = None
    source: Stream | None = None
    by_bot: bool = False

    def shown(self) -> dict[str, object]:
        """The line for a page."""
        return {
            "id": self.id,
            "stream": self.stream.login,
            "author": self.author.login,
            "name": self.author.name,
            "text": self.text,
            "at": self.at.isoformat(),
            "reply_to": self.reply_to.id if self.reply_to else None,
            "reply_name": self.reply_to.author.name if self.reply_to else None,
            "source": self.source.login if self.source else None,
            "bot": self.by_bot,
        }


@dataclass(frozen=True)
class Entry:
    """One thing that passed: a request with its answer, or a frame sent to a socket."""

    kind: str  # "rest", "frame", "open" or "close"
    what: str  # "POST helix/chat/messages", "notification", "session_welcome"
    status: int = 0
    body: Mapping[str, Any] = field(default_factory=dict)
    session: str = ""
    client: str = ""  # "app", or the id of the user whose token was shown


class Ledger(list[Entry]):
    """Everything that passed, oldest first."""

    def rest(self, what: str, status: int = 0) -> list[Entry]:
        """The requests whose "VERB path" begins with `what`, with this status if one is given."""
        return [
            entry
            for entry in self
            if entry.kind == "rest" and entry.what.startswith(what) and status in (0, entry.status)
        ]

    def frames(self, what: str) -> list[Entry]:
        return [entry for entry in self if entry.kind == "frame" and entry.what == what]


class State:
    """All that this Twitch remembers. It is gone when the process ends, as a sandbox should be."""

    def __init__(self, now: Callable[[], datetime], wall: Callable[[], float] = time.time) -> None:
        self.now = now
        self.wall = (
            wall  # rate limits and tokens run in real time, whatever the house's clock does
        )
        self.client_id = "our-own-twitch-client"
        self.client_secret = secrets.token_hex(16)
        self.accounts: dict[str, Account] = {}
        self.lines: dict[str, Line] = {}
        self.grants: dict[str, set[str]] = {}
        self.ledger = Ledger()
        self.readers: set[Callable[[Line], None]] = set()
        self._numbers = itertools.count(1001)

    def add(self, kind: type[A], name: str, login: str = "") -> A:
        login = login or login_of(name)
        if self.account(login=login):
            raise ValueError(f"somebody is already called {login!r} on this Twitch")
        account = kind(str(next(self._numbers)), login, name)
        self.accounts[account.id] = account
        return account

    def account(self, *, user_id: str = "", login: str = "") -> Account | None:
        if user_id:
            return self.accounts.get(user_id)
        found = (a for a in self.accounts.values() if a.login == login.lower())
        return next(found, None)

    def streams(self) -> Iterable[Stream]:
        return (a for a in self.accounts.values() if isinstance(a, Stream))

    def stream(self, key: str) -> Stream | None:
        """A stream by its id or its login."""
        found = self.account(user_id=key) or self.account(login=key)
        return found if isinstance(found, Stream) else None

    async def keep(self, line: Line) -> None:
        """Put a line into its chat, and wake whoever waits for it."""
        self.lines[line.id] = line
        line.stream.lines.append(line)
        for reader in tuple(self.readers):
            reader(line)
        async with line.stream.told:
            line.stream.told.notify_all()

    def stamp(self) -> str:
        return self.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f000Z")

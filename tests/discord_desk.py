"""Discord, seen from a face: events go in as Discord writes them, answers are kept as sent.

Everything between is discord.py's own: its parser, its command tree, our dispatcher.
"""

import asyncio
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, cast

import discord
from discord.http import MultipartParameters, Route
from discord.webhook.async_ import async_context

from cogs.house import House
from config.settings import Settings
from platforms.discord_client.client import DiscordClient
from storage.marks import Marks
from tests.discord_data import Somebody, SomeFile, SomeRole, option_data, role_data, user_data

ME, GUILD, CHANNEL = 900, 500, 600
PATIENCE = 30  # seconds: fifty who press at once are answered one after the other
MANAGE_GUILD = str(discord.Permissions(manage_guild=True).value)


@dataclass
class Answer:
    """What somebody sees after a click or a command."""

    text: str
    ephemeral: bool
    buttons: dict[str, str]  # label to custom id
    edits: bool = False  # it changed the message that was pressed
    files: Sequence[object] = ()
    data: Mapping[str, Any] = field(default_factory=dict)
    token: str = ""  # of the press that it answers


class _Adapter:
    """Stands where discord.py would open a connection to answer an interaction."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.answered: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)

    async def create_interaction_response(
        self, _: int, token: str, *, params: MultipartParameters, **__: object
    ) -> dict[str, object]:
        payload = dict(params.payload or {})
        if params.multipart:
            payload = json.loads(params.multipart[0]["value"])
        files = params.files or ()
        kind = payload.get("type")
        if kind != discord.InteractionResponseType.deferred_channel_message.value:
            self._keep(payload.get("data") or {}, token, edits=kind == 7, files=files)
        return {"interaction": {"id": "1", "type": kind}}

    async def execute_webhook(
        self,
        _: int,
        token: str,
        *,
        payload: dict[str, object] | None = None,
        multipart: list[dict[str, str]] | None = None,
        files: Sequence[object] | None = None,
        **__: object,
    ) -> dict[str, object]:
        if multipart:
            payload = json.loads(multipart[0]["value"])
        self._keep(payload or {}, token, edits=False, files=files or ())
        return written(ME, "…", 1)

    def _keep(
        self, data: Mapping[str, Any], token: str, *, edits: bool, files: Sequence[object]
    ) -> None:
        buttons = {
            part.get("label", ""): part.get("custom_id", part.get("url", ""))
            for row in data.get("components") or ()
            for part in row.get("components", ())  # a text of a form has none
        }
        ephemeral = bool(data.get("flags", 0) & 64)
        text = data.get("content") or ""
        self.answers.append(Answer(text, ephemeral, buttons, edits, list(files), data, token))
        self.answered[token].set()


class Desk:
    """A Discord server with the bot in it, as far as its faces can tell."""

    def __init__(self, house: House, settings: Settings) -> None:
        self.client = DiscordClient(
            texts=house.texts,
            door=house.door,
            presses=house.presses,
            reads=house.reads,
            cogs=house.discord,
            marks=Marks(house.db),
            settings=settings,
            watching=False,
        )
        self.house = house
        self.requests: list[tuple[str, str, Any]] = []
        self.app_permissions = "0"  # what the bot may in the channel
        self.roles: dict[int, list[int]] = {}  # of the server, by person
        self._adapter = _Adapter()
        self._numbers = count(1000)

    @property
    def answers(self) -> list[Answer]:
        return self._adapter.answers

    async def quiet(self) -> None:
        """Until everything that discord.py has started is done."""
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.wait_for(asyncio.gather(*others, return_exceptions=True), 5)

    async def open(self) -> None:
        await self.client._async_setup_hook()
        for cog in self.house.discord:
            await self.client.add_cog(cog)
        state = self.client._connection
        state.user = discord.ClientUser(state=state, data=cast("Any", user_data(ME)))
        http = cast("Any", self.client.http)
        http.request = self._request
        http._HTTPClient__session = object()
        async_context.set(cast("Any", self._adapter))

    async def slash(
        self, person: int, path: str, *, locale: str = "fr", may: str = "0", **options: object
    ) -> Answer:
        """Type a command; `path` is its name and its subcommand's, in English."""
        *groups, last = path.split()
        given = [option_data(name, value) for name, value in options.items()]
        if groups:
            given = [{"type": 1, "name": last, "options": given}]
        for group in reversed(groups[1:]):
            given = [{"type": 2, "name": group, "options": given}]
        data = {"id": "1", "type": 1, "name": groups[0] if groups else last, "options": given}
        data["resolved"] = self._resolved(options.values())
        return await self._interact(person, 2, data, locale, may)

    async def offered(
        self, person: int, path: str, option: str, typed: str = "", *, may: str = "0"
    ) -> dict[str, str]:
        """What a command offers for an option while it is typed: value by name."""
        *groups, last = path.split()
        given: list[dict[str, Any]] = [
            {"type": 3, "name": option, "value": typed, "focused": True}
        ]
        given = [{"type": 1, "name": last, "options": given}]
        for group in reversed(groups[1:]):
            given = [{"type": 2, "name": group, "options": given}]
        data = {"id": "1", "type": 1, "name": groups[0], "options": given}
        answer = await self._interact(person, 4, data, "fr", may)
        return {choice["name"]: choice["value"] for choice in answer.data["choices"]}

    def _resolved(self, values: Iterable[object]) -> dict[str, Any]:
        """What Discord tells of the people and the roles that a command names."""
        named = list(values)
        people = [value.id for value in named if isinstance(value, Somebody)]
        roles = [value.id for value in named if isinstance(value, SomeRole)]
        files = [value for value in named if isinstance(value, SomeFile)]
        return {
            "attachments": {str(file.id): _attached(file) for file in files},
            "users": {str(person): user_data(person) for person in people},
            "members": {str(person): self._member(person, "0", user=False) for person in people},
            "roles": {str(role): role_data(role) for role in roles},
        }

    def _member(self, person: int, may: str, *, user: bool = True) -> dict[str, Any]:
        member: dict[str, Any] = {
            "roles": [str(role) for role in self.roles.get(person, ())],
            "permissions": may,
            "joined_at": None,
            "deaf": False,
            "mute": False,
            "flags": 0,
        }
        return member | ({"user": user_data(person)} if user else {})

    async def press(
        self, person: int, custom_id: str, *, locale: str = "fr", may: str = "0"
    ) -> Answer:
        data = {"custom_id": custom_id, "component_type": 2}
        return await self._interact(person, 3, data, locale, may)

    async def form(self, person: int, custom_id: str, *, may: str = "0", **fields: str) -> Answer:
        """Send a form back, filled in."""
        lines = [
            {"type": 1, "components": [{"type": 4, "custom_id": name, "value": value}]}
            for name, value in fields.items()
        ]
        data = {"custom_id": custom_id, "components": lines}
        return await self._interact(person, 5, data, "fr", may)

    async def _interact(
        self, person: int, kind: int, data: dict[str, Any], locale: str, may: str
    ) -> Answer:
        number = str(next(self._numbers))
        payload: dict[str, Any] = {
            "id": number,
            "application_id": str(ME),
            "type": kind,
            "token": number,
            "version": 1,
            "data": data,
            "guild_id": str(GUILD),
            "guild": {
                "id": str(GUILD),
                "locale": "fr",
                "features": [],
                "roles": self._guild_roles(),
            },
            "channel": {
                "id": str(CHANNEL),
                "type": 0,
                "name": "général",
                "permissions": "0",
                "position": 0,
            },
            "member": self._member(person, may),
            "locale": locale,
            "app_permissions": self.app_permissions,
            "attachment_size_limit": 10_485_760,
            "entitlements": [],
            "authorizing_integration_owners": {},
        }
        if kind == 3:
            payload["message"] = self.message(ME, "…")
        self.client._connection.parsers["INTERACTION_CREATE"](payload)
        return await self._settled(number)

    def message(self, author: int, content: str, **rest: object) -> dict[str, Any]:
        """A message as Discord writes it."""
        return written(author, content, next(self._numbers), **rest)

    def _guild_roles(self) -> list[dict[str, Any]]:
        known = {role for held in self.roles.values() for role in held}
        return [role_data(role) for role in (GUILD, *sorted(known))]

    async def _settled(self, token: str) -> Answer:
        """What one press is answered, however many others are being answered."""
        async with asyncio.timeout(PATIENCE):
            await self._adapter.answered[token].wait()
        await asyncio.sleep(0.001)
        return next(each for each in reversed(self.answers) if each.token == token)

    async def _request(self, route: Route, **given: object) -> dict[str, object]:
        """A call of the REST API: kept, and answered with as little as discord.py reads."""
        self.requests.append((route.method, route.path, given.get("json")))
        if route.path == "/users/@me/channels":
            return {"id": "777", "type": 1, "recipients": [user_data(1)], "last_message_id": None}
        if route.path == "/guilds/{guild_id}/members/{member_id}":
            return self._member(int(route.url.rpartition("/")[2]), "0")
        return {}


def written(author: int, content: str, number: int, **rest: object) -> dict[str, Any]:
    return {
        "id": str(number),
        "channel_id": str(CHANNEL),
        "author": user_data(author),
        "content": content,
        "timestamp": "2026-11-20T18:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
        "components": [],
        **rest,
    }


def _attached(file: SomeFile) -> dict[str, Any]:
    address = f"http://127.0.0.1/{file.id}/{file.name}"
    return {
        "id": str(file.id),
        "filename": file.name,
        "size": file.size,
        "url": address,
        "proxy_url": address,
    }

"""One call of the bot's, read and understood, for the function that answers it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from sandbox.discord_world.permissions import BITS
from sandbox.discord_world.posting import Upload
from sandbox.discord_world.problems import (
    Problem,
    archived,
    invalid,
    missing_access,
    missing_permissions,
    unknown,
)
from sandbox.discord_world.realm import Realm
from sandbox.discord_world.state import PRIVATE_THREAD, Channel, Guild, Json, Message, Person


@dataclass(slots=True)
class Ask:
    """Who asks for what. `person` is set when somebody signed in asks, and not the bot."""

    realm: Realm
    match: dict[str, str]
    query: dict[str, str]
    body: Any
    files: dict[str, Upload]
    now: float
    person: Person | None = None

    @property
    def form(self) -> Json:
        """The body, which must be an object."""
        if not isinstance(self.body, dict):
            raise invalid("_", "Only dictionaries may be used in a DictType", "DICT_TYPE_CONVERT")
        return self.body

    @property
    def who(self) -> Person:
        return self.person or self.realm.bot

    def guild(self) -> Guild:
        found = self.realm.guilds.get(self.match["guild_id"])
        if found is None or not self.realm.bot_in(found):
            raise unknown("Guild")
        return found

    def channel(self, *needs: str) -> Channel:
        """The channel named in the path, where the bot may do all of `needs`."""
        found = self.realm.channels.get(self.match["channel_id"])
        if found is None:
            raise unknown("Channel")
        may = self.realm.bot_may(found)
        if found.guild is not None and not self.realm.bot_in(found.guild):
            raise missing_access()
        if not may & BITS["view_channel"]:
            raise missing_access()
        inside = self.realm.bot.id in found.joined or may & BITS["manage_threads"]
        if found.kind == PRIVATE_THREAD and not inside:
            raise missing_access()
        if any(not may & BITS[need] for need in needs):
            raise missing_permissions()
        return found

    def active(self, *needs: str) -> Channel:
        """The same; an archived thread must be opened again before anything is changed in it."""
        found = self.channel(*needs)
        if found.archived is not None:
            raise archived()
        return found

    def message(self, *needs: str) -> Message:
        """The message named in the path; an ephemeral one is not found this way."""
        channel = self.channel(*needs)
        found = self.realm.messages.get(self.match["message_id"])
        if found is None or found.channel is not channel or found.deleted or found.only_for:
            raise unknown("Message")
        return found


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    data: Any = None


Answer = Callable[[Ask], Reply]
Route = tuple[str, str, Answer]


def done(data: Any = None) -> Reply:  # noqa: ANN401 - JSON is any shape
    """200 with a body, or 204 without."""
    return Reply(200, data) if data is not None else Reply(204)


async def read(request: web.Request) -> tuple[Any, dict[str, Upload]]:
    """The JSON of a request and its files, whichever way they were sent."""
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _read_parts(request)
    raw = await request.read()
    if not raw:
        return None, {}
    if kind == "application/x-www-form-urlencoded":
        return dict((await request.post()).items()), {}
    try:
        return json.loads(raw), {}
    except ValueError:
        raise Problem(400, 50109, "The request body contains invalid JSON.") from None


async def _read_parts(request: web.Request) -> tuple[Any, dict[str, Upload]]:
    body: Any = None
    files: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = Upload(value.filename, value.file.read(), value.content_type)
        elif name == "payload_json":
            body = json.loads(value if isinstance(value, str) else value.decode())
    return body, files

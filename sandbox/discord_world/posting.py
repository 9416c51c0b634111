"""Messages come, change and go; whoever may know is told."""

import mimetypes
import re
from dataclasses import dataclass
from urllib.parse import quote

from sandbox.discord_world.components import walk
from sandbox.discord_world.realm import Realm
from sandbox.discord_world.state import (
    EPHEMERAL,
    Attachment,
    Channel,
    Json,
    Message,
    Person,
    Version,
)

_PERSON, _ROLE = re.compile(r"<@!?(\d+)>"), re.compile(r"<@&(\d+)>")
KEPT_FLAGS = 1 << 2 | 1 << 12 | 1 << 13 | 1 << 15


@dataclass(frozen=True, slots=True)
class Upload:
    filename: str
    data: bytes
    content_type: str | None = None


def say(
    realm: Realm,
    channel: Channel,
    author: Person,
    content: str,
    reference: Message | None = None,
) -> Message:
    """A person's plain message."""
    message = Message(realm.ids.next(), channel, author, realm.clock.now(), content)
    if reference is not None:
        message.kind, message.reference = 19, reference
    find_mentions(realm, message)
    if reference is not None and reference.author not in message.mentions:
        message.mentions.append(reference.author)
    publish(realm, message)
    return message


def build(realm: Realm, channel: Channel, body: Json, files: dict[str, Upload]) -> Message:
    """The bot's message from a request's body, not yet shown to anybody."""
    message = Message(realm.ids.next(), channel, realm.bot, realm.clock.now())
    message.flags = (body.get("flags") or 0) & KEPT_FLAGS
    message.nonce = body.get("nonce")
    fill(realm, message, body, files)
    return message


def fill(realm: Realm, message: Message, body: Json, files: dict[str, Upload]) -> None:
    """Put what the body says into the message; what it does not name stays."""
    if "content" in body:
        message.content = body["content"] or ""
    if "embeds" in body:
        message.embeds = body["embeds"] or []
    if "components" in body:
        message.rows = numbered(body["components"] or [])
    if "flags" in body:
        kept = message.flags & ~KEPT_FLAGS
        message.flags = kept | ((body["flags"] or 0) & KEPT_FLAGS)
    _attach(realm, message, body, files)
    find_mentions(realm, message, body.get("allowed_mentions"))


def numbered(rows: list[Json]) -> list[Json]:
    """Components with the ids that Discord gives to those that have none."""
    taken = {raw["id"] for raw in walk(rows) if raw.get("id")}
    free = (number for number in range(1, 10_000) if number not in taken)
    for raw in walk(rows):
        if not raw.get("id"):
            raw["id"] = next(free)
    return rows


def publish(realm: Realm, message: Message) -> None:
    """Show a new message to whoever may see it."""
    message.channel.posts.append(message)
    realm.messages[message.id] = message
    realm.tell_message("MESSAGE_CREATE", message)


def changed(realm: Realm, message: Message, *, edited: bool = True) -> None:
    """Tell that a message is no longer what it was."""
    if edited:
        message.edited = realm.clock.now()
        message.edits.append(
            Version(message.edited, message.content, list(message.embeds), list(message.rows))
        )
    realm.tell_message("MESSAGE_UPDATE", message)


def delete(realm: Realm, message: Message) -> None:
    message.deleted = True
    channel = message.channel
    data: Json = {"id": message.id, "channel_id": channel.id}
    if channel.guild is not None:
        data["guild_id"] = channel.guild.id
    realm.feed.tell(
        "message_delete",
        data,
        {message.only_for.id} if message.only_for else realm.readers(channel),
    )
    if message.only_for is None:
        realm.tell("MESSAGE_DELETE", data, channel.guild)
    realm.pulse.beat()


def pin(realm: Realm, message: Message, *, pinned: bool) -> None:
    """Pin or unpin; the channel is told when it last happened."""
    message.pinned = realm.clock.now() if pinned else None
    channel = message.channel
    last = max((each.pinned for each in channel.messages if each.pinned), default=None)
    data: Json = {
        "channel_id": channel.id,
        "last_pin_timestamp": last.isoformat() if last else None,
    }
    if channel.guild is not None:
        data["guild_id"] = channel.guild.id
    realm.tell("CHANNEL_PINS_UPDATE", data, channel.guild)
    changed(realm, message, edited=False)


def attached(realm: Realm, channel: Channel, one: Upload) -> Attachment:
    """A file, kept and given an address."""
    number = realm.live_ids.next()
    kind = one.content_type or mimetypes.guess_type(one.filename)[0] or "application/octet-stream"
    url = f"{realm.http}/cdn/attachments/{channel.id}/{number}/{quote(one.filename)}"
    return Attachment(number, one.filename, kind, one.data, url)


def _attach(realm: Realm, message: Message, body: Json, files: dict[str, Upload]) -> None:
    told = {str(each.get("id")): each for each in body.get("attachments") or []}
    if "attachments" in body:
        message.attachments = [each for each in message.attachments if each.id in told]
    for name, upload in files.items():
        one = attached(realm, message.channel, upload)
        about = told.get(name.removeprefix("files[").removesuffix("]"), {})
        one.description = about.get("description")
        one.ephemeral = bool(message.flags & EPHEMERAL)
        message.attachments.append(one)


def find_mentions(realm: Realm, message: Message, allowed: Json | None = None) -> None:
    """Whom the words name; `allowed_mentions` may narrow it."""
    users = [
        realm.people[each] for each in _PERSON.findall(message.content) if each in realm.people
    ]
    guild = message.channel.guild
    roles = {role.id: role for role in guild.roles} if guild else {}
    named = [roles[each] for each in _ROLE.findall(message.content) if each in roles]
    message.mentions = list(
        dict.fromkeys(each for each in users if _may(allowed, "users", each.id))
    )
    message.mention_roles = [each for each in named if _may(allowed, "roles", each.id)]


def _may(allowed: Json | None, kind: str, number: str) -> bool:
    if allowed is None:
        return True
    return kind in (allowed.get("parse") or []) or number in map(str, allowed.get(kind) or [])

"""Messages as Discord writes them in JSON, with or without what they say."""

from collections.abc import Callable
from urllib.parse import quote

from sandbox.discord_world import shapes
from sandbox.discord_world.state import DM, Attachment, Json, Message, Person

Readable = Callable[[Message], bool]
REPLY = 19


def attachment(one: Attachment) -> Json:
    shape: Json = {
        "id": one.id,
        "filename": one.filename,
        "size": len(one.data),
        "url": one.url,
        "proxy_url": one.url,
        "content_type": one.content_type,
    }
    if one.description is not None:
        shape["description"] = one.description
    return shape | ({"ephemeral": True} if one.ephemeral else {})


def message(one: Message, bot: Person, readable: Readable) -> Json:
    """A message, blank where `readable` says that the bot may not read it."""
    shape: Json = {
        "id": one.id,
        "type": one.kind,
        "channel_id": one.channel.id,
        "author": shapes.user(one.author),
        "timestamp": shapes.moment(one.at),
        "edited_timestamp": shapes.moment(one.edited),
        "tts": False,
        "mention_everyone": False,
        "mentions": [shapes.user(each) for each in one.mentions],
        "mention_roles": [each.id for each in one.mention_roles],
        "pinned": one.pinned is not None,
        "flags": one.flags,
    }
    shape |= _words(one) if readable(one) else _no_words()
    if one.reactions:
        shape["reactions"] = [_reaction(emoji, who, bot) for emoji, who in one.reactions.items()]
    if one.nonce is not None:
        shape["nonce"] = one.nonce
    if one.thread is not None:
        shape["thread"] = shapes.channel(one.thread, bot)
        shape["flags"] |= 1 << 5
    if one.metadata is not None:
        shape |= {"interaction_metadata": one.metadata, "application_id": bot.id}
        shape["webhook_id"] = bot.id
    return shape | _reference(one, bot, readable)


def event(one: Message, bot: Person, readable: Readable) -> Json:
    """A message as the gateway brings it."""
    shape = message(one, bot, readable) | {"channel_type": one.channel.kind}
    shape.setdefault("components", [])
    guild = one.channel.guild
    if guild is None:
        return shape
    shape["guild_id"] = guild.id
    author = guild.members.get(one.author.id)
    if author is not None:
        shape["member"] = shapes.member(author, with_user=False)
    for each, said in zip(one.mentions, shape["mentions"], strict=True):
        if each.id in guild.members:
            said["member"] = shapes.member(guild.members[each.id], with_user=False)
    return shape


def _words(one: Message) -> Json:
    return {
        "content": one.content,
        "embeds": [shown(embed, one.attachments) for embed in one.embeds],
        "attachments": [attachment(each) for each in one.attachments],
        "components": one.rows,
    }


def _no_words() -> Json:
    return {"content": "", "embeds": [], "attachments": [], "components": []}


def shown(embed: Json, files: list[Attachment]) -> Json:
    """An embed with its `attachment://` addresses replaced by those of the CDN."""
    urls = {f"attachment://{quote(each.filename)}": each.url for each in files}
    urls |= {f"attachment://{each.filename}": each.url for each in files}
    ready: Json = {"type": "rich"} | embed
    for part in ("image", "thumbnail"):
        if ready.get(part):
            url = urls.get(ready[part]["url"], ready[part]["url"])
            ready[part] = ready[part] | {"url": url, "proxy_url": url}
    for each in ready.get("fields") or []:
        each.setdefault("inline", False)
    return ready


def emoji(name: str) -> Json:
    """A plain emoji, or a guild's own as `name:id`."""
    word, _, number = name.partition(":")
    return {"id": number or None, "name": word}


def _reaction(name: str, who: list[Person], bot: Person) -> Json:
    return {
        "emoji": emoji(name),
        "count": len(who),
        "count_details": {"burst": 0, "normal": len(who)},
        "burst_colors": [],
        "me_burst": False,
        "me": bot in who,
    }


def _reference(one: Message, bot: Person, readable: Readable) -> Json:
    told = one.reference
    if told is None or one.kind != REPLY:
        return {}
    pointer: Json = {"type": 0, "channel_id": told.channel.id, "message_id": told.id}
    if told.channel.guild is not None and told.channel.kind != DM:
        pointer["guild_id"] = told.channel.guild.id
    whole = None
    if not told.deleted:
        whole = message(told, bot, readable)
        whole.pop("referenced_message", None)
        whole.pop("reactions", None)
    return {"message_reference": pointer, "referenced_message": whole}

"""A poisoned message: whoever looks at more of it than its ids, is caught (A1, I1, I3)."""

from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest

from cogs.consent.discord_face.channel import ChannelDiscord
from cogs.consent.service.consents import Consents
from platforms.discord_client.reading import Reads
from storage.schema import metadata
from tests.consent.conftest import Stage
from tests.discord_desk import CHANNEL, GUILD, ME, Desk

STRANGER, READ, MUTED = 3, 2, 4  # who never answered; who said both yeses; who took one back
THREAD = 650


class Looked(AssertionError):
    """Somebody's words, name or picture were looked at without two yeses."""


class Poison:
    """Raises on everything but the attributes it was given."""

    def __init__(self, **allowed: object) -> None:
        object.__setattr__(self, "_allowed", allowed)

    def __getattribute__(self, name: str) -> object:
        allowed = object.__getattribute__(self, "_allowed")
        if name in allowed:
            return allowed[name]
        raise Looked(name)

    def __repr__(self) -> str:
        raise Looked("repr")


def poisoned(author: int, channel: int, number: int, *mentions: int) -> discord.Message:
    message = Poison(
        author=Poison(id=author),
        channel=Poison(id=channel),
        guild=Poison(id=GUILD),
        id=number,
        type=discord.MessageType.default,
        webhook_id=None,
        mentions=[Poison(id=each) for each in mentions],
    )
    return cast("discord.Message", message)


Listener = Callable[[discord.Message], Awaitable[None]]


def reader(consents: Consents, heard: list[str]) -> Listener:
    """What `signals` does with a message it was not addressed by."""

    async def overhear(message: discord.Message) -> None:
        words = consents.admit(
            str(message.author.id),
            str(message.channel.id),
            str(message.id),
            lambda: message.content,
        )
        if words is not None:
            heard.append(words.words)

    return overhear


def hasty(consents: Consents, heard: list[str]) -> Listener:
    """A planted fault: looks at the words before it asks for the yeses."""

    async def overhear(message: discord.Message) -> None:
        words = message.content
        author, channel = str(message.author.id), str(message.channel.id)
        if consents.admit(author, channel, str(message.id), lambda: words):
            heard.append(words)

    return overhear


def curious(consents: Consents, heard: list[str]) -> Listener:
    """A planted fault: looks at a name only, but of anybody."""

    async def overhear(message: discord.Message) -> None:
        if message.author.display_name == "nobody":
            await reader(consents, heard)(message)

    return overhear


async def two_yeses(stage: Stage) -> Stage:
    await stage.watch()
    await stage.says_yes(READ)
    muted = await stage.says_yes(MUTED)
    await stage.consents.stop(muted.person)
    return stage


async def test_a1_four_hundred_poisoned_messages_and_none_is_opened(stage: Stage) -> None:
    await two_yeses(stage)
    heard: list[str] = []
    reads = Reads(overheard=reader(stage.consents, heard))
    for number in range(100):
        # Written by somebody who never said yes, where everything is watched.
        await reads.show(poisoned(STRANGER, CHANNEL, number), ME)
        # By somebody who took their yes back; quoting or answering somebody who said yes.
        await reads.show(poisoned(MUTED, CHANNEL, number, READ), ME)
        # By somebody who said yes, in a thread or a channel that did not.
        await reads.show(poisoned(READ, THREAD, number), ME)
        # By a stranger, who answers somebody who said yes.
        await reads.show(poisoned(STRANGER, CHANNEL, number, READ), ME)
    assert heard == []


async def test_the_poison_works_on_somebody_who_may_be_read(stage: Stage) -> None:
    await two_yeses(stage)
    reads = Reads(overheard=reader(stage.consents, []))
    with pytest.raises(Looked, match="content"):
        await reads.show(poisoned(READ, CHANNEL, 1), ME)


@pytest.mark.parametrize("fault", [hasty, curious])
async def test_a_reader_that_looks_first_is_caught(
    stage: Stage, fault: Callable[[Consents, list[str]], Listener]
) -> None:
    await two_yeses(stage)
    reads = Reads(overheard=fault(stage.consents, []))
    with pytest.raises(Looked):
        await reads.show(poisoned(STRANGER, CHANNEL, 1), ME)


async def test_a_message_addressed_to_the_bot_is_known_by_its_mentions_alone(
    stage: Stage,
) -> None:
    addressed: list[int] = []

    async def listen(message: discord.Message) -> None:
        addressed.append(message.id)

    reads = Reads(addressed=listen)
    await reads.show(poisoned(STRANGER, CHANNEL, 1, READ), ME)
    with pytest.raises(Looked, match="bot"):  # the first look beyond ids, once it is for us
        await reads.show(poisoned(STRANGER, CHANNEL, 2, ME), ME)
    assert addressed == []


async def test_a_server_that_is_not_known_yet_is_no_private_talk() -> None:
    """While Discord still announces a server, its messages come without it."""
    addressed: list[int] = []

    async def listen(message: discord.Message) -> None:
        addressed.append(message.id)

    channel = Poison(id=CHANNEL, type=None)
    message = Poison(
        author=Poison(id=STRANGER), channel=channel, guild=None, id=1, webhook_id=None, mentions=[]
    )
    await Reads(addressed=listen).show(cast("discord.Message", message), ME)
    assert addressed == []


async def test_an_edit_or_a_deletion_is_known_by_its_ids_alone(stage: Stage) -> None:
    await two_yeses(stage)
    (face,) = [cog for cog in stage.house.discord if isinstance(cog, ChannelDiscord)]
    edited = Poison(channel_id=CHANNEL, message_id=1, data={"pinned": False})
    deleted = Poison(channel_id=CHANNEL, message_id=1)
    several = Poison(channel_id=CHANNEL, message_ids={1, 2})
    for number in range(100):
        del number
        await face.on_raw_message_edit(cast("Any", edited))
        await face.on_raw_message_delete(cast("Any", deleted))
        await face.on_raw_bulk_message_delete(cast("Any", several))


async def test_i3_a_stranger_who_writes_is_nowhere_afterwards(stage: Stage) -> None:
    """Four events through discord.py's own parser; then a look at every cache and every byte."""
    await two_yeses(stage)
    heard: list[str] = []
    stage.house.reads.overheard = reader(stage.consents, heard)
    desk = Desk(stage.house, stage.house.settings)
    await desk.open()
    desk.client._connection.user = cast("Any", SimpleNamespace(id=ME))
    quoted = desk.message(STRANGER, "un secret bien gardé", guild_id=str(GUILD))
    answer = desk.message(READ, "courage", guild_id=str(GUILD), referenced_message=quoted)
    thread = quoted | {"channel_id": str(THREAD)}
    parse = desk.client._connection.parsers
    for event, payload in (
        ("MESSAGE_CREATE", quoted),
        ("MESSAGE_UPDATE", quoted),
        ("MESSAGE_CREATE", answer),
        ("MESSAGE_CREATE", thread),
    ):
        parse[event](payload)
    await desk.quiet()
    assert heard == ["courage"]
    assert not desk.client.cached_messages
    assert not desk.client.users
    account = stage.house.seal.hash("discord", str(STRANGER))
    kept = repr(vars(stage.consents._memory))
    assert account not in kept
    async with stage.house.db.read() as tx:
        for table in metadata.sorted_tables:
            rows = str((await tx.execute(table.select())).all())
            assert account not in rows
            assert "secret" not in rows

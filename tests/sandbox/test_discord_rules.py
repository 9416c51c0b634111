"""Our Discord refuses what Discord refuses, with the same codes."""

import asyncio
from collections.abc import Awaitable
from typing import Any

import aiohttp
import discord
import pytest

from sandbox.discord_world.state import Person
from sandbox.discord_world.world import DiscordWorld
from tests.sandbox.callers import caller, post
from tests.sandbox.conftest import Evening

MESSAGES = "POST /channels/{channel_id}/messages"


def _channel(evening: Evening) -> discord.TextChannel:
    found = evening.bot.get_channel(int(evening.hall.id))
    assert isinstance(found, discord.TextChannel)
    return found


async def _code(call: Awaitable[object]) -> tuple[int, int]:
    with pytest.raises(discord.HTTPException) as refused:
        await call
    return refused.value.status, refused.value.code


async def test_a_429_is_obeyed_and_the_message_comes_through(evening: Evening) -> None:
    evening.world.answer_429("/channels", 0.1)
    await _channel(evening).send("Quand même")
    assert [each.text for each in evening.hall.messages] == ["Quand même"]
    statuses = [each.status for each in evening.world.ledger.requests(*MESSAGES.split(" "))]
    assert statuses == [429, 200]


async def test_a_429_without_via_looks_like_a_ban_and_is_not_retried(evening: Evening) -> None:
    evening.world.answer_429("/channels", 0.1, via=False)
    assert (await _code(_channel(evening).send("Non")))[0] == 429


async def test_who_floods_a_channel_is_told_to_wait(world: DiscordWorld) -> None:
    guild = world.add_guild("Salle")
    hall = world.add_channel(guild, "hall")
    async with caller(world) as script:
        replies = [await post(script, world, hall, {"content": f"{n}"}) for n in range(6)]
    assert [status for status, _, _ in replies] == [200] * 5 + [429]
    first, last = replies[0][1], replies[-1][1]
    assert (first["X-RateLimit-Limit"], first["X-RateLimit-Remaining"]) == ("5", "4")
    assert first["X-RateLimit-Bucket"] == last["X-RateLimit-Bucket"]
    assert last["Via"]
    assert 0 < replies[-1][2]["retry_after"] <= 5
    assert len(hall.messages) == 5


async def test_nobody_calls_more_than_fifty_times_a_second(world: DiscordWorld) -> None:
    world.limit("global", 2, 60)
    async with caller(world) as script:
        for _ in range(2):
            assert (await script.get(f"{world.api_base}/users/@me")).status == 200
        answer = await script.get(f"{world.api_base}/users/@me")
        assert (answer.status, (await answer.json())["global"]) == (429, True)


async def test_a_message_whose_answer_was_lost_is_not_written_twice(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = asyncio.sleep
    monkeypatch.setattr("discord.http.asyncio.sleep", lambda _: real(0))
    evening.world.fault("/channels", 502, after=True, method="POST")
    await _channel(evening).send("Une seule fois")
    assert [each.text for each in evening.hall.messages] == ["Une seule fois"]
    assert len(evening.world.ledger.requests(*MESSAGES.split(" "))) == 2


async def test_a_closed_conversation_is_refused_until_it_is_opened(evening: Evening) -> None:
    world, ana = evening.world, evening.ana
    user = await evening.bot.fetch_user(int(ana.id))
    world.close_dms(ana)
    assert await _code(user.send("Bonjour")) == (403, 50007)
    world.open_dms(ana)
    await user.send("Bonjour")
    assert [each.text for each in world.dm_messages(ana)] == ["Bonjour"]


async def test_nobody_is_written_to_without_a_guild_in_common(evening: Evening) -> None:
    user = await evening.bot.fetch_user(int(evening.ana.id))
    evening.world.leave(evening.ana, evening.guild)
    assert await _code(user.send("Bonjour")) == (403, 50278)


async def test_conversations_opened_too_fast_are_refused(evening: Evening) -> None:
    evening.world.limit("new-dms", 1, 60)
    for person, refused in ((evening.ana, False), (evening.ana, False), (evening.ben, True)):
        user = discord.Object(int(person.id))
        if refused:
            assert await _code(evening.bot.create_dm(user)) == (403, 40003)
        else:
            await evening.bot.create_dm(user)


async def test_what_is_not_there_is_said_to_be_unknown(evening: Evening) -> None:
    channel = _channel(evening)
    assert await _code(channel.fetch_message(1)) == (404, 10008)
    assert await _code(evening.bot.fetch_channel(1)) == (404, 10003)
    guild = evening.bot.get_guild(int(evening.guild.id))
    assert guild is not None
    assert await _code(guild.fetch_member(1)) == (404, 10013)


async def test_a_missing_permission_is_refused(evening: Evening) -> None:
    world, hall = evening.world, evening.hall
    channel = _channel(evening)
    message = await channel.send("Là")
    world.deny_bot(hall, "send_messages", "pin_messages")
    assert await _code(channel.send("Plus là")) == (403, 50013)
    assert await _code(message.pin()) == (403, 50013)
    world.deny_bot(hall, "embed_links")
    assert await _code(channel.send(embed=discord.Embed(title="a"))) == (403, 50013)
    world.deny_bot(hall, "view_channel")
    assert await _code(channel.send("Plus là")) == (403, 50001)
    world.say(evening.ana, hall, "sans témoin", mentions_bot=True)
    assert all("sans témoin" not in each["content"] for each in _told(world))


def _told(world: DiscordWorld) -> list[dict[str, Any]]:
    return world.ledger.received("MESSAGE_CREATE")


async def test_a_thread_has_the_id_of_its_message_and_there_is_one(evening: Evening) -> None:
    channel = _channel(evening)
    message = await channel.send("Match")
    thread = await message.create_thread(name="Match 1")
    assert thread.id == message.id
    assert await _code(message.create_thread(name="Match 1 bis")) == (400, 160004)
    world_thread = evening.world.realm.channels[str(thread.id)]
    evening.world.say(evening.ana, world_thread, "je suis là", mentions_bot=True)
    assert evening.ana.id in world_thread.joined
    await thread.edit(archived=True)
    await thread.send("De retour")
    assert world_thread.archived is None


async def test_a_private_thread_is_seen_by_its_members_only(evening: Evening) -> None:
    world = evening.world
    thread = await _channel(evening).create_thread(name="Table")
    await thread.send("Entre nous")
    seen = "Entre nous"
    assert seen not in [each.text for each in world.seen_by(evening.ana)]
    await thread.add_user(discord.Object(int(evening.ana.id)))
    assert seen in [each.text for each in world.seen_by(evening.ana)]
    assert seen not in [each.text for each in world.seen_by(evening.ben)]


async def test_interactions_are_answered_once_and_follow_ups_come_after(
    evening: Evening,
) -> None:
    world = evening.world
    await evening.bot.close()
    answer = world.slash(evening.ana, evening.hall, "hello")
    found = answer.interaction
    callback = f"{world.api_base}/interactions/{found.id}/{found.token}/callback"
    hook = f"{world.api_base}/webhooks/{world.application_id}/{found.token}"
    async with aiohttp.ClientSession() as script:
        assert await _said(script, hook, {"content": "trop tôt"}) == (404, 10015)
        wrong = {"type": 8, "data": {"choices": []}}
        assert await _said(script, callback, wrong) == (400, 50035)
        assert (await _said(script, callback, {"type": 4, "data": {"content": "a"}}))[0] == 204
        assert await _said(script, callback, {"type": 5}) == (400, 40060)
        assert (await _said(script, f"{hook}?wait=true", {"content": "b"}))[0] == 200
    assert (await answer).text == "a"
    assert [each.text for each in answer.follow_ups] == ["b"]


async def _said(script: aiohttp.ClientSession, url: str, body: dict[str, Any]) -> tuple[int, int]:
    answer = await script.post(url, json=body)
    told = await answer.json() if answer.status != 204 else {}
    return answer.status, told.get("code", 0)


async def test_commands_of_a_guild_are_offered_there_and_by_their_french_name(
    world: DiscordWorld,
) -> None:
    here, there = world.add_guild("Ici"), world.add_guild("Là-bas")
    ana = world.add_person("Ana", here, there)
    url = f"{world.api_base}/applications/{world.application_id}/guilds/{here.id}/commands"
    command = {"name": "join", "description": "Join", "name_localizations": {"fr": "rejoindre"}}
    guarded = {"name": "close", "description": "Close", "default_member_permissions": "32"}
    async with caller(world) as script:
        await script.put(url, json=[command, guarded])
    world.slash(ana, world.add_channel(here, "hall"), "rejoindre")
    for name, where in (("join", there), ("close", here)):
        with pytest.raises(Exception, match=f"{name}"):
            world.slash(ana, world.add_channel(where, "autre"), name)
    world.slash(world.owner, here.channels[0], "close")


async def test_the_longest_language_of_a_choice_counts_in_what_a_command_weighs(
    world: DiscordWorld,
) -> None:
    url = f"{world.api_base}/applications/{world.application_id}/commands"
    choice = {"name": "a", "value": "a", "name_localizations": {"fr": "é" * 100}}
    option = {"type": 3, "name": "o", "description": "O", "choices": [choice] * 25}
    inner = [{**option, "type": 1, "name": f"c{one}", "choices": []} for one in range(4)]
    heavy = {"name": "join", "description": "Join"}
    heavy |= {"options": [{**each, "options": [option]} for each in inner]}  # type: ignore[dict-item]
    async with caller(world) as script:
        assert (await script.put(url, json=[heavy])).status == 400
        choice.pop("name_localizations")
        assert (await script.put(url, json=[heavy])).status == 200


async def test_a_fault_may_delay_or_cut(world: DiscordWorld) -> None:
    world.fault("/users", 0)
    world.fault("/users", seconds=0.05)
    async with caller(world) as script:
        with pytest.raises(aiohttp.ClientConnectionError):
            await script.post(f"{world.api_base}/users/@me/channels", json={})
        assert (await script.get(f"{world.api_base}/users/@me")).status == 200


async def test_an_address_nobody_knows_is_not_found(world: DiscordWorld) -> None:
    async with caller(world) as script:
        answer = await script.get(f"{world.api_base}/nowhere")
        assert (answer.status, answer.headers["Content-Type"]) == (404, "application/json")


async def test_the_moderators_pins_and_deletions_are_told(evening: Evening) -> None:
    world, hall = evening.world, evening.hall
    said: Any = world.say(evening.ana, hall, "à garder")
    world.pin(said)
    world.unpin(said)
    world.edit(evening.ana, said, "à garder !")
    world.delete_message(said)
    assert hall.messages == []
    person: Person = evening.ana
    world.delete(person, world.say(person, hall, "oups"))
    await world.until(lambda: len(world.ledger.received("MESSAGE_DELETE")) == 2, 2)
    assert len(world.ledger.received("CHANNEL_PINS_UPDATE")) == 2

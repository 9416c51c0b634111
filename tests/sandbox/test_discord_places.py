"""Channels, threads, history, roles and files in our Discord, asked for without a library."""

from typing import Any

import aiohttp
import pytest

from sandbox.discord_world.state import Channel, Guild, Person
from sandbox.discord_world.world import DiscordWorld
from tests.sandbox.callers import caller

REACTION = "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me"


@pytest.fixture
async def guild(world: DiscordWorld) -> Guild:
    return world.add_guild("Salle")


@pytest.fixture
async def hall(world: DiscordWorld, guild: Guild) -> Channel:
    return world.add_channel(guild, "hall")


@pytest.fixture
async def ana(world: DiscordWorld, guild: Guild) -> Person:
    return world.add_person("Ana", guild)


async def _ask(world: DiscordWorld, method: str, path: str, body: Any = None) -> Any:  # noqa: ANN401
    """The JSON of the answer; for a refusal its status and code."""
    async with (
        caller(world) as script,
        script.request(method, world.api_base + path, json=body) as answer,
    ):
        told: Any = await answer.json() if answer.content_type == "application/json" else None
        return (answer.status, told["code"]) if answer.status >= 400 else told


async def test_history_is_read_by_windows(world: DiscordWorld, hall: Channel, ana: Person) -> None:
    said = [world.say(ana, hall, f"{number}", mentions_bot=True).id for number in range(6)]
    path = f"/channels/{hall.id}/messages"

    async def ids(query: str) -> list[int]:
        return [said.index(each["id"]) for each in await _ask(world, "GET", path + query)]

    assert await ids("?limit=2") == [5, 4]
    assert await ids(f"?before={said[2]}") == [1, 0]
    assert await ids(f"?after={said[2]}&limit=2") == [4, 3]
    assert await ids(f"?around={said[2]}&limit=3") == [3, 2, 1]
    assert await _ask(world, "GET", path + "?limit=0") == (400, 50035)
    world.deny_bot(hall, "read_message_history")
    assert await ids("") == []


async def test_others_messages_are_deleted_with_a_permission_and_never_edited(
    world: DiscordWorld, hall: Channel, ana: Person
) -> None:
    one, two, three = (world.say(ana, hall, word) for word in ("a", "b", "c"))
    path = f"/channels/{hall.id}/messages"
    assert await _ask(world, "PATCH", f"{path}/{one.id}", {"content": "x"}) == (403, 50005)
    bulk = {"messages": [one.id, two.id]}
    assert await _ask(world, "POST", f"{path}/bulk-delete", bulk) is None
    assert [each.id for each in hall.messages] == [three.id]
    assert await _ask(world, "POST", f"{path}/bulk-delete", bulk | {"messages": ["1"]}) == (
        404,
        10008,
    )
    world.deny_bot(hall, "manage_messages")
    assert await _ask(world, "DELETE", f"{path}/{three.id}") == (403, 50013)


async def test_an_edit_may_not_leave_a_message_empty(world: DiscordWorld, hall: Channel) -> None:
    path = f"/channels/{hall.id}/messages"
    made = await _ask(world, "POST", path, {"content": "a"})
    one = f"{path}/{made['id']}"
    assert await _ask(world, "PATCH", one, {"content": ""}) == (400, 50006)
    changed = await _ask(world, "PATCH", one, {"content": "", "embeds": [{"title": "b"}]})
    assert changed["embeds"][0]["title"] == "b"
    assert changed["edited_timestamp"]


async def test_pins_and_reactions_are_read_by_both_addresses(
    world: DiscordWorld, hall: Channel, ana: Person
) -> None:
    world.limit(f"PUT {REACTION}", 10, 1)
    one = world.say(ana, hall, "a")
    world.react(ana, one, "👋")
    base = f"/channels/{hall.id}"
    await _ask(world, "PUT", f"{base}/pins/{one.id}")
    (old,) = await _ask(world, "GET", f"{base}/pins")
    new = await _ask(world, "GET", f"{base}/messages/pins")
    assert old["id"] == new["items"][0]["message"]["id"] == one.id
    await _ask(world, "DELETE", f"{base}/pins/{one.id}")
    assert one.pinned is None
    who = await _ask(world, "GET", f"{base}/messages/{one.id}/reactions/👋")
    assert [each["id"] for each in who] == [ana.id]
    assert await _ask(world, "GET", f"{base}/messages/{one.id}/reactions/🎉") == (404, 10014)
    world.deny_bot(hall, "add_reactions")
    assert await _ask(world, "PUT", f"{base}/messages/{one.id}/reactions/🎉/@me") == (403, 50013)
    assert await _ask(world, "PUT", f"{base}/messages/{one.id}/reactions/👋/@me") is None


async def test_a_thread_is_joined_left_and_closed(
    world: DiscordWorld, hall: Channel, ana: Person
) -> None:
    made = await _ask(world, "POST", f"/channels/{hall.id}/threads", {"name": "Table"})
    base = f"/channels/{made['id']}"
    assert made["type"] == 12
    await _ask(world, "PUT", f"{base}/thread-members/{ana.id}")
    member = await _ask(world, "GET", f"{base}/thread-members/{ana.id}")
    assert member["user_id"] == ana.id
    active = await _ask(world, "GET", f"/guilds/{hall.guild.id}/threads/active")  # type: ignore[union-attr]
    assert [each["id"] for each in active["threads"]] == [made["id"]]
    await _ask(world, "DELETE", f"{base}/thread-members/{ana.id}")
    assert await _ask(world, "GET", f"{base}/thread-members/{ana.id}") == (404, 10007)
    assert await _ask(world, "DELETE", f"{base}/thread-members/{ana.id}") == (404, 10007)
    assert await _ask(world, "PUT", f"{base}/thread-members/1") == (404, 10007)
    await _ask(world, "DELETE", f"{base}/thread-members/@me")
    assert (await _ask(world, "GET", base))["id"] == made["id"], "who manages threads sees them"
    world.deny_bot(hall, "manage_threads")
    assert await _ask(world, "PUT", f"{base}/thread-members/@me") == (403, 50001)
    assert await _ask(world, "GET", base) == (403, 50001)


async def test_a_public_thread_is_open_to_all_until_it_is_locked(
    world: DiscordWorld, hall: Channel, ana: Person
) -> None:
    asked = {"name": "Match", "type": 11, "auto_archive_duration": 60}
    made = await _ask(world, "POST", f"/channels/{hall.id}/threads", asked)
    base = f"/channels/{made['id']}"
    assert await _ask(world, "POST", f"{base}/threads", asked) == (400, 50024)
    await _ask(world, "PUT", f"{base}/thread-members/@me")
    world.say(ana, world.realm.channels[made["id"]], "ici")
    closed = await _ask(world, "PATCH", base, {"archived": True, "locked": True})
    assert closed["thread_metadata"]["archived"]
    assert await _ask(world, "PATCH", base, {"name": "Autre"}) == (400, 50083)
    world.deny_bot(hall, "manage_threads")
    assert await _ask(world, "POST", f"{base}/messages", {"content": "a"}) == (400, 50083)
    assert await _ask(world, "DELETE", base) == (403, 50013)


@pytest.mark.parametrize(
    "asked", [{"name": ""}, {"rate_limit_per_user": 21_601}, {"auto_archive_duration": 5}]
)
async def test_a_channel_is_not_changed_beyond_its_limits(
    world: DiscordWorld, hall: Channel, asked: dict[str, Any]
) -> None:
    assert await _ask(world, "PATCH", f"/channels/{hall.id}", asked) == (400, 50035)


async def test_channels_are_made_changed_and_deleted(world: DiscordWorld, guild: Guild) -> None:
    base = f"/guilds/{guild.id}/channels"
    made = await _ask(world, "POST", base, {"name": "tournoi", "topic": "Ce soir"})
    changed = await _ask(world, "PATCH", f"/channels/{made['id']}", {"name": "finale"})
    assert (changed["name"], changed["topic"]) == ("finale", "Ce soir")
    assert await _ask(world, "POST", base, {"name": "a", "type": 2}) == (400, 50035)
    await _ask(world, "DELETE", f"/channels/{made['id']}")
    assert await _ask(world, "GET", f"/channels/{made['id']}") == (404, 10003)
    guild.bot_permissions = 1 << 10
    assert await _ask(world, "POST", base, {"name": "a"}) == (403, 50013)


async def test_roles_are_given_and_taken(world: DiscordWorld, guild: Guild, ana: Person) -> None:
    role = world.add_role(guild, "Joueuses", ["manage_messages"])
    path = f"/guilds/{guild.id}/members/{ana.id}"
    await _ask(world, "PUT", f"{path}/roles/{role.id}")
    assert (await _ask(world, "GET", path))["roles"] == [role.id]
    await _ask(world, "DELETE", f"{path}/roles/{role.id}")
    assert (await _ask(world, "GET", path))["roles"] == []
    assert await _ask(world, "PUT", f"{path}/roles/1") == (404, 10011)
    world.give_role(ana, guild, role)
    members = await _ask(world, "GET", f"/guilds/{guild.id}/members?limit=10&after=0")
    assert [each["roles"] for each in members if each["user"]["id"] == ana.id] == [[role.id]]


async def test_a_guild_without_the_bot_is_not_there(world: DiscordWorld, guild: Guild) -> None:
    assert [each["id"] for each in await _ask(world, "GET", "/users/@me/guilds")] == [guild.id]
    assert await _ask(world, "DELETE", f"/users/@me/guilds/{guild.id}") is None
    assert await _ask(world, "GET", f"/guilds/{guild.id}") == (404, 10004)
    hidden = world.add_channel(guild, "hall")
    assert await _ask(world, "GET", f"/channels/{hidden.id}") == (403, 50001)
    world.invite_bot(guild, ["view_channel"])
    assert (await _ask(world, "GET", f"/guilds/{guild.id}?with_counts=1"))["name"] == "Salle"


async def test_commands_are_registered_one_by_one(world: DiscordWorld) -> None:
    base = f"/applications/{world.application_id}/commands"
    asked = {"name": "jouer", "description": "Jouer"}
    made = await _ask(world, "POST", base, asked)
    again = await _ask(world, "POST", base, asked)
    assert made["id"] == again["id"]
    assert (await _ask(world, "GET", f"{base}/{made['id']}"))["name"] == "jouer"
    await _ask(world, "DELETE", f"{base}/{made['id']}")
    assert await _ask(world, "GET", f"{base}/{made['id']}") == (404, 10063)
    assert await _ask(world, "PUT", base, [asked, asked]) == (400, 50035)
    assert await _ask(world, "GET", "/applications/1/commands") == (403, 50001)


async def test_files_are_kept_and_served(world: DiscordWorld, hall: Channel) -> None:
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("payload_json", '{"attachments":[{"id":0,"description":"Carte"}]}')
    form.add_field("files[0]", b"carte", filename="carte é.png", content_type="image/png")
    async with caller(world) as script:
        url = f"{world.api_base}/channels/{hall.id}/messages"
        made = await (await script.post(url, data=form)).json()
        (file,) = made["attachments"]
        served = await script.get(file["url"])
        assert (await served.read(), served.content_type) == (b"carte", "image/png")
        assert (await script.get(f"{file['url']}x")).status == 404
        avatar = await script.get(f"{world.cdn_url}/embed/avatars/1.png")
        assert avatar.content_type == "image/png"
    assert (file["filename"], file["description"]) == ("carte é.png", "Carte")
    assert hall.messages[0].attachments[0].data == b"carte"

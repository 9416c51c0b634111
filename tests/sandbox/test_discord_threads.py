"""Private threads, as Discord keeps them: who is in, who sees, who may put them away."""

from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sandbox.discord_world.permissions import SPARE
from sandbox.discord_world.state import PRIVATE_THREAD, Channel, Guild, Person
from sandbox.discord_world.waiting import CannotDo
from sandbox.discord_world.world import DiscordWorld
from tests.sandbox.callers import caller


@pytest.fixture
async def guild(world: DiscordWorld) -> Guild:
    """A server that gave the bot no more than it needs."""
    guild = world.add_guild("Salle", bot=False)
    world.invite_bot(guild, SPARE)
    return guild


@pytest.fixture
async def hall(world: DiscordWorld, guild: Guild) -> Channel:
    return world.add_channel(guild, "hall")


@pytest.fixture
async def ana(world: DiscordWorld, guild: Guild) -> Person:
    return world.add_person("Ana", guild)


@pytest.fixture
async def thread(world: DiscordWorld, hall: Channel) -> Channel:
    asked = {"name": "Table", "type": PRIVATE_THREAD, "invitable": False}
    made = await _ask(world, "POST", f"/channels/{hall.id}/threads", asked)
    assert made["thread_metadata"]["invitable"] is False
    return world.realm.channels[made["id"]]


async def _ask(world: DiscordWorld, method: str, path: str, body: Any = None) -> Any:  # noqa: ANN401
    """The JSON of the answer; for a refusal its status and code."""
    async with (
        caller(world) as script,
        script.request(method, world.api_base + path, json=body) as answer,
    ):
        told: Any = await answer.json() if answer.content_type == "application/json" else None
        return (answer.status, told["code"]) if answer.status >= 400 else told


def test_what_our_invitation_asks_for_is_what_the_bot_is_tried_with() -> None:
    guide = Path(__file__).parents[2] / "docs" / "operating.md"
    assert f"permissions `{SPARE}`" in guide.read_text("utf-8")


async def test_whoever_is_called_by_name_is_in_it(
    world: DiscordWorld, guild: Guild, thread: Channel, ana: Person
) -> None:
    ben = world.add_person("Ben", guild)
    path = f"/channels/{thread.id}/messages"
    await _ask(world, "POST", path, {"content": ana.mention})
    quiet: dict[str, Any] = {"content": ben.mention, "allowed_mentions": {"parse": []}}
    await _ask(world, "POST", path, quiet)
    assert ana.id in thread.joined
    assert ben.id not in thread.joined
    with pytest.raises(CannotDo):
        world.say(ben, thread, "J'entends tout")


async def test_moderators_see_every_thread_and_are_in_none(
    world: DiscordWorld, guild: Guild, thread: Channel, ana: Person
) -> None:
    staff = world.add_person("Camille", guild, permissions=["manage_threads"])
    said = await _ask(world, "POST", f"/channels/{thread.id}/messages", {"content": "Entre nous"})
    assert said["id"] in [each.id for each in world.seen_by(staff)]
    assert said["id"] not in [each.id for each in world.seen_by(ana)]
    assert staff.id not in thread.joined


async def test_a_page_is_told_who_reads_a_private_thread(
    world: DiscordWorld, hall: Channel, thread: Channel, ana: Person
) -> None:
    path = f"/channels/{thread.id}/messages"
    await _ask(world, "POST", path, {"content": ana.mention})
    async with aiohttp.ClientSession() as page, page.get(f"{world.base_url}/_world/state") as seen:
        state = await seen.json()
    told = {each["id"]: each["readers"] for each in state["guilds"][0]["channels"]}
    assert told[hall.id] is None, "everybody"
    assert set(told[thread.id]) == {world.bot.id, world.owner.id, ana.id}


async def test_it_takes_a_permission_and_there_is_a_most(
    world: DiscordWorld, guild: Guild, hall: Channel
) -> None:
    path, asked = f"/channels/{hall.id}/threads", {"name": "Table", "type": PRIVATE_THREAD}
    world.deny_bot(hall, "create_private_threads")
    assert await _ask(world, "POST", path, asked) == (403, 50013)
    world.deny_bot(hall)
    guild.most_threads = 1
    await _ask(world, "POST", path, asked)
    assert await _ask(world, "POST", path, asked) == (400, 160006)
    said = await _ask(world, "POST", f"/channels/{hall.id}/messages", {"content": "Match"})
    under = f"/channels/{hall.id}/messages/{said['id']}/threads"
    assert await _ask(world, "POST", under, {"name": "Match"}) == (400, 160006)


async def test_who_began_it_archives_it_and_does_not_lock_it(
    world: DiscordWorld, thread: Channel
) -> None:
    base = f"/channels/{thread.id}"
    assert await _ask(world, "PATCH", base, {"locked": True}) == (403, 50013)
    assert (await _ask(world, "PATCH", base, {"archived": True}))["thread_metadata"]["archived"]


async def test_in_an_archived_thread_nothing_changes_until_it_is_opened(
    world: DiscordWorld, thread: Channel, ana: Person
) -> None:
    base = f"/channels/{thread.id}"
    said = await _ask(world, "POST", f"{base}/messages", {"content": "avant"})
    await _ask(world, "PATCH", base, {"archived": True})
    edit = "PATCH", f"{base}/messages/{said['id']}", {"content": "après"}
    assert await _ask(world, *edit) == (400, 50083)
    assert await _ask(world, "PUT", f"{base}/thread-members/{ana.id}") == (400, 50083)
    await _ask(world, "PATCH", base, {"archived": False})
    assert (await _ask(world, *edit))["content"] == "après"
    await _ask(world, "PATCH", base, {"archived": True})
    await _ask(world, "POST", f"{base}/messages", {"content": "Encore un mot"})
    assert thread.archived is None, "to write in it opens it"

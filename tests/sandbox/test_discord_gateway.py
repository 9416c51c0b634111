"""An unmodified discord.py keeps its connection to our Discord, whatever is done to it."""

import discord
import pytest

from core.clock import Clock
from core.errors import CannotStart
from sandbox.discord_world import intents
from sandbox.discord_world.ids import Snowflakes
from sandbox.discord_world.world import DiscordWorld
from tests.sandbox.conftest import Evening
from tests.sandbox.stranger import NOTHING_PRIVILEGED, Stranger, meeting, pointed_at


class Sharded(discord.AutoShardedClient):
    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Do not wait five seconds between two shards."""


async def test_a_cut_connection_is_resumed_and_what_was_missed_is_told(evening: Evening) -> None:
    world = evening.world
    world.abort()
    await world.gone(2)
    world.dm(evening.ana, "pendant la coupure")
    await world.until(lambda: evening.bot.heard == ["pendant la coupure"], 5)
    assert len(world.ledger.sent(6)) == 1
    assert len(world.ledger.sent(2)) == 1


@pytest.mark.parametrize("how", ["drop", "order_reconnect"])
async def test_a_bot_told_to_reconnect_resumes(evening: Evening, how: str) -> None:
    getattr(evening.world, how)()
    await evening.world.until(lambda: evening.world.ledger.received("RESUMED") == [{}], 5)


async def test_a_forgotten_session_is_identified_anew(evening: Evening) -> None:
    world = evening.world
    world.forget_sessions()
    world.drop()
    await world.until(lambda: len(world.ledger.received("READY")) == 2, 5)
    assert [frame.data for frame in world.ledger.frames if frame.op == 9] == [False]
    answer = await world.slash(evening.ana, evening.hall, "hello")
    assert answer.text == "Salut"


async def test_a_wrong_token_is_refused_by_both_doors(world: DiscordWorld) -> None:
    client = discord.Client(intents=discord.Intents.none())
    with pytest.raises(discord.LoginFailure):
        await client.start("wrong")
    await client.close()

    client = discord.Client(intents=discord.Intents.none())
    await client.login(world.bot_token)
    client.http.token = "revoked"  # noqa: S105 - that is the point
    with pytest.raises(discord.ConnectionClosed) as closed:
        await client.connect()
    assert closed.value.code == 4004
    await client.close()


async def test_an_intent_that_was_not_granted_ends_the_connection(world: DiscordWorld) -> None:
    bot = Stranger(discord.Intents(guilds=True, members=True))
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with meeting(world, bot):
            pass


async def test_with_the_content_intent_everything_is_read() -> None:
    world = await DiscordWorld.start(granted_intents=intents.MESSAGE_CONTENT)
    guild = world.add_guild("Salle")
    hall = world.add_channel(guild, "hall")
    ana = world.add_person("Ana", guild)
    bot = Stranger(discord.Intents(guilds=True, guild_messages=True, message_content=True))
    with pointed_at(world):
        async with meeting(world, bot):
            world.say(ana, hall, "tout le monde me lit")
            await world.until(lambda: bot.heard == ["tout le monde me lit"], 2)
            world.dm(ana, "mais pas ici")
            assert world.ledger.received("MESSAGE_CREATE")[1:] == []
    await world.close()


async def test_members_are_told_in_chunks_to_those_who_may_ask() -> None:
    world = await DiscordWorld.start(granted_intents=intents.MEMBERS)
    guild = world.add_guild("Salle")
    world.add_person("Ana", guild)
    bot = Stranger(discord.Intents(guilds=True, members=True))
    with pointed_at(world):
        async with meeting(world, bot):
            seen = bot.get_guild(int(guild.id))
            assert seen is not None
            assert {each.display_name for each in seen.members} >= {"Ana"}
            world.add_person("Ben", guild)
            await world.until(lambda: len(world.ledger.received("GUILD_MEMBER_ADD")) == 1, 2)
    await world.close()


async def test_each_shard_hears_of_its_own_guilds(world: DiscordWorld) -> None:
    guilds = [world.add_guild(f"Salle {number}") for number in range(4)]
    while len({(int(guild.id) >> 22) % 2 for guild in guilds}) < 2:
        guilds.append(world.add_guild("Encore une"))
    halls = [world.add_channel(guild, "hall") for guild in guilds]
    ana = world.add_person("Ana", *guilds)
    client = Sharded(intents=NOTHING_PRIVILEGED, shard_count=2, guild_ready_timeout=0.1)

    def told() -> list[int]:
        return [each.shard for each in world.ledger.frames if each.event == "MESSAGE_CREATE"]

    async with meeting(world, client):
        await world.ready(10, commands=False, shards=2)
        for hall in halls:
            world.say(ana, hall, "ici")
        world.dm(ana, "en privé")
        await world.until(lambda: len(told()) > len(guilds), 2)
    theirs = [(int(guild.id) >> 22) % 2 for guild in guilds]
    assert set(theirs) == {0, 1}
    assert sorted(told()) == sorted([0, *theirs])


async def test_a_bot_that_asks_how_many_shards_to_run_is_told(world: DiscordWorld) -> None:
    client = Sharded(intents=NOTHING_PRIVILEGED, guild_ready_timeout=0.1)
    async with meeting(world, client):
        assert client.shard_count == 1
    assert len(world.ledger.requests("GET", "/gateway/bot")) == 1


async def test_new_guilds_channels_and_roles_are_told_at_once(evening: Evening) -> None:
    world = evening.world
    guild = world.add_guild("Autre salle", locale="en")
    world.add_role(guild, "Médiation")
    channel = world.add_channel(guild, "accueil")
    await world.until(lambda: evening.bot.get_channel(int(channel.id)) is not None, 2)
    seen = evening.bot.get_guild(int(guild.id))
    assert seen is not None
    assert seen.preferred_locale is discord.Locale.british_english
    assert {each.name for each in seen.roles} == {"@everyone", "Médiation"}
    world.expel_bot(guild)
    await world.until(lambda: evening.bot.get_guild(int(guild.id)) is None, 2)


async def test_a_port_in_use_is_said_in_one_sentence(world: DiscordWorld) -> None:
    with pytest.raises(CannotStart) as refused:
        await DiscordWorld.start(world.port)
    assert (refused.value.key, refused.value.slots) == (
        "start-port-in-use",
        {"port": str(world.port)},
    )


async def test_messages_are_dated_by_the_clock_they_were_given() -> None:
    clock = Clock(wall=lambda: 1_800_000_000.0)
    world = await DiscordWorld.start(clock=clock)
    guild = world.add_guild("Salle")
    said = world.say(world.add_person("Ana", guild), world.add_channel(guild, "hall"), "là")
    assert said.at == clock.now()
    assert abs((discord.Object(int(said.id)).created_at - clock.now()).total_seconds()) < 1
    await world.close()


def test_ids_grow_and_never_come_twice() -> None:
    clock = Clock(wall=lambda: 1_800_000_000.0)
    one, other = Snowflakes(clock, worker=1), Snowflakes(clock, worker=2)
    made = [one.next() for _ in range(1000)]
    assert made == sorted(made, key=int)
    assert len({*made, *(other.next() for _ in range(1000))}) == 2000

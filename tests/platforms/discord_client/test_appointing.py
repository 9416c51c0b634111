"""One scheduled event per appointment, through kills, refusals and what people do by hand."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

import discord
import pytest
import pytest_asyncio

from core.clock import Clock
from core.courier import Appointment, Progress
from platforms.discord_client.appointing import Appointing
from sandbox.discord_world.permissions import SPARE
from sandbox.discord_world.state import Guild, ScheduledEvent
from sandbox.discord_world.world import DiscordWorld
from storage import appointments as rows
from storage.appointments import AppointmentRow, Appointments
from storage.database import Database
from tests.platforms.discord_client.scene import Killed
from tests.sandbox.stranger import pointed_at

KEY = "event", "1"
CREATE_EVENTS = 1 << 44
CREATE = "/guilds/{guild_id}/scheduled-events"


class Dying(Appointments):
    """A process that is killed once Discord has made it, before that is written down."""

    async def found(self, row: AppointmentRow, guild: str, event: str) -> None:
        raise Killed


@dataclass
class Scene:
    world: DiscordWorld
    db: Database
    guild: Guild
    channel: str
    client: discord.Client
    shown: Appointment | None
    clock: Clock = field(default_factory=Clock)

    async def carry(self, appointments: Appointments | None = None) -> None:
        async def show(subject: str) -> Appointment | None:
            assert subject == "1"
            return self.shown

        courier = Appointing(lambda: self.client, self.clock, {"event": show})
        await courier.carry(appointments or Appointments(self.db))

    async def change(self, **changed: object) -> None:
        assert self.shown is not None
        self.shown = replace(self.shown, **changed)  # type: ignore[arg-type]  # its own fields
        async with self.db.write() as tx:
            await rows.again(tx, *KEY)
        await self.carry()

    async def refusal(self) -> int | None:
        async with self.db.read() as tx:
            return await rows.refusal(tx, *KEY)

    @property
    def events(self) -> list[ScheduledEvent]:
        return list(self.guild.scheduled.values())


@pytest_asyncio.fixture
async def scene(db: Database) -> AsyncIterator[Scene]:
    world = await DiscordWorld.start()
    guild = world.add_guild("Salle", bot=False)
    world.invite_bot(guild, SPARE | CREATE_EVENTS)
    channel = world.add_channel(guild, "tournois").id
    client = discord.Client(intents=discord.Intents.none(), max_ratelimit_timeout=60)
    starts = Clock().now().replace(microsecond=0) + timedelta(hours=3)
    mark = "https://example.org/t/abc"
    shown = Appointment(
        "Coupe", f"À 8.\n{mark}", mark, starts, starts + timedelta(hours=3), Progress.AHEAD
    )
    async with db.write() as tx:
        await rows.want(tx, *KEY, channel)
    with pointed_at(world):
        await client.login(world.bot_token)
        yield Scene(world, db, guild, channel, client, shown)
        await client.close()
    await world.close()


async def test_it_is_made_once_and_kept_in_step(scene: Scene) -> None:
    await scene.carry()
    (event,) = scene.events
    assert (event.name, event.status) == ("Coupe", 1)
    assert event.location == f"https://discord.com/channels/{scene.guild.id}/{scene.channel}"
    assert scene.shown is not None
    later = scene.shown.starts + timedelta(hours=1)
    await scene.change(name="Coupe du soir", starts=later, ends=later + timedelta(hours=3))
    assert scene.events == [event]
    assert (event.name, event.starts) == ("Coupe du soir", later)
    await scene.change(progress=Progress.ON)
    assert event.status == 2
    await scene.change(progress=Progress.OVER)
    assert event.status == 3


async def test_a_kill_after_it_was_made_makes_no_second_one(scene: Scene) -> None:
    for _ in range(2):
        try:
            await scene.carry(Dying(scene.db))
        except Killed:
            continue
    await scene.carry()
    await scene.carry()
    assert len(scene.events) == 1
    assert len(scene.world.ledger.requests("POST", CREATE)) == 1


async def test_what_discord_made_twice_is_one_again(scene: Scene) -> None:
    """discord.py repeats a request that ended in a fault, though it was carried out."""
    scene.world.fault(f"/guilds/{scene.guild.id}/scheduled", 502, method="POST", after=True)
    await scene.carry()
    assert len(scene.world.ledger.requests("POST", CREATE)) == 2
    assert len(scene.events) == 1


async def test_the_end_is_reached_from_anywhere(scene: Scene) -> None:
    await scene.carry()
    (event,) = scene.events
    await scene.change(progress=Progress.OVER)  # nobody was up while it was played
    assert event.status == 3


async def test_what_is_called_off_is_called_off_and_what_has_begun_is_ended(scene: Scene) -> None:
    await scene.carry()
    (event,) = scene.events
    await scene.change(progress=Progress.OFF)
    assert event.status == 4


async def test_without_the_right_nothing_is_made_and_the_reason_is_known(scene: Scene) -> None:
    scene.guild.bot_permissions = SPARE
    await scene.carry()
    assert scene.events == []
    assert await scene.refusal() == 50013
    scene.guild.bot_permissions |= CREATE_EVENTS
    await scene.change(name="Coupe")
    assert len(scene.events) == 1
    assert await scene.refusal() is None


async def test_what_a_person_has_deleted_is_not_made_again(scene: Scene) -> None:
    await scene.carry()
    scene.guild.scheduled.clear()
    await scene.change(name="Autre")
    assert scene.events == []


async def test_it_waits_out_a_discord_that_is_away(scene: Scene) -> None:
    scene.world.fault(f"/guilds/{scene.guild.id}", 429, {"message": "…", "code": 0})
    await scene.carry()
    assert scene.events == []
    scene.clock = Clock(wall=lambda: Clock().seconds() + 60)
    await scene.carry()
    assert len(scene.events) == 1


async def test_what_has_begun_without_one_gets_none(scene: Scene) -> None:
    await scene.change(progress=Progress.ON)
    assert scene.events == []


async def test_what_is_gone_shows_nothing(scene: Scene) -> None:
    scene.shown = None
    await scene.carry()
    await scene.carry()
    assert scene.world.ledger.requests("GET", "/channels/{channel_id}") == []


async def test_one_that_cannot_be_told_holds_up_no_other(scene: Scene) -> None:
    """Its tournament is gone with its server, say."""

    async def show(subject: str) -> Appointment | None:
        if subject == "1":
            raise LookupError
        return scene.shown

    async with scene.db.write() as tx:
        await rows.want(tx, "event", "2", scene.channel)
    await Appointing(lambda: scene.client, scene.clock, {"event": show}).carry(
        Appointments(scene.db)
    )
    assert len(scene.events) == 1


async def test_a_login_that_ends_meanwhile_is_no_incident(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    """The bot is stopped while Discord is being told: the next login tells it."""
    await scene.client.close()
    await scene.carry()
    assert "incident" not in caplog.text
    assert len(await Appointments(scene.db).behind(scene.clock.now() + timedelta(days=1))) == 1

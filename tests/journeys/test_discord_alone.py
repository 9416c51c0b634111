"""`bot.py run` with a token, two addresses and nothing else: Discord alone, on any loopback."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sandbox.discord_world.state import Channel, Person
from sandbox.discord_world.world import DiscordWorld
from sandbox.people import buttons, insist
from tests.journeys.conftest import bot, clean_environment

UP = 60.0  # seconds to come up, on a machine that has other things to do
CARD = 15.0  # seconds
DANGER = "je veux mourir"


@dataclass(frozen=True, slots=True)
class Server:
    world: DiscordWorld
    hall: Channel
    host: Person
    guest: Person


@asynccontextmanager
async def running(folder: Path, given: Mapping[str, str]) -> AsyncIterator[Server]:
    """A Discord with one server, and the real bot that knows its token and where it is."""
    world = await DiscordWorld.start()
    guild = world.add_guild("La Salle d'arcade", locale="fr")
    hall = world.add_channel(guild, "tournois")
    host = world.add_person("Camille", guild, locale="fr", permissions=["manage_guild"])
    guest = world.add_person("Inès", guild, locale="fr")
    own = {
        "MARAUDE_DISCORD__TOKEN": world.bot_token,
        "MARAUDE_DISCORD__API_BASE": world.api_base,
        "MARAUDE_DISCORD__GATEWAY_URL": world.gateway_url,
        "MARAUDE_WEB__PORT": "0",
        **given,
    }
    with (folder / "bot.log").open("wb") as log:
        started = await asyncio.create_subprocess_exec(
            *bot("run"), cwd=folder, env=clean_environment(**own), stdout=log, stderr=log
        )
    try:
        await world.ready(UP)
        yield Server(world, hall, host, guest)
        assert started.returncode is None, "it is still there"
    finally:
        if started.returncode is None:
            started.terminate()
        await asyncio.wait_for(started.wait(), 20)
        await world.close()
    assert started.returncode == 0
    assert " ERROR " not in (folder / "bot.log").read_text("utf-8")


async def test_it_comes_up_and_answers_everything(tmp_path: Path) -> None:
    async with running(tmp_path, {}) as server:
        await _everything(server)


async def test_without_a_model_everything_else_works(tmp_path: Path) -> None:
    async with running(tmp_path, {"MARAUDE_SIGNALS__MODEL": "/nowhere"}) as server:
        await _everything(server)
        world = server.world
        answer = await insist(lambda: world.slash(server.host, server.hall, "channel open"))
        assert answer is not None
        assert answer.text


async def _everything(server: Server) -> None:
    world, hall, guest = server.world, server.hall, server.guest
    privacy = await insist(lambda: world.slash(guest, hall, "privacy"))
    assert privacy is not None
    assert privacy.ephemeral
    assert "/stop" in privacy.text

    made = await insist(
        lambda: world.slash(
            server.host, hall, "tournament create", template="cup-16", name="Coupe", start="70"
        )
    )
    assert made is not None
    publish = buttons(made, "tournaments.publish")[0]
    assert await insist(lambda: world.click(server.host, made, publish)) is not None
    card = await world.wait_for_message(
        hall, lambda post: bool(buttons(post, "tournaments.join")), CARD
    )
    joined = await insist(lambda: world.click(guest, card, buttons(card, "tournaments.join")[0]))
    assert joined is not None
    assert joined.ephemeral
    assert "1 sur 16" in joined.text

    talk = await insist(lambda: world.slash(guest, hall, "talk"))
    assert talk is not None
    assert talk.ephemeral
    assert buttons(talk, "mediation.yes")

    world.dm(guest, DANGER)
    emergency = await world.wait_for_message(
        world.dm_channel(guest), lambda post: "3114" in post.text, CARD
    )
    assert emergency.silent
    assert emergency.components

"""`bot.py sandbox`: both worlds alone, for clients in any language."""

import asyncio
import json
import signal
import sys
from pathlib import Path

import pytest

from core.errors import CannotStart
from sandbox.alone import serve
from sandbox.discord_world.world import DiscordWorld

ROOT = Path(__file__).parents[2]
ADDRESSES = {"api_base", "gateway_url", "oauth_url", "control_url", "bot_token", "application_id"}


async def test_it_says_where_it_is_and_stops_when_told() -> None:
    script = "import asyncio; from sandbox.alone import serve; asyncio.run(serve())"
    alone = await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert alone.stdout is not None
    told = json.loads(await alone.stdout.readline())
    assert told["discord"].keys() >= ADDRESSES
    assert told["twitch"].keys() >= {"helix_url", "id_url", "eventsub_url", "bot_token"}
    assert len(told["discord"]["people"]) >= 2
    alone.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(alone.wait(), 5) == 0


@pytest.mark.parametrize("which", ["discord_port", "twitch_port"])
async def test_a_port_in_use_is_said_in_one_sentence(world: DiscordWorld, which: str) -> None:
    with pytest.raises(CannotStart) as refused:
        await serve(**{which: world.port})
    assert refused.value.slots == {"port": str(world.port)}

"""`bot.py demo --script`, typed as a newcomer types it: the story, the pictures, and 0."""

import asyncio
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from tests.journeys.conftest import bot, clean_environment

pytestmark = pytest.mark.long
LONGEST = 150.0  # seconds; under a minute on a machine that has nothing else to do
KEYS = {
    *("players", "entrants_discord", "entrants_twitch", "matches", "champion"),
    *("messages_delivered", "messages_read_by_classifier", "messages_read_without_both_yeses"),
    *("offers_sent", "contacts_created", "first_reply_seconds", "handover", "seconds"),
}


async def test_the_evening_is_told_and_kept_in_a_folder(tmp_path: Path) -> None:
    words = ("demo", "--script", "--lang", "en", "--seed", "2", "--out", "kept")
    started = await asyncio.create_subprocess_exec(
        *bot(*words),
        cwd=tmp_path,
        env=clean_environment(LANG="C.UTF-8"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        out, err = await asyncio.wait_for(started.communicate(), LONGEST)
    finally:
        if started.returncode is None:
            started.kill()
            await started.wait()

    assert (started.returncode, err.decode()) == (0, "")
    story = json.loads((tmp_path / "kept" / "story.json").read_text("utf-8"))
    assert story.keys() >= KEYS
    assert story["messages_read_without_both_yeses"] == 0
    assert story["champion"] in out.decode()
    assert sorted(each.name for each in (tmp_path / "kept").iterdir()) == [
        "bracket.png",
        "bracket.svg",
        "story.json",
    ]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["kept"], "and nothing beside it"
    ET.fromstring((tmp_path / "kept" / "bracket.svg").read_text("utf-8"))  # noqa: S314 - ours
    Image.open(io.BytesIO((tmp_path / "kept" / "bracket.png").read_bytes())).verify()

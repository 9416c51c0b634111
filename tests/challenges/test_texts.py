"""What is loaded at the start, and what the texts never say."""

from pathlib import Path

import pytest

from cogs.challenges import wiring as challenges
from cogs.challenges.discord_face.drawing import PACKS
from core.errors import CannotStart
from prompts import HOME, LANGUAGES, Texts
from tests.challenges.evening import PACKS as FOLDER
from tests.challenges.evening import shipped

THREATS = ("dernière chance", "last chance", "perdu", "you lose", "dépêche", "hurry", "plus que")


def test_every_pack_has_a_name(texts: Texts) -> None:
    assert {each.pack for each in shipped().values()} == set(PACKS)
    assert {path.name for path in FOLDER.iterdir() if path.is_dir()} == set(PACKS)


def test_a_broken_file_stops_the_start_and_a_poor_question_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "audio"
    folder.mkdir()
    good = (FOLDER / "audio" / "hertz.toml").read_text("utf-8")
    (folder / "hertz.toml").write_text(good, "utf-8")
    (folder / "long.toml").write_text(good.replace("Le hertz", "Le hertz " * 30), "utf-8")
    assert list(challenges.load(folder.parent)) == ["audio-hertz"]
    (folder / "broken.toml").write_text("id = ", "utf-8")
    with pytest.raises(CannotStart) as stop:
        challenges.load(folder.parent)
    assert "audio/broken.toml" in str(stop.value.slots["problem"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_threaten_nobody(language: str) -> None:
    written = (HOME / language / "challenges.ftl").read_text("utf-8").lower()
    lines = "\n".join(line for line in written.splitlines() if not line.startswith("#"))
    assert [threat for threat in THREATS if threat in lines] == []

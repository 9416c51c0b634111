"""How sentences bend to those they are meant for, and how a broken one stops the start."""

from pathlib import Path

import pytest

from core.people import Voice
from prompts import Texts, Unreadable


def test_who_speaks_neither_french_nor_english_is_answered_in_english(texts: Texts) -> None:
    german, english = Voice("de"), Voice("en")
    assert texts.say(german, "errors-too-old") == texts.say(english, "errors-too-old")


@pytest.mark.parametrize(
    "content", ["web-skip = Contre { $opponent\n", "web-skip = Un\nweb-skip = Deux\n"]
)
def test_a_text_that_cannot_be_read_stops_the_start(content: str, tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "web.ftl").write_text(content)
    with pytest.raises(Unreadable, match=r"web\.ftl"):
        Texts(tmp_path)

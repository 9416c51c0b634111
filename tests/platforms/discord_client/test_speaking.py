"""A name on Discord can format, call, link or hide nothing."""

import pytest

from platforms.discord_client.speaking import plain

HOSTILE = [
    "@everyone",
    "@here",
    "<@123456789012345678>",
    "<@!123456789012345678>",
    "<@&123456789012345678>",
    "**gras**",
    "||caché||",
    "`code`",
    "~~barré~~",
    "_penché_",
    "[gratuit](https://mal.example)",
    "# titre",
    "> cité",
    "- point",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_only_a_name(name: str) -> None:
    shown = plain(name)
    assert shown != name
    assert shown.replace("\\", "").replace("\u200b", "") == name  # and it still reads the same
    assert plain("Zoé 2 · l'éclair") == "Zoé 2 · l'éclair"

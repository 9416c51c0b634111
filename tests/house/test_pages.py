"""Pages load nothing from elsewhere, run nothing inline, and can be read."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [
    *(ROOT / "cogs").rglob("pages/*.html"),
    *(ROOT / "platforms/pages").glob("*.html"),
    *(ROOT / "sandbox").rglob("*.html"),
]
ASSETS = [*(ROOT / "platforms/static").glob("*"), *(ROOT / "sandbox").rglob("*.js")]
ELSEWHERE = re.compile(r"""(?:src|href|action)=["']?(?:https?:)?//|@import|url\(\s*["']?http""")
INLINE = re.compile(r"\son[a-z]+=|\sstyle=|javascript:")
CSS = (ROOT / "platforms/static/house.css").read_text("utf-8")


@pytest.mark.parametrize("path", [*PAGES, *ASSETS], ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_loaded_from_elsewhere(path: Path) -> None:
    assert not ELSEWHERE.search(path.read_text("utf-8"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_runs_or_is_styled_inline(path: Path) -> None:
    assert not INLINE.search(path.read_text("utf-8"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_scripts_and_styles_in_a_page_carry_its_nonce(path: Path) -> None:
    text = path.read_text("utf-8")
    own = [tag for tag in re.findall(r"<(?:script|style)[^>]*>", text) if "src=" not in tag]
    assert all("nonce" in tag for tag in own)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_picture_and_field_has_a_name(path: Path) -> None:
    text = path.read_text("utf-8")
    assert all("alt=" in tag for tag in re.findall(r"<img[^>]*>", text))
    for tag in re.findall(r"<(?:input|textarea|select)[^>]*>", text):
        assert re.search(r"type=.hidden|aria-label=|id=", tag), tag


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


COLOURS = re.compile(r"--([a-z-]+): (#[0-9a-f]{6})")
EVENING = dict(COLOURS.findall((ROOT / "sandbox/pages/evening.css").read_text("utf-8")))
THEMES = [dict(COLOURS.findall(part)) for part in CSS.split("@media")[:2]]


@pytest.mark.parametrize("theme", THEMES, ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "soft", "act", "ok", "alert"])
@pytest.mark.parametrize("ground", ["ground", "panel", "glow"])
def test_every_ink_can_be_read_on_every_ground(
    theme: dict[str, str], ink: str, ground: str
) -> None:
    assert contrast(theme[ink], theme[ground]) >= 4.5
    assert contrast(theme["act-ink"], theme["act"]) >= 4.5


@pytest.mark.parametrize("ink", ["ink", "soft", "act", "ok", "gold", "alert"])
@pytest.mark.parametrize("ground", ["ground", "panel", "deep", "raised"])
def test_the_evening_can_be_read_too(ink: str, ground: str) -> None:
    assert contrast(EVENING[ink], EVENING[ground]) >= 4.5
    assert contrast("#ffffff", EVENING["press"]) >= 4.5

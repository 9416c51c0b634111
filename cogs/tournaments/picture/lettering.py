"""Names as they can be drawn: cleaned, cut into what people see as one character, measured."""

import unicodedata
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from typing import Final

import regex
from PIL import ImageFont

LONGEST: Final = 20  # characters of a name, as people count them
FAMILY: Final = "Source Sans Pro"
EMOJI_WIDTH: Final = 1.2  # of the size of the text
OTHER_WIDTH: Final = 1.0  # a script that our font does not have, most often a square one

_CLUSTER: Final = regex.compile(r"\X")
_EMOJI: Final = regex.compile(
    r"\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Emoji}\p{Emoji_Modifier}"
)
# What an emoji may be made of besides pictures: a joiner, a style, a keycap, the tags of a flag.
_MORTAR: Final = regex.compile(r"[\u200D\uFE0F\u20E3\U000E0020-\U000E007F0-9#*]|\p{Emoji}")
# Controls, bidi marks, surrogates, what has no name: it breaks XML or hides something.
_UNSEEN: Final = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_DEEPEST: Final = 4  # code points of a letter with its marks; more is a tower of them
_BUILT: Final = 12  # code points of an emoji: a family of four with its joiners has seven
_MEASURED: Final = 100  # the size at which widths are taken, then scaled


class Script(Enum):
    PLAIN = auto()  # our font has it
    EMOJI = auto()
    OTHER = auto()


class Cut(Enum):
    REGULAR = "SourceSansPro-Regular.ttf"
    ITALIC = "SourceSansPro-It.ttf"
    BOLD = "SourceSansPro-Bold.ttf"


def cleaned(name: str, longest: int = LONGEST) -> str:
    """The name without what cannot be seen or turns the text around, and not too long."""
    clusters = [_visible(cluster) for cluster in clusters_of(unicodedata.normalize("NFC", name))]
    shown = clusters_of(" ".join("".join(clusters).split()))
    if len(shown) > longest:
        return "".join(shown[: longest - 1]).rstrip() + "…"
    return "".join(shown)


def clusters_of(text: str) -> list[str]:
    """What people see as single characters."""
    return [str(cluster) for cluster in _CLUSTER.findall(text)]


def runs_of(text: str) -> Iterator[tuple[Script, str]]:
    """Stretches that one font can draw; each emoji is a stretch of its own."""
    for script, run in groupby(clusters_of(text), _script):
        if script is Script.EMOJI:
            yield from ((script, cluster) for cluster in run)
        else:
            yield script, "".join(run)


def width(text: str, size: float, cut: Cut = Cut.REGULAR) -> float:
    """How wide the text is drawn. The same on every machine, whatever fonts it has."""
    return sum(_run_width(script, run, cut) for script, run in runs_of(text)) * size


def fitted(text: str, room: float, size: float, cut: Cut = Cut.REGULAR) -> str:
    """The text, or as much of it as fits, with an ellipsis."""
    if width(text, size, cut) <= room:
        return text
    clusters = clusters_of(text)
    while clusters and width("".join(clusters).rstrip() + "…", size, cut) > room:
        clusters.pop()
    return "".join(clusters).rstrip() + "…"


@lru_cache(maxsize=64)
def font(cut: Cut, size: int, engine: ImageFont.Layout | None = None) -> ImageFont.FreeTypeFont:
    """Our own font, never Pillow's default: that one has no accents."""
    path = files("font_source_sans_pro") / "files" / cut.value
    return ImageFont.truetype(str(path), size, layout_engine=engine)


@lru_cache(maxsize=4096)
def has(character: str) -> bool:
    """Whether our font has a shape of its own for this character."""
    face = font(Cut.REGULAR, _MEASURED)
    shape, box = face.getmask(character), face.getmask("\U0010ffff")
    return character.isspace() or (shape.size, bytes(shape)) != (box.size, bytes(box))


@lru_cache(maxsize=4096)
def _run_width(script: Script, run: str, cut: Cut) -> float:
    if script is Script.PLAIN:
        # The finer engine is not on every machine, and would move everything by a hair.
        return font(cut, _MEASURED, ImageFont.Layout.BASIC).getlength(run) / _MEASURED
    return (EMOJI_WIDTH if script is Script.EMOJI else OTHER_WIDTH) * len(clusters_of(run))


def _visible(cluster: str) -> str:
    if _is_emoji(cluster):
        return "".join(_MORTAR.findall(cluster)[:_BUILT])
    kept = (letter for letter in cluster if _category(letter) not in _UNSEEN)
    return "".join(list(kept)[:_DEEPEST])


def _category(letter: str) -> str:
    return "Zs" if letter in "\t\n\r" else unicodedata.category(letter)


def _script(cluster: str) -> Script:
    if _is_emoji(cluster):
        return Script.EMOJI
    return Script.PLAIN if all(has(letter) for letter in cluster) else Script.OTHER


def _is_emoji(cluster: str) -> bool:
    return bool(_EMOJI.search(cluster))

"""The colours of a bracket, chosen by contrast; a test computes every ratio from this table.

States are Okabe and Ito's, told apart by people who see colours differently, and each comes with
a glyph: nothing is ever said by colour alone.
"""

from typing import Final

PAPER: Final = "#0B0E14"
CARD: Final = "#151B27"
RAISED: Final = "#1B2A3D"  # behind the one who won
EDGE: Final = "#62728E"  # frames and connectors
INK: Final = "#F4F6FA"
SOFT: Final = "#AAB3C5"  # the one who lost, what is not known yet, headings
WIN: Final = "#56B4E9"
LIVE: Final = "#E69F00"
READY: Final = "#2BB38A"  # Okabe and Ito's green, lighter: small words must be read on a card
ALERT: Final = "#F08C4B"  # their vermilion, lighter for the same reason

# (what, on what): text needs 4.5 to 1, frames and connectors 3 to 1.
TEXTS: Final = (
    *((ink, ground) for ink in (INK, SOFT, WIN, LIVE, READY, ALERT) for ground in (PAPER, CARD)),
    (INK, RAISED),
    (SOFT, RAISED),
    (WIN, RAISED),
)
LINES: Final = ((EDGE, PAPER), (WIN, PAPER), (LIVE, PAPER), (READY, PAPER), (ALERT, PAPER))


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    """One channel of sRGB as light; below the first number the curve is a straight line."""
    straight, slope = 0.04045, 12.92
    return share / slope if share <= straight else ((share + 0.055) / 1.055) ** 2.4

"""How a name is shown: normalised, short, and never an insult or an address on somebody's stream.

A name that cannot be shown becomes "", and its seat is called by its number.
"""

import re
import unicodedata
from collections.abc import Container
from typing import Final

LONGEST: Final = 20  # characters as a reader counts them
_WIDEST: Final = 80  # code points: a family of emoji is one character and seven of these
_JOINERS: Final = frozenset("\u200d\ufe0e\ufe0f")  # what holds an emoji together
_TONES: Final = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_FLAGS: Final = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
_ADDRESS: Final = re.compile(
    r"://|www\.|\b[a-z0-9-]+\.(com|fr|net|org|gg|tv|io|ru|xyz)\b", re.IGNORECASE
)
_DISGUISE: Final = str.maketrans("0134578@$!", "oieastbasi")

# Beginnings of words that nobody should meet on a public page; a filter, not a judge.
_ROOTS: Final = (
    *("negre ", "negro ", "nigg", "bougnoul", "bamboula", "chinetoque", "youpin", "sale juif"),
    *("pedophil", "tarlouz", "tapette ", "faggot", "gouine", "travelo ", "tranny"),
    *("hitler", "nazi ", "sieg heil", "kkk ", "daesh", "mongolien ", "trisomique "),
    *("encule", "salope", "pute ", "connasse", "whore", "slut", "cunt", "bitch", "batard "),
    *("viol ", "violeur", "rapist", "suicide toi", "kys ", "kill yourself"),
)
_INSULT: Final = re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, _ROOTS))})")


def shown_name(raw: str, taken: Container[str] = ()) -> str:
    """`raw` as it is shown, another than those `taken` here; "" if it cannot be shown."""
    name = "".join(clusters(tidied(raw))[:LONGEST])[:_WIDEST].strip()
    return _other_than(taken, name) if showable(name) else ""


def tidied(raw: str) -> str:
    """Without what cannot be seen, and one space where there were several."""
    kept = "".join(letter for letter in unicodedata.normalize("NFC", raw) if _shows(letter))
    return " ".join(kept.split())


def showable(text: str) -> bool:
    """There is something to see, and it is neither an insult nor an address."""
    if not any(letter.isprintable() and not letter.isspace() for letter in text):
        return False
    return not (_ADDRESS.search(text) or _INSULT.search(_plain(text)))


def clusters(text: str) -> list[str]:
    """The characters that a reader counts, near enough: letters with their marks, whole emoji."""
    found: list[str] = []
    for letter in text:
        if found and _continues(found[-1], letter):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _continues(before: str, letter: str) -> bool:
    if letter in _FLAGS:
        return len(before) == 1 and before in _FLAGS
    joined = before[-1] == "\u200d" or letter in _JOINERS or letter in _TONES
    return joined or unicodedata.combining(letter) != 0


def _shows(letter: str) -> bool:
    """Not a control, a direction mark, a private or a zero-width character, nor a line break."""
    return letter in _JOINERS or unicodedata.category(letter) not in {
        *("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    }


def _plain(name: str) -> str:
    loose = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in loose if not unicodedata.combining(letter))
    words = re.sub(r"[._\-\s]+", " ", bare.translate(_DISGUISE))
    return f"{words} "


def _other_than(taken: Container[str], name: str) -> str:
    if name not in taken:
        return name
    number = 2
    while f"{name} {number}" in taken:
        number += 1
    return f"{name} {number}"

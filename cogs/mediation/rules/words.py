"""Words of people, made safe to look at (T-09): they are text, and can be nothing else."""

import re
import unicodedata

LONGEST = 2_000  # characters of one line
MOST_BREAKS = 20  # line breaks of one line
MOST_MARKS = 3  # accents that one letter may carry; Vietnamese needs two, zalgo dozens

_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)?")
_SCHEME = re.compile(r"h?tt(ps?)(?=://)", re.IGNORECASE)
_SPOKEN = re.compile(r"\b(?:javascript|data|vbscript|file)(?=:)", re.IGNORECASE)
_DOMAIN = re.compile(r"(?<=[\w\]])\.(?=[^\W\d_]{2,})")
_KEPT_JOINERS = {"\u200d"}  # holds families of emoji together; useless to hide anything else
_CONTROLS = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}


def plain(text: str, most: int = LONGEST) -> str:
    """One spelling, no control, no flood: what is left can be shown as text, to anybody.

    HTML is escaped where it is drawn; this takes away what survives escaping: text that turns
    around, hides, climbs over its line or fills the screen.
    """
    shown = unicodedata.normalize("NFC", _ANSI.sub("", text[: most * 4]))
    shown = shown.replace("\r\n", "\n").replace("\r", "\n")
    shown = "".join(each for each in shown if each == "\n" or _stays(each))
    shown = _without_towers(shown)
    shown = "\n".join(line.rstrip() for line in shown.split("\n"))
    shown = re.sub(r"\n{3,}", "\n\n", shown).strip()
    *lines, last = shown.split("\n", MOST_BREAKS)
    return "\n".join([*lines, last.replace("\n", " ")])[:most]


def defanged(text: str) -> str:
    """An address that nobody can press or paste by mistake: hxxps[:]//exemple[.]fr."""
    blunt = _SCHEME.sub(r"hxx\1", text).replace("://", "[:]//")
    return _DOMAIN.sub("[.]", _SPOKEN.sub(r"\g<0>[.]", blunt))


def _stays(letter: str) -> bool:
    if letter in _KEPT_JOINERS:
        return True
    return unicodedata.category(letter) not in _CONTROLS


def _without_towers(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= MOST_MARKS:
            kept.append(letter)
    return "".join(kept)

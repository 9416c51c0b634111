"""What fingers do to a sentence: typos, SMS spelling, casing, emotes; never its meaning."""

import random
import re

_SHORTER = (
    (r"\bje suis\b", ("jsuis", "chui", "j'suis", "chuis")),
    (r"\bje sais pas\b", ("jsp", "chépa", "jsais pas", "j'sais pas")),
    (r"\bj'en peux plus\b", ("jpp", "jen peux plus", "j'en peu plus", "g en peux plu")),
    (r"\bj'ai\b", ("jai", "g", "jé", "j'ai")),
    (r"\bje (?=[a-z])", ("j", "je ", "j'")),
    (r"\bc'est\b", ("c", "cest", "sé", "c'est")),
    (r"\bc'était\b", ("c t", "cetait", "c'etait")),
    (r"\bpas\b", ("pa", "pas")),
    (r"\bplus\b", ("plu", "plus", "+")),
    (r"\bquoi\b", ("koi", "quoi")),
    (r"\bque\b", ("ke", "q", "que")),
    (r"\bqui\b", ("ki", "qui")),
    (r"\bpourquoi\b", ("pk", "pq", "pourkoi")),
    (r"\bparce que\b", ("pcq", "psk", "parceke")),
    (r"\bvraiment\b", ("vrmt", "vraimen")),
    (r"\bdu coup\b", ("dcp", "du cou")),
    (r"\btoujours\b", ("tjrs", "tjr", "toujour")),
    (r"\btout\b", ("tt", "tou", "tout")),
    (r"\bdans\b", ("ds", "dans")),
    (r"\bdepuis\b", ("dp", "depui", "dpuis")),
    (r"\bquand\b", ("qd", "kan", "quand")),
    (r"\bbeaucoup\b", ("bcp", "bocou")),
    (r"\brien\b", ("ri1", "rien", "rienn")),
    (r"\baujourd'hui\b", ("ajd", "auj")),
    (r"\bpersonne\b", ("prsn", "personne", "perso")),
    (r"\bmaintenant\b", ("mtn", "maintenan")),
    (r"\bdemain\b", ("2m1", "dem1", "demain")),
    (r"\bi am\b", ("im", "i'm")),
    (r"\byou\b", ("u", "you")),
    (r"\byour?\b", ("ur", "your")),
    (r"\bare\b", ("r", "are")),
    (r"\bto\b", ("2", "to")),
    (r"\bbecause\b", ("bc", "cuz", "cause")),
    (r"\bdon't\b", ("dont", "dnt")),
    (r"\bcan't\b", ("cant", "can't")),
    (r"\bpeople\b", ("ppl", "people")),
    (r"\bsomeone\b", ("sum1", "someone")),
    (r"\banymore\b", ("anymore", "nymore")),
    (r"\bgoing to\b", ("gonna", "goin to")),
    (r"\bwant to\b", ("wanna", "want 2")),
)
_RULES = tuple((re.compile(pattern, re.IGNORECASE), swaps) for pattern, swaps in _SHORTER)
# The same endings for sincere and ordinary lines: an emote alone must never decide.
_ENDINGS = (
    *("mdr", "lol", "xd", "ptdr", "😭", "😂", "💀", "...", "..", "!!", "haha", "😅", "bref"),
    *(
        "Sadge",
        "KEKW",
        "PepeHands",
        "jsp",
        "tkt",
        "enfin bref",
        "fr",
        "ngl",
        "tbh",
        "^^",
        ":)",
        ":(",
    ),
)
_NEIGHBOURS = {
    "a": "qzs",
    "e": "rzd",
    "i": "uo",
    "o": "ip",
    "u": "yi",
    "s": "dq",
    "t": "ry",
    "n": "bm",
    "r": "et",
    "l": "mk",
    "m": "lp",
    "d": "sf",
    "p": "om",
    "c": "vx",
    "v": "cb",
    "g": "fh",
}


class Noise:
    """Blurs a text with the luck it is given."""

    def __init__(self, luck: random.Random) -> None:
        self._luck = luck

    def blur(self, text: str, strength: float = 0.35) -> str:
        """Sometimes the same text, sometimes as hurried fingers would have it."""
        if self._luck.random() > strength * 2:
            return text
        for rule, swaps in _RULES:
            if self._luck.random() < strength:
                text = rule.sub(self._luck.choice(swaps), text)
        for finger, chance in (
            (self._casing, 0.3),
            (self._punctuation, 0.4),
            (self._typo, 0.3),
            (self._longer, 0.08),
        ):
            if self._luck.random() < chance:
                text = finger(text)
        return text

    def ending(self, text: str) -> str:
        return f"{text} {self._luck.choice(_ENDINGS)}"

    def _casing(self, text: str) -> str:
        return text.upper() if self._luck.random() < 0.2 else text.lower()  # noqa: PLR2004

    def _punctuation(self, text: str) -> str:
        return re.sub(r"[',.;:!?]", lambda mark: " " if mark[0] != "'" else "", text)

    def _typo(self, text: str) -> str:
        spots = [n for n, letter in enumerate(text) if letter.lower() in _NEIGHBOURS]
        chosen = self._luck.sample(spots, min(len(spots), 1 + len(text) // 50))
        for spot in sorted(chosen, reverse=True):
            letter = text[spot].lower()
            swap = self._luck.choice(("", letter * 2, self._luck.choice(_NEIGHBOURS[letter])))
            text = text[:spot] + swap + text[spot + 1 :]
        return text

    def _longer(self, text: str) -> str:
        spots = [n for n, letter in enumerate(text) if letter.lower() in "aeiou"]
        if not spots:
            return text
        spot = self._luck.choice(spots)
        return text[:spot] + text[spot] * self._luck.randint(3, 6) + text[spot + 1 :]

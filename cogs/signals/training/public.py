"""The openly licensed text of `--data`: read where it is, filtered, never copied."""

import csv
import gzip
import random
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

# Public text is taken as ordinary, so whatever sounds like the writer's own pain leaves it first.
_PAIN = re.compile(
    r"suicid|mourir|\bmort|\bmeur|\btue[rsz]?\b|\btuer|déprim|dépress|pleur|larme|triste|tristesse"
    r"|\bseule?\b|solitude|angoiss|anxi|panique|désesp|malheureu|souffr|\bmal\b|fatigué|épuis"
    r"|\bpeur\b|honte|\bnulle?\b|inutile|harcel|frapp|viol|chôm|licenci|insomn|dorm|vivre|disparaître"
    r"|échou|abandonn|\bvie\b|n'en peux plus|en peux plus|marre|déteste"
    r"|\bdie\b|dying|\bdead|death|kill|depress|lonel|alone|\bcry|tears|\bsad\b|sadness"
    r"|hopeless|worthless|useless|anxi|panic|miserabl|suffer|hurt|tired|exhaust|afraid|scared"
    r"|ashamed|bull(?:y|ied)|abus|beat(?:s|en)? me|unemploy|fired|quit|dropp?ed out|insomnia"
    r"|sleep|\blife\b|hate|failed|failure|give up|can't go on|depriv|grief|mourn|worr",
    re.IGNORECASE,
)
_SELF = re.compile(r"\b(?:je|j|me|m|moi|mon|ma|mes|i|im|my|myself)\b", re.IGNORECASE)
_DARK_EMOTIONS = frozenset(
    ["sadness", "grief", "remorse", "nervousness", "fear", "disappointment", "embarrassment"]
)
_MARKS = re.compile(r"<(?:url|mail|user|num)>")


def rows(data: Path, name: str) -> Iterator[dict[str, str]]:
    """The rows of one file; none, and a word about it, where the file is not there."""
    file = data / f"{name}.tsv.gz"
    if not file.exists():
        sys.stderr.write(f"missing {file.name}: training goes on without it\n")
        return
    with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def column(data: Path, name: str, field: str = "text") -> list[str]:
    texts = (_MARKS.sub("", row[field] or "").strip() for row in rows(data, name))
    return [text for text in texts if 2 < len(text) < 240]  # noqa: PLR2004 - chat lines, no essays


def pairs(data: Path) -> list[tuple[str, str]]:
    """Sentences and their translation, French first."""
    return [(row["fr"], row["en"]) for row in rows(data, "tatoeba_fr_en") if row.get("en")]


def language(data: Path) -> dict[str, list[str]]:
    """All of it, by language: to build the vocabulary from."""
    both = pairs(data)
    return {
        "fr": [
            *(fr for fr, _ in both),
            *column(data, "cv_fr"),
            *column(data, "xpersona_fr"),
            *column(data, "xed_fr"),
            *column(data, "ud_spoken_fr"),
            *column(data, "blagues_fr"),
        ],
        "en": [
            *(en for _, en in both[::2]),
            *column(data, "goemotions_en")[:25_000],
            *column(data, "xpersona_en")[:10_000],
            *column(data, "sms_ham_en"),
            *column(data, "sad_en"),
        ],
    }


def benign(data: Path, luck: random.Random) -> list[str]:
    """Lines that nobody should be written to for, shuffled, half of them French."""
    french = _painless(
        [
            *column(data, "xpersona_fr"),
            *luck.sample(fr := [fr for fr, _ in pairs(data)], min(len(fr), 12_000)),
            *column(data, "blagues_fr"),
            *(row["text"] for row in rows(data, "xed_fr") if not {"4", "6"} & _labels(row)),
        ]
    )
    english = _painless(
        [
            *column(data, "sms_ham_en")[::2],
            *(
                row["text"]
                for row in rows(data, "goemotions_en")
                if row["split"] != "test" and not _DARK_EMOTIONS & _labels(row)
            ),
            *column(data, "xpersona_en")[:8_000],
        ]
    )
    luck.shuffle(french)
    luck.shuffle(english)
    half = min(len(french), len(english))
    mixed = [*french[:half], *english[:half]]
    luck.shuffle(mixed)
    return mixed


def _labels(row: dict[str, str]) -> set[str]:
    return set(re.split(r"[,\s]+", row["labels"] or ""))


def _painless(texts: Iterable[str]) -> list[str]:
    cleaned = (_MARKS.sub("", text or "").strip() for text in texts)
    return [
        text
        for text in cleaned
        if 2 < len(text) < 240 and not (_SELF.search(text) and _PAIN.search(text))  # noqa: PLR2004
    ]


def streams(data: Path) -> dict[str, list[str]]:
    """Benign lines that no training sees: what false offers are counted on."""
    return {
        "tweets_fr": column(data, "mlma_fr"),
        "spoken_fr": column(data, "ud_spoken_fr"),
        "sms_en": column(data, "sms_ham_en")[1::2],
        "forum_en": _painless(
            row["text"]
            for row in rows(data, "goemotions_en")
            if row["split"] == "test" and not _DARK_EMOTIONS & _labels(row)
        ),
    }

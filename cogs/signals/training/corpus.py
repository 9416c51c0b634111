"""The corpus: lines written for the purpose, kept as gzipped JSON lines, split by who wrote what.

Writers type a compact notation, one block for each voice and situation:

    # fr lea17 school
    o je vais plus en cours depuis septembre
    n demain j'ai contrôle, la flemme

d distress, o dropping_out, b both, e emergency (and distress), x all three, n none of them;
` / ` starts the next message of a burst. `python -m cogs.signals.training.corpus FILE...` adds
such files to the corpus, `--hard` to the lines that no training ever sees.
"""

import argparse
import gzip
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from cogs.signals.classifier import LABELS

HERE = Path(__file__).parent
CORPUS = HERE / "corpus.jsonl.gz"
HARD = HERE / "hard.jsonl.gz"
LANGUAGES = ("fr", "en", "mix")
VALIDATION = 15  # percent of the blocks

_CODES: dict[str, tuple[str, ...]] = {
    "n": (),
    "d": ("distress",),
    "o": ("dropping_out",),
    "b": ("distress", "dropping_out"),
    "e": ("distress", "emergency"),
    "x": ("distress", "dropping_out", "emergency"),
}


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    labels: tuple[str, ...]
    lang: str
    writer: str
    situation: str

    @property
    def block(self) -> str:
        return f"{self.writer}/{self.situation}"

    @property
    def target(self) -> tuple[float, float, float]:
        distress, dropping_out, emergency = (float(label in self.labels) for label in LABELS)
        return distress, dropping_out, emergency

    @property
    def held_out(self) -> bool:
        """Whole blocks go to validation, so that no voice is met again in a situation."""
        return int(hashlib.sha256(self.block.encode()).hexdigest(), 16) % 100 < VALIDATION


def read(file: Path = CORPUS) -> list[Line]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [_line(json.loads(line)) for line in lines]


def write(lines: Iterable[Line], file: Path) -> None:
    """The same lines give the same bytes: no name and no time in the header."""
    text = "".join(json.dumps(asdict(line), ensure_ascii=False) + "\n" for line in lines)
    with file.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(text.encode())


def written(files: Sequence[Path]) -> Iterator[Line]:
    """Lines in the compact notation; a ValueError names the line that cannot be read."""
    for file in files:
        block = ("", "", "")
        for number, row in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            code, _, text = row.partition(" ")
            if code == "#":
                lang, writer, situation = text.split()
                block = (lang, writer, situation)
            elif code in _CODES and text and block[0] in LANGUAGES:
                yield Line(text.strip().replace(" / ", "\n"), _CODES[code], *block)
            elif row.strip():
                raise ValueError(f"{file}:{number} is neither a block nor a labelled line")


def _line(kept: dict[str, Any]) -> Line:
    return Line(**(kept | {"labels": tuple(kept["labels"])}))


def main() -> None:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("files", type=Path, nargs="+")
    wanted.add_argument("--hard", action="store_true")
    asked = wanted.parse_args()
    file = HARD if asked.hard else CORPUS
    known = {line.text: line for line in (read(file) if file.exists() else [])}
    known |= {line.text: line for line in written(asked.files)}
    write(known.values(), file)
    count = Counter(label for line in known.values() for label in line.labels or ("none",))
    sys.stdout.write(f"{file.name}: {len(known)} lines, {dict(count)}\n")


if __name__ == "__main__":
    main()

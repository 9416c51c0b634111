"""Other engines, for those who have them: asked as separate programs, never part of this one.

    npm install --prefix /somewhere brackets-manager brackets-memory-db tournament-pairings
    BENCH_NPM=/somewhere python3 benchmarks/tournaments.py

They are looked for in `$BENCH_NPM`, in `node_modules` of this folder, and where npm keeps what is
installed for everybody. What is not found is said in one sentence, and the rest is measured.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent
PATIENCE: Final = 300.0  # seconds; one of them takes a minute and a half for one Swiss round


@dataclass(frozen=True, slots=True)
class Answer:
    """What a peer said about one task, or the sentence that says why nothing was asked."""

    said: dict[str, Any] | None
    skipped: str = ""

    @property
    def seconds(self) -> float | None:
        """The median of its runs."""
        return None if self.said is None else float(self.said["ms"]) / 1000

    @property
    def version(self) -> str:
        return str(self.said["version"]) if self.said else ""


def ask(script: str, package: str, *arguments: int | str, within: float = PATIENCE) -> Answer:
    """Run `benchmarks/peers/<script>` for this package: one JSON object on its last line."""
    node = shutil.which("node")
    if node is None:
        return Answer(None, f"{package} is skipped: there is no node on this machine.")
    folder = next((each for each in _folders() if (each / package).is_dir()), None)
    if folder is None:
        return Answer(
            None, f"{package} is skipped: npm has not installed it, nor is it in BENCH_NPM."
        )
    command = [node, str(HERE / "peers" / script), str(folder), package, *map(str, arguments)]
    try:
        ran = subprocess.run(  # noqa: S603 - our own script, with numbers
            command, capture_output=True, text=True, timeout=within, check=True
        )
    except subprocess.TimeoutExpired:
        return Answer(None, f"{package} is skipped: no answer within {within:.0f} s.")
    except subprocess.CalledProcessError as failed:
        last = (failed.stderr.strip().splitlines() or ["it said nothing"])[-1]
        return Answer(None, f"{package} is skipped: it stopped ({last:.80}).")
    return Answer(json.loads(ran.stdout.splitlines()[-1]))


def _folders() -> Iterator[Path]:
    """Where packages may lie, the nearest wish first."""
    if asked := os.environ.get("BENCH_NPM"):
        yield from (Path(asked), Path(asked) / "node_modules")
    yield HERE.parent / "node_modules"
    npm = shutil.which("npm")
    if npm is not None:
        found = subprocess.run(  # noqa: S603 - npm itself
            [npm, "root", "-g"], capture_output=True, text=True, check=False
        )
        if found.stdout.strip():
            yield Path(found.stdout.strip())

"""What cannot start says why in one sentence, in the terminal's language, and harms nothing."""

import asyncio
import shutil
import socket
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from core.people import Voice
from prompts import Texts
from sandbox.discord_world.world import DiscordWorld
from storage.lock import Lock
from storage.migrate import HEAD
from tests.journeys.conftest import bot, clean_environment

pytestmark = pytest.mark.long  # seventeen starts of a whole process

SOON = 150.0  # seconds for all of them, on a machine that has other things to do
AT_ONCE = 4  # processes
NEWER = "9999"
TOO_MANY = "Input should be less than or equal to 65535"


@dataclass(frozen=True, slots=True)
class Case:
    """One way to go wrong: what is typed, what is set, and the sentence that is the answer."""

    key: str
    slots: Mapping[str, str | int] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ("run",)
    file: str = ""  # maraude.toml
    locale: str = "fr_FR.UTF-8"


@dataclass(frozen=True, slots=True)
class Ended:
    code: int | None
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What the cases stumble over."""

    folder: Path
    port: int  # somebody else listens there
    shut: int  # nobody listens there
    api: str  # a Discord that knows no such token

    def discord(self, token: str = "a token", **more: str) -> dict[str, str]:  # noqa: S107
        return {"MARAUDE_DISCORD__TOKEN": token, "MARAUDE_DISCORD__API_BASE": self.api, **more}

    def kept(self, name: str) -> dict[str, str]:
        return {"MARAUDE_STORAGE__URL": f"sqlite+aiosqlite:///{self.folder / name}"}

    def cases(self) -> dict[str, Case]:
        nowhere = f"http://127.0.0.1:{self.shut}/api/v10"
        away = self.discord() | {"MARAUDE_DISCORD__API_BASE": nowhere}
        unknown = "MARAUDE_DISCORD__TOKN"
        port = {"port": str(self.port)}
        sandbox = ("sandbox", "--discord-port", str(self.port))
        missing = str(self.folder / "missing.jsonl")
        wrong = {"name": "web.port", "problem": TOO_MANY}
        return {
            "nothing configured": Case("start-nothing-configured"),
            "wrong token": Case("start-discord-token", given=self.discord("a stranger's")),
            "nobody there": Case("start-unreachable", {"url": nowhere}, away),
            "unknown setting": Case("start-setting-unknown", {"name": unknown}, {unknown: "a"}),
            "malformed file": Case(
                "start-config-malformed",
                {"file": "maraude.toml", "line": "2"},
                file="[web]\nport 8770\n",
            ),
            "wrong value": Case("start-setting-wrong", wrong, {"MARAUDE_WEB__PORT": "99999"}),
            "newer database": Case(
                "start-storage-newer",
                {"found": NEWER, "known": HEAD},
                self.discord() | self.kept("newer.db"),
            ),
            "second bot": Case(
                "start-already-running", given=self.discord() | self.kept("busy.db")
            ),
            "web port in use": Case(
                "start-port-in-use", port, self.discord(MARAUDE_WEB__PORT=str(self.port))
            ),
            "sandbox port in use": Case("start-port-in-use", port, words=sandbox),
            "in English": Case("start-port-in-use", port, words=sandbox, locale="en_GB.UTF-8"),
            "no file to judge": Case(
                "start-file-missing", {"file": missing}, words=("signals", "evaluate", missing)
            ),
        }


@dataclass(frozen=True, slots=True)
class Stumbled:
    cases: dict[str, Case]
    ended: dict[str, Ended]
    newer: tuple[bytes, bytes]  # the database from a newer version, before and after


@asynccontextmanager
async def _ground(folder: Path) -> AsyncIterator[Ground]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        shut = int(probe.getsockname()[1])
    world = await DiscordWorld.start()
    lock = await Lock.take(f"sqlite+aiosqlite:///{folder / 'busy.db'}")
    try:
        with socket.create_server(("127.0.0.1", 0)) as other:
            yield Ground(folder, int(other.getsockname()[1]), shut, world.api_base)
    finally:
        await lock.release()
        await world.close()


async def _stumble(folder: Path, migrated: Path) -> Stumbled:
    newer = Path(shutil.copy(migrated, folder / "newer.db"))
    with closing(sqlite3.connect(newer)) as file:
        file.execute("UPDATE alembic_version SET version_num = ?", (NEWER,))
        file.commit()
    before, gate = newer.read_bytes(), asyncio.Semaphore(AT_ONCE)
    async with _ground(folder) as ground, asyncio.timeout(SOON):
        cases = ground.cases()
        ended = await asyncio.gather(
            *(_end(case, folder / name.replace(" ", "_"), gate) for name, case in cases.items())
        )
    return Stumbled(cases, dict(zip(cases, ended, strict=True)), (before, newer.read_bytes()))


async def _end(case: Case, home: Path, gate: asyncio.Semaphore) -> Ended:
    home.mkdir()
    if case.file:
        (home / "maraude.toml").write_text(case.file, "utf-8")
    own = {"LANG": case.locale, "LC_ALL": "", "MARAUDE_WEB__PORT": "0", **case.given}
    async with gate:
        started = await asyncio.create_subprocess_exec(
            *bot(*case.words),
            cwd=home,
            env=clean_environment(**own),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            out, err = await started.communicate()
        finally:
            if started.returncode is None:
                started.kill()
                await started.wait()
    return Ended(started.returncode, out.decode(), err.decode())


@pytest.fixture(scope="module")
def stumbled(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Stumbled:
    """Several are started at once; each is looked at in its own test."""
    return asyncio.run(_stumble(tmp_path_factory.mktemp("bad"), migrated))


NAMES = tuple(Ground(Path(), 1, 2, "http://127.0.0.1:3/api/v10").cases())


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_it_ends_with_one_sentence_that_says_what_to_do(stumbled: Stumbled, name: str) -> None:
    case, ended = stumbled.cases[name], stumbled.ended[name]
    language = "fr" if case.locale.startswith("fr") else "en"
    sentence = Texts().say(Voice(language), case.key, **case.slots)
    assert ended.err.splitlines()[-1:] == [sentence]
    assert ended.code not in {0, None}
    assert ended.out == ""


def test_it_shows_no_traceback_and_no_noise(stumbled: Stumbled, name: str) -> None:
    *before, _ = stumbled.ended[name].err.splitlines()
    assert [line for line in before if " INFO " not in line] == []


def test_a_database_from_a_newer_version_is_left_as_it_was(stumbled: Stumbled) -> None:
    before, after = stumbled.newer
    assert before == after

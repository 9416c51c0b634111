"""Settings: what is wrong is told in one sentence, before anything is started."""

from pathlib import Path

import pytest

from config import load, on_loopback
from core.errors import CannotStart


def _refused(folder: Path) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(CannotStart) as caught:
        load(folder)
    return caught.value.key, caught.value.slots


@pytest.fixture(autouse=True)
def _bare(settings: object) -> None:
    del settings  # its fixture clears the environment


def test_the_environment_wins_over_the_file_and_the_file_over_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "maraude.toml").write_text("[web]\nport = 1\nhost = '127.0.0.2'\n")
    monkeypatch.setenv("MARAUDE_WEB__PORT", "2")
    web = load(tmp_path).web
    assert (web.port, web.host, web.public_url) == (2, "127.0.0.2", "")


@pytest.mark.parametrize("name", ["MARAUDE_WEB__PROT", "MARAUDE_NOTHING", "MARAUDE_X__Y"])
def test_a_name_nobody_knows_is_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "1")
    assert _refused(tmp_path) == ("start-setting-unknown", {"name": name})


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("[web\nport = 1", "start-config-malformed"),
        ("[web]\nprot = 1", "start-setting-unknown"),
        ("port = 1", "start-setting-unknown"),
        ("[consent]\nage_floor = 13", "start-setting-wrong"),
        ("[web]\nport = 'many'", "start-setting-wrong"),
    ],
)
def test_a_file_that_is_wrong_says_where(content: str, key: str, tmp_path: Path) -> None:
    (tmp_path / "maraude.toml").write_text(content)
    assert _refused(tmp_path)[0] == key


@pytest.mark.parametrize(
    "address", ["https://discord.example/api/v10", "http://10.0.0.1/api/v10", "http://localhost.x"]
)
def test_a_token_never_leaves_for_a_stranger(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MARAUDE_DISCORD__API_BASE", address)
    assert _refused(tmp_path)[0] == "start-address-refused"


def test_time_runs_fast_on_loopback_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARAUDE_DISCORD__TOKEN", "secret-token")
    monkeypatch.setenv("MARAUDE_DEMO__SPEED", "60")
    assert _refused(tmp_path)[0] == "start-speed-refused"
    monkeypatch.setenv("MARAUDE_DISCORD__API_BASE", "http://127.0.0.1:1/api/v10")
    monkeypatch.setenv("MARAUDE_DISCORD__GATEWAY_URL", "ws://[::1]:1/gw/")
    settings = load(tmp_path)
    assert on_loopback(settings)
    assert "secret-token" not in repr(settings)


def test_no_refusal_repeats_what_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MARAUDE_WEB__PORT", "hunter2")
    assert "hunter2" not in str(_refused(tmp_path))

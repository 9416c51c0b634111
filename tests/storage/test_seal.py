"""What a stolen database does not tell."""

import stat
from pathlib import Path

import pytest

from core.errors import CannotStart
from storage.seal import Seal


def test_a_hash_is_the_same_for_the_same_account_and_says_nothing(seal: Seal) -> None:
    assert seal.hash("discord", "42") == seal.hash("discord", "42")
    assert seal.hash("discord", "42") != seal.hash("twitch", "42")
    assert seal.hash("a", "bc") != seal.hash("ab", "c")
    assert Seal(b"another key").hash("discord", "42") != seal.hash("discord", "42")


def test_what_is_sealed_opens_with_its_key_alone(seal: Seal) -> None:
    sealed = seal.close("42")
    assert sealed != seal.close("42")
    assert seal.reopen(sealed) == "42"
    assert Seal(b"another key").reopen(sealed) is None


def test_the_key_file_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "maraude.key"
    sealed = Seal.open("", file).close("42")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert Seal.open("", file).reopen(sealed) == "42"


@pytest.mark.parametrize("key", ["short", "zz" * 32, "5e" * 31])
def test_a_key_that_is_none_stops_the_start(key: str, tmp_path: Path) -> None:
    with pytest.raises(CannotStart):
        Seal.open(key, tmp_path / "unused")

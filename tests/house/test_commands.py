"""README, `.ci/run` and the lock say the same, and no address of a registry or a machine."""

import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
CI = (ROOT / ".ci/run").read_text("utf-8")


def test_the_two_commands_stand_in_the_readme() -> None:
    assert "python3 -m pip install -e . && python3 bot.py demo" in README
    assert "python3 -m pip install -e '.[test]' && pytest" in README
    assert "python3 -m venv" in README


def test_ci_ends_with_the_test_command_of_the_readme() -> None:
    assert "pip install -q --disable-pip-version-check -e '.[test]'" in CI
    assert CI.rstrip().endswith("pytest")


def test_the_lock_holds_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "--hash=sha256:" in lock
    assert not re.search(r"https?://|--index|--find-links|@ file", lock)


def test_no_machine_path_and_no_registry_is_committed() -> None:
    listed = subprocess.run(  # noqa: S603 - git, on our own files
        [shutil.which("git") or "git", "ls-files", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    suspects = re.compile(rb"/(?:work|home|root|Users)/[a-z]|pypi\.org/simple|/opt/pypi")
    own = Path(__file__)
    found = [
        file.relative_to(ROOT)
        for file in files
        if file.is_file() and file != own and suspects.search(file.read_bytes())
    ]
    assert found == []

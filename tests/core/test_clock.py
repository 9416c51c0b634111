"""House time follows the pace it is given, and nothing else."""

from pathlib import Path

import pytest

from core.clock import Clock, Pace, from_file, set_pace, steady


def test_it_runs_with_the_world_by_default() -> None:
    assert Clock(wall=lambda: 1_000_000.0).seconds() == 1_000_000.0


def test_a_steady_pace_starts_now() -> None:
    wall = [100.0]
    clock = Clock(steady(60, lambda: wall[0]), wall=lambda: wall[0])
    wall[0] += 2
    assert clock.seconds() == 220
    assert clock.real(120) == 2


def test_a_pace_changed_by_somebody_else_is_followed_without_a_jump(tmp_path: Path) -> None:
    wall, file = [100.0], tmp_path / "clock.json"
    set_pace(file, Pace(100, 5_000, 10))
    clock = Clock(from_file(file), wall=lambda: wall[0])
    wall[0] = 110
    assert clock.seconds() == 5_100
    set_pace(file, Pace(110, 5_100, 1))
    assert clock.seconds() == pytest.approx(5_100)
    wall[0] = 111
    assert clock.seconds() == pytest.approx(5_101)

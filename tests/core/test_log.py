"""A log tells what happened, and nothing about anybody."""

import logging

import pytest

from core.log import Lines


def _line(**extra: object) -> str:
    ours = {"name": "cogs.tournaments.service", "lineno": 7}
    record = logging.makeLogRecord({**ours, "msg": "match.settled", "levelname": "INFO", **extra})
    return Lines().format(record)


def test_keys_that_are_not_on_the_list_are_dropped() -> None:
    line = _line(tournament=7, words="je vais mal", nickname="Ana")
    assert line.endswith("INFO match.settled tournament=7")


def test_an_error_shows_where_and_never_what_it_quotes() -> None:
    try:
        raise ValueError("je vais mal")
    except ValueError as error:
        line = _line(exc_info=(type(error), error, error.__traceback__))
    assert "ValueError" in line
    assert "test_log.py" in line
    assert "je vais mal" not in line


@pytest.mark.parametrize(
    ("library", "said"),
    [
        ("discord.http", "We are being rate limited. POST /channels/123/messages responded"),
        ("asyncio", "Task exception was never retrieved: ValueError('je vais mal')"),
        ("aiohttp.server", "Error handling request from 82.64.1.2"),
    ],
)
def test_of_a_library_only_the_place_is_told(library: str, said: str) -> None:
    assert _line(name=library, msg=said).endswith(f"INFO library.spoke kind={library}:7")

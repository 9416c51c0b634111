"""A log tells what happened, and nothing about anybody."""

import logging

from core.log import Lines


def _line(**extra: object) -> str:
    record = logging.makeLogRecord({"msg": "match.settled", "levelname": "INFO", **extra})
    return Lines().format(record)


def test_keys_that_are_not_on_the_list_are_dropped() -> None:
    line = _line(tournament=7, words="je vais mal", name="Ana")
    assert line.endswith("INFO match.settled tournament=7")


def test_an_error_shows_where_and_never_what_it_quotes() -> None:
    try:
        raise ValueError("je vais mal")
    except ValueError as error:
        line = _line(exc_info=(type(error), error, error.__traceback__))
    assert "ValueError" in line
    assert "test_log.py" in line
    assert "je vais mal" not in line

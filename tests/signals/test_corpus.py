"""What the corpus promises to whoever trains on it."""

import re
import unicodedata
from pathlib import Path

import pytest

from cogs.signals.classifier import LABELS
from cogs.signals.training import corpus
from cogs.signals.training.corpus import Line

LINES = corpus.read()
HARD = corpus.read(corpus.HARD)


def plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.lower())
    return re.sub(r"[\W_]+", " ", "".join(c for c in bare if not unicodedata.combining(c))).strip()


def test_every_line_is_labelled_as_the_glossary_allows() -> None:
    for line in [*LINES, *HARD]:
        assert set(line.labels) <= set(LABELS), line
        assert "emergency" not in line.labels or "distress" in line.labels, line
        assert line.lang in corpus.LANGUAGES, line
        assert line.text.strip() == line.text, line
        assert line.text, line
        assert line.writer, line
        assert line.situation, line


def test_it_is_large_enough_and_french_first() -> None:
    assert len(LINES) >= 1_500
    assert len(HARD) >= 200
    for lines in (LINES, HARD):
        assert sum(line.lang == "fr" for line in lines) >= 0.65 * len(lines)
        assert {line.lang for line in lines} == set(corpus.LANGUAGES)


def test_ordinary_lines_outnumber_the_others() -> None:
    positive = sum(bool(line.labels) for line in LINES)
    assert len(LINES) - positive >= 2 * positive
    traps = sum(not line.labels for line in HARD)
    assert traps >= len(HARD) / 2


def test_no_text_stands_on_two_sides() -> None:
    taught = {plain(line.text) for line in LINES if not line.held_out}
    held = {plain(line.text) for line in LINES if line.held_out}
    hard = {plain(line.text) for line in HARD}
    pictures = {""}  # a line of emotes alone
    assert not (taught & held) - pictures
    assert not ((taught | held) & hard) - pictures


def test_no_text_stands_there_twice_and_no_voice_of_the_hard_set_is_taught() -> None:
    texts = [line.text for line in [*LINES, *HARD]]
    assert len(texts) == len(set(texts))
    assert not {line.writer for line in LINES} & {line.writer for line in HARD}


def test_whole_blocks_are_held_out_with_every_label_among_them() -> None:
    held = {line.block for line in LINES if line.held_out}
    assert not held & {line.block for line in LINES if not line.held_out}
    found = {label for line in LINES if line.held_out for label in line.labels}
    assert found == set(LABELS)


def test_it_names_no_address_and_no_account() -> None:
    for line in [*LINES, *HARD]:
        assert not re.search(r"https?://|@\w|\d{2}(?:[ .]?\d{2}){4}|discord\.gg", line.text), line


def test_the_compact_notation_is_read_and_written_back(tmp_path: Path) -> None:
    notes = tmp_path / "new.txt"
    notes.write_text("# fr ada17 school\no bof / j'y vais plus\nn contrôle demain\n", "utf-8")
    lines = list(corpus.written([notes]))
    assert lines[0] == Line("bof\nj'y vais plus", ("dropping_out",), "fr", "ada17", "school")
    corpus.write(lines, tmp_path / "new.gz")
    corpus.write(corpus.read(tmp_path / "new.gz"), tmp_path / "again.gz")
    assert (tmp_path / "new.gz").read_bytes() == (tmp_path / "again.gz").read_bytes()


def test_a_line_that_is_no_line_is_named(tmp_path: Path) -> None:
    notes = tmp_path / "new.txt"
    notes.write_text("n nobody's line\n", "utf-8")
    with pytest.raises(ValueError, match=r"new\.txt:1"):
        list(corpus.written([notes]))

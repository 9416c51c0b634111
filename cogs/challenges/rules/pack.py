"""Questions, one file each, as a youth worker writes them; read from text, never from a disk."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from cogs.challenges.rules.chance import LETTERS, OPTIONS

LANGUAGES = ("fr", "en")
FRESH = timedelta(days=548)  # facts older than eighteen months go back to review
_FACTS = {"id", "age", "tags", "author", "reviewer", "reviewed_on", "licence", "source"}
_WORDS = {"text", "easy_text", "alt", "options", "answer", "explanation"}


class BadFile(Exception):
    """A question's file that cannot be read; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A question in one language."""

    text: str
    easy_text: str
    options: tuple[str, ...]
    explanation: str
    alt: str = ""  # what its picture shows, for a question that has one


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    answer: int  # the option that is right, from 0, the same in every language
    wordings: Mapping[str, Wording]
    source: str
    age: int
    tags: tuple[str, ...]
    author: str
    reviewer: str
    reviewed_on: date | None
    licence: str

    @property
    def pack(self) -> str:
        """The folder it stands in; its id says so too."""
        return self.id.partition("-")[0]

    def wording(self, language: str) -> Wording:
        return self.wordings.get(language, self.wordings["en"])


def read(name: str, words: str) -> Question:
    """The question in a file called `name` (`pack/question.toml`). Raises `BadFile`."""
    try:
        file = tomllib.loads(words)
    except tomllib.TOMLDecodeError as error:
        raise BadFile(f"{name}: {error}") from None
    strangers = file.keys() - _FACTS - set(LANGUAGES)
    if strangers:
        raise BadFile(f"{name}: nobody knows the field {min(strangers)}.")
    wordings = {language: _wording(name, file, language) for language in LANGUAGES}
    answers = {_answer(name, file[language]) for language in LANGUAGES}
    if len(answers) != 1:
        raise BadFile(f"{name}: the right answer is not the same in every language.")
    reviewed = file.get("reviewed_on")
    return Question(
        id=_text(name, file, "id"),
        answer=answers.pop(),
        wordings=wordings,
        source=_text(name, file, "source"),
        age=int(file.get("age", 13)),
        tags=tuple(str(tag) for tag in file.get("tags", ())),
        author=_text(name, file, "author"),
        reviewer=str(file.get("reviewer", "")),
        reviewed_on=reviewed if isinstance(reviewed, date) else None,
        licence=_text(name, file, "licence"),
    )


def is_playable(question: Question, today: date) -> bool:
    """A question nobody has read a second time, or not for eighteen months, is not played."""
    reviewed = question.reviewed_on
    return bool(question.reviewer) and reviewed is not None and today - reviewed < FRESH


def playable(questions: Mapping[str, Question], today: date, pack: str = "") -> list[str]:
    """The ids of what may be played, of one pack or of all."""
    return [
        each.id
        for each in questions.values()
        if is_playable(each, today) and pack in ("", each.pack)
    ]


def _wording(name: str, file: Mapping[str, Any], language: str) -> Wording:
    words = file.get(language)
    if not isinstance(words, dict):
        raise BadFile(f"{name}: the part [{language}] is missing.")
    strangers = words.keys() - _WORDS
    if strangers:
        raise BadFile(f"{name}: nobody knows the field {min(strangers)} in [{language}].")
    options = tuple(str(option) for option in words.get("options", ()))
    if len(options) != OPTIONS:
        raise BadFile(f"{name}: [{language}] needs {OPTIONS} options.")
    return Wording(
        text=_text(name, words, "text"),
        easy_text=_text(name, words, "easy_text"),
        options=options,
        explanation=_text(name, words, "explanation"),
        alt=str(words.get("alt", "")),
    )


def _answer(name: str, words: Mapping[str, Any]) -> int:
    letter = _text(name, words, "answer")
    if len(letter) != 1 or letter not in LETTERS:
        raise BadFile(f"{name}: answer is one letter, A to D.")
    return LETTERS.index(letter)


def _text(name: str, words: Mapping[str, Any], field: str) -> str:
    value = words.get(field)
    if not isinstance(value, str) or not value.strip():
        raise BadFile(f"{name}: {field} is missing.")
    return value.strip()

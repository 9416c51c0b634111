"""What a question must be before anybody plays it: short, plain, and fit for both platforms."""

import re
from collections.abc import Iterator

from cogs.challenges.rules.chance import OPTIONS
from cogs.challenges.rules.pack import LANGUAGES, Question, Wording

LINE = 180  # characters of a line that fits a phone's chat
AROUND_QUESTION = 28  # of which "1/5 · … A) … · B) … · C) … · D) …" takes these
AROUND_RESULT = 17  # and "1/5 · B, 100 % — …" these
BUTTON = 80
EASY = 12  # words a sentence, on average
BANNED = re.compile(
    r"\b(décrocheu[rs]\w*|invisibles?|neets?|à risques?|fragiles?|vulnérables?|détectée?s?"
    r"|patiente?s?|drop-?outs?|at risk|vulnerable|detected|loser|noob|con|conne|débile)\b",
    re.IGNORECASE,
)


def flaws(question: Question) -> list[str]:
    """Everything that is wrong with one question; an empty list is a good one."""
    found = []
    if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", question.id):
        found.append(f"{question.id}: its id is not pack-question")
    for language in LANGUAGES:
        words = question.wordings[language]
        found += [f"{question.id} [{language}]: {flaw}" for flaw in _flaws(words)]
    return found


def _flaws(words: Wording) -> Iterator[str]:
    if len(words.text) + sum(map(len, words.options)) + AROUND_QUESTION > LINE:
        yield "too long for one line of chat"
    if len(words.explanation) + AROUND_RESULT > LINE:
        yield "its explanation is too long for one line of chat"
    if max(map(len, words.options)) > BUTTON:
        yield "an option is too long for a button"
    if len({bare(option) for option in words.options}) != OPTIONS:
        yield "two options are the same"
    if average_sentence(words.easy_text) > EASY:
        yield "its easy text has long sentences"
    said = " ".join((words.text, words.easy_text, words.explanation, *words.options))
    if (banned := BANNED.search(said)) is not None:
        yield f"says {banned.group()}"


def average_sentence(text: str) -> float:
    """Words a sentence, on average."""
    sentences = [part for part in re.split(r"[.?!…]+", text) if part.strip()]
    return len(text.split()) / max(1, len(sentences))


def bare(text: str) -> str:
    """What two texts have in common that say the same: letters and digits, in lower case."""
    return "".join(each for each in text.casefold() if each.isalnum())

"""Luck that anybody can check afterwards: promised by a hash, told when it is over."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

OPTIONS = 4
LETTERS = "ABCD"


def promise(seed: str, questions: Sequence[str]) -> str:
    """What is published before the first question: it fixes the questions and every order."""
    return _hash(seed, *questions)


def keeps(promised: str, seed: str, questions: Sequence[str]) -> bool:
    """Whether what was told at the end is what was promised at the start."""
    return promised == promise(seed, questions)


def draw(seed: str, questions: Iterable[str], many: int) -> tuple[str, ...]:
    """`many` of the questions; the order they come in changes nothing, the seed everything."""
    return tuple(sorted(set(questions), key=lambda each: _hash(seed, "draw", each))[:many])


def order(seed: str, question: str, reader: str) -> tuple[int, ...]:
    """Which option stands at each letter for this reader: a player, or a whole stream."""
    return tuple(
        sorted(range(OPTIONS), key=lambda each: _hash(seed, "order", question, reader, str(each)))
    )


def option_at(letter: str, seed: str, question: str, reader: str) -> int | None:
    """The option behind a letter, in either case; None for anything that is not a letter."""
    place = LETTERS.find(letter.strip().upper()) if len(letter.strip()) == 1 else -1
    return order(seed, question, reader)[place] if place >= 0 else None


def letter_of(option: int, seed: str, question: str, reader: str) -> str:
    return LETTERS[order(seed, question, reader).index(option)]


def _hash(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()

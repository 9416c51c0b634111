"""The only form in which somebody's overheard words may be passed on, and how they are trimmed."""

import re
from dataclasses import InitVar, dataclass, field
from typing import NoReturn

from core.people import PersonId

_QUOTED_LINE = re.compile(r"^\s*> ?[^\n]*\n?", re.MULTILINE)
_REST_QUOTED = re.compile(r"^\s*>>>.*", re.MULTILINE | re.DOTALL)
_MENTION = re.compile(r"<(?:@[!&]?|#|/[^:>]+:|a?:\w+:)\d+>|@(?:everyone|here)\b")
_LINK = re.compile(r"<?\b(?:https?://|www\.|discord\.gg/)\S+", re.IGNORECASE)
_BLANKS = re.compile(r"[^\S\n]+")


class _Mint:
    """Held by `cogs.consent.service` alone: without it no `ConsentedText` is made."""

    __slots__ = ()


MINT = _Mint()


@dataclass(frozen=True, slots=True, eq=False)
class ConsentedText:
    """Words that passed both yeses. They cannot be printed, compared or kept."""

    person: PersonId
    channel: str
    message: str
    words: str = field(repr=False)
    mint: InitVar[_Mint]

    def __post_init__(self, mint: _Mint) -> None:
        if mint is not MINT:
            raise TypeError("only the consent service makes a ConsentedText")

    def __repr__(self) -> str:
        return "<ConsentedText>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("consented words never leave the memory")

    def __copy__(self) -> NoReturn:
        raise TypeError("consented words are not copied")


def own_words(raw: str) -> str:
    """The author's own words: no quotes, no mentions, no links, nobody else's emoji."""
    text = _REST_QUOTED.sub("", raw)
    text = _QUOTED_LINE.sub("", text)
    text = _LINK.sub(" ", _MENTION.sub(" ", text))
    lines = (_BLANKS.sub(" ", line).strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def is_stop(words: str) -> bool:
    """Whether somebody has written STOP, whatever the case and the punctuation around it."""
    return words.strip(" \t\n.!?…*_~`\"'«»“”").casefold() == "stop"

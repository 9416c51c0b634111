"""The words that a bracket is drawn with, in the language of whoever looks."""

from dataclasses import dataclass

from cogs.tournaments.picture.view import BracketView
from core.people import Voice
from prompts import Texts


@dataclass(frozen=True, slots=True)
class Words:
    rounds: tuple[str, ...]  # headings, one for each round that is shown
    third: str
    champion: str
    bye: str
    unknown: str
    empty: str
    forfeit: str
    ready: str
    live: str
    reported: str
    disputed: str
    about: str  # what the picture is, for those who do not see it


def words_of(texts: Texts, voice: Voice, view: BracketView) -> Words:
    count = len(view.rounds)
    return Words(
        rounds=tuple(
            _round(texts, voice, count - at, view.rounds[at][0].round) for at in range(count)
        ),
        third=texts.say(voice, "tournaments-picture-third"),
        champion=texts.say(voice, "tournaments-picture-champion"),
        bye=texts.say(voice, "tournaments-picture-bye"),
        unknown=texts.say(voice, "tournaments-picture-unknown"),
        empty=texts.say(voice, "tournaments-picture-empty"),
        forfeit=texts.say(voice, "tournaments-picture-forfeit"),
        ready=texts.say(voice, "tournaments-picture-ready"),
        live=texts.say(voice, "tournaments-picture-live"),
        reported=texts.say(voice, "tournaments-picture-reported"),
        disputed=texts.say(voice, "tournaments-picture-disputed"),
        about=texts.say(voice, "tournaments-picture-about", title=view.title),
    )


def _round(texts: Texts, voice: Voice, from_last: int, number: int) -> str:
    match from_last:
        case 1:
            return texts.say(voice, "tournaments-picture-final")
        case 2:
            return texts.say(voice, "tournaments-picture-semi-finals")
        case 3:
            return texts.say(voice, "tournaments-picture-quarter-finals")
        case _:
            return texts.say(voice, "tournaments-picture-round", round=number)

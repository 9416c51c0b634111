"""The same bracket as lines of text: alt text, screen readers, phones."""

from cogs.tournaments.picture.view import BracketView, MatchView, SideView, Sitting
from cogs.tournaments.picture.words import Words, words_of
from cogs.tournaments.rules.board import Stage
from core.people import Voice
from prompts import Texts


def outline(view: BracketView, texts: Texts, voice: Voice) -> list[str]:
    """Round by round: a heading, then a line for each match; the champion comes last."""
    words = words_of(texts, voice, view)
    lines: list[str] = []
    for heading, round_ in zip(words.rounds, view.rounds, strict=True):
        lines += [heading, *(_line(match, words, texts, voice) for match in round_)]
    if view.third:
        lines += [words.third, _line(view.third, words, texts, voice)]
    if view.champion:
        lines.append(texts.say(voice, "tournaments-outline-champion", name=view.champion))
    return lines


def _line(match: MatchView, words: Words, texts: Texts, voice: Voice) -> str:
    one, other = (_name(side, words) for side in match.sides)
    if match.bye:
        return texts.say(voice, "tournaments-outline-bye", name=one)
    state = {
        Stage.OPEN: words.ready,
        Stage.CALLED: words.ready,
        Stage.LIVE: words.live,
        Stage.REPORTED: words.reported,
        Stage.DISPUTED: words.disputed,
    }.get(match.stage)
    if state:
        return texts.say(voice, "tournaments-outline-now", one=one, other=other, state=state)
    if match.stage is Stage.WAITING:
        return texts.say(voice, "tournaments-outline-waiting", one=one, other=other)
    return _settled(match, words, texts, voice)


def _settled(match: MatchView, words: Words, texts: Texts, voice: Voice) -> str:
    first, second = match.sides if not match.sides[1].won else match.sides[::-1]
    one, other = _name(first, words), _name(second, words)
    if not first.won:
        return texts.say(voice, "tournaments-outline-nobody", one=one, other=other)
    if not match.played:
        return texts.say(voice, "tournaments-outline-forfeit", winner=one, loser=other)
    if first.score is None or second.score is None:
        return texts.say(voice, "tournaments-outline-won", winner=one, loser=other)
    score = f"{first.score} – {second.score}"
    return texts.say(voice, "tournaments-outline-score", winner=one, loser=other, score=score)


def _name(side: SideView, words: Words) -> str:
    if side.sitting is Sitting.PLAYER:
        return side.name
    return words.unknown if side.sitting is Sitting.UNKNOWN else words.empty

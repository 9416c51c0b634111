"""What the repair commands offer to choose from, by names: a referee never types a number."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from discord import app_commands

from cogs.tournaments.discord_face.choices import Offered, like
from cogs.tournaments.discord_face.match_words import REASONS
from cogs.tournaments.discord_face.repair_words import RepairWords
from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.hosting import NoneHere, Reason
from cogs.tournaments.rules.refusals import UnknownReason
from cogs.tournaments.rules.roster import Standing
from cogs.tournaments.service.desk import Deed
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.wording import Tongue
from core.people import Voice

Choice = app_commands.Choice[str]
LONGEST: Final = 100  # characters of a choice
_FIRST: Final = (Stage.DISPUTED, Stage.REPORTED, Stage.CALLED, Stage.LIVE, Stage.OPEN)


class RepairChoices:
    def __init__(self, words: RepairWords) -> None:
        self._words = words

    def deeds(
        self, typed: str, voice: Voice, now: datetime, found: Iterable[tuple[Live, Deed]]
    ) -> Offered:
        """What was done, the newest first: "Score · NOVA – Léo · 3 min"."""
        spoken = _bare(voice)
        choices = (
            (f"{self._words.deed(spoken, live, deed)} · {_ago(now, deed.at)}", live, deed.seq)
            for live, deed in found
        )
        return like(typed, (_choice(name, live.id, seq) for name, live, seq in choices))

    def settled(self, typed: str, voice: Voice, around: Iterable[Live]) -> Offered:
        found = (
            (live, match)
            for live in around
            if live.state
            for match in live.state.board
            if match.result
        )
        return self._matches(typed, voice, found)

    def waited_for(self, typed: str, voice: Voice, around: Iterable[Live]) -> Offered:
        """Matches in which somebody is waited for, to come or to answer."""
        stages = {Stage.CALLED, Stage.REPORTED}
        found = ((live, match) for live, match in _open(around) if match.stage in stages)
        return self._matches(typed, voice, found)

    def sides(self, typed: str, voice: Voice, around: Iterable[Live], *, settled: bool) -> Offered:
        """Both sides of every match in play, those that disagree first; then of the others."""
        around = list(around)
        playing = list(_open(around))
        if settled:
            boards = ((live, match) for live in around if live.state for match in live.state.board)
            playing += [(live, match) for live, match in boards if match.result]
        spoken = _bare(voice)
        return like(
            typed,
            (
                _choice(
                    f"{self._words.who(spoken, live, side)} · {self._named(spoken, live, match)}",
                    live.id,
                    match.id,
                    side,
                )
                for live, match in playing
                for side in match.playing
            ),
        )

    def seats(
        self, typed: str, voice: Voice, around: Iterable[Live], *, gone: bool = False
    ) -> Offered:
        """Who is in it, or who has left it."""
        spoken = _bare(voice)
        return like(
            typed,
            (
                _choice(self._words.who(spoken, live, seat), live.id, seat)
                for live in around
                if live.state
                for seat in live.state.entrants
                if (seat in live.state.withdrawn) is gone
            ),
        )

    def waiting(self, typed: str, around: Iterable[Live]) -> Offered:
        """The waiting list, and whoever missed the check-in."""
        outside = {Standing.WAITING.value, "missed"}
        return like(
            typed,
            (
                _choice(each.name or f"#{each.ticket}", live.id, each.ticket)
                for live in around
                for each in live.entrants
                if each.standing in outside and each.ticket not in live.seats
            ),
        )

    def reasons(self, typed: str, voice: Voice) -> Offered:
        """Offered here and not registered: seven names at ten commands are more than may be."""
        said = ((self._words.texts.say(voice, key), why) for why, key in REASONS.items())
        return like(typed, (_choice(name, why) for name, why in said))

    def _matches(self, typed: str, voice: Voice, found: Iterable[tuple[Live, Match]]) -> Offered:
        spoken = _bare(voice)
        return like(
            typed,
            (
                _choice(self._named(spoken, live, match), live.id, match.id)
                for live, match in found
            ),
        )

    def _named(self, spoken: Tongue, live: Live, match: Match) -> str:
        return self._words.match(spoken, live, live.state, match.id) if live.state else match.id


def chosen(value: str, parts: int) -> tuple[str, ...]:
    """What a choice stands for. Raises `NoneHere` for what was typed past the choices."""
    found = tuple(value.split("|"))
    if len(found) != parts or not found[0].isdecimal():
        raise NoneHere
    return found


def why(word: str) -> Reason:
    """Raises `UnknownReason` for what was typed past the choices."""
    if word not in set(Reason):
        raise UnknownReason
    return Reason(word)


def number(word: str) -> int:
    """Raises `NoneHere`."""
    if not word.isdecimal():
        raise NoneHere
    return int(word)


def _open(around: Iterable[Live]) -> Iterator[tuple[Live, Match]]:
    playing = [(live, match) for live in around if live.state for match in live.state.open]
    yield from sorted(playing, key=lambda pair: _FIRST.index(pair[1].stage))


def _choice(name: str, *value: object) -> Choice:
    return app_commands.Choice(name=name[:LONGEST], value="|".join(map(str, value)))


def _ago(now: datetime, at: datetime) -> str:
    return f"{max(0, int((now - at).total_seconds() // 60))} min"


def _bare(voice: Voice) -> Tongue:
    return Tongue(voice, str, str)

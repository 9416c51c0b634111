"""When a match is likely to begin: what must be played before it, one match after the other.

Told in steps of five minutes, rather too late than too early: nobody misses a match by it.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import Final

from cogs.tournaments.rules.board import BUSY, Match
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.state import State

STEP: Final = timedelta(minutes=5)


class Forecast:
    def __init__(
        self,
        state: State,
        now: datetime,
        each: timedelta,
        called: Mapping[MatchId, datetime],
        earliest: datetime,
    ) -> None:
        """`each` is as long as a match lasts; nothing begins before `earliest`."""
        self._state = state
        self._now = max(now, earliest)
        self._each = each
        self._called = called
        self._known: dict[int, datetime] = {}

    def starts(self, match: Match) -> datetime:
        """When it is likely to begin."""
        return told(self._starts(self._state.graph.places[match.id]))

    def round_ends(self) -> datetime:
        """When everything is likely to be played that is known by now."""
        board = self._state.board
        open_ = [place for place in range(len(board)) if board[place].result is None]
        reset = self._state.graph.reset  # it is played only if it must be
        ends = (self._ends(place) for place in open_ if place != reset or board[place].known)
        return told(max(ends, default=self._now))

    def _ends(self, place: int) -> datetime:
        if place in self._known:
            return self._known[place]
        match = self._state.board[place]
        if match.result is not None:
            end = self._now
        elif match.stage in BUSY:
            end = max(self._now, self._called.get(match.id, self._now) + self._each)
        else:
            end = self._starts(place) + self._each
        self._known[place] = end
        return end

    def _starts(self, place: int) -> datetime:
        """Once the matches before it are played, and its players are free."""
        state = self._state
        places = state.graph.places
        sources = state.graph.sources_of(place)
        feeders = {
            places[MatchId(source.removeprefix("-"))]
            for source in sources
            if isinstance(source, str)
        }
        for side in state.board[place].playing:
            feeders.update(before for before in state.places_of(side) if before < place)
        return max((self._ends(feeder) for feeder in feeders), default=self._now)


def told(moment: datetime) -> datetime:
    """The next full five minutes."""
    seconds = STEP.total_seconds()
    return datetime.fromtimestamp(ceil(moment.timestamp() / seconds) * seconds, UTC)

"""The words that a tournament is drawn with, in the language of whoever looks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from cogs.tournaments.picture.grids import GridView
from cogs.tournaments.picture.path import StepView, When
from cogs.tournaments.picture.view import RoundView
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.rules.tiebreaks import Tiebreak
from cogs.tournaments.rules.titles import Title
from core.people import Voice
from prompts import Texts

GROUPS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_TIEBREAKS: Final[Mapping[Tiebreak, str]] = MappingProxyType(
    {
        Tiebreak.POINTS: "tournaments-tiebreak-points",
        Tiebreak.HEAD_TO_HEAD: "tournaments-tiebreak-head-to-head",
        Tiebreak.BUCHHOLZ: "tournaments-tiebreak-buchholz",
        Tiebreak.BUCHHOLZ_CUT1: "tournaments-tiebreak-buchholz-cut1",
        Tiebreak.MEDIAN_BUCHHOLZ: "tournaments-tiebreak-median-buchholz",
        Tiebreak.SONNEBORN_BERGER: "tournaments-tiebreak-sonneborn-berger",
        Tiebreak.WINS: "tournaments-tiebreak-wins",
        Tiebreak.GAME_DIFF: "tournaments-tiebreak-game-diff",
        Tiebreak.GAME_FOR: "tournaments-tiebreak-game-for",
        Tiebreak.SEED: "tournaments-tiebreak-seed",
        Tiebreak.LOT: "tournaments-tiebreak-lot",
    }
)


@dataclass(frozen=True, slots=True)
class Words:
    champion: str
    bye: str
    unknown: str
    empty: str
    forfeit: str
    ready: str
    live: str
    reported: str
    disputed: str
    player: str
    points: str
    wins: str
    left: str
    through: str
    twice: str
    texts: Texts = field(repr=False)
    voice: Voice = field(repr=False)

    def round(self, shown: RoundView) -> str:
        return self.title(shown.title, shown.number)

    def title(self, title: Title, number: int) -> str:
        return self.texts.say(self.voice, title, round=str(number))

    def about(self, title: str) -> str:
        """What the picture is, for those who do not see it."""
        return self.texts.say(self.voice, "tournaments-picture-about", title=title)

    def path_about(self, name: str, title: str) -> str:
        return self.texts.say(self.voice, "tournaments-picture-path-about", name=name, title=title)

    def podium_about(self, title: str) -> str:
        return self.texts.say(self.voice, "tournaments-picture-podium-about", title=title)

    def step(self, step: StepView) -> str:
        """When one of somebody's matches is, and in which round."""
        named = self.title(step.title, step.match.round)
        match step.when:
            case When.BEFORE:
                return named
            case When.NOW:
                return self.texts.say(self.voice, "tournaments-path-now", round=named)
            case When.NEXT:
                return self.texts.say(self.voice, "tournaments-path-next", round=named)
            case When.IF_WON:
                return self.texts.say(self.voice, "tournaments-path-if-won", round=named)
            case When.IF_LOST:
                return self.texts.say(self.voice, "tournaments-path-if-lost", round=named)

    def more(self, rows: int) -> str:
        return self.texts.say(self.voice, "tournaments-picture-more", count=rows)

    def legend(self, grid: GridView) -> str:
        """What the cells of a table mean; nothing where it has none."""
        if not grid.heads or not any(row.cells for row in grid.rows):
            return ""
        if grid.crossed:
            return self.texts.say(self.voice, "tournaments-picture-legend-cross")
        if grid.format is Format.LOBBIES:
            return self.texts.say(self.voice, "tournaments-picture-legend-lobbies")
        return self.texts.say(self.voice, "tournaments-picture-legend-rounds")

    def group(self, number: int) -> str:
        """The name of a table: group A, or the standings where there is one only."""
        if not number:
            return self.texts.say(self.voice, "tournaments-picture-standings")
        letter = GROUPS[number - 1] if number <= len(GROUPS) else str(number)
        return self.texts.say(self.voice, "tournaments-picture-group", group=letter)

    def lobby(self, number: int) -> str:
        return self.texts.say(self.voice, "tournaments-picture-lobby", lobby=str(number))

    def tiebreak(self, key: Tiebreak) -> str:
        return self.texts.say(self.voice, _TIEBREAKS[key])

    def level(self, order: Iterable[Tiebreak]) -> str:
        """How those level on points are parted, in words."""
        keys = (self.tiebreak(key) for key in order if key is not Tiebreak.POINTS)
        return self.texts.say(self.voice, "tournaments-picture-level", keys=" · ".join(keys))


def words_of(texts: Texts, voice: Voice) -> Words:
    return Words(
        champion=texts.say(voice, "tournaments-picture-champion"),
        bye=texts.say(voice, "tournaments-picture-bye"),
        unknown=texts.say(voice, "tournaments-picture-unknown"),
        empty=texts.say(voice, "tournaments-picture-empty"),
        forfeit=texts.say(voice, "tournaments-picture-forfeit"),
        ready=texts.say(voice, "tournaments-picture-ready"),
        live=texts.say(voice, "tournaments-picture-live"),
        reported=texts.say(voice, "tournaments-picture-reported"),
        disputed=texts.say(voice, "tournaments-picture-disputed"),
        player=texts.say(voice, "tournaments-picture-player"),
        points=texts.say(voice, "tournaments-picture-points"),
        wins=texts.say(voice, "tournaments-picture-wins"),
        left=texts.say(voice, "tournaments-picture-left"),
        through=texts.say(voice, "tournaments-picture-through"),
        twice=texts.say(voice, "tournaments-picture-twice"),
        texts=texts,
        voice=voice,
    )

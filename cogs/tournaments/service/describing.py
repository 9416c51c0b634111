"""What an evening is, in words: its game, its format, its matches, how long it lasts."""

from dataclasses import dataclass
from typing import Final

from cogs.tournaments.rules.estimate import event_minutes
from cogs.tournaments.rules.planning import ANY, ANY_LOBBY
from cogs.tournaments.rules.presets import Preset, Scoring, Words
from cogs.tournaments.rules.setup import ELIMINATIONS, Format, Setup
from cogs.tournaments.service.live import setup_of
from cogs.tournaments.service.presets import Presets
from cogs.tournaments.store.announced import Event
from core.people import Voice
from prompts import Texts

HOUR: Final = 60  # minutes
ANYTHING: Final = frozenset((ANY, ANY_LOBBY))


@dataclass(frozen=True, slots=True)
class About:
    """One line each, for a card."""

    game: str  # "" where it is any
    format: str
    matches: str
    minutes: str
    age: str  # "" where there is no rating


class Describing:
    def __init__(self, texts: Texts, presets: Presets) -> None:
        self.texts = texts
        self.presets = presets

    def game(self, event: Event) -> Preset | None:
        """None where its file is not here any more."""
        return self.presets.find(event.game)

    def words(self, event: Event) -> Words | None:
        """What players of this game read, in the language of the event."""
        game = self.game(event)
        return game.said(event.language) if game else None

    def scoring(self, event: Event) -> Scoring:
        """How a score is told: by games, where the game does not say."""
        game = self.game(event)
        return game.scoring if game else Scoring.GAMES

    def minutes(self, event: Event, entrants: int | None = None) -> int:
        """From the first call to the last score, if so many come; everybody, if not said."""
        setup = setup_of(event, entrants or event.size)
        return event_minutes(setup, event.match_minutes, event.clock_minutes)

    def about(self, voice: Voice, event: Event, entrants: int | None = None) -> About:
        game = self.game(event)
        setup = setup_of(event, event.size)
        return About(
            game=game.said(voice.language).name if game and game.id not in ANYTHING else "",
            format=self.format(voice, setup),
            matches=self._matches(voice, event, setup),
            minutes=self.duration(voice, self.minutes(event, entrants)),
            age=f"PEGI {game.pegi}" if game and game.pegi else "",
        )

    def line(self, voice: Voice, event: Event) -> str:
        """The same on one line, for everybody."""
        about = self.about(voice, event)
        seats = self.texts.say(voice, "games-seats", size=event.size, team=event.team_size)
        parts = about.game, about.format, seats, about.matches, about.age
        return " · ".join(part for part in parts if part)

    def duration(self, voice: Voice, minutes: int) -> str:
        """As people say it: "1 h 45", or "45 min"."""
        hours, rest = divmod(minutes, HOUR)
        if not hours:
            return self.texts.say(voice, "games-minutes", minutes=rest)
        return self.texts.say(voice, "games-hours", hours=str(hours), minutes=f"{rest:02}")

    def format(self, voice: Voice, setup: Setup) -> str:
        """The format in words, with what follows it."""
        first = self._format(voice, setup)
        cut = setup.cut
        if cut is None:
            return first
        many = cut.take * (setup.groups if setup.format is Format.ROUND_ROBIN else 1)
        return self.texts.say(voice, "games-format-then", first=first, count=many)

    def _format(self, voice: Voice, setup: Setup) -> str:
        say = self.texts.say
        match setup.format:
            case Format.SINGLE_ELIMINATION:
                return say(voice, "games-format-single")
            case Format.DOUBLE_ELIMINATION:
                return say(voice, "games-format-double")
            case Format.ROUND_ROBIN:
                return say(voice, "games-format-robin", groups=setup.groups)
            case Format.SWISS:
                return say(voice, "games-format-swiss")
            case Format.LOBBIES:
                rounds = setup.planned
                return say(voice, "games-format-lobbies", size=setup.lobby, rounds=rounds)
            case Format.ARENA:
                return say(voice, "games-format-arena")

    def _matches(self, voice: Voice, event: Event, setup: Setup) -> str:
        """How many games a match has, and the final."""
        game, say = self.game(event), self.texts.say
        if setup.format is Format.LOBBIES:
            games = game.lobbies.games if game and game.lobbies else 1
            return say(voice, "games-lobby-games", games=games)
        ends = setup.format in ELIMINATIONS or setup.cut is not None
        final = setup.finals[0] if setup.finals and ends else setup.best_of
        if final == setup.best_of:
            return say(voice, "games-best-of", best=setup.best_of)
        return say(voice, "games-best-of-final", best=setup.best_of, final=final)

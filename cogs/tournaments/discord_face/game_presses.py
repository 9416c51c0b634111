"""The buttons of a game: choose a map, say how a game or a lobby ended, or that nobody won."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from cogs.tournaments.discord_face.presses import match_of
from cogs.tournaments.discord_face.reporting import answer
from cogs.tournaments.discord_face.speech import RULES, SAYS, button, number_at, tongue
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.hosting import NoneHere, Reason
from cogs.tournaments.rules.presets import Scoring
from cogs.tournaments.rules.typed import NO_GAMES, Arrival, arrival, games_of, points, told
from cogs.tournaments.service.describing import Describing
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.marks import marked, meant
from cogs.tournaments.service.matches import Games, Verdict
from cogs.tournaments.service.tournaments import Tournaments
from cogs.tournaments.service.vetoes import Vetoes
from cogs.tournaments.service.wording import Wording
from core.courier import Card
from core.people import Voice
from platforms.discord_client.pressing import MOST, Field, Form, Press, Pressed
from platforms.discord_client.speaking import ask, plain, say

LONGEST_LIST: Final = 3800  # characters of what a form explains


class GamePresses:
    def __init__(
        self, tournaments: Tournaments, vetoes: Vetoes, describing: Describing, wording: Wording
    ) -> None:
        self._tournaments = tournaments
        self._vetoes = vetoes
        self._describing = describing
        self._texts = describing.texts
        self._wording = wording

    def all(self) -> Mapping[str, Press]:
        return {
            "tournaments.won": self.won,
            "tournaments.lost": self.lost,
            "tournaments.scored": self.scored,
            "tournaments.veto": self.veto,
            "tournaments.lost_game": self.lost_game,
            "tournaments.drawn": self.drawn,
            "tournaments.order": self.order,
            "tournaments.ordered": self.ordered,
        }

    async def won(self, press: Pressed) -> None:
        await self._ended(press, "won")

    async def lost(self, press: Pressed) -> None:
        await self._ended(press, "lost")

    async def scored(self, press: Pressed) -> None:
        """The form that asks for games, or for the points of each, came back."""
        live, _ = await self._meant(press)
        typed = (press.fields.get("score") or ("",))[0].strip()
        score = None
        if typed and self._describing.scoring(live.event) is Scoring.POINTS:
            score = games_of(points(typed))
        elif typed:
            _, score = told(typed)
        await self._report(press, press.args[2] == "won", score)

    async def _ended(self, press: Pressed, how: str) -> None:
        """Who won is told by the button; games and points are asked for, one's own first."""
        live, match = await self._meant(press)
        scoring, games = self._describing.scoring(live.event), _games(live, match)
        if scoring is Scoring.WINNER or (scoring is Scoring.GAMES and games == 1):
            await self._report(press, how == "won", None)
            return
        label = partial(self._texts.say, press.actor.voice)
        if scoring is Scoring.POINTS:
            example = label("games-form-points", games=games)
        else:
            example = label("tournaments-form-score")
        field = Field("score", example, required=False, most=60)
        title, args = label("tournaments-form-title"), (*press.args[:2], how)
        await ask(press.interaction, Form("tournaments.scored", title, (field,), args))

    async def _report(self, press: Pressed, won: bool | None, score: Games | None) -> None:
        moved = await self._tournaments.report(press.actor, won, score, *match_of(press))
        await say(press.interaction, answer(self._texts, self._wording, press.actor.voice, moved))

    async def veto(self, press: Pressed) -> None:
        tournament, match = match_of(press)
        number, choice = number_at(press.args, 2), number_at(press.args, 3)
        await self._vetoes.choose(press.actor, tournament, match, number, choice)
        await say(press.interaction, self._texts.say(press.actor.voice, "games-veto-noted"))

    async def lost_game(self, press: Pressed) -> None:
        tournament, match = match_of(press)
        await self._vetoes.lost(press.actor, tournament, match, number_at(press.args, 2))
        await say(press.interaction, self._texts.say(press.actor.voice, "games-lost-noted"))

    async def drawn(self, press: Pressed) -> None:
        """Nobody won: the other side is asked, as for any score."""
        await self._report(press, None, NO_GAMES)

    async def order(self, press: Pressed) -> None:
        """Ask for the order of arrival; everybody of the lobby has a number."""
        live, match = await self._lobby(press)
        how, typed = (*press.args[2:], "", "")[:2]
        label = partial(self._texts.say, press.actor.voice)
        most = 4 * len(match.sides)
        example = label("games-form-order", count=len(match.playing))
        field = Field("order", example, value=typed.replace(".", " ")[:most], most=most)
        args = *press.args[:2], RULES if how == RULES else SAYS
        form = Form(
            "tournaments.ordered",
            label("games-form-order-title"),
            (field,),
            args,
            text=self._numbered(live, match),
        )
        await ask(press.interaction, form)

    async def ordered(self, press: Pressed) -> None:
        """The form came back: whole, it is told or ruled; else what is wrong is said."""
        tournament, match_id = match_of(press)
        live, match = await self._lobby(press)
        how = (*press.args[2:], SAYS)[0]
        found = arrival((press.fields.get("order") or ("",))[0], _numbers(match))
        if not found.whole:
            await say(press.interaction, self._wrong(press.actor.voice, live, match, how, found))
            return
        order = tuple(match.sides[number - 1] or 0 for number in found.order)
        if how == RULES:
            verdict = Verdict(match_id, order[0], Reason.HEARD, order=order)
            await self._tournaments.rule(press.actor, tournament, verdict)
            await say(press.interaction, self._texts.say(press.actor.voice, "tournaments-ruled"))
            return
        moved = await self._tournaments.report(
            press.actor, None, None, tournament, match_id, order=order
        )
        await say(press.interaction, answer(self._texts, self._wording, press.actor.voice, moved))

    async def _meant(self, press: Pressed) -> tuple[Live, Match]:
        """The match of a button, looked at before anything is typed.

        Raises `NoneHere` where nothing is drawn, and `OthersNow`.
        """
        tournament, match_id = match_of(press)
        live = await self._tournaments.see(tournament)
        if live.state is None:
            raise NoneHere
        return live, meant(live, live.state, match_id)

    async def _lobby(self, press: Pressed) -> tuple[Live, Match]:
        """Raises `NoneHere` for a button that was made up."""
        live, match = await self._meant(press)
        if not match.lobby:
            raise NoneHere
        return live, match

    def _wrong(self, voice: Voice, live: Live, match: Match, how: str, found: Arrival) -> Card:
        """What is missing or too much, each with its name, and the form once more."""
        say, lines = partial(self._texts.say, voice), []
        if found.missing:
            names = self._names(voice, live, match, found.missing)
            lines.append(say("games-order-missing", names=names))
        if found.twice:
            names = self._names(voice, live, match, found.twice)
            lines.append(say("games-order-twice", names=names))
        if found.strangers:
            strangers = ", ".join(map(str, found.strangers))
            lines.append(say("games-order-strangers", numbers=strangers[:200]))
        key = str(live.id), marked(live, match), how
        typed = ".".join(map(str, found.order))
        if len("|".join(("tournaments.order", *key, typed))) > MOST:
            typed = ""
        again = button("order", say("games-button-order"), *key, typed, style="primary")
        return Card("\n".join(lines)[:1900], ((again,),))

    def _names(self, voice: Voice, live: Live, match: Match, numbers: tuple[int, ...]) -> str:
        known = _numbers(match)
        return ", ".join(
            f"{number} ({self._wording.who(tongue(voice), live, match.sides[number - 1])})"
            for number in numbers
            if number in known
        ) or ", ".join(map(str, numbers))

    def _numbered(self, live: Live, match: Match) -> str:
        lines = (
            f"{number} · {plain(live.name(match.sides[number - 1] or 0)) or number}"
            for number in _numbers(match)
        )
        return "\n".join(lines)[:LONGEST_LIST]


def _numbers(match: Match) -> tuple[int, ...]:
    """What those who play are called by in a form; who has left keeps theirs."""
    return tuple(number for number, side in enumerate(match.sides, 1) if side in match.playing)


def _games(live: Live, match: Match) -> int:
    """Of how many games a match is at most."""
    return live.state.best_of(match.id) if live.state else 1

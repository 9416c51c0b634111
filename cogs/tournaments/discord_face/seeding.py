"""Seeds and seasons as a host and a player see them: a look before the draw, and the board."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cogs.tournaments.discord_face.presses import tournament_of
from cogs.tournaments.discord_face.speech import bold, button
from cogs.tournaments.rules.ladder import Rung
from cogs.tournaments.rules.seeding import Seeding
from cogs.tournaments.service.ladder import Ladder, Standing
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.presets import Presets
from cogs.tournaments.service.seeds import Proposal, Seeds
from cogs.tournaments.service.tournaments import Tournaments
from core.courier import Card
from core.people import Actor, Voice
from platforms.discord_client.pressing import Press, Pressed
from platforms.discord_client.speaking import plain, replace, say
from prompts import Texts

MOST: Final = 16  # seeds of a card
BROKEN: Final = 8  # pairs that could not be kept apart
OUT: Final = 8  # of those who are not in it
MOST_TEXT: Final = 1900  # characters of a message, with some room
BY: Final[Mapping[Seeding, str]] = MappingProxyType(
    {
        Seeding.LOT: "seeds-by-lot",
        Seeding.RATING: "seeds-by-rating",
        Seeding.LAST: "seeds-by-last",
        Seeding.HAND: "seeds-by-hand",
        Seeding.ABOVE: "seeds-by-above",
    }
)


class SeedingCards:
    def __init__(
        self,
        *,
        tournaments: Tournaments,
        seeds: Seeds,
        ladder: Ladder,
        presets: Presets,
        texts: Texts,
    ) -> None:
        self._tournaments = tournaments
        self.seeds = seeds
        self._ladder = ladder
        self._presets = presets
        self._texts = texts

    def all(self) -> Mapping[str, Press]:
        return {
            "tournaments.draw": self.draw,
            "tournaments.season_off": self.season_off,
            "tournaments.season_on": self.season_on,
        }

    async def draw(self, press: Pressed) -> None:
        """The proposal was looked at: make it so."""
        live = await self._tournaments.draw(press.actor, tournament_of(press))
        count = len(live.drawn)
        text = self._texts.say(press.actor.voice, "seeds-drawn", count=count)
        await replace(press.interaction, Card(text))

    async def season_off(self, press: Pressed) -> None:
        await self._be_shy(press, wished=True)

    async def season_on(self, press: Pressed) -> None:
        await self._be_shy(press, wished=False)

    def proposal(self, voice: Voice, proposal: Proposal) -> Card:
        """The seeds as they would be drawn, who meets too soon, and one button.

        Teams are told with their people, as long as all of it fits into one message.
        """
        text = self._look(voice, proposal, people=True)
        if len(text) > MOST_TEXT:
            text = self._look(voice, proposal, people=False)
        label = self._texts.say(voice, "seeds-button-draw")
        make = button("draw", label, proposal.live.id, style="primary")
        return Card(text, ((make,),))

    def _look(self, voice: Voice, proposal: Proposal, *, people: bool) -> str:
        live, drawn = proposal.live, proposal.drawn
        names = {each.ticket: each.name or f"#{each.ticket}" for each in live.entrants}
        by = self._texts.say(voice, BY[Seeding(live.event.seeding)])
        lines = [self._texts.say(voice, "seeds-look", event=plain(live.event.name), by=by)]
        for seed, ticket in enumerate(drawn.order[:MOST], 1):
            members = _members(live, ticket) if people else ""
            lines.append(f"{seed}. {bold(names[ticket])}{members}")
        if (more := len(drawn.order) - MOST) > 0:
            lines.append(self._texts.say(voice, "seeds-more", count=more))
        for broken in drawn.broken[:BROKEN]:
            one, other = bold(names[broken.one]), bold(names[broken.other])
            lines.append(
                self._texts.say(voice, "seeds-broken", one=one, other=other, round=broken.round)
            )
        if out := proposal.out:
            shown = ", ".join(map(bold, out[:OUT]))
            lines.append(
                self._texts.say(voice, "seeds-out", names=shown, more=max(0, len(out) - OUT))
            )
        return "\n".join(lines)

    async def season(self, actor: Actor, game: str) -> Card:
        """Raises `UnknownGame`."""
        chosen = self._presets[game]
        standing = await self._ladder.see(actor, chosen.id)
        return self._board(actor.voice, chosen.said(actor.voice.language).name, standing)

    def _board(self, voice: Voice, name: str, standing: Standing) -> Card:
        board = standing.board
        lines = [self._texts.say(voice, "seeds-season", game=name)]
        lines += [self._rung(voice, standing, rung) for rung in board.top]
        if not board.top:
            lines.append(self._texts.say(voice, "seeds-season-empty"))
        if board.around:
            lines += ["…", *(self._rung(voice, standing, rung) for rung in board.around)]
        if board.mine is not None:
            key = "seeds-mine" if board.mine.placed else "seeds-mine-placing"
            points, best = str(board.mine.shown), str(board.best)
            lines.append(self._texts.say(voice, key, points=points, best=best))
        verb, key = ("season_on", "seeds-button-on") if standing.shy else _OFF
        label = self._texts.say(voice, key)
        return Card("\n".join(lines), ((button(verb, label, standing.game),),))

    def _rung(self, voice: Voice, standing: Standing, rung: Rung) -> str:
        name = standing.names.get(rung.person, "")
        shown = bold(name) if name else self._texts.say(voice, "seeds-somebody")
        points = str(rung.shown) if rung.placed else f"{rung.shown} ?"
        return f"{rung.rank}. {shown} · {points}"

    async def _be_shy(self, press: Pressed, *, wished: bool) -> None:
        await self._ladder.stay_off(press.actor, wished=wished)
        game = press.args[0] if press.args else ""
        await say(press.interaction, await self.season(press.actor, game))


def _members(live: Live, team: int) -> str:
    """Who plays in it, where it is played in teams."""
    names = (each.name for each in live.entrants if each.team == team and each.name)
    shown = ", ".join(map(plain, names))
    return f" · {shown}" if shown else ""


_OFF: Final = ("season_off", "seeds-button-off")

"""Buttons that anybody may press, whoever they are: no name is asked, no table is opened.

The emergency card, one minute for oneself, and the private answer behind a public line.
"""

from collections.abc import Sequence
from typing import Any

from discord import Interaction

from cogs.mediation.service import cards
from cogs.mediation.service.lines import Numbers
from cogs.mediation.service.slips import Slip, Slips
from core.clock import Clock
from core.courier import Card, Choice
from core.people import Voice
from platforms.discord_client.pressing import Nameless, Press, verb_of
from platforms.discord_client.speaking import replace, say, voice_of
from prompts import Texts

MINUTE, WEIGHED, STOPPED, TRIED = (
    "mediation.minute",
    "mediation.weighed",
    "mediation.stopped",
    "mediation.tried",
)
LINES, FINE_THEN = "mediation.lines", "mediation.fine_then"
WHOM = "open"  # slips behind a public line are for whoever opens them; the account is inside


class Minute:
    def __init__(self, texts: Texts, numbers: Numbers, slips: Slips, home: str) -> None:
        self._texts = texts
        self._numbers = numbers
        self._slips = slips
        self._home = home  # what to call a place without a server

    def presses(self) -> dict[str, Press | Nameless]:
        return {
            cards.WHAT: Nameless(self.what),
            cards.KIDDING: Nameless(self.kidding),
            cards.OPEN: Nameless(self.open),
            MINUTE: Nameless(self.weighs),
            WEIGHED: Nameless(self.stops),
            STOPPED: Nameless(self.smaller),
            TRIED: Nameless(self.end),
            LINES: Nameless(self.lines),
            FINE_THEN: Nameless(self.fine_then),
        }

    def talk_card(self, voice: Voice) -> Card:
        """The ordinary private card of /talk: the same for everybody."""
        say_ = self._texts.say
        row = (
            Choice(
                cards.YES, say_(voice, "mediation-button-someone"), (cards.FROM_TALK,), "primary"
            ),
            Choice(MINUTE, say_(voice, "mediation-button-minute")),
            Choice(LINES, say_(voice, "mediation-button-lines")),
        )
        return Card(say_(voice, "mediation-talk"), (row,))

    def public_card(self, voice: Voice, author: int, *, danger: bool, clock: Clock) -> Card:
        """What everybody who calls the bot in public gets, for whatever reason."""
        slip = self._slips.close(Slip(int(danger), author), WHOM, clock.now())
        label = self._texts.say(voice, "mediation-button-open")
        text = self._texts.say(voice, "mediation-public-line")
        return Card(text, ((Choice(cards.OPEN, label, (slip,), "primary"),),))

    def emergency_card(self, voice: Voice, nickname: str, server: str = "") -> Card:
        return cards.emergency(self._texts, voice, cards.Scene(nickname, server or self._home))

    async def open(self, interaction: Interaction[Any]) -> None:
        """What stands behind a public line: for its author alone, if it is urgent."""
        voice = voice_of(interaction.locale)
        args = verb_of(interaction)[1]
        slip = self._slips.open(args[0], WHOM, self._numbers.clock.now()) if args else None
        theirs = slip is not None and slip.number == interaction.user.id and slip.mark == 1
        if theirs:
            server = interaction.guild.name if interaction.guild else ""
            card = self.emergency_card(voice, interaction.user.display_name, server)
        else:
            card = self.talk_card(voice)
        await say(interaction, card)

    async def what(self, interaction: Interaction[Any]) -> None:
        await say(
            interaction, self._texts.say(voice_of(interaction.locale), "mediation-what-is-3114")
        )

    async def kidding(self, interaction: Interaction[Any]) -> None:
        await replace(
            interaction, self._texts.say(voice_of(interaction.locale), "mediation-kidding")
        )

    async def lines(self, interaction: Interaction[Any]) -> None:
        await say(interaction, self._numbers.listed(voice_of(interaction.locale)))

    async def fine_then(self, interaction: Interaction[Any]) -> None:
        await replace(
            interaction, self._texts.say(voice_of(interaction.locale), "mediation-fine-then")
        )

    async def weighs(self, interaction: Interaction[Any]) -> None:
        """The first of four taps; what is chosen travels nowhere and is kept nowhere."""
        voice = voice_of(interaction.locale)
        labels = (
            self._texts.say(voice, "mediation-button-weighs-home"),
            self._texts.say(voice, "mediation-button-weighs-school"),
            self._texts.say(voice, "mediation-button-weighs-others"),
            self._texts.say(voice, "mediation-button-weighs-me"),
        )
        text = self._texts.say(voice, "mediation-minute-weighs")
        await say(interaction, Card(text, (_row(WEIGHED, labels),)))

    async def stops(self, interaction: Interaction[Any]) -> None:
        voice = voice_of(interaction.locale)
        labels = (
            self._texts.say(voice, "mediation-button-stops-useless"),
            self._texts.say(voice, "mediation-button-stops-fine"),
            self._texts.say(voice, "mediation-button-stops-long"),
            self._texts.say(voice, "mediation-button-stops-parents"),
        )
        text = self._texts.say(voice, "mediation-minute-stops")
        await replace(interaction, Card(text, (_row(STOPPED, labels),)))

    async def smaller(self, interaction: Interaction[Any]) -> None:
        """A smaller step, matched to what stops them."""
        voice = voice_of(interaction.locale)
        steps = (
            self._texts.say(voice, "mediation-minute-useless"),
            self._texts.say(voice, "mediation-minute-fine"),
            self._texts.say(voice, "mediation-minute-long"),
            self._texts.say(voice, "mediation-minute-parents"),
        )
        labels = (
            self._texts.say(voice, "mediation-button-try"),
            self._texts.say(voice, "mediation-button-not-now"),
        )
        chosen = int(verb_of(interaction)[1][0]) % len(steps)
        await replace(interaction, Card(steps[chosen], (_row(TRIED, labels),)))

    async def end(self, interaction: Interaction[Any]) -> None:
        voice = voice_of(interaction.locale)
        ends = (
            self._texts.say(voice, "mediation-minute-tried"),
            self._texts.say(voice, "mediation-minute-not-now"),
        )
        await replace(interaction, ends[int(verb_of(interaction)[1][0]) % len(ends)])


def _row(verb: str, labels: Sequence[str]) -> tuple[Choice, ...]:
    return tuple(Choice(verb, label, (str(n),)) for n, label in enumerate(labels))

"""The buttons of an offer, and the way from a yes to a room."""

from dataclasses import dataclass

from cogs.consent.rules.scopes import Scope
from cogs.consent.service.consents import Consents
from cogs.mediation.discord_face.minute import FINE_THEN, MINUTE
from cogs.mediation.rules.case import Entry
from cogs.mediation.rules.hours import Promise
from cogs.mediation.rules.offer import Reason
from cogs.mediation.rules.queue import Urgency
from cogs.mediation.service import cards
from cogs.mediation.service.cases import Cases
from cogs.mediation.service.duty import Duty
from cogs.mediation.service.lines import Numbers
from cogs.mediation.service.means import Means
from cogs.mediation.service.offers import Offers
from core.courier import Card, Choice
from core.people import Actor, Voice
from platforms.discord_client.pressing import Nameless, Press, Pressed
from platforms.discord_client.speaking import replace, say

SOON, KEEP, REMIND = "mediation.soon", "mediation.keep", "mediation.remind"
UNSAID = "undisclosed"
WHEN = ("tonight", "tomorrow", "weekend")


@dataclass(frozen=True, slots=True)
class Services:
    offers: Offers
    cases: Cases
    duty: Duty
    consents: Consents


class Buttons:
    def __init__(self, means: Means, services: Services, numbers: Numbers) -> None:
        self._means = means
        self._texts = means.texts
        self._services = services
        self._numbers = numbers

    def presses(self) -> dict[str, Press | Nameless]:
        return {
            cards.YES: self.yes,
            cards.WRITE: self.yes,
            SOON: self.soon,
            KEEP: self.keep,
            cards.LATER: self.later,
            REMIND: self.remind,
            cards.FINE: self.fine,
            cards.WHY: self.why,
            cards.UNWATCH: self.unwatch,
            cards.STOP: self.stop,
        }

    async def yes(self, press: Pressed) -> None:
        """How soon? Only the person says, and nothing is opened before they have."""
        entry = press.args[0] if press.args else cards.FROM_TALK
        voice = press.actor.voice
        row = (
            Choice(
                SOON,
                self._texts.say(voice, "mediation-button-hard-now"),
                (Urgency.HARD_NOW.value, entry),
                "primary",
            ),
            Choice(
                SOON,
                self._texts.say(voice, "mediation-button-today"),
                (Urgency.TODAY.value, entry),
            ),
            Choice(
                SOON,
                self._texts.say(voice, "mediation-button-whenever"),
                (Urgency.WHENEVER.value, entry),
            ),
        )
        await say(press.interaction, Card(self._texts.say(voice, "mediation-how-soon"), (row,)))

    async def soon(self, press: Pressed) -> None:
        """Open a case if somebody can come; otherwise say so, and ask whether to keep a place."""
        promise = await self._services.duty.promise()
        if promise is Promise.SOON:
            await self._into_the_room(press, "mediation-room-ready")
            return
        voice, bracket = press.actor.voice, await self._bracket(press.actor)
        lines = self._numbers.short(bracket)
        if promise is Promise.BUSY:
            text = self._texts.say(voice, "mediation-busy", lines=lines)
        else:
            text = self._texts.say(voice, "mediation-nobody-on-duty", lines=lines)
        row = (
            Choice(KEEP, self._texts.say(voice, "mediation-button-keep"), press.args, "primary"),
            Choice(MINUTE, self._texts.say(voice, "mediation-button-instead")),
            Choice(FINE_THEN, self._texts.say(voice, "mediation-button-fine-then")),
        )
        await replace(press.interaction, Card(text, (row,)))

    async def keep(self, press: Pressed) -> None:
        await self._into_the_room(press, "mediation-room-kept")

    async def _into_the_room(self, press: Pressed, key: str) -> None:
        urgency, entry = Urgency(press.args[0]), Entry(press.args[1])
        bracket = await self._bracket(press.actor)
        opened = await self._services.cases.open(press.actor, urgency, entry, bracket)
        settings, voice = self._means.settings, press.actor.voice
        minutes = round(settings.mediation.room_link_minutes)
        ready = self._texts.say(voice, key, minutes=minutes)
        link = f"{settings.public_url}/r/{opened.token}?lang={voice.language}"
        label = self._texts.say(voice, "mediation-button-room")
        enter = Choice("", label, style="link", link=link)
        text = f"{self._confidentiality(voice)}\n\n{ready}"
        await replace(press.interaction, Card(text, ((enter,),)))

    def _confidentiality(self, voice: Voice) -> str:
        """One sentence, and what it may promise is the organisation's to say (M-02)."""
        organisation = self._means.settings.organisation
        if organisation.secrecy == "yes":
            return self._texts.say(
                voice, "mediation-confidentiality-bound", organisation=organisation.name
            )
        return self._texts.say(voice, "mediation-confidentiality", organisation=organisation.name)

    async def _bracket(self, actor: Actor) -> str:
        age = await self._services.consents.age_of(actor.person)
        return age.value if age is not None else UNSAID

    async def later(self, press: Pressed) -> None:
        voice = press.actor.voice
        labels = (
            self._texts.say(voice, "mediation-button-tonight"),
            self._texts.say(voice, "mediation-button-tomorrow"),
            self._texts.say(voice, "mediation-button-weekend"),
        )
        row = [Choice(REMIND, label, (when,)) for when, label in zip(WHEN, labels, strict=True)]
        row.append(Choice(REMIND, self._texts.say(voice, "mediation-button-tell-you"), ("",)))
        await say(
            press.interaction, Card(self._texts.say(voice, "mediation-later"), (tuple(row),))
        )

    async def remind(self, press: Pressed) -> None:
        when, voice = press.args[0], press.actor.voice
        if when in WHEN:
            await self._services.offers.remind(press.actor, when)
            await replace(press.interaction, self._texts.say(voice, "mediation-later-kept"))
        else:
            await self._services.offers.answered(press.actor)
            await replace(press.interaction, self._texts.say(voice, "mediation-later-yours"))

    async def fine(self, press: Pressed) -> None:
        await self._services.offers.fine(press.actor)
        await replace(press.interaction, self._texts.say(press.actor.voice, "mediation-fine"))

    async def why(self, press: Pressed) -> None:
        """The true reason, which stands in this button and nowhere else."""
        voice = press.actor.voice
        slip = self._services.offers.why(press.actor, press.args[0] if press.args else "")
        reason = slip.reason if slip is not None else None
        if slip is None or reason is None:
            card = Card(self._texts.say(voice, "mediation-why-gone"))
        elif reason is Reason.SIGNAL:
            text = self._texts.say(voice, "mediation-why-signal", channel=f"<#{slip.number}>")
            off = Choice(cards.UNWATCH, self._texts.say(voice, "mediation-button-unwatch"))
            card = Card(text, ((off,),))
        elif reason is Reason.EVENT:
            card = Card(self._texts.say(voice, "mediation-why-event"))
        else:
            card = Card(self._texts.say(voice, "mediation-why-asked"))
        await say(press.interaction, card)

    async def unwatch(self, press: Pressed) -> None:
        await self._services.consents.withdraw(press.actor.person, {Scope.WATCH})
        await replace(press.interaction, self._texts.say(press.actor.voice, "mediation-unwatched"))

    async def stop(self, press: Pressed) -> None:
        await self._services.consents.never_again(press.actor.person)
        await replace(
            press.interaction, self._texts.say(press.actor.voice, "mediation-never-again")
        )

"""What is shown: the notice of a channel, the question of age, the card with its four boxes.

Which boxes are ticked stands in the buttons, signed for one person, one channel, one text and a
quarter of an hour: nobody says yes for somebody else, or to a text they were not shown (T-23).
"""

import hashlib
import hmac
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cogs.consent.rules.channels import BOT, State
from cogs.consent.rules.scopes import ASKED, Age, CardTooOld, Scope
from cogs.consent.service.channels import ZONE
from config.settings import Settings
from core.clock import Clock
from core.courier import Card, Choice
from core.people import PersonId, Voice
from prompts import Texts
from storage.seal import Seal

OPEN, ASK_AGE, AGE = "consent.open", "consent.ask_age", "consent.age"
TICK, OK, NOTHING = "consent.tick", "consent.ok", "consent.nothing"
ERASE, ERASE_NOW = "consent.erase", "consent.erase_now"
PATIENCE = timedelta(minutes=15)  # Discord itself takes no press on a private answer after that


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks at the card, and where."""

    person: PersonId
    voice: Voice
    channel: str
    name: str  # of the channel


@dataclass(frozen=True, slots=True)
class Boxes:
    """The card as it stands: what is ticked, in which text, since when."""

    ticked: frozenset[Scope]
    version: str
    shown_at: datetime


class Cards:
    def __init__(self, texts: Texts, seal: Seal, clock: Clock, settings: Settings) -> None:
        self._texts = texts
        self._seal = seal
        self._clock = clock
        self._settings = settings

    def notice(self, state: State, language: str, watch_from: datetime | None) -> Card:
        voice = Voice(language)
        if state is State.CLOSED:
            return Card(self._texts.say(voice, "consent-notice-closed", bot=BOT))
        watch = ""
        if state is State.PAUSED:
            watch = self._texts.say(voice, "consent-notice-paused")
        elif state is State.WATCH:
            watch = self._texts.say(voice, "consent-notice-watch")
        elif state is State.WATCH_PENDING and watch_from is not None:
            day, hour = day_and_hour(watch_from)
            watch = self._texts.say(voice, "consent-notice-watch") + "\n"
            watch += self._texts.say(voice, "consent-notice-pending", day=day, hour=hour)
        text = self._texts.say(
            voice,
            "consent-notice",
            bot=BOT,
            organisation=self._settings.organisation.name,
            url=f"{self._settings.public_url}/privacy",
            watch=watch,
        )
        shown = "\n".join(line for line in text.splitlines() if line.strip())
        label = self._texts.say(voice, "consent-notice-button")
        return Card(shown, ((Choice(OPEN, label),),), pin=True)

    def age_question(self, voice: Voice) -> Card:
        labels = {
            Age.UNDER_13: self._texts.say(voice, "consent-age-under-13"),
            Age.FROM_13: self._texts.say(voice, "consent-age-13"),
            Age.FROM_15: self._texts.say(voice, "consent-age-15"),
            Age.FROM_18: self._texts.say(voice, "consent-age-18"),
            Age.FROM_26: self._texts.say(voice, "consent-age-26"),
        }
        ages = tuple(Choice(AGE, label, (age.value,)) for age, label in labels.items())
        silent = self._texts.say(voice, "consent-age-undisclosed")
        last = Choice(AGE, silent, (Age.UNDISCLOSED.value,))
        return Card(self._texts.say(voice, "consent-age-question"), (ages, (last,)))

    def too_young(self, voice: Voice) -> Card:
        label = self._texts.say(voice, "consent-card-age")
        text = self._texts.say(voice, "consent-under-15")
        return Card(text, ((Choice(ASK_AGE, label),),))

    def boxes(
        self, reader: Reader, ends: datetime, ticked: Collection[Scope], *, can_watch: bool
    ) -> Card:
        """The card; nothing is ticked that this person has not ticked themselves."""
        text = self.text(reader, ends)
        voice = reader.voice
        stamp = self._clock.now()
        labels = {
            Scope.WATCH: self._texts.say(voice, "consent-box-watch"),
            Scope.DM: self._texts.say(voice, "consent-box-dm"),
            Scope.FOLLOW_UP: self._texts.say(voice, "consent-box-follow-up"),
            Scope.STATS: self._texts.say(voice, "consent-box-stats"),
        }
        toggles = tuple(
            Choice(
                TICK,
                f"{'☑' if scope in ticked else '☐'} {labels[scope]}",
                self._sign(reader, set(ticked) ^ {scope}, text, stamp),
                disabled=scope is Scope.WATCH and not can_watch,
            )
            for scope in ASKED
        )
        signed = self._sign(reader, ticked, text, stamp)
        answers = (
            Choice(OK, self._texts.say(voice, "consent-card-ok"), signed),
            Choice(NOTHING, self._texts.say(voice, "consent-card-nothing")),
            Choice(ASK_AGE, self._texts.say(voice, "consent-card-age")),
        )
        return Card(text, (toggles, answers))

    def text(self, reader: Reader, ends: datetime) -> str:
        return self._texts.say(
            reader.voice,
            "consent-card",
            bot=BOT,
            channel=reader.name,
            organisation=self._settings.organisation.name,
            date=self.date(reader.voice, ends),
        )

    def read(self, reader: Reader, args: tuple[str, ...]) -> Boxes:
        """What the buttons of a card say. Raises `CardTooOld`."""
        mask, version, stamp, signature = args
        genuine = self._signature(reader, mask, version, stamp)
        if not hmac.compare_digest(signature.encode(), genuine.encode()):
            raise CardTooOld
        shown_at = datetime.fromtimestamp(int(stamp), UTC)
        if self._clock.now() - shown_at > PATIENCE:
            raise CardTooOld
        ticked = {scope for place, scope in enumerate(ASKED) if int(mask) >> place & 1}
        return Boxes(frozenset(ticked), version, shown_at)

    def version(self, reader: Reader, ends: datetime, boxes: Boxes) -> str:
        """The hash of the text that was shown. Raises `CardTooOld` if it would be another now."""
        version = _version(self.text(reader, ends))
        if version[:12] != boxes.version:
            raise CardTooOld
        return version

    def date(self, voice: Voice, moment: datetime) -> str:
        day = moment.astimezone(ZONE)
        return self._texts.say(
            voice, "consent-date", day=str(day.day), month=day.month, year=str(day.year)
        )

    def stopped(self, voice: Voice) -> Card:
        label = self._texts.say(voice, "consent-erase-button")
        return Card(self._texts.say(voice, "consent-stopped"), ((Choice(ERASE, label),),))

    def erase_sure(self, voice: Voice) -> Card:
        label = self._texts.say(voice, "consent-erase-yes")
        text = self._texts.say(voice, "consent-erase-sure")
        return Card(text, ((Choice(ERASE_NOW, label, style="danger"),),))

    def _sign(
        self, reader: Reader, ticked: Collection[Scope], text: str, stamp: datetime
    ) -> tuple[str, ...]:
        mask = str(sum(1 << place for place, scope in enumerate(ASKED) if scope in ticked))
        version, moment = _version(text)[:12], str(int(stamp.timestamp()))
        return mask, version, moment, self._signature(reader, mask, version, moment)

    def _signature(self, reader: Reader, mask: str, version: str, stamp: str) -> str:
        person = str(reader.person)
        return self._seal.hash("consent-card", person, reader.channel, mask, version, stamp)[:16]


def _version(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def day_and_hour(moment: datetime) -> tuple[str, str]:
    """As it is said here: "21/11", "19:00"."""
    local = moment.astimezone(ZONE)
    return f"{local:%d/%m}", f"{local:%H:%M}"

"""Who answers right now, as lines of a card or of a page."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from cogs.mediation.rules.resources import RESCUE, Resource, answers, shown
from core.clock import Clock
from core.people import Voice
from prompts import Texts

ZONE = ZoneInfo("Europe/Paris")
AGES = {"under_13": 12, "age_13_14": 14, "age_15_17": 16, "age_18_25": 21, "age_26_plus": 30}


@dataclass(frozen=True, slots=True)
class Numbers:
    resources: tuple[Resource, ...]
    clock: Clock
    texts: Texts
    production: bool

    def open_now(self, bracket: str = "") -> list[Resource]:
        """Those to talk to who pick up at this hour, for a person of this age."""
        here = self.clock.now().astimezone(ZONE)
        rows = shown(self.resources, here.date(), production=self.production)
        return [
            each
            for each in rows
            if each.number not in RESCUE and answers(each, here, AGES.get(bracket))
        ]

    def listed(self, voice: Voice, bracket: str = "") -> str:
        """One line for each."""
        rows = [
            self.texts.say(
                voice,
                "mediation-line",
                number=each.number,
                name=each.name,
                about=each.about(voice.language),
            )
            for each in self.open_now(bracket)
        ]
        return "\n".join([self.texts.say(voice, "mediation-lines"), *rows])

    def short(self, bracket: str = "") -> str:
        """The same inside a sentence: numbers and names."""
        return " · ".join(f"**{each.number}** ({each.name})" for each in self.open_now(bracket))

"""How long a question stays open, for whom, and how much a day may bring."""

from dataclasses import dataclass
from datetime import datetime

from cogs.challenges.rules.quiz import XP_PER_DAY, Window

STREAM = "stream:"  # how the name of a stage begins that is a stream's chat


@dataclass(frozen=True, slots=True)
class Pace:
    seconds: float = 25.0
    delay: float = 12.0  # seconds that the viewers of a stream are behind
    xp_per_day: int = XP_PER_DAY

    def window(self, stage: str, opened: datetime) -> Window:
        delay = self.delay if stage.startswith(STREAM) else 0.0
        return Window(opened, delay, self.seconds)

"""What can be seen of rounds, by everybody alike."""

from collections.abc import Mapping
from dataclasses import dataclass

from cogs.challenges.rules.chance import promise
from cogs.challenges.rules.pack import Question, playable
from cogs.challenges.rules.quiz import Life, State, share
from cogs.challenges.service.pace import Pace
from cogs.challenges.store import answers
from cogs.challenges.store import rounds as store
from cogs.challenges.store.rounds import RoundId
from core.clock import Clock
from core.people import PlaceId
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Scene:
    """What the card of a round shows now."""

    round: RoundId
    life: Life
    told: bool
    question: Question
    language: str
    promise: str
    percent: int | None  # how many found the question on stage, once it is told
    players: int
    found: int | None  # right answers of the whole round, in a hundred, once it is judged
    seed: str  # empty until it is judged
    seconds: int


class Showing:
    """Reads only."""

    def __init__(
        self, db: Database, clock: Clock, questions: Mapping[str, Question], pace: Pace
    ) -> None:
        self._db = db
        self._clock = clock
        self._questions = questions
        self._pace = pace

    async def scene(self, which: int) -> Scene | None:
        """None where the round is no more, or a question of it is."""
        async with self._db.read() as tx:
            round_ = await store.find(tx, which)
            if round_ is None or not round_.questions_in(self._questions):
                return None
            given = await answers.timed(tx, round_.id)
        asked = [self._questions[each] for each in round_.questions]
        right = [each.choice == asked[each.position - 1].answer for each in given]
        here = [
            won
            for won, each in zip(right, given, strict=True)
            if each.position == round_.life.position
        ]
        judged = round_.life.state is State.JUDGED
        return Scene(
            round_.id,
            round_.life,
            round_.told,
            self._questions[round_.question],
            round_.language,
            promise(round_.seed, round_.questions),
            percent=share(here) if round_.told else None,
            players=len({each.person for each in given}),
            found=share(right) if judged else None,
            seed=round_.seed if judged else "",
            seconds=int(self._pace.seconds),
        )

    async def stage(self, place: PlaceId) -> Scene | None:
        """The round that is being played here, if there is one."""
        async with self._db.read() as tx:
            round_ = await store.on_stage(tx, place)
        return await self.scene(round_.id) if round_ else None

    def packs(self) -> dict[str, int]:
        """The themes that can be played, and how many questions each has."""
        counted: dict[str, int] = {}
        for each in playable(self._questions, self._clock.now().date()):
            pack = self._questions[each].pack
            counted[pack] = counted.get(pack, 0) + 1
        return counted

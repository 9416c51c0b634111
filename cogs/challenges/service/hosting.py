"""A round from its first question to its last: what hosts may do, and what falls due."""

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from cogs.challenges.rules.chance import draw, promise
from cogs.challenges.rules.pack import Question, playable
from cogs.challenges.rules.quiz import (
    GRACE,
    PATIENCE,
    PAUSE,
    QUESTIONS,
    REST,
    TRIES,
    WEEK,
    State,
    enough,
    rested,
    share,
)
from cogs.challenges.rules.refusals import AlreadyOnStage, NoneOnStage
from cogs.challenges.service import lines
from cogs.challenges.service.pace import STREAM, Pace
from cogs.challenges.service.purse import Purse
from cogs.challenges.store import answers, ledger
from cogs.challenges.store import rounds as store
from cogs.challenges.store.rounds import Round, RoundId
from cogs.people.rules import must_be_somewhere
from cogs.people.service import People
from core.clock import Clock
from core.people import Actor, Role
from core.timers import Timer
from storage import cards, timers
from storage.database import Database, Tx

CARD = "challenges.round"
QUESTION_CLOSE = "challenges.question_close"
QUESTION_NEXT = "challenges.question_next"
QUESTION_UNSEEN = "challenges.question_unseen"
QUIZ_JUDGE = "challenges.judge"
QUIZ_ARCHIVE = "challenges.archive"
ON_STAGE = (QUESTION_CLOSE, QUESTION_NEXT, QUESTION_UNSEEN, QUIZ_JUDGE)


@dataclass(frozen=True, slots=True)
class Started:
    round: RoundId
    promise: str  # the hash of what will be asked, published before the first question


class Hosting:
    """The only writer of rounds."""

    def __init__(
        self,
        db: Database,
        clock: Clock,
        people: People,
        questions: Mapping[str, Question],
        pace: Pace,
        luck: Callable[[int], str] = secrets.token_hex,
    ) -> None:
        self._db = db
        self._clock = clock
        self._people = people
        self._questions = questions
        self._pace = pace
        self._luck = luck
        self._purse = Purse(self._pace.xp_per_day)

    async def start(self, actor: Actor, channel: str, pack: str = "") -> Started:
        """Begin a round in a Discord channel and in every stream of this place.

        Raises `NotAllowed`, `NotHere`, `AlreadyOnStage`, `TooFewQuestions`.
        """
        actor.must_be(Role.HOST)
        must_be_somewhere(actor)
        streams = [f"{STREAM}{each}" for each in await self._people.streams_of(actor.place)]
        language = await self._people.language_of(actor.place)
        now = self._clock.now()
        async with self._db.write() as tx:
            if await store.on_stage(tx, actor.place) is not None:
                raise AlreadyOnStage
            before = await store.played(tx, actor.place, now - REST)
            fresh = enough(rested(playable(self._questions, now.date(), pack), before, now))
            seed = self._luck(16)
            asked = draw(seed, fresh, QUESTIONS)
            made = await store.add_round(
                tx,
                actor.place,
                seed,
                asked,
                live=True,
                state=State.PLANNED.value,
                language=language,
                channel=channel,
                started=now,
            )
            round_ = await store.round_of(tx, made)
            await lines.open_up(tx, round_, streams, int(self._pace.seconds))
            await self._ask(tx, round_, streams)
        return Started(made, promise(seed, asked))

    async def skip(self, actor: Actor) -> None:
        """End the round that is being played here; what was answered until now counts.

        Raises `NotAllowed`, and `NoneOnStage`.
        """
        actor.must_be(Role.HOST)
        async with self._db.write() as tx:
            round_ = await store.on_stage(tx, actor.place)
            if round_ is None:
                raise NoneOnStage
            await self._judge(tx, round_)

    # What platforms confirm, in the transaction that records it.

    async def card_shown(self, tx: Tx, subject: str) -> None:
        """The round's card shows what it should: if that is a question, its window opens."""
        round_ = await store.find(tx, int(subject))
        if round_ is not None:
            await self._opened(tx, round_, round_.life.position, f"channel:{round_.channel}")

    async def line_said(self, tx: Tx, nonce: str) -> None:
        """A question stands in a chat: its window opens there."""
        which, position, number = lines.number_of(nonce)
        round_ = await store.find(tx, which)
        streams = _streams(await store.windows_of(tx, which, position))
        if round_ is not None and number < len(streams):
            await self._opened(tx, round_, position, streams[number])

    async def _opened(self, tx: Tx, round_: Round, position: int, stage: str) -> None:
        if not round_.life.is_live or round_.told or position != round_.life.position:
            return  # a confirmation that comes too late
        if not await store.open_window(tx, round_.id, position, stage, self._clock.now()):
            return
        if round_.life.state is State.PLANNED:
            await store.set_life(tx, round_.id, round_.life.to(State.OPEN), told=False)
        opened = await store.windows_of(tx, round_.id, position)
        closes = max(self._pace.window(s, at).closes for s, at in opened.items() if at is not None)
        await timers.cancel(tx, QUESTION_UNSEEN, str(round_.id))
        await timers.arm(tx, Timer(QUESTION_CLOSE, str(round_.id), closes + GRACE))

    # What falls due. Each looks at the world first: a timer may be late, or no longer needed.

    async def close_question(self, tx: Tx, timer: Timer) -> Iterable[object]:
        """Nobody may answer any more: tell the answer, and arm what comes next."""
        round_ = await store.find(tx, int(timer.key))
        if round_ is None or round_.life.state is not State.OPEN or round_.told:
            return ()
        if not round_.questions_in(self._questions):
            await self._judge(tx, round_)  # a file was taken away while the bot was down
            return ()
        question = self._questions[round_.question]
        given = await answers.timed(tx, round_.id, round_.life.position)
        percent = share(each.choice == question.answer for each in given)
        stages = await store.windows_of(tx, round_.id, round_.life.position)
        after = round_.life.next_question() is not None
        life = round_.life if after else round_.life.to(State.CLOSED)
        await store.set_life(tx, round_.id, life, told=True)
        await cards.want(tx, CARD, str(round_.id), round_.channel)
        await lines.tell(tx, round_, _streams(stages), question, percent)
        due = self._clock.now() + PAUSE
        if after:
            await timers.arm(tx, Timer(QUESTION_NEXT, timer.key, due))
        else:
            await timers.arm(tx, Timer(QUIZ_JUDGE, timer.key, due))
        return ()

    async def next_question(self, tx: Tx, timer: Timer) -> Iterable[object]:
        """After a breath: the next question, or the end."""
        round_ = await store.find(tx, int(timer.key))
        if round_ is None or round_.life.state is not State.OPEN or not round_.told:
            return ()
        stages = await store.windows_of(tx, round_.id, round_.life.position)
        life = round_.life.next_question()
        if life is None or not round_.questions_in(self._questions):
            await self._judge(tx, round_)
        else:
            await store.set_life(tx, round_.id, life, told=False)
            await self._ask(tx, replace(round_, life=life, told=False), _streams(stages))
        return ()

    async def unseen(self, tx: Tx, timer: Timer) -> Iterable[object]:
        """No platform has confirmed the question: show it again, and in the end give up."""
        round_ = await store.find(tx, int(timer.key))
        tries = int(timer.payload.get("tries", 1))
        if round_ is None or round_.told or not round_.life.is_live:
            return ()
        if tries >= TRIES:
            await self._judge(tx, round_)
            return ()
        await cards.want(tx, CARD, str(round_.id), round_.channel)
        again = Timer(
            QUESTION_UNSEEN, timer.key, self._clock.now() + PATIENCE, {"tries": tries + 1}
        )
        await timers.arm(tx, again)
        return ()

    async def judge(self, tx: Tx, timer: Timer) -> Iterable[object]:
        """A breath after the last answer: the round is over, and who scored is told."""
        round_ = await store.find(tx, int(timer.key))
        if round_ is not None and round_.life.state is State.CLOSED:
            await self._judge(tx, round_)
        return ()

    async def archive(self, tx: Tx, timer: Timer) -> Iterable[object]:
        """Forget who answered what."""
        round_ = await store.find(tx, int(timer.key))
        if round_ is not None and round_.life.state is State.JUDGED:
            await store.set_life(tx, round_.id, round_.life.to(State.ARCHIVED), told=True)
            await answers.forget_round(tx, round_.id)
            await store.forget_windows(tx, round_.id)
        return ()

    async def forget(self, tx: Tx, timer: Timer) -> Iterable[object]:
        """What may be kept for a time only has had it."""
        now = self._clock.now()
        await ledger.forget(tx, now)
        await answers.forget(tx, now - WEEK)
        del timer
        return ()

    async def _ask(self, tx: Tx, round_: Round, streams: list[str]) -> None:
        stages = [f"channel:{round_.channel}", *streams]
        await store.add_windows(tx, round_.id, round_.life.position, stages)
        await cards.want(tx, CARD, str(round_.id), round_.channel)
        await lines.ask(tx, round_, streams, self._questions[round_.question])
        patience = self._clock.now() + PATIENCE
        await timers.arm(tx, Timer(QUESTION_UNSEEN, str(round_.id), patience))

    async def _judge(self, tx: Tx, round_: Round) -> None:
        now = self._clock.now()
        given = await answers.timed(tx, round_.id)
        stages = await store.windows_of(tx, round_.id, round_.life.position)
        await store.set_life(tx, round_.id, round_.life.end(), told=True)
        await self._purse.credit_round(tx, round_.id, given, now)
        await cards.want(tx, CARD, str(round_.id), round_.channel)
        await lines.close(tx, round_, _streams(stages), len({each.person for each in given}))
        for kind in ON_STAGE:
            await timers.cancel(tx, kind, str(round_.id))
        await timers.arm(tx, Timer(QUIZ_ARCHIVE, str(round_.id), now + REST))


def _streams(stages: Iterable[str]) -> list[str]:
    return sorted(stage for stage in stages if stage.startswith(STREAM))

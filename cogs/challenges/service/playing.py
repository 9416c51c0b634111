"""What players may do: answer against the clock, or with all the time in the world."""

import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from cogs.challenges.rules.chance import draw, option_at, order
from cogs.challenges.rules.pack import Question, playable
from cogs.challenges.rules.quiz import (
    QUESTIONS,
    REST,
    State,
    Window,
    enough,
    level,
    mark,
    mark_untimed,
    rested,
)
from cogs.challenges.rules.refusals import (
    AlreadyAnswered,
    NoneOnStage,
    NotALetter,
    NotOpenYet,
    RoundGone,
    TooLate,
)
from cogs.challenges.service.lines import EVERYBODY
from cogs.challenges.service.pace import Pace
from cogs.challenges.service.purse import Purse
from cogs.challenges.store import answers, ledger
from cogs.challenges.store import rounds as store
from cogs.challenges.store.answers import Given
from cogs.challenges.store.rounds import Round, RoundId
from cogs.people.rules import must_be_somewhere
from core.clock import Clock
from core.people import Actor, PersonId
from storage.database import Database, Tx

# Whether somebody has said that they are 15 or older: what they play is then kept longer.
IsOfAge = Callable[[PersonId], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, with its options in the order of one reader."""

    round: RoundId
    position: int
    question: Question
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer that counts. Whether it is right is told when the window has closed."""

    round: RoundId
    question: Question
    choice: int


@dataclass(frozen=True, slots=True)
class Told:
    """An answer that no clock measured, and what it was worth."""

    question: Question
    right: bool
    points: int
    more: bool  # whether another question of the round is left


@dataclass(frozen=True, slots=True)
class Score:
    """One's own score: of a round, and in all."""

    points: int
    right: int
    answered: int
    today: int
    xp: int
    level: int
    full: bool  # the day's cap is reached


class Playing:
    """The only writer of answers; XP comes from nothing else here."""

    def __init__(
        self,
        db: Database,
        clock: Clock,
        questions: Mapping[str, Question],
        is_of_age: IsOfAge,
        pace: Pace,
        luck: Callable[[int], str] = secrets.token_hex,
    ) -> None:
        self._db = db
        self._clock = clock
        self._questions = questions
        self._is_of_age = is_of_age
        self._pace = pace
        self._luck = luck
        self._purse = Purse(self._pace.xp_per_day)

    async def current(self, actor: Actor) -> Asked:
        """The question that is open here, with its options in this player's own order.

        Raises `NoneOnStage`, `NotOpenYet`, `TooLate`, `AlreadyAnswered`.
        """
        async with self._db.read() as tx:
            round_ = await _here(tx, actor)
            opened = await store.windows_of(tx, round_.id, round_.life.position)
            self._took(round_, opened, f"channel:{round_.channel}", self._clock.now())
            if any(
                each.position == round_.life.position
                for each in await answers.given_by(tx, round_.id, actor.person)
            ):
                raise AlreadyAnswered
        return self._asked(round_, round_.life.position, str(actor.person))

    async def answer(
        self,
        actor: Actor,
        letter: str,
        *,
        at: datetime,
        stream: str = "",
        asked: tuple[int, int] = (0, 0),
    ) -> Taken:
        """Give the first and only answer to the question that is open, received at `at`.

        From a chat, give its `stream`, whose letters everybody shares; from a private message,
        the round and the position of what was `asked` in it.
        Raises `NoneOnStage`, `NotALetter`, `NotOpenYet`, `TooLate`, `AlreadyAnswered`.
        """
        lasts = await self._is_of_age(actor.person)
        async with self._db.write() as tx:
            round_ = await _here(tx, actor)
            if asked not in ((0, 0), (round_.id, round_.life.position)):
                raise TooLate  # a button of a question that is over
            question = self._question(round_, round_.life.position)
            reader = EVERYBODY if stream else str(actor.person)
            choice = option_at(letter, round_.seed, question.id, reader)
            if choice is None:
                raise NotALetter
            stage = f"stream:{stream}" if stream else f"channel:{round_.channel}"
            opened = await store.windows_of(tx, round_.id, round_.life.position)
            took, window = self._took(round_, opened, stage, at)
            worth = mark(choice, question.answer, took, window)
            given = Given(actor.person, round_.life.position, choice, worth.points, lasts)
            await answers.add(tx, round_.id, given, worth, took=took, at=at)
        return Taken(round_.id, question, choice)

    async def untimed(self, actor: Actor, which: int = 0) -> Asked | None:
        """The next question of a round that is over, or of the newest one, without a clock.

        Where nothing was played yet, a round is drawn for whoever plays alone. None where
        every question has been answered. Raises `NotHere`, `RoundGone`, `TooFewQuestions`.
        """
        must_be_somewhere(actor)
        async with self._db.write() as tx:
            if which:
                round_ = await _over(tx, actor, which)
            else:
                round_ = await store.latest(tx, actor.place) or await self._alone(tx, actor)
            done = {each.position for each in await answers.given_by(tx, round_.id, actor.person)}
        left = [each for each in range(1, QUESTIONS + 1) if each not in done]
        return self._asked(round_, left[0], str(actor.person)) if left else None

    async def reply(self, actor: Actor, which: int, position: int, letter: str) -> Told:
        """Answer a question of a round that is over; what it is worth is told at once.

        Raises `RoundGone`, `NotALetter`, `AlreadyAnswered`.
        """
        lasts = await self._is_of_age(actor.person)
        now = self._clock.now()
        async with self._db.write() as tx:
            round_ = await _over(tx, actor, which)
            if not 1 <= position <= QUESTIONS:
                raise RoundGone
            question = self._question(round_, position)
            choice = option_at(letter, round_.seed, question.id, str(actor.person))
            if choice is None:
                raise NotALetter
            worth = mark_untimed(choice, question.answer)
            given = Given(actor.person, position, choice, worth.points, lasts)
            await answers.add(tx, round_.id, given, worth, took=None, at=now)
            await self._purse.credit_answer(tx, round_.id, given, now)
            done = await answers.given_by(tx, round_.id, actor.person)
        return Told(question, worth.right, worth.points, more=len(done) < QUESTIONS)

    async def score(self, actor: Actor, which: int = 0) -> Score:
        """One's own points: of a round that is over, today, and in all. Raises `RoundGone`."""
        day = self._clock.now().date()
        async with self._db.read() as tx:
            round_ = await _over(tx, actor, which) if which else None
            given = await answers.given_by(tx, round_.id, actor.person) if round_ else []
            today = (await ledger.earned(tx, day, [actor.person])).get(actor.person, 0)
            xp = await ledger.total(tx, actor.person)
        return Score(
            sum(each.points for each in given),
            sum(each.points > 0 for each in given),
            len(given),
            today,
            xp,
            level(xp),
            full=today >= self._pace.xp_per_day,
        )

    async def merge(self, tx: Tx, leaving: PersonId, staying: PersonId) -> None:
        """Two people are one, in the transaction that joins them: each answer and act once."""
        await answers.merge(tx, leaving, staying)
        await ledger.merge(tx, leaving, staying, self._pace.xp_per_day)

    def _took(
        self, round_: Round, opened: Mapping[str, datetime | None], stage: str, at: datetime
    ) -> tuple[float, Window]:
        if round_.told:
            raise TooLate
        shown = opened.get(stage)
        if shown is None:
            raise NotOpenYet
        window = self._pace.window(stage, shown)
        return window.took(at), window

    def _question(self, round_: Round, position: int) -> Question:
        found = self._questions.get(round_.questions[position - 1])
        if found is None:  # its file was taken away since
            raise RoundGone
        return found

    def _asked(self, round_: Round, position: int, reader: str) -> Asked:
        question = self._question(round_, position)
        shown = order(round_.seed, question.id, reader)
        return Asked(round_.id, position, question, shown)

    async def _alone(self, tx: Tx, actor: Actor) -> Round:
        now = self._clock.now()
        every = playable(self._questions, now.date())
        fresh = rested(every, await store.played(tx, actor.place, now - REST), now)
        seed = self._luck(16)
        asked = draw(seed, fresh if len(fresh) >= QUESTIONS else enough(every), QUESTIONS)
        made = await store.add_round(
            tx,
            actor.place,
            seed,
            asked,
            live=False,
            state=State.JUDGED.value,
            language=actor.voice.language,
            channel="",
            started=now,
        )
        return await store.round_of(tx, made)


async def _here(tx: Tx, actor: Actor) -> Round:
    round_ = await store.on_stage(tx, actor.place)
    if round_ is None:
        raise NoneOnStage
    return round_


async def _over(tx: Tx, actor: Actor, which: int) -> Round:
    """A round of this place that is judged: while it runs, its questions are nobody's yet."""
    round_ = await store.round_of(tx, which)
    if round_.place != actor.place or round_.life.state is not State.JUDGED:
        raise RoundGone
    return round_

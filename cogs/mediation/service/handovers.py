"""Hand-overs: exact lines, shown to the person first; nothing leaves without their yes."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cogs.mediation.rules.case import OVER, State, move
from cogs.mediation.rules.directory import NEXT, RECEIPTS, Answer, Level, Structure, find
from cogs.mediation.rules.hours import Staff
from cogs.mediation.rules.refusals import NothingSaid, TalkOver, WrongMove
from cogs.mediation.rules.words import plain
from cogs.mediation.service.cases import CaseMoved, mine
from cogs.mediation.service.means import Means
from cogs.mediation.service.talks import LineSaid, key_of
from cogs.mediation.store import cases, talks

LONGEST = 600  # characters that may be handed over
CALL_BACK = timedelta(days=7)  # five working days


@dataclass(frozen=True, slots=True)
class Proposal:
    """A hand-over as both sides see it."""

    structure: Structure
    level: Level
    state: Answer
    lines: str = field(repr=False)
    proof: str = field(repr=False)  # of these very lines: a yes names what it is a yes to
    call_before: datetime | None


@dataclass(frozen=True, slots=True)
class HandedOver:
    """News: a person has said yes to these lines, for this structure."""

    case: int


class Handovers:
    def __init__(self, means: Means, structures: tuple[Structure, ...]) -> None:
        self._means = means
        self.structures = structures

    async def propose(self, mediator: Staff, code: str, structure: str, lines: str) -> None:
        """Show the person what would be sent, word for word. Raises `NotYours`, `NothingSaid`."""
        found = find(self.structures, structure)
        told = plain(lines, LONGEST)
        if not told:
            raise NothingSaid
        now = self._means.clock.now()
        async with self._means.db.write() as tx:
            case = await mine(tx, mediator, code)
            key = await key_of(tx, case.id, self._means.seal)
            if key is None:
                raise TalkOver
            await talks.propose(
                tx,
                case.id,
                now,
                structure=found.id,
                level=Level.CALL_ME_BACK.value,
                state=Answer.PROPOSED.value,
                sealed=key.close(told),
                proof=self._means.seal.hash("handover", str(case.id), found.id, told),
                call_before=now + CALL_BACK,
            )
        await self._means.news.tell(LineSaid(case.id))

    async def inform(self, mediator: Staff, code: str, structure: str) -> Structure:
        """Note that public information was given: nothing is sent to anybody."""
        found = find(self.structures, structure)
        now = self._means.clock.now()
        async with self._means.db.write() as tx:
            case = await mine(tx, mediator, code)
            await talks.propose(
                tx,
                case.id,
                now,
                structure=found.id,
                level=Level.INFORMATION.value,
                state=Answer.TOLD.value,
            )
        await self._means.news.tell(LineSaid(case.id))
        return found

    async def answer(self, case: int, proof: str, *, agreed: bool) -> None:
        """The person's own yes or no to the lines they were shown, which `proof` names.

        Raises `WrongMove`, and so it does for lines that were replaced while they read.
        """
        now = self._means.clock.now()
        async with self._means.db.write() as tx:
            found = await cases.one(tx, case)
            proposal = await talks.referral(tx, case)
            if found is None or proposal is None or found.state in OVER:
                raise WrongMove
            if proposal.proof != proof:
                raise WrongMove
            state = Answer.AGREED if agreed else Answer.DECLINED
            if state not in NEXT[proposal.state] or proposal.level is Level.INFORMATION:
                raise WrongMove
            await talks.settle(tx, proposal.id, state, answered_at=now)
            if agreed and found.state is not State.REFERRED:
                await cases.step(tx, case, move(found.state, State.REFERRED), None, now)
        await self._means.news.tell(LineSaid(case))
        if agreed:
            await self._means.news.tell(HandedOver(case))
        await self._means.news.tell(CaseMoved(case))

    async def advance(self, mediator: Staff, code: str, state: Answer) -> None:
        """Passed on, received, contacted, seen: what the mediator knows of it now."""
        now = self._means.clock.now()
        async with self._means.db.write() as tx:
            case = await mine(tx, mediator, code)
            proposal = await talks.referral(tx, case.id)
            if proposal is None or state not in NEXT[proposal.state]:
                raise WrongMove
            if state not in (Answer.TOLD, *RECEIPTS):  # a yes or a no is the person's own
                raise WrongMove
            receipt = {"receipt_at": now} if state in RECEIPTS else {}
            await talks.settle(tx, proposal.id, state, **receipt)
        await self._means.news.tell(LineSaid(case.id))

    async def proposal(self, case: int) -> Proposal | None:
        """The newest hand-over of a case, with its exact lines while their key lives."""
        async with self._means.db.read() as tx:
            found = await talks.referral(tx, case)
            key = await key_of(tx, case, self._means.seal)
        if found is None:
            return None
        known = [each for each in self.structures if each.id == found.structure]
        if not known:
            return None
        lines = key.reopen(found.sealed) if key is not None and found.sealed else ""
        proof = found.proof or ""
        return Proposal(known[0], found.level, found.state, lines or "", proof, found.call_before)

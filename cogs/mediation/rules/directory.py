"""Structures that a person may be handed over to, and what a hand-over may say of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cogs.mediation.rules.refusals import StructureUnknown


class Level(StrEnum):
    INFORMATION = "information"  # 0: the person gets what is public, nothing is sent
    CALL_ME_BACK = "call_me_back"  # 1: the structure calls, after the person's yes to exact lines


class Answer(StrEnum):
    PROPOSED = "proposed"
    AGREED = "agreed"
    DECLINED = "declined"
    TOLD = "told"  # the mediator has passed on the lines, and no others
    ACKNOWLEDGED = "acknowledged"
    CONTACTED = "contacted"
    SEEN = "seen"
    NO_SHOW = "no_show"


RECEIPTS = (Answer.ACKNOWLEDGED, Answer.CONTACTED, Answer.SEEN, Answer.NO_SHOW)
NEXT: dict[Answer, frozenset[Answer]] = {
    Answer.PROPOSED: frozenset({Answer.AGREED, Answer.DECLINED}),
    Answer.AGREED: frozenset({Answer.TOLD, Answer.DECLINED}),
    Answer.TOLD: frozenset(RECEIPTS),
    Answer.ACKNOWLEDGED: frozenset({Answer.CONTACTED, Answer.SEEN, Answer.NO_SHOW}),
    Answer.CONTACTED: frozenset({Answer.SEEN, Answer.NO_SHOW}),
    Answer.NO_SHOW: frozenset({Answer.CONTACTED, Answer.SEEN}),
    Answer.SEEN: frozenset(),
    Answer.DECLINED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Structure:
    """One dated row of `config/directory.toml`."""

    id: str
    name: str
    for_fr: str
    for_en: str
    where: str
    contact: str
    needs: tuple[str, ...]
    source: str
    verified_on: date | None
    verified_by: str

    def about(self, language: str) -> str:
        return self.for_fr if language == "fr" else self.for_en


def find(structures: Iterable[Structure], key: str) -> Structure:
    found = next((each for each in structures if each.id == key), None)
    if found is None:
        raise StructureUnknown
    return found

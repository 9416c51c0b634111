"""Which text says which choice, and how a moment is written."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from cogs.mediation.rules.case import Entry, Need, Outcome, State
from cogs.mediation.rules.directory import Answer
from cogs.mediation.rules.queue import Urgency
from cogs.mediation.service.talks import Line

ZONE = ZoneInfo("Europe/Paris")

URGENCIES = {
    Urgency.HARD_NOW: "mediation-button-hard-now",
    Urgency.TODAY: "mediation-button-today",
    Urgency.WHENEVER: "mediation-button-whenever",
}
BRACKETS = {
    "under_13": "mediation-bracket-under-13",
    "age_13_14": "mediation-bracket-13-14",
    "age_15_17": "mediation-bracket-15-17",
    "age_18_25": "mediation-bracket-18-25",
    "age_26_plus": "mediation-bracket-26",
}
UNSAID = "mediation-bracket-unknown"
ENTRIES = {Entry.OFFER: "mediation-entry-offer", Entry.TALK: "mediation-entry-talk"}
STATES = {
    State.WAITING: "mediation-state-waiting",
    State.CLAIMED: "mediation-state-claimed",
    State.TALKING: "mediation-state-talking",
    State.AWAITING_PERSON: "mediation-state-awaiting-person",
    State.AWAITING_MEDIATOR: "mediation-state-awaiting-mediator",
    State.REFERRED: "mediation-state-referred",
    State.LEFT: "mediation-state-left",
    State.CLOSED: "mediation-state-closed",
}
ELSEWHERE = "mediation-state-other"
OUTCOMES = {
    Outcome.TALKED: "mediation-outcome-talked",
    Outcome.INFORMED: "mediation-outcome-informed",
    Outcome.REFERRED: "mediation-outcome-referred",
    Outcome.LEFT: "mediation-outcome-left",
    Outcome.ABUSE: "mediation-outcome-abuse",
    Outcome.MISTAKE: "mediation-outcome-mistake",
}
NEEDS = {
    Need.SCHOOL: "mediation-need-school",
    Need.WORK: "mediation-need-work",
    Need.MOOD: "mediation-need-mood",
    Need.HOUSING: "mediation-need-housing",
    Need.MONEY: "mediation-need-money",
    Need.FAMILY: "mediation-need-family",
    Need.RIGHTS: "mediation-need-rights",
    Need.HEALTH: "mediation-need-health",
    Need.COMPANY: "mediation-need-company",
    Need.OTHER: "mediation-need-other",
}
REFERRALS = {
    Answer.PROPOSED: "mediation-desk-referral-proposed",
    Answer.AGREED: "mediation-desk-referral-agreed",
    Answer.DECLINED: "mediation-desk-referral-declined",
    Answer.TOLD: "mediation-desk-referral-told",
    Answer.ACKNOWLEDGED: "mediation-desk-receipt-acknowledged",
    Answer.CONTACTED: "mediation-desk-receipt-contacted",
    Answer.SEEN: "mediation-desk-receipt-seen",
    Answer.NO_SHOW: "mediation-desk-receipt-no-show",
}


DIGITS = 18  # of a line's number: what comes from an address may be anything


def after(query: Mapping[str, str]) -> int:
    """From which line on a page asks for more."""
    given = query.get("after", "0")
    return int(given) if given.isdecimal() and len(given) <= DIGITS else 0


def hour(moment: datetime) -> str:
    return moment.astimezone(ZONE).strftime("%H:%M")


def day(moment: datetime) -> str:
    return moment.astimezone(ZONE).strftime("%d/%m")


def shown(lines: list[Line]) -> list[dict[str, object]]:
    """Lines as a page takes them, from a template or by fetch alike."""
    return [
        {
            "id": line.id,
            "name": line.name,
            "who": line.said_by,
            "text": line.text,
            "at": hour(line.said_at),
        }
        for line in lines
    ]

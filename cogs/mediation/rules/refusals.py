"""What a person or a mediator may be told when something cannot be."""

from core.errors import Refusal


class WrongMove(Refusal):
    key = "mediation-wrong-move"


class AlreadyTaken(Refusal):
    key = "mediation-already-taken"


class NobodyWaits(Refusal):
    key = "mediation-nobody-waits"


class HandsFull(Refusal):
    key = "mediation-hands-full"


class NotYours(Refusal):
    key = "mediation-not-yours"


class TalkOver(Refusal):
    key = "mediation-talk-over"


class NothingSaid(Refusal):
    key = "mediation-nothing-said"


class OutcomeMissing(Refusal):
    key = "mediation-outcome-missing"


class StructureUnknown(Refusal):
    key = "mediation-structure-unknown"


class LinkOver(Refusal):
    key = "mediation-link-over"


class OtherDevice(Refusal):
    key = "mediation-other-device"


class NoBadge(Refusal):
    """Whoever signs in at the desk holds the mediators' role in the hub server, or stays out."""

    key = "mediation-no-badge"


class NeedsTwoFactor(Refusal):
    """Discord says that this account is guarded by a password alone."""

    key = "mediation-needs-two-factor"


class SignInFailed(Refusal):
    key = "mediation-sign-in-failed"


class AlreadyTalking(Refusal):
    """A person has one open case: the index `one_open_case_per_person` has the last word."""

    key = "mediation-already-talking"

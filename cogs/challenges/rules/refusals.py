"""How the quiz says no. Each is a text that may be told to whoever asked."""

from core.errors import Refusal


class NotOpenYet(Refusal):
    """The question is on its way: its platform has not confirmed it."""

    key = "challenges-not-open"


class TooLate(Refusal):
    key = "challenges-too-late"


class AlreadyAnswered(Refusal):
    """The first answer counts, on whichever platform."""

    key = "challenges-already-answered"


class NotALetter(Refusal):
    key = "challenges-not-a-letter"


class TooFewQuestions(Refusal):
    key = "challenges-too-few"


class NoneOnStage(Refusal):
    key = "challenges-none-on"


class AlreadyOnStage(Refusal):
    key = "challenges-already-on"


class RoundGone(Refusal):
    """Put away, of another place, or not over yet: which of them is nobody's business."""

    key = "challenges-gone"

"""How a tournament says no: `key` names the text for people, `code` the word for scripts.

What is given when one is raised is for whoever reads the JSON lines of the engine, never for a
player: it says which match or which number the refusal is about.
"""

from typing import ClassVar

from core.errors import Refusal


class PlayRefusal(Refusal):
    """Something that the rules of play do not allow now; nothing has changed."""

    key = "tournaments-not-now"
    code: ClassVar[str] = "not_now"


class TooFew(PlayRefusal):
    key = "tournaments-too-few"
    code = "too_few"


class TooMany(PlayRefusal):
    key = "tournaments-too-many"
    code = "too_many"


class NotPlaying(PlayRefusal):
    key = "tournaments-not-playing"
    code = "not_playing"


class UnknownMatch(PlayRefusal):
    key = "tournaments-unknown-match"
    code = "unknown_match"


class UnknownEntrant(PlayRefusal):
    key = "tournaments-unknown-entrant"
    code = "unknown_entrant"


class OthersNow(PlayRefusal):
    """A button of before: since then others sit in its match, or it is not played any more."""

    key = "tournaments-others-now"
    code = "others_now"


class AnotherScore(OthersNow):
    """An answer to a score that was taken back; another one was given since."""

    key = "tournaments-another-score"
    code = "another_score"


class NotOpen(PlayRefusal):
    key = "tournaments-not-open"
    code = "not_open"


class AlreadyCalled(PlayRefusal):
    key = "tournaments-already-called"
    code = "already_called"


class AlreadyReported(PlayRefusal):
    key = "tournaments-already-reported"
    code = "already_reported"


class AlreadySettled(PlayRefusal):
    key = "tournaments-already-settled"
    code = "already_settled"


class InDispute(PlayRefusal):
    key = "tournaments-in-dispute"
    code = "in_dispute"


class NothingReported(PlayRefusal):
    key = "tournaments-nothing-reported"
    code = "nothing_reported"


class OwnReport(PlayRefusal):
    key = "tournaments-own-report"
    code = "own_report"


class OthersReport(PlayRefusal):
    """Somebody would take back a score that the other side gave."""

    key = "tournaments-others-report"
    code = "others_report"


class BadScore(PlayRefusal):
    key = "tournaments-bad-score"
    code = "bad_score"


class AlreadyOut(PlayRefusal):
    key = "tournaments-already-out"
    code = "already_out"


class NotWithdrawn(PlayRefusal):
    key = "tournaments-not-withdrawn"
    code = "not_withdrawn"


class TooLate(PlayRefusal):
    key = "tournaments-too-late"
    code = "too_late"


class NoSeat(PlayRefusal):
    key = "tournaments-no-seat"
    code = "no_seat"


class NotNext(PlayRefusal):
    key = "tournaments-not-next"
    code = "not_next"


class NothingToUndo(PlayRefusal):
    key = "tournaments-nothing-to-undo"
    code = "nothing_to_undo"


class OnHold(PlayRefusal):
    key = "tournaments-on-hold"
    code = "on_hold"


class Busy(PlayRefusal):
    key = "tournaments-busy"
    code = "busy"


class Begun(PlayRefusal):
    key = "tournaments-begun"
    code = "begun"


class NoDraws(PlayRefusal):
    key = "tournaments-no-draws"
    code = "no_draws"


class BadOrder(PlayRefusal):
    key = "tournaments-bad-order"
    code = "bad_order"


class BadPairs(PlayRefusal):
    key = "tournaments-bad-pairs"
    code = "bad_pairs"


class NoRounds(PlayRefusal):
    key = "tournaments-no-rounds"
    code = "no_rounds"


class RoundOpen(PlayRefusal):
    key = "tournaments-round-open"
    code = "round_open"


class StageOver(PlayRefusal):
    key = "tournaments-stage-over"
    code = "stage_over"


class NoArena(PlayRefusal):
    key = "tournaments-no-arena"
    code = "no_arena"


class NotEarly(PlayRefusal):
    key = "tournaments-not-early"
    code = "not_early"


class RegistrationClosed(PlayRefusal):
    key = "tournaments-registration-closed"
    code = "registration_closed"


class AlreadyEntered(PlayRefusal):
    key = "tournaments-already-entered"
    code = "already_entered"


class NotEntered(PlayRefusal):
    key = "tournaments-not-entered"
    code = "not_entered"


class CheckInNotOpen(PlayRefusal):
    key = "tournaments-check-in-not-open"
    code = "check_in_not_open"


class CheckInOver(PlayRefusal):
    key = "tournaments-check-in-over"
    code = "check_in_over"


class UnknownTemplate(PlayRefusal):
    key = "tournaments-unknown-template"
    code = "unknown_template"


class BadGroups(PlayRefusal):
    key = "tournaments-bad-groups"
    code = "bad_groups"


class BadPoints(PlayRefusal):
    key = "tournaments-bad-points"
    code = "bad_points"


class BadTiebreaks(PlayRefusal):
    key = "tournaments-bad-tiebreaks"
    code = "bad_tiebreaks"


class UnknownGame(PlayRefusal):
    key = "tournaments-unknown-game"
    code = "unknown_game"


class NothingToChoose(PlayRefusal):
    key = "tournaments-nothing-to-choose"
    code = "nothing_to_choose"


class NotYourTurn(PlayRefusal):
    key = "tournaments-not-your-turn"
    code = "not_your_turn"


class AlreadyTaken(PlayRefusal):
    key = "tournaments-already-taken"
    code = "already_taken"


class NotAChoice(PlayRefusal):
    key = "tournaments-not-a-choice"
    code = "not_a_choice"


class UnknownReason(PlayRefusal):
    key = "repairs-unknown-reason"
    code = "unknown_reason"

"""Lending a hand once one is out of it: what stands in the way."""

from core.errors import Refusal


class StillPlaying(Refusal):
    """There is still something to play for them here."""

    key = "helping-still-playing"


class AlreadyHelping(Refusal):
    key = "helping-already"


class OfferGone(Refusal):
    """They were welcomed already, or would rather not any more."""

    key = "helping-gone"

"""Small sealed notes that travel inside a button, because no table of ours may hold them (D1).

A slip is always the same length, opens for one person only, and dies after a week.
"""

import base64
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from cogs.mediation.rules.offer import Reason
from storage.seal import Seal

LIFE = timedelta(days=7)
NONCE = 12
_REASONS = {Reason.EVENT: 1, Reason.SIGNAL: 2, Reason.ASKED: 3}
_BY_NUMBER = {number: reason for reason, number in _REASONS.items()}
_NUMBER_BYTES, _HOUR_BYTES = 8, 5


@dataclass(frozen=True, slots=True)
class Slip:
    """A small number and a large one: a reason and a channel, or a bell and an account."""

    mark: int
    number: int

    @classmethod
    def of(cls, reason: Reason, channel: str) -> "Slip":
        return cls(_REASONS[reason], int(channel or 0))

    @property
    def reason(self) -> Reason | None:
        return _BY_NUMBER.get(self.mark)


class Slips:
    def __init__(self, seal: Seal) -> None:
        self._box = AESGCM(bytes.fromhex(seal.hash("mediation", "slips")))

    def close(self, slip: Slip, whom: str, now: datetime) -> str:
        """At most 60 characters, and as many for every reason."""
        until = int((now + LIFE).timestamp())
        told = slip.mark.to_bytes(1, "big") + slip.number.to_bytes(_NUMBER_BYTES, "big")
        told += until.to_bytes(_HOUR_BYTES, "big")
        nonce = secrets.token_bytes(NONCE)
        sealed = nonce + self._box.encrypt(nonce, told, whom.encode())
        return base64.urlsafe_b64encode(sealed).decode("ascii").rstrip("=")

    def open(self, sealed: str, whom: str, now: datetime) -> Slip | None:
        """What was closed for `whom`; None for anybody else, and after its time."""
        try:
            raw = base64.urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4))
            told = self._box.decrypt(raw[:NONCE], raw[NONCE:], whom.encode())
        except (InvalidTag, ValueError):
            return None
        if int.from_bytes(told[1 + _NUMBER_BYTES :], "big") < now.timestamp():
            return None
        return Slip(told[0], int.from_bytes(told[1 : 1 + _NUMBER_BYTES], "big"))

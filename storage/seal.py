"""Keyed hashes and sealed addresses: what a stolen database does not tell.

The key stands outside the database. A platform's id is kept as a keyed hash, to recognise
somebody who comes back, and sealed, where they must be reached or mentioned (L-09).
"""

import base64
import hashlib
import hmac
import os
import secrets
from pathlib import Path
from typing import Self

from cryptography.fernet import Fernet, InvalidToken

from core.errors import CannotStart

KEY_BYTES = 32


class Seal:
    def __init__(self, key: bytes) -> None:
        self._hash_key = hmac.digest(key, b"hash", hashlib.sha256)
        sealing = hmac.digest(key, b"seal", hashlib.sha256)
        self._box = Fernet(base64.urlsafe_b64encode(sealing))

    @classmethod
    def open(cls, key: str, file: Path) -> Self:
        """With the given key (64 hexadecimal digits), or the one in `file`, made if missing.

        Raises `CannotStart` for a key that is not one.
        """
        if not key:
            if not file.exists():
                _make(file)
            key = file.read_text("ascii").strip()
        try:
            raw = bytes.fromhex(key)
        except ValueError as error:
            raise CannotStart("start-key-malformed") from error
        if len(raw) != KEY_BYTES:
            raise CannotStart("start-key-malformed")
        return cls(raw)

    def hash(self, *parts: str) -> str:
        """Always the same for the same parts and key; 64 hexadecimal digits."""
        return hmac.digest(self._hash_key, "\x00".join(parts).encode(), hashlib.sha256).hex()

    def close(self, words: str) -> str:
        """Sealed: different every time, and it can be opened with the key alone."""
        return self._box.encrypt(words.encode()).decode("ascii")

    def reopen(self, sealed: str) -> str | None:
        """What was sealed; None where it was sealed under another key, or tampered with."""
        try:
            return self._box.decrypt(sealed.encode("ascii")).decode()
        except InvalidToken:
            return None


def new_key() -> str:
    return secrets.token_hex(KEY_BYTES)


def _make(file: Path) -> None:
    # Created with its rights, so that nobody can read it even for a moment.
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as out:
        out.write(new_key())

"""How the house says no."""

from typing import ClassVar


class Refusal(Exception):
    """A rule was not met, and the person may know it: `key` names the text that tells them.

    Anything else that is raised is our fault, and is told as "something broke".
    """

    key: ClassVar[str]


class NotAllowed(Refusal):
    key = "errors-not-allowed"


class CannotStart(Exception):
    """The bot cannot start as it is set up: `key` names the sentence that says what to do.

    It is told on the terminal of whoever started the bot, and ends the process with status 2.
    """

    def __init__(self, key: str, **slots: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.slots = slots

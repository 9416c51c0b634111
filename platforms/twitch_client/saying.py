"""What we say on Twitch: one queue for each chat, never too quick, merged when it must be."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from core.courier import Sent
from platforms.twitch_client.wire import Window

MOST = 480  # characters of one line; Twitch takes 500
SPAN = 30.0  # seconds over which Twitch counts the lines of a bot
BETWEEN = " · "
log = logging.getLogger(__name__)

Speak = Callable[[str, str, str], Awaitable[Sent]]  # stream, text, the line it answers


@dataclass(eq=False)
class _Line:
    text: str
    answers: str
    done: "asyncio.Future[Sent]" = field(default_factory=asyncio.Future)


class Mouth:
    """Says the lines of one chat, in order. With little room left, plain lines share one."""

    def __init__(self, stream_id: str, most: int, speak: Speak) -> None:
        self._stream = stream_id
        self._speak = speak
        self._room = Window(most, SPAN)
        self._tight = most // 2
        self._waiting: deque[_Line] = deque()
        self._wake = asyncio.Event()

    async def say(self, text: str, answers: str = "") -> Sent:
        """Queue a line, and wait for what became of it."""
        line = _Line(clipped(text), answers)
        self._waiting.append(line)
        self._wake.set()
        return await line.done

    async def run(self) -> None:
        try:
            while True:
                await self._wake.wait()
                self._wake.clear()
                while self._waiting:
                    await self._room.turn()
                    await self._say_next()
        finally:
            for line in self._waiting:
                _settle(line, Sent.LATER)

    async def _say_next(self) -> None:
        lines = self._take()
        outcome = Sent.CLOSED  # stopped on the way it is perhaps said: never once more
        try:
            text = BETWEEN.join(line.text for line in lines)
            outcome = await self._speak(self._stream, text, lines[0].answers)
        except Exception:  # One line that fails must not silence the chat.
            log.exception("twitch.not_said", extra={"platform": "twitch"})
        finally:
            for line in lines:
                _settle(line, outcome)

    def _take(self) -> list[_Line]:
        """The next line, with as many plain ones behind it as fit, when there is little room."""
        lines = [self._waiting.popleft()]
        length = len(lines[0].text)
        if lines[0].answers or self._room.left() >= self._tight:
            return lines
        for line in [each for each in self._waiting if not each.answers]:
            length += len(BETWEEN) + len(line.text)
            if length > MOST:
                break
            self._waiting.remove(line)
            lines.append(line)
        return lines


def _settle(line: _Line, outcome: Sent) -> None:
    if not line.done.done():  # whoever asked may have gone
        line.done.set_result(outcome)


def clipped(text: str) -> str:
    """A line that Twitch takes: one line, cut between two words where it is too long."""
    text = " ".join(text.split())
    if len(text) <= MOST:
        return text
    return text[: MOST - 1].rpartition(" ")[0] + "…"

"""Patience with a reason: a wait that fails says what was awaited."""

import asyncio
import inspect

from sandbox.twitch_world.state import Line, Predicate, Stream


async def wait_for_line(stream: Stream, predicate: Predicate, seconds: float) -> Line:
    """The first line of this chat, said already or still to come, that `predicate` accepts."""
    seen = 0
    try:
        async with asyncio.timeout(seconds), stream.told:
            while True:
                for line in stream.lines[seen:]:
                    if predicate(line):
                        return line
                seen = len(stream.lines)
                await stream.told.wait()
    except TimeoutError:
        last = "\n".join(f"  {line.author.name}: {line.text}" for line in stream.lines[-8:])
        raise TimeoutError(
            f"waited {seconds:g} s in the chat of {stream.login!r} for a line where"
            f" {_words(predicate)}; the last lines were:\n{last or '  (none)'}"
        ) from None


def _words(predicate: Predicate) -> str:
    """The predicate as it was written, as far as Python still knows."""
    try:
        return " ".join(inspect.getsource(predicate).split())
    except (OSError, TypeError):
        return repr(predicate)

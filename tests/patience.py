"""Waiting for something that will happen, with a reason when it does not."""

import asyncio
from collections.abc import Callable


async def until(what: Callable[[], object], why: str, seconds: float = 5.0) -> None:
    try:
        async with asyncio.timeout(seconds):
            while not what():
                await asyncio.sleep(0.01)
    except TimeoutError:
        raise AssertionError(f"waited {seconds:g} s for this: {why}") from None

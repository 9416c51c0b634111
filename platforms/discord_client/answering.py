"""Who is being answered at this moment, so that nobody is left standing when a login ends."""

import asyncio
from typing import Final

LONGEST: Final = 3.0  # seconds that Discord gives to an answer


class Answering:
    """The interactions that have come in and are not answered yet."""

    def __init__(self) -> None:
        self._open: set[int] = set()
        self._none = asyncio.Event()
        self._none.set()

    def begun(self, interaction: int) -> None:
        self._open.add(interaction)
        self._none.clear()

    def ended(self, interaction: int) -> None:
        self._open.discard(interaction)
        if not self._open:
            self._none.set()

    async def over(self) -> None:
        """Wait until everybody is answered, or until Discord has stopped waiting itself."""
        try:
            async with asyncio.timeout(LONGEST):
                await self._none.wait()
        except TimeoutError:
            self._open.clear()

"""What somebody gets to see after they used a command, a button or a form."""

import asyncio
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, TypeVar

from sandbox.discord_world.components import Component, flatten
from sandbox.discord_world.interaction import ASK, DEFER, DEFER_UPDATE, Interaction
from sandbox.discord_world.realm import Realm
from sandbox.discord_world.state import Json, Message
from sandbox.discord_world.waiting import NothingHappened

T = TypeVar("T")
QUIET_SECONDS = 1.0
PATIENCE_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Modal:
    """A form that the bot asked the person to fill in."""

    title: str
    custom_id: str
    fields: list[Component]
    rows: list[Json]


class Answer:
    """An interaction under way. `await` it to have its answer.

    A deferred answer is awaited until it is filled in; after a silent acknowledgement whatever
    shows next counts, and when nothing does for a second, that is the answer too.
    """

    def __init__(self, realm: Realm, interaction: Interaction) -> None:
        self.interaction = interaction
        self._realm = realm
        self._edits = len(interaction.source.edits) if interaction.source else 0

    def __await__(self) -> Generator[Any, None, "Answer"]:
        return self.wait().__await__()

    async def wait(self, seconds: float = PATIENCE_SECONDS) -> "Answer":
        """Wait for the answer; `NothingHappened` says what was awaited when none comes."""
        await self.acknowledged()
        if self.type == DEFER_UPDATE:
            await self._quiet()
        elif self.type == DEFER:
            await self._until(lambda: not self.interaction.loading, seconds, "was deferred, then")
        return self

    async def acknowledged(self) -> "Answer":
        """Wait for the first sign only, which has to come within the deadline."""
        left = self.interaction.born + self.interaction.deadline
        left -= asyncio.get_running_loop().time()
        await self._until(lambda: self.interaction.reply is not None, max(left, 0.0), "")
        return self

    async def follow_up(self, number: int = 1, seconds: float = PATIENCE_SECONDS) -> Message:
        """Wait for the follow-up of that number, counted from one."""
        await self._until(lambda: len(self.follow_ups) >= number, seconds, f"follow-up {number}:")
        return self.follow_ups[number - 1]

    @property
    def type(self) -> int | None:
        """The kind of callback the bot made, None before it."""
        return self.interaction.reply

    @property
    def deferred(self) -> bool:
        return self.type in {DEFER, DEFER_UPDATE}

    @property
    def message(self) -> Message | None:
        """What there is to read: the answer, or the first follow-up to a silent one."""
        if self.type in {DEFER_UPDATE, ASK} and self.follow_ups:
            return self.follow_ups[0]
        found = self.interaction.original
        return None if found is None or found.deleted or self.interaction.loading else found

    @property
    def follow_ups(self) -> list[Message]:
        return self.interaction.follow_ups

    @property
    def text(self) -> str:
        return self.message.text if self.message else ""

    @property
    def components(self) -> list[Component]:
        return self.message.components if self.message else []

    @property
    def ephemeral(self) -> bool:
        found = self.message or self.interaction.original
        return found is not None and found.ephemeral

    @property
    def modal(self) -> Modal | None:
        raw = self.interaction.modal
        if raw is None:
            return None
        return Modal(raw["title"], raw["custom_id"], flatten(raw["components"]), raw["components"])

    @property
    def choices(self) -> list[Json]:
        """What the bot suggested while somebody was typing."""
        return self.interaction.choices or []

    async def _quiet(self) -> None:
        source = self.interaction.source

        def shown() -> bool:
            moved = source is not None and (source.deleted or len(source.edits) > self._edits)
            return bool(self.interaction.touched or moved)

        try:
            await self._until(shown, QUIET_SECONDS, "")
        except NothingHappened:
            return

    async def _until(self, look: Callable[[], bool], seconds: float, stage: str) -> None:
        words = f"{self.interaction.what} {stage}".strip()
        await self._realm.pulse.until(look, seconds, f"{words} was not answered")

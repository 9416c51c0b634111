"""Everything that went over the wire, in order, for whoever wants to assert on it."""

import json
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(slots=True)
class Call:
    """One HTTP request of the bot's, and what it was answered."""

    method: str
    path: str
    route: str
    query: dict[str, str]
    body: Any
    content_type: str
    files: dict[str, tuple[str, int]]
    reason: str | None = None
    status: int = 0
    answer: Any = None
    faulty: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """One gateway message: `in` comes from the bot, `out` goes to it."""

    way: Literal["in", "out"]
    session: str
    shard: int
    op: int
    event: str | None
    data: Any
    seq: int | None = None

    def text(self) -> str:
        """The frame as it goes over the wire."""
        whole = {"op": self.op, "t": self.event, "s": self.seq, "d": self.data}
        return json.dumps(whole, ensure_ascii=False)


@dataclass(slots=True)
class Ledger:
    calls: list[Call] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)

    def requests(self, method: str, route: str) -> list[Call]:
        """The calls to one route, written as Discord does: `/channels/{channel_id}/messages`."""
        return [call for call in self.calls if (call.method, call.route) == (method, route)]

    def received(self, event: str) -> list[Any]:
        """What the bot was sent under one event name, on any shard."""
        return [each.data for each in self.frames if each.way == "out" and each.event == event]

    def sent(self, op: int) -> list[Any]:
        """What the bot sent over the gateway with one op code."""
        return [each.data for each in self.frames if each.way == "in" and each.op == op]

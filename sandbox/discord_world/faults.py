"""Faults on demand: the next call to a path is answered wrongly, late, or not at all."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Fault:
    """What goes wrong, and how often.

    With `after`, the call is carried out and only its answer is lost: the case that makes a
    retry dangerous. Status 0 cuts the connection.
    """

    prefix: str
    status: int | None
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    method: str | None = None
    times: int = 1
    seconds: float = 0.0
    after: bool = False


class Faults:
    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def plan(self, fault: Fault) -> None:
        self._waiting.append(fault)

    def clear(self) -> None:
        self._waiting.clear()

    def next(self, method: str, path: str) -> Fault | None:
        """The fault planned for this call, used up once."""
        for fault in self._waiting:
            if path.startswith(fault.prefix) and fault.method in {None, method}:
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return None

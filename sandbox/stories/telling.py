"""Tells an evening as text while it happens, with the house's own time in front."""

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.markup import escape

from core.clock import Clock
from core.people import Voice
from prompts import Texts

PARIS = ZoneInfo("Europe/Paris")


@dataclass
class Telling:
    """What is printed. `quiet` keeps it for tests, which read `lines`."""

    clock: Clock
    voice: Voice
    texts: Texts
    console: Console
    quiet: bool = False
    lines: list[str] = field(default_factory=list)

    def __call__(self, line: str, *, mark: str = "·", style: str = "") -> None:
        at = self.clock.now().astimezone(PARIS)
        self.lines.append(line)
        if not self.quiet:
            told = escape(line)
            shown = f"[{style}]{told}[/]" if style else told
            self.console.print(f"[dim]{at:%H:%M}[/] {mark} {shown}", highlight=False)

    def title(self, line: str) -> None:
        if not self.quiet:
            self.console.rule(f"[bold]{escape(line)}", align="left")

"""Tells an evening as text while it happens, with the house's own time in front."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.markup import escape

from core.clock import Clock
from core.people import Voice
from prompts import Texts

PARIS = ZoneInfo("Europe/Paris")
Listener = Callable[
    [str, str, Mapping[str, str | int]], None
]  # at what time, which text, with what


@dataclass
class Telling:
    """Says what happens, in the reader's language. `also` hears every line: a page, a test."""

    clock: Clock
    voice: Voice
    texts: Texts
    console: Console
    also: list[Listener] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def __call__(self, key: str, **slots: str | int) -> None:
        line = self.texts.say(self.voice, key, **slots)
        at = f"{self.clock.now().astimezone(PARIS):%H:%M}"
        self.lines.append(line)
        self.console.print(f"[dim]{at}[/]  {escape(line)}", highlight=False, soft_wrap=True)
        for listener in self.also:
            listener(at, key, slots)

    def title(self, key: str) -> None:
        self.console.rule(f"[bold]{escape(self.texts.say(self.voice, key))}", align="left")
        for listener in self.also:
            listener("", key, {})

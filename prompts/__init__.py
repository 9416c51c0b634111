"""What the bot says, in every language it speaks."""

import logging
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk

from core.people import Voice

HOME = Path(__file__).parent
LANGUAGES = ("fr", "en")
FALLBACK = "en"  # for those whose language we do not speak

log = logging.getLogger(__name__)


class Unreadable(SyntaxError):
    """A file of texts that Fluent would have read with holes in it, without a word."""


class Texts:
    """Every sentence, by language and key. Read once: what cannot be read stops the start."""

    def __init__(self, home: Path = HOME) -> None:
        self._bundles = {language: _bundle(home, language) for language in LANGUAGES}

    def say(self, voice: Voice, key: str, **variables: str | int) -> str:
        """The sentence `key` for this person. An `int` is counted and written as a number."""
        bundle = self._bundles.get(voice.language, self._bundles[FALLBACK])
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        sentence, holes = bundle.format_pattern(pattern, {"gender": voice.gender, **variables})
        if holes:  # Still said: to somebody who waits, a sentence with a hole beats silence.
            log.error("texts.hole", extra={"kind": key})
        return str(sentence)


def _bundle(home: Path, language: str) -> FluentBundle:
    # Isolation marks protect mixed scripts, but break mentions, links and codes to copy.
    bundle = FluentBundle([language], use_isolating=False)
    seen: set[str] = set()
    for file in sorted((home / language).glob("*.ftl")):
        resource = FluentResource(file.read_text("utf-8"))
        for entry in resource.body:
            if isinstance(entry, Junk):
                raise Unreadable(f"{file}: {entry.annotations[0].message}: {entry.content}")
            # Fluent keeps the first of two messages of one name, without a word.
            name = getattr(getattr(entry, "id", None), "name", "")
            if name and name in seen:
                raise Unreadable(f"{file}: {name} is written twice")
            seen.add(name)
        bundle.add_resource(resource)
    return bundle

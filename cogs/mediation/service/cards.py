"""What the first messages say, and the buttons under them. The same bytes for every reason."""

from dataclasses import dataclass, field

from cogs.consent.rules.channels import BOT
from config.settings import Settings
from core.courier import Card, Choice
from core.people import Voice
from prompts import Texts

YES, LATER, FINE = "mediation.yes", "mediation.later", "mediation.fine"
WHY, STOP, UNWATCH = "mediation.why", "mediation.stop", "mediation.unwatch"
WHAT, WRITE, KIDDING, OPEN = (
    "mediation.what",
    "mediation.write",
    "mediation.kidding",
    "mediation.open",
)
FROM_OFFER, FROM_TALK = "offer", "talk"
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a message says that it comes from. It lives as long as the message, in memory."""

    nickname: str = field(repr=False)
    server: str = field(repr=False)
    channel: str = field(default="", repr=False)  # a Discord id, for the true reason


def tame(name: str) -> str:
    """A name inside a sentence of ours: it can format, mention and link nothing."""
    kept = "".join(each for each in name if each.isprintable() and each not in "*_~`|<>@#[]()\\")
    return kept.strip()[:LONGEST_NAME]


def offer(texts: Texts, voice: Voice, scene: Scene, settings: Settings, slip: str) -> Card:
    text = texts.say(
        voice,
        "mediation-offer",
        nickname=tame(scene.nickname) or texts.say(voice, "mediation-nameless"),
        bot=BOT,
        server=tame(scene.server),
        mediator=settings.organisation.mediator,
        organisation=settings.organisation.name,
    )
    first = (
        Choice(YES, texts.say(voice, "mediation-button-yes"), (FROM_OFFER,), "success"),
        Choice(LATER, texts.say(voice, "mediation-button-later")),
        Choice(FINE, texts.say(voice, "mediation-button-fine")),
    )
    return Card(text, (first, _ways_out(texts, voice, slip)))


def emergency(texts: Texts, voice: Voice, scene: Scene, *, slip: str = "") -> Card:
    """Numbers and nothing else: no model, no mediator, no database stands behind it.

    With a `slip` it was not asked for, and carries the two buttons that say why and never again.
    """
    text = texts.say(
        voice,
        "mediation-emergency",
        nickname=tame(scene.nickname) or texts.say(voice, "mediation-nameless"),
        bot=BOT,
        server=tame(scene.server),
    )
    entry = FROM_OFFER if slip else FROM_TALK
    first = (
        Choice(WHAT, texts.say(voice, "mediation-button-what")),
        Choice(WRITE, texts.say(voice, "mediation-button-write"), (entry,), "success"),
        Choice(KIDDING, texts.say(voice, "mediation-button-kidding")),
    )
    return Card(text, (first, _ways_out(texts, voice, slip)) if slip else (first,))


def _ways_out(texts: Texts, voice: Voice, slip: str) -> tuple[Choice, ...]:
    return (
        Choice(WHY, texts.say(voice, "mediation-button-why"), (slip,)),
        Choice(STOP, texts.say(voice, "mediation-button-stop")),
    )

"""The answer to whoever gave a score, and one tap back for a slip of the finger."""

from typing import Final

from cogs.tournaments.discord_face.speech import button, tongue
from cogs.tournaments.rules.board import Stage
from cogs.tournaments.service.facts import Moved
from cogs.tournaments.service.marks import marked
from cogs.tournaments.service.wording import Wording
from core.courier import Card
from core.people import Voice
from prompts import Texts

TOLD: Final = frozenset((Stage.REPORTED, Stage.SETTLED))


def answer(texts: Texts, wording: Wording, voice: Voice, moved: Moved) -> Card:
    text, match = wording.reported(tongue(voice), moved), moved.match
    own = match.claim is not None and match.claim.by == moved.me
    if not own or match.stage not in TOLD or not moved.live.event.live:
        return Card(text)
    label = texts.say(voice, "tournaments-button-take-back")
    back = button("take_back", label, moved.live.id, marked(moved.live, match))
    return Card(text, ((back,),))

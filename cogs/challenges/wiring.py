"""Puts challenges together and hangs them up in the house."""

import logging
from pathlib import Path

from cogs.challenges.discord_face.answering import ChallengesDiscord
from cogs.challenges.discord_face.drawing import ANSWER, CALM, LOOK, REPLY, SCORE
from cogs.challenges.rules.lint import flaws
from cogs.challenges.rules.pack import BadFile, Question, read
from cogs.challenges.service.hosting import (
    CARD,
    QUESTION_CLOSE,
    QUESTION_NEXT,
    QUESTION_UNSEEN,
    QUIZ_ARCHIVE,
    QUIZ_JUDGE,
    Hosting,
)
from cogs.challenges.service.pace import Pace
from cogs.challenges.service.playing import Playing
from cogs.challenges.service.purse import XP_FORGET
from cogs.challenges.service.showing import Showing
from cogs.challenges.twitch_face import ChallengesTwitch
from cogs.consent.rules.scopes import Age
from cogs.consent.service.consents import Consents
from cogs.house import House
from cogs.people.service import People
from core.errors import CannotStart
from core.people import PersonId

PACKS = Path(__file__).parent / "packs"
OF_AGE = {Age.FROM_15, Age.FROM_18, Age.FROM_26}
log = logging.getLogger(__name__)


def wire(house: House) -> None:
    consents, people = house.ask(Consents), house.ask(People)

    async def is_of_age(person: PersonId) -> bool:
        return await consents.age_of(person) in OF_AGE

    settings = house.settings
    pace = Pace(
        settings.challenges.answer_seconds,
        settings.twitch.stream_delay_seconds,
        settings.challenges.xp_per_day,
    )
    questions = load(PACKS)
    hosting = Hosting(house.db, house.clock, people, questions, pace)
    playing = Playing(house.db, house.clock, questions, is_of_age, pace)
    showing = Showing(house.db, house.clock, questions, pace)
    for service in (hosting, playing, showing):
        house.offer(service)
    people.merges.append(playing.merge)
    _remember(house, hosting)
    _hang_up(house, hosting, playing, showing)


def load(folder: Path) -> dict[str, Question]:
    """The questions that can be played, by id. Raises `CannotStart` for a file that is broken."""
    questions = {}
    for path in sorted(folder.glob("*/*.toml")):
        try:
            question = read(f"{path.parent.name}/{path.name}", path.read_text("utf-8"))
        except (BadFile, UnicodeDecodeError) as error:
            raise CannotStart("challenges-file-broken", problem=str(error)) from None
        if flaws(question):
            log.warning("challenges.question_left_out", extra={"kind": question.id})
        else:
            questions[question.id] = question
    return questions


def _remember(house: House, hosting: Hosting) -> None:
    house.bells |= {
        QUESTION_CLOSE: hosting.close_question,
        QUESTION_NEXT: hosting.next_question,
        QUESTION_UNSEEN: hosting.unseen,
        QUIZ_JUDGE: hosting.judge,
        QUIZ_ARCHIVE: hosting.archive,
        XP_FORGET: hosting.forget,
    }
    house.confirmed |= {CARD: hosting.card_shown, "challenges-line": hosting.line_said}


def _hang_up(house: House, hosting: Hosting, playing: Playing, showing: Showing) -> None:
    discord = ChallengesDiscord(hosting, playing, showing, house.texts, house.clock)
    house.discord.append(discord)
    house.cards[CARD] = discord.draw
    house.presses |= {
        LOOK: discord.look,
        ANSWER: discord.answer,
        CALM: discord.calm,
        REPLY: discord.reply,
        SCORE: discord.score,
    }
    twitch = ChallengesTwitch(playing, showing, house.texts, house.clock)
    house.twitch |= {
        ("defi", ""): twitch.what_is_on,
        ("defi", "*"): twitch.answer,
        ("defi", "points"): twitch.points,
    }

"""What the quiz looks like on Discord: the channel's card, and what one player alone sees."""

from cogs.challenges.rules.chance import LETTERS
from cogs.challenges.rules.quiz import QUESTIONS
from cogs.challenges.service.playing import Asked, Score, Taken, Told
from cogs.challenges.service.showing import Scene
from core.courier import Card, Choice
from core.people import Voice
from prompts import Texts

LOOK, ANSWER, SCORE = "challenges.look", "challenges.answer", "challenges.score"
CALM, REPLY = "challenges.calm", "challenges.reply"
AGAIN = "again"  # pressed in the private message, which is then changed and not sent anew

PACKS = {
    "audio": "challenges-pack-audio",
    "culture": "challenges-pack-culture",
    "image": "challenges-pack-image",
    "jobs": "challenges-pack-jobs",
    "money": "challenges-pack-money",
    "security": "challenges-pack-security",
    "sources": "challenges-pack-sources",
}


class Drawing:
    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def scene(self, scene: Scene) -> Card:
        """The channel's card: a question, its answer, or the end. Never a person."""
        voice = Voice(scene.language)
        if scene.seed:
            return self._end(voice, scene)
        if scene.told:
            return Card(self._result(voice, scene))
        words = scene.question.wording(scene.language)
        text = self._texts.say(
            voice,
            "challenges-card-question",
            number=scene.life.position,
            of=QUESTIONS,
            pack=self.pack(voice, scene.question.pack),
            text=words.text,
            easy=words.easy_text,
            seconds=scene.seconds,
            promise=scene.promise,
        )
        label = self._texts.say(voice, "challenges-answer-button")
        return Card(text, ((Choice(LOOK, label, (str(scene.round),), "primary"),),))

    def asked(self, voice: Voice, asked: Asked) -> Card:
        """A question against the clock, with four buttons in this player's own order."""
        words = asked.question.wording(voice.language)
        text = self._texts.say(voice, "challenges-asked", text=words.text, easy=words.easy_text)
        return Card(text, _letters(ANSWER, asked, words.options))

    def calm(self, voice: Voice, asked: Asked | None, which: int = 0) -> Card:
        """A question without a clock; or, after the last, that it was the last."""
        if asked is None:
            finished = self._texts.say(voice, "challenges-finished")
            return Card(finished, self._row(voice, "", which) if which else ())
        words = asked.question.wording(voice.language)
        text = self._texts.say(
            voice,
            "challenges-asked-calm",
            number=asked.position,
            of=QUESTIONS,
            text=words.text,
            easy=words.easy_text,
        )
        return Card(text, _letters(REPLY, asked, words.options))

    def taken(self, voice: Voice, taken: Taken) -> Card:
        """Whether it is right stays open until everybody has had their time."""
        option = taken.question.wording(voice.language).options[taken.choice]
        noted = self._texts.say(voice, "challenges-taken", option=option)
        return Card(noted, self._row(voice, LOOK, taken.round))

    def told(self, voice: Voice, told: Told, which: int) -> Card:
        words = told.question.wording(voice.language)
        option, source = words.options[told.question.answer], told.question.source
        if told.right:
            text = self._texts.say(
                voice,
                "challenges-right",
                option=option,
                points=told.points,
                why=words.explanation,
                source=source,
            )
        else:
            text = self._texts.say(
                voice, "challenges-wrong", option=option, why=words.explanation, source=source
            )
        return Card(text, self._row(voice, CALM if told.more else "", which))

    def score(self, voice: Voice, score: Score) -> str:
        lines = [
            self._texts.say(
                voice, "challenges-xp", xp=score.xp, level=score.level, today=score.today
            )
        ]
        if score.answered:
            here = self._texts.say(
                voice,
                "challenges-score",
                points=score.points,
                right=score.right,
                answered=score.answered,
            )
            lines.insert(0, here)
        if score.full:
            lines.append(self._texts.say(voice, "challenges-full"))
        return "\n".join(lines)

    def listed(self, voice: Voice, scene: Scene | None, packs: dict[str, int]) -> str:
        lines = [self._texts.say(voice, "challenges-list-packs")]
        lines += [
            self._texts.say(
                voice, "challenges-list-pack", pack=self.pack(voice, pack), count=count
            )
            for pack, count in packs.items()
        ]
        if scene is None:
            lines.append(self._texts.say(voice, "challenges-list-off"))
        else:
            number = scene.life.position
            lines.append(self._texts.say(voice, "challenges-list-on", number=number, of=QUESTIONS))
        return "\n".join(lines)

    def pack(self, voice: Voice, pack: str) -> str:
        """The name of a theme; a new folder has the name it was given on disk."""
        return self._texts.say(voice, PACKS[pack]) if pack in PACKS else pack

    def _result(self, voice: Voice, scene: Scene) -> str:
        words = scene.question.wording(scene.language)
        option = words.options[scene.question.answer]
        if scene.percent is None:
            return self._texts.say(
                voice,
                "challenges-card-result-silent",
                number=scene.life.position,
                of=QUESTIONS,
                text=words.text,
                option=option,
                why=words.explanation,
                source=scene.question.source,
            )
        return self._texts.say(
            voice,
            "challenges-card-result",
            number=scene.life.position,
            of=QUESTIONS,
            text=words.text,
            option=option,
            percent=scene.percent,
            why=words.explanation,
            source=scene.question.source,
        )

    def _end(self, voice: Voice, scene: Scene) -> Card:
        if scene.found is None:
            text = self._texts.say(
                voice, "challenges-card-end-silent", seed=scene.seed, promise=scene.promise
            )
        else:
            text = self._texts.say(
                voice,
                "challenges-card-end",
                players=scene.players,
                percent=scene.found,
                seed=scene.seed,
                promise=scene.promise,
            )
        label = self._texts.say(voice, "challenges-calm-button")
        which = (str(scene.round),)
        mine = self._texts.say(voice, "challenges-score-button")
        return Card(text, ((Choice(SCORE, mine, which), Choice(CALM, label, which)),))

    def _row(self, voice: Voice, following: str, which: int) -> tuple[tuple[Choice, ...], ...]:
        """What to press next, in the private message."""
        if following:
            label = self._texts.say(voice, "challenges-next-button")
            return ((Choice(following, label, (str(which), AGAIN), "primary"),),)
        label = self._texts.say(voice, "challenges-score-button")
        return ((Choice(SCORE, label, (str(which), AGAIN)),),)


def _letters(verb: str, asked: Asked, options: tuple[str, ...]) -> tuple[tuple[Choice, ...], ...]:
    """One row a button: long labels are not cut on a phone, and the order is read downwards."""
    return tuple(
        (
            Choice(
                verb,
                f"{letter} · {options[option]}",
                (str(asked.round), str(asked.position), letter),
            ),
        )
        for letter, option in zip(LETTERS, asked.order, strict=True)
    )

"""What a round says in the chats of its streams: one line a question, one line a result."""

from collections.abc import Iterable
from dataclasses import replace

from cogs.challenges.rules.chance import letter_of, order, promise
from cogs.challenges.rules.pack import Question
from cogs.challenges.rules.quiz import QUESTIONS
from cogs.challenges.store.rounds import Round, RoundId
from core.courier import Letter
from core.people import Platform
from storage import outbox
from storage.database import Tx

EVERYBODY = "stream"  # the reader whose letters a whole chat shares
SHORT = 16  # digits of the promise that fit a line; the card shows all of them


def number_of(nonce: str) -> tuple[RoundId, int, int]:
    """Round, question and stream of a question's line."""
    _, number, position, stream = nonce.split(":")
    return RoundId(int(number)), int(position), int(stream[1:])


async def open_up(tx: Tx, round_: Round, streams: Iterable[str], seconds: int) -> None:
    promised = promise(round_.seed, round_.questions)[:SHORT]
    slots: dict[str, str | int] = {"count": QUESTIONS, "seconds": seconds, "promise": promised}
    await _post(
        tx, round_, streams, Letter("o", Platform.TWITCH, "", "challenges-hello", "", slots)
    )


async def ask(tx: Tx, round_: Round, streams: Iterable[str], question: Question) -> None:
    words = question.wording(round_.language)
    shown = [words.options[each] for each in order(round_.seed, question.id, EVERYBODY)]
    slots: dict[str, str | int] = {
        "number": round_.life.position,
        "text": words.text,
        **dict(zip("abcd", shown, strict=True)),
    }
    await _post(
        tx, round_, streams, Letter("q", Platform.TWITCH, "", "challenges-line", "", slots)
    )


async def tell(
    tx: Tx, round_: Round, streams: Iterable[str], question: Question, percent: int | None
) -> None:
    """The answer, how many found it, and why."""
    streams = list(streams)
    await _withdraw(tx, round_, len(streams))
    slots: dict[str, str | int] = {
        "letter": letter_of(question.answer, round_.seed, question.id, EVERYBODY),
        "why": question.wording(round_.language).explanation,
    }
    letter = Letter("a", Platform.TWITCH, "", "challenges-result-silent", "", slots)
    if percent is not None:
        slots["percent"] = percent
        letter = replace(letter, key="challenges-result")
    await _post(tx, round_, streams, letter)


async def close(tx: Tx, round_: Round, streams: Iterable[str], players: int) -> None:
    streams = list(streams)
    await _withdraw(tx, round_, len(streams))
    slots: dict[str, str | int] = {"players": players, "seed": round_.seed}
    await _post(
        tx, round_, streams, Letter("e", Platform.TWITCH, "", "challenges-goodbye", "", slots)
    )


async def _withdraw(tx: Tx, round_: Round, streams: int) -> None:
    """A question that has not left yet does not come after its own answer."""
    for number in range(streams):
        await outbox.withdraw(tx, _nonce(round_, "q", number))


async def _post(tx: Tx, round_: Round, streams: Iterable[str], letter: Letter) -> None:
    """The same line in every chat; its nonce says which."""
    for number, stream in enumerate(streams):
        nonce = _nonce(round_, letter.nonce, number)
        await outbox.post(
            tx, replace(letter, nonce=nonce, target=stream, language=round_.language)
        )


def _nonce(round_: Round, what: str, number: int) -> str:
    return f"quiz:{round_.id}:{round_.life.position}:{what}{number}"

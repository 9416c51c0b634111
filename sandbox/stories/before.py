"""The day before: a stream finds its home, one person says yes, a night passes."""

import asyncio
import re
from datetime import timedelta
from functools import partial

from sandbox.discord_world.answer import Answer
from sandbox.discord_world.state import Message, Person
from sandbox.people import AGAIN, answered, answers, buttons, until_shown
from sandbox.stories.set import NIGHT, PLAYING, Evening
from sandbox.twitch_world.state import Account

NOTICE = timedelta(hours=24)
CODE = re.compile(r"\b[A-Z0-9]{6}\b")


async def day_before(evening: Evening) -> None:
    await connect_stream(evening)
    await open_channel(evening)
    await link_accounts(evening)
    await say_yes(evening)
    await night(evening)


async def connect_stream(evening: Evening) -> None:
    """The server's owner asks, and the streamer says yes in her own chat."""
    places, cast, discord = evening.places, evening.cast, evening.stage.discord
    while True:
        answer = await answered(
            lambda: discord.slash(
                cast.owner, places.arena, "stream add", login=places.stream.login
            ),
        )
        if CODE.search(answer.text):
            break
        await asyncio.sleep(AGAIN)  # the bot is on Discord, and still on its way to Twitch
    await _type(evening, cast.lune, f"!tournoi lier {_code(answer.text)}")
    evening.tell("demo-stream-home")


async def open_channel(evening: Evening) -> None:
    """`/channel open`, then `/channel watch`: the notice is up a whole day before it begins."""
    places, cast, discord = evening.places, evening.cast, evening.stage.discord
    await answered(lambda: discord.slash(cast.owner, places.lounge, "channel open"))
    await discord.wait_for_message(places.lounge, lambda message: message.pinned is not None, 60)
    await answered(lambda: discord.slash(cast.owner, places.lounge, "channel watch"))
    evening.yeses.watch(places.lounge, evening.stage.clock.now() + NOTICE - timedelta(minutes=1))
    evening.tell("demo-watch-announced")


async def link_accounts(evening: Evening) -> None:
    """One person, two accounts: a code shown in private, typed once on Twitch."""
    linked, discord = evening.cast.linked, evening.stage.discord
    person, viewer = linked.discord, linked.twitch
    if person is None or viewer is None:
        raise LookupError("the linked player has two accounts")
    answer = await answered(lambda: discord.slash(person, evening.places.arena, "link"))
    await _type(evening, viewer, f"!defi lier {_code(answer.text)}")
    evening.tell("demo-linked", name=linked.name)


async def say_yes(evening: Evening) -> None:
    """Zoé reads the notice, says her age, ticks two boxes out of four, and means it."""
    zoe, discord = evening.cast.zoe.on_discord, evening.stage.discord
    notice = await discord.wait_for_message(
        evening.places.lounge, lambda message: bool(buttons(message, "consent.open")), 60
    )
    card = await _press(evening, zoe, notice, "consent.open")
    card = await _press(evening, zoe, card, "consent.age", "|age_18_25")
    for box in (0, 1):  # Watch, then DM; the boxes keep their places
        toggle = buttons(card, "consent.tick")[box]
        card = await answered(partial(discord.click, zoe, card, toggle))
    await _press(evening, zoe, card, "consent.ok")
    evening.yeses.give(zoe, evening.stage.clock.now() - timedelta(minutes=1))
    evening.tell("demo-zoe-says-yes", name=evening.cast.zoe.name)


async def night(evening: Evening) -> None:
    """The notice's day passes on the house's clock; then the watch begins."""
    stage = evening.stage
    until = stage.clock.now() + NOTICE + timedelta(minutes=2)
    await stage.let_pass(until, NIGHT, PLAYING)
    evening.tell("demo-watch-begins")


async def _type(evening: Evening, viewer: Account, words: str) -> None:
    """Type something for the bot in the chat, until it is answered."""
    stream = evening.places.stream
    before = len(stream.lines)
    await until_shown(
        partial(evening.stage.twitch.chat, viewer, stream, words),
        lambda: any(answers(line, viewer) for line in stream.lines[before:]),
    )


async def _press(
    evening: Evening, person: Person, on: Message | Answer, verb: str, ending: str = ""
) -> Answer:
    found = next(name for name in buttons(on, verb) if name.endswith(ending))
    await asyncio.sleep(evening.breath)
    return await answered(partial(evening.stage.discord.click, person, on, found))


def _code(text: str) -> str:
    found = CODE.search(text)
    if found is None:
        raise LookupError(f"no code in {text!r}")
    return found[0]

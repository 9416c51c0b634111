"""Zoé is not well. What she wrote, what reaches her, and the mediator who answers."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from sandbox.discord_world.answer import Answer
from sandbox.discord_world.state import Message, Person
from sandbox.people import Player, answered, buttons, link
from sandbox.stories.browser import Browser, Page
from sandbox.stories.chatter import FORGOTTEN
from sandbox.stories.set import Evening

GLANCE = 0.1
TIMES = 40  # that somebody writes the same again, with a bot that goes away in between
STAYS = 0.7  # seconds: a few minutes of the house's, when its time runs
WORDS = {
    "fr": "j'en peux plus, j'ai plus envie de rien, je dors plus depuis des semaines",
    "en": "i can't take it anymore, i feel empty and i haven't slept for weeks",
}
DANGER = {"fr": "je veux mourir", "en": "i want to die"}
SAID = {
    "fr": (
        ("mediator", "Bonsoir, moi c'est Sarah. On a le temps. Tu me racontes comme ça vient ?"),
        ("person", "je sais pas trop par où commencer. j'ai lâché les cours, je sors plus"),
        ("mediator", "Merci de me le dire. Qu'est-ce qui te ferait du bien, là, cette semaine ?"),
        ("person", "parler à quelqu'un en vrai je crois"),
    ),
    "en": (
        ("mediator", "Hi, I'm Sarah. We have time. Would you tell me, as it comes?"),
        ("person", "i don't know where to start. i dropped school, i don't go out anymore"),
        ("mediator", "Thank you for telling me. What would do you good, this week?"),
        ("person", "to talk to somebody for real i think"),
    ),
}
TOLD = {
    "fr": "Zoé, 18-25 ans.\nSouhaite un premier rendez-vous.\nPréfère un message à un appel.",
    "en": "Zoé, 18-25.\nWishes a first appointment.\nPrefers a message to a call.",
}


@dataclass
class Talk:
    """What the mediator and the person saw, each from their side."""

    language: str
    asked_at: datetime | None = None
    asked: bool = False
    first_words_at: datetime | None = None
    codes: set[str] = field(default_factory=set)
    structure: str = ""
    handed_over: bool = False
    closed: bool = False


async def sign_in(evening: Evening, desk: Browser) -> None:
    """The mediator signs in with Discord, and says that she is there."""
    web, mediator = evening.stage.web, evening.cast.mediator
    page = await desk.open(f"{web}/desk")
    while page.form("/desk/available") is None:
        door = await desk.where(f"{web}/desk/in")
        await desk.open(f"{door}&as={mediator.id}")
        page = await desk.open(f"{web}/desk")
    await desk.send(page, "/desk/available", available="yes")


async def stay(evening: Evening, desk: Browser) -> None:
    """She keeps the desk before her eyes all evening, and comes back where it was lost."""
    while True:
        page = await desk.open(f"{evening.stage.web}/desk")
        if page.form("/desk/available") is None:
            await sign_in(evening, desk)
        await asyncio.sleep(STAYS)


async def in_need(evening: Evening, talk: Talk) -> Message:
    """Two people write the same words; one of them said yes. The message that reaches her."""
    zoe, noe = evening.cast.zoe, evening.cast.noe
    told = False
    for _ in range(TIMES):
        evening.say(noe, WORDS[talk.language])
        evening.say(zoe, WORDS[talk.language])
        if not told:
            evening.tell("demo-same-words", other=noe.name, name=zoe.name)
            told = True
        forgotten, risen = evening.stage.clock.now() + FORGOTTEN, evening.stage.risen
        # An offer that waits lives in memory only: whoever saw the bot go writes again later.
        while evening.stage.clock.now() < forgotten and evening.stage.risen == risen:
            found = offer(evening, zoe)
            if found is not None:
                evening.tell("demo-offer", name=zoe.name)
                return found
            await asyncio.sleep(GLANCE)
    raise LookupError(f"{zoe.name} wrote {TIMES} times, and no offer came")


def offer(evening: Evening, player: Player) -> Message | None:
    """An unasked message of the bot's in somebody's private messages."""
    mine = unasked(evening, player.discord) if player.discord else []
    return mine[0] if mine else None


def unasked(evening: Evening, person: Person) -> list[Message]:
    return [
        message
        for message in evening.stage.discord.dm_messages(person)
        if message.author is evening.stage.discord.bot and buttons(message, "mediation.why")
    ]


async def accept(evening: Evening, talk: Talk, found: Message) -> str:
    """Yes; today; and the address of a room for one."""
    discord, zoe = evening.stage.discord, evening.cast.zoe.on_discord
    evening.busy.add("talk")
    evening.hurry(waiting=False)
    while True:
        answer = await answered(
            partial(discord.click, zoe, found, buttons(found, "mediation.yes")[0])
        )
        talk.asked_at = talk.asked_at or evening.stage.clock.now()
        soon = buttons(answer, "mediation.soon")
        if len(soon) > 1:
            card = await answered(partial(discord.click, zoe, answer, soon[1]))
            address = await _into_the_room(evening, card, zoe)
            if address:
                if not talk.asked:
                    evening.tell("demo-contact", name=evening.cast.zoe.name)
                talk.asked = True
                return address
        await asyncio.sleep(GLANCE)


async def _into_the_room(evening: Evening, answer: Answer, person: Person) -> str:
    """The room's address, in the answer or in the message that the answer changed."""
    keep = [*buttons(answer, "mediation.keep")]
    source = answer.interaction.source
    if source is not None and not keep:
        keep = buttons(source, "mediation.keep")
    if keep and source is not None:
        await answered(partial(evening.stage.discord.click, person, source, keep[0]))
    return link(answer, "/r/") or (link(source, "/r/") if source is not None else "")


async def enter(evening: Evening, talk: Talk, found: Message, phone: Browser) -> Page:
    """Into the room; with another link where this one was used up and the answer lost."""
    while True:
        door = await phone.open(await accept(evening, talk, found))
        room = await phone.send(door, "/enter") if door.form("/enter") else door
        if room.form("/say") is not None:
            return room


async def converse(evening: Evening, talk: Talk, found: Message, desk: Browser) -> None:
    """Both write in turns, each at their own device; then the hand-over, and the end."""
    async with Browser() as phone:
        room = await enter(evening, talk, found, phone)
        code = await _claim(evening, talk, desk)
        for number, (who, text) in enumerate(SAID[talk.language]):
            name = f"line-{number}-of-the-story"  # said again after a silence, it is one line
            if who == "mediator":
                page = await desk.open(f"{evening.stage.web}/desk/{code}")
                await desk.send(page, f"/desk/{code}/say", text=text, line=name)
                await seen(phone, room, text)
                first_words(evening, talk)
            else:
                room = await phone.open(room.address)
                await phone.send(room, "/say", text=text, line=name)
        await hand_over(evening, talk, desk, phone, room, code)
        await close(evening, talk, desk, code)
    evening.busy.discard("talk")


async def _claim(evening: Evening, talk: Talk, desk: Browser) -> str:
    """The desk shows who waits; one click takes them."""
    while True:
        page = await desk.open(f"{evening.stage.web}/desk")
        form = page.form("/desk/claim")
        mine = [each for each in codes(page) if each]
        if form is not None:
            code = form.values["code"]
            talk.codes.add(code)
            await desk.send(page, "/desk/claim")
            evening.tell("demo-claimed", code=code)
            return code
        if mine:  # claimed before the bot went away
            talk.codes.add(mine[0])
            return mine[0]
        await asyncio.sleep(GLANCE)


def codes(page: Page) -> list[str]:
    """Codes of the conversations that are already mine."""
    parts = page.text.split('href="/desk/')[1:]
    return [part.partition('"')[0] for part in parts]


def first_words(evening: Evening, talk: Talk) -> None:
    if talk.first_words_at is None and talk.asked_at is not None:
        talk.first_words_at = evening.stage.clock.now()
        minutes = round((talk.first_words_at - talk.asked_at).total_seconds() / 60)
        evening.tell("demo-first-words", minutes=minutes)


async def seen(phone: Browser, room: Page, text: str) -> None:
    """Wait until a line stands on the person's page."""
    start = text.partition("'")[0][:20]
    while start not in (await phone.open(room.address)).text:
        await asyncio.sleep(GLANCE)


async def hand_over(
    evening: Evening, talk: Talk, desk: Browser, phone: Browser, room: Page, code: str
) -> None:
    """The person sees the very lines that would be sent, and says yes."""
    page = await desk.open(f"{evening.stage.web}/desk/{code}")
    form = page.form(f"/desk/{code}/propose")
    if form is None:
        raise LookupError("the desk offers no hand-over")
    talk.structure = form.labels[form.choices["structure"][0]].partition(" · ")[0]
    await desk.send(page, f"/desk/{code}/propose", lines=TOLD[talk.language])
    while not talk.handed_over:
        shown = await phone.open(room.address)
        if shown.form("/handover") is not None:
            await phone.send(shown, "/handover", agreed="yes")
            talk.handed_over = True
        await asyncio.sleep(GLANCE)
    name = evening.cast.zoe.name
    evening.tell("demo-handover", name=name, structure=talk.structure)


async def close(evening: Evening, talk: Talk, desk: Browser, code: str) -> None:
    page = await desk.open(f"{evening.stage.web}/desk/{code}")
    form = page.form(f"/desk/{code}/close")
    if form is not None:
        outcomes = form.choices["outcome"]
        outcome = "referred" if "referred" in outcomes else outcomes[0]
        await desk.send(page, f"/desk/{code}/close", outcome=outcome)
    talk.closed = True
    evening.tell("demo-closed")


async def emergency(evening: Evening, language: str) -> None:
    """Somebody of fourteen writes to the bot: a card at once, whoever is or is not there."""
    stage, places = evening.stage, evening.places
    child = stage.discord.add_person("Milo", places.guild, locale=language)
    for _ in range(20):
        stage.discord.dm(child, DANGER[language])
        evening.said += 1
        for _ in range(30):
            answers = [
                message
                for message in stage.discord.dm_messages(child)
                if message.author is stage.discord.bot and "3114" in message.text
            ]
            if answers:
                evening.tell("demo-emergency", name=child.name)
                return
            await asyncio.sleep(GLANCE)

"""Zoé's conversation, at a desk where somebody else may answer first."""

import asyncio

from sandbox.discord_world.state import Message
from sandbox.people import buttons
from sandbox.playground import Playground
from sandbox.stories import talking
from sandbox.stories.browser import Browser, Page
from sandbox.stories.set import Evening

HAND = 12.0  # seconds that Zoé waits before Sarah is played by the program
READING = 4.5  # seconds to read a line before the next one
GLANCE = 0.3


async def converse(
    evening: Evening, talk: talking.Talk, found: Message, desk: Browser, ground: Playground
) -> None:
    """Whoever claims her first answers her; she says her lines to either.

    Raises `LookupError` where somebody has already answered the offer in her place.
    """
    if not buttons(found, "mediation.yes"):
        raise LookupError("the offer was answered by hand")
    async with Browser() as phone:
        before = await _known(evening, desk)
        room = await talking.enter(evening, talk, found, phone)
        code = await _hers(evening, desk, before)
        by_hand = not await _claim(evening, desk, code)
        talk.codes.add(code)
        evening.tell("demo-claimed", code=code)
        ground.tell("desk", path=f"/desk/{code}")
        for number, (who, text) in enumerate(talking.SAID[talk.language]):
            name = f"line-{number}-of-the-story"
            if who == "person":
                await asyncio.sleep(READING)
                room = await phone.open(room.address)
                await phone.send(room, "/say", text=text, line=name)
            elif by_hand:
                await _answered(phone, room)
                talking.first_words(evening, talk)
            else:
                await asyncio.sleep(READING)
                page = await desk.open(f"{evening.stage.web}/desk/{code}")
                await desk.send(page, f"/desk/{code}/say", text=text, line=name)
                talking.first_words(evening, talk)
        if by_hand:  # the rest is for whoever sits at the desk
            return
        await asyncio.sleep(READING)
        await talking.hand_over(evening, talk, desk, phone, room, code)
        await asyncio.sleep(READING)
        await talking.close(evening, talk, desk, code)


async def _known(evening: Evening, desk: Browser) -> set[str]:
    """Every conversation that stands on the desk, waiting or not."""
    page = await desk.open(f"{evening.stage.web}/desk")
    return {form.values["code"] for form in page.forms if "code" in form.values} | {
        code for code in talking.codes(page) if code
    }


async def _hers(evening: Evening, desk: Browser, before: set[str]) -> str:
    """The one that was not there before she said yes."""
    while True:
        fresh = await _known(evening, desk) - before
        if fresh:
            return min(fresh)
        await asyncio.sleep(GLANCE)


async def _claim(evening: Evening, desk: Browser, code: str) -> bool:
    """Leave her for a while to whoever sits at the desk, then take her. Whether it was us."""
    patience = asyncio.get_running_loop().time() + HAND
    while True:
        page = await desk.open(f"{evening.stage.web}/desk")
        form = next((each for each in page.forms if each.values.get("code") == code), None)
        if form is None:
            return False
        if asyncio.get_running_loop().time() > patience:
            await desk.submit(page, form)
            return True
        await asyncio.sleep(GLANCE)


async def _answered(phone: Browser, room: Page) -> None:
    """Until there is one more line of the mediator's in the room."""

    async def lines() -> int:
        return (await phone.open(room.address)).text.count('<li class="mediator"')

    before = await lines()
    while await lines() == before:
        await asyncio.sleep(GLANCE)

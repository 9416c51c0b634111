"""The first evening, from the day before to the night: every part, in its order."""

import asyncio
import json
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sandbox.discord_world.state import Message
from sandbox.people import Player, link, mentioned
from sandbox.stories import before, chatter, gathering, playing, talking
from sandbox.stories.browser import Browser
from sandbox.stories.counting import count
from sandbox.stories.set import Evening

GLANCE = 0.1  # seconds


@dataclass
class Told:
    """The evening once it is over."""

    story: dict[str, object]
    svg: bytes
    png: bytes


async def first_evening(evening: Evening, language: str) -> Told:
    """Play it all. The bot may be killed and raised by somebody else meanwhile."""
    began = time.monotonic()
    evening.tell.title("demo-title-before")
    await before.day_before(evening)
    evening.tell.title("demo-title-evening")
    talk = talking.Talk(language)
    async with Browser() as desk:
        await talking.sign_in(evening, desk)
        evening.tell("demo-mediator-in")
        stays = asyncio.create_task(talking.stay(evening, desk))
        card = await gathering.open_tournament(evening)
        noise = asyncio.create_task(chatter.chatter(evening, language))
        await gathering.sign_up(evening)
        talked = asyncio.create_task(_help(evening, talk, desk, language))
        try:
            champion, matches = await _play(evening)
            while not talked.done():
                evening.hurry(waiting=True)
                await asyncio.sleep(GLANCE)
            await talked
            await noise
        finally:
            for task in (noise, talked, stays):
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
        evening.tell("demo-champion", name=champion.name)
        page = link(card, "/t/")
        svg = await desk.bytes_of(f"{page}/bracket.svg?lang={language}")
        png = await desk.bytes_of(f"{page}/bracket.png?lang={language}")
    return Told(_story(evening, talk, champion, matches, began), svg, png)


async def _play(evening: Evening) -> tuple[Player, list[Message]]:
    names = {player.name: player for player in evening.cast.players}
    await gathering.check_in(evening, late=names["Théo"])
    await gathering.until_start(evening)
    referee = playing.Referee(
        evening, contests=names["NOVA"], absent=names["Inès"], mute=names["Lina"]
    )
    champion = await referee.play()
    return champion, referee.played()


async def _help(evening: Evening, talk: talking.Talk, desk: Browser, language: str) -> None:
    await talking.emergency(evening, language)
    found = await talking.in_need(evening, talk)
    await talking.converse(evening, talk, found, desk)


def _story(
    evening: Evening, talk: talking.Talk, champion: Player, cards: list[Message], began: float
) -> dict[str, object]:
    """What is said of the evening, each figure counted from outside the bot."""
    stage, players = evening.stage, evening.cast.players
    entrants = {
        player.name: player for card in cards for player in mentioned(card.text, players)[:2]
    }
    read = count(stage.reads_file, stage.reads_key, evening.messages, evening.yeses)
    offers = [
        message
        for person in stage.discord.realm.people.values()
        if not person.bot
        for message in talking.unasked(evening, person)
    ]
    on_discord = [player for player in entrants.values() if player.discord is not None]
    waited = (
        (talk.first_words_at - talk.asked_at).total_seconds()
        if talk.first_words_at and talk.asked_at
        else None
    )
    story: dict[str, object] = {
        "players": len(entrants),
        "entrants_discord": len(on_discord),
        "entrants_twitch": len(entrants) - len(on_discord),
        "matches": len(cards),
        "champion": champion.name,
        "messages_delivered": evening.said,
        "messages_read_by_classifier": read.read,
        "messages_read_without_both_yeses": read.without_both_yeses,
        "offers_sent": len(offers),
        "contacts_created": len(talk.codes),
        "first_reply_seconds": waited,
        "handover": {"structure": talk.structure, "agreed": talk.handed_over},
        "case_closed": talk.closed,
        "seconds": round(time.monotonic() - began, 1),
    }
    evening.tell.title("demo-title-end")
    evening.tell(
        "demo-counted", delivered=evening.said, read=read.read, wrong=read.without_both_yeses
    )
    return story


def keep(told: Told, folder: Path) -> None:
    """Write the story and the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(told.story, ensure_ascii=False, indent=2)
    (folder / "story.json").write_text(text + "\n", "utf-8")
    (folder / "bracket.svg").write_bytes(told.svg)
    (folder / "bracket.png").write_bytes(told.png)

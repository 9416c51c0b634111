"""Before the first match: a tournament is announced; people of both platforms come together."""

import asyncio
from contextlib import suppress
from functools import partial

from sandbox.discord_world.state import Message
from sandbox.discord_world.waiting import CannotDo, NothingHappened
from sandbox.people import Player, answers, buttons, insist, link, until_shown
from sandbox.stories.cards import event_card, match_cards, press, the_event_card
from sandbox.stories.set import Evening

MINUTES = 70  # from the announcement to the start: check-in opens after 10, and lasts 50
PATIENCE = 120  # seconds that people wait for the bot, which may go away and come back
GLANCE = 0.05  # seconds between two looks at the card
TWICE = 2.5  # seconds that the bot is given to show it, before what may be open is opened again


async def open_tournament(evening: Evening) -> Message:
    """Camille types one command, reads the draft and publishes it; the overlay is hers alone."""
    discord, places, owner = evening.stage.discord, evening.places, evening.cast.owner
    create = partial(
        discord.slash,
        owner,
        places.arena,
        "tournament create",
        template="cup-16",
        name="Coupe du Nord",
        start=str(MINUTES),
    )
    while event_card(evening) is None:
        with suppress(NothingHappened, CannotDo):
            draft = await create()
            for publish in buttons(draft, "tournaments.publish"):
                await discord.click(owner, draft, publish)
        await _catch_up(evening)  # unanswered, it may have been done all the same
    overlay = await insist(
        partial(discord.slash, owner, places.arena, "tournament stream overlay")
    )
    evening.overlay = link(overlay, "/o/") if overlay else ""
    evening.tell("demo-tournament-opened")
    return the_event_card(evening)


async def _catch_up(evening: Evening) -> None:
    """Wait for the card for as long as the bot needs to show what it knows."""
    there = 0.0
    while event_card(evening) is None and there < TWICE:
        there = there + GLANCE if evening.stage.bot_is_up else 0.0
        await asyncio.sleep(GLANCE)


async def sign_up(evening: Evening) -> None:
    """A button on Discord, a word on Twitch; two more than there are seats."""
    players = evening.cast.players
    await asyncio.gather(*(join(evening, player) for player in players))
    at_home = sum(player.discord is not None for player in players)
    evening.tell("demo-signed-up", discord=at_home, twitch=len(players) - at_home)


async def check_in(evening: Evening, late: Player) -> None:
    """Everybody but one says "I am here" in the hour before."""
    await evening.wait_for(
        lambda: bool(buttons(the_event_card(evening), "tournaments.here")),
        PATIENCE,
        "check-in opens",
    )
    here = [player for player in evening.cast.players if player is not late]
    await asyncio.gather(*(be_here(evening, player) for player in here))
    evening.tell("demo-checked-in", count=len(here), late=late.name)


async def join(evening: Evening, player: Player) -> None:
    if player.discord is not None:
        await insist(
            lambda: press(evening, player.discord, the_event_card(evening), "tournaments.join")
        )
    elif player.twitch is not None:
        lines = evening.places.stream.lines
        before = len(lines)

        def seated() -> bool:
            """Named in the line that greets newcomers, or answered in person."""
            told = [line for line in lines[before:] if line.by_bot]
            return any(player.name in line.text or answers(line, player.twitch) for line in told)

        await until_shown(partial(evening.chat, player.twitch, "!tournoi"), seated)


async def be_here(evening: Evening, player: Player) -> None:
    if player.discord is not None:
        await insist(
            lambda: press(evening, player.discord, the_event_card(evening), "tournaments.here")
        )
    elif player.twitch is not None:
        lines = evening.places.stream.lines
        before = len(lines)
        await until_shown(
            partial(evening.chat, player.twitch, "!tournoi ok"),
            lambda: any(answers(line, player.twitch) for line in lines[before:]),
        )


async def until_start(evening: Evening) -> None:
    """The rest of the hour passes; the draw is made, and the first matches are called."""
    await evening.wait_for(lambda: bool(match_cards(evening)), PATIENCE, "the first matches")

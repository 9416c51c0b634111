"""Where the bot's cards stand: the tournament's in its channel, each match's in a thread."""

from sandbox.discord_world.answer import Answer
from sandbox.discord_world.state import Channel, Message, Person
from sandbox.discord_world.waiting import CannotDo
from sandbox.people import Player, buttons, mentioned
from sandbox.stories.set import Evening

BOTH = 2  # sides of a match
CARD = "card:"  # how the nonces of cards begin


def event_card(evening: Evening) -> Message | None:
    """The tournament's card in its channel: the bot's first message there."""
    mine = (
        post
        for post in evening.places.arena.messages
        if post.author is evening.stage.discord.bot and not post.deleted
    )
    return next(mine, None)


def the_event_card(evening: Evening) -> Message:
    """The same. Raises `LookupError` before it stands there."""
    found = event_card(evening)
    if found is None:
        raise LookupError("the tournament has no card yet")
    return found


def match_cards(evening: Evening) -> list[Message]:
    """The cards that the bot keeps in the threads of the tournament's channel: a match each.

    What else it writes there, to call somebody who is missing, is no card.
    """
    posts = (post for thread in evening.places.arena.threads for post in thread.messages)
    return [post for post in posts if str(post.nonce).startswith(CARD)]


def thread_of(evening: Evening, player: Player) -> Channel | None:
    """Where a player has a match at this moment, as their screen shows it."""
    here = (
        post for post in match_cards(evening) if post.components and _sees(evening, player, post)
    )
    found = (post for post in here if player in mentioned(post.text, evening.cast.players)[:BOTH])
    return next((post.channel for post in found), None)


def press(evening: Evening, person: Person | None, card: Message, verb: str) -> Answer:
    """Press the button of that verb. Raises `CannotDo` where the card has none now."""
    if person is None:
        raise LookupError("nobody to press it")
    found = buttons(card, verb)
    if not found:
        raise CannotDo(f"there is no {verb} on that card now")
    return evening.stage.discord.click(person, card, found[0])


def _sees(evening: Evening, player: Player, post: Message) -> bool:
    readers = evening.stage.discord.realm.readers(post.channel)
    return player.discord is not None and player.discord.id in readers

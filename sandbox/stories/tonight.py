"""The first evening as a page shows it: everybody plays by themselves, at a pace to watch.

A seat is kept for whoever sits before the page, and nobody does a thing for them: their matches,
their conversation and, if they wish it, the desk are theirs.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field

from sandbox.discord_world.state import Channel, Person
from sandbox.discord_world.waiting import CannotDo, NothingHappened
from sandbox.people import Player, buttons
from sandbox.playground import Playground
from sandbox.stories import before, chatter, gathering, playing, talking
from sandbox.stories.beside import converse
from sandbox.stories.browser import Browser
from sandbox.stories.cards import event_card, match_cards, thread_of
from sandbox.stories.set import Evening, Guest
from sandbox.stories.telling import Telling
from sandbox.stories.tempo import WAITING, Tempo

BREATH = 1.2  # seconds between two things that robots do
PAUSE = 4.0  # seconds to read what has just happened
CHAT = (1.2, 3.6)  # seconds between two lines of chat, at least and at most
SITTING_OUT = 3  # players who only watch tonight, so that there is a seat for somebody else
REST = 10.0  # house seconds in a second, once the evening has been told
GLANCE = 0.1
LOST = (LookupError, NothingHappened, CannotDo)  # what happens to people whose part was taken


@dataclass
class Tonight:
    """What the parts of this evening share."""

    evening: Evening
    ground: Playground
    tempo: Tempo
    guest: Guest
    robots: list[Player]
    language: str
    signed_up: asyncio.Event = field(default_factory=asyncio.Event)

    def look(self, person: Person | None, channel: Channel | None) -> None:
        """Where to look now, through whose eyes; no channel is their private messages."""
        if person is not None:
            self.ground.tell("look", person=person.id, channel=channel.id if channel else "dm")


def invite(evening: Evening, ground: Playground, language: str) -> Tonight:
    """Make room for whoever sits before the page: on both platforms, and in the tournament."""
    discord, twitch, name = evening.stage.discord, evening.stage.twitch, "Sacha"
    here = discord.add_person(name, evening.places.guild, locale=language)
    player = Player(name, strength=1.0, discord=here, twitch=twitch.add_viewer("sacha_ici"))
    guest = Guest(player)
    kept = {evening.cast.zoe.name, "NOVA", "Inès", "Lina", "Théo"}  # they have something to do
    spare = [each for each in evening.cast.players if each.name not in kept]
    out = evening.luck.sample(spare, SITTING_OUT)
    robots = [each for each in evening.cast.players if each not in out]
    evening.cast.players = [*robots, player]
    evening.guest, evening.breath = guest, BREATH
    tempo = Tempo(evening, guest)
    evening.pace = tempo
    ground.chose, ground.hand = tempo.choose, tempo.touch
    ground.meet(evening, guest)
    return Tonight(evening, ground, tempo, guest, robots, language)


async def play_on(tonight: Tonight, tell: Telling) -> None:
    """The whole evening; when it is over, everything stays open."""
    tell.title("demo-title-before")
    try:
        await _day_before(tonight)
        tell.title("demo-title-evening")
        async with Browser() as desk:
            await _evening(tonight, desk)
    except LOST:
        tonight.evening.tell("demo-robot-lost")
    tonight.tempo.waits_at = REST
    while True:  # what was chosen by hand wears off
        tonight.evening.hurry(waiting=True)
        await asyncio.sleep(BREATH)


async def _day_before(tonight: Tonight) -> None:
    evening, cast, places = tonight.evening, tonight.evening.cast, tonight.evening.places
    await tonight.ground.watched(8)
    tonight.look(cast.owner, places.arena)
    await asyncio.sleep(BREATH)
    await before.connect_stream(evening)
    await asyncio.sleep(BREATH)
    tonight.look(cast.owner, places.lounge)
    await before.open_channel(evening)
    await asyncio.sleep(PAUSE)
    tonight.look(cast.linked.discord, places.arena)
    await before.link_accounts(evening)
    await asyncio.sleep(BREATH)
    tonight.look(cast.zoe.discord, places.lounge)
    await before.say_yes(evening)
    await asyncio.sleep(PAUSE)
    await before.night(evening)
    tonight.tempo.free = True


async def _evening(tonight: Tonight, desk: Browser) -> None:
    evening, places = tonight.evening, tonight.evening.places
    await talking.sign_in(evening, desk)
    evening.tell("demo-mediator-in")
    tonight.ground.tell("desk", path="/desk")
    tonight.look(evening.cast.owner, places.arena)
    await asyncio.sleep(BREATH)
    await gathering.open_tournament(evening)
    tonight.ground.tell("overlay", address=evening.overlay, view="now")
    await asyncio.sleep(BREATH)
    tonight.look(tonight.guest.player.discord, places.arena)
    evening.tell("demo-seat", name=tonight.guest.player.name)
    others = [
        asyncio.create_task(part)
        for part in (talking.stay(evening, desk), _chatter(tonight), _help(tonight, desk))
    ]
    try:
        await _gather_people(tonight)
        await _play(tonight)
        while not others[-1].done():
            evening.hurry(waiting=True)
            await asyncio.sleep(GLANCE)
        tonight.tempo.evening.tell("demo-your-turn")
    finally:
        for task in others:
            task.cancel()
            with suppress(asyncio.CancelledError, *LOST):
                await task


async def _gather_people(tonight: Tonight) -> None:
    """They sign up one by one, and come back to say that they are here; one forgets."""
    evening, robots = tonight.evening, tonight.robots
    for player in robots:
        evening.hurry(waiting=False)
        await gathering.join(evening, player)
        await asyncio.sleep(evening.luck.uniform(0.4, BREATH))
    at_home = sum(player.discord is not None for player in robots)
    evening.tell("demo-signed-up", discord=at_home, twitch=len(robots) - at_home)
    tonight.signed_up.set()
    await _until(tonight, "tournaments.here")
    late = next(player for player in robots if player.name == "Théo")
    here = [player for player in robots if player is not late]
    for player in here:
        evening.hurry(waiting=False)
        await gathering.be_here(evening, player)
        await asyncio.sleep(evening.luck.uniform(0.2, BREATH))
    evening.tell("demo-one-forgets", count=len(here), late=late.name)


async def _until(tonight: Tonight, verb: str) -> None:
    """Time passes until the tournament's card has that button."""
    while True:
        card = event_card(tonight.evening)
        if card is not None and buttons(card, verb):
            return
        tonight.evening.hurry(waiting=True)
        await asyncio.sleep(GLANCE)


async def _play(tonight: Tonight) -> None:
    evening, names = tonight.evening, {player.name: player for player in tonight.robots}
    while True:
        if match_cards(evening):
            break
        evening.hurry(waiting=True)
        await asyncio.sleep(GLANCE)
    tonight.tempo.waits_at = WAITING
    tonight.ground.tell("overlay", address=evening.overlay, view="bracket")
    shown = asyncio.create_task(_follow(tonight))
    referee = playing.Referee(
        evening, contests=names["NOVA"], absent=names["Inès"], mute=names["Lina"]
    )
    try:
        champion = await referee.play()
    finally:
        shown.cancel()
    tonight.look(tonight.guest.player.discord, evening.places.arena)
    evening.tell("demo-champion", name=champion.name)


async def _follow(tonight: Tonight) -> None:
    """Whoever sits before the page is shown each of their matches, in its own thread."""
    evening, player = tonight.evening, tonight.guest.player
    tonight.look(player.discord, evening.places.arena)
    seen = None
    while True:
        here = thread_of(evening, player)
        if here is not None and here is not seen and not tonight.evening.busy:
            seen = here
            tonight.look(player.discord, here)
        await asyncio.sleep(GLANCE)


async def _chatter(tonight: Tonight) -> None:
    """Ordinary talk on both platforms, for as long as the evening lasts."""
    evening, lines = tonight.evening, chatter.LINES[tonight.language]
    at_home = [player for player in tonight.robots if player.discord is not None]
    while True:
        quiet = 4 if tonight.tempo.by_hand else 1  # whoever acts has time to read
        await asyncio.sleep(evening.luck.uniform(*CHAT) * quiet)
        if evening.luck.random() < 0.5:  # noqa: PLR2004 - the one chat or the other
            await evening.chat(
                evening.luck.choice(evening.cast.viewers), evening.luck.choice(lines)
            )
        else:
            evening.say(evening.luck.choice(at_home), evening.luck.choice(lines))


async def _help(tonight: Tonight, desk: Browser) -> None:
    """While all wait for the first match: first Milo, fourteen; then an offer reaches Zoé."""
    evening, talk = tonight.evening, talking.Talk(tonight.language)
    zoe, guest = evening.cast.zoe.discord, tonight.guest.player.discord
    await tonight.signed_up.wait()
    try:
        await talking.emergency(evening, tonight.language)
        await asyncio.sleep(PAUSE)
        tonight.look(zoe, evening.places.lounge)
        found = asyncio.create_task(talking.in_need(evening, talk))
        await asyncio.sleep(PAUSE)
        tonight.look(guest, evening.places.arena)
        offer = await found
        tonight.look(zoe, None)
        await asyncio.sleep(PAUSE)
        await converse(tonight.evening, talk, offer, desk, tonight.ground)
        await asyncio.sleep(PAUSE)
    except LOST:  # whoever sits before the page went on with it in her place
        evening.tell("demo-robot-lost")
    finally:
        evening.busy.discard("talk")
    mine = thread_of(evening, tonight.guest.player)
    tonight.look(guest, mine or evening.places.arena)

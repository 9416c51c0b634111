"""Puts people together and hangs them up in the house."""

from cogs.house import House
from cogs.people.discord_face import UNLINK, PeopleDiscord
from cogs.people.rules import StreamAwaited, TwitchIsAway, TwitchIsOff
from cogs.people.service import People
from cogs.people.twitch_face import PeopleTwitch
from core.people import Venue


def wire(house: House) -> None:
    people = People(house.db, house.clock, house.news, house.seal)
    house.offer(people)
    house.doorkeeper = people

    async def find_stream(login: str) -> Venue | None:
        if house.port is None:
            raise TwitchIsOff
        if not house.port.came_up.is_set():
            raise TwitchIsAway
        return await house.port.stream_named(login)

    discord = PeopleDiscord(people, house.texts, find_stream)
    house.discord.append(discord)
    house.presses[UNLINK] = discord.unlink
    twitch = PeopleTwitch(people, house.texts)
    for word in ("defi", "tournoi"):
        for verb in ("lier", "link"):
            house.twitch[word, verb] = twitch.link
    _listen(house, people)


def _listen(house: House, people: People) -> None:
    """Hear the chats of connected streams, and of those that are about to be connected."""

    async def follow() -> None:
        if house.port is None:
            return
        for stream, language in await people.streams():
            if not house.port.follows(stream.id):
                await house.port.follow(stream.id, name=stream.name, language=language)

    async def start() -> None:
        if house.port is not None:
            house.port.closed.append(people.disconnect_stream)
            await follow()

    async def awaited(fact: StreamAwaited) -> None:
        del fact
        await follow()

    house.starts.append(start)
    house.news.on(StreamAwaited, awaited)

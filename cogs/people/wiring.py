"""Puts people together and hangs them up in the house."""

from cogs.house import House
from cogs.people.discord_face import UNLINK, PeopleDiscord
from cogs.people.rules import TwitchIsOff
from cogs.people.service import People
from cogs.people.twitch_face import PeopleTwitch
from core.people import Venue


def wire(house: House) -> None:
    people = People(house.db, house.clock, house.news, house.seal)
    house.offer(people)
    house.doorkeeper = people

    async def find_stream(login: str) -> Venue | None:
        if house.find_stream is None:  # hung up once Twitch is there, if it is configured
            raise TwitchIsOff
        return await house.find_stream(login)

    discord = PeopleDiscord(people, house.texts, find_stream)
    house.discord.append(discord)
    house.presses[UNLINK] = discord.unlink
    twitch = PeopleTwitch(people, house.texts)
    for word in ("defi", "tournoi"):
        for verb in ("lier", "link"):
            house.twitch[word, verb] = twitch.link

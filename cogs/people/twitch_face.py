"""Joining accounts and streams, as viewers and broadcasters on Twitch meet it."""

from cogs.people.rules import CodeUnknown, Linked
from cogs.people.service import People
from platforms.twitch_client.hearing import Said
from prompts import Texts


class PeopleTwitch:
    def __init__(self, people: People, texts: Texts) -> None:
        self._people = people
        self._texts = texts

    async def link(self, said: Said) -> str:
        """Use a code that was given on Discord: a person's own, or a server's for this stream."""
        if not said.words:
            raise CodeUnknown
        joined = await self._people.redeem(said.actor, said.venue, said.words[0])
        if isinstance(joined, Linked):
            return self._texts.say(said.actor.voice, "people-linked", name=said.chatter.name)
        return self._texts.say(said.actor.voice, "people-stream-connected")

"""`/consent` and the button of the notice: the age, then four boxes, then yes or nothing."""

import asyncio
import logging
from typing import Any

import discord
from discord import Interaction, app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from cogs.consent.discord_face.cards import Cards, Reader
from cogs.consent.rules.channels import Mode
from cogs.consent.rules.facts import Choices, Shown
from cogs.consent.rules.scopes import Age, Scope
from cogs.consent.service.consents import Consents
from cogs.people.service import People
from core.clock import Clock
from core.courier import Card
from core.people import Actor
from platforms.discord_client.pressing import Pressed
from platforms.discord_client.speaking import plain, replace, say, who
from prompts import Texts

OPENING = 1.5  # seconds: Discord waits three for the answer
log = logging.getLogger(__name__)


class ConsentDiscord(commands.Cog):
    def __init__(
        self, consents: Consents, people: People, cards: Cards, texts: Texts, clock: Clock
    ) -> None:
        self._consents = consents
        self._people = people
        self._cards = cards
        self._texts = texts
        self._clock = clock

    @app_commands.command(
        name=locale_str("consent", key="consent-name-consent"),
        description=locale_str("consent-about-consent"),
    )
    @app_commands.guild_only()
    async def consent(self, interaction: Interaction[Any]) -> None:
        """The age if it was never asked, then the card: to give, to change, to withdraw."""
        actor = await who(interaction)
        await say(interaction, await self._card(interaction, actor))

    async def open(self, press: Pressed) -> None:
        await say(press.interaction, await self._card(press.interaction, press.actor))

    async def ask_age(self, press: Pressed) -> None:
        await replace(press.interaction, self._cards.age_question(press.actor.voice))

    async def age(self, press: Pressed) -> None:
        """Somebody says how old they are; under 13 that is not even written down."""
        said = Age(press.args[0])
        await self._consents.say_age(press.actor, said)
        if said is Age.UNDER_13:
            card = self._cards.too_young(press.actor.voice)
        else:
            card = await self._card(press.interaction, press.actor)
        await replace(press.interaction, card)

    async def tick(self, press: Pressed) -> None:
        reader = _reader(press.interaction, press.actor)
        ticked = self._cards.read(reader, press.args).ticked
        age = await self._age(press.actor)
        await replace(press.interaction, self._boxes(reader, age, ticked))

    async def ok(self, press: Pressed) -> None:
        """Exactly the ticked boxes, on the strength of exactly the text that was shown."""
        actor, interaction = press.actor, press.interaction
        reader = _reader(interaction, actor)
        boxes = self._cards.read(reader, press.args)
        age = await self._age(actor)
        version = self._cards.version(reader, self._consents.would_end(age, boxes.shown_at), boxes)
        now = self._clock.now()
        joined = getattr(interaction.user, "joined_at", None) or now
        shown = Shown(
            version,
            actor.voice.language,
            reader.channel,
            account=now - interaction.user.created_at,
            membership=now - joined,
        )
        chosen = await self._consents.choose(actor, boxes.ticked, shown)
        # Before the answer: killed in between, we are not answered for, and they press again.
        if Scope.DM in chosen.scopes:
            await self._open_private(interaction, actor)
        await replace(interaction, self._confirmation(actor, chosen))

    async def nothing(self, press: Pressed) -> None:
        reader = _reader(press.interaction, press.actor)
        shown = Shown("", press.actor.voice.language, reader.channel)
        await self._consents.choose(press.actor, (), shown)
        await replace(press.interaction, self._texts.say(press.actor.voice, "consent-nothing"))

    async def _card(self, interaction: Interaction[Any], actor: Actor) -> Card:
        age = await self._consents.age_of(actor.person)
        if age is None:
            return self._cards.age_question(actor.voice)
        if not self._consents.may_be_asked(age):
            return self._cards.too_young(actor.voice)
        reader = _reader(interaction, actor)
        held = await self._consents.choices(actor.person, reader.channel)
        return self._boxes(reader, age, held.scopes)

    def _boxes(self, reader: Reader, age: Age, ticked: frozenset[Scope]) -> Card:
        ends = self._consents.would_end(age, self._clock.now())
        open_here = self._consents.mode(reader.channel) is not Mode.OFF
        return self._cards.boxes(reader, ends, ticked, can_watch=open_here)

    def _confirmation(self, actor: Actor, chosen: Choices) -> str:
        voice = actor.voice
        if not chosen.scopes:
            return self._texts.say(voice, "consent-nothing")
        if chosen.ends is None:
            answer = self._texts.say(voice, "consent-given-undated")
        else:
            date = self._cards.date(voice, chosen.ends)
            answer = self._texts.say(voice, "consent-given", date=date)
        if Scope.WATCH in chosen.scopes and Scope.DM not in chosen.scopes:
            answer += "\n" + self._texts.say(voice, "consent-watch-alone")
        return answer

    async def _open_private(self, interaction: Interaction[Any], actor: Actor) -> None:
        """Open the DM channel by this act of theirs: later a message needs no new channel."""
        try:
            async with asyncio.timeout(OPENING):
                channel = await interaction.user.create_dm()
        except (discord.HTTPException, discord.RateLimited, TimeoutError) as error:
            log.warning("consent.no_private_channel", extra={"error": type(error).__name__})
            return
        await self._people.open_private(actor.person, str(channel.id))

    async def _age(self, actor: Actor) -> Age:
        return await self._consents.age_of(actor.person) or Age.UNDISCLOSED


def _reader(interaction: Interaction[Any], actor: Actor) -> Reader:
    name = plain(getattr(interaction.channel, "name", "") or "")
    return Reader(actor.person, actor.voice, str(interaction.channel_id), name)

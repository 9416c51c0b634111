"""Rehearsals as organisers meet them: a private thread, one card in it, and two more buttons."""

from collections.abc import Mapping
from dataclasses import replace as changed
from typing import Any

from discord import Interaction

from cogs.tournaments.discord_face.cards import EventCards
from cogs.tournaments.discord_face.dates import Dates
from cogs.tournaments.discord_face.speech import button, number_at
from cogs.tournaments.rules.hosting import NoneHere, NoPrivateThread
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.templates import template as ready_made
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.rehearsals import Rehearsals, Script
from cogs.tournaments.service.tournaments import Tournaments
from core.courier import Card, Choice, Room
from core.people import Actor, Doorkeeper, Platform, Voice
from platforms.discord_client.pressing import Press, Pressed
from platforms.discord_client.speaking import plain, replace, say, who
from prompts import Texts

FIRST = "friday-8"  # where nothing is announced and nothing was chosen
Rows = tuple[tuple[Choice, ...], ...]


class RehearsalCards:
    """The cards of a tournament, as they are in a rehearsal; of others, as they are."""

    def __init__(
        self,
        *,
        cards: EventCards,
        tournaments: Tournaments,
        rehearsals: Rehearsals,
        door: Doorkeeper,
        texts: Texts,
        dates: Dates,
    ) -> None:
        self._cards = cards
        self._tournaments = tournaments
        self._rehearsals = rehearsals
        self._door = door
        self._texts = texts
        self._dates = dates

    async def event(self, subject: str) -> Card:
        card, live = await self._cards.event(subject), await self._tournaments.see(int(subject))
        voice = Voice(live.event.language)
        if not live.event.rehearsal:
            return changed(card, text=card.text + await self._dates.note(voice, live))
        head = self._texts.say(voice, "series-rehearsal-head")
        name = self._texts.say(voice, "series-rehearsal-room", event=live.event.name)
        room = Room(name[:100], members=await self._members(live), strict=True)
        rows = (*_inside(card.rows), self._own(voice, live))
        return changed(card, text=f"{head}\n{card.text}", rows=rows, thread="", room=room)

    async def podium(self, subject: str) -> Card:
        card, live = await self._cards.podium(subject), await self._tournaments.see(int(subject))
        if not live.event.rehearsal:
            return card
        return changed(card, rows=(self._own(Voice(live.event.language), live),))

    async def _members(self, live: Live) -> tuple[str, ...]:
        people = await self._rehearsals.organisers(live)
        found = [await self._door.account_of(person, Platform.DISCORD) for person in people]
        return tuple(account for account in found if account)

    def _own(self, voice: Voice, live: Live) -> tuple[Choice, ...]:
        delete = self._texts.say(voice, "series-button-delete")
        own = [button("rehearsal_delete", delete, live.id, style="danger")]
        if live.event.phase in {Phase.REGISTRATION, Phase.CHECK_IN, Phase.CLOSED}:
            begin = self._texts.say(voice, "series-button-begin")
            own.insert(0, button("rehearsal_begin", begin, live.id))
        return tuple(own)


class Rehearsing:
    """`/tournament rehearse`, and the buttons that only a rehearsal has."""

    def __init__(self, rehearsals: Rehearsals, tournaments: Tournaments, texts: Texts) -> None:
        self._rehearsals = rehearsals
        self._tournaments = tournaments
        self._texts = texts

    def all(self) -> Mapping[str, Press]:
        return {
            "tournaments.rehearsal_begin": self.begin,
            "tournaments.rehearsal_delete": self.delete,
        }

    async def rehearse(
        self, interaction: Interaction[Any], tournament: str | None, template: str | None
    ) -> None:
        actor = await who(interaction)
        may = interaction.app_permissions
        if not (may.create_private_threads and may.send_messages_in_threads):
            raise NoPrivateThread
        script = await self._script(interaction, actor, tournament, template)
        live = await self._rehearsals.rehearse(actor, script)
        event = plain(live.event.name)
        await say(interaction, self._texts.say(actor.voice, "series-rehearsing", event=event))

    async def begin(self, press: Pressed) -> None:
        number = number_at(press.args)
        if not (await self._tournaments.see(number)).event.rehearsal:
            raise NoneHere
        await self._tournaments.start(press.actor, number)
        await say(press.interaction, self._texts.say(press.actor.voice, "tournaments-started"))

    async def delete(self, press: Pressed) -> None:
        await self._rehearsals.delete(press.actor, number_at(press.args))
        await replace(press.interaction, self._texts.say(press.actor.voice, "series-deleted"))

    async def _script(
        self,
        interaction: Interaction[Any],
        actor: Actor,
        tournament: str | None,
        template: str | None,
    ) -> Script:
        """What was chosen; else the next event here; else something ready-made."""
        parent = getattr(interaction.channel, "parent_id", None)  # asked for inside of a thread
        channel, language = str(parent or interaction.channel_id), actor.voice.language
        around = await self._tournaments.here(actor.place)
        live = [each.id for each in around if each.event.live]
        given = live[0] if live and template is None else None
        number = number_at((tournament,)) if tournament is not None else given
        ready = template or FIRST
        name = self._texts.say(actor.voice, ready_made(ready).name)
        return Script(channel, language, name, ready, number)


def _inside(rows: Rows) -> Rows:
    """Without what leads out of the thread: it has no page."""
    kept = (tuple(each for each in row if each.style != "link") for row in rows)
    return tuple(row for row in kept if row)

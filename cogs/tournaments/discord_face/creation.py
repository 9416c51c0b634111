"""The draft that a host reads before anybody else: publish it, change it, or do it again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from functools import partial
from typing import Any

from discord import Interaction, app_commands

from cogs.tournaments.discord_face.cards import EventCards
from cogs.tournaments.discord_face.choices import MOST, Offered
from cogs.tournaments.discord_face.kept_cards import KeptCards
from cogs.tournaments.discord_face.speech import at, button, number_at
from cogs.tournaments.rules.hosting import BadBestOf, BadSize
from cogs.tournaments.rules.patience import LADDER, OVER
from cogs.tournaments.rules.planning import ANY
from cogs.tournaments.rules.refusals import UnknownGame
from cogs.tournaments.rules.roster import JOINABLE, Phase
from cogs.tournaments.rules.starting import start_of
from cogs.tournaments.service.announcing import Announcing, Changes, Earlier, Plan
from cogs.tournaments.service.describing import Describing
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.own_templates import OwnTemplates
from cogs.tournaments.service.waits import Patience, Waits
from core.clock import Clock
from core.courier import Card, Choice
from core.errors import NotAllowed
from core.people import Actor, Voice
from platforms.discord_client.pressing import Field, Form, Press, Pressed
from platforms.discord_client.speaking import ask, plain, say, voice_of, who

_Interaction = Interaction[Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed or chosen; nothing of it is checked yet."""

    start: str | None
    name: str | None = None
    game: str = ""
    template: str = ""
    size: int | None = None
    best_of: int | None = None


class Creation:
    waits: Waits  # handed over when it is hung up

    def __init__(
        self,
        *,
        announcing: Announcing,
        own: OwnTemplates,
        describing: Describing,
        cards: EventCards,
        clock: Clock,
        zone: tzinfo,
    ) -> None:
        self._announcing = announcing
        self._describing = describing
        self._cards = cards
        self._presets = describing.presets
        self._texts = describing.texts
        self._clock = clock
        self._zone = zone
        self.kept = KeptCards(own, announcing, describing.texts)

    def all(self) -> Mapping[str, Press]:
        return {
            "tournaments.publish": self.publish,
            "tournaments.change": self.change,
            "tournaments.changed": self.changed,
            "tournaments.again": self.again,
            "tournaments.repeated": self.repeated,
            **self.kept.all(),
        }

    async def create(self, interaction: _Interaction, asked: Asked, copy: str | None) -> None:
        actor = await who(interaction)
        channel, changes = str(interaction.channel_id), self._changes(asked)
        if copy is not None:
            live = await self._announcing.copy(actor, number_at((copy,)), channel, changes)
        elif isinstance(chosen := await self.kept.chosen(actor, asked.template), int):
            game = self._game(asked.game)
            live = await self.kept.own.draft(actor, chosen, channel, changes, game)
        else:
            asked = replace(asked, template=chosen)
            live = await self._announcing.draft(actor, self._plan(actor, asked, changes, channel))
        await say(interaction, await self._draft(actor.voice, live))

    async def edit(
        self, interaction: _Interaction, asked: Asked, wanted: Patience, tournament: str | None
    ) -> None:
        """What is settled at the draw, and how long is waited, which may change until the end."""
        actor = await who(interaction)
        which = None if tournament is None else number_at((tournament,))
        if asked != Asked(None) or wanted == Patience():
            which = (await self._announcing.change(actor, self._changes(asked), which)).id
        live = await self.waits.change(actor, wanted, which)
        text = self._texts.say(
            actor.voice,
            "games-changed",
            event=plain(live.event.name),
            starts=at(live.event.starts_at),
            about=self._describing.line(actor.voice, live.event),
        )
        text += "\n" + self._patience(actor.voice, live)
        await say(interaction, Card(text, (self._weekly(actor.voice, live),)))

    def _patience(self, voice: Voice, live: Live) -> str:
        event = live.event
        return self._texts.say(
            voice,
            "games-patience",
            absent="forfeit" if event.auto_forfeit else "staff",
            minutes=round(event.call_minutes * LADDER[OVER]),
            hold=round(event.hold_minutes),
        )

    async def registration(
        self, interaction: _Interaction, *, opened: bool, tournament: str | None
    ) -> None:
        actor = await who(interaction)
        which = None if tournament is None else number_at((tournament,))
        await self._announcing.registration(actor, opened=opened, tournament=which)
        if opened:
            await say(interaction, self._texts.say(actor.voice, "games-registration-opened"))
        else:
            await say(interaction, self._texts.say(actor.voice, "games-registration-closed"))

    async def publish(self, press: Pressed) -> None:
        """Announce it; only its host sees the overlays' addresses."""
        created = await self._announcing.publish(press.actor, number_at(press.args))
        live, base = created.live, self._cards.overlay(created.token)
        text = self._texts.say(
            press.actor.voice,
            "tournaments-created",
            event=plain(live.event.name),
            starts=at(live.event.starts_at),
            page=self._cards.page(live),
            now=f"{base}/now",
            bracket=f"{base}/bracket",
        )
        await say(press.interaction, Card(text, (self._weekly(press.actor.voice, live),)))

    def _weekly(self, voice: Voice, live: Live) -> tuple[Choice, ...]:
        weekly = button("repeat", self._texts.say(voice, "series-button-repeat"), live.id)
        return weekly, self.kept.button(voice, live)

    async def change(self, press: Pressed) -> None:
        live = await self._announcing.seen(press.actor, number_at(press.args))
        title = self._texts.say(press.actor.voice, "games-form-change")
        fields = self._name_and_start(
            press.actor.voice, live, start=self._local(live.event.starts_at)
        )
        label = partial(self._texts.say, press.actor.voice)
        event = live.event
        fields += (
            Field("size", label("games-form-size"), value=str(event.size), most=4),
            Field("best_of", label("games-form-best-of"), value=str(event.best_of), most=1),
        )
        await ask(press.interaction, Form("tournaments.changed", title, fields, (str(live.id),)))

    async def changed(self, press: Pressed) -> None:
        """The form came back: the draft as it is now."""
        before = (await self._announcing.seen(press.actor, number_at(press.args))).event
        typed = _typed(press)
        size, best_of = _count(typed["size"], BadSize), _count(typed["best_of"], BadBestOf)
        start = None if typed["start"] == self._local(before.starts_at) else typed["start"]
        asked = Asked(
            start,
            typed["name"],
            size=None if size == before.size else size,
            best_of=None if best_of == before.best_of else best_of,
        )
        live = await self._announcing.change(press.actor, self._changes(asked), before.id)
        await say(press.interaction, await self._draft(press.actor.voice, live))

    async def again(self, press: Pressed) -> None:
        """One tap on an evening that was: only its hour is to be said."""
        live = await self._announcing.seen(press.actor, number_at(press.args))
        title = self._texts.say(press.actor.voice, "games-form-again")
        fields = self._name_and_start(press.actor.voice, live, start="")
        await ask(press.interaction, Form("tournaments.repeated", title, fields, (str(live.id),)))

    async def repeated(self, press: Pressed) -> None:
        typed = _typed(press)
        changes = self._changes(Asked(typed["start"], typed["name"]))
        channel = str(press.interaction.channel_id)
        live = await self._announcing.copy(press.actor, number_at(press.args), channel, changes)
        await say(press.interaction, await self._draft(press.actor.voice, live))

    def games(self, interaction: _Interaction, typed: str) -> Offered:
        """Every game by its name in the reader's language; what was typed may be a part of it."""
        language = voice_of(interaction.locale).language
        return _named(
            (
                app_commands.Choice(name=game.said(language).name, value=game.id)
                for game in self._presets
            ),
            typed,
        )

    async def earlier(self, interaction: _Interaction, typed: str) -> Offered:
        known = await self._known(interaction)
        return _named(_numbered(known), typed)

    async def open_ones(
        self, interaction: _Interaction, typed: str, among: frozenset[Phase] = JOINABLE
    ) -> Offered:
        known = await self._known(interaction)
        still = (event for event in known if event.phase in among)
        return _named(_numbered(still), typed)

    async def _known(self, interaction: _Interaction) -> Iterable[Earlier]:
        """Nobody is refused while they type: who may not run events is offered none."""
        try:
            return await self._announcing.earlier(await who(interaction))
        except NotAllowed:
            return ()

    def _plan(self, actor: Actor, asked: Asked, changes: Changes, channel: str) -> Plan:
        game = self._game(asked.game)
        usual = self._presets[game or ANY].said(actor.voice.language).name
        starts = changes.starts_at or self._clock.now()
        name = asked.name or usual
        return Plan(asked.template, name, channel, starts, asked.size, asked.best_of, game)

    def _game(self, typed: str) -> str:
        """The game chosen from the list, or typed by its name. Raises `UnknownGame`."""
        if not typed or self._presets.find(typed):
            return typed
        for game in self._presets:
            if typed.casefold() in {words.name.casefold() for words in game.words.values()}:
                return game.id
        raise UnknownGame

    def _changes(self, asked: Asked) -> Changes:
        start = asked.start
        moment = start_of(start, self._clock.now(), self._zone) if start else None
        return Changes(asked.name, moment, asked.size, asked.best_of)

    async def _draft(self, voice: Voice, live: Live) -> Card:
        event, label = live.event, partial(self._texts.say, voice)
        game = self._describing.game(event)
        text = self._texts.say(
            voice,
            "games-draft",
            starts=at(event.starts_at),
            opens=at(event.check_in_opens),
            minutes=self._describing.duration(voice, self._describing.minutes(event)),
            age=game.pegi if game else 0,
        )
        publish = button("publish", label("games-button-publish"), live.id, style="success")
        change = button("change", label("games-button-change"), live.id)
        row = publish, change, self.kept.button(voice, live)
        return Card(f"{text}\n>>> {self._cards.preview(live)}", (row,))

    def _name_and_start(self, voice: Voice, live: Live, *, start: str) -> tuple[Field, ...]:
        label = partial(self._texts.say, voice)
        return (
            Field("name", label("games-form-name"), value=live.event.name, most=60),
            Field("start", label("games-form-start"), value=start, most=40),
        )

    def _local(self, moment: datetime) -> str:
        """As it can be typed again."""
        return moment.astimezone(self._zone).strftime("%d/%m %H:%M")


def _typed(press: Pressed) -> dict[str, str]:
    return {name: (values or ("",))[0].strip() for name, values in press.fields.items()}


def _count(typed: str, wrong: type[BadSize] | type[BadBestOf]) -> int:
    if not typed.isdecimal():
        raise wrong
    return int(typed)


def _numbered(found: Iterable[Earlier]) -> Iterable[app_commands.Choice[str]]:
    return (app_commands.Choice(name=each.name, value=str(each.id)) for each in found)


def _named(found: Iterable[app_commands.Choice[str]], typed: str) -> Offered:
    return [each for each in found if typed.casefold() in each.name.casefold()][:MOST]

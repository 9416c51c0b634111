"""A server's own templates on Discord: kept from a draft or by a command, chosen, let go."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from discord import Interaction, app_commands

from cogs.tournaments.discord_face.choices import Offered, like
from cogs.tournaments.discord_face.speech import button, number_at
from cogs.tournaments.rules.hosting import LONGEST_NAME, NoneHere
from cogs.tournaments.rules.keeping import folded
from cogs.tournaments.rules.refusals import UnknownTemplate
from cogs.tournaments.rules.templates import TEMPLATES
from cogs.tournaments.service.announcing import Announcing
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.own_templates import Kept, OwnTemplates
from core.courier import Card, Choice
from core.errors import NotAllowed
from core.people import Actor, Voice
from platforms.discord_client.pressing import Field, Form, Press, Pressed
from platforms.discord_client.speaking import ask, plain, replace, say, voice_of, who
from prompts import LANGUAGES, Texts

OWN: Final = "own"  # what a choice of the server's own begins with; then its number
_Interaction = Interaction[Any]


class KeptCards:
    def __init__(self, own: OwnTemplates, announcing: Announcing, texts: Texts) -> None:
        self.own = own
        self._announcing = announcing
        self._texts = texts

    def all(self) -> Mapping[str, Press]:
        return {
            "tournaments.keep": self.asked,
            "tournaments.kept": self.named,
            "tournaments.forget": self.forgotten,
        }

    def button(self, voice: Voice, live: Live) -> Choice:
        return button("keep", self._texts.say(voice, "kept-button-keep"), live.id)

    async def asked(self, press: Pressed) -> None:
        """Under which name: that of the evening, unless another is typed."""
        live = await self._announcing.seen(press.actor, number_at(press.args))
        voice = press.actor.voice
        label = self._texts.say(voice, "kept-form-name")
        name = Field("name", label, value=live.event.name, most=LONGEST_NAME)
        title = self._texts.say(voice, "kept-form-title")
        await ask(press.interaction, Form("tournaments.kept", title, (name,), (str(live.id),)))

    async def named(self, press: Pressed) -> None:
        typed = (press.fields.get("name") or ("",))[0]
        kept = await self.own.keep(press.actor, number_at(press.args), typed)
        await say(press.interaction, self._card(press.actor.voice, kept))

    async def forgotten(self, press: Pressed) -> None:
        kept = await self.own.forget(press.actor, number_at(press.args))
        await replace(press.interaction, Card(self._forgotten(press.actor.voice, kept)))

    async def keep(self, interaction: _Interaction, name: str, tournament: str | None) -> None:
        """The one that was chosen, or else the last that was announced here."""
        actor = await who(interaction)
        if tournament is None:
            last = next(iter(await self._announcing.earlier(actor)), None)
            if last is None:
                raise NoneHere
            tournament = str(last.id)
        kept = await self.own.keep(actor, number_at((tournament,)), name)
        await say(interaction, self._card(actor.voice, kept))

    async def forget(self, interaction: _Interaction, template: str) -> None:
        actor = await who(interaction)
        chosen = await self.chosen(actor, template)
        if isinstance(chosen, str):
            raise UnknownTemplate("only what is kept here can be let go")
        kept = await self.own.forget(actor, chosen)
        await say(interaction, self._forgotten(actor.voice, kept))

    async def chosen(self, actor: Actor, typed: str) -> int | str:
        """The number of one of the server's own, or the name of what is ready-made."""
        if not typed or typed in TEMPLATES:
            return typed
        mark, _, number = typed.partition("|")
        if mark == OWN and number.isdecimal():
            return int(number)
        for kept in await self.own.here(actor):
            if folded(kept.name) == folded(typed):
                return kept.id
        for ready in TEMPLATES.values():
            names = (self._texts.say(Voice(language), ready.name) for language in LANGUAGES)
            if folded(typed) in map(folded, names):
                return ready.id
        return typed

    async def offered(self, interaction: _Interaction, typed: str) -> Offered:
        """The server's own first, then what is ready-made."""
        voice = voice_of(interaction.locale)
        ready = (
            app_commands.Choice(name=self._texts.say(voice, each.name), value=each.id)
            for each in TEMPLATES.values()
        )
        return like(typed, (*_choices(await self._here(interaction)), *ready))

    async def own_ones(self, interaction: _Interaction, typed: str) -> Offered:
        return like(typed, _choices(await self._here(interaction)))

    async def _here(self, interaction: _Interaction) -> list[Kept]:
        """Nothing for those who may not create."""
        try:
            return await self.own.here(await who(interaction))
        except NotAllowed:
            return []

    def _card(self, voice: Voice, kept: Kept) -> Card:
        text = self._texts.say(voice, "kept-done", name=plain(kept.name))
        label = self._texts.say(voice, "kept-button-forget")
        return Card(text, ((button("forget", label, kept.id),),))

    def _forgotten(self, voice: Voice, kept: Kept) -> str:
        return self._texts.say(voice, "kept-forgotten", name=plain(kept.name))


def _choices(found: Iterable[Kept]) -> Iterable[app_commands.Choice[str]]:
    return (app_commands.Choice(name=each.name, value=f"{OWN}|{each.id}") for each in found)

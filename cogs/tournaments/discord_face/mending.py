"""Repairs on Discord: a preview with a reason to choose, then done, or left alone."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from discord import Interaction, Member

from cogs.tournaments.discord_face import codes
from cogs.tournaments.discord_face.codes import LENGTH, Coded
from cogs.tournaments.discord_face.match_words import REASONS
from cogs.tournaments.discord_face.repair_words import RepairWords
from cogs.tournaments.discord_face.speech import button, tongue
from cogs.tournaments.rules import acts
from cogs.tournaments.rules.hosting import Changed, NoneHere, Reason
from cogs.tournaments.rules.refusals import PlayRefusal
from cogs.tournaments.service.desk import Desk
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.repairs import Mended, Repairs, Seen
from core.courier import Card, Choice
from core.people import Actor, Voice
from platforms.discord_client.pressing import Press, Pressed
from platforms.discord_client.speaking import plain, replace, say, somebody

Rows = tuple[tuple[Choice, ...], ...]
WIDTH = 4  # reasons in a row: they are read on a phone


class Mending:
    def __init__(self, repairs: Repairs, desk: Desk, words: RepairWords) -> None:
        self._repairs = repairs
        self._desk = desk
        self._words = words
        self._texts = words.texts

    def all(self) -> Mapping[str, Press]:
        return {
            "tournaments.mend": self.mend,
            "tournaments.mend_again": self.again,
            "tournaments.mend_do": self.do,
            "tournaments.mend_leave": self.leave,
        }

    async def asked(
        self,
        interaction: Interaction[Any],
        actor: Actor,
        coded: Coded,
        reason: Reason | None = None,
        member: Member | None = None,
    ) -> None:
        """Show, to whoever asked, what it would do."""
        newcomer = await somebody(interaction, member) if member else None
        card = await self._card(actor, coded, reason, newcomer)
        await say(interaction, card)

    async def mend(self, press: Pressed) -> None:
        """A button of the desk: the preview, in a message of its own."""
        await say(press.interaction, await self._shown(press))

    async def again(self, press: Pressed) -> None:
        """The same with the rounds since kept, or paired anew."""
        await replace(press.interaction, await self._shown(press))

    async def leave(self, press: Pressed) -> None:
        text = self._texts.say(press.actor.voice, "repairs-left-alone")
        await replace(press.interaction, Card(text))

    async def do(self, press: Pressed) -> None:
        """Their yes. What has changed since is shown instead, and nothing is done."""
        coded = codes.read(press.args)
        token, reason = _yes(press.args)
        newcomer = await self._newcomer(press, coded)
        try:
            done = await self._repairs.do(
                press.actor,
                coded.tournament,
                coded.repair,
                reason,
                seen=token,
                newcomer=newcomer,
            )
        except Changed:
            await replace(press.interaction, await self._changed(press, coded, newcomer))
            return
        name = plain(newcomer.name) if newcomer else ""
        await replace(press.interaction, self._done(press.actor.voice, coded, done, name))

    async def _shown(self, press: Pressed) -> Card:
        coded = codes.read(press.args)
        reason = _reason(press.args[LENGTH]) if len(press.args) > LENGTH else None
        return await self._card(press.actor, coded, reason, await self._newcomer(press, coded))

    async def _card(
        self, actor: Actor, coded: Coded, reason: Reason | None, newcomer: Actor | None
    ) -> Card:
        seen = await self._repairs.preview(actor, coded.tournament, coded.repair, newcomer)
        deed = await self._deed(actor, seen.live, coded)
        name = _name_of(seen, newcomer)
        text = self._words.preview(actor.voice, seen, name, deed)
        why = "repairs-ask-nothing-yet" if reason else "repairs-ask-why"
        ask = self._texts.say(actor.voice, why)
        return Card(f"{text}\n{ask}", self._rows(actor.voice, coded, seen, reason))

    def _rows(self, voice: Voice, coded: Coded, seen: Seen, reason: Reason | None) -> Rows:
        label = partial(self._texts.say, voice)
        leave = button("mend_leave", label("repairs-button-leave"))
        args = (*coded.args, seen.token)
        if reason is not None:
            do = label("repairs-button-do")
            rows: list[tuple[Choice, ...]]
            rows = [(button("mend_do", do, *args, reason, style="danger"), leave)]
        else:
            whys = [
                button("mend_do", label(key), *args, why, style="primary")
                for why, key in REASONS.items()
            ]
            rows = [tuple(whys[at : at + WIDTH]) for at in range(0, len(whys), WIDTH)]
            rows.append((leave,))
        if seen.again is not None:
            key = "repairs-button-keep" if seen.again else "repairs-button-again"
            other = (*coded.args[:-1], "n" if seen.again else "y", *([reason] if reason else []))
            rows.append((button("mend_again", label(key), *other),))
        return tuple(rows)

    def _done(self, voice: Voice, coded: Coded, done: Mended, newcomer: str) -> Card:
        title = self._words.title(voice, done.live, done.repair, newcomer)
        text = self._texts.say(voice, "repairs-done", what=title)
        back = Coded(coded.tournament, acts.Undo(done.seqs[0]))
        label = self._texts.say(voice, "repairs-button-undo")
        return Card(text, ((button("mend", label, *back.args),),))

    async def _changed(self, press: Pressed, coded: Coded, newcomer: Actor | None) -> Card:
        """What has become of it: the preview as it is now, or why there is none any more."""
        voice = press.actor.voice
        text = self._texts.say(voice, "repairs-changed")
        try:
            card = await self._card(press.actor, coded, None, newcomer)
        except PlayRefusal as refusal:
            return Card(f"{text}\n{self._texts.say(voice, refusal.key)}")
        return Card(f"{text}\n\n{card.text}", card.rows)

    async def _deed(self, actor: Actor, live: Live, coded: Coded) -> str:
        if not isinstance(coded.repair, acts.Undo) or coded.repair.seq is None:
            return ""
        done = await self._desk.deeds(actor, live)
        found = next((each for each in done if each.seq == coded.repair.seq), None)
        return self._words.deed(tongue(actor.voice), live, found) if found else ""

    async def _newcomer(self, press: Pressed, coded: Coded) -> Actor | None:
        """Whoever a button names: Discord says what they are called now."""
        guild = press.interaction.guild
        if not coded.account or guild is None:
            return None
        return await somebody(press.interaction, await guild.fetch_member(int(coded.account)))


def _yes(args: tuple[str, ...]) -> tuple[str, Reason]:
    if len(args) != LENGTH + 2:
        raise NoneHere
    return args[LENGTH], _reason(args[LENGTH + 1])


def _reason(word: str) -> Reason:
    if word not in set(Reason):
        raise NoneHere
    return Reason(word)


def _name_of(seen: Seen, newcomer: Actor | None) -> str:
    if newcomer is not None:
        return plain(newcomer.name)
    ticket = getattr(seen.repair, "ticket", 0)
    held = next((each for each in seen.live.entrants if each.ticket == ticket), None)
    return plain(held.name) if held else ""

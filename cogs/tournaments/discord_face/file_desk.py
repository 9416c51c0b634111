"""What is said of a file: what is in it, what is wrong with it, and what came of it."""

from collections.abc import Iterable, Mapping

from cogs.tournaments.discord_face.speech import button, number_at
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.interchange.reasons import BadFile, Cause, Reason
from cogs.tournaments.rules.roster import JOINABLE
from cogs.tournaments.service.files import Asked, Files, Kind, Out
from cogs.tournaments.service.importing import MOST, Brought
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.tournaments import Tournaments
from core.courier import Card
from core.people import Actor, Voice
from platforms.discord_client.pressing import Press, Pressed
from platforms.discord_client.speaking import plain, say
from prompts import Texts

SHOWN = 12  # lines of what is wrong; more would not fit into a message


class FileDesk:
    def __init__(self, files: Files, tournaments: Tournaments, texts: Texts) -> None:
        self._files = files
        self._tournaments = tournaments
        self._texts = texts

    def all(self) -> Mapping[str, Press]:
        return {"tournaments.file_in": self.bring_in, "tournaments.file_out": self.leave_out}

    async def here(self, actor: Actor) -> list[Live]:
        return await self._tournaments.here(actor.place)

    async def out(self, actor: Actor, kind: str, tournament: int | None) -> tuple[Out, str]:
        """The file, and what is said with it."""
        made = await self._files.export(actor, Kind(kind), tournament)
        event = plain(made.live.event.name)
        if made.shown_only:
            return made, self._texts.say(actor.voice, "files-out-shown-only", event=event)
        return made, self._texts.say(actor.voice, "files-out", event=event)

    async def joinable(self, actor: Actor) -> int:
        """Raises `NoneHere` where nobody can be added to anything."""
        for live in await self.here(actor):
            if live.event.phase in JOINABLE:
                return live.id
        raise NoneHere

    async def look(
        self, actor: Actor, content: bytes, channel: str, tournament: int | None
    ) -> Card:
        """What is in a file, and two buttons; or everything that is wrong with it."""
        try:
            asked = await self._files.look(actor, content, channel, tournament)
        except BadFile as bad:
            return Card(self.refused(actor.voice, bad))
        text = await self._preview(actor, asked, tournament)
        if not (asked.brought.told or asked.brought.rows):
            return Card(text)
        yes = self._texts.say(actor.voice, "files-button-import")
        no = self._texts.say(actor.voice, "files-button-leave")
        buttons = (
            button("file_in", yes, asked.number, style="primary"),
            button("file_out", no, asked.number),
        )
        return Card(text, (buttons,))

    def too_big(self, voice: Voice) -> str:
        return self.refused(voice, BadFile([Reason(f"≤ {MOST:_}", Cause.TOO_BIG)]))

    def refused(self, voice: Voice, bad: BadFile) -> str:
        lines = (f"`{each.where}` {self._why(voice, each)}" for each in bad.reasons)
        return "\n".join(self._some(voice, self._texts.say(voice, "files-refused"), lines))

    async def bring_in(self, press: Pressed) -> None:
        voice = press.actor.voice
        before = {live.id: len(live.entrants) for live in await self.here(press.actor)}
        try:
            live = await self._files.accept(press.actor, number_at(press.args))
        except BadFile as bad:
            await say(press.interaction, self.refused(voice, bad))
            return
        event = plain(live.event.name)
        if live.id in before:
            count = len(live.entrants) - before[live.id]
            said = self._texts.say(voice, "files-done-list", event=event, count=count)
        else:
            said = self._texts.say(voice, "files-done-event", event=event)
        await say(press.interaction, said)

    async def leave_out(self, press: Pressed) -> None:
        await self._files.decline(press.actor, number_at(press.args))
        await say(press.interaction, self._texts.say(press.actor.voice, "files-left"))

    async def _preview(self, actor: Actor, asked: Asked, tournament: int | None) -> str:
        voice, found = actor.voice, asked.brought
        if found.told is None:
            live = await self._tournaments.see(tournament or 0)
            return "\n".join(self._list(voice, found, live))
        state = found.told.state
        ended = [match for match in state.board if match.result] if state else []
        head = self._texts.say(
            voice,
            "files-look-event",
            event=plain(found.told.settings.name),
            entrants=state.count if state else len(found.told.entrants),
            played=len(ended),
        )
        lines = [head, self._texts.say(voice, "files-no-accounts")]
        if found.told.differs:
            lines.append(self._texts.say(voice, "files-differs"))
        return "\n".join(lines)

    def _list(self, voice: Voice, found: Brought, live: Live) -> list[str]:
        lines = []
        if found.rows:
            event, count = plain(live.event.name), len(found.rows)
            lines.append(self._texts.say(voice, "files-look-list", event=event, count=count))
            lines.append(self._texts.say(voice, "files-no-accounts"))
        if found.ignored:
            columns = plain(", ".join(found.ignored)[:200])
            lines.append(self._texts.say(voice, "files-look-ignored", columns=columns))
        if found.mistakes or not found.rows:
            out = self._texts.say(voice, "files-look-mistakes")
            head = out if found.rows else self._texts.say(voice, "files-look-nobody")
            wrong = (
                self._texts.say(
                    voice, "files-line", line=each.line, what=self._texts.say(voice, each.cause)
                )
                for each in found.mistakes
            )
            lines += self._some(voice, head, wrong)
        return lines

    def _why(self, voice: Voice, reason: Reason) -> str:
        if reason.cause is Cause.SHAPE:
            return f"→ `{reason.expected}`"
        return f"· {self._texts.say(voice, reason.cause)}"

    def _some(self, voice: Voice, head: str, lines: Iterable[str]) -> list[str]:
        every = [f"• {line[:140]}" for line in lines]
        shown = [head, *every[:SHOWN]]
        if len(every) > SHOWN:
            shown.append(self._texts.say(voice, "files-more", count=len(every) - SHOWN))
        return shown

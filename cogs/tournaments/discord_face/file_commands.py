"""`/tournament file`: a tournament to take away, one to bring along, and templates to keep."""

import io
from typing import Any

from discord import AllowedMentions, Attachment, File, Interaction, app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from cogs.tournaments.discord_face.choices import WHICH, WHICH_ABOUT, Offered, events
from cogs.tournaments.discord_face.creation import Creation
from cogs.tournaments.discord_face.file_desk import FileDesk
from cogs.tournaments.discord_face.repair_choices import number
from cogs.tournaments.discord_face.root import TOURNAMENT
from cogs.tournaments.service.files import Kind
from cogs.tournaments.service.importing import MOST
from platforms.discord_client.speaking import say, who

_Asked = Interaction[Any]
KINDS = {
    Kind.EVENT: "files-kind-event",
    Kind.BRACKETS: "files-kind-brackets",
    Kind.ENTRANTS: "files-kind-entrants",
    Kind.MATCHES: "files-kind-matches",
    Kind.STANDINGS: "files-kind-standings",
}
OFFERED = [
    app_commands.Choice(name=locale_str(kind.value, key=key), value=kind.value)
    for kind, key in KINDS.items()
]


class FileCommands(commands.Cog):
    tournament_file = app_commands.Group(
        name=locale_str("file", key="files-name-file"),
        description=locale_str("files-about-file"),
        parent=TOURNAMENT,
    )
    filing: FileDesk  # handed over when it is hung up
    _creation: Creation

    @tournament_file.command(
        name=locale_str("export", key="files-name-export"),
        description=locale_str("files-about-export"),
    )
    @app_commands.rename(
        kind=locale_str("content", key="files-name-option-kind"), tournament=WHICH
    )
    @app_commands.describe(kind=locale_str("files-about-option-kind"), tournament=WHICH_ABOUT)
    @app_commands.choices(kind=OFFERED)
    async def file_export(
        self, interaction: _Asked, kind: str, tournament: str | None = None
    ) -> None:
        """Whoever asks is the only one who sees the file."""
        actor = await who(interaction)
        which = number(tournament) if tournament is not None else None
        await interaction.response.defer(ephemeral=True, thinking=True)
        made, text = await self.filing.out(actor, kind, which)
        await interaction.followup.send(
            text,
            file=File(io.BytesIO(made.data), made.name),
            ephemeral=True,
            allowed_mentions=AllowedMentions.none(),
        )

    @tournament_file.command(
        name=locale_str("import", key="files-name-import"),
        description=locale_str("files-about-import"),
    )
    @app_commands.rename(file=locale_str("file", key="files-name-option-file"), tournament=WHICH)
    @app_commands.describe(file=locale_str("files-about-option-file"), tournament=WHICH_ABOUT)
    async def file_import(
        self, interaction: _Asked, file: Attachment, tournament: str | None = None
    ) -> None:
        """A list of players goes to a tournament that can be joined; the rest becomes its own."""
        actor = await who(interaction)
        if file.size > MOST:
            await say(interaction, self.filing.too_big(actor.voice))
            return
        which = number(tournament) if tournament is not None else None
        if not file.filename.casefold().endswith(".csv"):
            which = None
        elif which is None:
            which = await self.filing.joinable(actor)
        await interaction.response.defer(ephemeral=True, thinking=True)
        content, channel = await file.read(), str(interaction.channel_id)
        await say(interaction, await self.filing.look(actor, content, channel, which))

    @tournament_file.command(
        name=locale_str("keep", key="kept-name-keep"),
        description=locale_str("kept-about-keep"),
    )
    @app_commands.rename(
        name=locale_str("name", key="tournaments-name-option-name"), tournament=WHICH
    )
    @app_commands.describe(
        name=locale_str("kept-about-option-name"),
        tournament=locale_str("kept-about-option-tournament"),
    )
    async def file_keep(
        self,
        interaction: _Asked,
        name: app_commands.Range[str, 1, 60],
        tournament: str | None = None,
    ) -> None:
        await self._creation.kept.keep(interaction, name, tournament)

    @tournament_file.command(
        name=locale_str("forget", key="kept-name-forget"),
        description=locale_str("kept-about-forget"),
    )
    @app_commands.rename(template=locale_str("template", key="tournaments-name-option-template"))
    @app_commands.describe(template=locale_str("kept-about-option-template"))
    async def file_forget(self, interaction: _Asked, template: str) -> None:
        await self._creation.kept.forget(interaction, template)

    @file_keep.autocomplete("tournament")
    async def _to_keep(self, interaction: _Asked, typed: str) -> Offered:
        return await self._creation.earlier(interaction, typed)

    @file_forget.autocomplete("template")
    async def _to_forget(self, interaction: _Asked, typed: str) -> Offered:
        return await self._creation.kept.own_ones(interaction, typed)

    @file_export.autocomplete("tournament")
    @file_import.autocomplete("tournament")
    async def _events_with_files(self, interaction: _Asked, typed: str) -> Offered:
        return events(await self.filing.here(await who(interaction)), typed)

"""A plain discord.py bot that knows nothing of Maraude, and the way to point it at a world."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any

import discord
import yarl
from discord import app_commands
from discord.ext import commands

from sandbox.discord_world.world import DiscordWorld

NOTHING_PRIVILEGED = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


@contextmanager
def pointed_at(world: DiscordWorld) -> Iterator[None]:
    """discord.py speaks to this world, and afterwards to Discord again."""
    before = (
        discord.http.Route.BASE,
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY,
        discord.Asset.BASE,
    )
    discord.http.Route.BASE = world.api_base
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(world.gateway_url)
    discord.Asset.BASE = world.cdn_url
    try:
        yield
    finally:
        (
            discord.http.Route.BASE,
            discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY,
            discord.Asset.BASE,
        ) = before


class Form(discord.ui.Modal, title="Inscription"):
    pseudo: discord.ui.TextInput[Any] = discord.ui.TextInput(label="Pseudo", max_length=20)
    level: discord.ui.Label[Any] = discord.ui.Label(
        text="Niveau",
        component=discord.ui.RadioGroup(
            options=[
                discord.RadioGroupOption(label="Débutant", value="low"),
                discord.RadioGroupOption(label="Confirmé", value="high"),
            ],
        ),
    )
    agreed: discord.ui.Label[Any] = discord.ui.Label(
        text="J’ai compris", component=discord.ui.Checkbox(custom_id="agreed")
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        level, agreed = self.level.component, self.agreed.component
        assert isinstance(level, discord.ui.RadioGroup)
        assert isinstance(agreed, discord.ui.Checkbox)
        words = f"{self.pseudo.value} {level.value} {agreed.value}"
        await interaction.response.send_message(words, ephemeral=True)


class Panel(discord.ui.View):
    @discord.ui.button(label="Jouer", custom_id="play")
    async def play(self, interaction: discord.Interaction, _: discord.ui.Button[Any]) -> None:
        await interaction.response.edit_message(content="C’est parti", view=None)

    @discord.ui.button(label="Doucement", custom_id="slow")
    async def slow(self, interaction: discord.Interaction, _: discord.ui.Button[Any]) -> None:
        await interaction.response.defer()
        await interaction.followup.send("Me voilà", ephemeral=True)

    @discord.ui.button(label="Fermé", custom_id="closed", disabled=True)
    async def closed(self, _: discord.Interaction, __: discord.ui.Button[Any]) -> None: ...

    @discord.ui.button(label="Formulaire", custom_id="form")
    async def form(self, interaction: discord.Interaction, _: discord.ui.Button[Any]) -> None:
        await interaction.response.send_modal(Form())

    @discord.ui.select(
        custom_id="game",
        options=[
            discord.SelectOption(label="Échecs", value="chess"),
            discord.SelectOption(label="Go", value="go"),
        ],
    )
    async def game(self, interaction: discord.Interaction, select: discord.ui.Select[Any]) -> None:
        await interaction.response.send_message(f"Choisi : {select.values[0]}")

    @discord.ui.select(cls=discord.ui.UserSelect, custom_id="rival")
    async def rival(
        self, interaction: discord.Interaction, select: discord.ui.UserSelect[Any]
    ) -> None:
        await interaction.response.send_message(f"Contre {select.values[0].display_name}")


class Stranger(commands.Bot):
    """Answers in a few ways, and remembers what it heard."""

    def __init__(self, intents: discord.Intents = NOTHING_PRIVILEGED) -> None:
        super().__init__("!", intents=intents, guild_ready_timeout=0.1)
        self.heard: list[str] = []
        self.trouble: list[BaseException] = []

    async def setup_hook(self) -> None:
        simple: tuple[app_commands.Command[Any, ..., Any], ...] = (_hello, _slow, _form, _late)
        for each in (*simple, _rival):
            self.tree.add_command(each)
        group = app_commands.Group(name="tournament", description="Tournaments")
        group.command(name="create", description="Make one")(_create)
        self.tree.add_command(group)
        self.tree.context_menu(name="Demander")(_ask)
        self.tree.context_menu(name="Saluer")(_greet)
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Do not wait five seconds before a second identify."""

    async def on_message(self, message: discord.Message) -> None:
        if message.author != self.user:
            self.heard.append(message.content)

    async def on_error(self, event_method: str, *_: object, **__: object) -> None:
        raise AssertionError(event_method)


@app_commands.command(name="hello", description="Say hello")
async def _hello(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("Salut", view=Panel())


@app_commands.command(name="slow", description="Take some time")
async def _slow(interaction: discord.Interaction) -> None:
    await interaction.response.defer(ephemeral=True)
    await interaction.followup.send("Premier")
    await interaction.followup.send("Second", ephemeral=True)


@app_commands.command(name="form", description="Ask")
async def _form(interaction: discord.Interaction) -> None:
    await interaction.response.send_modal(Form())


@app_commands.command(name="late", description="Too late")
async def _late(interaction: discord.Interaction) -> None:
    await asyncio.sleep(0.3)
    with suppress(discord.NotFound):
        await interaction.response.send_message("Trop tard")


@app_commands.command(name="rival", description="Challenge somebody")
async def _rival(
    interaction: discord.Interaction, whom: discord.Member, points: app_commands.Range[int, 1, 9]
) -> None:
    await interaction.response.send_message(f"{whom.display_name} {points}", ephemeral=True)


async def _games(_: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
    games = [name for name in ("Échecs", "Go") if current.lower() in name.lower()]
    return [app_commands.Choice(name=name, value=name.lower()) for name in games]


@app_commands.autocomplete(game=_games)
async def _create(interaction: discord.Interaction, game: str) -> None:
    await interaction.response.send_message(f"Tournoi de {game}")


async def _ask(interaction: discord.Interaction, message: discord.Message) -> None:
    await interaction.response.send_message(f"Lu : {message.content}", ephemeral=True)


async def _greet(interaction: discord.Interaction, member: discord.Member) -> None:
    await interaction.response.send_message(f"Bonjour {member.display_name}", ephemeral=True)


@asynccontextmanager
async def meeting(world: DiscordWorld, bot: discord.Client) -> AsyncIterator[None]:
    """The bot runs while this lasts."""
    await bot.login(world.bot_token)
    task = asyncio.create_task(bot.connect())
    waiting = asyncio.create_task(bot.wait_until_ready())
    try:
        await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            await task
        yield
    finally:
        waiting.cancel()
        await bot.close()
        with suppress(asyncio.CancelledError):
            await task

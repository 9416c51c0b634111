"""What follows the first answer in our Discord: it is edited, taken back, followed."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import discord
import pytest

from sandbox.discord_world.posting import Upload
from sandbox.discord_world.waiting import CannotDo
from tests.sandbox.conftest import Evening

Reply = Callable[[discord.Interaction], Awaitable[None]]


def _teach(evening: Evening, reply: Reply) -> None:
    """From now on this is how the bot answers to `hello`."""

    async def on_interaction(interaction: discord.Interaction) -> None:
        await reply(interaction)

    evening.bot.tree.clear_commands(guild=None)
    evening.bot.tree.on_error = _quiet  # type: ignore[method-assign]
    evening.bot.on_interaction = on_interaction  # type: ignore[method-assign,attr-defined,unused-ignore]


async def _quiet(_: Any, __: Any) -> None:  # noqa: ANN401 - the library's signature
    """The command is unknown to the tree now, and that is meant."""


async def test_an_original_answer_is_edited_and_taken_back(evening: Evening) -> None:
    async def reply(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("un")
        await interaction.edit_original_response(content="deux")
        assert (await interaction.original_response()).content == "deux"

    _teach(evening, reply)
    answer = await evening.world.slash(evening.ana, evening.hall, "hello")
    await evening.world.until(lambda: answer.text == "deux", 2)
    assert [each.text for each in evening.hall.messages[0].edits] == ["deux"]


async def test_a_deferred_answer_is_filled_by_an_edit(evening: Evening) -> None:
    async def reply(interaction: discord.Interaction) -> None:
        await interaction.response.defer(thinking=True)
        await asyncio.sleep(0.05)
        await interaction.edit_original_response(content="voilà")

    _teach(evening, reply)
    answer = await evening.world.slash(evening.ana, evening.hall, "hello")
    assert (answer.text, answer.ephemeral, answer.deferred) == ("voilà", False, True)


async def test_an_answer_that_was_taken_back_says_nothing(evening: Evening) -> None:
    async def reply(interaction: discord.Interaction) -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        await interaction.delete_original_response()

    _teach(evening, reply)
    answer = await evening.world.slash(evening.ana, evening.hall, "hello")
    assert (answer.message, answer.text, answer.components) == (None, "", [])
    with pytest.raises(CannotDo, match="no message"):
        evening.world.click(evening.ana, answer, "play")


async def test_follow_ups_are_edited_and_deleted(evening: Evening) -> None:
    async def reply(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("un", ephemeral=True)
        second = await interaction.followup.send("deux", wait=True, ephemeral=True)
        assert (await interaction.followup.fetch_message(second.id)).content == "deux"
        await second.edit(content="trois")
        third = await interaction.followup.send("rien", wait=True)
        await third.delete()

    _teach(evening, reply)
    answer = await evening.world.slash(evening.ana, evening.hall, "hello")
    await answer.follow_up(2)
    await evening.world.until(lambda: answer.follow_ups[1].deleted, 2)
    assert answer.follow_ups[0].text == "trois"
    assert evening.hall.messages == []


async def test_a_silent_acknowledgement_may_be_all_there_is(evening: Evening) -> None:
    async def reply(interaction: discord.Interaction) -> None:
        if interaction.type is discord.InteractionType.component:
            await interaction.response.defer()
            return
        view = discord.ui.View()
        view.add_item(discord.ui.Button(label="Chut"))
        await interaction.response.send_message("Salut", view=view)

    _teach(evening, reply)
    panel = await evening.world.slash(evening.ana, evening.hall, "hello")
    answer = await evening.world.click(evening.ana, panel, "Chut")
    assert (answer.text, answer.deferred) == ("Salut", True)


async def test_a_form_may_ask_for_files_and_several_boxes(evening: Evening) -> None:
    class Form(discord.ui.Modal, title="Preuves"):
        files: discord.ui.Label[Any] = discord.ui.Label(
            text="Capture", component=discord.ui.FileUpload(custom_id="files")
        )
        boxes: discord.ui.Label[Any] = discord.ui.Label(
            text="Jeux",
            component=discord.ui.CheckboxGroup(
                custom_id="boxes",
                max_values=2,
                options=[
                    discord.CheckboxGroupOption(label="Échecs", value="chess"),
                    discord.CheckboxGroupOption(label="Go", value="go"),
                ],
            ),
        )
        who: discord.ui.Label[Any] = discord.ui.Label(
            text="Avec", component=discord.ui.UserSelect(custom_id="who", required=False)
        )

        async def on_submit(self, interaction: discord.Interaction) -> None:
            upload, boxes = self.files.component, self.boxes.component
            assert isinstance(upload, discord.ui.FileUpload)
            assert isinstance(boxes, discord.ui.CheckboxGroup)
            data = await upload.values[0].read()
            await interaction.response.send_message(f"{data.decode()} {boxes.values}")

    async def reply(interaction: discord.Interaction) -> None:
        if interaction.type is discord.InteractionType.application_command:
            await interaction.response.send_modal(Form())

    _teach(evening, reply)
    world, ana = evening.world, evening.ana
    form = await world.slash(ana, evening.hall, "hello")
    picture = Upload("capture.txt", b"preuve")
    answer = await world.submit(ana, form, {"files": [picture], "boxes": ["Go", "chess"]})
    assert answer.text == "preuve ['go', 'chess']"
    with pytest.raises(CannotDo, match="has no"):
        world.submit(ana, form, {"nowhere": "a"})
    with pytest.raises(CannotDo, match="no form"):
        world.submit(evening.ben, form, {})

"""What an unmodified client asks of our Discord, and what it is answered, are as Discord says."""

import io

import discord

from sandbox.discord_world.ledger import Call, Ledger
from tests.sandbox.conftest import Evening
from tests.sandbox.contract import OPENAPI, described, gateway_violations, violations

pytestmark = described


async def test_a_whole_evening_is_as_discord_describes_it(evening: Evening) -> None:
    world, hall, ana = evening.world, evening.hall, evening.ana
    channel = evening.bot.get_channel(int(hall.id))
    assert isinstance(channel, discord.TextChannel)
    world.limit("POST /channels/{channel_id}/messages", 50, 5)
    await _write(channel)
    await _talk_in_threads(channel)
    panel = await world.slash(ana, hall, "hello")
    await world.choose(ana, panel, "rival", [evening.ben])
    await world.click(ana, panel, "slow")
    form = await world.click(ana, panel, "form")
    assert form.modal is not None
    pseudo, level, _ = form.modal.fields
    await world.submit(
        ana, form, {str(pseudo.custom_id): "Zoé", str(level.custom_id): "low", "agreed": True}
    )
    await (await world.slash(ana, hall, "slow")).follow_up()
    await world.slash(ana, world.dm_channel(ana), "hello")
    await world.autocomplete(ana, hall, "tournament create", "game", game="g")
    said = world.say(ana, hall, "à lire", reply_to=hall.messages[0])
    await world.context_menu(ana, "Demander", said)
    await world.context_menu(ana, "Saluer", evening.ben, hall)
    world.dm(ana, "coucou")
    world.react(ana, said, "👋")
    user = await evening.bot.fetch_user(int(ana.id))
    await user.send("Bonjour", silent=True)
    await _look_around(evening)
    assert violations(world.ledger) == []
    assert gateway_violations(world.ledger) == []
    assert len(world.ledger.calls) > 30


async def _write(channel: discord.TextChannel) -> None:
    picture = discord.File(io.BytesIO(b"picture"), "carte.png", description="La carte")
    embed = discord.Embed(title="Match", description="Ana – Ben", colour=0x00AA00)
    embed.add_field(name="Manche", value="1")
    embed.set_image(url="attachment://carte.png")
    embed.set_footer(text="Bon jeu")
    view = discord.ui.View()
    view.add_item(discord.ui.Button(label="Règles", url="https://example.org/"))
    message = await channel.send("Prêts ?", embed=embed, file=picture, view=view)
    await message.edit(content="Partez !")
    await message.reply("Oui", mention_author=False)
    await message.pin()
    assert [each.id async for each in channel.pins()] == [message.id]
    await message.unpin()
    await message.add_reaction("🎉")
    await message.remove_reaction("🎉", channel.guild.me)
    assert [each.id async for each in channel.history(limit=5)][-1] == message.id
    layout = discord.ui.LayoutView()
    layout.add_item(discord.ui.Container(discord.ui.TextDisplay("Tout en un")))
    await channel.send(view=layout)
    assert await message.attachments[0].read() == b"picture"
    await (await channel.send("Pour rien")).delete()


async def _talk_in_threads(channel: discord.TextChannel) -> None:
    message = await channel.send("Premier match")
    thread = await message.create_thread(name="Match 1")
    assert thread.id == message.id
    await thread.send("Ici")
    await thread.edit(archived=True, locked=True)
    private = await channel.create_thread(name="Table", invitable=False)
    await private.fetch_members()
    await private.delete()


async def _look_around(evening: Evening) -> None:
    guild = evening.bot.get_guild(int(evening.guild.id))
    assert guild is not None
    member = await guild.fetch_member(int(evening.ana.id))
    role = evening.world.add_role(evening.guild, "Joueuses")
    await member.add_roles(discord.Object(int(role.id)), reason="Inscrite")
    await guild.fetch_channels()
    await guild.fetch_roles()
    await evening.bot.fetch_guild(guild.id)
    await evening.bot.fetch_channel(int(evening.hall.id))
    await evening.bot.application_info()
    await evening.bot.tree.fetch_commands()


def _call(body: object, answer: object = None, status: int = 200) -> Ledger:
    route = "/channels/{channel_id}/messages"
    call = Call("POST", "/channels/1/messages", route, {}, body, "application/json", {})
    call.status, call.answer = status, answer
    return Ledger([call])


def test_a_request_that_breaks_the_description_is_named() -> None:
    found = violations(_call({"content": 5}, status=204), OPENAPI)
    assert any(each.startswith("POST /channels/1/messages: content") for each in found)


def test_an_answer_that_breaks_the_description_is_named() -> None:
    (found,) = violations(_call({"content": "a"}, {"id": 5}))[:1]
    assert "-> 200" in found


def test_an_address_that_does_not_exist_is_named() -> None:
    ledger = Ledger([Call("GET", "/nowhere", "", {}, None, "", {}, status=404)])
    assert violations(ledger) == ["GET /nowhere: no such address"]

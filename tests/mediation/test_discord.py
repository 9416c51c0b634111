"""Help on Discord: what an offer's buttons do, and what somebody who writes to the bot gets."""

import re
from typing import Any

import discord
import pytest

from cogs.consent.rules.scopes import Scope
from cogs.consent.service.consents import Consents
from cogs.house import House
from cogs.mediation.rules.offer import Reason
from cogs.mediation.service.cards import Scene
from cogs.mediation.service.cases import Cases
from cogs.mediation.service.offers import Offers, Wish
from core.people import Actor
from tests.doubles import Hands
from tests.mediation.conftest import Cast, Mail, Post, Rota


def buttons(message: dict[str, Any]) -> dict[str, str]:
    return {
        part["label"]: part.get("custom_id", part.get("url", ""))
        for row in message.get("components") or ()
        for part in row["components"]
    }


async def offered(
    house: House, clock: Hands, cast_: Cast, post: Post, reason: Reason = Reason.SIGNAL
) -> tuple[Actor, dict[str, str]]:
    """Somebody who has just had a message from us, and its buttons."""
    actor = await cast_.says_yes(1, Scope.DM, Scope.STATS)
    wish = Wish(actor.person, Scene("Zoé", "Les Loutres", "600"), reason, urgent=True)
    house.ask(Offers).later(wish)
    await house.ask(Offers).tick(clock.forward(seconds=1))
    card = post.carried[-1][1]
    return actor, {c.label: "|".join((c.verb, *c.args)) for row in card.rows for c in row}


class Broken:
    """A database that does not answer, whoever asks."""

    def write(self) -> None:
        raise OSError("the disk is gone")

    read = write


@pytest.fixture
def broken(house: House) -> House:
    """The same house, and everything that it keeps is out of reach."""
    object.__setattr__(house, "db", Broken())
    house.doorkeeper = None
    return house


@pytest.mark.parametrize("words", ["jveux mourir", "i want to die"])
async def test_the_emergency_card_answers_with_no_database_at_all(
    broken: House, mail: Mail, words: str
) -> None:
    del broken
    message = await mail.write(1, words)
    assert "**3114**" in message["content"]
    assert message["flags"] & 4096  # silent
    whole = await mail.press(1, buttons(message)[next(iter(buttons(message)))])
    assert "3114" in whole.text


async def test_a_public_mention_is_answered_in_the_same_bytes_whatever_it_says(
    broken: House, mail: Mail
) -> None:
    del broken
    lines = [
        await mail.write(1, words, public=True)
        for words in ("<@900> je veux mourir", "<@900> on joue ?", "<@900> gg")
    ]
    slip = re.compile(r"mediation\.open\|[\w-]+")
    bare = {slip.sub("*", f"{each['content']}{each['components']}") for each in lines}
    assert len(bare) == 1
    assert len({len(next(iter(buttons(m).values()))) for m in lines}) == 1
    assert "Je te réponds en privé" in bare.pop()


async def test_the_card_behind_a_public_line_is_for_its_author_alone(
    open_channel: House, mail: Mail
) -> None:
    object.__setattr__(open_channel, "db", Broken())
    message = await mail.write(1, "<@900> je vais me tuer ce soir", public=True)
    (press,) = buttons(message).values()
    theirs, others = await mail.press(1, press), await mail.press(2, press)
    assert theirs.ephemeral
    assert others.ephemeral
    assert "Un mot juste pour toi" in theirs.text
    assert "3114" not in others.text
    calm = await mail.write(1, "<@900> salut", public=True)
    (press,) = buttons(calm).values()
    assert "3114" not in (await mail.press(1, press)).text


async def test_words_in_a_channel_that_is_not_open_stay_unread(mail: Mail) -> None:
    message = await mail.write(1, "<@900> je vais me tuer ce soir", public=True)
    (press,) = buttons(message).values()
    assert "Un mot juste" not in (await mail.press(1, press)).text


async def test_a_crisis_card_never_stands_in_a_server_that_is_not_known_yet(
    open_channel: House, mail: Mail
) -> None:
    del open_channel
    message = await mail.write(1, "<@900> je veux mourir", public=True, known=False)
    assert message["content"].startswith("Je te réponds en privé")


async def test_kidding_gets_no_moral(broken: House, mail: Mail) -> None:
    del broken
    message = await mail.write(1, "je veux mourir")
    kidding = next(each for label, each in buttons(message).items() if "pour rire" in label)
    assert (await mail.press(1, kidding)).text == "OK 👌"


async def test_one_minute_is_four_taps_and_nothing_is_kept(broken: House, mail: Mail) -> None:
    del broken
    card = await mail.slash(1, "talk")
    assert card.ephemeral
    first = await mail.press(1, card.buttons["⏱️ Une minute pour moi"])
    second = await mail.press(1, first.buttons["la maison"])
    third = await mail.press(1, second.buttons["trop long"])
    assert "je sais pas par où commencer" in third.text
    last = await mail.press(1, third.buttons["OK je tente"])
    assert "Bien joué" in last.text


async def test_stop_in_private_ends_everything(house: House, mail: Mail, cast_: Cast) -> None:
    zoe = await cast_.says_yes(1, Scope.DM)
    message = await mail.write(1, "STOP !")
    assert message["content"].startswith("C'est coupé")
    async with house.db.read() as tx:
        assert not await house.ask(Consents).may_write_first(tx, zoe.person)


async def test_anything_else_in_private_gets_the_card_of_talk(mail: Mail) -> None:
    message = await mail.write(1, "c'est quand le tournoi ?")
    assert "💬 Parler à quelqu'un" in buttons(message)


async def test_yes_then_how_soon_then_a_room_and_one_case(
    house: House, mail: Mail, clock: Hands, cast_: Cast, post: Post, rota: Rota
) -> None:
    await rota.on_duty()
    _, given = await offered(house, clock, cast_, post)
    soon = await mail.press(1, given["✍️ Je préfère écrire à quelqu'un"])
    assert await house.ask(Cases).waiting() == []  # nobody knows anything yet
    for _ in range(2):
        room = await mail.press(1, soon.buttons["là, c'est dur"])
        assert room.text.startswith("Ce qu'on se dit reste entre toi")
        assert "/r/" in room.buttons["🚪 Entrer dans la salle"]
    (waiting,) = await house.ask(Cases).waiting()
    assert (waiting.urgency, waiting.bracket) == ("hard_now", "age_18_25")


async def test_with_nobody_on_duty_nothing_is_promised_and_a_place_may_be_kept(
    house: House, mail: Mail
) -> None:
    card = await mail.slash(1, "talk")
    soon = await mail.press(1, card.buttons["💬 Parler à quelqu'un"])
    answer = await mail.press(1, soon.buttons["aujourd'hui"])
    assert "L'équipe n'est pas là" in answer.text
    assert "3114" in answer.text
    assert "30 min" not in answer.text
    assert await house.ask(Cases).waiting() == []
    kept = await mail.press(1, answer.buttons["Garde ma place"])
    assert "Ta place est gardée" in kept.text
    assert len(await house.ask(Cases).waiting()) == 1


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (Reason.SIGNAL, "Ce que tu as écrit dans <#600> ressemblait"),
        (Reason.EVENT, "Le tournoi vient de finir"),
        (Reason.ASKED, "Tu l'as demandé."),
    ],
)
async def test_why_tells_the_true_reason(  # noqa: PLR0913, PLR0917 - fixtures, by name
    house: House, mail: Mail, clock: Hands, cast_: Cast, post: Post, reason: Reason, told: str
) -> None:
    _, given = await offered(house, clock, cast_, post, reason)
    answer = await mail.press(1, given["❓ Pourquoi ce message ?"])
    assert answer.text.startswith(told)
    assert answer.ephemeral
    assert "disparu" in (await mail.press(2, given["❓ Pourquoi ce message ?"])).text


async def test_never_again_is_one_press(
    house: House, mail: Mail, clock: Hands, cast_: Cast, post: Post
) -> None:
    zoe, given = await offered(house, clock, cast_, post)
    answer = await mail.press(1, given["🔕 Ne plus m'écrire"])
    assert answer.text.startswith("C'est noté")
    async with house.db.read() as tx:
        (kept,) = (await tx.exec_driver_sql("SELECT hash FROM suppressions")).all()
    assert kept[0] == house.seal.hash("discord", "1")
    async with house.db.read() as tx:
        assert not await house.ask(Consents).may_write_first(tx, zoe.person)


async def test_the_menu_reads_a_message_only_if_it_is_the_clickers_own(mail: Mail) -> None:
    menu = next(
        each
        for each in mail.client.tree.get_commands(type=discord.AppCommandType.message)
        if "Talk" in each.name
    )
    assert menu.name == "Talk about this"
    mine, theirs = mail.message(1, "je veux mourir"), mail.message(2, "je veux mourir")
    assert "Un mot juste" in (await mail.menu(1, menu.name, mine)).text
    assert "Un mot juste" not in (await mail.menu(1, menu.name, theirs)).text


async def test_messages_deleted_in_one_go_take_their_offers_along(
    house: House, mail: Mail, cast_: Cast
) -> None:
    zoe = await cast_.says_yes(1, Scope.DM)
    scene = Scene("Zoé", "Les Loutres", "600")
    house.ask(Offers).later(Wish(zoe.person, scene, Reason.SIGNAL, causes=frozenset({"71"})))
    gone = {"ids": ["70", "71"], "channel_id": "600", "guild_id": "500"}
    mail._server()
    mail.client._connection.parsers["MESSAGE_DELETE_BULK"](gone)
    await mail.quiet()
    assert house.ask(Offers).waiting == 0

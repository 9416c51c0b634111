"""What a Discord member meets: the notice, an age, four boxes, and the ways out."""

import hashlib
import json
from collections.abc import AsyncIterator

import discord
import pytest
import pytest_asyncio
from sqlalchemy import select

from cogs.consent.discord_face.cards import OPEN
from cogs.consent.rules.channels import Mode
from cogs.consent.rules.facts import Stopped
from cogs.consent.rules.scopes import Age, Scope
from cogs.consent.service.channels import NOTICE
from cogs.consent.tables import channels, consents
from cogs.people.service import People
from platforms.discord_client.speaking import CommandTexts
from tests.consent.conftest import HERE, Stage
from tests.discord_desk import MANAGE_GUILD, Answer, Desk

ANA = 2
BOXES = ["☐ Veille", "☐ Message privé", "☐ Des nouvelles", "☐ Chiffres"]


@pytest_asyncio.fixture
async def desk(stage: Stage) -> AsyncIterator[Desk]:
    desk = Desk(stage.house, stage.house.settings)
    await desk.open()
    yield desk


async def card(desk: Desk, age: str = "18–25") -> Answer:
    asked = await desk.slash(ANA, "consent")
    return await desk.press(ANA, asked.buttons[age])


async def tick(desk: Desk, shown: Answer, *labels: str) -> Answer:
    for label in labels:
        shown = await desk.press(ANA, shown.buttons[f"☐ {label}"])
    return shown


async def records(stage: Stage) -> list[str]:
    async with stage.house.db.read() as tx:
        found = await tx.execute(select(consents).where(consents.c.withdrawn_at.is_(None)))
        return sorted(row.scope for row in found)


async def test_the_notice_reads_as_it_was_agreed_word_for_word(stage: Stage) -> None:
    await stage.watch()
    (subject,) = [await subject_of(stage)]
    shown = await stage.house.cards[NOTICE](subject)
    assert shown is not None
    assert shown.pin
    assert shown.text.startswith(
        "📌 **Le bot Maraude fait tourner les tournois ici — et file un coup de main"
    )
    assert "Si **toi** tu actives « Veille » (15 ans min.)" in shown.text
    assert shown.text.count("\n") == 5
    assert [choice.verb for row in shown.rows for choice in row] == [OPEN]


async def test_the_line_about_the_watch_is_there_only_with_the_watch(stage: Stage) -> None:
    await stage.open()
    shown = await stage.house.cards[NOTICE](await subject_of(stage))
    assert shown is not None
    assert "Veille" not in shown.text
    assert shown.text.count("\n") == 4


async def subject_of(stage: Stage) -> str:
    async with stage.house.db.read() as tx:
        row = (await tx.execute(select(channels))).one()
    return f"{row.id}:{row.notice}"


async def test_the_button_of_the_notice_asks_for_an_age_in_private(desk: Desk) -> None:
    asked = await desk.press(ANA, OPEN)
    assert asked.ephemeral
    assert not asked.edits
    assert len(asked.buttons) == 6
    assert "Je préfère pas dire" in asked.buttons


async def test_no_box_is_ticked_before_they_tick_it(stage: Stage, desk: Desk) -> None:
    await stage.open()
    shown = await card(desk)
    assert list(shown.buttons)[:4] == BOXES
    assert list(shown.buttons)[4:6] == ["C'est OK", "Rien pour moi"]
    assert await records(stage) == []


@pytest.mark.parametrize("age", ["Moins de 13", "13–14", "Je préfère pas dire"])
async def test_under_fifteen_there_are_no_boxes_and_the_119_is_in_view(
    stage: Stage, desk: Desk, age: str
) -> None:
    await stage.open()
    shown = await card(desk, age)
    assert "119" in shown.text
    assert not any("☐" in label for label in shown.buttons)


async def test_two_ticks_and_an_ok_are_a_yes_with_a_date_and_an_open_dm_channel(
    stage: Stage, desk: Desk
) -> None:
    await stage.watch()
    shown = await tick(desk, await card(desk), "Veille", "Message privé")
    assert "☑ Veille" in shown.buttons
    assert await records(stage) == []  # ticking is not yet a yes
    answer = await desk.press(ANA, shown.buttons["C'est OK"])
    await desk.quiet()
    assert await records(stage) == ["dm", "watch"]
    assert "21 mai 2027" in answer.text
    assert "/stop" in answer.text
    assert stage.hears(ANA) is not None
    person = (await stage.person(ANA)).person
    assert await stage.house.ask(People).private_channel_of(person) == "777"


async def test_without_the_message_box_no_private_channel_is_opened(
    stage: Stage, desk: Desk
) -> None:
    await stage.watch()
    shown = await tick(desk, await card(desk), "Veille")
    answer = await desk.press(ANA, shown.buttons["C'est OK"])
    await desk.quiet()
    assert "ça ne fait rien" in answer.text
    assert desk.requests == []


async def test_i8_the_record_holds_the_hash_of_the_text_that_was_shown(
    stage: Stage, desk: Desk
) -> None:
    await stage.open()
    shown = await tick(desk, await card(desk), "Chiffres")
    await desk.press(ANA, shown.buttons["C'est OK"])
    async with stage.house.db.read() as tx:
        (version,) = await tx.scalars(select(consents.c.version))
    assert version == hashlib.sha256(shown.text.encode()).hexdigest()


async def test_t23_nobody_presses_for_somebody_else(stage: Stage, desk: Desk) -> None:
    await stage.open()
    shown = await tick(desk, await card(desk), "Message privé")
    await stage.consents.say_age(await stage.person(3), Age.FROM_18)
    answer = await desk.press(3, shown.buttons["C'est OK"])
    assert "a trop attendu" in answer.text
    assert await records(stage) == []


async def test_t23_a_card_that_was_tampered_with_says_nothing(stage: Stage, desk: Desk) -> None:
    await stage.open()
    verb, mask, *rest = (await card(desk)).buttons["C'est OK"].split("|")
    assert mask == "0"
    answer = await desk.press(ANA, "|".join([verb, "15", *rest]))
    assert "a trop attendu" in answer.text
    assert await records(stage) == []


async def test_t23_an_old_card_says_nothing(stage: Stage, desk: Desk) -> None:
    await stage.open()
    shown = await tick(desk, await card(desk), "Chiffres")
    stage.clock.forward(minutes=16)
    answer = await desk.press(ANA, shown.buttons["C'est OK"])
    assert "a trop attendu" in answer.text
    assert await records(stage) == []


async def test_where_the_channel_is_not_open_the_watch_cannot_be_ticked(desk: Desk) -> None:
    shown = await card(desk)
    (watch,) = [
        part
        for row in shown.data["components"]
        for part in row["components"]
        if part["label"] == "☐ Veille"
    ]
    assert watch["disabled"]


async def test_a_yes_is_taken_back_where_it_was_given(stage: Stage, desk: Desk) -> None:
    await stage.watch()
    shown = await tick(desk, await card(desk), "Veille", "Message privé")
    await desk.press(ANA, shown.buttons["C'est OK"])
    again = await desk.slash(ANA, "consent")
    assert "☑ Message privé" in again.buttons
    off = await desk.press(ANA, again.buttons["☑ Message privé"])
    await desk.press(ANA, off.buttons["C'est OK"])
    assert await records(stage) == ["watch"]
    answer = await desk.press(ANA, again.buttons["Rien pour moi"])
    assert await records(stage) == []
    assert "rien n'est activé" in answer.text


async def test_stop_is_one_word_and_says_so_word_for_word(stage: Stage, desk: Desk) -> None:
    await stage.watch()
    await stage.says_yes(ANA)
    answer = await desk.slash(ANA, "stop")
    assert answer.ephemeral
    assert answer.text == (
        "C'est coupé. Plus de veille, plus de message de ma part. Tu gardes tes tournois. "
        "/parler marche toujours si un jour tu veux."
    )
    assert list(answer.buttons) == ["Tout effacer"]
    assert stage.hears(ANA) is None
    assert [type(fact) for fact in stage.told][-1] is Stopped


async def test_erasing_asks_once_more_and_then_knows_nobody(stage: Stage, desk: Desk) -> None:
    await stage.says_yes(ANA, scopes=[Scope.STATS])
    asked = await desk.slash(ANA, "erase")
    assert await records(stage) == ["stats"]
    await desk.press(ANA, asked.buttons["Oui, efface tout"])
    assert await records(stage) == []


async def test_everything_kept_about_somebody_is_theirs_to_read(stage: Stage, desk: Desk) -> None:
    await stage.says_yes(ANA, scopes=[Scope.STATS])
    answer = await desk.slash(ANA, "my-data")
    assert answer.ephemeral
    (file,) = answer.files
    assert isinstance(file, discord.File)
    found = json.loads(file.fp.read())
    assert found["consents"][0]["scope"] == "stats"
    assert found["accounts"][0]["sealed"] == str(ANA)
    assert found["person_ages"][0]["bracket"] == "age_18_25"


async def test_privacy_fits_a_screen(desk: Desk) -> None:
    answer = await desk.slash(ANA, "privacy", locale="en-GB")
    assert len(answer.text) <= 1200
    assert "http://127.0.0.1:8770/privacy" in answer.text


async def test_a_host_opens_and_watches_a_channel(stage: Stage, desk: Desk) -> None:
    await desk.slash(1, "channel open", may=MANAGE_GUILD)
    await stage.post()
    answer = await desk.slash(1, "channel watch", may=MANAGE_GUILD)
    assert "21/11 à 19:00" in answer.text
    stage.clock.forward(hours=24)
    await stage.ring()
    assert stage.consents.mode(HERE) is Mode.WATCH
    answer = await desk.slash(1, "channel state", may=MANAGE_GUILD)
    assert "En veille" in answer.text
    assert "moins de 10" in answer.text
    await desk.slash(1, "channel pause", may=MANAGE_GUILD)
    assert stage.consents.mode(HERE) is Mode.OFF
    await desk.slash(1, "channel close", may=MANAGE_GUILD)
    answer = await desk.slash(1, "channel state", may=MANAGE_GUILD, locale="en-US")
    assert "Closed" in answer.text


@pytest.mark.parametrize("act", ["open", "watch", "pause", "close", "state"])
async def test_a_player_moves_no_channel(stage: Stage, desk: Desk, act: str) -> None:
    await stage.open()
    answer = await desk.slash(ANA, f"channel {act}")
    assert "réservé à l'orga" in answer.text
    assert stage.consents.mode(HERE) is Mode.ADDRESSED


async def test_i5_every_answer_about_a_yes_is_seen_by_one_person(stage: Stage, desk: Desk) -> None:
    await stage.watch()
    shown = await tick(desk, await card(desk), "Veille", "Message privé", "Chiffres")
    await desk.press(ANA, shown.buttons["C'est OK"])
    await desk.slash(ANA, "stop")
    await desk.quiet()
    assert all(answer.ephemeral or answer.edits for answer in desk.answers)
    # Nothing but the private channel was asked of Discord: no role, nickname, reaction, message.
    assert {path for _, path, _ in desk.requests} == {"/users/@me/channels"}


async def test_a_notice_deleted_on_discord_pauses_the_channel(stage: Stage, desk: Desk) -> None:
    await stage.watch()
    await stage.says_yes(ANA)
    gone = {"id": str(stage.messages), "channel_id": HERE, "guild_id": "500"}
    desk.client._connection.parsers["MESSAGE_DELETE"](gone)
    await desk.quiet()
    assert stage.hears(ANA) is None  # and the clock has not moved


async def test_every_command_has_a_name_and_a_sentence_in_both_languages(desk: Desk) -> None:
    translator = CommandTexts(desk.house.texts)
    names: list[str] = []
    for command in desk.client.tree.get_commands():
        told = await command.get_translated_payload(desk.client.tree, translator)
        for part in (told, *told.get("options", ())):
            assert part["description_localizations"]["fr"] != part["description"]
            names += [part["name"], part["name_localizations"]["fr"]]
    assert {"consentement", "stop", "effacer", "mes-donnees", "vie-privee", "salon"} <= set(names)
    assert all(name.isascii() and name == name.lower() and len(name) <= 32 for name in names)

"""An unmodified discord.py meets people in our Discord: it reads, answers, asks and is pressed."""

import discord
import pytest

from sandbox.discord_world.waiting import CannotDo, NothingHappened
from tests.sandbox.conftest import Evening


async def test_a_bot_comes_up_and_its_commands_are_known(evening: Evening) -> None:
    await evening.world.ready(1)
    assert evening.bot.user is not None
    assert evening.bot.get_guild(int(evening.guild.id)) is not None
    with pytest.raises(CannotDo, match="tournament"):
        evening.world.slash(evening.ana, evening.hall, "nothing")


async def test_a_command_is_answered_and_its_buttons_work(evening: Evening) -> None:
    world, ana = evening.world, evening.ana
    answer = await world.slash(ana, evening.hall, "hello")
    assert (answer.text, answer.ephemeral, answer.deferred) == ("Salut", False, False)
    assert "Jouer" in [each.label for each in answer.components]

    pressed = await world.click(ana, answer, "play")
    assert (pressed.text, pressed.components) == ("C’est parti", [])
    assert evening.hall.messages[-1].edits[-1].text == "C’est parti"


async def test_a_command_takes_options_of_every_kind(evening: Evening) -> None:
    answer = await evening.world.slash(
        evening.ana, evening.hall, "rival", whom=evening.ben, points=3
    )
    assert (answer.text, answer.ephemeral) == ("Ben 3", True)


@pytest.mark.parametrize(
    "options", [{}, {"whom": "Ben", "points": 3}, {"points": 12}, {"other": 1}]
)
async def test_what_discord_would_not_let_anybody_type_is_refused(
    evening: Evening, options: dict[str, int | str]
) -> None:
    with pytest.raises(CannotDo):
        evening.world.slash(evening.ana, evening.hall, "rival", **{"whom": evening.ben} | options)


async def test_a_subcommand_is_found_and_its_options_are_suggested(evening: Evening) -> None:
    world, hall = evening.world, evening.hall
    typing = await world.autocomplete(evening.ana, hall, "tournament create", "game", game="go")
    assert [each["value"] for each in typing.choices] == ["go"]
    answer = await world.slash(evening.ana, hall, "tournament create", game="go")
    assert answer.text == "Tournoi de go"


async def test_a_deferred_answer_is_awaited_and_keeps_its_privacy(evening: Evening) -> None:
    answer = await evening.world.slash(evening.ana, evening.hall, "slow")
    assert (answer.deferred, answer.ephemeral, answer.text) == (True, True, "Premier")
    assert (await answer.follow_up()).text == "Second"


async def test_a_silent_acknowledgement_and_its_follow_up_are_one_answer(
    evening: Evening,
) -> None:
    panel = await evening.world.slash(evening.ana, evening.hall, "hello")
    answer = await evening.world.click(evening.ana, panel, "Doucement")
    assert (answer.text, answer.ephemeral, answer.deferred) == ("Me voilà", True, True)


async def test_an_ephemeral_message_is_seen_by_one_person(evening: Evening) -> None:
    world = evening.world
    answer = await world.slash(evening.ana, evening.hall, "slow")
    assert answer.message in world.seen_by(evening.ana)
    assert answer.message not in world.seen_by(evening.ben)
    assert answer.message not in evening.hall.messages
    with pytest.raises(CannotDo, match="does not see"):
        world.click(evening.ben, answer, "play")


async def test_menus_of_words_and_of_people_are_chosen_from(evening: Evening) -> None:
    world, ana = evening.world, evening.ana
    panel = await world.slash(ana, evening.hall, "hello")
    assert (await world.choose(ana, panel, "game", ["Go"])).text == "Choisi : go"
    assert (await world.choose(ana, panel, "rival", [evening.ben])).text == "Contre Ben"
    with pytest.raises(CannotDo, match="offers"):
        world.choose(ana, panel, "game", ["Belote"])


async def test_a_form_is_filled_in_and_answered(evening: Evening) -> None:
    world, ana = evening.world, evening.ana
    form = await world.slash(ana, evening.hall, "form")
    assert form.modal is not None
    assert form.modal.title == "Inscription"
    pseudo, level, agreed = form.modal.fields
    answer = await world.submit(
        ana,
        form,
        {str(pseudo.custom_id): "Zoé", str(level.custom_id): "Confirmé", "agreed": True},
    )
    assert answer.text == "Zoé high True"
    assert agreed.label == "J’ai compris"
    with pytest.raises(CannotDo, match="must be filled in"):
        world.submit(ana, form, {})


async def test_a_form_may_come_from_a_button(evening: Evening) -> None:
    panel = await evening.world.slash(evening.ana, evening.hall, "hello")
    assert (await evening.world.click(evening.ana, panel, "form")).modal is not None


async def test_a_disabled_or_absent_button_cannot_be_pressed(evening: Evening) -> None:
    panel = await evening.world.slash(evening.ana, evening.hall, "hello")
    for name in ("closed", "nowhere"):
        with pytest.raises(CannotDo):
            evening.world.click(evening.ana, panel, name)


async def test_menus_on_messages_and_people_carry_what_they_point_at(evening: Evening) -> None:
    world = evening.world
    said = world.say(evening.ben, evening.hall, "des mots à moi")
    answer = await world.context_menu(evening.ana, "Demander", said)
    assert answer.text == "Lu : des mots à moi"
    greeting = await world.context_menu(evening.ana, "Saluer", evening.ben, evening.hall)
    assert greeting.text == "Bonjour Ben"


async def test_a_late_answer_is_refused_and_the_person_told_what_was_awaited(
    evening: Evening,
) -> None:
    evening.world.deadline(0.1)
    with pytest.raises(NothingHappened, match="/late of Ana"):
        await evening.world.slash(evening.ana, evening.hall, "late")
    await evening.world.until(lambda: _codes(evening, "/callback") == [10062], 2)


def _codes(evening: Evening, end: str) -> list[int]:
    calls = [each for each in evening.world.ledger.calls if each.path.endswith(end)]
    return [each.answer["code"] for each in calls if each.status >= 400]


async def test_private_messages_go_both_ways_with_their_words(evening: Evening) -> None:
    world, bot = evening.world, evening.bot
    world.dm(evening.ana, "coucou")
    await world.until(lambda: True)
    user = await bot.fetch_user(int(evening.ana.id))
    await user.send("Bonjour")
    assert [each.text for each in world.dm_messages(evening.ana)] == ["coucou", "Bonjour"]
    assert bot.heard == ["coucou"]


async def test_commands_work_in_private(evening: Evening) -> None:
    answer = await evening.world.slash(evening.ana, evening.world.dm_channel(evening.ana), "hello")
    assert answer.text == "Salut"


async def test_words_are_blank_without_the_intent_unless_they_are_for_the_bot(
    evening: Evening,
) -> None:
    world, hall = evening.world, evening.hall
    channel = evening.bot.get_channel(int(hall.id))
    assert isinstance(channel, discord.TextChannel)
    ours = await channel.send("Une question ?")
    world.say(evening.ana, hall, "pour tout le monde")
    world.say(evening.ana, hall, "pour toi", mentions_bot=True)
    world.say(evening.ana, hall, "oui", reply_to=hall.messages[0])
    await world.wait_for_message(hall, lambda each: each.id == str(ours.id))
    await channel.fetch_message(ours.id)
    assert evening.bot.heard == ["", f"{world.bot.mention} pour toi", "oui"]


async def test_what_is_awaited_in_vain_is_named(evening: Evening) -> None:
    evening.world.say(evening.ana, evening.hall, "rien")
    with pytest.raises(NothingHappened, match="#général"):
        await evening.world.wait_for_message(evening.hall, seconds=0.05)

"""Two clicks to play: the quiz as Discord meets it, through the library's own dispatch."""

from cogs.challenges.discord_face.drawing import PACKS
from core.people import Voice
from tests.challenges.room import HOST, Room, right_button


async def test_two_clicks_to_play_and_nobody_else_sees(room: Room) -> None:
    started = await room.desk.slash(1, "challenge start", **HOST)
    assert started.ephemeral
    card = await room.wait()
    scene = await room.scene()
    assert scene.question.wording("fr").text in card.text
    assert scene.promise in card.text
    ((button,),) = card.rows
    private = await room.desk.press(2, f"{button.verb}|{'|'.join(button.args)}")
    assert private.ephemeral
    assert len(private.buttons) == 4
    taken = await room.desk.press(2, right_button(scene, private.buttons))
    assert taken.edits
    assert scene.question.wording("fr").options[scene.question.answer] in taken.text
    assert scene.question.wording("fr").explanation not in taken.text
    told = await room.wait(28)
    assert scene.question.wording("fr").explanation in told.text
    assert "100" in told.text
    assert told.rows == ()


async def test_what_a_button_says_gives_no_option_away(room: Room) -> None:
    await room.desk.slash(1, "challenge start", **HOST)
    await room.wait()
    scene = await room.scene()
    private = await room.desk.slash(2, "challenge play")
    assert sorted(where.rpartition("|")[2] for where in private.buttons.values()) == list("ABCD")
    assert {where.rpartition("|")[0] for where in private.buttons.values()} == {
        f"challenges.answer|{scene.round}|1"
    }


async def test_the_private_message_follows_the_round(room: Room) -> None:
    await room.desk.slash(1, "challenge start", **HOST)
    await room.wait()
    first = await room.desk.slash(2, "challenge play")
    taken = await room.desk.press(2, right_button(await room.scene(), first.buttons))
    (following,) = taken.buttons.values()
    already = await room.desk.press(2, following)
    assert already.text == room.house.texts.say(Voice("fr"), "challenges-already-answered")
    await room.wait(40)
    second = await room.desk.press(2, following)
    assert second.edits
    assert (await room.scene()).question.wording("fr").text in second.text
    stale = await room.desk.press(2, next(iter(first.buttons.values())))
    assert stale.text == room.house.texts.say(Voice("fr"), "challenges-too-late")


async def test_only_hosts_start_and_end(room: Room) -> None:
    for command in ("challenge start", "challenge skip"):
        refused = await room.desk.slash(2, command)
        assert refused.text == room.house.texts.say(Voice("fr"), "errors-not-allowed")
    nothing = await room.desk.slash(1, "challenge skip", **HOST)
    assert nothing.text == room.house.texts.say(Voice("fr"), "challenges-none-on")


async def test_at_the_end_the_draw_is_published_and_the_score_is_ones_own(room: Room) -> None:
    await room.desk.slash(1, "challenge start", pack="audio", **HOST)
    await room.wait()
    private = await room.desk.slash(2, "challenge play")
    await room.desk.press(2, right_button(await room.scene(), private.buttons))
    await room.desk.slash(1, "challenge skip", **HOST)
    card = await room.wait()
    scene = await room.scene()
    assert scene.seed
    assert scene.seed in card.text
    ((score, calm),) = card.rows
    mine = await room.desk.press(2, f"{score.verb}|{score.args[0]}")
    assert mine.ephemeral
    assert "12" in mine.text
    asked = await room.desk.press(3, f"{calm.verb}|{calm.args[0]}")
    assert asked.ephemeral
    assert len(asked.buttons) == 4


async def test_alone_and_without_a_clock_one_quiz_is_played_to_the_end(room: Room) -> None:
    asked = await room.desk.slash(2, "challenge play", locale="en-GB")
    assert "1/5" in asked.text
    for number in range(1, 6):
        room.clock.forward(hours=1)  # no step expires
        told = await room.desk.press(2, next(iter(asked.buttons.values())), locale="en-GB")
        assert told.edits
        assert "Source" in told.text
        (button,) = told.buttons.values()
        asked = await room.desk.press(2, button, locale="en-GB")
        assert (f"{number + 1}/5" in asked.text) is (number < 5)
    assert "XP" in asked.text
    again = await room.desk.slash(2, "challenge play", locale="en-GB")
    assert again.text == room.house.texts.say(Voice("en"), "challenges-finished")


async def test_the_list_says_what_there_is(room: Room) -> None:
    off = await room.desk.slash(2, "challenge list")
    assert off.text.count("\n") == len(PACKS) + 1
    await room.desk.slash(1, "challenge start", **HOST)
    await room.wait()
    on = await room.desk.slash(2, "challenge list")
    assert "1/5" in on.text
    assert "XP" in (await room.desk.slash(2, "challenge me")).text

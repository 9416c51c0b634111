"""An arena: one comes, takes a break, goes and comes back, and loses nothing but time."""

import pytest

from cogs.tournaments.rules.refusals import NoArena, NoSeat
from cogs.tournaments.service.facts import Situation
from cogs.tournaments.service.latecomers import Breaks
from cogs.tournaments.store import announced
from core.people import Actor
from tests.discord_desk import MANAGE_GUILD
from tests.tournaments.conftest import Evening
from tests.tournaments.server import HOST, Server


async def arena(evening: Evening, many: int = 3) -> list[Actor]:
    await evening.announced(template="arena-45")
    people = [await evening.somebody(f"Joueuse {number}") for number in range(1, many + 1)]
    for person in people:
        await evening.tournaments.join(person)
    await evening.tournaments.start(await evening.host())
    await evening.wait(seconds=1)
    return people


async def situation(evening: Evening, actor: Actor) -> Situation:
    return (await evening.tournaments.my_match(actor)).situation


async def test_whoever_comes_late_meets_somebody_at_the_next_tick(evening: Evening) -> None:
    people = await arena(evening)
    (alone,) = [one for one in people if await situation(evening, one) is Situation.BETWEEN]
    evening.restart()
    late = await evening.somebody("Tardive")
    joined = await evening.tournaments.join(late)
    assert joined.anew
    assert not (await evening.tournaments.join(late)).anew, "twice is once"
    evening.restart()
    await evening.wait(seconds=10)
    live = await evening.live()
    assert live.names[4] == "Tardive"
    found = await evening.tournaments.my_match(late)
    assert found.situation is Situation.TO_PLAY
    assert found.match is not None
    assert found.match.opponent_of(4) == live.seed_of(alone.person)


async def test_a_break_is_taken_and_ended_in_a_word(evening: Evening) -> None:
    people = await arena(evening)
    breaks = Breaks(evening.turns)
    (alone,) = [one for one in people if await situation(evening, one) is Situation.BETWEEN]
    for _ in range(2):
        await breaks.pause(alone)
    assert await situation(evening, alone) is Situation.PAUSED
    await evening.tournaments.join(await evening.somebody("Tardive"))
    await evening.wait(seconds=30)
    assert await situation(evening, alone) is Situation.PAUSED, "nobody is sent to somebody away"
    for _ in range(2):
        await breaks.resume(alone)
    await evening.wait(seconds=10)
    assert await situation(evening, alone) is Situation.TO_PLAY


async def test_joining_again_ends_a_break_and_undoes_a_leave(evening: Evening) -> None:
    people = await arena(evening)
    (alone,) = [one for one in people if await situation(evening, one) is Situation.BETWEEN]
    await Breaks(evening.turns).pause(alone)
    assert not (await evening.tournaments.join(alone)).anew
    assert await situation(evening, alone) is Situation.BETWEEN
    await evening.tournaments.leave(alone)
    assert await situation(evening, alone) is Situation.OUT
    await evening.tournaments.join(alone)
    assert await situation(evening, alone) is Situation.BETWEEN
    assert len((await evening.live()).seeded) == 3, "the seat is the same"


async def test_a_full_arena_says_so(evening: Evening) -> None:
    await arena(evening)
    async with evening.db.write() as tx:
        await announced.change(tx, (await evening.live()).id, size=3)
    with pytest.raises(NoSeat):
        await evening.tournaments.join(await evening.somebody("Tardive"))


async def test_elsewhere_there_are_no_breaks(evening: Evening) -> None:
    people = await evening.running(4)
    with pytest.raises(NoArena):
        await Breaks(evening.turns).pause(people[0])


async def test_a_chat_joins_rests_and_comes_back(server: Server) -> None:
    await server.create(template="arena-45")
    for viewer in ("Zed", "Kim"):
        await server.types(viewer)
    await server.desk.slash(HOST, "tournament start", may=MANAGE_GUILD)
    await server.wait(seconds=1)
    await server.wait(seconds=11)
    assert await server.types("Léo") == "", "newcomers are told together"
    await server.wait(seconds=20)
    came = [line for line in server.chat if "dans l'arène" in line]
    assert came[-1] == "Une personne arrive dans l'arène : Léo. !tournoi pour jouer aussi."
    assert (await server.types("Léo", "match")).startswith("Reste là : l'arène te cherche")
    assert (await server.types("Léo", "pause")).startswith("Tape !tournoi pour reprendre")
    assert (await server.types("Léo", "match")).startswith("Tape !tournoi pour reprendre")
    assert (await server.types("Léo")).startswith("Te revoilà dans l'arène")


async def test_the_card_of_a_running_arena_lets_people_in(server: Server) -> None:
    await server.create(template="arena-45")
    for person in (11, 12):
        await server.press(person, "Je joue")
    await server.desk.slash(HOST, "tournament start", may=MANAGE_GUILD)
    await server.wait(seconds=1)
    joined = await server.press(13, "Je joue")
    assert joined.text.startswith("C'est bon, tu es dans l'arène")
    mine = await server.press(13, "Mon match")
    assert list(mine.buttons) == ["Faire une pause", "Me retirer"]
    rests = await server.desk.press(13, mine.buttons["Faire une pause"])
    assert list(rests.buttons) == ["Reprendre"]
    again = await server.press(13, "Mon match")
    assert list(again.buttons) == ["Reprendre", "Me retirer"]
    back = await server.desk.press(13, rests.buttons["Reprendre"])
    assert back.text.startswith("L'arène te cherche un adversaire")

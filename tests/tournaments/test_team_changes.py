"""Rosters once teams are drawn: who decides, who steps in, who is gone."""

import pytest

from cogs.tournaments.rules.crew import Duty
from cogs.tournaments.rules.refusals import Begun
from cogs.tournaments.rules.standings import champion
from cogs.tournaments.rules.teams import (
    CaptainOnly,
    NotAgreed,
)
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.facts import Situation
from cogs.tournaments.service.stand_ins import NobodyFree, StandIns
from cogs.tournaments.service.teams import (
    TeamsDrawn,
)
from tests.tournaments.conftest import Evening
from tests.tournaments.squads import changes, duos, playing, team, teams, ticket


async def test_after_the_draw_nobody_simply_joins(evening: Evening) -> None:
    (nova, _) = await playing(evening, "Nova", "Zed")
    number = (await teams(evening).seen(nova[0])).team.number
    with pytest.raises(TeamsDrawn):
        await teams(evening).join(await evening.somebody("Tard"), team=number)
    with pytest.raises(TeamsDrawn):
        await teams(evening).create(await evening.somebody("Tard"), "Autre")


async def test_somebody_steps_in_once_the_other_captain_agrees(evening: Evening) -> None:
    one, other = await playing(evening, "Nova", "Zed")
    stand_ins, match = StandIns(evening.turns), "W1.1"
    live = await evening.live()
    out = await ticket(evening, one[1])
    with pytest.raises(NobodyFree):
        await stand_ins.ask(one[0], live.id, match, out)
    late = await evening.somebody("Tard")
    await evening.tournaments.join(late)
    with pytest.raises(NotAgreed):
        await stand_ins.agree(other[0], live.id, match)
    with pytest.raises(CaptainOnly):
        await stand_ins.ask(one[1], live.id, match, out)
    asked = await stand_ins.ask(one[0], live.id, match, out)
    assert not asked.done
    for not_theirs in (one[0], other[1]):
        with pytest.raises(CaptainOnly):
            await stand_ins.agree(not_theirs, live.id, match)
    evening.restart()
    agreed = await StandIns(evening.turns).agree(other[0], live.id, match)
    assert agreed.live.seed_of(late.person) == 1
    assert agreed.live.seed_of(one[1].person) is None
    assert (await changes(evening))[-1] == "stood_in"
    assert agreed.live.state is not None
    assert await stand_ins.wanted(agreed.live, agreed.live.state.open[0]) is None
    await evening.tournaments.arrive(late)
    await evening.tournaments.arrive(other[1])
    with pytest.raises(Begun):
        await stand_ins.ask(one[0], live.id, match, await ticket(evening, late))


async def test_staff_lets_somebody_step_in_without_asking(evening: Evening) -> None:
    one, _ = await playing(evening, "Nova", "Zed")
    late = await evening.somebody("Tard")
    await evening.tournaments.join(late)
    out, live = await ticket(evening, one[0]), await evening.live()
    done = await StandIns(evening.turns).ask(await evening.host(), live.id, "W1.1", out)
    assert done.done
    now = done.live.team_of(late.person)
    assert now is not None
    assert now.captain == await ticket(evening, one[1])


async def test_a_referee_may_change_any_roster_and_a_caster_none(evening: Evening) -> None:
    nova, zed = await duos(evening, "Nova", "Zed")
    live, host = await evening.live(), await evening.host()
    out = await ticket(evening, nova[1])
    for duty in (Duty.CASTER, Duty.REFEREE):
        helper = await evening.somebody(duty.value)
        await Crew(evening.db).give(host, live, helper.person, duty)
        if duty is Duty.CASTER:
            with pytest.raises(CaptainOnly):
                await teams(evening).remove(helper, out, live.id)
        else:
            after = await teams(evening).remove(helper, out, live.id)
            assert len(after.team.players) == 1
    await Crew(evening.db).give(host, live, zed[1].person, Duty.REFEREE)
    with pytest.raises(CaptainOnly):  # of a team of their own they are a member like any other
        await teams(evening).remove(zed[1], await ticket(evening, zed[0]), live.id)


async def test_only_captains_and_staff_withdraw_a_team(evening: Evening) -> None:
    one, other = await playing(evening, "Nova", "Zed")
    with pytest.raises(CaptainOnly):
        await teams(evening).withdraw(one[1])
    number = (await teams(evening).seen(one[0])).team.number
    with pytest.raises(CaptainOnly):
        await teams(evening).withdraw(other[0], team=number)
    await teams(evening).withdraw(one[0])
    live = await evening.live()
    assert live.state is not None
    assert champion(live.state) == live.seed_of(other[0].person)


async def test_a_forgotten_captain_is_a_former_player_and_the_team_plays_on(
    evening: Evening,
) -> None:
    await evening.announced(template="duo-16")
    nova = await team(evening, "Nova", 3)
    zed = await team(evening, "Zed")
    await evening.tournaments.start(await evening.host())
    await evening.people.forget(nova[0].person)
    live = await evening.live()
    seat = live.seed_of(nova[1].person)
    assert seat is not None
    assert live.name(seat) == "Nova"
    now = live.team_of(nova[1].person)
    assert now is not None
    assert now.captain == await ticket(evening, nova[1])
    assert len(now.players) == 2, "the substitute has moved up"
    assert [one.ticket for one in now.seats].count(None) == 1
    for person in (nova[2], zed[1]):
        await evening.tournaments.arrive(person)
    assert (await evening.tournaments.my_match(nova[1])).situation is Situation.LIVE

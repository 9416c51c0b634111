"""Teams, from the first member to the podium: who may join, who decides, who fills a gap."""

import asyncio
from collections import Counter
from dataclasses import replace

import pytest

from cogs.tournaments.rules.board import Stage
from cogs.tournaments.rules.crew import Duty
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.ladder import Record, Skill
from cogs.tournaments.rules.refusals import Begun, CheckInNotOpen, NotEntered, TooFew
from cogs.tournaments.rules.roster import Phase, Standing
from cogs.tournaments.rules.standings import champion
from cogs.tournaments.rules.teams import (
    ByInvitation,
    CaptainOnly,
    NotAgreed,
    NotInTeam,
    OneTeamEach,
    TeamFull,
    UnknownTeam,
)
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.facts import Situation
from cogs.tournaments.service.seasons import season_of
from cogs.tournaments.service.stand_ins import NobodyFree, StandIns
from cogs.tournaments.service.teams import (
    BadTeamName,
    NoTeamsHere,
    Teams,
    TeamsDrawn,
    UnknownCode,
)
from cogs.tournaments.store import history, ratings
from core.people import Actor, Platform
from tests.tournaments.conftest import Evening


def teams(evening: Evening) -> Teams:
    return Teams(evening.turns)


async def team(evening: Evening, name: str, many: int = 2) -> list[Actor]:
    """A team of people called `name` 1, `name` 2, ...: the captain first."""
    people = [await evening.somebody(f"{name} {number}") for number in range(1, many + 1)]
    made = await teams(evening).create(people[0], name)
    for person in people[1:]:
        await teams(evening).join(person, team=made.team.number)
    return people


async def duos(evening: Evening, *names: str) -> list[list[Actor]]:
    await evening.announced(template="duo-16")
    return [await team(evening, name) for name in names]


async def playing(evening: Evening, *names: str) -> list[list[Actor]]:
    """Duos that were drawn and called, in the order of the seeds."""
    made = await duos(evening, *names)
    live = await evening.tournaments.start(await evening.host())
    return sorted(made, key=lambda people: live.seed_of(people[0].person) or 0)


async def ticket(evening: Evening, person: Actor) -> int:
    own = (await evening.live()).ticket_of(person.person)
    assert own is not None
    return own.ticket


async def changes(evening: Evening) -> list[str | None]:
    """Why rosters changed, in the order of the log."""
    live = await evening.live()
    async with evening.db.read() as tx:
        lines = await history.log_of(tx, live.id, kinds=("roster_changed",))
    numbers = {type(one) for line in lines for one in line.payload.values()}
    assert numbers <= {int, list, type(None)}, "no name is in the log"
    return [line.reason for line in lines]


async def test_a_team_is_one_entrant_and_everybody_of_it_is_found(evening: Evening) -> None:
    (nova, *_) = await duos(evening, "Nova", "Zed")
    live = await evening.live()
    assert [entry.standing for entry in live.roster.entries] == [Standing.ENTERED] * 2
    found = {live.entrant_of(person.person) for person in nova}
    assert [one.name for one in found if one] == ["Nova"]
    assert await changes(evening) == ["created", "joined"] * 2


async def test_two_people_press_at_once_for_the_last_place_of_a_team(evening: Evening) -> None:
    await evening.announced(template="duo-16")
    ana = await evening.somebody("Ana")
    number = (await teams(evening).create(ana, "Nova")).team.number
    people = [await evening.somebody(f"Joueuse {at}") for at in range(4)]
    ended = await asyncio.gather(
        *(teams(evening).join(one, team=number) for one in people), return_exceptions=True
    )
    assert Counter(type(one).__name__ for one in ended) == {"TeamSeen": 2, "TeamFull": 2}
    live = await evening.live()
    made = live.squads.team(number)
    assert (len(made.players), len(made.bench)) == (2, 1)
    assert len(live.entrants) == 4, "who found it full has left no trace"


async def test_nobody_is_on_two_teams(evening: Evening) -> None:
    nova, zed = await duos(evening, "Nova", "Zed")
    number = (await teams(evening).seen(zed[0])).team.number
    with pytest.raises(OneTeamEach):
        await teams(evening).join(nova[1], team=number)
    with pytest.raises(OneTeamEach):
        await teams(evening).create(nova[1], "Autre")
    again = await teams(evening).join(zed[1], team=number)
    assert not again.anew


async def test_a_code_joins_from_a_stream(evening: Evening) -> None:
    await evening.announced(template="duo-16")
    ana = await evening.somebody("Ana")
    made = await teams(evening).create(ana, "Nova")
    viewer = await evening.somebody("viewer", Platform.TWITCH)
    viewer = replace(viewer, place=ana.place)  # the stream's home is this server
    seen = await teams(evening).join(viewer, code=f" {made.row.code.lower()} ")
    assert seen.team.number == made.team.number
    with pytest.raises(UnknownCode):
        await teams(evening).join(viewer, code="AAAAAA")


async def test_who_was_taken_out_needs_the_new_code(evening: Evening) -> None:
    (nova,) = await duos(evening, "Nova")
    before = await teams(evening).seen(nova[0])
    with pytest.raises(CaptainOnly):
        await teams(evening).remove(nova[1], await ticket(evening, nova[0]))
    after = await teams(evening).remove(nova[0], await ticket(evening, nova[1]))
    assert after.team.players == (await ticket(evening, nova[0]),)
    with pytest.raises(ByInvitation):
        await teams(evening).join(nova[1], team=after.team.number)
    with pytest.raises(UnknownCode):
        await teams(evening).join(nova[1], code=before.row.code)
    back = await teams(evening).join(nova[1], code=after.row.code)
    assert len(back.team.players) == 2


async def test_when_the_captain_leaves_the_next_one_decides(evening: Evening) -> None:
    (nova, _) = await duos(evening, "Nova", "Zed")
    left = await evening.tournaments.leave(nova[0])
    assert (left.team, left.withdrew) == ("Nova", False)
    seen = await teams(evening).seen(nova[1])
    assert seen.leads
    with pytest.raises(NotEntered):
        await teams(evening).seen(nova[0])


async def test_a_team_that_everybody_has_left_gives_its_seat_back(evening: Evening) -> None:
    await evening.announced(template="duo-16", size=2)
    people = [await team(evening, name) for name in ("Nova", "Zed", "Kim")]
    assert (await evening.tournaments.my_match(people[2][1])).situation is Situation.WAITING
    for person in people[0]:
        await evening.tournaments.leave(person)
    assert (await evening.tournaments.my_match(people[2][1])).situation is Situation.ENTERED
    live = await evening.live()
    assert [row.name for row in live.teams] == ["Zed", "Kim"]


async def test_captaincy_is_handed_over_and_substitutes_play(evening: Evening) -> None:
    await evening.announced(template="duo-16")
    nova = await team(evening, "Nova", 3)
    tickets = [await ticket(evening, person) for person in nova]
    await teams(evening).hand_over(nova[0], tickets[2])
    with pytest.raises(CaptainOnly):
        await teams(evening).substitute(nova[0], tickets[1], tickets[2])
    swapped = await teams(evening).substitute(nova[2], tickets[1], tickets[2])
    assert (swapped.team.players, swapped.team.bench) == ((tickets[0], tickets[2]), (tickets[1],))
    with pytest.raises(NotInTeam):
        await teams(evening).substitute(nova[2], tickets[1], tickets[0])


async def test_one_member_says_for_all_that_they_are_there(evening: Evening) -> None:
    nova, zed = await duos(evening, "Nova", "Zed")
    with pytest.raises(CheckInNotOpen):
        await evening.tournaments.check_in(nova[1])
    await evening.wait(minutes=20)
    for people in (nova, zed):
        await evening.tournaments.check_in(people[1])
    assert all(entry.here for entry in (await evening.live()).roster.entries)
    await evening.wait(minutes=31)
    live = await evening.live()
    assert live.seed_of(nova[0].person) == live.seed_of(nova[1].person)
    assert set(live.people_of(live.seed_of(nova[0].person) or 0)) == {one.person for one in nova}


async def test_an_incomplete_team_is_completed_from_those_who_came_alone(evening: Evening) -> None:
    await duos(evening, "Nova")
    short = await team(evening, "Kim", 1)
    alone = await evening.somebody("Solo")
    joined = await evening.tournaments.join(alone)
    assert joined.alone
    live = await evening.tournaments.start(await evening.host())
    assert len(live.seeded) == 2
    assert live.team_of(alone.person) == live.team_of(short[0].person)
    assert live.seed_of(alone.person) is not None


async def test_a_team_that_stays_incomplete_waits(evening: Evening) -> None:
    await duos(evening, "Nova", "Zed")
    short = await team(evening, "Kim", 1)
    live = await evening.tournaments.start(await evening.host())
    assert len(live.seeded) == 2
    assert live.seed_of(short[0].person) is None
    assert (await evening.tournaments.my_match(short[0])).situation is Situation.WAITING


async def test_whoever_comes_alone_is_seated_at_closing(evening: Evening) -> None:
    await evening.announced(template="duo-16")
    people = [await evening.somebody(f"Joueuse {number}") for number in range(7)]
    for person in people:
        await evening.tournaments.join(person)
    assert (await evening.tournaments.my_match(people[0])).situation is Situation.ALONE
    await evening.wait(minutes=20)
    for person in people[:6]:
        await evening.tournaments.check_in(person)
    await evening.tournaments.leave(people[5])  # refuses, and nobody sees it
    await evening.wait(minutes=31)
    live = await evening.live()
    sizes = sorted(len(live.people_of(seat)) for seat in live.seeded)
    assert sizes == [2, 3], "five people are two teams, and nobody is left"
    assert len(set(live.names.values())) == 2
    assert all(live.names.values()), "a team that nobody named has a name"
    assert (await evening.tournaments.my_match(people[6])).situation is Situation.SPARE
    again = await evening.tournaments.join(people[6])
    assert again.alone


async def test_too_few_people_alone_leave_everything_as_it_was(evening: Evening) -> None:
    await evening.announced(template="duo-16")
    for number in range(3):
        await evening.tournaments.join(await evening.somebody(f"Joueuse {number}"))
    with pytest.raises(TooFew):
        await evening.tournaments.draw(await evening.host())
    await evening.wait(minutes=70)
    live = await evening.live()
    assert (live.event.phase, live.teams) == (Phase.CHECK_IN, ())


async def test_who_refuses_a_team_after_the_draw_is_replaced_at_once(evening: Evening) -> None:
    await evening.announced(template="duo-16")
    people = [await evening.somebody(f"Joueuse {number}") for number in range(4)]
    for person in people:
        await evening.tournaments.join(person)
    await evening.tournaments.draw(await evening.host())
    late = await evening.somebody("Tard")
    await evening.tournaments.join(late)
    mate = (await evening.live()).team_of(people[0].person)
    await evening.tournaments.leave(people[0])
    live = await evening.live()
    now = live.team_of(late.person)
    assert mate is not None
    assert now is not None
    assert now.number == mate.number
    assert len(now.players) == 2


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


async def test_teams_of_people_who_came_alone_are_even_by_rating(evening: Evening) -> None:
    announced = await evening.announced(template="duo-16")
    people = [await evening.somebody(f"Joueuse {number}") for number in range(4)]
    for person in people:
        await evening.tournaments.join(person)
    skills = {one.person: 35.0 if at < 2 else 15.0 for at, one in enumerate(people)}
    records = {one: Record(Skill(mu, 5.0), played=9, best=0) for one, mu in skills.items()}
    event = announced.event
    async with evening.db.write() as tx:
        await ratings.keep(tx, event.game, season_of(event.starts_at), records)
    live = await evening.tournaments.start(await evening.host())
    sums = {sum(skills[one] for one in live.people_of(seat)) for seat in live.seeded}
    assert sums == {50.0}


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


async def test_two_accounts_of_two_teams_become_one_person_on_one_team(evening: Evening) -> None:
    nova, zed = await duos(evening, "Nova", "Zed")
    await teams(evening).leave(zed[0])
    async with evening.db.write() as tx:
        await evening.tournaments.merge(tx, zed[1].person, nova[0].person)
    live = await evening.live()
    assert [row.name for row in live.teams] == ["Nova"], "nobody was left in the other one"
    assert len(live.roster.entered) == 1
    assert live.team_of(nova[0].person) is not None


async def test_an_event_of_single_players_has_no_teams(evening: Evening) -> None:
    live = await evening.announced()
    ana = await evening.somebody("Ana")
    for refused in (
        teams(evening).create(ana, "Nova"),
        teams(evening).join(ana, team=1),
        teams(evening).leave(ana),
        teams(evening).seen(ana),
        StandIns(evening.turns).ask(ana, live.id, "W1.1"),
    ):
        with pytest.raises(NoTeamsHere):
            await refused
    joined = await evening.tournaments.join(ana)
    assert not joined.alone


async def test_what_cannot_be_is_refused(evening: Evening) -> None:
    ana = await evening.somebody("Ana")
    with pytest.raises(NoneHere):
        await teams(evening).create(ana, "Nova")
    await evening.announced(template="duo-16")
    for name in ("www.gratuit.fr", "\u200b"):
        with pytest.raises(BadTeamName):
            await teams(evening).create(ana, name)
    with pytest.raises(UnknownTeam):
        await teams(evening).join(ana, team=99)
    with pytest.raises(UnknownTeam):
        await teams(evening).remove(ana, 1)
    assert (await evening.live()).entrants == ()


async def test_a_full_team_says_so(evening: Evening) -> None:
    await evening.announced(template="duo-16")
    nova = await team(evening, "Nova", 3)
    number = (await teams(evening).seen(nova[0])).team.number
    with pytest.raises(TeamFull):
        await teams(evening).join(await evening.somebody("Tard"), team=number)


async def test_a_tournament_of_duos_is_played_by_any_member_and_survives_restarts(
    evening: Evening,
) -> None:
    await evening.announced(template="duo-16")
    made = []
    for name in ("Nova", "Zed", "Kim"):
        captain = await evening.somebody(f"{name} 1")
        created = await teams(evening).create(captain, name)
        viewer = await evening.somebody(f"{name} 2", Platform.TWITCH)
        viewer = replace(viewer, place=captain.place)
        await teams(evening).join(viewer, code=created.row.code)
        made.append((captain, viewer))
    live = await evening.tournaments.start(await evening.host())
    by_seat = {live.seed_of(captain.person) or 0: (captain, viewer) for captain, viewer in made}
    turn = 0
    while (live := await evening.live()).event.live and live.state:
        match = next(each for each in live.state.open if each.stage is not Stage.WAITING)
        one, other = (by_seat[side] for side in sorted(filter(None, match.sides)))
        evening.restart()
        await evening.tournaments.arrive(one[turn % 2])
        await evening.tournaments.arrive(other[(turn + 1) % 2])
        await evening.tournaments.report(one[(turn + 1) % 2], True, (2, 0))
        evening.restart()
        await evening.tournaments.confirm(other[turn % 2])
        turn += 1
    assert live.event.phase is Phase.FINISHED
    assert live.state is not None
    assert champion(live.state) == 1
    for person in by_seat[1]:
        assert (await evening.tournaments.my_match(person)).situation is Situation.CHAMPION

"""Teams, from the first member to the podium: who may join, and who decides."""

import asyncio
from collections import Counter
from dataclasses import replace

import pytest

from cogs.tournaments.rules.board import Stage
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.refusals import CheckInNotOpen, NotEntered
from cogs.tournaments.rules.roster import Phase, Standing
from cogs.tournaments.rules.standings import champion
from cogs.tournaments.rules.teams import (
    ByInvitation,
    CaptainOnly,
    NotInTeam,
    OneTeamEach,
    TeamFull,
    UnknownTeam,
)
from cogs.tournaments.service.facts import Situation
from cogs.tournaments.service.stand_ins import StandIns
from cogs.tournaments.service.teams import (
    BadTeamName,
    NoTeamsHere,
    UnknownCode,
)
from core.people import Platform
from tests.tournaments.conftest import Evening
from tests.tournaments.squads import changes, duos, team, teams, ticket


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

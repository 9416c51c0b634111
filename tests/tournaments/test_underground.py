"""The underground bracket: a second chance for whoever is out, and nobody is in it unasked."""

import pytest

from cogs.tournaments.rules.acts import Undo, Withdraw
from cogs.tournaments.rules.bracket import NOBODY
from cogs.tournaments.rules.crew import HostsOnly
from cogs.tournaments.rules.hosting import NotRunning, Reason
from cogs.tournaments.rules.refusals import RegistrationClosed
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.underground import (
    AlreadyBelow,
    NoSuchRound,
    NotForThem,
    NothingBelow,
    OnlyFromAbove,
    StillAbove,
    WholeTeams,
)
from cogs.tournaments.service.facts import Situation
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.underground import Underground
from core.people import Actor
from prompts import Texts
from storage.timers import Sweeper
from tests.tournaments.conftest import Evening
from tests.tournaments.repaired import lost
from tests.tournaments.squads import playing, teams


@pytest.fixture
def underground(evening: Evening, texts: Texts) -> Underground:
    knobs = evening.settings.tournaments
    made = Underground(evening.turns, evening.announcing, texts, knobs)
    evening.bells |= made.bells()
    evening.sweeper = Sweeper(evening.db, evening.news, evening.bells)
    return made


async def below(evening: Evening) -> Live:
    return await evening.tournaments.see(2)


async def eight(evening: Evening, underground: Underground, before: int = 0) -> list[Actor]:
    """Eight who play; the last four seeds are out of it, and an underground bracket is there."""
    people = await evening.running(8)
    for person in people[4:]:
        await lost(evening, person)
    await underground.announce(await evening.host(), 1, before)
    return people


def entered(live: Live, people: list[Actor]) -> list[int]:
    """Which of these people are in it."""
    return [at for at, each in enumerate(people) if live.ticket_of(each.person)]


async def test_who_is_out_comes_down_by_one_tap_and_plays_a_tournament_like_any_other(
    evening: Evening, underground: Underground
) -> None:
    people = await eight(evening, underground)
    assert entered(await below(evening), people) == []
    for person in reversed(people[4:]):
        found = await evening.tournaments.my_match(person)
        assert (found.situation, found.below) == (Situation.OUT, True)
        assert found.also is not None
        joined = await evening.tournaments.join(person, found.also.id)
        again = await evening.tournaments.join(person)
        assert (joined.anew, again.anew, again.live.id) == (True, False, 2)
    await evening.wait(minutes=10)
    live = await below(evening)
    assert (live.event.phase, live.event.best_of) == (Phase.RUNNING, 1)
    assert [live.seed_of(each.person) for each in people[4:]] == [1, 2, 3, 4]
    for person in (people[7], people[6]):
        await lost(evening, person)
    await lost(evening, people[5])
    await lost(evening, people[7])
    live = await below(evening)
    assert live.event.phase is Phase.FINISHED
    assert live.state is not None
    assert live.state.champion == 1
    assert (await evening.live()).id == 1, "the evening that was is the main one"


async def test_it_stays_open_until_its_hour_when_the_one_above_is_over(
    evening: Evening, underground: Underground
) -> None:
    people = await eight(evening, underground)
    await evening.play_out(people)
    assert (await evening.tournaments.see(1)).event.phase is Phase.FINISHED
    found = await evening.tournaments.my_match(people[6])
    assert (found.situation, found.below) == (Situation.INVITED, True)
    await evening.tournaments.join(people[6])
    assert (await evening.tournaments.my_match(people[6])).situation is Situation.ENTERED
    assert (await evening.tournaments.my_match(people[0])).situation is Situation.NOTHING


async def test_only_who_is_out_without_a_win_may_come(
    evening: Evening, underground: Underground
) -> None:
    people = await eight(evening, underground)
    await lost(evening, people[3])
    for person, refusal in (
        (people[0], StillAbove),
        (people[3], StillAbove),  # the third place is still to be played
        (await evening.somebody("Passante"), OnlyFromAbove),
    ):
        with pytest.raises(refusal):
            await evening.tournaments.join(person, 2)
        assert not (await evening.tournaments.my_match(person)).below
    await lost(evening, people[2])
    await lost(evening, people[3])
    with pytest.raises(NotForThem):
        await evening.tournaments.join(people[3], 2)
    assert entered(await below(evening), people) == []


async def test_with_a_round_who_won_before_it_may_come_too(
    evening: Evening, underground: Underground
) -> None:
    people = await eight(evening, underground, before=3)
    await lost(evening, people[3])
    await lost(evening, people[2])
    await lost(evening, people[3])
    for person in (people[3], people[4], people[2]):
        await evening.tournaments.join(person, 2)
    live = await evening.tournaments.start(await evening.host(), 2)
    assert [live.seed_of(people[each].person) for each in (2, 3, 4)] == [1, 2, 3]


async def test_who_left_or_did_not_come_has_no_second_chance(
    evening: Evening, underground: Underground
) -> None:
    people = await evening.running(8)
    await evening.tournaments.leave(people[7])
    for person in people[1:6]:
        await evening.tournaments.arrive(person)
    await evening.wait(minutes=20)  # and the seventh does not come
    await underground.announce(await evening.host(), 1)
    for person in (people[7], people[6]):
        with pytest.raises(NotForThem):
            await evening.tournaments.join(person, 2)


async def test_whom_an_undo_brings_back_is_taken_out_before_the_draw(
    evening: Evening, underground: Underground
) -> None:
    people = await eight(evening, underground)
    for person in people[4:]:
        await evening.tournaments.join(person)
    await undo_last(evening, people[7])
    await evening.ring()
    assert entered(await below(evening), people) == [4, 5, 6]
    assert (await evening.tournaments.my_match(people[7])).situation is not Situation.OUT


async def test_after_the_draw_the_host_is_told_and_plays_go_above_first(
    evening: Evening, underground: Underground
) -> None:
    people = await eight(evening, underground)
    for person in people[4:]:
        await evening.tournaments.join(person)
    await evening.tournaments.start(await evening.host(), 2)
    await undo_last(evening, people[7])
    await evening.ring()
    assert entered(await below(evening), people) == [4, 5, 6, 7]
    live = (await evening.tournaments.my_match(people[7])).live
    assert live is not None
    assert live.id == 1
    live = await below(evening)
    seat = Withdraw(live.seed_of(people[7].person) or NOBODY)
    await evening.repairs.do(await evening.host(), 2, seat, Reason.ASKED)
    await lost(evening, people[7])
    assert (await evening.tournaments.my_match(people[7])).situation is Situation.OUT


async def test_a_team_is_below_as_it_was_above_and_nobody_joins_it(
    evening: Evening, underground: Underground
) -> None:
    losers = await duos_out(evening, underground)
    for captain, other in losers:
        await evening.tournaments.join(other, 2)
        assert not (await evening.tournaments.join(captain, 2)).anew
    live, above = await below(evening), await evening.tournaments.see(1)
    seats = [above.seed_of(captain.person) or 0 for captain, _ in losers]
    assert {row.name for row in live.teams} == {above.name(seat) for seat in seats}
    passer = await evening.somebody("Passante")
    with pytest.raises(WholeTeams):
        await teams(evening).create(passer, "Autres", 2)
    with pytest.raises(WholeTeams):
        await teams(evening).join(passer, 2, team=live.teams[0].ticket)
    live = await evening.tournaments.start(await evening.host(), 2)
    assert [set(live.people_of(at)) for at in (1, 2)] == [
        {each.person for each in people} for people in losers
    ]


async def test_a_team_that_an_undo_brings_back_is_taken_out_whole(
    evening: Evening, underground: Underground
) -> None:
    losers = await duos_out(evening, underground)
    for captain, _ in losers:
        await evening.tournaments.join(captain, 2)
    await undo_last(evening, losers[1][0])
    await evening.ring()
    live = await below(evening)
    assert len(live.teams) == 1
    assert [live.ticket_of(each.person) is None for each in losers[1]] == [True, True]


async def duos_out(evening: Evening, underground: Underground) -> list[list[Actor]]:
    """Of eight duos in a double elimination, the two that are out: they may come down."""
    made = await playing(evening, *(f"Duo {letter}" for letter in "ABCDEFGH"))
    for people in made[4:]:
        await lost(evening, people[0])
    live = await evening.tournaments.see(1)
    assert live.state is not None
    seats = sorted(max(m.playing) for m in live.state.open if m.in_play and m.id[0] == "L")
    for seat in seats:
        await lost(evening, made[seat - 1][0])
    await underground.announce(await evening.host(), 1)
    return [made[seat - 1] for seat in seats]


async def test_one_is_announced_once_by_a_host_while_it_is_played(
    evening: Evening, underground: Underground
) -> None:
    people, host = await evening.players(8), await evening.host()
    with pytest.raises(NotRunning):
        await underground.announce(host, 1)
    await evening.tournaments.start(host)
    with pytest.raises(HostsOnly):
        await underground.announce(people[0], 1)
    for round_ in (1, 2, 4, 40):
        with pytest.raises(NoSuchRound):
            await underground.announce(host, 1, round_)
    await underground.announce(host, 1)
    with pytest.raises(AlreadyBelow):
        await underground.announce(host, 1)
    with pytest.raises(NotRunning):
        await underground.announce(host, 2)


async def test_nothing_hangs_below_an_arena(evening: Evening, underground: Underground) -> None:
    await evening.announced(template="arena-45")
    for number in range(4):
        await evening.tournaments.join(await evening.somebody(f"Joueuse {number}"))
    await evening.tournaments.start(await evening.host())
    with pytest.raises(NothingBelow):
        await underground.announce(await evening.host(), 1)


async def test_the_chat_comes_down_by_the_bare_word_and_reports_where_it_plays(
    evening: Evening, underground: Underground
) -> None:
    people = await eight(evening, underground)
    for person in people[4:6]:
        await evening.tournaments.join(person)
    await evening.tournaments.start(await evening.host(), 2)
    with pytest.raises(RegistrationClosed):
        await evening.tournaments.join(people[6], 2)
    await evening.tournaments.arrive(people[5])
    moved = await evening.tournaments.report(people[5], won=False)
    assert moved.live.id == 2
    assert moved.live.event.phase is Phase.FINISHED


async def undo_last(evening: Evening, person: Actor) -> None:
    """Take back the result of somebody's last match above."""
    live = await evening.tournaments.see(1)
    assert live.state is not None
    seat = live.seed_of(person.person)
    ids = {each.id for each in live.state.board if each.result and seat in each.sides}
    said = [at for at, step in enumerate(live.state.log) if getattr(step, "match", "") in ids]
    undo = Undo(live.seqs[said[-1]])
    await evening.repairs.do(await evening.host(), 1, undo, Reason.MISTAKE)

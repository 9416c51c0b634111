"""Seeds and seasons: by lot, rating, the last event or by hand; clubs apart; ratings from play."""

from dataclasses import replace

import pytest

from cogs.tournaments.rules.crew import HostsOnly
from cogs.tournaments.rules.hosting import AlreadyDrawn
from cogs.tournaments.rules.ladder import recompute, shown
from cogs.tournaments.rules.seeding import Seeding
from cogs.tournaments.rules.separation import Label
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.ladder import Ladder, bouts_of
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.rating import plackett_luce
from cogs.tournaments.service.seasons import LENGTH
from cogs.tournaments.service.seeds import Seeds, Wishes
from core.people import Actor
from tests.tournaments.conftest import Evening


@pytest.fixture
def seeds(evening: Evening) -> Seeds:
    return Seeds(evening.turns, Crew(evening.db))


@pytest.fixture
def ladder(evening: Evening) -> Ladder:
    return evening.ladder


async def signed_up(evening: Evening, many: int) -> list[Actor]:
    await evening.announced()
    people = [await evening.somebody(f"Joueuse {number}") for number in range(1, many + 1)]
    for person in people:
        await evening.tournaments.join(person)
    return people


async def rated(evening: Evening, seeds: Seeds, many: int = 4) -> tuple[list[Actor], Live]:
    """An event of a game that counts, played to its end; people in the order of its seeds."""
    people = await signed_up(evening, many)
    async with evening.turns.on(await evening.host(), None) as turn:
        await turn.change(game="chess")
    await seeds.wish(await evening.host(), Wishes(rated=True))
    live = await evening.tournaments.start(await evening.host())
    people = sorted(people, key=lambda actor: live.seed_of(actor.person) or 0)
    live = await evening.play_out(people)
    await evening.ring()
    return people, live


def tickets(live: Live, people: list[Actor]) -> list[int]:
    held = [live.entrant_of(person.person) for person in people]
    return [entrant.ticket for entrant in held if entrant is not None]


async def test_whoever_wins_rises_and_the_board_is_for_whoever_opens_it(
    evening: Evening, seeds: Seeds, ladder: Ladder
) -> None:
    people, live = await rated(evening, seeds)
    standing = await ladder.see(people[0], "chess")
    assert standing.board.top[0].person == people[0].person
    assert standing.board.mine is not None
    assert standing.board.mine.shown > 1000
    made = recompute(bouts_of(live), plackett_luce())
    assert standing.board.mine.shown == shown(made[people[0].person])
    assert standing.names[people[0].person] == people[0].name
    assert (await ladder.see(people[0], "tetris")).board.top == ()


async def test_a_correction_makes_the_season_anew(
    evening: Evening, seeds: Seeds, ladder: Ladder
) -> None:
    people, live = await rated(evening, seeds)
    before = (await ladder.see(people[3], "chess")).board.mine
    async with evening.turns.on(people[0], live.id) as turn:  # the last act is taken out
        await turn.change(rated=False)
    async with evening.db.write() as tx:
        await ladder.settle(tx, replace(live, event=replace(live.event, rated=True)))
    after = (await ladder.see(people[3], "chess")).board.mine
    assert before is not None
    assert after is None, "an event that does not count leaves nobody a rating"


async def test_whoever_stays_off_the_board_is_on_none_and_sees_their_own(
    evening: Evening, seeds: Seeds, ladder: Ladder
) -> None:
    people, _ = await rated(evening, seeds)
    for _ in range(2):  # twice is once
        await ladder.stay_off(people[0], wished=True)
    others = await ladder.see(people[1], "chess")
    assert people[0].person not in {rung.person for rung in others.board.top}
    mine = await ladder.see(people[0], "chess")
    assert mine.shy
    assert mine.board.mine is not None
    await ladder.stay_off(people[0], wished=False)
    assert not (await ladder.see(people[0], "chess")).shy


async def test_the_next_event_is_seeded_by_rating_and_a_new_season_remembers_half(
    evening: Evening, seeds: Seeds, ladder: Ladder
) -> None:
    people, _ = await rated(evening, seeds)
    evening.clock.set(evening.clock.now() + LENGTH)
    await signed_up(evening, 4)
    async with evening.turns.on(await evening.host(), None) as turn:
        await turn.change(game="chess")
    await seeds.wish(await evening.host(), Wishes(Seeding.RATING, rated=True))
    live = await evening.tournaments.start(await evening.host())
    assert live.seed_of(people[0].person) == 1, "the champion of last season"
    assert (await ladder.see(people[0], "chess")).board.top == (), "nobody has played this season"


async def test_the_last_event_and_a_hosts_hand_order_the_seeds(
    evening: Evening, seeds: Seeds
) -> None:
    people, _ = await rated(evening, seeds)
    await signed_up(evening, 4)
    host = await evening.host()
    await seeds.wish(host, Wishes(Seeding.LAST))
    live = await evening.live()
    proposal = await seeds.propose(host)
    assert list(proposal.drawn.order[:2]) == tickets(live, people[:2])
    third = tickets(live, people)[2]
    await seeds.place(host, third, 1)
    assert (await seeds.propose(host)).drawn.order[0] == third
    drawn = await evening.tournaments.draw(host)
    assert drawn.seeded[1].ticket == third
    with pytest.raises(AlreadyDrawn):
        await seeds.propose(host)


async def test_people_of_one_club_do_not_meet_in_their_first_match(
    evening: Evening, seeds: Seeds
) -> None:
    people = await signed_up(evening, 8)
    host = await evening.host()
    held = tickets(await evening.live(), people)
    for ticket in held[:4]:
        await seeds.label(host, ticket, Label("club", "Nord", hard=True))
    for ticket in held[4:]:
        await seeds.label(host, ticket, Label("club", "Sud", hard=True))
    live = await evening.tournaments.start(host)
    assert live.state is not None
    for match in live.state.open:
        clubs = {live.seeded[seat].ticket in held[:4] for seat in match.playing}
        assert len(clubs) == 2, "one of each"


async def test_what_cannot_be_kept_apart_is_told_before_the_draw(
    evening: Evening, seeds: Seeds
) -> None:
    people = await signed_up(evening, 4)
    host = await evening.host()
    for ticket in tickets(await evening.live(), people)[:3]:
        await seeds.label(host, ticket, Label("club", "Nord", hard=True))
    proposal = await seeds.propose(host)
    assert [broken.round for broken in proposal.drawn.broken] == [1]
    assert (await evening.live()).state is None, "nothing has been drawn"
    assert (await seeds.propose(host)).drawn == proposal.drawn, "looking twice changes nothing"


async def test_those_who_met_lately_are_kept_apart_if_the_host_wishes(
    evening: Evening, seeds: Seeds
) -> None:
    people, _ = await rated(evening, seeds)  # 1 met 4, and 2 met 3
    await signed_up(evening, 4)
    host = await evening.host()
    await seeds.wish(host, Wishes(Seeding.LOT, recent=True))
    live = await evening.tournaments.start(host)
    assert live.state is not None
    first = [{live.seeded[seat].person for seat in match.playing} for match in live.state.open]
    assert {people[0].person, people[3].person} not in first
    assert {people[1].person, people[2].person} not in first


async def test_only_hosts_seed(evening: Evening, seeds: Seeds) -> None:
    people = await signed_up(evening, 3)
    with pytest.raises(HostsOnly):
        await seeds.wish(people[0], Wishes(Seeding.RATING))
    with pytest.raises(HostsOnly):
        await seeds.propose(people[0])

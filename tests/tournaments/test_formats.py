"""Every ready-made tournament is played from its announcement to its podium, by the service."""

import pytest

from cogs.tournaments.rules.board import Stage
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.standings import champion, placements
from cogs.tournaments.rules.templates import TEMPLATES
from cogs.tournaments.service.live import Live
from core.people import Actor
from tests.tournaments.conftest import Evening


async def begun(evening: Evening, template: str, many: int) -> list[Actor]:
    await evening.announced(template=template)
    people = [await evening.somebody(f"Joueuse {number}") for number in range(1, many + 1)]
    for person in people:
        await evening.tournaments.join(person)
    live = await evening.tournaments.start(await evening.host())
    seated = {live.seed_of(actor.person) or 0: actor for actor in people}  # one of each team
    return [seated[seat] for seat in sorted(seated) if seat]


async def played(evening: Evening, people: list[Actor]) -> Live:
    """The better seed wins every match, until nothing is called any more."""
    for _ in range(2_000):
        live = await evening.live()
        if not live.event.live or live.state is None:
            return live
        called = [match for match in live.state.open if match.stage is not Stage.OPEN]
        if not called:
            await evening.wait(minutes=6)  # an arena pairs again, or its bell rings
            continue
        match = called[0]
        seats = sorted(match.playing)
        for seat in seats:
            await evening.tournaments.arrive(people[seat - 1], match=match.id)
        order = tuple(seats) if match.lobby else ()
        best = people[seats[0] - 1]
        await evening.tournaments.report(best, won=True, match=match.id, order=order)
        await evening.tournaments.confirm(people[seats[1] - 1], match=match.id)
    raise AssertionError("it never ends")


@pytest.mark.parametrize("template", TEMPLATES)
async def test_a_template_is_played_to_its_podium(evening: Evening, template: str) -> None:
    people = await begun(evening, template, min(9, TEMPLATES[template].size))
    live = await played(evening, people)
    assert live.event.phase is Phase.FINISHED
    assert live.state is not None
    assert champion(live.state) == 1
    ranked = [one.entrant for one in placements(live.state)]
    assert sorted(ranked) == list(live.state.entrants)

"""Every game is played from its announcement to its podium with nothing but its defaults."""

from datetime import timedelta

import pytest

from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.presets import Preset
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.setup import Format
from cogs.tournaments.rules.standings import champion, placements
from cogs.tournaments.rules.veto import Kind
from cogs.tournaments.service.announcing import Plan
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.teams import Teams
from core.people import Actor, PersonId
from tests.tournaments.conftest import CHANNEL, OURS, Evening

EIGHT = 8


async def begun(evening: Evening, game: Preset, many: int) -> dict[PersonId, Actor]:
    """An evening of this game under way, its people by their number."""
    starts, host = evening.clock.now() + timedelta(minutes=60), await evening.host()
    plan = Plan("", "Soirée", CHANNEL, starts, many, game=game.id)
    event = (await evening.announcing.create(host, plan)).live.event
    people = []
    for number in range(1, many + 1):
        captain = await evening.somebody(f"Joueuse {number}")
        people.append(captain)
        if not event.in_teams:
            await evening.tournaments.join(captain)
            continue
        made = await Teams(evening.turns).create(captain, f"Équipe {number}")
        for mate in range(2, event.team_size + 1):
            people.append(await evening.somebody(f"Joueuse {number}.{mate}"))
            await Teams(evening.turns).join(people[-1], team=made.team.number)
    await evening.tournaments.start(host)
    return {each.person: each for each in people}


def speaks(live: Live, people: dict[PersonId, Actor], seat: int) -> Actor:
    return people[live.people_of(seat)[0]]


async def told(evening: Evening, live: Live, people: dict[PersonId, Actor], match: Match) -> None:
    """The better seed wins: the other one says so, or everybody of a lobby agrees."""
    seats = sorted(match.playing)
    if match.lobby:
        order = tuple(seats)
        best, second = (speaks(live, people, seat) for seat in seats[:2])
        await evening.tournaments.report(best, won=True, match=match.id, order=order)
        await evening.tournaments.confirm(second, match=match.id)
        return
    games = live.state.best_of(match.id) // 2 + 1 if live.state else 1
    loser = speaks(live, people, seats[-1])
    await evening.tournaments.report(loser, False, (0, games), match=match.id)


# Every fourth in the plain suite, all of them in the long one.
PLAYED = [
    pytest.param(game, id=game.id, marks=[pytest.mark.long] if number % 4 else [])
    for number, game in enumerate(OURS)
]


@pytest.mark.parametrize("game", PLAYED)
async def test_a_game_is_played_to_its_podium(evening: Evening, game: Preset) -> None:
    people = await begun(evening, game, EIGHT)
    for _ in range(200):
        live = await evening.live()
        if not live.event.live or live.state is None:
            break
        called = [match for match in live.state.open if match.stage is not Stage.OPEN]
        await told(evening, live, people, called[0])
    assert live.event.phase is Phase.FINISHED
    assert live.state is not None
    assert champion(live.state) == 1
    assert len(placements(live.state)) == EIGHT
    final = live.state.best_of(MatchId("G1.1" if live.event.format is DOUBLE else "W3.1"))
    assert live.event.format not in BRACKETS or final == game.best_of.final
    if game.lobbies is not None:
        assert len(live.state.rounds) == game.lobbies.rounds


async def test_the_best_of_several_lobbies_meet_once_more(evening: Evening) -> None:
    """Fourteen in lobbies of eight: two rounds for everybody, then one lobby of the best eight."""
    game = OURS["any-lobby"]
    people = await begun(evening, game, 14)
    sizes = []
    for _ in range(20):
        live = await evening.live()
        if not live.event.live or live.state is None:
            break
        match = next(each for each in live.state.open if each.stage is not Stage.OPEN)
        sizes.append(len(match.playing))
        await told(evening, live, people, match)
    assert sizes == [7, 7, 7, 7, 8]
    assert live.event.phase is Phase.FINISHED
    assert live.state is not None
    last = live.state.board[len(live.state.board) - 1]
    before = sorted(last.playing)
    assert before == list(range(1, 9))
    assert champion(live.state) == 1
    assert len(placements(live.state)) == 14


DOUBLE = Format.DOUBLE_ELIMINATION
BRACKETS = {DOUBLE, Format.SINGLE_ELIMINATION}
CHOOSING = [game for game in OURS if game.procedure.kind is not Kind.NONE]


@pytest.mark.parametrize("game", CHOOSING, ids=lambda game: game.id)
async def test_maps_are_chosen_even_if_nobody_touches_a_button(
    evening: Evening, game: Preset
) -> None:
    people = await begun(evening, game, 2)
    live = await evening.live()
    assert live.state is not None
    (match,) = live.state.open
    for seat in match.playing:
        for person in live.people_of(seat):
            await evening.tournaments.arrive(people[person], match=match.id)
    evening.restart()
    for _ in range(12):
        await evening.wait(seconds=game.procedure.seconds + 1)
        evening.restart()
    live = await evening.live()
    assert live.state is not None
    choosing = await evening.vetoes.of(live, live.state.match(match.id))
    assert choosing is not None
    assert choosing.turn is None
    assert choosing.veto.games
    again = await evening.vetoes.of(live, live.state.match(match.id))
    assert again == choosing

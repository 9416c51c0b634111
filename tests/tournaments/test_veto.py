"""Banning and picking: every order ends, in turns, and whoever sleeps is chosen for by lot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.tournaments.rules import veto
from cogs.tournaments.rules.refusals import (
    AlreadyTaken,
    NotAChoice,
    NothingToChoose,
    NotYourTurn,
)
from cogs.tournaments.rules.veto import Act, Game, Kind, Procedure, Turn, Veto

MAPS = ("Ancient", "Anubis", "Dust II", "Inferno", "Mirage", "Nuke", "Overpass")
SIDES = ("CT", "T")
BEST_OFS = (1, 3, 5)


def bans(*order: str, maps: int = 7, starts: tuple[str, ...] = (), best_of: int = 0) -> Procedure:
    orders = ((best_of, veto.moves(order)),) if order else ()
    return Procedure(Kind.ALTERNATE_BANS, MAPS[:maps], starts, orders)


@st.composite
def procedures(draw: st.DrawFn) -> Procedure:
    kind = draw(st.sampled_from(Kind))
    maps = tuple(f"map {number}" for number in range(1, draw(st.integers(1, 9)) + 1))
    openers = maps[: draw(st.integers(0, len(maps)))]
    return Procedure(
        kind,
        maps,
        draw(st.sampled_from([(), SIDES])),
        openers=openers,
        winner_bans=draw(st.integers(0, len(maps) - 1)),
    )


@st.composite
def seen_through(draw: st.DrawFn) -> tuple[Veto, list[Turn]]:
    """A veto to its end, by people and by the clock, with every turn there was."""
    one = veto.begin(draw(procedures()), draw(st.sampled_from(BEST_OFS)), draw(st.integers(0, 1)))
    turns: list[Turn] = []
    for _ in range(100):
        turn = veto.next_turn(one)
        if turn is not None:
            turns.append(turn)
            asleep = draw(st.booleans())
            choice = draw(st.sampled_from(turn.choices))
            one = veto.timed_out(one, "s") if asleep else veto.choose(one, turn.side, choice)
            continue
        if one.procedure.kind is not Kind.LOSER_PICKS or one.decided:
            return one, turns
        one = veto.played(one, draw(st.integers(0, 1)))
    pytest.fail("it never ends")


@given(seen_through())
def test_every_veto_ends_with_a_map_for_every_game_there_are_maps_for(
    end: tuple[Veto, list[Turn]],
) -> None:
    one, _ = end
    games = min(one.best_of, one.procedure.most)
    if one.procedure.kind is Kind.ALTERNATE_BANS:
        assert len(one.games) == games
    if one.procedure.kind is Kind.LOSER_PICKS:
        assert len(one.games) == min(games, len(one.losers))
    assert veto.next_turn(one) is None
    with pytest.raises(NothingToChoose):
        veto.choose(one, 0, "map 1")


@given(seen_through())
def test_a_map_is_played_once_and_never_after_it_was_banned_for_that_game(
    end: tuple[Veto, list[Turn]],
) -> None:
    one, turns = end
    maps = [game.map for game in one.games if game.map]
    assert len(set(maps)) == len(maps)
    assert all(turn.choices and len(set(turn.choices)) == len(turn.choices) for turn in turns)
    if one.procedure.kind is Kind.ALTERNATE_BANS:
        assert not set(maps) & {each.choice for each in one.chosen if each.act is Act.BAN}


@given(seen_through())
def test_nobody_acts_out_of_turn_and_every_choice_is_one_that_was_offered(
    end: tuple[Veto, list[Turn]],
) -> None:
    one, turns = end
    acted = [each for each in one.chosen if each.side is not None]
    assert [(each.side, each.act) for each in acted] == [(t.side, t.act) for t in turns]
    assert all(each.choice in t.choices for each, t in zip(acted, turns, strict=True))


@given(seen_through())
def test_whoever_did_not_choose_the_map_chooses_how_to_start(end: tuple[Veto, list[Turn]]) -> None:
    one, _ = end
    for game in one.games:
        if game.picked_by is not None and one.procedure.starts:
            assert game.starter == 1 - game.picked_by
            assert game.start in SIDES


@given(procedures(), st.sampled_from(BEST_OFS), st.integers(0, 1))
def test_it_is_the_others_turn_until_it_is_mine(one: Procedure, best_of: int, first: int) -> None:
    begun = veto.begin(one, best_of, first)
    turn = veto.next_turn(begun)
    if turn is not None:
        with pytest.raises(NotYourTurn):
            veto.choose(begun, 1 - turn.side, turn.choices[0])


@given(st.integers(1, 12), st.integers(1, 7))
def test_the_usual_order_fits_every_pool(maps: int, games: int) -> None:
    assert veto.fits(veto.usual_order(maps, games), maps, min(maps, games))


def chosen(one: Veto, *choices: str) -> Veto:
    for choice in choices:
        turn = veto.next_turn(one)
        assert turn
        one = veto.choose(one, turn.side, choice)
    return one


def test_six_bans_in_turns_leave_the_map_of_a_single_game() -> None:
    one = veto.begin(bans(starts=SIDES), 1, first=1)
    sides = []
    for choice in MAPS[:6]:
        turn = veto.next_turn(one)
        assert turn
        sides.append(turn.side)
        one = chosen(one, choice)
    assert sides == [1, 0, 1, 0, 1, 0]
    assert veto.next_turn(one) == Turn(1, Act.START, SIDES)
    assert chosen(one, "T").games == (Game("Overpass", None, 1, "T"),)


def test_ban_ban_pick_pick_and_the_last_decides() -> None:
    order = ("ban", "ban", "pick", "pick", "ban", "ban", "last")
    one = veto.begin(bans(*order, best_of=3), 3, first=0)
    one = chosen(one, "Ancient", "Anubis", "Nuke", "Mirage", "Dust II", "Inferno")
    assert [(game.map, game.picked_by) for game in one.games] == [
        ("Nuke", 0),
        ("Mirage", 1),
        ("Overpass", None),
    ]


def test_an_order_may_say_which_side_strikes_twice() -> None:
    order = ("first ban", "second ban", "second ban", "first ban", "last")
    sides = [move.side for move in veto.moves(order)[:4]]
    assert sides == [0, 1, 1, 0]
    with pytest.raises(ValueError, match="steal"):
        veto.moves(["ban", "steal"])


@pytest.mark.parametrize(
    ("order", "fits"),
    [
        (("ban", "ban", "last"), True),
        (("ban", "last"), False),  # two maps are left
        (("ban", "pick"), True),
        (("last", "ban", "ban"), False),
        (("ban", "ban", "ban", "last"), False),
        (("pick", "pick"), False),
    ],
)
def test_an_order_that_does_not_fit_its_pool_is_seen(order: tuple[str, ...], fits: bool) -> None:
    assert veto.fits(veto.moves(order), maps=3, games=1) is fits


@pytest.mark.parametrize(
    ("choice", "refusal"), [("Nuke", AlreadyTaken), ("Train", NotAChoice), ("CT", NotAChoice)]
)
def test_what_is_taken_or_unknown_is_refused(choice: str, refusal: type[Exception]) -> None:
    one = chosen(veto.begin(bans(starts=SIDES), 1, first=0), "Nuke")
    with pytest.raises(refusal):
        veto.choose(one, 1, choice)


def test_the_loser_picks_among_what_the_winner_left() -> None:
    stages = Procedure(Kind.LOSER_PICKS, MAPS, openers=MAPS[:3], winner_bans=2)
    one = veto.begin(stages, 3, first=0)
    with pytest.raises(NotYourTurn):  # there is no game yet to have lost
        veto.played(one, 0)
    one = chosen(one, "Ancient", "Anubis")
    assert one.games == (Game("Dust II", None),)
    one = chosen(veto.played(one, 0), "Nuke", "Mirage")
    turn = veto.next_turn(one)
    assert turn == Turn(0, Act.PICK, ("Ancient", "Anubis", "Inferno", "Overpass"))
    one = veto.played(chosen(one, "Anubis"), 1)
    turn = veto.next_turn(one)  # last game's bans are over
    assert turn == Turn(0, Act.BAN, ("Ancient", "Inferno", "Mirage", "Nuke", "Overpass"))
    one = chosen(one, "Nuke", "Ancient", "Mirage")
    assert [game.picked_by for game in one.games] == [None, 0, 1]
    assert veto.played(one, 1).decided
    assert veto.next_turn(veto.played(one, 1)) is None


def test_a_match_that_is_over_asks_for_no_further_map() -> None:
    one = veto.begin(Procedure(Kind.LOSER_PICKS, MAPS[:3]), 3, first=0)
    one = veto.played(chosen(one, *MAPS[:2]), 1)
    one = veto.played(chosen(one, "Ancient"), 1)
    assert one.decided
    assert veto.next_turn(one) is None
    assert veto.played(one, 1) == one


def test_a_coin_gives_the_first_choice_and_nothing_else() -> None:
    one = veto.begin(Procedure(Kind.COIN, starts=("white", "black")), 1, veto.toss("secret"))
    turn = veto.next_turn(one)
    assert turn == Turn(veto.toss("secret"), Act.START, ("white", "black"))
    one = veto.choose(one, turn.side, "black")
    assert one.games == (Game("", None, turn.side, "black"),)
    assert veto.next_turn(one) is None


def test_the_toss_is_fair_and_everybody_can_check_it() -> None:
    tosses = [veto.toss(f"secret:W1.{number}") for number in range(1000)]
    assert tosses == [veto.toss(f"secret:W1.{number}") for number in range(1000)]
    assert 400 < sum(tosses) < 600


def test_the_clock_chooses_the_same_for_everybody_who_checks_it() -> None:
    def slept(secret: str) -> Veto:
        one = veto.begin(bans(starts=SIDES), 3, first=0)
        while veto.next_turn(one):
            one = veto.timed_out(one, secret)
        return one

    assert slept("a") == slept("a")
    assert len({slept(f"secret {number}").games for number in range(20)}) > 10
    assert all(each.by_clock for each in slept("a").chosen if each.side is not None)
    starts = [{game.start for game in slept(f"secret {number}").games} for number in range(20)]
    assert set(SIDES) in starts  # each choice is a lot of its own
    with pytest.raises(NothingToChoose):
        veto.timed_out(slept("a"), "a")


def test_where_there_is_nothing_to_choose_nobody_is_asked() -> None:
    assert veto.next_turn(veto.begin(Procedure(Kind.NONE), 3, 0)) is None
    alone = veto.begin(bans(maps=1), 1, 0)
    assert veto.next_turn(alone) is None
    assert alone.games == (Game("Ancient", None),)

"""Names and reasons as staff types them, and which match is meant by a name."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from cogs.tournaments.rules import commands, pointing
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import (
    NobodyNamed,
    NoMatchOfTheirs,
    NoReason,
    Reason,
    SeveralNamed,
)
from cogs.tournaments.rules.moves import begin
from cogs.tournaments.rules.setup import Setup
from cogs.tournaments.rules.typed import named, why
from tests.tournaments.players import told

FIRST = MatchId("W1.1")
NAMES: Mapping[int, str] = MappingProxyType({1: "Zoé", 2: "zoe du 93", 3: "Kim", 4: "", 5: "Léo"})


@pytest.mark.parametrize(
    ("typed", "seat"),
    [("zoe", 1), ("@ZOÉ", 1), ("Zoé du", 2), ("k", 3), ("4", 4), ("#4", 4), ("leo", 5)],
)
def test_a_name_is_known_by_its_beginning(typed: str, seat: int) -> None:
    assert named(typed, NAMES) == seat


def test_a_number_with_its_sign_is_never_the_beginning_of_a_name() -> None:
    names = {1: "2 Vite", 2: "Kim", 3: "Kim"}
    assert named("2", names) == 1
    assert [named(f"#{seat}", names) for seat in names] == [1, 2, 3]
    with pytest.raises(NobodyNamed):
        named("#7", names)


def test_a_name_that_is_nobodys_or_several_peoples_is_refused() -> None:
    for typed in ("", "@", "Max", "6", "9" * 200):
        with pytest.raises(NobodyNamed):
            named(typed, NAMES)
    with pytest.raises(SeveralNamed):
        named("z", NAMES)


def test_a_reason_is_one_of_ours() -> None:
    assert {why(each) for each in ("Entendus", "proof", "ABSENT", "mistake")} == {
        Reason.HEARD,
        Reason.PROOF,
        Reason.ABSENT,
        Reason.MISTAKE,
    }
    with pytest.raises(NoReason):
        why("parce")


def test_a_player_means_their_match_or_else_their_last() -> None:
    state = begin(Setup(4))
    assert pointing.now(state, 4).id == FIRST
    with pytest.raises(NoMatchOfTheirs):
        pointing.settled(state, 4)
    for at, by in (("W1.1", 4), ("W1.2", 3)):
        state = told(state, commands.Forfeit(MatchId(at), by))
    assert pointing.settled(state, 4).id == FIRST
    assert pointing.to_decide(state, 1).id == MatchId("W2.1")

"""Who may do what: every cell of the table that players and hosts are promised."""

import pytest

from cogs.tournaments.rules.crew import (
    MATRIX,
    Act,
    CastersOnly,
    Duty,
    HostsOnly,
    OwnersOnly,
    Reach,
    RefereesOnly,
    must_reach,
    reach,
)
from core.errors import NotAllowed

# ● everywhere, o one's own, p what is public, – nothing; in the order of `Duty`.
PROMISED = {
    Act.RUN: "●●––––––",
    Act.NAME_HOST: "●–––––––",
    Act.NAME_CREW: "●●––––––",
    Act.GATHER: "●●●–o–––",
    Act.SEED: "●●––––––",
    Act.TELL: "●●●–oo––",
    Act.TAKE_BACK: "●●●–oo––",
    Act.JUDGE: "●●●–––––",
    Act.MOVE: "●●●–oo––",
    Act.CAST: "●●–●––––",
    Act.SEE_DISPUTES: "●●●–oo––",
    Act.EXPORT: "●●–––op–",
    Act.SEE: "●●●●●●●–",
    Act.SEE_HELP: "––––––––",
}
SIGNS = {"●": Reach.ALL, "o": Reach.OWN, "p": Reach.PUBLIC, "–": Reach.NONE}
CELLS = [
    (act, duty, SIGNS[sign])
    for act, row in PROMISED.items()
    for duty, sign in zip(Duty, row, strict=True)
]


@pytest.mark.parametrize(("act", "duty", "promised"), CELLS)
def test_every_cell_is_as_promised(act: Act, duty: Duty, promised: Reach) -> None:
    assert reach([duty], act) is promised
    if promised is Reach.ALL:
        must_reach([duty], act)
    else:
        with pytest.raises(NotAllowed):
            must_reach([duty], act)


def test_the_table_has_every_act() -> None:
    assert set(PROMISED) == set(Act) == set(MATRIX)


def test_somebody_who_is_several_may_what_each_may() -> None:
    both = [Duty.PLAYER, Duty.REFEREE]
    assert reach(both, Act.JUDGE) is Reach.ALL
    assert reach([Duty.HELPING, Duty.CASTER], Act.CAST) is Reach.ALL
    assert reach([], Act.SEE) is Reach.NONE


@pytest.mark.parametrize(
    ("act", "refusal"),
    [
        (Act.RUN, HostsOnly),
        (Act.NAME_HOST, OwnersOnly),
        (Act.JUDGE, RefereesOnly),
        (Act.MOVE, RefereesOnly),
        (Act.CAST, CastersOnly),
        (Act.SEED, HostsOnly),
        (Act.SEE_HELP, OwnersOnly),
    ],
)
def test_a_refusal_says_who_can(act: Act, refusal: type[NotAllowed]) -> None:
    with pytest.raises(refusal):
        must_reach([Duty.SPECTATOR], act)

"""Tournaments to try things on: every format, with any choice that its rules leave open."""

from collections.abc import Mapping
from types import MappingProxyType

from hypothesis import strategies as st

from cogs.tournaments.rules.drops import Drops
from cogs.tournaments.rules.elimination import GrandFinal
from cogs.tournaments.rules.setup import ELIMINATIONS, Cut, Format, Setup
from cogs.tournaments.rules.tiebreaks import Tiebreak

SCRIPTS = st.lists(
    st.tuples(st.integers(0, 199), st.integers(0, 199), st.integers(0, 1)),
    min_size=10,
    max_size=40,
)
DROPS = st.sampled_from(list(Drops))
FINALS = st.sampled_from(list(GrandFinal))
CUTS = st.none() | st.builds(
    Cut,
    take=st.integers(1, 5),
    format=st.sampled_from(sorted(ELIMINATIONS)),
    third_place=st.booleans(),
    grand_final=FINALS,
    drops=DROPS,
)
EARLY = st.sampled_from([(0, 0), (0, 0), (3, 3), (2, 2), (3, 0), (0, 2)])
BY_GAMES = (Tiebreak.POINTS, Tiebreak.SONNEBORN_BERGER, Tiebreak.GAME_DIFF, Tiebreak.LOT)
TIEBREAKS = st.sampled_from(
    [(), BY_GAMES, (Tiebreak.POINTS, Tiebreak.HEAD_TO_HEAD, Tiebreak.SEED)]
)


@st.composite
def _robins(draw: st.DrawFn) -> Setup:
    groups = draw(st.integers(1, 3))
    return Setup(
        draw(st.integers(2 * groups, 4 * groups + 1)),
        Format.ROUND_ROBIN,
        groups=groups,
        legs=draw(st.integers(1, 2)),
        draws=draw(st.booleans()),
        tiebreaks=draw(TIEBREAKS),
        cut=draw(CUTS),
    )


@st.composite
def _swisses(draw: st.DrawFn) -> Setup:
    wins, losses = draw(EARLY)
    return Setup(
        draw(st.integers(2, 11)),
        Format.SWISS,
        rounds=draw(st.integers(0, 4)),
        draws=draw(st.booleans()),
        wins_to_qualify=wins,
        losses_to_exit=losses,
        late_half_wins=draw(st.integers(0, 2)),
        tiebreaks=draw(TIEBREAKS),
        cut=draw(CUTS),
    )


FIELDS: Mapping[Format, st.SearchStrategy[Setup]] = MappingProxyType(
    {
        Format.SINGLE_ELIMINATION: st.builds(
            Setup,
            st.integers(2, 24),
            third_place=st.booleans(),
            finals=st.sampled_from([(), (3, 3)]),
        ),
        Format.DOUBLE_ELIMINATION: st.builds(
            Setup,
            st.integers(2, 20),
            st.just(Format.DOUBLE_ELIMINATION),
            drops=DROPS,
            grand_final=FINALS,
        ),
        Format.ROUND_ROBIN: _robins(),
        Format.SWISS: _swisses(),
        Format.LOBBIES: st.builds(
            Setup,
            st.integers(2, 14),
            st.just(Format.LOBBIES),
            rounds=st.integers(1, 3),
            lobby=st.integers(3, 6),
            draws=st.booleans(),
            points=st.sampled_from([(), (5, 3, 1)]),
            cut=CUTS,
        ),
        Format.ARENA: st.builds(
            Setup, st.integers(2, 8), st.just(Format.ARENA), draws=st.booleans(), cut=CUTS
        ),
    }
)

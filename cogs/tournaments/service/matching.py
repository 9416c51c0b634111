"""The exact matching of the Swiss, by networkx: the rules are given it and know nothing of it."""

from collections.abc import Collection, Sequence

import networkx as nx

from cogs.tournaments.rules.pairing import Edge, Pair


def matched(edges: Sequence[Edge]) -> Collection[Pair]:
    """As many pairs as possible, and among those the heaviest; integers stay exact."""
    graph = nx.Graph()
    graph.add_weighted_edges_from(edges)
    pairs: set[Pair] = nx.max_weight_matching(graph, maxcardinality=True)
    return pairs

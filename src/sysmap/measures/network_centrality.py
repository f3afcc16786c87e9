"""Centrality of stakeholders: who has reach, connects others, is near to all, is well connected, is in the core.

All use networkx's definitions and normalisation on the collaboration view. Ties count as present or absent, except in
`strength` and `pagerank`, which use their weights: a heavier tie is a closer one (a weight is not a distance).
"""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from sysmap.algorithms import sampled_betweenness
from sysmap.algorithms.numbering import number_nodes
from sysmap.analysis import Analysis, kept
from sysmap.measures.port import Estimate, Values, measure
from sysmap.messages import Message

__all__ = [
    "betweenness",
    "betweenness_estimate",
    "closeness",
    "core_number",
    "degree",
    "eigenvector",
    "harmonic",
    "highest_betweenness_estimate",
    "pagerank",
    "sample_betweenness",
    "strength",
]

SHARE = Message("share, 0-1")


@kept
def sample_betweenness(analysis: Analysis) -> tuple[Values, Estimate] | None:
    """Estimate betweenness from `Settings.sources` random stakeholders.

    None if the network is small (`Settings.exact`) or all would be drawn.
    """
    settings, size = analysis.settings, len(analysis.collaboration)
    sources = max(2, settings.sources)  # the error cannot be told from a single one
    if size <= max(settings.exact, sources):
        return None
    values, errors = sampled_betweenness(analysis.collaboration, sources, settings.seed)
    return values, Estimate(sources, size, settings.seed, errors)


def betweenness_estimate(analysis: Analysis) -> Estimate | None:
    """Return how betweenness is estimated, or None if it is exact."""
    sample = sample_betweenness(analysis)
    return sample[1] if sample else None


def highest_betweenness_estimate(analysis: Analysis) -> Estimate | None:
    """The same for a measure of the whole graph that depends on the highest betweenness.

    Its error is that of the highest value.
    """
    sample = sample_betweenness(analysis)
    if sample is None:
        return None
    values, estimate = sample
    highest = max(values, key=lambda uid: values[uid] or 0)
    return Estimate(estimate.sources, estimate.of, estimate.seed, {"": estimate.errors[highest]})


@measure(
    topic="network",
    order=80,
    title=Message("Number of partners"),
    term="degree",
    unit=Message("partners"),
    how=Message("Counts the stakeholders it has a partnership with; several partnerships with one count once."),
    advice=Message("Many partners: a good channel for news, and perhaps overloaded. None: invite it in."),
    source="networkx degree; Freeman 1978",
)
def degree(analysis: Analysis) -> Values:
    """Partners of each stakeholder, 0 to n - 1; 0 without a partner. Weights are not used."""
    return dict(analysis.collaboration.degree)


@measure(
    topic="network",
    order=90,
    title=Message("Strength of partnerships"),
    term="strength (weighted degree)",
    unit=Message("sum of weights"),
    how=Message("Adds up the weights of its partnerships; one without a weight counts 1."),
    advice=Message("Strong with few partners: deep and dependent. Weak with many: wide and thin."),
    source="networkx degree(weight)",
    weighted=True,
)
def strength(analysis: Analysis) -> Values:
    """Sum of the weights of each stakeholder's partnerships, 0 and up; 0 without a partner."""
    return dict(analysis.collaboration.degree(weight="weight"))


@measure(
    topic="network",
    order=100,
    title=Message("Go-between role"),
    term="betweenness centrality",
    high=1,
    unit=SHARE,
    how=Message("Of all shortest chains of partnerships between two others, the share that runs through it."),
    advice=Message("High: it connects others. Ask it to broker, and prepare a stand-in in case it leaves."),
    source="Freeman 1977; networkx betweenness_centrality; estimates: Brandes & Pich 2007",
    estimate=betweenness_estimate,
)
def betweenness(analysis: Analysis) -> Values:
    """Share of shortest paths between two others through each stakeholder, 0 to 1. Weights are not used.

    With more stakeholders than `Settings.exact` this is an estimate; a value may be None if too few were drawn.
    """
    sample = sample_betweenness(analysis)
    return sample[0] if sample else dict(nx.betweenness_centrality(analysis.collaboration))


@measure(
    topic="network",
    order=110,
    title=Message("Closeness"),
    term="closeness centrality (Wasserman-Faust)",
    high=1,
    unit=SHARE,
    how=Message(
        "Those it can reach divided by the sum of the steps to them, times the share of the network it can reach."
    ),
    advice=Message("High: news from it reaches everybody quickly. Brief it first."),
    source="Wasserman & Faust 1994; networkx closeness_centrality(wf_improved=True)",
)
def closeness(analysis: Analysis) -> Values:
    """Closeness rescaled by the part of the network that is reached, 0 (reaches nobody) to 1. Weights are not used."""
    return dict(nx.closeness_centrality(analysis.collaboration, wf_improved=True))


@measure(
    topic="network",
    order=120,
    title=Message("Reach weighed by distance"),
    term="harmonic centrality",
    unit=Message("partners' worth of reach"),
    how=Message(
        "Each stakeholder it can reach counts one over the steps to it: a partner 1, a partner's partner a half."
    ),
    advice=Message("Compares stakeholders fairly even where the network falls into pieces."),
    source="Boldi & Vigna 2014; networkx harmonic_centrality",
)
def harmonic(analysis: Analysis) -> Values:
    """Sum of 1/distance to all others, 0 to n - 1, not normalised. Weights are not used."""
    network, uids = number_nodes(analysis.collaboration)
    return {uids[number]: score for number, score in nx.harmonic_centrality(network).items()}


@measure(
    topic="network",
    order=130,
    title=Message("Well-connected partners"),
    term="eigenvector centrality",
    high=1,
    unit=Message("score, 0-1"),
    how=Message(
        "A stakeholder scores high when its partners score high. Only the piece of the network with the most ties among itself scores."
    ),
    advice=Message("High: close to the centre of influence. Useful as an ally for change."),
    source="Bonacich 1972; networkx eigenvector_centrality",
)
def eigenvector(analysis: Analysis) -> Values:
    """The principal eigenvector of the 0/1 adjacency matrix, of length 1, each entry 0 to 1.

    None if there is no tie at all. networkx iterates from equal scores. When two components are nearly alike, it stops
    too early or never. This is the limit that it would reach: each component that has the largest eigenvalue of all
    contributes its own eigenvector, weighted by the sum of its entries; all others are 0.
    """
    network = analysis.collaboration
    if not network.number_of_edges():
        return dict.fromkeys(network)
    components = [sorted(component) for component in nx.connected_components(network) if len(component) > 1]
    solved = list(_iterate_eigenvectors(network, components))
    largest = max(value for _, value, _ in solved)
    limit = {
        uid: entry * total
        for component, value, vector in solved
        if value > largest * (1 - 1e-9)
        for total in [sum(vector)]
        for uid, entry in zip(component, vector, strict=True)
    }
    length = sum(entry**2 for entry in limit.values()) ** 0.5
    return {uid: min(1.0, limit.get(uid, 0.0) / length) for uid in network}


def _iterate_eigenvectors(
    network: nx.Graph, components: list[list[str]]
) -> Iterator[tuple[list[str], float, list[float]]]:
    """Yield (component, its largest eigenvalue, the eigenvector) for each component that may have the largest.

    The vector is non-negative and of length 1. The largest eigenvalue of a component is at most its largest degree, and
    the largest of the network is at least the square root of the largest degree of all. So a component whose largest
    degree is below that root is left out.
    """
    import numpy as np
    from scipy.sparse.linalg import eigsh

    degree = dict(network.degree)
    least = max(degree.values()) ** 0.5
    components = [component for component in components if max(degree[uid] for uid in component) >= least * (1 - 1e-9)]
    # One matrix with the components in order: each is a block on its diagonal.
    whole = nx.to_scipy_sparse_array(
        network, [uid for component in components for uid in component], weight=None, dtype=float
    )
    first = 0
    for component in components:
        block = whole[first : first + len(component), first : first + len(component)]
        first += len(component)
        values, vectors = eigsh(block, k=1, which="LA", v0=np.ones(len(component)))
        yield component, float(values[0]), np.abs(vectors[:, 0]).tolist()


@measure(
    topic="network",
    order=140,
    title=Message("Flow of attention"),
    term="PageRank",
    high=1,
    unit=SHARE,
    how=Message(
        "The share of time a visitor spends there who walks along partnerships, heavy ones more often, and starts afresh 15 % of the time."
    ),
    advice=Message("High: much passes by here. A good host for shared data and meetings."),
    source="Page et al. 1999; networkx pagerank(alpha=0.85)",
    weighted=True,
)
def pagerank(analysis: Analysis) -> Values:
    """PageRank with damping 0.85: 0 to 1, the sum is 1. Weights are used, as is networkx's default."""
    return dict(nx.pagerank(analysis.collaboration, tol=1e-12, max_iter=1000))


@measure(
    topic="network",
    order=150,
    title=Message("Depth in the core"),
    term="core number (k-core)",
    unit=Message("k"),
    how=Message(
        "The largest k such that it belongs to a group in which everybody has at least k partners in the group."
    ),
    advice=Message("The highest core holds the network together; the lowest is easily lost."),
    source="Seidman 1983; networkx core_number",
)
def core_number(analysis: Analysis) -> Values:
    """Core number, a whole number from 0 (no partner). Weights are not used."""
    return dict(nx.core_number(analysis.collaboration))

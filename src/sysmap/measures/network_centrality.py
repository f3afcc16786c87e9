"""Who has reach, who connects, who is near, who is well connected, who is embedded.

All are networkx's definitions and normalisation on the collaboration view. Ties count as present or absent, except in
`strength` and `pagerank`, which use their weights: a heavy tie is a close one, and no distance.
"""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from sysmap.algorithms import sampled_betweenness
from sysmap.algorithms.numbering import number_nodes
from sysmap.analysis import Analysis, kept
from sysmap.measures.port import Estimate, Values, measure
from sysmap.messages import Message

__all__ = ["betweenness", "betweenness_estimate", "closeness", "core_number", "degree", "eigenvector", "harmonic", "highest_betweenness_estimate", "pagerank", "sample_betweenness", "strength"]

SHARE = Message("share, 0-1")


@kept
def sample_betweenness(analysis: Analysis) -> tuple[Values, Estimate] | None:
    """Betweenness from `Settings.sources` drawn stakeholders; None up to `Settings.exact` of them, or where that draws all."""
    settings, size = analysis.settings, len(analysis.collaboration)
    sources = max(2, settings.sources)  # one alone tells no error
    if size <= max(settings.exact, sources):
        return None
    values, errors = sampled_betweenness(analysis.collaboration, sources, settings.seed)
    return values, Estimate(sources, size, settings.seed, errors)


def betweenness_estimate(analysis: Analysis) -> Estimate | None:
    """What betweenness is estimated from."""
    found = sample_betweenness(analysis)
    return found[1] if found else None


def highest_betweenness_estimate(analysis: Analysis) -> Estimate | None:
    """The same for a number that rests on the highest betweenness, and has its standard error."""
    found = sample_betweenness(analysis)
    if found is None:
        return None
    values, told = found
    highest = max(values, key=lambda uid: values[uid] or 0)
    return Estimate(told.sources, told.of, told.seed, {"": told.errors[highest]})


@measure(
    topic="network", order=80,
    title=Message("Number of partners"), term="degree", unit=Message("partners"),
    how=Message("Counts the stakeholders it has a partnership with; several partnerships with one count once."),
    advice=Message("Many partners: a good channel for news, and perhaps overloaded. None: invite it in."),
    source="networkx degree; Freeman 1978")
def degree(analysis: Analysis) -> Values:
    """Partners of each stakeholder, 0 to n - 1; 0 without a partner. Weights are not used."""
    return dict(analysis.collaboration.degree)


@measure(
    topic="network", order=90,
    title=Message("Strength of partnerships"), term="strength (weighted degree)",
    unit=Message("sum of weights"),
    how=Message("Adds up the weights of its partnerships; one without a weight counts 1."),
    advice=Message("Strong with few partners: deep and dependent. Weak with many: wide and thin."),
    source="networkx degree(weight)", weighted=True)
def strength(analysis: Analysis) -> Values:
    """Sum of the weights of each stakeholder's partnerships, 0 and up; 0 without a partner."""
    return dict(analysis.collaboration.degree(weight="weight"))


@measure(
    topic="network", order=100,
    title=Message("Go-between role"), term="betweenness centrality", high=1, unit=SHARE,
    how=Message("Of all shortest chains of partnerships between two others, the share that runs through it."),
    advice=Message("High: it connects others. Ask it to broker, and prepare a stand-in in case it leaves."),
    source="Freeman 1977; networkx betweenness_centrality; estimates: Brandes & Pich 2007", estimate=betweenness_estimate)
def betweenness(analysis: Analysis) -> Values:
    """Share of shortest paths between two others through each stakeholder, 0 to 1. Weights are not used.

    On more stakeholders than `Settings.exact` an estimate, which may be None where too few were drawn.
    """
    found = sample_betweenness(analysis)
    return found[0] if found else dict(nx.betweenness_centrality(analysis.collaboration))


@measure(
    topic="network", order=110,
    title=Message("Closeness"), term="closeness centrality (Wasserman-Faust)", high=1, unit=SHARE,
    how=Message("Those it can reach divided by the sum of the steps to them, times the share of the network it can reach."),
    advice=Message("High: news from it reaches everybody quickly. Brief it first."),
    source="Wasserman & Faust 1994; networkx closeness_centrality(wf_improved=True)")
def closeness(analysis: Analysis) -> Values:
    """Closeness rescaled by the part of the network that is reached, 0 (reaches nobody) to 1. Weights are not used."""
    return dict(nx.closeness_centrality(analysis.collaboration, wf_improved=True))


@measure(
    topic="network", order=120,
    title=Message("Reach weighed by distance"), term="harmonic centrality",
    unit=Message("partners' worth of reach"),
    how=Message("Each stakeholder it can reach counts one over the steps to it: a partner 1, a partner's partner a half."),
    advice=Message("Compares stakeholders fairly even where the network falls into pieces."),
    source="Boldi & Vigna 2014; networkx harmonic_centrality")
def harmonic(analysis: Analysis) -> Values:
    """Sum of 1/distance to all others, 0 to n - 1, not normalised. Weights are not used."""
    network, uids = number_nodes(analysis.collaboration)
    return {uids[number]: score for number, score in nx.harmonic_centrality(network).items()}


@measure(
    topic="network", order=130,
    title=Message("Well-connected partners"), term="eigenvector centrality", high=1,
    unit=Message("score, 0-1"),
    how=Message("A stakeholder scores high when its partners score high. Only the piece of the network with the most ties among itself scores."),
    advice=Message("High: close to the centre of influence. Useful as an ally for change."),
    source="Bonacich 1972; networkx eigenvector_centrality")
def eigenvector(analysis: Analysis) -> Values:
    """The principal eigenvector of the 0/1 adjacency, of length 1, each entry 0 to 1; None where there is no tie at all.

    This is the limit of networkx's power iteration from equal scores, which stops early or not at all when two pieces of the
    network are nearly alike: of each piece that shares the largest eigenvalue its own eigenvector, weighed by its sum;
    0 in all other pieces.
    """
    network = analysis.collaboration
    if not network.number_of_edges():
        return dict.fromkeys(network)
    pieces = list(_principal(network, [sorted(piece) for piece in nx.connected_components(network) if len(piece) > 1]))
    largest = max(value for _, value, _ in pieces)
    limit = {uid: entry * whole for piece, value, vector in pieces if value > largest * (1 - 1e-9)
             for whole in [sum(vector)] for uid, entry in zip(piece, vector, strict=True)}
    length = sum(entry ** 2 for entry in limit.values()) ** 0.5
    return {uid: min(1.0, limit.get(uid, 0.0) / length) for uid in network}


def _principal(network: nx.Graph, pieces: list[list[str]]) -> Iterator[tuple[list[str], float, list[float]]]:
    """Of each connected piece the largest eigenvalue and its eigenvector: non-negative, of length 1.

    A piece whose largest degree, which no eigenvalue exceeds, is below the square root of the largest of all, which the
    largest eigenvalue reaches, cannot have the largest: it is passed over.
    """
    import numpy as np
    from scipy.sparse.linalg import eigsh

    degree = dict(network.degree)
    least = max(degree.values()) ** 0.5
    pieces = [piece for piece in pieces if max(degree[uid] for uid in piece) >= least * (1 - 1e-9)]
    whole = nx.to_scipy_sparse_array(network, [uid for piece in pieces for uid in piece], weight=None, dtype=float)
    first = 0
    for piece in pieces:
        matrix = whole[first:first + len(piece), first:first + len(piece)]
        first += len(piece)
        found, vectors = eigsh(matrix, k=1, which="LA", v0=np.ones(len(piece)))
        yield piece, float(found[0]), np.abs(vectors[:, 0]).tolist()


@measure(
    topic="network", order=140,
    title=Message("Flow of attention"), term="PageRank", high=1, unit=SHARE,
    how=Message("The share of time a visitor spends there who walks along partnerships, heavy ones more often, and starts afresh 15 % of the time."),
    advice=Message("High: much passes by here. A good host for shared data and meetings."),
    source="Page et al. 1999; networkx pagerank(alpha=0.85)", weighted=True)
def pagerank(analysis: Analysis) -> Values:
    """PageRank with damping .85, 0 to 1, summing to 1. Weights are used, as networkx does by default."""
    return dict(nx.pagerank(analysis.collaboration, tol=1e-12, max_iter=1000))


@measure(
    topic="network", order=150,
    title=Message("Depth in the core"), term="core number (k-core)",
    unit=Message("k"),
    how=Message("The largest k such that it belongs to a group in which everybody has at least k partners in the group."),
    advice=Message("The highest core holds the network together; the lowest is easily lost."),
    source="Seidman 1983; networkx core_number")
def core_number(analysis: Analysis) -> Values:
    """Core number, a whole number from 0 (no partner). Weights are not used."""
    return dict(nx.core_number(analysis.collaboration))

"""Burt's structural holes: how free each stakeholder is to bridge.

Weights are used: they tell how much goes into a partnership. All are undefined (None) for a stakeholder without a
partner. Burt, Structural Holes, 1992; Burt, Structural Holes and Good Ideas, 2004.
"""

from __future__ import annotations

import networkx as nx

from sysmap.analysis import Analysis
from sysmap.measures.port import Values, measure, measure_values
from sysmap.messages import Message

__all__ = ["constraint", "effective_size", "efficiency"]


@measure(
    topic="brokerage",
    order=20,
    title=Message("Closed circle"),
    term="constraint",
    high=2,
    unit=Message("score, low = free to bridge"),
    how=Message("How much its partnerships go, directly and through partners, to the same few."),
    advice=Message(
        "Low: free to bridge groups that do not meet, so give it a connecting role. High: help it to partners elsewhere."
    ),
    source="Burt 1992, 2004; networkx constraint(weight)",
    weighted=True,
)
def constraint(analysis: Analysis) -> Values:
    """Sum over partners j of (p_ij + sum_q p_iq p_qj)^2, where p_ij is j's share of the weight of all ties of i.

    Above 0; at most 2, and at most 9/8 where all weights are equal.
    """
    network = analysis.collaboration
    return dict(nx.constraint(network, weight="weight")) if network.number_of_edges() else dict.fromkeys(network)


@measure(
    topic="brokerage",
    order=30,
    title=Message("Partners that are not redundant"),
    term="effective size",
    low=1,
    unit=Message("partners"),
    how=Message("The number of partners less the overlap: partners who are partners of each other count only in part."),
    advice=Message("High: hears different voices. Ask it what others do not know."),
    source="Burt 1992; Borgatti 1997; by the definition, since networkx's shortcut for all nodes is wrong on weighted graphs",
    weighted=True,
)
def effective_size(analysis: Analysis) -> Values:
    """Sum over partners j of 1 - sum_q p_iq m_jq, 1 to the number of partners; with equal weights n - 2t/n.

    p_iq is the share of i's weight that goes to q, m_jq the weight of j-q over the heaviest of j's.
    """
    import numpy as np

    network = analysis.collaboration
    partners = np.array([count for _, count in network.degree])
    if not partners.any():
        return dict.fromkeys(network)
    weights = nx.to_scipy_sparse_array(network, dtype=float, format="csr")
    # scale: the sum of each one's weights; heaviest: its heaviest tie (1 for those without partners, to divide by).
    scale = np.where(partners > 0, weights.sum(axis=1), 1)
    heaviest = np.where(partners > 0, weights.max(axis=1).toarray().ravel(), 1)
    # overlap[i, q]: the sum of m_jq over the partners j of i. Multiplied by p_iq and summed over q it is the redundancy
    # of i.
    overlap = (weights != 0).astype(float) @ (weights / heaviest[:, None])
    redundancy = (weights.multiply(overlap)).sum(axis=1) / scale
    sizes = np.maximum(1, partners - redundancy)
    return {uid: float(size) if count else None for uid, count, size in zip(network, partners, sizes, strict=True)}


@measure(
    topic="brokerage",
    order=40,
    title=Message("Share of partners who add something new"),
    term="efficiency",
    high=1,
    unit=Message("share, 0-1"),
    how=Message("Partners that are not redundant, divided by all partners."),
    advice=Message("Low: much effort goes to partners who know the same people. Spend some of it on new ones."),
    source="Burt 1992",
    weighted=True,
)
def efficiency(analysis: Analysis) -> Values:
    """Effective size over the number of partners, above 0 to 1."""
    sizes, partners = measure_values(analysis, "effective_size"), measure_values(analysis, "degree")
    return {uid: size / partners[uid] if size else None for uid, size in sizes.items()}  # type: ignore[operator]

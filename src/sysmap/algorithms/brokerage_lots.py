"""How often a node would play a brokerage role if the groups of all others were dealt out again by lot."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx

from sysmap.algorithms.brokerage import UNDIRECTED_ROLES
from sysmap.algorithms.lots import DRAWS, FEWEST_WAYS, deal_labels, share_as_high, tells_all_ways

if TYPE_CHECKING:
    import numpy as np

    Integers = np.ndarray[Any, np.dtype[np.int64]]

__all__ = ["brokerage_by_lot"]


def brokerage_by_lot(
    G: nx.Graph, groups: Mapping[Any, Hashable | None], brokers: list[Any], draws: int = DRAWS, seed: int = 0
) -> dict[Any, dict[str, float] | None]:
    """Return for each broker: role -> the share of labellings in which it brokers at least as many pairs in this role.

    The ties stay, the broker keeps its own group, and the groups of all others are dealt out anew. The lots are those
    of `deal_labels` for all nodes that have a group; where a lot gives the broker another group, it swaps with one
    drawn from those who were dealt its own, which makes every labelling of the others equally likely.

    Parameters
    ----------
    G : graph
        Undirected; parallel ties and loops do not count.
    groups : mapping
        Node -> its group. Nodes without a group (None, or absent) are left out with all their ties.
    brokers : list
        Nodes with a group.
    draws, seed : int
        How many lots are drawn where not all labellings are told, and the seed, as for `deal_labels`.

    Returns
    -------
    dict
        Broker -> role -> share, above 0 to 1; None where there are fewer than 20 labellings: too few to tell.

    Examples
    --------
    >>> star = nx.star_graph(6)
    >>> brokerage_by_lot(star, {node: node > 3 for node in star}, [0])[0]["coordinator"]
    1.0

    """
    import numpy as np

    nodes = [node for node in G if groups.get(node) is not None]
    number = {node: i for i, node in enumerate(nodes)}
    codes = {group: i for i, group in enumerate(dict.fromkeys(groups[node] for node in nodes))}
    labels = [codes[groups[node]] for node in nodes]
    rows, rng = deal_labels(labels, draws, seed), np.random.default_rng(seed)
    shares: dict[Any, dict[str, float] | None] = {}
    for broker in brokers:
        own, place = labels[number[broker]], number[broker]
        fixed = rows[rows[:, place] == own] if tells_all_ways(labels, draws) else _keep_own(rows, place, own, rng)
        partners = [number[node] for node in G[broker] if node in number and node != broker]
        ties = np.array(_ties_among(G, [nodes[partner] for partner in partners]), dtype=np.int64).reshape(-1, 2)
        counts = _count_by_row(fixed[:, partners].astype(np.int64), ties, own)
        shares[broker] = (
            {role: share_as_high(column) for role, column in zip(UNDIRECTED_ROLES, counts.T, strict=True)}
            if len(fixed) >= FEWEST_WAYS
            else None
        )
    return shares


def _keep_own(rows: np.ndarray[Any, Any], place: int, own: int, rng: np.random.Generator) -> np.ndarray[Any, Any]:
    """The lots, in each of which the one at this place has its own label: it swaps with one who was dealt that."""
    import numpy as np

    fixed = rows.copy()
    for at in np.flatnonzero(fixed[:, place] != own):
        row = fixed[at]
        other = rng.choice(np.flatnonzero(row == own))
        row[other] = row[place]
        row[place] = own
    return fixed


def _ties_among(G: nx.Graph, partners: list[Any]) -> list[tuple[int, int]]:
    """The ties between these nodes, as pairs of places in the list, each once."""
    place = {node: i for i, node in enumerate(partners)}
    return [(i, place[other]) for node, i in place.items() for other in G[node] if place.get(other, -1) > i]


def _count_by_row(labels: Integers, ties: Integers, own: int) -> Integers:
    """Return the counts of the four roles (rows x 4) for a broker of group `own`.

    `labels` (rows x partners) are the groups of its partners; `ties` are those between partners, by column. Pairs of
    partners that are tied are not brokered, so they are subtracted.
    """
    import numpy as np

    counts = np.empty((len(labels), len(UNDIRECTED_ROLES)), dtype=np.int64)
    for at, row in enumerate(labels):
        sizes = np.bincount(row, minlength=own + 1)
        mine, pairs = int(sizes[own]), sizes * (sizes - 1) // 2
        one, other = row[ties[:, 0]], row[ties[:, 1]]
        same, home = one == other, (one == own).astype(np.int64) + (other == own)
        coordinator = pairs[own] - int((same & (home > 0)).sum())
        itinerant = pairs.sum() - pairs[own] - int((same & (home == 0)).sum())
        gatekeeper = mine * (len(row) - mine) - int((home == 1).sum())
        brokered = len(row) * (len(row) - 1) // 2 - len(ties)
        counts[at] = coordinator, itinerant, gatekeeper, brokered - coordinator - itinerant - gatekeeper
    return counts

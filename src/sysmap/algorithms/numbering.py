"""Replace the names of nodes by 0, 1, 2, ..., so that functions of networkx that iterate over sets are repeatable.

Python iterates over a set of strings in a different order in each run. Sums of floats, and searches that stop at the
first hit, then differ from run to run. A set of small integers always has the same order.
"""

from __future__ import annotations

import networkx as nx

__all__ = ["number_nodes"]


def number_nodes(network: nx.Graph) -> tuple[nx.Graph, list[str]]:
    """Return the network with its nodes numbered 0, 1, 2, ... in their order, and the list of uids by number.

    >>> graph, uids = number_nodes(nx.Graph([("a", "b")]))
    >>> list(graph.edges), uids
    ([(0, 1)], ['a', 'b'])
    """
    return nx.convert_node_labels_to_integers(network), list(network)

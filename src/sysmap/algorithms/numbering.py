"""The collaboration view with whole numbers for nodes, for those functions of networkx that walk sets of nodes.

Sets of texts come in another order in each run of Python, and sums of floats, or a search, with them; sets of small
numbers do not.
"""

from __future__ import annotations

import networkx as nx

__all__ = ["number_nodes"]


def number_nodes(network: nx.Graph) -> tuple[nx.Graph, list[str]]:
    """The network with 0, 1, 2 ... for nodes, in their order, and the uid of each.

    >>> graph, uids = numbered(nx.Graph([("a", "b")]))
    >>> list(graph.edges), uids
    ([(0, 1)], ['a', 'b'])
    """
    return nx.convert_node_labels_to_integers(network), list(network)

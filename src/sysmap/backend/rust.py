"""Conversion of a `Network` to a rustworkx graph."""

from __future__ import annotations

from typing import Any

from sysmap.backend.network import Network

__all__ = ["rust_graph"]


def rust_graph(network: Network) -> Any:
    """Return a rustworkx graph whose node numbers are the positions in `network.nodes`.

    Self-loops are left out and parallel ties come once; no function that uses this graph counts them.
    """
    import rustworkx

    kind = rustworkx.PyDiGraph if network.is_directed() else rustworkx.PyGraph
    graph = kind(multigraph=True)  # the ties are unique already: saves a look-up for each
    graph.add_nodes_from([None] * len(network))
    keep = network.once & ~network.loops
    graph.extend_from_edge_list(list(zip(network.tails[keep].tolist(), network.heads[keep].tolist(), strict=True)))
    return graph

"""The bridge to rustworkx."""

from __future__ import annotations

from typing import Any

from sysmap.backend.network import Network

__all__ = ["rust_graph"]


def rust_graph(network: Network) -> Any:
    """The nodes and ties as a rustworkx graph, by position; without self-loops, parallel ties once (no measure here counts them)."""
    import rustworkx

    kind = rustworkx.PyDiGraph if network.is_directed() else rustworkx.PyGraph
    graph = kind(multigraph=True)       # ties are single already: nothing to look up at each
    graph.add_nodes_from([None] * len(network))
    keep = network.once & ~network.loops
    graph.extend_from_edge_list(list(zip(network.tails[keep].tolist(), network.heads[keep].tolist(), strict=True)))
    return graph

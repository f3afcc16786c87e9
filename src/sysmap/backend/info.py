"""The entry that networkx reads when networkx itself is imported. It must stay light, so it imports nothing."""

from __future__ import annotations

from typing import Any

__all__ = ["FUNCTIONS", "get_info"]

FUNCTIONS: dict[str, str] = {
    "articulation_points": "rustworkx.",
    "betweenness_centrality": "Several sources at once, or rustworkx; sampled sources are drawn as networkx draws them.",
    "betweenness_parts": "Not in networkx but in `sysmap.algorithms`: several sources at once.",
    "bridges": "rustworkx; the whole graph only (no root).",
    "closeness_centrality": "Breadth-first search from 1,024 sources at once, as bits; all nodes (no u, no sp).",
    "clustering": "Sparse products; all nodes.",
    "connected_components": "scipy.",
    "constraint": "Sparse products.",
    "convert_node_labels_to_integers": "Only for a `ColumnNetwork`, whose names are replaced.",
    "core_number": "rustworkx; undirected graphs.",
    "edge_betweenness_centrality": "Several sources at once, or rustworkx; not of multigraphs.",
    "effective_size": "Sparse products; right on weighted and directed graphs too. Not of multigraphs.",
    "eigenvector_centrality": "The same power iteration on a sparse matrix.",
    "from_numpy_array": "To a `ColumnNetwork`; Graph and DiGraph.",
    "from_pandas_edgelist": "To a `ColumnNetwork`: no networkx graph, no dictionary for each tie; Graph and DiGraph.",
    "from_scipy_sparse_array": "To a `ColumnNetwork`; Graph and DiGraph.",
    "global_efficiency": "Breadth-first search from 1,024 sources at once, as bits.",
    "harmonic_centrality": "Breadth-first search from 1,024 sources at once, as bits.",
    "leiden_communities": "graspologic-native, the extra `leiden`; seeded. By modularity; undirected graphs.",
    "modularity": "Counted by group; communities as a list.",
    "pagerank": "The same power iteration, a quicker conversion.",
    "relabel_nodes": "Only for a `ColumnNetwork`, whose names are replaced.",
    "to_scipy_sparse_array": "Floats only; taken from the arrays.",
    "transitivity": "Sparse products; undirected graphs.",
    "triangles": "Sparse products; all nodes.",
    "weakly_connected_components": "scipy.",
}
"""Name of each function that is taken over -> how it is computed, and for which arguments."""


def get_info() -> dict[str, Any]:
    """Return what networkx expects from the entry point `networkx.backend_info`.

    >>> get_info()["backend_name"]
    'sysmap'
    """
    return {
        "backend_name": "sysmap",
        "project": "sysmap",
        "package": "sysmap",
        "short_summary": "Centrality, brokerage and cohesion at C speed on numpy, scipy and rustworkx.",
        "functions": {name: {"additional_docs": how} for name, how in FUNCTIONS.items()},
    }

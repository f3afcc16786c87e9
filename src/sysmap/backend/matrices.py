"""A network as a matrix, and under other names."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Literal

import networkx as nx
import numpy as np

from sysmap.backend.columns import ColumnNetwork
from sysmap.backend.network import Network
from sysmap.backend.taking import take_over

__all__ = ["convert_node_labels_to_integers", "relabel_nodes", "to_scipy_sparse_array"]


def _refuse_type(asked: Mapping[str, Any]) -> str:
    if asked["dtype"] is None or np.dtype(asked["dtype"]).kind != "f":
        return "networkx reads from the ties what type their numbers are"
    return "" if len(asked["G"]) else "the null graph"


@take_over(size=100, warm=100, refuse=_refuse_type)
def to_scipy_sparse_array(G: Network, nodelist: Sequence[Hashable] | None = None, dtype: Any = None, weight: str | None = "weight",
                          format: str = "csr") -> Any:
    """The adjacency matrix as floats (`nx.to_scipy_sparse_array`): row = near end, column = far end."""
    matrix = G.matrix(G.weights(weight)).astype(dtype)
    if nodelist is not None:
        chosen = [G.position[node] for node in nodelist if node in G]
        if len(set(chosen)) < len(nodelist) or not chosen:
            raise NotImplementedError("networkx says best what is wrong with this list of nodes")
        matrix = matrix[chosen][:, chosen]
    try:
        return matrix.asformat(format)
    except ValueError as fault:
        raise nx.NetworkXError(f"Unknown sparse matrix format: {format}") from fault


def _refuse_graph(asked: Mapping[str, Any]) -> str:
    return "" if isinstance(asked["G"], ColumnNetwork) else "networkx's own graph stays one"


@take_over(size=0, warm=0, refuse=lambda asked: _refuse_graph(asked) or ("" if asked["copy"] else "columns are never changed"))
def relabel_nodes(G: ColumnNetwork, mapping: Mapping[Hashable, Hashable], copy: Literal[True] = True) -> ColumnNetwork:
    """A network of columns under other names (`nx.relabel_nodes`); who is not in `mapping` keeps its own."""
    if not isinstance(mapping, Mapping):
        raise NotImplementedError("names that a function makes")
    names = [mapping.get(node, node) for node in G]
    if len(set(names)) < len(names):
        raise NotImplementedError("two nodes under one name")
    return G.renamed(names)


@take_over(size=0, warm=0, refuse=lambda asked: _refuse_graph(asked) or ("" if asked["ordering"] == "default" and asked["label_attribute"] is None
                                                                         else "another order, or the old names kept"))
def convert_node_labels_to_integers(G: ColumnNetwork, first_label: int = 0, ordering: Literal["default"] = "default",
                                    label_attribute: None = None) -> ColumnNetwork:
    """A network of columns with whole numbers for nodes, in their order (`nx.convert_node_labels_to_integers`)."""
    return G.renamed(range(first_label, first_label + len(G)))

"""A network as a sparse matrix, and a network with other node names."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Literal

import networkx as nx
import numpy as np

from sysmap.backend.columns import ColumnNetwork
from sysmap.backend.network import Network
from sysmap.backend.registry import take_over

__all__ = ["convert_node_labels_to_integers", "relabel_nodes", "to_scipy_sparse_array"]


def _refuse_type(arguments: Mapping[str, Any]) -> str:
    if arguments["dtype"] is None or np.dtype(arguments["dtype"]).kind != "f":
        return "networkx takes the type of the numbers from the ties"
    return "" if len(arguments["G"]) else "the null graph"


@take_over(min_nodes=100, min_nodes_converted=100, refuse=_refuse_type)
def to_scipy_sparse_array(
    G: Network,
    nodelist: Sequence[Hashable] | None = None,
    dtype: Any = None,
    weight: str | None = "weight",
    format: str = "csr",
) -> Any:
    """The adjacency matrix as floats (`nx.to_scipy_sparse_array`): row = tail of the tie, column = head."""
    matrix = G.matrix(G.weights(weight)).astype(dtype)
    if nodelist is not None:
        positions = [G.position[node] for node in nodelist if node in G]
        if len(set(positions)) < len(nodelist) or not positions:
            raise NotImplementedError("an invalid list of nodes; networkx has the better message")
        matrix = matrix[positions][:, positions]
    try:
        return matrix.asformat(format)
    except ValueError as error:
        raise nx.NetworkXError(f"Unknown sparse matrix format: {format}") from error


def _refuse_graph(arguments: Mapping[str, Any]) -> str:
    return "" if isinstance(arguments["G"], ColumnNetwork) else "a graph of networkx stays with networkx"


def _refuse_relabelling(arguments: Mapping[str, Any]) -> str:
    return _refuse_graph(arguments) or ("" if arguments["copy"] else "a ColumnNetwork cannot be changed in place")


@take_over(min_nodes=0, min_nodes_converted=0, refuse=_refuse_relabelling)
def relabel_nodes(G: ColumnNetwork, mapping: Mapping[Hashable, Hashable], copy: Literal[True] = True) -> ColumnNetwork:
    """A `ColumnNetwork` with other names (`nx.relabel_nodes`); a node that is not in `mapping` keeps its name."""
    if not isinstance(mapping, Mapping):
        raise NotImplementedError("the mapping is a function")
    names = [mapping.get(node, node) for node in G]
    if len(set(names)) < len(names):
        raise NotImplementedError("two nodes would get the same name")
    return G.with_names(names)


def _refuse_numbering(arguments: Mapping[str, Any]) -> str:
    is_plain = arguments["ordering"] == "default" and arguments["label_attribute"] is None
    return _refuse_graph(arguments) or ("" if is_plain else "another order, or an attribute for the old names")


@take_over(min_nodes=0, min_nodes_converted=0, refuse=_refuse_numbering)
def convert_node_labels_to_integers(
    G: ColumnNetwork, first_label: int = 0, ordering: Literal["default"] = "default", label_attribute: None = None
) -> ColumnNetwork:
    """A `ColumnNetwork` whose nodes are numbered in their order (`nx.convert_node_labels_to_integers`)."""
    return G.with_names(range(first_label, first_label + len(G)))

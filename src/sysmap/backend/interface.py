"""The interface that networkx calls.

`can_run`, `should_run`, the conversions, and the functions as attributes of this module.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import networkx as nx

from sysmap.backend import betweenness, brokerage, cohesion, columns, communities, distances, matrices, spectral
from sysmap.backend.network import Network
from sysmap.backend.registry import REGISTRY

__all__ = ["can_run", "convert_from_nx", "convert_to_nx", "should_run"]

_READING_METHODS = ("__getitem__", "__iter__", "__len__", "adj", "adjacency", "degree", "edges", "neighbors", "nodes")
_MODULES = (
    betweenness,
    brokerage,
    cohesion,
    columns,
    communities,
    distances,
    matrices,
    spectral,
)  # importing a module registers its functions


def __getattr__(name: str) -> Callable[..., Any]:
    """Return the function of this name; networkx looks the functions up as attributes of this module."""
    if name not in REGISTRY:
        raise AttributeError(f"the backend sysmap has no {name!r}")
    return REGISTRY[name].run


def can_run(name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> bool | str:
    """Return True if the answer will be equal to networkx's, otherwise the reason; networkx logs it and answers itself.

    >>> can_run("closeness_centrality", (nx.path_graph(3),), {})
    True
    >>> can_run("closeness_centrality", (nx.path_graph(3), 1), {})
    'networkx is quicker for a single node'
    """
    function = REGISTRY[name]
    try:
        arguments = function.arguments(args, kwargs)
    except TypeError:
        return "the arguments do not fit the signature; networkx has the better message"
    if function.reads_graph and _overrides_reading(next(iter(arguments.values())).__class__):
        return "a graph class with its own methods for reading"
    return function.refuse(arguments) or True


def should_run(name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> bool | str:
    """Return True if the backend is quicker than networkx, conversion included; otherwise the reason.

    >>> should_run("closeness_centrality", (nx.path_graph(3),), {})
    'networkx is as quick below 100 nodes'
    """
    function = REGISTRY[name]
    if not function.reads_graph:
        return True
    arguments = function.arguments(args, kwargs)
    graph = next(iter(arguments.values()))
    min_nodes = function.min_nodes_converted if _conversions_of(graph) else function.min_nodes
    if len(graph) < min_nodes:
        return f"networkx is as quick below {min_nodes} nodes"
    return function.pays_off(arguments) or "networkx is as quick for so few nodes"


def convert_from_nx(graph: nx.Graph[Any], **_: Any) -> Network:
    """Return the `Network` of `graph`. The further arguments, which say what attributes are needed, do not matter.

    Attributes of ties are read only when a function asks for them, so one conversion serves all functions: if the graph
    was converted before for another attribute, this conversion is returned.
    """
    return (nx.config.cache_converted_graphs and next(iter(_conversions_of(graph).values()), None)) or Network(graph)


def convert_to_nx(result: Any, **_: Any) -> Any:
    """Return the result as networkx would give it.

    A `Network` becomes a networkx graph, other answers have the right type already.
    """
    return result.graph() if isinstance(result, Network) else result


@cache
def _overrides_reading(graph_class: type) -> bool:
    """Return whether a graph class overrides methods that read a graph.

    Then its dictionaries do not tell what is in it.

    networkx has such a class itself: `_AntiGraph` of its k-components stores the ties that it does not have.
    """
    foreign_classes = (
        base
        for base in graph_class.__mro__
        if not base.__module__.startswith(("networkx.classes", "sysmap.", "builtins"))
    )
    return any(name in vars(base) for base in foreign_classes for name in _READING_METHODS)


def _conversions_of(graph: nx.Graph[Any]) -> dict[Any, Network]:
    """Return the conversions of this graph that networkx has cached."""
    networkx_cache = getattr(graph, "__networkx_cache__", None) or {}
    conversions = networkx_cache.get("backends", {}).get("sysmap", {})
    return {key: network for key, network in conversions.items() if isinstance(network, Network)}

"""The backend as networkx sees it: can it run, should it, convert, and the functions by networkx's names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import networkx as nx

from sysmap.backend import betweenness, brokerage, cohesion, columns, communities, distances, matrices, spectral
from sysmap.backend.network import Network
from sysmap.backend.taking import TAKEN

__all__ = ["can_run", "convert_from_nx", "convert_to_nx", "should_run"]

_READING = ("__getitem__", "__iter__", "__len__", "adj", "adjacency", "degree", "edges", "neighbors", "nodes")
_ROOMS = (betweenness, brokerage, cohesion, columns, communities, distances, matrices, spectral)   # importing a room registers its functions


def __getattr__(name: str) -> Callable[..., Any]:
    """The functions taken over, as attributes: so networkx asks for them."""
    if name not in TAKEN:
        raise AttributeError(f"the backend sysmap has no {name!r}")
    return TAKEN[name].run


def can_run(name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> bool | str:
    """True where the answer will be networkx's; else the reason, which networkx logs before it answers itself.

    >>> can_run("closeness_centrality", (nx.path_graph(3),), {})
    True
    >>> can_run("closeness_centrality", (nx.path_graph(3), 1), {})
    'one node is quicker in networkx'
    """
    taken = TAKEN[name]
    try:
        asked = taken.arguments(args, kwargs)
    except TypeError:
        return "networkx says best what is wrong with these arguments"
    if taken.reads and _reads_otherwise(next(iter(asked.values())).__class__):
        return "a class of graph that reads its ties in its own way"
    return taken.refuse(asked) or True


def should_run(name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> bool | str:
    """True where the answer comes sooner from here than from networkx, conversion included.

    >>> should_run("closeness_centrality", (nx.path_graph(3),), {})
    'networkx is as quick below 100 nodes'
    """
    taken = TAKEN[name]
    if not taken.reads:
        return True
    asked = taken.arguments(args, kwargs)
    graph = next(iter(asked.values()))
    least = taken.warm if _converted(graph) else taken.size
    if len(graph) < least:
        return f"networkx is as quick below {least} nodes"
    return taken.pays(asked) or "networkx is as quick for so few nodes"


def convert_from_nx(graph: nx.Graph[Any], **_: Any) -> Network:
    """The network of `graph`. Ties' attributes are read when a function asks for them, so no argument matters here.

    A graph that was converted for another attribute shares that conversion.
    """
    return (nx.config.cache_converted_graphs and next(iter(_converted(graph).values()), None)) or Network(graph)


def convert_to_nx(result: Any, **_: Any) -> Any:
    """Answers are networkx's already; only a `Network` itself becomes a graph again."""
    return result.graph() if isinstance(result, Network) else result


@cache
def _reads_otherwise(kind: type) -> bool:
    """Whether a class of graph is not what its dictionaries say: networkx's own complement graphs are such."""
    strangers = (base for base in kind.__mro__ if not base.__module__.startswith(("networkx.classes", "sysmap.", "builtins")))
    return any(name in vars(base) for base in strangers for name in _READING)


def _converted(graph: nx.Graph[Any]) -> dict[Any, Network]:
    cache = getattr(graph, "__networkx_cache__", None) or {}
    found = cache.get("backends", {}).get("sysmap", {})
    return {key: network for key, network in found.items() if isinstance(network, Network)}

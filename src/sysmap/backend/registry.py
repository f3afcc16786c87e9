"""The registry of the functions that the backend takes over from networkx, and the decorators that fill it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from sysmap.backend.network import Network

__all__ = ["REGISTRY", "BackendFunction", "take_over", "take_over_constructor"]

Arguments = Mapping[str, Any]
REGISTRY: dict[str, BackendFunction] = {}
"""Name of the function in networkx -> the function here."""


@dataclass(frozen=True, slots=True)
class BackendFunction:
    """A function of networkx that the backend takes over, and the conditions under which it runs here.

    - `run`: the function; `signature`: its signature, without the decorator.
    - `refuse(arguments)`: the reason why networkx must answer itself, or "" if the backend can.
    - `pays_off(arguments)`: whether these arguments ask for enough work to be quicker here.
    - `min_nodes`: the number of nodes from which it is quicker here, conversion included; `min_nodes_converted`: the
      same for a graph that is converted already. Functions that are quicker from 30 nodes on (benchmarks/backend.py)
      have 100 all the same: below that, a run would load scipy to save a millisecond.
    - `reads_graph`: True if its first argument is a graph, False if it builds a graph from something else.
    """

    run: Callable[..., Any]
    signature: inspect.Signature
    refuse: Callable[[Arguments], str]
    pays_off: Callable[[Arguments], bool]
    min_nodes: int
    min_nodes_converted: int
    reads_graph: bool = True

    def arguments(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Arguments:
        """Return the arguments by name, defaults included. Raises `TypeError` if they do not fit the signature."""
        bound = self.signature.bind(*args, **kwargs)
        bound.apply_defaults()
        return bound.arguments


def take_over(
    *,
    min_nodes: int,
    min_nodes_converted: int,
    refuse: Callable[[Arguments], str] = lambda _: "",
    pays_off: Callable[[Arguments], bool] = lambda _: True,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register the decorated function, which has the name of networkx's function.

    Its first argument is an up-to-date `Network`.
    """

    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def run(network: Network, *args: Any, **kwargs: Any) -> Any:
            return function(network.refresh(), *args, **kwargs)

        REGISTRY[function.__name__] = BackendFunction(
            run, inspect.signature(function), refuse, pays_off, min_nodes, min_nodes_converted
        )
        return run

    return register


def take_over_constructor(
    *, refuse: Callable[[Arguments], str]
) -> Callable[[Callable[..., Network]], Callable[..., Network]]:
    """Register a function that builds a `Network` from a table or matrix and has the name of networkx's function."""

    def register(function: Callable[..., Network]) -> Callable[..., Network]:
        REGISTRY[function.__name__] = BackendFunction(
            function, inspect.signature(function), refuse, lambda _: True, 0, 0, reads_graph=False
        )
        return function

    return register

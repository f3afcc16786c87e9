"""How a function is taken over from networkx: a decorated function and when it may and should run."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from sysmap.backend.network import Network

__all__ = ["TAKEN", "Taken", "make", "take_over"]

Arguments = Mapping[str, Any]
TAKEN: dict[str, Taken] = {}


@dataclass(frozen=True, slots=True)
class Taken:
    """A function taken over.

    `refuse` says why these arguments cannot be answered ("" where they can); `pays` whether the arguments ask for enough work.
    `size` is the number of nodes from which it runs here, `warm` the same once the graph is converted. It is 100 where the
    function is quicker from 30 nodes on (benchmarks/backend.py): below, a run would load scipy to save a millisecond.
    `reads` a graph, or makes one.
    """

    run: Callable[..., Any]
    signature: inspect.Signature
    refuse: Callable[[Arguments], str]
    pays: Callable[[Arguments], bool]
    size: int
    warm: int
    reads: bool = True

    def arguments(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Arguments:
        """The arguments by name, defaults included."""
        bound = self.signature.bind(*args, **kwargs)
        bound.apply_defaults()
        return bound.arguments


def take_over(*, size: int, warm: int, refuse: Callable[[Arguments], str] = lambda _: "",
              pays: Callable[[Arguments], bool] = lambda _: True) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register the decorated function under networkx's name for it. It is handed a `Network` that is up to date."""
    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def run(network: Network, *args: Any, **kwargs: Any) -> Any:
            return function(network.fresh(), *args, **kwargs)

        TAKEN[function.__name__] = Taken(run, inspect.signature(function), refuse, pays, size, warm)
        return run
    return register


def make(*, refuse: Callable[[Arguments], str]) -> Callable[[Callable[..., Network]], Callable[..., Network]]:
    """Register the decorated function, which makes a `Network` of what is no graph, under networkx's name for it."""
    def register(function: Callable[..., Network]) -> Callable[..., Network]:
        TAKEN[function.__name__] = Taken(function, inspect.signature(function), refuse, lambda _: True, 0, 0, reads=False)
        return function
    return register

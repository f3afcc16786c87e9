"""Registries that fill themselves: importing all modules of a package runs the decorators that register."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pkgutil import walk_packages
from typing import Protocol, TypeVar

__all__ = ["Ordered", "import_modules", "insert_in_order"]


class Ordered(Protocol):
    """An item of a registry: anything that has an `order`."""

    @property
    def order(self) -> int:
        """Its place among the other items, small numbers first."""


Item = TypeVar("Item", bound=Ordered)


def insert_in_order(registry: dict[str, Item], name: str, item: Item) -> None:
    """Put an item into a registry under its name, so that the registry lists its items by their `order`.

    Raises ValueError where the name or the place is taken: of two items of one order, nothing would say which comes
    first.
    """
    if name in registry:
        raise ValueError(f"{name!r} is declared twice")
    for other, known in registry.items():
        if known.order == item.order:
            raise ValueError(f"{name!r} and {other!r} have the same order={item.order}: give one another number")
    registry[name] = item
    for key in sorted(registry, key=lambda key: registry[key].order):
        registry[key] = registry.pop(key)


def import_modules(package: str, path: Iterable[str]) -> None:
    """Import every module of `package`, those in its folders too, in the order of their names.

    `path` is the package's `__path__`. So a new file in the folder is found without being listed anywhere.
    """
    for name in sorted(module.name for module in walk_packages(path, f"{package}.")):
        import_module(name)

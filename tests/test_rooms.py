"""Registries: an item finds its place by its order, and takes no other's name or place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from sysmap.rooms import insert_in_order


@dataclass(frozen=True)
class Item:
    """An item with a place."""

    order: int


def filled(items: Iterable[tuple[str, int]]) -> dict[str, Item]:
    registry: dict[str, Item] = {}
    for name, order in items:
        insert_in_order(registry, name, Item(order))
    return registry


def test_items_stand_by_their_order_whatever_the_order_of_their_declaration() -> None:
    assert list(filled([("b", 20), ("c", 30), ("a", -1)])) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("name", "order", "told"),
    [
        ("a", 30, "'a' is declared twice"),
        ("c", 20, "'c' and 'b' have the same order=20: give one another number"),
    ],
)
def test_a_name_or_a_place_that_is_taken_is_refused_and_nothing_changes(name: str, order: int, told: str) -> None:
    registry = filled([("a", 10), ("b", 20)])
    with pytest.raises(ValueError, match=told):
        insert_in_order(registry, name, Item(order))
    assert registry == {"a": Item(10), "b": Item(20)}

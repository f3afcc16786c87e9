"""How far the greedy closing set lies from the fewest ties, by trying all sets of ties.

This is done on every small map up to names, and on drawn ones.

A map is so many stakeholders, each pair of them partners, in a gap, or neither. One row a size: how many maps have a
gap further apart than two steps, on how many the greedy search takes more ties than the fewest, how many more at most
and on average over all, and seconds.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from itertools import combinations, permutations, product
from time import perf_counter

import numpy as np

from sysmap.models.partners.closing import build_symmetric, choose_greedily

Map = tuple[int, ...]  # of each pair: 0 nothing, 1 partners, 2 a gap


def all_maps(people: int) -> Iterator[Map]:
    """Every map, one of those that differ in names alone."""
    pairs = list(combinations(range(people), 2))
    at = {pair: place for place, pair in enumerate(pairs)}
    renamed = [[at[min(p[a], p[b]), max(p[a], p[b])] for a, b in pairs] for p in permutations(range(people))]
    seen: set[Map] = set()
    for one in product((0, 1, 2), repeat=len(pairs)):
        if one not in seen:
            seen.update(tuple(one[place] for place in places) for places in renamed)
            yield one


def drawn_maps(people: int, count: int) -> Iterator[Map]:
    """Maps by lot, each with its own share of partners and of gaps."""
    draw = random.Random(people)
    for _ in range(count):
        tied, gap = sorted((draw.random(), draw.random()))
        yield tuple(
            1 if lot < tied else 2 if lot < gap else 0
            for lot in (draw.random() for _ in range(people * (people - 1) // 2))
        )


def fewest(people: int, one: Map) -> int:
    """The smallest set of new ties that leaves no gap further apart than two steps, by trying all."""
    pairs = list(combinations(range(people), 2))
    ties = np.eye(people, dtype=bool)
    for (a, b), what in zip(pairs, one, strict=True):
        ties[a, b] = ties[b, a] = what == 1
    rows, columns = np.array([pair for pair, what in zip(pairs, one, strict=True) if what == 2]).T
    absent = [pair for pair, what in zip(pairs, one, strict=True) if what != 1]
    for size in range(len(absent) + 1):
        for chosen in combinations(absent, size):
            added = ties.copy()
            for a, b in chosen:
                added[a, b] = added[b, a] = True
            if (added[rows] & added[:, columns].T).any(axis=1).all():
                return size
    raise AssertionError


def row(name: str, people: int, maps: Iterator[Map]) -> str:
    begun, more, needed = perf_counter(), [], 0
    pairs = np.array(list(combinations(range(people), 2)))
    for one in maps:
        tied, wanted = (build_symmetric(*pairs[np.array(one) == what].T, people) for what in (1, 2))
        found = list(choose_greedily(tied, wanted, 2))
        if found:
            least = fewest(people, one)
            needed += least
            more.append(len(found) - least)
    return (
        f"| {name} | {people} | {len(more):,} | {sum(map(bool, more)):,} | {max(more)} | {100 * sum(more) / needed:.2f} % | "
        f"{perf_counter() - begun:.0f} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--drawn", type=int, default=2_000, help="How many maps of each size from 6 to 8 are drawn.")
    drawn = parser.parse_args().drawn
    print(
        "| maps | stakeholders | with an open gap | greedy takes more | at most | ties more than the fewest | seconds |"
    )
    print("|---|--:|--:|--:|--:|--:|--:|")
    for people in (3, 4, 5):
        print(row("all up to names", people, all_maps(people)), flush=True)
    for people in (6, 7, 8):
        print(row("drawn", people, drawn_maps(people, drawn)), flush=True)


if __name__ == "__main__":
    main()

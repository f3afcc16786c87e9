"""Where the nodes stand: communities first, each laid out by itself, then packed so that groups read as groups.

Seeded and in one thread of arithmetic: the same graph gives the same places on every run. Lengths are in
pixels of the unzoomed picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, sqrt

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from sysmap.algorithms import quick_communities

__all__ = ["SPACING", "arrange", "choose_spacing", "find_layout_groups", "lay_out", "place_beside"]

Points = NDArray[np.float64]

SPACING = 36.0
"""The least distance between the middles of two nodes: the largest mark, a star, is just under that across."""
ROOMY = 104.0
"""The most, in small maps, so that labels find room."""
PANE = 620_000.0
"""Area of the map pane on a laptop; as long as it suffices the nodes spread over it."""
APART = 1.7
"""How many times the distance within a group lies between two groups."""
CROWDED = 0.58
"""Root mean square distance from the middle, in spacings per root of the count, below which nothing is drawn together further."""
ROUNDS, FULL_ROUNDS = 60, 400
"""Rounds of the spring layout, and up to how many nodes it takes them all; a round costs the square of the count."""
WIDE = 1.5
"""Width over height that the whole aims at."""
PULL = np.array([1 / sqrt(WIDE), sqrt(WIDE)])
"""How strongly things are drawn to the middle, sideways and down."""


def choose_spacing(count: int) -> float:
    """The distance aimed at between neighbours among `count` nodes.

    >>> spacing_of(10), round(spacing_of(150)), spacing_of(5000)
    (104.0, 55, 36.0)
    """
    return max(SPACING, min(ROOMY, 0.85 * sqrt(PANE / max(count, 1))))


def lay_out(graph: nx.Graph, order: Sequence[str], seed: int = 42) -> dict[str, tuple[float, float]]:
    """A place for every node of `order`, no two nearer than `SPACING`; isolates stand in a block below the rest.

    `graph` is undirected and simple; nodes that are not in `order` are ignored.
    """
    return arrange(graph, order, find_layout_groups(graph, order, seed), seed)


def arrange(graph: nx.Graph, order: Sequence[str], groups: Sequence[Sequence[str]], seed: int = 42) -> dict[str, tuple[float, float]]:
    """The places of `lay_out` where its groups, the `communities_of` the graph, are known already."""
    space = choose_spacing(len(order))
    loners = [node for node in order if graph.degree(node) == 0]
    joined = _joined(graph, order)
    places: dict[str, tuple[float, float]] = {}
    bottom = 0.0
    if joined:
        number = {node: at for at, node in enumerate(joined)}
        numbered = sorted((sorted(number[node] for node in group) for group in groups), key=lambda group: (-len(group), group))
        points = _clustered(_numbered(graph, joined), numbered, space, seed)
        points -= (points.max(axis=0) + points.min(axis=0)) / 2
        bottom = float(points[:, 1].max()) + 2 * space
        places.update(zip(joined, map(tuple, points.tolist()), strict=True))
    columns = max(1, ceil(sqrt(len(loners) * 4))) if joined else max(1, ceil(sqrt(len(loners) * WIDE)))
    for at, node in enumerate(loners):
        row, column = divmod(at, columns)
        places[node] = ((column - (min(columns, len(loners)) - 1) / 2) * space, bottom + row * space)
    return {node: (round(places[node][0], 1), round(places[node][1], 1)) for node in order}


def find_layout_groups(graph: nx.Graph, order: Sequence[str], seed: int = 42) -> list[list[str]]:
    """The groups that `lay_out` sets apart, the largest first; isolates are in none."""
    joined = _joined(graph, order)
    groups = quick_communities(_numbered(graph, joined), seed=seed) if joined else []
    return sorted(([joined[at] for at in sorted(group)] for group in groups), key=lambda group: (-len(group), group))


def _joined(graph: nx.Graph, order: Sequence[str]) -> list[str]:
    return [node for node in order if graph.degree(node)]


def _numbered(graph: nx.Graph, nodes: Sequence[str]) -> nx.Graph:
    """These nodes as 0, 1, ... with their ties, in this order: a subgraph may come in that of a set, another in each run."""
    number = {node: at for at, node in enumerate(nodes)}
    found: nx.Graph = nx.empty_graph(len(nodes))
    found.add_edges_from((number[a], number[b], tie) for a, b, tie in graph.edges(data=True) if a in number and b in number)
    return found


def _clustered(graph: nx.Graph, groups: Sequence[Sequence[int]], space: float, seed: int) -> Points:
    """Places of a graph on 0, 1, ... without isolates, by its groups."""
    count = len(graph)
    edges = np.array([(a, b) for a, b in graph.edges if a != b], dtype=np.int64).reshape(-1, 2)
    random = np.random.default_rng(seed)
    group_of = np.empty(count, dtype=np.int64)
    points = np.zeros((count, 2))
    for at, group in enumerate(groups):
        group_of[group] = at
        inside = edges[np.isin(edges, group).all(axis=1)]
        points[group] = _separated(_spring(len(group), np.searchsorted(group, inside), random), space)
    radii = np.array([sqrt(float((points[group] ** 2).sum(axis=1).max())) + 0.5 * space for group in groups])
    middles = _packed(_group_places(group_of[edges], len(groups), random), radii)
    return _tightened(_lying(_turned(points, middles, group_of, edges)), space + 0.2, group_of)


def _spring(count: int, edges: NDArray[np.int64], random: np.random.Generator) -> Points:
    """Fruchterman and Reingold 1991, all pairs at once, in a unit where neighbours want to be 1 apart."""
    points = random.standard_normal((count, 2)) * sqrt(count) / 2
    if count == 1:
        return np.zeros((1, 2))
    adjacent = np.zeros((count, count))
    adjacent[edges[:, 0], edges[:, 1]] = adjacent[edges[:, 1], edges[:, 0]] = 1.0
    pull = adjacent / np.sqrt(np.maximum(adjacent.sum(axis=1), 1))[:, None] * 1.6
    for heat in np.linspace(0.25 * sqrt(count), 0.02, ROUNDS if count <= FULL_ROUNDS else ROUNDS // 2):
        x, y = points[:, 0][:, None] - points[:, 0], points[:, 1][:, None] - points[:, 1]
        distance = np.sqrt(x * x + y * y) + 1e-3
        force = 1 / distance**2 - pull * distance
        push = np.stack([(x * force).sum(axis=1), (y * force).sum(axis=1)], axis=1) - 0.06 * points
        length = np.sqrt((push**2).sum(axis=1))[:, None] + 1e-9
        points = points + push / length * np.minimum(length, heat)
    return _centred(points)


def _separated(points: Points, space: float) -> Points:
    """The points scaled to a disc with room for all, then pushed apart until no two are nearer than `space`."""
    if len(points) == 1:
        return points
    wanted = 0.58 * space * sqrt(len(points))  # a filled disc's root mean square is 0.71 of its radius
    points = points * (wanted * 0.78 / max(float(np.sqrt((points**2).sum(axis=1).mean())), 1e-6))
    for _ in range(300):
        step = _push(points, space + 0.2)  # places are rounded to a tenth
        if step is None:
            break
        points = points + step
    return _centred(points)


def _centred(points: Points) -> Points:
    middle: Points = points.mean(axis=0)
    return points - middle


def _push(points: Points, space: float, groups: NDArray[np.int64] | None = None) -> Points | None:
    """How to move each point so that pairs nearer than `space` part, or None where there are none.

    Points of different groups want to be `APART` times as far from each other.
    """
    from scipy.spatial import cKDTree

    pairs = cKDTree(points).query_pairs(space * (APART if groups is not None else 1), output_type="ndarray")
    between = points[pairs[:, 0]] - points[pairs[:, 1]]
    distance = np.maximum(np.hypot(between[:, 0], between[:, 1]), 1e-6)
    wanted = space if groups is None else np.where(groups[pairs[:, 0]] == groups[pairs[:, 1]], space, space * APART)
    near = distance < wanted
    if not near.any():
        return None
    move = between * (np.maximum(wanted * 1.02 - distance, 0) * near / 2 / distance)[:, None]
    step = np.zeros_like(points)
    np.add.at(step, pairs[:, 0], move)
    np.subtract.at(step, pairs[:, 1], move)
    return step


def _lying(points: Points) -> Points:
    """The points about their middle, turned so that they spread most from left to right."""
    spread = _centred(points)
    (xx, xy), (_, yy) = np.asarray(spread.T @ spread).tolist()
    angle = np.arctan2(2 * xy, xx - yy) / 2
    turned: Points = spread @ np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return turned


def _tightened(points: Points, space: float, groups: NDArray[np.int64]) -> Points:
    """The whole drawn together, wider than high, until only the distances wanted are left between nodes and groups."""
    pull = 1 - 0.012 * PULL
    for _ in range(90):
        if float(np.sqrt((points**2).sum(axis=1).mean())) < CROWDED * space * sqrt(len(points)):
            break
        points = points * pull
        step = _push(points, space, groups)
        points = points if step is None else points + step
    while (step := _push(points, space)) is not None:
        points = points * 1.003 + step  # growing a little each round, it always comes to an end
    return points


def _group_places(edges: NDArray[np.int64], count: int, random: np.random.Generator) -> Points:
    """Places of the groups, those with many ties between them near each other."""
    between = edges[edges[:, 0] != edges[:, 1]]
    return _spring(count, between, random)


def _packed(middles: Points, radii: NDArray[np.float64]) -> Points:
    """Discs of these radii: pulled to the middle, pushed apart where they overlap, wider than high."""
    points = middles / max(float(np.abs(middles).max()), 1e-6) * float(radii.sum()) * 0.5
    reach = radii[:, None] + radii
    for round_ in range(400):
        if round_ < 300:  # noqa: PLR2004  the last rounds only part what still overlaps
            points = points * (1 - 0.03 * PULL)
        x, y = points[:, 0][:, None] - points[:, 0], points[:, 1][:, None] - points[:, 1]
        distance = np.sqrt(x * x + y * y)
        np.fill_diagonal(distance, np.inf)
        lack = np.maximum(reach - distance, 0.0)
        if round_ >= 300 and not (lack > 0.5).any():  # noqa: PLR2004
            break
        scale = lack * (radii / reach) / np.maximum(distance, 1e-6)
        points = points + np.stack([(x * scale).sum(axis=1), (y * scale).sum(axis=1)], axis=1)
    return points


def _turned(points: Points, middles: Points, group_of: NDArray[np.int64], edges: NDArray[np.int64]) -> Points:
    """Each group turned, or mirrored, so that its ties to the others are short; then everything put in place."""
    for group in range(len(middles)):
        mine = group_of == group
        ends = np.concatenate([edges, edges[:, ::-1]])
        ends = ends[mine[ends[:, 0]] & ~mine[ends[:, 1]]]
        if not len(ends):
            continue
        toward = middles[group_of[ends[:, 1]]] + points[ends[:, 1]] - middles[group]
        best = min(_turns(), key=lambda turn: float(np.hypot(*(points[ends[:, 0]] @ turn - toward).T).sum()))
        points[mine] = points[mine] @ best
    return points + middles[group_of]


def _turns() -> list[Points]:
    angles = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    return [np.array([[np.cos(a), -np.sin(a)], [np.sin(a) * m, np.cos(a) * m]]) for a in angles for m in (1, -1)]


def place_beside(kept: Mapping[str, tuple[float, float]], graph: nx.Graph, order: Sequence[str]) -> dict[str, tuple[float, float]]:
    """The kept places, and the nearest free ones beside their neighbours for nodes that are new.

    A new node without placed neighbours stands below the rest.
    """
    places = {node: kept[node] for node in order if node in kept}
    bottom = max(y for _, y in places.values()) + 2 * SPACING
    for node in sorted((n for n in order if n not in kept), key=lambda n: (-sum(m in places for m in graph[n]), n)):
        friends = [places[other] for other in graph[node] if other in places]
        wish = (sum(x for x, _ in friends) / len(friends), sum(y for _, y in friends) / len(friends)) if friends else (0.0, bottom)
        places[node] = _free(wish, np.array(list(places.values())))
    return {node: places[node] for node in order}


def _free(wish: tuple[float, float], taken: Points) -> tuple[float, float]:
    """The first place on a spiral around `wish` that is `SPACING` away from all that are taken."""
    step = 0
    while True:
        angle, radius = step * 2.399963, SPACING * 0.5 * sqrt(step)  # the golden angle fills a disc evenly
        x, y = wish[0] + radius * np.cos(angle), wish[1] + radius * np.sin(angle)
        if float(np.hypot(taken[:, 0] - x, taken[:, 1] - y).min()) >= SPACING * 1.01:
            return round(float(x), 1), round(float(y), 1)
        step += 1

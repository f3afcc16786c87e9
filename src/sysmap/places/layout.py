"""The layout of a map: a place for every node, so that groups are seen as groups and no two nodes overlap.

1. The graph is cut into communities (`find_layout_groups`).
2. Each community is laid out by itself with springs (`_lay_out_group`), then spread until no nodes are too near.
3. The communities are laid out as discs, those with many ties between them near each other (`_pack`).
4. Each community is turned, or mirrored, so that its ties to others are short (`_turn_groups`).
5. The whole is turned to lie wide, and drawn together until only the wanted distances are left (`_tighten`).
6. Nodes without ties stand in a block below.

It is seeded, and its arithmetic runs in a fixed order: the same graph gives the same places on every run. Lengths are
in pixels of the unzoomed picture; x grows to the right, y downwards. `Points` are arrays of n x 2.
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
"""The least distance between the middles of two nodes: a little more than the width of the largest mark, a star."""
ROOMY = 104.0
"""The distance in small maps, where labels find room."""
PANE = 620_000.0
"""Area of the map pane on a laptop, in square pixels. Nodes spread over it as long as it is large enough for them."""
APART = 1.7
"""The distance of nodes of two groups, as a multiple of the distance within a group."""
CROWDED = 0.58
"""Where to stop drawing together: root mean square distance from the middle, in spacings, divided by the root of the
number of nodes.

In the densest packing it is about 0.37, so 0.58 leaves more than half of the room free."""
ROUNDS, FULL_ROUNDS = 60, 400
"""Rounds of the spring layout, and up to how many nodes all of them are run; a round takes time with the square of the
count."""
WIDE = 1.5
"""Width over height that the whole layout aims at."""
PULL = np.array([1 / sqrt(WIDE), sqrt(WIDE)])
"""How strongly nodes are drawn to the middle, sideways and downwards: more strongly downwards, so that the whole gets
wide."""
ROUNDING = 0.2
"""Added to the least distance: places are rounded to a tenth, which may bring two nodes nearer by that much."""
TINY = 1e-6
"""Replaces a length of zero in denominators."""


def choose_spacing(count: int) -> float:
    """The distance between neighbours that a layout of `count` nodes aims at.

    >>> choose_spacing(10), round(choose_spacing(150)), choose_spacing(5000)
    (104.0, 55, 36.0)
    """
    return max(SPACING, min(ROOMY, 0.85 * sqrt(PANE / max(count, 1))))


def lay_out(graph: nx.Graph, order: Sequence[str], seed: int = 42) -> dict[str, tuple[float, float]]:
    """A place for every node of `order`; no two are nearer than `SPACING`.

    Nodes without ties stand in a block below the rest.

    `graph` is undirected and simple; its nodes that are not in `order` are ignored.
    """
    return arrange(graph, order, find_layout_groups(graph, order, seed), seed)


def arrange(
    graph: nx.Graph, order: Sequence[str], groups: Sequence[Sequence[str]], seed: int = 42
) -> dict[str, tuple[float, float]]:
    """The places of `lay_out`, given its groups, which are those of `find_layout_groups`."""
    space = choose_spacing(len(order))
    isolates = [node for node in order if graph.degree(node) == 0]
    tied = _with_ties(graph, order)
    places: dict[str, tuple[float, float]] = {}
    bottom = 0.0
    if tied:
        number = {node: at for at, node in enumerate(tied)}
        numbered = sorted(
            (sorted(number[node] for node in group) for group in groups), key=lambda group: (-len(group), group)
        )
        points = _lay_out_groups(_number_nodes(graph, tied), numbered, space, seed)
        points -= (points.max(axis=0) + points.min(axis=0)) / 2
        bottom = float(points[:, 1].max()) + 2 * space
        places.update(zip(tied, map(tuple, points.tolist()), strict=True))
    # The block of isolates is four times as wide as high below a map; alone it has the shape of a map.
    columns = max(1, ceil(sqrt(len(isolates) * (4 if tied else WIDE))))
    for at, node in enumerate(isolates):
        row, column = divmod(at, columns)
        places[node] = ((column - (min(columns, len(isolates)) - 1) / 2) * space, bottom + row * space)
    return {node: (round(places[node][0], 1), round(places[node][1], 1)) for node in order}


def find_layout_groups(graph: nx.Graph, order: Sequence[str], seed: int = 42) -> list[list[str]]:
    """The communities that `lay_out` sets apart, the largest first; nodes without ties are in no group."""
    tied = _with_ties(graph, order)
    groups = quick_communities(_number_nodes(graph, tied), seed=seed) if tied else []
    return sorted(([tied[at] for at in sorted(group)] for group in groups), key=lambda group: (-len(group), group))


def _with_ties(graph: nx.Graph, order: Sequence[str]) -> list[str]:
    return [node for node in order if graph.degree(node)]


def _number_nodes(graph: nx.Graph, nodes: Sequence[str]) -> nx.Graph:
    """The ties among these nodes, which become 0, 1, ... in this order.

    Not `graph.subgraph(nodes)`: it may go through a set, whose order differs from run to run.
    """
    number = {node: at for at, node in enumerate(nodes)}
    numbered: nx.Graph = nx.empty_graph(len(nodes))
    numbered.add_edges_from(
        (number[a], number[b], tie) for a, b, tie in graph.edges(data=True) if a in number and b in number
    )
    return numbered


def _lay_out_groups(graph: nx.Graph, groups: Sequence[Sequence[int]], space: float, seed: int) -> Points:
    """The places of the nodes 0, 1, ... of a graph without isolates. `groups`: the members of each group, ascending."""
    count = len(graph)
    edges = np.array([(a, b) for a, b in graph.edges if a != b], dtype=np.int64).reshape(-1, 2)
    random = np.random.default_rng(seed)
    group_of = np.empty(count, dtype=np.int64)
    points = np.zeros((count, 2))
    for at, group in enumerate(groups):
        group_of[group] = at
        inside = edges[np.isin(edges, group).all(axis=1)]
        # Members are ascending: searchsorted turns their numbers into 0, 1, ... within the group.
        points[group] = _separate(_place_by_springs(len(group), np.searchsorted(group, inside), random), space)
    radii = np.array([sqrt(float((points[group] ** 2).sum(axis=1).max())) + 0.5 * space for group in groups])
    middles = _pack(_place_groups(group_of[edges], len(groups), random), radii)
    return _tighten(_lay_flat(_turn_groups(points, middles, group_of, edges)), space + ROUNDING, group_of)


def _place_by_springs(count: int, edges: NDArray[np.int64], random: np.random.Generator) -> Points:
    """Places around (0, 0) by the spring layout of Fruchterman and Reingold (1991).

    Neighbours want to be about 1 apart.

    Parallel edges between groups count once. All pairs are computed at once as matrices of count x count.
    """
    points = random.standard_normal((count, 2)) * sqrt(count) / 2
    if count == 1:
        return np.zeros((1, 2))
    adjacent = np.zeros((count, count))
    adjacent[edges[:, 0], edges[:, 1]] = adjacent[edges[:, 1], edges[:, 0]] = 1.0
    # The more edges a node has, the less each of them pulls it: otherwise hubs and their neighbours end up in one heap.
    pull = adjacent / np.sqrt(np.maximum(adjacent.sum(axis=1), 1))[:, None] * 1.6
    for heat in np.linspace(0.25 * sqrt(count), 0.02, ROUNDS if count <= FULL_ROUNDS else ROUNDS // 2):
        x, y = points[:, 0][:, None] - points[:, 0], points[:, 1][:, None] - points[:, 1]
        distance = np.sqrt(x * x + y * y) + 1e-3
        # Per unit of the way between two nodes: they repel as 1/d (d * 1/d**2), edges attract as d**2 (d * d).
        force = 1 / distance**2 - pull * distance
        push = (
            np.stack([(x * force).sum(axis=1), (y * force).sum(axis=1)], axis=1) - 0.06 * points
        )  # a weak pull to the middle
        length = np.sqrt((push**2).sum(axis=1))[:, None] + 1e-9
        points = points + push / length * np.minimum(length, heat)  # no step is longer than the heat, which falls
    return _centre(points)


def _separate(points: Points, space: float) -> Points:
    """The points around their middle, scaled to a disc with room for all, then pushed apart to at least `space`."""
    if len(points) == 1:
        return points
    wanted = 0.58 * space * sqrt(len(points))  # a filled disc's root mean square is 0.71 of its radius
    points = points * (
        wanted * 0.78 / max(float(np.sqrt((points**2).sum(axis=1).mean())), TINY)
    )  # pushing apart widens it again
    for _ in range(300):
        step = _push_apart(points, space + ROUNDING)
        if step is None:
            break
        points = points + step
    return _centre(points)


def _centre(points: Points) -> Points:
    middle: Points = points.mean(axis=0)
    return points - middle


def _push_apart(points: Points, space: float, groups: NDArray[np.int64] | None = None) -> Points | None:
    """One step that moves apart every pair nearer than `space`; None where there is no such pair.

    With `groups` (the group of each point), points of different groups are moved `APART` times as far apart. A step
    settles one pair at the cost of others, so callers repeat it.
    """
    from scipy.spatial import cKDTree

    pairs = cKDTree(points).query_pairs(space * (APART if groups is not None else 1), output_type="ndarray")
    between = points[pairs[:, 0]] - points[pairs[:, 1]]
    distance = np.maximum(np.hypot(between[:, 0], between[:, 1]), TINY)
    wanted = space if groups is None else np.where(groups[pairs[:, 0]] == groups[pairs[:, 1]], space, space * APART)
    near = distance < wanted
    if not near.any():
        return None
    # Each of the two moves by half of what is lacking, and 2 % more, along the line between them.
    move = between * (np.maximum(wanted * 1.02 - distance, 0) * near / 2 / distance)[:, None]
    step = np.zeros_like(points)
    # A point stands in many pairs: add.at sums them all, where step[...] += would keep only the last.
    np.add.at(step, pairs[:, 0], move)
    np.subtract.at(step, pairs[:, 1], move)
    return step


def _lay_flat(points: Points) -> Points:
    """The points around their middle, turned so that they spread most from left to right.

    The direction of the widest spread is the first axis of the 2 x 2 matrix of covariance (principal component).
    """
    spread = _centre(points)
    (xx, xy), (_, yy) = np.asarray(spread.T @ spread).tolist()
    angle = np.arctan2(2 * xy, xx - yy) / 2
    turned: Points = spread @ np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return turned


def _tighten(points: Points, space: float, groups: NDArray[np.int64]) -> Points:
    """The points drawn together, wider than high, until only the wanted distances between nodes and groups are left.

    Each round shrinks everything a little and then pushes apart what has come too near.
    """
    pull = 1 - 0.012 * PULL
    for _ in range(90):
        if float(np.sqrt((points**2).sum(axis=1).mean())) < CROWDED * space * sqrt(len(points)):
            break
        points = points * pull
        step = _push_apart(points, space, groups)
        points = points if step is None else points + step
    while (step := _push_apart(points, space)) is not None:
        points = points * 1.003 + step  # it grows a little each round, so it always ends
    return points


def _place_groups(edges: NDArray[np.int64], count: int, random: np.random.Generator) -> Points:
    """Places of the groups among each other, those with ties between them near each other.

    `edges` are pairs of groups.
    """
    between = edges[edges[:, 0] != edges[:, 1]]
    return _place_by_springs(count, between, random)


def _pack(middles: Points, radii: NDArray[np.float64]) -> Points:
    """The middles of discs with these radii, packed closely and wider than high.

    Pulled to the middle, pushed apart where they overlap.
    """
    points = middles / max(float(np.abs(middles).max()), TINY) * float(radii.sum()) * 0.5
    reach = radii[:, None] + radii
    for round_ in range(400):
        if round_ < 300:  # noqa: PLR2004  the last rounds only push apart what still overlaps
            points = points * (1 - 0.03 * PULL)
        x, y = points[:, 0][:, None] - points[:, 0], points[:, 1][:, None] - points[:, 1]
        distance = np.sqrt(x * x + y * y)
        np.fill_diagonal(distance, np.inf)
        lack = np.maximum(reach - distance, 0.0)
        if round_ >= 300 and not (lack > 0.5).any():  # noqa: PLR2004
            break
        # Of two discs the smaller one moves further: by the other's share of the two radii.
        scale = lack * (radii / reach) / np.maximum(distance, TINY)
        points = points + np.stack([(x * scale).sum(axis=1), (y * scale).sum(axis=1)], axis=1)
    return points


def _turn_groups(points: Points, middles: Points, group_of: NDArray[np.int64], edges: NDArray[np.int64]) -> Points:
    """Each group turned or mirrored around its middle, so that its ties to other groups are short.

    Then moved to its middle.

    `points` are those of the nodes around the middle of their own group.
    """
    for group in range(len(middles)):
        members = group_of == group
        ends = np.concatenate([edges, edges[:, ::-1]])
        ends = ends[
            members[ends[:, 0]] & ~members[ends[:, 1]]
        ]  # ties that leave the group: a member first, the other end second
        if not len(ends):
            continue
        # Where the other ends lie, seen from the middle of this group; the turn with the least total length is taken.
        toward = middles[group_of[ends[:, 1]]] + points[ends[:, 1]] - middles[group]
        best = min(_turns(), key=lambda turn: float(np.hypot(*(points[ends[:, 0]] @ turn - toward).T).sum()))
        points[members] = points[members] @ best
    return points + middles[group_of]


def _turns() -> list[Points]:
    """Matrices of 12 turns, each also mirrored."""
    angles = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    return [np.array([[np.cos(a), -np.sin(a)], [np.sin(a) * m, np.cos(a) * m]]) for a in angles for m in (1, -1)]


def place_beside(
    kept: Mapping[str, tuple[float, float]], graph: nx.Graph, order: Sequence[str]
) -> dict[str, tuple[float, float]]:
    """The kept places; for each new node, the free place that is nearest to the middle of its neighbours.

    New nodes with the most placed neighbours come first. One without any stands below the rest. `kept` must not be
    empty.
    """
    places = {node: kept[node] for node in order if node in kept}
    bottom = max(y for _, y in places.values()) + 2 * SPACING
    for node in sorted((n for n in order if n not in kept), key=lambda n: (-sum(m in places for m in graph[n]), n)):
        friends = [places[other] for other in graph[node] if other in places]
        wish = (
            (sum(x for x, _ in friends) / len(friends), sum(y for _, y in friends) / len(friends))
            if friends
            else (0.0, bottom)
        )
        places[node] = _find_free(wish, np.array(list(places.values())))
    return {node: places[node] for node in order}


def _find_free(wish: tuple[float, float], taken: Points) -> tuple[float, float]:
    """The first place on a spiral around `wish` that is at least `SPACING` away from all taken ones."""
    step = 0
    while True:
        angle, radius = step * 2.399963, SPACING * 0.5 * sqrt(step)  # the golden angle fills a disc evenly
        x, y = wish[0] + radius * np.cos(angle), wish[1] + radius * np.sin(angle)
        if float(np.hypot(taken[:, 0] - x, taken[:, 1] - y).min()) >= SPACING * 1.01:
            return round(float(x), 1), round(float(y), 1)
        step += 1

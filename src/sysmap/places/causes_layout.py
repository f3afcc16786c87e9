"""Where the boxes of a causal diagram stand: no box over another, few crossings, few arrows behind boxes, pushes on the left, goals on the right.

Stress majorisation (Gansner, Koren & North 2004) gives a start; simulated annealing (Davidson & Harel 1996) then mends what a
reader sees: crossings, arrows through boxes, length. Seeded: the same map gives the same places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from sysmap.places.layout import SPACING, lay_out

__all__ = ["GAP", "bend_links", "count_crossings", "count_passed_boxes", "lay_out_boxes"]

Numbers = NDArray[np.float64]
Pairs = NDArray[np.int64]
Truths = NDArray[np.bool_]
Points = Mapping[str, tuple[float, float]]

GAP = np.array([24.0, 20.0])
"""Free space between two boxes, sideways and down, in pixels: an arrow head and its sign find room."""
WIDE = 1.6
"""Width over height that the diagram aims at: the pane of a laptop."""
FULL, FEW = 0.54, 40
"""How much of the frame the boxes with their gaps fill; less where they are few, and there is room."""
STARTS = 3
"""So many layouts are made, and the one that reads best is taken."""
ROUNDS, TRIED = 32, 16
"""How many times each box may move, and the places that it tries each time."""
LINKS, BENT = 120, 400
"""Up to so many links all of that is done; of more, one layout in fewer rounds. Beyond the second number all arrows bow alike."""
MANY = 300
"""More boxes than these are placed as the map's nodes are, with room for a box each."""
AHEAD = 60.0
"""How far to the right an arrow must lead to be read from left to right."""
BENDS = (0.1, -0.1, 0.2, -0.2, 0.02, 0.32, -0.32, 0.45, -0.45)
"""How far an arrow may bow to its left, as a share of its length, the best liked first."""
ASIDE = 0.15
"""How far the arrows to and fro between two boxes must stand apart, as a share of their length."""
NOUGHT = 1e-9
"""What stands for no way at all where one divides by it."""
TIMES = np.linspace(0.0, 1.0, 9)
"""Where a bowed arrow is looked at."""


def lay_out_boxes(links: nx.DiGraph, sizes: Points, kept: Points, seed: int = 42, *,
                  first: frozenset[str] = frozenset(), last: frozenset[str] = frozenset()) -> dict[str, tuple[float, float]]:
    """The middle of each node's box (`sizes`: width, height), in pixels; kept ones stay while at least half are kept.

    `first` want to stand left of what they influence, `last` right of what influences them.

    >>> found = lay_out_boxes(nx.DiGraph([("rain", "harvest")]), {"rain": (60, 30), "harvest": (80, 30)}, {}, first=frozenset({"rain"}))
    >>> found["rain"][0] < found["harvest"][0]
    True
    """
    nodes = list(links)
    if not nodes:
        return {}
    number = {uid: at for at, uid in enumerate(nodes)}
    edges = np.array([(number[a], number[b]) for a, b in links.edges if a != b], dtype=np.int64).reshape(-1, 2)
    half = np.array([sizes[uid] for uid in nodes]) / 2
    stay = np.array([uid in kept for uid in nodes])
    if stay.sum() * 2 >= len(nodes):
        points = _parted(_joined(np.array([kept.get(uid, (0.0, 0.0)) for uid in nodes]), edges, stay, half), half, stay)
    elif len(nodes) > MANY:
        room = float(np.hypot(*(2 * half + GAP / 2).T).max()) / SPACING
        return {uid: (round(x * room, 1), round(y * room, 1)) for uid, (x, y) in lay_out(links.to_undirected(), nodes, seed).items()}
    else:
        ahead = np.array([nodes[a] in first or nodes[b] in last for a, b in edges], dtype=bool)
        points = _readable(edges, half, ahead, np.random.default_rng(seed))
    return {uid: (round(float(x), 1), round(float(y), 1)) for uid, (x, y) in zip(nodes, points, strict=True)}


def _readable(edges: Pairs, half: Numbers, ahead: Truths, random: np.random.Generator) -> Numbers:
    """Of some layouts the one with the fewest crossings (an arrow behind a box counts four) and arrows that lead back; about its middle."""
    def faults(points: Numbers) -> float:
        a, b = points[edges[:, 0]], points[edges[:, 1]]
        hit = _behind(a[:, None], b[:, None], points, half)
        hit[np.arange(len(edges))[:, None], edges] = False
        return float(_crossed(a[:, None], b[:, None], a, b).sum() / 2 + 4 * hit.sum() + (ahead & (a[:, 0] > b[:, 0])).sum())

    free = np.zeros(len(half), dtype=bool)
    tries = [_parted(_Board(_start(edges, half, random), half, edges, ahead, _frame(half)).annealed(random), half, free) for _ in range(STARTS if len(edges) <= LINKS else 1)]
    best = min(tries, key=faults)
    middle: Numbers = best - (best.max(axis=0) + best.min(axis=0)) / 2
    return middle


def _frame(half: Numbers) -> Numbers:
    """Half the width and height of the frame that the boxes are to fill."""
    area = float(np.prod(2 * half + GAP, axis=1).sum()) / (FULL * min(1.0, 0.3 + len(half) / FEW))
    high = np.sqrt(area / WIDE)
    return np.array([WIDE * high, high]) / 2


def _start(edges: Pairs, half: Numbers, random: np.random.Generator) -> Numbers:
    """Distances in the picture as those along the links (stress majorisation), then stretched to the frame; parts of a map stand apart."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import shortest_path

    count = len(half)
    points = random.standard_normal((count, 2))
    near = csr_array((np.ones(len(edges)), edges.T), shape=(count, count))
    wanted = shortest_path(near, directed=False, unweighted=True)
    wanted[~np.isfinite(wanted)] = max(3.0, float(wanted[np.isfinite(wanted)].max()))
    np.fill_diagonal(wanted, 1)
    weight = wanted**-2.0
    np.fill_diagonal(weight, 0)
    inverse = np.linalg.pinv(np.diag(weight.sum(axis=1)) - weight)
    for _ in range(80):
        between = points[:, None] - points
        distance = np.maximum(np.sqrt((between**2).sum(axis=2)), NOUGHT)
        pull = weight * wanted / distance
        points = inverse @ ((pull[:, :, None] * between).sum(axis=1))
    spread = np.ptp(points, axis=0)
    if spread[1] > spread[0]:
        points, spread = points[:, ::-1], spread[::-1]
    stretched: Numbers = points / np.maximum(spread, NOUGHT) * 2 * _frame(half) * 0.92
    return stretched


def _crossed(a: Numbers, b: Numbers, c: Numbers, d: Numbers) -> Truths:
    """Whether segments a-b and c-d cross, broadcast; those that touch at an end do not."""
    def side(p: Numbers, q: Numbers, r: Numbers) -> Numbers:
        found: Numbers = (q[..., 0] - p[..., 0]) * (r[..., 1] - p[..., 1]) - (q[..., 1] - p[..., 1]) * (r[..., 0] - p[..., 0])
        return found
    found: Truths = (side(a, b, c) * side(a, b, d) < 0) & (side(c, d, a) * side(c, d, b) < 0)
    return found


def _behind(a: Numbers, b: Numbers, middle: Numbers, half: Numbers) -> Truths:
    """Whether segments a-b pass through boxes, broadcast (slab method)."""
    way = b - a
    way = np.where(way == 0, NOUGHT, way)
    one, other = (middle - half - a) / way, (middle + half - a) / way
    enter, leave = np.minimum(one, other).max(axis=-1), np.maximum(one, other).min(axis=-1)
    found: Truths = (enter < leave) & (leave > 0) & (enter < 1)
    return found


@dataclass
class _Board:
    """Boxes and arrows, and what a place costs."""

    points: Numbers
    half: Numbers
    edges: Pairs
    ahead: Truths
    frame: Numbers

    def annealed(self, random: np.random.Generator) -> Numbers:
        """The places that many small moves lead to: each time the cheapest of some for one box, less by chance as it cools."""
        mine = [np.flatnonzero((self.edges == node).any(axis=1)) for node in range(len(self.points))]
        rounds = max(2, round(ROUNDS * min(1.0, LINKS / max(len(self.edges), 1)) ** 2))
        for heat in np.geomspace(1.0, 0.01, rounds):
            for node in random.permutation(len(self.points)):
                wishes = self._wishes(node, mine[node], heat, random)
                cost = self._costs(node, mine[node], wishes) + heat * random.gumbel(size=len(wishes))
                self.points[node] = wishes[int(np.argmin(cost))]
        return self.points

    def _wishes(self, node: int, mine: Pairs, heat: float, random: np.random.Generator) -> Numbers:
        """Where it stands, places near by, and places near the neighbours; all within the frame."""
        here = np.tile(self.points[node], (TRIED, 1))
        if len(mine):
            ends = self.edges[mine]
            here[TRIED // 2:] = self.points[ends[ends != node]].mean(axis=0)
        here[1:] += random.standard_normal((TRIED - 1, 2)) * self.frame * (0.03 + 0.4 * heat)
        room = np.maximum(self.frame - self.half[node], 1)
        found: Numbers = np.clip(here, -room, room)
        return found

    def _costs(self, node: int, mine: Pairs, places: Numbers) -> Numbers:
        """For each place of this box: crossings, arrows behind boxes, boxes over boxes, length, and arrows against the reading direction."""
        points, edges = self.points, self.edges
        apart = (np.abs(points - places[:, None]) < self.half + self.half[node] + GAP).all(axis=2)
        apart[:, node] = False
        cost: Numbers = 4.0 * apart.sum(axis=1)
        if len(mine) == 0:
            return cost
        outward = edges[mine, 0] == node
        far = np.where(outward, edges[mine, 1], edges[mine, 0])
        start, end = places[:, None], points[far][None]
        rest = np.delete(edges, mine, axis=0)
        a, b = points[rest[:, 0]], points[rest[:, 1]]
        cost += _crossed(start[:, :, None], end[:, :, None], a, b).sum(axis=(1, 2))
        hit = _behind(start[:, :, None], end[:, :, None], points, self.half + 5)
        hit[:, :, node] = hit[:, np.arange(len(mine)), far] = False
        other = _behind(a, b, places[:, None], self.half[node] + 5)
        way = (end - start) * np.where(outward, 1, -1)[:, None]
        cost += 4.0 * (hit.sum(axis=(1, 2)) + other.sum(axis=1)) + 0.0045 * np.hypot(way[..., 0], 1.25 * way[..., 1]).sum(axis=1)
        cost += 3.0 * (self.ahead[mine] & (way[..., 0] < AHEAD)).sum(axis=1)
        return cost


def _parted(points: Numbers, half: Numbers, stay: Truths) -> Numbers:
    """Overlapping boxes pushed apart along the shorter way; what stays gives way only to what stays too."""
    gap = GAP * np.where(stay.any(), 0.3, 1.0)
    give = np.where(stay, 0.02, 1.0)
    for _ in range(600):
        between = points[:, None] - points
        lack = half[:, None] + half + gap - np.abs(between)
        np.einsum("iij->ij", lack)[:] = 0
        over = (lack > 0.05).all(axis=2)  # noqa: PLR2004
        if not over.any():
            break
        along_x = lack[..., 0] / WIDE < lack[..., 1]
        way = np.where(between == 0, np.sign(np.arange(len(points))[:, None] - np.arange(len(points)))[..., None], np.sign(between))
        share = (give[:, None] / (give[:, None] + give))[..., None]
        push = np.stack([along_x, ~along_x], axis=2) * way * lack * share * over[..., None]
        points = points + 0.6 * push.sum(axis=1)
    return points


def _joined(points: Numbers, edges: Pairs, stay: Truths, half: Numbers) -> Numbers:
    """New boxes beside their kept neighbours; one without stands below the rest."""
    known = stay.copy()
    for node in np.flatnonzero(~stay):
        ends = edges[(edges == node).any(axis=1)]
        friends = [other for other in ends.ravel() if other != node and known[other]]
        below = np.array([points[known, 0].mean(), points[known, 1].max() + 2 * half[node, 1] + GAP[1]])
        points[node] = points[friends].mean(axis=0) + half[node] + GAP if friends else below
        known[node] = True
    return points


def _bowed(a: Numbers, b: Numbers, bend: Numbers) -> Numbers:
    """Points of quadratic curves from a to b, bowed to the left by `bend` of their length: arrows x times x 2."""
    way = b - a
    knee = (a + b) / 2 + 2 * bend[:, None] * np.stack([way[:, 1], -way[:, 0]], axis=1)
    t = TIMES[None, :, None]
    found: Numbers = (1 - t) ** 2 * a[:, None] + 2 * t * (1 - t) * knee[:, None] + t**2 * b[:, None]
    return found


def bend_links(edges: Sequence[tuple[int, int]], places: Sequence[tuple[float, float]], sizes: Sequence[tuple[float, float]]) -> list[float]:
    """How far each arrow bows to its left, as a share of its length: so that it passes behind no box, if it can, and crosses few others."""
    pairs, points, half = np.array(edges, dtype=np.int64).reshape(-1, 2), np.array(places).reshape(-1, 2), np.array(sizes).reshape(-1, 2) / 2
    a, b = points[pairs[:, 0]], points[pairs[:, 1]]
    least, most = (points - half).min(axis=0) - GAP / 2, (points + half).max(axis=0) + GAP / 2
    chosen = np.full(len(pairs), BENDS[0])
    back = {(int(b), int(a)): at for at, (a, b) in enumerate(pairs)}
    for _ in range(2 if len(pairs) <= BENT else 0):
        for at in range(len(pairs)):
            drawn = _bowed(a, b, chosen)
            costs = []
            for liking, bend in enumerate(BENDS):
                mine = _bowed(a[at:at + 1], b[at:at + 1], np.array([bend]))[0]
                hit: Truths = np.any(_behind(mine[:-1, None], mine[1:, None], points, half + 3), axis=0)
                hit[pairs[at]] = False
                cross = _crossed(mine[:-1, None, None], mine[1:, None, None], drawn[None, :, :-1], drawn[None, :, 1:])
                cross[:, at] = False
                outside = bool((mine < least).any() or (mine > most).any())
                twin = back.get((int(pairs[at, 0]), int(pairs[at, 1])))
                along = twin is not None and twin != at and abs(chosen[twin] + bend) < ASIDE
                costs.append(3 * int(hit.sum()) + 2 * outside + 9 * along + int(cross.any(axis=(0, 2)).sum()) + 0.15 * liking)
            chosen[at] = BENDS[int(np.argmin(costs))]
    return [float(bend) for bend in chosen]


def count_crossings(edges: Any, places: Any, bow: Any) -> int:
    """How many pairs of arrows cross, as drawn."""
    pairs, points = np.array(edges, dtype=np.int64).reshape(-1, 2), np.array(places).reshape(-1, 2)
    drawn = _bowed(points[pairs[:, 0]], points[pairs[:, 1]], np.array(bow))
    found = 0
    for at in range(len(pairs)):
        mine = drawn[at]
        found += int(_crossed(mine[:-1, None, None], mine[1:, None, None], drawn[None, at + 1:, :-1], drawn[None, at + 1:, 1:]).any(axis=(0, 2)).sum())
    return found


def count_passed_boxes(edges: Any, places: Any, sizes: Any, bow: Any) -> int:
    """How many times an arrow passes behind a box that is not its own, as drawn."""
    pairs, points, half = np.array(edges, dtype=np.int64).reshape(-1, 2), np.array(places).reshape(-1, 2), np.array(sizes).reshape(-1, 2) / 2
    drawn = _bowed(points[pairs[:, 0]], points[pairs[:, 1]], np.array(bow))
    hit: Truths = np.any(_behind(drawn[:, :-1, None], drawn[:, 1:, None], points, half), axis=1)
    hit[np.arange(len(pairs))[:, None], pairs] = False
    return int(hit.sum())

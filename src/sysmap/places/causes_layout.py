"""The layout of a causal diagram.

No box over another, few crossings, few arrows behind boxes, causes left, goals right.

1. Stress majorisation (Gansner, Koren & North 2004) gives a start: boxes as far apart as the links between them
   (`_start`).
2. Simulated annealing (Davidson & Harel 1996) moves one box at a time to reduce what disturbs a reader: crossings,
   arrows behind boxes, long arrows (`_Board.anneal`).
3. Boxes that still overlap are pushed apart (`_push_apart`). Of several such layouts the best one is taken.
4. Each arrow gets a bend, so that it passes behind few boxes and crosses few others (`sysmap.places.bends`).

It is seeded: the same map gives the same places. Lengths are in pixels; x grows to the right, y downwards. A box is
given by its middle and by half of its width and height (`half`). Many functions compute on whole arrays at once by
broadcasting: the last axis is x and y, the axes before it are those of the arguments.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx
import numpy as np

from sysmap.places.bends import GAP, TINY, Numbers, Pairs, Truths, passes_behind, segments_cross
from sysmap.places.layout import SPACING, lay_out

__all__ = ["lay_out_boxes"]

Points = Mapping[str, tuple[float, float]]

WIDE = 1.6
"""Width over height that the diagram aims at: that of the pane on a laptop."""
FULL, FEW = 0.54, 40
"""Which part of the frame the boxes and their gaps fill. Where boxes are few it is less: it grows with their number up
to 0.7 * `FEW`."""
STARTS = 3
"""How many layouts are made; the best one is taken."""
ROUNDS, TRIED = 32, 16
"""How many times each box may move, and how many places it tries each time."""
MOST_FULL = 120
"""Up to so many links all `STARTS` and `ROUNDS` are done; with more, one layout in fewer rounds: the time stays in
seconds."""
MANY = 300
"""More boxes than this are placed like the nodes of the map, with room for a box each."""
AHEAD = 60.0
"""How far to the right an arrow must lead so that it reads from left to right."""
BEHIND = 4.0
"""How many crossings an arrow behind a box, or a box over a box, is as bad as."""
BACKWARDS = 3.0
"""The same for an arrow that should lead to the right and does not."""
PER_PIXEL = 0.0045
"""The same for one pixel of an arrow's length."""


def lay_out_boxes(
    links: nx.DiGraph,
    sizes: Points,
    kept: Points,
    seed: int = 42,
    *,
    first: frozenset[str] = frozenset(),
    last: frozenset[str] = frozenset(),
) -> dict[str, tuple[float, float]]:
    """The middle of each node's box, in pixels.

    `sizes` are the boxes' widths and heights, `kept` the places of an earlier build.

    Kept boxes stay if they are at least half of all; otherwise everything is laid out afresh. Boxes in `first` should
    stand left of what they influence, boxes in `last` right of what influences them.

    >>> sizes = {"rain": (60, 30), "harvest": (80, 30)}
    >>> places = lay_out_boxes(nx.DiGraph([("rain", "harvest")]), sizes, {}, first=frozenset({"rain"}))
    >>> places["rain"][0] < places["harvest"][0]
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
        known = np.array([kept.get(uid, (0.0, 0.0)) for uid in nodes])
        points = _push_apart(_place_new(known, edges, stay, half), half, stay)
    elif len(nodes) > MANY:
        # The layout of the map keeps round marks SPACING apart: scaled by the longest diagonal, that is enough for any
        # box.
        room = float(np.hypot(*(2 * half + GAP / 2).T).max()) / SPACING
        return {
            uid: (round(x * room, 1), round(y * room, 1))
            for uid, (x, y) in lay_out(links.to_undirected(), nodes, seed).items()
        }
    else:
        ahead = np.array([nodes[a] in first or nodes[b] in last for a, b in edges], dtype=bool)
        points = _lay_out_afresh(edges, half, ahead, np.random.default_rng(seed))
    return {uid: (round(float(x), 1), round(float(y), 1)) for uid, (x, y) in zip(nodes, points, strict=True)}


def _lay_out_afresh(edges: Pairs, half: Numbers, ahead: Truths, random: np.random.Generator) -> Numbers:
    """The best of several layouts, around (0, 0). `ahead`: which edges should lead to the right.

    The best has the fewest crossings; an arrow behind a box counts as `BEHIND` of them, an arrow that should lead ahead
    and leads back as one.
    """

    def badness(points: Numbers) -> float:
        a, b = points[edges[:, 0]], points[edges[:, 1]]
        hit = passes_behind(a[:, None], b[:, None], points, half)  # edges x boxes
        hit[np.arange(len(edges))[:, None], edges] = False  # an arrow's own two boxes do not count
        # Each crossing is found twice, once from either edge.
        return float(
            segments_cross(a[:, None], b[:, None], a, b).sum() / 2
            + BEHIND * hit.sum()
            + (ahead & (a[:, 0] > b[:, 0])).sum()
        )

    free = np.zeros(len(half), dtype=bool)
    layouts = []
    for _ in range(STARTS if len(edges) <= MOST_FULL else 1):
        board = _Board(_start(edges, half, random), half, edges, ahead, _frame(half))
        layouts.append(_push_apart(board.anneal(random), half, free))
    best = min(layouts, key=badness)
    middle: Numbers = best - (best.max(axis=0) + best.min(axis=0)) / 2
    return middle


def _frame(half: Numbers) -> Numbers:
    """Half the width and height of the frame in which the boxes are placed.

    Its area follows from that of the boxes with their gaps.
    """
    area = float(np.prod(2 * half + GAP, axis=1).sum()) / (FULL * min(1.0, 0.3 + len(half) / FEW))
    high = np.sqrt(area / WIDE)
    return np.array([WIDE * high, high]) / 2


def _start(edges: Pairs, half: Numbers, random: np.random.Generator) -> Numbers:
    """A first layout.

    Distances in the picture are like the numbers of links between two boxes, then stretched to the frame.

    Stress majorisation minimises sum over pairs of weight * (distance in the picture - wanted distance)**2, where
    weight is 1 / wanted**2: near pairs matter most. Each round solves a linear system with the same matrix, so it is
    inverted once. The matrix is a Laplacian (its rows add up to 0), which has no inverse; the pseudo-inverse keeps the
    middle at (0, 0).
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import shortest_path

    count = len(half)
    points = random.standard_normal((count, 2))
    near = csr_array((np.ones(len(edges)), edges.T), shape=(count, count))
    wanted = shortest_path(near, directed=False, unweighted=True)
    # Parts of the map without a link between them are wanted as far apart as the longest way in it.
    wanted[~np.isfinite(wanted)] = max(3.0, float(wanted[np.isfinite(wanted)].max()))
    np.fill_diagonal(wanted, 1)  # so that nothing is divided by 0
    weight = wanted**-2.0
    np.fill_diagonal(weight, 0)
    inverse = np.linalg.pinv(np.diag(weight.sum(axis=1)) - weight)
    for _ in range(80):
        between = points[:, None] - points
        distance = np.maximum(np.sqrt((between**2).sum(axis=2)), TINY)
        pull = weight * wanted / distance
        points = inverse @ ((pull[:, :, None] * between).sum(axis=1))
    spread = np.ptp(points, axis=0)
    if spread[1] > spread[0]:  # higher than wide: swap x and y
        points, spread = points[:, ::-1], spread[::-1]
    stretched: Numbers = points / np.maximum(spread, TINY) * 2 * _frame(half) * 0.92
    return stretched


@dataclass
class _Board:
    """Boxes and arrows while they are annealed. `frame`: half its width and height.

    `ahead`: which edges should lead right.
    """

    points: Numbers
    half: Numbers
    edges: Pairs
    ahead: Truths
    frame: Numbers

    def anneal(self, random: np.random.Generator) -> Numbers:
        """Move the boxes one by one, many rounds long; return their places.

        A box tries some places and takes one of the cheapest: noise in proportion to the heat is added to the costs, so
        that early rounds can leave a poor arrangement by way of worse ones, and late rounds only improve.
        """
        own_edges = [np.flatnonzero((self.edges == node).any(axis=1)) for node in range(len(self.points))]
        rounds = max(2, round(ROUNDS * min(1.0, MOST_FULL / max(len(self.edges), 1)) ** 2))
        for heat in np.geomspace(1.0, 0.01, rounds):
            for node in random.permutation(len(self.points)):
                places = self._propose(node, own_edges[node], heat, random)
                cost = self._costs(node, own_edges[node], places) + heat * random.gumbel(size=len(places))
                self.points[node] = places[int(np.argmin(cost))]
        return self.points

    def _propose(self, node: int, own: Pairs, heat: float, random: np.random.Generator) -> Numbers:
        """`TRIED` places for a box, all within the frame.

        Where it stands, around that, and around the middle of its neighbours.

        They spread widely while it is hot and lie close when it is cold. `own` are the numbers of the box's edges.
        """
        places = np.tile(self.points[node], (TRIED, 1))
        if len(own):
            ends = self.edges[own]
            places[TRIED // 2 :] = self.points[ends[ends != node]].mean(axis=0)
        places[1:] += random.standard_normal((TRIED - 1, 2)) * self.frame * (0.03 + 0.4 * heat)
        room = np.maximum(self.frame - self.half[node], 1)
        within: Numbers = np.clip(places, -room, room)
        return within

    def _costs(self, node: int, own: Pairs, places: Numbers) -> Numbers:
        """What each place for this box costs.

        Overlaps, crossings, arrows behind boxes, length, and arrows that should lead right.

        Only what depends on the place of this box is counted; all other boxes stay where they are. In the arrays below
        the axes are places x own edges x (other edges, or boxes).
        """
        points, edges = self.points, self.edges
        overlaps = (np.abs(points - places[:, None]) < self.half + self.half[node] + GAP).all(axis=2)
        overlaps[:, node] = False
        cost: Numbers = BEHIND * overlaps.sum(axis=1)
        if len(own) == 0:
            return cost
        outward = edges[own, 0] == node
        far = np.where(outward, edges[own, 1], edges[own, 0])  # the box at the other end of each own edge
        start, end = places[:, None], points[far][None]
        others = np.delete(edges, own, axis=0)
        a, b = points[others[:, 0]], points[others[:, 1]]
        cost += segments_cross(start[:, :, None], end[:, :, None], a, b).sum(axis=(1, 2))
        # Own arrows behind other boxes, but not behind the two that they join; then other arrows behind this box.
        hit = passes_behind(start[:, :, None], end[:, :, None], points, self.half + 5)
        hit[:, :, node] = hit[:, np.arange(len(own)), far] = False
        hit_here = passes_behind(a, b, places[:, None], self.half[node] + 5)
        way = (end - start) * np.where(outward, 1, -1)[
            :, None
        ]  # from cause to effect, whichever of the two this box is
        # Downwards, length costs a quarter more, because the diagram is wider than high.
        cost += BEHIND * (hit.sum(axis=(1, 2)) + hit_here.sum(axis=1)) + PER_PIXEL * np.hypot(
            way[..., 0], 1.25 * way[..., 1]
        ).sum(axis=1)
        cost += BACKWARDS * (self.ahead[own] & (way[..., 0] < AHEAD)).sum(axis=1)
        return cost


def _push_apart(points: Numbers, half: Numbers, stay: Truths) -> Numbers:
    """Overlapping boxes pushed apart, each pair sideways or downwards, whichever is shorter.

    Boxes that `stay` hardly move: only another such box pushes them. Where there are such boxes, smaller gaps are
    enough, so that as little as possible moves.
    """
    gap = GAP * np.where(stay.any(), 0.3, 1.0)
    give = np.where(stay, 0.02, 1.0)
    for _ in range(600):
        between = points[:, None] - points
        lack = half[:, None] + half + gap - np.abs(between)  # how far each pair overlaps, in x and in y
        np.einsum("iij->ij", lack)[:] = 0  # a view of the diagonal: a box does not overlap itself
        over = (lack > 0.05).all(axis=2)  # noqa: PLR2004
        if not over.any():
            break
        # The diagram is wider than high, so a way sideways counts as shorter than it is.
        along_x = lack[..., 0] / WIDE < lack[..., 1]
        # Boxes at the same place have no direction: the one with the higher number moves right or down.
        way = np.where(
            between == 0, np.sign(np.arange(len(points))[:, None] - np.arange(len(points)))[..., None], np.sign(between)
        )
        # Each of a pair moves by its share: half, or nearly all of it where the other one stays.
        share = (give[:, None] / (give[:, None] + give))[..., None]
        push = np.stack([along_x, ~along_x], axis=2) * way * lack * share * over[..., None]
        points = points + 0.6 * push.sum(axis=1)
    return points


def _place_new(points: Numbers, edges: Pairs, stay: Truths, half: Numbers) -> Numbers:
    """The kept places, with each new box beside its placed neighbours; a box without any stands below the rest."""
    known = stay.copy()
    for node in np.flatnonzero(~stay):
        ends = edges[(edges == node).any(axis=1)]
        friends = [other for other in ends.ravel() if other != node and known[other]]
        below = np.array([points[known, 0].mean(), points[known, 1].max() + 2 * half[node, 1] + GAP[1]])
        points[node] = points[friends].mean(axis=0) + half[node] + GAP if friends else below
        known[node] = True
    return points

"""The bends of the arrows of a causal diagram: each passes behind few boxes and crosses few other arrows.

Lengths are in pixels; x grows to the right, y downwards. A box is given by its middle and by half of its width and
height (`half`). Many functions compute on whole arrays at once by broadcasting: the last axis is x and y, the axes
before it are those of the arguments.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["GAP", "bend_links", "count_crossings", "count_passed_boxes", "passes_behind", "segments_cross"]

Numbers = NDArray[np.float64]
Pairs = NDArray[np.int64]
Truths = NDArray[np.bool_]

GAP = np.array([24.0, 20.0])
"""Free space between two boxes, sideways and downwards: room for an arrowhead and the sign beside it."""
BENDS = (0.1, -0.1, 0.2, -0.2, 0.02, 0.32, -0.32, 0.45, -0.45)
"""The bends that an arrow tries: how far its middle lies to its left, as a share of its length. The preferred ones come
first."""
ASIDE = 0.15
"""How far the two arrows between two boxes, there and back, must lie apart, as a share of their length."""
TINY = 1e-9
"""Small epsilon that replaces zero in denominators."""
TIMES = np.linspace(0.0, 1.0, 9)
"""A bent arrow is treated as the eight straight pieces between these points of its curve (0 start, 1 end)."""
MOST_BENT = 400
"""With more links than this all arrows have the same bend: the time stays in seconds."""


def bend_links(
    edges: Sequence[tuple[int, int]], places: Sequence[tuple[float, float]], sizes: Sequence[tuple[float, float]]
) -> list[float]:
    """The bend of each arrow, one of `BENDS`, chosen so that it passes behind few boxes and crosses few other arrows.

    `edges` are pairs of numbers of boxes; `places` and `sizes` are the boxes' middles, and widths and heights. The
    arrows choose one after the other, twice, each given what the others have chosen.
    """
    pairs, points, half = _as_arrays(edges, places, sizes)
    a, b = points[pairs[:, 0]], points[pairs[:, 1]]
    least, most = (points - half).min(axis=0) - GAP / 2, (points + half).max(axis=0) + GAP / 2
    chosen = np.full(len(pairs), BENDS[0])
    reverse = {(int(b), int(a)): at for at, (a, b) in enumerate(pairs)}
    for _ in range(2 if len(pairs) <= MOST_BENT else 0):
        for at in range(len(pairs)):
            curves = _curve(a, b, chosen)
            costs = []
            for rank, bend in enumerate(BENDS):
                curve = _curve(a[at : at + 1], b[at : at + 1], np.array([bend]))[0]
                hit: Truths = np.any(passes_behind(curve[:-1, None], curve[1:, None], points, half + 3), axis=0)
                hit[pairs[at]] = False
                cross = segments_cross(
                    curve[:-1, None, None], curve[1:, None, None], curves[None, :, :-1], curves[None, :, 1:]
                )
                cross[:, at] = False
                outside = bool((curve < least).any() or (curve > most).any())
                # The left of an arrow is the right of the arrow back, so opposite bends put both on one line.
                twin = reverse.get((int(pairs[at, 0]), int(pairs[at, 1])))
                on_twin = twin is not None and twin != at and abs(chosen[twin] + bend) < ASIDE
                costs.append(
                    3 * int(hit.sum()) + 2 * outside + 9 * on_twin + int(cross.any(axis=(0, 2)).sum()) + 0.15 * rank
                )
            chosen[at] = BENDS[int(np.argmin(costs))]
    return [float(bend) for bend in chosen]


def count_crossings(edges: Any, places: Any, bends: Any) -> int:
    """How many pairs of arrows cross, with their bends."""
    pairs, points, _ = _as_arrays(edges, places, [])
    curves = _curve(points[pairs[:, 0]], points[pairs[:, 1]], np.array(bends))
    count = 0
    for at, curve in enumerate(curves):
        later = curves[None, at + 1 :]
        count += int(
            segments_cross(curve[:-1, None, None], curve[1:, None, None], later[:, :, :-1], later[:, :, 1:])
            .any(axis=(0, 2))
            .sum()
        )
    return count


def count_passed_boxes(edges: Any, places: Any, sizes: Any, bends: Any) -> int:
    """How many times an arrow, with its bend, passes behind a box that it does not join."""
    pairs, points, half = _as_arrays(edges, places, sizes)
    curves = _curve(points[pairs[:, 0]], points[pairs[:, 1]], np.array(bends))
    hit: Truths = np.any(passes_behind(curves[:, :-1, None], curves[:, 1:, None], points, half), axis=1)
    hit[np.arange(len(pairs))[:, None], pairs] = False
    return int(hit.sum())


def _curve(a: Numbers, b: Numbers, bend: Numbers) -> Numbers:
    """Points on the arrows from a to b, bent to their left by `bend` of their length: arrows x `TIMES` x 2.

    The curves are quadratic Bezier curves. Such a curve's middle lies halfway between the straight line and its control
    point, so the control point lies twice as far out as the bend.
    """
    way = b - a
    control = (a + b) / 2 + 2 * bend[:, None] * np.stack([way[:, 1], -way[:, 0]], axis=1)
    t = TIMES[None, :, None]
    curve: Numbers = (1 - t) ** 2 * a[:, None] + 2 * t * (1 - t) * control[:, None] + t**2 * b[:, None]
    return curve


def _as_arrays(edges: Any, places: Any, sizes: Any) -> tuple[Pairs, Numbers, Numbers]:
    """Pairs of boxes, middles, and half widths and heights, each as an array of n x 2."""
    return (
        np.array(edges, dtype=np.int64).reshape(-1, 2),
        np.array(places).reshape(-1, 2),
        np.array(sizes).reshape(-1, 2) / 2,
    )


def segments_cross(a: Numbers, b: Numbers, c: Numbers, d: Numbers) -> Truths:
    """Whether the segments a-b and c-d cross. Segments that only touch at an end do not.

    They cross if c and d lie on different sides of the line through a and b, and a and b on different sides of that
    through c and d. The side is the sign of a cross product.
    """

    def side(p: Numbers, q: Numbers, r: Numbers) -> Numbers:
        product: Numbers = (q[..., 0] - p[..., 0]) * (r[..., 1] - p[..., 1]) - (q[..., 1] - p[..., 1]) * (
            r[..., 0] - p[..., 0]
        )
        return product

    crosses: Truths = (side(a, b, c) * side(a, b, d) < 0) & (side(c, d, a) * side(c, d, b) < 0)
    return crosses


def passes_behind(a: Numbers, b: Numbers, middle: Numbers, half: Numbers) -> Truths:
    """Whether the segments a-b pass through boxes (slab method).

    Along the segment, a at 0 and b at 1, it is computed where the line enters and leaves the box's range of x, and
    likewise of y. The line is in the box from the later entry to the earlier exit, if that comes before, and the
    segment is if that stretch meets 0 to 1.
    """
    way = b - a
    way = np.where(way == 0, TINY, way)
    one, other = (middle - half - a) / way, (middle + half - a) / way
    enter, leave = np.minimum(one, other).max(axis=-1), np.maximum(one, other).min(axis=-1)
    passes: Truths = (enter < leave) & (leave > 0) & (enter < 1)
    return passes

"""How nodes and ties look in the still picture: colour, size, shape and stroke.

The page's script decides the same things for the page. Both must give the same picture, so numbers here and there are
equal. A `scale` or `unit` turns pixels of a screen into units of the picture.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import hypot, sqrt
from typing import Any

from sysmap.rendering.palette import CATEGORIES
from sysmap.still.scene import Scene

__all__ = ["Bundle", "Entry", "Mark", "bundle_ties", "legend_entries", "mix_colors", "place_marks"]

LARGEST, SMALLEST, EVEN = 13.8, 6.5, 9.0
"""Radius in pixels of the largest mark and the smallest, and of every mark where size says nothing."""
MINUS = "\u2212"
LANE = 5.0
"""Pixels between parallel ties."""
CENTRE_BONUS = 1e6
"""Added to the weight of a group's centre: its name comes before all others."""

Theme = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A node as drawn. Marks with a higher `weight` get room for their name first."""

    number: int
    name: str
    x: float
    y: float
    radius: float
    shape: str
    color: str
    weight: float


@dataclass(frozen=True, slots=True)
class Bundle:
    """Ties that look alike, each as (x, y, x, y, radius of the mark it leads to).

    `title` is in the scene's language.
    """

    title: str
    color: str
    width: float
    dash: tuple[int, ...]
    directed: bool
    lines: tuple[tuple[float, float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the legend. It shows a mark of `shape`, or a stroke where `shape` is empty."""

    text: str
    color: str
    shape: str = ""
    width: float = 0.0
    dash: tuple[int, ...] = ()


def mix_colors(one: str, other: str, share: float) -> str:
    """The colour at `share` (0 to 1) of the way from `one` to `other`, both as `#RRGGBB`.

    >>> mix_colors("#000000", "#FFFFFF", 0.5)
    '#808080'
    """
    parts = (round(int(one[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share) for at in (1, 3, 5))
    return "#" + "".join(f"{part:02X}" for part in parts)


def place_marks(scene: Scene, theme: Theme, unit: float) -> list[Mark]:
    """The nodes as marks, in their order.

    `unit`: units of the picture per pixel of a screen that shows all of it (1 or more).

    A name's weight grows with the size of its mark, then with the number of ties; kinds that come first in the legend
    win ties.
    """
    radii, colors, degree = _radii(scene), _colors(scene, theme), [0] * len(scene.nodes)
    for tie in scene.ties:
        degree[tie["from"]] += 1
        degree[tie["to"]] += 1
    centres = frozenset((scene.island["views"].get("groups") or {"centre": ()})["centre"])
    growth = max(1.0, sqrt(unit))  # on a large picture marks are larger too, so that they are still seen on a screen
    return [
        Mark(
            at,
            node["label"],
            node["x"],
            node["y"],
            min(LARGEST, radii[at] * growth),
            node["shape"],
            colors[at],
            (CENTRE_BONUS if at in centres else 0) + radii[at] * 100 + degree[at] - node["k"] * 10,
        )
        for at, node in enumerate(scene.nodes)
    ]


def _scores(scene: Scene, name: str) -> dict[int, float] | None:
    """Number of the node -> its value of a measure, scaled to 0 (lowest) to 1 (highest).

    None if no measure has this name.

    The square root is taken of the scaled values, so that a few very high ones do not make all others look alike.
    """
    measure = next((measure for measure in scene.island["measures"] if measure["name"] == name), None)
    if measure is None:
        return None
    at, values = measure["at"], measure["values"]  # where `at` is shorter, it holds only the first and the last number
    numbers = range(at[0], at[-1] + 1) if len(at) != len(values) else at
    known = {number: value for number, value in zip(numbers, values, strict=True) if value is not None}
    low, high = (min(known.values()), max(known.values())) if known else (0.0, 0.0)
    return {number: sqrt((value - low) / (high - low)) if high > low else 0.5 for number, value in known.items()}


def _radii(scene: Scene) -> list[float]:
    scores = _scores(scene, scene.island["sizeBy"])
    if scores is None:
        return [EVEN] * len(scene.nodes)
    return [
        SMALLEST + (LARGEST - SMALLEST) * scores[at] if at in scores else SMALLEST + 1 for at in range(len(scene.nodes))
    ]


def _facet(scene: Scene) -> dict[str, Any] | None:
    """The facet that nodes are coloured by; None where they are coloured by kind or by a measure."""
    return next((facet for facet in scene.island["facets"] if facet["key"] == scene.island["colorBy"]), None)


def _value_color(facet: Mapping[str, Any], value: int) -> str:
    """The name of a value's colour: `other` for nodes of another kind (-1), without a value, or beyond the palette."""
    return "other" if value < 0 or value == facet["silent"] or value >= CATEGORIES else f"c{value + 1}"


def _colors(scene: Scene, theme: Theme) -> list[str]:
    """The colour of each node: by its value in the facet, by its score on a ramp of two colours, or by its kind."""
    facet, scores = _facet(scene), _scores(scene, scene.island["colorBy"])
    if facet:
        return [theme[_value_color(facet, value)] for value in facet["of"]]
    if scores is not None:
        return [
            mix_colors(theme["edge"], theme["strong"], scores[at]) if at in scores else theme["other"]
            for at in range(len(scene.nodes))
        ]
    return [theme[f"c{scene.island['kinds'][node['k']]['color']}"] for node in scene.nodes]


def bundle_ties(scene: Scene, marks: list[Mark], theme: Theme, unit: float) -> list[Bundle]:
    """The ties in bundles, one for each type and sign, in the order of the types. A bundle can be drawn as one path."""
    lines_of: dict[tuple[int, str], list[tuple[float, float, float, float, float]]] = defaultdict(list)
    for tie, lane in zip(scene.ties, _lanes(scene), strict=True):
        lines_of[tie["t"], _sign(scene, tie)].append(
            _line(marks[tie["from"]], marks[tie["to"]], lane * LANE * min(1.0, unit))
        )
    return [
        Bundle(
            _title(scene, type, sign),
            theme[{"+": "plus", "-": "minus"}.get(sign, kind["color"])],
            kind["width"],
            tuple(kind["dash"]),
            kind["directed"],
            tuple(lines),
        )
        for (type, sign), lines in sorted(lines_of.items())
        for kind in [scene.island["types"][type]]
    ]


def _title(scene: Scene, type: int, sign: str) -> str:
    title = scene.choose(scene.island["types"][type]["title"])
    return f"{title} ({MINUS if sign == '-' else sign})" if sign else title


def _sign(scene: Scene, tie: Mapping[str, Any]) -> str:
    """The polarity of a tie, `+` or `-`; empty where it has none. Values on a tie go by the number of their column."""
    at = next(
        (at for at, column in enumerate(scene.island["types"][tie["t"]]["columns"]) if column["name"] == "polarity"),
        None,
    )
    sign = tie.get("p", {}).get(str(at), "")
    return sign if sign in ("+", "-") else ""


def _lanes(scene: Scene) -> list[float]:
    """For each tie its lane: 0 is the straight line between its ends.

    Parallel ties lie side by side, ±½ or 0, ±1, and so on.
    """
    between: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, tie in enumerate(scene.ties):
        between[min(tie["from"], tie["to"]), max(tie["from"], tie["to"])].append(at)
    lanes = [0.0] * len(scene.ties)
    for together in between.values():
        for place, at in enumerate(together):
            # A lane lies to one side of the tie's own direction; seen from the other end the same side is the other
            # one.
            lanes[at] = (place - (len(together) - 1) / 2) * (1 if scene.ties[at]["from"] < scene.ties[at]["to"] else -1)
    return lanes


def _line(one: Mark, other: Mark, aside: float) -> tuple[float, float, float, float, float]:
    """The line from mark to mark, moved `aside` at a right angle to it."""
    far = hypot(other.x - one.x, other.y - one.y) or 1.0
    dx, dy = -(other.y - one.y) * aside / far, (other.x - one.x) * aside / far
    return one.x + dx, one.y + dy, other.x + dx, other.y + dy, other.radius


def legend_entries(scene: Scene, bundles: list[Bundle], theme: Theme) -> Iterator[Entry]:
    """The rows of the legend: kinds, what colours mean, gaps, then ties.

    Ties without a stroke of their own share one row.
    """
    facet, ramp = _facet(scene), _scores(scene, scene.island["colorBy"]) is not None
    for kind in scene.island["kinds"]:
        yield Entry(
            scene.choose(kind["title"]), theme["muted" if facet or ramp else f"c{kind['color']}"], kind["shape"]
        )
    if facet:
        yield from (
            Entry(scene.choose(name), theme[_value_color(facet, at)], "dot")
            for at, name in enumerate(facet["values"][:CATEGORIES])
        )
    if ramp:
        title = scene.choose(
            next(measure["title"] for measure in scene.island["measures"] if measure["name"] == scene.island["colorBy"])
        )
        yield from (
            Entry(f"{title}: {sign}", theme[color], "dot") for sign, color in ((MINUS, "edge"), ("+", "strong"))
        )
    words = scene.island["words"]
    if scene.island["gaps"]:
        yield Entry(scene.choose(words["gaps"]), theme["accent"], "", 1.6, (6, 5))
    own = [bundle for bundle in bundles if bundle.dash or bundle.color != theme["tie"]]
    yield from (Entry(bundle.title, bundle.color, "", bundle.width, bundle.dash) for bundle in own)
    quiet = sorted({bundle.title for bundle in bundles if bundle not in own})
    if quiet:
        yield Entry(quiet[0] if len(quiet) == 1 else scene.choose(words["other_ties"]), theme["tie"], "", 1.0)

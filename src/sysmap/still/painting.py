"""How the nodes and ties of a scene look where Python draws them: colour, size, shape and stroke as on the page (`facets.js`, `paint.js`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import hypot, sqrt
from typing import Any

from sysmap.rendering.palette import CATEGORIES
from sysmap.still.scene import Scene

__all__ = ["Bundle", "Entry", "Mark", "bundle_ties", "legend_entries", "mix_colors", "place_marks"]

ROOM, SMALL, EVEN = 13.8, 6.5, 9.0
"""Radius of the largest mark and of the smallest, and of all where size says nothing."""
MINUS = "\u2212"
LANE = 5.0
"""Pixels between parallel ties."""

Theme = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A node as drawn; the weightier have their names first."""

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
    """The ties that look alike, as (x, y, x, y, radius of the mark they lead to); `title` in the language of the scene."""

    title: str
    color: str
    width: float
    dash: tuple[int, ...]
    directed: bool
    lines: tuple[tuple[float, float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the legend: a mark's shape, or empty for a stroke."""

    text: str
    color: str
    shape: str = ""
    width: float = 0.0
    dash: tuple[int, ...] = ()


def mix_colors(one: str, other: str, share: float) -> str:
    """The colour on the way from `one` to `other`, 0 to 1.

    >>> mixed("#000000", "#FFFFFF", 0.5)
    '#808080'
    """
    parts = (round(int(one[at:at + 2], 16) * (1 - share) + int(other[at:at + 2], 16) * share) for at in (1, 3, 5))
    return "#" + "".join(f"{part:02X}" for part in parts)


def place_marks(scene: Scene, theme: Theme, unit: float) -> list[Mark]:
    """The nodes in their order; `unit` is how many units of the picture make a pixel on a screen."""
    sizes, colors, degree = _sizes(scene), _colors(scene, theme), [0] * len(scene.nodes)
    for tie in scene.ties:
        degree[tie["from"]] += 1
        degree[tie["to"]] += 1
    middles = frozenset((scene.island["views"].get("groups") or {"centre": ()})["centre"])
    return [Mark(at, node["label"], node["x"], node["y"], min(ROOM, sizes[at] * max(1.0, sqrt(unit))), node["shape"], colors[at],
                 (1e6 if at in middles else 0) + sizes[at] * 100 + degree[at] - node["k"] * 10) for at, node in enumerate(scene.nodes)]


def _scores(scene: Scene, name: str) -> dict[int, float] | None:
    """A measure's share of the way from its least to its most, by square root so that a few giants do not flatten the rest."""
    measure = next((one for one in scene.island["measures"] if one["name"] == name), None)
    if measure is None:
        return None
    at, values = measure["at"], measure["values"]
    numbers = range(at[0], at[-1] + 1) if len(at) != len(values) else at
    known = {number: value for number, value in zip(numbers, values, strict=True) if value is not None}
    low, high = (min(known.values()), max(known.values())) if known else (0.0, 0.0)
    return {number: sqrt((value - low) / (high - low)) if high > low else 0.5 for number, value in known.items()}


def _sizes(scene: Scene) -> list[float]:
    found = _scores(scene, scene.island["sizeBy"])
    if found is None:
        return [EVEN] * len(scene.nodes)
    return [SMALL + (ROOM - SMALL) * found[at] if at in found else SMALL + 1 for at in range(len(scene.nodes))]


def _facet(scene: Scene) -> dict[str, Any] | None:
    return next((one for one in scene.island["facets"] if one["key"] == scene.island["colorBy"]), None)


def _value_color(facet: Mapping[str, Any], value: int) -> str:
    return "other" if value < 0 or value == facet["silent"] or value >= CATEGORIES else f"c{value + 1}"


def _colors(scene: Scene, theme: Theme) -> list[str]:
    facet, scores = _facet(scene), _scores(scene, scene.island["colorBy"])
    if facet:
        return [theme[_value_color(facet, value)] for value in facet["of"]]
    if scores is not None:
        return [mix_colors(theme["edge"], theme["strong"], scores[at]) if at in scores else theme["other"] for at in range(len(scene.nodes))]
    return [theme[f"c{scene.island['kinds'][node['k']]['color']}"] for node in scene.nodes]


def bundle_ties(scene: Scene, seen: list[Mark], theme: Theme, unit: float) -> list[Bundle]:
    """The ties, those of a type and a sign together, in the order of the types."""
    found: dict[tuple[int, str], list[tuple[float, float, float, float, float]]] = defaultdict(list)
    for tie, lane in zip(scene.ties, _lanes(scene), strict=True):
        found[tie["t"], _sign(scene, tie)].append(_line(seen[tie["from"]], seen[tie["to"]], lane * LANE * min(1.0, unit)))
    return [Bundle(_title(scene, type, sign), theme[{"+": "plus", "-": "minus"}.get(sign, kind["color"])], kind["width"], tuple(kind["dash"]),
                   kind["directed"], tuple(lines)) for (type, sign), lines in sorted(found.items()) for kind in [scene.island["types"][type]]]


def _title(scene: Scene, type: int, sign: str) -> str:
    title = _said(scene, scene.island["types"][type]["title"])
    return f"{title} ({MINUS if sign == '-' else sign})" if sign else title


def _sign(scene: Scene, tie: Mapping[str, Any]) -> str:
    at = next((at for at, column in enumerate(scene.island["types"][tie["t"]]["columns"]) if column["name"] == "polarity"), None)
    sign = tie.get("p", {}).get(str(at), "")
    return sign if sign in ("+", "-") else ""


def _lanes(scene: Scene) -> list[float]:
    """How many lanes from the middle each tie lies: parallel ones stand side by side."""
    between: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, tie in enumerate(scene.ties):
        between[min(tie["from"], tie["to"]), max(tie["from"], tie["to"])].append(at)
    lanes = [0.0] * len(scene.ties)
    for together in between.values():
        for place, at in enumerate(together):
            lanes[at] = (place - (len(together) - 1) / 2) * (1 if scene.ties[at]["from"] < scene.ties[at]["to"] else -1)
    return lanes


def _line(one: Mark, other: Mark, aside: float) -> tuple[float, float, float, float, float]:
    far = hypot(other.x - one.x, other.y - one.y) or 1.0
    dx, dy = -(other.y - one.y) * aside / far, (other.x - one.x) * aside / far
    return one.x + dx, one.y + dy, other.x + dx, other.y + dy, other.radius


def _said(scene: Scene, pair: list[str]) -> str:
    return pair[languages().index(scene.language)]


def legend_entries(scene: Scene, drawn: list[Bundle], theme: Theme) -> Iterator[Entry]:
    """The legend: kinds, what colour says, gaps, then ties; those without a stroke of their own share one row."""
    facet, ramp = _facet(scene), _scores(scene, scene.island["colorBy"]) is not None
    for kind in scene.island["kinds"]:
        yield Entry(_said(scene, kind["title"]), theme["muted" if facet or ramp else f"c{kind['color']}"], kind["shape"])
    if facet:
        yield from (Entry(_said(scene, name), theme[_value_color(facet, at)], "dot") for at, name in enumerate(facet["values"][:CATEGORIES]))
    if ramp:
        title = _said(scene, next(one["title"] for one in scene.island["measures"] if one["name"] == scene.island["colorBy"]))
        yield from (Entry(f"{title}: {sign}", theme[color], "dot") for sign, color in ((MINUS, "edge"), ("+", "strong")))
    words = scene.island["words"]
    if scene.island["gaps"]:
        yield Entry(_said(scene, words["gaps"]), theme["accent"], "", 1.6, (6, 5))
    own = [one for one in drawn if one.dash or one.color != theme["tie"]]
    yield from (Entry(one.title, one.color, "", one.width, one.dash) for one in own)
    quiet = sorted({one.title for one in drawn if one not in own})
    if quiet:
        yield Entry(quiet[0] if len(quiet) == 1 else _said(scene, words["other_ties"]), theme["tie"], "", 1.0)

"""MICMAC's plane as a still picture: dependence to the right, influence upwards, split at the means; where each mark and each name stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sysmap.analysis import Analysis
from sysmap.measures.causes_leverage import ROLES
from sysmap.measures.port import MEASURES
from sysmap.models.causes.leverage import Impact, score_levers
from sysmap.rendering.facts import LONGEST_NAME, clean_value

__all__ = ["Corner", "Mark", "Quadrants", "build_quadrants"]

WIDE, HIGH = 760, 420
"""The picture, in units of its own; about the pixels of a screen."""
LEFT, TOP, RIGHT, BOTTOM = 28, 10, 12, 28
"""What is left free around the plane, for its axes' names."""
LETTER, LINE = 6.6, 12
"""How wide a letter of a name is on average, and how high a line, in units."""
DOT = 5
"""Half of what a mark takes up."""
LONGEST = (36, 24, 14)
"""Letters of a name beside its mark, and where those find no room; the whole name is the mark's title."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A cause or effect at (`x`, `y`); `label` is empty where there is no room for it; it stands at `label_x`, to the `side` named."""

    name: str
    role: str
    x: float
    y: float
    label: str
    label_x: float
    side: str


@dataclass(frozen=True, slots=True)
class Corner:
    """What a quadrant is called, and where that is written."""

    name: str
    x: float
    y: float
    side: str


@dataclass(frozen=True, slots=True)
class Quadrants:
    """The picture, in one language: marks, the two lines that split the plane, what its corners and its axes are called."""

    wide: int
    high: int
    left: int
    top: int
    right: int
    bottom: int
    split_x: float
    split_y: float
    across: str
    up: str
    corners: tuple[Corner, ...]
    marks: tuple[Mark, ...]


def build_quadrants(analysis: Analysis, language: str) -> Quadrants | None:
    """The picture of `leverage(analysis).impacts`; None where there is nothing to place."""
    made = score_levers(analysis)
    if not made.impacts or made.mean_influence is None or made.mean_dependence is None:
        return None
    far, tall = (max(one.dependence for one in made.impacts) or 1.0, max(one.influence for one in made.impacts) or 1.0)
    right, bottom = WIDE - RIGHT, HIGH - BOTTOM
    corners = tuple(Corner(ROLES[role].render(language), x, y, side) for role, x, y, side in (
        ("driver", LEFT + 8, TOP + 16, "start"), ("relay", right - 8, TOP + 16, "end"),
        ("autonomous", LEFT + 8, bottom - 8, "start"), ("dependent", right - 8, bottom - 8, "end")))
    return Quadrants(WIDE, HIGH, LEFT, TOP, right, bottom, _across(made.mean_dependence, far), _up(made.mean_influence, tall),
                     MEASURES["micmac_dependence"].title.render(language), MEASURES["micmac_influence"].title.render(language), corners,
                     tuple(_placed(analysis, made.impacts, far, tall, corners)))


def _across(dependence: float, far: float) -> float:
    return round(LEFT + 14 + dependence / far * (WIDE - RIGHT - LEFT - 28), 1)


def _up(influence: float, tall: float) -> float:
    return round(HIGH - BOTTOM - 26 - influence / tall * (HIGH - BOTTOM - TOP - 52), 1)


def _placed(analysis: Analysis, impacts: tuple[Impact, ...], far: float, tall: float, corners: tuple[Corner, ...]) -> Iterator[Mark]:
    """The marks, those that stand out first: they have their names where nothing is written yet, the others none."""
    spots = {one.uid: (_across(one.dependence, far), _up(one.influence, tall)) for one in impacts}
    taken = [*(_box(one.x, one.y - 4, one.name, one.side) for one in corners), *((x - DOT, y - DOT, x + DOT, y + DOT) for x, y in spots.values())]
    for one in sorted(impacts, key=lambda one: (-one.influence / tall - one.dependence / far, one.uid)):
        name = str(clean_value(analysis.name(one.uid)))[:LONGEST_NAME]
        x, y = spots[one.uid]
        label, beside, side = next(_labels(name, x, y, taken), ("", x, "start"))
        if label:
            taken.append(_box(beside, y, label, side))
        yield Mark(name, one.role, x, y, label, beside, side)


def _labels(name: str, x: float, y: float, taken: list[tuple[float, float, float, float]]) -> Iterator[tuple[str, float, str]]:
    """The name, or the beginning of it, on either side of a mark, wherever nothing stands yet and the plane does not end."""
    for most in LONGEST:
        label = name if len(name) <= most else f"{name[:most - 1].rstrip()}…"
        for beside, side in ((round(x + 8, 1), "start"), (round(x - 8, 1), "end")):
            box = _box(beside, y, label, side)
            if box[0] > LEFT and box[2] < WIDE - RIGHT and not any(_meet(box, other) for other in taken):
                yield label, beside, side


def _box(x: float, y: float, text: str, side: str) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a line of text that is anchored at (x, y)."""
    long = len(text) * LETTER
    return (x - long, y - LINE / 2, x, y + LINE / 2) if side == "end" else (x, y - LINE / 2, x + long, y + LINE / 2)


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]

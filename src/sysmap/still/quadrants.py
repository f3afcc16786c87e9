"""The plane of MICMAC as a still picture: dependence to the right, influence upwards, split at the means.

Python says where marks and names stand; the report's template draws them.
"""

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
"""Width and height of the picture, in units that are about pixels of a screen."""
LEFT, TOP, RIGHT, BOTTOM = 28, 10, 12, 28
"""Room around the plane for the names of its axes."""
LETTER, LINE = 6.6, 12
"""Mean width of a letter, and height of a line."""
DOT = 5
"""Half the width of a mark."""
LONGEST = (36, 24, 14)
"""The most letters of a name beside its mark: first so many, then fewer where these find no room. The mark's title has
the whole name."""


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A cause or effect at (`x`, `y`).

    Its `label` is anchored at `label_x` by its `side` (`start` or `end`); empty: it found no room.
    """

    name: str
    role: str
    x: float
    y: float
    label: str
    label_x: float
    side: str


@dataclass(frozen=True, slots=True)
class Corner:
    """The name of a quadrant, and where it is written."""

    name: str
    x: float
    y: float
    side: str


@dataclass(frozen=True, slots=True)
class Quadrants:
    """The picture in one language.

    The plane's borders, the two lines that split it, its marks, and the names of axes and corners.
    """

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
    """The picture of the impacts in `score_levers(analysis)`; None where there are none."""
    leverage = score_levers(analysis)
    if not leverage.impacts or leverage.mean_influence is None or leverage.mean_dependence is None:
        return None
    most_dependence = max(impact.dependence for impact in leverage.impacts) or 1.0
    most_influence = max(impact.influence for impact in leverage.impacts) or 1.0
    scale = _Scale(most_dependence, most_influence)
    right, bottom = WIDE - RIGHT, HIGH - BOTTOM
    corners = tuple(
        Corner(ROLES[role].render(language), x, y, side)
        for role, x, y, side in (
            ("driver", LEFT + 8, TOP + 16, "start"),
            ("relay", right - 8, TOP + 16, "end"),
            ("autonomous", LEFT + 8, bottom - 8, "start"),
            ("dependent", right - 8, bottom - 8, "end"),
        )
    )
    return Quadrants(
        WIDE,
        HIGH,
        LEFT,
        TOP,
        right,
        bottom,
        scale.x(leverage.mean_dependence),
        scale.y(leverage.mean_influence),
        MEASURES["micmac_dependence"].title.render(language),
        MEASURES["micmac_influence"].title.render(language),
        corners,
        tuple(_place_marks(analysis, leverage.impacts, scale, corners)),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """Places in the plane: 0 lies near its left or lower border, the highest value near the opposite one."""

    most_dependence: float
    most_influence: float

    def x(self, dependence: float) -> float:
        return round(LEFT + 14 + dependence / self.most_dependence * (WIDE - RIGHT - LEFT - 28), 1)

    def y(self, influence: float) -> float:
        return round(HIGH - BOTTOM - 26 - influence / self.most_influence * (HIGH - BOTTOM - TOP - 52), 1)

    def prominence(self, impact: Impact) -> float:
        """How far from the lower left corner it lies: 0 in that corner, 2 in the opposite one."""
        return impact.influence / self.most_influence + impact.dependence / self.most_dependence


def _place_marks(
    analysis: Analysis, impacts: tuple[Impact, ...], scale: _Scale, corners: tuple[Corner, ...]
) -> Iterator[Mark]:
    """The marks, the most prominent first.

    Each gets its name where nothing is written yet; without room it gets none.
    """
    spots = {impact.uid: (scale.x(impact.dependence), scale.y(impact.influence)) for impact in impacts}
    taken = [
        *(_box(corner.x, corner.y - 4, corner.name, corner.side) for corner in corners),
        *((x - DOT, y - DOT, x + DOT, y + DOT) for x, y in spots.values()),
    ]
    for impact in sorted(impacts, key=lambda impact: (-scale.prominence(impact), impact.uid)):
        name = str(clean_value(analysis.name(impact.uid)))[:LONGEST_NAME]
        x, y = spots[impact.uid]
        label, beside, side = next(_labels(name, x, y, taken), ("", x, "start"))
        if label:
            taken.append(_box(beside, y, label, side))
        yield Mark(name, impact.role, x, y, label, beside, side)


def _labels(name: str, x: float, y: float, taken: list[Box]) -> Iterator[tuple[str, float, str]]:
    """(label, x of its anchor, side).

    The name or its beginning, right or left of the mark at (x, y), where there is room in the plane.
    """
    for most in LONGEST:
        label = name if len(name) <= most else f"{name[: most - 1].rstrip()}…"
        for beside, side in ((round(x + 8, 1), "start"), (round(x - 8, 1), "end")):
            box = _box(beside, y, label, side)
            if box[0] > LEFT and box[2] < WIDE - RIGHT and not any(_overlap(box, other) for other in taken):
                yield label, beside, side


def _box(x: float, y: float, text: str, side: str) -> Box:
    """The box of a line of text whose `side` is anchored at (x, y)."""
    long = len(text) * LETTER
    return (x - long, y - LINE / 2, x, y + LINE / 2) if side == "end" else (x, y - LINE / 2, x + long, y + LINE / 2)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]

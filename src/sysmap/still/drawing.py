"""The whole map as a still picture: an SVG with the places, colours, shapes and strokes of the page.

Lengths of the picture are those of the places. `unit` is how many of them make one pixel where a screen shows the whole
picture (1 or more): strokes grow with its root and texts with itself, so that a large map can still be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin, sqrt
from re import compile as pattern
from xml.sax.saxutils import escape

from sysmap.rendering.palette import DARK, LIGHT
from sysmap.still.lettering import Label, break_lines, place_labels, text_width
from sysmap.still.painting import Bundle, Entry, Mark, Theme, bundle_ties, legend_entries, mix_colors, place_marks
from sysmap.still.scene import Scene

__all__ = ["Paper", "draw_svg"]

SCREEN, NARROWEST = 1280.0, 720.0
"""Width of a screen in pixels, and the least width of the picture."""
MARGIN, HEADING_LINE = 24.0, 22.0
"""Pixels to the left of texts, and from one line of the heading to the next."""
MOST_ARROWS = 700
"""A picture with more ties has no arrowheads, as on the page."""
MARK_ROOM = 180.0
"""Pixels of width for the outermost marks and their names, left and right together."""
LETTER = 6.9
"""Mean width of a letter of the heading, in pixels."""
STRENGTHS = ((250, 0.85), (1500, 0.6), (10_000, 0.4), (float("inf"), 0.2))
"""(number of ties, strength): up to this number of ties their colour has this share, the ground the rest. As in the
page's script, and one more step for what the page does not draw at once."""
FONT = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif"
UNPRINTABLE = pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not allow, not even escaped."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The part of the picture for the map itself: from (`left`, `top`), `wide` by `high`.

    Heading and legend lie above and below.
    """

    left: float
    top: float
    wide: float
    high: float
    unit: float


def draw_svg(scene: Scene) -> str:
    """The picture as SVG, in dark colours where the scene's theme is dark, else in light ones.

    The same map gives the same bytes.
    """
    return "\n".join(_lines(scene, DARK if scene.island["theme"] == "dark" else LIGHT)) + "\n"


def _lines(scene: Scene, theme: Theme) -> Iterator[str]:
    paper = _lay_paper(scene)
    marks = place_marks(scene, theme, paper.unit)
    bundles = bundle_ties(scene, marks, theme, paper.unit)
    heading = list(_heading(scene, paper))
    above = (HEADING_LINE * len(heading) + 20) * paper.unit
    rows, below = _legend(list(legend_entries(scene, bundles, theme)), theme, paper)
    top, high = paper.top - above, paper.high + above + below
    title, about = _escape(scene.title), _escape(scene.choose(scene.island["about"]))
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="{scene.language}" viewBox="{_n(paper.left)} {_n(top)} {_n(paper.wide)} {_n(high)}" '
        f'width="{_n(paper.wide / paper.unit)}" height="{_n(high / paper.unit)}" role="img" aria-labelledby="title about" font-family="{FONT}">'
    )
    yield f'<title id="title">{title}</title><desc id="about">{about}</desc>'
    yield f'<rect x="{_n(paper.left)}" y="{_n(top)}" width="{_n(paper.wide)}" height="{_n(high)}" fill="{theme["canvas"]}"/>'
    yield from _draw_heading(heading, theme, paper, top)
    yield from _draw_ties(bundles, theme, paper.unit)
    yield from _draw_gaps(scene, marks, theme, paper.unit)
    yield from _draw_marks(marks, theme, paper.unit)
    yield from _draw_names(
        list(place_labels(marks, (paper.left, paper.top, paper.left + paper.wide, paper.top + paper.high), paper.unit)),
        theme,
    )
    yield from rows
    yield "</svg>"


def _lay_paper(scene: Scene) -> Paper:
    """Room for every mark and its name. A small map is not enlarged: it gets more room around it."""
    xs, ys = ([node[axis] for node in scene.nodes] or [0.0] for axis in "xy")
    middle, wide = (min(xs) + max(xs)) / 2, max(xs) - min(xs) + MARK_ROOM
    unit = max(1.0, wide / SCREEN)
    wide = max(wide, NARROWEST)
    top = min(ys) - 48 * unit
    return Paper(middle - wide / 2, top, wide, max(ys) + 54 * unit - top, unit)


def _n(value: float) -> str:
    """A length as text, to a tenth, without a needless `.0`.

    >>> _n(3.04), _n(-0.01), _n(2.25)
    ('3', '0', '2.2')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _escape(value: str) -> str:
    """A text of the tables as XML takes it; characters that XML does not allow become U+FFFD."""
    return escape(UNPRINTABLE.sub("\ufffd", value), {'"': "&quot;"})


def _heading(scene: Scene, paper: Paper) -> Iterator[tuple[str, int, int, str]]:
    """The lines of the title, then of what the map holds: text, size, weight, name of the colour."""
    letters = int((paper.wide / paper.unit - 2 * MARGIN) / LETTER)
    yield from ((line, 20, 600, "text") for line in break_lines(scene.title, int(letters / 1.7)))
    yield from ((line, 13, 400, "muted") for line in break_lines(scene.choose(scene.island["about"]), letters, 3))


def _draw_heading(lines: Sequence[tuple[str, int, int, str]], theme: Theme, paper: Paper, top: float) -> Iterator[str]:
    for at, (line, size, weight, color) in enumerate(lines):
        yield (
            f'<text x="{_n(paper.left + MARGIN * paper.unit)}" y="{_n(top + (34 + HEADING_LINE * at) * paper.unit)}" font-size="{_n(size * paper.unit)}" '
            f'font-weight="{weight}" fill="{theme[color]}">{_escape(line)}</text>'
        )


def _dash_attribute(dash: Sequence[int], times: float) -> str:
    return f' stroke-dasharray="{" ".join(_n(length * times) for length in dash)}"' if dash else ""


def _draw_ties(bundles: Sequence[Bundle], theme: Theme, unit: float) -> Iterator[str]:
    """One path for each bundle, its colour mixed with the ground: where transparent lines cross, they get darker."""
    count, times = sum(len(bundle.lines) for bundle in bundles), sqrt(unit)
    strength = next(strength for most, strength in STRENGTHS if count <= most)
    for bundle in bundles:
        color = mix_colors(theme["canvas"], bundle.color, strength)
        path = "".join(f"M{_n(x)} {_n(y)}L{_n(to_x)} {_n(to_y)}" for x, y, to_x, to_y, _ in bundle.lines)
        yield f'<path d="{path}" fill="none" stroke="{color}" stroke-width="{_n(bundle.width * times)}"{_dash_attribute(bundle.dash, times)}/>'
        if bundle.directed and count <= MOST_ARROWS:
            yield f'<path d="{"".join(_arrowheads(bundle.lines))}" fill="{color}"/>'


def _arrowheads(lines: Iterable[tuple[float, float, float, float, float]]) -> Iterator[str]:
    """A triangle in front of the mark that each tie leads to; ties too short for one have none."""
    size = 7.0
    for x, y, to_x, to_y, radius in lines:
        far = hypot(to_x - x, to_y - y)
        if far >= radius + 2 + size:
            ux, uy = (to_x - x) / far, (to_y - y) / far  # direction of the tie, of length 1
            tip_x, tip_y = to_x - ux * (radius + 2), to_y - uy * (radius + 2)
            back_x, back_y, aside = tip_x - ux * size, tip_y - uy * size, size * 0.45
            yield f"M{_n(tip_x)} {_n(tip_y)}L{_n(back_x - uy * aside)} {_n(back_y + ux * aside)}L{_n(back_x + uy * aside)} {_n(back_y - ux * aside)}Z"


def _draw_gaps(scene: Scene, marks: Sequence[Mark], theme: Theme, unit: float) -> Iterator[str]:
    """The collaboration gaps as dashed lines between those who should work together."""
    ends = ((marks[gap["s"]], marks[gap["t"]]) for gap in scene.island["gaps"])
    path = "".join(f"M{_n(one.x)} {_n(one.y)}L{_n(other.x)} {_n(other.y)}" for one, other in ends)
    if path:
        yield f'<path d="{path}" fill="none" stroke="{theme["accent"]}" stroke-width="{_n(1.3 * sqrt(unit))}"{_dash_attribute((6, 5), sqrt(unit))}/>'


def _polygon(corners: int, turn: float, radii: Sequence[float], down: float = 0.0) -> tuple[tuple[float, float], ...]:
    """The corners of a polygon around (0, `down`).

    The first lies at angle `turn`; distances go through `radii` in turn (stars).
    """
    return tuple(
        (
            cos(turn + at * 2 * pi / corners) * radii[at % len(radii)],
            sin(turn + at * 2 * pi / corners) * radii[at % len(radii)] + down,
        )
        for at in range(corners)
    )


CORNERS = {
    "triangle": _polygon(3, -pi / 2, (1.22,), 0.18),
    "triangleDown": _polygon(3, pi / 2, (1.22,), -0.18),
    "star": _polygon(10, -pi / 2, (1.3, 0.58)),
    "square": _polygon(4, pi / 4, (1.22,)),
    "hexagon": _polygon(6, 0, (1.1,)),
    "diamond": _polygon(4, 0, (1.25,)),
}
"""The corners of each shape at radius 1, as in the page's script; any other shape is a disc."""


def _shape(shape: str, x: float, y: float, radius: float, rest: str = "/>") -> str:
    """The element of a shape; `rest` are its other attributes and its end."""
    if shape not in CORNERS:
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"{rest}'
    return f'<path d="M{"L".join(f"{_n(x + dx * radius)} {_n(y + dy * radius)}" for dx, dy in CORNERS[shape])}Z"{rest}'


def _draw_marks(marks: Sequence[Mark], theme: Theme, unit: float) -> Iterator[str]:
    """The marks, grouped by colour. Each has its name as title, which browsers show to whoever points at it."""
    for color in dict.fromkeys(mark.color for mark in marks):
        yield f'<g fill="{color}" stroke="{theme["canvas"]}" stroke-width="{_n(1.25 * sqrt(unit))}" stroke-linejoin="round">'
        for mark in marks:
            if mark.color == color:
                element = "path" if mark.shape in CORNERS else "circle"
                yield _shape(
                    mark.shape, mark.x, mark.y, mark.radius, f"><title>{_escape(mark.name)}</title></{element}>"
                )
        yield "</g>"


def _draw_names(labels: Sequence[Label], theme: Theme) -> Iterator[str]:
    """Each name twice.

    First a broad stroke in the colour of the ground, then the letters, so that ties do not cross them out.

    One text with `paint-order` would do in browsers, but other programs draw the stroke over the letters. Names placed
    first are drawn last, so that they lie on top.
    """
    lines = [(label, at, line) for label in reversed(labels) for at, line in enumerate(label.lines)]
    written = [
        f'<text x="{_n(label.x)}" y="{_n(label.y + at * label.size * 15 / 13)}" font-size="{_n(label.size)}">{_escape(line)}</text>'
        for label, at, line in lines
    ]
    ground = [
        f'<text stroke-width="{_n(label.size * 0.27)}"{text.removeprefix("<text")}'
        for text, (label, _, _) in zip(written, lines, strict=True)
    ]
    if labels:
        yield f'<g text-anchor="middle" aria-hidden="true" fill="{theme["canvas"]}" stroke="{theme["canvas"]}" stroke-linejoin="round">'
        yield from ground
        yield f'</g>\n<g text-anchor="middle" fill="{theme["text"]}">'
        yield from written
        yield "</g>"


def _legend(rows: Sequence[Entry], theme: Theme, paper: Paper) -> tuple[list[str], float]:
    """The elements of the legend below the map, which starts a new line where the paper ends, and its height."""
    unit, x, y, elements = paper.unit, MARGIN, 16.0, []
    for row in rows:
        wide = 26 + text_width(row.text) + 18
        if x + wide > paper.wide / unit - MARGIN and x > MARGIN:
            x, y = MARGIN, y + 22
        left, middle = paper.left + x * unit, paper.top + paper.high + y * unit
        elements.append(_legend_sign(row, left, middle, unit))
        elements.append(
            f'<text x="{_n(left + 26 * unit)}" y="{_n(middle + 4.5 * unit)}" font-size="{_n(13 * unit)}" fill="{theme["text"]}">{_escape(row.text)}</text>'
        )
        x += wide
    return elements, (y + 24) * unit


def _legend_sign(row: Entry, left: float, middle: float, unit: float) -> str:
    if row.shape:
        return _shape(row.shape, left + 9 * unit, middle, 6 * unit, f' fill="{row.color}"/>')
    return (
        f'<path d="M{_n(left)} {_n(middle)}h{_n(20 * unit)}" fill="none" stroke="{row.color}" '
        f'stroke-width="{_n((row.width + 0.4) * unit)}"{_dash_attribute(row.dash, unit)}/>'
    )

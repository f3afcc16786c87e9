"""The whole map as a still picture: an SVG of the same places, colours, shapes and strokes as the page; a map of any size opens at once."""

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

__all__ = ["Sheet", "draw_svg"]

SCREEN, LEAST = 1280.0, 720.0
"""How wide a screen is, in pixels, and the picture at least."""
MARGIN, HEAD = 24.0, 22.0
"""Pixels to the left of texts, and from a line of the heading to the next."""
ARROWS = 700
"""Up to so many ties have their arrowheads, as on the page."""
STRENGTHS = ((250, 0.85), (1500, 0.6), (10_000, 0.4), (float("inf"), 0.2))
"""How strong the colour of a tie is on the ground where there are up to so many: the page's steps (`paint.js`), and one for what it does not draw at once."""
FONT = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif"
UNPRINTABLE = pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not allow, escaped or not."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper: the map's own part from (`left`, `top`), `wide` by `high`; `unit` is a pixel with all of it on a screen."""

    left: float
    top: float
    wide: float
    high: float
    unit: float


def draw_svg(scene: Scene) -> str:
    """The picture as SVG; dark where the scene says so, else in the colours of paper. The same map gives the same bytes."""
    return "\n".join(_lines(scene, DARK if scene.island["theme"] == "dark" else LIGHT)) + "\n"


def _lines(scene: Scene, theme: Theme) -> Iterator[str]:
    sheet = _sheet(scene)
    seen = place_marks(scene, theme, sheet.unit)
    ties = bundle_ties(scene, seen, theme, sheet.unit)
    heading = list(_heading(scene, sheet))
    above = (HEAD * len(heading) + 20) * sheet.unit
    rows, below = _legend(list(legend_entries(scene, ties, theme)), theme, sheet)
    top, high = sheet.top - above, sheet.high + above + below
    title, about = _text(scene.title), _text(_about(scene))
    yield (f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="{scene.language}" viewBox="{_n(sheet.left)} {_n(top)} {_n(sheet.wide)} {_n(high)}" '
           f'width="{_n(sheet.wide / sheet.unit)}" height="{_n(high / sheet.unit)}" role="img" aria-labelledby="title about" font-family="{FONT}">')
    yield f'<title id="title">{title}</title><desc id="about">{about}</desc>'
    yield f'<rect x="{_n(sheet.left)}" y="{_n(top)}" width="{_n(sheet.wide)}" height="{_n(high)}" fill="{theme["canvas"]}"/>'
    yield from _headed(heading, theme, sheet, top)
    yield from _ties(ties, theme, sheet.unit)
    yield from _ghosts(scene, seen, theme, sheet.unit)
    yield from _nodes(seen, theme, sheet.unit)
    yield from _names(list(place_labels(seen, (sheet.left, sheet.top, sheet.left + sheet.wide, sheet.top + sheet.high), sheet.unit)), theme)
    yield from rows
    yield "</svg>"


def _sheet(scene: Scene) -> Sheet:
    """Room for every mark and the name below it; a small map is not blown up."""
    xs, ys = ([node[axis] for node in scene.nodes] or [0.0] for axis in "xy")
    middle, wide = (min(xs) + max(xs)) / 2, max(xs) - min(xs) + 180
    unit = max(1.0, wide / SCREEN)
    wide = max(wide, LEAST)
    top = min(ys) - 48 * unit
    return Sheet(middle - wide / 2, top, wide, max(ys) + 54 * unit - top, unit)


def _n(value: float) -> str:
    """A length to a tenth, without a tail of nothing.

    >>> _n(3.04), _n(-0.01), _n(2.25)
    ('3', '0', '2.2')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _text(value: str) -> str:
    return escape(UNPRINTABLE.sub("\ufffd", value), {'"': "&quot;"})


def _heading(scene: Scene, sheet: Sheet) -> Iterator[tuple[str, int, int, str]]:
    """Title and what the map is about, a line at a time: text, size, weight, name of the colour."""
    letters = int((sheet.wide / sheet.unit - 2 * MARGIN) / 6.9)
    yield from ((line, 20, 600, "text") for line in break_lines(scene.title, int(letters / 1.7)))
    yield from ((line, 13, 400, "muted") for line in break_lines(_about(scene), letters, 3))


def _headed(lines: Sequence[tuple[str, int, int, str]], theme: Theme, sheet: Sheet, top: float) -> Iterator[str]:
    for at, (line, size, weight, color) in enumerate(lines):
        yield (f'<text x="{_n(sheet.left + MARGIN * sheet.unit)}" y="{_n(top + (34 + HEAD * at) * sheet.unit)}" font-size="{_n(size * sheet.unit)}" '
               f'font-weight="{weight}" fill="{theme[color]}">{_text(line)}</text>')


def _about(scene: Scene) -> str:
    return str(scene.island["about"][languages().index(scene.language)])


def _dashed(dash: Sequence[int], times: float) -> str:
    return f' stroke-dasharray="{" ".join(_n(length * times) for length in dash)}"' if dash else ""


def _ties(drawn: Sequence[Bundle], theme: Theme, unit: float) -> Iterator[str]:
    """Each bundle is one path, in an opaque colour, so that crossings do not darken; strokes grow slower than the picture."""
    count, times = sum(len(one.lines) for one in drawn), sqrt(unit)
    strength = next(strength for most, strength in STRENGTHS if count <= most)
    for one in drawn:
        color = mix_colors(theme["canvas"], one.color, strength)
        path = "".join(f"M{_n(x)} {_n(y)}L{_n(to_x)} {_n(to_y)}" for x, y, to_x, to_y, _ in one.lines)
        yield f'<path d="{path}" fill="none" stroke="{color}" stroke-width="{_n(one.width * times)}"{_dashed(one.dash, times)}/>'
        if one.directed and count <= ARROWS:
            yield f'<path d="{"".join(_heads(one.lines))}" fill="{color}"/>'


def _heads(lines: Iterable[tuple[float, float, float, float, float]]) -> Iterator[str]:
    """An arrowhead before the mark that each tie leads to, where there is room for one."""
    size = 7.0
    for x, y, to_x, to_y, radius in lines:
        far = hypot(to_x - x, to_y - y)
        if far >= radius + 2 + size:
            ux, uy = (to_x - x) / far, (to_y - y) / far
            tip_x, tip_y = to_x - ux * (radius + 2), to_y - uy * (radius + 2)
            back_x, back_y, aside = tip_x - ux * size, tip_y - uy * size, size * 0.45
            yield f"M{_n(tip_x)} {_n(tip_y)}L{_n(back_x - uy * aside)} {_n(back_y + ux * aside)}L{_n(back_x + uy * aside)} {_n(back_y - ux * aside)}Z"


def _ghosts(scene: Scene, seen: Sequence[Mark], theme: Theme, unit: float) -> Iterator[str]:
    """Who should work together and does not."""
    path = "".join(f"M{_n(seen[gap['s']].x)} {_n(seen[gap['s']].y)}L{_n(seen[gap['t']].x)} {_n(seen[gap['t']].y)}" for gap in scene.island["gaps"])
    if path:
        yield f'<path d="{path}" fill="none" stroke="{theme["accent"]}" stroke-width="{_n(1.3 * sqrt(unit))}"{_dashed((6, 5), sqrt(unit))}/>'


def _polygon(corners: int, turn: float, radii: Sequence[float], down: float = 0.0) -> tuple[tuple[float, float], ...]:
    return tuple((cos(turn + at * 2 * pi / corners) * radii[at % len(radii)], sin(turn + at * 2 * pi / corners) * radii[at % len(radii)] + down)
                 for at in range(corners))


CORNERS = {
    "triangle": _polygon(3, -pi / 2, (1.22,), 0.18), "triangleDown": _polygon(3, pi / 2, (1.22,), -0.18), "star": _polygon(10, -pi / 2, (1.3, 0.58)),
    "square": _polygon(4, pi / 4, (1.22,)), "hexagon": _polygon(6, 0, (1.1,)), "diamond": _polygon(4, 0, (1.25,)),
}
"""The shapes of the kinds (`dom.js`), where the radius is 1; any other is a disc."""


def _shape(shape: str, x: float, y: float, radius: float, rest: str = "/>") -> str:
    if shape not in CORNERS:
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"{rest}'
    return f'<path d="M{"L".join(f"{_n(x + dx * radius)} {_n(y + dy * radius)}" for dx, dy in CORNERS[shape])}Z"{rest}'


def _nodes(seen: Sequence[Mark], theme: Theme, unit: float) -> Iterator[str]:
    """The marks, those of a colour together; each says its name to who points at it."""
    for color in dict.fromkeys(one.color for one in seen):
        yield f'<g fill="{color}" stroke="{theme["canvas"]}" stroke-width="{_n(1.25 * sqrt(unit))}" stroke-linejoin="round">'
        for one in seen:
            if one.color == color:
                kind = "path" if one.shape in CORNERS else "circle"
                yield _shape(one.shape, one.x, one.y, one.radius, f"><title>{_text(one.name)}</title></{kind}>")
        yield "</g>"


def _names(found: Sequence[Label], theme: Theme) -> Iterator[str]:
    """Each name twice, its ground first: not every program draws the stroke of a text below its filling."""
    written = [f'<text x="{_n(one.x)}" y="{_n(one.y + at * one.size * 15 / 13)}" font-size="{_n(one.size)}">{_text(line)}</text>'
               for one in reversed(found) for at, line in enumerate(one.lines)]
    ground = [f'<text stroke-width="{_n(one.size * 0.27)}"{text[5:]}' for text, one in
              zip(written, (one for one in reversed(found) for _ in one.lines), strict=True)]
    if found:
        yield f'<g text-anchor="middle" aria-hidden="true" fill="{theme["canvas"]}" stroke="{theme["canvas"]}" stroke-linejoin="round">'
        yield from ground
        yield f'</g>\n<g text-anchor="middle" fill="{theme["text"]}">'
        yield from written
        yield "</g>"


def _legend(rows: Sequence[Entry], theme: Theme, sheet: Sheet) -> tuple[list[str], float]:
    """The legend below the map, in rows as wide as it, and how high it is."""
    unit, x, y, drawn = sheet.unit, MARGIN, 16.0, []
    for row in rows:
        wide = 26 + text_width(row.text) + 18
        if x + wide > sheet.wide / unit - MARGIN and x > MARGIN:
            x, y = MARGIN, y + 22
        left, middle = sheet.left + x * unit, sheet.top + sheet.high + y * unit
        drawn.append(_sign(row, left, middle, unit))
        drawn.append(f'<text x="{_n(left + 26 * unit)}" y="{_n(middle + 4.5 * unit)}" font-size="{_n(13 * unit)}" fill="{theme["text"]}">{_text(row.text)}</text>')
        x += wide
    return drawn, (y + 24) * unit


def _sign(row: Entry, left: float, middle: float, unit: float) -> str:
    if row.shape:
        return _shape(row.shape, left + 9 * unit, middle, 6 * unit, f' fill="{row.color}"/>')
    return (f'<path d="M{_n(left)} {_n(middle)}h{_n(20 * unit)}" fill="none" stroke="{row.color}" '
            f'stroke-width="{_n((row.width + 0.4) * unit)}"{_dashed(row.dash, unit)}/>')

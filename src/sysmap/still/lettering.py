"""Names on a still picture: how wide a text will be, how it is broken into lines, and where it finds room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from unicodedata import combining, east_asian_width

from sysmap.still.painting import Mark

__all__ = ["Label", "Taken", "break_lines", "place_labels", "text_width"]

SIZE, LINE = 13.0, 15.0
"""Height of the letters and of a line, in pixels of the page."""
NARROW, BROAD = frozenset("iljtfrI.,;:!|'()[]{}/-· "), frozenset("mwMW@%&—…")
WIDTHS = {"narrow": 0.36, "broad": 0.9, "capital": 0.68, "usual": 0.56, "full": 1.05}
"""Widths of letters as parts of their height; a little more than those of the usual fonts, so that names which differ in font still fit."""
AT_ONCE = 300
"""Up to so many marks every name is written that finds room."""
TIERS = (40, 160, 400)
"""Beyond that: so many names to be read with the whole picture on a screen, halfway in, and close by."""


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text centred at `x`; `y` is the foot of the first; letters are `size` high, lines `size` * 15/13 apart."""

    x: float
    y: float
    size: float
    lines: tuple[str, ...]


def text_width(text: str, size: float = SIZE) -> float:
    """About how wide a text is in a sans-serif of this size.

    >>> round(width_of("Ili"), 1), round(width_of("Wow"), 1)
    (14.0, 30.7)
    """
    return size * sum(_width(letter) for letter in text)


def _width(letter: str) -> float:
    if combining(letter):
        return 0.0
    kind = ("narrow" if letter in NARROW else "broad" if letter in BROAD else "full" if east_asian_width(letter) in "WF"
            else "capital" if letter.isupper() else "usual")
    return WIDTHS[kind]


def break_lines(text: str, most: int = 20, lines: int = 2) -> tuple[str, ...]:
    """A text in at most so many lines of at most so many letters, between words where that can be; what is cut is marked.

    >>> broken("Dinas Pekerjaan Umum dan Perumahan Rakyat Kabupaten")
    ('Dinas Pekerjaan Umum', 'dan Perumahan…')
    """
    rest = " ".join(text.split())
    found: list[str] = []
    while len(rest) > most and len(found) < lines - 1:
        space = rest.rfind(" ", 0, most + 1)
        cut = space if space > most / 3 else most
        found.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    return (*found, rest if len(rest) <= most else f"{_whole_words(rest[:most - 1])}…")


def _whole_words(text: str) -> str:
    """The text without the beginning of a word at its end."""
    space = text.rfind(" ")
    return text[:space] if space > len(text) / 2 else text.rstrip()


Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Taken:
    """The boxes in use, by cells of a coarse grid: a new one is tried against those of its own cells only."""

    cell: float
    cells: dict[tuple[int, int], list[Box]] = field(default_factory=dict)

    def free(self, box: Box) -> bool:
        """Whether nothing lies there yet."""
        return not any(box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
                       for key in self._keys(box) for other in self.cells.get(key, ()))

    def take(self, box: Box) -> None:
        """Note that something lies there."""
        for key in self._keys(box):
            self.cells.setdefault(key, []).append(box)

    def _keys(self, box: Box) -> Iterator[tuple[int, int]]:
        left, top, right, bottom = (int(side // self.cell) for side in box)
        return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))


def place_labels(marks: Sequence[Mark], frame: Box, unit: float) -> Iterator[Label]:
    """The names that find room, the weightiest first and, on a large map, in the largest letters; none lies over another, or over a mark that has its name.

    All lie within `frame`. `unit` is how many units of the picture make a pixel when all of it is on a screen.
    """
    taken, written = Taken(64 * unit), 0
    for mark in sorted(marks, key=lambda one: (-one.weight, one.number)):
        scale = _scale(written, len(marks), unit)
        if scale is None:
            return
        lines = break_lines(mark.name)
        for box in _spots(mark, lines, scale):
            if _within(box, frame) and taken.free(box):
                taken.take(box)
                taken.take((mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius))
                yield Label(mark.x, box[1] + 12 * scale, SIZE * scale, lines)
                written += 1
                break


def _within(box: Box, frame: Box) -> bool:
    return frame[0] <= box[0] and frame[1] <= box[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _scale(written: int, count: int, unit: float) -> float | None:
    """How many times its usual size the next name is written, or None where there are names enough."""
    if count <= AT_ONCE:
        return unit
    first, second, third = TIERS
    return unit if written < first else unit**0.5 if written < first + second else 1.0 if written < first + second + third else None


def _spots(mark: Mark, lines: tuple[str, ...], scale: float) -> Iterator[Box]:
    """Below the mark, else above."""
    half = max(text_width(line) for line in lines) * scale / 2 + 3 * scale
    high = len(lines) * LINE * scale
    for top in (mark.y + mark.radius + 3 * scale, mark.y - mark.radius - 3 * scale - high):
        yield (mark.x - half, top, mark.x + half, top + high)

"""Names on a still picture: how wide a text is, how it is broken into lines, and where a name finds room.

Widths are estimated, because Python has no fonts: every reader's program may choose another one.
"""

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
"""Widths of letters as parts of their height: a little more than in common fonts, so that names fit in a broader font
too."""
SMALL_MAP = 300
"""With at most this many marks, every name is written that finds room, all in one size."""
TIERS = (40, 160, 400)
"""On larger maps: how many names are written to be read with the whole picture on a screen, halfway zoomed in, and
close by."""


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text centred at `x`.

    `y` is the base line of the first; letters are `size` high, lines `size` * 15/13 apart.
    """

    x: float
    y: float
    size: float
    lines: tuple[str, ...]


def text_width(text: str, size: float = SIZE) -> float:
    """The estimated width of a text in a sans-serif font of this size, in the unit of `size`.

    >>> round(text_width("Ili"), 1), round(text_width("Wow"), 1)
    (14.0, 30.7)
    """
    return size * sum(_width(letter) for letter in text)


def _width(letter: str) -> float:
    """A letter's width as a part of its height; a combining accent lies over another letter and adds nothing."""
    if combining(letter):
        return 0.0
    kind = (
        "narrow"
        if letter in NARROW
        else "broad"
        if letter in BROAD
        else "full"
        if east_asian_width(letter) in "WF"
        else "capital"
        if letter.isupper()
        else "usual"
    )
    return WIDTHS[kind]


def break_lines(text: str, most: int = 20, lines: int = 2) -> tuple[str, ...]:
    """A text in at most `lines` lines of at most `most` letters.

    It is broken between words where possible; a cut ends with `…`.

    >>> break_lines("Dinas Pekerjaan Umum dan Perumahan Rakyat Kabupaten")
    ('Dinas Pekerjaan Umum', 'dan Perumahan…')
    """
    rest = " ".join(text.split())
    done: list[str] = []
    while len(rest) > most and len(done) < lines - 1:
        space = rest.rfind(" ", 0, most + 1)
        cut = space if space > most / 3 else most  # a space so early would leave most of the line empty: break the word
        done.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    return (*done, rest if len(rest) <= most else f"{_whole_words(rest[: most - 1])}…")


def _whole_words(text: str) -> str:
    """The text without a cut word at its end, unless that would take away half of it or more."""
    space = text.rfind(" ")
    return text[:space] if space > len(text) / 2 else text.rstrip()


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(slots=True)
class Taken:
    """The boxes in use. A coarse grid of square cells, `cell` wide, knows which boxes reach into each cell.

    So a new box is compared only with boxes of its own cells, not with all: thousands of names take no noticeable time.
    """

    cell: float
    cells: dict[tuple[int, int], list[Box]] = field(default_factory=dict)

    def free(self, box: Box) -> bool:
        """Whether the box overlaps no box in use."""
        return not any(
            box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
            for key in self._keys(box)
            for other in self.cells.get(key, ())
        )

    def take(self, box: Box) -> None:
        """Add a box to those in use."""
        for key in self._keys(box):
            self.cells.setdefault(key, []).append(box)

    def _keys(self, box: Box) -> Iterator[tuple[int, int]]:
        """The cells that the box reaches into."""
        left, top, right, bottom = (int(side // self.cell) for side in box)
        return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))


def place_labels(marks: Sequence[Mark], frame: Box, unit: float) -> Iterator[Label]:
    """The names that find room, the marks with the highest weight first; on a large map these have the largest letters.

    A name lies within `frame` and overlaps neither another name nor a mark whose name is written. `unit`: units of the
    picture per pixel of a screen that shows all of it.

    This is greedy: a name that was placed is never moved. Names of lesser weight take what room is left or are not
    written.
    """
    taken, written = Taken(64 * unit), 0  # a cell is about as wide as half a name
    for mark in sorted(marks, key=lambda mark: (-mark.weight, mark.number)):
        scale = _scale(written, len(marks), unit)
        if scale is None:
            return
        lines = break_lines(mark.name)
        for box in _spots(mark, lines, scale):
            if _within(box, frame) and taken.free(box):
                taken.take(box)
                taken.take((mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius))
                # The base line lies 12 of a line's 15 units below its top.
                yield Label(mark.x, box[1] + 12 * scale, SIZE * scale, lines)
                written += 1
                break


def _within(box: Box, frame: Box) -> bool:
    return frame[0] <= box[0] and frame[1] <= box[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _scale(written: int, count: int, unit: float) -> float | None:
    """How many times its usual size the next name is written; None where enough names are written.

    `written`: names so far. `count`: marks of the map. On a large map the first names are readable from afar (`unit`
    times their size), the next from halfway (its root), the last only close by (once).
    """
    if count <= SMALL_MAP:
        return unit
    first, second, third = TIERS
    return (
        unit
        if written < first
        else unit**0.5
        if written < first + second
        else 1.0
        if written < first + second + third
        else None
    )


def _spots(mark: Mark, lines: tuple[str, ...], scale: float) -> Iterator[Box]:
    """The boxes that the name may take: below the mark, then above it."""
    half = max(text_width(line) for line in lines) * scale / 2 + 3 * scale
    high = len(lines) * LINE * scale
    for top in (mark.y + mark.radius + 3 * scale, mark.y - mark.radius - 3 * scale - high):
        yield (mark.x - half, top, mark.x + half, top + high)

"""Cells that name several: where a list is cut, so that a name with a comma or an `and` in it stays whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sysmap.tables.text import fold_text

__all__ = ["Parts", "Splitter", "count_pieces", "holds_several", "split_by_rows"]

_STRONG = re.compile(r"[|;\r\n]+")
_COMMA = re.compile(r",")
_ANY = re.compile(r"[|;,&/\r\n]+|(?<=\s)(?:dan|and)(?=\s)", re.IGNORECASE)
_MARK = re.compile(r"(?:\d{1,3}[.)](?!\d)|[a-z]\)|[-•*\u2013·](?=\s))\s*", re.IGNORECASE)
"""What stands before the items of a list at the beginning of its lines: `1.`, `a)`, `-`."""
_SPAN = 16
"""How many pieces of a cell one name may be made of."""


class Parts(NamedTuple):
    """The names in a cell. `loose`: something else than `|`, `;` and line ends was taken for a separator."""

    texts: tuple[str, ...]
    loose: bool = False


def holds_several(cell: str) -> bool:
    """Whether there is any sign in a cell at which a list may be cut."""
    return _ANY.search(cell) is not None


def count_pieces(cell: str) -> int:
    """How many names a cell may hold at most: the texts between all signs at which a list may be cut."""
    return len(_pieces(cell, _ANY))


@dataclass(frozen=True, slots=True)
class Splitter:
    """Cuts a cell into names by what is known.

    `is_known`: whether a text names something; `is_id`: whether it is an id; `whole`: folded names that are never cut.
    """

    is_known: Callable[[str], bool]
    is_id: Callable[[str], bool]
    whole: frozenset[str] = frozenset()

    def split(self, cell: str) -> Parts:
        r"""The names in a cell, known names cut out longest first. What is not known stays as long as it was written.

        >>> known = {"a", "b", "a, b and c"}
        >>> splitter = Splitter(known.__contains__, known.__contains__)
        >>> [splitter.split(cell).texts for cell in ("a, b", "a, b and c; b", "a, x", "x and y")]
        [('a', 'b'), ('a, b and c', 'b'), ('a', 'x'), ('x and y',)]
        """
        items = self.cut(cell, _STRONG)
        if not all(known for _, known in items) and (whole := self.complete(cell)):
            return Parts(tuple(whole), loose=True)
        parts: list[str] = []
        loose = False
        for text, known in items:
            inner = [text] if known else self.complete(text) or self.by_comma(text) or [text]
            loose = loose or len(inner) > 1
            parts += inner
        return Parts(tuple(parts) or (cell.strip(),), loose)

    def complete(self, text: str) -> list[str]:
        """The names in a text that is nothing but known names; empty where a part of it is not known."""
        found = self.cut(text, _ANY)
        if found and all(known for _, known in found):
            return [name for name, _ in found]
        words = text.split()
        return words if len(words) > 1 and all(map(self.is_id, words)) else []

    def by_comma(self, text: str) -> list[str]:
        """The parts of a text with commas where at least one of them is known."""
        found = self.cut(text, _COMMA)
        cut = [[part] if known else self.complete(part) for part, known in found]
        if not any(cut):
            return []
        return [name for (part, _), names in zip(found, cut, strict=True) for name in names or [part]]

    def cut(self, text: str, separator: re.Pattern[str]) -> list[tuple[str, bool]]:
        """The pieces of a text between separators, joined again where they are one known name, and whether it is known.

        Of all ways to join them the one with the fewest unknown pieces, then with the fewest names.
        """
        places = _pieces(text, separator)
        best: list[tuple[int, int, int, str]] = [(0, 0, 0, "")] * (len(places) + 1)
        for first in range(len(places) - 1, -1, -1):
            ways = []
            for last in range(min(first + _SPAN, len(places)), first, -1):
                name = self.name_in(text[places[first][0] : places[last - 1][1]])
                if name or last == first + 1:
                    unknown, names, _, _ = best[last]
                    ways.append((unknown + (not name), names + 1, last, name))
            best[first] = min(ways, key=lambda way: way[:2])
        found, at = [], 0
        while at < len(places):
            _, _, last, name = best[at]
            found.append((name or _bare(text[places[at][0] : places[at][1]]), bool(name)))
            at = last
        return [(name, known) for name, known in found if name]

    def name_in(self, text: str) -> str:
        """The text where it is a known name, also behind what numbers its line; empty where it is none."""
        for name in dict.fromkeys((text, _bare(text))):
            if name and (self.is_known(name) or (self.whole and fold_text(name) in self.whole)):
                return name
        return ""


def _bare(text: str) -> str:
    return _MARK.sub("", text, count=1)


def _pieces(text: str, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    """Begin and end of each piece of a text that is not blank."""
    edges = [0, *(edge for match in separator.finditer(text) for edge in match.span()), len(text)]
    pieces = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        piece = text[start:end]
        if bare := piece.strip():
            begin = start + len(piece) - len(piece.lstrip())
            pieces.append((begin, begin + len(bare)))
    return pieces


def split_by_rows(cells: Iterable[str], whole: Sequence[str] = ()) -> tuple[Mapping[str, tuple[str, ...]], set[str]]:
    """The names in each cell where no table says which names there are, and those names that no other cell proves.

    A comma divides where at least half of the parts stand in another text between `|`, `;` and line ends, alone or as
    parts. Cells that hold one name are not in the answer.

    >>> split_by_rows(["A", "A, B", "PT X, Tbk"])
    ({'A, B': ('A', 'B')}, {'B'})
    >>> split_by_rows(["PT X, Tbk; A", "PT X, Tbk; B"])[0]["PT X, Tbk; A"]
    ('PT X, Tbk', 'A')
    """
    splitter = Splitter(lambda _: False, lambda _: False, frozenset(map(fold_text, whole)))
    items: dict[str, list[tuple[str, list[str]]]] = {}
    seen: dict[str, set[str]] = {}
    for cell in dict.fromkeys(cells):
        several = holds_several(cell)
        items[cell] = [
            (item, [item] if kept else [part for part, _ in splitter.cut(item, _COMMA)])
            for item, kept in (splitter.cut(cell, _STRONG) if several else [(cell, True)])
        ]
        for item, parts in items[cell]:
            # The same text in two cells proves nothing of its parts: it may be one name with a comma.
            for text in (item, *parts):
                seen.setdefault(fold_text(text), set()).add(fold_text(item))
    found: dict[str, tuple[str, ...]] = {}
    unproved: set[str] = set()
    for cell, inner in items.items():
        names: list[str] = []
        for item, parts in inner:
            alone = [part for part in parts if len(seen[fold_text(part)]) == 1]
            divided = len(parts) > 1 and 2 * len(alone) <= len(parts)
            names += parts if divided else [item]
            unproved.update(alone if divided else ())
        if names not in ([cell], []):
            found[cell] = tuple(names)
    return found, unproved

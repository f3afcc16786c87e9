"""Tables whose first row is data: no word of it is a header, and it looks like the rows below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from sysmap.tables.shapes.marks import is_mark
from sysmap.tables.sources.port import IsHeader, PlacedRow
from sysmap.tables.text import fold_text

__all__ = ["headers_for", "lacks_header"]

_LOOK = 50
"""How many rows below the first are looked at."""
_ENDS = 2
_FIGURES = re.compile(r"[-+\u2212]?(?:rp\.?\s*)?[\d.,\s]*\d[\d.,\s]*%?", re.IGNORECASE)
_DAY = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T].*)?")
_HEADER_WORDS = frozenset(
    (
        *("name", "names", "nama", "id", "ids", "code", "kode", "no", "nomor", "number", "type", "jenis", "tipe"),
        *("source", "target", "from", "to", "weight", "bobot", "timestamp", "date", "tanggal", "waktu"),
        *("email", "telepon", "alamat", "keterangan", "catatan", "notes", "jumlah", "node", "label"),
    )
)
"""Words of headers that nobody is called by; as first or last word they mark a row of headers, known or not."""
_SIGNS = frozenset("?:[]#")
"""Signs of questions and tags, which stand in no name."""
_MARKED = re.compile(
    r"(?P<stem>.*?\D)[ _-]*(?:[12ab]|ii?|pertama|kedua|first|second)|(?:first|second|start|end|awal|akhir)[ _-]*(?P<other>.+)"
)
"""A word with a mark that tells one end of a tie from the other."""
_WORDS = re.compile(r"[^\W_]+")


def lacks_header(rows: Sequence[PlacedRow]) -> bool:
    """Whether the first row, in which no header is known, is data: each of its cells is of the sort of those below.

    >>> lacks_header([(1, ["Bappeda", "UGM"]), (2, ["UGM", "PKK"])])
    True
    >>> lacks_header([(1, ["Kantor", "Pagu"]), (2, ["UGM", "12"])]), lacks_header([(1, ["", "A"]), (2, ["A", "1"])])
    (False, False)
    """
    if len(rows) < _ENDS:
        return False
    first, below = rows[0][1], [cells for _, cells in rows[1 : _LOOK + 1]]
    names = [cell.strip() for cell in first]
    if not all(names) or any(_is_header_like(name, below) for name in names) or _heads_grid(names, below):
        return False
    if _are_ends(names, below):
        return False
    columns = ([cells[i].strip() for cells in below if i < len(cells)] for i in range(len(names)))
    return all(_is_alike(name, column) for name, column in zip(names, columns, strict=True))


def headers_for(rows: Sequence[PlacedRow], is_header: IsHeader) -> list[str]:
    """Headers for a table that has none: both ends of a tie and a weight, or the name of a node."""
    first = rows[0][1]
    ends = is_header("source") and is_header("target") and len(first) >= _ENDS
    names = [i for i, cell in enumerate(first) if _sort(cell.strip()) == "text"] or list(range(len(first)))
    if not ends:
        return ["name" if i == names[0] else "" for i in range(len(first))]
    source, target = names[:_ENDS] if len(names) >= _ENDS else (0, 1)
    weight = next((i for i, cell in enumerate(first) if i > target and _sort(cell.strip()) == "number"), None)
    called = {source: "source", target: "target", weight: "weight"}
    return [called.get(i, "") for i in range(len(first))]


def _sort(text: str) -> str:
    if is_mark(text):
        return "mark"
    if _FIGURES.fullmatch(text):
        return "number"
    return "day" if _DAY.fullmatch(text) else "text"


def _is_alike(name: str, column: Iterable[str]) -> bool:
    """Whether a cell is of the sort of most filled cells below it."""
    sorts = [_sort(cell) for cell in column if cell]
    return not sorts or 2 * sorts.count(_sort(name)) > len(sorts)


def _is_header_like(name: str, below: Sequence[Sequence[str]]) -> bool:
    words = _WORDS.findall(fold_text(name))
    if _SIGNS & set(name) or (words and {words[0], words[-1]} & _HEADER_WORDS):
        return True
    return "_" in name and not any("_" in cell for cells in below for cell in cells)


def _are_ends(names: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether two cells of the first row are one word with two marks (`Pihak 1`, `Pihak 2`) that no row below has."""
    marked = [found for name in names if (found := _MARKED.fullmatch(fold_text(name)))]
    stems = Counter(found["stem"] or found["other"] for found in marked)
    words = {word for cells in below for cell in cells for word in _WORDS.findall(fold_text(cell))}
    return any(count == _ENDS and not set(_WORDS.findall(stem)) & words for stem, count in stems.items())


def _heads_grid(names: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names columns that stand as rows too: a square matrix."""
    rows = {fold_text(cells[0]) for cells in below if cells}
    heads = {fold_text(name) for name in names[1:]}
    return len(heads & rows) >= _ENDS

"""Matrices: the names of its rows stand in the first column, those of its columns in the header."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sysmap.messages import AnyText, Message
from sysmap.tables.personal import looks_personal
from sysmap.tables.shapes.grid_ties import GridTies
from sysmap.tables.shapes.marks import figure, is_mark, tie_weight
from sysmap.tables.sources.port import IsHeader
from sysmap.tables.text import fold_text

__all__ = ["is_rectangular", "is_square", "read_rectangular", "read_square"]

_MATRIX = Message("a square matrix, each filled cell a tie from the name of its row to that of its column")
_SYMMETRIC = Message("a square matrix that is the same on both sides, each filled cell a tie")
_CAUSAL = Message("a matrix of influences from -1 to 1, from the name of a row to that of a column")
_RECTANGULAR = Message(
    "a matrix of things of two kinds, each filled cell a tie from the name of its row to that of its column"
)

_FEWEST = 2
_HALF = 0.5
_AGREE = 0.8
"""The share of names that rows and columns of a square matrix have in common at least."""
_UNREAD = 0.25
"""The share of cells of a rectangular matrix that may say something else at most; of one of its columns, a half."""


def is_square(ties: GridTies) -> bool:
    """Whether the names of the rows are those of the columns."""
    if len(ties.header) <= _FEWEST or len(ties.below) < _FEWEST or not ties.cell(ties.below[0][1], ties.who):
        return False
    names = {fold_text(name) for name in ties.column(ties.who)} - {""}
    headed = {fold_text(name) for name in ties.headed().values()}
    if len(headed & names) < max(_FEWEST, _AGREE * len(names)):
        return False
    columns = {fold_text(name) for name in _columns(ties, names)[0].values()}
    return len(columns & names) >= _AGREE * max(len(columns), len(names))


def _columns(ties: GridTies, names: Collection[str]) -> tuple[dict[int, str], dict[int, str], list[str]]:
    """The columns of a matrix; those that say something of persons; and the headers of those that say something else.

    A column under the name of a row is one of the matrix, whatever it holds.
    """
    columns: dict[int, str] = {}
    personal: dict[int, str] = {}
    unused: list[str] = []
    for at, name in ties.headed().items():
        cells = ties.column(at)
        if fold_text(name) in names:
            columns[at] = name
        elif name not in ties.read.public and looks_personal(name, cells):
            personal[at] = name
        elif _says_answers(ties, cells):
            columns[at] = name
        else:
            unused.append(name)
    return columns, personal, unused


def _read(ties: GridTies) -> bool:
    """Read the ties of a matrix; whether most of its cells could be read."""
    names = {fold_text(name) for name in ties.column(ties.who)} - {""}
    columns, personal, ties.unused = _columns(ties, names)
    ties.unused += [header for header in ties.header[: ties.who] if header]
    ties.keep_back(personal)
    ties.note_nameless(ties.who + 1)
    return ties.read_cells(ties.who, columns)


def read_square(ties: GridTies, causal: bool | None) -> list[AnyText] | None:
    """What a square matrix is, its ties read; None where most of its cells are no ties."""
    if not _read(ties):
        return None
    weights = [tie.weight for tie in ties.ties]
    if causal is None:
        causal = any(weight < 1 for weight in weights) and all(abs(weight) <= 1 for weight in weights)
    if causal:
        ties.causal = True
        return [_CAUSAL]
    said = {tie.key: tie.weight for tie in ties.ties}
    symmetric = bool(said) and all(said.get((other, one)) == weight for (one, other), weight in said.items())
    if symmetric:
        ties.ties = [tie for tie in ties.ties if tie.key[0] < tie.key[1]]
    return [_SYMMETRIC if symmetric else _MATRIX]


def is_rectangular(ties: GridTies, is_header: IsHeader) -> bool:
    """Whether the columns behind the first are headed by names of other things, and every cell may say how strong.

    Headers that a plain table may have, and numbers such as years, are no such names.
    """
    names = [name for name in ties.column(ties.who) if name]
    folded = {fold_text(name) for name in names}
    if not _FEWEST <= len(folded) == len(names) or len(ties.headed()) < _FEWEST:
        return False
    columns = list(_columns(ties, folded)[0].values())
    if len(columns) < _FEWEST or len(columns) <= _HALF * len(ties.headed()) or any(map(is_header, columns)):
        return False
    if folded & {fold_text(name) for name in columns}:
        return False
    if any(figure(name) is not None or is_mark(name) for name in (*names, *columns)):
        return False
    return _says_answers(ties, [text for at in _columns(ties, folded)[0] for text in ties.column(at)], _UNREAD)


def _says_answers(ties: GridTies, cells: Sequence[str], unread: float = _HALF) -> bool:
    """Whether no more than a share `unread` of the filled cells are no cells of a grid."""
    filled = [text for text in cells if text]
    return sum(tie_weight(text, ties.read, typed=ties.typed) is None for text in filled) <= unread * len(filled)


def read_rectangular(ties: GridTies) -> list[AnyText] | None:
    """What a rectangular matrix is, its ties read; None where there is no tie in it."""
    ties.two_kinds = True
    return [_RECTANGULAR] if _read(ties) and ties.ties else None

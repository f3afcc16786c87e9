"""Ties that stand in a grid: a square matrix, or a survey that asks one question of several (`With whom? [UGM]`).

A grid becomes a plain table of ties, each with the line of its row in the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sysmap.messages import AnyText, Joined, Message
from sysmap.tables.marks import is_marked
from sysmap.tables.nothing import markers
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.sources.port import PlacedRow
from sysmap.tables.text import fold_text

__all__ = ["Grid", "find_grid"]

_MATRIX = Message("a square matrix, each filled cell a tie from the name of its row to that of its column")
_SYMMETRIC = Message("a square matrix that is the same on both sides, each filled cell a tie")
_CAUSAL = Message("a matrix of influences from -1 to 1, from the name of a row to that of a column")
_SURVEY = Message("answers to one question about several, each a tie from who answers")
_OFTEN = Message("rarely, sometimes, often and always as the weights 1 to 4")
_DIAGONAL = Message("without the diagonal")

_LOOK = 5
"""Among so many rows the header of a grid is sought."""
_FEWEST = 2
_AGREE = 0.8
"""The share of names that rows and columns of a matrix have in common at least."""
_ASKED = re.compile(r"(.+?)\s*\[(.+)\]\s*")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)", re.ASCII)
_NEVER = frozenset(("tidak pernah", "never", "tidak", "no"))
_NOBODY = "none"
"""Whom a respondent names who works with none of those that were asked about."""
_WORDS: Mapping[str, str] = {
    word: str(weight)
    for weight, words in enumerate(
        (
            ("jarang", "rarely", "seldom"),
            ("kadang", "kadang-kadang", "sometimes"),
            ("sering", "often"),
            ("selalu", "always"),
        ),
        1,
    )
    for word in words
}
_RELATION = "INFLUENCES"


@dataclass(frozen=True, slots=True)
class Grid:
    """The ties of a grid as the rows of a table, its header first.

    `causal`: they are influences. `said`: what the grid was.
    """

    rows: tuple[PlacedRow, ...]
    causal: bool
    said: AnyText


def find_grid(rows: Sequence[PlacedRow], causal: bool | None = None) -> Grid | None:
    """The ties of a sheet that is a grid; None where it is none.

    `causal` says whether its ties are influences; where it is None, numbers from -1 to 1 that are not all 0 or 1 tell.

    >>> grid = find_grid([(1, ["", "A", "B"]), (2, ["A", "0", "2"]), (3, ["B", "", "0"])])
    >>> grid.rows
    ((1, ['source', 'target', 'weight']), (2, ['A', 'B', '2']))
    """
    for at, (line, header) in enumerate(rows[:_LOOK]):
        below = rows[at + 1 :]
        if _is_square(header, below):
            return _matrix(line, header, below, causal)
        if asked := _asked(header):
            return _survey(line, header, below, asked)
    return None


def _is_square(header: Sequence[str], below: Sequence[PlacedRow]) -> bool:
    columns = {fold_text(cell) for cell in header[1:]} - {""}
    if len(columns) < _FEWEST or len(below) < _FEWEST or not fold_text(below[0][1][0] if below[0][1] else ""):
        return False
    names = {fold_text(row[0]) for _, row in below if row} - {""}
    return len(columns & names) >= _AGREE * max(len(columns), len(names))


def _matrix(line: int, header: Sequence[str], below: Sequence[PlacedRow], causal: bool | None) -> Grid | None:
    cells = [
        (at, row[0].strip(), name.strip(), cell.strip())
        for at, row in below
        for name, cell in zip(header[1:], row[1:], strict=False)
        if name.strip() and row[0].strip()
    ]
    diagonal = [cell for _, one, other, cell in cells if fold_text(one) == fold_text(other) and _weight(cell)]
    filled = [(at, one, other, _weight(cell)) for at, one, other, cell in cells if fold_text(one) != fold_text(other)]
    if any(weight is None for *_, weight in filled):
        return None
    ties = [(at, one, other, weight) for at, one, other, weight in filled if weight]
    numbers = [_number(weight) for *_, weight in ties]
    if causal is None:
        causal = any(number < 0 or 0 < number < 1 for number in numbers) and all(abs(number) <= 1 for number in numbers)
    if causal:
        influences = tuple(_influence(*tie) for tie in ties)
        return Grid(((line, ["source", "relation", "target", "polarity", "strength"]), *influences), True, _CAUSAL)
    found = {(fold_text(one), fold_text(other)): weight for _, one, other, weight in ties}
    symmetric = all(found.get((other, one)) == weight for (one, other), weight in found.items())
    kept = [tie for tie in ties if not symmetric or fold_text(tie[1]) < fold_text(tie[2])]
    said = [_SYMMETRIC if symmetric and ties else _MATRIX, *([_DIAGONAL] if diagonal else [])]
    return Grid(_table(line, kept), False, Joined([*said, *_said_words(cells)], ", "))


def _said_words(cells: Sequence[tuple[int, str, str, str]]) -> list[Message]:
    return [_OFTEN] if any(fold_text(cell) in _WORDS for *_, cell in cells) else []


def _table(line: int, ties: Sequence[tuple[int, str, str, str | None]]) -> tuple[PlacedRow, ...]:
    return (line, ["source", "target", "weight"]), *(
        (at, [one, other, weight or ""]) for at, one, other, weight in ties
    )


def _influence(at: int, one: str, other: str, weight: str | None) -> PlacedRow:
    number = _number(weight)
    return at, [one, _RELATION, other, "-" if number < 0 else "+", f"{abs(number):g}"]


def _weight(cell: str) -> str | None:
    """The weight of a cell as a table of ties has it, empty where there is no tie; None for any other word."""
    text = fold_text(cell)
    if text in _NEVER or markers(ReadSettings()).is_nothing(text):
        return ""
    if text in _WORDS:
        return _WORDS[text]
    if _NUMBER.fullmatch(text):
        return "" if not _number(text) else text
    return "1" if is_marked(cell) else None


def _number(text: str | None) -> float:
    return float((text or "0").replace(",", "."))


def _asked(header: Sequence[str]) -> dict[int, str]:
    """Column -> of whom the question is asked, for the question that is asked of most; empty where there is none."""
    found = {at: match for at, cell in enumerate(header) if (match := _ASKED.fullmatch(cell.strip()))}
    questions = Counter(match[1] for match in found.values())
    question, count = max(questions.items(), key=lambda item: item[1], default=("", 0))
    return {at: match[2].strip() for at, match in found.items() if match[1] == question} if count >= _FEWEST else {}


def _survey(line: int, header: Sequence[str], below: Sequence[PlacedRow], asked: Mapping[int, str]) -> Grid | None:
    who = _respondents(header, below, asked)
    if who is None:
        return None
    ties, cells = [], []
    for at, row in below:
        respondent = row[who].strip() if who < len(row) else ""
        answers = [(other, row[column].strip()) for column, other in asked.items() if column < len(row)]
        weights = [(other, _weight(cell)) for other, cell in answers]
        if any(weight is None for _, weight in weights):
            return None
        cells += [(at, respondent, *answer) for answer in answers]
        named = [(at, respondent, other, weight) for other, weight in weights if weight]
        ties += named or [(at, respondent, _NOBODY, "")]
    return Grid(_table(line, ties), False, Joined([_SURVEY, *_said_words(cells)], ", "))


def _respondents(header: Sequence[str], below: Sequence[PlacedRow], asked: Mapping[int, str]) -> int | None:
    """The column that says who answers: of those beside the question, the one with the most different words."""
    columns = [at for at in range(len(header)) if at not in asked]
    words = {at: set(_words_of(below, at)) for at in columns}
    return max(columns, key=lambda at: (len(words[at]), -at)) if any(words.values()) else None


def _words_of(below: Sequence[PlacedRow], at: int) -> Iterator[str]:
    """The cells of a column that are no numbers and no times."""
    for _, row in below:
        text = fold_text(row[at]) if at < len(row) else ""
        if text and not text[0].isdigit():
            yield text

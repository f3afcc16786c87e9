"""Checks that compare cells: a period that ends before it begins, and nodes that are nearly the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sysmap.errors import Cause
from sysmap.tables.dates import first_day, last_day
from sysmap.tables.notes import Notes
from sysmap.tables.rows import NodeRow, Value
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import fold_text, show_cell

__all__ = ["check_period", "check_twins"]

ENDS_FIRST = Cause("F061", "{until_header} {until} is before {since_header} {since}", "correct one of the two dates")
TWIN_IDS = Cause(
    "F062",
    "{header} {id} differs from {other} on line {line} only in case, blanks or invisible characters",
    "if they are the same, write the same {header}",
)


def check_period(
    sheet: Sheet, columns: Mapping[str, Sequence[Value | None]], found: Mapping[str, int], notes: Notes
) -> None:
    """Note every row whose `until` lies before its `since`.

    `columns` hold the dates as ISO text, `found` the columns' indexes.
    """
    if "since" not in columns or "until" not in columns:
        return
    begin, end = found.get("since"), found.get("until")
    if begin is None or end is None:
        return
    for line, row, since, until in zip(sheet.lines, sheet.rows, columns["since"], columns["until"], strict=True):
        if since is not None and until is not None and last_day(str(until)) < first_day(str(since)):
            notes.error(
                line,
                end + 1,
                ENDS_FIRST,
                until_header=sheet.header[end],
                until=show_cell(row[end].strip()),
                since_header=sheet.header[begin],
                since=show_cell(row[begin].strip()),
            )


def check_twins(sheet: Sheet, rows: Sequence[tuple[int, NodeRow]], found: Mapping[str, int], notes: Notes) -> None:
    """Warn of ids that differ only in case, blanks, invisible characters or how accents are encoded.

    `rows` are the nodes with their lines in the sheet, `found` the indexes of its columns by name.
    """
    if "id" not in found:
        return
    ids: dict[str, tuple[int, str]] = {}
    for line, row in rows:
        id = str(row.props["id"])
        twin = ids.setdefault(fold_text(id), (line, id))
        if twin[0] != line:
            notes.warning(
                line,
                found["id"] + 1,
                TWIN_IDS,
                header=sheet.header[found["id"]],
                id=show_cell(id),
                other=show_cell(twin[1]),
                line=twin[0],
            )

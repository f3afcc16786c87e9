"""Checks that look at more than one cell: a period that ends before it begins, nodes that are nearly the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sysmap.tables.dates import first_day, last_day
from sysmap.tables.notes import Notes
from sysmap.tables.rows import NodeRow, Value
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import fold_text, show_cell

__all__ = ["check_period", "check_twins"]


def check_period(sheet: Sheet, columns: Mapping[str, Sequence[Value | None]], found: Mapping[str, int], notes: Notes) -> None:
    """Note every row whose `until` lies before its `since`."""
    if "since" not in columns or "until" not in columns:
        return
    for line, since, until in zip(sheet.lines, columns["since"], columns["until"], strict=True):
        if since is not None and until is not None and last_day(str(until)) < first_day(str(since)):
            notes.error(line, found["until"] + 1, f"until {until} is before since {since}", "correct one of the two dates")


def check_twins(rows: Sequence[tuple[int, NodeRow]], found: Mapping[str, int], notes: Notes) -> None:
    """Warn of ids, and of names, that differ only in case, blanks, accents' spelling or invisible characters."""
    ids: dict[str, tuple[int, str]] = {}
    names: dict[str, tuple[int, str]] = {}
    for line, row in rows:
        id, name = str(row.props["id"]), str(row.props["name"])
        twin = ids.setdefault(fold_text(id), (line, id))
        if twin[0] != line:
            notes.warning(line, found.get("id", -1) + 1, f"id {show_cell(id)} differs from {show_cell(twin[1])} on line {twin[0]} only in case, blanks or invisible characters",
                          "if they are the same, write the same id")
        if "name" not in found:
            continue
        namesake = names.setdefault(fold_text(name), (line, name))
        if namesake[0] != line and twin[0] == line:
            notes.warning(line, found["name"] + 1, f"{show_cell(name)} has the same name as line {namesake[0]} ({show_cell(namesake[1])})",
                          "if they are the same, give them one id")

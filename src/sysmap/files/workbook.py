"""All tables of results as one Excel workbook: a sheet a table, with filters, widths and real numbers."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

from sysmap.analysis import Analysis
from sysmap.messages import Message, Number, plural
from sysmap.rendering.port import TABLES, Look, renderer
from sysmap.rendering.writing import Table, draft_file
from sysmap.tables.workbook import WorkbookWriter, new_workbook, width_of

__all__ = ["draw_workbook"]

MOST_ROWS = 20_000
"""Rows of a table that its sheet holds: more is no table for an office, and stands in the CSV."""
_SAMPLE = 200
"""Rows by which a column's width is chosen."""
ROWS = plural("{n} row", "{n} rows")
MORE_ROWS = Message("the first {n} rows; all are in {file}")
CONTENTS = Message("Contents")


@renderer("workbook", "results.xlsx", Message("All tables as one workbook (Excel)"), order=165)
def draw_workbook(analysis: Analysis, look: Look, path: Path) -> None:
    """One sheet for each table, and before them a list of the sheets."""
    language = look.tongue(analysis)
    title = look.title or analysis.config.title
    with draft_file(path) as part, new_workbook(part, analysis.as_of, title, keep_rows=False) as book:
        contents = book.add_sheet(CONTENTS.render(language))
        rows: list[tuple[str, str, str]] = []
        for name, table in TABLES.items():
            count, whole = _write_sheet(book, name, table.build(analysis, look))
            told = ROWS.counted(count) if whole else MORE_ROWS.filled(n=Number(count), file=f"{name}.csv")
            rows.append((name, table.title.render(language), told.render(language)))
        _write_contents(book, contents, title, rows)


def _write_contents(book: WorkbookWriter, sheet: Any, title: str, rows: list[tuple[str, str, str]]) -> None:
    book.write(sheet, 0, 0, title, "title")
    for row, (name, text, told) in enumerate(rows, 2):
        sheet.write_url(row, 0, f"internal:'{name}'!A1", string=name)
        book.write(sheet, row, 1, text)
        book.write(sheet, row, 2, told)
    for column in range(3):
        sheet.set_column(column, column, width_of(row[column] for row in rows))


def _write_sheet(book: WorkbookWriter, name: str, table: Table) -> tuple[int, bool]:
    """Write a table to a sheet of its own; returns the number of its rows there, and whether they are all."""
    sheet, columns, rows = book.add_sheet(name), list(table.columns), iter(table.rows)
    for column, header in enumerate(columns):
        book.write(sheet, 0, column, header, "header")
    sample = list(islice(rows, _SAMPLE))
    for column, header in enumerate(columns):
        sheet.set_column(column, column, width_of([header, *(_shown(row[column]) for row in sample)]))
    count = 0
    for count, row in enumerate([*sample, *islice(rows, MOST_ROWS - len(sample))], 1):
        for column, value in enumerate(row):
            book.write(sheet, count, column, value)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    if columns and count:
        sheet.autofilter(0, 0, count, len(columns) - 1)
    return count, next(rows, None) is None


def _shown(value: object) -> str:
    """A value about as wide as a spreadsheet shows it."""
    return "" if value is None else f"{value:.6g}" if isinstance(value, float) else str(value)

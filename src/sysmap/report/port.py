"""The port of a table of the report.

A decorated function that gives the table, or None where there is nothing to show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sysmap.report.texts import TEXT
from sysmap.report.writer import Writer
from sysmap.rooms import insert_in_order
from sysmap.still.quadrants import Quadrants
from sysmap.topics import topic_of

__all__ = ["TABLES", "ReportTable", "TableKind", "build_table", "report_table"]


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table of the report.

    The columns in `numbers` (by place, from 0) hold numbers. `more` says how many rows are not shown. A `plot` stands
    before the table.
    """

    title: str
    about: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()
    more: str = ""
    plot: Quadrants | None = None


Build = Callable[[Writer], ReportTable | None]

TABLES: dict[str, TableKind] = {}


@dataclass(frozen=True, slots=True)
class TableKind:
    """A table that the report may have; `order` is its place."""

    name: str
    topic: str
    order: int
    build: Build


def report_table(*, topic: str, order: int) -> Callable[[Build], Build]:
    """Register the decorated function as a table of the report."""

    def register(build: Build) -> Build:
        insert_in_order(TABLES, build.__name__, TableKind(build.__name__, topic_of(topic), order, build))
        return build

    return register


def build_table(
    writer: Writer,
    key: str,
    header: Sequence[str],
    rows: Sequence[tuple[str, ...]],
    numbers: Iterable[int],
    *,
    more: str = "",
) -> ReportTable | None:
    """A table whose title is `TEXT[key]`, and what it shows `TEXT[key_about]`; None where it has no row."""
    if not rows:
        return None
    return ReportTable(
        writer.say(TEXT[key]), writer.say(TEXT[f"{key}_about"]), tuple(header), tuple(rows), frozenset(numbers), more
    )

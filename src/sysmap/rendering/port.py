"""The port of a renderer, and `Look`: what a user may choose about pages, pictures and files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from sysmap.analysis import Analysis
from sysmap.messages import Joined, Text
from sysmap.rendering.writing import CsvStyle, Table, write_table
from sysmap.rooms import insert_in_order

__all__ = ["RENDERERS", "TABLES", "Look", "Renderer", "ResultTable", "renderer", "table"]

RENDERERS: dict[str, Renderer] = {}
TABLES: dict[str, ResultTable] = {}
"""The tables of results, each of which is a file of its own and a sheet of the workbook of all."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a user may choose about pages, pictures and files.

    language            language of the files; None: the map's own
    theme               colours of the page: as the system says, light or dark
    title               title of the page; empty: the map's own
    color_by, size_by   what the marks' colour and size say (see `page/scene.py`)
    include_personal    whether personal fields are written into the files
    parquet             whether tables are written as Parquet too
    csv                 how tables are written as CSV (see `rendering/writing.py`)
    views               the views of the page, in this order; empty: all
    colors              number of a colour of the palette, by kind of node
    leave_out           kinds of nodes and ties, and fields, that are removed before anything is computed
    part                the nodes that are drawn; None: all. Numbers are those of the whole map even so
    """

    language: str | None = None
    theme: Literal["system", "light", "dark"] = "system"
    title: str = ""
    color_by: str = "label"
    size_by: str = "betweenness"
    include_personal: bool = False
    parquet: bool = False
    csv: CsvStyle = "guarded"
    views: tuple[str, ...] = ()
    colors: Mapping[str, int] = field(default_factory=dict, hash=False)
    leave_out: tuple[str, ...] = ()
    part: frozenset[str] | None = None

    def tongue(self, analysis: Analysis) -> str:
        """The language of the files: the one asked for, else the map's own."""
        return self.language or analysis.config.language


@dataclass(frozen=True, slots=True)
class Renderer:
    """A kind of file that sysmap can write of an analysis."""

    name: str
    order: int
    filename: str
    title: Text
    draw: Callable[[Analysis, Look, Path], None]


@dataclass(frozen=True, slots=True)
class ResultTable:
    """A table of results: its name, its place among the others, its title, and what builds it."""

    name: str
    order: int
    title: Text
    build: Callable[[Analysis, Look], Table]


def renderer(
    name: str,
    filename: str,
    title: Text,
    *,
    order: int,
) -> Callable[[Callable[[Analysis, Look, Path], None]], Callable[[Analysis, Look, Path], None]]:
    """Register the decorated function as the renderer that writes `filename`.

    A build writes and lists its files by `order`.
    """

    def register(draw: Callable[[Analysis, Look, Path], None]) -> Callable[[Analysis, Look, Path], None]:
        insert_in_order(RENDERERS, name, Renderer(name, order, filename, title, draw))
        return draw

    return register


def table(
    name: str, title: Text, *, order: int
) -> Callable[[Callable[[Analysis, Look], Table]], Callable[[Analysis, Look], Table]]:
    """Register the decorated function, which builds a table, as two renderers, one after the other.

    `name` writes CSV, `<name>_parquet` writes Parquet; it has the place after it, `order + 1`.
    """

    def register(build: Callable[[Analysis, Look], Table]) -> Callable[[Analysis, Look], Table]:
        def draw(analysis: Analysis, look: Look, path: Path) -> None:
            write_table(path, build(analysis, look), look.csv)

        for place, (registered, kind) in enumerate(((name, "CSV"), (f"{name}_parquet", "Parquet")), order):
            renderer(registered, f"{name}.{kind.lower()}", Joined((title, f"({kind})")), order=place)(draw)
        insert_in_order(TABLES, name, ResultTable(name, order, title, build))
        return build

    return register

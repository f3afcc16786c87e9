"""The port of a renderer, and `Look`: what a reader may set about a picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from sysmap.analysis import Analysis
from sysmap.messages import Joined, Text
from sysmap.rendering.writing import Table, write_table
from sysmap.rooms import insert_in_order

__all__ = ["RENDERERS", "Look", "Renderer", "renderer", "table"]

RENDERERS: dict[str, Renderer] = {}


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is to look. `language` None: the map's own. `include_personal`: personal fields enter the data. `parquet`: tables are written as Parquet too.

    `views`: which views the page has, in this order; empty: all. `colors`: number of the palette by kind of node. `leave_out`: kinds
    of nodes and ties, and fields, that are taken from the data before anything is computed. `part`: the nodes that are drawn;
    None: all. Numbers are those of the whole map even where a part is drawn.
    """

    language: str | None = None
    theme: Literal["system", "light", "dark"] = "system"
    title: str = ""
    color_by: str = "label"
    size_by: str = "betweenness"
    include_personal: bool = False
    parquet: bool = False
    views: tuple[str, ...] = ()
    colors: Mapping[str, int] = field(default_factory=dict, hash=False)
    leave_out: tuple[str, ...] = ()
    part: frozenset[str] | None = None

    def tongue(self, analysis: Analysis) -> str:
        """The language asked for, or the map's own."""
        return self.language or analysis.config.language


@dataclass(frozen=True, slots=True)
class Renderer:
    """A file that sysmap can make of an analysis."""

    name: str
    order: int
    filename: str
    title: Text
    draw: Callable[[Analysis, Look, Path], None]


def renderer(name: str, filename: str, title: Text, *, order: int,
             ) -> Callable[[Callable[[Analysis, Look, Path], None]], Callable[[Analysis, Look, Path], None]]:
    """Register the decorated function as the renderer of `filename`; the files of a build are written and listed by their `order`."""
    def register(draw: Callable[[Analysis, Look, Path], None]) -> Callable[[Analysis, Look, Path], None]:
        insert_in_order(RENDERERS, name, Renderer(name, order, filename, title, draw))
        return draw
    return register


def table(name: str, title: Text, *, order: int) -> Callable[[Callable[[Analysis, Look], Table]], Callable[[Analysis, Look], Table]]:
    """Register the decorated function's table as two renderers: `name` of `<name>.csv`, and `<name>_parquet` of `<name>.parquet`."""
    def register(made: Callable[[Analysis, Look], Table]) -> Callable[[Analysis, Look], Table]:
        def draw(analysis: Analysis, look: Look, path: Path) -> None:
            write_table(path, made(analysis, look))
        for registered, kind in ((name, "CSV"), (f"{name}_parquet", "Parquet")):
            renderer(registered, f"{name}.{kind.lower()}", Joined((title, f"({kind})")), order=order)(draw)
        return made
    return register

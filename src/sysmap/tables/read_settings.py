"""How the tables are to be read where they do not prove it themselves: the `[read]` table of sysmap.toml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from sysmap.messages import languages
from sysmap.tables.toml_kinds import choice

__all__ = ["ReadSettings"]


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """What `[read]` may set; an empty text or list leaves it to the evidence in the tables.

    `language`: the language in which numbers are written, where it is not the map's. `dates`: the order of day,
    month and year in figures. `decimal`: the decimal mark of numbers. `empty`: further texts that say nothing.
    `none`: further texts that say "we asked, there is none". `keep`: texts that are words here, though elsewhere
    they say nothing, such as `NA` for Namibia. `names`: names with a separator in them, which are never split.
    `unlisted = "add"`: a partner who stands in no table becomes a stakeholder. `repeat = "sum"`: the weights of
    rows that repeat a tie add up; otherwise the largest is kept. `"max"` keeps the largest of rows at different
    times too, which otherwise are ties of their own times. `rows = "persons"`: a column of names beside one of
    offices makes a row a person who is part of that office. `public`: headers of columns that look personal and are
    not. `header`: what the first row is where no word of it is a known header and it looks like the rows below:
    `"none"` says that it is data, `"first"` that it is the header. `grids = "none"`: no table is a matrix or a survey;
    each is a plain one.
    """

    language: Annotated[str, choice(*languages(), or_empty=True)] = ""
    dates: Annotated[str, choice("d/m/y", "m/d/y", or_empty=True)] = ""
    decimal: Annotated[str, choice(",", ".", or_empty=True)] = ""
    empty: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    unlisted: Annotated[str, choice("add", or_empty=True)] = ""
    repeat: Annotated[str, choice("sum", "max", or_empty=True)] = ""
    rows: Annotated[str, choice("persons", or_empty=True)] = ""
    public: tuple[str, ...] = ()
    header: Annotated[str, choice("none", "first", or_empty=True)] = ""
    grids: Annotated[str, choice("none", or_empty=True)] = ""

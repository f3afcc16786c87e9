"""Which files of a folder, and which sheets of its workbooks, are which tables of a map, and which are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sysmap.errors import Cause, Fault, nearest
from sysmap.messages import AnyText, Listing, Message
from sysmap.schema import Vocabulary
from sysmap.tables.fitting import PARTNERSHIPS, TableHeaders, looks_like_table
from sysmap.tables.naming.aliases import ALIASES_FILE
from sysmap.tables.notes import Notes, did_you_mean
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.shapes.files import begins_plainly, read_grid
from sysmap.tables.shapes.grid import EVERY_SHAPE, ONE_KIND, GridReading, Shape
from sysmap.tables.sheets import READ_PLAINLY, read_bytes
from sysmap.tables.sources.port import Cells, read_cells
from sysmap.tables.sources.workbooks import WORKBOOKS
from sysmap.tables.survey.answers import survey_table
from sysmap.tables.table_names import (
    LINKS,
    PLACES,
    PLACES_OF_CAUSES,
    TableNames,
    known_files,
    table_title,
    without_copy_marks,
)
from sysmap.tables.text import fold_text, list_some, show_cell

__all__ = ["CHANGES", "CONFIG", "LINKS", "Finding", "Found", "config_file", "find_tables", "known_files", "list_files"]

UNREADABLE_FOLDER = Cause("F001", "cannot be read as a folder: {reason}", "give a folder of CSV files")
SECOND_FILE = Cause(
    "F003",
    "was not read: {file} is read as {table} already",
    "put the rows of both into one of them, or take one away",
)
UNKNOWN_FILE = Cause("F004", "is not one of the files that are read", "known: {files}")
COPY = Cause("F290", "was not read: by its name it is a copy of {file}", "take it away, or call it by another name")
BY_HEADERS = Cause("F291", "was read as {table}, because of its headers {headers}", "nothing to do, or call it {file}")
BY_SHAPE = Cause("F292", "was read as {table}, because of its shape", "nothing to do, or call it {file}")
OTHER_PROGRAM = Cause("F293", "is a file of another program and was not read", "save its tables as .xlsx or CSV")
READ_AS = Message("read as {table}")

CONFIG = "sysmap.toml"
_TIES = (PARTNERSHIPS, LINKS)
_OFFICES = "stakeholders.csv"
_MAY_BE_GRIDS: Mapping[str, tuple[Shape, ...]] = {
    PARTNERSHIPS: ONE_KIND,
    LINKS: EVERY_SHAPE,
    "factors.csv": ONE_KIND,
    _OFFICES: ("square",),
}
"""The tables of known names that may be grids, and of which shapes."""
CHANGES = "changes.csv"
"""The list of changes that stands beside mended copies: no table of a map."""
_BY_HEADERS = 4
"""How sure it is what a table is if its headers alone tell; by its name it is surer."""
_TEXTS = (".csv", ".tsv", ".txt")
_OTHERS = frozenset(
    f".{ending}"
    for ending in (
        *("xls", "xlsb", "numbers", "gsheet", "html", "htm", "xml", "parquet", "feather", "dta", "sav", "rds", "rdata"),
        *(
            "sqlite",
            "db",
            "accdb",
            "mdb",
            "json",
            "geojson",
            "graphml",
            "gexf",
            "gml",
            "net",
            "paj",
            "vna",
            "dot",
            "gv",
        ),
        *("mmp", "loopy", "prsm", "stmx", "xmile", "mdl"),
    )
)
"""Endings of files of other programs that may hold a map or a table."""


@dataclass(frozen=True, slots=True)
class Found:
    """A table in a folder: `file` is the table of a map that it is, `place` what its user calls it.

    `cells` are its cells where they were looked at to find out, `notes` what was noted of it so far. Of the tables that
    are the same one of a map, that with the lowest `rank` is read.
    """

    file: str
    place: str
    path: Path
    cells: Cells | None = None
    notes: Notes = field(default_factory=lambda: Notes(""))
    rank: int = 0


@dataclass
class Finding:
    """What was found in a folder: its tables by known file, faults, and the names of what holds no table."""

    tables: dict[str, Found] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def list_files(folder: Path) -> list[Path] | Fault:
    """The files of a folder by name, or the fault that the system refuses to list them.

    A file that is given in place of a folder, such as a workbook that is the whole map, is alone.
    """
    if folder.is_file():
        return [folder]
    try:
        return sorted(path for path in folder.iterdir() if path.is_file() or path.suffix.casefold() == ".csv")
    except OSError as error:
        return UNREADABLE_FOLDER.fault(str(folder), 0, 0, reason=error.strerror or error)


def config_file(paths: Sequence[Path]) -> Path | None:
    """The sysmap.toml among the files of a folder, whatever the case of its name."""
    return next((path for path in paths if path.name.casefold() == CONFIG), None)


def find_tables(paths: Sequence[Path], vocabulary: Vocabulary, read: ReadSettings = READ_PLAINLY) -> Finding:
    """The tables among the files of a folder, each file read or told. `read` says how their cells are read."""
    return _Finder(paths, vocabulary, read).find()


class _Finder:
    """The files of a folder while it is found out what they are."""

    def __init__(self, paths: Sequence[Path], vocabulary: Vocabulary, read: ReadSettings) -> None:
        self.paths, self.vocabulary, self.read = paths, vocabulary, read
        self.known = {name.casefold(): name for name in (*known_files(vocabulary), ALIASES_FILE)}
        self.names, self.headers = TableNames(vocabulary), TableHeaders(vocabulary)
        self.finding = Finding()

    def find(self) -> Finding:
        found = [table for path in self.paths if path.name.casefold() != CONFIG for table in self.look_at(path)]
        for table in sorted(found, key=lambda table: (table.rank, table.place)):
            first = self.finding.tables.setdefault(table.file, table)
            if first is not table:
                title = table_title(table.file, self.vocabulary)
                self.warn(table.place, SECOND_FILE, file=show_cell(first.place), table=title)
        return self.finding

    def warn(self, place: str, cause: Cause, **values: AnyText) -> None:
        notes = Notes(place)
        notes.warning(0, 0, cause, **values)
        self.finding.faults += notes.faults

    def look_at(self, path: Path) -> Iterator[Found]:
        """The tables in a file. What is no table, or a copy, is told."""
        name, ending = path.name.casefold(), path.suffix.casefold()
        if name in self.known:
            grid = self.known_grid(self.known[name], path) if self.known[name] in _MAY_BE_GRIDS else None
            yield grid or Found(self.known[name], path.name, path, notes=Notes(path.name))
        elif ending not in (*_TEXTS, *WORKBOOKS) or name == CHANGES:
            self.pass_over(path)
        elif original := self.original(path):
            self.warn(path.name, COPY, file=show_cell(original.name))
        elif ending in WORKBOOKS:
            yield from self.look_into(path)
        else:
            yield from self.look_at_text(path)

    def known_grid(self, file: str, path: Path) -> Found | None:
        """The table in a file of a known name whose cells stand in a grid."""
        if begins_plainly(path, self.headers.has, _MAY_BE_GRIDS[file]):
            return None
        cells, notes = self.open(path)
        return self.grid(cells[0], notes, path, _MAY_BE_GRIDS[file], file) if cells else None

    def grid(self, cells: Cells, notes: Notes, path: Path, shapes: Sequence[Shape], file: str = "") -> Found | None:
        """The ties that stand in a grid, which is said; None where the cells are no grid.

        `file` is the table that it is by its name, empty where the name does not say it.
        """
        reading = GridReading.of(self.vocabulary, self.headers.has, notes, self.read, is_ties=file in _TIES)
        causal = False if file in (PARTNERSHIPS, _OFFICES) else None
        found = read_grid(cells, reading, causal, shapes)
        if found is None:
            return None
        ties, grid = found
        known = LINKS if grid.causal or grid.origin.two_kinds else PARTNERSHIPS
        notes.understood.insert(0, READ_AS.filled(table=table_title(known, self.vocabulary)))
        return Found(known, notes.file, path, ties, notes)

    def pass_over(self, path: Path) -> None:
        """Say that a file is not read; of a picture or a text no more than its name."""
        if path.suffix.casefold() in _OTHERS and path.name not in {PLACES, PLACES_OF_CAUSES}:
            self.warn(path.name, OTHER_PROGRAM)
        elif not path.name.startswith("."):
            self.finding.unread.append(path.name)

    def original(self, path: Path) -> Path | None:
        """The file beside it that a file is a copy of, by their names."""
        bare = fold_text(without_copy_marks(path.stem))
        if bare == fold_text(path.stem):
            return None
        tables = (other for other in self.paths if other != path and other.suffix.casefold() in (*_TEXTS, *WORKBOOKS))
        return next((other for other in tables if fold_text(other.stem) == bare), None)

    def look_at_text(self, path: Path) -> Iterator[Found]:
        """The table in a file of text; what was noted while it was read counts only where it is one."""
        cells, notes = self.open(path)
        meant = self.names.meant(path.stem)[0]
        tables = self.recognise(path.stem, cells[0], notes, path) if cells else []
        if tables or (meant and not cells):
            yield from tables or [Found(meant[0], path.name, path, notes=Notes(path.name), rank=5)]
        elif path.suffix.casefold() == ".csv" or (cells and looks_like_table(cells[0].rows)):
            self.warn_unknown(path.name)
        else:
            self.finding.unread.append(path.name)

    def look_into(self, path: Path) -> Iterator[Found]:
        """The tables in the sheets of a workbook. A sheet alone in it may be called as the file is."""
        sheets, notes = self.open(path)
        found: list[Found] = []
        strangers: list[str] = []
        for cells in sheets:
            own = cells.notes or Notes(path.name)
            alone = len(sheets) == 1 and not self.names.meant(cells.sheet)[0]
            tables = self.recognise(path.stem if alone else cells.sheet, cells, own, path)
            found += tables
            if not tables:
                (strangers if looks_like_table(cells.rows) else self.finding.unread).append(own.file)
        yield from found
        for place in strangers if found else [path.name] if strangers or not (sheets or notes.faults) else []:
            self.warn_unknown(place)
        meant = found or self.names.meant(path.stem)[0]
        self.finding.faults += [fault if meant else replace(fault, level="warning") for fault in notes.faults]

    def open(self, path: Path) -> tuple[tuple[Cells, ...], Notes]:
        """The sheets in a file that are not blank, and what was noted while they were read."""
        notes = Notes(path.name)
        data = read_bytes(path, notes)
        sheets = () if data is None else read_cells(data, notes, self.headers.has)
        return tuple(cells for cells in sheets if cells.rows), notes

    def recognise(self, name: str, cells: Cells, notes: Notes, path: Path) -> list[Found]:
        """The table that a sheet is: by our survey's questions, by its name, or else by its headers, which is told.

        Several tables where a column says of each row what kind of node it is.
        """
        if survey := survey_table(cells.rows):
            return [Found(survey[0], notes.file, path, cells, notes)]
        meant = [self.known.get(f"{name.casefold()}.csv", ""), *self.names.meant(name)[0]]
        means = next((table for table in (LINKS, PARTNERSHIPS) if table in meant), "")
        if grid := self.grid(cells, notes, path, EVERY_SHAPE if means == LINKS else ONE_KIND, means):
            return [grid]
        file, rank = self.table_of(name, cells, notes)
        if not file:
            return []
        # A name that means one kind of node is believed; `elements` may hold any.
        told = rank == 1 or len(self.names.meant(name)[0]) == 1
        parts = {file: cells} if told else self.headers.split_by_kind(cells, file)
        if rank != _BY_HEADERS:
            tables = Listing(table_title(part, self.vocabulary) for part in parts)
            notes.understand(READ_AS.filled(table=tables))
        return [Found(part, notes.file, path, own, notes, rank) for part, own in parts.items()]

    def table_of(self, name: str, cells: Cells, notes: Notes) -> tuple[str, int]:
        """The table that a sheet is, and how sure that is, the surest lowest; an empty text where it is none."""
        meant, whole = self.names.meant(name)
        if exact := self.known.get(f"{name.casefold()}.csv"):
            return exact, 1
        if meant and (fit := self.headers.best_fit(cells.rows, meant)):
            return (fit.file if fit.file in meant else meant[0]), 2 if whole else 3
        fit = self.headers.best_fit(cells.rows)
        if fit is None:
            return (meant[0], 5) if meant and (whole or looks_like_table(cells.rows)) else ("", 0)
        title = table_title(fit.file, self.vocabulary)
        if fit.headers:
            notes.warning(0, 0, BY_HEADERS, table=title, headers=list_some(map(show_cell, fit.headers)), file=fit.file)
        else:
            notes.warning(0, 0, BY_SHAPE, table=title, file=fit.file)
        return fit.file, _BY_HEADERS

    def warn_unknown(self, place: str) -> None:
        """Warn of a table that is none of a map; known names that are close to its own are offered."""
        known = sorted(self.known.values())
        notes = Notes(place)
        notes.warning(0, 0, UNKNOWN_FILE, remedy=did_you_mean(nearest(place, known, 1)), files=Listing(known))
        self.finding.faults += notes.faults

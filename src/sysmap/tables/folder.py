"""A folder of CSV files to a checked dataset: the walk through all the other modules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sysmap.errors import Cause, DataError, Fault, nearest
from sysmap.messages import AnyText, Listing, plural
from sysmap.schema import TieKind, Vocabulary
from sysmap.tables.columns import read_table
from sysmap.tables.config import parse_config
from sysmap.tables.finding import CONFIG, LINKS, Found, config_file, find_tables, known_files, list_files
from sysmap.tables.garbage import paused_garbage_collection
from sysmap.tables.headers import spelled, wanted_headers
from sysmap.tables.history import history_fields, read_history, with_history
from sysmap.tables.lives import note_outlived_ties
from sysmap.tables.merging import TieSet
from sysmap.tables.naming.aliases import ALIASES_FILE, COLUMNS, Aliases, join_rows, read_aliases
from sysmap.tables.naming.asking import ask_who_is_who, node_places
from sysmap.tables.node_columns import node_headers
from sysmap.tables.node_parts import read_parts
from sysmap.tables.nodes import NodeTable
from sysmap.tables.notes import Notes, did_you_mean
from sysmap.tables.offers import with_more_ties
from sysmap.tables.overrides import NO_OVERRIDES, Overrides, note_unknown_headers
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.references import Index
from sysmap.tables.relations import TieTable
from sysmap.tables.rows import Dataset, MapConfig, NodeRow
from sysmap.tables.settings import COMMUNITY
from sysmap.tables.sheets import Sheet, read_bytes
from sysmap.tables.sources.decoding import decode
from sysmap.tables.survey.answers import ANSWERS, DETAILS, read_answers, survey_table
from sysmap.tables.survey.rows import Surveyed, add_answered_ties, with_answers
from sysmap.tables.table_names import TableNames
from sysmap.tables.templates import is_untouched
from sysmap.tables.text import list_some, plain_header, show_cell
from sysmap.tables.tie_columns import tie_headers, tie_table
from sysmap.tables.ties import add_refs, add_ties, named_nodes, unlisted_nodes, with_two_kinds
from sysmap.tables.toml_spelling import quote

__all__ = ["examine_folder", "read_folder"]

NO_TABLES = Cause("F002", "holds none of the files that make a map", "expected at least one of {files}")
NO_FOCAL = Cause(
    "F005",
    "focal {name} is not exactly one stakeholder",
    "write the id or the name of the organisation that inside and outside are seen from",
)
NO_GROUPING = Cause(
    "F006",
    "[analysis] grouping is {value}, which no stakeholder has",
    "write sector, boundary, level, {community}, or the name of a column that you added",
)

UNLISTED = Cause(
    "F315",
    plural(
        "{n} name that stands in no table was added: {names}", "{n} names that stand in no table were added: {names}"
    ),
    "add a row for each to say more of them",
)

FOCAL = "Stakeholder"
"""The label of the organisation that inside and outside are seen from."""


def read_folder(
    folder: Path,
    vocabulary: Vocabulary,
    *,
    map_name: str | None = None,
    strict: bool = False,
    overrides: Overrides = NO_OVERRIDES,
) -> Dataset:
    """The dataset of a folder. Raises `DataError` with every fault where there is an error.

    The arguments are those of `examine_folder`.

    >>> from sysmap.vocabulary import VOCABULARY
    >>> read_folder(Path("no-such-folder"), VOCABULARY)
    Traceback (most recent call last):
    sysmap.errors.DataError: 1 fault in the input (nothing was loaded; mend the lines and run again)
    """
    dataset = examine_folder(folder, vocabulary, map_name=map_name, strict=strict, overrides=overrides)
    if dataset.errors:
        raise DataError(dataset.faults)
    return dataset


def examine_folder(
    folder: Path,
    vocabulary: Vocabulary,
    *,
    map_name: str | None = None,
    strict: bool = False,
    overrides: Overrides = NO_OVERRIDES,
    tables: dict[str, tuple[Sheet, Notes]] | None = None,
) -> Dataset:
    """The dataset of a folder with every fault of every file, sorted; rows that are right are kept.

    Never raises for what the data hold. `map_name` replaces the name that sysmap.toml gives, or the folder's own;
    `strict` makes every warning and every open question an error. `overrides` go before what sysmap.toml says. `tables`
    takes in each table that was read, with what was noted of it, by its known file.

    >>> from sysmap.vocabulary import VOCABULARY
    >>> print(examine_folder(Path("no-such-folder"), VOCABULARY).faults[0])  # doctest: +ELLIPSIS
    no-such-folder: cannot be read as a folder: ... (give a folder of CSV files)
    """
    reader = _Folder(folder, overrides, tables)
    config, words = reader.config(vocabulary, map_name)
    with paused_garbage_collection():
        nodes, ties = reader.rows(words, config)
        faults = [replace(fault, level="error") for fault in reader.faults] if strict else reader.faults
        ordered = tuple(sorted(nodes, key=lambda node: node.uid))
        told = tuple(sorted(dict.fromkeys(faults)))
        return Dataset(
            config,
            words,
            dict(reader.files),
            ordered,
            ties.rows(),
            told,
            dict(reader.understood),
            dict(reader.lost),
            {file: found.place for file, found in reader.tables.items()},
            tuple(reader.unread),
            tuple(reader.untouched),
        )


@dataclass
class _Folder:
    """A folder while it is read.

    Its tables by known file, the number of rows of each and what it was read as, every fault so far, and the files that
    hold no table. `sheets` takes in the tables that were read, where somebody wants them.
    """

    folder: Path
    overrides: Overrides = NO_OVERRIDES
    sheets: dict[str, tuple[Sheet, Notes]] | None = None
    headers: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    files: dict[str, int] = field(default_factory=dict)
    understood: dict[str, tuple[AnyText, ...]] = field(default_factory=dict)
    lost: dict[str, tuple[int, ...]] = field(default_factory=dict)
    tables: dict[str, Found] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    untouched: list[str] = field(default_factory=list)
    read: ReadSettings = field(default_factory=ReadSettings)

    def config(self, vocabulary: Vocabulary, map_name: str | None) -> tuple[MapConfig, Vocabulary]:
        paths = list_files(self.folder)
        notes, path = Notes(CONFIG), None if isinstance(paths, Fault) else config_file(paths)
        data = read_bytes(path, notes) if path else b""
        text = (decode(data, notes) if data else "") or ""
        config, words, faults = parse_config(text, vocabulary, map_name or self.name())
        if map_name:
            named, _, wrong = parse_config(f"name = {quote(map_name)}", vocabulary, "map", "--map")
            faults += wrong
            config = replace(config, name=named.name, title=named.name if config.title == config.name else config.title)
        self.faults += [*notes.faults, *faults]
        self.read = self.overrides.read(config.read)
        words = self.overrides.words(words)
        self.find(paths, words)
        return replace(config, read=self.read), words

    def name(self) -> str:
        """What the map is called unless it says so itself: as its folder, or as the file that it is."""
        place = self.folder.resolve()
        return (place.stem if place.is_file() else place.name) or "map"

    def find(self, paths: Sequence[Path] | Fault, vocabulary: Vocabulary) -> None:
        """Find the tables among the files of the folder, and say of the others that they are not read."""
        if isinstance(paths, Fault):
            self.faults.append(paths)
            return
        finding = find_tables(paths, vocabulary, self.read)
        self.tables, self.unread, faults = finding.tables, finding.unread, finding.faults
        if not set(self.tables) - {ALIASES_FILE}:
            faults.append(NO_TABLES.fault(str(self.folder), 0, 0, files=Listing(sorted(known_files(vocabulary)))))
        self.faults += faults

    def warn(self, file: str, cause: Cause, close: Iterable[str] = (), **values: object) -> None:
        """Warn of a whole file; known names that are close to the one in question are offered."""
        notes = Notes(file)
        notes.warning(0, 0, cause, remedy=did_you_mean(close), **values)
        self.faults += notes.faults

    def sheet(self, name: str, headers: Iterable[str], vocabulary: Vocabulary) -> tuple[Sheet | None, Notes]:
        """The sheet of a file that is there, and its notes, which join the folder's faults when they are complete."""
        found = self.tables[name]
        sheet = read_table(found.path, headers, vocabulary, found.notes, self.read, cells=found.cells)
        if sheet and not (sheet.rows or sheet.beyond) and is_untouched(name, sheet.header, vocabulary):
            self.untouched.append(found.place)
        else:
            self.files[name] = sheet.count_rows() if sheet else 0
        if sheet:
            self.headers += sheet.origin.header[1] if sheet.origin else sheet.header
            if self.sheets is not None:
                self.sheets[name] = sheet, found.notes
        return sheet, found.notes

    def rows(self, vocabulary: Vocabulary, config: MapConfig) -> tuple[list[NodeRow], TieSet]:
        sheets = [
            (kind, *self.sheet(kind.file, node_headers(vocabulary, kind), vocabulary))
            for kind in vocabulary.nodes
            if kind.file in self.tables
        ]
        files = [*((kind.file, kind) for kind in vocabulary.ties if kind.file), (LINKS, None)]
        joins = [(*self.ties(file, kind, vocabulary),) for file, kind in files if file in self.tables]
        aliases = self.aliases(vocabulary)
        tables = read_parts(sheets, [join for join, _ in joins if join], vocabulary, aliases)
        joins += [(table.ties, notes) for table, notes in tables if table.ties]
        tables = with_more_ties(tables, vocabulary)
        nodes = [row for table, _ in tables for row in table.rows]
        if not sheets:
            nodes = named_nodes([(table, notes) for table, notes in joins if table], vocabulary, self.read)
            nodes = join_rows(nodes, aliases)
        aliases.settle()
        nodes, surveyed, survey_notes = self.answers(vocabulary, nodes)
        index, ties = Index(vocabulary, nodes, self.read), TieSet(vocabulary, self.read)
        if self.read.unlisted:
            nodes = [*nodes, *self.unlisted(tables, joins, index)]
            index = Index(vocabulary, nodes, self.read)
        for table, notes in tables:
            add_refs(table, index, vocabulary, ties, notes)
        for join, notes in joins:
            if join:
                add_ties(join, index, vocabulary, ties, notes)
        add_answered_ties(surveyed, vocabulary, ties, survey_notes)
        ties.settle()
        note_outlived_ties(ties, nodes)
        nodes = self.histories(vocabulary, index, nodes)
        self.named(config, vocabulary, index, nodes)
        self.faults += note_unknown_headers(self.overrides.headers, self.headers, str(self.folder))
        self.take_notes([*(notes for *_, notes in sheets), *(notes for _, notes in joins)])
        self.take_notes([aliases.notes] if ALIASES_FILE in self.tables else [])
        places = node_places(nodes, tables, joins)
        self.faults += ask_who_is_who(nodes, ties.rows, places, vocabulary, self.folder)
        if ANSWERS in self.tables:
            self.take_notes([survey_notes])
        return nodes, ties

    def aliases(self, vocabulary: Vocabulary) -> Aliases:
        """What aliases.csv says; nothing where it is not there."""
        found = self.tables.get(ALIASES_FILE)
        if found is None:
            return Aliases()
        wanted = spelled(wanted_headers(COLUMNS))
        sheet = read_table(found.path, wanted, vocabulary, found.notes, self.read, cells=found.cells)
        return read_aliases(sheet, vocabulary, found.notes) if sheet else Aliases(found.notes)

    def unlisted(
        self, tables: Sequence[tuple[NodeTable, Notes]], joins: Sequence[tuple[TieTable | None, Notes]], index: Index
    ) -> list[NodeRow]:
        """The nodes that are only named, each told."""
        stubs = unlisted_nodes([table for table, _ in tables], [join for join, _ in joins if join], index)
        for file in dict.fromkeys(index.vocabulary.node(node.label).file for node in stubs):
            named = [node for node in stubs if index.vocabulary.node(node.label).file == file]
            names = list_some(show_cell(node.props["name"]) for node in named)
            self.warn(file, UNLISTED, n=len(named), names=names)
        return stubs

    def take_notes(self, every: Iterable[Notes]) -> None:
        """Take in what was noted in files; a file of several kinds of rows has its notes once."""
        for notes in {id(notes): notes for notes in every}.values():
            self.faults += notes.told()
            self.understood[notes.file] = tuple(dict.fromkeys(notes.understood))
            self.lost[notes.file] = tuple(sorted(notes.lost))

    def answers(
        self, vocabulary: Vocabulary, nodes: list[NodeRow]
    ) -> tuple[list[NodeRow], tuple[Surveyed, ...], Notes]:
        """The nodes with what the answers of a survey say, who answered what, and what was noted of the answers."""
        sheets = {
            file: self.sheet(file, map(plain_header, survey[1]), vocabulary)
            for file in (ANSWERS, DETAILS)
            if file in self.tables and (cells := self.tables[file].cells) and (survey := survey_table(cells.rows))
        }
        answers, notes = sheets.get(ANSWERS, (None, Notes(ANSWERS)))
        if answers is None:
            return nodes, (), notes
        said = read_answers(answers, sheets.get(DETAILS, (None, notes))[0], notes)
        return *with_answers(said, nodes, vocabulary, notes), notes

    def named(self, config: MapConfig, vocabulary: Vocabulary, index: Index, nodes: list[NodeRow]) -> None:
        """Warn where sysmap.toml names a stakeholder or a column of theirs that is not there."""
        focal, grouping = config.focal, config.settings.grouping
        if focal and focal not in index.label_of and len(index.find(focal, (FOCAL,))) != 1:
            self.warn(CONFIG, NO_FOCAL, name=show_cell(focal))
        columns = {column.name for column in vocabulary.node_columns(FOCAL)} | {COMMUNITY}
        if grouping not in columns:
            columns |= {name for row in nodes if row.label == FOCAL for name in row.props}
        if grouping not in columns:
            self.warn(CONFIG, NO_GROUPING, nearest(grouping, columns), value=show_cell(grouping), community=COMMUNITY)

    def ties(self, file: str, kind: TieKind | None, vocabulary: Vocabulary) -> tuple[TieTable | None, Notes]:
        sheet, notes = self.sheet(file, tie_headers(vocabulary, kind), vocabulary)
        table = tie_table(sheet, kind, vocabulary, notes) if sheet else None
        # A name such as `edges` does not say that both ends are of one kind.
        vague = len(TableNames(vocabulary).meant(self.tables[file].path.stem)[0]) > 1
        other = with_two_kinds(table, self.read) if table and vague else table
        if other is not table:
            notes.understood.clear()  # it was read as something else, which is told when its nodes are made
        return other, notes

    def histories(self, vocabulary: Vocabulary, index: Index, nodes: list[NodeRow]) -> list[NodeRow]:
        for history in vocabulary.histories:
            if history.file in self.tables:
                sheet, notes = self.sheet(
                    history.file, spelled(wanted_headers(history_fields(vocabulary, history))), vocabulary
                )
                nodes = (
                    with_history(nodes, history.into, read_history(sheet, history, index, notes)) if sheet else nodes
                )
                self.take_notes([notes])
        return nodes

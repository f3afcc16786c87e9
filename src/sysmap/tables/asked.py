"""The names under `[asked]` in sysmap.toml, in the user's words, to those of the vocabulary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sysmap.errors import Cause
from sysmap.messages.catalogues import SOURCE_LANGUAGE
from sysmap.schema import Field, NodeKind, Ref, Vocabulary
from sysmap.tables.asked_settings import AskedSettings
from sysmap.tables.headers import known_header, loose_header, spelled, wanted_headers
from sysmap.tables.sysmap_toml import SysmapFile
from sysmap.tables.table_names import TableNames, known_files
from sysmap.tables.terms import field_term, kind_term, tie_term
from sysmap.tables.text import plain_header
from sysmap.tables.toml_reader import Reading

__all__ = ["read_asked"]

NO_TIE = Cause("F410", "{where} holds {value}, which is not a known kind of tie", "choose {known}")
NO_COLUMN = Cause(
    "F411",
    "{where} holds {value}, which is not a known column",
    "write the header as it stands in your table, or see `sysmap vocabulary`",
)
NO_TABLE = Cause("F412", "{where} holds {value}, which is not a known table", "choose {known}")

Find = Callable[[str], Iterable[tuple[str, str]]]
"""From a name in the user's words to what it means: ("ties", type), ("columns", "Label.field") or ("tables", file)."""


def read_asked(reading: Reading[SysmapFile], words: Vocabulary) -> AskedSettings:
    """What `[asked]` lists, in the vocabulary's names. A name that means nothing is noted, with the near ones.

    A column is named by its header in either language or the user's own, or as `kind.header` where only one kind of
    thing is meant. A column that names other things stands for its ties.
    """
    names = _Names(words, reading.entries.language or "id")
    entries = reading.entries.asked
    searches: tuple[tuple[str, tuple[str, ...], Find, Cause, Iterable[str]], ...] = (
        ("ties", entries.ties, names.ties, NO_TIE, names.tie_words()),
        ("columns", entries.columns, names.columns, NO_COLUMN, names.column_words()),
        ("tables", entries.tables, names.tables, NO_TABLE, known_files(words)),
    )
    meant: dict[str, dict[str, None]] = {"ties": {}, "columns": {}, "tables": {}}
    for key, texts, find, cause, known in searches:
        for at, text in enumerate(texts):
            found = list(find(text))
            for kind, name in found:
                meant[kind][name] = None
            if not found and text not in reading.lost:
                reading.unknown(("asked", key, at), cause, text, known)
    return AskedSettings(**{key: tuple(names) for key, names in meant.items()})


class _Names:
    """What the user may call kinds of ties, columns and tables, and what each of these names means."""

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        self.vocabulary, self.language = vocabulary, language
        self.own = {plain_header(header): column for header, column in vocabulary.header_synonyms.items()}
        self.files = TableNames(vocabulary)

    def ties(self, text: str) -> Iterator[tuple[str, str]]:
        """The kinds of ties that a text names by type, title or synonym."""
        key = plain_header(text)
        named = [kind for kind in self.vocabulary.ties if key in {plain_header(kind.type), *kind.spellings}]
        for kind in named or [kind for kind in self.vocabulary.ties if key in kind.titles]:
            yield "ties", kind.type

    def columns(self, text: str) -> Iterator[tuple[str, str]]:
        """The columns that a text names, of all kinds of things or of the one before the dot."""
        before, dot, header = text.rpartition(".")
        for kind in self.vocabulary.nodes:
            if not dot:
                yield from self.columns_of(kind, text)
            elif self.is_kind(kind, before):
                yield from self.columns_of(kind, header)
        if not dot and self.own.get(plain_header(text), "") in {kind.type for kind in self.vocabulary.ties}:
            yield "ties", self.own[plain_header(text)]

    def is_kind(self, kind: NodeKind, text: str) -> bool:
        """Whether a text names a kind of thing, or its table."""
        return plain_header(text) in map(plain_header, (*kind.spellings, *kind.titles)) or kind.file in self.tables_of(
            text
        )

    def columns_of(self, kind: NodeKind, header: str) -> Iterator[tuple[str, str]]:
        """What a header means in the table of a kind."""
        declared = _columns(kind)
        keys = spelled(wanted_headers(declared))
        key = self.own.get(plain_header(header), "")
        if not key and known_header(header, keys):
            key = keys.get(plain_header(header)) or keys[plain_header(loose_header(header))]
        for column in declared:
            if isinstance(column, Ref) and column.column == key:
                yield "ties", column.tie
            elif isinstance(column, Field) and column.name == key:
                yield "columns", f"{kind.label}.{key}"

    def tables(self, text: str) -> Iterator[tuple[str, str]]:
        """The table that a text names."""
        yield from (("tables", file) for file in self.tables_of(text))

    def tables_of(self, text: str) -> tuple[str, ...]:
        """The file of the one table that a text is the name of; empty where there is none."""
        files, exact = self.files.meant(text.removesuffix(".csv").removesuffix(".xlsx"))
        return files if exact and len(files) == 1 else ()

    def tie_words(self) -> list[str]:
        """The kinds of ties as the user may write them."""
        return [tie_term(kind).render(self.language) for kind in self.vocabulary.ties]

    def column_words(self) -> list[str]:
        """The columns as the user may write them, each with its kind."""
        own = list(self.vocabulary.header_synonyms)
        terms = [(kind, column) for kind in self.vocabulary.nodes for column in _columns(kind)]
        bare = [field_term(column).render(self.language) for _, column in terms]
        full = [
            f"{kind_term(kind).render(self.language)}.{field_term(column).render(self.language)}"
            for kind, column in terms
        ]
        names = [column.column if isinstance(column, Ref) else column.name for _, column in terms]
        return list(dict.fromkeys([*own, *bare, *(names if self.language != SOURCE_LANGUAGE else ()), *full]))


def _columns(kind: NodeKind) -> list[Field | Ref]:
    """The columns of a kind that somebody may ask for; who a thing is, is no question."""
    return [*kind.fields, *kind.refs]

"""sysmap.toml: what a map says of itself, and the user's own words; faults instead of exceptions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from sysmap.errors import Fault, nearest
from sysmap.messages import UserText, languages
from sysmap.schema import Choice, Field, TieKind, Vocabulary
from sysmap.tables.dates import read_date
from sysmap.tables.notes import Notes
from sysmap.tables.rows import MapConfig
from sysmap.tables.settings import read_settings
from sysmap.tables.text import show_cell

__all__ = ["parse_config"]

T = TypeVar("T")

_TEXTS = ("name", "title", "language", "author", "date", "focal")
_TABLES = ("analysis", "choices", "headers", "ties")
_TIE_KEYS = ("directed", "ends", "fields", "identity", "sentence", "synonyms", "title")
_FIELD_KEYS = ("high", "low", "meaning", "synonyms", "title", "type")
_CHOICE_KEYS = (*languages(), "synonyms")
_TYPES = ("text", "integer", "number", "date", "boolean")
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_NOT_A_NAME = re.compile(r"[/\\\x00-\x1f]")


def parse_config(text: str, vocabulary: Vocabulary, fallback_name: str,
                 file: str = "sysmap.toml") -> tuple[MapConfig, Vocabulary, tuple[Fault, ...]]:
    """What `sysmap.toml` says: the map's own data, the vocabulary with the user's words, and what is wrong with the file.

    `fallback_name` is the map's name where the file gives none. A text that is no TOML counts as empty, and is a fault.

    >>> from sysmap.vocabulary import VOCABULARY
    >>> config, _, faults = parse_config('title = "Air bersih"', VOCABULARY, "air")
    >>> config.name, config.title, faults
    ('air', 'Air bersih', ())
    """
    reader = _Reader(text, Notes(file), vocabulary)
    words = reader.words()
    config = reader.config(fallback_name, words)
    return config, words, tuple(sorted(set(reader.notes.faults)))


class _Refused(Exception):
    """An entry that cannot be used: the problem and the remedy."""


class _Reader:
    def __init__(self, text: str, notes: Notes, vocabulary: Vocabulary) -> None:
        self.text, self.notes, self.vocabulary = text, notes, vocabulary
        self.table: dict[str, Any] = {}
        try:
            self.table = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            at = _AT.search(str(error))
            line, column = (int(at[1]), int(at[2])) if at else (text.count("\n") + 1, 0)
            notes.faults.append(Fault(notes.file, line, column, f"is no TOML: {_AT.sub('', str(error)).strip()}", 'write key = "value"'))
        self.unknown(self.table, (*_TEXTS, *_TABLES), "key")

    def line(self, key: str) -> int:
        """The first line on which a key stands: as that of a value or a table, else within a line."""
        begins = rf"""^\s*(?:\[.*)?["']?{re.escape(key)}["']?\s*[=.\]]"""
        within = rf"""(?<![\w-])["']?{re.escape(key)}["']?\s*="""
        lines = self.text.splitlines()
        return next((number for pattern in (begins, within) for number, line in enumerate(lines, 1) if re.search(pattern, line)), 1)

    def error(self, key: str, problem: str, remedy: str) -> None:
        self.notes.faults.append(Fault(self.notes.file, self.line(key), 0, problem, remedy))

    def unknown(self, table: Mapping[str, Any], known: Iterable[str], what: str) -> None:
        names = list(known)
        for key in table:
            if key not in names:
                close = nearest(key, names)
                self.error(key, f"{show_cell(key)} is no known {what}", f"did you mean {' or '.join(close)}?" if close else "known: " + ", ".join(names))

    def config(self, fallback: str, words: Vocabulary) -> MapConfig:
        texts = {key: self.plain(key) for key in _TEXTS}
        name = texts["name"] or fallback
        if _NOT_A_NAME.search(name) or not name.strip():
            self.error("name", f"name {show_cell(name)} holds a slash or nothing", "give a short name, such as gunungkidul")
            name = _NOT_A_NAME.sub("-", fallback).strip() or "map"
        if texts["language"] and texts["language"] not in languages():
            self.error("language", f"language {show_cell(texts['language'])} is not known", f"write {' or '.join(languages()[::-1])}")
            texts["language"] = ""
        if texts["date"] and read_date(texts["date"]).problem:
            self.error("date", f"date: {read_date(texts['date']).problem}", "write it as 2024-01-31")
        settings = read_settings(self.sub("analysis"), words, self.error)
        return MapConfig(name.strip(), texts["title"] or name.strip(), texts["language"] or "id", texts["author"],
                         read_date(texts["date"]).iso if texts["date"] else "", texts["focal"], settings, self.text)

    def plain(self, key: str) -> str:
        value = self.table.get(key, "")
        if isinstance(value, (date, datetime)):
            return value.isoformat()[:10]
        if not isinstance(value, str):
            self.error(key, f"{key} is {show_cell(value)}, not a text", f'write {key} = "..."')
            return ""
        return value.strip()

    def sub(self, key: str) -> Mapping[str, Any]:
        value = self.table.get(key, {})
        if not isinstance(value, dict):
            self.error(key, f"{key} is no table", f"write [{key}] on a line of its own, and the entries below it")
            return {}
        return value

    def words(self) -> Vocabulary:
        """The vocabulary with the user's own words; an entry that cannot be used is noted and left out."""
        ties = tuple(self.usable("ties", self.tie).values())
        # The user's own ties may have choices of the user's own, so they come first.
        grown = self.vocabulary.with_words({}, ties, {})
        self.vocabulary = grown
        choices = self.usable("choices", self.choices)
        headers = self.usable("headers", self.header)
        return grown.with_words({(owner, name): found for owner, name, found in choices.values()}, (), headers)

    def usable(self, table: str, read: Callable[[str, Any], T]) -> dict[str, T]:
        """The entries of a table that can be used; the others are noted."""
        found: dict[str, T] = {}
        for key, entry in self.sub(table).items():
            try:
                found[key] = read(key, entry)
            except _Refused as refused:
                self.error(key, *refused.args)
            except ValueError as error:
                # The grammar refuses nonsense with a sentence that says what to choose instead.
                self.error(key, str(error), "correct the entry")
        return found

    def tie(self, type: str, entry: Any) -> TieKind:
        table = _table(entry, f"ties.{type}")
        self.unknown(table, _TIE_KEYS, "key of a tie")
        if any(kind.type == type for kind in self.vocabulary.ties):
            raise _Refused(f"tie {type} is declared already", "choose another name")
        title = _words(table.get("title", type.replace("_", " ").lower()), f"title of {type}")
        sentence = _words(table.get("sentence", f"{{source}}: {title} {{target}}"), f"sentence of {type}")
        for text in sentence.forms():
            if "{source}" not in text or "{target}" not in text:
                raise _Refused(f"the sentence of {type} names not both ends", "write it with {source} and {target}")
        fields = tuple(self.field(name, one) for name, one in _table(table.get("fields", {}), f"fields of {type}").items())
        return TieKind(type, title, sentence, self.ends(type, table.get("ends")), fields, _texts(table.get("identity", []), f"identity of {type}"),
                       directed=bool(table.get("directed", True)), synonyms=_texts(table.get("synonyms", []), f"synonyms of {type}"))

    def ends(self, type: str, value: Any) -> tuple[tuple[str, str], ...]:
        labels = [kind.label for kind in self.vocabulary.nodes]
        pairs: list[Any] = value if isinstance(value, list) and value else [None]
        for pair in pairs:
            if not (isinstance(pair, list) and len(pair) == 2 and all(label in labels for label in pair)):  # noqa: PLR2004 - a pair
                raise _Refused(f"ends of tie {type} are {show_cell(value)}", f'write ends = [["Stakeholder", "Problem"]]; known: {", ".join(labels)}')
        return tuple((source, target) for source, target in pairs)

    def field(self, name: str, entry: Any) -> Field:
        table = _table(entry, f"field {name}")
        self.unknown(table, _FIELD_KEYS, "key of a field")
        label = _words(table.get("title", name.replace("_", " ")), f"title of {name}")
        if table.get("type", "text") not in _TYPES:
            raise _Refused(f"field {name} has the type {show_cell(table['type'])}", f"known: {', '.join(_TYPES)}")
        return Field(name, label, _words(table["meaning"], f"meaning of {name}") if "meaning" in table else label, table.get("type", "text"),
                     low=table.get("low"), high=table.get("high"), synonyms=_texts(table.get("synonyms", []), f"synonyms of {name}"))

    def choices(self, key: str, entry: Any) -> tuple[str, str, tuple[Choice, ...]]:
        owner, _, name = key.partition(".")
        known = {f"{who}.{field.name}": field for who, field in self.vocabulary.fields() if field.type == "text" and who not in ("node", "tie")}
        if key not in known:
            close = nearest(key, known)
            raise _Refused(f"choices for {show_cell(key)}, which is no field with choices",
                           f"did you mean {' or '.join(close)}?" if close else 'write [choices."Stakeholder.sector"]')
        return owner, name, tuple(self.choice(value, one) for value, one in _table(entry, f"choices.{key}").items())

    def choice(self, value: str, entry: Any) -> Choice:
        table = {"en": entry} if isinstance(entry, str) else _table(entry, f"choice {value}")
        self.unknown(table, _CHOICE_KEYS, "key of a choice")
        return Choice(value, _words({k: table[k] for k in languages() if k in table} or value, f"choice {value}"),
                      _texts(table.get("synonyms", []), f"synonyms of {value}"))

    def header(self, header: str, column: Any) -> str:
        grown = self.vocabulary
        known = {field.name for _, field in grown.fields()} | {field.name for field in grown.headers}
        known |= {ref.column for kind in grown.nodes for ref in kind.refs} | {history.ref for history in grown.histories}
        if column not in known:
            close = nearest(str(column), known)
            raise _Refused(f"header {show_cell(header)} means {show_cell(column)}, which is no known column",
                           f"did you mean {' or '.join(close)}?" if close else "see `sysmap vocabulary`")
        return str(column)


def _table(value: Any, what: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _Refused(f"{what} is {show_cell(value)}, not a table", "write name = { ... }")
    return value


def _words(value: Any, what: str) -> UserText:
    """One text for all languages, or a table with a form for some of them."""
    if isinstance(value, str) and value:
        return UserText(value)
    texts = {key: text for key, text in value.items() if isinstance(text, str) and text} if isinstance(value, dict) else {}
    if not texts or set(texts) - set(languages()):
        raise _Refused(f"{what} is {show_cell(value)}", 'write { en = "...", id = "..." }')
    return UserText(texts)


def _texts(value: Any, what: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _Refused(f"{what} are {show_cell(value)}", 'write a list of texts, such as ["..."]')
    return tuple(value)

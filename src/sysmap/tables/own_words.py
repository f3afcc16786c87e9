"""The user's own ties, choices and headers join the vocabulary.

What cannot join it is noted with the file that was read.

Whatever `TieKind`, `Field` and `Choice` would raise an error for is looked for here first, and becomes a fault at its
line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import sysmap.tables.toml_causes as causes
from sysmap.messages import UserText, languages
from sysmap.schema import OURS, RESERVED, Choice, Field, TieKind, Vocabulary
from sysmap.tables.sysmap_toml import EXAMPLE_OF_ENDS, FieldEntry, SysmapFile, TieEntry, WordsEntry
from sysmap.tables.toml_kinds import FORMS
from sysmap.tables.toml_lines import KeyPath
from sysmap.tables.toml_reader import Reading
from sysmap.tables.toml_spelling import spell

__all__ = ["with_own_words"]

_OF_ALL = ("node", "tie")
"""Owners of the fields that all nodes or all ties have; a user's own choices are for the fields of one kind."""
_ENDS = re.compile(r"\{(?:source|target)\}")
_ENDS_OF_SENTENCE = {"source": "{source}", "target": "{target}"}
_UNBRACED = str.maketrans("{}", "()")


def with_own_words(vocabulary: Vocabulary, reading: Reading[SysmapFile]) -> Vocabulary:
    """The vocabulary with the user's own words, but for those that have a fault.

    The faults are noted with the reading.
    """
    # The user's own ties may have choices of the user's own, so they come first.
    with_ties = vocabulary.with_words({}, tuple(_Ties(reading, vocabulary).kinds(reading.entries.ties)), {})
    return with_ties.with_words(dict(_choices(reading, with_ties)), (), dict(_headers(reading, with_ties)))


class _Ties:
    """The ties of a file that was read, checked against a vocabulary."""

    def __init__(self, reading: Reading[Any], vocabulary: Vocabulary) -> None:
        self.reading = reading
        self.labels = [kind.label for kind in vocabulary.nodes]
        self.taken = {*self.labels, *(kind.type for kind in vocabulary.ties)}

    def kinds(self, entries: Mapping[str, TieEntry]) -> Iterator[TieKind]:
        """The ties that can join the vocabulary."""
        for name, entry in entries.items():
            path: KeyPath = ("ties", name)
            fields = tuple(self.fields((*path, "fields"), entry.fields))
            title = self.words((*path, "title"), entry.title, name.replace("_", " ").lower())
            sentence = self.sentence((*path, "sentence"), entry.sentence, title)
            identity = self.identity(path, entry, {field.name for field in fields})
            # Both are asked, so that both note their faults.
            has_name, has_ends = self.has_name(path, name), self.has_ends((*path, "ends"), entry.ends)
            if has_name and has_ends:
                yield TieKind(
                    name,
                    title,
                    sentence,
                    entry.ends,
                    fields,
                    identity,
                    directed=entry.directed,
                    synonyms=entry.synonyms,
                )
            else:
                self.reading.leave_out(path)

    def has_name(self, path: KeyPath, name: str) -> bool:
        if not name.isidentifier() or name != name.upper():
            self.reading.fault(path, causes.TIE_NAME, value=spell(name))
        elif name in self.taken:
            self.reading.fault(path, causes.TIE_TAKEN, value=name)
        else:
            return True
        return False

    def has_ends(self, path: KeyPath, ends: tuple[tuple[str, str], ...]) -> bool:
        if not ends and not self.reading.is_left_out(path):
            self.reading.fault(path, causes.NO_PAIRS, example=EXAMPLE_OF_ENDS)
        unknown = [
            (row, at, label)
            for row, pair in enumerate(ends)
            for at, label in enumerate(pair)
            if label not in self.labels
        ]
        for row, at, label in unknown:
            self.reading.unknown((*path, row, at), causes.UNKNOWN_LABEL, label, self.labels)
        return bool(ends) and not unknown

    def identity(self, path: KeyPath, entry: TieEntry, names: set[str]) -> tuple[str, ...]:
        """The fields of the tie that belong to its identity."""
        for at, name in enumerate(entry.identity):
            if name not in names and not self.reading.is_left_out((*path, "fields", name)):
                cause = causes.NO_IDENTITY if entry.fields else causes.NO_IDENTITY_AT_ALL
                self.reading.unknown((*path, "identity", at), cause, name, entry.fields)
        return tuple(name for name in entry.identity if name in names)

    def fields(self, path: KeyPath, entries: Mapping[str, FieldEntry]) -> Iterator[Field]:
        for name, entry in entries.items():
            place = (*path, name)
            if not name.isidentifier() or name.startswith(OURS) or name in RESERVED:
                self.reading.fault(place, causes.FIELD_NAME, value=spell(name), reserved=", ".join(RESERVED), ours=OURS)
                self.reading.leave_out(place)
                continue
            label = self.words((*place, "title"), entry.title, name.replace("_", " "))
            meaning = self.words((*place, "meaning"), entry.meaning, "") if entry.meaning is not None else None
            low, high = self.bounds(place, entry)
            yield Field(name, label, meaning or label, entry.type, low=low, high=high, synonyms=entry.synonyms)

    def bounds(self, path: KeyPath, entry: FieldEntry) -> tuple[float | None, float | None]:
        """The range of a field, where it may have one."""
        bounds = [name for name, bound in (("low", entry.low), ("high", entry.high)) if bound is not None]
        if bounds and entry.type not in ("integer", "number"):
            # Where the type itself has a fault, nobody can say whether a range fits it.
            if not self.reading.is_left_out((*path, "type")):
                self.reading.fault((*path, bounds[0]), causes.RANGE_WITHOUT_NUMBER)
            return None, None
        if entry.low is not None and entry.high is not None and entry.low > entry.high:
            self.reading.fault((*path, "low"), causes.LOW_OVER_HIGH)
            return None, None
        return entry.low, entry.high

    def words(self, path: KeyPath, entry: WordsEntry | None, fallback: str) -> UserText:
        """What an entry says in each language.

        `fallback` where there is no entry, or it says nothing, which is noted.
        """
        words = _text(entry)
        if (
            entry is not None
            and not words
            and not any(self.reading.is_left_out((*path, language)) for language in languages())
        ):
            self.reading.fault(path, causes.EMPTY_WORDS, forms=FORMS)
        return words or UserText(fallback or "-")

    def sentence(self, path: KeyPath, entry: WordsEntry | None, title: UserText) -> UserText:
        """The sentence of a tie: a format string that is filled in with both ends, so it may hold no other braces."""
        plain = UserText(
            {language: f"{{source}}: {form.translate(_UNBRACED)} {{target}}" for language, form in title.by_language}
        )
        words = self.words(path, entry, "{source} {target}") if entry is not None else plain
        # A text that was given once for all languages has one place, and one fault.
        offsets = self.reading.outline.offsets
        places = {
            form: (*path, language) if (*path, language) in offsets else path for language, form in words.by_language
        }
        # A list and not a generator: every language notes its own fault.
        return words if all([self.is_sentence(place, form) for form, place in places.items()]) else plain  # noqa: C419

    def is_sentence(self, path: KeyPath, text: str) -> bool:
        rest = _ENDS.sub("", text)
        if "{" in rest or "}" in rest:
            self.reading.fault(path, causes.SENTENCE_BRACES, **_ENDS_OF_SENTENCE)
        elif "{source}" not in text or "{target}" not in text:
            self.reading.fault(path, causes.SENTENCE_ENDS, **_ENDS_OF_SENTENCE)
        else:
            return True
        return False


def _text(entry: Mapping[str, Any] | None) -> UserText | None:
    """The text of an entry that has a form in some languages; None where it has none."""
    forms = {language: entry[language] for language in languages() if entry.get(language)} if entry else {}
    return UserText(forms) if forms else None


def _choices(reading: Reading[SysmapFile], words: Vocabulary) -> Iterator[tuple[tuple[str, str], tuple[Choice, ...]]]:
    """The user's own choices by owner and field."""
    known = {
        f"{owner}.{field.name}" for owner, field in words.fields() if field.type == "text" and owner not in _OF_ALL
    }
    for key, entries in reading.entries.choices.items():
        owner, _, name = key.partition(".")
        if key in known:
            yield (
                (owner, name),
                tuple(
                    Choice(value, _text(entry) or UserText(value), tuple(entry.get("synonyms", ())))
                    for value, entry in entries.items()
                    if value
                ),
            )
            if "" in entries:
                reading.fault(("choices", key, ""), causes.EMPTY_CHOICE)
        elif not reading.is_left_out(("ties", owner, "fields", name)):
            _no_choices(reading, key, known)


def _no_choices(reading: Reading[SysmapFile], key: str, known: set[str]) -> None:
    """Note a table of choices for what takes none.

    Nobody can say what its entries should be, so their own faults are not told.
    """
    path: KeyPath = ("choices", key)
    reading.closed.add(path)
    names = [f"{key}.{name}" for name in reading.entries.choices[key] if f"{key}.{name}" in known]
    if names:
        reading.fault(path, causes.CHOICES_UNQUOTED, value=spell(key), quoted=spell(names[0]))
    else:
        reading.unknown(path, causes.NO_CHOICES, key, known)


def _headers(reading: Reading[SysmapFile], words: Vocabulary) -> Iterator[tuple[str, str]]:
    """The user's own headers, each with the column that it means."""
    known = {field.name for _, field in words.fields()} | {field.name for field in words.headers}
    known |= {ref.column for kind in words.nodes for ref in kind.refs} | {history.ref for history in words.histories}
    known |= {kind.type for kind in words.ties} | {""}
    for header, column in reading.entries.headers.items():
        if column in known:
            yield header, column
        elif column not in reading.lost:
            reading.unknown(("headers", header), causes.UNKNOWN_COLUMN, column, sorted(known))

"""What columns, choices and kinds are called in the reader's language, in the words that his tables may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sysmap.messages import Text
from sysmap.messages.catalogues import SOURCE_LANGUAGE
from sysmap.schema import Choice, Field, NodeKind, Ref, TieKind
from sysmap.tables.text import plain_header

__all__ = ["TYPE_HEADERS", "Term", "choice_term", "column_term", "field_term", "kind_term", "tie_term"]

TYPE_HEADERS = frozenset(("type", "tipe", "jenis", "kategori", "category"))
"""Headers whose meaning their values decide: kind, sector, relation or direction."""


@dataclass(frozen=True, slots=True)
class Term(Text):
    """One of our words as a user may write it: the name itself in English, its label in every other language.

    Where `keys` are given, they are the header keys that mean this word; a label that is not among them would be
    misunderstood in a table, so the name stands in its place.
    """

    name: str
    label: Text
    keys: frozenset[str] | None = None

    def render(self, language: str) -> str:
        """The word that a reader of this language writes."""
        if language == SOURCE_LANGUAGE:
            return self.name
        label = self.label.render(language)
        return label if self.keys is None or plain_header(label) in self.keys else self.name


def column_term(name: str, label: Text, known: Mapping[str, str]) -> Term:
    """The header of a column. `known` maps every header key that its file may have to the column that the key means."""
    return Term(name, label.lower(), frozenset(key for key, column in known.items() if column == name) - TYPE_HEADERS)


def field_term(column: Field | Ref) -> Term:
    """The header of a column in sentences about no file in particular."""
    return Term(column.column if isinstance(column, Ref) else column.name, column.label.lower())


def choice_term(choice: Choice) -> Term:
    """A choice as it may stand in a cell.

    >>> from sysmap.vocabulary import VOCABULARY
    >>> delay = next(field for field in VOCABULARY.tie("INFLUENCES").fields if field.name == "delay")
    >>> [choice_term(choice).render("id") for choice in delay.choices]
    ['tanpa jeda', 'jeda pendek', 'jeda panjang']
    """
    return Term(choice.value, choice.label)


def kind_term(kind: NodeKind) -> Term:
    """A kind of node as it may stand in a column `source_kind`."""
    return Term(kind.name, kind.title.lower_first())


def tie_term(kind: TieKind) -> Term:
    """A kind of tie as it may stand in a column `relation`."""
    return Term(kind.type, kind.title.lower_first())

"""All that sysmap.toml may hold, as declarations; `config` and `own_words` make use of what was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

import sysmap.tables.toml_kinds as kinds
from sysmap.messages import UserText, languages
from sysmap.schema import FieldType
from sysmap.tables.settings import Settings

__all__ = ["EXAMPLE_OF_ENDS", "ChoiceEntry", "FieldEntry", "SysmapFile", "TieEntry", "WordsEntry"]

EXAMPLE_OF_ENDS = 'ends = [["Stakeholder", "Problem"]]'


@dataclass(frozen=True, slots=True)
class WordsEntry:
    """One text in both languages; where one is not given, the other stands for both."""

    en: str = ""
    id: str = ""

    def words(self) -> UserText | None:
        """The words, or None where neither language is given."""
        return UserText({"en": self.en, "id": self.id}) if self.en or self.id else None


TextInBoth = Annotated[WordsEntry, kinds.WORDS]


@dataclass(frozen=True, slots=True)
class ChoiceEntry(WordsEntry):
    """A word of the user's own for a field, and how people spell it."""

    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """A field of a tie of the user's own."""

    title: TextInBoth | None = None
    meaning: TextInBoth | None = None
    type: FieldType = "text"
    low: Annotated[float, kinds.NUMBER] | None = None
    high: Annotated[float, kinds.NUMBER] | None = None
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TieEntry:
    """A tie of the user's own: pairs of labels that it joins, which it must have, and what else there is to say of a `TieKind`."""

    ends: Annotated[tuple[tuple[str, str], ...], kinds.pairs(EXAMPLE_OF_ENDS)] = ()
    title: TextInBoth | None = None
    sentence: TextInBoth | None = None
    fields: dict[str, FieldEntry] = field(default_factory=dict)
    identity: tuple[str, ...] = ()
    directed: Annotated[bool, kinds.TRUTH] = True
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SysmapFile:
    """The whole file; an empty text counts as not given.

    `headers`: a header of the user's tables to a column of ours. `choices`: `Label.field` or `TIE.field` to the words that the
    user adds there. `ties`: the user's own ties by type.
    """

    name: str = ""
    title: str = ""
    language: Annotated[str, kinds.text_of(languages())] = ""
    author: str = ""
    date: Annotated[str, kinds.DAY] = ""
    focal: str = ""
    analysis: Settings = field(default_factory=Settings)
    choices: dict[str, dict[str, Annotated[ChoiceEntry, kinds.WORDS]]] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    ties: dict[str, TieEntry] = field(default_factory=dict)

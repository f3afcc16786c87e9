"""All that sysmap.toml may hold, as declarations; `config` and `own_words` make use of what was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any

import sysmap.tables.toml_kinds as kinds
from sysmap.messages import languages
from sysmap.schema import FieldType
from sysmap.tables.asked_settings import AskedSettings
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.settings import Settings

__all__ = ["EXAMPLE_OF_ENDS", "ChoiceEntry", "FieldEntry", "SysmapFile", "TieEntry", "WordsEntry"]

EXAMPLE_OF_ENDS = 'ends = [["Stakeholder", "Problem"]]'


WordsEntry = Annotated[dict[str, str], kinds.words()]
"""A text by language."""
ChoiceEntry = Annotated[dict[str, Any], kinds.words(synonyms=tuple[str, ...])]
"""A word of the user's own for a field: what it is called, by language, and as `synonyms` how people spell it."""


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """A field of a tie of the user's own."""

    title: WordsEntry | None = None
    meaning: WordsEntry | None = None
    type: FieldType = "text"
    low: float | None = None
    high: float | None = None
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TieEntry:
    """A tie of the user's own.

    Pairs of labels that it joins, which it must have, and what else there is to say of a `TieKind`.
    """

    ends: Annotated[tuple[tuple[str, str], ...], kinds.pairs(EXAMPLE_OF_ENDS)] = ()
    title: WordsEntry | None = None
    sentence: WordsEntry | None = None
    fields: dict[str, FieldEntry] = field(default_factory=dict)
    identity: tuple[str, ...] = ()
    directed: bool = True
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SysmapFile:
    """The whole file; an empty text counts as not given.

    `headers`: a header of the user's tables to a column of ours. `choices`: `Label.field` or `TIE.field` to the words
    that the user adds there. `ties`: the user's own ties by type.
    """

    name: str = ""
    id: str = ""
    title: str = ""
    language: Annotated[str, kinds.choice(*languages(), or_empty=True)] = ""
    author: str = ""
    date: Annotated[str, kinds.DAY] = ""
    focal: str = ""
    read: ReadSettings = field(default_factory=ReadSettings)
    analysis: Settings = field(default_factory=Settings)
    asked: AskedSettings = field(default_factory=AskedSettings)
    choices: dict[str, dict[str, ChoiceEntry]] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    ties: dict[str, TieEntry] = field(default_factory=dict)

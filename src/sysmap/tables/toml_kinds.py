"""What a TOML file may hold, declared by annotations.

The shape of a file is a frozen dataclass with a default for every field. A field's annotation says its type, and where
that does not say enough, `Annotated[type, kind]` with a `Kind` from here. `entry_of` makes of it what pydantic's engine
and our faults need. pydantic's schemas are plain dictionaries, so nothing is imported for them: declarations are read
on every start, TOML files are not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import sysmap.tables.toml_causes as causes
from sysmap.errors import Cause
from sysmap.messages import Listing, languages
from sysmap.schema import Vocabulary
from sysmap.tables.toml_lines import KeyPath

__all__ = [
    "DAY",
    "FILLED",
    "FORMS",
    "Entry",
    "Kind",
    "Known",
    "choice",
    "entry_of",
    "pairs",
    "some_of",
    "whole",
    "words",
]

Known = Callable[[Vocabulary], tuple[str, ...]]
"""The words that a vocabulary allows at some place."""
Schema = Mapping[str, Any]
"""What pydantic's engine checks a value by."""


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of value: what is told of a value that does not fit, and what else there is to check than its type.

    `cause` is told with `parameters`; of an empty text `empty` is told instead, of a text where a list is due `single`,
    of an item of a list `item`. Where `item` is not set, the whole list is told. `rules` are added to pydantic's schema
    of the type; `change` is done to a value before it is checked; `keys` are those of a table, with their annotations;
    `of` are the words that may stand in a list.
    """

    cause: Cause
    parameters: Mapping[str, object] = field(default_factory=dict)
    empty: Cause | None = None
    single: Cause | None = None
    item: Cause | None = None
    rules: Schema = field(default_factory=dict)
    change: Callable[[Any], Any] | None = None
    keys: Mapping[str, Any] = field(default_factory=dict)
    of: Known | None = None


def _as_day(value: object) -> object:
    return value.isoformat()[:10] if isinstance(value, date) else value


def _for_all_languages(value: object) -> object:
    return dict.fromkeys(languages(), value) if isinstance(value, str) and value else value


FILLED = Kind(causes.NOT_TEXT, empty=causes.EMPTY_TEXT, rules={"min_length": 1})
"""A text that is not empty."""
DAY = Kind(causes.NOT_DAY, change=_as_day)
"""A date of TOML's own, or a text."""
FORMS = "{ " + ", ".join(f'{language} = "..."' for language in languages()) + " }"
"""How a text with a form for each language is written."""


def words(**others: Any) -> Kind:
    """A text for all languages, or a table with its form in each.

    The table may have `others` as keys, with these annotations.
    """
    return Kind(
        causes.NOT_WORDS,
        {"forms": FORMS},
        empty=causes.EMPTY_WORDS,
        change=_for_all_languages,
        keys=dict.fromkeys(languages(), str) | others,
    )


def whole(low: int = 0, high: int | None = None) -> Kind:
    """A whole number from `low` to `high`; no upper bound where `high` is None."""
    if high is None:
        return Kind(causes.NOT_WHOLE_FROM, {"low": low}, rules={"ge": low})
    return Kind(causes.NOT_WHOLE, {"low": low, "high": high}, rules={"ge": low, "le": high})


def some_of(of: Known | None = None) -> Kind:
    """A list of texts; where `of` is given, of texts that the vocabulary knows."""
    return Kind(causes.NOT_TEXTS, single=causes.TEXT_WITHOUT_LIST, item=causes.NOT_TEXT_IN_LIST, of=of)


def choice(*names: str, or_empty: bool = False) -> Kind:
    """One of a few texts, or an empty one."""
    return Kind(
        causes.NOT_ONE_OF,
        {"known": Listing(names, "or")},
        rules={"type": "literal", "expected": [*names, *[""] * or_empty]},
    )


def pairs(example: str) -> Kind:
    """A list of pairs of texts, at least one; `example` shows how to write it."""
    return Kind(causes.NOT_PAIRS, {"example": example}, rules={"min_length": 1})


_TABLE = Kind(causes.NOT_TABLE)
_TEXTS = some_of()
_ONE_VALUE: Mapping[Any, tuple[Kind, Schema]] = {
    str: (Kind(causes.NOT_TEXT), {"type": "str"}),
    bool: (Kind(causes.NOT_TRUTH), {"type": "bool", "strict": True}),
    int: (whole(), {"type": "int", "strict": True}),
    float: (Kind(causes.NOT_NUMBER), {"type": "float", "strict": True, "allow_inf_nan": False}),
}
"""The kind that a type stands for where no other is named, and pydantic's schema of the type."""
_ANY = "*"


@dataclass(frozen=True, slots=True)
class Entry:
    """What may stand at one place of a file.

    `keys`: the entries of a table; where the user names them, one for all, under `*`.
    """

    kind: Kind
    schema: Schema
    keys: Mapping[str, Entry]

    def at(self, path: KeyPath) -> Entry:
        """The entry at a path within this one; an item of a list belongs to the entry of the list."""
        entry = self
        for key in path:
            if isinstance(key, str):
                entry = entry.keys.get(key) or entry.keys[_ANY]
        return entry


@cache
def entry_of(annotation: Any) -> Entry:
    """What an annotation, or a declared table, allows."""
    if get_origin(annotation) in (Union, UnionType):
        # TOML has no null: only the default may be None.
        return entry_of(get_args(annotation)[0])
    declared, named = get_args(annotation) if get_origin(annotation) is Annotated else (annotation, None)
    keys = _keys(declared, named)
    usual, schema = _described(declared, named, keys)
    kind = named or usual
    schema = {**schema, **kind.rules}
    if kind.change:
        schema = {"type": "function-before", "function": {"type": "no-info", "function": kind.change}, "schema": schema}
    return Entry(kind, schema, keys)


def _keys(declared: Any, named: Kind | None) -> dict[str, Entry]:
    """The entries of a table by their keys; empty for any other value."""
    if is_dataclass(declared):
        hints = get_type_hints(declared, include_extras=True)
    elif get_origin(declared) is dict:
        hints = dict(named.keys) if named and named.keys else {_ANY: get_args(declared)[1]}
    else:
        return {}
    return {key: entry_of(hint) for key, hint in hints.items()}


def _described(declared: Any, named: Kind | None, keys: Mapping[str, Entry]) -> tuple[Kind, Schema]:
    """The kind that a type stands for where no other is named, and pydantic's schema of the type."""
    parts = get_args(declared)
    if is_dataclass(declared):
        return _TABLE, _table(declared, keys)
    if get_origin(declared) is tuple:
        items = [entry_of(part).schema for part in parts if part is not ...]
        return _TEXTS, {"type": "tuple", "items_schema": items, **({"variadic_item_index": 0} if ... in parts else {})}
    if get_origin(declared) is Literal:
        return choice(*parts), {}
    if named and named.keys:
        optional = {
            key: {"type": "typed-dict-field", "schema": entry.schema, "required": False} for key, entry in keys.items()
        }
        return _TABLE, {"type": "typed-dict", "fields": optional, "extra_behavior": "forbid"}
    if keys:
        return _TABLE, {"type": "dict", "keys_schema": {"type": "str"}, "values_schema": keys[_ANY].schema}
    return _ONE_VALUE[declared]


def _table(declared: Any, keys: Mapping[str, Entry]) -> Schema:
    """Pydantic's schema of a declared table: no key must be there, no other may be there."""
    entries = []
    for entry in fields(declared):
        default = (
            {"default": entry.default} if entry.default is not MISSING else {"default_factory": entry.default_factory}
        )
        entries.append(
            {
                "type": "dataclass-field",
                "name": entry.name,
                "schema": {"type": "default", "schema": keys[entry.name].schema, **default},
            }
        )
    arguments = {
        "type": "dataclass-args",
        "dataclass_name": declared.__name__,
        "fields": entries,
        "extra_behavior": "forbid",
    }
    return {"type": "dataclass", "cls": declared, "fields": list(keys), "schema": arguments, "slots": True}

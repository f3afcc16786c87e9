"""The kinds of value that an entry of a TOML file may take, for declarations by annotation.

A file's shape is a frozen dataclass. A field's annotation says its type, and where that does not say enough,
`Annotated[type, kind]` with a `Kind` from here. Nothing here imports pydantic when it is itself imported: declarations are read on
every start, TOML files are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import sysmap.tables.toml_causes as causes
from sysmap.errors import Cause
from sysmap.messages import Listing, languages
from sysmap.schema import Vocabulary
from sysmap.tables.toml_lines import KeyPath

__all__ = ["DAY", "FILLED", "FORMS", "NUMBER", "TRUTH", "WORDS", "Kind", "Known", "choice", "keys_of", "kind_at", "kinds_of", "pairs", "some_of", "text_of", "whole"]

Known = Callable[[Vocabulary], tuple[str, ...]]
"""The words that a vocabulary allows at some place."""


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of value: what is told of a value that does not fit, and how pydantic is to look at it.

    `cause` is told, with `parameters`; instead of it `empty` of an empty text, `single` of a text where a list is due, `item` of an
    item of a list. Where `item` is not set, the whole list is told. `rules` are added to pydantic's own schema of the type; `change`
    is done to a value before it is looked at. `of`: the words that may stand in a list.
    """

    cause: Cause
    parameters: Mapping[str, object] = field(default_factory=dict)
    empty: Cause | None = None
    single: Cause | None = None
    item: Cause | None = None
    rules: Mapping[str, object] = field(default_factory=dict)
    change: Callable[[Any], Any] | None = None
    of: Known | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        """The schema by which pydantic checks a value of this kind; pydantic calls it where an annotation names the kind."""
        from pydantic_core import core_schema

        schema = {**handler(source), **self.rules}
        return core_schema.no_info_before_validator_function(self.change, schema) if self.change else schema

    def cause_of(self, value: object, *, is_item: bool) -> Cause:
        """What to tell of a value that does not fit."""
        if is_item and self.item:
            return self.item
        special = self.empty if value == "" else self.single if isinstance(value, str) else None
        return special or self.cause


def _as_day(value: object) -> object:
    return value.isoformat()[:10] if isinstance(value, date) else value


def _in_both(value: object) -> object:
    return {"en": value, "id": value} if isinstance(value, str) and value else value


TEXT = Kind(causes.NOT_TEXT)
FILLED = Kind(causes.NOT_TEXT, empty=causes.EMPTY_TEXT, rules={"min_length": 1})
"""A text that is not empty."""
TABLE = Kind(causes.NOT_TABLE)
TRUTH = Kind(causes.NOT_TRUTH, rules={"strict": True})
"""True or false."""
NUMBER = Kind(causes.NOT_NUMBER, rules={"strict": True, "allow_inf_nan": False})
"""Any finite number."""
DAY = Kind(causes.NOT_DAY, change=_as_day)
"""A date of TOML's own, or a text."""
FORMS = "{ " + ", ".join(f'{language} = "..."' for language in languages()) + " }"
"""How a text with a form for each language is written."""
WORDS = Kind(causes.NOT_WORDS, {"forms": FORMS}, empty=causes.EMPTY_WORDS, change=_in_both)
"""A text for both languages, or a table with `en` and `id`."""


def whole(low: int = 0, high: int | None = None) -> Kind:
    """A whole number from `low` to `high`; no upper bound where `high` is None."""
    if high is None:
        return Kind(causes.NOT_WHOLE_FROM, {"low": str(low)}, rules={"strict": True, "ge": low})
    return Kind(causes.NOT_WHOLE, {"low": str(low), "high": str(high)}, rules={"strict": True, "ge": low, "le": high})


def some_of(of: Known | None = None) -> Kind:
    """A list of texts; where `of` is given, of texts that the vocabulary knows."""
    return Kind(causes.NOT_TEXTS, single=causes.TEXT_WITHOUT_LIST, item=causes.NOT_TEXT_IN_LIST, of=of)


def choice(names: tuple[str, ...]) -> Kind:
    """One of a few texts."""
    return Kind(causes.NOT_ONE_OF, {"known": Listing(names, "or")})


def text_of(names: tuple[str, ...]) -> Kind:
    """One of a few texts that are known only when the program runs, or an empty one."""
    return Kind(causes.NOT_ONE_OF, {"known": Listing(names, "or")}, rules={"pattern": f"^(?:{'|'.join(map(re.escape, names))})?$"})


def pairs(example: str) -> Kind:
    """A list of pairs of texts, at least one; `example` shows how to write it."""
    return Kind(causes.NOT_PAIRS, {"example": example}, rules={"min_length": 1})


TEXTS = some_of()


def _plain(annotation: Any) -> tuple[Any, Kind]:
    """A type without `Annotated` and `| None`, and its kind: the one that the annotation names, else the one that the type says."""
    named: Kind | None = None
    while get_origin(annotation) in (Annotated, Union, UnionType):
        if get_origin(annotation) is Annotated:
            annotation, *extra = get_args(annotation)
            named = named or next((one for one in extra if isinstance(one, Kind)), None)
        else:
            annotation = next(one for one in get_args(annotation) if one is not NoneType)
    return annotation, named or _kind_of(annotation)


def _kind_of(annotation: Any) -> Kind:
    if get_origin(annotation) is Literal:
        return choice(get_args(annotation))
    if get_origin(annotation) is tuple:
        return TEXTS
    return TABLE if is_dataclass(annotation) or get_origin(annotation) is dict else TEXT


@cache
def _annotations(shape: type) -> dict[str, Any]:
    return get_type_hints(shape, include_extras=True)


def kinds_of(shape: type) -> dict[str, Kind]:
    """The kind of each entry of a declared table."""
    return {name: _plain(annotation)[1] for name, annotation in _annotations(shape).items()}


def _inner(shape: Any, key: str) -> Any:
    """The annotation of an entry of a table."""
    is_declared = is_dataclass(shape)
    return _annotations(shape)[key] if is_declared else get_args(shape)[1]


def keys_of(shape: Any, path: KeyPath) -> tuple[str, ...]:
    """The keys that the declared table at a path may have."""
    for key in path:
        shape, _ = _plain(_inner(shape, str(key)))
    return tuple(field.name for field in fields(shape))


def kind_at(shape: Any, path: KeyPath) -> Kind:
    """The kind of the value at a path of a declared file; for an item of a list that of the list."""
    kind = TABLE
    for key in path:
        if isinstance(key, str):
            shape, kind = _plain(_inner(shape, key))
    return kind

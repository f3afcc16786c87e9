"""What one cell says: its value, what is wrong or was assumed, and how the cells of its column are to be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from sysmap.errors import Cause, Fault, Level, nearest
from sysmap.messages import AnyText, Joined, Listing, Message
from sysmap.schema import Field
from sysmap.tables.notes import did_you_mean
from sysmap.tables.nothing import Markers, markers
from sysmap.tables.numbers import POINT, Marks
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.rows import Value
from sysmap.tables.terms import choice_term
from sysmap.tables.text import fold_text, show_cell

__all__ = ["BLANK", "Cell", "Habits", "Parse", "loose_spelling", "quote", "says_nothing", "spellings"]

# Every problem with a cell is told after the header of its column: `sektor: 'pers' is not ...`.
NOTHING = Cause(
    "F204",
    "{value} says nothing; the value counts as not known",
    "nothing to do; if it is a word here, list it as keep under [read] in sysmap.toml",
)

_PERSONAL = Message("(personal)")


class Cell(NamedTuple):
    """What a cell says: its value, and the cause of a fault where something is wrong or was assumed.

    `values` are the parameters of the cause. `choices`: the field whose choice it should have been; the remedy is
    sought among these, but only when the fault is made: that takes its time. `unread`: there is no value, and what was
    written is to be kept beside it. `also`: what it says of other fields of its row. `habit`: the way of writing that
    was understood in it, to be told once for its column. `of_file`: the fault is one of the whole file, whatever the
    column.
    """

    value: Value | None
    cause: Cause | None = None
    values: Mapping[str, object] = MappingProxyType({})
    level: Level = "warning"
    choices: Field | None = None
    unread: bool = False
    also: Mapping[str, Value] = MappingProxyType({})
    habit: Literal["", "spans", "serials", "words", "percents", "signs", "minus"] = ""
    of_file: bool = False

    def fault(self, file: str, line: int, column: int, header: str) -> Fault:
        """The fault of a cell that has a cause; `header` is the column's header in the file."""
        if self.cause is None:
            raise ValueError("there is nothing wrong with this cell")
        values, remedy = self.values, None
        if self.choices:
            values = {**values, "choices": _list_choices(self.choices, "or" if self.choices.closed else "and")}
            remedy = _nearest_choices(self.choices, str(values["text"]))
        fault = self.cause.fault(file, line, 0 if self.of_file else column, level=self.level, **values)
        if self.of_file:
            return fault
        return replace(fault, problem=Joined((f"{header}:", fault.problem)), remedy=remedy or fault.remedy)


Parse = Callable[[str], Cell]
BLANK = Cell(None)


@dataclass(frozen=True, slots=True)
class Habits:
    """How the cells of a column are to be read, as far as the column and its file prove it.

    `marks`: which sign is the decimal mark. `order`: of day and month in figures. `nothing`: the texts that say
    nothing; `none` those cells of the column that say there is none. `old`: dates before 1900 are nothing strange.
    """

    marks: Marks = POINT
    order: str = ""
    nothing: Markers = field(default_factory=lambda: markers(ReadSettings()))
    none: frozenset[str] = frozenset()
    old: bool = True


def quote(field: Field, cell: str) -> AnyText:
    """A cell as a message shows it; what is personal is not shown."""
    return _PERSONAL if field.sensitivity == "personal" else show_cell(cell)


def says_nothing(field: Field, cell: str) -> Cell:
    """A cell of this field that holds no more than a marker."""
    return Cell(None, NOTHING, {"value": quote(field, cell.strip())})


def loose_spelling(text: str) -> str:
    """Case, blanks, underscores and hyphens do not tell choices apart; `-` and `-1` are spellings of their own."""
    loose = fold_text(text)
    if loose[:1] == "-" and (loose == "-" or loose[1:2].isdigit()):
        return loose
    return " ".join(loose.replace("_", " ").replace("-", " ").split()) or loose


@lru_cache(maxsize=1024)
def spellings(field: Field) -> Mapping[str, str]:
    """Spelling -> value of the choice, for all spellings that are accepted, in the form in which they are compared."""
    titles = {
        loose_spelling(title): choice.value for choice in reversed(field.choices) for title in reversed(choice.titles)
    }
    return titles | {
        loose_spelling(spelling): choice.value
        for choice in reversed(field.choices)
        for spelling in reversed(choice.spellings)
    }


def _list_choices(field: Field, style: Literal["and", "or"]) -> Listing:
    return Listing(map(choice_term, field.choices), style)


@lru_cache(maxsize=1024)
def _nearest_choices(field: Field, text: str) -> AnyText:
    """The remedy that offers the choices whose spellings are near to `text`; empty where none is near."""
    known, choices = spellings(field), {choice.value: choice for choice in field.choices}
    return did_you_mean(choice_term(choices[known[spelling]]) for spelling in nearest(loose_spelling(text), known))

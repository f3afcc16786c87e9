"""Several rows of one node to one: what may be several is gathered, what can only be one must agree."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass

from sysmap.errors import Cause
from sysmap.messages import AnyText
from sysmap.schema import Field
from sysmap.tables.dates import first_day, last_day
from sysmap.tables.notes import Notes
from sysmap.tables.rows import Value
from sysmap.tables.sheets import Sheet
from sysmap.tables.text import clean_text, fold_text, list_some, show_cell

__all__ = ["Uniter"]

CONTRADICTION = Cause(
    "F055",
    "{node} stands on line {line} already, with another {columns}",
    "give one of them another {id}, or take one out",
)
REPEATED_ROW = Cause("F056", "repeats line {line} ({node}); they count as one", "take one of them out")
ADDED_ROW = Cause("F057", "adds to line {line} ({node}); they count as one", "nothing to do")
LISTED = Cause("F333", "{header}: rows of one node differ; all that they say was kept, as a list", "nothing to do")
WHOLE_TIME = Cause(
    "F334", "{header}: rows of one node differ; the earliest beginning and the latest end were kept", "nothing to do"
)

_PERIOD: Mapping[str, Callable[[Iterable[str]], str]] = {
    "since": lambda days: min(days, key=first_day),
    "until": lambda days: max(days, key=last_day),
}
"""Of the dates on which a node holds, the first or the last."""


@dataclass
class Uniter:
    """The rows of one sheet of nodes, to be united.

    `columns` are its values by column, `places` the indexes of all its columns, `fields` the declared fields by name;
    `header` says what the reader calls a column. Why the rows `told` belong to their nodes is said already.
    """

    sheet: Sheet
    columns: MutableMapping[str, Sequence[Value | None]]
    places: Mapping[str, int]
    fields: Mapping[str, Field]
    header: Callable[[str], AnyText]
    told: Collection[int]
    notes: Notes

    def unite(self, classes: Mapping[str, Sequence[int]]) -> dict[str, dict[str, Value]]:
        """Id -> properties, for every node; `classes` are the rows of each, at least one, in their order."""
        several = {id: rows for id, rows in classes.items() if len(rows) > 1}
        for name in [name for name, values in self.columns.items() if self.is_mixed(name, values, several.values())]:
            # Numbers of a column of the user's own that are not one number are kept as they were written.
            cells = self.sheet.column(self.places[name])
            self.columns[name] = [clean_text(cell) or None for cell in cells]
        pairs = list(self.columns.items())
        nodes = {
            id: {name: value for name, values in pairs if (value := values[rows[0]]) is not None}
            for id, rows in classes.items()
        }
        for id, rows in several.items():
            nodes[id] = self.unite_rows(id, rows)
        return nodes

    def is_mixed(self, name: str, values: Sequence[Value | None], classes: Iterable[Sequence[int]]) -> bool:
        """Whether a column of the user's own holds numbers, and rows of one node differ in it."""
        if name in self.fields or not any(isinstance(value, (int, float)) for value in values):
            return False
        return any(len({value for row in rows if (value := values[row]) is not None}) > 1 for rows in classes)

    def unite_rows(self, id: str, rows: Sequence[int]) -> dict[str, Value]:
        """The properties that the rows of one node have together."""
        united: dict[str, Value] = {}
        contrary: dict[int, list[str]] = {}
        quiet = set(rows[1:])
        for name, values in self.columns.items():
            said = {row: value for row in rows if (value := values[row]) is not None}
            if not said:
                continue
            first = next(iter(said.values()))
            other = [row for row, value in said.items() if value != first]
            united[name] = first
            if not other:
                continue
            if (joined := self.join(name, list(said.values()))) is None:
                for row in other:
                    contrary.setdefault(row, []).append(name)
                continue
            united[name] = joined
            if not self.is_list(name):
                quiet.difference_update(other)
                self.note_joined(name, other)
        self.note_contrary(id, rows[0], contrary)
        self.note_repeated(id, rows, quiet.difference(contrary, self.told))
        return self.open_end(united, rows)

    def is_list(self, name: str) -> bool:
        """Whether a column holds lists, so that a row which adds to one says nothing else."""
        return name in self.fields and self.fields[name].many

    def join(self, name: str, values: Sequence[Value]) -> Value | None:
        """What values that differ come to; None where there can be only one."""
        field = self.fields.get(name)
        if name in _PERIOD and field:
            return _PERIOD[name](map(str, values))
        if field is None or field.many or (field.type == "text" and not field.choices):
            return sorted({text for value in values for text in (value if isinstance(value, list) else [str(value)])})
        return None

    def open_end(self, united: dict[str, Value], rows: Sequence[int]) -> dict[str, Value]:
        """The properties without an end where one of several rows that begin does not end."""
        since, until = self.columns.get("since"), self.columns.get("until")
        if since and until and len({until[row] is None for row in rows if since[row] is not None}) > 1:
            united.pop("until", None)
        return united

    def note_joined(self, name: str, rows: Iterable[int]) -> None:
        """Note the rows that differ from the first in a column, and what became of it."""
        place = self.places[name]
        cause = WHOLE_TIME if name in _PERIOD and name in self.fields else LISTED
        for row in rows:
            self.notes.warning(
                self.sheet.lines[row],
                place + 1,
                cause,
                header=self.header(name),
                value=show_cell(self.sheet.rows[row][place].strip()),
            )

    def note_contrary(self, id: str, first: int, contrary: Mapping[int, Sequence[str]]) -> None:
        """Note the rows that contradict the first, each with its columns."""
        for row, names in sorted(contrary.items()):
            self.notes.error(
                self.sheet.lines[row],
                self.places[names[0]] + 1,
                CONTRADICTION,
                node=show_cell(id),
                line=self.sheet.lines[first],
                columns=list_some(map(self.header, names)),
                id=self.header("id"),
            )

    def note_repeated(self, id: str, rows: Sequence[int], quiet: Collection[int]) -> None:
        """Note which of the `quiet` rows only repeat the rows before, and which add to them."""
        known: set[tuple[int, str]] = set()
        for row in rows:
            # Reference columns make ties and no properties, so the cells are compared.
            said = {(i, text) for i, cell in enumerate(self.sheet.rows[row]) if (text := fold_text(cell))}
            if row in quiet:
                cause = REPEATED_ROW if said <= known else ADDED_ROW
                self.notes.warning(self.sheet.lines[row], 0, cause, line=self.sheet.lines[rows[0]], node=show_cell(id))
            known |= said

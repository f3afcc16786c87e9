"""Ties by their identity: rows that repeat one are joined, unless they say it of different times."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum
from typing import Any
from urllib.parse import unquote

from sysmap.errors import Cause
from sysmap.messages import AnyText, Joined, Listing, Message, Text
from sysmap.schema import TieKind, Vocabulary, tie_uid
from sysmap.tables.notes import Notes
from sysmap.tables.periods import Period, fit_together, wave_ends
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.rows import TieRow, Value
from sysmap.tables.sheets import READ_PLAINLY
from sysmap.tables.terms import choice_term, field_term, tie_term
from sysmap.tables.text import show_cell

__all__ = ["AT_TIMES", "DIFFERING", "REPEATED_TIE", "SELF_TIE", "Row", "TieSet"]

SELF_INFLUENCE = Cause("F091", "{node} influences itself", "keep it if that is meant")
SELF_TIE = Cause("F092", "{node} is tied to itself by {tie}; that was left out", "correct one of the two ends")
DISAGREEMENT = Cause(
    "F093",
    "is the same tie as {place}, but they disagree: {differences}",
    "correct one, or give each its own value in a column called {key} if they are two ties",
)
REPEATED_TIE = Cause(
    "F094",
    "repeats {place}; the same tie counts once",
    'take the repeated rows out, or say repeat = "sum" under [read] in sysmap.toml if their weights add up',
)
LISTED_TEXTS = Cause(
    "F095",
    "rows of one tie differ in {header}; their texts were kept as a list",
    "nothing to do, or give the rows a column {key} if they are several ties",
)
DIFFERING = Cause(
    "F303",
    "{header} is {value}, and {other} in {place}, the same tie; the largest counts",
    'correct one, or say repeat = "sum" under [read] in sysmap.toml if the weights add up',
)
AT_TIMES = Cause(
    "F304",
    "is the tie of {place} at another time; each holds for its own time",
    'nothing to do; to make one tie of them, the strongest, say repeat = "max" under [read] in sysmap.toml',
)
IN_A_CIRCLE = Cause("F305", "{nodes} belong to each other in a circle", "take one of these ties out")

_LINE = Message("line {line}")
_LINE_OF_FILE = Message("line {line} of {file}")
_DIFFERENCE = Message("{column} {value} and {other}")

SELF_TIES = frozenset(("INFLUENCES",))
"""Ties that may start and end at one node: a cause may feed itself."""
PARTS = frozenset(("BELONGS_TO",))
"""Ties from a part to its whole: whoever follows them never comes back."""


@dataclass(slots=True)
class Row:
    """A row that says a tie: its properties, and where it stands.

    `columns` are the indexes of its target and its properties in `header`. `wave`: its date is when somebody looked,
    not when the tie began.
    """

    props: dict[str, Value]
    line: int
    notes: Notes
    columns: Mapping[str, int]
    header: Sequence[str] = ()
    wave: bool = False

    @property
    def period(self) -> Period:
        """When the tie holds by this row."""
        return str(self.props.get("since", "")), str(self.props.get("until", ""))

    def place(self, notes: Notes) -> Message:
        """Where it stands, as a fault of the file of `notes` names it."""
        return (
            _LINE.filled(line=self.line)
            if self.notes.file == notes.file
            else _LINE_OF_FILE.filled(line=self.line, file=self.notes.file)
        )

    def at(self, name: str) -> tuple[int, int]:
        """Line and column of a property."""
        return self.line, self.columns.get(name, -1) + 1

    def called(self, name: str) -> str:
        """The header of a property's column, or its name where the file has no such column."""
        return self.header[self.columns[name]] if self.header and name in self.columns else name

    def warn(self, name: str, cause: Cause, /, **values: Any) -> None:
        """Note that it was read all the same; `name` is the property in question, empty for the whole row."""
        self.notes.warning(*self.at(name), cause, **values)


@dataclass(slots=True)
class _Tie:
    """A tie with all rows that say it; `identity` and `key` tell it from others between its ends."""

    kind: TieKind
    source: str
    target: str
    identity: str
    key: str
    rows: list[Row]

    def uid(self, period: Period = ("", "")) -> str:
        """Its identity, at a time where it has several."""
        time = "/".join(dict.fromkeys(filter(None, period)))
        identity, key = ("|".join(filter(None, (text, time))) for text in (self.identity, self.key))
        return tie_uid(self.kind.type, self.source, self.target, identity, key if self.key else "")


def _identity(kind: TieKind, props: Mapping[str, Value]) -> str:
    r"""What tells a tie from others of its kind between the same nodes: the values of its identity fields.

    Of several fields each has a place, between bars, and a bar within a value is written `\|`: so the same value in one
    field and in another is not the same tie. Places at the end that hold nothing are left out.
    """
    if props.keys().isdisjoint(kind.identity):
        return ""
    if len(kind.identity) == 1:
        return str(props[kind.identity[0]])
    values = [str(props.get(name, "")).replace("\\", "\\\\").replace("|", "\\|") for name in kind.identity]
    while values and not values[-1]:
        values.pop()
    return "|".join(values)


class TieSet:
    """All ties of a dataset while it is read: `add` every row, `settle` once, then take the `rows`."""

    def __init__(self, vocabulary: Vocabulary, read: ReadSettings = READ_PLAINLY) -> None:
        self.repeat = read.repeat
        self._ties: dict[str, _Tie] = {}
        self._settled: dict[str, TieRow] = {}
        self._types = {
            (kind.type, column.name): "closed" if column.closed or column.type == "date" else column.type
            for kind in vocabulary.ties
            for column in vocabulary.tie_columns(kind.type)
        }
        self._choices = {
            (kind.type, column.name): {choice.value: choice_term(choice) for choice in column.choices}
            for kind in vocabulary.ties
            for column in kind.fields
            if column.choices
        }
        self._key: AnyText = next((field_term(column) for column in vocabulary.headers if column.name == "key"), "key")

    def add(self, kind: TieKind, source: str, target: str, row: Row, *, key: str = "") -> bool:
        """Take in a tie from a row; False where it joins a node to itself and so is none."""
        if source == target and not self._may_be_self(kind, source, row):
            return False
        if not kind.directed and target < source:
            source, target = target, source
        identity = _identity(kind, row.props)
        uid = tie_uid(kind.type, source, target, identity, key)
        tie = self._ties.get(uid)
        if tie is None:
            self._ties[uid] = _Tie(kind, source, target, identity, key, [row])
        else:
            tie.rows.append(row)
        return True

    def pairs(self) -> set[tuple[str, frozenset[str]]]:
        """The type and the two ends of every tie so far."""
        return {(tie.kind.type, frozenset((tie.source, tie.target))) for tie in self._ties.values()}

    def _may_be_self(self, kind: TieKind, uid: str, row: Row) -> bool:
        may = kind.type in SELF_TIES
        cause, node = SELF_INFLUENCE if may else SELF_TIE, show_cell(unquote(uid.partition(":")[2]))
        row.warn("target", cause, node=node, tie=tie_term(kind))
        return may

    def settle(self) -> None:
        """Join the rows of each tie, and note what differs, when all rows are there."""
        waves = self._panels()
        for uid, tie in self._ties.items():
            if len(tie.rows) == 1 and not waves:
                self._settled[uid] = TieRow(tie.kind.type, uid, tie.source, tie.target, tie.rows[0].props)
                continue
            for settled in self._at_times(tie, waves):
                self._settled[settled.uid] = settled
        self._note_circles()

    def dated_rows(self) -> Iterator[tuple[str, str, Row]]:
        """Source and target of each row that dates its tie, and the row."""
        for tie in self._ties.values():
            for row in tie.rows:
                if "since" in row.props or "until" in row.props:
                    yield tie.source, tie.target, row

    def _panels(self) -> dict[str, str]:
        """The last wave of each file that looks at most of its ties at several times."""
        last: dict[str, str] = {}
        counts: dict[str, list[bool]] = {}
        for tie in self._ties.values() if not self.repeat else ():
            if tie.rows[0].wave:
                file, first = tie.rows[0].notes.file, tie.rows[0].period
                counts.setdefault(file, []).append(any(row.period != first for row in tie.rows))
                last[file] = max(last.get(file, ""), *(row.period[0] for row in tie.rows))
        return {file: wave for file, wave in last.items() if 2 * sum(counts[file]) >= len(counts[file])}

    def _at_times(self, tie: _Tie, waves: Mapping[str, str]) -> Iterator[TieRow]:
        """The ties that the rows of one identity are: one, or one for each time."""
        if waves:
            tie.rows = [_end_wave(row, waves) for row in tie.rows]
        groups: dict[Period, list[Row]] = {}
        for row in tie.rows:
            groups.setdefault(row.period, []).append(row)
        times = sorted(period for period in groups if any(period))
        if len(times) < 2 or self.repeat:  # noqa: PLR2004 - a tie at two times
            yield self._joined(tie, tie.rows, tie.uid())
            return
        groups[times[-1]] += groups.get(("", ""), [])
        for period, (since, until) in zip(times, fit_together(times), strict=True):
            rows = groups[period]
            if all(row is not tie.rows[0] for row in rows):
                rows[0].warn("since", AT_TIMES, place=tie.rows[0].place(rows[0].notes))
            settled = self._joined(tie, rows, tie.uid(period))
            span: dict[str, Value] = {name: day for name, day in (("since", since), ("until", until)) if day}
            yield replace(settled, props={**settled.props, **span})

    def _joined(self, tie: _Tie, rows: Sequence[Row], uid: str) -> TieRow:
        """One tie of several rows.

        The largest number counts, texts that differ become a list; closed choices and dates may not differ.
        """
        first, props = rows[0], dict(rows[0].props)
        said = {name: set(_texts(value)) for name, value in props.items()}
        for row in rows[1:]:
            differing = [name for name, value in row.props.items() if _adds(value, said.get(name))]
            # What two tables of nodes say of each other, each from its side, is no repetition.
            if not differing and row.header and self.repeat != "sum":
                row.warn("", REPEATED_TIE, place=first.place(row.notes))
            self._note_closed(tie, row, first, [name for name in differing if self._is_closed(tie, name)])
            for name in differing:
                props[name] = self._unite(tie, name, props[name], row, first)
            props |= {name: value for name, value in row.props.items() if name not in props}
            for name, value in row.props.items():
                said.setdefault(name, set()).update(_texts(value))
        if self.repeat == "sum" and len(rows) > 1:
            props["weight"] = fsum(float(str(row.props.get("weight", 1))) for row in rows)
        if self.repeat:
            props |= _whole_time(rows)
            if not all(row.props.get("until") for row in rows):
                props.pop("until", None)
        return TieRow(tie.kind.type, uid, tie.source, tie.target, props)

    def _is_closed(self, tie: _Tie, name: str) -> bool:
        return self._types.get((tie.kind.type, name)) == "closed" and not (self.repeat and name in ("since", "until"))

    def _note_closed(self, tie: _Tie, row: Row, first: Row, names: Sequence[str]) -> None:
        if names:
            differences = Joined((self._difference(tie, name, row, first) for name in names), "; ")
            row.notes.error(
                *row.at(names[0]),
                DISAGREEMENT,
                place=first.place(row.notes),
                differences=differences,
                key=self._key,
            )

    def _unite(self, tie: _Tie, name: str, known: Value, row: Row, first: Row) -> Value:
        """What a property is where a further row says something else."""
        value = row.props[name]
        if self._is_closed(tie, name) or name in ("since", "until"):
            return known
        declared = (tie.kind.type, name) in self._types
        if declared and isinstance(value, (int, float)) and isinstance(known, (int, float)):
            if not (self.repeat == "sum" and name == "weight"):
                row.warn(
                    name,
                    DIFFERING,
                    header=row.called(name),
                    value=self._show(tie, name, value),
                    other=self._show(tie, name, known),
                    place=first.place(row.notes),
                )
            return max(known, value)
        row.warn(name, LISTED_TEXTS, header=show_cell(row.called(name)), key=self._key)
        return sorted({*_texts(known), *_texts(value)})

    def _difference(self, tie: _Tie, name: str, row: Row, first: Row) -> Text:
        """What this row says in a column, and what a row before it said."""
        return _DIFFERENCE.filled(
            column=row.called(name),
            value=self._show(tie, name, row.props[name]),
            other=self._show(tie, name, first.props.get(name, "")),
        )

    def _show(self, tie: _Tie, name: str, value: Value) -> AnyText:
        """A value as the reader writes it: a choice in his language, a number without needless decimals."""
        term = self._choices.get((tie.kind.type, name), {}).get(str(value))
        return term or show_cell(f"{value:g}" if isinstance(value, float) else value)

    def _note_circles(self) -> None:
        """Note, once each, parts that are parts of themselves by way of others."""
        wholes: dict[str, dict[str, Row]] = {}
        for tie in self._ties.values():
            if tie.kind.type in PARTS:
                wholes.setdefault(tie.source, {})[tie.target] = tie.rows[0]
        for circle in _circles({part: sorted(into) for part, into in wholes.items()}):
            rows = [wholes[part][whole] for part, whole in zip(circle, [*circle[1:], circle[0]], strict=True)]
            row = min(rows, key=lambda one: (one.notes.file, one.line))
            nodes = Listing(show_cell(unquote(uid.partition(":")[2])) for uid in circle)
            row.notes.error(*row.at("target"), IN_A_CIRCLE, nodes=nodes)

    def rows(self) -> tuple[TieRow, ...]:
        """Every tie, sorted by uid; the order of the rows changes nothing."""
        return tuple(map(self._settled.__getitem__, sorted(self._settled)))


def _adds(value: Value, said: Collection[str] | None) -> bool:
    """Whether a value says something else than all that was said before; where nothing was, it does not."""
    return said is not None and not set(_texts(value)).issubset(said)


def _texts(value: Value) -> list[str]:
    return value if isinstance(value, list) else [f"{value:.15g}" if isinstance(value, float) else str(value)]


def _end_wave(row: Row, waves: Mapping[str, str]) -> Row:
    """A row of a wave that others followed: it says nothing of the time after."""
    end = wave_ends(row.period[0], waves.get(row.notes.file, "")) if row.wave and not row.period[1] else ""
    return replace(row, props={**row.props, "until": end}) if end else row


def _whole_time(rows: Sequence[Row]) -> dict[str, Value]:
    """From the first beginning to the last end of rows that are one tie."""
    begins = [row.period[0] for row in rows if row.period[0]]
    ends = [row.period[1] for row in rows if row.period[1]]
    return {name: day for name, day in (("since", min(begins, default="")), ("until", max(ends, default=""))) if day}


def _circles(wholes: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """One circle for each group of parts that lead back to themselves, from the least of them on."""
    done: set[str] = set()
    for start in sorted(wholes):
        path: dict[str, None] = {}
        ways = [iter((start,))]
        while ways:
            node = next(ways[-1], None)
            if node is None:
                ways.pop()
                done |= {path.popitem()[0]} if path else set()
            elif node in path:
                circle = list(path)[list(path).index(node) :]
                least = circle.index(min(circle))
                yield circle[least:] + circle[:least]
            elif node not in done:
                path[node] = None
                ways.append(iter(wholes.get(node, ())))

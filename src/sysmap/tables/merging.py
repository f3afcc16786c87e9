"""Ties by their identity: equal rows count once, texts that differ become a list, and other differences are faults."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from sysmap.errors import Cause
from sysmap.messages import AnyText, Joined, Message, Text
from sysmap.schema import TieKind, Vocabulary, tie_uid
from sysmap.tables.notes import Notes
from sysmap.tables.rows import TieRow, Value
from sysmap.tables.terms import choice_term, field_term, tie_term
from sysmap.tables.text import list_some, show_cell

__all__ = ["TieSet"]

SELF_INFLUENCE = Cause("F091", "{node} influences itself", "keep it if that is meant")
SELF_TIE = Cause("F092", "{node} cannot be tied to itself by {tie}", "correct one of the two ends")
DISAGREEMENT = Cause(
    "F093",
    "is the same tie as {place}, but they disagree: {differences}",
    "correct one, or give each its own value in a column called {key} if they are two ties",
)
REPEATED_TIE = Cause(
    "F094", "repeats {place}; the same tie counts once", "take the repeated rows out, or give them a weight"
)
LISTED_TEXTS = Cause(
    "F095",
    "rows of one tie differ in {header}; their texts were kept as a list",
    "nothing to do, or give the rows a column {key} if they are several ties",
)

_LINE = Message("line {line}")
_LINE_OF_FILE = Message("line {line} of {file}")
_AND_AGAIN = Message("(and again on {lines})")
_DIFFERENCE = Message("{column} {value} and {other}")

SELF_TIES = frozenset(("INFLUENCES",))
"""Ties that may start and end at one node: a cause may feed itself."""


@dataclass(slots=True)
class _Tie:
    """A tie as it was first read, with its place; its properties grow by those of later rows."""

    type: str
    source: str
    target: str
    props: dict[str, Value]
    file: str
    line: int

    def place(self, file: str) -> Message:
        """Where it was first read, as a fault of `file` names it."""
        return (
            _LINE.filled(line=self.line) if self.file == file else _LINE_OF_FILE.filled(line=self.line, file=self.file)
        )


@dataclass(slots=True)
class _Merged:
    """What is noted once for a file.

    The lines that repeat others, and the headers of columns whose texts were put in a list.
    """

    repeated_lines: list[int] = field(default_factory=list)
    first_place: Message | None = None
    listed: dict[str, int] = field(default_factory=dict)


def _fingerprint(props: Mapping[str, Value]) -> str:
    return repr(sorted(props.items()))


def _identity(kind: TieKind, props: Mapping[str, Value]) -> str:
    r"""What tells a tie from others of its kind between the same nodes: the values of its identity fields.

    Of several fields each has a place, between bars, and a bar within a value is written `\|`: so the same value in one
    field and in another is not the same tie. Places at the end that hold nothing are left out.
    """
    if len(kind.identity) < 2:  # noqa: PLR2004 - one value needs no places
        return "".join(str(props[name]) for name in kind.identity if name in props)
    values = [str(props.get(name, "")).replace("\\", "\\\\").replace("|", "\\|") for name in kind.identity]
    while values and not values[-1]:
        values.pop()
    return "|".join(values)


class TieSet:
    """All ties of a dataset while it is read."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._ties: dict[str, _Tie] = {}
        self._strict = {
            kind.type: frozenset(
                column.name for column in vocabulary.tie_columns(kind.type) if column.closed or column.type == "date"
            )
            for kind in vocabulary.ties
        }
        self._choices = {
            (kind.type, column.name): {choice.value: choice_term(choice) for choice in column.choices}
            for kind in vocabulary.ties
            for column in kind.fields
            if column.choices
        }
        self._key: AnyText = next((field_term(column) for column in vocabulary.headers if column.name == "key"), "key")
        self._lists: dict[tuple[str, str], dict[str, None]] = {}
        self._merged: dict[str, _Merged] = {}
        self._fingerprints: dict[str, set[str]] = {}

    def add(
        self,
        kind: TieKind,
        source: str,
        target: str,
        props: dict[str, Value],
        *,
        line: int,
        columns: Mapping[str, int],
        notes: Notes,
        header: Sequence[str] = (),
        key: str = "",
    ) -> None:
        """Take in a tie from a line.

        `columns` are the indexes of its target and its properties in `header`, for the faults.
        """
        if source == target and not self._may_be_self(kind, source, line, columns, notes):
            return
        if not kind.directed and target < source:
            source, target = target, source
        uid = tie_uid(kind.type, source, target, _identity(kind, props), key)
        tie = self._ties.get(uid)
        if tie is None:
            self._ties[uid] = _Tie(kind.type, source, target, props, notes.file, line)
        else:
            self._merge(uid, tie, props, line=line, columns=columns, header=header, notes=notes)

    def pairs(self) -> set[tuple[str, frozenset[str]]]:
        """The type and the two ends of every tie so far."""
        return {(tie.type, frozenset((tie.source, tie.target))) for tie in self._ties.values()}

    def _may_be_self(self, kind: TieKind, uid: str, line: int, columns: Mapping[str, int], notes: Notes) -> bool:
        column = columns["target"] + 1
        node = show_cell(unquote(uid.partition(":")[2]))
        if kind.type in SELF_TIES:
            notes.warning(line, column, SELF_INFLUENCE, node=node)
            return True
        notes.error(line, column, SELF_TIE, node=node, tie=tie_term(kind))
        return False

    def _merge(
        self,
        uid: str,
        tie: _Tie,
        props: dict[str, Value],
        *,
        line: int,
        columns: Mapping[str, int],
        header: Sequence[str],
        notes: Notes,
    ) -> None:
        """Join a further row of a tie to what is known of it.

        Texts may differ between rows and become a list. Dates, numbers and closed choices may not: then the row is a
        fault.
        """
        merged = self._merged.setdefault(notes.file, _Merged())
        differing = [name for name, value in props.items() if tie.props.get(name, value) != value]
        if contradicting := [name for name in differing if not self._is_text(tie, name, props[name])]:
            differences = Joined((self._difference(tie, name, props, columns, header) for name in contradicting), "; ")
            # What was read from no column, as from a word in `relation`, is text: it is listed and contradicts nothing.
            column, place = columns[contradicting[0]] + 1, tie.place(notes.file)
            notes.error(line, column, DISAGREEMENT, place=place, differences=differences, key=self._key)
            return
        # Fingerprints are only kept for ties of several rows: most have one row.
        seen = self._fingerprints.setdefault(uid, {_fingerprint(tie.props)})
        if _fingerprint(props) in seen or not differing:
            merged.first_place = merged.first_place or tie.place(notes.file)
            merged.repeated_lines.append(line)
        seen.add(_fingerprint(props))
        for name in differing:
            merged.listed.setdefault(_header(name, columns, header), line)
            self._gather(uid, name, tie.props[name], props[name])
        tie.props |= {name: value for name, value in props.items() if name not in tie.props}

    def _difference(
        self, tie: _Tie, name: str, props: dict[str, Value], columns: Mapping[str, int], header: Sequence[str]
    ) -> Text:
        """What this row says in a column, and what a row before it said."""
        column, earlier = _header(name, columns, header), tie.props[name]
        return _DIFFERENCE.filled(
            column=column, value=self._show(tie, name, props[name]), other=self._show(tie, name, earlier)
        )

    def _is_text(self, tie: _Tie, name: str, value: Value) -> bool:
        return (
            name not in self._strict[tie.type]
            and isinstance(value, (str, list))
            and isinstance(tie.props[name], (str, list))
        )

    def _gather(self, uid: str, name: str, *values: Value) -> None:
        texts = self._lists.setdefault((uid, name), {})
        for value in values:
            texts |= dict.fromkeys(value if isinstance(value, list) else [str(value)])

    def _show(self, tie: _Tie, name: str, value: Value) -> AnyText:
        """A value as the reader writes it: a choice in his language, a number without needless decimals."""
        term = self._choices.get((tie.type, name), {}).get(str(value))
        return term or show_cell(f"{value:g}" if isinstance(value, float) else value)

    def note_merged(self, notes: Notes) -> None:
        """Note what is noted once for a file, when all its ties are added."""
        merged = self._merged.get(notes.file, _Merged())
        if merged.first_place:
            first, *others = merged.repeated_lines
            place: AnyText = (
                Joined((merged.first_place, _AND_AGAIN.filled(lines=list_some(others))))
                if others
                else merged.first_place
            )
            notes.warning(first, 0, REPEATED_TIE, place=place)
        for header, line in merged.listed.items():
            notes.warning(line, 0, LISTED_TEXTS, header=show_cell(header), key=self._key)

    def rows(self) -> tuple[TieRow, ...]:
        """Every tie, sorted by uid; the lists are sorted, so that the order of the rows changes nothing."""
        for (uid, name), texts in self._lists.items():
            self._ties[uid].props[name] = sorted(texts)
        ordered = ((uid, self._ties[uid]) for uid in sorted(self._ties))
        return tuple(TieRow(tie.type, uid, tie.source, tie.target, tie.props) for uid, tie in ordered)


def _header(name: str, columns: Mapping[str, int], header: Sequence[str]) -> str:
    """The header of a property's column, or its name where the file has no such column."""
    return header[columns[name]] if header and name in columns else name

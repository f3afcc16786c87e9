"""Ties by their identity: the same row counts once, texts that differ become a list, other differences are faults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sysmap.schema import TieKind, Vocabulary, tie_uid
from sysmap.tables.notes import Notes
from sysmap.tables.rows import TieRow, Value
from sysmap.tables.text import join_names, show_cell

__all__ = ["TieSet"]

SELF_TIES = frozenset(("INFLUENCES",))
"""Ties that may start and end at one node: a cause may feed itself."""


@dataclass(slots=True)
class _Kept:
    type: str
    source: str
    target: str
    props: dict[str, Value]
    file: str
    line: int

    def where(self, file: str) -> str:
        """The place it was first read, as a message about `file` names it."""
        return f"line {self.line}" + (f" of {self.file}" if self.file != file else "")


@dataclass(slots=True)
class _Said:
    """What is said once for a file: the lines that repeat others, the columns whose texts were put in a list."""

    repeats: list[int] = field(default_factory=list)
    of: str = ""
    lists: dict[str, int] = field(default_factory=dict)


def _told(props: Mapping[str, Value]) -> str:
    return repr(sorted(props.items()))


class TieSet:
    """All ties of a dataset while it is read."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._kept: dict[str, _Kept] = {}
        self._strict = {kind.type: frozenset(one.name for one in vocabulary.tie_columns(kind.type) if one.closed or one.type == "date")
                        for kind in vocabulary.ties}
        self._lists: dict[tuple[str, str], dict[str, None]] = {}
        self._said: dict[str, _Said] = {}
        self._seen: dict[str, set[str]] = {}

    def add(self, kind: TieKind, source: str, target: str, props: dict[str, Value], *, line: int,
            columns: Mapping[str, int], notes: Notes, key: str = "") -> None:
        """Take in a tie from a line; `columns` say where its properties stand, for the faults."""
        if source == target and not self._may_be_self(kind, source, line, columns, notes):
            return
        if not kind.directed and target < source:
            source, target = target, source
        identity = "|".join([str(props[name]) for name in kind.identity if name in props])
        uid = tie_uid(kind.type, source, target, identity, key)
        kept = self._kept.get(uid)
        if kept is None:
            self._kept[uid] = _Kept(kind.type, source, target, props, notes.file, line)
        else:
            self._merge(uid, kept, props, line=line, columns=columns, notes=notes)

    def _may_be_self(self, kind: TieKind, uid: str, line: int, columns: Mapping[str, int], notes: Notes) -> bool:
        column = columns.get("target", -1) + 1
        if kind.type in SELF_TIES:
            notes.warning(line, column, f"{show_cell(uid)} influences itself", "keep it if that is meant")
            return True
        notes.error(line, column, f"{show_cell(uid)} cannot be tied to itself by {kind.type}", "correct one of the two ends")
        return False

    def _merge(self, uid: str, kept: _Kept, props: dict[str, Value], *, line: int, columns: Mapping[str, int], notes: Notes) -> None:
        said = self._said.setdefault(notes.file, _Said())
        differ = [name for name, value in props.items() if kept.props.get(name, value) != value]
        wrong = [name for name in differ if not self._is_text(kept, name, props[name])]
        if wrong:
            pairs = join_names(f"{name} {show_cell(props[name])} and {show_cell(kept.props[name])}" for name in wrong)
            notes.error(line, columns.get(wrong[0], -1) + 1, f"is the same tie as {kept.where(notes.file)}, but they disagree: {pairs}",
                        "correct one, or give each its own value in a column called key if they are two ties")
            return
        # What was seen is only kept for ties of several rows: most have one.
        seen = self._seen.setdefault(uid, {_told(kept.props)})
        if _told(props) in seen or not differ:
            said.of = said.of or kept.where(notes.file)
            said.repeats.append(line)
        seen.add(_told(props))
        for name in differ:
            said.lists[name] = said.lists.get(name, line)
            self._gather(uid, name, kept.props[name], props[name])
        kept.props |= {name: value for name, value in props.items() if name not in kept.props}

    def _is_text(self, kept: _Kept, name: str, value: Value) -> bool:
        return name not in self._strict[kept.type] and isinstance(value, (str, list)) and isinstance(kept.props[name], (str, list))

    def _gather(self, uid: str, name: str, *values: Value) -> None:
        every = self._lists.setdefault((uid, name), {})
        for value in values:
            every |= dict.fromkeys(value if isinstance(value, list) else [str(value)])

    def say(self, notes: Notes) -> None:
        """Note what is said once for a file."""
        said = self._said.get(notes.file, _Said())
        if said.repeats:
            first = said.repeats[0]
            more = f" (and again on {join_names(said.repeats[1:])})" if said.repeats[1:] else ""
            notes.warning(first, 0, f"repeats {said.of}{more}; the same tie counts once", "take the repeated rows out, or give them a weight")
        for name, line in said.lists.items():
            notes.warning(line, 0, f"rows of one tie differ in {show_cell(name)}; their texts were kept as a list", "nothing to do, or give the rows a key column if they are several ties")

    def rows(self) -> tuple[TieRow, ...]:
        """Every tie, sorted by uid; the lists are sorted, so that the order of the rows changes nothing."""
        for (uid, name), texts in self._lists.items():
            self._kept[uid].props[name] = sorted(texts)
        every = ((uid, self._kept[uid]) for uid in sorted(self._kept))
        return tuple(TieRow(kept.type, uid, kept.source, kept.target, kept.props) for uid, kept in every)

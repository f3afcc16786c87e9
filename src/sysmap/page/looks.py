"""A look from a TOML file, and the part of a map that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Any, Literal

import sysmap.tables.toml_causes as causes
from sysmap.analysis import Analysis
from sysmap.errors import Cause, DataError, UnknownName
from sysmap.measures.port import MEASURES
from sysmap.measures.port import measure_values as values_of
from sysmap.messages import languages
from sysmap.page.views.port import VIEWS
from sysmap.rendering.palette import CATEGORIES
from sysmap.schema import NO_NODE_KIND, Vocabulary
from sysmap.tables.toml_kinds import choice, some_of, whole
from sysmap.tables.toml_reader import read_toml

__all__ = ["LookFile", "choose_nodes", "nodes_around", "read_look"]

NO_NODE_MEASURE = Cause("P010", "no measure of nodes is called {name}")
NO_BOUND = Cause("P011", "no number for {measure} is called {name}")
NO_FIELD = Cause("P012", "no field is called {name}")
NO_VALUE = Cause("P013", "no value of {field} is called {name}")


def _owned(vocabulary: Vocabulary) -> tuple[str, ...]:
    """What can be left out: kinds of nodes and ties, and fields, alone or as `Label.field`."""
    columns = {
        **{kind.label: vocabulary.node_columns(kind.label) for kind in vocabulary.nodes},
        **{kind.type: vocabulary.tie_columns(kind.type) for kind in vocabulary.ties},
    }
    fields = [(owner, field.name) for owner, own in columns.items() for field in own]
    return tuple(
        dict.fromkeys([*columns, *(name for _, name in fields), *(f"{owner}.{name}" for owner, name in fields)])
    )


def _views(_: Vocabulary) -> tuple[str, ...]:
    """The views that a page may have."""
    return ("map", "table", *VIEWS)


@dataclass(frozen=True, slots=True)
class LookFile:
    """All that a look file may hold, by the names of `Look`; None where it says nothing.

    `views`: which, in this order. `leave_out`: kinds, ties, fields. `colors`: from a kind of node to a number of the
    palette.
    """

    title: str | None = None
    language: Annotated[str, choice(*languages())] | None = None
    theme: Literal["system", "light", "dark"] | None = None
    color_by: str | None = None
    size_by: str | None = None
    include_personal: bool | None = None
    views: Annotated[tuple[str, ...], some_of(_views)] | None = None
    leave_out: Annotated[tuple[str, ...], some_of(_owned)] | None = None
    colors: dict[str, Annotated[int, whole(1, CATEGORIES)]] | None = None


def read_look(path: Path, vocabulary: Vocabulary) -> dict[str, Any]:
    """What a look file sets, by the names of `Look`; a `DataError` names everything in it that is wrong."""
    reading = read_toml(_text(path), LookFile, str(path))
    reading.check_known((), reading.entries, vocabulary)
    labels = [kind.label for kind in vocabulary.nodes]
    for place in reading.outline.offsets:
        # The outline has the labels of numbers that do not fit, too.
        if place[:-1] == ("colors",) and isinstance(place[-1], str) and place[-1] not in labels:
            reading.unknown(place, causes.UNKNOWN_KIND, place[-1], labels)
    if reading.faults:
        raise DataError(sorted(set(reading.faults)))
    return {
        entry.name: getattr(reading.entries, entry.name)
        for entry in fields(LookFile)
        if getattr(reading.entries, entry.name) is not None
    }


def _text(path: Path) -> str:
    """The text of a file in UTF-8, with or without a byte order mark; a `DataError` where it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise DataError([causes.UNREADABLE_FILE.fault(str(path), 0, 0, reason=error.strerror or error)]) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DataError(
            [causes.NOT_UTF8.fault(str(path), line, 0, byte=f"0x{error.object[error.start]:02x}")]
        ) from error


def choose_nodes(analysis: Analysis, only: Iterable[str]) -> frozenset[str]:
    """The nodes that fit every one of `only`.

    `Label`, `field=value` or `Label.field=value`, alternatives joined by commas, or `MEASURE>=number`.

    A kind of node that does not have a field is not asked about it: sector=media leaves problems in. Of a measure only
    those nodes are left that have it: core_number>=3 is the 3-core. `UnknownName` where nothing on the map is called
    so.
    """
    nodes = dict(analysis.graph.nodes(data=True))
    found = set(nodes)
    for text in only:
        field, equals, values = text.partition("=")
        if equals and field.endswith(">"):
            found &= _at_least(analysis, field[:-1].strip(), values.strip())
        elif equals:
            found &= _with(analysis, nodes, field.strip(), [value.strip() for value in values.split(",")])
        else:
            found &= _of_kinds(nodes, [label.strip() for label in text.split(",")])
    return frozenset(found)


def _at_least(analysis: Analysis, measure: str, least: str) -> set[str]:
    names = [name for name, one in MEASURES.items() if one.level == "node"]
    if measure not in names:
        raise UnknownName(NO_NODE_MEASURE, measure, names)
    try:
        bound = float(least)
    except ValueError:
        raise UnknownName(NO_BOUND, least, [f"{measure}>=2"], measure=measure) from None
    return {
        uid for uid, value in values_of(analysis, measure).items() if isinstance(value, int | float) and value >= bound
    }


def _of_kinds(nodes: Mapping[str, Mapping[str, Any]], labels: Sequence[str]) -> set[str]:
    known = sorted({str(props["label"]) for props in nodes.values()})
    for label in labels:
        if label not in known:
            raise UnknownName(NO_NODE_KIND, label, known)
    return {uid for uid, props in nodes.items() if props["label"] in labels}


def _with(analysis: Analysis, nodes: Mapping[str, Mapping[str, Any]], field: str, values: Sequence[str]) -> set[str]:
    label, dot, name = field.rpartition(".")
    having = {
        kind.label
        for kind in analysis.vocabulary.nodes
        if any(one.name == name for one in analysis.vocabulary.node_columns(kind.label))
    }
    asked = {
        uid
        for uid, props in nodes.items()
        if (props["label"] == label if dot else props["label"] in having or name in props)
    }
    there: dict[str, set[str]] = {}
    for uid in asked:
        value = nodes[uid].get(name)
        for item in value if isinstance(value, list | tuple) else [value]:
            if item not in (None, ""):
                there.setdefault(str(item), set()).add(uid)
    if not there:
        raise UnknownName(NO_FIELD, field, sorted({name for props in nodes.values() for name in props}))
    for wanted in values:
        if wanted not in there:
            raise UnknownName(NO_VALUE, wanted, sorted(there), field=field)
    return (set(nodes) - asked) | set().union(*(there[wanted] for wanted in values))


def nodes_around(analysis: Analysis, uids: Iterable[str], steps: int) -> frozenset[str]:
    """These nodes and all within so many ties of them, whatever their direction, on the day of the analysis."""
    near = set(uids)
    edge = set(near)
    joined = analysis.graph.to_undirected(as_view=True)
    for _ in range(steps):
        edge = {other for uid in edge for other in joined[uid]} - near
        near |= edge
    return frozenset(near)

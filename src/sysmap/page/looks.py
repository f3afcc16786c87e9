"""A look from a TOML file, and the part of a map that is asked for."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sysmap.analysis import Analysis
from sysmap.errors import Cause, DataError, Fault, UnknownName, nearest
from sysmap.measures.port import MEASURES
from sysmap.measures.port import measure_values as values_of
from sysmap.messages import languages
from sysmap.page.views.port import VIEWS
from sysmap.rendering.palette import CATEGORIES
from sysmap.schema import NO_NODE_KIND, Vocabulary

__all__ = ["choose_nodes", "nodes_around", "read_look"]

NO_NODE_MEASURE = Cause("P010", "no measure of nodes is called {name}")
NO_BOUND = Cause("P011", "no number for {measure} is called {name}")
NO_FIELD = Cause("P012", "no field is called {name}")
NO_VALUE = Cause("P013", "no value of {field} is called {name}")
TEXTS = ("title", "color_by", "size_by")
CHOICES = {"language": languages(), "theme": ("system", "light", "dark")}
LISTS = ("views", "leave_out")
KEYS = (*TEXTS, *CHOICES, *LISTS, "include_personal", "colors")


def read_look(path: Path, vocabulary: Vocabulary) -> dict[str, Any]:
    """What a look file sets, by the names of `Look`; a `DataError` names everything in it that is wrong.

    Keys: title, language, theme, color_by, size_by, include_personal, views (which, in this order), leave_out (kinds, ties,
    fields), and a table `[colors]` from a kind of node to a number of the palette, 1 to 8.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataError([Fault(str(path), 0, 0, "cannot be read", str(error.strerror or error))]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError([Fault(str(path), 0, 0, "is no TOML", str(error))]) from None
    faults = [Fault(str(path), 0, 0, *wrong) for key, value in found.items() if (wrong := _wrong(key, value, vocabulary))]
    if faults:
        raise DataError(faults)
    return {key: tuple(value) if key in LISTS else value for key, value in found.items()}


def _wrong(key: str, value: object, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """What is wrong with an entry, and what to do about it; None where it is right."""
    if key not in KEYS:
        return f"a look has no {key!r}", f"choose {' or '.join(nearest(key, KEYS) or KEYS)}"
    if key in LISTS:
        return _wrong_list(key, value, ["map", "table", *VIEWS] if key == "views" else _owned(vocabulary))
    if key == "colors":
        return _wrong_colors(value, vocabulary)
    right, remedy = {
        **{name: (value in choices, f"choose {' or '.join(choices)}") for name, choices in CHOICES.items()},
        **{name: (isinstance(value, str), "give a text in quotes") for name in TEXTS},
        "include_personal": (isinstance(value, bool), "give true or false")}[key]
    return None if right else (f"{key} is {value!r}", remedy)


def _wrong_list(key: str, value: object, names: Sequence[str]) -> tuple[str, str] | None:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return f"{key} is {value!r}", "give a list of texts in quotes"
    strange = next((item for item in value if item not in names), None)
    return None if strange is None else (f"{key} names {strange!r}, which is none", f"choose {' or '.join(nearest(strange, names) or names)}")


def _wrong_colors(value: object, vocabulary: Vocabulary) -> tuple[str, str] | None:
    labels = [kind.label for kind in vocabulary.nodes]
    if not isinstance(value, dict):
        return f"colors is {value!r}", "make it a table: [colors] and under it Stakeholder = 3"
    strange = next((label for label in value if label not in labels), None)
    if strange is not None:
        return f"[colors] names {strange!r}, which is no kind of node", f"choose {' or '.join(nearest(strange, labels) or labels)}"
    bad = next((label for label, number in value.items() if type(number) is not int or not 1 <= number <= CATEGORIES), None)
    return None if bad is None else (f"[colors] {bad} is {value[bad]!r}", f"give a colour of the palette, a whole number from 1 to {CATEGORIES}")


def _owned(vocabulary: Vocabulary) -> list[str]:
    """What can be left out: kinds of nodes and ties, and fields, alone or as `Label.field`."""
    columns = {**{kind.label: vocabulary.node_columns(kind.label) for kind in vocabulary.nodes},
               **{kind.type: vocabulary.tie_columns(kind.type) for kind in vocabulary.ties}}
    fields = [(owner, field.name) for owner, own in columns.items() for field in own]
    return list(dict.fromkeys([*columns, *(name for _, name in fields), *(f"{owner}.{name}" for owner, name in fields)]))


def choose_nodes(analysis: Analysis, only: Iterable[str]) -> frozenset[str]:
    """The nodes that fit every one of `only`: `Label`, `field=value` or `Label.field=value`, alternatives joined by commas, or `MEASURE>=number`.

    A kind of node that does not have a field is not asked about it: sector=media leaves problems in. Of a measure only those
    nodes are left that have it: core_number>=3 is the 3-core. `UnknownName` where nothing on the map is called so.
    """
    nodes = dict(analysis.whole.nodes(data=True))
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
    return {uid for uid, value in values_of(analysis, measure).items() if isinstance(value, int | float) and value >= bound}


def _of_kinds(nodes: Mapping[str, Mapping[str, Any]], labels: Sequence[str]) -> set[str]:
    known = sorted({str(props["label"]) for props in nodes.values()})
    for label in labels:
        if label not in known:
            raise UnknownName(NO_NODE_KIND, label, known)
    return {uid for uid, props in nodes.items() if props["label"] in labels}


def _with(analysis: Analysis, nodes: Mapping[str, Mapping[str, Any]], field: str, values: Sequence[str]) -> set[str]:
    label, dot, name = field.rpartition(".")
    having = {kind.label for kind in analysis.vocabulary.nodes if any(one.name == name for one in analysis.vocabulary.node_columns(kind.label))}
    asked = {uid for uid, props in nodes.items() if (props["label"] == label if dot else props["label"] in having or name in props)}
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
    """These nodes and all that lie within so many ties of them, whatever their direction, on the day of the analysis."""
    near = set(uids)
    edge = set(near)
    joined = analysis.graph.to_undirected(as_view=True)
    for _ in range(steps):
        edge = {other for uid in edge for other in joined[uid]} - near
        near |= edge
    return frozenset(near)

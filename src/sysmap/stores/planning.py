"""Plan a load: the difference between the rows and what the database holds."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from math import isfinite
from typing import Any

from sysmap.cypher.statements import UNFINISHED, Statements
from sysmap.errors import Cause, DataError, Fault, LimitReached
from sysmap.messages import Number, Percent
from sysmap.schema import OURS, RESERVED
from sysmap.stores.engine import Row
from sysmap.stores.identity import check_same_map
from sysmap.stores.port import Change, Plan, Read
from sysmap.tables.rows import Dataset, NodeRow, TieRow

__all__ = ["GUARD", "fingerprint", "guard_removals", "is_interrupted", "make_plan"]

GUARD = 0.1
"""The share of a map that a load may remove without `allow_removals`."""
TOO_MANY_REMOVED = Cause(
    "S040",
    "this load would remove {removed} of the {present} nodes and ties of map {map}, more than {share}",
    "look at them with --dry-run; if they are to go, add --allow-removals",
)
ROWS_SHARE_UID = Cause("S041", "{n} rows have this uid", "keep one of them")
NO_SUCH_END = Cause("S042", "there is no node {uid}", "add the node, or take out the tie")
UNFIT_NAME = Cause("S043", "no property can be called {name}", "give the column another name")
UNFIT_VALUE = Cause(
    "S044", "{name} is {value}", "a property is a text, a finite number, true or false, or a list of texts"
)
METADATA = frozenset({"@rid", "@type", "@cat", "@in", "@out"})
"""Names of properties that the embedded engine reserves for itself."""

Known = dict[str, tuple[str, str | None, list[str]]]
"""uid -> (label or type, hash, keys)."""

ABSENT: tuple[str, str | None, list[str]] = ("", None, [])
_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


def fingerprint(props: Mapping[str, Any]) -> str:
    """A hash of a row's properties, which does not depend on their order.

    >>> fingerprint({"name": "Bappeda", "power": 4}) == fingerprint({"power": 4, "name": "Bappeda"})
    True
    """
    return blake2b(_canonical(props).encode("ascii"), digest_size=8).hexdigest()


def make_plan(read: Read, statements: Statements, dataset: Dataset, *, force: bool) -> Plan:
    """Compare the rows with the map in the database. If the map is not there, everything is new, and nothing is hashed.

    Raises DataError for rows that a graph database could not hold, LimitReached if the database holds another map of
    the same name.
    """
    _check_rows(dataset)
    map = dataset.config.name
    known = _read_known_nodes(read, statements, map)
    ties = _read_known_ties(read, statements, map) if known else {}
    nodes = _difference(dataset.nodes, known, force=force)
    return Plan(
        map,
        dataset,
        nodes,
        _difference(dataset.ties, ties, force=force),
        check_same_map(read, statements, dataset, nodes.unchanged),
        is_interrupted(read, map),
    )


def is_interrupted(read: Read, map: str) -> bool:
    """Whether a load of this map began and did not finish."""
    return any(row["count"] for row in read(UNFINISHED, map=map))


def guard_removals(plan: Plan) -> None:
    """Raise LimitReached if the plan would remove more than a tenth of the nodes and ties of the map."""
    present = sum(part.unchanged + len(part.changed) + len(part.removed) for part in (plan.nodes, plan.ties))
    removed = len(plan.nodes.removed) + len(plan.ties.removed)
    if removed > GUARD * present:
        raise LimitReached(
            TOO_MANY_REMOVED, removed=Number(removed), present=Number(present), map=repr(plan.map), share=Percent(GUARD)
        )


def _read_known_nodes(read: Read, statements: Statements, map: str) -> Known:
    labels = [kind.label for kind in statements.vocabulary.nodes]
    return _index_known(
        map, ({"name": label, **row} for label in labels for row in read(statements.known_nodes(label), map=map))
    )


def _read_known_ties(read: Read, statements: Statements, map: str) -> Known:
    labels = [kind.label for kind in statements.vocabulary.nodes]
    return _index_known(
        map, ({"name": row["type"], **row} for label in labels for row in read(statements.known_ties(label), map=map))
    )


def _index_known(map: str, rows: Iterable[Row]) -> Known:
    """Rows of the database by the uid within their map."""
    start = len(map) + 1
    return {
        row["uid"][start:]: (row["name"], row["hash"], row["keys"] or [])
        for row in rows
        if row["uid"].startswith(f"{map}/")
    }


def _difference(rows: Sequence[NodeRow | TieRow], known: Known, *, force: bool) -> Change:
    """Sort the rows by what has to be done with them; the entry of each row is taken out of `known`.

    What is left in `known` stands in no row. It is to be removed if a load wrote it (it has our hash); otherwise it is
    the user's own.
    """
    added: list[NodeRow | TieRow] = []
    changed: list[tuple[NodeRow | TieRow, tuple[str, ...]]] = []
    unchanged = 0
    for row in rows:
        _, hash, keys = entry = known.pop(row.uid, ABSENT)
        if entry is ABSENT:
            added.append(row)
        elif not force and hash == fingerprint(row.props):
            unchanged += 1
        else:
            changed.append((row, tuple(key for key in keys if key not in row.props)))
    removed = tuple(sorted((name, uid) for uid, (name, hash, _) in known.items() if hash is not None))
    return Change(tuple(added), tuple(changed), removed, unchanged)


def _check_rows(dataset: Dataset) -> None:
    """Raise DataError for all rows and properties that an engine would refuse, change or lose."""
    if faults := [*_find_stray_rows(dataset), *_find_unfit_properties((*dataset.nodes, *dataset.ties))]:
        raise DataError(faults)


def _find_stray_rows(dataset: Dataset) -> Iterator[Fault]:
    """Rows that share a uid, and ties whose ends are not among the nodes.

    Tables never give such rows; a caller's own may be so.
    """
    nodes = {row.uid for row in dataset.nodes}
    for rows in (dataset.nodes, dataset.ties):
        if len({row.uid for row in rows}) < len(rows):
            yield from (
                ROWS_SHARE_UID.fault(uid, 0, 0, n=Number(count))
                for uid, count in Counter(row.uid for row in rows).items()
                if count > 1
            )
    yield from (
        NO_SUCH_END.fault(row.uid, 0, 0, uid=end)
        for row in dataset.ties
        for end in (row.source, row.target)
        if end not in nodes
    )


def _find_unfit_properties(rows: Iterable[NodeRow | TieRow]) -> Iterator[Fault]:
    """Properties whose name or value no engine can hold."""
    fit: set[str] = set()  # names that were checked already: the rows have the same few names again and again
    for row in rows:
        for key, value in row.props.items():
            if key not in fit and _is_unfit_key(key):
                yield UNFIT_NAME.fault(row.uid, 0, 0, name=repr(key))
                continue
            fit.add(key)
            if type(value) is not str and _is_unfit_value(value):
                yield UNFIT_VALUE.fault(row.uid, 0, 0, name=key, value=repr(value))


def _is_unfit_key(key: Any) -> bool:
    return (
        not isinstance(key, str) or not key or "\0" in key or key in METADATA or key in RESERVED or key.startswith(OURS)
    )


def _is_unfit_value(value: Any) -> bool:
    if isinstance(value, bool):
        return False
    if isinstance(value, int):
        return not -(2**63) <= value < 2**63
    if isinstance(value, float):
        return not isfinite(value)
    return not isinstance(value, str) and not (isinstance(value, list) and all(isinstance(item, str) for item in value))

"""What is to be done: the difference between what the rows say and what the database holds."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from math import isfinite
from typing import Any

from sysmap.cypher.statements import UNFINISHED, Statements
from sysmap.errors import DataError, Fault, LimitReached
from sysmap.schema import OURS, RESERVED
from sysmap.stores.engine import Row
from sysmap.stores.port import Change, Plan
from sysmap.tables.rows import Dataset, NodeRow, TieRow

__all__ = ["GUARD", "Read", "fingerprint", "guard_removals", "is_interrupted", "make_plan"]

GUARD = 0.1
"""Share of a map that a load may remove without being told that it is meant."""
METADATA = frozenset({"@rid", "@type", "@cat", "@in", "@out"})
"""Names that the embedded engine keeps for itself."""

Read = Callable[..., list[Row]]
Known = dict[str, tuple[str, str | None, list[str]]]
"""uid -> (label or type, hash, keys)."""

ABSENT: tuple[str, str | None, list[str]] = ("", None, [])
_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


def fingerprint(props: Mapping[str, Any]) -> str:
    """A hash of a row's properties, whatever their order.

    >>> fingerprint({"name": "Bappeda", "power": 4}) == fingerprint({"power": 4, "name": "Bappeda"})
    True
    """
    return blake2b(_canonical(props).encode("ascii"), digest_size=8).hexdigest()


def make_plan(read: Read, statements: Statements, dataset: Dataset, *, force: bool) -> Plan:
    """Compare the rows with the map; with one that is not there, everything is new and nothing is read or hashed.

    Raises DataError for rows that a graph database could not hold.
    """
    _refuse_unfit(dataset)
    map = dataset.config.name
    nodes = _known_nodes(read, statements, map)
    ties = _known_ties(read, statements, map) if nodes else {}
    return Plan(map, dataset, _difference(dataset.nodes, nodes, force=force),
                _difference(dataset.ties, ties, force=force), is_interrupted(read, map))


def is_interrupted(read: Read, map: str) -> bool:
    """Whether a load of this map began and did not end."""
    return any(row["count"] for row in read(UNFINISHED, map=map))


def guard_removals(plan: Plan) -> None:
    """Raise LimitReached if the plan would remove more than a tenth of what is there."""
    there = sum(part.unchanged + len(part.changed) + len(part.removed) for part in (plan.nodes, plan.ties))
    removed = len(plan.nodes.removed) + len(plan.ties.removed)
    if removed > GUARD * there:
        raise LimitReached(f"this load would remove {removed:,} of the {there:,} nodes and ties of map {plan.map!r}, more than {GUARD:.0%}",
                           "look at them with --dry-run; if they are to go, add --allow-removals")


def _known_nodes(read: Read, statements: Statements, map: str) -> Known:
    labels = [kind.label for kind in statements.vocabulary.nodes]
    return _known(map, ({"name": label, **row} for label in labels for row in read(statements.known_nodes(label), map=map)))


def _known_ties(read: Read, statements: Statements, map: str) -> Known:
    labels = [kind.label for kind in statements.vocabulary.nodes]
    return _known(map, ({"name": row["type"], **row} for label in labels for row in read(statements.known_ties(label), map=map)))


def _known(map: str, rows: Iterable[Row]) -> Known:
    prefix = len(map) + 1
    return {row["uid"][prefix:]: (row["name"], row["hash"], row["keys"] or []) for row in rows if row["uid"].startswith(f"{map}/")}


def _difference(rows: Sequence[NodeRow | TieRow], known: Known, *, force: bool) -> Change:
    """Sort the rows by what is to be done; what is known, ours (it has our hash) and in no row is to be removed."""
    added: list[NodeRow | TieRow] = []
    changed: list[tuple[NodeRow | TieRow, tuple[str, ...]]] = []
    unchanged = 0
    for row in rows:
        _, hash, keys = there = known.pop(row.uid, ABSENT)
        if there is ABSENT:
            added.append(row)
        elif not force and hash == fingerprint(row.props):
            unchanged += 1
        else:
            changed.append((row, tuple(key for key in keys if key not in row.props)))
    removed = tuple(sorted((name, uid) for uid, (name, hash, _) in known.items() if hash is not None))
    return Change(tuple(added), tuple(changed), removed, unchanged)


def _refuse_unfit(dataset: Dataset) -> None:
    """Raise DataError for all that the engines would refuse, or take and spoil, or lose."""
    if faults := [*_stray_rows(dataset), *_unfit_properties((*dataset.nodes, *dataset.ties))]:
        raise DataError(faults)


def _stray_rows(dataset: Dataset) -> Iterator[Fault]:
    """Rows of one uid, and ties whose ends are not among the nodes: tables has none, a caller's own rows may."""
    nodes = {row.uid for row in dataset.nodes}
    for rows in (dataset.nodes, dataset.ties):
        if len({row.uid for row in rows}) < len(rows):
            yield from (Fault(uid, 0, 0, f"{count} rows have this uid", "keep one of them")
                        for uid, count in Counter(row.uid for row in rows).items() if count > 1)
    yield from (Fault(row.uid, 0, 0, f"there is no node {end}", "add the node, or take out the tie")
                for row in dataset.ties for end in (row.source, row.target) if end not in nodes)


def _unfit_properties(rows: Iterable[NodeRow | TieRow]) -> Iterator[Fault]:
    good: set[str] = set()
    for row in rows:
        for key, value in row.props.items():
            if key not in good and _unfit_key(key):
                yield Fault(row.uid, 0, 0, f"no property can be called {key!r}", "give the column another name")
                continue
            good.add(key)
            if type(value) is not str and _unfit_value(value):
                yield Fault(row.uid, 0, 0, f"{key} is {value!r}", "a property is a text, a finite number, true or false, or a list of texts")


def _unfit_key(key: Any) -> bool:
    return not isinstance(key, str) or not key or "\0" in key or key in METADATA or key in RESERVED or key.startswith(OURS)


def _unfit_value(value: Any) -> bool:
    if isinstance(value, bool):
        return False
    if isinstance(value, int):
        return not -(2**63) <= value < 2**63
    if isinstance(value, float):
        return not isfinite(value)
    return not isinstance(value, str) and not (isinstance(value, list) and all(isinstance(item, str) for item in value))

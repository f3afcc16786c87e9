"""Write the results of an analysis back: measures as properties of nodes, gaps as nodes of their own.

A run replaces the one before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sysmap.cypher.statements import FORGET_GAPS, Statements
from sysmap.schema import OURS
from sysmap.stores.engine import Row, Writer
from sysmap.stores.loading import batches, now, run_name
from sysmap.stores.port import GapNode

__all__ = ["write_results"]

OF_A_LOAD = ("sm_hash", "sm_keys")
"""Properties of sysmap that a load writes; an analysis must not touch them."""
STAMP = ("sm_run", "sm_at")
"""The properties that say which run wrote the others, and when."""


def write_results(
    writer: Writer, statements: Statements, map: str, columns: Mapping[str, Mapping[str, Any]], gaps: Sequence[GapNode]
) -> int:
    """Write properties (property -> uid -> value) and gaps, stamped with this run.

    Returns how many nodes got properties.

    What an earlier run wrote is removed: its properties are set to null, unless this run writes them again.
    """
    if refused := [name for name in columns if not name.startswith(OURS) or name in OF_A_LOAD + STAMP]:
        raise ValueError(f"{refused}: choose names that begin with {OURS} and are not {' or '.join(OF_A_LOAD + STAMP)}")
    run, at = run_name(), now()
    props = _props_by_uid(map, columns, dict(zip(STAMP, (run, at), strict=True)))
    earlier = dict(_nulls_for_earlier_run(writer, statements, map))
    rows = (
        (
            {"uid": uid, "props": earlier.get(uid, {}) | props.get(uid, {})},
            (statements.label(uid[len(map) + 1 :]), uid in props),
        )
        for uid in sorted(earlier.keys() | props)
    )
    writer.run((FORGET_GAPS, {"map": map}))
    written = 0
    for (label, is_new), batch in batches(rows):
        counts = writer.run((statements.set_properties(label), {"rows": batch}))
        written += sum(row["count"] for row in counts) if is_new else 0
    _write_gaps(writer, statements, map, gaps, {"map": map, "run": run, "at": at})
    return written


def _props_by_uid(map: str, columns: Mapping[str, Mapping[str, Any]], stamp: Row) -> dict[str, Row]:
    """The new properties of each node, by its uid in the database."""
    props: dict[str, Row] = {}
    for name, values in columns.items():
        for uid, value in values.items():
            props.setdefault(f"{map}/{uid}", {**stamp})[name] = value
    return props


def _nulls_for_earlier_run(writer: Writer, statements: Statements, map: str) -> Iterator[tuple[str, Row]]:
    """For each node that an earlier run wrote to.

    Its uid, and a null for each property of that run, which removes it.
    """
    for label in statements.labels.values():
        for row in writer.run((statements.stamped_nodes(label), {"map": map})):
            yield row["uid"], dict.fromkeys(key for key in row["keys"] if key.startswith(OURS) and key not in OF_A_LOAD)


def _write_gaps(writer: Writer, statements: Statements, map: str, gaps: Sequence[GapNode], stamp: Row) -> None:
    """Write each gap as a node, then tie it to the two it is between and the problems it is about."""
    uids = [f"{map}/gap:{'>'.join(gap.between)}" for gap in gaps]
    nodes = (({"uid": uid, "props": {**gap.props, **stamp}}, "SysmapGap") for uid, gap in zip(uids, gaps, strict=True))
    for label, rows in batches(nodes):
        writer.run((statements.merge_nodes(label), {"rows": rows}))
    ends = (
        ({"gap": uid, "uid": f"{map}/{end}"}, (type, statements.label(end)))
        for uid, gap in zip(uids, gaps, strict=True)
        for type, others in (("SYSMAP_BETWEEN", gap.between), ("SYSMAP_ABOUT", gap.about))
        for end in others
    )
    for (type, label), batch in batches(ends):
        writer.run((statements.tie_gaps(type, label), {"rows": batch}))

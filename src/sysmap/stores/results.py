"""What an analysis found, written back: measures as properties of nodes, gaps as nodes of their own. A run replaces the one before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sysmap.cypher.statements import FORGET_GAPS, Statements
from sysmap.schema import OURS
from sysmap.stores.engine import Row, Writer
from sysmap.stores.loading import batches, now, run_name
from sysmap.stores.port import GapNode

__all__ = ["write_results"]

KEPT = ("sm_hash", "sm_keys")
"""Ours too, but of a load, not of an analysis."""
STAMP = ("sm_run", "sm_at")


def write_results(writer: Writer, statements: Statements, map: str, columns: Mapping[str, Mapping[str, Any]], gaps: Sequence[GapNode]) -> int:
    """Set our own properties, property -> uid -> value, and the gaps, and stamp them with the run; how many nodes were written."""
    if strange := [name for name in columns if not name.startswith(OURS) or name in KEPT + STAMP]:
        raise ValueError(f"{strange}: choose names that begin with {OURS} and are none of {', '.join(KEPT + STAMP)}")
    run, at = run_name(), now()
    props = _columns(map, columns, dict(zip(STAMP, (run, at), strict=True)))
    earlier = dict(_earlier(writer, statements, map))
    rows = (({"uid": uid, "props": earlier.get(uid, {}) | props.get(uid, {})}, (statements.label(uid[len(map) + 1:]), uid in props))
            for uid in sorted(earlier.keys() | props))
    writer.run((FORGET_GAPS, {"map": map}))
    written = 0
    for (label, is_new), batch in batches(rows):
        found = writer.run((statements.set_properties(label), {"rows": batch}))
        written += sum(row["count"] for row in found) if is_new else 0
    _write_gaps(writer, statements, map, gaps, {"map": map, "run": run, "at": at})
    return written


def _columns(map: str, columns: Mapping[str, Mapping[str, Any]], stamp: Row) -> dict[str, Row]:
    """The new properties of each node, by its uid in the database."""
    props: dict[str, Row] = {}
    for name, values in columns.items():
        for uid, value in values.items():
            props.setdefault(f"{map}/{uid}", {**stamp})[name] = value
    return props


def _earlier(writer: Writer, statements: Statements, map: str) -> Iterator[tuple[str, Row]]:
    """What an earlier run wrote of each node, as nulls that take it away."""
    for label in statements.labels.values():
        for row in writer.run((statements.stamped(label), {"map": map})):
            yield row["uid"], dict.fromkeys(key for key in row["keys"] if key.startswith(OURS) and key not in KEPT)


def _write_gaps(writer: Writer, statements: Statements, map: str, gaps: Sequence[GapNode], stamp: Row) -> None:
    uids = [f"{map}/gap:{'>'.join(gap.between)}" for gap in gaps]
    nodes = (({"uid": uid, "props": {**gap.props, **stamp}}, "SysmapGap") for uid, gap in zip(uids, gaps, strict=True))
    for label, rows in batches(nodes):
        writer.run((statements.merge_nodes(label), {"rows": rows}))
    ends = (({"gap": uid, "uid": f"{map}/{end}"}, (type, statements.label(end))) for uid, gap in zip(uids, gaps, strict=True)
            for type, found in (("SYSMAP_BETWEEN", gap.between), ("SYSMAP_ABOUT", gap.about)) for end in found)
    for (type, label), tied in batches(ends):
        writer.run((statements.tie_gaps(type, label), {"rows": tied}))

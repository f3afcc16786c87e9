"""Every statement a store runs, made from a vocabulary. Names are quoted; values are only ever parameters.

All statements take `$map`, the map's name, or `$rows`, a list of maps. A uid in the database begins with the map's
name and a slash. A tie is always matched from a labelled end.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from sysmap.schema import Vocabulary

__all__ = ["HISTORY", "Statements", "quoted"]

HISTORY = ("SysmapMap", "SysmapLoad", "SysmapGap")
"""Labels of the nodes that say what was loaded and found: one per map, per load, and per gap that was written back.

A gap's ties lead from it to the nodes it is of, and have no uid: no load, and no reader of a map, ever sees them.
"""

Ends = tuple[str, str, str]
"""Of a tie: its type, its source's label, its target's label."""


def quoted(name: str) -> str:
    """A name as Cypher takes it, whatever its characters.

    >>> quoted("a`b")
    '`a``b`'
    """
    return "`" + name.replace("`", "``") + "`"


@dataclass(frozen=True)
class Statements:
    """The statements for a vocabulary's labels; the types of ties are found in the rows and in the database."""

    vocabulary: Vocabulary

    @cached_property
    def labels(self) -> dict[str, str]:
        """The label of each kind, as a uid names it: `stakeholder` -> `Stakeholder`."""
        return {kind.name: kind.label for kind in self.vocabulary.nodes}

    def label(self, uid: str) -> str:
        """The label of the node with this uid (without the map's name)."""
        return self.labels[uid.partition(":")[0]]

    def ends(self, tie: str) -> tuple[str, str, str, str]:
        """Of a tie's uid: source and target uids, and their labels.

        >>> from sysmap.vocabulary import VOCABULARY
        >>> Statements(VOCABULARY).ends("WORKS_ON:stakeholder:A>problem:1")
        ('stakeholder:A', 'problem:1', 'Stakeholder', 'Problem')
        """
        source, _, target = tie.partition(":")[2].partition(">")
        target = target.partition("#")[0].partition("@")[0]
        return source, target, self.label(source), self.label(target)

    def schema(self, known: Collection[str] = ()) -> tuple[str, ...]:
        """One uniqueness constraint per label, which is the index that MERGE and MATCH look up by; those in `known` are there."""
        names = {f"sysmap_{label.lower()}_uid": label for label in (*self.labels.values(), *HISTORY)}
        return tuple(f"CREATE CONSTRAINT {quoted(name)} IF NOT EXISTS FOR (n:{quoted(label)}) REQUIRE n.uid IS UNIQUE"
                     for name, label in names.items() if name not in known)

    def merge_nodes(self, label: str) -> str:
        """Add or change nodes: `$rows` of {uid, props}; a property that is null is removed."""
        return f"UNWIND $rows AS row MERGE (n:{quoted(label)} {{uid: row.uid}}) SET n += row.props"

    def merge_ties(self, ends: Ends) -> str:
        """Add or change ties: `$rows` of {uid, source, target, props}; a property that is null is removed."""
        type, source, target = map(quoted, ends)
        return (f"UNWIND $rows AS row MATCH (a:{source} {{uid: row.source}}) MATCH (b:{target} {{uid: row.target}}) "
                f"MERGE (a)-[r:{type} {{uid: row.uid}}]->(b) SET r += row.props")

    def remove_ties(self, ends: Ends) -> str:
        """Remove ties: `$rows` of {uid, source, target}."""
        type, source, target = map(quoted, ends)
        return (f"UNWIND $rows AS row MATCH (a:{source} {{uid: row.source}})-[r:{type} {{uid: row.uid}}]->"
                f"(b:{target} {{uid: row.target}}) DELETE r")

    def remove_nodes(self, label: str) -> str:
        """Remove the nodes in `$rows` of {uid} that no tie holds."""
        return f"UNWIND $rows AS row MATCH (n:{quoted(label)} {{uid: row.uid}}) WHERE NOT EXISTS {{ (n)--() }} DELETE n"

    def release(self, label: str) -> str:
        """Remove the gaps that hold the nodes in `$rows` of {uid}: they are of nodes that go."""
        return (f"UNWIND $rows AS row MATCH (n:{quoted(label)} {{uid: row.uid}})<-[:SYSMAP_BETWEEN|SYSMAP_ABOUT]-(g:SysmapGap) "
                "WITH DISTINCT g DETACH DELETE g")

    def remaining(self, label: str) -> str:
        """Of the nodes in `$rows` of {uid}: those that are still there, with their keys and ours among them."""
        return (f"UNWIND $rows AS row MATCH (n:{quoted(label)} {{uid: row.uid}}) "
                "RETURN n.uid AS uid, keys(n) AS keys, n.sm_keys AS ours")

    def known_nodes(self, label: str) -> str:
        """uid, hash and keys of a map's nodes, to be compared with the rows."""
        return f"MATCH (n:{quoted(label)}) WHERE n.map = $map RETURN n.uid AS uid, n.sm_hash AS hash, n.sm_keys AS keys"

    def known_ties(self, label: str) -> str:
        """type, uid, hash and keys of the ties that begin at a map's nodes of this label, to be compared with the rows."""
        return (f"MATCH (a:{quoted(label)})-[r]->() WHERE a.map = $map AND r.uid IS NOT NULL "
                "RETURN type(r) AS type, r.uid AS uid, r.sm_hash AS hash, r.sm_keys AS keys")

    def nodes(self, label: str) -> str:
        """A map's nodes of this label, whole."""
        return f"MATCH (n:{quoted(label)}) WHERE n.map = $map RETURN n{{.*}} AS props"

    def ties(self, label: str) -> str:
        """The ties between a map's nodes that begin at this label, whole."""
        return (f"MATCH (a:{quoted(label)})-[r]->(b) WHERE a.map = $map AND b.map = $map AND r.uid IS NOT NULL "
                "RETURN type(r) AS type, a.uid AS source, b.uid AS target, r{.*} AS props")

    def set_properties(self, label: str) -> str:
        """Set properties of nodes that are there: `$rows` of {uid, props}; says how many were."""
        return f"UNWIND $rows AS row MATCH (n:{quoted(label)} {{uid: row.uid}}) SET n += row.props RETURN count(n) AS count"

    def stamped(self, label: str) -> str:
        """The uid and keys of a map's nodes that an analysis was written back to."""
        return f"MATCH (n:{quoted(label)}) WHERE n.map = $map AND n.sm_run IS NOT NULL RETURN n.uid AS uid, keys(n) AS keys"

    def tie_gaps(self, type: str, label: str) -> str:
        """Tie gaps to nodes of this label: `$rows` of {gap, uid}."""
        return (f"UNWIND $rows AS row MATCH (g:SysmapGap {{uid: row.gap}}) MATCH (n:{quoted(label)} {{uid: row.uid}}) "
                f"MERGE (g)-[:{quoted(type)}]->(n)")


CONSTRAINTS = "SHOW CONSTRAINTS YIELD name RETURN name"
"""The names of all constraints, on Neo4j."""

MAPS = "MATCH (m:SysmapMap) WHERE m.map IS NOT NULL RETURN m.map AS map"
"""The names of all maps."""

ABOUT_MAP = "MATCH (m:SysmapMap {uid: $map}) RETURN m.config AS config, m.files AS files"
"""What a map's last load said of it: sysmap.toml's text, and its files with their rows as JSON."""

UNFINISHED = "MATCH (l:SysmapLoad) WHERE l.map = $map AND l.status = 'running' RETURN count(l) AS count"
"""How many loads of a map have begun and not ended."""

DESCRIBE_MAP = "MERGE (m:SysmapMap {uid: $map}) SET m += $props"
"""Say of a map what `$props` holds."""

BEGIN_LOAD = "MERGE (l:SysmapLoad {uid: $load}) SET l += $props"
"""Open a load's record; `$props` holds its status, 'running'."""

END_LOAD = "MATCH (l:SysmapLoad {uid: $load}) SET l.status = 'done', l.finished = $finished, l.counts = $counts"
"""Close a load's record."""

SUPERSEDE = "MATCH (l:SysmapLoad) WHERE l.map = $map AND l.status = 'running' AND l.uid <> $load SET l.status = 'interrupted'"
"""Loads that were killed, now that a later one has done their work."""

FORGET_GAPS = "MATCH (g:SysmapGap) WHERE g.map = $map DETACH DELETE g"
"""Remove a map's gaps."""

TAKE_LOCK = """MERGE (m:SysmapMap {uid: $map})
SET m.lock_asked = timestamp()
WITH m, coalesce(m.lock_holder, '') AS holder, coalesce(m.lock_until, 0) AS until
WHERE holder IN ['', $holder, $dead] OR until < timestamp()
SET m.lock_holder = $holder, m.lock_until = timestamp() + $lease
RETURN m.lock_until AS until"""
"""Take or renew a map's lock, if nobody, `$holder` itself or `$dead` holds it, or its lease has run out: one row.

Writing `lock_asked` first makes the database serialise those who ask, so that each reads what the one before has written.
The clock is the database's own.
"""

LOCK_HOLDER = "MATCH (m:SysmapMap {uid: $map}) RETURN m.lock_holder AS holder, m.lock_until - timestamp() AS left"
"""Who holds a map's lock, and the milliseconds its lease still has."""

KEEP_LOCK = """MATCH (m:SysmapMap {uid: $map}) WHERE m.lock_holder = $holder
SET m.lock_until = timestamp() + $lease RETURN m.lock_until AS until"""
"""Renew a lock; no row says that it was lost."""

DROP_LOCK = "MATCH (m:SysmapMap {uid: $map}) WHERE m.lock_holder = $holder REMOVE m.lock_holder, m.lock_until, m.lock_asked"
"""Let go of a lock."""

"""Every Cypher statement that a store runs, made from a vocabulary. Names are quoted; values are always parameters.

All statements take `$map`, the name of the map, or `$rows`, a list of dicts. A uid in the database is the name of the
map, a slash and the uid within the map. A tie is always matched from an end with a label, because both engines find a
node by its label and uid, but would read the whole map for a tie alone.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from sysmap.schema import Vocabulary

__all__ = ["HISTORY", "Statements", "quote_name"]

HISTORY = ("SysmapMap", "SysmapLoad", "SysmapGap")
"""Labels of sysmap's own nodes: one node for each map, each load, and each gap that was written back.

The ties of a gap lead from it to the nodes it is about. They have no uid, so loads and readers of a map ignore them.
"""

Ends = tuple[str, str, str]
"""The type of a tie, the label of its source, the label of its target."""


def quote_name(name: str) -> str:
    """A name in backticks, as Cypher accepts it, whatever characters it has.

    >>> quote_name("a`b")
    '`a``b`'
    """
    return "`" + name.replace("`", "``") + "`"


@dataclass(frozen=True)
class Statements:
    """The statements for the labels of a vocabulary; the types of ties come from the rows and from the database."""

    vocabulary: Vocabulary

    @cached_property
    def labels(self) -> dict[str, str]:
        """The label of each kind of node, by the name that stands in a uid: `stakeholder` -> `Stakeholder`."""
        return {kind.name: kind.label for kind in self.vocabulary.nodes}

    def label(self, uid: str) -> str:
        """The label of the node with this uid (the uid without the name of the map)."""
        return self.labels[uid.partition(":")[0]]

    def ends(self, tie: str) -> tuple[str, str, str, str]:
        """The uids and the labels of both ends, read from the uid of a tie.

        (source, target, source label, target label).

        >>> from sysmap.vocabulary import VOCABULARY
        >>> Statements(VOCABULARY).ends("WORKS_ON:stakeholder:A>problem:1")
        ('stakeholder:A', 'problem:1', 'Stakeholder', 'Problem')
        """
        source, _, target = tie.partition(":")[2].partition(">")
        target = target.partition("#")[0].partition("@")[0]
        return source, target, self.label(source), self.label(target)

    def schema(self, known: Collection[str] = ()) -> tuple[str, ...]:
        """One uniqueness constraint for each label; it is also the index by which MERGE and MATCH find a node.

        Those named in `known` exist already.
        """
        names = {f"sysmap_{label.lower()}_uid": label for label in (*self.labels.values(), *HISTORY)}
        return tuple(
            f"CREATE CONSTRAINT {quote_name(name)} IF NOT EXISTS FOR (n:{quote_name(label)}) REQUIRE n.uid IS UNIQUE"
            for name, label in names.items()
            if name not in known
        )

    def merge_nodes(self, label: str) -> str:
        """Add or change nodes: `$rows` of {uid, props}; a property that is null is removed."""
        return f"UNWIND $rows AS row MERGE (n:{quote_name(label)} {{uid: row.uid}}) SET n += row.props"

    def merge_ties(self, ends: Ends) -> str:
        """Add or change ties: `$rows` of {uid, source, target, props}; a property that is null is removed."""
        type, source, target = map(quote_name, ends)
        return (
            f"UNWIND $rows AS row MATCH (a:{source} {{uid: row.source}}) MATCH (b:{target} {{uid: row.target}}) "
            f"MERGE (a)-[r:{type} {{uid: row.uid}}]->(b) SET r += row.props"
        )

    def remove_ties(self, ends: Ends) -> str:
        """Remove ties: `$rows` of {uid, source, target}."""
        type, source, target = map(quote_name, ends)
        return (
            f"UNWIND $rows AS row MATCH (a:{source} {{uid: row.source}})-[r:{type} {{uid: row.uid}}]->"
            f"(b:{target} {{uid: row.target}}) DELETE r"
        )

    def remove_nodes(self, label: str) -> str:
        """Remove the nodes in `$rows` of {uid} that have no ties."""
        return f"UNWIND $rows AS row MATCH (n:{quote_name(label)} {{uid: row.uid}}) WHERE NOT EXISTS {{ (n)--() }} DELETE n"

    def remove_gaps_of(self, label: str) -> str:
        """Remove the gaps that are tied to the nodes in `$rows` of {uid}, because those are about to be removed."""
        return (
            f"UNWIND $rows AS row MATCH (n:{quote_name(label)} {{uid: row.uid}})<-[:SYSMAP_BETWEEN|SYSMAP_ABOUT]-(g:SysmapGap) "
            "WITH DISTINCT g DETACH DELETE g"
        )

    def remaining_nodes(self, label: str) -> str:
        """The nodes in `$rows` of {uid} that are still there, with all their keys and the keys that a load wrote."""
        return (
            f"UNWIND $rows AS row MATCH (n:{quote_name(label)} {{uid: row.uid}}) "
            "RETURN n.uid AS uid, keys(n) AS keys, n.sm_keys AS ours"
        )

    def known_nodes(self, label: str) -> str:
        """The uid, hash and keys of the nodes of a map, to compare with the rows."""
        return f"MATCH (n:{quote_name(label)}) WHERE n.map = $map RETURN n.uid AS uid, n.sm_hash AS hash, n.sm_keys AS keys"

    def node_names(self, label: str) -> str:
        """The uid and name of the nodes of a map that a load wrote."""
        return f"MATCH (n:{quote_name(label)}) WHERE n.map = $map AND n.sm_hash IS NOT NULL RETURN n.uid AS uid, n.name AS name"

    def known_ties(self, label: str) -> str:
        """The type, uid, hash and keys of the ties that begin at nodes of this label, to compare with the rows."""
        return (
            f"MATCH (a:{quote_name(label)})-[r]->() WHERE a.map = $map AND r.uid IS NOT NULL "
            "RETURN type(r) AS type, r.uid AS uid, r.sm_hash AS hash, r.sm_keys AS keys"
        )

    def nodes(self, label: str) -> str:
        """The nodes of a map with this label, with all properties."""
        return f"MATCH (n:{quote_name(label)}) WHERE n.map = $map RETURN n{{.*}} AS props"

    def ties(self, label: str) -> str:
        """The ties within a map that begin at nodes of this label, with all properties."""
        return (
            f"MATCH (a:{quote_name(label)})-[r]->(b) WHERE a.map = $map AND b.map = $map AND r.uid IS NOT NULL "
            "RETURN type(r) AS type, a.uid AS source, b.uid AS target, r{.*} AS props"
        )

    def set_properties(self, label: str) -> str:
        """Set properties of existing nodes: `$rows` of {uid, props}; returns how many nodes were found."""
        return f"UNWIND $rows AS row MATCH (n:{quote_name(label)} {{uid: row.uid}}) SET n += row.props RETURN count(n) AS count"

    def stamped_nodes(self, label: str) -> str:
        """The uid and keys of the nodes of a map that an analysis has written to."""
        return f"MATCH (n:{quote_name(label)}) WHERE n.map = $map AND n.sm_run IS NOT NULL RETURN n.uid AS uid, keys(n) AS keys"

    def tie_gaps(self, type: str, label: str) -> str:
        """Tie gaps to nodes of this label: `$rows` of {gap, uid}."""
        return (
            f"UNWIND $rows AS row MATCH (g:SysmapGap {{uid: row.gap}}) MATCH (n:{quote_name(label)} {{uid: row.uid}}) "
            f"MERGE (g)-[:{quote_name(type)}]->(n)"
        )


CONSTRAINTS = "SHOW CONSTRAINTS YIELD name RETURN name"
"""The names of all constraints, on Neo4j."""

MAPS = "MATCH (m:SysmapMap) WHERE m.map IS NOT NULL RETURN m.map AS map"
"""The names of all maps."""

ABOUT_MAP = (
    "MATCH (m:SysmapMap {uid: $map}) RETURN m.title AS title, m.config AS config, m.files AS files, m.map_id AS id, "
    "m.map_id_given AS id_given"
)
"""What the last load stored about a map.

Its title, the text of its sysmap.toml, its files' numbers of rows as JSON; its id, and whether sysmap.toml gave it."""

UNFINISHED = "MATCH (l:SysmapLoad) WHERE l.map = $map AND l.status = 'running' RETURN count(l) AS count"
"""How many loads of a map have begun and not finished."""

DESCRIBE_MAP = "MERGE (m:SysmapMap {uid: $map}) SET m += $props"
"""Store about a map what `$props` holds."""

BEGIN_LOAD = "MERGE (l:SysmapLoad {uid: $load}) SET l += $props"
"""Open a load's record; `$props` holds its status, 'running'."""

END_LOAD = "MATCH (l:SysmapLoad {uid: $load}) SET l.status = 'done', l.finished = $finished, l.counts = $counts"
"""Close a load's record."""

SUPERSEDE = (
    "MATCH (l:SysmapLoad) WHERE l.map = $map AND l.status = 'running' AND l.uid <> $load SET l.status = 'interrupted'"
)
"""Mark loads that were killed as interrupted, after a later load has finished their work."""

FORGET_GAPS = "MATCH (g:SysmapGap) WHERE g.map = $map DETACH DELETE g"
"""Remove a map's gaps."""

TAKE_LOCK = """MERGE (m:SysmapMap {uid: $map})
SET m.lock_asked = timestamp()
WITH m, coalesce(m.lock_holder, '') AS holder, coalesce(m.lock_until, 0) AS until
WHERE holder IN ['', $holder, $dead] OR until < timestamp()
SET m.lock_holder = $holder, m.lock_until = timestamp() + $lease
RETURN m.lock_until AS until"""
"""Take or renew the lock of a map. Returns one row if it succeeds, and no row if another writer holds the lock.

It succeeds if nobody, `$holder` itself or `$dead` holds the lock, or if its lease has run out by the clock of the
database. Writing `lock_asked` first locks the node, so that of several who ask at once each reads what the one before
has written."""

LOCK_HOLDER = "MATCH (m:SysmapMap {uid: $map}) RETURN m.lock_holder AS holder, m.lock_until - timestamp() AS left"
"""Who holds the lock of a map, and for how many milliseconds its lease still runs."""

KEEP_LOCK = """MATCH (m:SysmapMap {uid: $map}) WHERE m.lock_holder = $holder
SET m.lock_until = timestamp() + $lease RETURN m.lock_until AS until"""
"""Renew a lock. No row is returned if the lock was lost to another writer."""

DROP_LOCK = (
    "MATCH (m:SysmapMap {uid: $map}) WHERE m.lock_holder = $holder REMOVE m.lock_holder, m.lock_until, m.lock_asked"
)
"""Release a lock."""

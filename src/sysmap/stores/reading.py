"""Read a map from the database: its rows, without the properties that only sysmap uses, as a networkx graph."""

from __future__ import annotations

import json

import networkx as nx

from sysmap.cypher.statements import ABOUT_MAP, MAPS, Statements
from sysmap.errors import UnknownName
from sysmap.graph import build_graph
from sysmap.schema import OURS, RESERVED
from sysmap.stores.engine import Row
from sysmap.stores.planning import is_interrupted
from sysmap.stores.port import NO_MAP, Read
from sysmap.tables.rows import NodeRow, TieRow

__all__ = ["map_names", "read_graph"]


def map_names(read: Read) -> tuple[str, ...]:
    """The names of all maps, sorted."""
    return tuple(sorted(row["map"] for row in read(MAPS)))


def read_graph(read: Read, statements: Statements, map: str) -> nx.MultiDiGraph:
    """Read a map as the graph that `build_graph` makes.

    Properties that the user added in the database are kept; those that only sysmap uses are left out. A tie without a
    uid was made by the user in the database and is not part of the map. Raises UnknownName if there is no such map.
    """
    about = read(ABOUT_MAP, map=map)
    if not about or about[0]["files"] is None:
        raise UnknownName(NO_MAP, map, map_names(read))
    labels = [kind.label for kind in statements.vocabulary.nodes]
    prefix = f"{map}/"
    start = len(prefix)
    nodes = [
        NodeRow(label, row["props"]["uid"][start:], _user_properties(row["props"]))
        for label in labels
        for row in read(statements.nodes(label), map=map)
        if row["props"].get("uid", "").startswith(prefix)
    ]
    ties = [
        TieRow(
            row["type"],
            row["props"]["uid"][start:],
            row["source"][start:],
            row["target"][start:],
            _user_properties(row["props"]),
        )
        for label in labels
        for row in read(statements.ties(label), map=map)
        if row["props"]["uid"].startswith(prefix)
    ]
    return build_graph(
        nodes,
        ties,
        map=map,
        config=about[0]["config"] or "",
        files=json.loads(about[0]["files"]),
        interrupted=is_interrupted(read, map),
    )


def _user_properties(props: Row) -> Row:
    """The properties that are not sysmap's own, in the order of their names."""
    return {key: props[key] for key in sorted(props) if key not in RESERVED and not key.startswith(OURS)}

"""Which map a dataset is: two maps of one name in one database must not meet."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

from sysmap.cypher.statements import ABOUT_MAP, Statements
from sysmap.errors import Cause, LimitReached
from sysmap.messages import Number
from sysmap.stores.engine import Row
from sysmap.stores.port import Read
from sysmap.tables.rows import Dataset

__all__ = ["check_same_map", "map_id"]

ANOTHER_MAP = Cause(
    "S045",
    "the database holds another map that is called {map} too: {theirs}, with {shared} of the {count} nodes here",
    'nothing was loaded: give this one another name (--map NAME, or name = "..." in sysmap.toml); if it is the same map, '
    'write id = "{id}" in its sysmap.toml',
)


def map_id(dataset: Dataset) -> str:
    """The id that sysmap.toml gives a map, else a hash of its name, its title and the uid and name of all its nodes.

    The hash is the map's only at its first load: the database keeps it, whatever becomes of the nodes.
    """
    config = dataset.config
    if config.id:
        return config.id
    nodes = sorted((node.uid, str(node.props.get("name", ""))) for node in dataset.nodes)
    return blake2b(repr((config.name, config.title, nodes)).encode(), digest_size=8).hexdigest()


def check_same_map(read: Read, statements: Statements, dataset: Dataset, unchanged: int) -> str:
    """The id under which the database keeps the map of this dataset, or is to keep it from now on.

    `unchanged` nodes are in the database just as they are here. Raises LimitReached if the database holds another map
    of the same name: both have an id of their own and these differ; or one has none, and at most half of the nodes of
    either are in the other, by uid and name.
    """
    about: Row = next(iter(read(ABOUT_MAP, map=dataset.config.name)), {})
    kept, own = about.get("id"), map_id(dataset)
    if about.get("files") is None or kept == own:
        return own
    given = bool(dataset.config.id)
    if not (given and about.get("id_given")) and _is_alike(read, statements, dataset, unchanged):
        return own if given or not kept else kept
    theirs = _names(read, statements, dataset.config.name)
    shared = sum(theirs.get(node.uid) == node.props.get("name") for node in dataset.nodes)
    raise LimitReached(
        ANOTHER_MAP,
        map=repr(dataset.config.name),
        theirs=repr(about.get("title") or dataset.config.name),
        shared=Number(shared),
        count=Number(len(dataset.nodes)),
        id=kept or "",
    )


def _is_alike(read: Read, statements: Statements, dataset: Dataset, unchanged: int) -> bool:
    """Whether more than half of the nodes of the dataset, or of the database's map, are in the other."""
    if not dataset.nodes or 2 * unchanged > len(dataset.nodes):
        return True
    theirs = _names(read, statements, dataset.config.name)
    shared = sum(theirs.get(node.uid) == node.props.get("name") for node in dataset.nodes)
    return not theirs or 2 * shared > min(len(theirs), len(dataset.nodes))


def _names(read: Read, statements: Statements, map: str) -> dict[str, Any]:
    """Uid within the map -> name, of the nodes that a load wrote."""
    start = len(map) + 1
    return {
        row["uid"][start:]: row["name"]
        for label in statements.labels.values()
        for row in read(statements.node_names(label), map=map)
    }

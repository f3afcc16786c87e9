"""Opening the database that a command reads from: `--db`, SYSMAP_DB, or the one under ./sysmap-out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import sysmap.cli._options as options

if TYPE_CHECKING:
    from sysmap.analysis import Analysis
    from sysmap.stores import GraphStore

__all__ = ["analysis_in", "holder_called", "keep", "node_called", "opened", "part_of", "read_analysis"]


@contextmanager
def opened(address: str | None, *, read_only: bool = True) -> Iterator[GraphStore]:
    """The store at `address`, or the default one; closed at the end."""
    from sysmap.build import default_database
    from sysmap.stores import open_store
    from sysmap.vocabulary import VOCABULARY

    store = open_store(address or default_database(), VOCABULARY, credentials=options.credentials, read_only=read_only)
    try:
        yield store
    finally:
        store.close()


def read_analysis(address: str | None, map_name: str | None, as_of: date | None, *, fast: bool = True) -> Analysis:
    """The analysis of a map in the database, which is closed at once."""
    with opened(address) as store:
        return analysis_in(store, map_name, as_of, fast=fast)


def analysis_in(store: GraphStore, map_name: str | None, as_of: date | None, *, fast: bool = True) -> Analysis:
    """The analysis of a map in an open store, with a warning where a load of it did not finish."""
    from sysmap.build import analyse_graph, choose_map

    graph = store.graph(choose_map(store, map_name))
    if graph.graph["interrupted"]:
        import click

        click.echo(f"warning: a load of {graph.graph['map']} did not finish; load it again (what follows is of a half-loaded map)", err=True)
    return analyse_graph(graph, as_of, fast=fast)


def keep(analysis: Analysis, store: GraphStore) -> None:
    """Write measures and gaps back to the store that the analysis was read from, and say how many."""
    import click

    from sysmap.build import write_back

    nodes, gaps = write_back(analysis, store)
    click.echo(f"written back: measures of {nodes:,} nodes, {gaps:,} gaps", err=True)


def node_called(analysis: Analysis, text: str, uids: Collection[str], what: str) -> str:
    """Which of `uids` has this uid, id or name; UnknownName, with the nearest `what`, where none or more than one has."""
    from sysmap.errors import UnknownName

    wanted = text.strip().casefold()
    for spelled in ({uid: uid for uid in uids}, {uid: str(analysis.props(uid).get("id")) for uid in uids},
                    {uid: analysis.name(uid) for uid in uids}):
        found = [uid for uid, spelling in spelled.items() if spelling.casefold() == wanted]
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownName(what, text, found)
    raise UnknownName(what, text, [*map(analysis.name, uids), *uids])


def part_of(analysis: Analysis, store: GraphStore, only: Collection[str], focus: tuple[str | None, int], cypher: str | None) -> frozenset[str] | None:
    """The nodes that fit all of what was asked; None where nothing was."""
    from sysmap.page.looks import choose_nodes, nodes_around

    name, steps = focus
    asked = [choose_nodes(analysis, only)] if only else []
    if name:
        asked.append(nodes_around(analysis, [node_called(analysis, name, list(analysis.whole), "node")], steps))
    if cypher:
        asked.append(_answered(analysis, store, cypher))
    return frozenset.intersection(*asked) if asked else None


def _answered(analysis: Analysis, store: GraphStore, cypher: str) -> frozenset[str]:
    """The nodes that the rows of a query name: in a column `uid`, or `stakeholder_id` and so on by kind."""
    from sysmap.cypher.queries import bind, find_query
    from sysmap.errors import QueryRefused
    from sysmap.schema import node_uid

    known = find_query(cypher) if len(cypher.split()) == 1 else None
    map_name = analysis.graph.graph["map"]
    rows = list(store.query(known.text if known else cypher, **(bind(known, {}) if known else {}), map=map_name))
    columns = {f"{kind.name}_id": kind.name for kind in analysis.vocabulary.nodes}
    if rows and not {"uid", *columns} & rows[0].keys():
        raise QueryRefused("the query names no nodes", f"let it RETURN n.uid AS uid, or a column called {', '.join(columns)}")
    told = {str(row["uid"]).removeprefix(f"{map_name}/") for row in rows if row.get("uid")}
    told |= {node_uid(columns[name], str(value)) for row in rows for name, value in row.items() if name in columns and value is not None}
    return frozenset(told & set(analysis.whole))


def holder_called(analysis: Analysis, text: str | None) -> str | None:
    """The holder of causal links that `text` spells, as `node_called` finds it; None for the common map."""
    from sysmap.errors import UnknownName
    from sysmap.records.causes_holders import find_holders, holder_name

    if not text:
        return None
    known = find_holders(analysis)
    stakeholders = [holder for holder in known if holder in analysis.whole]
    found = {spelling.casefold(): holder for holder in known for spelling in (holder, *known[holder])}
    try:
        return found.get(text.strip().casefold()) or node_called(analysis, text, stakeholders, "holder of links")
    except UnknownName:
        raise UnknownName("holder of links", text, [holder_name(analysis, holder) for holder in known]) from None

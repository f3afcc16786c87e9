"""Opening the database that a command reads from: `--db`, SYSMAP_DB, or the one under ./sysmap-out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import sysmap.cli._options as options
from sysmap.cli._language import follow_map, say, warn
from sysmap.errors import Cause
from sysmap.messages import AnyText, Joined, Message, in_context, plural

if TYPE_CHECKING:
    from sysmap.analysis import Analysis
    from sysmap.stores import GraphStore

__all__ = ["analysis_in", "holder_called", "keep", "node_called", "opened", "part_of", "read_analysis"]

HOLDER = in_context("kind of thing", "holder of links")
NODE = in_context("kind of thing", "node")
INTERRUPTED = Message("a load of {map} did not finish; load it again (what follows is of a half-loaded map)")
KEPT_MEASURES = plural("written back: measures of {n} node", "written back: measures of {n} nodes")
KEPT_GAPS = plural("{n} gap", "{n} gaps")
NO_NODES = Cause("L005", "the query names no nodes", "let it RETURN n.uid AS uid, or a column called {columns}")
SEVERAL_NODES = Cause("L007", "there is more than one {kind} called {name}", "write {choices}")


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
    """The analysis of a map in the database, which is closed at once; its language is spoken, as by `analysis_in`."""
    with opened(address) as store:
        return analysis_in(store, map_name, as_of, fast=fast)


def analysis_in(store: GraphStore, map_name: str | None, as_of: date | None, *, fast: bool = True) -> Analysis:
    """The analysis of a map in an open store, with a warning where a load of it did not finish.

    From here on the map's own language is spoken, unless `--lang` or the environment ask for another.
    """
    from sysmap.build import analyse_graph, choose_map

    graph = store.graph(choose_map(store, map_name))
    analysis = analyse_graph(graph, as_of, fast=fast)
    follow_map(analysis.config.language)
    if graph.graph["interrupted"]:
        warn(INTERRUPTED.filled(map=graph.graph["map"]))
    return analysis


def keep(analysis: Analysis, store: GraphStore) -> None:
    """Write measures and gaps back to the store that the analysis was read from, and say how many."""
    from sysmap.build import write_back

    nodes, gaps = write_back(analysis, store)
    say(Joined((KEPT_MEASURES.counted(nodes), KEPT_GAPS.counted(gaps)), ", "), err=True)


def node_called(analysis: Analysis, text: str, uids: Collection[str], what: AnyText) -> str:
    """The one of `uids` that `text` means: its uid, its id or its name.

    The case of the letters decides only where several nodes differ by nothing else. Raises `UnknownName`, which calls
    it a `what` and offers the nearest names, where no node is meant, and `Ambiguous`, which lists the uids, where
    several are.
    """
    from sysmap.errors import Ambiguous, UnknownName

    wanted = text.strip()
    for spellings in (
        {uid: uid for uid in uids},
        {uid: str(analysis.props(uid).get("id")) for uid in uids},
        {uid: analysis.name(uid) for uid in uids},
    ):
        alike = {uid: spelling for uid, spelling in spellings.items() if spelling.casefold() == wanted.casefold()}
        meant = [uid for uid, spelling in alike.items() if spelling == wanted] or list(alike)
        if len(meant) > 1:
            raise Ambiguous(SEVERAL_NODES, sorted(meant), kind=what, name=repr(text))
        if meant:
            return meant[0]
    raise UnknownName(what, text, [*map(analysis.name, uids), *uids])


def part_of(
    analysis: Analysis, store: GraphStore, only: Collection[str], focus: tuple[str | None, int], cypher: str | None
) -> frozenset[str] | None:
    """The nodes that fit all that is asked for; None where nothing is.

    `only` are the conditions of `--only`, `focus` a node and how many ties around it, `cypher` a query or the name of
    one.
    """
    from sysmap.page.looks import choose_nodes, nodes_around

    name, steps = focus
    asked = [choose_nodes(analysis, only)] if only else []
    if name:
        asked.append(nodes_around(analysis, [node_called(analysis, name, list(analysis.graph), NODE)], steps))
    if cypher:
        asked.append(_nodes_in_answer(analysis, store, cypher))
    return frozenset.intersection(*asked) if asked else None


def _nodes_in_answer(analysis: Analysis, store: GraphStore, cypher: str) -> frozenset[str]:
    """The nodes that the rows of a query name: in a column `uid`, or `stakeholder_id` and so on by kind."""
    from sysmap.cypher.queries import bind, find_query, parameters_of
    from sysmap.errors import QueryRefused
    from sysmap.schema import node_uid

    known = find_query(cypher) if len(cypher.split()) == 1 else None
    map_name = analysis.graph.graph["map"]
    of_map = {"as_of": analysis.as_of.isoformat(), **parameters_of(analysis.settings)}
    rows = list(
        store.query(known.text if known else cypher, **(bind(known, {}, of_map) if known else {}), map=map_name)
    )
    columns = {f"{kind.name}_id": kind.name for kind in analysis.vocabulary.nodes}
    if rows and not {"uid", *columns} & rows[0].keys():
        raise QueryRefused(NO_NODES, columns=", ".join(columns))
    uids = {str(row["uid"]).removeprefix(f"{map_name}/") for row in rows if row.get("uid")}
    uids |= {
        node_uid(columns[name], str(value))
        for row in rows
        for name, value in row.items()
        if name in columns and value is not None
    }
    return frozenset(uids & set(analysis.graph))


def holder_called(analysis: Analysis, text: str | None) -> str | None:
    """The holder of causal links that `text` spells, as `node_called` finds it; None for the common map."""
    from sysmap.errors import UnknownName
    from sysmap.records.causes_holders import find_holders, holder_name

    if not text:
        return None
    known = find_holders(analysis)
    stakeholders = [holder for holder in known if holder in analysis.whole]
    by_spelling = {spelling.casefold(): holder for holder in known for spelling in (holder, *known[holder])}
    try:
        return by_spelling.get(text.strip().casefold()) or node_called(analysis, text, stakeholders, HOLDER)
    except UnknownName:
        raise UnknownName(HOLDER, text, [holder_name(analysis, holder) for holder in known]) from None

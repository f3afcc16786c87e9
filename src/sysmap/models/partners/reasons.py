"""Why two stakeholders might become partners: one sentence for each term of a suggestion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx

from sysmap.analysis import Analysis
from sysmap.messages import AnyText, Joined, Message, Text, UserText, plural
from sysmap.models.gaps.ranking import describe_gap, find_shared_work
from sysmap.records.coverage_work import read_work

__all__ = ["TERM_NAMES", "explain_suggestion"]

NAMED = 3
"""How many names a sentence holds; the others are counted."""
TERM_NAMES: Mapping[str, Message] = {
    "need": Message("need"),
    "partners": Message("partners"),
    "work": Message("work"),
    "fit": Message("offers"),
    "bridge": Message("bridge"),
    "diversity": Message("diversity"),
    "load": Message("load"),
}
"""What each term of a suggestion is called."""


def explain_suggestion(analysis: Analysis, source: str, target: str) -> dict[str, Text]:
    """A sentence for each term that can be said of the two; `bridge` and `load` always can."""
    return {**_by_work(analysis, source, target), **_by_partners(analysis, source, target), **_by_exchange(analysis, source, target),
            **_by_sector(analysis, source, target), **_by_load(analysis, source, target)}


def _by_work(analysis: Analysis, source: str, target: str) -> dict[str, Text]:
    who = read_work(analysis)
    behind = find_shared_work(who, who.people.index(source), who.people.index(target))
    if not behind.problems:
        return {}
    shared = tuple(who.problems[p] for p in behind.shared)
    said = {"need": describe_gap(analysis, shared, tuple((who.problems[p], who.problems[q]) for p, q in behind.links))}
    if shared:
        fewest = min(behind.shared, key=lambda p: (who.workers[p], p))
        said["work"] = Message("{n} stakeholders work on {problem}, these two among them.").filled(
                                 n=int(who.workers[fewest]), problem=analysis.name(who.problems[fewest]))
    return said


def _by_partners(analysis: Analysis, source: str, target: str) -> dict[str, Text]:
    network = analysis.collaboration
    common = sorted(nx.common_neighbors(network, source, target), key=lambda uid: (network.degree[uid], uid))
    if common:
        return {"partners": Message("Partners in common: {names}.").filled(
            names=_names(analysis, common))}
    if nx.has_path(network, source, target):
        return {"bridge": Message("They have no partner in common: the tie would open a new way between two circles.")}
    return {"bridge": Message("No chain of partnerships joins them: the tie would join two pieces of the network.")}


def _by_exchange(analysis: Analysis, source: str, target: str) -> dict[str, Text]:
    said = []
    for giver, taker in ((source, target), (target, source)):
        wanted = {str(item).casefold() for item in analysis.props(taker).get("needs") or ()}
        given = [str(item) for item in analysis.props(giver).get("offers") or () if str(item).casefold() in wanted]
        if given:
            said.append(Message("{giver} offers {items}, which {taker} needs.").filled(giver=analysis.name(giver), items=", ".join(given), taker=analysis.name(taker)))
    return {"fit": Joined(said)} if said else {}


def _by_sector(analysis: Analysis, source: str, target: str) -> dict[str, Text]:
    one, other = (analysis.props(uid).get("sector") for uid in (source, target))
    if not (one and other) or one == other:
        return {}
    return {"diversity": Message("They come from different sectors: {one} and {other}.").filled(
                                   one=_sector(analysis, str(one)), other=_sector(analysis, str(other)))}


def _sector(analysis: Analysis, value: str) -> Text:
    """A sector as people say it."""
    [field] = (field for field in analysis.vocabulary.node_columns("Stakeholder") if field.name == "sector")
    known = field.choice(value)
    return known.label if known else UserText(value)


def _by_load(analysis: Analysis, source: str, target: str) -> dict[str, Text]:
    network = analysis.collaboration
    busier = max((source, target), key=lambda uid: (network.degree[uid], uid))
    return {"load": plural("Against it: {name} has {n} partner to look after already.", "Against it: {name} has {n} partners to look after already.",
                           network.degree[busier]).filled(name=analysis.name(busier))}


def _names(analysis: Analysis, uids: Sequence[str]) -> AnyText:
    names, more = ", ".join(analysis.name(uid) for uid in uids[:NAMED]), len(uids) - NAMED
    return Message("{names} and {n} more", names=names, n=more) if more > 0 else names

"""The sentences that say why two stakeholders might become partners: one for each term of a suggestion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx

from sysmap.analysis import Analysis
from sysmap.messages import AnyText, Joined, Message, Text, UserText, plural
from sysmap.models.gaps.shared_work import describe_gap, find_shared_work
from sysmap.records.coverage_work import read_work

__all__ = ["TERM_NAMES", "explain_suggestion"]

NAMED = 3
"""How many names a sentence lists; the others are only counted."""
TERM_NAMES: Mapping[str, Message] = {
    "need": Message("need"),
    "partners": Message("partners"),
    "work": Message("work"),
    "fit": Message("offers"),
    "bridge": Message("bridge"),
    "diversity": Message("diversity"),
    "load": Message("load"),
}
"""Term of a suggestion -> its name as readers see it."""


def explain_suggestion(analysis: Analysis, source: str, target: str) -> dict[str, Text]:
    """Return a sentence for each term of `TERM_NAMES` that applies to the two stakeholders, given by uid.

    `load` always applies, and always one of `partners` and `bridge`.
    """
    return {
        **_explain_work(analysis, source, target),
        **_explain_partners(analysis, source, target),
        **_explain_exchange(analysis, source, target),
        **_explain_sectors(analysis, source, target),
        **_explain_load(analysis, source, target),
    }


def _explain_work(analysis: Analysis, source: str, target: str) -> dict[str, Text]:
    """`need`: what makes them need each other; `work`: the common problem that the fewest work on."""
    work = read_work(analysis)
    behind = find_shared_work(work, work.people.index(source), work.people.index(target))
    if not behind.problems:
        return {}
    shared = tuple(work.problems[p] for p in behind.shared)
    sentences = {
        "need": describe_gap(analysis, shared, tuple((work.problems[p], work.problems[q]) for p, q in behind.links))
    }
    if shared:
        fewest = min(behind.shared, key=lambda p: (work.workers[p], p))
        sentences["work"] = Message("{n} stakeholders work on {problem}, these two among them.").filled(
            n=int(work.workers[fewest]), problem=analysis.name(work.problems[fewest])
        )
    return sentences


def _explain_partners(analysis: Analysis, source: str, target: str) -> dict[str, Text]:
    """`partners`: whom they have in common, those with the fewest partners first.

    Else `bridge`: what a tie would join.
    """
    network = analysis.collaboration
    common = sorted(nx.common_neighbors(network, source, target), key=lambda uid: (network.degree[uid], uid))
    if common:
        return {"partners": Message("Partners in common: {names}.").filled(names=_list_names(analysis, common))}
    if nx.has_path(network, source, target):
        return {"bridge": Message("They have no partner in common: the tie would open a new way between two circles.")}
    return {"bridge": Message("No chain of partnerships joins them: the tie would join two pieces of the network.")}


def _explain_exchange(analysis: Analysis, source: str, target: str) -> dict[str, Text]:
    """`fit`: what each offers that the other needs; one sentence per direction."""
    sentences = []
    for giver, taker in ((source, target), (target, source)):
        wanted = {str(item).casefold() for item in analysis.props(taker).get("needs") or ()}
        items = [str(item) for item in analysis.props(giver).get("offers") or () if str(item).casefold() in wanted]
        if items:
            sentences.append(
                Message("{giver} offers {items}, which {taker} needs.").filled(
                    giver=analysis.name(giver), items=", ".join(items), taker=analysis.name(taker)
                )
            )
    return {"fit": Joined(sentences)} if sentences else {}


def _explain_sectors(analysis: Analysis, source: str, target: str) -> dict[str, Text]:
    one, other = (analysis.props(uid).get("sector") for uid in (source, target))
    if not (one and other) or one == other:
        return {}
    return {
        "diversity": Message("They come from different sectors: {one} and {other}.").filled(
            one=_sector_label(analysis, str(one)), other=_sector_label(analysis, str(other))
        )
    }


def _sector_label(analysis: Analysis, value: str) -> Text:
    """The label of a sector; a sector that the vocabulary does not know is shown as it was written."""
    [field] = (field for field in analysis.vocabulary.node_columns("Stakeholder") if field.name == "sector")
    choice = field.choice(value)
    return choice.label if choice else UserText(value)


def _explain_load(analysis: Analysis, source: str, target: str) -> dict[str, Text]:
    """`load`: how many partners the busier of the two has already."""
    network = analysis.collaboration
    busier = max((source, target), key=lambda uid: (network.degree[uid], uid))
    return {
        "load": plural(
            "Against it: {name} has {n} partner to look after already.",
            "Against it: {name} has {n} partners to look after already.",
            network.degree[busier],
        ).filled(name=analysis.name(busier))
    }


def _list_names(analysis: Analysis, uids: Sequence[str]) -> AnyText:
    names, more = ", ".join(analysis.name(uid) for uid in uids[:NAMED]), len(uids) - NAMED
    return Message("{names} and {n} more", names=names, n=more) if more > 0 else names

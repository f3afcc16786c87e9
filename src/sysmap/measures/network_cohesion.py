"""How the network holds together: circles, connected components, communities, and what would break it.

All use networkx's definitions on the collaboration view. Weights are used only to find communities.
"""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from sysmap.algorithms import quick_communities
from sysmap.algorithms.numbering import number_nodes
from sysmap.analysis import Analysis, kept
from sysmap.measures.port import Values, measure
from sysmap.messages import Message

__all__ = [
    "bridge",
    "clustering",
    "community",
    "component",
    "component_count",
    "cut_point",
    "density",
    "find_communities",
    "find_components",
    "largest_component",
    "local_bridge",
    "modularity",
    "transitivity",
]

SHARE = Message("share, 0-1")
YES = Message("1 = yes, 0 = no")
NUMBER = Message("number")
RUNS, FEW = 10, 2_000
"""Communities are searched so often in networks of at most so many stakeholders, else once."""


@measure(
    topic="network",
    order=180,
    title=Message("Tight circle"),
    term="clustering coefficient",
    high=1,
    unit=SHARE,
    how=Message(
        "Of all pairs among its partners, the share who are partners of each other. Undefined with fewer than two partners."
    ),
    advice=Message("High: trust, and little that is new. Low: it stands between partners who do not meet."),
    source="Watts & Strogatz 1998; networkx clustering",
)
def clustering(analysis: Analysis) -> Values:
    """Share of pairs of partners that are tied, 0 to 1; None below two partners, where networkx gives 0."""
    network = analysis.collaboration
    return {uid: score if network.degree[uid] > 1 else None for uid, score in nx.clustering(network).items()}


@measure(
    topic="network",
    order=190,
    title=Message("Single point of failure"),
    term="cut point (articulation point)",
    high=1,
    unit=YES,
    how=Message("Whether the network falls into more pieces when this stakeholder leaves."),
    advice=Message("Prepare a stand-in, or a second partnership around it."),
    source="networkx articulation_points",
)
def cut_point(analysis: Analysis) -> Values:
    """1 where removal leaves more connected components, else 0."""
    cut_points = set(nx.articulation_points(analysis.collaboration))
    return {uid: int(uid in cut_points) for uid in analysis.collaboration}


@measure(
    topic="network",
    order=200,
    title=Message("Only link"),
    term="bridge",
    level="tie",
    high=1,
    unit=YES,
    how=Message("Whether this partnership is the only way between the two sides it joins."),
    advice=Message("Look after it, and build a second way."),
    source="networkx bridges",
)
def bridge(analysis: Analysis) -> Values:
    """1 for ties whose pair is a bridge, else 0; parallel partnerships of one pair count as one."""
    return _mark_ties(analysis, nx.bridges(analysis.collaboration))


@measure(
    topic="network",
    order=210,
    title=Message("Link between circles"),
    term="local bridge",
    level="tie",
    high=1,
    unit=YES,
    how=Message("Whether the two partners have no partner in common."),
    advice=Message("New ideas travel on such ties. Use them on purpose."),
    source="Granovetter 1973; networkx local_bridges",
)
def local_bridge(analysis: Analysis) -> Values:
    """1 for ties whose ends share no partner, else 0."""
    return _mark_ties(analysis, nx.local_bridges(analysis.collaboration, with_span=False))


@measure(
    topic="network",
    order=220,
    title=Message("Piece of the network"),
    term="connected component",
    low=1,
    unit=NUMBER,
    how=Message("Pieces that no chain of partnerships joins, numbered from the largest."),
    advice=Message("Small pieces miss what the large one knows. Find one partnership that joins them."),
    source="networkx connected_components",
)
def component(analysis: Analysis) -> Values:
    """Number of the connected component, 1 = the largest, equal sizes by their smallest uid."""
    return {uid: number for number, members in enumerate(find_components(analysis), 1) for uid in members}


@measure(
    topic="network",
    order=230,
    title=Message("Group that works together"),
    term="community (Louvain)",
    low=None,
    unit=Message("name"),
    how=Message(
        "Groups with more partnerships among themselves than chance would give, named by the member with the most partners. Each piece of the network is searched by itself, ten times with fixed seeds (once beyond 2,000 stakeholders), and the clearest groups are taken: others are possible."
    ),
    advice=Message("Compare with your own units: where they differ, people work across them already."),
    source="Blondel et al. 2008, with the queue of Traag et al. 2019",
    weighted=True,
)
def community(analysis: Analysis) -> Values:
    """Number and name of the community; None without a partner."""
    network = analysis.collaboration
    found: dict[str, str | None] = dict.fromkeys(network)
    for number, members in enumerate(find_communities(analysis), 1):
        leader = min(members, key=lambda uid: (-network.degree[uid], uid))
        found |= dict.fromkeys(members, f"{number}. {analysis.name(leader)}")
    return found


@measure(
    topic="network",
    order=240,
    title=Message("Clearness of the groups"),
    term="modularity",
    level="graph",
    low=-0.5,
    high=1,
    unit=Message("score"),
    how=Message("The share of partnerships inside the groups found, less what chance would give."),
    advice=Message("Above about 0.3 the groups are real: plan how they meet."),
    source="Newman & Girvan 2004; networkx modularity",
    weighted=True,
)
def modularity(analysis: Analysis) -> Values:
    """Modularity of the communities found, -0.5 to 1; None if there is no tie.

    Each stakeholder without a partner is a group of its own.
    """
    network, uids = number_nodes(analysis.collaboration)
    if not network.number_of_edges():
        return {"": None}
    number = {uid: position for position, uid in enumerate(uids)}
    groups = [{number[uid] for uid in group} for group in find_communities(analysis)]
    return {
        "": nx.community.modularity(network, groups + [{alone} for alone, partners in network.degree if not partners])
    }


@measure(
    topic="network",
    order=250,
    title=Message("Share of partnerships made"),
    term="density",
    level="graph",
    high=1,
    unit=SHARE,
    how=Message("Pairs that are partners, divided by all pairs. Undefined with fewer than two stakeholders."),
    advice=Message("Large networks are thin by nature: compare with your own earlier map, not with other places."),
    source="networkx density",
)
def density(analysis: Analysis) -> Values:
    """Partnered pairs over all pairs, 0 to 1; None below two stakeholders."""
    network = analysis.collaboration
    return {"": nx.density(network) if len(network) > 1 else None}


@measure(
    topic="network",
    order=260,
    title=Message("Partners of partners who meet"),
    term="transitivity",
    level="graph",
    high=1,
    unit=SHARE,
    how=Message("Of all chains of two partnerships, the share whose ends are partners too."),
    advice=Message("Low: many could be introduced to each other by a partner they share."),
    source="networkx transitivity",
)
def transitivity(analysis: Analysis) -> Values:
    """Three times the triangles over the chains of two ties, 0 to 1; None where there is no chain."""
    network = analysis.collaboration
    chains = any(partners > 1 for _, partners in network.degree)
    return {"": float(nx.transitivity(network)) if chains else None}


@measure(
    topic="network",
    order=270,
    title=Message("Number of pieces"),
    term="connected components",
    level="graph",
    low=1,
    unit=Message("pieces"),
    how=Message("Pieces that no chain of partnerships joins; a stakeholder without a partner is one."),
    advice=Message("One is best: everybody can be reached."),
    source="networkx number_connected_components",
)
def component_count(analysis: Analysis) -> Values:
    """How many connected components there are, 1 and up."""
    return {"": len(find_components(analysis))}


@measure(
    topic="network",
    order=280,
    title=Message("Share in the largest piece"),
    term="giant component share",
    level="graph",
    high=1,
    unit=SHARE,
    how=Message("Stakeholders in the largest piece, divided by all."),
    advice=Message("Below 1: somebody cannot be reached through partners."),
    source="networkx connected_components",
)
def largest_component(analysis: Analysis) -> Values:
    """Share of stakeholders in the largest connected component, above 0 to 1."""
    return {"": len(find_components(analysis)[0]) / len(analysis.collaboration)}


@kept
def find_components(analysis: Analysis) -> list[list[str]]:
    """Return the connected components, each as sorted uids: the largest first, equal sizes by their smallest uid."""
    return _sort_by_size(nx.connected_components(analysis.collaboration))


@kept
def find_communities(analysis: Analysis) -> list[list[str]]:
    """Return the Louvain communities of those who have a partner, in the order of components.

    They are weighted, and found in each connected component by itself: the best of several searches, the first of them
    with the seed of the settings.
    """
    runs = RUNS if len(analysis.collaboration) <= FEW else 1
    groups = _sort_by_size(quick_communities(analysis.collaboration, seed=analysis.settings.seed, runs=runs))
    return [group for group in groups if analysis.collaboration.degree[group[0]]]


def _sort_by_size(groups: Iterable[Iterable[str]]) -> list[list[str]]:
    return sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group[0]))


def _mark_ties(analysis: Analysis, pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Tie -> 1 if it joins one of these pairs, else 0."""
    chosen = {frozenset(pair) for pair in pairs}
    return {
        uid: int(frozenset((source, target)) in chosen)
        for source, target, ties in analysis.collaboration.edges(data="ties")
        for uid in ties
    }

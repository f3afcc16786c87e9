"""Where a push may move much: four scores of leverage in the common causal map, and MICMAC's roles.

Only nodes with a cause or an effect have scores. A link of unknown sign counts in all scores except that of the push.
"""

from __future__ import annotations

from collections import Counter
from typing import Literal

import networkx as nx

from sysmap.algorithms import StableImpact, cross_impact, stable_cross_impact
from sysmap.algorithms.pushing import (
    linear_response,
    link_strengths,
    push_changes,
    signed_weights,
    tips_at_any_push,
)
from sysmap.analysis import Analysis, kept
from sysmap.measures.port import Values, measure, measure_values
from sysmap.messages import Message
from sysmap.records.causes_map import causal_map, search_loops

__all__ = [
    "ROLES",
    "Role",
    "direct_impact",
    "linked_causes",
    "loop_leverage",
    "micmac_dependence",
    "micmac_influence",
    "micmac_role",
    "push_sensitivity",
    "push_tips",
    "stable_impact",
    "structural_leverage",
]

Role = Literal["driver", "relay", "dependent", "autonomous"]
ROLE_BY_PLACE: dict[tuple[bool, bool], Role] = {
    (True, False): "driver",
    (True, True): "relay",
    (False, True): "dependent",
    (False, False): "autonomous",
}
"""(is its influence above the mean?, is its dependence?) -> role."""
ROLES: dict[str, Message] = {
    "driver": Message("driver"),
    "relay": Message("relay"),
    "dependent": Message("dependent"),
    "autonomous": Message("autonomous"),
}
"""MICMAC's four roles -> their labels: much or little influence, much or little dependence."""
MOST_PUSHED = 500
"""On maps with more concepts the push score is not computed: it would take too long."""
AT_ONCE = 250
"""How many pushes are run side by side; this bounds the memory."""
MOST_TRIED = 10
"""How many pushes are tried anew with a small push."""
NO_UNIT = Message("score")
GODET = "Godet 1986"


@kept
def linked_causes(analysis: Analysis) -> nx.DiGraph:
    """Return the common map without the nodes that have neither a cause nor an effect."""
    links = causal_map(analysis)
    return links.subgraph([uid for uid, degree in links.degree if degree]).copy()


@measure(
    topic="causes",
    order=320,
    title=Message("Effects per cause"),
    term="structural leverage",
    view="causal",
    unit=NO_UNIT,
    how=Message("(Effects it has on others + 1) / (causes that act on it + 1), direct links only."),
    advice=Message(
        "Above 1 it drives more than it is driven: a push here is answered to by others, and few push back."
    ),
    source="sysmap",
)
def structural_leverage(analysis: Analysis) -> Values:
    """(out + 1) / (in + 1) of each node with a link, above 0."""
    links = linked_causes(analysis)
    return {uid: (links.out_degree(uid) + 1) / (links.in_degree(uid) + 1) for uid in links}


@measure(
    topic="causes",
    order=330,
    title=Message("Leverage by feedback"),
    term="loop-based leverage",
    view="causal",
    unit=NO_UNIT,
    how=Message(
        "Sum of 1 / length over the feedback loops through it (all of them; where there are more than can be listed, those of at most 8 links)."
    ),
    advice=Message(
        "High: many short circles bring a change back soon, for good or ill. See which kind they are before you push."
    ),
    source="Oliva 2004",
)
def loop_leverage(analysis: Analysis) -> Values:
    """Sum of 1 / length over the listed loops through each node with a link, 0 and up."""
    counts: Counter[tuple[str, int]] = Counter(
        (uid, len(loop.nodes)) for loop in search_loops(analysis).loops for uid in loop.nodes
    )
    scores = dict.fromkeys(linked_causes(analysis), 0.0)
    for (uid, length), count in sorted(counts.items()):
        scores[uid] += count / length
    return scores


@measure(
    topic="causes",
    order=340,
    title=Message("What a push here moves"),
    term="FCM sensitivity",
    view="causal",
    unit=NO_UNIT,
    how=Message(
        "Holds it up (+1) and adds how much all others change against doing nothing (fuzzy cognitive map, modified Kosko, tanh, lambda 1; "
        "links of unknown sign left out). Where a push of a thousandth moves half as much or more, any push tips the map: then the linear response is "
        "given, with weights scaled to half of 1 / spectral radius. Undefined where a push neither settles nor swings evenly, and on maps of more than "
        "500 causes."
    ),
    advice=Message("Compare ranks, not amounts; then look at who moves which way: sysmap whatif --push."),
    source="Kosko 1986; Knight et al. 2013",
)
def push_sensitivity(analysis: Analysis) -> Values:
    """Sum of |change| of all other nodes when a node is held at +1, 0 and up; None if the map is then chaotic.

    On a map that any push tips: the linear response.
    """
    saturated = _push_each(analysis)
    if not push_tips(analysis):
        return saturated
    response = linear_response(signed_weights(linked_causes(analysis))).tolist()
    return {
        uid: None if score is None else first_effects
        for (uid, score), first_effects in zip(saturated.items(), response, strict=True)
    }


@kept
def push_tips(analysis: Analysis) -> bool:
    """Whether any push, however small, tips the map, as a reinforcing loop makes it do.

    The ten pushes that move most are tried.
    """
    links, scores = linked_causes(analysis), _push_each(analysis)
    if nx.is_directed_acyclic_graph(links):
        return False
    known = [(-float(score), number) for number, score in enumerate(scores.values()) if score is not None]
    strongest = [number for _, number in sorted(known)[:MOST_TRIED]]
    return bool(strongest) and tips_at_any_push(signed_weights(links), strongest)


@kept
def _push_each(analysis: Analysis) -> Values:
    """Sum of |change| of all other nodes when a node is held at +1; None if the map is then chaotic."""
    import numpy as np

    links = linked_causes(analysis)
    uids, weights = list(links), signed_weights(links)
    scores: dict[str, float | None] = dict.fromkeys(uids)
    for first in range(0, len(uids) if len(uids) <= MOST_PUSHED else 0, AT_ONCE):
        pushed = range(first, min(first + AT_ONCE, len(uids)))
        # Row n of the pushes holds one concept at 1 and leaves the others free (NaN). Row 0 of the results is the
        # baseline.
        runs, changes = push_changes(weights, np.where(np.eye(len(uids))[pushed], 1.0, np.nan))
        for row, at in enumerate(pushed, 1):
            if "chaos" not in (runs.outcomes[0], runs.outcomes[row]):
                scores[uids[at]] = round(float(np.abs(np.delete(changes[row], at)).sum()), 9)
    return scores


@kept
def direct_impact(analysis: Analysis) -> tuple[Values, Values]:
    """Return (influence, dependence) of each node along single links.

    They are the sums of |strength| of the links out of it, and into it.
    """
    return _measure_impact(analysis, 1)


def _measure_impact(analysis: Analysis, most: int) -> tuple[Values, Values]:
    """(influence, dependence) along paths of up to `most` links."""
    links = linked_causes(analysis)
    influence, dependence = cross_impact(link_strengths(links), most)
    return dict(zip(links, influence.round(9).tolist(), strict=True)), dict(
        zip(links, dependence.round(9).tolist(), strict=True)
    )


@kept
def stable_impact(analysis: Analysis) -> StableImpact:
    """Return Godet's ranking of the nodes of `linked_causes`.

    It is that by the power of the matrix from which on ranks no longer change.
    """
    return stable_cross_impact(link_strengths(linked_causes(analysis)))


LINKS = Message(
    "along paths of up to `micmac_links` links (4 unless sysmap.toml sets it): sums of |A|^k, a link without a strength weighs 1"
)


@measure(
    topic="causes",
    order=350,
    title=Message("Influence on the system"),
    term="MICMAC influence",
    view="causal",
    unit=NO_UNIT,
    how=Message("How much of it reaches others {links}, summed over its row.", links=LINKS),
    advice=Message(
        "High: it sets others in motion, also those it does not touch. Look at its dependence too: what depends on little is easier to hold."
    ),
    source=GODET,
)
def micmac_influence(analysis: Analysis) -> Values:
    """Row sums of the sum of |A|^k over k up to the setting `micmac_links`, 0 and up."""
    return _measure_indirect(analysis)[0]


@measure(
    topic="causes",
    order=360,
    title=Message("Dependence on the system"),
    term="MICMAC dependence",
    view="causal",
    unit=NO_UNIT,
    how=Message("How much of the others reaches it {links}, summed over its column.", links=LINKS),
    advice=Message("High: it shows what the system does, so measure it; it is a poor place to push."),
    source=GODET,
)
def micmac_dependence(analysis: Analysis) -> Values:
    """Column sums of the sum of |A|^k over k up to the setting `micmac_links`, 0 and up."""
    return _measure_indirect(analysis)[1]


@kept
def _measure_indirect(analysis: Analysis) -> tuple[Values, Values]:
    return _measure_impact(analysis, analysis.settings.micmac_links)


@measure(
    topic="causes",
    order=370,
    title=Message("Place in the system"),
    term="MICMAC quadrant",
    view="causal",
    unit=Message("name"),
    names=ROLES,
    how=Message(
        "Influence and dependence, each above the mean or not: driver (much influence, little dependence), relay (much of both), dependent (little "
        "influence, much dependence), autonomous (little of both)."
    ),
    advice=Message(
        "Push drivers; handle relays with care, for they pass everything on; measure success at the dependent; leave the autonomous for later."
    ),
    source=GODET,
)
def micmac_role(analysis: Analysis) -> Values:
    """driver, relay, dependent or autonomous, split at the means of `micmac_influence` and `micmac_dependence`."""
    strong, bound = (_above_mean(measure_values(analysis, name)) for name in ("micmac_influence", "micmac_dependence"))
    return {uid: ROLE_BY_PLACE[strong[uid], bound[uid]] for uid in strong}


def _above_mean(scores: Values) -> dict[str, bool]:
    numbers = {uid: float(score) for uid, score in scores.items() if score is not None}
    mean = sum(numbers.values()) / max(1, len(numbers))
    # Equal sums may differ in their last digit; the small margin keeps those from counting as above their own mean.
    return {uid: number > mean * (1 + 1e-12) for uid, number in numbers.items()}

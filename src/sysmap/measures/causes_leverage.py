"""Where a push may move much: four scores of leverage in the common causal map, and MICMAC's places of influence and dependence.

Only what has a cause or an effect has a score. A link whose sign nobody knows counts in all but the push.
"""

from __future__ import annotations

from collections import Counter
from typing import Literal

import networkx as nx

from sysmap.algorithms import StableImpact, cross_impact, stable_cross_impact
from sysmap.algorithms.pushing import link_strengths, push_changes, signed_weights
from sysmap.analysis import Analysis, kept
from sysmap.measures.port import Values, measure, measure_values
from sysmap.messages import Message
from sysmap.records.causes_map import causal_map, search_loops

__all__ = ["ROLES", "Role", "direct_impact", "linked_causes", "loop_leverage", "micmac_dependence", "micmac_influence", "micmac_role", "push_sensitivity",
           "stable_impact", "structural_leverage"]

Role = Literal["driver", "relay", "dependent", "autonomous"]
PLACES: dict[tuple[bool, bool], Role] = {(True, False): "driver", (True, True): "relay", (False, True): "dependent", (False, False): "autonomous"}
ROLES: dict[str, Message] = {
    "driver": Message("driver"), "relay": Message("relay"),
    "dependent": Message("dependent"), "autonomous": Message("autonomous")}
"""What MICMAC calls the four places: much or little influence, much or little dependence."""
MOST_PUSHED = 500
"""Maps of more concepts are not pushed one by one: it would take long."""
AT_ONCE = 250
"""How many pushes are run side by side, which bounds the memory."""
NO_UNIT = Message("score")
GODET = "Godet 1986"


@kept
def linked_causes(analysis: Analysis) -> nx.DiGraph:
    """The common map without what has neither cause nor effect."""
    links = causal_map(analysis)
    return links.subgraph([uid for uid, degree in links.degree if degree]).copy()


@measure(
    topic="causes", order=320,
    title=Message("Effects per cause"), term="structural leverage", view="causal", unit=NO_UNIT,
    how=Message("(Effects it has on others + 1) / (causes that act on it + 1), direct links only."),
    advice=Message("Above 1 it drives more than it is driven: a push here is answered to by others, and few push back."),
    source="sysmap")
def structural_leverage(analysis: Analysis) -> Values:
    """(out + 1) / (in + 1) of each node with a link, above 0."""
    links = linked_causes(analysis)
    return {uid: (links.out_degree(uid) + 1) / (links.in_degree(uid) + 1) for uid in links}


@measure(
    topic="causes", order=330,
    title=Message("Leverage by feedback"), term="loop-based leverage", view="causal", unit=NO_UNIT,
    how=Message("Sum of 1 / length over the feedback loops through it (of at most 8 links; where there are too many to list, over the shortest ones)."),
    advice=Message("High: many short circles bring a change back soon, for good or ill. See which kind they are before you push."),
    source="Oliva 2004")
def loop_leverage(analysis: Analysis) -> Values:
    """Sum of 1 / length over the listed loops through each node with a link, 0 and up."""
    counts: Counter[tuple[str, int]] = Counter((uid, len(loop.nodes)) for loop in search_loops(analysis).loops for uid in loop.nodes)
    found = dict.fromkeys(linked_causes(analysis), 0.0)
    for (uid, length), count in sorted(counts.items()):
        found[uid] += count / length
    return found


@measure(
    topic="causes", order=340,
    title=Message("What a push here moves"), term="FCM sensitivity", view="causal", unit=NO_UNIT,
    how=Message("Holds it up (+1) and adds how much all others change against doing nothing (fuzzy cognitive map, modified Kosko, tanh, lambda 1; "
                "links of unknown sign left out). Undefined where that neither settles nor swings evenly, and on maps of more than 500 causes."),
    advice=Message("Compare ranks, not amounts; then look at who moves which way: sysmap whatif --push."),
    source="Kosko 1986; Knight et al. 2013")
def push_sensitivity(analysis: Analysis) -> Values:
    """Sum of |change| of the others when each node with a link is held at +1, 0 and up; None where the map is then chaotic."""
    import numpy as np

    links = linked_causes(analysis)
    uids, weights = list(links), signed_weights(links)
    found: dict[str, float | None] = dict.fromkeys(uids)
    for first in range(0, len(uids) if len(uids) <= MOST_PUSHED else 0, AT_ONCE):
        pushed = range(first, min(first + AT_ONCE, len(uids)))
        made, moved = push_changes(weights, np.where(np.eye(len(uids))[pushed], 1.0, np.nan))
        for row, at in enumerate(pushed, 1):
            if "chaos" not in (made.outcomes[0], made.outcomes[row]):
                found[uids[at]] = round(float(np.abs(np.delete(moved[row], at)).sum()), 9)
    return found


@kept
def direct_impact(analysis: Analysis) -> tuple[Values, Values]:
    """What each node with a link has of influence and dependence along single links: sums of |strength|."""
    return _impact(analysis, 1)


def _impact(analysis: Analysis, most: int) -> tuple[Values, Values]:
    links = linked_causes(analysis)
    influence, dependence = cross_impact(link_strengths(links), most)
    return dict(zip(links, influence.round(9).tolist(), strict=True)), dict(zip(links, dependence.round(9).tolist(), strict=True))


@kept
def stable_impact(analysis: Analysis) -> StableImpact:
    """Godet's own ranking of the nodes of `linked_map`: that of the power from which on it stands still."""
    return stable_cross_impact(link_strengths(linked_causes(analysis)))


LINKS = Message("along paths of up to `micmac_links` links (4 unless sysmap.toml sets it): sums of |A|^k, a link without a strength weighs 1")


@measure(
    topic="causes", order=350,
    title=Message("Influence on the system"), term="MICMAC influence", view="causal", unit=NO_UNIT,
    how=Message("How much of it reaches others {links}, summed over its row.", links=LINKS),
    advice=Message("High: it sets others in motion, also those it does not touch. Look at its dependence too: what depends on little is easier to hold."),
    source=GODET)
def micmac_influence(analysis: Analysis) -> Values:
    """Row sums of the sum of |A|^k over k up to the setting `micmac_links`, 0 and up."""
    return _indirect(analysis)[0]


@measure(
    topic="causes", order=360,
    title=Message("Dependence on the system"), term="MICMAC dependence", view="causal", unit=NO_UNIT,
    how=Message("How much of the others reaches it {links}, summed over its column.", links=LINKS),
    advice=Message("High: it shows what the system does, so measure it; it is a poor place to push."),
    source=GODET)
def micmac_dependence(analysis: Analysis) -> Values:
    """Column sums of the sum of |A|^k over k up to the setting `micmac_links`, 0 and up."""
    return _indirect(analysis)[1]


@kept
def _indirect(analysis: Analysis) -> tuple[Values, Values]:
    return _impact(analysis, analysis.settings.micmac_links)


@measure(
    topic="causes", order=370,
    title=Message("Place in the system"), term="MICMAC quadrant", view="causal", unit=Message("name"), names=ROLES,
    how=Message("Influence and dependence, each above the mean or not: driver (much influence, little dependence), relay (much of both), dependent (little "
                "influence, much dependence), autonomous (little of both)."),
    advice=Message("Push drivers; handle relays with care, for they pass everything on; measure success at the dependent; leave the autonomous for later."),
    source=GODET)
def micmac_role(analysis: Analysis) -> Values:
    """driver, relay, dependent or autonomous, split at the means of `micmac_influence` and `micmac_dependence`."""
    strong, bound = (_above_mean(measure_values(analysis, name)) for name in ("micmac_influence", "micmac_dependence"))
    return {uid: PLACES[strong[uid], bound[uid]] for uid in strong}


def _above_mean(scores: Values) -> dict[str, bool]:
    numbers = {uid: float(score) for uid, score in scores.items() if score is not None}
    mean = sum(numbers.values()) / max(1, len(numbers))
    # Equal sums may differ in their last digit, and none of them lies above their mean.
    return {uid: number > mean * (1 + 1e-12) for uid, number in numbers.items()}

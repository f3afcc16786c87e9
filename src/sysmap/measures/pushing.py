"""Pushes on the common map, as the fuzzy cognitive map sees it: its weights, and what a push changes against doing nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from sysmap.algorithms import Rule, Run, Squash, run_cognitive_map

if TYPE_CHECKING:
    from sysmap.algorithms.cognitive_map import Numbers

__all__ = ["changes", "signed_weights"]


def signed_weights(links: nx.DiGraph) -> Numbers:
    """Who pushes whom how hard, row -> column, in the order of the nodes; `links` is what `signed_links` gives.

    A link without a strength weighs 1; one of unknown sign weighs nothing.
    """
    import numpy as np

    place = {uid: number for number, uid in enumerate(links)}
    weights = np.zeros((len(place), len(place)))
    for source, target, link in links.edges(data=True):
        weights[place[source], place[target]] = (link["sign"] or 0) * (1.0 if link["strength"] is None else link["strength"])
    return weights


def changes(weights: Numbers, held: Numbers, rule: Rule = "modified", squash: Squash = "tanh", slope: float = 1.0) -> tuple[Run, Numbers]:
    """The run of doing nothing (row 0) and of each row of `held` (NaN = free), and each row's values less those of row 0.

    All begin in the middle of the scale, where nothing is more or less than usual; `held` is -1 to 1 whatever the squash.
    """
    import numpy as np

    pushes = np.vstack([np.full(len(weights), np.nan), held])
    middle, pushes = (0.0, pushes) if squash == "tanh" else (0.5, (1 + pushes) / 2)
    found = run_cognitive_map(weights, np.full_like(pushes, middle), pushes, rule, squash, slope=slope)
    return found, np.round(found.values - found.values[0], 9) + 0.0

"""Pushes on the common map, as the fuzzy cognitive map sees it: its weights, and what a push changes against doing nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx

from sysmap.algorithms import Rule, Run, Squash, run_cognitive_map

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from sysmap.algorithms.cognitive_map import Numbers

__all__ = ["link_strengths", "push_changes", "signed_weights"]

EXACT, ROUGH = 9, 3
"""Digits of a change: where all stands still, and where it is a mean over a swing, which is known no better."""


def signed_weights(links: nx.DiGraph) -> csr_array:
    """Who pushes whom how hard, row -> column, in the order of the nodes; `links` is what `signed_links` gives.

    A link without a strength weighs 1; one of unknown sign weighs nothing.
    """
    return _matrix(links, {(source, target): (link["sign"] or 0) * _strength(link) for source, target, link in links.edges(data=True)})


def link_strengths(links: nx.DiGraph) -> csr_array:
    """How strong each link is whatever its sign, also where nobody knows it; rows and columns as in `signed_weights`."""
    return _matrix(links, {(source, target): _strength(link) for source, target, link in links.edges(data=True)})


def _strength(link: Mapping[str, Any]) -> float:
    return 1.0 if link["strength"] is None else float(link["strength"])


def _matrix(links: nx.DiGraph, weights: Mapping[tuple[str, str], float]) -> csr_array:
    from scipy.sparse import csr_array

    place = {uid: number for number, uid in enumerate(links)}
    rows, columns = ([place[pair[end]] for pair in weights] for end in (0, 1))
    return csr_array((list(weights.values()), (rows, columns)), shape=(len(place), len(place)), dtype=float)


def push_changes(weights: csr_array, held: Numbers, rule: Rule = "modified", squash: Squash = "tanh", slope: float = 1.0) -> tuple[Run, Numbers]:
    """The run of doing nothing (row 0) and of each row of `held` (NaN = free), and each row's values less those of row 0.

    All begin in the middle of the scale, where nothing is more or less than usual; `held` is -1 to 1 whatever the squash. Differences
    are exact to nine digits, of cycles to three. NaN throughout where either is chaos.
    """
    import numpy as np

    pushes = np.vstack([np.full(weights.shape[0], np.nan), held])
    middle, pushes = (0.0, pushes) if squash == "tanh" else (0.5, (1 + pushes) / 2)
    found = run_cognitive_map(weights, np.full_like(pushes, middle), pushes, rule, squash, slope=slope)
    differences = found.values - found.values[0]
    rough = [found.outcomes[0] == "cycle" or outcome == "cycle" for outcome in found.outcomes]
    return found, np.where(np.array(rough)[:, None], np.round(differences, ROUGH), np.round(differences, EXACT)) + 0.0

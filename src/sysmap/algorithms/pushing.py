"""Pushes on a causal map, run as a fuzzy cognitive map.

Its weights, and what a push changes compared with doing nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx

from sysmap.algorithms import Rule, Run, Squash, run_cognitive_map

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from sysmap.algorithms.cognitive_map import Numbers

__all__ = ["link_strengths", "push_changes", "signed_weights"]

DIGITS, CYCLE_DIGITS = 9, 3
"""Decimal places of a change: of settled scenarios, and of cycles, whose mean is known less exactly."""


def signed_weights(links: nx.DiGraph) -> csr_array:
    """Return the matrix of sign * strength of each link: row = cause, column = effect, in the order of the nodes.

    `links` is the graph that `signed_links` returns. A link without a strength weighs 1; a link of unknown sign weighs
    0.
    """
    return _to_matrix(
        links,
        {
            (source, target): (link["sign"] or 0) * _strength_or_1(link)
            for source, target, link in links.edges(data=True)
        },
    )


def link_strengths(links: nx.DiGraph) -> csr_array:
    """Return the matrix of strengths of all links, also of those whose sign is unknown.

    Rows and columns as in `signed_weights`.
    """
    return _to_matrix(
        links, {(source, target): _strength_or_1(link) for source, target, link in links.edges(data=True)}
    )


def _strength_or_1(link: Mapping[str, Any]) -> float:
    return 1.0 if link["strength"] is None else float(link["strength"])


def _to_matrix(links: nx.DiGraph, weights: Mapping[tuple[str, str], float]) -> csr_array:
    from scipy.sparse import csr_array

    position = {uid: number for number, uid in enumerate(links)}
    rows, columns = ([position[pair[end]] for pair in weights] for end in (0, 1))
    return csr_array((list(weights.values()), (rows, columns)), shape=(len(position), len(position)), dtype=float)


def push_changes(
    weights: csr_array, clamped: Numbers, rule: Rule = "modified", squash: Squash = "tanh", slope: float = 1.0
) -> tuple[Run, Numbers]:
    """Run one scenario without pushes and one for each row of `clamped`.

    Returns the run and the changes, scenarios x nodes.

    Row 0 of the run is the scenario without pushes; the changes are the values of each row minus those of row 0.
    `clamped` holds values from -1 to 1 for either squashing function, NaN where a node is free. All scenarios start in
    the middle of the scale, which means "as usual". Changes are rounded to nine decimal places, those of cycles to
    three. They are NaN if either scenario is chaotic.
    """
    import numpy as np

    pushes = np.vstack([np.full(weights.shape[0], np.nan), clamped])
    # tanh has the scale -1 to 1, the sigmoid 0 to 1.
    middle, pushes = (0.0, pushes) if squash == "tanh" else (0.5, (1 + pushes) / 2)
    run = run_cognitive_map(weights, np.full_like(pushes, middle), pushes, rule, squash, slope=slope)
    differences = run.values - run.values[0]
    is_cycle = [run.outcomes[0] == "cycle" or outcome == "cycle" for outcome in run.outcomes]
    # Adding 0.0 turns -0.0 into 0.0.
    return run, np.where(
        np.array(is_cycle)[:, None], np.round(differences, CYCLE_DIGITS), np.round(differences, DIGITS)
    ) + 0.0

"""Pushes on a causal map, run as a fuzzy cognitive map.

Its weights, and what a push changes compared with doing nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import networkx as nx

from sysmap.algorithms import Rule, Run, Squash, run_cognitive_map

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from sysmap.algorithms.cognitive_map import Numbers

__all__ = ["linear_response", "link_strengths", "push_changes", "signed_weights", "tips_at_any_push"]

SMALL = 0.001
"""The push that is tried beside a push of 1, to see whether any push, however small, tips the map."""
TIPPED = 0.5
"""The map tips if the small push moves at least this share of what the whole push moves."""
DAMPED = 0.5
"""The share of 1 / spectral radius to which weights are scaled for a linear response."""

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


def tips_at_any_push(weights: csr_array, nodes: Sequence[int]) -> bool:
    """Whether a push of 0.001 on one of these nodes moves the others at least half as far as a push of 1.

    Then doing nothing is an unstable state, as in every map with a reinforcing loop that is not held in check: the
    sizes of changes say where the map ends, not how strong a push is.
    """
    import numpy as np

    held = np.full((2 * len(nodes), weights.shape[0]), np.nan)
    for row, node in enumerate(nodes):
        held[row, node], held[len(nodes) + row, node] = 1.0, SMALL
    _, changes = push_changes(weights, held)
    moved = [float(np.abs(np.delete(changes[1 + row], nodes[row % len(nodes)])).sum()) for row in range(len(held))]
    return any(
        whole > 0 and small >= TIPPED * whole
        for whole, small in zip(moved[: len(nodes)], moved[len(nodes) :], strict=True)
    )


def linear_response(weights: csr_array) -> Numbers:
    """Return for each node the sum of |effect| on all others of a push of 1, by paths of any length without saturation.

    Weights are scaled to half of 1 / spectral radius, so that longer paths count less and the sum is finite: the sums
    over row i of (I - a W)^-1 without its diagonal. Without loops (radius 0) the weights stay as they are.

    >>> from scipy.sparse import csr_array
    >>> linear_response(csr_array([[0.0, 1.0, 0.0], [0.0, 0.0, -1.0], [0.0, 0.0, 0.0]])).tolist()
    [2.0, 1.0, 0.0]
    """
    import numpy as np

    matrix = weights.toarray()
    radius = float(np.abs(np.linalg.eigvals(np.abs(matrix))).max(initial=0.0))
    scale = DAMPED / radius if radius > SMALL else 1.0
    effects = np.linalg.inv(np.eye(len(matrix)) - scale * matrix)
    np.fill_diagonal(effects, 0.0)
    response: Numbers = np.abs(effects).sum(axis=1).round(DIGITS)
    return response

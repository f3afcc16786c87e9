"""MACTOR: how actors influence each other, directly and through a third one, if the data say who influences whom.

Godet, Creating Futures, 2001: indirect influence MDII = direct influence MDI + what passes through each third actor,
which is the weaker of the two steps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sysmap.analysis import Analysis, kept

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Actor", "add_indirect", "measure_actors"]

KIND = "influence"
"""The kind of `RELATES_TO` that says who influences whom; its weight (1 without) is the strength, 0 to 4 in MACTOR."""
Place = Literal["dominant", "relay", "dependent", "autonomous"]
PLACES: dict[tuple[bool, bool], Place] = {
    (True, False): "dominant",
    (True, True): "relay",
    (False, True): "dependent",
    (False, False): "autonomous",
}
"""(influences more than the mean?, depends more than the mean?) -> place."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A stakeholder's influence on the others, and its dependence on them.

    They are the row sum and the column sum of MDII without the diagonal.
    `place`: "dominant" influences more than the mean actor and depends less; "relay": more, more; "dependent": less,
    more; "autonomous": less, less.
    """

    stakeholder: str
    influence: float
    dependence: float
    place: Place


@kept
def measure_actors(analysis: Analysis) -> tuple[Actor, ...]:
    """Return everybody who influences or is influenced, the most influential first.

    Empty if the data hold no influence.
    """
    import numpy as np

    ties = [
        (source, target, float(tie.get("weight", 1)))
        for source, target, tie in analysis.graph.edges(data=True)
        if tie.get("type") == "RELATES_TO" and tie.get("kind") == KIND and source != target
    ]
    people = sorted({uid for source, target, _ in ties for uid in (source, target)})
    number_of = {uid: number for number, uid in enumerate(people)}
    # MDI: row = who influences, column = whom.
    direct = np.zeros((len(people), len(people)))
    for source, target, weight in ties:
        direct[number_of[source], number_of[target]] += weight
    total = add_indirect(direct)
    np.fill_diagonal(total, 0)
    influence, dependence = total.sum(axis=1), total.sum(axis=0)
    actors = [
        Actor(uid, influences, depends, PLACES[influences > influence.mean(), depends > dependence.mean()])
        for uid, influences, depends in zip(people, influence.tolist(), dependence.tolist(), strict=True)
    ]
    return tuple(
        sorted(
            actors,
            key=lambda actor: (-actor.influence, actor.dependence, analysis.name(actor.stakeholder), actor.stakeholder),
        )
    )


def add_indirect(direct: np.ndarray[Any, np.dtype[np.float64]]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return MDII from MDI (n x n): MDII_ij = MDI_ij + sum_k min(MDI_ik, MDI_kj).

    The diagonal is what comes back to each actor.
    >>> import numpy as np
    >>> add_indirect(np.array([[0, 3, 1], [0, 0, 2], [0, 0, 0]])).tolist()
    [[0, 3, 3], [0, 0, 2], [0, 0, 0]]
    """
    import numpy as np

    # Row by row, because an array over all three indices i, j, k would not fit into memory for many actors.
    return np.array([row + np.minimum(row[:, None], direct).sum(axis=0) for row in direct]).reshape(direct.shape)

"""MACTOR: how actors influence each other, directly and through one another, where that was asked.

Godet, Creating Futures, 2001: MDII = MDI + what passes through a third actor, never more than the weaker of the two steps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sysmap.analysis import Analysis, kept

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Actor", "direct_and_indirect", "measure_actors"]

KIND = "influence"
"""The kind of `RELATES_TO` that says who influences whom; its weight (1 without) is the strength, 0 to 4 in MACTOR."""
Place = Literal["dominant", "relay", "dependent", "autonomous"]
PLACES: dict[tuple[bool, bool], Place] = {(True, False): "dominant", (True, True): "relay", (False, True): "dependent", (False, False): "autonomous"}


@dataclass(frozen=True, slots=True)
class Actor:
    """A stakeholder's influence on the others and dependence on them (row and column sums of MDII without the diagonal).

    `place`: dominant influences more than the mean actor and depends less, relay both more, dependent and autonomous.
    """

    stakeholder: str
    influence: float
    dependence: float
    place: Place


@kept
def measure_actors(analysis: Analysis) -> tuple[Actor, ...]:
    """Those who influence or are influenced, the most influential first; empty where no influence was told."""
    import numpy as np

    ties = [(source, target, float(tie.get("weight", 1))) for source, target, tie in analysis.graph.edges(data=True)
            if tie.get("type") == "RELATES_TO" and tie.get("kind") == KIND and source != target]
    people = sorted({uid for source, target, _ in ties for uid in (source, target)})
    place = {uid: number for number, uid in enumerate(people)}
    direct = np.zeros((len(people), len(people)))
    for source, target, weight in ties:
        direct[place[source], place[target]] += weight
    whole = direct_and_indirect(direct)
    np.fill_diagonal(whole, 0)
    influence, dependence = whole.sum(axis=1), whole.sum(axis=0)
    found = [Actor(uid, strong, bound, PLACES[strong > influence.mean(), bound > dependence.mean()])
             for uid, strong, bound in zip(people, influence.tolist(), dependence.tolist(), strict=True)]
    return tuple(sorted(found, key=lambda one: (-one.influence, one.dependence, one.stakeholder)))


def direct_and_indirect(direct: np.ndarray[Any, np.dtype[np.float64]]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """MDII_ij = MDI_ij + sum_k min(MDI_ik, MDI_kj); the diagonal tells what comes back to each actor.

    >>> import numpy as np
    >>> direct_and_indirect(np.array([[0, 3, 1], [0, 0, 2], [0, 0, 0]])).tolist()
    [[0, 3, 3], [0, 0, 2], [0, 0, 0]]
    """
    import numpy as np

    # Row by row: a cube of all three indices would not fit where many were asked.
    return np.array([row + np.minimum(row[:, None], direct).sum(axis=0) for row in direct]).reshape(direct.shape)

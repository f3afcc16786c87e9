"""How evenly partnerships are spread over the stakeholders. Weights are not used."""

from __future__ import annotations

from typing import cast

from sysmap import algorithms
from sysmap.analysis import Analysis
from sysmap.measures.network_centrality import highest_betweenness_estimate
from sysmap.measures.port import Values, measure, measure_values
from sysmap.messages import Message

__all__ = ["betweenness_centralization", "centralization", "gini"]

SHARE = Message("share, 0-1")


@measure(
    topic="network",
    order=290,
    title=Message("Hangs on one hub"),
    term="degree centralization",
    level="graph",
    high=1,
    unit=SHARE,
    how=Message(
        "How far the numbers of partners fall short of the largest, compared with a star in which one has all. Undefined below three."
    ),
    advice=Message("Near 1: one holds everything together, and its loss is everybody's. Spread the ties."),
    source="Freeman 1978",
)
def centralization(analysis: Analysis) -> Values:
    """Freeman's centralization of degree, 0 to 1; None below three stakeholders."""
    size = len(analysis.collaboration)
    return {"": algorithms.centralization(_defined_values(analysis, "degree"), most=(size - 1) * (size - 2))}


@measure(
    topic="network",
    order=300,
    title=Message("Hangs on one go-between"),
    term="betweenness centralization",
    level="graph",
    high=1,
    unit=SHARE,
    how=Message(
        "How far the go-between roles fall short of the largest, compared with a star in which one joins all. Undefined below three."
    ),
    advice=Message("Near 1: whoever sits in the middle decides who hears what. Build ways around it."),
    source="Freeman 1978",
    estimate=highest_betweenness_estimate,
)
def betweenness_centralization(analysis: Analysis) -> Values:
    """Freeman's centralization of normalised betweenness, 0 to 1; None below three stakeholders."""
    size = len(analysis.collaboration)
    return {"": algorithms.centralization(_defined_values(analysis, "betweenness"), most=size - 1 if size > 2 else 0)}  # noqa: PLR2004  two have nobody between


@measure(
    topic="network",
    order=310,
    title=Message("Inequality of ties"),
    term="Gini coefficient of degree",
    level="graph",
    high=1,
    unit=SHARE,
    how=Message(
        "Half the mean difference between two stakeholders' numbers of partners, divided by the mean number. Undefined without a tie."
    ),
    advice=Message(
        "Equal role does not mean the same number of ties for all: see who has none, and whose word counts through no tie."
    ),
    source="Gini 1912",
)
def gini(analysis: Analysis) -> Values:
    """Gini of the numbers of partners, 0 (all alike) to (n - 1)/n; None where there is no tie."""
    return {"": algorithms.gini(_defined_values(analysis, "degree"))}


def _defined_values(analysis: Analysis, name: str) -> list[float]:
    """The values of a measure without the undefined ones."""
    return [cast("float", score) for score in measure_values(analysis, name).values() if score is not None]

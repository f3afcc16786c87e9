"""What a map may set of its analysis, each with its default and what it may be.

The `[analysis]` table of sysmap.toml.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from sysmap.tables.toml_kinds import FILLED, Known, choice, some_of, whole

__all__ = ["COMMUNITY", "Settings"]

COMMUNITY = "community"
"""The grouping by whom stakeholders work with, which is no field of theirs."""
MOST_LINKS = 50
"""Of an influence; further on it only repeats itself, and the numbers leave what a float can hold."""
MOST_WEIGHT = 1000
LARGEST_SEED = 2**32 - 1
"""What every drawing of lots takes."""


def _ties(source: str, target: str) -> Known:
    """The types of tie that join these labels."""
    return lambda words: tuple(kind.type for kind in words.ties if (source, target) in kind.ends)


def _choices(label: str, name: str) -> Known:
    """The values that a field may take."""
    return lambda words: tuple(
        choice.value for field in words.node_columns(label) if field.name == name for choice in field.choices
    )


WorkTies = Annotated[tuple[str, ...], some_of(_ties("Stakeholder", "Problem"))]
InnovationTies = Annotated[tuple[str, ...], some_of(_ties("Stakeholder", "Innovation"))]
Statuses = Annotated[tuple[str, ...], some_of(_choices("Problem", "status"))]
Stages = Annotated[tuple[str, ...], some_of(_choices("Innovation", "stage"))]
Count = Annotated[int, whole(1)]
Weight = Annotated[int, whole(0, MOST_WEIGHT)]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the `[analysis]` table of sysmap.toml may set.

    `works`: ties that make a stakeholder work on a problem. `carries`: ties that make it carry an innovation, and so
    the problems that addresses. `top`: how many gaps are shown, the rest counted; `per_stakeholder`: how often one
    stakeholder may appear among them. `crowded`: from how many workers on a problem its gaps are told as one sentence.
    `grouping`: the stakeholders' field, or `community`, by which roles and openness are told. `salient`: from which
    rating on (1 to 5) power, interest, legitimacy or urgency is high. `stalled`: after how many months in one stage an
    innovation stands still. `micmac_links`: up to how many links MICMAC follows an influence. `weight_...`: what a term
    counts in suggested partnerships, 0 = nothing; `suggest_by`: whether they are ranked by nearness or by the whole
    score, "" = nearness, but the score where partnerships join two sides only. `exact`: up to how many stakeholders
    betweenness is computed exactly; beyond, it is estimated from so many of them as `sources`. `seed` of everything
    that draws lots.
    """

    works: WorkTies = ("WORKS_ON", "OWNS")
    carries: InnovationTies = ("LEADS", "SPONSORS", "FUNDS", "ADOPTS")
    settled_problems: Statuses = ("resolved",)
    dead_stages: Stages = ("stopped",)
    proven_stages: Stages = ("pilot", "scaling", "embedded")
    top: Count = 50
    per_stakeholder: Count = 3
    crowded: Annotated[int, whole(2)] = 20
    grouping: Annotated[str, FILLED] = "sector"
    salient: Annotated[int, whole(1, 5)] = 4
    stalled: Annotated[int, whole()] = 12
    micmac_links: Annotated[int, whole(1, MOST_LINKS)] = 4
    weight_need: Weight = 3
    weight_partners: Weight = 3
    weight_work: Weight = 3
    weight_fit: Weight = 3
    weight_bridge: Weight = 1
    weight_diversity: Weight = 1
    weight_load: Weight = 1
    suggest_by: Annotated[str, choice("nearness", "score", or_empty=True)] = ""
    exact: Annotated[int, whole()] = 20_000
    sources: Count = 1000
    seed: Annotated[int, whole(0, LARGEST_SEED)] = 42

"""Tables on the standing of each stakeholder: whom it brokers between, and how to engage it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.port import all_findings
from sysmap.messages import Message
from sysmap.models.brokerage.brokers import count_brokerage_roles
from sysmap.models.stakeholders_influence import measure_actors
from sysmap.models.stakeholders_salience import PLANS, Standing, read_standings
from sysmap.rendering.port import Look, table
from sysmap.rendering.writing import Table

__all__ = ["brokerage_table", "engagement_table"]


@table("brokerage", Message("Brokerage roles"), order=70)
def brokerage_table(analysis: Analysis, look: Look) -> Table:  # noqa: ARG001  every table is handed a look
    """One row for each network, grouping, role and stakeholder who plays it.

    And one, without a stakeholder, for all of them together.
    """
    return Table(
        {
            "network": str,
            "grouping": str,
            "role": str,
            "uid": str,
            "name": str,
            "group": str,
            "pairs": int,
            "expected": float,
            "z": float,
        },
        (
            [
                role.network,
                role.grouping,
                role.role,
                role.stakeholder,
                role.stakeholder and analysis.name(role.stakeholder),
                role.group,
                role.pairs,
                role.expected,
                role.z,
            ]
            for role in count_brokerage_roles(analysis)
        ),
    )


RATED = ("salience", "quadrant", "how_to_engage")
"""Columns that follow from ratings, which are personal: they are written only with personal data."""


@table("engagement", Message("Engagement plan"), order=80)
def engagement_table(analysis: Analysis, look: Look) -> Table:
    """One row for each stakeholder.

    How to engage it, what it supports and opposes, its influence (MACTOR), the findings that name it.
    """
    columns: dict[str, type] = {
        "uid": str,
        "name": str,
        **(dict.fromkeys(RATED, str) if look.include_personal else {}),
        "partners": int,
        "supports": str,
        "opposes": str,
        "influence": float,
        "dependence": float,
        "influence_class": str,
        "findings": str,
    }
    return Table(columns, ([row[name] for name in columns] for row in _engagements(analysis, look)))


def _engagements(analysis: Analysis, look: Look) -> Iterator[dict[str, object]]:
    """A row for each stakeholder, as column -> value; with the columns of `RATED`."""
    actors = {actor.stakeholder: actor for actor in measure_actors(analysis)}
    stance: dict[tuple[str, str], list[str]] = defaultdict(list)
    for source, target, type in sorted(analysis.graph.edges(data="type")):
        stance[source, type].append(target)
    findings: dict[str, list[str]] = defaultdict(list)
    for finding in all_findings(analysis, personal=look.include_personal):
        for uid in dict.fromkeys(finding.evidence):
            findings[uid].append(finding.id)
    for standing in read_standings(analysis):
        uid = standing.stakeholder
        actor = actors.get(uid)
        yield {
            "uid": uid,
            "name": analysis.name(uid),
            "salience": standing.salience,
            "quadrant": standing.quadrant,
            "how_to_engage": _describe_plan(analysis, look, standing),
            "partners": standing.partners,
            "supports": "|".join(stance[uid, "SUPPORTS"]) or None,
            "opposes": "|".join(stance[uid, "OPPOSES"]) or None,
            "influence": actor and actor.influence,
            "dependence": actor and actor.dependence,
            "influence_class": actor and actor.place,
            "findings": "|".join(findings[uid]) or None,
        }


def _describe_plan(analysis: Analysis, look: Look, standing: Standing) -> str | None:
    """How to engage the stakeholder: by its class of salience, else by its quadrant; None where it has neither."""
    place = standing.salience or standing.quadrant
    return (
        PLANS[place].filled(names=analysis.name(standing.stakeholder)).render(look.tongue(analysis)) if place else None
    )

"""Results as tables for a spreadsheet or a data frame: measures of nodes, other measures, leverage, findings, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sysmap.analysis import Analysis
from sysmap.findings.port import all_findings
from sysmap.findings.sentences import describe_estimate
from sysmap.measures.causes_leverage import ROLES
from sysmap.measures.port import MEASURES, Values, measure_columns, measure_estimate, measure_values
from sysmap.messages import Message
from sysmap.models.causes.leverage import SCORES, score_levers
from sysmap.models.gaps.ranking import find_gaps
from sysmap.rendering.port import Look, table
from sysmap.rendering.writing import Table

__all__ = ["findings_table", "gaps_table", "leverage_table", "measures_table", "system_table"]


@table("measures", Message("Measures of every node"), order=120)
def measures_table(analysis: Analysis, look: Look) -> Table:  # noqa: ARG001  every table is handed a look
    """One row for each node, one column for each measure. An empty cell: undefined, or the measure does not apply.

    Estimated measures have further columns that say so.
    """
    columns = {
        title: column
        for name, measure in MEASURES.items()
        if measure.level == "node"
        for title, column in measure_columns(analysis, name).items()
    }
    uids = sorted({uid for column in columns.values() for uid in column})
    return Table(
        {"uid": str, "name": str, "label": str} | {title: _cell_type(column) for title, column in columns.items()},
        (
            [uid, analysis.name(uid), analysis.props(uid)["label"], *(column.get(uid) for column in columns.values())]
            for uid in uids
        ),
    )


def _cell_type(column: Values) -> type:
    """Text or float. Whole numbers are floats too, so that the tables of two maps have columns of the same type."""
    return str if any(isinstance(score, str) for score in column.values()) else float


@table("system", Message("Measures of ties, groups and the whole"), order=130)
def system_table(analysis: Analysis, look: Look) -> Table:
    """One row for each value that is not of a node; `of` is the tie or group it is of, empty for the whole map."""
    language = look.tongue(analysis)

    def rows() -> Iterable[Sequence[object]]:
        for name, measure in MEASURES.items():
            if measure.level != "node":
                note = describe_estimate(measure_estimate(analysis, name))
                for of, score in sorted(measure_values(analysis, name).items()):
                    yield (
                        name,
                        measure.title.render(language),
                        measure.level,
                        of,
                        score,
                        measure.unit.render(language),
                        note and note.render(language),
                    )

    return Table(
        {"measure": str, "title": str, "level": str, "of": str, "value": float, "unit": str, "estimated": str}, rows()
    )


IMPACTS = ("dependence", "direct_influence", "direct_dependence", "influence_rank", "dependence_rank")


@table("leverage", Message("Where to push: leverage and MICMAC"), order=140)
def leverage_table(analysis: Analysis, look: Look) -> Table:
    """One row for each cause or effect; first those that the four scores rank highest on average.

    Without causes, no rows.
    """
    leverage, language = score_levers(analysis), look.tongue(analysis)
    names = [
        "uid",
        "name",
        *(column for score in SCORES for column in (score, f"{score}_rank")),
        "role",
        *(f"micmac_{impact}" for impact in IMPACTS),
    ]
    return Table(
        {name: int if name.endswith("_rank") else str if name in ("uid", "name", "role") else float for name in names},
        (
            [
                lever.uid,
                analysis.name(lever.uid),
                *(cell for score in SCORES for cell in (lever.scores[score], lever.ranks[score])),
                ROLES[impact.role].render(language),
                *(getattr(impact, name) for name in IMPACTS),
            ]
            for lever, impact in zip(leverage.levers, leverage.impacts, strict=True)
        ),
    )


@table("findings", Message("Findings"), order=150)
def findings_table(analysis: Analysis, look: Look) -> Table:
    """One row for each finding, the gravest first; its evidence as uids joined by `|`."""
    language = look.tongue(analysis)
    return Table(
        dict.fromkeys(("severity", "kind", "title", "why", "next_step", "evidence", "id"), str),
        (
            [
                finding.severity,
                finding.kind,
                finding.title.render(language),
                finding.why.render(language),
                finding.next_step.render(language),
                "|".join(finding.evidence),
                finding.id,
            ]
            for finding in all_findings(analysis, personal=look.include_personal)
        ),
    )


@table("gaps", Message("Collaboration gaps"), order=160)
def gaps_table(analysis: Analysis, look: Look) -> Table:
    """One row for each of the strongest gaps, the strongest first. Without data on partnerships, no rows."""
    language = look.tongue(analysis)
    gaps = find_gaps(analysis).top if analysis.ties_assessed else ()
    return Table(
        {
            "source": str,
            "source_name": str,
            "target": str,
            "target_name": str,
            "kind": str,
            "together": str,
            "need": float,
            "required": int,
            "severity": float,
            "problems": str,
            "reason": str,
        },
        (
            [
                gap.source,
                analysis.name(gap.source),
                gap.target,
                analysis.name(gap.target),
                gap.kind,
                "|".join(gap.together),
                gap.need,
                gap.required,
                gap.severity,
                "|".join(gap.problems),
                gap.reason.render(language),
            ]
            for gap in gaps
        ),
    )

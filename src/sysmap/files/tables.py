"""What was computed, as tables for a spreadsheet or a data frame: measures of nodes, measures of the rest, leverage, findings, gaps."""

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
    """One row a node, one column a measure; an empty cell is undefined or does not apply. Estimates have columns of their own that say so."""
    told = {title: column for name, measure in MEASURES.items() if measure.level == "node" for title, column in measure_columns(analysis, name).items()}
    known = sorted({uid for column in told.values() for uid in column})
    return Table({"uid": str, "name": str, "label": str} | {name: _kind(column) for name, column in told.items()},
                 ([uid, analysis.name(uid), analysis.props(uid)["label"], *(column.get(uid) for column in told.values())] for uid in known))


def _kind(column: Values) -> type:
    """Numbers are floats whether whole or not, so that the tables of two maps have the same columns."""
    return str if any(isinstance(score, str) for score in column.values()) else float


@table("system", Message("Measures of ties, groups and the whole"), order=130)
def system_table(analysis: Analysis, look: Look) -> Table:
    """One row a value: measure, its plain name, what it is of (a tie, a group, nothing for the whole map), value, unit, and from what it is estimated."""
    language = look.tongue(analysis)

    def rows() -> Iterable[Sequence[object]]:
        for name, measure in MEASURES.items():
            if measure.level != "node":
                told = describe_estimate(measure_estimate(analysis, name))
                for of, score in sorted(measure_values(analysis, name).items()):
                    yield name, measure.title.render(language), measure.level, of, score, measure.unit.render(language), told and told.render(language)
    return Table({"measure": str, "title": str, "level": str, "of": str, "value": float, "unit": str, "estimated": str}, rows())


IMPACTS = ("dependence", "direct_influence", "direct_dependence", "influence_rank", "dependence_rank")


@table("leverage", Message("Where to push: leverage and MICMAC"), order=140)
def leverage_table(analysis: Analysis, look: Look) -> Table:
    """One row a cause or effect, those first whom the four scores rank highest on average; only the heading where there are no causes."""
    made, language = score_levers(analysis), look.tongue(analysis)
    names = ["uid", "name", *(column for score in SCORES for column in (score, f"{score}_rank")), "role", *(f"micmac_{one}" for one in IMPACTS)]
    return Table(
        {name: int if name.endswith("_rank") else str if name in ("uid", "name", "role") else float for name in names},
        ([lever.uid, analysis.name(lever.uid), *(cell for score in SCORES for cell in (lever.scores[score], lever.ranks[score])),
          ROLES[impact.role].render(language), *(getattr(impact, one) for one in IMPACTS)] for lever, impact in zip(made.levers, made.impacts, strict=True)))


@table("findings", Message("Findings"), order=150)
def findings_table(analysis: Analysis, look: Look) -> Table:
    """One row a finding, the gravest first; evidence as uids joined by `|`."""
    language = look.tongue(analysis)
    return Table(
        dict.fromkeys(("severity", "kind", "title", "why", "next_step", "evidence", "id"), str),
        ([one.severity, one.kind, one.title.render(language), one.why.render(language), one.next_step.render(language), "|".join(one.evidence), one.id]
         for one in all_findings(analysis, personal=look.include_personal)))


@table("gaps", Message("Collaboration gaps"), order=160)
def gaps_table(analysis: Analysis, look: Look) -> Table:
    """One row for each of the strongest gaps, the strongest first; only the heading where there are no data on partnerships."""
    language = look.tongue(analysis)
    found = find_gaps(analysis).top if analysis.ties_assessed else ()
    return Table(
        {"source": str, "source_name": str, "target": str, "target_name": str, "kind": str, "need": float, "required": int, "severity": float, "problems": str,
         "reason": str},
        ([gap.source, analysis.name(gap.source), gap.target, analysis.name(gap.target), gap.kind, gap.need, gap.required, gap.severity,
          "|".join(gap.problems), gap.reason.render(language)] for gap in found))

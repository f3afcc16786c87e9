"""What was computed, as tables for a spreadsheet: measures of nodes, measures of the rest, findings, gaps."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sysmap.analysis import Analysis
from sysmap.findings.port import all_findings
from sysmap.maps.port import Look, renderer
from sysmap.maps.writing import write_table
from sysmap.measures.port import MEASURES, Score, values
from sysmap.models.gaps import gaps
from sysmap.schema import Language, Words

__all__ = ["findings_csv", "gaps_csv", "measures_csv", "system_csv"]


def _language(analysis: Analysis, look: Look) -> Language:
    return look.language or analysis.config.language


@renderer("measures", "measures.csv", Words("Measures of every node (CSV)", "Ukuran setiap simpul (CSV)"))
def measures_csv(analysis: Analysis, look: Look, path: Path) -> None:  # noqa: ARG001  every renderer is handed a look
    """One row a node, one column a measure; an empty cell is undefined or does not apply."""
    names = [name for name, measure in MEASURES.items() if measure.level == "node"]
    columns = [values(analysis, name) for name in names]
    known = sorted({uid for column in columns for uid in column})
    write_table(path, ["uid", "name", "label", *names], ([uid, analysis.name(uid), analysis.props(uid)["label"], *(column.get(uid) for column in columns)] for uid in known))


@renderer("system", "system.csv", Words("Measures of ties, groups and the whole (CSV)", "Ukuran hubungan, kelompok, dan keseluruhan (CSV)"))
def system_csv(analysis: Analysis, look: Look, path: Path) -> None:
    """One row a value: measure, its plain name, what it is of (a tie, a group, nothing for the whole map), value, unit."""
    language = _language(analysis, look)

    def rows() -> Iterable[tuple[str, str, str, str, Score, str]]:
        for name, measure in MEASURES.items():
            if measure.level != "node":
                for of, score in sorted(values(analysis, name).items()):
                    yield name, measure.title[language], measure.level, of, score, measure.unit[language]
    write_table(path, ["measure", "title", "level", "of", "value", "unit"], rows())


@renderer("findings", "findings.csv", Words("Findings (CSV)", "Temuan (CSV)"))
def findings_csv(analysis: Analysis, look: Look, path: Path) -> None:
    """One row a finding, the gravest first; evidence as uids joined by `|`."""
    language = _language(analysis, look)
    write_table(path, ["severity", "kind", "title", "why", "next_step", "evidence", "id"],
           ([one.severity, one.kind, one.title[language], one.why[language], one.next_step[language], "|".join(one.evidence), one.id]
            for one in all_findings(analysis, personal=look.include_personal)))


@renderer("gaps", "gaps.csv", Words("Collaboration gaps (CSV)", "Kesenjangan kolaborasi (CSV)"))
def gaps_csv(analysis: Analysis, look: Look, path: Path) -> None:
    """One row for each of the strongest gaps, the strongest first; only the heading where there are no data on partnerships."""
    language = _language(analysis, look)
    found = gaps(analysis).top if analysis.ties_assessed else ()
    write_table(path, ["source", "source_name", "target", "target_name", "kind", "need", "severity", "problems", "reason"],
           ([gap.source, analysis.name(gap.source), gap.target, analysis.name(gap.target), gap.kind, gap.need, gap.severity,
             "|".join(gap.problems), gap.reason[language]] for gap in found))

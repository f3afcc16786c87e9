"""Suggested partnerships, congruence by part, and multi-level motifs as tables."""

from __future__ import annotations

from sysmap.analysis import Analysis
from sysmap.messages import Message
from sysmap.models.gaps.congruence import measure_fit_by_problem, measure_fit_by_sector
from sysmap.models.gaps.motifs import count_motifs
from sysmap.models.partners.suggestions import TERMS, suggest_partnerships
from sysmap.rendering.port import Look, table
from sysmap.rendering.writing import Table

__all__ = ["congruence_table", "motifs_table", "suggestions_table"]


@table("suggestions", Message("Suggested partnerships"), order=90)
def suggestions_table(analysis: Analysis, look: Look) -> Table:
    """One row for each suggestion, the strongest first: what each term adds to the score, and why.

    Without data on partnerships, no rows.
    """
    language = look.tongue(analysis)
    suggestions = suggest_partnerships(analysis) if analysis.ties_assessed else ()
    return Table(
        {"source": str, "source_name": str, "target": str, "target_name": str}
        | dict.fromkeys(("score", *TERMS, "nearness"), float)
        | {"why": str},
        (
            [
                pair.source,
                analysis.name(pair.source),
                pair.target,
                analysis.name(pair.target),
                pair.score,
                *pair.terms.values(),
                pair.nearness,
                " ".join(reason.render(language) for reason in pair.reasons.values()),
            ]
            for pair in suggestions
        ),
    )


@table("congruence", Message("Congruence by sectors and problems"), order=100)
def congruence_table(analysis: Analysis, look: Look) -> Table:  # noqa: ARG001  every table is handed a look
    """One row for each pair of sectors (joined by `|`) and each problem.

    Pairs that need to coordinate, partners among them, their share.
    """
    fits = (
        [("sectors", "|".join(fit.between), "", fit) for fit in measure_fit_by_sector(analysis)]
        + [("problem", fit.between[0], analysis.name(fit.between[0]), fit) for fit in measure_fit_by_problem(analysis)]
        if analysis.ties_assessed
        else []
    )
    return Table(
        {"kind": str, "of": str, "name": str, "needed": int, "met": int, "congruence": float},
        ([kind, of, name, fit.needed, fit.met, fit.share] for kind, of, name, fit in fits),
    )


@table("motifs", Message("Multi-level motifs"), order=110)
def motifs_table(analysis: Analysis, look: Look) -> Table:  # noqa: ARG001  every table is handed a look
    """One row for each motif, under the identifier that the R package motifr gives it, with its count.

    Without data on partnerships, no rows.
    """
    return Table({"motif": str, "count": int}, count_motifs(analysis).items() if analysis.ties_assessed else ())

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
    """One row a suggestion, the strongest first: what each term adds to the score, and why; only the heading without partnership data."""
    language = look.tongue(analysis)
    found = suggest_partnerships(analysis) if analysis.ties_assessed else ()
    return Table(
        {"source": str, "source_name": str, "target": str, "target_name": str} | dict.fromkeys(("score", *TERMS), float) | {"why": str},
        ([one.source, analysis.name(one.source), one.target, analysis.name(one.target), one.score, *one.terms.values(),
          " ".join(said.render(language) for said in one.reasons.values())] for one in found))


@table("congruence", Message("Congruence by sectors and problems"), order=100)
def congruence_table(analysis: Analysis, look: Look) -> Table:  # noqa: ARG001  every table is handed a look
    """One row a pair of sectors (joined by `|`) or a problem: pairs that need coordination, those that are partners, their share."""
    found = [("sectors", "|".join(fit.between), "", fit) for fit in measure_fit_by_sector(analysis)] + [
        ("problem", fit.between[0], analysis.name(fit.between[0]), fit) for fit in measure_fit_by_problem(analysis)] if analysis.ties_assessed else []
    return Table({"kind": str, "of": str, "name": str, "needed": int, "met": int, "congruence": float},
                 ([kind, of, name, fit.needed, fit.met, fit.share] for kind, of, name, fit in found))


@table("motifs", Message("Multi-level motifs"), order=110)
def motifs_table(analysis: Analysis, look: Look) -> Table:  # noqa: ARG001  every table is handed a look
    """One row a motif under motifr's identifier, with its count; only the heading without partnership data."""
    return Table({"motif": str, "count": int}, count_motifs(analysis).items() if analysis.ties_assessed else ())

"""Suggested partnerships, congruence by part, and multi-level motifs as tables for a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from sysmap.analysis import Analysis
from sysmap.maps.port import Look, renderer
from sysmap.maps.writing import write_table
from sysmap.models import fit_by_problem, fit_by_sector, motifs, suggestions
from sysmap.models.suggestions import TERMS
from sysmap.schema import Words

__all__ = ["congruence_csv", "motifs_csv", "suggestions_csv"]


@renderer("suggestions", "suggestions.csv", Words("Suggested partnerships (CSV)", "Usulan kemitraan (CSV)"))
def suggestions_csv(analysis: Analysis, look: Look, path: Path) -> None:
    """One row a suggestion, the strongest first: what each term adds to the score, and why; only the heading without partnership data."""
    language = look.language or analysis.config.language
    found = suggestions(analysis) if analysis.ties_assessed else ()
    write_table(path, ["source", "source_name", "target", "target_name", "score", *TERMS, "why"],
           ([one.source, analysis.name(one.source), one.target, analysis.name(one.target), one.score, *one.terms.values(),
             " ".join(said[language] for said in one.reasons.values())] for one in found))


@renderer("congruence", "congruence.csv", Words("Congruence by sectors and problems (CSV)", "Kongruensi menurut sektor dan masalah (CSV)"))
def congruence_csv(analysis: Analysis, look: Look, path: Path) -> None:  # noqa: ARG001  every renderer is handed a look
    """One row a pair of sectors (joined by `|`) or a problem: pairs that need coordination, those that are partners, their share."""
    found = [("sectors", "|".join(fit.between), "", fit) for fit in fit_by_sector(analysis)] + [
        ("problem", fit.between[0], analysis.name(fit.between[0]), fit) for fit in fit_by_problem(analysis)] if analysis.ties_assessed else []
    write_table(path, ["kind", "of", "name", "needed", "met", "congruence"], ([kind, of, name, fit.needed, fit.met, fit.share]
                                                                      for kind, of, name, fit in found))


@renderer("motifs", "motifs.csv", Words("Multi-level motifs (CSV)", "Motif dua tingkat (CSV)"))
def motifs_csv(analysis: Analysis, look: Look, path: Path) -> None:  # noqa: ARG001  every renderer is handed a look
    """One row a motif under motifr's identifier, with its count; only the heading without partnership data."""
    write_table(path, ["motif", "count"], motifs(analysis).items() if analysis.ties_assessed else ())

"""Suggested partnerships as a table for a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from sysmap.analysis import Analysis
from sysmap.maps.port import Look, renderer
from sysmap.maps.writing import write_text
from sysmap.models.suggestions import TERMS, suggestions
from sysmap.schema import Words
from sysmap.tables import csv_text

__all__ = ["suggestions_csv"]


@renderer("suggestions", "suggestions.csv", Words("Suggested partnerships (CSV)", "Usulan kemitraan (CSV)"))
def suggestions_csv(analysis: Analysis, look: Look, path: Path) -> None:
    """One row a suggestion, the strongest first: what each term adds to the score, and why; only the heading without partnership data."""
    language = look.language or analysis.config.language
    found = suggestions(analysis) if analysis.ties_assessed else ()
    header = ["source", "source_name", "target", "target_name", "score", *TERMS, "why"]
    rows = ([one.source, analysis.name(one.source), one.target, analysis.name(one.target), one.score, *one.terms.values(),
             " ".join(said[language] for said in one.reasons.values())] for one in found)
    # With a byte order mark, without which a spreadsheet takes UTF-8 for its own encoding.
    write_text(path, "\ufeff" + csv_text(header, rows))

"""The modules whose changes the tests must notice, and the tests that should: the one place to mend when a file moves.

The doctests of a module always count. What takes long and notices nothing else is left out, so that a mutant takes seconds.
"""

from __future__ import annotations

__all__ = ["TABLE"]

TABLE: dict[str, tuple[str, ...]] = {
    "algorithms/structural_holes.py": ("tests/algorithms/test_algorithms.py", "-k", "hole or constraint or effective"),
    "cypher/guard.py": ("tests/cypher/test_guard_words.py", "tests/cypher/test_guard.py"),
    "errors.py": ("tests/test_errors.py",),
    "graph.py": ("tests/test_graph.py",),
    "measures/checklist.py": ("tests/models/test_valley_items.py", "tests/models/test_valley.py"),
    "measures/stages.py": ("tests/models/test_valley_items.py", "tests/models/test_valley.py"),
    "measures/times.py": ("tests/measures/test_times.py",),
    "models/closing.py": ("tests/models/test_greedy.py", "tests/models/test_closing.py"),
    "models/congruence.py": ("tests/models/test_congruence.py", "tests/models/test_blocks.py"),
    "models/gaps.py": ("tests/models/test_gaps.py", "tests/models/test_gaps_of_one.py", "tests/models/test_blocks.py"),
    "models/influence.py": ("tests/models/test_influence.py", "tests/models/test_stakeholders.py", "-k", "influence"),
    "models/pairs.py": ("tests/models/test_pairs.py", "tests/models/test_blocks.py"),
    "models/remedies.py": ("tests/models/test_remedies.py", "tests/models/test_valley.py"),
    "models/work.py": ("tests/models/test_gaps_of_one.py", "tests/models/test_gaps.py"),
    "tables/dates.py": ("tests/tables/test_dates.py",),
    "tables/merging.py": ("tests/tables/test_merging.py",),
    "tables/reading.py": (
        "tests/tables/test_reading.py",
        "--deselect",
        "tests/tables/test_reading.py::test_300_columns_and_a_cell_of_300_kb",
    ),
    "tables/references.py": ("tests/tables/test_references.py",),
    "tables/text.py": ("tests/tables/test_text.py",),
}
"""Path below `src/sysmap` -> pytest's words."""

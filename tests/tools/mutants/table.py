"""The modules whose changes the tests must notice, and the tests that should: the one place to mend when a file moves.

The doctests of a module always count. What takes long and notices nothing else is left out, so that a mutant takes
seconds.
"""

from __future__ import annotations

__all__ = ["TABLE"]

SHEETS = (
    "tests/tables/test_sheets.py",
    "--deselect",
    "tests/tables/test_sheets.py::test_300_columns_and_a_cell_of_300_kb",
)
TOML = (
    "tests/tables/test_toml_syntax.py",
    "tests/tables/test_config.py",
    "tests/tables/test_toml_spelling.py",
    "tests/tables/test_toml_lines.py",
    *(
        word
        for slow in (
            "test_toml_lines.py::test_hostile_texts_take_no_longer_than_others",
            "test_config.py::test_hostile_sizes_end_soon",
            "test_config.py::test_an_empty_text_needs_no_library",
        )
        for word in ("--deselect", f"tests/tables/{slow}")
    ),
)
TABLE: dict[str, tuple[str, ...]] = {
    "algorithms/pairs.py": ("tests/models/test_pairs.py", "tests/models/test_blocks.py"),
    "algorithms/structural_holes.py": ("tests/algorithms/test_algorithms.py", "-k", "hole or constraint or effective"),
    "cypher/guard.py": ("tests/cypher/test_guard_words.py", "tests/cypher/test_guard.py"),
    "errors.py": ("tests/test_errors.py",),
    "graph.py": ("tests/test_graph.py",),
    "measures/innovation.py": ("tests/models/test_valley_items.py", "tests/models/test_valley.py"),
    "models/gaps/congruence.py": ("tests/models/test_congruence.py", "tests/models/test_blocks.py"),
    "models/gaps/ranking.py": (
        "tests/models/test_gaps.py",
        "tests/models/test_gaps_of_one.py",
        "tests/models/test_blocks.py",
    ),
    "models/innovation_remedies.py": ("tests/models/test_remedies.py", "tests/models/test_valley.py"),
    "models/partners/closing.py": ("tests/models/test_greedy.py", "tests/models/test_closing.py"),
    "models/stakeholders_influence.py": (
        "tests/models/test_influence.py",
        "tests/models/test_stakeholders.py",
        "-k",
        "influence",
    ),
    "records/coverage_work.py": (
        "tests/models/test_gaps_of_one.py",
        "tests/models/test_gaps.py",
        "tests/models/test_congruence.py",
    ),
    "records/innovation_around.py": ("tests/models/test_valley_items.py", "tests/models/test_valley.py"),
    "records/innovation_stages.py": ("tests/models/test_valley_items.py", "tests/models/test_valley.py"),
    "records/times.py": ("tests/measures/test_times.py",),
    "tables/dates.py": ("tests/tables/test_dates.py",),
    "tables/merging.py": ("tests/tables/test_merging.py",),
    "tables/references.py": ("tests/tables/test_references.py",),
    "tables/sheets.py": SHEETS,
    "tables/sources/csv_files.py": SHEETS,
    "tables/text.py": ("tests/tables/test_text.py",),
    "tables/toml_kinds.py": TOML,
    "tables/toml_lines.py": TOML,
    "tables/toml_reader.py": TOML,
    "tables/toml_spelling.py": TOML,
    "tables/toml_syntax.py": TOML,
}
"""Path below `src/sysmap` -> pytest's words."""

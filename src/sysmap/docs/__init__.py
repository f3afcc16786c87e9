"""Every generated page of the documentation, as text.

Made from the vocabulary, the registries and the queries, never typed.

`scripts/docs` writes them, and a test fails where a written page is no longer what these functions make.
"""

from __future__ import annotations

from sysmap.docs.answers import findings_page, measures_page
from sysmap.docs.commands import CommandHelp, cli_page
from sysmap.docs.faults import all_causes, faults_page
from sysmap.docs.queries import queries_page
from sysmap.docs.vocabulary import vocabulary_page

__all__ = [
    "CommandHelp",
    "cli_page",
    "faults_page",
    "findings_page",
    "measures_page",
    "pages",
    "queries_page",
    "vocabulary_page",
]


def pages() -> dict[str, str]:
    """Each generated page but the commands' (`cli_page` is handed those): path under docs/ -> text."""
    from sysmap.cypher.queries import all_queries
    from sysmap.findings.port import FINDINGS
    from sysmap.measures.port import MEASURES
    from sysmap.vocabulary import VOCABULARY

    return {
        "vocabulary.md": vocabulary_page(VOCABULARY),
        "measures.md": measures_page(MEASURES.values()),
        "findings.md": findings_page(FINDINGS.values()),
        "queries.md": queries_page(all_queries().values()),
        "faults.md": faults_page(all_causes()),
    }

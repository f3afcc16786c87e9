"""Commands that list what sysmap knows: measures, findings, vocabulary."""

from __future__ import annotations

import click

import sysmap.cli.options as options
from sysmap.cli.printing import print_rows

__all__ = ["COMMANDS"]

ESTIMATED = {"en": "above `exact` stakeholders (a setting), with its standard error", "id": "di atas `exact` pihak (pengaturan), beserta galat bakunya"}


@click.command()
@options.formats
@options.language
def measures(style: str, lang: str | None) -> None:
    """List every measure: what it says, how it is computed, what to do with it.

    \b
    Example:
      sysmap measures --lang id
    """
    from sysmap.measures.port import MEASURES

    language = lang or "en"
    print_rows(({"name": m.name, "title": m.title[language], "term": m.term, "of": m.level, "low": m.low, "high": m.high,
                 "unit": m.unit[language], "how": m.how[language], "estimated": ESTIMATED[language] if m.estimate else "", "advice": m.advice[language], "source": m.source}
                for m in MEASURES.values()), style)


@click.command()
@options.formats
@options.language
def findings(style: str, lang: str | None) -> None:
    """List every kind of finding.

    \b
    Example:
      sysmap findings --format markdown
    """
    from sysmap.findings.port import FINDINGS

    language = lang or "en"
    print_rows(({"name": kind.name, "title": kind.title[language], "meaning": kind.meaning[language], "source": kind.source}
                for kind in FINDINGS.values()), style)


@click.command()
@click.argument("owner", required=False)
@options.formats
@options.language
def vocabulary(owner: str | None, style: str, lang: str | None) -> None:
    """List the words: kinds of node and tie, or the fields of one (OWNER, a label or a type).

    \b
    Example:
      sysmap vocabulary Stakeholder --lang en
    """
    from sysmap.errors import UnknownName
    from sysmap.vocabulary import VOCABULARY

    language = lang or "en"
    kinds = {kind.label: (kind.title, kind.meaning, kind.file) for kind in VOCABULARY.nodes}
    kinds |= {tie.type: (tie.title, tie.sentence, tie.file or "links.csv") for tie in VOCABULARY.ties}
    if owner is None:
        print_rows(({"name": name, "title": title[language], "meaning": meaning[language], "file": file}
                    for name, (title, meaning, file) in kinds.items()), style)
        return
    if owner not in kinds:
        raise UnknownName("kind of node or tie", owner, kinds)
    columns = VOCABULARY.tie_columns(owner) if owner.isupper() else VOCABULARY.node_columns(owner)
    print_rows(({"field": f.name, "title": f.label[language], "type": f.type, "choices": [c.value for c in f.choices],
                 "low": f.low, "high": f.high, "sensitivity": f.sensitivity, "meaning": f.meaning[language]} for f in columns), style)


COMMANDS = (measures, findings, vocabulary)

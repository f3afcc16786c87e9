"""The command `vocabulary`: list the words: kinds of node and tie, or the fields of one (OWNER, a label or a type)."""

from __future__ import annotations

import click

import sysmap.cli._options as options
from sysmap.cli._printing import print_rows

__all__ = ["COMMAND"]


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
        print_rows(({"name": name, "title": title.render(language), "meaning": meaning.template(language), "file": file}
                    for name, (title, meaning, file) in kinds.items()), style)
        return
    if owner not in kinds:
        raise UnknownName("kind of node or tie", owner, kinds)
    columns = VOCABULARY.tie_columns(owner) if owner.isupper() else VOCABULARY.node_columns(owner)
    print_rows(({"field": f.name, "title": f.label.render(language), "type": f.type, "choices": [c.value for c in f.choices],
                 "low": f.low, "high": f.high, "sensitivity": f.sensitivity, "meaning": f.meaning.render(language)} for f in columns), style)


COMMAND = vocabulary

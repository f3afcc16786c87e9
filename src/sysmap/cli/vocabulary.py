"""The command `vocabulary`: list the words: kinds of node and tie, or the fields of one (OWNER, a label or a type)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._language import terminal_language
from sysmap.cli._printing import print_rows
from sysmap.messages import in_context

if TYPE_CHECKING:
    from sysmap.schema import Field

__all__ = ["COMMAND"]

KIND_OF_NODE_OR_TIE = in_context("kind of thing", "kind of node or tie")
TYPES = {
    "text": in_context("type", "text"),
    "integer": in_context("type", "whole number"),
    "number": in_context("type", "number"),
    "date": in_context("type", "date"),
    "boolean": in_context("type", "yes or no"),
}
SENSITIVITIES = {
    "public": in_context("sensitivity", "public"),
    "internal": in_context("sensitivity", "internal"),
    "personal": in_context("sensitivity", "personal"),
}
KIND_COLUMNS = {
    "name": in_context("column", "name"),
    "title": in_context("column", "title"),
    "meaning": in_context("column", "meaning"),
    "file": in_context("column", "file"),
}
FIELD_COLUMNS = {
    "field": in_context("column", "field"),
    "title": in_context("column", "title"),
    "type": in_context("column", "type"),
    "choices": in_context("column", "choices"),
    "low": in_context("column", "low"),
    "high": in_context("column", "high"),
    "sensitivity": in_context("column", "sensitivity"),
    "meaning": in_context("column", "meaning"),
}


@command(group="tables", order=2)
@click.argument("owner", required=False)
@options.formats
@options.spoken
def vocabulary(owner: str | None, style: str) -> None:
    """List the words: kinds of node and tie, or the fields of one (OWNER, a label or a type).

    \b
    Example:
      sysmap vocabulary Stakeholder --lang en
    """
    from sysmap.errors import UnknownName
    from sysmap.vocabulary import VOCABULARY

    kinds = {kind.label: (kind.title, kind.meaning, kind.file) for kind in VOCABULARY.nodes}
    kinds |= {tie.type: (tie.title, tie.sentence, tie.file or "links.csv") for tie in VOCABULARY.ties}
    if owner is None:
        print_rows(
            (
                {"name": name, "title": title, "meaning": meaning.template(terminal_language()), "file": file}
                for name, (title, meaning, file) in kinds.items()
            ),
            style,
            KIND_COLUMNS,
        )
        return
    if owner not in kinds:
        raise UnknownName(KIND_OF_NODE_OR_TIE, owner, kinds)
    columns = VOCABULARY.tie_columns(owner) if owner.isupper() else VOCABULARY.node_columns(owner)
    print_rows((_row(field, style) for field in columns), style, FIELD_COLUMNS)


def _row(field: Field, style: str) -> dict[str, object]:
    """A field as a row; in a table for people its type and sensitivity are words of their language."""
    people = style == "table"
    return {
        "field": field.name,
        "title": field.label,
        "type": TYPES[field.type] if people else field.type,
        "choices": [choice.value for choice in field.choices],
        "low": field.low,
        "high": field.high,
        "sensitivity": SENSITIVITIES[field.sensitivity] if people else field.sensitivity,
        "meaning": field.meaning,
    }


COMMAND = vocabulary

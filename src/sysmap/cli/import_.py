"""The command `import`: from another program's file to a folder of our tables."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._language import in_words, say
from sysmap.cli._printing import print_rows
from sysmap.cli.new import DEFAULT_LANGUAGE
from sysmap.messages import Joined, Message, Number, Text, in_context, plural

if TYPE_CHECKING:
    from sysmap.exchange.importing import Imported
    from sysmap.exchange.mapping import Mapped
    from sysmap.schema import NodeKind

__all__ = ["COMMAND"]

TAKEN_FOR = Message("{file}: {format} ({evidence})")
ASKED_FOR = Message("{file}: {format}, as you said")
ELEMENTS = plural("{n} element -> {made}", "{n} elements -> {made}")
CONNECTIONS = plural("{n} connection -> {made}", "{n} connections -> {made}")
GUESSES = Message(
    "Guessed, as nothing proves it: {types}. Wrong? Change mapping.toml and import again, or say --map-type 'WORD=KIND'."
)
WRITTEN = Message("written: {folder} ({files}); go on with: sysmap check {folder}")
PREVIEW = 5
COLUMNS = {
    "name": in_context("column", "name"),
    "type": in_context("column", "type in the file"),
    "kind": in_context("column", "kind"),
}


def _print_outcome(imported: Imported, file: Path) -> None:
    """Print what the file was taken for, what became of its elements and connections, and what was guessed or lost."""
    from sysmap.vocabulary import VOCABULARY

    title, made = imported.format.title, imported.made
    if imported.evidence:
        say(TAKEN_FOR.filled(file=file.name, format=title, evidence=imported.evidence))
    else:
        say(ASKED_FOR.filled(file=file.name, format=title))
    kinds = [_count(n, VOCABULARY.node(label)) for label, n in made.kinds.items()]
    ties = [Joined((Number(n), VOCABULARY.tie(type).title.lower_first())) for type, n in made.types.items()]
    elements, connections = len(imported.foreign.elements), len(imported.foreign.connections)
    say(ELEMENTS.counted(elements).filled(made=Joined(kinds, ", ")))
    if connections:
        say(CONNECTIONS.counted(connections).filled(made=Joined(ties, ", ") if ties else Number(0)))
    for text in made.told:
        click.echo(f"  {in_words(text)}")
    guessed = [
        f"{type or '-'} = {meaning.label} ({in_words(meaning.reason)})"
        for type, meaning in imported.types.items()
        if meaning.reason is not None
    ]
    if guessed:
        say(GUESSES.filled(types="; ".join(guessed)))


def _count(n: int, kind: NodeKind) -> Text:
    return Joined((Number(n), (kind.title if n == 1 else kind.plural).lower_first()))


def _print_preview(imported: Imported) -> None:
    """Print the first elements with the kinds that they would become."""
    rows = [
        {"name": one.name, "type": one.type, "kind": imported.types[one.type].label}
        for one in imported.foreign.elements[:PREVIEW]
    ]
    print_rows(rows, "table", COLUMNS)


def _mapped(folder: Path, words: tuple[str, ...]) -> Mapped:
    """What the folder's mapping.toml says, and before it what was said on the command line."""
    from sysmap.exchange.mapping import MAPPING, Mapped, known_meaning, read_mapping
    from sysmap.vocabulary import VOCABULARY

    file = folder / MAPPING
    mapped = read_mapping(file.read_text(encoding="utf-8"), VOCABULARY) if file.is_file() else Mapped()
    said = dict(known_meaning(word, VOCABULARY) for word in words)
    return replace(mapped, types={**mapped.types, **said})


@command("import", group="tables", order=8)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--to",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder to write. [default: the file's name]",
)
@click.option("--as", "format", metavar="FORMAT", default="", help="The file's format, where it is not recognised.")
@click.option(
    "--map-type",
    "words",
    metavar="WORD=KIND",
    multiple=True,
    help="What a type of the file is here, as 'Org=Stakeholder'.",
)
@click.option("--plan", is_flag=True, help="Print what would be made of the file, and write nothing.")
@options.language
def import_(file: Path, folder: Path | None, format: str, words: tuple[str, ...], plan: bool, lang: str | None) -> None:
    """Make a folder of tables from another program's file: Kumu, PRSM, LOOPY.

    What each type and each relation of the file was taken for stands in mapping.toml beside the tables: change it and
    import again.

    \b
    Example:
      sysmap import peta.prsm --to peta
    """
    import sysmap.exchange  # noqa: F401  importing the room registers its formats
    from sysmap.exchange.importing import import_file, write_import
    from sysmap.vocabulary import VOCABULARY

    target = folder or Path(file.stem)
    imported = import_file(file, VOCABULARY, format=format, mapped=_mapped(target, words))
    _print_outcome(imported, file)
    if plan:
        _print_preview(imported)
        return
    paths = write_import(imported, target, VOCABULARY, lang or DEFAULT_LANGUAGE)
    say(WRITTEN.filled(folder=target, files=", ".join(path.name for path in paths)))


COMMAND = import_

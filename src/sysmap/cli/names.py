"""The command `names`: which names of a folder may mean one and the same, and the answers to that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import sysmap.cli._options as options
from sysmap.cli._command import command
from sysmap.cli._language import follow_map, say
from sysmap.cli._printing import print_rows
from sysmap.messages import Message, Number, in_context, plural

if TYPE_CHECKING:
    from sysmap.tables.naming.answers import Answers, Pair

__all__ = ["COMMAND"]

MOST = 100
"""How many pairs a table shows."""
COLUMNS = {
    "name": in_context("column", "name"),
    "other": in_context("column", "may be"),
    "kind": in_context("column", "kind"),
    "confidence": in_context("column", "how sure"),
    "why": in_context("column", "why"),
}
NONE = Message("No names look as if they meant one and the same.")
MORE = Message("The {most} surest of {all} are shown; --format csv shows all.")
ANSWER = Message('Answer with `--accept sure`, `--accept "NAME = OTHER"` or `--reject "NAME = OTHER"`.')
WRITTEN = plural("{n} row added to {file}", "{n} rows added to {file}")


@command(group="tables", order=15)
@options.dataset
@click.option(
    "--accept",
    multiple=True,
    metavar="PAIR",
    help='These two are one: "NAME = OTHER". Or `sure`, `copies` (causes drawn twice), `all` that are asked.',
)
@click.option("--reject", multiple=True, metavar="PAIR", help="These two are not one. Written as for --accept.")
@options.spoken
@options.formats
def names(folder: Path, accept: tuple[str, ...], reject: tuple[str, ...], style: str) -> None:
    """List the names in a folder that may mean one and the same, or write down which do and which do not.

    The answers go into the folder's aliases.csv; nothing else in it is touched.

    \b
    Example:
      sysmap names my-map
      sysmap names my-map --accept sure --reject "PT Air = CV Air"
    """
    from sysmap.errors import DataError
    from sysmap.tables.folder import examine_folder
    from sysmap.tables.naming.answers import Answers, add_answers, read_pairs
    from sysmap.vocabulary import VOCABULARY

    dataset = examine_folder(folder, VOCABULARY)
    if not dataset.files:
        raise DataError(dataset.faults)
    follow_map(dataset.config.language)
    answers = Answers(dataset.nodes, read_pairs(dataset.nodes, dataset.vocabulary), dataset.vocabulary)
    if not accept and not reject:
        _print_pairs(answers, style)
        return
    rejected = [pair for text in reject for pair in answers.chosen(text)]
    accepted = [pair for text in accept for pair in answers.chosen(text) if pair not in rejected]
    if rows := answers.rows(accepted, rejected):
        say(WRITTEN.counted(len(rows)).filled(file=str(add_answers(folder, rows))))
    else:
        say(NONE)


def _print_pairs(answers: Answers, style: str) -> None:
    """Print the open pairs, the surest first; a table shows the first of them only."""
    pairs = answers.pairs[:MOST] if style == "table" else answers.pairs
    if style == "table" and not pairs:
        say(NONE)
        return
    print_rows((_row(answers, pair, style) for pair in pairs), style, COLUMNS)
    if style == "table":
        if len(pairs) < len(answers.pairs):
            say(MORE.filled(most=Number(MOST), all=Number(len(answers.pairs))))
        say(ANSWER)


def _row(answers: Answers, pair: Pair, style: str) -> dict[str, Any]:
    kind, like = answers.vocabulary.node(pair.label), pair.likeness
    return {
        "name": _call(answers, pair.one, style),
        "other": _call(answers, pair.other, style),
        "kind": kind.title if style == "table" else kind.name,
        "confidence": like.confidence if like else None,
        "why": like.reason if like else "",
    }


def _call(answers: Answers, uid: str, style: str) -> str:
    """What to write for a node in an answer; in a table its name stands beside its id."""
    text, name = answers.call(uid), str(answers.ids[uid].props["name"])
    return text if style != "table" or text == name else f"{text} ({name})"


COMMAND = names

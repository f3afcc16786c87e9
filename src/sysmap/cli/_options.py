"""Options that several commands share: the same name, place and words everywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sysmap.messages import languages

if TYPE_CHECKING:
    from sysmap.rendering.port import Look

__all__ = ["SHOWN", "as_of", "chosen_look", "credentials", "database", "dataset", "fast", "formats", "held_by", "language", "look", "map_name", "open_page", "out",
           "parquet", "quiet", "strict", "top", "verbose"]

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _day(_context: click.Context, _parameter: click.Parameter, text: str | None) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is no date; write it as 2026-12-31") from None


dataset: Decorator = click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
database: Decorator = click.option(
    "--db", "address", envvar="SYSMAP_DB", metavar="ADDRESS",
    help="Graph database: a folder (embedded), or bolt://, neo4j://, neo4j+s:// ... (Neo4j). User and password come from "
         "SYSMAP_USER, SYSMAP_PASSWORD, SYSMAP_PASSWORD_FILE or a prompt.")
map_name: Decorator = click.option("--map", "map_name", metavar="NAME", help="The map's name in the database.")
out: Decorator = click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Folder for all that is made. [default: sysmap-out/<map>]")
as_of: Decorator = click.option("--as-of", callback=_day, metavar="DATE",
                                help="Analyse the ties that hold on this day. [default: the map's date, or today]")
fast: Decorator = click.option("--fast/--no-fast", default=True, show_default=True,
                               help="Compute with sysmap's networkx backend; without it networkx does it all: the same numbers, later.")
formats: Decorator = click.option("--format", "style", type=click.Choice(["table", "csv", "json", "markdown"]), default="table",
                                  show_default=True, help="How rows are printed.")
language: Decorator = click.option("--lang", "lang", type=click.Choice(languages()), envvar="SYSMAP_LANG",
                                   help="Bahasa Indonesia or English. [default: the map's own]")
held_by: Decorator = click.option("--held-by", metavar="NAME",
                                  help="The causes as this stakeholder or group sees them: the common links, its own in the place of theirs.")
open_page: Decorator = click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
strict: Decorator = click.option("--strict", is_flag=True, help="Treat warnings as faults.")
parquet: Decorator = click.option("--parquet", is_flag=True, help="Write every table as Parquet too, typed, beside the CSV; needs the extra parquet.")
quiet: Decorator = click.option("-q", "--quiet", is_flag=True, help="Print only what went wrong.")
verbose: Decorator = click.option("-v", "--verbose", is_flag=True, help="Print every warning, and the seconds of each step.")


SHOWN = 10
"""How many rows are printed unless --top says otherwise."""
top = click.option("--top", type=click.IntRange(1), help=f"How many are printed. [default: {SHOWN}]")


def look(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that set how the page looks; `chosen_look` makes a Look of them."""
    options: list[Decorator] = [
        click.option("--look", "look_file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
                     help="A TOML file that sets all of these, colours, the order of views and what to leave out; options here come first."),
        click.option("--include-personal", is_flag=True, default=None,
                     help="Put personal fields (ratings, scores, contact data) into the page and the tables too."),
        click.option("--size-by", metavar="MEASURE", help="Measure that sizes the marks at first. [default: betweenness]"),
        click.option("--color-by", metavar="FIELD", help="Field that colours the marks at first. [default: label, the kind]"),
        click.option("--theme", type=click.Choice(["system", "light", "dark"]), help="Light or dark page. [default: system]"),
        click.option("--title", help="Title of the page. [default: the map's own]"),
    ]
    for option in options:
        command = option(command)
    return command


def chosen_look(lang: str | None, *, parquet: bool = False, look_file: Path | None = None, **look: Any) -> Look:
    """A `Look` from the options above, over those of the look file; `OutputError` where the extra is missing that writes Parquet."""
    from sysmap.page.looks import read_look
    from sysmap.rendering.port import Look
    from sysmap.rendering.writing import import_parquet as needed
    from sysmap.vocabulary import VOCABULARY

    if parquet:
        needed()
    given = {key: value for key, value in {"language": lang, **look}.items() if value is not None}
    return Look(parquet=parquet, **{**(read_look(look_file, VOCABULARY) if look_file else {}), **given})


def credentials(address: str) -> tuple[str, str]:
    """Ask for user and password at the terminal; StoreDenied where there is none to ask."""
    import sys

    from sysmap.errors import StoreDenied

    if not sys.stdin.isatty():
        raise StoreDenied(f"{address} asks for a password", "set SYSMAP_PASSWORD or SYSMAP_PASSWORD_FILE")
    return click.prompt("User", default="neo4j", err=True), click.prompt("Password", hide_input=True, err=True)

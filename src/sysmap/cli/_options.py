"""Options that several commands share: the same name, type and help everywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import click

from sysmap.cli._language import LanguageName, ask_for, in_words
from sysmap.errors import Cause
from sysmap.messages import Message

if TYPE_CHECKING:
    from sysmap.rendering.port import Look
    from sysmap.rendering.writing import CsvStyle

__all__ = [
    "SHOWN",
    "DecimalNumber",
    "WholeNumber",
    "allow_removals",
    "as_of",
    "chosen_look",
    "credentials",
    "csv",
    "database",
    "dataset",
    "fast",
    "formats",
    "held_by",
    "language",
    "language_option",
    "look",
    "map_name",
    "open_page",
    "out",
    "parquet",
    "quiet",
    "reading",
    "spoken",
    "strict",
    "top",
    "verbose",
]

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


NO_DATE = Message("{text} is not a date; write it as 2026-12-31")
NO_WHOLE_NUMBER = Message("{text} is not a whole number")
NO_NUMBER = Message("{text} is not a number")
NO_PASSWORD = Cause("L004", "{address} asks for a password", "set SYSMAP_PASSWORD or SYSMAP_PASSWORD_FILE")
LANGUAGE_KEY = "sysmap.language"
"""Where click's context keeps what `--lang` says, so that the commands of a group know what was asked before their
name."""
USER = Message("User")
PASSWORD = Message("Password")


class _Number(click.ParamType):  # type: ignore[type-arg]  # older clicks have no type argument
    """What tells, before click does, that a text is no number: in the reader's language."""

    read: ClassVar[type[int | float]]
    no_number: ClassVar[Message]

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number; an error where there is none, or where it is out of bounds."""
        try:
            # Python reads nan and inf as numbers too, and nan is within all bounds.
            is_number = abs(self.read(value)) < inf
        except ValueError:
            is_number = False
        if not is_number:
            self.fail(in_words(self.no_number.filled(text=repr(value))), param, ctx)
        return super().convert(value, param, ctx)


class WholeNumber(_Number, click.IntRange):
    """A whole number within bounds."""

    read, no_number = int, NO_WHOLE_NUMBER


class DecimalNumber(_Number, click.FloatRange):
    """A number within bounds."""

    read, no_number = float, NO_NUMBER


def _read_day(_context: click.Context, _parameter: click.Parameter, text: str | None) -> date | None:
    """A day written as 2026-12-31; None where nothing is written."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(in_words(NO_DATE.filled(text=repr(text)))) from None


def _use_language(context: click.Context, _parameter: click.Parameter, language: str | None) -> str | None:
    """Speak the language asked for here or before the command.

    Return it, or None where none is asked for: then files follow the map.
    """
    asked = language or context.meta.get(LANGUAGE_KEY)
    context.meta[LANGUAGE_KEY] = asked
    ask_for(asked)
    return asked


def language_option(help: str, **attributes: Any) -> Decorator:
    """The option `--lang`, with a help of its own; `attributes` as for `click.option`."""
    return click.option(
        "--lang",
        "lang",
        type=LanguageName(),
        callback=_use_language,
        is_eager=True,
        metavar="LANGUAGE",
        help=help,
        **attributes,
    )


dataset: Decorator = click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
database: Decorator = click.option(
    "--db",
    "address",
    envvar="SYSMAP_DB",
    metavar="ADDRESS",
    help="Graph database: a folder (embedded), or bolt://, neo4j://, neo4j+s:// ... (Neo4j). User and password come from "
    "SYSMAP_USER, SYSMAP_PASSWORD, SYSMAP_PASSWORD_FILE or a prompt.",
)
map_name: Decorator = click.option("--map", "map_name", metavar="NAME", help="The map's name in the database.")
out: Decorator = click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder for all that is made. [default: sysmap-out/<map>]",
)
as_of: Decorator = click.option(
    "--as-of",
    callback=_read_day,
    metavar="DATE",
    help="Analyse the ties that hold on this day. [default: the map's date, or today]",
)
fast: Decorator = click.option(
    "--fast/--no-fast",
    default=True,
    show_default=True,
    help="Compute with sysmap's networkx backend; without it networkx does it all: the same numbers, later.",
)
formats: Decorator = click.option(
    "--format",
    "style",
    type=click.Choice(["table", "csv", "json", "markdown"]),
    default="table",
    show_default=True,
    help="How rows are printed.",
)
language: Decorator = language_option(
    help="Language of what is printed and of the files, such as id or en. [default: the map's own]"
)
"""For a command that writes files: its function is given `lang`, which is None where the map decides."""
spoken: Decorator = language_option(
    help="Language of what is printed, such as id or en. [default: the map's, the system's, or English]",
    expose_value=False,
)
"""For a command that only prints."""
held_by: Decorator = click.option(
    "--held-by",
    metavar="NAME",
    help="The causes as this stakeholder or group sees them: the common links, its own in the place of theirs.",
)
allow_removals: Decorator = click.option(
    "--allow-removals", is_flag=True, help="Let a load remove more than 10 % of the map."
)
open_page: Decorator = click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
strict: Decorator = click.option("--strict", is_flag=True, help="Treat warnings as faults.")
parquet: Decorator = click.option(
    "--parquet", is_flag=True, help="Write every table as Parquet too, typed, beside the CSV; needs the extra parquet."
)
csv: Decorator = click.option(
    "--csv",
    type=click.Choice(["guarded", "local", "raw"]),
    default="guarded",
    show_default=True,
    help="How tables are written: with commas; `local` with semicolons and decimal commas; `raw` without the apostrophe that "
    "keeps a text from running as a formula.",
)
quiet: Decorator = click.option("-q", "--quiet", is_flag=True, help="Print only what went wrong.")
verbose: Decorator = click.option(
    "-v", "--verbose", is_flag=True, help="Print every warning, and the seconds of each step."
)


_ENDS_AND_WEIGHT = ("source", "target", "weight")
_DATES = {"dmy": "d/m/y", "mdy": "m/d/y"}

SHOWN = 10
"""How many rows are printed unless --top says otherwise; the help of --top says it too."""
top: Decorator = click.option("--top", type=WholeNumber(1), metavar="N", help="How many are printed. [default: 10]")


def look(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that set how the page looks; `chosen_look` makes a Look of their values."""
    options: list[Decorator] = [
        click.option(
            "--look",
            "look_file",
            metavar="FILE",
            type=click.Path(path_type=Path, dir_okay=False),
            help="A TOML file that sets all of these, colours, the order of views and what to leave out; options here come first.",
        ),
        click.option(
            "--include-personal",
            is_flag=True,
            default=None,
            help="Put personal fields (ratings, scores, contact data) into the page and the tables too.",
        ),
        click.option(
            "--size-by", metavar="MEASURE", help="Measure that sizes the marks at first. [default: betweenness]"
        ),
        click.option(
            "--color-by", metavar="FIELD", help="Field that colours the marks at first. [default: label, the kind]"
        ),
        click.option(
            "--theme", type=click.Choice(["system", "light", "dark"]), help="Light or dark page. [default: system]"
        ),
        click.option("--title", help="Title of the page. [default: the map's own]"),
    ]
    for option in options:
        command = option(command)
    return command


def reading(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say how the tables are to be read in this run; the command gets them as `overrides`."""

    @wraps(command)
    def with_overrides(
        *arguments: Any, dates: str | None, decimal: str | None, no_header: bool, **settings: Any
    ) -> Any:
        from sysmap.tables.overrides import Overrides

        headers = {header: name for name in _ENDS_AND_WEIGHT if (header := settings.pop(name))}
        overrides = Overrides(headers, _DATES.get(dates or "", ""), decimal or "", header="none" if no_header else "")
        return command(*arguments, overrides=overrides, **settings)

    chosen: Callable[..., Any] = with_overrides
    options: list[Decorator] = [
        click.option("--no-header", is_flag=True, help="The first row of a table without known headers is data."),
        click.option("--decimal", type=click.Choice([",", "."]), help="The decimal mark of numbers."),
        click.option("--dates", type=click.Choice(list(_DATES)), help="Which comes first in 10/11/2025, day or month."),
        click.option("--weight", metavar="COL", help="The column that weighs the ties."),
        click.option("--target", metavar="COL", help="The column in which the ties end."),
        click.option("--source", metavar="COL", help="The column in which the ties start."),
    ]
    for option in options:
        chosen = option(chosen)
    return chosen


def chosen_look(
    lang: str | None,
    *,
    parquet: bool = False,
    csv: CsvStyle = "guarded",
    look_file: Path | None = None,
    **settings: Any,
) -> Look:
    """Make a `Look` of the values of the options above; those that are given overrule the look file.

    `lang` is the value of `--lang`; None leaves the choice to the map. Raises `OutputError` where Parquet cannot be
    written.
    """
    from sysmap.page.looks import read_look
    from sysmap.rendering.port import Look
    from sysmap.rendering.writing import import_parquet
    from sysmap.vocabulary import VOCABULARY

    if parquet:
        import_parquet()
    chosen = {key: value for key, value in {"language": lang, **settings}.items() if value is not None}
    return Look(parquet=parquet, csv=csv, **{**(read_look(look_file, VOCABULARY) if look_file else {}), **chosen})


def credentials(address: str) -> tuple[str, str]:
    """Ask for user and password at the terminal; raise `StoreDenied` where nobody sits at one."""
    import sys

    from sysmap.errors import StoreDenied

    if not sys.stdin.isatty():
        raise StoreDenied(NO_PASSWORD, address=address)
    return click.prompt(in_words(USER), default="neo4j", err=True), click.prompt(
        in_words(PASSWORD), hide_input=True, err=True
    )

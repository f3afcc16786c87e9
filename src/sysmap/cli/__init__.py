"""The command line: each command parses, calls one function, prints.

One shield turns errors into one line and an exit code.

One file a command, named as the command; what several share stands in the files whose names begin with `_`. A new
command is a new file with a `COMMAND`. The modules import nothing heavy until a command runs, so that `sysmap --help`
is quick.

Whatever a command prints for people is a text of the catalogues, printed with `say` or `print_rows` in the reader's
language.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import click

import sysmap.cli._options as options
from sysmap.cli._language import say
from sysmap.cli._shield import Shield
from sysmap.messages import Message
from sysmap.resources import DISTRIBUTION

__all__ = ["cli", "main"]

VERSION = Message("sysmap, version {version}")


def _print_version(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    from importlib.metadata import version

    if asked and not context.resilient_parsing:
        say(VERSION.filled(version=version(DISTRIBUTION)))
        context.exit()


@click.group(cls=Shield, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@options.spoken
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    help="Show the version and exit.",
)
def cli() -> None:
    """See the whole system you act in: stakeholders, problems, innovations, partnerships.

    A folder of CSV files becomes a graph database, findings, and one offline HTML map.

    \b
    Example:
      sysmap new my-map && sysmap check my-map && sysmap build my-map --open
    """


for _name in sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_")):
    cli.add_command(import_module(f"{__name__}.{_name}").COMMAND)


def main() -> None:
    """Run the command line."""
    cli.main(prog_name="sysmap")

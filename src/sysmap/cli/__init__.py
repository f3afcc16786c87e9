"""The command line: each command parses, calls one function, prints. One shield turns errors into one line and an exit code.

One file a command, named as the command; what several share stands in the files that begin with `_`. A new file that says
its `COMMAND` is the whole act. The modules import nothing heavy until a command runs, so that `sysmap --help` is quick.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import click

from sysmap.cli._shield import Shield
from sysmap.resources import DISTRIBUTION

__all__ = ["cli", "main"]


@click.group(cls=Shield, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name=DISTRIBUTION)
def cli() -> None:
    """See the whole system you act in: stakeholders, problems, innovations, partnerships.

    A folder of CSV files becomes a graph database, findings, and one offline HTML map.

    \b
    Example:
      sysmap new my-map && sysmap check my-map && sysmap build my-map --open
    """


for _found in sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_")):
    cli.add_command(import_module(f"{__name__}.{_found}").COMMAND)


def main() -> None:
    """Run the command line."""
    cli.main(prog_name="sysmap")

"""The command line: each command parses, calls one function, prints. One shield turns errors into one line and an exit code.

The modules of this package import nothing heavy until a command runs, so that `sysmap --help` is quick.
"""

from __future__ import annotations

import click

import sysmap.cli.analysing as analysing
import sysmap.cli.asking as asking
import sysmap.cli.loading as loading
import sysmap.cli.machine as machine
import sysmap.cli.making as making
import sysmap.cli.networks as networks
import sysmap.cli.pushing as pushing
import sysmap.cli.stories as stories
import sysmap.cli.suggesting as suggesting
import sysmap.cli.systems as systems
import sysmap.cli.words as words
from sysmap.cli.shield import Shield
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


for module in (making, loading, analysing, networks, suggesting, systems, pushing, stories, asking, words, machine):
    for command in module.COMMANDS:
        cli.add_command(command)


def main() -> None:
    """Run the command line."""
    cli.main(prog_name="sysmap")

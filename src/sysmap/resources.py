"""What was installed: the name of the distribution, the command that adds an extra, and the folders `cypher/` and `datasets/`."""

from __future__ import annotations

import sys
from pathlib import Path

__all__ = ["DISTRIBUTION", "install_command", "shipped"]

DISTRIBUTION = "sysmap-graph"
"""The name that pip knows. The package index has another project called `sysmap`; the module and the command keep that name."""


def install_command(extra: str) -> str:
    """The command that adds an extra, such as `parquet`, to the Python that runs sysmap now.

    It works however sysmap was installed: pip finds the distribution in place and adds only what the extra needs. The double quotes
    are understood by sh, cmd and PowerShell. Environments made by uv have no pip, so there uv is named.

    >>> install_command("parquet").endswith('install "sysmap-graph[parquet]"')
    True
    """
    from importlib.util import find_spec

    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    installer = f"{python} -m pip install" if find_spec("pip") else f"uv pip install --python {python}"
    return f'{installer} "{DISTRIBUTION}[{extra}]"'


def shipped(name: str) -> Path:
    """The folder `cypher` or `datasets` as installed, or of the checkout this module is run from.

    >>> shipped("cypher").name
    'cypher'
    """
    package = Path(__file__).resolve().parent
    installed = package / "shipped" / name
    return installed if installed.is_dir() else package.parents[1] / name

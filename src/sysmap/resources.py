"""The installation.

The name of the distribution, the command that adds an extra, and the folders `cypher/` and `datasets/`.
"""

from __future__ import annotations

import sys
from pathlib import Path

__all__ = ["DISTRIBUTION", "install_command", "shipped"]

DISTRIBUTION = "sysmap-graph"
"""The name that pip knows. The package index has another project called `sysmap`; the module and the command keep that
name."""


def install_command(extra: str) -> str:
    """The command that adds an extra, such as `parquet`, to the Python that runs sysmap now.

    It works however sysmap was installed: pip finds that the distribution is there and adds only what the extra needs.
    sh, cmd and PowerShell all understand the double quotes. Environments made by uv have no pip, so for them the
    command is one of uv.

    >>> install_command("parquet").endswith('install "sysmap-graph[parquet]"')
    True
    """
    from importlib.util import find_spec

    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    installer = f"{python} -m pip install" if find_spec("pip") else f"uv pip install --python {python}"
    return f'{installer} "{DISTRIBUTION}[{extra}]"'


def shipped(name: str) -> Path:
    """The folder `cypher` or `datasets` of the installation, or of the checkout that this module stands in.

    >>> shipped("cypher").name
    'cypher'
    """
    package = Path(__file__).resolve().parent
    installed = package / "shipped" / name
    return installed if installed.is_dir() else package.parents[1] / name

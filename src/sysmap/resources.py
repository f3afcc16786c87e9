"""Where the files that come with sysmap lie: `cypher/` and `datasets/`, in the wheel or in a checkout."""

from __future__ import annotations

from pathlib import Path

__all__ = ["shipped"]


def shipped(name: str) -> Path:
    """The folder `cypher` or `datasets` as installed, or of the checkout this module is run from.

    >>> shipped("cypher").name
    'cypher'
    """
    package = Path(__file__).resolve().parent
    installed = package / "shipped" / name
    return installed if installed.is_dir() else package.parents[1] / name

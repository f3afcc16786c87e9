"""sysmap: a knowledge-graph stakeholder and systems-thinking mapper for public organisations that learn.

>>> from pathlib import Path
>>> import sysmap
>>> made = sysmap.build_folder(Path("datasets/tiny"), out=Path("sysmap-out/tiny"))  # doctest: +SKIP
"""

from __future__ import annotations

from typing import Any

__all__ = ["VOCABULARY", "Analysis", "SysmapError", "build_folder", "open_store", "read_folder"]

_ROOMS = {
    "Analysis": "analysis",
    "SysmapError": "errors",
    "VOCABULARY": "vocabulary",
    "build_folder": "build",
    "open_store": "stores",
    "read_folder": "tables",
}


def __getattr__(name: str) -> Any:
    """The public names, each imported when it is first asked for, so that `sysmap --help` stays quick."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'sysmap' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"sysmap.{_ROOMS[name]}"), name)

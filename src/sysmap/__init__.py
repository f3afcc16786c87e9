"""sysmap: a knowledge-graph stakeholder and systems-thinking mapper for public organisations that learn.

What is public is named here, and nothing else: every other module may change from one version to the next.

====================  ==========================================================================================
`build_folder`        from a folder of tables to findings, a map and a report: what `sysmap build` does
`read_folder`         a folder of tables, read and checked
`open_store`          the graph database at an address: a folder, or `bolt://...`
`Analysis`            a map on a day, with its measures and findings
`all_findings`        the findings of an analysis, the gravest first
`VOCABULARY`          every kind of node and tie, every field and choice
`SysmapError`         the root of all errors
`__version__`         the version that is installed
====================  ==========================================================================================

>>> from pathlib import Path
>>> import sysmap
>>> built = sysmap.build_folder(Path("datasets/tiny"), out=Path("sysmap-out/tiny"))  # doctest: +SKIP
"""

from __future__ import annotations

from typing import Any

__all__ = ["VOCABULARY", "Analysis", "SysmapError", "all_findings", "build_folder", "open_store", "read_folder"]

_ROOMS = {
    "Analysis": "analysis",
    "SysmapError": "errors",
    "VOCABULARY": "vocabulary",
    "all_findings": "findings.port",
    "build_folder": "build",
    "open_store": "stores",
    "read_folder": "tables.folder",
}


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for, so that `sysmap --help` stays quick."""
    from importlib import import_module

    if name == "__version__":
        from importlib.metadata import version

        from sysmap.resources import DISTRIBUTION

        return version(DISTRIBUTION)
    if name not in _ROOMS:
        raise AttributeError(f"module 'sysmap' has no attribute {name!r}")
    return getattr(import_module(f"sysmap.{_ROOMS[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted([*__all__, "__version__"])

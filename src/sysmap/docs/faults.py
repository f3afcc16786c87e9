"""The page of faults: everything that can go wrong, by its id, with what to do about it, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from itertools import groupby
from pkgutil import walk_packages

import sysmap
from sysmap.docs.markdown import cell, made_by, page, table
from sysmap.errors import CAUSES, Cause
from sysmap.messages import Message

__all__ = ["all_causes", "faults_page"]

INTRO = """# Faults and errors

What can go wrong, and what to do about it: each with the id that it keeps from version to version. Words in braces stand for the
names and numbers of the case. Where nothing else is said of what to do about an unknown name, the names that are most like it
are offered.

Apa yang dapat salah, dan apa yang perlu dilakukan. Kata di dalam kurung kurawal menggantikan nama dan angka dari kejadiannya."""

ROOMS = {
    "B": "Building a map",
    "C": "Cypher and queries",
    "E": "Everywhere",
    "F": "Your tables",
    "L": "The command line",
    "M": "Measures",
    "P": "The page",
    "R": "Report and files",
    "S": "Graph databases",
    "T": "sysmap.toml and look files",
    "V": "The vocabulary",
}
"""What the causes of a letter are about; a letter that is not here stands for itself."""
EXAMPLES = "X"
"""The letter of causes that examples and tests declare."""


def all_causes() -> list[Cause]:
    """Every cause that a module of sysmap declares, by id.

    All modules are imported for it, because importing is what declares.
    """
    for module in walk_packages(sysmap.__path__, "sysmap."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    return [CAUSES[id] for id in sorted(CAUSES) if not id.startswith(EXAMPLES)]


def faults_page(causes: Iterable[Cause]) -> str:
    """The page of causes, which are given in the order of their ids: a table for each letter."""
    blocks = []
    for letter, group in groupby(causes, key=lambda cause: cause.id[0]):
        rows = [(cause.id, _both(cause.problem), _both(cause.remedy)) for cause in group]
        blocks += [
            f"## {letter}: {ROOMS[letter]}" if letter in ROOMS else f"## {letter}",
            table(("Id", "Problem · Masalah", "What to do · Yang perlu dilakukan"), rows),
        ]
    return page(made_by("the causes in src/sysmap"), INTRO, *blocks)


def _both(text: Message | None) -> str:
    """A text in English and Indonesian as one cell of a table; a text of nothing but a parameter stands once."""
    if text is None:
        return ""
    english, indonesian = (cell(text.template(language)) for language in ("en", "id"))
    return english if english == indonesian else f"{english}<br>*{indonesian}*"

"""The port of a relation between the outputs of one run, and the run itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sysmap.files  # noqa: F401  importing the room registers its tables
from sysmap.analysis import Analysis
from sysmap.findings.port import Finding, all_findings
from sysmap.messages import Message, Text
from sysmap.page.scene import build_scene
from sysmap.rendering.facts import Facts
from sysmap.rendering.port import TABLES, Look
from sysmap.rooms import insert_in_order

__all__ = ["RELATIONS", "Contradiction", "Relation", "Run", "compare", "differ", "find_contradictions", "relation"]

RELATIONS: dict[str, Relation] = {}
"""Every relation by its name, in the order in which they are tried."""


@dataclass(frozen=True)
class Run:
    """All that one run tells of a map: its findings, its tables of results and the data of its page.

    They are read as a stranger would read them. What they should say is counted anew from the nodes and ties in the
    relations themselves, by plain loops.
    """

    analysis: Analysis
    look: Look

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, those that are not assessed too, the gravest first."""
        return all_findings(self.analysis, personal=self.look.include_personal)

    def of_kind(self, kind: str) -> tuple[Finding, ...]:
        """The findings of a kind that say something."""
        return tuple(one for one in self.findings if one.kind == kind and one.severity != "not_assessed")

    def number(self, kind: str, name: str) -> float | int | str | None:
        """The number of this name in the first finding of a kind; None where there is none."""
        return next((one.numbers[name] for one in self.of_kind(kind) if name in one.numbers), None)

    def table(self, name: str) -> list[dict[str, Any]]:
        """The rows of a table of results, each as column -> value."""
        built = TABLES[name].build(self.analysis, self.look)
        return [dict(zip(built.columns, row, strict=True)) for row in built.rows]

    @cached_property
    def drawn(self) -> tuple[str, ...]:
        """The uids of the nodes that the page draws, in its order."""
        return Facts(self.analysis, self.look).uids

    @cached_property
    def page(self) -> Mapping[str, Any]:
        """The data of the page, with the drawn nodes as `nodes` and the drawn ties as `ties`."""
        with TemporaryDirectory() as folder:
            scene = build_scene(self.analysis, self.look, Path(folder))
        return {**scene.island, "nodes": scene.nodes, "ties": scene.ties}


@dataclass(frozen=True, slots=True)
class Relation:
    """What must hold between outputs: `title` says it in a sentence, `check` yields what contradicts it."""

    name: str
    order: int
    title: Text
    check: Callable[[Run], Iterator[Text]]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A relation that does not hold, and the two sides of it in a sentence."""

    relation: Relation
    sides: Text


def relation(order: int, title: Text) -> Callable[[Callable[[Run], Iterator[Text]]], Callable[[Run], Iterator[Text]]]:
    """Register the decorated function as a relation; it yields a sentence for each contradiction."""

    def register(check: Callable[[Run], Iterator[Text]]) -> Callable[[Run], Iterator[Text]]:
        insert_in_order(RELATIONS, check.__name__, Relation(check.__name__, order, title, check))
        return check

    return register


def differ(what: str, name: str, one: object, other: object) -> Text:
    """A sentence on a number that is not what it should be; `what` is the output, `name` the number in it."""
    return DIFFER.filled(what=what, name=name, one=str(one), other=str(other))


DIFFER = Message("{what}: {name} is {one}; it should be {other}")


def compare(run: Run, told: set[str], true: set[str], title: Text) -> Iterator[Text]:
    """A sentence for each node that is told and not true, or true and not told; `title` is of the finding."""
    for uid in sorted(told - true):
        yield FALSE.filled(title=title, name=run.analysis.name(uid))
    for uid in sorted(true - told):
        yield UNTOLD.filled(title=title, name=run.analysis.name(uid))


FALSE = Message("{title}: {name} is told, and it is not so")
UNTOLD = Message("{title}: {name} is not told, and it is so")


def find_contradictions(analysis: Analysis, look: Look | None = None) -> tuple[Contradiction, ...]:
    """Every contradiction in what a run of this analysis says; none if all agrees."""
    run = Run(analysis, look or Look())
    return tuple(Contradiction(known, sides) for known in RELATIONS.values() for sides in known.check(run))

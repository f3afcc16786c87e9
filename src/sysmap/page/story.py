"""The findings as a story of a few steps: one for each chapter, told where it is seen best, and following one thread where it can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sysmap.findings.port import FINDINGS, Finding
from sysmap.messages import Message, Text

__all__ = ["CHAPTERS", "Chapter", "Step", "tell_story"]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading of the story, and the view that shows it best. A finding says in its decorator which chapter it may tell."""

    name: str
    title: Text
    view: str = "map"


@dataclass(frozen=True, slots=True)
class Step:
    """A chapter and the number of the finding that tells it."""

    chapter: Chapter
    finding: int


CHAPTERS = (
    Chapter("waits", Message("A problem that waits")),
    Chapter("stays", Message("Why it stays"), "causal"),
    Chapter("reaches", Message("Where a push reaches far"), "causal"),
    Chapter("together", Message("Who should work together, and does not yet")),
    Chapter("bring", Message("Who can bring them together")),
    Chapter("dies", Message("An innovation about to die, and what would save it"), "pipeline"),
    Chapter("promised", Message("What was promised"), "grow"),
)


def tell_story(found: Sequence[Finding]) -> tuple[Step, ...]:
    """A step for each chapter that some finding tells, in the order of the chapters.

    Of the kinds of finding that may tell a chapter the first by their `order` tells it; of several findings of that kind the
    gravest, among these the one that shares most evidence with what was told before. `found` has the gravest first. What was
    not assessed tells nothing.
    """
    return tuple(_steps(found))


def _steps(found: Sequence[Finding]) -> Iterator[Step]:
    thread: set[str] = set()
    assessed = {one.kind for one in found if one.severity != "not_assessed"}
    for chapter in CHAPTERS:
        kind = next((kind.name for kind in FINDINGS.values() if kind.story == chapter.name and kind.name in assessed), None)
        if kind is None:
            continue
        mine = [at for at, one in enumerate(found) if one.kind == kind and one.severity != "not_assessed"]
        gravest = [at for at in mine if found[at].severity == found[mine[0]].severity]
        at = max(gravest, key=lambda at: (len(thread & set(found[at].evidence)), -at))
        thread |= set(found[at].evidence)
        yield Step(chapter, at)

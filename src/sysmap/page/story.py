"""The story: a few findings in the order of its chapters, each in the view that fits it, linked by common evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sysmap.findings.port import FINDINGS, Finding
from sysmap.messages import Message, Text

__all__ = ["CHAPTERS", "Chapter", "Step", "tell_story"]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading of the story, and the view that shows it best.

    Which kinds of finding fit a chapter stands in their decorators.
    """

    name: str
    title: Text
    view: str = "map"


@dataclass(frozen=True, slots=True)
class Step:
    """A chapter, and the number of the finding that is shown in it."""

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


def tell_story(findings: Sequence[Finding]) -> tuple[Step, ...]:
    """One step for each chapter that has a fitting finding, in the order of the chapters.

    `findings` has the gravest first.

    Of the kinds of finding that fit a chapter, the first by their `order` is taken; of that kind the gravest findings;
    of these the one that shares most evidence with the steps before it. Findings of severity `not_assessed` are never
    taken.
    """
    return tuple(_steps(findings))


def _steps(findings: Sequence[Finding]) -> Iterator[Step]:
    thread: set[str] = set()
    assessed = {finding.kind for finding in findings if finding.severity != "not_assessed"}
    for chapter in CHAPTERS:
        kind = next(
            (kind.name for kind in FINDINGS.values() if kind.story == chapter.name and kind.name in assessed), None
        )
        if kind is None:
            continue
        of_kind = [
            at for at, finding in enumerate(findings) if finding.kind == kind and finding.severity != "not_assessed"
        ]
        gravest = [at for at in of_kind if findings[at].severity == findings[of_kind[0]].severity]
        at = max(gravest, key=lambda at: (len(thread & set(findings[at].evidence)), -at))
        thread |= set(findings[at].evidence)
        yield Step(chapter, at)

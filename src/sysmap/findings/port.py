"""The port of a finding: a decorated function from an `Analysis` to sentences with evidence and a next step.

A kind of finding has two steps. `search` finds all that it is true of, uncut and without words, so that two maps can be
compared; the decorated function, `tell`, makes sentences of the gravest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from sysmap.analysis import Analysis, kept
from sysmap.errors import Cause, UnknownName
from sysmap.findings.steps import Step, Subject
from sysmap.messages import Message, Text
from sysmap.rooms import insert_in_order
from sysmap.topics import SECTIONS

__all__ = [
    "FINDINGS",
    "Finding",
    "FindingKind",
    "Need",
    "Severity",
    "all_findings",
    "finding",
    "first_missing_need",
    "no_subjects",
]

Severity = Literal["high", "medium", "low", "info", "not_assessed"]
"""`info`: a fact that needs no remedy (coverage is complete). `not_assessed`: the data are missing."""
ORDER: dict[Severity, int] = {"high": 0, "medium": 1, "low": 2, "info": 3, "not_assessed": 4}

NO_FINDING = Cause("N001", "no finding is called {name}")
FINDINGS: dict[str, FindingKind] = {}


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence on the system: what, why it matters, on what evidence, and what to do next.

    `id` is stable between runs (`kind:...uids`). `evidence` are uids of nodes and ties on the map. `weight`
    ranks findings of one severity, larger first. `numbers` are the figures in the sentence, for tables and queries.
    `items` are what the sentence is true of, each one of those that the kind's `search` gives. `step` is the next step
    as data; None where the advice changes nothing that tables hold.
    """

    kind: str
    id: str
    title: Text
    why: Text
    next_step: Text
    evidence: tuple[str, ...]
    severity: Severity
    weight: float = 0.0
    numbers: Mapping[str, float | int | str | None] = field(default_factory=dict)
    items: tuple[Subject, ...] = ()
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """Data without which a finding would be a guess.

    `met` checks whether they are there; if not, `why` says what is missing and `next_step` what to do about it.
    """

    met: Callable[[Analysis], bool]
    why: Text
    next_step: Text


def first_missing_need(analysis: Analysis, needs: tuple[Need, ...]) -> Need | None:
    """The first need that is not met; None if all are met."""
    return next((need for need in needs if not need.met(analysis)), None)


@dataclass(frozen=True, slots=True)
class FindingKind:
    """A kind of finding, as the documentation describes it.

    `topic` is its section in the report (`sysmap.topics.SECTIONS`) and `order` its place among the kinds. `meaning`
    says what it finds and how severity is decided. `search` gives all subjects that it is true of, told or not, and
    `tell` the findings; both are only called if all `needs` are met. `urgent` and `important` are the most findings of
    severity high and medium that it tells on any map: what is alike beyond them is one sentence with its list. `story`
    is the step of the page's story that it can fill, `answers` the ready-made questions that it answers. A `personal`
    kind follows from ratings of persons: where pages and tables leave out the ratings, they leave it out too. A kind
    that `sums_up` tells how the whole map stands, and may be one of the three sentences of the brief.
    """

    name: str
    topic: str
    order: int
    title: Text
    meaning: Text
    source: str
    needs: tuple[Need, ...]
    tell: Callable[[Analysis], Iterator[Finding]]
    search: Callable[[Analysis], Iterable[Subject]]
    urgent: int = 0
    important: int = 0
    personal: bool = False
    story: str = ""
    answers: tuple[str, ...] = ()
    sums_up: bool = False

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        """The findings of this kind, or a single one that says why it is not assessed."""
        missing = first_missing_need(analysis, self.needs)
        if missing is None:
            yield from self.tell(analysis)
        else:
            title = Message("{title}: not assessed").filled(title=self.title)
            yield Finding(
                kind=self.name,
                id=self.name,
                title=title,
                why=missing.why,
                next_step=missing.next_step,
                evidence=(),
                severity="not_assessed",
            )


def no_subjects(analysis: Analysis) -> tuple[Subject, ...]:  # noqa: ARG001  every search is handed it
    """The subjects of a kind that tells a state of the whole and no single thing that could be solved: none."""
    return ()


def finding(
    *,
    topic: str,
    order: int,
    title: Text,
    meaning: Text,
    source: str = "",
    needs: tuple[Need, ...] = (),
    search: Callable[[Analysis], Iterable[Subject]] = no_subjects,
    urgent: int = 0,
    important: int = 0,
    personal: bool = False,
    story: str = "",
    answers: tuple[str, ...] = (),
    sums_up: bool = False,
) -> Callable[[Callable[[Analysis], Iterator[Finding]]], Callable[[Analysis], Iterator[Finding]]]:
    """Register the decorated generator as a kind of finding under its own name.

    The arguments are the fields of `FindingKind`. Raises ValueError if the report has no section `topic`.
    """

    def register(tell: Callable[[Analysis], Iterator[Finding]]) -> Callable[[Analysis], Iterator[Finding]]:
        name = tell.__name__
        if topic not in SECTIONS:
            raise ValueError(f"finding {name!r}: the report has no section {topic!r}; it has {', '.join(SECTIONS)}")
        about = (needs, tell, search, urgent, important, personal, story, answers, sums_up)
        insert_in_order(FINDINGS, name, FindingKind(name, topic, order, title, meaning, source, *about))
        return tell

    return register


def all_findings(analysis: Analysis, only: tuple[str, ...] = (), *, personal: bool = True) -> tuple[Finding, ...]:
    """All findings, the gravest first; computed once per analysis.

    `only` limits them to these kinds; raises `UnknownName` if one is unknown. Without `personal`, personal kinds are
    left out, unless they were not assessed.
    """
    for name in only:
        if name not in FINDINGS:
            raise UnknownName(NO_FINDING, name, FINDINGS)
    findings = _find_all(analysis)
    return tuple(
        item
        for item in findings
        if (not only or item.kind in only)
        and (personal or item.severity == "not_assessed" or not FINDINGS[item.kind].personal)
    )


@kept
def _find_all(analysis: Analysis) -> tuple[Finding, ...]:
    """The findings of all kinds, by severity, then weight (larger first), then kind and id."""
    return tuple(
        sorted(
            (item for kind in FINDINGS.values() for item in kind.find(analysis)),
            key=lambda item: (ORDER[item.severity], -item.weight, item.kind, item.id),
        )
    )

"""The port of a finding: a decorated function from an `Analysis` to sentences with evidence and a next step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from sysmap.analysis import Analysis, kept
from sysmap.errors import Cause, UnknownName
from sysmap.messages import Joined, Message, Text
from sysmap.rooms import insert_in_order
from sysmap.topics import SECTIONS

__all__ = ["FINDINGS", "Absence", "Finding", "FindingKind", "Need", "Severity", "all_findings", "finding", "first_missing_need", "group_absences"]

Severity = Literal["high", "medium", "low", "info", "not_assessed"]
"""`info` is a fact without a fault (coverage is whole); `not_assessed` says that the data are not there."""
ORDER: dict[Severity, int] = {"high": 0, "medium": 1, "low": 2, "info": 3, "not_assessed": 4}

NO_FINDING = Cause("N001", "no finding is called {name}")
FINDINGS: dict[str, FindingKind] = {}


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence on the system: what, why it matters, on what evidence, and what to do next.

    `id` is stable between runs (`kind:...uids`). `evidence` are uids of nodes and ties on the map. `weight`
    ranks findings of one severity, larger first. `numbers` are the figures in the sentence, for tables and queries.
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


@dataclass(frozen=True, slots=True)
class Need:
    """Data without which a finding would be a guess: how to see that they are there, and what to say and do when not."""

    met: Callable[[Analysis], bool]
    why: Text
    next_step: Text


def first_missing_need(analysis: Analysis, needs: tuple[Need, ...]) -> Need | None:
    """The first of the needs that is not met; None where all are."""
    return next((need for need in needs if not need.met(analysis)), None)


@dataclass(frozen=True, slots=True)
class FindingKind:
    """A kind of finding and what is said of it in the docs; `meaning` gives its rule of severity too.

    `topic` is its section in the report (`sysmap.topics.SECTIONS`), `order` its place among the kinds, `story` the step of the page's
    story that it may tell, `answers` the ready-made questions that it answers. A `personal` kind follows from ratings of persons: pages and tables leave it out as they leave out the ratings.
    """

    name: str
    topic: str
    order: int
    title: Text
    meaning: Text
    source: str
    needs: tuple[Need, ...]
    search: Callable[[Analysis], Iterator[Finding]]
    personal: bool = False
    story: str = ""
    answers: tuple[str, ...] = ()

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        """The findings of this kind, or the one that says why it is not assessed."""
        absent = first_missing_need(analysis, self.needs)
        if absent is None:
            yield from self.search(analysis)
        else:
            title = Message("{title}: not assessed").filled(title=self.title)
            yield Finding(self.name, self.name, title, absent.why, absent.next_step, (), "not_assessed")


def finding(*, topic: str, order: int, title: Text, meaning: Text, source: str = "", needs: tuple[Need, ...] = (), personal: bool = False,
            story: str = "", answers: tuple[str, ...] = (),
            ) -> Callable[[Callable[[Analysis], Iterator[Finding]]], Callable[[Analysis], Iterator[Finding]]]:
    """Register the decorated generator as a kind of finding under its own name; it is asked only where all `needs` are met."""
    def register(find: Callable[[Analysis], Iterator[Finding]]) -> Callable[[Analysis], Iterator[Finding]]:
        name = find.__name__
        if topic not in SECTIONS:
            raise ValueError(f"finding {name!r}: the report has no section {topic!r}; it has {', '.join(SECTIONS)}")
        insert_in_order(FINDINGS, name, FindingKind(name, topic, order, title, meaning, source, needs, find, personal, story, answers))
        return find
    return register


FOR_WANT = Message("Not assessed for want of it: {kinds}.")


@dataclass(frozen=True, slots=True)
class Absence:
    """Data that are missing, what to do about it, and the titles of the kinds of finding that are not assessed for want of them."""

    why: Text
    next_step: Text
    kinds: tuple[Text, ...]

    @property
    def told(self) -> Text:
        """Which kinds of finding that are."""
        return FOR_WANT.filled(kinds=Joined(self.kinds, "; "))


def group_absences(found: Iterable[Finding]) -> tuple[Absence, ...]:
    """The findings that say they were not assessed, by what is missing; first what most wait for."""
    by_want: dict[tuple[Text, Text], list[Text]] = {}
    for one in found:
        if one.severity == "not_assessed":
            by_want.setdefault((one.why, one.next_step), []).append(FINDINGS[one.kind].title)
    return tuple(sorted((Absence(*want, tuple(kinds)) for want, kinds in by_want.items()), key=lambda one: -len(one.kinds)))


def all_findings(analysis: Analysis, only: tuple[str, ...] = (), *, personal: bool = True) -> tuple[Finding, ...]:
    """Every finding (of the kinds in `only`, if any), the gravest first; computed once per analysis.

    Without `personal` those of personal kinds are left out, unless they say that they were not assessed.
    """
    for name in only:
        if name not in FINDINGS:
            raise UnknownName(NO_FINDING, name, FINDINGS)
    found = _every_finding(analysis)
    return tuple(one for one in found if (not only or one.kind in only)
                 and (personal or one.severity == "not_assessed" or not FINDINGS[one.kind].personal))


@kept
def _every_finding(analysis: Analysis) -> tuple[Finding, ...]:
    return tuple(sorted((one for kind in FINDINGS.values() for one in kind.find(analysis)),
                        key=lambda one: (ORDER[one.severity], -one.weight, one.kind, one.id)))

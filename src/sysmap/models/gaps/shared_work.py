"""The problems that make two stakeholders need each other, and the sentence that says so."""

from __future__ import annotations

from dataclasses import dataclass

from sysmap.analysis import Analysis
from sysmap.messages import Message, Text
from sysmap.records.coverage_work import Work

__all__ = ["SharedWork", "describe_gap", "find_shared_work"]


@dataclass(frozen=True, slots=True)
class SharedWork:
    """The problems that make two stakeholders need each other, by number; fields and their order are those of `Gap`."""

    problems: tuple[int, ...]
    shared: tuple[int, ...]
    links: tuple[tuple[int, int], ...]


def find_shared_work(work: Work, s: int, t: int) -> SharedWork:
    """Find the common and the linked problems of two stakeholders, given by number.

    All fields are empty if there are none.
    """
    of_s, of_t = (set(work.does[[person]].indices.tolist()) for person in (s, t))
    links = sorted(
        ((p, q) for p in of_s for q in work.linked[[p]].indices.tolist() if q in of_t),
        key=lambda link: (-min(work.severity[[*link]]), link),
    )
    problems = sorted((of_s & of_t).union(*links), key=lambda p: (-work.severity[p] / work.workers[p], p))
    return SharedWork(tuple(problems), tuple(p for p in problems if p in of_s & of_t), tuple(links))


def describe_gap(
    analysis: Analysis, shared: tuple[str, ...], links: tuple[tuple[str, str], ...], together: tuple[str, ...] = ()
) -> Text:
    """Say in one sentence why two should work together, or in what they do without an agreement of their own.

    It names the first of `together`, else of their common problems, else the first link.
    """
    if together:
        return Message("They work together in {common}, but have no agreement of their own.").filled(
            common=analysis.name(together[0])
        )
    if shared:
        more = len(shared) - 1
        return (
            Message("Both work on {problem} and {more} more.") if more else Message("Both work on {problem}.")
        ).filled(problem=analysis.name(shared[0]), more=more)
    return Message("One works on {one}, the other on {other}, and these two problems hang together.").filled(
        one=analysis.name(links[0][0]), other=analysis.name(links[0][1])
    )

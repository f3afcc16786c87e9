"""The decisions that a map asks for: the next steps of its gravest findings, each with who, with whom and by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from sysmap.analysis import Analysis, kept
from sysmap.findings.port import Finding, all_findings
from sysmap.findings.steps import Ended, Field, Step, Tie, Wanted
from sysmap.messages import Day, Message, Text
from sysmap.rendering.port import Look, table
from sysmap.rendering.writing import Table

__all__ = ["MOST", "choose_decisions", "decisions_table", "tell_due"]

MOST = 5
"""How many decisions a brief has at most: a meeting takes no more."""
NEXT_MEETING = Message("the next meeting")


@kept
def choose_decisions(analysis: Analysis, personal: bool = True) -> tuple[Finding, ...]:
    """The findings whose next steps are to be decided, the gravest first; each has a step with somebody who acts.

    Of each kind first the gravest, so that five decisions are not five of one sort; then what is left. No two of them
    want the same, and no two are about the same problem or innovation. With a `personal` kind only if asked for.
    """
    able = [one for one in all_findings(analysis, personal=personal) if one.step is not None and one.step.who]
    firsts = {one.kind: one for one in reversed(able)}
    chosen: list[Finding] = []
    for one in (
        *(one for one in able if firsts[one.kind] is one),
        *(one for one in able if firsts[one.kind] is not one),
    ):
        if len(chosen) < MOST and not any(_same(analysis, one, other) for other in chosen):
            chosen.append(one)
    return tuple(one for one in able if one in chosen)


def _same(analysis: Analysis, one: Finding, other: Finding) -> bool:
    """Whether two findings want the same, or are about the same problem or innovation."""
    if one.step is None or other.step is None:
        return False
    about = [
        {
            uid
            for uid in step.item
            if uid in analysis.whole and analysis.props(uid)["label"] in {"Problem", "Innovation"}
        }
        for step in (one.step, other.step)
    ]
    return one.step.wanted == other.step.wanted or bool(about[0] & about[1])


def tell_due(step: Step) -> Text:
    """By when a step is to be done: its date, else the next meeting."""
    return NEXT_MEETING if step.due is None else Day(step.due)


def _wanted(wanted: Wanted) -> str:
    """What is to stand in the tables, as one word for programs.

    >>> _wanted(Tie("OWNS", None, "problem:1"))
    'tie:OWNS::problem:1'
    """
    match wanted:
        case Tie() | Field() | Ended():
            values = ("|".join(value) if isinstance(value, tuple) else value or "" for value in asdict(wanted).values())
            return ":".join((type(wanted).__name__.lower(), *values))
    return f"asked:{wanted.what}"


@table("decisions", Message("Decisions to take"), order=145)
def decisions_table(analysis: Analysis, look: Look) -> Table:
    """One row for each decision of the brief, the gravest first; uids joined by `|`."""
    language = look.tongue(analysis)

    def rows(findings: Sequence[Finding]) -> Iterator[Sequence[object]]:
        for one in findings:
            if one.step is not None:
                yield (
                    one.next_step.render(language),
                    one.title.render(language),
                    "|".join(analysis.name(uid) for uid in one.step.who),
                    one.step.due.isoformat() if one.step.due else None,
                    one.severity,
                    one.id,
                    "|".join(one.step.item),
                    "|".join(one.step.who),
                    _wanted(one.step.wanted),
                )

    names = ("what", "why", "who", "due", "severity", "finding", "item", "who_uids", "wanted")
    return Table(dict.fromkeys(names, str), rows(choose_decisions(analysis, look.include_personal)))

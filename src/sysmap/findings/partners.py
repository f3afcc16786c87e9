"""Who has no partner, who is needed and has no partner, and whose leaving would cut others off."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import PARTNERSHIPS, PROBLEMS, WORK
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import list_names
from sysmap.findings.severity import grade
from sysmap.messages import Message, Number, plural
from sysmap.models.partners.isolation import find_breaks, find_stranded, find_unpartnered

__all__ = ["single_points_of_failure", "stranded_stakeholders", "unpartnered_stakeholders"]

MOST_SHOWN = 5
"""How many single points of failure become findings; the others are only counted."""


@finding(
    topic="partners",
    order=250,
    title=Message("Stakeholders without a partner"),
    meaning=Message("Stakeholders without any partnership. Medium from a quarter of all on, else low."),
    needs=(PARTNERSHIPS,),
)
def unpartnered_stakeholders(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names those without a partner, or says that everybody has one."""
    alone, everybody = find_unpartnered(analysis), len(analysis.collaboration)
    numbers = {"unpartnered": len(alone), "stakeholders": everybody}
    values = {"n": Number(len(alone)), "all": Number(everybody)}
    if alone:
        yield Finding(
            kind="unpartnered_stakeholders",
            id="unpartnered_stakeholders",
            title=plural(
                "{n} of {all} stakeholders has no partner: {names}",
                "{n} of {all} stakeholders have no partner: {names}",
                len(alone),
            ).filled(**values, names=list_names(analysis, alone)),
            why=Message("Who works alone neither hears nor is heard (unpartnered)."),
            next_step=Message("Ask each what it could bring and what it needs; begin with those whom others need."),
            evidence=alone,
            severity=grade(len(alone) / everybody, high=2, medium=0.25),
            weight=len(alone),
            numbers=numbers,
        )
    elif everybody:
        yield Finding(
            kind="unpartnered_stakeholders",
            id="unpartnered_stakeholders",
            title=Message("Every stakeholder has a partner"),
            why=Message("Stakeholders looked at: {all}.").filled(**values),
            next_step=Message("Keep it so as new ones join."),
            evidence=(),
            severity="info",
            numbers=numbers,
        )


@finding(
    topic="partners",
    order=240,
    story="together",
    title=Message("Needed and without a partner"),
    meaning=Message(
        "Stakeholders without a partner although others work on the same problems or on problems that hang together "
        "with theirs (stranded). Always high."
    ),
    needs=(PARTNERSHIPS, PROBLEMS, WORK),
)
def stranded_stakeholders(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names those who are needed and have no partner, the most needed first."""
    stranded = find_stranded(analysis)
    if not stranded:
        return
    first, most = next(iter(stranded.items()))
    values = {
        "n": Number(len(stranded)),
        "names": list_names(analysis, tuple(stranded)),
        "first": analysis.name(first),
        "most": Number(most),
    }
    yield Finding(
        kind="stranded_stakeholders",
        id="stranded_stakeholders",
        title=plural(
            "{n} stakeholder has no partner although others need it: {names}",
            "{n} stakeholders have no partner although others need them: {names}",
            len(stranded),
        ).filled(**values),
        why=Message("Others work on the same problems, or on problems that hang together with theirs (stranded)."),
        next_step=plural(
            "Begin with {first}: {most} other works on what it works on.",
            "Begin with {first}: {most} others work on what it works on.",
            most,
        ).filled(**values),
        evidence=tuple(stranded),
        severity="high",
        weight=len(stranded),
        numbers={"stranded": len(stranded), "most_needed_by": most},
    )


@finding(
    topic="partners",
    order=360,
    story="bring",
    answers=("overloaded",),
    title=Message("Single point of failure"),
    meaning=Message(
        "A stakeholder whose leaving would cut others off from the network (cut point): the five worst. "
        "High when a tenth of all, and at least two, would be cut off, medium from two, else low."
    ),
    source="networkx articulation_points",
    needs=(PARTNERSHIPS,),
)
def single_points_of_failure(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each of the five worst cut points."""
    breaks = find_breaks(analysis)
    everybody = len(analysis.collaboration)
    for cut_point in breaks[:MOST_SHOWN]:
        values = {
            "name": analysis.name(cut_point.stakeholder),
            "n": Number(cut_point.cut_off),
            "all": Number(len(breaks)),
        }
        yield Finding(
            kind="single_points_of_failure",
            id=f"single_points_of_failure:{cut_point.stakeholder}",
            title=plural(
                "If {name} drops out, {n} other loses its link to the rest",
                "If {name} drops out, {n} others lose their link to the rest",
                cut_point.cut_off,
            ).filled(**values),
            why=plural(
                "It alone holds parts of the network together (cut point); no other stakeholder does.",
                "It alone holds parts of the network together (cut point); there are {all} such stakeholders in all.",
                len(breaks),
            ).filled(**values),
            next_step=Message("Prepare a stand-in for {name}, or build a second partnership around it.").filled(
                **values
            ),
            evidence=(cut_point.stakeholder,),
            severity=grade(cut_point.cut_off, high=max(2, everybody / 10), medium=2),
            weight=cut_point.cut_off,
            numbers={"cut_off": cut_point.cut_off, "cut_points": len(breaks)},
        )

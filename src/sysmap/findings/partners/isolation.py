"""Who has no partner, who is needed and has no partner, and whose leaving would cut others off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sysmap.analysis import Analysis
from sysmap.findings.needs import PARTNERSHIPS, PROBLEMS, WORK
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import list_names
from sysmap.findings.severity import grade
from sysmap.findings.steps import Step, Subject, Tie
from sysmap.messages import Joined, Listing, Message, Number, Text, plural
from sysmap.models.gaps.ranking import find_gaps_of
from sysmap.models.partners.isolation import (
    Break,
    find_breaks,
    find_members_without,
    find_parts_by_cut,
    find_stranded,
    find_unpartnered,
)
from sysmap.models.partners.shape import find_sides

__all__ = [
    "EQUAL_WITH",
    "join_two",
    "search_breaks",
    "search_stranded",
    "search_unpartnered",
    "single_points_of_failure",
    "stranded_stakeholders",
    "unpartnered_stakeholders",
]

MOST_SHOWN = 5
"""How many cut points a sentence lists; the others are counted."""
EQUAL_WITH = plural(
    "{n} other is equal; of equals the first by name is taken.",
    "{n} others are equal; of equals the first by name is taken.",
)


def join_two(item: Subject, one: str, other: str) -> Step:
    """The step that makes two stakeholders partners."""
    source, target = sorted((one, other))
    return Step(item, Tie("PARTNERS_WITH", source, target), (one, other))


def search_unpartnered(analysis: Analysis) -> Iterator[Subject]:
    """Each stakeholder without a partner."""
    return ((uid,) for uid in find_unpartnered(analysis))


@finding(
    topic="partners",
    order=250,
    sums_up=True,
    title=Message("Stakeholders without a partner"),
    meaning=Message("Stakeholders without any partnership. Always low: who is needed besides is told by itself."),
    needs=(PARTNERSHIPS,),
    search=search_unpartnered,
)
def unpartnered_stakeholders(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names those without a partner, or says that everybody has one."""
    everybody = len(analysis.collaboration)
    needed = find_stranded(analysis)
    # Those whom others need come first, the most needed before all; the rest by name.
    alone = tuple(sorted(find_unpartnered(analysis), key=lambda uid: (-needed.get(uid, 0), analysis.name(uid), uid)))
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
            next_step=plural(
                "Ask {first} what it could bring and what it needs.",
                "Ask {first} first what it could bring and what it needs, then the others.",
                len(alone),
            ).filled(first=analysis.name(alone[0])),
            evidence=alone,
            severity="low",
            weight=len(alone),
            numbers=numbers,
            items=tuple((uid,) for uid in alone),
            step=Step((alone[0],), Tie("PARTNERS_WITH", alone[0], None), (alone[0],)),
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


def search_stranded(analysis: Analysis) -> Iterator[Subject]:
    """Each stakeholder without a partner whom others need."""
    return ((uid,) for uid in find_stranded(analysis))


@finding(
    topic="partners",
    order=240,
    story="together",
    title=Message("Needed and without a partner"),
    meaning=Message(
        "Stakeholders without a partner although others work on the same problems or on problems that hang together "
        "with theirs (stranded). Always medium."
    ),
    needs=(PARTNERSHIPS, PROBLEMS, WORK),
    search=search_stranded,
    important=1,
)
def stranded_stakeholders(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names those who are needed and have no partner, the most needed first."""
    stranded = find_stranded(analysis)
    if not stranded:
        return
    first, most = next(iter(stranded.items()))
    gap = find_gaps_of(analysis, first)[0]
    other = gap.target if gap.source == first else gap.source
    values = {
        "n": Number(len(stranded)),
        "names": list_names(analysis, tuple(stranded)),
        "first": analysis.name(first),
        "other": analysis.name(other),
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
        why=_explain_stranded(stranded, values),
        next_step=plural(
            "Bring {first} together with {other}, whose work needs it most.",
            "Bring {first} together with {other}, whose work needs it most; then go on with the next.",
            len(stranded),
        ).filled(**values),
        evidence=tuple(stranded),
        severity="medium",
        weight=len(stranded),
        numbers={"stranded": len(stranded), "most_needed_by": most},
        items=tuple((uid,) for uid in stranded),
        step=join_two((first,), first, other),
    )


def _explain_stranded(stranded: Mapping[str, int], values: Mapping[str, object]) -> Text:
    """Why it matters, and how many are needed by as many as the first."""
    most, *others = stranded.values()
    why = plural(
        "Without a partner they miss what others do on the same problems, or on problems that hang together with "
        "theirs (stranded); for {first} that is {most} other.",
        "Without a partner they miss what others do on the same problems, or on problems that hang together with "
        "theirs (stranded); for {first} these are {most} others.",
        most,
    ).filled(**values)
    equals = others.count(most)
    return Joined((why, EQUAL_WITH.counted(equals).filled(n=Number(equals)))) if equals else why


def search_breaks(analysis: Analysis) -> Iterator[Subject]:
    """Each cut point with each of its partners whom its leaving would cut off from the largest part."""
    for cut_point, parts in find_parts_by_cut(analysis).items():
        for part in parts[1:]:
            for uid in part.partners:
                yield (cut_point, uid)


def _sort_breaks(analysis: Analysis) -> list[Break]:
    """The cut points: the worst first, of equals that with the most partners, then by name."""
    degree = analysis.collaboration.degree
    return sorted(
        find_breaks(analysis),
        key=lambda one: (-one.cut_off, -degree[one.stakeholder], analysis.name(one.stakeholder), one.stakeholder),
    )


HANG_ON = Message("{name} ({n})")
SEVERAL_HOLD = Message(
    "{count} stakeholders hold others on to the network alone (cut points; in brackets how many): {list}."
)
ONE_HOLDS = Message("It alone holds parts of the network together (cut point); no other stakeholder does.")


@finding(
    topic="partners",
    order=360,
    story="bring",
    answers=("overloaded",),
    title=Message("Single point of failure"),
    meaning=Message(
        "Stakeholders whose leaving would cut others off from the network (cut points), in one sentence, the worst "
        "first. Medium when a tenth of all, and at least two, would be cut off, else low. Not told where partnerships "
        "join two sides only, such as funders and those they fund."
    ),
    source="networkx articulation_points",
    needs=(PARTNERSHIPS,),
    search=search_breaks,
    important=1,
)
def single_points_of_failure(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all cut points, the worst first."""
    breaks = _sort_breaks(analysis)
    # Where the network has two sides, most of them are so by construction.
    if not breaks or find_sides(analysis):
        return
    worst, everybody = breaks[0], len(analysis.collaboration)
    inside, outside = _join_again(analysis, worst.stakeholder)
    listed = [HANG_ON.filled(name=analysis.name(one.stakeholder), n=Number(one.cut_off)) for one in breaks[:MOST_SHOWN]]
    more = len(breaks) - len(listed)
    values = {
        "name": analysis.name(worst.stakeholder),
        "n": Number(worst.cut_off),
        "count": Number(len(breaks)),
        "list": Listing([*listed, Message("{n} more").filled(n=Number(more))] if more else listed),
        "inside": analysis.name(inside),
        "outside": analysis.name(outside),
    }
    yield Finding(
        kind="single_points_of_failure",
        id="single_points_of_failure",
        title=plural(
            "If {name} drops out, {n} other loses its link to the rest",
            "If {name} drops out, {n} others lose their link to the rest",
            worst.cut_off,
        ).filled(**values),
        why=(SEVERAL_HOLD if len(breaks) > 1 else ONE_HOLDS).filled(**values),
        next_step=Message("Prepare a stand-in for {name}, or make {inside} and {outside} partners.").filled(**values),
        evidence=tuple(one.stakeholder for one in breaks),
        severity="medium" if grade(worst.cut_off, high=max(2, everybody / 10), medium=2) == "high" else "low",
        weight=worst.cut_off,
        numbers={"cut_off": worst.cut_off, "cut_points": len(breaks)},
        items=tuple(search_breaks(analysis)),
        step=join_two(
            (worst.stakeholder, find_parts_by_cut(analysis)[worst.stakeholder][1].partners[0]), inside, outside
        ),
    )


def _join_again(analysis: Analysis, cut_point: str) -> tuple[str, str]:
    """Two whose partnership would hold the largest part that is cut off to the rest: the best connected of each."""
    network = analysis.collaboration
    rest, part, *_ = find_members_without(analysis, cut_point)
    best = [min(side, key=lambda uid: (-network.degree[uid], analysis.name(uid), uid)) for side in (part, rest)]
    return best[0], best[1]

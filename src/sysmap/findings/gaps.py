"""Who should work together and does not: pair by pair where few share a problem, by problem where many do."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import COORDINATION
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import listed, percent
from sysmap.findings.severity import by_problems, is_rated, shortfall
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.gaps.crowds import Crowd, find_crowds
from sysmap.models.gaps.ranking import Gap, find_gaps
from sysmap.records.coverage_work import problem_severities

__all__ = ["collaboration_gap", "congruence", "crowded_problem", "unbridged_problems"]

HALF = 0.5
FIRST = 5
"""So many gaps can be urgent: where all is urgent, nothing comes first."""

UNRATED = Message("No problem has a severity, so all weigh the same.")


@finding(
    topic="gaps", order=200,
    title=Message("Work and partnerships fit together"),
    meaning=Message("Of all pairs whose work calls for coordination (they share a problem, or their problems hang together), the share that "
           "has a partnership. High below 25%, medium below 50%, low below 100%."),
    source="Cataldo, Wagstrom, Herbsleb & Carley 2006", needs=COORDINATION)
def congruence(analysis: Analysis) -> Iterator[Finding]:
    """One finding: the share of needed pairs that are partners, the number of gaps, and how they are shown."""
    found = find_gaps(analysis)
    numbers = {"pairs": found.pairs, "needed": found.needed, "met": found.met, "gaps": found.count,
               "congruence": found.congruence, "congruence_weighted": found.weighted}
    if found.congruence is None:
        yield Finding("congruence", "congruence", Message("No two stakeholders need to coordinate, as far as the data say"),
            Message("Nobody shares a problem or works on problems that hang together (congruence: n/a)."),
            Message("Check that the data say who works on what."),
            (), "info", numbers=numbers)
        return
    told = {"needed": Number(found.needed), "met": Number(found.met), "gaps": Number(found.count), "share": percent(found.congruence),
            "top": Number(len(found.top)), "rest": Number(found.count - len(found.top))}
    why = Message("They share a problem, or their problems hang together (congruence). Without a partnership: {gaps}; {top} are "
                  "shown on the map, {rest} more are counted.")
    yield Finding(
        "congruence", "congruence",
        plural("{met} of {needed} pair that needs to coordinate is a partnership ({share})",
               "{met} of {needed} pairs that need to coordinate are partners ({share})", found.needed).filled(**told),
        why.filled(**told) if is_rated(analysis) else Joined((why.filled(**told), UNRATED)),
        Message("Start with the gaps that weigh most; not every pair needs an agreement of its own.") if found.count else
        Message("Keep these partnerships alive."),
        tuple(sorted({uid for gap in found.top for uid in (gap.source, gap.target)})),
        shortfall(found.congruence),
        weight=found.count, numbers=numbers)


@finding(
    topic="gaps", order=210, story="together",
    title=Message("Collaboration gap"),
    meaning=Message("Two stakeholders who work on one problem, or on problems that hang together, and are not partners. The highest-ranked "
           "ones; pairs that only share crowded problems are told there. As severe as the gravest problem they share, or the "
           "lesser of two that hang together: high from 4 (the five strongest only), medium from 3 (or when no problem is rated), else low."),
    source="Cataldo et al. 2006; weighting after Newman 2001", needs=COORDINATION)
def collaboration_gap(analysis: Analysis) -> Iterator[Finding]:
    """One finding per gap among the top ones that crowded problems do not explain."""
    crowded = {one.problem for one in find_crowds(analysis)}
    told = [gap for gap in find_gaps(analysis).top if not crowded.issuperset(gap.problems)]
    for place, gap in enumerate(told):
        yield _gap(analysis, gap, leading=place < FIRST)


def _gap(analysis: Analysis, gap: Gap, *, leading: bool) -> Finding:
    first, second = (gap.shared[0], gap.shared[0]) if gap.shared else gap.links[0]
    more = len(gap.shared) - 1
    told = {"one": analysis.name(gap.source), "other": analysis.name(gap.target), "problem": analysis.name(first),
            "second": analysis.name(second), "more": Number(max(more, 0)), "behind": listed(analysis, gap.problems)}
    title = Message("{one} works on {problem} and {other} on {second}, two problems that hang together, but they are not partners")
    step = Message("Ask the two to lay their plans side by side: what is done about {problem} changes {second}, or the other way round.")
    if gap.kind == "shared":
        title = plural("{one} and {other} both work on {problem} and {more} more problem, but are not partners",
                       "{one} and {other} both work on {problem} and {more} more problems, but are not partners", more) if more else Message("{one} and {other} both work on {problem}, but are not partners")
        step = Message("Bring the two to one table to agree who does what about {problem}.")
    why = Message("Apart, they may do the same work twice, or undo each other's (collaboration gap). Behind it: {behind}.").filled(**told)
    known = problem_severities(analysis)
    severity = by_problems(analysis, gap.shared or (min(gap.links[0], key=lambda uid: known[uid]),))
    return Finding(
        "collaboration_gap", f"collaboration_gap:{gap.source}:{gap.target}", title.filled(**told),
        why if is_rated(analysis) else Joined((why, UNRATED)),
        step.filled(**told), (gap.source, gap.target, *gap.problems), severity if leading or severity != "high" else "medium", weight=gap.need,
        numbers={"need": gap.need, "required": gap.required, "severity": gap.severity, "problems": len(gap.problems)})


@finding(
    topic="gaps", order=230,
    title=Message("Crowded problem"),
    meaning=Message("Many work on it (20 or more, a setting) and fewer than a tenth of their pairs are partners: it needs a meeting, not a list of pairs. "
           "As severe as the problem: high from 4, medium from 3 (or when no problem is rated), else low."),
    needs=COORDINATION)
def crowded_problem(analysis: Analysis) -> Iterator[Finding]:
    """One finding per crowded problem, naming those to convene."""
    for crowd in find_crowds(analysis):
        told = {"problem": analysis.name(crowd.problem), "workers": Number(crowd.workers), "share": percent(crowd.tied / crowd.pairs),
                "untied": Number(crowd.pairs - crowd.tied)}
        yield Finding(
            "crowded_problem", f"crowded_problem:{crowd.problem}",
            Message("{workers} stakeholders work on {problem}, but {share} of the pairs among them are partners").filled(**told),
            Message("So many cannot close {untied} gaps one by one; they need one table.").filled(**told),
            _convene(analysis, crowd), (crowd.problem, *crowd.convenors), by_problems(analysis, (crowd.problem,)), weight=crowd.workers,
            numbers={"workers": crowd.workers, "pairs": crowd.pairs, "tied": crowd.tied, "convenors": len(crowd.convenors),
                     "reached": crowd.reached})


def _convene(analysis: Analysis, crowd: Crowd) -> Text:
    """Whom to call; where a few reach less than half, all of them."""
    told = {"names": listed(analysis, crowd.convenors, len(crowd.convenors)), "n": Number(len(crowd.convenors)), "workers": Number(crowd.workers),
            "reached": percent(crowd.reached), "problem": analysis.name(crowd.problem)}
    if crowd.reached < HALF:
        return Message("Invite all {workers} to one meeting on {problem}: too few of them are in touch to pass the word on.").filled(**told)
    if len(crowd.convenors) == 1:
        return Message("Ask {names} to convene the others: it reaches {reached} of them within two steps of partnership.").filled(**told)
    return Message("Convene these {n}: {names}. They reach {reached} of all {workers} within two steps of partnership.").filled(**told)


@finding(
    topic="gaps", order=220, story="together",
    title=Message("Problems that hang together and nobody joins"),
    meaning=Message("Two problems that depend on or influence each other, where nobody works on both and no partnership joins those who do "
           "(integrative gap). As severe as the graver of the two: high from 4, medium from 3 (or when no problem is rated), else low."),
    source="Fried, Hamilton & Berardo 2022, the tie clause ours", needs=COORDINATION)
def unbridged_problems(analysis: Analysis) -> Iterator[Finding]:
    """One finding per pair of linked problems that nobody bridges."""
    known = problem_severities(analysis)
    for pair in find_gaps(analysis).unbridged:
        told = dict(zip(("one", "other"), map(analysis.name, pair), strict=True))
        yield Finding(
            "unbridged_problems", f"unbridged_problems:{pair[0]}:{pair[1]}",
            Message("{one} and {other} hang together, but nobody works on both and no partners join them").filled(**told),
            Message("What is done about one can undo what is done about the other (integrative gap).").filled(**told),
            Message("Give one stakeholder both problems, or make partners of one who works on {one} and one who works on {other}.").filled(**told),
            pair, by_problems(analysis, pair), weight=min(known[uid] for uid in pair), numbers={"severity": sum(known[uid] for uid in pair)})

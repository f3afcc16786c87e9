"""Who should work together and does not: one sentence for a problem with its pairs, and who may be part of whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sysmap.analysis import Analysis
from sysmap.findings.needs import COORDINATION
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import list_names
from sysmap.findings.severity import at_most, grade_by_problems
from sysmap.findings.steps import Step, Subject, Tie
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.gaps.by_problem import ProblemGaps, find_agreements, find_gaps_by_problem
from sysmap.models.gaps.ranking import Gap, iterate_gap_pairs
from sysmap.records.coverage_together import read_common_work
from sysmap.records.coverage_work import problem_severities

__all__ = ["collaboration_gap"]

MOST_OWN = 3
"""So many problems have a sentence of their own; where there are more, one sentence takes the place of the last."""
MOST_PAIRS = 3
"""How many pairs a sentence names; the others are counted."""
PAIR = Message("{one} and {other}")
MORE = Message("{n} more")


@finding(
    topic="gaps",
    order=210,
    story="together",
    title=Message("Collaboration gap"),
    meaning=Message(
        "Two stakeholders who work on one problem, or on problems that hang together, and are not partners. The "
        "highest-ranked pairs are told by the problem that most calls for them: the gravest problems each in a sentence "
        "of its own, all others in one; pairs that only share crowded problems are told there. As severe as the problem, "
        "medium at most: from 3, or when it is not rated; else low. Two who have parts in one innovation, or in a GROW "
        "session that decided on actions (with at most 12 in it), work together already: they only lack an agreement of "
        "their own, which is low, and ranks below all others."
    ),
    source="Cataldo et al. 2006; weighting after Newman 2001",
    needs=COORDINATION,
    search=iterate_gap_pairs,
    important=3,
)
def collaboration_gap(analysis: Analysis) -> Iterator[Finding]:
    """Findings on the gravest problems with gaps, one on the others, and one on pairs without an agreement."""
    by_problem = find_gaps_by_problem(analysis)
    own = by_problem if len(by_problem) <= MOST_OWN else by_problem[: MOST_OWN - 1]
    yield from (_describe_problem(analysis, of_problem) for of_problem in own)
    if rest := by_problem[len(own) :]:
        yield _describe_rest(analysis, rest)
    if agreements := find_agreements(analysis):
        yield _describe_agreements(analysis, agreements)


def _describe_problem(analysis: Analysis, of_problem: ProblemGaps) -> Finding:
    """The finding on one problem and the pairs that it most calls for."""
    first, problem = of_problem.gaps[0], of_problem.problem
    people = (uid for gap in of_problem.gaps for uid in (gap.source, gap.target))
    behind = (uid for gap in of_problem.gaps for uid in gap.problems)
    return Finding(
        kind="collaboration_gap",
        id=f"collaboration_gap:{problem}",
        title=_title_problem(analysis, of_problem),
        why=Joined(_explain_problem(analysis, of_problem)),
        next_step=_advise_pair(analysis, first),
        evidence=tuple(dict.fromkeys((*people, problem, *behind))),
        severity=at_most("medium", grade_by_problems(analysis, (problem,))),
        # Need only orders equally grave problems: it adds less than the least step between two severities.
        weight=problem_severities(analysis)[problem]
        + (need := max(gap.need for gap in of_problem.gaps)) / (2 + 2 * need),
        numbers={
            "gaps": len(of_problem.gaps),
            "pairs": of_problem.pairs,
            "partners": of_problem.partners,
            "need": need,
            "severity": problem_severities(analysis)[problem],
        },
        items=_pairs(of_problem.gaps),
        step=_step(first),
    )


def _pairs(gaps: Sequence[Gap]) -> tuple[Subject, ...]:
    return tuple((gap.source, gap.target) for gap in gaps)


def _step(gap: Gap) -> Step:
    """The partnership that closes a gap."""
    pair = (gap.source, gap.target)
    return Step(pair, Tie("PARTNERS_WITH", *pair), pair)


def _name_pair(analysis: Analysis, gap: Gap) -> Text:
    return PAIR.filled(one=analysis.name(gap.source), other=analysis.name(gap.target))


def _list_pairs(analysis: Analysis, gaps: Sequence[Gap]) -> Text:
    """The first pairs by name, and how many more there are."""
    more = len(gaps) - MOST_PAIRS
    named = [_name_pair(analysis, gap) for gap in gaps[:MOST_PAIRS]]
    return Joined((*named, *([MORE.filled(n=Number(more))] if more > 0 else [])), "; ")


def _title_problem(analysis: Analysis, of_problem: ProblemGaps) -> Text:
    """How few of those who work on it are partners, and the first pair; of one pair, what the two work on."""
    first = of_problem.gaps[0]
    values = {
        "one": analysis.name(first.source),
        "other": analysis.name(first.target),
        "problem": analysis.name(of_problem.problem),
        "partners": Number(of_problem.partners),
    }
    if not first.shared:
        own, others = (analysis.name(uid) for uid in first.links[0])
        return Message(
            "{one} works on {problem} and {other} on {second}, two problems that hang together, but they are not "
            "partners"
        ).filled(**values | {"problem": own, "second": others})
    if of_problem.pairs == 1:
        return Message("{one} and {other} both work on {problem}, but are not partners").filled(**values)
    return Message(
        "{partners} of the {n} pairs who work on {problem} are partners; above all {one} and {other} are not"
    ).filled(**values, n=Number(of_problem.pairs))


def _explain_problem(analysis: Analysis, of_problem: ProblemGaps) -> Iterator[Text]:
    """Why it matters, the other pairs, the large group that the first pair is in, and problems nobody joins it with."""
    first, *others = of_problem.gaps
    yield Message("Apart, they may do the same work twice, or undo each other's (collaboration gap).")
    if others:
        yield Message("The next pairs: {pairs}.").filled(pairs=_list_pairs(analysis, others))
    elif len(first.problems) > 1:
        yield Message("Behind it: {behind}.").filled(behind=list_names(analysis, first.problems))
    if first.among:
        crowd = max(first.among, key=lambda uid: len(read_common_work(analysis)[uid]))
        size, name = Number(len(read_common_work(analysis)[crowd])), analysis.name(crowd)
        yield Message("Both are among the {size} of {name}.").filled(size=size, name=name)
    if of_problem.unjoined:
        yield Message("It hangs together with {problems}, and nobody joins the two.").filled(
            problems=list_names(analysis, of_problem.unjoined)
        )


def _advise_pair(analysis: Analysis, gap: Gap) -> Text:
    """What the two should agree on."""
    problem, second = (gap.shared[0], gap.shared[0]) if gap.shared else gap.links[0]
    values = {
        "one": analysis.name(gap.source),
        "other": analysis.name(gap.target),
        "problem": analysis.name(problem),
        "second": analysis.name(second),
    }
    if gap.shared:
        return Message("Bring {one} and {other} to one table to agree who does what about {problem}.").filled(**values)
    return Message(
        "Ask {one} and {other} to lay their plans side by side: what is done about {problem} changes {second}, or the "
        "other way round."
    ).filled(**values)


def _describe_rest(analysis: Analysis, rest: Sequence[ProblemGaps]) -> Finding:
    """The finding on all problems with gaps that have no sentence of their own."""
    gaps = [gap for of_problem in rest for gap in of_problem.gaps]
    problems, first = tuple(of_problem.problem for of_problem in rest), gaps[0]
    people = (uid for gap in gaps for uid in (gap.source, gap.target))
    return Finding(
        kind="collaboration_gap",
        id="collaboration_gap",
        title=plural(
            "{n} more problem is worked on by some who need each other and are not partners: {names}",
            "{n} more problems are worked on by some who need each other and are not partners: {names}",
            len(problems),
        ).filled(names=list_names(analysis, problems)),
        why=Message("The pair to begin with for each: {pairs}.").filled(
            pairs=_list_pairs(analysis, [of_problem.gaps[0] for of_problem in rest])
        ),
        next_step=_advise_pair(analysis, first),
        evidence=(*problems, *dict.fromkeys(people)),
        severity=at_most("medium", grade_by_problems(analysis, problems)),
        weight=0.0,
        numbers={"gaps": len(gaps), "problems": len(problems)},
        items=_pairs(gaps),
        step=_step(first),
    )


def _describe_agreements(analysis: Analysis, gaps: Sequence[Gap]) -> Finding:
    """The finding on those who work together already, but have no agreement of their own."""
    first = gaps[0]
    values = {
        "one": analysis.name(first.source),
        "other": analysis.name(first.target),
        "common": list_names(analysis, first.together),
        "behind": list_names(analysis, first.problems),
        "pairs": _list_pairs(analysis, gaps),
    }
    title = plural(
        "{one} and {other} work together in {common}, but have no agreement of their own",
        "{n} pairs work together, but have no agreement of their own: {pairs}",
        len(gaps),
    )
    return Finding(
        kind="collaboration_gap",
        id="collaboration_gap:together",
        title=title.filled(**values),
        why=Message(
            "What {one} and {other} do together in {common} ends with it, and their work on {behind} goes on."
        ).filled(**values),
        next_step=Message(
            "Ask {one} and {other} whether what they do together is to go on after {common}, and put it on paper."
        ).filled(**values),
        evidence=tuple(
            dict.fromkeys(uid for gap in gaps for uid in (gap.source, gap.target, *gap.together, *gap.problems))
        ),
        severity="low",
        weight=first.need,
        numbers={"gaps": len(gaps), "need": first.need},
        items=_pairs(gaps),
        step=_step(first),
    )

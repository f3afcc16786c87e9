"""Who should work together and does not: as pairs if few share a problem, as one meeting if many do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sysmap.analysis import Analysis
from sysmap.findings.needs import COORDINATION
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import list_names, percent
from sysmap.findings.severity import grade_by_problems, grade_share, is_rated
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.gaps.crowds import Crowd, find_crowds
from sysmap.models.gaps.ranking import Gap, Gaps, find_gaps
from sysmap.models.partners.doubles import doubles_of, may_be_partners
from sysmap.records.coverage_together import read_common_work
from sysmap.records.coverage_work import problem_severities

__all__ = ["collaboration_gap", "congruence", "crowded_problem", "unbridged_problems"]

HALF = 0.5
MOST_URGENT = 5
"""At most so many gaps are urgent (high); if all were, a reader would not know where to begin."""

UNRATED = Message("No problem has a severity, so all weigh the same.")
WITHOUT_PARTNERSHIP = Message(
    "They share a problem, or their problems hang together (congruence). Without a partnership: {gaps}; {top} are "
    "shown on the map, {rest} more are counted."
)


@finding(
    topic="gaps",
    order=200,
    title=Message("Work and partnerships fit together"),
    meaning=Message(
        "Of all pairs whose work calls for coordination (they share a problem, or their problems hang together), the "
        "share that has a partnership. High below 25%, medium below 50%, low below 100%."
    ),
    source="Cataldo, Wagstrom, Herbsleb & Carley 2006",
    needs=COORDINATION,
)
def congruence(analysis: Analysis) -> Iterator[Finding]:
    """One finding: the share of pairs that need to coordinate and are partners, and how many are not (gaps)."""
    gaps = find_gaps(analysis)
    numbers = {
        "pairs": gaps.pairs,
        "needed": gaps.needed,
        "met": gaps.met,
        "gaps": gaps.count,
        "congruence": gaps.congruence,
        "congruence_weighted": gaps.weighted,
        "together": gaps.together,
        "working_together": gaps.working,
    }
    if gaps.congruence is None:
        yield _describe_no_need(numbers)
        return
    values = {
        "needed": Number(gaps.needed),
        "met": Number(gaps.met),
        "gaps": Number(gaps.count),
        "share": percent(gaps.congruence),
        "top": Number(len(gaps.top)),
        "rest": Number(gaps.count - len(gaps.top)),
        "working": percent(gaps.working or 0),
        "together": Number(gaps.together),
    }
    why = WITHOUT_PARTNERSHIP.filled(**values)
    yield Finding(
        kind="congruence",
        id="congruence",
        title=_title_congruence(gaps).filled(**values),
        why=why if is_rated(analysis) else Joined((why, UNRATED)),
        next_step=Message("Start with the gaps that weigh most; not every pair needs an agreement of its own.")
        if gaps.count
        else Message("Keep these partnerships alive."),
        evidence=tuple(sorted({uid for gap in gaps.top for uid in (gap.source, gap.target)})),
        severity=grade_share(gaps.congruence),
        weight=gaps.count,
        numbers=numbers,
    )


def _title_congruence(gaps: Gaps) -> Message:
    """The title: how many pairs are partners, and how many work together in any recorded way where that is more."""
    if gaps.together:
        return plural(
            "{met} of {needed} pair that needs to coordinate is a partnership ({share}); {together} more works together "
            "in an innovation or a session ({working} in all)",
            "{met} of {needed} pairs that need to coordinate are partners ({share}); {together} more work together in "
            "an innovation or a session ({working} in all)",
            gaps.needed,
        )
    return plural(
        "{met} of {needed} pair that needs to coordinate is a partnership ({share})",
        "{met} of {needed} pairs that need to coordinate are partners ({share})",
        gaps.needed,
    )


def _describe_no_need(numbers: Mapping[str, float | int | None]) -> Finding:
    """The finding if no pair needs to coordinate: there is no share to give."""
    return Finding(
        kind="congruence",
        id="congruence",
        title=Message("No two stakeholders need to coordinate, as far as the data say"),
        why=Message("Nobody shares a problem or works on problems that hang together (congruence: n/a)."),
        next_step=Message("Check that the data say who works on what."),
        evidence=(),
        severity="info",
        numbers=numbers,
    )


@finding(
    topic="gaps",
    order=210,
    story="together",
    title=Message("Collaboration gap"),
    meaning=Message(
        "Two stakeholders who work on one problem, or on problems that hang together, and are not partners. The "
        "highest-ranked ones; pairs that only share crowded problems are told there. As severe as the gravest problem "
        "they share, or the lesser of two that hang together: high from 4 (the five strongest only), medium from 3 (or "
        "when no problem is rated), else low. Two who have parts in one innovation, or in a GROW session that decided "
        "on actions (with at most 12 in it), work together already: they only lack an agreement of their own, which is "
        "low, and ranks below all others."
    ),
    source="Cataldo et al. 2006; weighting after Newman 2001",
    needs=COORDINATION,
)
def collaboration_gap(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each of the strongest gaps.

    Without those that only share crowded problems, and those between two that may be one and the same.
    """
    crowded = {crowd.problem for crowd in find_crowds(analysis)}
    shown = [
        gap
        for gap in find_gaps(analysis).top
        if not crowded.issuperset(gap.problems) and gap.target not in doubles_of(analysis, gap.source)
    ]
    for rank, gap in enumerate(shown):
        if gap.together:
            yield _describe_agreement(analysis, gap)
        else:
            # A gap that may be closed under another name is not urgent before that is known.
            sure = not may_be_partners(analysis, gap.source, gap.target)
            yield _describe_gap(analysis, gap, leading=sure and rank < MOST_URGENT)


def _describe_agreement(analysis: Analysis, gap: Gap) -> Finding:
    """The finding on two who work together already, but have no agreement of their own."""
    values = {
        "one": analysis.name(gap.source),
        "other": analysis.name(gap.target),
        "common": list_names(analysis, gap.together),
        "behind": list_names(analysis, gap.problems),
    }
    return Finding(
        kind="collaboration_gap",
        id=f"collaboration_gap:{gap.source}:{gap.target}",
        title=Message("{one} and {other} work together in {common}, but have no agreement of their own").filled(
            **values
        ),
        why=Message("What they do together ends with it, and their work on {behind} goes on.").filled(**values),
        next_step=Message(
            "Ask the two whether what they do together is to go on after {common}, and put it on paper."
        ).filled(**values),
        evidence=(gap.source, gap.target, *gap.together, *gap.problems),
        severity="low",
        weight=gap.need,
        numbers={"need": gap.need, "required": gap.required, "severity": gap.severity, "problems": len(gap.problems)},
    )


def _describe_gap(analysis: Analysis, gap: Gap, *, leading: bool) -> Finding:
    """The finding on one gap; only a `leading` gap can be urgent (high)."""
    first, second = (gap.shared[0], gap.shared[0]) if gap.shared else gap.links[0]
    values = {
        "one": analysis.name(gap.source),
        "other": analysis.name(gap.target),
        "problem": analysis.name(first),
        "second": analysis.name(second),
        "more": Number(max(len(gap.shared) - 1, 0)),
        "behind": list_names(analysis, gap.problems),
    }
    why: Text = Message(
        "Apart, they may do the same work twice, or undo each other's (collaboration gap). Behind it: {behind}."
    ).filled(**values)
    if gap.among:
        crowd = max(gap.among, key=lambda uid: len(read_common_work(analysis)[uid]))
        size, name = Number(len(read_common_work(analysis)[crowd])), analysis.name(crowd)
        why = Joined((why, Message("Both are among the {size} of {name}.").filled(size=size, name=name)))
    severities = problem_severities(analysis)
    severity = grade_by_problems(analysis, gap.shared or (min(gap.links[0], key=lambda uid: severities[uid]),))
    return Finding(
        kind="collaboration_gap",
        id=f"collaboration_gap:{gap.source}:{gap.target}",
        title=_title_gap(gap).filled(**values),
        why=why if is_rated(analysis) else Joined((why, UNRATED)),
        next_step=_advise_gap(gap).filled(**values),
        evidence=(gap.source, gap.target, *gap.problems),
        severity=severity if leading or severity != "high" else "medium",
        weight=gap.need,
        numbers={"need": gap.need, "required": gap.required, "severity": gap.severity, "problems": len(gap.problems)},
    )


def _title_gap(gap: Gap) -> Message:
    """The title: the two share problems, or each works on one of two linked problems."""
    if gap.kind != "shared":
        return Message(
            "{one} works on {problem} and {other} on {second}, two problems that hang together, but they are not "
            "partners"
        )
    more = len(gap.shared) - 1
    if not more:
        return Message("{one} and {other} both work on {problem}, but are not partners")
    return plural(
        "{one} and {other} both work on {problem} and {more} more problem, but are not partners",
        "{one} and {other} both work on {problem} and {more} more problems, but are not partners",
        more,
    )


def _advise_gap(gap: Gap) -> Message:
    """What the two should agree on."""
    if gap.kind == "shared":
        return Message("Bring the two to one table to agree who does what about {problem}.")
    return Message(
        "Ask the two to lay their plans side by side: what is done about {problem} changes {second}, or the other way "
        "round."
    )


@finding(
    topic="gaps",
    order=230,
    title=Message("Crowded problem"),
    meaning=Message(
        "Many work on it (20 or more, a setting) and fewer than a tenth of their pairs are partners: it needs a "
        "meeting, not a list of pairs. As severe as the problem: high from 4, medium from 3 (or when no problem is "
        "rated), else low."
    ),
    needs=COORDINATION,
)
def crowded_problem(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each crowded problem; it names the stakeholders to convene."""
    for crowd in find_crowds(analysis):
        values = {
            "problem": analysis.name(crowd.problem),
            "workers": Number(crowd.workers),
            "share": percent(crowd.tied / crowd.pairs),
            "untied": Number(crowd.pairs - crowd.tied),
        }
        yield Finding(
            kind="crowded_problem",
            id=f"crowded_problem:{crowd.problem}",
            title=Message(
                "{workers} stakeholders work on {problem}, but {share} of the pairs among them are partners"
            ).filled(**values),
            why=Message("So many cannot close {untied} gaps one by one; they need one table.").filled(**values),
            next_step=_advise_meeting(analysis, crowd),
            evidence=(crowd.problem, *crowd.convenors),
            severity=grade_by_problems(analysis, (crowd.problem,)),
            weight=crowd.workers,
            numbers={
                "workers": crowd.workers,
                "pairs": crowd.pairs,
                "tied": crowd.tied,
                "convenors": len(crowd.convenors),
                "reached": crowd.reached,
            },
        )


def _advise_meeting(analysis: Analysis, crowd: Crowd) -> Text:
    """Whom to invite: the few convenors, or everybody if the convenors reach less than half."""
    values = {
        "names": list_names(analysis, crowd.convenors, len(crowd.convenors)),
        "n": Number(len(crowd.convenors)),
        "workers": Number(crowd.workers),
        "reached": percent(crowd.reached),
        "problem": analysis.name(crowd.problem),
    }
    if crowd.reached < HALF:
        return Message(
            "Invite all {workers} to one meeting on {problem}: too few of them are in touch to pass the word on."
        ).filled(**values)
    if len(crowd.convenors) == 1:
        return Message(
            "Ask {names} to convene the others: it reaches {reached} of them within two steps of partnership."
        ).filled(**values)
    return Message(
        "Convene these {n}: {names}. They reach {reached} of all {workers} within two steps of partnership."
    ).filled(**values)


@finding(
    topic="gaps",
    order=220,
    story="together",
    title=Message("Problems that hang together and nobody joins"),
    meaning=Message(
        "Two problems that depend on or influence each other, where nobody works on both and no partnership joins "
        "those who do (integrative gap). As severe as the graver of the two: high from 4, medium from 3 (or when no "
        "problem is rated), else low."
    ),
    source="Fried, Hamilton & Berardo 2022, the tie clause ours",
    needs=COORDINATION,
)
def unbridged_problems(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each pair of linked problems that nobody bridges."""
    severities = problem_severities(analysis)
    for pair in find_gaps(analysis).unbridged:
        values = dict(zip(("one", "other"), map(analysis.name, pair), strict=True))
        yield Finding(
            kind="unbridged_problems",
            id=f"unbridged_problems:{pair[0]}:{pair[1]}",
            title=Message("{one} and {other} hang together, but nobody works on both and no partners join them").filled(
                **values
            ),
            why=Message("What is done about one can undo what is done about the other (integrative gap).").filled(
                **values
            ),
            next_step=Message(
                "Give one stakeholder both problems, or make partners of one who works on {one} and one who works on "
                "{other}."
            ).filled(**values),
            evidence=pair,
            severity=grade_by_problems(analysis, pair),
            weight=min(severities[uid] for uid in pair),
            numbers={"severity": sum(severities[uid] for uid in pair)},
        )

"""How work and partnerships fit together: the share of pairs, problems that many work on, and those nobody joins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sysmap.analysis import Analysis
from sysmap.findings.needs import COORDINATION, DIRECT_WORK
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import list_names, percent
from sysmap.findings.severity import at_most, grade_by_problems
from sysmap.findings.steps import Step, Subject, Tie
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.coverage import problem_order
from sysmap.models.coverage_takers import workers_of
from sysmap.models.gaps.by_problem import find_agreements, find_gaps_by_problem
from sysmap.models.gaps.chance import CongruenceByChance, compare_congruence
from sysmap.models.gaps.crowds import Crowd, find_crowds
from sysmap.models.gaps.ranking import Gaps, find_gaps
from sysmap.models.gaps.unbridged import claims_of_no_bridge, ways_of_bridging
from sysmap.records.coverage_work import problem_severities

__all__ = ["congruence", "crowded_problem", "unbridged_problems"]

HALF = 0.5
RARE = 0.025
"""In at most so many of the networks dealt by lot there are as few partners, or as many: 5% in both directions."""
MOST_PAIRS = 5
"""How many pairs of problems a sentence names; the others are counted."""
PAIR = Message("{one} and {other}")
MORE = Message("{n} more")


@finding(
    topic="gaps",
    order=200,
    sums_up=True,
    title=Message("Work and partnerships fit together"),
    meaning=Message(
        "Of all pairs whose work calls for coordination (they share a problem, or their problems hang together), the "
        "share that has a partnership, the share that works together in any recorded way, and what lots would give (999 "
        "networks in which everybody has as many partners; told as a difference where p is at most 5%). Low below 100%, "
        "else info."
    ),
    source="Cataldo, Wagstrom, Herbsleb & Carley 2006",
    needs=COORDINATION,
)
def congruence(analysis: Analysis) -> Iterator[Finding]:
    """One finding: the share of pairs that need to coordinate and are partners, and how many are not (gaps)."""
    gaps, chance = find_gaps(analysis), compare_congruence(analysis)
    numbers = {
        "pairs": gaps.pairs,
        "needed": gaps.needed,
        "met": gaps.met,
        "gaps": gaps.count,
        "congruence": gaps.congruence,
        "congruence_weighted": gaps.weighted,
        "together": gaps.together,
        "working_together": gaps.working,
        "congruence_by_chance": None if chance is None or chance.is_too_small else chance.expected,
    }
    if gaps.congruence is None:
        yield _describe_no_need(numbers)
        return
    yield Finding(
        kind="congruence",
        id="congruence",
        title=_title_congruence(gaps).filled(
            needed=Number(gaps.needed),
            met=Number(gaps.met),
            share=percent(gaps.congruence),
            working=percent(gaps.working or 0),
            together=Number(gaps.together),
        ),
        why=Joined(_explain_congruence(gaps, chance)),
        next_step=_advise_first_gap(analysis, gaps),
        evidence=tuple(sorted({uid for gap in gaps.top for uid in (gap.source, gap.target)})),
        severity="low" if gaps.count else "info",
        weight=gaps.count,
        numbers=numbers,
    )


def _explain_congruence(gaps: Gaps, chance: CongruenceByChance | None) -> Iterator[Text]:
    """Why these pairs need each other, how many would be partners by lot, and how many have no partnership."""
    yield Message("They share a problem, or their problems hang together (congruence).")
    if chance is not None and not chance.is_too_small:
        yield _compare_with_chance(chance).filled(expected=percent(chance.expected))
    if gaps.count:
        yield plural("{n} pair has no partnership.", "{n} pairs have no partnership.", gaps.count)
    if gaps.count > len(gaps.top):
        yield Message("The {n} that need each other most are listed.").filled(n=Number(len(gaps.top)))


def _compare_with_chance(chance: CongruenceByChance) -> Message:
    """Whether it is fewer or more than if partnerships went by lot, or cannot be told from it."""
    if chance.fewer <= RARE:
        return Message("Fewer of them are partners than by chance: by lot about {expected} would be.")
    if chance.more <= RARE:
        return Message("More of them are partners than by chance: by lot only about {expected} would be.")
    return Message("By lot about {expected} of them would be partners: no clear difference.")


def _advise_first_gap(analysis: Analysis, gaps: Gaps) -> Text:
    """The pair to begin with: that of the first finding on gaps."""
    if not gaps.count:
        return Message("Keep these partnerships alive.")
    by_problem, agreements = find_gaps_by_problem(analysis), find_agreements(analysis)
    first = by_problem[0].gaps[0] if by_problem else next(iter(agreements), None)
    if first is None:
        return Message("Not every pair needs an agreement of its own.")
    return Message("Begin with {one} and {other}; not every pair needs an agreement of its own.").filled(
        one=analysis.name(first.source), other=analysis.name(first.target)
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


def _crowded(analysis: Analysis) -> tuple[Subject, ...]:
    return tuple((crowd.problem,) for crowd in find_crowds(analysis))


@finding(
    topic="gaps",
    order=230,
    title=Message("Crowded problem"),
    meaning=Message(
        "Problems that many work on (20 or more, a setting) of whose pairs fewer than a tenth are partners: they need a "
        "meeting, not a list of pairs. As severe as the gravest of them, medium at most: from 3, or when none is rated; "
        "else low."
    ),
    needs=COORDINATION,
    search=_crowded,
    important=1,
)
def crowded_problem(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all crowded problems, the gravest and most crowded first; it names who could convene the first."""
    severity = problem_severities(analysis)
    crowds = sorted(find_crowds(analysis), key=lambda crowd: (-severity[crowd.problem], -crowd.workers, crowd.problem))
    if not crowds:
        return
    first, problems = crowds[0], tuple(crowd.problem for crowd in crowds)
    yield Finding(
        kind="crowded_problem",
        id="crowded_problem",
        title=_title_crowds(analysis, crowds),
        why=Message("So many cannot close {untied} gaps one by one; they need one table.").filled(
            untied=Number(first.pairs - first.tied)
        ),
        next_step=_advise_meeting(analysis, first),
        evidence=(*problems, *first.convenors),
        severity=at_most("medium", grade_by_problems(analysis, problems)),
        weight=first.workers,
        numbers={
            "crowded": len(crowds),
            "workers": first.workers,
            "pairs": first.pairs,
            "tied": first.tied,
            "convenors": len(first.convenors),
            "partners": first.partners,
            "reached": first.reached,
        },
        items=tuple((uid,) for uid in problems),
    )


def _title_crowds(analysis: Analysis, crowds: list[Crowd]) -> Text:
    """How many work on the first, how few of them are partners, and which problems are crowded too."""
    first = crowds[0]
    values = {
        "problem": analysis.name(first.problem),
        "workers": Number(first.workers),
        "share": percent(first.tied / first.pairs),
        "others": list_names(analysis, [crowd.problem for crowd in crowds[1:]]),
    }
    if len(crowds) == 1:
        return Message(
            "{workers} stakeholders work on {problem}, but {share} of the pairs among them are partners"
        ).filled(**values)
    return Message(
        "{workers} stakeholders work on {problem}, but {share} of the pairs among them are partners; likewise {others}"
    ).filled(**values)


def _advise_meeting(analysis: Analysis, crowd: Crowd) -> Text:
    """Whom to invite: the few convenors, or everybody if the convenors reach less than half."""
    values = {
        "names": list_names(analysis, crowd.convenors, len(crowd.convenors)),
        "n": Number(len(crowd.convenors)),
        "workers": Number(crowd.workers),
        "partners": Number(crowd.partners - len(crowd.convenors)),
        "reached": percent(crowd.reached),
        "problem": analysis.name(crowd.problem),
    }
    if crowd.reached < HALF:
        return Message(
            "Invite all {workers} to one meeting on {problem}: too few of them are in touch to pass the word on."
        ).filled(**values)
    if len(crowd.convenors) == 1:
        return Message(
            "Ask {names} to convene the others: it is a partner of {partners} of them and reaches {reached} within two "
            "steps of partnership."
        ).filled(**values)
    return Message(
        "Convene these {n}: {names}. They are partners of {partners} others and reach {reached} of all {workers} within "
        "two steps of partnership."
    ).filled(**values)


@finding(
    topic="gaps",
    order=220,
    story="together",
    title=Message("Problems that hang together and nobody joins"),
    meaning=Message(
        "Two problems that depend on or influence each other, where nobody works on both and no partnership, common "
        "innovation or session joins those who do (integrative gap). Where nobody asked for all of that, those that "
        "nobody joins directly. Low."
    ),
    source="Fried, Hamilton & Berardo 2022, the tie clause ours",
    needs=(*COORDINATION, DIRECT_WORK),
    search=claims_of_no_bridge,
)
def unbridged_problems(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all pairs of linked problems that nobody bridges, those with the gravest problem first."""
    pairs = sorted(find_gaps(analysis).unbridged, key=lambda pair: sorted(problem_order(analysis, uid) for uid in pair))
    if not pairs:
        return
    first, ways = pairs[0], ways_of_bridging(analysis)
    one, other = (workers_of(analysis, uid)[0] for uid in first)
    values = {"one": analysis.name(first[0]), "other": analysis.name(first[1])}
    yield Finding(
        kind="unbridged_problems",
        id="unbridged_problems",
        title=_title_unbridged(analysis, pairs, directly=bool(ways)),
        why=Message("What is done about one can undo what is done about the other (integrative gap)."),
        next_step=Message(
            "Make partners of {first}, who works on {one}, and {second}, who works on {other}; or give one of them both."
        ).filled(first=analysis.name(one), second=analysis.name(other), **values),
        evidence=tuple(dict.fromkeys(uid for pair in pairs for uid in pair)),
        severity="low",
        weight=len(pairs),
        numbers={"pairs": len(pairs)},
        items=tuple((*pair, *ways) for pair in pairs),
        step=Step((*first, *ways), Tie("PARTNERS_WITH", *sorted((one, other))), (one, other)),
    )


def _title_unbridged(analysis: Analysis, pairs: list[tuple[str, str]], *, directly: bool) -> Text:
    """The one pair, or how many there are and which; `directly` if not all ways of working were asked for."""
    named = [PAIR.filled(one=analysis.name(one), other=analysis.name(other)) for one, other in pairs[:MOST_PAIRS]]
    more = [MORE.filled(n=Number(len(pairs) - MOST_PAIRS))] if len(pairs) > MOST_PAIRS else []
    title = NOT_JOINED_DIRECTLY if directly else NOT_JOINED
    return title.counted(len(pairs)).filled(pairs=Joined((*named, *more), "; "))


NOT_JOINED = plural(
    "{pairs} hang together, but nobody works on both and no partners join them",
    "{n} pairs of problems hang together, but nobody works on both and no partners join them: {pairs}",
)
NOT_JOINED_DIRECTLY = plural(
    "{pairs} hang together, but nobody works directly on both and no partners join them",
    "{n} pairs of problems hang together, but nobody works directly on both and no partners join them: {pairs}",
)

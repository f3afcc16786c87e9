"""Problems without an owner, a worker or an innovation, without a severity, and the share with a tested answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sysmap.analysis import Analysis
from sysmap.findings.needs import ADDRESSED, DIRECT_WORK, INNOVATIONS, OWNERS, PROBLEMS, SEVERITIES, STAGES, WORK
from sysmap.findings.port import Finding, Severity, finding
from sysmap.findings.sentences import list_names, percent
from sysmap.findings.severity import at_most, at_most_low, grade_by_problems
from sysmap.findings.steps import Field, Step, Subject, Tie
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.coverage import asked_ways, claims_of_no_work, find_coverage
from sysmap.models.coverage_takers import Taker, find_taker, rank_stakeholders
from sysmap.records.innovation_around import read_surroundings
from sysmap.records.innovation_stages import is_living

__all__ = [
    "Lack",
    "solution_coverage",
    "unaddressed_problems",
    "unattended_problems",
    "unowned_problems",
    "unrated_problems",
]

BY_GRAVEST = Message(
    "As severe as the gravest of them: high from 4 if there is somebody to ask, medium from 3 (or when none of them is "
    "rated), else low; low too where less than a quarter of the problems have one."
)
NOBODY = Message("Look for somebody who could take up {problem}.")
"""The next step where the map has no stakeholder."""
OTHERS = Message("Then go on with the others in this order.")


@dataclass(frozen=True, slots=True)
class Lack:
    """What problems may lack, and how that is told.

    `tie`: the type of tie that would end it. `title` has a form for one problem and for many; `whole` is the title
    where no problem lacks it. `steps`: the next step by why somebody is asked (`Taker.because`). `own`: for which of
    these reasons the one who is asked is also the one who would have the tie. `ways`: what stands after the problem in
    the subjects of the kind (`sysmap.models.coverage.asked_ways`).
    """

    kind: str
    tie: str
    title: Message
    why: Message
    whole: Message
    steps: Mapping[str, Message]
    own: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()


OWNER = Lack(
    "unowned_problems",
    "OWNS",
    plural("{n} of {all} problems has no owner: {names}", "{n} of {all} problems have no owner: {names}"),
    Message("Where nobody answers for a problem, nobody is asked when nothing happens."),
    Message("Every problem has an owner"),
    {
        "works": Message("Ask {who}, who works on {problem}, to answer for it."),
        "near": Message("Ask {who}, who works on {through}, to answer for {problem} too: the two hang together."),
        "affected": Message(
            "Ask {who}, who is affected by {problem}, who should answer for it, and agree on that one."
        ),
        "say": Message("Ask {who} to name somebody who answers for {problem}."),
    },
    own=("works", "near"),
)
WORKER = Lack(
    "unattended_problems",
    "WORKS_ON",
    plural("Nobody works on {n} of {all} problems: {names}", "Nobody works on {n} of {all} problems: {names}"),
    Message("A problem without hands stays as it is, or grows."),
    Message("Somebody works on every problem"),
    {
        "near": Message("Ask {who}, who works on {through}, to take up {problem} too: the two hang together."),
        "affected": Message("Ask {who}, who is affected by {problem}, who could take it up, and win that one for it."),
        "say": Message("Ask {who} to find somebody who takes up {problem}."),
    },
    own=("near",),
)
DIRECTLY = plural(
    "Nobody works directly on {n} of {all} problems: {names}",
    "Nobody works directly on {n} of {all} problems: {names}",
)
"""The title on workers where the data do not say all of who carries what through innovations."""
INNOVATION = Lack(
    "unaddressed_problems",
    "ADDRESSES",
    plural(
        "No innovation addresses {n} of {all} problems: {names}",
        "No innovation addresses {n} of {all} problems: {names}",
    ),
    Message("Nothing new is being tried there."),
    Message("Every problem has an innovation"),
    {
        "works": Message("Bring those who work on {problem} together to collect options, beginning with {who}."),
        "near": Message("Collect options for {problem} with {who}, who works on {through}: the two hang together."),
        "affected": Message("Collect options for {problem} with {who}, who is affected by it."),
        "say": Message("Ask {who} to have options collected for {problem}."),
    },
)


def _subjects(problems: tuple[str, ...]) -> tuple[Subject, ...]:
    return tuple((uid,) for uid in problems)


@finding(
    topic="coverage",
    order=40,
    story="waits",
    answers=("nobody",),
    title=Message("Problems without an owner"),
    meaning=Message(
        "Open problems that no stakeholder owns (OWNS); not assessed where the data name no owner at all. {rule}"
    ).filled(rule=BY_GRAVEST),
    needs=(PROBLEMS, WORK, OWNERS),
    search=lambda analysis: _subjects(find_coverage(analysis).unowned),
    urgent=1,
    important=1,
)
def unowned_problems(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the unowned problems, the gravest first."""
    yield from _describe_lack(analysis, OWNER, find_coverage(analysis).unowned)


@finding(
    topic="coverage",
    order=30,
    story="waits",
    answers=("nobody",),
    title=Message("Problems that nobody works on"),
    meaning=Message(
        "Open problems that no stakeholder works on, neither directly nor through an innovation; where nobody asked for "
        "all ties to innovations, those that nobody works on directly. {rule}"
    ).filled(rule=BY_GRAVEST),
    needs=(PROBLEMS, DIRECT_WORK),
    search=claims_of_no_work,
    urgent=1,
    important=1,
)
def unattended_problems(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the unattended problems, the gravest first."""
    ways, asked = asked_ways(analysis), [type for type in analysis.settings.works if analysis.asks(type)]
    lack = replace(
        WORKER,
        tie=WORKER.tie if WORKER.tie in asked else asked[0],
        title=DIRECTLY if ways else WORKER.title,
        ways=ways,
    )
    yield from _describe_lack(analysis, lack, find_coverage(analysis).unattended)


@finding(
    topic="coverage",
    order=20,
    story="waits",
    answers=("nobody",),
    title=Message("Problems without an innovation"),
    meaning=Message(
        "Open problems that no living innovation addresses (ADDRESSES; stopped ones do not count). Low; info when every "
        "problem has one."
    ),
    needs=(PROBLEMS, INNOVATIONS, ADDRESSED),
    search=lambda analysis: _subjects(find_coverage(analysis).unaddressed),
)
def unaddressed_problems(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the unaddressed problems, the gravest first."""
    yield from _describe_lack(analysis, INNOVATION, find_coverage(analysis).unaddressed, highest="low")


def _describe_lack(
    analysis: Analysis, lack: Lack, orphans: tuple[str, ...], highest: Severity = "high"
) -> Iterator[Finding]:
    """One finding on the problems in `orphans`, or `whole` if it is empty; nothing if no problem is open."""
    problems = find_coverage(analysis).problems
    numbers = {"problems": len(problems), "orphans": len(orphans)}
    if orphans:
        taker = find_taker(analysis, orphans[0])
        severity = at_most(highest if taker else at_most("medium", highest), grade_by_problems(analysis, orphans))
        yield Finding(
            kind=lack.kind,
            id=lack.kind,
            title=lack.title.counted(len(orphans)).filled(
                n=Number(len(orphans)), all=Number(len(problems)), names=list_names(analysis, orphans)
            ),
            why=lack.why,
            next_step=_advise(analysis, lack, orphans, taker),
            evidence=orphans,
            severity=at_most_low(severity, (len(problems) - len(orphans), len(problems))),
            weight=len(orphans),
            numbers=numbers,
            items=tuple((uid, *lack.ways) for uid in orphans),
            step=_step(lack, orphans[0], taker),
        )
    elif problems:
        yield Finding(
            kind=lack.kind,
            id=lack.kind,
            title=lack.whole,
            why=Message("Open problems looked at: {n}.").filled(n=Number(len(problems))),
            next_step=Message("Keep it so as problems are added."),
            evidence=problems,
            severity="info",
            numbers=numbers,
        )


def _advise(analysis: Analysis, lack: Lack, orphans: tuple[str, ...], taker: Taker | None) -> Text:
    """Whom to ask about the gravest problem; the others follow."""
    problem = analysis.name(orphans[0])
    if taker is None:
        return NOBODY.filled(problem=problem)
    step = lack.steps[taker.because].filled(
        who=analysis.name(taker.stakeholder),
        problem=problem,
        through="" if taker.through is None else analysis.name(taker.through),
    )
    return Joined((step, OTHERS)) if len(orphans) > 1 else step


def _step(lack: Lack, problem: str, taker: Taker | None) -> Step | None:
    """The tie that the gravest problem lacks; None where nobody can be asked."""
    if taker is None:
        return None
    source = taker.stakeholder if taker.because in lack.own else None
    return Step((problem, *lack.ways), Tie(lack.tie, source, problem), (taker.stakeholder,))


@finding(
    topic="coverage",
    order=45,
    title=Message("Problems without a severity"),
    meaning=Message(
        "Open problems whose severity nobody rated, where others are rated; they count as the median of those. Low; "
        "nothing where all are rated, not assessed where none is."
    ),
    needs=(PROBLEMS, SEVERITIES),
    search=lambda analysis: _subjects(_find_unrated(analysis)),
)
def unrated_problems(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the problems without a severity; nothing if there are none."""
    problems, unrated = find_coverage(analysis).problems, _find_unrated(analysis)
    if not unrated:
        return
    yield Finding(
        kind="unrated_problems",
        id="unrated_problems",
        title=plural(
            "The severity of {n} of {all} problems is not known: {names}",
            "The severity of {n} of {all} problems is not known: {names}",
            len(unrated),
        ).filled(n=Number(len(unrated)), all=Number(len(problems)), names=list_names(analysis, unrated)),
        why=Message("Until it is, they rank in the middle, and a grave one among them is overlooked."),
        next_step=Message("Rate {first} at the next meeting: how badly does it hurt those it reaches?").filled(
            first=analysis.name(unrated[0])
        ),
        evidence=unrated,
        severity="low",
        weight=len(unrated),
        numbers={"problems": len(problems), "unrated": len(unrated)},
        items=_subjects(unrated),
        step=Step((unrated[0],), Field(unrated[0], "severity")),
    )


def _find_unrated(analysis: Analysis) -> tuple[str, ...]:
    """The open problems without a severity, by the order of all."""
    return tuple(uid for uid in find_coverage(analysis).problems if analysis.props(uid).get("severity") is None)


@finding(
    topic="coverage",
    order=50,
    sums_up=True,
    title=Message("Share of problems with a tested answer"),
    meaning=Message(
        "Severity of the open problems that an innovation at pilot, scaling or embedded addresses, divided by that of "
        "all open problems. Low below 100%, else info."
    ),
    needs=(PROBLEMS, INNOVATIONS, ADDRESSED, STAGES),
    search=lambda analysis: _subjects(_find_unproven(analysis)),
)
def solution_coverage(analysis: Analysis) -> Iterator[Finding]:
    """One finding: the share of open problems with a tested innovation, weighted by their severity."""
    coverage = find_coverage(analysis)
    if coverage.share is None:
        return
    unproven = _find_unproven(analysis)
    answer, step = _find_next_trial(analysis, unproven)
    weighed = analysis.asks_field("Problem", "severity")
    title = (
        Message("{share} of the weight of problems has an answer that was tried out ({n} of {all} problems)")
        if weighed
        else Message("{n} of {all} problems have an answer that was tried out ({share})")
    )
    yield Finding(
        kind="solution_coverage",
        id="solution_coverage",
        title=title.filled(
            share=percent(coverage.share), n=Number(len(coverage.proven)), all=Number(len(coverage.problems))
        ),
        why=_describe_weights(analysis, weighed=weighed),
        next_step=answer,
        evidence=unproven,
        severity="low" if unproven else "info",
        weight=len(unproven),
        numbers={"coverage": coverage.share, "proven": len(coverage.proven), "problems": len(coverage.problems)},
        items=_subjects(unproven),
        step=step,
    )


def _find_unproven(analysis: Analysis) -> tuple[str, ...]:
    """The open problems without a tested answer, the gravest first; none with an answer whose stage is not known."""
    coverage = find_coverage(analysis)
    unknown = {
        target
        for source, target, type in analysis.graph.edges(data="type")
        if type == "ADDRESSES" and analysis.props(source).get("stage") is None
    }
    return tuple(uid for uid in coverage.problems if uid not in unknown and uid not in coverage.proven)


def _describe_weights(analysis: Analysis, *, weighed: bool) -> Text:
    """How the share was counted, and of how many innovations the stage is known where it is not of all."""
    said, innovations = analysis.said("Innovation", "stage")
    counted = (
        Message("Problems count by their severity; an answer counts from the pilot on (coverage).")
        if weighed
        else Message("An answer counts from the pilot on (coverage).")
    )
    if said == innovations:
        return counted
    known = Message("The stage of {n} of {all} innovations is known.")
    return Joined((counted, known.filled(n=Number(said), all=Number(innovations))))


def _find_next_trial(analysis: Analysis, unproven: tuple[str, ...]) -> tuple[Text, Step | None]:
    """The innovation to try out first, for the gravest problem that has one, in words and as data."""
    for problem in unproven:
        answers = sorted(
            (source for source, _, type in analysis.graph.in_edges(problem, data="type") if type == "ADDRESSES"),
            key=lambda uid: (analysis.name(uid), uid),
        )
        for innovation in answers:
            leads = rank_stakeholders(analysis, read_surroundings(analysis, innovation).by["LEADS"])
            if leads and is_living(analysis, innovation):
                wanted = Field(innovation, "stage", analysis.settings.proven_stages)
                return Message("Ask {who} what is missing to try out {innovation}, an answer to {problem}.").filled(
                    who=analysis.name(leads[0]),
                    innovation=analysis.name(innovation),
                    problem=analysis.name(problem),
                ), Step((problem,), wanted, leads[:1])
    if unproven:
        return Message("Bring an innovation to the pilot for: {names}.").filled(
            names=list_names(analysis, unproven)
        ), None
    if len(find_coverage(analysis).proven) < len(find_coverage(analysis).problems):
        return Message("Write down at which stage each innovation is."), None
    return Message("See to it that the answers reach all who need them."), None

"""Problems without an owner, a worker or an innovation, and the share of problems with a tested answer."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import INNOVATIONS, OWNERS, PROBLEMS, WORK
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import list_names, percent
from sysmap.findings.severity import grade_by_problems, grade_share
from sysmap.messages import Message, Number, Text, plural
from sysmap.models.coverage import find_coverage

__all__ = ["solution_coverage", "unaddressed_problems", "unattended_problems", "unowned_problems"]

BY_GRAVEST = Message(
    "As severe as the gravest of them: high from 4, medium from 3 (or when no problem is rated), else low."
)


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
)
def unowned_problems(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the unowned problems, the gravest first."""
    unowned = find_coverage(analysis).unowned
    yield from _describe_uncovered(
        analysis,
        "unowned_problems",
        unowned,
        title=plural(
            "{n} of {all} problems has no owner: {names}", "{n} of {all} problems have no owner: {names}", len(unowned)
        ),
        why=Message("Where nobody answers for a problem, nobody is asked when nothing happens."),
        step=Message("Agree on one owner each, beginning with {first}."),
        whole=Message("Every problem has an owner"),
    )


@finding(
    topic="coverage",
    order=30,
    story="waits",
    answers=("nobody",),
    title=Message("Problems that nobody works on"),
    meaning=Message("Open problems that no stakeholder owns or works on. {rule}").filled(rule=BY_GRAVEST),
    needs=(PROBLEMS, WORK),
)
def unattended_problems(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the unattended problems, the gravest first."""
    unattended = find_coverage(analysis).unattended
    yield from _describe_uncovered(
        analysis,
        "unattended_problems",
        unattended,
        title=plural(
            "Nobody works on {n} of {all} problems: {names}",
            "Nobody works on {n} of {all} problems: {names}",
            len(unattended),
        ),
        why=Message("A problem without hands stays as it is, or grows."),
        step=Message("Ask those affected by {first} and those who work on problems near it who can take it up."),
        whole=Message("Somebody works on every problem"),
    )


@finding(
    topic="coverage",
    order=20,
    story="waits",
    answers=("nobody",),
    title=Message("Problems without an innovation"),
    meaning=Message(
        "Open problems that no living innovation addresses (ADDRESSES; stopped ones do not count). {rule}"
    ).filled(rule=BY_GRAVEST),
    needs=(PROBLEMS, INNOVATIONS),
)
def unaddressed_problems(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the unaddressed problems, the gravest first."""
    unaddressed = find_coverage(analysis).unaddressed
    yield from _describe_uncovered(
        analysis,
        "unaddressed_problems",
        unaddressed,
        title=plural(
            "No innovation addresses {n} of {all} problems: {names}",
            "No innovation addresses {n} of {all} problems: {names}",
            len(unaddressed),
        ),
        why=Message("Nothing new is being tried there."),
        step=Message("Bring those who work on {first} together to collect options."),
        whole=Message("Every problem has an innovation"),
    )


def _describe_uncovered(
    analysis: Analysis, kind: str, orphans: tuple[str, ...], *, title: Text, why: Text, step: Text, whole: Text
) -> Iterator[Finding]:
    """One finding on the problems in `orphans`, or `whole` if it is empty; nothing if no problem is open."""
    problems = find_coverage(analysis).problems
    numbers = {"problems": len(problems), "orphans": len(orphans)}
    if orphans:
        values = {
            "n": Number(len(orphans)),
            "all": Number(len(problems)),
            "names": list_names(analysis, orphans),
            "first": analysis.name(orphans[0]),
        }
        yield Finding(
            kind=kind,
            id=kind,
            title=title.filled(**values),
            why=why,
            next_step=step.filled(**values),
            evidence=orphans,
            severity=grade_by_problems(analysis, orphans),
            weight=len(orphans),
            numbers=numbers,
        )
    elif problems:
        yield Finding(
            kind=kind,
            id=kind,
            title=whole,
            why=Message("Open problems looked at: {n}.").filled(n=Number(len(problems))),
            next_step=Message("Keep it so as problems are added."),
            evidence=problems,
            severity="info",
            numbers=numbers,
        )


@finding(
    topic="coverage",
    order=50,
    title=Message("Share of problems with a tested answer"),
    meaning=Message(
        "Severity of the open problems that an innovation at pilot, scaling or embedded addresses, divided by that of "
        "all open problems. High below 25%, medium below 50%, low below 100%."
    ),
    needs=(PROBLEMS, INNOVATIONS),
)
def solution_coverage(analysis: Analysis) -> Iterator[Finding]:
    """One finding: the share of open problems with a tested innovation, weighted by their severity."""
    coverage = find_coverage(analysis)
    if coverage.share is None:
        return
    unproven = tuple(uid for uid in coverage.problems if uid not in coverage.proven)
    values = {
        "share": percent(coverage.share),
        "n": Number(len(coverage.proven)),
        "all": Number(len(coverage.problems)),
        "names": list_names(analysis, unproven or coverage.problems),
    }
    yield Finding(
        kind="solution_coverage",
        id="solution_coverage",
        title=Message(
            "{share} of the weight of problems has an answer that was tried out ({n} of {all} problems)"
        ).filled(**values),
        why=Message("Problems count by their severity; an answer counts from the pilot on (coverage)."),
        next_step=Message("Bring an innovation to the pilot for: {names}.").filled(**values)
        if unproven
        else Message("See to it that the answers reach all who need them."),
        evidence=unproven,
        severity=grade_share(coverage.share),
        weight=len(unproven),
        numbers={"coverage": coverage.share, "proven": len(coverage.proven), "problems": len(coverage.problems)},
    )

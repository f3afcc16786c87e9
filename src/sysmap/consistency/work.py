"""Relations about who works on what: problems, those who carry them, and the gaps between those."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from sysmap.analysis import Analysis, kept
from sysmap.consistency.port import Run, compare, differ, relation
from sysmap.findings.port import FINDINGS, Finding
from sysmap.messages import Message, Text

__all__ = [
    "gaps_are_counted_alike",
    "gaps_are_no_partnerships",
    "no_carried_problem_is_unattended",
    "problems_without_innovation",
    "subjects",
    "workers",
    "workers_are_counted_alike",
]

MOST_PAIRS = 200_000
"""Pairs of stakeholders up to which gaps are counted anew; of a larger map only the outputs are compared."""


@kept
def workers(analysis: Analysis) -> dict[str, set[str]]:
    """Open problem -> the stakeholders who work on it, directly or through an innovation that lives."""
    settings, graph = analysis.settings, analysis.graph
    found: dict[str, set[str]] = {
        uid: set()
        for uid, props in graph.nodes(data=True)
        if props["label"] == "Problem" and props.get("status") not in settings.settled_problems
    }
    carriers: dict[str, set[str]] = {}
    for source, target, type in graph.edges(data="type"):
        if type in settings.works and target in found:
            found[target].add(source)
        if type in settings.carries:
            carriers.setdefault(target, set()).add(source)
    for source, target, type in graph.edges(data="type"):
        if type == "ADDRESSES" and target in found and graph.nodes[source].get("stage") not in settings.dead_stages:
            found[target] |= carriers.get(source, set())
    return {
        problem: {uid for uid in people if graph.nodes[uid]["label"] == "Stakeholder"}
        for problem, people in found.items()
    }


def subjects(findings: tuple[Finding, ...], label: str, analysis: Analysis) -> set[str]:
    """The nodes with this label that these findings are true of."""
    return {
        uid
        for one in findings
        for subject in one.items
        for uid in subject
        if uid in analysis.graph and analysis.props(uid)["label"] == label
    }


@relation(10, Message("A problem that somebody works on is not told as one that nobody works on."))
def no_carried_problem_is_unattended(run: Run) -> Iterator[Text]:
    """Unattended problems have no worker; and where the finding is told, every open problem without one is in it."""
    if told := run.of_kind("unattended_problems"):
        idle = {problem for problem, people in workers(run.analysis).items() if not people}
        yield from compare(run, subjects(told, "Problem", run.analysis), idle, FINDINGS["unattended_problems"].title)


@relation(20, Message("A problem is told to have no innovation only where no innovation that lives addresses it."))
def problems_without_innovation(run: Run) -> Iterator[Text]:
    """The items of the finding are the open problems that no living innovation addresses."""
    told, graph = run.of_kind("unaddressed_problems"), run.analysis.graph
    if not told:
        return
    answered = {
        target
        for source, target, type in graph.edges(data="type")
        if type == "ADDRESSES" and graph.nodes[source].get("stage") not in run.analysis.settings.dead_stages
    }
    unanswered = workers(run.analysis).keys() - answered
    yield from compare(run, subjects(told, "Problem", run.analysis), unanswered, FINDINGS["unaddressed_problems"].title)


@relation(30, Message("The page counts as many who work on a problem as there are."))
def workers_are_counted_alike(run: Run) -> Iterator[Text]:
    """The third number of a problem in the page's matrix, and `workers` of a crowded problem."""
    matrix, found = run.page["views"].get("matrix"), workers(run.analysis)
    uid_of = {node["id"]: uid for node, uid in zip(run.page["nodes"], run.drawn, strict=True)}
    counted = {uid_of[row[0]]: row[2] for row in matrix["problems"]} if matrix else {}
    counted |= {one.evidence[0]: one.numbers["workers"] for one in run.of_kind("crowded_problem")}
    for problem, number in counted.items():
        if number != len(found.get(problem, ())):
            yield differ(run.analysis.name(problem), "matrix", number, len(found.get(problem, ())))


def _count_gaps(analysis: Analysis) -> Mapping[str, int] | None:
    """How many pairs of stakeholders need to coordinate, are partners, and are gaps; None on a large map."""
    people = sorted(uid for uid, label in analysis.graph.nodes(data="label") if label == "Stakeholder")
    if len(people) * len(people) > 2 * MOST_PAIRS:
        return None
    carried: dict[str, set[str]] = {uid: set() for uid in people}
    for problem, those in workers(analysis).items():
        for uid in those:
            carried[uid].add(problem)
    edges = list(analysis.graph.edges(data="type"))
    linked = {frozenset((a, b)) for a, b, type in edges if type in {"DEPENDS_ON", "INFLUENCES"} and a != b}
    partners = {frozenset((a, b)) for a, b, type in edges if type == "PARTNERS_WITH"}
    above = _houses(analysis)
    needed = [
        frozenset(pair)
        for pair in combinations(people, 2)
        if not above[pair[0]] & above[pair[1]]
        and any(p == q or frozenset((p, q)) in linked for p in carried[pair[0]] for q in carried[pair[1]])
    ]
    met = sum(pair in partners for pair in needed)
    return {"needed": len(needed), "met": met, "gaps": len(needed) - met}


def _houses(analysis: Analysis) -> dict[str, set[str]]:
    """Stakeholder -> itself and all that it belongs to, directly or through others."""
    parents: dict[str, set[str]] = {}
    for source, target, type in analysis.graph.edges(data="type"):
        if type == "BELONGS_TO":
            parents.setdefault(source, set()).add(target)
    houses = {}
    for uid in analysis.graph:
        found, waiting = {uid}, [uid]
        while waiting:
            new = parents.get(waiting.pop(), set()) - found
            found |= new
            waiting += new
        houses[uid] = found
    return houses


@relation(40, Message("Findings, page and tables count the same collaboration gaps, as many as there are."))
def gaps_are_counted_alike(run: Run) -> Iterator[Text]:
    """`congruence`, the page's drawn and further gaps, and a count pair by pair."""
    told = run.of_kind("congruence")
    if not told:
        return
    numbers = told[0].numbers
    if (recounted := _count_gaps(run.analysis)) is not None:
        for name, number in recounted.items():
            if numbers[name] != number:
                yield differ("congruence", name, numbers[name], number)
    on_page = len(run.page["gaps"]) + run.page["moreGaps"]
    if on_page != numbers["gaps"]:
        yield differ("page", "gaps", on_page, numbers["gaps"])
    if len(run.table("gaps")) > int(str(numbers["gaps"])):
        yield differ("gaps.csv", "rows", len(run.table("gaps")), numbers["gaps"])


@relation(50, Message("No pair told as a gap has a partnership, and both work on what is said."))
def gaps_are_no_partnerships(run: Run) -> Iterator[Text]:
    """The rows of gaps.csv against the partnerships and the workers of their problems."""
    partners = {frozenset(pair[:2]) for pair in run.analysis.graph.edges(data="type") if pair[2] == "PARTNERS_WITH"}
    found = workers(run.analysis)
    for row in run.table("gaps"):
        pair = {row["source"], row["target"]}
        if frozenset(pair) in partners:
            yield Message("{one} and {other} are told as a gap, and are partners").filled(
                one=row["source_name"], other=row["target_name"]
            )
        for problem in row["problems"].split("|"):
            if not pair & found.get(problem, set()):
                yield Message("{one} and {other}: neither works on {problem}").filled(
                    one=row["source_name"], other=row["target_name"], problem=run.analysis.name(problem)
                )

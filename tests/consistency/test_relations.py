"""What one run says agrees with itself, on the shipped maps and on made ones; and every relation catches a lie."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from functools import cache

import pytest

from random_maps import make_map
from sysmap.analysis import Analysis
from sysmap.build import analyse_graph
from sysmap.consistency.port import RELATIONS, Run, find_contradictions
from sysmap.findings.port import Finding
from sysmap.graph import build_graph
from sysmap.messages import Message
from sysmap.rendering.port import Look
from sysmap.resources import shipped
from sysmap.tables.folder import read_folder
from sysmap.vocabulary import VOCABULARY

SEEDS = [*range(30), *(pytest.param(seed, marks=pytest.mark.whole) for seed in range(30, 300))]


@cache
def shipped_map(name: str) -> Analysis:
    data = read_folder(shipped("datasets") / name, VOCABULARY)
    about = {"map": data.config.name, "config": data.config.text, "files": data.files}
    return analyse_graph(build_graph(data.nodes, data.ties, **about))


def told(analysis: Analysis, language: str) -> list[str]:
    found = find_contradictions(analysis, Look(language=language))
    return [f"{one.relation.name}: {one.sides.render('en')}" for one in found]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", ["gunungkidul", "tiny"])
def test_a_shipped_map_does_not_contradict_itself(name: str, language: str) -> None:
    assert told(shipped_map(name), language) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_made_map_does_not_contradict_itself(seed: int) -> None:
    assert told(make_map(seed), "id" if seed % 2 else "en") == []


def lie(run: Run, kind: str, **changes: object) -> None:
    """Change the first finding of a kind."""
    findings = list(run.findings)
    at = next(at for at, one in enumerate(findings) if one.kind == kind)
    findings[at] = replace(findings[at], **changes)
    run.__dict__["findings"] = tuple(findings)


def lie_number(kind: str, name: str) -> Callable[[Run], None]:
    def change(run: Run) -> None:
        numbers = run.of_kind(kind)[0].numbers
        lie(run, kind, numbers={**numbers, name: int(str(numbers[name])) + 1})

    return change


def lie_on_page(change: Callable[[dict], object]) -> Callable[[Run], None]:
    def go(run: Run) -> None:
        page = deepcopy(dict(run.page))
        change(page)
        run.__dict__["page"] = page

    return go


def lie_in_table(name: str, **cells: object) -> Callable[[Run], None]:
    """Change the first row of a table."""

    def go(run: Run) -> None:
        rows = run.table(name)
        rows[0] |= cells
        honest = Run.table
        run.__dict__["table"] = lambda other: rows if other == name else honest(run, other)

    return go


def without_first_item(kind: str) -> Callable[[Run], None]:
    return lambda run: lie(run, kind, items=run.of_kind(kind)[0].items[1:])


def repeat_a_finding(run: Run) -> None:
    run.__dict__["findings"] = (*run.findings, run.findings[0])


def make_all(severity: str) -> Callable[[Run], None]:
    def go(run: Run) -> None:
        run.__dict__["findings"] = tuple(replace(one, severity=severity) for one in run.findings)

    return go


def deny(run: Run) -> None:
    """The first finding and the same kind not assessed."""
    first: Finding = run.findings[0]
    other = replace(first, severity="not_assessed", id=f"{first.id}:0", title=Message("Not so"))
    run.__dict__["findings"] = (*run.findings, other)


LIES: dict[str, Callable[[Run], None]] = {
    "no_carried_problem_is_unattended": without_first_item("unattended_problems"),
    "problems_without_innovation": without_first_item("unaddressed_problems"),
    "workers_are_counted_alike": lie_on_page(lambda page: page["views"]["matrix"]["problems"][0].__setitem__(2, 77)),
    "gaps_are_counted_alike": lie_number("congruence", "gaps"),
    "gaps_are_no_partnerships": lie_in_table("gaps", source="stakeholder:nobody", target="stakeholder:none"),
    "evidence_is_on_the_map": lambda run: lie(run, "congruence", evidence=("stakeholder:nobody",)),
    "items_are_subjects": lambda run: lie(run, "unowned_problems", items=(("problem:none",),)),
    "few_are_urgent": make_all("high"),
    "urgent_findings_have_a_step": lambda run: lie(run, "unowned_problems", severity="high", step=None),
    "no_sentence_stands_twice": repeat_a_finding,
    "what_is_not_assessed_is_not_told": deny,
    "the_page_lists_the_findings": lie_on_page(lambda page: page["findings"].pop()),
    "totals_in_findings": lie_number("unowned_problems", "problems"),
    "nodes_are_counted_alike": lambda run: run.__dict__.update(drawn=run.drawn[1:]),
    "ties_are_counted_alike": lie_on_page(lambda page: page["ties"].pop()),
    "loops_are_counted_alike": lie_on_page(lambda page: page["views"]["causal"]["listed"][0].__setitem__("more", 999)),
    "unpartnered_are_alone": lie_number("unpartnered_stakeholders", "unpartnered"),
    "stranded_are_alone": lambda run: lie(run, "stranded_stakeholders", items=((partnered(run),),)),
    "undefined_is_empty": lie_in_table("measures", strength=float("nan")),
    "ownerless_problems_are_told": without_first_item("unowned_problems"),
    "the_gravest_ownerless_problems_are_urgent": lambda run: lie(run, "unowned_problems", severity="medium", step=None),
}
"""Relation -> a change of what a run says that it must catch."""


def partnered(run: Run) -> str:
    return next(a for a, b, type in run.analysis.graph.edges(data="type") if type == "PARTNERS_WITH" and a != b)


def test_every_relation_has_its_lie() -> None:
    assert set(LIES) == set(RELATIONS)


@pytest.mark.parametrize("name", LIES)
def test_a_lie_is_caught(name: str, mapped: Callable[..., Analysis]) -> None:
    grave = mapped(
        *("Stakeholder a", "Stakeholder b", "Problem p severity=5", "Problem q severity=5"),
        *("a OWNS p", "b WORKS_ON q", "a PARTNERS_WITH b"),
    )
    run = Run(grave if name == "the_gravest_ownerless_problems_are_urgent" else shipped_map("gunungkidul"), Look())
    assert list(RELATIONS[name].check(run)) == []
    LIES[name](run)
    assert list(RELATIONS[name].check(run))

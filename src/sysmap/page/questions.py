"""Ready-made questions of a planner. Each is answered by findings, by a ranking of nodes, or by a view of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sysmap.analysis import Analysis
from sysmap.findings.port import FINDINGS, Finding
from sysmap.measures.port import MEASURES, measure_values
from sysmap.messages import Message, Text
from sysmap.models.causes.leverage import score_levers
from sysmap.models.partners.suggestions import suggest_partnerships
from sysmap.rendering.facts import Facts

__all__ = ["QUESTIONS", "Question", "answer_questions"]

MOST = 8
"""How many findings or nodes an answer lists."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and what answers it besides findings.

    The highest of a `measure`, suggested partnerships, or a push in a `view`.

    Which findings answer it stands in the decorators of the findings.
    """

    name: str
    ask: Text
    measure: str = ""
    partnerships: bool = False
    view: str = "map"


QUESTIONS = (
    Question("bridges", Message("Who bridges sectors?"), measure="bridging"),
    Question("nobody", Message("Which problems does nobody own?")),
    Question("partnership", Message("Which partnership should we start, and why?"), partnerships=True),
    Question("dying", Message("Which innovation is about to die, and what would save it?"), view="pipeline"),
    Question("push", Message("What happens if we push {name}?"), view="causal"),
    Question("overloaded", Message("Who carries too much?"), measure="degree"),
    Question("vicious", Message("Which vicious circles hold us back?"), view="causal"),
    Question("overdue", Message("Which promises are overdue?"), view="grow"),
)


def answer_questions(facts: Facts, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """The questions that this map answers, with their answers.

    An answer holds `findings` as numbers in `findings`, `nodes` as [node, value], `pairs` (whether partnerships are
    suggested), the `view` that shows it, and the node to `push`; each only where the question asks for it.
    """
    return [answer for question in QUESTIONS if (answer := _answer(facts, findings, question))]


def _answer(facts: Facts, findings: Sequence[Finding], question: Question) -> dict[str, Any] | None:
    """None where the map has nothing that answers the question."""
    analysis = facts.analysis
    matching = [
        at
        for at, finding in enumerate(findings)
        if question.name in FINDINGS[finding.kind].answers and finding.severity != "not_assessed"
    ]
    answer: dict[str, Any] = {"findings": matching[:MOST]}
    if question.measure:
        answer |= {"measure": question.measure, "nodes": list(_highest(facts, question.measure))}
    ask = question.ask
    if question.name == "push":
        lever = _lever(analysis)
        if lever is None or lever not in facts.index:
            return None
        answer["push"] = facts.index[lever]
        ask = ask.filled(name=analysis.name(lever))
    if question.partnerships:
        answer["pairs"] = bool(analysis.ties_assessed and suggest_partnerships(analysis))
    if not any(answer.get(part) not in (None, [], False) for part in ("findings", "nodes", "pairs", "push")):
        return None
    return {"name": question.name, "ask": facts.translate(ask), "view": question.view, **answer}


def _highest(facts: Facts, name: str) -> Iterator[list[Any]]:
    """[node, value] of the drawn nodes with the highest values; nodes without a value, or with 0, are left out."""
    values = measure_values(facts.analysis, name) if name in MEASURES else {}
    ranked = [
        (value, uid) for uid, value in values.items() if isinstance(value, int | float) and value and uid in facts.index
    ]
    for value, uid in sorted(ranked, key=lambda pair: (-pair[0], pair[1]))[:MOST]:
        yield [facts.index[uid], value]


def _lever(analysis: Analysis) -> str | None:
    """The uid of where to push first: what the four scores of leverage rank highest together; None without causes."""
    return (
        next((lever.uid for lever in score_levers(analysis).levers), None)
        if analysis.causal.number_of_edges()
        else None
    )

"""Questions that a planner brings, ready to be chosen: each is answered by findings, by a ranking, or by a view."""

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
from sysmap.rendering.facts import Facts, pair

__all__ = ["QUESTIONS", "Question", "answer_questions"]

MOST = 8
"""How many an answer lists."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what answers beside findings: the highest of a measure, the suggested partnerships, or a view with a push on it.

    A finding says in its decorator which questions it answers.
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
    Question("dying", Message("Which innovation is about to die, and what would save it?"),
             view="pipeline"),
    Question("push", Message("What happens if we push {name}?"), view="causal"),
    Question("overloaded", Message("Who carries too much?"), measure="degree"),
    Question("vicious", Message("Which vicious circles hold us back?"), view="causal"),
    Question("overdue", Message("Which promises are overdue?"), view="grow"),
)


def answer_questions(facts: Facts, found: Sequence[Finding]) -> list[dict[str, Any]]:
    """Every question that this map answers: `findings` by number, `nodes` with their value, `pairs` with score and reasons, the `view`, the node to `push`."""
    return [told for question in QUESTIONS if (told := _answer(facts, found, question))]


def _answer(facts: Facts, found: Sequence[Finding], question: Question) -> dict[str, Any] | None:
    analysis = facts.analysis
    told: dict[str, Any] = {"findings": [at for at, one in enumerate(found) if question.name in FINDINGS[one.kind].answers and one.severity != "not_assessed"][:MOST]}
    if question.measure:
        told |= {"measure": question.measure, "nodes": list(_highest(facts, question.measure))}
    ask = question.ask
    if question.name == "push":
        lever = _lever(analysis)
        if lever is None or lever not in facts.index:
            return None
        told["push"] = facts.index[lever]
        ask = ask.filled(name=analysis.name(lever))
    if question.partnerships:
        told["pairs"] = bool(analysis.ties_assessed and suggest_partnerships(analysis))
    if not any(told.get(part) not in (None, [], False) for part in ("findings", "nodes", "pairs", "push")):
        return None
    return {"name": question.name, "ask": pair(ask), "view": question.view, **told}


def _highest(facts: Facts, name: str) -> Iterator[list[Any]]:
    """The numbers of the highest, each with its value; those without, or with 0, are no answer."""
    found = [(value, uid) for uid, value in measure_values(facts.analysis, name).items() if isinstance(value, int | float) and value and uid in facts.index] if name in MEASURES else []
    for value, uid in sorted(found, key=lambda one: (-one[0], one[1]))[:MOST]:
        yield [facts.index[uid], value]


def _lever(analysis: Analysis) -> str | None:
    """Where to push first: whom the four scores of leverage rank highest."""
    return next((one.uid for one in score_levers(analysis).levers), None) if analysis.causal.number_of_edges() else None

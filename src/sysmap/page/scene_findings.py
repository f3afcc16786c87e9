"""What the page says of findings, gaps and suggested partnerships.

The part of the data island that is made of sentences.

A node, a tie or a finding is named by its number: its place in the island's list of nodes, ties or findings.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sysmap.findings.needs import COORDINATION
from sysmap.findings.port import Finding, all_findings, first_missing_need
from sysmap.models.gaps.ranking import find_gaps
from sysmap.models.partners.suggestions import suggest_partnerships
from sysmap.page.questions import answer_questions
from sysmap.page.scores import round_score
from sysmap.page.story import tell_story
from sysmap.rendering.facts import Facts

__all__ = ["MOST_FINDINGS", "list_findings", "list_gaps"]

MOST_FINDINGS = 120
"""How many findings a page lists; the rest are counted and stand in findings.csv."""
MOST_GHOSTS = 50
MOST_SUGGESTED = 20
MOST_PROBLEMS = 12
"""How many problems a drawn gap names."""


def list_findings(facts: Facts, tie_numbers: Mapping[str, int]) -> dict[str, Any]:
    """The findings that the page lists, how many more there are, and the headlines, answers and story made of them.

    Where a part of the map is drawn, these are the findings with evidence in that part, and those without evidence.
    """
    findings = tuple(
        finding
        for finding in all_findings(facts.analysis, personal=facts.look.include_personal)
        if facts.look.part is None or not finding.evidence or any(uid in facts.index for uid in finding.evidence)
    )
    # The gravest are listed, and beyond them those that the story and the answers use.
    extra = sorted(at for at in _used_in_story_or_answers(facts, findings) if at >= MOST_FINDINGS)
    shown = (*findings[:MOST_FINDINGS], *(findings[at] for at in extra))
    rows = [_finding(facts, finding, tie_numbers) for finding in shown]
    return {
        "findings": rows,
        "moreFindings": len(findings) - len(rows),
        "headlines": _headlines(findings[:MOST_FINDINGS]),
        "questions": answer_questions(facts, shown),
        "story": [
            {"title": facts.translate(step.chapter.title), "view": step.chapter.view, "finding": step.finding}
            for step in tell_story(shown)
        ],
    }


def _used_in_story_or_answers(facts: Facts, findings: tuple[Finding, ...]) -> set[int]:
    """The numbers of the findings that the story and the answers to the ready-made questions use."""
    return {step.finding for step in tell_story(findings)} | {
        at for answer in answer_questions(facts, findings) for at in answer["findings"]
    }


def _finding(facts: Facts, finding: Finding, tie_numbers: Mapping[str, int]) -> dict[str, Any]:
    """A finding's texts, and its evidence as numbers of nodes and ties; evidence that is not drawn is left out."""
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "title": facts.translate(finding.title),
        "why": facts.translate(finding.why),
        "next": facts.translate(finding.next_step),
        "nodes": sorted({facts.index[uid] for uid in finding.evidence if uid in facts.index}),
        "ties": sorted({tie_numbers[uid] for uid in finding.evidence if uid in tie_numbers}),
    }


def _headlines(findings: tuple[Finding, ...], count: int = 3) -> list[int]:
    """The numbers of the findings that the page opens with: the gravest of each kind first, then the next gravest."""
    first_of_kind: dict[str, int] = {}
    for at, finding in enumerate(findings):
        if finding.severity != "not_assessed":
            first_of_kind.setdefault(finding.kind, at)
    first = list(first_of_kind.values())
    rest = [at for at in range(len(findings)) if at not in set(first)]
    return sorted((first + rest)[:count])


def list_gaps(facts: Facts) -> dict[str, Any]:
    """Suggested partnerships, the strongest collaboration gaps, and how many more gaps there are.

    Where data are missing, `gapsAbsent` says which. Where a part of the map is drawn, `moreGaps` is 0.
    """
    suggested = _suggestions(facts) if facts.analysis.ties_assessed else []
    if absent := first_missing_need(facts.analysis, COORDINATION):
        return {"suggestions": suggested, "gaps": [], "moreGaps": 0, "gapsAbsent": facts.translate(absent.why)}
    gaps = find_gaps(facts.analysis)
    rows = [
        {
            "s": facts.index[gap.source],
            "t": facts.index[gap.target],
            "reason": facts.translate(gap.reason),
            "together": bool(gap.together),
            "problems": [facts.index[uid] for uid in gap.problems[:MOST_PROBLEMS] if uid in facts.index],
        }
        for gap in gaps.top[:MOST_GHOSTS]
        if gap.source in facts.index and gap.target in facts.index
    ]
    return {
        "suggestions": suggested,
        "gaps": rows,
        "moreGaps": gaps.count - len(rows) if facts.look.part is None else 0,
        "gapsAbsent": None,
    }


def _suggestions(facts: Facts) -> list[dict[str, Any]]:
    """The strongest suggested partnerships.

    `terms`: [term, what it adds to the score, the sentence that says why or None].
    """
    return [
        {
            "s": facts.index[pair.source],
            "t": facts.index[pair.target],
            "score": round_score(pair.score),
            "terms": [
                [term, round_score(share), facts.translate(pair.reasons[term]) if term in pair.reasons else None]
                for term, share in pair.terms.items()
                if share
            ],
        }
        for pair in suggest_partnerships(facts.analysis)[:MOST_SUGGESTED]
        if pair.source in facts.index and pair.target in facts.index
    ]

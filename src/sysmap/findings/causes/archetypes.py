"""Stories that many systems share, where the causal map may hold one: each a hypothesis with what to check first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import CAUSES
from sysmap.findings.port import Finding, finding
from sysmap.findings.severity import by_problems
from sysmap.messages import Joined, Message, Number, plural
from sysmap.models.causes.archetype_texts import ARCHETYPE_TEXTS
from sysmap.models.causes.archetypes import Archetype, find_archetypes

__all__ = ["recurring_stories"]

SHOWN = 1
"""How many of each archetype are told; the others are counted: eight stories are as many as a meeting can weigh."""

STORY = Message("{title}: {story} This is a hypothesis from signs and delays alone; it stands or falls with the links it is made of.")
STEPS = Message("Check: {check} If so: {remedy}")
CUT = Message("The search was cut; it is complete up to {n} links.")
UNTIMED = Message("No link is said to come late, and five of the eight archetypes turn on that: fill the column delay of links.csv.")


@finding(
    topic="causes_archetypes", order=120, story="stays", answers=("vicious",),
    title=Message("Stories that recur (system archetypes)"),
    meaning=Message("Places where the signs and delays of the causal map fit one of Senge's eight archetypes: the strongest of each, a hypothesis every one. As "
                    "severe as the gravest open problem in it (high from 4, medium from 3, or when no problem is rated), else low; without one, a fact."),
    source="Senge 1990", needs=(CAUSES,))
def recurring_stories(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each of the strongest, or one that says that no archetype fits."""
    made = find_archetypes(analysis)
    count = Counter(one.kind for one in made.found)
    told: Counter[str] = Counter()
    for one in made.found:
        told[one.kind] += 1
        if told[one.kind] <= SHOWN:
            yield _story(analysis, one, count[one.kind], made.cut.get(one.kind))
    if not made.found:
        yield Finding(
            "recurring_stories", "recurring_stories", Message("No archetype fits the causal map"),
            Message("None of the eight is in its links.") if made.timed else UNTIMED,
            Message("Ask of each problem what is done about it, and what that brings later; write it down in links.csv."),
            (), "info", numbers={"archetypes": 0})


def _story(analysis: Analysis, one: Archetype, count: int, complete: int | None) -> Finding:
    why = [STORY.filled(title=ARCHETYPE_TEXTS[one.kind].title, story=one.story)]
    if count > SHOWN:
        why.append(plural("There is {n} more of its kind (sysmap archetypes).", "There are {n} more of its kind (sysmap archetypes).", count - SHOWN).filled(n=Number(count - SHOWN)))
    if complete is not None:
        why.append(CUT.filled(n=Number(complete)))
    return Finding(
        "recurring_stories", f"recurring_stories:{one.kind}:{'>'.join(one.nodes)}", one.headline, Joined(why),
        STEPS.filled(check=one.check, remedy=one.remedy), (*one.nodes, *one.ties), by_problems(analysis, one.problems) if one.problems else "info",
        weight=1 / one.links, numbers={"archetype": one.kind, "links": one.links, "strength": one.strength, "of_its_kind": count})

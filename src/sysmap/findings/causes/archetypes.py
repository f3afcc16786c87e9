"""System archetypes that the causal map may contain: each is a hypothesis, with what to check first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import CAUSES
from sysmap.findings.port import Finding, finding
from sysmap.findings.severity import grade_by_problems
from sysmap.messages import Joined, Message, Number, plural
from sysmap.models.causes.archetype_texts import ARCHETYPE_TEXTS
from sysmap.models.causes.archetypes import Archetype, find_archetypes

__all__ = ["recurring_stories"]

MOST_SHOWN = 1
"""How many of each archetype become findings; the others are counted. A meeting can weigh eight stories at most."""

STORY = Message(
    "{title}: {story} This is a hypothesis from signs and delays alone; it stands or falls with the links it is made "
    "of."
)
STEPS = Message("Check: {check} If so: {remedy}")
CUT = Message("The search was cut; it is complete up to {n} links.")
UNTIMED = Message(
    "No link is said to come late, and five of the eight archetypes turn on that: fill the column delay of links.csv."
)


@finding(
    topic="causes_archetypes",
    order=120,
    story="stays",
    answers=("vicious",),
    title=Message("Stories that recur (system archetypes)"),
    meaning=Message(
        "Places where the signs and delays of the causal map fit one of Senge's eight archetypes: the strongest of "
        "each, a hypothesis every one. As severe as the gravest open problem in it (high from 4, medium from 3, or "
        "when no problem is rated), else low; without one, a fact."
    ),
    source="Senge 1990",
    needs=(CAUSES,),
)
def recurring_stories(analysis: Analysis) -> Iterator[Finding]:
    """One finding for the strongest of each archetype, or one that says that no archetype fits."""
    search = find_archetypes(analysis)
    totals = Counter(archetype.kind for archetype in search.found)
    shown: Counter[str] = Counter()
    for archetype in search.found:
        shown[archetype.kind] += 1
        if shown[archetype.kind] <= MOST_SHOWN:
            yield _describe_archetype(analysis, archetype, totals[archetype.kind], search.cut.get(archetype.kind))
    if not search.found:
        yield Finding(
            kind="recurring_stories",
            id="recurring_stories",
            title=Message("No archetype fits the causal map"),
            why=Message("None of the eight is in its links.") if search.timed else UNTIMED,
            next_step=Message(
                "Ask of each problem what is done about it, and what that brings later; write it down in links.csv."
            ),
            evidence=(),
            severity="info",
            numbers={"archetypes": 0},
        )


def _describe_archetype(analysis: Analysis, archetype: Archetype, total: int, complete_up_to: int | None) -> Finding:
    """The finding on one archetype, of `total` of its kind."""
    why = [STORY.filled(title=ARCHETYPE_TEXTS[archetype.kind].title, story=archetype.story)]
    if total > MOST_SHOWN:
        why.append(
            plural(
                "There is {n} more of its kind (sysmap archetypes).",
                "There are {n} more of its kind (sysmap archetypes).",
                total - MOST_SHOWN,
            ).filled(n=Number(total - MOST_SHOWN))
        )
    if complete_up_to is not None:
        why.append(CUT.filled(n=Number(complete_up_to)))
    return Finding(
        kind="recurring_stories",
        id=f"recurring_stories:{archetype.kind}:{'>'.join(archetype.nodes)}",
        title=archetype.headline,
        why=Joined(why),
        next_step=STEPS.filled(check=archetype.check, remedy=archetype.remedy),
        evidence=(*archetype.nodes, *archetype.ties),
        severity=grade_by_problems(analysis, archetype.problems) if archetype.problems else "info",
        weight=1 / archetype.links,
        numbers={
            "archetype": archetype.kind,
            "links": archetype.links,
            "strength": archetype.strength,
            "of_its_kind": total,
        },
    )

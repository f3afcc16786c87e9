"""System archetypes that the causal map may contain: each is a hypothesis, with what to check first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.causes.acting import call_together, find_actors
from sysmap.findings.needs import CAUSES
from sysmap.findings.port import Finding, finding
from sysmap.findings.steps import Subject
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
CUT = Message("Only stories of at most {n} links are counted: all of them are too many to list.")
UNTIMED = Message("No link is said to come late, and five of the eight archetypes turn on that.")
TIMED_STEP = Message(
    "Ask of each problem what is done about it, and what that brings later; write it down among the causes."
)
UNTIMED_STEP = Message("Ask of each link whether its effect comes at once, soon or only late, and write it down.")


@finding(
    topic="causes_archetypes",
    order=120,
    story="stays",
    answers=("vicious",),
    title=Message("Stories that recur (system archetypes)"),
    meaning=Message(
        "Places where the signs and delays of the causal map fit one of Senge's eight archetypes: the strongest of "
        "each. Worth a look where an open problem is in it, never more, since each is a hypothesis; without one, a fact."
    ),
    source="Senge 1990",
    needs=(CAUSES,),
    search=lambda analysis: [_subject(archetype) for archetype in find_archetypes(analysis).found],
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
            next_step=TIMED_STEP if search.timed else UNTIMED_STEP,
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
                "There is {n} more of its kind.",
                "There are {n} more of its kind.",
                total - MOST_SHOWN,
            ).filled(n=Number(total - MOST_SHOWN))
        )
    if complete_up_to is not None:
        why.append(CUT.filled(n=Number(complete_up_to)))
    steps = STEPS.filled(check=archetype.check, remedy=archetype.remedy)
    call = call_together(analysis, find_actors(analysis, archetype.problems))
    return Finding(
        kind="recurring_stories",
        id=f"recurring_stories:{archetype.kind}:{'>'.join(archetype.nodes)}",
        title=archetype.headline,
        why=Joined(why),
        next_step=Joined(tuple(part for part in (steps, call) if part is not None)),
        evidence=(*archetype.nodes, *archetype.ties),
        severity="low" if archetype.problems else "info",
        weight=1 / archetype.links,
        numbers={
            "archetype": archetype.kind,
            "links": archetype.links,
            "strength": archetype.strength,
            "of_its_kind": total,
        },
        items=(_subject(archetype),),
    )


def _subject(archetype: Archetype) -> Subject:
    return archetype.kind, *archetype.nodes

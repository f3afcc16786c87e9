"""What innovations lack to survive between trial and routine (the valley of death), and whom to ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sysmap.analysis import Analysis
from sysmap.findings.needs import INNOVATIONS, STAGES
from sysmap.findings.port import Finding, Severity, finding
from sysmap.findings.sentences import list_names, list_texts
from sysmap.findings.severity import grade
from sysmap.findings.steps import Step, Subject, Tie
from sysmap.messages import Day, Joined, Message, Number, Text, plural
from sysmap.models.innovation_remedies import Remedy
from sysmap.models.innovation_valley import Crossing, find_crossings
from sysmap.records.innovation_around import read_surroundings

__all__ = ["ASKED", "MISSING", "SOMEBODY", "grade_crossing", "valley_of_death"]

HALF, QUARTER = 0.5, 0.25
FEWEST_KNOWN = 4
"""Where fewer of the eight things are known, a share of them says little: such an innovation is only worth a look."""
MOST_URGENT = 3
"""So many innovations are urgent; the others that lack as much stand in one sentence."""
MOST_TOLD = 5
"""Of how many innovations in one sentence it is said what they lack."""

MISSING = {
    "sponsor": Message("a sponsor with power"),
    "adopter": Message("an adopter"),
    "funder": Message("funding for twelve months more"),
    "across": Message("somebody across the boundary"),
    "champion": Message("an internal champion"),
    "lead": Message("a second lead"),
    "owned": Message("an owner for its problem"),
    "moving": Message("movement"),
}
"""The eight things that carry an innovation across the valley of death, as they are named when they are missing."""
ASKED = {
    "sponsor": Message("ask {who} to sponsor it"),
    "adopter": Message("ask {who} to adopt it"),
    "funder": Message("agree with {who} on funding for the time after the trial"),
    "across": Message("bring in {who} from across the boundary"),
    "champion": Message("win {who} as its champion inside"),
    "lead": Message("let {who} lead it too"),
    "owned": Message("agree with {who} on who answers for {target}"),
    "moving": Message("decide by a date whether it goes on"),
}
"""What to do about each of them."""
SOMEBODY = Message("somebody who works on its problem")
FIND = Message("find among those who work on its problem: {items}")
FIND_PROBLEM = Message("write down which problem it answers, and find among those who work on that: {items}")


@finding(
    topic="innovation",
    order=410,
    story="dies",
    answers=("dying",),
    title=Message("The valley of death"),
    meaning=Message(
        "Living innovations between idea and routine (readiness 4-7; without it prototype or pilot), what they lack of "
        "eight things that carry one across, and the tie that would add each: a sponsor with power, an adopter, "
        "funding for twelve months more, people on both sides of the boundary, an internal champion, two leads (or one "
        "free to bridge), an owned problem, movement within a year. A thing that nobody asked for on the whole map is "
        "not known. High when half of the known ones are missing and somebody can be asked for one: the three most at "
        "risk, each in a sentence of its own, the others together, medium. Medium from a quarter, else low, and low "
        "where fewer than four are known."
    ),
    source="sysmap; after Branscomb & Auerswald 2002",
    needs=(INNOVATIONS, STAGES),
    search=lambda analysis: tuple(item for crossing in _inside(analysis) for item in _subjects(crossing)),
    urgent=MOST_URGENT,
    important=1,
)
def valley_of_death(analysis: Analysis) -> Iterator[Finding]:
    """A finding for each of the most urgent innovations, one for the others of each grade, or one if nothing lacks."""
    inside = _inside(analysis)
    at_risk = [crossing for crossing in inside if crossing.lacks]
    grades = {crossing.innovation: grade_crossing(crossing) for crossing in at_risk}
    urgent = [c for c in at_risk if grades[c.innovation] == "high" and _step(analysis, c)][:MOST_URGENT]
    for crossing in urgent:
        yield _describe_crossing(analysis, crossing, "high")
    rest = [crossing for crossing in at_risk if crossing not in urgent]
    low = [crossing for crossing in rest if grades[crossing.innovation] == "low"]
    if important := [crossing for crossing in rest if crossing not in low]:
        yield _describe_group(analysis, important, "medium")
    if low:
        yield _describe_group(analysis, low, "low")
    if not at_risk:
        yield from _describe_none(analysis, [c for c in inside if len(c.unknown) < len(MISSING)])


def _inside(analysis: Analysis) -> list[Crossing]:
    """The innovations in the valley of death, the most at risk first."""
    return [crossing for crossing in find_crossings(analysis) if crossing.inside]


def _subjects(crossing: Crossing) -> tuple[Subject, ...]:
    """The innovation with each thing that it lacks; for an owner, with each problem that has none."""
    return tuple(_subject(crossing, remedy) for remedy in crossing.remedies)


def _subject(crossing: Crossing, remedy: Remedy) -> Subject:
    target = () if remedy.target == crossing.innovation else (remedy.target,)
    return (crossing.innovation, remedy.item, *target)


def _step(analysis: Analysis, crossing: Crossing) -> Step | None:
    """The first tie that somebody can be asked for and that is enough; None if there is none.

    Where nobody leads, one more lead may be too few.
    """
    led = bool(read_surroundings(analysis, crossing.innovation).by["LEADS"])
    for remedy in crossing.remedies:
        if remedy.type and remedy.source is not None and (led or remedy.item != "lead"):
            wanted = Tie(remedy.type, remedy.source, remedy.target)
            return Step(_subject(crossing, remedy), wanted, (remedy.source,), crossing.funded_until)
    return None


def _describe_none(analysis: Analysis, known: Sequence[Crossing]) -> Iterator[Finding]:
    """One finding if nothing is known to be missing; nothing if no innovation of which anything is known is inside."""
    if not known:
        return
    uids = tuple(crossing.innovation for crossing in known)
    unknown = tuple(item for item in MISSING if any(item in crossing.unknown for crossing in known))
    why: Text = Message("Of what carries an innovation across (valley of death), nothing that is known is missing.")
    if unknown:
        why = Joined((why, NOT_KNOWN.filled(items=list_texts([MISSING[item] for item in unknown]))))
    yield Finding(
        kind="valley_of_death",
        id="valley_of_death",
        title=Message("Nothing is known to be missing for the innovations between idea and routine: {names}").filled(
            names=list_names(analysis, uids)
        ),
        why=why,
        next_step=Message("Look again when funding ends or people move."),
        evidence=uids,
        severity="info",
        weight=len(uids),
        numbers={"inside": len(uids), "at_risk": 0},
    )


def _describe_group(analysis: Analysis, group: Sequence[Crossing], severity: Severity) -> Finding:
    """The finding on several innovations of one grade; of one alone as of an urgent one."""
    if len(group) == 1:
        return _describe_crossing(analysis, group[0], severity)
    uids = [crossing.innovation for crossing in group]
    lacking = [
        LACKS.filled(name=analysis.name(c.innovation), missing=list_texts([MISSING[item] for item in c.lacks]))
        for c in group[:MOST_TOLD]
    ]
    places = (uid for c in group for uid in (c.innovation, c.problem, *(remedy.source for remedy in c.remedies)))
    return Finding(
        kind="valley_of_death",
        id=f"valley_of_death:{severity}",
        title=(IMPORTANT if severity == "medium" else SLIGHT).filled(
            n=Number(len(group)), names=list_names(analysis, uids)
        ),
        why=Joined(lacking),
        next_step=Message("Begin with {name}: {steps}.").filled(
            name=analysis.name(uids[0]), steps=_list_steps(analysis, group[0])
        ),
        evidence=tuple(uid for uid in dict.fromkeys((*uids, *places)) if uid),
        severity=severity,
        weight=(group[0].risk or 0.0) * len(MISSING),
        numbers={"innovations": len(group), "missing": sum(len(crossing.lacks) for crossing in group)},
        items=tuple(item for crossing in group for item in _subjects(crossing)),
        step=_step(analysis, group[0]),
    )


LACKS = Message("{name} lacks {missing}.")
NOT_KNOWN = Message("Not known: {items}.")
IMPORTANT = Message("{n} innovations in the valley of death lack much of what carries one across: {names}")
SLIGHT = Message("{n} innovations in the valley of death lack a little of what carries one across: {names}")


def _describe_crossing(analysis: Analysis, crossing: Crossing, severity: Severity) -> Finding:
    """The finding on one innovation in the valley of death that lacks something."""
    risk, gravity = crossing.risk or 0.0, crossing.severity or 0.0
    known = len(MISSING) - len(crossing.unknown)
    values = {
        "name": analysis.name(crossing.innovation),
        "n": Number(len(crossing.lacks)),
        "all": Number(known),
        "missing": list_texts([MISSING[item] for item in crossing.lacks]),
    }
    places = (crossing.innovation, crossing.problem, *(remedy.source for remedy in crossing.remedies))
    return Finding(
        kind="valley_of_death",
        id=f"valley_of_death:{crossing.innovation}",
        title=plural(
            "{name} is in the valley of death: {n} of {all} things that carry an innovation across is missing",
            "{name} is in the valley of death: {n} of {all} things that carry an innovation across are missing",
            len(crossing.lacks),
        ).filled(**values),
        why=Joined((Message("It lacks {missing}.").filled(**values), *_collect_remarks(analysis, crossing))),
        next_step=_advise_crossing(analysis, crossing),
        evidence=tuple(uid for uid in dict.fromkeys(places) if uid),
        severity=severity,
        # Severity (1 to 5) only orders equal risks: two different risks are shares of at most
        # 8 items, so times 8 they differ by more than 5 / 100.
        weight=risk * len(MISSING) + gravity / 100,
        numbers={
            "risk": risk,
            "missing": len(crossing.lacks),
            "known": known,
            "months_in_stage": crossing.months,
            "severity": crossing.severity,
        },
        items=_subjects(crossing),
        step=_step(analysis, crossing),
    )


def grade_crossing(crossing: Crossing) -> Severity:
    """How grave it is what an innovation in the valley lacks: high from half of what is known, medium from a quarter.

    Low where fewer than `FEWEST_KNOWN` are known.
    """
    known = len(MISSING) - len(crossing.unknown)
    return "low" if known < FEWEST_KNOWN else grade(crossing.risk or 0.0, high=HALF, medium=QUARTER)


def _collect_remarks(analysis: Analysis, crossing: Crossing) -> Iterator[Text]:
    """Remarks: months at this stage, what is not known, an unrated sponsor, and the way from sponsor to adopter."""
    if crossing.months is not None:
        yield plural("{n} month at this stage.", "{n} months at this stage.", crossing.months).filled(
            n=Number(crossing.months)
        )
    if crossing.unknown:
        yield NOT_KNOWN.filled(items=list_texts([MISSING[item] for item in crossing.unknown]))
    if crossing.funded_until:
        yield Message("Its funding ends on {day}.").filled(day=Day(crossing.funded_until))
    if crossing.unrated:
        yield Message("Nobody rated the power of its sponsor, which is taken on trust.")
    if crossing.path:
        yield Message("From sponsor to adopter: {path}.").filled(
            path=" > ".join(analysis.name(uid) for uid in crossing.path[1:])
        )


def _advise_crossing(analysis: Analysis, crossing: Crossing) -> Text:
    """What to do about the missing items, as one sentence."""
    return Joined((_list_steps(analysis, crossing).upper_first(), "."), "")


def _list_steps(analysis: Analysis, crossing: Crossing) -> Joined:
    """What to do about the missing items, one step after the other.

    Items without a candidate stakeholder are merged into one step, unless there is only one and the problem is known.
    """
    unasked = [remedy.item for remedy in crossing.remedies if remedy.source is None and remedy.type]
    together = len(unasked) > 1 or (unasked and crossing.problem is None)
    steps = [
        _ask(analysis, remedy)
        for remedy in crossing.remedies
        if not (together and remedy.source is None and remedy.type)
    ]
    if together:
        items = list_texts([MISSING[item] for item in dict.fromkeys(unasked)])
        steps.append((FIND if crossing.problem else FIND_PROBLEM).filled(items=items))
    return Joined(steps, "; ")


def _ask(analysis: Analysis, remedy: Remedy) -> Text:
    """The step for one missing item: whom to ask for what."""
    who = SOMEBODY if remedy.source is None else analysis.name(remedy.source)
    return ASKED[remedy.item].filled(who=who, target=analysis.name(remedy.target))

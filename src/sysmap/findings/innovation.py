"""What innovations lack to survive (valley of death), how far they are, and how long reports wait for a pilot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import INNOVATIONS, PROBLEMS
from sysmap.findings.port import Finding, Need, Severity, finding
from sysmap.findings.sentences import list_names, list_texts
from sysmap.findings.severity import grade, grade_by_problems
from sysmap.measures.port import measure_values
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.innovation_remedies import Remedy
from sysmap.models.innovation_valley import Crossing, find_crossings, group_by_stage
from sysmap.records.innovation_stages import is_stalled
from sysmap.records.learning_responses import Response, find_responses

__all__ = ["ASKED", "MISSING", "SOMEBODY", "innovation_pipeline", "risk_tone", "slow_answers", "valley_of_death"]

HALF, QUARTER = 0.5, 0.25

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
        "free to bridge), an owned problem, movement within a year. High when half is missing, medium from a quarter, "
        "else low."
    ),
    source="sysmap; after Branscomb & Auerswald 2002",
    needs=(INNOVATIONS,),
)
def valley_of_death(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each innovation in the valley that lacks something, or one for all if nothing is lacking."""
    inside = [crossing for crossing in find_crossings(analysis) if crossing.inside]
    for crossing in inside:
        if crossing.lacks:
            yield _describe_crossing(analysis, crossing)
    if inside and not any(crossing.lacks for crossing in inside):
        uids = tuple(crossing.innovation for crossing in inside)
        yield Finding(
            kind="valley_of_death",
            id="valley_of_death",
            title=Message(
                "Nothing is known to be missing for the innovations between idea and routine: {names}"
            ).filled(names=list_names(analysis, uids)),
            why=Message("Of eight things that carry an innovation across (valley of death), none is missing."),
            next_step=Message("Look again when funding ends or people move."),
            evidence=uids,
            severity="info",
            weight=len(uids),
            numbers={"inside": len(uids), "at_risk": 0},
        )


def _describe_crossing(analysis: Analysis, crossing: Crossing) -> Finding:
    """The finding on one innovation in the valley of death that lacks something."""
    risk, severity = crossing.risk or 0.0, crossing.severity or 0.0
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
        severity=risk_tone(risk),
        # Severity (1 to 5) only orders equal risks: two different risks are shares of at most
        # 8 items, so times 8 they differ by more than 5 / 100.
        weight=risk * len(MISSING) + severity / 100,
        numbers={
            "risk": risk,
            "missing": len(crossing.lacks),
            "known": known,
            "months_in_stage": crossing.months,
            "severity": crossing.severity,
        },
    )


def risk_tone(risk: float) -> Severity:
    """The severity of a risk (share of known items that are missing, 0 to 1): high from a half, medium from a quarter.

    >>> risk_tone(0.5), risk_tone(0.25), risk_tone(0.125)
    ('high', 'medium', 'low')
    """
    return grade(risk, high=HALF, medium=QUARTER)


def _collect_remarks(analysis: Analysis, crossing: Crossing) -> Iterator[Text]:
    """Remarks: months at this stage, what is not known, an unrated sponsor, and the way from sponsor to adopter."""
    if crossing.months is not None:
        yield plural("{n} month at this stage.", "{n} months at this stage.", crossing.months).filled(
            n=Number(crossing.months)
        )
    if crossing.unknown:
        yield Message("Not known: {items}.").filled(items=list_texts([MISSING[item] for item in crossing.unknown]))
    if crossing.unrated:
        yield Message("Nobody rated the power of its sponsor, which is taken on trust.")
    if crossing.path:
        yield Message("From sponsor to adopter: {path}.").filled(
            path=" > ".join(analysis.name(uid) for uid in crossing.path[1:])
        )


def _advise_crossing(analysis: Analysis, crossing: Crossing) -> Text:
    """What to do about the missing items, as one sentence.

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
    return Joined((Joined(steps, "; ").upper_first(), "."), "")


def _ask(analysis: Analysis, remedy: Remedy) -> Text:
    """The step for one missing item: whom to ask for what."""
    who = SOMEBODY if remedy.source is None else analysis.name(remedy.source)
    return ASKED[remedy.item].filled(who=who, target=analysis.name(remedy.target))


@finding(
    topic="innovation",
    order=420,
    story="dies",
    title=Message("The pipeline of innovations"),
    meaning=Message(
        "How many innovations stand at each stage, and which stand still: more than 12 months (a setting) in one stage "
        "before the routine. Low when one stands still, else info."
    ),
    needs=(INNOVATIONS,),
)
def innovation_pipeline(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all innovations; nothing if there is none."""
    stages = {stage: uids for stage, uids in group_by_stage(analysis) if uids}
    living = [crossing.innovation for crossing in find_crossings(analysis)]
    if not stages:
        return
    stalled = tuple(uid for uid in living if is_stalled(analysis, uid))
    undated = tuple(uid for uid in living if is_stalled(analysis, uid) is None)
    values = {
        "stages": list_texts(list(_count_stages(analysis, {stage: len(uids) for stage, uids in stages.items()}))),
        "still": list_names(analysis, stalled or living),
        "months": Number(analysis.settings.stalled),
        "n": Number(sum(map(len, stages.values()))),
        "first": analysis.name((stalled or (*living, ""))[0]) if stalled or living else "",
    }
    why = [
        Message("In one stage for more than {months} months: {still}.").filled(**values)
        if stalled
        else Message("None is known to stand still.")
    ]
    if undated:
        why.append(Message("Without a date, so not known: {names}.").filled(names=list_names(analysis, undated)))
    yield Finding(
        kind="innovation_pipeline",
        id="innovation_pipeline",
        title=plural("{n} innovation: {stages}", "{n} innovations: {stages}", sum(map(len, stages.values()))).filled(
            **values
        ),
        why=Joined(why),
        next_step=Message("Ask what holds {first}, and decide to go on or to stop.").filled(**values)
        if stalled
        else Message("Write the day of each new stage in stages.csv."),
        evidence=stalled or tuple(living),
        severity="low" if stalled else "info",
        weight=len(stalled),
        numbers={"innovations": sum(map(len, stages.values())), "stalled": len(stalled), "undated": len(undated)}
        | {f"stage_{stage or 'unknown'}": len(uids) for stage, uids in stages.items()},
    )


def _count_stages(analysis: Analysis, stages: dict[str | None, int]) -> Iterable[Text]:
    """For each stage its count and its label; the stage None is "without a known stage"."""
    (field,) = (field for field in analysis.vocabulary.node("Innovation").fields if field.name == "stage")
    labels = {choice.value: choice.label for choice in field.choices}
    for stage, count in stages.items():
        yield Message("{n} {stage}").filled(
            n=Number(count), stage=labels.get(str(stage), Message("without a known stage"))
        )


REPORTS = Need(
    lambda analysis: bool(find_responses(analysis)),
    Message("No problem has a day on which it was reported."),
    Message("Fill the column reported of problems.csv and the days in stages.csv, and build the map again."),
)


@finding(
    topic="innovation",
    order=10,
    story="waits",
    title=Message("From report to first pilot"),
    meaning=Message(
        "The median of the days from the first report of a problem to the first pilot of an innovation that addresses "
        "it, and which open problems still wait (responsiveness). As severe as the gravest that waits: high from 4, "
        "medium from 3 (or when no problem is rated), else low; info when none waits."
    ),
    needs=(PROBLEMS, INNOVATIONS, REPORTS),
)
def slow_answers(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all reported problems."""
    responses = find_responses(analysis)
    waiting = sorted(
        (response for response in responses if response.waiting is not None),
        key=lambda response: (-(response.waiting or 0), response.problem),
    )
    answered = [response for response in responses if response.days is not None]
    typical = measure_values(analysis, "typical_responsiveness")[""]
    values = {
        "n": Number(len(waiting)),
        "all": Number(len(responses)),
        "answered": Number(len(answered)),
        "median": Message("not known") if typical is None else Number(round(float(typical))),
    }
    waits = plural(
        "{n} of {all} reported problems waits for a first pilot",
        "{n} of {all} reported problems wait for a first pilot",
        len(waiting),
    ).filled(**values)
    yield Finding(
        kind="slow_answers",
        id="slow_answers",
        title=Joined((waits, _describe_median(len(answered), values["median"])), "; ") if answered else waits,
        why=Joined(_describe_slowest(analysis, answered, waiting)),
        next_step=_advise_reporters(analysis, waiting[0])
        if waiting
        else Message("Tell those who reported what came of it."),
        evidence=tuple(response.problem for response in waiting or answered),
        severity=grade_by_problems(analysis, tuple(response.problem for response in waiting)) if waiting else "info",
        weight=len(waiting),
        numbers={
            "reported": len(responses),
            "answered": len(answered),
            "waiting": len(waiting),
            "median_days": typical,
        },
    )


def _describe_median(answered: int, median: Text) -> Text:
    """How many days the answered problems took: the one, or the median."""
    if answered == 1:
        return Message("one answered: it took {median} days").filled(median=median)
    return Message("half of those answered took {median} days or longer").filled(median=median)


def _describe_slowest(analysis: Analysis, answered: list[Response], waiting: list[Response]) -> Iterator[Text]:
    """The slowest answer and the longest wait; each list begins with its longest."""
    if answered:
        yield Message("The slowest answer: {problem}, {days} days until {innovation} (responsiveness).").filled(
            problem=analysis.name(answered[0].problem),
            days=Number(answered[0].days or 0),
            innovation=analysis.name(answered[0].innovation or ""),
        )
    if waiting:
        yield Message("The longest wait: {problem}, {days} days.").filled(
            problem=analysis.name(waiting[0].problem), days=Number(waiting[0].waiting or 0)
        )
    if not answered and not waiting:
        yield Message("No day of a pilot is known.")


def _advise_reporters(analysis: Analysis, response: Response) -> Text:
    """The next step for a problem that waits: those who reported it are asked, if they are known."""
    values = {"problem": analysis.name(response.problem), "who": list_names(analysis, response.reporters)}
    if response.reporters:
        return Message("Go back to {who}, who noticed {problem}, and agree on a first trial.").filled(**values)
    return Message("Agree on a first trial for {problem}, and write down who noticed it.").filled(**values)

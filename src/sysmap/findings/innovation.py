"""Whether innovations will survive: the valley of death, the pipeline, and how fast a report becomes a trial."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import INNOVATIONS, PROBLEMS
from sysmap.findings.port import Finding, Need, Severity, finding
from sysmap.findings.sentences import enumerated, listed
from sysmap.findings.severity import by_problems, graded
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
SOMEBODY = Message("somebody who works on its problem")
FIND = Message("find among those who work on its problem: {items}")
FIND_PROBLEM = Message("write down which problem it answers, and find among those who work on that: {items}")


@finding(
    topic="innovation", order=410, story="dies", answers=("dying",),
    title=Message("The valley of death"),
    meaning=Message("Living innovations between idea and routine (readiness 4-7; without it prototype or pilot), what they lack of eight things that carry one across, and the tie "
           "that would add each: a sponsor with power, an adopter, funding for twelve months more, people on both sides of the boundary, an internal champion, two leads (or one "
           "free to bridge), an owned problem, movement within a year. High when half is missing, medium from a quarter, else low."),
    source="sysmap; after Branscomb & Auerswald 2002", needs=(INNOVATIONS,))
def valley_of_death(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each innovation in the valley that lacks something; one for all where none does."""
    inside = [one for one in find_crossings(analysis) if one.inside]
    for one in inside:
        if one.lacks:
            yield _at_risk(analysis, one)
    if inside and not any(one.lacks for one in inside):
        uids = tuple(one.innovation for one in inside)
        yield Finding(
            "valley_of_death", "valley_of_death",
            Message("Nothing is known to be missing for the innovations between idea and routine: {names}").filled(names=listed(analysis, uids)),
            Message("Of eight things that carry an innovation across (valley of death), none is missing."),
            Message("Look again when funding ends or people move."),
            uids, "info", weight=len(uids), numbers={"inside": len(uids), "at_risk": 0})


def _at_risk(analysis: Analysis, one: Crossing) -> Finding:
    risk, severity = one.risk or 0.0, one.severity or 0.0
    told = {"name": analysis.name(one.innovation), "n": Number(len(one.lacks)), "all": Number(8 - len(one.unknown)),
            "missing": enumerated([MISSING[item] for item in one.lacks])}
    return Finding(
        "valley_of_death", f"valley_of_death:{one.innovation}",
        plural("{name} is in the valley of death: {n} of {all} things that carry an innovation across is missing",
               "{name} is in the valley of death: {n} of {all} things that carry an innovation across are missing", len(one.lacks)).filled(**told),
        Joined((Message("It lacks {missing}.").filled(**told), *_more(analysis, one))),
        _step(analysis, one),
        tuple(dict.fromkeys((one.innovation, *([one.problem] if one.problem else []), *(r.source for r in one.remedies if r.source)))),
        risk_tone(risk),
        # Equal risks go by the severity of the problem; no two risks that differ are that near.
        weight=risk * 8 + severity / 100,
        numbers={"risk": risk, "missing": len(one.lacks), "known": 8 - len(one.unknown), "months_in_stage": one.months, "severity": one.severity})


def risk_tone(risk: float) -> Severity:
    """How grave a risk in the valley is: high when half of what is known is missing, medium from a quarter.

    >>> risk_tone(0.5), risk_tone(0.25), risk_tone(0.125)
    ('high', 'medium', 'low')
    """
    return graded(risk, high=HALF, medium=QUARTER)


def _more(analysis: Analysis, one: Crossing) -> Iterator[Text]:
    """What a reader should know beside what is missing."""
    if one.months is not None:
        yield plural("{n} month at this stage.", "{n} months at this stage.", one.months).filled(n=Number(one.months))
    if one.unknown:
        yield Message("Not known: {items}.").filled(items=enumerated([MISSING[item] for item in one.unknown]))
    if one.unrated:
        yield Message("Nobody rated the power of its sponsor, which is taken on trust.")
    if one.path:
        yield Message("From sponsor to adopter: {path}.").filled(
            path=" > ".join(analysis.name(uid) for uid in one.path[1:]))


def _step(analysis: Analysis, one: Crossing) -> Text:
    """What to do for each missing item, as one sentence; what nobody is near enough to be asked for is asked for at once."""
    unasked = [remedy.item for remedy in one.remedies if remedy.source is None and remedy.type]
    together = len(unasked) > 1 or (unasked and one.problem is None)
    steps = [_asked(analysis, remedy) for remedy in one.remedies if not (together and remedy.source is None and remedy.type)]
    if together:
        items = enumerated([MISSING[item] for item in dict.fromkeys(unasked)])
        steps.append((FIND if one.problem else FIND_PROBLEM).filled(items=items))
    return Joined((Joined(steps, "; ").upper_first(), "."), "")


def _asked(analysis: Analysis, remedy: Remedy) -> Text:
    who = SOMEBODY if remedy.source is None else analysis.name(remedy.source)
    return ASKED[remedy.item].filled(who=who, target=analysis.name(remedy.target))


@finding(
    topic="innovation", order=420, story="dies",
    title=Message("The pipeline of innovations"),
    meaning=Message("How many innovations stand at each stage, and which stand still: more than 12 months (a setting) in one stage before the routine. Low when one stands "
                    "still, else info."),
    needs=(INNOVATIONS,))
def innovation_pipeline(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all innovations, where there is one."""
    stages = {stage: uids for stage, uids in group_by_stage(analysis) if uids}
    living = [one.innovation for one in find_crossings(analysis)]
    if not stages:
        return
    still = tuple(uid for uid in living if is_stalled(analysis, uid))
    undated = tuple(uid for uid in living if is_stalled(analysis, uid) is None)
    told = {"stages": enumerated(list(_counted(analysis, {stage: len(uids) for stage, uids in stages.items()}))), "still": listed(analysis, still or living),
            "months": Number(analysis.settings.stalled), "n": Number(sum(map(len, stages.values()))), "first": analysis.name((still or (*living, ""))[0])
            if still or living else ""}
    why = [Message("In one stage for more than {months} months: {still}.").filled(**told) if still else
           Message("None is known to stand still.")]
    if undated:
        why.append(Message("Without a date, so not known: {names}.").filled(names=listed(analysis, undated)))
    yield Finding(
        "innovation_pipeline", "innovation_pipeline",
        plural("{n} innovation: {stages}", "{n} innovations: {stages}", sum(map(len, stages.values()))).filled(**told),
        Joined(why),
        Message("Ask what holds {first}, and decide to go on or to stop.").filled(**told)
        if still else Message("Write the day of each new stage in stages.csv."),
        still or tuple(living), "low" if still else "info", weight=len(still),
        numbers={"innovations": sum(map(len, stages.values())), "stalled": len(still), "undated": len(undated)}
        | {f"stage_{stage or 'unknown'}": len(uids) for stage, uids in stages.items()})


def _counted(analysis: Analysis, stages: dict[str | None, int]) -> Iterable[Text]:
    field, = (field for field in analysis.vocabulary.node("Innovation").fields if field.name == "stage")
    labels = {choice.value: choice.label for choice in field.choices}
    for stage, count in stages.items():
        yield Message("{n} {stage}").filled(
            n=Number(count), stage=labels.get(str(stage), Message("without a known stage")))


REPORTS = Need(
    lambda analysis: bool(find_responses(analysis)),
    Message("No problem has a day on which it was reported."),
    Message("Fill the column reported of problems.csv and the days in stages.csv, and build the map again."))


@finding(
    topic="innovation", order=10, story="waits",
    title=Message("From report to first pilot"),
    meaning=Message("The median of the days from the first report of a problem to the first pilot of an innovation that addresses it, and which open problems still wait "
                    "(responsiveness). As severe as the gravest that waits: high from 4, medium from 3 (or when no problem is rated), else low; info when none waits."),
    needs=(PROBLEMS, INNOVATIONS, REPORTS))
def slow_answers(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all reported problems."""
    found = find_responses(analysis)
    waiting = sorted((one for one in found if one.waiting is not None), key=lambda one: (-(one.waiting or 0), one.problem))
    answered = [one for one in found if one.days is not None]
    typical = measure_values(analysis, "typical_responsiveness")[""]
    told = {"n": Number(len(waiting)), "all": Number(len(found)), "answered": Number(len(answered)),
            "median": Message("not known") if typical is None else Number(round(float(typical)))}
    waits = plural("{n} of {all} reported problems waits for a first pilot", "{n} of {all} reported problems wait for a first pilot",
                   len(waiting)).filled(**told)
    yield Finding(
        "slow_answers", "slow_answers",
        Joined((waits, _typical(len(answered), told["median"])), "; ") if answered else waits,
        Joined(_slowest(analysis, answered, waiting)),
        _tell_reporters(analysis, waiting[0]) if waiting else
        Message("Tell those who reported what came of it."),
        tuple(one.problem for one in waiting or answered),
        by_problems(analysis, tuple(one.problem for one in waiting)) if waiting else "info", weight=len(waiting),
        numbers={"reported": len(found), "answered": len(answered), "waiting": len(waiting), "median_days": typical})


def _typical(answered: int, median: Text) -> Text:
    """How long the answered problems took."""
    if answered == 1:
        return Message("one answered: it took {median} days").filled(median=median)
    return Message("half of those answered took {median} days or longer").filled(median=median)


def _slowest(analysis: Analysis, answered: list[Response], waiting: list[Response]) -> Iterator[Text]:
    if answered:
        yield Message("The slowest answer: {problem}, {days} days until {innovation} (responsiveness).").filled(
            problem=analysis.name(answered[0].problem), days=Number(answered[0].days or 0), innovation=analysis.name(answered[0].innovation or ""))
    if waiting:
        yield Message("The longest wait: {problem}, {days} days.").filled(
            problem=analysis.name(waiting[0].problem), days=Number(waiting[0].waiting or 0))
    if not answered and not waiting:
        yield Message("No day of a pilot is known.")


def _tell_reporters(analysis: Analysis, one: Response) -> Text:
    told = {"problem": analysis.name(one.problem), "who": listed(analysis, one.reporters)}
    if one.reporters:
        return Message("Go back to {who}, who noticed {problem}, and agree on a first trial.").filled(**told)
    return Message("Agree on a first trial for {problem}, and write down who noticed it.").filled(**told)

"""How far innovations are, what they are for, and how long reported problems wait for a first pilot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import ADDRESSED, FACETS, INNOVATIONS, PROBLEMS, STAGES
from sysmap.findings.port import Finding, Need, finding
from sysmap.findings.sentences import list_names, list_texts
from sysmap.findings.steps import Subject
from sysmap.measures.port import measure_values
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.coverage import problem_order
from sysmap.models.coverage_takers import find_taker
from sysmap.models.innovation_valley import find_crossings, group_by_stage
from sysmap.records.innovation_around import read_surroundings
from sysmap.records.innovation_stages import is_living, is_stalled
from sysmap.records.learning_responses import Response, find_responses

__all__ = ["innovation_pipeline", "innovation_portfolio", "slow_answers"]


@finding(
    topic="innovation",
    order=420,
    sums_up=True,
    story="dies",
    title=Message("The pipeline of innovations"),
    meaning=Message(
        "How many innovations stand at each stage, and which stand still: more than 12 months (a setting) in one stage "
        "before the routine. Low when one stands still, else info."
    ),
    needs=(INNOVATIONS, STAGES),
    search=lambda analysis: tuple((uid,) for uid in _find_stalled(analysis)),
)
def innovation_pipeline(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all innovations; nothing if there is none."""
    stages = {stage: uids for stage, uids in group_by_stage(analysis) if uids}
    living = [crossing.innovation for crossing in find_crossings(analysis)]
    if not stages:
        return
    stalled = _find_stalled(analysis)
    undated = tuple(uid for uid in living if is_stalled(analysis, uid) is None)
    values = {
        "stages": list_texts(list(_count_stages(analysis, {stage: len(uids) for stage, uids in stages.items()}))),
        "still": list_names(analysis, stalled or living),
        "months": Number(analysis.settings.stalled),
        "n": Number(sum(map(len, stages.values()))),
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
        next_step=_advise_stalled(analysis, stalled[0])
        if stalled
        else Message("Write down the day on which each of them enters a new stage."),
        evidence=stalled or tuple(living),
        severity="low" if stalled else "info",
        weight=len(stalled),
        numbers={"innovations": sum(map(len, stages.values())), "stalled": len(stalled), "undated": len(undated)}
        | {f"stage_{stage or 'unknown'}": len(uids) for stage, uids in stages.items()},
        items=tuple((uid,) for uid in stalled),
    )


def _find_stalled(analysis: Analysis) -> tuple[str, ...]:
    """The living innovations that stand still at a known stage, those most at risk in the valley of death first."""
    return tuple(
        crossing.innovation
        for crossing in find_crossings(analysis)
        if crossing.stage is not None and is_stalled(analysis, crossing.innovation)
    )


def _advise_stalled(analysis: Analysis, innovation: str) -> Text:
    """Whom to ask: those who lead it, if they are known."""
    leads = read_surroundings(analysis, innovation).by["LEADS"]
    values = {"name": analysis.name(innovation), "who": list_names(analysis, leads)}
    if leads:
        return Message("Ask {who} what holds {name}, and decide to go on or to stop.").filled(**values)
    return Message("Ask what holds {name}, and decide to go on or to stop.").filled(**values)


def _count_stages(analysis: Analysis, stages: dict[str | None, int]) -> Iterable[Text]:
    """For each stage its count and its label; the stage None is "without a known stage"."""
    (field,) = (field for field in analysis.vocabulary.node("Innovation").fields if field.name == "stage")
    labels = {choice.value: choice.label for choice in field.choices}
    for stage, count in stages.items():
        yield Message("{n} {stage}").filled(
            n=Number(count), stage=labels.get(str(stage), Message("without a known stage"))
        )


FEWEST_FACETS = 4
"""How many innovations must have a facet before one that nobody has is worth a look: there are four."""


def _facets(analysis: Analysis) -> dict[str, list[str]]:
    """Each facet of the vocabulary with the living innovations that are for it."""
    (field,) = (field for field in analysis.vocabulary.node("Innovation").fields if field.name == "facet")
    facets: dict[str, list[str]] = {choice.value: [] for choice in field.choices}
    for uid in analysis.nodes("Innovation"):
        facet = str(analysis.props(uid).get("facet"))
        if facet in facets and is_living(analysis, uid):
            facets[facet].append(uid)
    return facets


def _empty_facets(analysis: Analysis) -> tuple[Subject, ...]:
    """The facets for which there is no innovation, each as `("facet", name)`, where enough have one."""
    if analysis.said("Innovation", "facet")[0] < FEWEST_FACETS:
        return ()
    return tuple(("facet", facet) for facet, uids in _facets(analysis).items() if not uids)


@finding(
    topic="innovation",
    order=425,
    title=Message("The portfolio of innovations"),
    meaning=Message(
        "How many living innovations there are for each of four facets: enhancement of what there is, missions, "
        "adaptation, and anticipation of what may come. Low when one facet has none and four innovations or more have a "
        "facet, else info."
    ),
    source="OECD OPSI, the four facets of public-sector innovation",
    needs=(INNOVATIONS, FACETS),
    search=_empty_facets,
)
def innovation_portfolio(analysis: Analysis) -> Iterator[Finding]:
    """One finding: the balance of the portfolio, and what it has nothing for."""
    facets, empty = _facets(analysis), _empty_facets(analysis)
    (field,) = (field for field in analysis.vocabulary.node("Innovation").fields if field.name == "facet")
    labels = {choice.value: choice.label for choice in field.choices}
    counts = [Message("{n} {stage}").filled(n=Number(len(uids)), stage=labels[name]) for name, uids in facets.items()]
    said, innovations = analysis.said("Innovation", "facet")
    living = [uid for uids in facets.values() for uid in uids]
    nothing = list_texts([labels[facet] for _, facet in empty])
    why: Text = Message(
        "A portfolio that only improves what there is, is not ready for what may come; some of each is safer."
    )
    if said < innovations:
        known = Message("The facet of {n} of {all} innovations is known.")
        why = Joined((why, known.filled(n=Number(said), all=Number(innovations))))
    yield Finding(
        kind="innovation_portfolio",
        id="innovation_portfolio",
        title=Message("Innovations by what they are for: {counts}").filled(counts=list_texts(counts)),
        why=why,
        next_step=Message("At the next round of ideas, ask for one of this kind too: {facets}.").filled(facets=nothing)
        if empty
        else Message("Keep some of each as innovations come and go."),
        evidence=tuple(living),
        severity="low" if empty else "info",
        weight=len(empty),
        numbers={"innovations": len(living)} | {f"facet_{facet}": len(uids) for facet, uids in facets.items()},
        items=empty,
    )


REPORTS = Need(
    lambda analysis: bool(find_responses(analysis)),
    Message("No problem has a day on which it was reported."),
    Message("Fill the column reported of problems.csv and the days in stages.csv, and build the map again."),
)
PILOTS = Need(
    lambda analysis: not analysis.nodes("Innovation") or analysis.asks_field("Innovation", "stage_history"),
    Message("The data do not say when any innovation entered its stages."),
    Message("Write the day of each new stage in stages.csv, and build the map again."),
)


def _find_waiting(analysis: Analysis) -> list[Response]:
    """The reported problems that wait for a first pilot, the longest wait first."""
    return sorted(
        (response for response in find_responses(analysis) if response.waiting is not None),
        key=lambda response: (-(response.waiting or 0), problem_order(analysis, response.problem)),
    )


@finding(
    topic="innovation",
    order=10,
    story="waits",
    title=Message("From report to first pilot"),
    meaning=Message(
        "The median of the days from the first report of a problem to the first pilot of an innovation that addresses "
        "it, and which open problems still wait (responsiveness). Low; info when none waits."
    ),
    needs=(PROBLEMS, INNOVATIONS, REPORTS, ADDRESSED, STAGES, PILOTS),
    search=lambda analysis: tuple((response.problem,) for response in _find_waiting(analysis)),
)
def slow_answers(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all reported problems."""
    responses = find_responses(analysis)
    waiting = _find_waiting(analysis)
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
        severity="low" if waiting else "info",
        weight=len(waiting),
        numbers={
            "reported": len(responses),
            "answered": len(answered),
            "waiting": len(waiting),
            "median_days": typical,
        },
        items=tuple((response.problem,) for response in waiting),
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
    """The next step for a problem that waits: those who reported it are asked, else who could take it up."""
    problem, taker = analysis.name(response.problem), find_taker(analysis, response.problem)
    if response.reporters:
        who = list_names(analysis, response.reporters)
        return Message("Go back to {who}, who noticed {problem}, and agree on a first trial.").filled(
            who=who, problem=problem
        )
    if taker is None:
        return Message("Agree on a first trial for {problem}, and write down who noticed it.").filled(problem=problem)
    return Message("Agree with {who} on a first trial for {problem}, and write down who noticed it.").filled(
        who=analysis.name(taker.stakeholder), problem=problem
    )

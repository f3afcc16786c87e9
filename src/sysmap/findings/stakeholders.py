"""Who counts and how to engage them, and who sets the course."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import INFLUENCE, PARTNERSHIPS, RATINGS, SALIENCE
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import list_names
from sysmap.findings.steps import Step, Subject, Tie
from sysmap.messages import Message, Number, plural
from sysmap.models.stakeholders_influence import measure_actors
from sysmap.models.stakeholders_salience import PLANS, group_by_plan, read_standings
from sysmap.records.coverage_work import read_work

__all__ = [
    "definitive_unpartnered",
    "engagement_plan",
    "find_decisive_alone",
    "who_sets_the_course",
]

CLASS_NAMES = {
    "definitive": Message("Definitive stakeholders"),
    "dominant": Message("Dominant stakeholders"),
    "dangerous": Message("Stakeholders who may use force"),
    "dependent": Message("Dependent stakeholders"),
    "dormant": Message("Dormant stakeholders"),
    "discretionary": Message("Discretionary stakeholders"),
    "demanding": Message("Demanding stakeholders"),
    "not salient": Message("Stakeholders who are not salient"),
    "manage closely": Message("Manage closely"),
    "keep satisfied": Message("Keep satisfied"),
    "keep informed": Message("Keep informed"),
    "monitor": Message("Monitor"),
}
CLASS_RULES = {
    "definitive": Message("Power, legitimacy and urgency are all high"),
    "dominant": Message("Power and legitimacy are high, urgency is not"),
    "dangerous": Message("Power and urgency are high, legitimacy is not"),
    "dependent": Message("Legitimacy and urgency are high, power is not"),
    "dormant": Message("Only power is high"),
    "discretionary": Message("Only legitimacy is high"),
    "demanding": Message("Only urgency is high"),
    "not salient": Message("Neither power nor legitimacy nor urgency is high"),
    "manage closely": Message("Power and interest are high"),
    "keep satisfied": Message("Power is high, interest is not"),
    "keep informed": Message("Interest is high, power is not"),
    "monitor": Message("Neither power nor interest is high"),
}
GRID = ("manage closely", "keep satisfied", "keep informed", "monitor")


def find_decisive_alone(analysis: Analysis) -> Iterator[Subject]:
    """Yield (stakeholder,) for everybody with power, legitimacy and urgency who has no partner, by name."""
    alone = (
        standing.stakeholder
        for standing in read_standings(analysis)
        if standing.salience == "definitive" and not standing.partners
    )
    for uid in sorted(alone, key=lambda uid: (analysis.name(uid), uid)):
        yield (uid,)


@finding(
    topic="stakeholders",
    order=710,
    title=Message("Decisive and without a partner"),
    meaning=Message(
        "Stakeholders with high power, legitimacy and urgency (4 and more of 5, a setting) and no partnership "
        "(definitive and unpartnered), in one sentence. Always medium."
    ),
    source="Mitchell, Agle & Wood 1997",
    needs=(PARTNERSHIPS, SALIENCE),
    search=find_decisive_alone,
    important=1,
    personal=True,
)
def definitive_unpartnered(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names them; nothing if there are none."""
    items = tuple(find_decisive_alone(analysis))
    if not items:
        return
    decisive = tuple(uid for (uid,) in items)
    # The next step is about the first whom somebody on the map has a reason to meet.
    first, near = next(((uid, near) for uid in decisive if (near := _find_nearest(analysis, uid))), (decisive[0], None))
    values = {
        "n": Number(len(decisive)),
        "names": list_names(analysis, decisive),
        "first": analysis.name(first),
        "near": analysis.name(near) if near else "",
    }
    yield Finding(
        kind="definitive_unpartnered",
        id="definitive_unpartnered",
        title=plural(
            "{n} stakeholder who can decide has no partner: {names}",
            "{n} stakeholders who can decide have no partner: {names}",
            len(decisive),
        ).filled(**values),
        why=Message("Power, right and urgency are theirs, and nobody works with them (definitive and unpartnered)."),
        next_step=(
            Message(
                "Let {near}, who works on the same problems, meet {first} and offer one piece of work to do together."
            )
            if near
            else Message("Meet {first} now, and offer one piece of work to do together.")
        ).filled(**values),
        evidence=decisive,
        severity="medium",
        weight=len(decisive),
        numbers={"definitive_unpartnered": len(decisive)},
        items=items,
        step=Step((first,), Tie("PARTNERS_WITH", first, near), (near,) if near else ()),
    )


def _find_nearest(analysis: Analysis, stakeholder: str) -> str | None:
    """Who works on most of the open problems that a stakeholder works on; equals by name. None if nobody does."""
    work = read_work(analysis)
    row = work.people.index(stakeholder)
    shared = (work.does @ work.does[[row]].T).toarray().ravel().tolist()
    others = [
        (-count, analysis.name(uid), uid)
        for uid, count in zip(work.people, shared, strict=True)
        if count and uid != stakeholder
    ]
    return min(others)[2] if others else None


@finding(
    topic="stakeholders",
    order=720,
    title=Message("How to engage each class of stakeholder"),
    meaning=Message(
        "Each salience class (power, legitimacy, urgency of 4 and more of 5, a setting) with its members and what to "
        "do; those without these three ratings by power and interest (the grid). Always info."
    ),
    source="Mitchell, Agle & Wood 1997; Mendelow 1991",
    needs=(RATINGS,),
    personal=True,
)
def engagement_plan(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each class that somebody is in."""
    ranks = {name: rank for rank, name in enumerate(PLANS)}
    for name, members in group_by_plan(analysis):
        values = {
            "names": list_names(analysis, members),
            "n": Number(len(members)),
            "class": CLASS_NAMES[name],
            "rule": CLASS_RULES[name],
            "term": (Message("power-interest grid: {name}") if name in GRID else Message("salience: {name}")).filled(
                name=name
            ),
        }
        yield Finding(
            kind="engagement_plan",
            id=f"engagement_plan:{name.replace(' ', '-')}",
            title=Message("{class} ({n}): {names}").filled(**values),
            why=Message("{rule} ({term}).").filled(**values),
            next_step=PLANS[name].filled(**values),
            evidence=members,
            severity="info",
            # Orders the classes by salience; their size does not matter.
            weight=1 - ranks[name] / len(ranks),
            numbers={"class": name, "members": len(members)},
        )


@finding(
    topic="stakeholders",
    order=740,
    title=Message("Who sets the course"),
    meaning=Message(
        "From ties RELATES_TO of the kind influence: who influences the others more than the mean, and depends on them "
        "less, directly and through a third (MACTOR, MDII). Always info."
    ),
    source="Godet 2001 (MACTOR)",
    needs=(INFLUENCE,),
)
def who_sets_the_course(analysis: Analysis) -> Iterator[Finding]:
    """One finding: the dominant actors, and those who depend on the others."""
    actors = measure_actors(analysis)
    dominant = tuple(actor.stakeholder for actor in actors if actor.place == "dominant")
    dependent = tuple(
        actor.stakeholder
        for actor in sorted(actors, key=lambda actor: (-actor.dependence, analysis.name(actor.stakeholder)))
        if actor.place == "dependent"
    )
    first = actors[0]
    values = {
        "names": list_names(analysis, dominant) if dominant else "",
        "n": Number(len(actors)),
        "first": analysis.name(first.stakeholder),
        "influence": Number(first.influence, 1),
        "dependence": Number(first.dependence, 1),
        "dependent": list_names(analysis, dependent) if dependent else Message("nobody"),
    }
    title = plural(
        "{names} influences the others more than it depends on them",
        "{names} influence the others more than they depend on them",
        len(dominant),
    )
    step = Message("Win {names} before you ask those who follow.")
    if not dominant:
        title = Message("None of {n} stakeholders sets the course alone: influence is mutual")
        step = Message("Bring those who influence each other to one table, {first} among them.")
    yield Finding(
        kind="who_sets_the_course",
        id="who_sets_the_course",
        title=title.filled(**values),
        why=Message(
            "Of {n} stakeholders; {first} has influence {influence} and dependence {dependence}, directly and through a "
            "third. Most dependent: {dependent}."
        ).filled(**values),
        next_step=step.filled(**values),
        evidence=(*(dominant or (first.stakeholder,)), *dependent),
        severity="info",
        weight=len(dominant),
        numbers={"actors": len(actors), "dominant": len(dominant), "dependent": len(dependent)},
    )

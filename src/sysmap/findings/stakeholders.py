"""Who counts and how to engage them, who is for and against, and who sets the course."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import INFLUENCE, PARTNERSHIPS, RATINGS, SALIENCE, STANCES
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import list_names
from sysmap.findings.severity import grade
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.stakeholders_influence import measure_actors
from sysmap.models.stakeholders_salience import PLANS, group_by_plan, read_standings
from sysmap.models.stakeholders_stance import Stance, find_stances

__all__ = ["contested", "definitive_unpartnered", "engagement_plan", "who_sets_the_course"]

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


@finding(
    topic="stakeholders",
    order=710,
    title=Message("Decisive and without a partner"),
    meaning=Message(
        "Stakeholders with high power, legitimacy and urgency (4 and more of 5, a setting) and no partnership "
        "(definitive and unpartnered). Always high."
    ),
    source="Mitchell, Agle & Wood 1997",
    needs=(PARTNERSHIPS, SALIENCE),
    personal=True,
)
def definitive_unpartnered(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names them; nothing if there are none."""
    decisive = tuple(
        standing.stakeholder
        for standing in read_standings(analysis)
        if standing.salience == "definitive" and not standing.partners
    )
    if not decisive:
        return
    values = {"n": Number(len(decisive)), "names": list_names(analysis, decisive), "first": analysis.name(decisive[0])}
    yield Finding(
        kind="definitive_unpartnered",
        id="definitive_unpartnered",
        title=plural(
            "{n} stakeholder who can decide has no partner: {names}",
            "{n} stakeholders who can decide have no partner: {names}",
            len(decisive),
        ).filled(**values),
        why=Message("Power, right and urgency are theirs, and nobody works with them (definitive and unpartnered)."),
        next_step=Message("Meet {first} now, and offer one piece of work to do together.").filled(**values),
        evidence=decisive,
        severity="high",
        weight=len(decisive),
        numbers={"definitive_unpartnered": len(decisive)},
    )


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
    order=730,
    title=Message("Supported and opposed"),
    meaning=Message(
        "Innovations and goals that somebody opposes (SUPPORTS, OPPOSES), and what both sides share. High when at "
        "least as many oppose as support, medium when half as many, else low."
    ),
    needs=(STANCES,),
)
def contested(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each innovation or goal that somebody opposes."""
    for stance in find_stances(analysis):
        if stance.opponents:
            values = {
                "about": analysis.name(stance.about),
                "for": Number(len(stance.supporters)),
                "against": Number(len(stance.opponents)),
                "opponents": list_names(analysis, stance.opponents),
            }
            yield Finding(
                kind="contested",
                id=f"contested:{stance.about}",
                title=plural(
                    "{about} has {for} for it and {against} against: {opponents} opposes it",
                    "{about} has {for} for it and {against} against: {opponents} oppose it",
                    len(stance.opponents),
                ).filled(**values),
                why=_describe_sides(analysis, stance),
                next_step=_advise_talk(analysis, stance),
                evidence=(stance.about, *stance.supporters, *stance.opponents),
                severity=grade(len(stance.opponents) / max(1, len(stance.supporters)), high=1, medium=0.5),
                weight=len(stance.opponents),
                numbers={
                    "supporters": len(stance.supporters),
                    "opponents": len(stance.opponents),
                    "shared_goals": len(stance.goals),
                    "shared_problems": len(stance.problems),
                    "between": len(stance.between),
                },
            )


def _describe_sides(analysis: Analysis, stance: Stance) -> Text:
    """Who supports it, and which goals and problems both sides share."""
    if not stance.supporters:
        return Message("Nobody is known to support it.")
    shared = (*stance.goals, *stance.problems)
    common = (
        Message("Both sides share: {shared}.").filled(shared=list_names(analysis, shared))
        if shared
        else Message("No goal or problem is known that both sides share.")
    )
    return Joined((Message("For it: {names}.").filled(names=list_names(analysis, stance.supporters)), common))


def _advise_talk(analysis: Analysis, stance: Stance) -> Text:
    """The next step: whom to ask for reasons, and who could bring the sides together."""
    first = analysis.name(stance.opponents[0])
    if stance.between:
        return Message("Ask {first} for its reasons, with the help of partners of both sides: {between}.").filled(
            first=first, between=list_names(analysis, stance.between, most=3)
        )
    return Message("Ask {first} for its reasons before deciding, and see what would change its mind.").filled(
        first=first
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
        for actor in sorted(actors, key=lambda actor: (-actor.dependence, actor.stakeholder))
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
            "Of {n} actors; {first}: influence {influence}, dependence {dependence} (MACTOR, direct and indirect). "
            "Most dependent: {dependent}."
        ).filled(**values),
        next_step=step.filled(**values),
        evidence=(*(dominant or (first.stakeholder,)), *dependent),
        severity="info",
        weight=len(dominant),
        numbers={"actors": len(actors), "dominant": len(dominant), "dependent": len(dependent)},
    )

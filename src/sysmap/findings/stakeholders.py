"""Who counts and how to engage them, who is for and against, and who sets the course."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import INFLUENCE, PARTNERSHIPS, RATINGS, SALIENCE, STANCES
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import listed
from sysmap.findings.severity import graded
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
        "Stakeholders with high power, legitimacy and urgency (4 and more of 5, a setting) and no partnership (definitive and unpartnered). Always high."
    ),
    source="Mitchell, Agle & Wood 1997",
    needs=(PARTNERSHIPS, SALIENCE),
    personal=True,
)
def definitive_unpartnered(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names them."""
    found = tuple(
        one.stakeholder for one in read_standings(analysis) if one.salience == "definitive" and not one.partners
    )
    if not found:
        return
    told = {"n": Number(len(found)), "names": listed(analysis, found), "first": analysis.name(found[0])}
    yield Finding(
        "definitive_unpartnered",
        "definitive_unpartnered",
        plural(
            "{n} stakeholder who can decide has no partner: {names}",
            "{n} stakeholders who can decide have no partner: {names}",
            len(found),
        ).filled(**told),
        Message("Power, right and urgency are theirs, and nobody works with them (definitive and unpartnered)."),
        Message("Meet {first} now, and offer one piece of work to do together.").filled(**told),
        found,
        "high",
        weight=len(found),
        numbers={"definitive_unpartnered": len(found)},
    )


@finding(
    topic="stakeholders",
    order=720,
    title=Message("How to engage each class of stakeholder"),
    meaning=Message(
        "Each salience class (power, legitimacy, urgency of 4 and more of 5, a setting) with its members and what to do; those without these "
        "three ratings by power and interest (the grid). Always info."
    ),
    source="Mitchell, Agle & Wood 1997; Mendelow 1991",
    needs=(RATINGS,),
    personal=True,
)
def engagement_plan(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each class that somebody is in."""
    ranks = {name: rank for rank, name in enumerate(PLANS)}
    for name, members in group_by_plan(analysis):
        told = {
            "names": listed(analysis, members),
            "n": Number(len(members)),
            "class": CLASS_NAMES[name],
            "rule": CLASS_RULES[name],
            "term": (Message("power-interest grid: {name}") if name in GRID else Message("salience: {name}")).filled(
                name=name
            ),
        }
        yield Finding(
            "engagement_plan",
            f"engagement_plan:{name.replace(' ', '-')}",
            Message("{class} ({n}): {names}").filled(**told),
            Message("{rule} ({term}).").filled(**told),
            PLANS[name].filled(**told),
            members,
            "info",
            # The most salient class first, whatever its size.
            weight=1 - ranks[name] / len(ranks),
            numbers={"class": name, "members": len(members)},
        )


@finding(
    topic="stakeholders",
    order=730,
    title=Message("Supported and opposed"),
    meaning=Message(
        "Innovations and goals that somebody opposes (SUPPORTS, OPPOSES), and what both sides share. High when at least as many oppose as support, "
        "medium when half as many, else low."
    ),
    needs=(STANCES,),
)
def contested(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each innovation or goal that somebody opposes."""
    for found in find_stances(analysis):
        if found.opponents:
            told = {
                "about": analysis.name(found.about),
                "for": Number(len(found.supporters)),
                "against": Number(len(found.opponents)),
                "opponents": listed(analysis, found.opponents),
            }
            yield Finding(
                "contested",
                f"contested:{found.about}",
                plural(
                    "{about} has {for} for it and {against} against: {opponents} opposes it",
                    "{about} has {for} for it and {against} against: {opponents} oppose it",
                    len(found.opponents),
                ).filled(**told),
                _common(analysis, found),
                _mediate(analysis, found),
                (found.about, *found.supporters, *found.opponents),
                graded(len(found.opponents) / max(1, len(found.supporters)), high=1, medium=0.5),
                weight=len(found.opponents),
                numbers={
                    "supporters": len(found.supporters),
                    "opponents": len(found.opponents),
                    "shared_goals": len(found.goals),
                    "shared_problems": len(found.problems),
                    "between": len(found.between),
                },
            )


def _common(analysis: Analysis, found: Stance) -> Text:
    """Who is for it, and what both sides have in common."""
    if not found.supporters:
        return Message("Nobody is known to support it.")
    shared = (*found.goals, *found.problems)
    common = (
        Message("Both sides share: {shared}.").filled(shared=listed(analysis, shared))
        if shared
        else Message("No goal or problem is known that both sides share.")
    )
    return Joined((Message("For it: {names}.").filled(names=listed(analysis, found.supporters)), common))


def _mediate(analysis: Analysis, found: Stance) -> Text:
    """Whom to ask, and who could bring the sides together."""
    first = analysis.name(found.opponents[0])
    if found.between:
        return Message("Ask {first} for its reasons, with the help of partners of both sides: {between}.").filled(
            first=first, between=listed(analysis, found.between, most=3)
        )
    return Message("Ask {first} for its reasons before deciding, and see what would change its mind.").filled(
        first=first
    )


@finding(
    topic="stakeholders",
    order=740,
    title=Message("Who sets the course"),
    meaning=Message(
        "From ties RELATES_TO of the kind influence: who influences the others more than the mean, and depends on them less, directly "
        "and through a third (MACTOR, MDII). Always info."
    ),
    source="Godet 2001 (MACTOR)",
    needs=(INFLUENCE,),
)
def who_sets_the_course(analysis: Analysis) -> Iterator[Finding]:
    """One finding: the dominant actors, and those who depend on the others."""
    found = measure_actors(analysis)
    dominant = tuple(one.stakeholder for one in found if one.place == "dominant")
    dependent = tuple(
        one.stakeholder
        for one in sorted(found, key=lambda one: (-one.dependence, one.stakeholder))
        if one.place == "dependent"
    )
    first = found[0]
    told = {
        "names": listed(analysis, dominant) if dominant else "",
        "n": Number(len(found)),
        "first": analysis.name(first.stakeholder),
        "influence": Number(first.influence, 1),
        "dependence": Number(first.dependence, 1),
        "dependent": listed(analysis, dependent) if dependent else Message("nobody"),
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
        "who_sets_the_course",
        "who_sets_the_course",
        title.filled(**told),
        Message(
            "Of {n} actors; {first}: influence {influence}, dependence {dependence} (MACTOR, direct and indirect). Most dependent: {dependent}."
        ).filled(**told),
        step.filled(**told),
        (*(dominant or (first.stakeholder,)), *dependent),
        "info",
        weight=len(dominant),
        numbers={"actors": len(found), "dominant": len(dominant), "dependent": len(dependent)},
    )

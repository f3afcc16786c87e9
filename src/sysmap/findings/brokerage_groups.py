"""Whether groups keep to themselves or are only small, and who can bridge them."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import GROUPS, PARTNERSHIPS
from sysmap.findings.port import Finding, Need, Severity, finding
from sysmap.findings.sentences import list_names, percent
from sysmap.findings.severity import at_most_low
from sysmap.measures.grouping import find_groups
from sysmap.measures.port import measure_values
from sysmap.messages import Joined, Message, Number, Text, UserText, plural
from sysmap.models.brokerage.brokers import Broker, find_brokers
from sysmap.models.brokerage.chance import UNLIKELY, correct_for_chance, is_comparable, known_groupings
from sysmap.models.brokerage.openness import Openness, measure_openness
from sysmap.models.partners.shape import find_sides

__all__ = ["bridge_builders", "closed_groups", "name_group", "name_grouping"]

MOST_NAMED = 3
"""How many bridge builders are named for each role."""
LEAST_Z = 2
"""Standard deviations above random ties (z) from which a stakeholder is said to lean to a role."""
GROUPING_NAMES = {
    "boundary": Message("side of the organisation's boundary"),
    "community": Message("group that works together"),
}
"""Field -> what one of its groups is called, for fields whose label does not say that."""


def name_grouping(analysis: Analysis, field: str) -> Text:
    """What one group of the field is called in a sentence, for example "sector" or "sektor"."""
    labels = {column.name: column.label for column in analysis.vocabulary.node_columns("Stakeholder")}
    if field in GROUPING_NAMES:
        return GROUPING_NAMES[field]
    return labels[field].lower() if field in labels else UserText(field)


def name_group(analysis: Analysis, field: str, group: str) -> Text:
    """What people call a group: the label of the choice if the field has choices, else the value itself."""
    for column in analysis.vocabulary.node_columns("Stakeholder"):
        for choice in column.choices if column.name == field else ():
            if choice.value == group:
                return choice.label
    return UserText(group)


COMPARABLE = Need(
    lambda analysis: any(is_comparable(analysis, field) for field in known_groupings(analysis)),
    Message("The map is too small to tell: its groups could be dealt out to the stakeholders in fewer than 20 ways."),
    Message("Add the stakeholders and partnerships that are missing, with the group of each, and build the map again."),
)


def _unlikely_groupings(analysis: Analysis) -> Iterator[Openness]:
    """What differs from chance, without what is so by construction: two sides that have ties across only."""
    for field in known_groupings(analysis):
        openness = measure_openness(analysis, field)
        if openness and (openness.is_closed or openness.is_open or openness.silos) and not find_sides(analysis):
            yield openness


@finding(
    topic="brokerage_groups",
    order=320,
    title=Message("Groups that keep to themselves"),
    meaning=Message(
        "Partnerships inside one group (sector, or as set; and inside or outside the organisation) against those "
        "across, where chance does not explain them (E-I index; groups dealt out anew 999 times by lot, with a fixed "
        "seed, or in all ways if they are fewer; p at most 5% after correction for all that is tested on groups, "
        "Benjamini & Hochberg). Medium when the main grouping is closed and most partnerships stay inside, low when it "
        "is closed otherwise, or only single groups or the sides of the boundary are, else info. No more than low "
        "where less than a quarter of the stakeholders have a group."
    ),
    source="Krackhardt & Stern 1988; Benjamini & Hochberg 1995",
    needs=(PARTNERSHIPS, GROUPS, COMPARABLE),
    important=1,
)
def closed_groups(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each field whose groups are closed or open beyond chance."""
    for openness in _unlikely_groupings(analysis):
        yield _describe_openness(analysis, openness)


def _describe_openness(analysis: Analysis, openness: Openness) -> Finding:
    """The finding on one grouping."""
    bridges = _find_bridges(analysis, openness)
    with_group, everybody = _count_with_group(analysis, openness.field)
    values = {
        "inside": Number(openness.inside),
        "ties": Number(openness.ties),
        "field": name_grouping(analysis, openness.field),
        "share": percent(openness.inside / openness.ties),
        "chance": percent((1 - openness.expected) / 2),
        "silos": _name_silos(analysis, openness),
        "names": list_names(analysis, bridges) if bridges else "",
        "known": Number(with_group),
        "all": Number(everybody),
    }
    why = [_compare_with_lots(openness), values["silos"]]
    if with_group < everybody:
        why.append(KNOWN_GROUPS)
    return Finding(
        kind="closed_groups",
        id=f"closed_groups:{openness.field}",
        title=_title_openness(openness).filled(**values),
        why=Joined([part.filled(**values) if isinstance(part, Message) else part for part in why]),
        next_step=_advise_openness(openness, bridges).filled(**values),
        evidence=bridges,
        severity=at_most_low(_rate_openness(analysis, openness), (with_group, everybody)),
        weight=openness.inside,
        numbers={
            "ei_index": openness.index,
            "by_chance": openness.expected,
            "p_inward": openness.inward,
            "p_outward": openness.outward,
            "p_inward_corrected": openness.p_inward,
            "p_outward_corrected": openness.p_outward,
            "inside": openness.inside,
            "ties": openness.ties,
            "silos": len(openness.silos),
        },
    )


KNOWN_GROUPS = Message("The group of {known} of {all} stakeholders is known; only their partnerships are counted.")


def _count_with_group(analysis: Analysis, field: str) -> tuple[int, int]:
    """How many stakeholders have a group, and how many there are."""
    groups = find_groups(analysis, field)
    return sum(group is not None for group in groups.values()), len(groups)


def _compare_with_lots(openness: Openness) -> Message:
    """How rare it is: what stands in the title against groups that are dealt out by lot."""
    if openness.is_closed:
        return Message("Were the groups dealt out by lot, hardly ever would so many stay inside: it is no accident.")
    if openness.is_open:
        return Message("Were the groups dealt out by lot, hardly ever would so few stay inside: it is no accident.")
    return Message("All together they are not clearly other than chance; single groups are.")


def _rate_openness(analysis: Analysis, openness: Openness) -> Severity:
    """Medium if the main grouping is closed and most stay inside, low if anything else is closed, else info."""
    if openness.is_closed and openness.index < 0 and openness.field == analysis.settings.grouping:
        return "medium"
    return "low" if openness.is_closed or openness.silos else "info"


def _title_openness(openness: Openness) -> Message:
    """The title: the grouping is closed, or open, or only single groups are closed."""
    if openness.is_closed:
        return Message(
            "Partnerships keep to one {field}: {inside} of {ties} do ({share}), where chance would give {chance}"
        )
    if openness.is_open:
        return Message(
            "Partnerships reach beyond one {field}: only {inside} of {ties} stay inside ({share}), where chance would "
            "give {chance}"
        )
    return Message("Single groups keep to themselves, by {field}; of all partnerships {inside} of {ties} stay inside")


def _advise_openness(openness: Openness, bridges: tuple[str, ...]) -> Message:
    """The next step; members who already have partners outside are asked first."""
    if bridges:
        return Message("Ask those who already have partners outside to introduce the others, beginning with {names}.")
    if openness.is_closed or openness.silos:
        return Message("Give two groups one task that neither can do alone.")
    return Message("Keep these doors open as the network grows.")


def _name_silos(analysis: Analysis, openness: Openness) -> Text:
    """One sentence that names the groups that are closed beyond chance."""
    names = [name_group(analysis, openness.field, silo.group) for silo in openness.silos]
    if not names:
        return Message("No single group keeps to itself more than chance explains.")
    return Message("More than chance explains, these keep to themselves: {groups}.").filled(groups=Joined(names, ", "))


def _find_bridges(analysis: Analysis, openness: Openness) -> tuple[str, ...]:
    """The members of closed groups who have the most partners outside, at most `MOST_NAMED`.

    If the grouping is closed as a whole and no single group is, members of all groups count.
    """
    group_of, network = find_groups(analysis, openness.field), analysis.collaboration
    silos = {silo.group for silo in openness.silos}
    closed = [
        uid
        for uid in network
        if group_of[uid] is not None and (group_of[uid] in silos or (openness.is_closed and not silos))
    ]
    outside = {uid: sum(group_of[partner] not in (None, group_of[uid]) for partner in network[uid]) for uid in closed}
    return tuple(
        sorted(
            (uid for uid, count in outside.items() if count),
            key=lambda uid: (-outside[uid], -network.degree[uid], analysis.name(uid), uid),
        )[:MOST_NAMED]
    )


ROLE_TITLES = {
    "gatekeeper/representative": plural(
        "{names} links its own {field} with others", "{names} link their own {field} with others"
    ),
    "liaison": plural(
        "{names} brings together groups that are not its own", "{names} bring together groups that are not their own"
    ),
    "itinerant": plural("{names} mediates within another {field}", "{names} mediate within another {field}"),
    "coordinator": plural("{names} holds its own {field} together", "{names} hold their own {field} together"),
}
ROLE_TERMS = {
    "gatekeeper/representative": Message("gatekeeper/representative"),
    "liaison": Message("liaison"),
    "itinerant": Message("itinerant"),
    "coordinator": Message("coordinator"),
}
"""The technical terms of the roles; the page uses the same."""
ROLE_STEPS = {
    "gatekeeper/representative": Message(
        "Let {first} bring news in and speak outside for its {field}, and give it the time to."
    ),
    "liaison": Message("Ask {first} to convene groups that do not meet: it belongs to neither."),
    "itinerant": Message("Ask {first} to advise or mediate where its members do not speak with each other."),
    "coordinator": Message("Let {first} lead within its {field}, and pair it with somebody who is a door to others."),
}


def _leaning_brokers(analysis: Analysis) -> list[Broker]:
    """Who leans to a role beyond chance, by both kinds of it; nobody where ties across are so by construction."""
    field, corrected = analysis.settings.grouping, correct_for_chance(analysis)
    if find_sides(analysis):
        return []
    return [
        broker
        for broker in find_brokers(analysis, field)
        if corrected.get((field, broker.role, broker.stakeholder), 1.0) <= UNLIKELY
        and broker.z is not None
        and broker.z >= LEAST_Z
    ]


@finding(
    topic="brokerage_groups",
    order=310,
    story="bring",
    answers=("bridges",),
    title=Message("Who can bridge"),
    meaning=Message(
        "For each way to stand between two who are not partners (door, go-between of other groups, mediator in another "
        "group, coordinator of its own), those who do so beyond chance: they join clearly more pairs than random ties "
        "would give (z of 2 and more), and more in this way than if the groups of the others were dealt out anew by lot "
        "(p at most 5%, corrected with all else that is tested on groups). The eight who join the most pairs, and "
        "whoever joins as many, are tested. Each is named once. Always info."
    ),
    source="Gould & Fernandez 1989; Benjamini & Hochberg 1995; the second condition ours",
    needs=(PARTNERSHIPS, GROUPS, COMPARABLE),
)
def bridge_builders(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each role that somebody leans to; the setting `grouping` says which field groups them."""
    # Each stakeholder is named once: in the role that it leans to most.
    strongest: dict[str, Broker] = {}
    for broker in _leaning_brokers(analysis):
        if broker.stakeholder not in strongest or broker.leaning > strongest[broker.stakeholder].leaning:
            strongest[broker.stakeholder] = broker
    for role in ROLE_TITLES:
        brokers = sorted(
            (broker for broker in strongest.values() if broker.role == role),
            key=lambda broker: (-broker.leaning, -broker.pairs, analysis.name(broker.stakeholder), broker.stakeholder),
        )
        if brokers:
            yield _describe_brokers(analysis, analysis.settings.grouping, brokers)


def _describe_brokers(analysis: Analysis, field: str, brokers: list[Broker]) -> Finding:
    """The finding on one role; `brokers` lean to it, the strongest first."""
    first = brokers[0]
    uids = tuple(broker.stakeholder for broker in brokers)
    values = {
        "names": list_names(analysis, uids, MOST_NAMED),
        "first": analysis.name(first.stakeholder),
        "field": name_grouping(analysis, field),
        "pairs": Number(first.pairs),
        "all": Number(first.all_pairs),
        "lot": Number(round(first.by_lot)),
        "role": ROLE_TERMS[first.role],
    }
    return Finding(
        kind="bridge_builders",
        id=f"bridge_builders:{first.role}",
        title=ROLE_TITLES[first.role].counted(len(brokers)).filled(**values),
        why=Message(
            "Of {all} pairs that {first} joins and who are not partners, {pairs} are of this kind; were groups dealt "
            "out by lot, about {lot} would be (brokerage: {role})."
        ).filled(**values),
        next_step=ROLE_STEPS[first.role].filled(**values),
        evidence=uids,
        severity="info",
        weight=first.pairs,
        numbers={
            "role": first.role,
            "pairs": first.pairs,
            "all_pairs": first.all_pairs,
            "by_lot": first.by_lot,
            "expected": first.expected,
            "z": first.z,
            "p_corrected": correct_for_chance(analysis)[field, first.role, first.stakeholder],
            "constraint": _read_constraint(analysis, first.stakeholder),
        },
    )


def _read_constraint(analysis: Analysis, uid: str) -> float | None:
    """Burt's constraint of the stakeholder; None if it is undefined."""
    score = measure_values(analysis, "constraint").get(uid)
    return score if isinstance(score, float) else None

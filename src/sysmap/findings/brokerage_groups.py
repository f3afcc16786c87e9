"""Whether groups keep to themselves or are only small, and who can bridge them."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import GROUPS, PARTNERSHIPS
from sysmap.findings.port import Finding, Severity, finding
from sysmap.findings.sentences import list_names, percent
from sysmap.measures.grouping import find_groups
from sysmap.measures.port import measure_values
from sysmap.messages import Joined, Message, Number, Text, UserText, plural
from sysmap.models.brokerage_brokers import Broker, find_brokers
from sysmap.models.brokerage_openness import Openness, known_groupings, measure_openness

__all__ = ["bridge_builders", "closed_groups", "name_group", "name_grouping"]

MOST_NAMED = 3
"""How many bridge builders are named for each role."""
LEAST_Z = 2
"""Standard deviations above chance (z) from which a stakeholder is said to lean to a role."""
LEAST_LEANING = 1
"""Pairs above what groups dealt out by lot would give. Less than one whole pair means nothing."""
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


@finding(
    topic="brokerage_groups",
    order=320,
    title=Message("Groups that keep to themselves"),
    meaning=Message(
        "Partnerships inside one group (sector, or as set; and inside or outside the organisation) against those "
        "across, beside what the sizes of the groups alone would give: a silo, or only a small group (E-I index, 500 "
        "seeded permutations). High when p is at most 5% and most partnerships stay inside, medium when p is at most "
        "5%, low when only single groups are closed, else info."
    ),
    source="Krackhardt & Stern 1988",
    needs=(PARTNERSHIPS, GROUPS),
)
def closed_groups(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each field that groups stakeholders, if it has two groups and partnerships to compare."""
    for field in known_groupings(analysis):
        openness = measure_openness(analysis, field)
        if openness:
            yield _describe_openness(analysis, openness)


def _describe_openness(analysis: Analysis, openness: Openness) -> Finding:
    """The finding on one grouping."""
    bridges = _find_bridges(analysis, openness)
    values = {
        "inside": Number(openness.inside),
        "ties": Number(openness.ties),
        "field": name_grouping(analysis, openness.field),
        "share": percent(openness.inside / openness.ties),
        "chance": percent((1 - openness.expected) / 2),
        "index": Number(openness.index, 2),
        "expected": Number(openness.expected, 2),
        "p": Number(openness.inward, 3),
        "silos": _name_silos(analysis, openness),
        "names": list_names(analysis, bridges) if bridges else "",
    }
    return Finding(
        kind="closed_groups",
        id=f"closed_groups:{openness.field}",
        title=_title_openness(openness).filled(**values),
        why=Message(
            "E-I index {index}, by chance {expected}, p = {p} (a silo lies clearly below chance; a small group looks "
            "outward by itself). {silos}"
        ).filled(**values),
        next_step=_advise_openness(openness, bridges).filled(**values),
        evidence=bridges,
        severity=_rate_openness(openness),
        weight=openness.inside,
        numbers={
            "ei_index": openness.index,
            "by_chance": openness.expected,
            "p_inward": openness.inward,
            "p_outward": openness.outward,
            "inside": openness.inside,
            "ties": openness.ties,
            "silos": len(openness.silos),
        },
    )


def _rate_openness(openness: Openness) -> Severity:
    """High or medium if the grouping as a whole is closed, low if only single groups are, else info."""
    if openness.is_closed:
        return "high" if openness.index < 0 else "medium"
    return "low" if openness.silos else "info"


def _title_openness(openness: Openness) -> Message:
    """The title: the grouping is closed, or open, or not clearly different from chance."""
    if openness.is_closed:
        return Message(
            "Partnerships keep to one {field}: {inside} of {ties} do ({share}), where chance would give {chance}"
        )
    if openness.is_open:
        return Message(
            "Partnerships reach beyond one {field}: only {inside} of {ties} stay inside ({share}), where chance would "
            "give {chance}"
        )
    return Message(
        "{inside} of {ties} partnerships stay within one {field} ({share}), which is not clearly other than chance "
        "({chance})"
    )


def _advise_openness(openness: Openness, bridges: tuple[str, ...]) -> Message:
    """The next step; members who already have partners outside are asked first."""
    if bridges:
        return Message("Ask those who already have partners outside to introduce the others, beginning with {names}.")
    if openness.is_closed:
        return Message("Give two groups one task that neither can do alone.")
    return Message("Keep these doors open as the network grows.")


def _name_silos(analysis: Analysis, openness: Openness) -> Text:
    """One sentence that names the groups that are closed beyond chance."""
    names = [name_group(analysis, openness.field, silo.group) for silo in openness.silos]
    if not names:
        return Message("No single group is closed beyond chance.")
    return Message("Closed beyond chance: {groups}.").filled(groups=Joined(names, ", "))


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
        sorted((uid for uid, count in outside.items() if count), key=lambda uid: (-outside[uid], uid))[:MOST_NAMED]
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


@finding(
    topic="brokerage_groups",
    order=310,
    story="bring",
    answers=("bridges",),
    title=Message("Who can bridge"),
    meaning=Message(
        "For each way to stand between two who are not partners (door, go-between of other groups, mediator in another "
        "group, coordinator of its own), those who lean to it most: they join clearly more pairs than ties by lot "
        "would give (z of 2 and more), and a pair or more above what they would in this way if the groups of the "
        "others were dealt out anew. Each is named once. Always info."
    ),
    source="Gould & Fernandez 1989; the second condition ours",
    needs=(PARTNERSHIPS, GROUPS),
)
def bridge_builders(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each role that somebody leans to; the setting `grouping` says which field groups them."""
    field = analysis.settings.grouping
    # Each stakeholder is named once: in the role that it leans to most.
    strongest: dict[str, Broker] = {}
    for broker in find_brokers(analysis, field):
        if (
            broker.z is not None
            and broker.z >= LEAST_Z
            and broker.leaning >= LEAST_LEANING
            and (broker.stakeholder not in strongest or broker.leaning > strongest[broker.stakeholder].leaning)
        ):
            strongest[broker.stakeholder] = broker
    for role in ROLE_TITLES:
        brokers = sorted(
            (broker for broker in strongest.values() if broker.role == role),
            key=lambda broker: (-broker.leaning, broker.stakeholder),
        )[:MOST_NAMED]
        if brokers:
            yield _describe_brokers(analysis, field, brokers)


def _describe_brokers(analysis: Analysis, field: str, brokers: list[Broker]) -> Finding:
    """The finding on one role; `brokers` lean to it, the strongest first."""
    first = brokers[0]
    uids = tuple(broker.stakeholder for broker in brokers)
    values = {
        "names": list_names(analysis, uids),
        "first": analysis.name(first.stakeholder),
        "field": name_grouping(analysis, field),
        "pairs": Number(first.pairs),
        "all": Number(first.all_pairs),
        "lot": Number(round(first.by_lot)),
        "role": ROLE_TERMS[first.role],
        "constraint": _mention_constraint(analysis, first.stakeholder),
    }
    return Finding(
        kind="bridge_builders",
        id=f"bridge_builders:{first.role}",
        title=ROLE_TITLES[first.role].counted(len(brokers)).filled(**values),
        why=Message(
            "Of {all} pairs that {first} joins and who are not partners, {pairs} are of this kind; were groups dealt "
            "out by lot, about {lot} would be (brokerage: {role}{constraint})."
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
        },
    )


def _mention_constraint(analysis: Analysis, uid: str) -> Text | str:
    """Burt's constraint of the stakeholder, to be appended to its role; empty if it is undefined."""
    score = measure_values(analysis, "constraint").get(uid)
    return Message(", constraint {n}").filled(n=Number(score, 2)) if isinstance(score, float) else ""

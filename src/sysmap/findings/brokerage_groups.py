"""Whether groups keep to themselves, told apart from groups that are small; and who can bridge them."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import GROUPS, PARTNERSHIPS
from sysmap.findings.port import Finding, Severity, finding
from sysmap.findings.sentences import listed, percent
from sysmap.measures.grouping import find_groups
from sysmap.measures.port import measure_values
from sysmap.messages import Joined, Message, Number, Text, UserText, plural
from sysmap.models.brokerage_brokers import Broker, find_brokers
from sysmap.models.brokerage_openness import Openness, known_groupings, measure_openness

__all__ = ["bridge_builders", "closed_groups", "group_name", "one_group"]

SHOWN = 3
"""How many bridge builders are named for each role."""
CLEARLY = 2
"""Standard deviations above chance from which a role is no accident of group sizes."""
MORE = 1
"""So many pairs more than by lot at least, or nobody could say that it leans to the role."""
ONE_GROUP = {
    "boundary": Message("side of the organisation's boundary"),
    "community": Message("group that works together"),
}
"""What one group of a field is called, where the field's own label does not say it."""


def one_group(analysis: Analysis, field: str) -> Text:
    """What one group of a field is called in a sentence: sector, sektor."""
    labels = {one.name: one.label for one in analysis.vocabulary.node_columns("Stakeholder")}
    if field in ONE_GROUP:
        return ONE_GROUP[field]
    return labels[field].lower() if field in labels else UserText(field)


def group_name(analysis: Analysis, field: str, group: str) -> Text:
    """A group as people call it: the label of a choice, else the value itself."""
    for one in analysis.vocabulary.node_columns("Stakeholder"):
        for choice in one.choices if one.name == field else ():
            if choice.value == group:
                return choice.label
    return UserText(group)


@finding(
    topic="brokerage_groups", order=320,
    title=Message("Groups that keep to themselves"),
    meaning=Message("Partnerships inside one group (sector, or as set; and inside or outside the organisation) against those across, beside "
           "what the sizes of the groups alone would give: a silo, or only a small group (E-I index, 500 seeded permutations). High when p is "
           "at most 5% and most partnerships stay inside, medium when p is at most 5%, low when only single groups are closed, else info."),
    source="Krackhardt & Stern 1988", needs=(PARTNERSHIPS, GROUPS))
def closed_groups(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each field by which groups are told, where two groups and a tie between stakeholders of them are there."""
    for field in known_groupings(analysis):
        found = measure_openness(analysis, field)
        if found:
            yield _closed(analysis, found)


def _closed(analysis: Analysis, found: Openness) -> Finding:
    bridges = _with_partners_outside(analysis, found)
    told = {"inside": Number(found.inside), "ties": Number(found.ties), "field": one_group(analysis, found.field), "share": percent(found.inside / found.ties),
            "chance": percent((1 - found.expected) / 2), "index": Number(found.index, 2), "expected": Number(found.expected, 2),
            "p": Number(found.inward, 3), "silos": _silos(analysis, found), "names": listed(analysis, bridges) if bridges else ""}
    return Finding(
        "closed_groups", f"closed_groups:{found.field}", _closed_title(found).filled(**told),
        Message("E-I index {index}, by chance {expected}, p = {p} (a silo lies clearly below chance; a small group looks outward by itself). {silos}").filled(**told),
        Message("Ask those who already have partners outside to introduce the others, beginning with {names}.").filled(**told) if bridges else
        Message("Give two groups one task that neither can do alone.")
        if found.is_closed else
        Message("Keep these doors open as the network grows."),
        bridges, _closed_severity(found), weight=found.inside,
        numbers={"ei_index": found.index, "by_chance": found.expected, "p_inward": found.inward, "p_outward": found.outward,
                 "inside": found.inside, "ties": found.ties, "silos": len(found.silos)})


def _closed_severity(found: Openness) -> Severity:
    if found.is_closed:
        return "high" if found.index < 0 else "medium"
    return "low" if found.silos else "info"


def _closed_title(found: Openness) -> Text:
    if found.is_closed:
        return Message("Partnerships keep to one {field}: {inside} of {ties} do ({share}), where chance would give {chance}")
    if found.is_open:
        return Message("Partnerships reach beyond one {field}: only {inside} of {ties} stay inside ({share}), where chance would give {chance}")
    return Message("{inside} of {ties} partnerships stay within one {field} ({share}), which is not clearly other than chance ({chance})")


def _silos(analysis: Analysis, found: Openness) -> Text:
    """The groups that are closed beyond chance, in one sentence."""
    names = [group_name(analysis, found.field, silo.group) for silo in found.silos]
    if not names:
        return Message("No single group is closed beyond chance.")
    return Message("Closed beyond chance: {groups}.").filled(groups=Joined(names, ", "))


def _with_partners_outside(analysis: Analysis, found: Openness) -> tuple[str, ...]:
    """Where groups are closed: those of their members who have most partners outside."""
    of, network = find_groups(analysis, found.field), analysis.collaboration
    silos = {silo.group for silo in found.silos}
    closed = [uid for uid in network if of[uid] is not None and (of[uid] in silos or (found.is_closed and not silos))]
    outside = {uid: sum(of[partner] not in (None, of[uid]) for partner in network[uid]) for uid in closed}
    return tuple(sorted((uid for uid, count in outside.items() if count), key=lambda uid: (-outside[uid], uid))[:SHOWN])


TITLES = {
    "gatekeeper/representative": plural("{names} links its own {field} with others", "{names} link their own {field} with others"),
    "liaison": plural("{names} brings together groups that are not its own", "{names} bring together groups that are not their own"),
    "itinerant": plural("{names} mediates within another {field}", "{names} mediate within another {field}"),
    "coordinator": plural("{names} holds its own {field} together", "{names} hold their own {field} together"),
}
ROLE_TERMS = {
    "gatekeeper/representative": Message("gatekeeper/representative"), "liaison": Message("liaison"),
    "itinerant": Message("itinerant"), "coordinator": Message("coordinator"),
}
"""The terms of the roles, as the page has them."""
STEPS = {
    "gatekeeper/representative": Message("Let {first} bring news in and speak outside for its {field}, and give it the time to."),
    "liaison": Message("Ask {first} to convene groups that do not meet: it belongs to neither."),
    "itinerant": Message("Ask {first} to advise or mediate where its members do not speak with each other."),
    "coordinator": Message("Let {first} lead within its {field}, and pair it with somebody who is a door to others."),
}


@finding(
    topic="brokerage_groups", order=310, story="bring", answers=("bridges",),
    title=Message("Who can bridge"),
    meaning=Message("For each way to stand between two who are not partners (door, go-between of other groups, mediator in another group, coordinator of its own), "
           "those who lean to it most: they join clearly more pairs than ties by lot would give (z of 2 and more), and a pair or more above what they would "
           "in this way if the groups of the others were dealt out anew. Each is named once. Always info."),
    source="Gould & Fernandez 1989; the second condition ours", needs=(PARTNERSHIPS, GROUPS))
def bridge_builders(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each role that somebody leans to, over the groups of the setting."""
    field = analysis.settings.grouping
    leans: dict[str, Broker] = {}
    for one in find_brokers(analysis, field):
        if one.z is not None and one.z >= CLEARLY and one.leaning >= MORE and (
                one.stakeholder not in leans or one.leaning > leans[one.stakeholder].leaning):
            leans[one.stakeholder] = one
    for role in TITLES:
        found = sorted((one for one in leans.values() if one.role == role), key=lambda one: (-one.leaning, one.stakeholder))[:SHOWN]
        if found:
            yield _bridge(analysis, field, found)


def _bridge(analysis: Analysis, field: str, found: list[Broker]) -> Finding:
    first = found[0]
    uids = tuple(one.stakeholder for one in found)
    told = {"names": listed(analysis, uids), "first": analysis.name(first.stakeholder), "field": one_group(analysis, field), "pairs": Number(first.pairs),
            "all": Number(first.all_pairs), "lot": Number(round(first.by_lot)), "role": ROLE_TERMS[first.role], "constraint": _constraint(analysis, first.stakeholder)}
    return Finding(
        "bridge_builders", f"bridge_builders:{first.role}", TITLES[first.role].counted(len(found)).filled(**told),
        Message("Of {all} pairs that {first} joins and who are not partners, {pairs} are of this kind; were groups dealt out by lot, about {lot} would be "
                "(brokerage: {role}{constraint}).").filled(**told),
        STEPS[first.role].filled(**told), uids, "info", weight=first.pairs,
        numbers={"role": first.role, "pairs": first.pairs, "all_pairs": first.all_pairs, "by_lot": first.by_lot, "expected": first.expected, "z": first.z})


def _constraint(analysis: Analysis, uid: str) -> Text | str:
    """Burt's constraint of one stakeholder, to be put behind its role."""
    score = measure_values(analysis, "constraint").get(uid)
    return Message(", constraint {n}").filled(n=Number(score, 2)) if isinstance(score, float) else ""

"""What hangs on one stakeholder, and what several fund without being partners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sysmap.analysis import Analysis
from sysmap.findings.needs import PARTNERSHIPS
from sysmap.findings.partners.isolation import join_two
from sysmap.findings.port import Finding, Need, finding
from sysmap.findings.sentences import list_names, percent
from sysmap.findings.steps import Subject
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.partners.shape import (
    Holding,
    Shared,
    find_cofunders,
    find_cosupporters,
    find_holdings,
    find_sides,
)

__all__ = ["held_by_one", "search_shared", "shared_portfolios"]

LEAST_SHARED = 2
"""Two funders have a portfolio in common if they fund at least so many of the same."""
HOLDS: Mapping[str, Message] = {
    "PARTNERS_WITH": Message("{n} of {all} partnerships are with {name} ({share})"),
    "OWNS": Message("{name} answers for {n} of the {all} problems that anybody answers for ({share})"),
    "WORKS_ON": Message("{name} works on {n} of the {all} problems that anybody works on ({share})"),
    "LEADS": Message("{name} leads {n} of the {all} innovations that have a lead ({share})"),
    "SPONSORS": Message("{name} sponsors {n} of the {all} innovations that have a sponsor ({share})"),
    "FUNDS": Message("{name} funds {n} of the {all} innovations that have a funder ({share})"),
    "ADOPTS": Message("{name} has adopted {n} of the {all} innovations that anybody adopted ({share})"),
    "CHAMPIONS": Message("{name} is the internal champion of {n} of the {all} innovations that have one ({share})"),
}
"""Type of tie -> what its ends say of one that has most of them."""


def _describe_holding(analysis: Analysis, held: Holding) -> Text:
    return HOLDS[held.type].filled(
        name=analysis.name(held.stakeholder), n=Number(held.count), all=Number(held.all), share=percent(held.share)
    )


@finding(
    topic="partners",
    order=365,
    title=Message("Most of it in one hand"),
    meaning=Message(
        "A stakeholder that has at least half of all partnerships, or of all times that somebody is written down in one "
        "part (answers for, works on, leads, sponsors, funds, adopts, champions), and twice an equal part or all of it; "
        "where there are twelve or more. Always medium."
    ),
    important=1,
)
def held_by_one(analysis: Analysis) -> Iterator[Finding]:
    """One finding that says what hangs on whom, the largest share first; nothing if nobody has most of anything."""
    holdings = find_holdings(analysis)
    if not holdings:
        return
    first = holdings[0]
    rest = [_describe_holding(analysis, held) for held in holdings[1:]]
    why = Message("If it is overloaded, changes its mind or leaves, all of this stops at once.")
    yield Finding(
        kind="held_by_one",
        id="held_by_one",
        title=_describe_holding(analysis, first),
        why=Joined((why, Message("Likewise: {list}.").filled(list=Joined(rest, "; ")))) if rest else why,
        next_step=Message("Agree with {name} which of these others can take over, and ask them.").filled(
            name=analysis.name(first.stakeholder)
        ),
        evidence=tuple(dict.fromkeys(held.stakeholder for held in holdings)),
        severity="medium",
        weight=first.share,
        numbers={"count": first.count, "all": first.all, "share": first.share, "type": first.type},
    )


FUNDING = Need(
    lambda analysis: analysis.asks("FUNDS") or find_sides(analysis) is not None,
    Message("The data do not say who funds which innovation."),
    Message("Write down who funds each innovation, in the column funders of the table of innovations."),
)


SAME_FUNDED = Message("{one} and {other} fund the same {n} innovations, and are not partners: {things}")
SAME_PARTNERS = Message("{one} and {other} have the same {n} partners, and no tie with each other: {things}")
WHY_FUNDED = plural(
    "Who funds the same can share what it learns and need not ask twice. There is {pairs} such pair.",
    "Who funds the same can share what it learns and need not ask twice. There are {pairs} such pairs.",
)
WHY_PARTNERS = plural(
    "Partnerships here join two sides only; on one side {pairs} pair has two or more partners in common.",
    "Partnerships here join two sides only; on one side {pairs} pairs have two or more partners in common.",
)
AGREE = Message("Let {one} and {other} agree on one way to ask, report and decide.")
COMPARE = Message("Ask those whom {one} and {other} have in common what the two could do together.")


def search_shared(analysis: Analysis) -> Iterator[Subject]:
    """Each pair that funds two or more of the same innovations and has no partnership of its own."""
    return ((one, other) for one, other, _ in _apart(analysis, find_cofunders(analysis)))


def _apart(analysis: Analysis, shared: Sequence[Shared]) -> list[Shared]:
    """Pairs with a portfolio in common that are not partners, the most in common first, equals by name."""
    pairs = [
        pair
        for pair in shared
        if len(pair[2]) >= LEAST_SHARED and not analysis.collaboration.has_edge(pair[0], pair[1])
    ]
    return sorted(pairs, key=lambda pair: (-len(pair[2]), analysis.name(pair[0]), analysis.name(pair[1]), pair[:2]))


@finding(
    topic="partners",
    order=367,
    title=Message("Funders of the same"),
    meaning=Message(
        "Two who fund two or more of the same innovations (or, where partnerships join two sides only, have two or more "
        "partners in common on the other side) and have no partnership of their own. What more than twelve fund does "
        "not count. Always info."
    ),
    needs=(PARTNERSHIPS, FUNDING),
    search=search_shared,
)
def shared_portfolios(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all such pairs, the largest portfolio in common first."""
    cofunders = _apart(analysis, find_cofunders(analysis))
    pairs = cofunders or _apart(analysis, find_cosupporters(analysis))
    if not pairs:
        return
    one, other, things = pairs[0]
    values = {
        "one": analysis.name(one),
        "other": analysis.name(other),
        "n": Number(len(things)),
        "things": list_names(analysis, things),
        "pairs": Number(len(pairs)),
    }
    yield Finding(
        kind="shared_portfolios",
        id="shared_portfolios",
        title=(SAME_FUNDED if cofunders else SAME_PARTNERS).filled(**values),
        why=(WHY_FUNDED if cofunders else WHY_PARTNERS).counted(len(pairs)).filled(**values),
        next_step=(AGREE if cofunders else COMPARE).filled(**values),
        evidence=(one, other, *things),
        severity="info",
        weight=len(things),
        numbers={"in_common": len(things), "pairs": len(pairs)},
        items=tuple(pair[:2] for pair in cofunders),
        step=join_two((one, other), one, other) if cofunders else None,
    )

"""Whether everybody whom the work names has a partner and a part in it, and which parts nobody holds."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import PARTNERSHIPS, PROBLEMS, WORK
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import list_names, list_texts, percent
from sysmap.findings.severity import grade_share
from sysmap.measures.port import measure_values
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.learning.equal_role import EqualRole, measure_equal_role

__all__ = ["equal_part"]

PART_NAMES = {
    "OWNS": Message("an owner"),
    "WORKS_ON": Message("somebody who works on it"),
    "LEADS": Message("a lead"),
    "SPONSORS": Message("a sponsor"),
    "FUNDS": Message("a funder"),
    "ADOPTS": Message("an adopter"),
    "CHAMPIONS": Message("a champion"),
}


def _describe_vacancy(type: str, count: int) -> Text:
    """A part that nobody holds (`type` of tie), and in how many problems or innovations that is so."""
    if type in ("OWNS", "WORKS_ON"):
        return plural("{part} ({n} problem)", "{part} ({n} problems)", count).filled(part=PART_NAMES[type])
    return plural("{part} ({n} innovation)", "{part} ({n} innovations)", count).filled(part=PART_NAMES[type])


@finding(
    topic="learning",
    order=680,
    title=Message("A part for everybody"),
    meaning=Message(
        "Of the stakeholders that an open problem or a living innovation names, the share with both a partner and a "
        "part in the work (equal role is not the same number of ties for all); and parts that nobody holds. High below "
        "25%, medium below 50%, low below 100%."
    ),
    needs=(PARTNERSHIPS, PROBLEMS, WORK),
)
def equal_part(analysis: Analysis) -> Iterator[Finding]:
    """One finding; nothing if the work names nobody."""
    roles = measure_equal_role(analysis)
    if roles.share is None:
        return
    silent = tuple(sorted({*roles.roleless, *(roles.tieless or ())}))
    values = {
        "share": percent(roles.share),
        "n": Number(len(silent)),
        "all": Number(len(roles.named)),
        "first": analysis.name(silent[0]) if silent else "",
    }
    yield Finding(
        kind="equal_part",
        id="equal_part",
        title=Message("{share} of the {all} stakeholders that the work names have a partner and a part in it").filled(
            **values
        ),
        why=Joined(_explain_parts(analysis, roles)),
        next_step=Message("Ask {first} which part it would take.").filled(**values)
        if silent
        else Message("Fill the empty parts."),
        evidence=silent,
        severity=grade_share(roles.share),
        weight=len(silent),
        numbers={
            "share": roles.share,
            "named": len(roles.named),
            "roleless": len(roles.roleless),
            "tieless": len(roles.tieless or ()),
            "gini": measure_values(analysis, "gini")[""],
        }
        | {f"vacant_{type.lower()}": len(uids) for type, uids in roles.vacant.items()},
    )


def _explain_parts(analysis: Analysis, roles: EqualRole) -> Iterator[Text]:
    """Who has no part or no partner, which parts nobody holds, and who holds the same part most often."""
    if roles.roleless:
        yield Message("Named, but without a part: {roleless}.").filled(roleless=list_names(analysis, roles.roleless))
    if roles.tieless:
        yield Message("Without a partner: {tieless}.").filled(tieless=list_names(analysis, roles.tieless))
    vacant = [_describe_vacancy(type, len(roles.vacant[type])) for type in PART_NAMES if roles.vacant.get(type)]
    if vacant:
        yield Message("Nobody holds: {vacant}.").filled(vacant=list_texts(vacant))
    load, busiest = max(
        ((count, uid) for counts in roles.load.values() for uid, count in counts.items()), default=(0, "")
    )
    if busiest:
        yield Message("The fullest hands: {busiest}, {load} times the same part.").filled(
            busiest=analysis.name(busiest), load=Number(load)
        )

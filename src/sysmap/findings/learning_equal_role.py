"""Whether everybody whom the work names has a partner and a part in it, and which parts nobody holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sysmap.analysis import Analysis
from sysmap.findings.needs import PARTNERSHIPS, PROBLEMS, WORK
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import list_names, list_texts, percent
from sysmap.measures.port import measure_values
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.learning.equal_role import NAMING, EqualRole, measure_equal_role
from sysmap.records.coverage_work import open_problems
from sysmap.records.innovation_stages import is_living

__all__ = ["equal_part"]

PART_NAMES = {
    "OWNS": Message("an owner"),
    "WORKS_ON": Message("somebody who works on it directly"),
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
        "part in the work (equal role is not the same number of ties for all); and parts that nobody holds, of those that "
        "the map asks for. Low below 100%, else info."
    ),
    needs=(PARTNERSHIPS, PROBLEMS, WORK),
)
def equal_part(analysis: Analysis) -> Iterator[Finding]:
    """One finding; nothing if the work names nobody."""
    roles = measure_equal_role(analysis)
    if roles.share is None:
        return
    silent = tuple(sorted({*roles.roleless, *(roles.tieless or ())}, key=lambda uid: (analysis.name(uid), uid)))
    first = min(roles.roleless, key=lambda uid: (analysis.name(uid), uid), default="")
    tasks = _list_tasks(analysis, first) if first else ()
    values = {
        "share": percent(roles.share),
        "n": Number(len(silent)),
        "all": Number(len(roles.named)),
        "first": analysis.name(first or silent[0]) if silent else "",
        "tasks": list_names(analysis, tasks, most=3),
    }
    yield Finding(
        kind="equal_part",
        id="equal_part",
        title=Message("{share} of the {all} stakeholders that the work names have a partner and a part in it").filled(
            **values
        ),
        why=Joined(_explain_parts(analysis, roles)),
        next_step=_advise_part(analysis, roles, silent).filled(**values),
        evidence=silent,
        severity="low" if roles.share < 1 else "info",
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


def _list_tasks(analysis: Analysis, stakeholder: str) -> tuple[str, ...]:
    """The open problems and living innovations that name a stakeholder, by name."""
    work = {*open_problems(analysis), *(uid for uid in analysis.nodes("Innovation") if is_living(analysis, uid))}
    named = {
        target
        for _, target, type in analysis.graph.out_edges(stakeholder, data="type")
        if target in work and type in NAMING
    }
    return tuple(sorted(named, key=lambda uid: (analysis.name(uid), uid)))


def _asked_vacancies(analysis: Analysis, roles: EqualRole) -> Mapping[str, tuple[str, ...]]:
    """Part -> where nobody holds it, of the parts that the map asks for."""
    return {type: roles.vacant[type] for type in PART_NAMES if roles.vacant.get(type) and analysis.asks(type)}


def _advise_part(analysis: Analysis, roles: EqualRole, silent: tuple[str, ...]) -> Message:
    """What to do first: give somebody without a part one, else find a partner, else fill parts that nobody holds."""
    if roles.roleless:
        return Message("Ask {first} which part it would take in {tasks}.")
    if silent:
        return Message("Ask {first} with whom it would work together.")
    if _asked_vacancies(analysis, roles):
        return Message("Fill the parts that nobody holds.")
    return Message("Nothing to do: ask again when somebody new is named.")


def _explain_parts(analysis: Analysis, roles: EqualRole) -> Iterator[Text]:
    """Who has no part or no partner, which parts nobody holds, and who holds the same part most often."""
    if roles.roleless:
        yield Message("Named, but without a part: {roleless}.").filled(roleless=list_names(analysis, roles.roleless))
    if roles.tieless:
        yield Message("Without a partner: {tieless}.").filled(tieless=list_names(analysis, roles.tieless))
    vacant = [_describe_vacancy(type, len(uids)) for type, uids in _asked_vacancies(analysis, roles).items()]
    if vacant:
        yield Message("Parts that are not filled: {vacant}.").filled(vacant=list_texts(vacant))
    if not vacant and not roles.roleless and not roles.tieless:
        yield Message("Each of them works on something, and works with somebody.")
    loads = [(count, uid) for counts in roles.load.values() for uid, count in counts.items()]
    load = max((count for count, _ in loads), default=0)
    if load > 1:
        busiest = sorted({uid for count, uid in loads if count == load}, key=lambda uid: (analysis.name(uid), uid))
        yield Message("The fullest hands: {busiest}, {load} times the same part.").filled(
            busiest=list_names(analysis, busiest, most=3), load=Number(load)
        )

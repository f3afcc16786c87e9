"""Whom to brief first, whose loss would break the network, and whether everybody has a voice in it."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.brokerage_groups import group_name, one_group
from sysmap.findings.needs import PARTNERSHIPS, PROBLEMS, WORK
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import estimated, listed, percent
from sysmap.findings.severity import graded, shortfall
from sysmap.measures.port import measure_values
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.brokerage_key_players import find_breaking_set, find_reaching_set
from sysmap.models.learning.voice import Voice, measure_voice

__all__ = ["brief_first", "loss_breaks_network", "unequal_voice"]

LEAST_HEARD = 3
"""How many groups are told, the least heard first."""


@finding(
    topic="brokerage_key_players", order=330, story="bring",
    title=Message("Whom to brief first"),
    meaning=Message("The few (one in ten, at most three) from whom news reaches everybody in the fewest steps (key players, KPP-POS). Always info."),
    source="Borgatti 2006; greedy with exchanges, a heuristic", needs=(PARTNERSHIPS,))
def brief_first(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the set, where there is a partnership at all."""
    found = find_reaching_set(analysis)
    if found is None:
        return
    everybody = len(analysis.collaboration)
    told = {"names": listed(analysis, found.members), "within": Number(found.within), "all": Number(everybody),
            "score": Number(found.after, 2), "one": Number(found.before, 2)}
    yield Finding(
        "brief_first", "brief_first",
        Message("News told to {names} reaches {within} of {all} stakeholders in one step").filled(**told),
        plural("It is nearer to all than any other that was tried (key player, KPP-POS {score}).",
               "Together they are nearer to all than any others that were tried (key players, KPP-POS {score}; the one with most partners alone {one}).", len(found.members)).filled(**told),
        Message("Brief {names} first when something changes, with a word to pass it on.").filled(**told),
        found.members, "info", weight=found.within,
        numbers={"kpp_pos": found.after, "best_single": found.before, "within_one_step": found.within, "stakeholders": everybody})


@finding(
    topic="brokerage_key_players", order=370, answers=("overloaded",),
    title=Message("Whose loss would break the network"),
    meaning=Message("The few (one in ten, at most three) without whom the others would be furthest from each other (key players, KPP-NEG; fragmentation D_F, "
           "0 = all are partners, 1 = nobody reaches anybody). High when D_F rises by 0.2 and more, medium from 0.1, else low."),
    source="Borgatti 2006; greedy with exchanges among the 40 who stand between most, a heuristic", needs=(PARTNERSHIPS,))
def loss_breaks_network(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the set, where somebody stands between two others."""
    found = find_breaking_set(analysis)
    if found is None:
        return
    told = {"names": listed(analysis, found.members), "before": Number(found.before, 2), "after": Number(found.after, 2),
            "loss": percent((found.after - found.before) / (1 - found.before)), "first": analysis.name(found.members[0])}
    why = Message("The others would be further from each other, or cut off (key players, KPP-NEG: fragmentation {before} rises to {after}).").filled(**told)
    said = estimated(found.estimate)
    yield Finding(
        "loss_breaks_network", "loss_breaks_network",
        plural("Without {names} the network would become {loss} less connected", "Without {names} together the network would become {loss} less connected", len(found.members)).filled(**told),
        Joined((why, said)) if said else why,
        Message("Plan who takes over from each, and make partners of those who now meet only through them, beginning with {first}.").filled(**told),
        found.members, graded(round(found.after - found.before, 9), high=0.2, medium=0.1), weight=found.within,
        numbers={"fragmentation": found.before, "fragmentation_without": found.after, "players": len(found.members)})


@finding(
    topic="brokerage_key_players", order=380,
    title=Message("Unequal voice"),
    meaning=Message("Stakeholders with at least one partner and one open problem in their hands, as a share of all; equal role does not mean the same number of ties. "
           "High below 25%, medium below 50%, low below 100%."),
    needs=(PARTNERSHIPS, PROBLEMS, WORK))
def unequal_voice(analysis: Analysis) -> Iterator[Finding]:
    """One finding: the share with voice, by group, with the Gini coefficient of partners beside it."""
    found = measure_voice(analysis)
    if found is None:
        return
    gini = measure_values(analysis, "gini")[""]
    told = {"n": Number(len(found.silent)), "all": Number(len(analysis.collaboration)), "share": percent(found.share),
            "alone": Number(len(found.alone)), "idle": Number(len(found.idle)), "gini": Number(gini, 2) if isinstance(gini, float) else "-",
            "names": listed(analysis, found.silent) if found.silent else "", "groups": _least_heard(analysis, found)}
    why = Message("A voice takes a partner and a problem in one's hands; without a partner: {alone}, without a problem: {idle}. Inequality of partners (Gini): {gini}.{groups}")
    title = plural("{n} of {all} stakeholders has no voice: {names}", "{n} of {all} stakeholders have no voice: {names}", len(found.silent)) if found.silent else Message("Every stakeholder has a partner and a problem in its hands")
    step = Message("Ask them what they know of the problems and whom they want to work with; begin with the group heard least.") if found.silent else Message("Keep it so as new ones join.")
    yield Finding("unequal_voice", "unequal_voice", title.filled(**told), why.filled(**told), step, found.silent, shortfall(found.share),
                  weight=len(found.silent), numbers={"share_with_voice": found.share, "silent": len(found.silent), "alone": len(found.alone),
                                                     "idle": len(found.idle), "gini": gini})


def _least_heard(analysis: Analysis, found: Voice) -> Text | str:
    """The groups heard least, in one sentence; nothing where nobody has a group."""
    if not found.by_group:
        return ""
    field = analysis.settings.grouping
    parts = [(group_name(analysis, field, group), *counts) for group, counts in list(found.by_group.items())[:LEAST_HEARD]]
    return Message(" Heard least, by {field}: {parts}.").filled(
        field=one_group(analysis, field),
        parts=Joined((Message("{name} {heard} of {all}", name=name, heard=heard, all=every) for name, heard, every in parts), ", "))

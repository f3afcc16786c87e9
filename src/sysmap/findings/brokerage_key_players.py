"""Whom to brief first, whose loss would break the network, and whether everybody has a voice in it."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.brokerage_groups import name_group, name_grouping
from sysmap.findings.needs import PARTNERSHIPS, PROBLEMS, WORK
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import describe_estimate, list_names, percent
from sysmap.findings.severity import grade, grade_share
from sysmap.measures.port import measure_values
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.brokerage_key_players import KeyPlayers, find_breaking_set, find_reaching_set
from sysmap.models.learning.voice import Voice, measure_voice

__all__ = ["brief_first", "loss_breaks_network", "unequal_voice"]

MOST_GROUPS = 3
"""How many groups are named, those heard least first."""

WITHOUT_VOICE = Message(
    "A voice takes a partner and a problem in one's hands; without a partner: {alone}, without a problem: {idle}. "
    "Inequality of partners (Gini): {gini}.{groups}"
)
ASK_THE_SILENT = Message(
    "Ask them what they know of the problems and whom they want to work with; begin with the group heard least."
)
KEEP_IT_SO = Message("Keep it so as new ones join.")


@finding(
    topic="brokerage_key_players",
    order=330,
    story="bring",
    title=Message("Whom to brief first"),
    meaning=Message(
        "The few (one in ten, at most three) from whom news reaches everybody in the fewest steps (key players, "
        "KPP-POS). All sets are tried up to 20,000; beyond, a heuristic (greedy with exchanges), and the sentence says "
        "so. Always info."
    ),
    source="Borgatti 2006",
    needs=(PARTNERSHIPS,),
)
def brief_first(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the set; nothing if there are no partnerships."""
    key_players = find_reaching_set(analysis)
    if key_players is None:
        return
    everybody = len(analysis.collaboration)
    values = {
        "names": list_names(analysis, key_players.members),
        "within": Number(key_players.within),
        "all": Number(everybody),
        "score": Number(key_players.after, 2),
        "one": Number(key_players.before, 2),
        "how": _tell_search(key_players),
    }
    yield Finding(
        kind="brief_first",
        id="brief_first",
        title=Message("News told to {names} reaches {within} of {all} stakeholders in one step").filled(**values),
        why=plural(
            "It is nearer to all than {how} (key player, KPP-POS {score}).",
            "Together they are nearer to all than {how} (key players, KPP-POS {score}; the one with most partners alone "
            "{one}).",
            len(key_players.members),
        ).filled(**values),
        next_step=Message("Brief {names} first when something changes, with a word to pass it on.").filled(**values),
        evidence=key_players.members,
        severity="info",
        weight=key_players.within,
        numbers={
            "kpp_pos": key_players.after,
            "best_single": key_players.before,
            "within_one_step": key_players.within,
            "stakeholders": everybody,
        },
    )


def _tell_search(key_players: KeyPlayers) -> Text:
    """What the set was compared with: all others of its size, or those that a heuristic tried."""
    if key_players.exact:
        return plural("any other", "any other {n}", len(key_players.members))
    return plural(
        "any other that was tried (a heuristic)",
        "any other {n} that were tried (a heuristic)",
        len(key_players.members),
    )


@finding(
    topic="brokerage_key_players",
    order=370,
    answers=("overloaded",),
    title=Message("Whose loss would break the network"),
    meaning=Message(
        "The few (one in ten, at most three) without whom the others would be furthest from each other (key players, "
        "KPP-NEG; fragmentation D_F, 0 = all are partners, 1 = nobody reaches anybody). All sets are tried up to "
        "20,000; beyond, a heuristic (greedy with exchanges among the 40 who stand between most), and the sentence says "
        "so. High when D_F rises by 0.2 and more, medium from 0.1, else low."
    ),
    source="Borgatti 2006",
    needs=(PARTNERSHIPS,),
)
def loss_breaks_network(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the set; nothing if nobody stands between two others."""
    key_players = find_breaking_set(analysis)
    if key_players is None:
        return
    values = {
        "names": list_names(analysis, key_players.members),
        "before": Number(key_players.before, 2),
        "after": Number(key_players.after, 2),
        "loss": percent((key_players.after - key_players.before) / (1 - key_players.before)),
        "first": analysis.name(key_players.members[0]),
        "how": _tell_search(key_players),
    }
    why = Message(
        "The others would be further from each other, or cut off: more than without {how} (key players, KPP-NEG: "
        "fragmentation {before} rises to {after})."
    ).filled(**values)
    estimate = describe_estimate(key_players.estimate)
    yield Finding(
        kind="loss_breaks_network",
        id="loss_breaks_network",
        title=plural(
            "Without {names} the network would become {loss} less connected",
            "Without {names} together the network would become {loss} less connected",
            len(key_players.members),
        ).filled(**values),
        why=Joined((why, estimate)) if estimate else why,
        next_step=Message(
            "Plan who takes over from each, and make partners of those who now meet only through them, beginning with "
            "{first}."
        ).filled(**values),
        evidence=key_players.members,
        severity=grade(round(key_players.after - key_players.before, 9), high=0.2, medium=0.1),
        weight=key_players.within,
        numbers={
            "fragmentation": key_players.before,
            "fragmentation_without": key_players.after,
            "players": len(key_players.members),
        },
    )


@finding(
    topic="brokerage_key_players",
    order=380,
    title=Message("Unequal voice"),
    meaning=Message(
        "Stakeholders with at least one partner and one open problem in their hands, as a share of all; equal role "
        "does not mean the same number of ties. High below 25%, medium below 50%, low below 100%."
    ),
    needs=(PARTNERSHIPS, PROBLEMS, WORK),
)
def unequal_voice(analysis: Analysis) -> Iterator[Finding]:
    """One finding: the share of stakeholders with a voice, the groups heard least, and the Gini of partners."""
    voice = measure_voice(analysis)
    if voice is None:
        return
    gini = measure_values(analysis, "gini")[""]
    values = {
        "n": Number(len(voice.silent)),
        "all": Number(len(analysis.collaboration)),
        "share": percent(voice.share),
        "alone": Number(len(voice.alone)),
        "idle": Number(len(voice.idle)),
        "gini": Number(gini, 2) if isinstance(gini, float) else "-",
        "names": list_names(analysis, voice.silent) if voice.silent else "",
        "groups": _name_least_heard(analysis, voice),
    }
    yield Finding(
        kind="unequal_voice",
        id="unequal_voice",
        title=_title_voice(voice).filled(**values),
        why=WITHOUT_VOICE.filled(**values),
        next_step=ASK_THE_SILENT if voice.silent else KEEP_IT_SO,
        evidence=voice.silent,
        severity=grade_share(voice.share),
        weight=len(voice.silent),
        numbers={
            "share_with_voice": voice.share,
            "silent": len(voice.silent),
            "alone": len(voice.alone),
            "idle": len(voice.idle),
            "gini": gini,
        },
    )


def _title_voice(voice: Voice) -> Message:
    """The title: who has no voice, or that everybody has one."""
    if not voice.silent:
        return Message("Every stakeholder has a partner and a problem in its hands")
    return plural(
        "{n} of {all} stakeholders has no voice: {names}",
        "{n} of {all} stakeholders have no voice: {names}",
        len(voice.silent),
    )


def _name_least_heard(analysis: Analysis, voice: Voice) -> Text | str:
    """One sentence on the groups heard least; empty if no stakeholder has a group."""
    if not voice.by_group:
        return ""
    field = analysis.settings.grouping
    parts = [
        (name_group(analysis, field, group), *counts) for group, counts in list(voice.by_group.items())[:MOST_GROUPS]
    ]
    return Message(" Heard least, by {field}: {parts}.").filled(
        field=name_grouping(analysis, field),
        parts=Joined(
            (Message("{name} {heard} of {all}", name=name, heard=heard, all=size) for name, heard, size in parts),
            ", ",
        ),
    )

"""Whom to brief first, whose loss would break the network, and whether everybody has a voice in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.brokerage_groups import name_group, name_grouping
from sysmap.findings.needs import PARTNERSHIPS, PROBLEMS, WORK
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import describe_estimate, list_names, percent
from sysmap.findings.steps import Step, Subject, Tie
from sysmap.measures.port import measure_values
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.brokerage.key_players import KeyPlayers, find_breaking_set, find_reaching_set
from sysmap.models.learning.voice import Voice, measure_voice
from sysmap.models.partners.shape import find_sides

__all__ = ["brief_first", "loss_breaks_network", "search_silent", "unequal_voice"]

LEAST_LOSS = 0.1
"""If the network would lose a smaller share of how connected it is, that is told of nobody."""
MOST_GROUPS = 3
"""How many groups are named, those heard least first."""

WITHOUT_VOICE = Message(
    "A voice takes a partner and a problem in one's hands; without a partner: {alone}, without a problem: "
    "{idle}.{groups}"
)
ASK_THE_SILENT = plural(
    "Ask {first} what it knows of the problems and whom it wants to work with.",
    "Ask {first} first what it knows of the problems and whom it wants to work with, then the others.",
)
KEEP_IT_SO = Message("Keep it so as new ones join.")


@finding(
    topic="brokerage_key_players",
    order=330,
    story="bring",
    title=Message("Whom to brief first"),
    meaning=Message(
        "The few (one in ten of those with a partner, at most three) from whom news reaches everybody in the fewest steps (key players, "
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
    }
    yield Finding(
        kind="brief_first",
        id="brief_first",
        title=Message("News told to {names} reaches {within} of {all} stakeholders in one step").filled(**values),
        why=_compare_sets(
            key_players,
            Message("No other choice of as many would be nearer to all."),
            Message("No other choice that was tried would be nearer to all."),
        ),
        next_step=plural(
            "Brief {names} first when something changes, and ask it to pass the news on.",
            "Brief {names} first when something changes, and ask them to pass the news on.",
            len(key_players.members),
        ).filled(**values),
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


def _compare_sets(key_players: KeyPlayers, best: Text, likeliest: Text) -> Text:
    """What the set was compared with: all others of its size (`best`), or those that were tried (`likeliest`)."""
    if not key_players.exact:
        return Joined((likeliest, Message("Not all were tried, only the likeliest.")))
    if not key_players.equals:
        return best
    return Joined((best, EQUAL_SETS.counted(key_players.equals).filled(n=Number(key_players.equals))))


def _lose(key_players: KeyPlayers) -> float:
    """The share of how connected the network is that goes with the set, 0 to 1."""
    return (key_players.after - key_players.before) / (1 - key_players.before)


EQUAL_SETS = plural(
    "{n} other choice is equal; the one with the most partners is taken.",
    "{n} other choices are equal; the one with the most partners is taken.",
)


@finding(
    topic="brokerage_key_players",
    order=370,
    answers=("overloaded",),
    title=Message("Whose loss would break the network"),
    meaning=Message(
        "The few (one in ten of those with a partner, at most three) without whom the others would be furthest from each other (key players, "
        "KPP-NEG; fragmentation D_F, 0 = all are partners, 1 = nobody reaches anybody). All sets are tried up to "
        "20,000; beyond, a heuristic (greedy with exchanges among the 40 who stand between most), and the sentence says "
        "so. Always low. Not told where it is less than a tenth, or where partnerships join two sides only, such as funders and those they fund."
    ),
    source="Borgatti 2006",
    needs=(PARTNERSHIPS,),
)
def loss_breaks_network(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the set; nothing if nobody stands between two others."""
    key_players = None if find_sides(analysis) else find_breaking_set(analysis)
    if key_players is None or _lose(key_players) < LEAST_LOSS:
        return
    values = {
        "names": list_names(analysis, key_players.members),
        "loss": percent(_lose(key_players)),
        "first": analysis.name(key_players.members[0]),
    }
    why = _compare_sets(
        key_players,
        Message("The others would be further from each other, or cut off; no other choice of as many would do more."),
        Message(
            "The others would be further from each other, or cut off; no other choice that was tried would do more."
        ),
    )
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
        severity="low",
        weight=key_players.within,
        numbers={
            "fragmentation": key_players.before,
            "fragmentation_without": key_players.after,
            "players": len(key_players.members),
        },
    )


def search_silent(analysis: Analysis) -> Iterator[Subject]:
    """Each stakeholder without a voice."""
    voice = measure_voice(analysis)
    return ((uid,) for uid in (voice.silent if voice else ()))


@finding(
    topic="brokerage_key_players",
    order=380,
    title=Message("Unequal voice"),
    meaning=Message(
        "Stakeholders with at least one partner and one open problem in their hands, as a share of all; equal role "
        "does not mean the same number of ties. Low below 100%, else info: who is needed and alone is told by itself."
    ),
    needs=(PARTNERSHIPS, PROBLEMS, WORK),
    search=search_silent,
)
def unequal_voice(analysis: Analysis) -> Iterator[Finding]:
    """One finding: the share of stakeholders with a voice, and the groups heard least."""
    voice = measure_voice(analysis)
    if voice is None:
        return
    silent = _order_silent(analysis, voice)
    gini = measure_values(analysis, "gini")[""]
    values = {
        "n": Number(len(voice.silent)),
        "all": Number(len(analysis.collaboration)),
        "share": percent(voice.share),
        "alone": Number(len(voice.alone)),
        "idle": Number(len(voice.idle)),
        "names": list_names(analysis, silent) if silent else "",
        "first": analysis.name(silent[0]) if silent else "",
        "groups": _name_least_heard(analysis, voice),
    }
    yield Finding(
        kind="unequal_voice",
        id="unequal_voice",
        title=_title_voice(voice).filled(**values),
        why=WITHOUT_VOICE.filled(**values),
        next_step=ASK_THE_SILENT.counted(len(silent)).filled(**values) if silent else KEEP_IT_SO,
        evidence=silent,
        severity="low" if silent else "info",
        weight=len(voice.silent),
        numbers={
            "share_with_voice": voice.share,
            "silent": len(voice.silent),
            "alone": len(voice.alone),
            "idle": len(voice.idle),
            "gini": gini,
        },
        items=tuple((uid,) for uid in silent),
        step=_give_voice(voice, silent[0]) if silent else None,
    )


def _order_silent(analysis: Analysis, voice: Voice) -> tuple[str, ...]:
    """Those without a voice: first those who lack one thing only and have the most partners, then by name."""
    network, lacking = analysis.collaboration, Counter((*voice.alone, *voice.idle))
    return tuple(sorted(voice.silent, key=lambda uid: (lacking[uid], -network.degree[uid], analysis.name(uid), uid)))


def _give_voice(voice: Voice, uid: str) -> Step | None:
    """The tie that gives a stakeholder its voice; None if it takes two."""
    if uid in voice.alone and uid in voice.idle:
        return None
    return Step((uid,), Tie("PARTNERS_WITH" if uid in voice.alone else "WORKS_ON", uid, None), (uid,))


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

"""Where to push: what the four scores of leverage point to, and how deep the innovations reach."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import CAUSES
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import list_names, list_texts
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.causes.depth import Realm, measure_depth
from sysmap.models.causes.leverage import Leverage, score_levers

__all__ = ["depth_of_interventions", "where_to_push"]

TOP = 5
"""How many of the highest of each score count."""
LEAST_VOTES = 3
"""How many of the four scores must agree on a node for it to be named."""

SCORE_NAMES = {
    "structural": Message("effects per cause"),
    "influence": Message("influence along paths"),
    "loops": Message("feedback"),
    "push": Message("what a push moves"),
}

REALM_NAMES: dict[Realm, Message] = {
    "parameters": Message("numbers, reserves and physical structure (12-10)"),
    "feedbacks": Message("delays and feedback loops (9-7)"),
    "design": Message("information, rules and who may change them (6-4)"),
    "intent": Message("goals and mindset (3-1)"),
}


@finding(
    topic="causes_leverage",
    order=160,
    story="reaches",
    title=Message("Where to push"),
    meaning=Message(
        "What at least three of four scores of leverage have among their first {n}, and how far the scores agree "
        "(Kendall's tau). Each sees something else: direct links, paths, loops, a simulated push. Always a fact, "
        "never a fault.",
        n=TOP,
    ),
    source="Godet 1986; Oliva 2004; Kosko 1986; Meadows 1999",
    needs=(CAUSES,),
)
def where_to_push(analysis: Analysis) -> Iterator[Finding]:
    """One finding; nothing if no two scores can be compared."""
    scored = score_levers(analysis)
    taus = [agreement.tau for agreement in scored.comparable if agreement.tau is not None]
    if not taus:
        return
    agreed = _find_agreed(scored)
    first = agreed[0] if agreed else scored.levers[0].uid
    apart = scored.apart
    values = {
        "n": Number(TOP),
        "names": list_names(analysis, agreed),
        "low": Number(min(taus), 2),
        "high": Number(max(taus), 2),
        "name": analysis.name(first),
        "pair": list_texts([SCORE_NAMES[apart[0].one], SCORE_NAMES[apart[0].other]]) if apart else "",
    }
    title = (
        Message("Most scores of leverage point to {names}")
        if agreed
        else Message("The scores of leverage point to different places")
    )
    why: Text = Message(
        "Agreement of the four scores, two by two: {low} to {high} (Kendall's tau; 1 is the same order)."
    )
    if apart:
        why = Joined((why, Message("Furthest apart: {pair}.")))
    yield Finding(
        kind="where_to_push",
        id="where_to_push",
        title=title.filled(**values),
        why=why.filled(**values),
        next_step=Message(
            'Compare the scores with sysmap leverage, then try: sysmap whatif --push "{name}=+1" (or =-1).'
        ).filled(**values),
        evidence=tuple(agreed) or (first,),
        severity="info",
        weight=len(agreed),
        numbers={"agreed": len(agreed), "lowest_tau": min(taus), "highest_tau": max(taus)},
    )


def _find_agreed(scored: Leverage) -> list[str]:
    """The uids that at least `LEAST_VOTES` scores rank among their first `TOP`; a score of 0 does not count."""
    votes = {
        lever.uid: sum(
            rank is not None and rank <= TOP and bool(lever.scores[score]) for score, rank in lever.ranks.items()
        )
        for lever in scored.levers
    }
    return [uid for uid, count in votes.items() if count >= LEAST_VOTES]


KEEP_THE_DEEP = Message(
    "Keep the deep ones alive first: they change what the others only adjust. Rate the rest in the column "
    "leverage_level."
)
GO_DEEPER = Message(
    "Ask of the gravest problem which rule, missing information or goal keeps it there, and let one innovation change "
    "that."
)


@finding(
    topic="causes_leverage",
    order=170,
    story="reaches",
    title=Message("How deep the innovations reach"),
    meaning=Message(
        "Living innovations by Meadows' twelve places (column leverage_level), in four groups. Low where none reaches "
        "information, rules, goals or mindset (6-1), else a fact. Nothing is said where no level is given."
    ),
    source="Meadows 1999; Abson et al. 2017",
)
def depth_of_interventions(analysis: Analysis) -> Iterator[Finding]:
    """One finding; nothing if no living innovation has a level."""
    depth = measure_depth(analysis)
    if not depth.rated:
        return
    deep = (*depth.by_realm["design"], *depth.by_realm["intent"])
    shallow = depth.by_realm["parameters"]
    values = {
        "n": Number(len(shallow)),
        "m": Number(len(depth.rated)),
        "deep": Number(len(deep)),
        "unrated": Number(len(depth.unrated)),
        "realms": Joined(
            (Joined((Number(len(uids)), REALM_NAMES[realm])) for realm, uids in depth.by_realm.items()), "; "
        ),
    }
    title = plural(
        "{n} of {m} innovation acts on numbers and structures, {deep} on information, rules or goals",
        "{n} of {m} innovations act on numbers and structures, {deep} on information, rules or goals",
        len(depth.rated),
    )
    why = Message("By Meadows' places, the lower the deeper: {realms}. Not rated: {unrated}.")
    yield Finding(
        kind="depth_of_interventions",
        id="depth_of_interventions",
        title=title.filled(**values),
        why=why.filled(**values),
        next_step=KEEP_THE_DEEP if deep else GO_DEEPER,
        evidence=deep or shallow or depth.rated,
        severity="info" if deep else "low",
        weight=len(depth.rated),
        numbers={**{realm: len(uids) for realm, uids in depth.by_realm.items()}, "unrated": len(depth.unrated)},
    )

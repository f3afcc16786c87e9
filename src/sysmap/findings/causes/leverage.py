"""Where to push: what the four scores of leverage point to, and how deep the innovations reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import CAUSES
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import list_names, list_texts
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.causes.depth import Realm, measure_depth
from sysmap.models.causes.leverage import Leverage, score_levers
from sysmap.models.causes.loops import is_telling

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

AGREED = Message("Where to push: most scores of leverage point to {names}")
AGREED_BUT = Message("Where to push: most scores of leverage point to {names}, though they do not agree on the rest")
NOT_AGREED = Message("The scores of leverage do not agree on where to push")
COMPARED = Message("Four scores were compared: direct links, paths, feedback loops, and a push that was tried out.")
FURTHEST = Message("Furthest apart: {pair}.")
TIPS = Message(
    "On this map any push, however small, tips the whole; pushes were therefore compared by their first, small effects."
)
TRY_AGREED = Message(
    "Try a push at {names} in the causal diagram, up and down: what else moves, and would those who are touched by it agree?"
)
TRY_EACH = Message(
    "Do not choose by the scores. Try several pushes in the causal diagram and compare what each moves for better and for worse."
)

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
        "What at least three of four scores of leverage have among their first {n} (on small maps among the first third "
        "of all causes), and how far the scores agree (Kendall's tau). Each sees something else: direct links, paths, "
        "loops, a simulated push. Where two scores order the causes the opposite way, or more would be named, they do "
        "not agree. Always a fact, never a fault.",
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
    agreed = _find_agreed(scored) if min(taus) >= 0 else []
    favourites = list(dict.fromkeys(uid for uid in _find_favourites(scored) if uid is not None))
    apart = scored.apart
    title = AGREED_BUT if agreed and apart else AGREED if agreed else NOT_AGREED
    why: list[Text] = [COMPARED]
    if apart:
        why.append(FURTHEST)
    if scored.tips:
        why.append(TIPS)
    values = {
        "names": list_names(analysis, agreed or favourites),
        "pair": list_texts([SCORE_NAMES[apart[0].one], SCORE_NAMES[apart[0].other]]) if apart else "",
    }
    yield Finding(
        kind="where_to_push",
        id="where_to_push",
        title=title.filled(**values),
        why=Joined(why).filled(**values),
        next_step=(TRY_AGREED if agreed else TRY_EACH).filled(**values),
        evidence=tuple(agreed or favourites),
        severity="info",
        weight=len(agreed),
        numbers={"agreed": len(agreed), "lowest_tau": min(taus), "highest_tau": max(taus)},
    )


def _find_agreed(scored: Leverage) -> list[str]:
    """The uids that at least `LEAST_VOTES` scores rank among their first; none if that names too many to say anything.

    First are `TOP`, on small maps a third of all. Where a score has equals at that cut, none of these is among its
    first; a score of 0 never is.
    """
    top = min(TOP, len(scored.levers) // 3)
    votes: Counter[str] = Counter()
    for score in SCORE_NAMES:
        first = [lever.uid for lever in scored.levers if lever.scores[score] and (lever.ranks[score] or top + 1) <= top]
        equals = Counter(lever.ranks[score] for lever in scored.levers)
        votes.update(
            lever.uid
            for lever in scored.levers
            if lever.uid in first and (rank := lever.ranks[score]) is not None and rank + equals[rank] - 1 <= top
        )
    agreed = [lever.uid for lever in scored.levers if votes[lever.uid] >= LEAST_VOTES]
    return agreed if is_telling(len(agreed), len(scored.levers)) else []


def _find_favourites(scored: Leverage) -> Iterator[str | None]:
    """The uid that each score ranks first by itself; None where several share the first rank."""
    for score in SCORE_NAMES:
        first = [lever.uid for lever in scored.levers if lever.ranks[score] == 1]
        yield first[0] if len(first) == 1 else None


KEEP_THE_DEEP = Message("Keep {deep_names} alive first: they change what the others only adjust.")
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
        "all": Number(len(depth.rated) + len(depth.unrated)),
        "deep_names": list_names(analysis, deep),
        "realms": Joined(
            (Joined((Number(len(uids)), REALM_NAMES[realm])) for realm, uids in depth.by_realm.items()), "; "
        ),
    }
    title = plural(
        "{n} of {m} innovation acts on numbers and structures, {deep} on information, rules or goals",
        "{n} of {m} innovations act on numbers and structures, {deep} on information, rules or goals",
        len(depth.rated),
    )
    why = Message("By Meadows' places, the lower the deeper: {realms}. Rated: {m} of {all} living innovations.")
    yield Finding(
        kind="depth_of_interventions",
        id="depth_of_interventions",
        title=title.filled(**values),
        why=why.filled(**values),
        next_step=KEEP_THE_DEEP.filled(**values) if deep else GO_DEEPER,
        evidence=deep or shallow or depth.rated,
        severity="info" if deep else "low",
        weight=len(depth.rated),
        numbers={**{realm: len(uids) for realm, uids in depth.by_realm.items()}, "unrated": len(depth.unrated)},
    )

"""Where groups see the causes differently: the links they dispute, and the two groups furthest apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sysmap.analysis import Analysis
from sysmap.findings.causes.acting import grade_causes
from sysmap.findings.needs import CAUSES
from sysmap.findings.port import Finding, Need, Severity, finding
from sysmap.findings.sentences import list_texts
from sysmap.findings.steps import Subject
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.causes.mental_models import Dispute, Views, compare_mental_models
from sysmap.records.causes_holders import find_holders, holder_name

__all__ = ["disputed_causes", "minds_apart"]

MOST_SHOWN = 3
"""How many findings on disputes there are; if there are more disputes, the last one is on all that are left."""

VIEWS = Need(
    lambda analysis: bool(find_holders(analysis)),
    Message("No causal link is said to be the view of anybody in particular."),
    Message("Ask groups apart what causes what, write their links with held_by in links.csv, and build the map again."),
)

ALL_OTHERS = Message("the common map")
SIDES = Message("Raises it: {raises}. Lowers it: {lowers}.")
LOOPS_THROUGH = plural("{n} feedback loop runs through it.", "{n} feedback loops run through it.")
DISTANCE = Message(
    "Of the links that either states they agree on {agreed} and dispute {disputed}; {missing} stand in one map only."
)
AS_FAR_APART = plural("Another pair is as far apart.", "{n} other pairs are as far apart.")


@finding(
    topic="causes_mental_models",
    order=130,
    story="stays",
    title=Message("Causes on which groups disagree"),
    meaning=Message(
        "Causal links that raise their target for some and lower it for others (held_by): those with most holders one by "
        "one, the rest in one sentence. Important if an open problem at either end has severity 3 or more, or none is "
        "rated, else worth a look."
    ),
    source="Langfield-Smith & Wirth 1992",
    needs=(CAUSES, VIEWS),
    search=lambda analysis: [_subject(dispute) for dispute in compare_mental_models(analysis).disputes],
    important=MOST_SHOWN,
)
def disputed_causes(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each of the disputes with most holders and one on the rest, or one that nothing is disputed."""
    disputes = compare_mental_models(analysis).disputes
    alone = disputes if len(disputes) <= MOST_SHOWN else disputes[: MOST_SHOWN - 1]
    for dispute in alone:
        yield _describe_dispute(analysis, dispute, len(disputes))
    if rest := disputes[len(alone) :]:
        yield _describe_rest(analysis, rest, len(disputes))
    if not disputes:
        yield Finding(
            kind="disputed_causes",
            id="disputed_causes",
            title=Message("No cause is disputed"),
            why=Message("Holders of links: {n}.").filled(n=Number(len(find_holders(analysis)))),
            next_step=Message("Ask groups that have not been heard yet."),
            evidence=(),
            severity="info",
            numbers={"disputed": 0},
        )


def _list_holders(analysis: Analysis, holders: Sequence[str], *more: Text) -> Text:
    """The names of the holders, then the texts in `more`, as one list in words."""
    return list_texts([*(holder_name(analysis, holder) for holder in holders), *more])


def _describe_dispute(analysis: Analysis, dispute: Dispute, total: int) -> Finding:
    """The finding on one disputed link, of `total`."""
    sides = {
        sign: _list_holders(analysis, holders, *([ALL_OTHERS] if dispute.common == sign else []))
        for sign, holders in ((1, dispute.raises), (-1, dispute.lowers))
    }
    values = {
        "source": analysis.name(dispute.source),
        "target": analysis.name(dispute.target),
        "raises": sides[1],
        "lowers": sides[-1],
        "n": Number(dispute.loops),
        "who": _list_holders(analysis, (*dispute.raises, *dispute.lowers)),
    }
    why = [SIDES, LOOPS_THROUGH.counted(dispute.loops)]
    if total > 1:
        why.append(Message("{all} links are disputed in all.", all=Number(total)))
    return Finding(
        kind="disputed_causes",
        id=f"disputed_causes:{dispute.source}>{dispute.target}",
        title=Message("Does {source} raise or lower {target}? The groups disagree").filled(**values),
        why=Joined(why).filled(**values),
        next_step=Message(
            "Bring {who} to one table: let each tell what it has seen, then agree which figures would decide it and "
            "who collects them. Both may be right, at different times or places."
        ).filled(**values),
        evidence=_gather_evidence(analysis, [dispute]),
        severity=_rate_disputes(analysis, [dispute]),
        weight=len(dispute.raises) + len(dispute.lowers),
        numbers={
            "raises": len(dispute.raises),
            "lowers": len(dispute.lowers),
            "loops": dispute.loops,
            "disputed": total,
        },
        items=(_subject(dispute),),
    )


def _describe_rest(analysis: Analysis, disputes: Sequence[Dispute], total: int) -> Finding:
    """The finding on all disputes that have none of their own, of `total`."""
    links = [f"{analysis.name(dispute.source)} → {analysis.name(dispute.target)}" for dispute in disputes]
    holders = list(dict.fromkeys(holder for one in disputes for holder in (*one.raises, *one.lowers)))
    return Finding(
        kind="disputed_causes",
        id="disputed_causes:others",
        title=Message("The groups also disagree on {n} other links: {links}").filled(
            n=Number(len(disputes)), links=list_texts(links)
        ),
        why=Message("{all} links are disputed in all.", all=Number(total)),
        next_step=Message(
            "Take these up with {who} after the links that most groups dispute: often one talk settles several."
        ).filled(who=_list_holders(analysis, holders)),
        evidence=_gather_evidence(analysis, disputes),
        severity=_rate_disputes(analysis, disputes),
        numbers={"disputed": total, "others": len(disputes)},
        items=tuple(_subject(dispute) for dispute in disputes),
    )


def _subject(dispute: Dispute) -> Subject:
    return dispute.source, dispute.target


def _gather_evidence(analysis: Analysis, disputes: Sequence[Dispute]) -> tuple[str, ...]:
    """The ends, the holders that are stakeholders, and the ties of these links."""
    return tuple(
        dict.fromkeys(
            uid
            for one in disputes
            for uid in (one.source, one.target, *one.raises, *one.lowers, *one.ties)
            if uid in analysis.whole or uid in one.ties
        )
    )


def _rate_disputes(analysis: Analysis, disputes: Sequence[Dispute]) -> Severity:
    """By the gravest open problem at either end of a link; low if none of the ends is one."""
    severity = grade_causes(analysis, [uid for one in disputes for uid in (one.source, one.target)])
    return "low" if severity == "info" else severity


@finding(
    topic="causes_mental_models",
    order=140,
    title=Message("Mental models furthest apart"),
    meaning=Message(
        "The two groups whose causal maps differ most, by what they agree on, dispute, or have in one map only. Low "
        "where they dispute a link, else a fact."
    ),
    source="Langfield-Smith & Wirth 1992; Markóczy & Goldberg 1995",
    needs=(CAUSES, VIEWS),
    search=lambda analysis: [tuple(sorted((views.one, views.other))) for views in _find_different(analysis)],
)
def minds_apart(analysis: Analysis) -> Iterator[Finding]:
    """One finding on the two groups furthest apart; nothing if all views are alike or no two can be compared."""
    different = _find_different(analysis)
    if different:
        yield _describe_views(
            analysis, different[0], sum(views.distance == different[0].distance for views in different)
        )


def _find_different(analysis: Analysis) -> list[Views]:
    return [views for views in compare_mental_models(analysis).pairs if views.distance]


def _describe_views(analysis: Analysis, views: Views, equally_far: int) -> Finding:
    """The finding on two groups; `equally_far` pairs, this one included, have the same distance."""
    counts = {
        "agreed": len(views.agreed),
        "disputed": len(views.disputed),
        "missing": len(views.only_one) + len(views.only_other),
    }
    values = {name: Number(count) for name, count in counts.items()} | {
        "one": holder_name(analysis, views.one),
        "other": holder_name(analysis, views.other),
    }
    why = [DISTANCE]
    if equally_far > 1:
        why.append(AS_FAR_APART.counted(equally_far - 1).filled(n=Number(equally_far - 1)))
    return Finding(
        kind="minds_apart",
        id=f"minds_apart:{views.one}>{views.other}",
        title=Message("{one} and {other} are furthest apart in what they hold to be the causes").filled(**values),
        why=Joined(why).filled(**values),
        next_step=Message(
            "Before they plan together, let {one} and {other} each draw its map and explain it to the other."
        ).filled(**values),
        evidence=tuple(
            dict.fromkeys(
                [
                    *(holder for holder in (views.one, views.other) if holder in analysis.whole),
                    *(uid for link in views.disputed for uid in link),
                ]
            )
        ),
        severity="low" if views.disputed else "info",
        weight=views.distance or 0,
        numbers={"distance": views.distance, **counts},
        items=(tuple(sorted((views.one, views.other))),),
    )

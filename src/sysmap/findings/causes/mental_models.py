"""Where groups see the causes differently: the links they dispute, and the two groups furthest apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sysmap.analysis import Analysis
from sysmap.findings.needs import CAUSES
from sysmap.findings.port import Finding, Need, Severity, finding
from sysmap.findings.sentences import list_texts
from sysmap.findings.severity import grade_by_problems
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.causes.mental_models import Dispute, Views, compare_mental_models
from sysmap.records.causes_holders import find_holders, holder_name
from sysmap.records.coverage_work import problem_severities

__all__ = ["disputed_causes", "minds_apart"]

MOST_SHOWN = 5
"""How many disputes become findings, those with most holders first; the others are counted."""

VIEWS = Need(
    lambda analysis: bool(find_holders(analysis)),
    Message("No causal link is said to be the view of anybody in particular."),
    Message("Ask groups apart what causes what, write their links with held_by in links.csv, and build the map again."),
)

ALL_OTHERS = Message("the common map")
SIDES = Message("Raises it: {raises}. Lowers it: {lowers}.")
LOOPS_THROUGH = plural("{n} feedback loop runs through it.", "{n} feedback loops run through it.")
DISTANCE = Message(
    "Of the links that either states they agree on {agreed} and dispute {disputed}; {missing} stand in one map only. "
    "Distance {distance}: 0 is alike, 1 opposite."
)
AS_FAR_APART = plural("Another pair is as far apart.", "{n} other pairs are as far apart.")


@finding(
    topic="causes_mental_models",
    order=130,
    story="stays",
    title=Message("Causes on which groups disagree"),
    meaning=Message(
        "Causal links that raise their target for some and lower it for others (held_by), the five with most holders. "
        "As severe as the gravest open problem at either end (high from 4, medium from 3, or when no problem is "
        "rated), else low."
    ),
    source="Langfield-Smith & Wirth 1992",
    needs=(CAUSES, VIEWS),
)
def disputed_causes(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each of the disputes with most holders, or one that says that nothing is disputed."""
    disputes = compare_mental_models(analysis).disputes
    for dispute in disputes[:MOST_SHOWN]:
        yield _describe_dispute(analysis, dispute, len(disputes))
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
    if total > MOST_SHOWN:
        why.append(Message("{all} links are disputed in all.", all=total))
    return Finding(
        kind="disputed_causes",
        id=f"disputed_causes:{dispute.source}>{dispute.target}",
        title=Message("Does {source} raise or lower {target}? The groups disagree").filled(**values),
        why=Joined(why).filled(**values),
        next_step=Message(
            "Bring {who} to one table: let each tell what it has seen, then agree which figures would decide it and "
            "who collects them. Both may be right, at different times or places."
        ).filled(**values),
        evidence=(
            dispute.source,
            dispute.target,
            *(holder for holder in (*dispute.raises, *dispute.lowers) if holder in analysis.whole),
            *dispute.ties,
        ),
        severity=_rate_dispute(analysis, dispute),
        weight=len(dispute.raises) + len(dispute.lowers),
        numbers={
            "raises": len(dispute.raises),
            "lowers": len(dispute.lowers),
            "loops": dispute.loops,
            "disputed": total,
        },
    )


def _rate_dispute(analysis: Analysis, dispute: Dispute) -> Severity:
    """As severe as the gravest open problem at either end of the link; low if neither end is one."""
    problems = tuple(uid for uid in (dispute.source, dispute.target) if uid in problem_severities(analysis))
    return grade_by_problems(analysis, problems) if problems else "low"


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
)
def minds_apart(analysis: Analysis) -> Iterator[Finding]:
    """One finding on the two groups furthest apart; nothing if all views are alike or no two can be compared."""
    different = [views for views in compare_mental_models(analysis).pairs if views.distance]
    if different:
        yield _describe_views(
            analysis, different[0], sum(views.distance == different[0].distance for views in different)
        )


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
        "distance": Number(views.distance or 0, 2),
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
            "Before they plan together, let each draw its map and explain it to the other; sysmap whatif --held-by "
            "shows what either expects of a push."
        ),
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
    )

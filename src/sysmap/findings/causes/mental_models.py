"""Where groups see the causes otherwise: the links they dispute, and the two that are furthest apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sysmap.analysis import Analysis
from sysmap.findings.needs import CAUSES
from sysmap.findings.port import Finding, Need, Severity, finding
from sysmap.findings.sentences import enumerated
from sysmap.findings.severity import by_problems
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.causes.mental_models import Dispute, Views, compare_mental_models
from sysmap.records.causes_holders import find_holders, holder_name
from sysmap.records.coverage_work import problem_severities

__all__ = ["disputed_causes", "minds_apart"]

SHOWN = 5
"""How many disputes are told, those of most holders first; the others are counted."""

VIEWS = Need(
    lambda analysis: bool(find_holders(analysis)),
    Message("No causal link is said to be the view of anybody in particular."),
    Message("Ask groups apart what causes what, write their links with held_by in links.csv, and build the map again."),
)

ALL_OTHERS = Message("the common map")
SAID = Message("Raises it: {raises}. Lowers it: {lowers}.")
HANGS = plural("{n} feedback loop runs through it.", "{n} feedback loops run through it.")


@finding(
    topic="causes_mental_models",
    order=130,
    story="stays",
    title=Message("Causes on which groups disagree"),
    meaning=Message(
        "Causal links that raise their target for some and lower it for others (held_by), the five with most holders. As severe as the gravest open "
        "problem at either end (high from 4, medium from 3, or when no problem is rated), else low."
    ),
    source="Langfield-Smith & Wirth 1992",
    needs=(CAUSES, VIEWS),
)
def disputed_causes(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each of the disputes of most holders, or one that says that nothing is disputed."""
    disputes = compare_mental_models(analysis).disputes
    for one in disputes[:SHOWN]:
        yield _dispute(analysis, one, len(disputes))
    if not disputes:
        yield Finding(
            "disputed_causes",
            "disputed_causes",
            Message("No cause is disputed"),
            Message("Holders of links: {n}.").filled(n=Number(len(find_holders(analysis)))),
            Message("Ask groups that have not been heard yet."),
            (),
            "info",
            numbers={"disputed": 0},
        )


def _names(analysis: Analysis, some: Sequence[str], *more: Text) -> Text:
    return enumerated([*(holder_name(analysis, holder) for holder in some), *more])


def _dispute(analysis: Analysis, one: Dispute, everything: int) -> Finding:
    sides = {
        sign: _names(analysis, some, *([ALL_OTHERS] if one.common == sign else []))
        for sign, some in ((1, one.raises), (-1, one.lowers))
    }
    problems = tuple(uid for uid in (one.source, one.target) if uid in problem_severities(analysis))
    severity: Severity = by_problems(analysis, problems) if problems else "low"
    told = {
        "source": analysis.name(one.source),
        "target": analysis.name(one.target),
        "raises": sides[1],
        "lowers": sides[-1],
        "n": Number(one.loops),
        "who": _names(analysis, (*one.raises, *one.lowers)),
    }
    why = [SAID, HANGS.counted(one.loops)]
    if everything > SHOWN:
        why.append(Message("{all} links are disputed in all.", all=everything))
    return Finding(
        "disputed_causes",
        f"disputed_causes:{one.source}>{one.target}",
        Message("Does {source} raise or lower {target}? The groups disagree").filled(**told),
        Joined(why).filled(**told),
        Message(
            "Bring {who} to one table: let each tell what it has seen, then agree which figures would decide it and who collects them. Both may be right, at "
            "different times or places."
        ).filled(**told),
        (
            one.source,
            one.target,
            *(holder for holder in (*one.raises, *one.lowers) if holder in analysis.whole),
            *one.ties,
        ),
        severity,
        weight=len(one.raises) + len(one.lowers),
        numbers={"raises": len(one.raises), "lowers": len(one.lowers), "loops": one.loops, "disputed": everything},
    )


@finding(
    topic="causes_mental_models",
    order=140,
    title=Message("Mental models furthest apart"),
    meaning=Message(
        "The two groups whose causal maps differ most, by what they agree on, dispute, or have in one map only. Low where they dispute a link, else a fact."
    ),
    source="Langfield-Smith & Wirth 1992; Markóczy & Goldberg 1995",
    needs=(CAUSES, VIEWS),
)
def minds_apart(analysis: Analysis) -> Iterator[Finding]:
    """One finding on the two furthest apart; none where no two groups have a view of the same link, or all are alike."""
    apart = [one for one in compare_mental_models(analysis).pairs if one.distance]
    if apart:
        yield _apart(analysis, apart[0], sum(one.distance == apart[0].distance for one in apart))


def _apart(analysis: Analysis, one: Views, as_far: int) -> Finding:
    counts = {
        "agreed": len(one.agreed),
        "disputed": len(one.disputed),
        "missing": len(one.only_one) + len(one.only_other),
    }
    told = {name: Number(count) for name, count in counts.items()} | {
        "one": holder_name(analysis, one.one),
        "other": holder_name(analysis, one.other),
        "distance": Number(one.distance or 0, 2),
    }
    why = [
        Message(
            "Of the links that either states they agree on {agreed} and dispute {disputed}; {missing} stand in one map only. Distance {distance}: 0 is alike, 1 opposite."
        )
    ]
    if as_far > 1:
        why.append(
            plural("Another pair is as far apart.", "{n} other pairs are as far apart.", as_far - 1).filled(
                n=Number(as_far - 1)
            )
        )
    return Finding(
        "minds_apart",
        f"minds_apart:{one.one}>{one.other}",
        Message("{one} and {other} are furthest apart in what they hold to be the causes").filled(**told),
        Joined(why).filled(**told),
        Message(
            "Before they plan together, let each draw its map and explain it to the other; sysmap whatif --held-by shows what either expects of a push."
        ),
        tuple(
            dict.fromkeys(
                [
                    *(holder for holder in (one.one, one.other) if holder in analysis.whole),
                    *(uid for link in one.disputed for uid in link),
                ]
            )
        ),
        "low" if one.disputed else "info",
        weight=one.distance or 0,
        numbers={"distance": one.distance, **counts},
    )

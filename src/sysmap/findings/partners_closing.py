"""Which few new ties would close most gaps, who could convene them all, and which answers do not know of each other."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import INNOVATIONS, PARTNERSHIPS, PROBLEMS, WORK
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import list_names, percent
from sysmap.findings.severity import grade_by_problems
from sysmap.messages import Message, Number, Text, plural
from sysmap.models.gaps.congruence import find_redundancies
from sysmap.models.partners.closing import Closing, find_closing_set

__all__ = ["closing_set", "separate_answers"]

MOST_TIES = 3
"""How many new ties are proposed."""
LEAST_CLOSED = 2
"""A proposed tie closes at least so many gaps; one that closes a single gap is a collaboration gap already."""
LEAST_SHARE = 0.1
"""If the ties close a smaller share of all gaps, nothing is proposed: a meeting helps more (crowded problems)."""
MOST_GUESTS = 10
"""A convenor who needs more new ties than this is not proposed."""


TIES_CLOSE = plural(
    "{n} new partnership would bring {closed} of {open} distant gap pairs within two steps ({share})",
    "{n} new partnerships would bring {closed} of {open} distant gap pairs within two steps ({share})",
)


@finding(
    topic="partners_closing",
    order=340,
    story="bring",
    title=Message("Few new ties that close most gaps"),
    meaning=Message(
        "Up to three new partnerships, the most telling first, that bring the most gap pairs within two steps of each "
        "other (closing set), and who could convene all of them. Found by a greedy search, a heuristic: on small maps, "
        "where all sets were tried, it took up to 4% more ties than the fewest. Told where each of them closes two "
        "gaps or more and all together a tenth. Always info."
    ),
    needs=(PARTNERSHIPS, PROBLEMS, WORK),
)
def closing_set(analysis: Analysis) -> Iterator[Finding]:
    """One finding with the first ties of the closing set and the convenor; nothing if they would close too little."""
    closing = find_closing_set(analysis, most=MOST_TIES, least=LEAST_CLOSED)
    ties = closing.ties
    closed = sum(tie.closes for tie in ties)
    if not ties or closing.convenor is None or closed < LEAST_SHARE * closing.open:
        return
    pairs = [f"{analysis.name(tie.source)} - {analysis.name(tie.target)} ({tie.closes})" for tie in ties]
    evidence = [uid for tie in ties for uid in (tie.source, tie.target)]
    if _can_convene(closing):
        evidence.append(closing.convenor)
    values = {
        "n": Number(len(ties)),
        "closed": Number(closed),
        "open": Number(closing.open),
        "share": percent(closed / closing.open),
        "pairs": "; ".join(pairs),
        "convenor": analysis.name(closing.convenor),
        "ties": Number(closing.convenor_ties),
    }
    yield Finding(
        kind="closing_set",
        id="closing_set",
        title=TIES_CLOSE.counted(len(ties)).filled(**values),
        why=Message(
            "Not every gap needs a tie of its own: a partner in common can carry the word (closing set). The ties, and "
            "how many each closes: {pairs}. A search step by step: on small maps it took up to 4% more ties than the "
            "fewest."
        ).filled(**values),
        next_step=_advise_ties(closing).filled(**values),
        evidence=tuple(dict.fromkeys(evidence)),
        severity="info",
        weight=closed,
        numbers={"ties": len(ties), "closed": closed, "open": closing.open, "convenor_ties": closing.convenor_ties},
    )


def _can_convene(closing: Closing) -> bool:
    """Whether the convenor needs few enough new ties to reach all."""
    return closing.convenor_ties <= MOST_GUESTS


def _advise_ties(closing: Closing) -> Text:
    """The next step: make the ties, or let one stakeholder convene all if that takes few new ties."""
    if not _can_convene(closing):
        return Message("Make these first, build the map again, and see what is left.")
    return plural(
        "Make these first. Or let {convenor} convene: {ties} new tie makes it the partner of all in such a gap.",
        "Make these first. Or let {convenor} convene: {ties} new ties make it the partner of all in such gaps.",
        closing.convenor_ties,
    )


@finding(
    topic="partners_closing",
    order=350,
    title=Message("Answers that do not know of each other"),
    meaning=Message(
        "Innovations on one problem whose leads no chain of partnerships joins (redundancy): work may be done twice. "
        "As severe as the problem: high from 4, medium from 3 (or when no problem is rated), else low."
    ),
    needs=(PARTNERSHIPS, PROBLEMS, INNOVATIONS),
)
def separate_answers(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each problem whose innovations lie in separate pieces of the network."""
    for redundancy in find_redundancies(analysis):
        innovations = tuple(uid for group in redundancy.groups for uid in group)
        values = {
            "problem": analysis.name(redundancy.problem),
            "n": Number(len(innovations)),
            "pieces": Number(len(redundancy.groups)),
            "names": list_names(analysis, innovations),
        }
        yield Finding(
            kind="separate_answers",
            id=f"separate_answers:{redundancy.problem}",
            title=Message(
                "{n} innovations answer {problem} from {pieces} pieces of the network that nothing joins: {names}"
            ).filled(**values),
            why=Message(
                "Who leads one cannot hear of the other through partners: the same is tried twice, and what failed is "
                "not told (redundancy)."
            ).filled(**values),
            next_step=Message(
                "Bring the leads together over {problem}: share what was learned, and settle who does what."
            ).filled(**values),
            evidence=(redundancy.problem, *innovations),
            severity=grade_by_problems(analysis, (redundancy.problem,)),
            weight=len(redundancy.groups),
            numbers={"innovations": len(innovations), "pieces": len(redundancy.groups)},
        )

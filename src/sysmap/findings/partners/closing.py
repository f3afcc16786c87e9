"""Which few new ties would close most gaps, who could convene them all, and which answers do not know of each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from sysmap.analysis import Analysis
from sysmap.findings.needs import INNOVATIONS, PARTNERSHIPS, PROBLEMS, WORK
from sysmap.findings.partners.isolation import EQUAL_WITH, join_two
from sysmap.findings.port import Finding, Need, finding
from sysmap.findings.sentences import list_names, percent
from sysmap.findings.severity import grade_by_problems
from sysmap.findings.steps import Subject
from sysmap.messages import Joined, Message, Number, Text, plural
from sysmap.models.gaps.congruence import Redundancy, find_redundancies
from sysmap.models.partners.closing import Closing, find_closing_set, find_open_pairs
from sysmap.records.coverage_work import problem_severities

__all__ = ["closing_set", "find_leads", "search_open", "search_separate", "separate_answers"]

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


def search_open(analysis: Analysis) -> Iterator[Subject]:
    """Each gap pair that is more than two partnerships apart."""
    return iter(find_open_pairs(analysis))


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
    search=search_open,
)
def closing_set(analysis: Analysis) -> Iterator[Finding]:
    """One finding with the first ties of the closing set and the convenor; nothing if they would close too little."""
    closing = find_closing_set(analysis, most=MOST_TIES, least=LEAST_CLOSED)
    ties = closing.ties
    closed = sum(tie.closes for tie in ties)
    if not ties or closed < LEAST_SHARE * closing.open:
        return
    pairs = [f"{analysis.name(tie.source)} - {analysis.name(tie.target)} ({tie.closes})" for tie in ties]
    evidence = [uid for tie in ties for uid in (tie.source, tie.target)]
    if closing.convenor and _can_convene(closing):
        evidence.append(closing.convenor)
    values = {
        "n": Number(len(ties)),
        "closed": Number(closed),
        "open": Number(closing.open),
        "share": percent(closed / closing.open),
        "pairs": "; ".join(pairs),
        "one": analysis.name(ties[0].source),
        "other": analysis.name(ties[0].target),
        "convenor": analysis.name(closing.convenor) if closing.convenor else "",
        "ties": Number(closing.convenor_ties),
    }
    yield Finding(
        kind="closing_set",
        id="closing_set",
        title=TIES_CLOSE.counted(len(ties)).filled(**values),
        why=plural(
            "Not every gap needs a tie of its own: a partner in common can carry the word (closing set). The tie, and how "
            "many gaps it closes: {pairs}.",
            "Not every gap needs a tie of its own: a partner in common can carry the word (closing set). The ties, and "
            "how many gaps each closes: {pairs}. They were found step by step; another choice might do with fewer.",
            len(ties),
        ).filled(**values),
        next_step=_advise_ties(closing, values),
        evidence=tuple(dict.fromkeys(evidence)),
        severity="info",
        weight=closed,
        numbers={"ties": len(ties), "closed": closed, "open": closing.open, "convenor_ties": closing.convenor_ties},
        items=tuple(pair for pairs in closing.closed for pair in pairs),
        step=join_two(closing.closed[0][0], ties[0].source, ties[0].target),
    )


def _can_convene(closing: Closing) -> bool:
    """Whether somebody could convene all, and needs few enough new ties for it."""
    return closing.convenor is not None and closing.convenor_ties <= MOST_GUESTS


def _advise_ties(closing: Closing, values: dict[str, object]) -> Text:
    """The next step: make the ties, or let one stakeholder convene all if that takes few new ties."""
    first = Message("Bring {one} and {other} together first.").filled(**values)
    if not _can_convene(closing):
        return Joined((first, Message("Then build the map again, and see what is left.")))
    convene = plural(
        "Or let {convenor} convene: {ties} new tie makes it the partner of all in such a gap.",
        "Or let {convenor} convene: {ties} new ties make it the partner of all in such gaps.",
        closing.convenor_ties,
    ).filled(**values)
    equals = EQUAL_WITH.counted(closing.equals).filled(n=Number(closing.equals))
    return Joined((first, convene, equals) if closing.equals else (first, convene))


LEADS = Need(
    lambda analysis: analysis.asks("LEADS") and analysis.asks("ADDRESSES"),
    Message("The data do not say who leads which innovation, or which problem it answers."),
    Message("Write down who leads each innovation and which problems it addresses."),
)
MOST_ANSWERED = 3
"""So many problems are named in the sentence; the others are counted."""
ANSWERED = Message("{problem}: {names}")


def search_separate(analysis: Analysis) -> Iterator[Subject]:
    """Each problem with two innovations whose leads no chain of partnerships joins."""
    for redundancy in find_redundancies(analysis):
        yield from _pair_answers(redundancy)


def _pair_answers(redundancy: Redundancy) -> Iterator[Subject]:
    for one, other in combinations(redundancy.groups, 2):
        for first in one:
            for second in other:
                yield (redundancy.problem, *sorted((first, second)))


@finding(
    topic="partners_closing",
    order=350,
    title=Message("Answers that do not know of each other"),
    meaning=Message(
        "Innovations on one problem whose leads no chain of partnerships joins (redundancy): work may be done twice. "
        "One sentence for all such problems, the gravest first. Medium if one of them has a severity of 3 or more (or "
        "no problem is rated), else low."
    ),
    needs=(PARTNERSHIPS, PROBLEMS, INNOVATIONS, LEADS),
    search=search_separate,
    important=1,
)
def separate_answers(analysis: Analysis) -> Iterator[Finding]:
    """One finding on all problems whose innovations lie in separate pieces of the network."""
    redundancies = _sort_redundancies(analysis)
    if not redundancies:
        return
    problems = tuple(one.problem for one in redundancies)
    first, innovations = redundancies[0], [uid for group in redundancies[0].groups for uid in group]
    one, other = (find_leads(analysis, group[0])[0] for group in first.groups[:2])
    values = {
        "problem": analysis.name(first.problem),
        "n": Number(len(innovations)),
        "pieces": Number(len(first.groups)),
        "names": list_names(analysis, innovations),
        "one": analysis.name(one),
        "other": analysis.name(other),
    }
    yield Finding(
        kind="separate_answers",
        id="separate_answers",
        title=Message(
            "{n} innovations answer {problem} from {pieces} pieces of the network that nothing joins: {names}"
        ).filled(**values),
        why=_explain_separate(analysis, redundancies[1:]),
        next_step=Message(
            "Bring {one} and {other} together over {problem}: share what was learned, and settle who does what."
        ).filled(**values),
        evidence=tuple(dict.fromkeys((first.problem, *innovations, *problems))),
        severity="low" if grade_by_problems(analysis, problems) == "low" else "medium",
        weight=len(redundancies),
        numbers={"problems": len(redundancies), "innovations": len(innovations), "pieces": len(first.groups)},
        items=tuple(search_separate(analysis)),
        step=join_two((first.problem, *sorted(group[0] for group in first.groups[:2])), one, other),
    )


def _sort_redundancies(analysis: Analysis) -> list[Redundancy]:
    """The problem of the highest severity first, of equals that with the most pieces, then by name."""
    severities = problem_severities(analysis)
    return sorted(
        find_redundancies(analysis),
        key=lambda one: (-severities[one.problem], -len(one.groups), analysis.name(one.problem), one.problem),
    )


def _explain_separate(analysis: Analysis, others: Sequence[Redundancy]) -> Text:
    """Why it matters, and the other problems that are answered apart."""
    why = Message(
        "Who leads one cannot hear of the other through partners: the same is tried twice, and what failed is not told "
        "(redundancy)."
    )
    rest = [_list_answers(analysis, one) for one in others[: MOST_ANSWERED - 1]]
    if more := len(others) - len(rest):
        rest.append(Message("{n} more").filled(n=Number(more)))
    return Joined((why, Message("Likewise: {list}.").filled(list=Joined(rest, "; ")))) if rest else why


def _list_answers(analysis: Analysis, redundancy: Redundancy) -> Text:
    """A problem with the innovations that answer it apart."""
    innovations = [uid for group in redundancy.groups for uid in group]
    return ANSWERED.filled(problem=analysis.name(redundancy.problem), names=list_names(analysis, innovations))


def find_leads(analysis: Analysis, innovation: str) -> list[str]:
    """Who leads an innovation, by name."""
    ties = analysis.graph.in_edges(innovation, data="type")
    leads = {source for source, _, type in ties if type == "LEADS"}
    return sorted(leads, key=lambda uid: (analysis.name(uid), uid))

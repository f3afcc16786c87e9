"""The pages of the report on one thing: a problem, or an innovation in the valley of death. Each fits one sheet of A4.

A sheet says who and what belongs to its thing, then the findings that point to it. Lists are cut and counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sysmap.findings.needs import COORDINATION
from sysmap.findings.port import Finding, first_missing_need
from sysmap.findings.severity import GRADES
from sysmap.messages import Day, Message, Text
from sysmap.models.coverage import find_coverage
from sysmap.models.gaps.ranking import find_gaps
from sysmap.models.grow import read_sessions
from sysmap.models.innovation_valley import Crossing, find_crossings
from sysmap.report.texts import TEXT
from sysmap.report.writer import Writer

__all__ = ["MOST_SHEETS", "Block", "Entry", "Sheet", "innovation_sheets", "print_finding", "problem_sheets"]

MOST_SHEETS = 12
"""Problems, and innovations, that have a sheet of their own; the others stand in the tables of the annex."""
MOST_LINES = 3
"""Lines of a block; the others are counted."""
MOST_ENTRIES = 2
"""Findings on a sheet."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as it is printed; `severity` names its class of style, `grade` is what that severity is called."""

    severity: str
    grade: str
    title: str
    why: str
    next_step: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Block:
    """A few lines under a small heading."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its name, what is known of the thing, the findings that point to it, and the ids of these."""

    title: str
    about: str
    blocks: tuple[Block, ...]
    entries: tuple[Entry, ...]
    told: frozenset[str]


def print_finding(writer: Writer, finding: Finding, *, evidence: bool = True) -> Entry:
    """A finding in the report's language, with the names of its evidence or without."""
    return Entry(
        finding.severity,
        GRADES[finding.severity].render(writer.language),
        writer.say(finding.title),
        writer.say(finding.why),
        writer.say(finding.next_step),
        writer.names(finding.evidence) if evidence else "",
    )


def problem_sheets(writer: Writer, findings: Sequence[Finding]) -> Iterator[Sheet]:
    """A sheet for each of the gravest open problems of which more is known than the name; no finding is on two."""
    ties, told = _ties(writer), set[str]()
    for uid in find_coverage(writer.analysis).problems[:MOST_SHEETS]:
        about = [one for one in findings if f":{uid}:" in f"{one.id}:" and one.id not in told]
        blocks = tuple(_blocks(writer, _of_problem(writer, uid, ties)))
        if blocks or about:
            sheet = _sheet(writer, uid, blocks, about)
            told |= sheet.told
            yield sheet


def innovation_sheets(writer: Writer, findings: Sequence[Finding]) -> Iterator[Sheet]:
    """A sheet for each innovation in the valley of death, the greatest risk first."""
    ties = _ties(writer)
    inside = [crossing for crossing in find_crossings(writer.analysis) if crossing.inside]
    for crossing in inside[:MOST_SHEETS]:
        about = [one for one in findings if f":{crossing.innovation}:" in f"{one.id}:"]
        blocks = tuple(_blocks(writer, _of_innovation(writer, crossing, ties)))
        yield _sheet(writer, crossing.innovation, blocks, about)


Ties = Mapping[str, Mapping[str, list[str]]]
"""Type of tie -> node -> the nodes that such ties join it with, at whichever end."""


def _ties(writer: Writer) -> Ties:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for source, target, type in sorted(writer.analysis.graph.edges(data="type")):
        found[type][target].append(source)
        found[f"{type} from"][source].append(target)
    return found


def _of_problem(writer: Writer, uid: str, ties: Ties) -> Iterator[tuple[str, list[str]]]:
    """The blocks of a problem, by their keys in `TEXT`."""
    analysis = writer.analysis
    direct = [who for type in analysis.settings.works if type != "OWNS" for who in ties[type][uid]]
    answers = ties["ADDRESSES"][uid]
    nobody = [writer.say(TEXT["nobody"])] if analysis.asks("OWNS") else []
    yield "owners", _names(writer, ties["OWNS"][uid]) or nobody
    yield "workers", _names(writer, direct)
    yield "answers_all", [_with_stage(writer, answer) for answer in answers]
    if not first_missing_need(analysis, COORDINATION):
        gaps = [gap for gap in find_gaps(analysis).top if uid in gap.problems and not gap.together]
        yield "apart", [writer.pair(gap) for gap in gaps]
    yield "driven", _names(writer, [source for source in ties["INFLUENCES"][uid] if source != uid])
    yield "drives", _names(writer, [target for target in ties["INFLUENCES from"][uid] if target != uid])
    yield "promised", list(_promises(writer, uid))


def _of_innovation(writer: Writer, crossing: Crossing, ties: Ties) -> Iterator[tuple[str, list[str]]]:
    """The blocks of an innovation, by their keys in `TEXT`."""
    uid = crossing.innovation
    yield "addresses", _names(writer, ties["ADDRESSES from"][uid])
    for key, type in (("leads", "LEADS"), ("sponsors", "SPONSORS"), ("funders", "FUNDS"), ("adopters", "ADOPTS")):
        yield key, _names(writer, ties[type][uid])


def _blocks(writer: Writer, parts: Iterable[tuple[str, list[str]]]) -> Iterator[Block]:
    for key, lines in parts:
        if lines:
            shown = lines[:MOST_LINES]
            if len(lines) > MOST_LINES:
                shown.append(writer.say(TEXT["others"], n=len(lines) - MOST_LINES))
            yield Block(writer.say(TEXT[key]), tuple(shown))


def _names(writer: Writer, uids: Iterable[str]) -> list[str]:
    return [writer.names((uid,)) for uid in dict.fromkeys(uids)]


def _with_stage(writer: Writer, innovation: str) -> str:
    """The name of an innovation and its stage, where that is known."""
    (field,) = (field for field in writer.analysis.vocabulary.node("Innovation").fields if field.name == "stage")
    labels = {choice.value: choice.label for choice in field.choices}
    stage, name = writer.analysis.props(innovation).get("stage"), writer.names((innovation,))
    return f"{name} ({writer.say(labels[stage])})" if stage in labels else name


def _promises(writer: Writer, problem: str) -> Iterator[str]:
    """What was promised about a problem in a session and is not done, with the day it is due."""
    for session in read_sessions(writer.analysis):
        if problem in session.problems:
            for action in session.actions:
                if action.done is None:
                    values = {"who": writer.names((action.stakeholder,)), "what": action.what}
                    if action.due:
                        yield writer.say(PROMISE_BY, **values, day=_day(action.due))
                    else:
                        yield writer.say(PROMISE, **values)


PROMISE = Message("{who}: {what}")
PROMISE_BY = Message("{who}: {what}, by {day}")


def _day(text: str) -> Text | str:
    """A date in words; a month or a year alone stays as it is written."""
    try:
        return Day(date.fromisoformat(text))
    except ValueError:
        return text


def _sheet(writer: Writer, uid: str, blocks: tuple[Block, ...], findings: list[Finding]) -> Sheet:
    props = writer.analysis.props(uid)
    about = writer.facts.visible_values(props["label"], props).get("severity")
    shown = findings[:MOST_ENTRIES]
    return Sheet(
        writer.names((uid,)),
        "" if about is None else writer.say(TEXT["severity_of"], n=about),
        blocks,
        tuple(print_finding(writer, one, evidence=False) for one in shown),
        frozenset(one.id for one in shown),
    )

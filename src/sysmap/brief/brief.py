"""What the brief says, once and in one language, for whoever writes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from sysmap.analysis import Analysis, kept
from sysmap.brief.decisions import choose_decisions, tell_due
from sysmap.findings.port import FINDINGS, Finding, all_findings
from sysmap.findings.start import list_starts
from sysmap.messages import Message, Text
from sysmap.page.scene import build_scene
from sysmap.rendering.facts import LONGEST_NAME, Facts
from sysmap.rendering.markup import svg_address
from sysmap.rendering.notes import describe_counts
from sysmap.rendering.port import Look
from sysmap.report.writer import one_line
from sysmap.still.drawing import draw_svg

__all__ = ["TEXT", "Brief", "Decision", "build_brief", "choose_sentences"]

SENTENCES = 3
MOST_UNKNOWN = 4
MOST_PARTNERS = 5
"""Of those who act so many are named at most, the first of them included."""
MOST_DRAWN, MOST_OF_PART = 150, 60
"""Up to so many nodes the map is drawn whole; of a larger one the first of those that decisions and sentences name."""

TEXT: Mapping[str, Message] = {
    "in_short": Message("In short"),
    "decide": Message("What to decide"),
    "who": Message("Who"),
    "with": Message("With"),
    "by": Message("By"),
    "map": Message("The map in small"),
    "part": Message("The part of the map that this is about"),
    "unknown": Message("What is not known yet"),
    "nothing": Message("Nothing has to be decided, as far as the tables say."),
    "more": Message("Names, evidence and numbers behind each sentence stand in the report and on the page."),
    "drafted": Message("Drafted from the tables; check it with those it names before anything is decided."),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """A step to be decided: what, who begins, with whom (empty: nobody else is named), by when, and why."""

    what: str
    who: str
    partners: str
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole brief; every text is one line without control characters. `picture` is an SVG, or empty."""

    title: str
    about: str
    author: str
    language: str
    theme: str
    words: Mapping[str, str]
    sentences: tuple[str, ...]
    decisions: tuple[Decision, ...]
    unknown: tuple[str, ...]
    picture: str
    whole: bool

    @property
    def address(self) -> str:
        """The picture as an address that holds it whole, for an offline file."""
        return svg_address(self.picture)


@kept
def choose_sentences(analysis: Analysis, personal: bool = True) -> tuple[Finding, ...]:
    """The findings whose titles sum up the map: the gravest three, each of another topic.

    What sums up the map goes first, and what is to be decided anyway comes only where nothing else is left.
    """
    decided = {one.id for one in choose_decisions(analysis, personal)}
    told = [one for one in all_findings(analysis, personal=personal) if one.severity != "not_assessed"]
    chosen: dict[str, Finding] = {}
    for is_wanted in (
        lambda one: FINDINGS[one.kind].sums_up,
        lambda one: one.id == one.kind and one.id not in decided,
        lambda one: one.id not in decided,
        lambda _: True,
    ):
        for one in filter(is_wanted, told):
            if len(chosen) < SENTENCES:
                chosen.setdefault(FINDINGS[one.kind].topic, one)
    return tuple(one for one in told if one in chosen.values())


@kept
def build_brief(analysis: Analysis, look: Look, folder: Path) -> Brief:
    """The brief of an analysis, as far as a look lets it out; the places of the nodes are those kept in `folder`."""
    language, config, personal = look.tongue(analysis), analysis.config, look.include_personal

    def say(text: Text) -> str:
        return one_line(text.render(language))

    sentences, decisions = choose_sentences(analysis, personal), choose_decisions(analysis, personal)
    facts = Facts(analysis, look, folder)
    whole = len(facts.uids) <= MOST_DRAWN
    about = frozenset(_first_nodes(analysis, (*decisions, *sentences)))
    drawn = look if whole else replace(look, part=about)
    starts = list_starts(analysis, all_findings(analysis, personal=personal))
    return Brief(
        title=one_line(look.title or config.title or config.name, LONGEST_NAME),
        about=say(describe_counts(facts)),
        author=one_line(config.author, LONGEST_NAME),
        language=language,
        theme=look.theme,
        words={key: say(text) for key, text in TEXT.items()},
        sentences=tuple(say(one.title) for one in sentences),
        decisions=tuple(
            Decision(
                what=say(one.next_step),
                who=one_line(analysis.name(one.step.who[0]), LONGEST_NAME),
                partners="; ".join(one_line(analysis.name(uid), LONGEST_NAME) for uid in one.step.who[1:MOST_PARTNERS]),
                by=say(tell_due(one.step)),
                why=say(one.title),
            )
            for one in decisions
            if one.step
        ),
        unknown=tuple(say(start.why) for start in starts[:MOST_UNKNOWN]),
        picture=draw_svg(build_scene(analysis, drawn, folder)) if facts.uids and (whole or about) else "",
        whole=whole,
    )


def _first_nodes(analysis: Analysis, findings: tuple[Finding, ...]) -> Iterator[str]:
    """The first nodes that the findings point to."""
    every = dict.fromkeys(uid for one in findings for uid in one.evidence if uid in analysis.graph)
    return islice(every, MOST_OF_PART)

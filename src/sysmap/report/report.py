"""What the report says, once and in one language, for whoever writes it.

Figures, findings by section, tables, assumptions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import sysmap.report.tables  # noqa: F401  its files register the tables
from sysmap.analysis import Analysis, kept
from sysmap.findings.needs import COORDINATION
from sysmap.findings.port import FINDINGS, ORDER, Finding, first_missing_need
from sysmap.findings.sentences import percent
from sysmap.findings.severity import GRADES, NO_FINDINGS
from sysmap.findings.start import Start, list_starts
from sysmap.messages import Number, Text
from sysmap.models.coverage import find_coverage
from sysmap.models.gaps.ranking import find_gaps
from sysmap.models.partners.isolation import find_unpartnered
from sysmap.page.scene import build_scene
from sysmap.rendering.facts import LONGEST_NAME, Facts
from sysmap.rendering.markup import svg_address
from sysmap.rendering.notes import describe_counts
from sysmap.rendering.port import Look
from sysmap.report.assumptions import list_assumptions
from sysmap.report.port import TABLES, ReportTable
from sysmap.report.sheets import Entry, Sheet, innovation_sheets, print_finding, problem_sheets
from sysmap.report.texts import TEXT
from sysmap.report.writer import Writer, one_line
from sysmap.still.drawing import draw_svg
from sysmap.topics import SECTIONS

__all__ = ["ContentsLine", "Figure", "Report", "Section", "build_report"]

MOST_OF_A_KIND = 5
"""Findings of one kind in a section; the others are counted."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A headline: its value, what it is, and what it means."""

    value: str
    title: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Section:
    """Findings that belong together, the gravest first; `more` says how many are not printed."""

    title: str
    entries: tuple[Entry, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents: where it leads, how deep it stands (1 or 2), and its page of paper; 0 where unknown."""

    title: str
    anchor: str
    level: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report. `words` are what stands between its parts.

    Every text is one line without control characters. Each sheet of `problems` and `innovations` is one page of paper,
    after the cover and the map, so that the contents can name their pages. `picture` is an SVG, empty for an empty map.
    """

    title: str
    about: str
    language: str
    theme: str
    author: str
    words: Mapping[str, str]
    counts: str
    figures: tuple[Figure, ...]
    picture: str
    problems: tuple[Sheet, ...]
    innovations: tuple[Sheet, ...]
    sections: tuple[Section, ...]
    absent: Section
    tables: tuple[ReportTable, ...]
    assumptions: tuple[str, ...]

    @property
    def picture_address(self) -> str:
        """The picture as an address that holds it whole, for an offline file."""
        return svg_address(self.picture)

    @property
    def contents(self) -> tuple[ContentsLine, ...]:
        """The lines of the contents. What comes after the findings has no page: nobody knows it beforehand."""
        lines = []
        page = 2
        if self.picture:
            lines.append(ContentsLine(self.words["map"], "map", 1, page))
            page += 1
        for part, title, sheets in (
            ("problem", self.words["by_problem"], self.problems),
            ("innovation", self.words["by_innovation"], self.innovations),
        ):
            if sheets:
                lines.append(ContentsLine(title, f"{part}-1", 1, page))
            for at, sheet in enumerate(sheets, 1):
                lines.append(ContentsLine(sheet.title, f"{part}-{at}", 2, page))
                page += 1
        lines.append(ContentsLine(self.words["others_found" if self.problems else "findings"], "findings", 1, page))
        if self.absent.entries:
            lines.append(ContentsLine(self.absent.title, "absent", 1))
        lines.append(ContentsLine(self.words["annex"], "annex", 1))
        lines += [ContentsLine(table.title, f"sheet-{at}", 2) for at, table in enumerate(self.tables, 1)]
        return (*lines, ContentsLine(self.words["assumptions"], "assumptions", 2))


@kept
def build_report(analysis: Analysis, look: Look, folder: Path) -> Report:
    """The report of an analysis, as far as a look lets it out; the places of the nodes are those kept in `folder`."""
    writer, config = Writer(Facts(analysis, look, folder)), analysis.config
    assessed = [finding for finding in writer.findings if finding.severity != "not_assessed"]
    problems = tuple(problem_sheets(writer, assessed))
    innovations = tuple(innovation_sheets(writer, assessed))
    told = frozenset().union(*(sheet.told for sheet in (*problems, *innovations)))
    starts = tuple(_start(writer, start) for start in list_starts(analysis, writer.findings))
    return Report(
        title=one_line(look.title or config.title or config.name, LONGEST_NAME),
        about=writer.say(describe_counts(writer.facts)),
        language=writer.language,
        theme=look.theme,
        author=one_line(config.author, LONGEST_NAME),
        words={key: text.template(writer.language) for key, text in TEXT.items()},
        counts=_counts(writer, assessed),
        figures=tuple(_figures(writer)),
        picture=draw_svg(build_scene(analysis, look, folder)) if writer.facts.uids else "",
        problems=problems,
        innovations=innovations,
        sections=tuple(_sections(writer, [one for one in assessed if one.id not in told])),
        absent=Section(writer.say(TEXT["not_assessed"]), starts),
        tables=tuple(table for kind in TABLES.values() if (table := kind.build(writer))),
        assumptions=tuple(map(writer.say, list_assumptions(writer))),
    )


def _counts(writer: Writer, findings: Sequence[Finding]) -> str:
    """How many findings there are of each severity."""
    by_severity = Counter(finding.severity for finding in findings)
    parts = ", ".join(
        f"{writer.number(by_severity[name])} {GRADES[name].render(writer.language)}"
        for name in ORDER
        if by_severity[name]
    )
    return writer.say(TEXT["counts"], n=Number(len(findings)), parts=parts) if findings else writer.say(NO_FINDINGS)


def _figures(writer: Writer) -> Iterator[Figure]:
    """The headlines that the data allow."""
    analysis, coverage = writer.analysis, find_coverage(writer.analysis)
    people, problems = len(analysis.nodes("Stakeholder")), len(coverage.problems)
    if people and not first_missing_need(analysis, COORDINATION):
        gaps = find_gaps(analysis)
        if gaps.congruence is not None:
            yield _figure(writer, "fit", percent(gaps.congruence), met=Number(gaps.met), needed=Number(gaps.needed))
        yield _figure(writer, "gap", Number(gaps.count))
    if problems and analysis.whole_has("OWNS"):
        yield _figure(
            writer, "unowned", Number(len(coverage.unowned)), of=Number(problems), n=Number(len(coverage.unattended))
        )
    elif problems:
        yield _figure(writer, "unattended", Number(len(coverage.unattended)), of=Number(problems))
    if coverage.share is not None and analysis.nodes("Innovation"):
        yield _figure(writer, "proven", percent(coverage.share), n=Number(len(coverage.proven)), all=Number(problems))
    if analysis.ties_assessed and people:
        yield _figure(writer, "alone", Number(len(find_unpartnered(analysis))), of=Number(people))


def _figure(writer: Writer, key: str, value: Text, of: Text | None = None, **values: Text) -> Figure:
    """A headline whose title is `TEXT[key]` (with `of` in it) and its meaning `TEXT[key_about]`."""
    title = writer.say(TEXT[key], n=of) if of else writer.say(TEXT[key])
    return Figure(value.render(writer.language), title, writer.say(TEXT[f"{key}_about"], **values))


def _sections(writer: Writer, findings: Sequence[Finding]) -> Iterator[Section]:
    """The findings by section, in the order of `SECTIONS`; a section without a finding is left out."""
    by_section: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_section[FINDINGS[finding.kind].topic].append(finding)
    for section, title in SECTIONS.items():
        if of_section := by_section[section]:
            shown = _first_of_each(of_section)
            rest = len(of_section) - len(shown)
            more = writer.say(TEXT["more_findings"], n=Number(rest)) if rest else ""
            yield Section(
                title.render(writer.language), tuple(print_finding(writer, finding) for finding in shown), more
            )


def _first_of_each(findings: Sequence[Finding]) -> list[Finding]:
    """The first few findings of each kind, in their order."""
    seen: Counter[str] = Counter()
    shown = []
    for finding in findings:
        seen[finding.kind] += 1
        if seen[finding.kind] <= MOST_OF_A_KIND:
            shown.append(finding)
    return shown


def _start(writer: Writer, start: Start) -> Entry:
    return Entry(
        "not-assessed",
        writer.say(TEXT["not_assessed"]),
        writer.say(start.why),
        writer.say(start.consequence),
        writer.say(start.next_step),
        "",
    )

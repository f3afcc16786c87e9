"""What the report says, once and in one language, for whoever writes it: figures, findings by theme, tables, assumptions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sysmap.analysis import Analysis
from sysmap.findings.needs import COORDINATION
from sysmap.findings.port import FINDINGS, ORDER, Absence, Finding, all_findings, first_missing_need, group_absences
from sysmap.findings.sentences import estimated, percent
from sysmap.findings.severity import GRADES, NO_FINDINGS
from sysmap.measures.causes_leverage import ROLES
from sysmap.measures.port import MEASURES, Score, measure_estimate, measure_values
from sysmap.messages import Joined, Number, Text
from sysmap.models.causes.leverage import SCORES, score_levers
from sysmap.models.coverage import find_coverage
from sysmap.models.gaps.ranking import Gap, find_gaps
from sysmap.models.partners.isolation import find_unpartnered
from sysmap.models.partners.suggestions import Suggestion, suggest_partnerships
from sysmap.records.coverage_work import open_problems
from sysmap.rendering.facts import LONGEST, LONGEST_NAME, Facts, clean_value
from sysmap.rendering.notes import LEFT_OUT, PERSONAL_IN, TOO_FEW, describe_counts, describe_day
from sysmap.rendering.port import Look
from sysmap.report.learning import list_aspects
from sysmap.report.texts import SETTINGS, TEXT
from sysmap.still.quadrants import Quadrants, build_quadrants
from sysmap.topics import SECTIONS

__all__ = ["Entry", "Figure", "Report", "Sheet", "Theme", "build_report"]

MOST_OF_A_KIND = 5
"""Findings of one kind in a theme; the others are counted."""
MOST_ROWS = 20
MOST_REASONED = 8
"""Rows whose reasons take several lines each: so many fit on two printed pages."""
MOST_LEVERS = 12
MOST_NAMES = 6
NAMES_OF_ASPECT = 3
BRIDGES = ("degree", "betweenness", "effective_size", "constraint", "cut_point", "community")
"""The measures told of those who bridge; the rows are in the order of the second."""
NONE = "—"


@dataclass(frozen=True, slots=True)
class Figure:
    """A headline: its value, what it is, and what it means."""

    value: str
    title: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as it is told; `severity` is its class, `word` what that is called."""

    severity: str
    word: str
    title: str
    why: str
    next_step: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Findings that belong together, the gravest first; `more` says how many are not told."""

    title: str
    entries: tuple[Entry, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; columns in `numbers` (by place) hold numbers; `more` says how many rows are not shown; a `plot` stands before it."""

    title: str
    about: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()
    more: str = ""
    plot: Quadrants | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report. `words` are what stands between its parts; every text is one line without control characters."""

    title: str
    about: str
    language: str
    theme: str
    author: str
    words: Mapping[str, str]
    counts: str
    figures: tuple[Figure, ...]
    themes: tuple[Theme, ...]
    absent: Theme
    sheets: tuple[Sheet, ...]
    assumptions: tuple[str, ...]


def build_report(analysis: Analysis, look: Look) -> Report:
    """The report of an analysis, as far as a look lets it out."""
    return _Telling(Facts(analysis, look)).report()


def _line(text: object, longest: int = LONGEST) -> str:
    """One line that neither breaks nor turns the text around it."""
    return " ".join("".join(c if c.isprintable() else " " for c in str(clean_value(str(text), longest))).split())


class _Telling:
    """Tells an analysis in one language."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.analysis = facts, facts.analysis
        self.language: str = facts.look.language or self.analysis.config.language
        self.found = all_findings(self.analysis, personal=facts.look.include_personal)

    def report(self) -> Report:
        config, look = self.analysis.config, self.facts.look
        told = [one for one in self.found if one.severity != "not_assessed"]
        absent = Theme(self.say(TEXT["not_assessed"]), tuple(map(self.absence, group_absences(self.found))))
        return Report(
            title=_line(look.title or config.title or config.name, LONGEST_NAME), about=self.say(describe_counts(self.facts)), language=self.language,
            theme=look.theme, author=_line(config.author, LONGEST_NAME), words={key: text.template(self.language) for key, text in TEXT.items()},
            counts=self.counts(told), figures=tuple(self.figures()), themes=tuple(self.themes(told)), absent=absent,
            sheets=tuple(sheet for sheet in self.sheets() if sheet.rows), assumptions=tuple(map(self.say, self.assumptions())))

    def say(self, text: Text, **told: object) -> str:
        """The text in the report's language, filled where there is something to fill."""
        return _line(text.filled(**told).render(self.language))

    def number(self, value: float) -> str:
        """A number as the language writes it: whole, or with three digits that say something."""
        if float(value).is_integer():
            return Number(int(value)).render(self.language)
        return Number(value, 2 if abs(value) >= 1 else 3).render(self.language)

    def names(self, uids: Iterable[str], most: int = MOST_NAMES) -> str:
        """Names in a row, the first few, and how many more there are."""
        known = list(dict.fromkeys(uid for uid in uids if uid in self.analysis.whole))
        shown = [_line(self.analysis.name(uid), LONGEST_NAME) for uid in known[:most]]
        if len(known) > most:
            shown.append(self.say(TEXT["others"], n=Number(len(known) - most)))
        return "; ".join(shown)

    def pair(self, two: Gap | Suggestion) -> str:
        """The names of two; a dash between, since names hold words such as "and"."""
        return " – ".join(  # noqa: RUF001  as people write it
            _line(self.analysis.name(uid), LONGEST_NAME) for uid in (two.source, two.target))

    def counts(self, told: Sequence[Finding]) -> str:
        by_severity = Counter(one.severity for one in told)
        parts = ", ".join(f"{self.number(by_severity[name])} {GRADES[name].render(self.language)}" for name in ORDER if by_severity[name])
        return self.say(TEXT["counts"], n=Number(len(told)), parts=parts) if told else self.say(NO_FINDINGS)

    def figures(self) -> Iterator[Figure]:
        analysis, covered = self.analysis, find_coverage(self.analysis)
        people, problems = len(analysis.nodes("Stakeholder")), len(covered.problems)
        if people and not first_missing_need(analysis, COORDINATION):
            found = find_gaps(analysis)
            if found.congruence is not None:
                yield self.figure("fit", percent(found.congruence), met=Number(found.met), needed=Number(found.needed))
            yield self.figure("gap", Number(found.count))
        if problems and analysis.whole_has("OWNS"):
            yield self.figure("unowned", Number(len(covered.unowned)), title_n=Number(problems), n=Number(len(covered.unattended)))
        elif problems:
            yield self.figure("unattended", Number(len(covered.unattended)), title_n=Number(problems))
        if covered.share is not None and analysis.nodes("Innovation"):
            yield self.figure("proven", percent(covered.share), n=Number(len(covered.proven)), all=Number(problems))
        if analysis.ties_assessed and people:
            yield self.figure("alone", Number(len(find_unpartnered(analysis))), title_n=Number(people))

    def figure(self, key: str, value: Text, title_n: Text | None = None, **told: Text) -> Figure:
        title = self.say(TEXT[key], n=title_n) if title_n else self.say(TEXT[key])
        return Figure(value.render(self.language), title, self.say(TEXT[f"{key}_about"], **told))

    def themes(self, told: Sequence[Finding]) -> Iterator[Theme]:
        by_section: dict[str, list[Finding]] = defaultdict(list)
        for one in told:
            by_section[FINDINGS[one.kind].topic].append(one)
        for section, title in SECTIONS.items():
            if found := by_section[section]:
                shown = _first_of_each(found)
                more = self.say(TEXT["more_findings"], n=Number(len(found) - len(shown))) if len(shown) < len(found) else ""
                yield Theme(title.render(self.language), tuple(map(self.entry, shown)), more)

    def entry(self, one: Finding) -> Entry:
        return Entry(one.severity, GRADES[one.severity].render(self.language), self.say(one.title), self.say(one.why), self.say(one.next_step),
                     self.names(one.evidence))

    def absence(self, one: Absence) -> Entry:
        return Entry("not-assessed", self.say(TEXT["not_assessed"]), self.say(one.why), self.say(one.told), self.say(one.next_step), "")

    def sheet(self, key: str, header: Sequence[str], rows: Sequence[tuple[str, ...]], numbers: Iterable[int], more: str = "") -> Sheet:
        return Sheet(self.say(TEXT[key]), self.say(TEXT[f"{key}_about"]), tuple(header), tuple(rows), frozenset(numbers), more)

    def estimate(self, name: str) -> str:
        """What must be said of a measure that is estimated, after a blank; nothing of an exact one."""
        said = estimated(measure_estimate(self.analysis, name))
        return f" {self.say(said)}" if said else ""

    def more(self, of: int, file: str = "", most: int = MOST_ROWS) -> str:
        """What is said of a table of so many rows that shows only the first; nothing where it shows all."""
        if of <= most:
            return ""
        return self.say(TEXT["more_rows" if file else "more_counted"], shown=Number(most), n=Number(of), file=file)

    def sheets(self) -> Iterator[Sheet]:
        if self.analysis.ties_assessed and self.analysis.nodes("Stakeholder"):
            yield self.gaps()
            yield self.suggestions()
            yield self.bridges()
        yield self.problems()
        yield self.learning()
        yield self.levers()
        yield self.numbers()

    def gaps(self) -> Sheet:
        found = find_gaps(self.analysis)
        # One number of decimals for the column, so that it can be read down.
        places = 2 if found.top and found.top[0].need >= 1 else 3
        rows = [(self.pair(gap), self.names(gap.problems),
                 Number(gap.need, places).render(self.language)) for gap in found.top[:MOST_ROWS]]
        return self.sheet("gaps", [TEXT[key].render(self.language) for key in ("pair", "behind", "need")], rows, (2,), self.more(len(found.top), "gaps.csv"))

    def suggestions(self) -> Sheet:
        found = suggest_partnerships(self.analysis)
        rows = [(self.pair(one),
                 " ".join(self.say(said) for said in one.reasons.values()), Number(one.score, 2).render(self.language)) for one in found[:MOST_REASONED]]
        return self.sheet("suggestions", [TEXT[key].render(self.language) for key in ("pair", "reasons", "score")], rows, (2,),
                          self.more(len(found), "suggestions.csv", MOST_REASONED))

    def bridges(self) -> Sheet:
        columns = {name: measure_values(self.analysis, name) for name in BRIDGES}
        scores = {uid: score for uid, score in columns["betweenness"].items() if isinstance(score, float | int) and score > 0}
        order = sorted(scores, key=lambda uid: (-round(scores[uid], 9), uid))
        rows = [(self.names((uid,)), *(self.score(name, columns[name].get(uid)) for name in BRIDGES)) for uid in order[:MOST_ROWS]]
        header = [TEXT["stakeholder"].render(self.language), *(MEASURES[name].title.render(self.language) for name in BRIDGES)]
        sheet = self.sheet("bridges", header, rows, range(1, 5), self.more(len(order), "measures.csv"))
        return replace(sheet, about=sheet.about + self.estimate("betweenness"))

    def score(self, name: str, score: Score) -> str:
        if score is None:
            return NONE
        if name == "cut_point":
            return self.say(TEXT["yes" if score else "no"])
        if isinstance(score, str):
            return _line(score)
        return ("≈ " if measure_estimate(self.analysis, name) else "") + self.number(score)

    def problems(self) -> Sheet:
        covered = find_coverage(self.analysis)
        tied: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for source, target, type in self.analysis.graph.edges(data="type"):
            tied[type][target].add(source)
        answers = tied["ADDRESSES"]
        tested = set(self.analysis.settings.proven_stages)
        rows = []
        for uid in covered.problems[:MOST_ROWS]:
            rated = self.facts.told("Problem", self.analysis.props(uid)).get("severity")
            workers = set().union(*(tied[type][uid] for type in self.analysis.settings.works))
            proven = sorted(one for one in answers[uid] if self.analysis.props(one).get("stage") in tested)
            rows.append((self.names((uid,)), self.number(rated) if isinstance(rated, int | float) else NONE,
                         self.names(sorted(tied["OWNS"][uid])) or NONE, self.number(len(workers)), self.names(proven) or NONE))
        header = [TEXT[key].render(self.language) for key in ("problem", "severity", "owners", "workers", "answers")]
        return self.sheet("problems", header, rows, (1, 3), self.more(len(covered.problems)))

    def learning(self) -> Sheet:
        rows = []
        for one in list_aspects(self.analysis, self.found, personal=self.facts.look.include_personal):
            shown = step = NONE
            if found := one.shown:
                on = self.say(found.why) if found.severity == "not_assessed" else self.names(found.evidence, NAMES_OF_ASPECT)
                shown, step = f"{self.say(found.title)}{f' ({on})' if on else ''}", self.say(found.next_step)
            title = self.say(one.title)
            rows.append((title[:1].upper() + title[1:], self.say(one.asked) if one.asked else NONE, shown, step))
        return self.sheet("learning", [TEXT[key].render(self.language) for key in ("aspect", "asked", "shown", "next")], rows, ())

    def levers(self) -> Sheet:
        made = score_levers(self.analysis)
        rows = [(self.names((lever.uid,)), self.say(ROLES[impact.role]), *(NONE if rank is None else self.number(rank) for rank in lever.ranks.values()))
                for lever, impact in zip(made.levers[:MOST_LEVERS], made.impacts, strict=False)]
        header = [TEXT["cause"].render(self.language), *(MEASURES[name].title.render(self.language) for name in ("micmac_role", *SCORES.values()))]
        told = self.sheet("levers", header, rows, range(2, 6), self.more(len(made.levers), "leverage.csv", MOST_LEVERS))
        return replace(told, plot=build_quadrants(self.analysis, self.language))

    def numbers(self) -> Sheet:
        rows = []
        for name, one in MEASURES.items():
            if one.level == "graph":
                title = f"{one.title.render(self.language)} ({one.term})"
                rows.append((title, self.score(name, measure_values(self.analysis, name).get("")), one.advice.render(self.language) + self.estimate(name)))
        return self.sheet("numbers", [TEXT[key].render(self.language) for key in ("measure", "value", "meaning")], rows, (1,))

    def assumptions(self) -> Iterator[Text]:
        analysis, facts = self.analysis, self.facts
        if analysis.whole.graph.get("interrupted"):
            yield TEXT["interrupted"]
        past = analysis.whole.number_of_edges() - analysis.graph.number_of_edges()
        yield TEXT["as_of"].filled(day=describe_day(analysis), past=Number(past))
        if analysis.files:
            parts = [TEXT["file"].filled(name=name, rows=Number(rows)) for name, rows in sorted(analysis.files.items())]
            yield TEXT["files"].filled(files=_listed(parts))
        problems = open_problems(analysis)
        unrated = sum(analysis.props(uid).get("severity") is None for uid in problems)
        if unrated:
            yield TEXT["unrated"].filled(n=Number(unrated), all=Number(len(problems)))
        yield from self.estimates()
        yield from self.undefined()
        settings = [words.filled(value=_setting(getattr(analysis.settings, name))) for name, words in SETTINGS.items()]
        yield TEXT["settings"].filled(settings=_listed(settings))
        if facts.look.include_personal:
            yield PERSONAL_IN
        if hidden := len(all_findings(analysis)) - len(self.found):
            yield TEXT["private"].filled(n=Number(hidden))
        if facts.left_out:
            yield LEFT_OUT.filled(fields=_listed([label.lower() for label in facts.left_out]))
        if facts.withheld:
            yield TOO_FEW.filled(n=len(facts.withheld))
        yield TEXT["limits"]

    def estimates(self) -> Iterator[Text]:
        for name, one in MEASURES.items():
            if said := estimated(measure_estimate(self.analysis, name)):
                yield TEXT["estimated"].filled(title=one.title, said=said)

    def undefined(self) -> Iterator[Text]:
        """The measures that some node has no value of, with how many."""
        parts = []
        for name, one in MEASURES.items():
            found = measure_values(self.analysis, name) if one.level == "node" else {}
            if absent := sum(score is None for score in found.values()):
                parts.append(Joined((one.title.lower(), Joined(("(", Number(absent), ")"), ""))))
        if parts:
            yield TEXT["undefined"].filled(measures=_listed(parts))


def _first_of_each(found: Sequence[Finding]) -> list[Finding]:
    """The first few findings of each kind, in their order."""
    seen: Counter[str] = Counter()
    shown = []
    for one in found:
        seen[one.kind] += 1
        if seen[one.kind] <= MOST_OF_A_KIND:
            shown.append(one)
    return shown


def _setting(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _listed(parts: Sequence[Text]) -> Text:
    return Joined(parts, "; ")

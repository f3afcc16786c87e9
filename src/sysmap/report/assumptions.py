"""What a report rests on: the day, the files, the settings, what is estimated or undefined, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sysmap.analysis import Analysis
from sysmap.findings.port import all_findings
from sysmap.findings.sentences import describe_estimate
from sysmap.measures.port import MEASURES, measure_estimate, measure_values
from sysmap.messages import Joined, Number, Text
from sysmap.records.coverage_work import open_problems
from sysmap.rendering.notes import LEFT_OUT, PERSONAL_IN, TOO_FEW, describe_day
from sysmap.report.texts import SETTINGS, TEXT
from sysmap.report.writer import Writer

__all__ = ["list_assumptions"]


def list_assumptions(writer: Writer) -> Iterator[Text]:
    """Everything that a reader must know to trust the report, a sentence each."""
    analysis, facts = writer.analysis, writer.facts
    if analysis.whole.graph.get("interrupted"):
        yield TEXT["interrupted"]
    past = analysis.whole.number_of_edges() - analysis.graph.number_of_edges()
    gone = len(analysis.whole) - len(analysis.graph)
    yield TEXT["as_of"].filled(day=describe_day(analysis), gone=Number(gone), past=Number(past))
    if analysis.files:
        files = [TEXT["file"].filled(name=name, rows=Number(rows)) for name, rows in sorted(analysis.files.items())]
        yield TEXT["files"].filled(files=_in_a_row(files))
    problems = open_problems(analysis)
    unrated = sum(analysis.props(uid).get("severity") is None for uid in problems)
    if unrated:
        yield TEXT["unrated"].filled(n=Number(unrated), all=Number(len(problems)))
    yield from _estimates(analysis)
    yield from _undefined(analysis)
    settings = [text.filled(value=_setting(getattr(analysis.settings, name))) for name, text in SETTINGS.items()]
    yield TEXT["settings"].filled(settings=_in_a_row(settings))
    if facts.look.include_personal:
        yield PERSONAL_IN
    if hidden := len(all_findings(analysis)) - len(writer.findings):
        yield TEXT["private"].filled(n=Number(hidden))
    if facts.left_out:
        yield LEFT_OUT.filled(fields=_in_a_row([label.lower() for label in facts.left_out]))
    if facts.withheld:
        yield TOO_FEW.filled(n=len(facts.withheld))
    yield TEXT["limits"]


def _estimates(analysis: Analysis) -> Iterator[Text]:
    """What must be said of each measure that is estimated."""
    for name, measure in MEASURES.items():
        if sentence := describe_estimate(measure_estimate(analysis, name)):
            yield TEXT["estimated"].filled(title=measure.title, said=sentence)


def _undefined(analysis: Analysis) -> Iterator[Text]:
    """The measures that some node has no value of, with how many nodes these are."""
    parts = []
    for name, measure in MEASURES.items():
        values = measure_values(analysis, name) if measure.level == "node" else {}
        if absent := sum(value is None for value in values.values()):
            parts.append(Joined((measure.title.lower(), Joined(("(", Number(absent), ")"), ""))))
    if parts:
        yield TEXT["undefined"].filled(measures=_in_a_row(parts))


def _setting(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _in_a_row(parts: Sequence[Text]) -> Text:
    return Joined(parts, "; ")

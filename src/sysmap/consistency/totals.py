"""Relations about totals: what is counted in several places is the same number there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sysmap.consistency.port import Run, differ, relation
from sysmap.consistency.work import workers
from sysmap.messages import Message, Text

__all__ = ["loops_are_counted_alike", "nodes_are_counted_alike", "ties_are_counted_alike", "totals_in_findings"]


@relation(200, Message("Totals in findings are those of the map."))
def totals_in_findings(run: Run) -> Iterator[Text]:
    """Stakeholders, open problems and innovations, wherever a finding of the whole counts them."""
    labels = Counter(label for _, label in run.analysis.graph.nodes(data="label"))
    problems = len(workers(run.analysis))
    for kind, name, number in (
        ("unpartnered_stakeholders", "stakeholders", labels["Stakeholder"]),
        ("brief_first", "stakeholders", labels["Stakeholder"]),
        ("unowned_problems", "problems", problems),
        ("unattended_problems", "problems", problems),
        ("unaddressed_problems", "problems", problems),
        ("solution_coverage", "problems", problems),
        ("innovation_pipeline", "innovations", labels["Innovation"]),
        ("congruence", "pairs", labels["Stakeholder"] * (labels["Stakeholder"] - 1) // 2),
    ):
        told = run.number(kind, name)
        if told is not None and told != number:
            yield differ(kind, name, told, number)


@relation(210, Message("Page and tables hold the nodes of the map, each once."))
def nodes_are_counted_alike(run: Run) -> Iterator[Text]:
    """By kind: what the page draws, and what measures.csv lists, are nodes of the day."""
    labels = Counter(label for _, label in run.analysis.graph.nodes(data="label"))
    drawn = Counter(run.analysis.props(uid)["label"] for uid in run.drawn)
    for label in sorted(drawn):
        if drawn[label] != labels[label]:
            yield differ("page", label, drawn[label], labels[label])
    measured = Counter(row["label"] for row in run.table("measures"))
    for label, number in sorted(measured.items()):
        if number > labels[label]:
            yield differ("measures.csv", label, number, labels[label])


@relation(220, Message("The page draws each tie of the day between drawn nodes once."))
def ties_are_counted_alike(run: Run) -> Iterator[Text]:
    """The number of ties on the page against the graph of the day."""
    drawn = set(run.drawn)
    number = sum(source in drawn and target in drawn for source, target in run.analysis.graph.edges())
    if len(run.page["ties"]) != number:
        yield differ("page", "ties", len(run.page["ties"]), number)


@relation(230, Message("Every place tells the same number of feedback loops."))
def loops_are_counted_alike(run: Run) -> Iterator[Text]:
    """Findings, measures and the page's view of causes."""
    told = {
        f"{one.kind}: {name}": number
        for one in run.findings
        for name, number in one.numbers.items()
        if name == "all_loops"
    }
    if causal := run.page["views"].get("causal"):
        common = causal["listed"][0]
        told["page"] = len(common["loops"][1]) + common["more"]
    if len(set(told.values())) > 1:
        yield Message("feedback loops: {counts}").filled(
            counts=", ".join(f"{where} {number}" for where, number in sorted(told.items()))
        )

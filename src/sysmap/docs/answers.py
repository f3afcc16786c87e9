"""The pages of the measures and of the findings: what each means, how it is computed, what to do with it."""

from __future__ import annotations

from collections.abc import Iterable

from sysmap.docs.markdown import cell, code, link, made_by, page, table
from sysmap.findings.port import FindingKind, Need
from sysmap.measures.port import Measure

__all__ = ["findings_page", "measures_page"]

MEASURES_INTRO = """# Measures

Numbers that sysmap computes, each with its formula, its range, its source and what to do with it. `sysmap measures` lists them at
the terminal; `sysmap analyze` writes them all to `measures.csv`; the map sizes its marks by any of them.

A value that is not defined, such as the brokerage of somebody without partners, is **empty**: never 0. The *view* says which ties count:
*collaboration* is the network of partnerships between stakeholders, *responsibility* who works on what, *causal* what influences what."""

ESTIMATED = """- Of more stakeholders than the setting `exact` (20,000) it is estimated from `sources` (1,000) of them, drawn by lot. Wherever it is shown, how many
  were drawn, with which seed, and the standard error stand beside it.
"""

FINDINGS_INTRO = """# Findings

Sentences that sysmap says about the system: what is there, what is missing, and what to do next. Each one names its evidence on the map
and a severity: *high*, *medium*, *low*, *info* (a fact without a fault) or *not assessed*, which says that the data to judge by
were not given. `sysmap analyze` prints them and writes them to `findings.csv`; the map lists them and shows their evidence."""


def _range(low: float | None, high: float | None) -> str:
    """A range in words.

    >>> _range(0, None), _range(0, 1), _range(None, None)
    ('0 or more', '0 to 1', 'any')
    """
    if low is None:
        return "any" if high is None else f"{high:g} or less"
    return f"{low:g} or more" if high is None else f"{low:g} to {high:g}"


def _describe_measure(measure: Measure) -> str:
    each = {"node": "each node", "tie": "each tie", "group": "each group", "graph": "the whole map"}[measure.level]
    return page(
        f"## {measure.name}",
        f"**{measure.title.render('en')}** · *{measure.title.render('id')}* ({measure.term})",
        f"- How it is computed: {measure.how.render('en')}\n- What to do with it: {measure.advice.render('en')}\n"
        f"{ESTIMATED if measure.estimate else ''}"
        f"- One value for {each}; view: {measure.view}; range: {_range(measure.low, measure.high)}; unit: {measure.unit.render('en')} · *{measure.unit.render('id')}*\n"
        f"- Source: {measure.source}",
    )


def measures_page(measures: Iterable[Measure]) -> str:
    """The page of all measures, in order of their declaration."""
    listed = list(measures)
    overview = table(
        ("Measure", "Plain name", "Nama", "Of each", "Range"),
        (
            (
                link(code(measure.name), measure.name),
                cell(measure.title.render("en")),
                cell(measure.title.render("id")),
                measure.level,
                _range(measure.low, measure.high),
            )
            for measure in listed
        ),
    )
    return page(
        made_by("the declarations in src/sysmap/measures"), MEASURES_INTRO, overview, *map(_describe_measure, listed)
    )


def _describe_finding(kind: FindingKind) -> str:
    return page(
        f"## {kind.name}",
        f"**{kind.title.render('en')}** · *{kind.title.render('id')}*",
        kind.meaning.render("en"),
        f"*{kind.meaning.render('id')}*",
        f"Source: {kind.source}" if kind.source else "",
    )


def _list_needs(kinds: Iterable[FindingKind]) -> str:
    """Which data each finding needs, and what it says without them; a need that several findings share is one row."""
    waiting: dict[Need, list[str]] = {}
    for kind in kinds:
        for need in kind.needs:
            waiting.setdefault(need, []).append(link(code(kind.name), kind.name))
    rows = [
        (cell(need.why.render("en")), cell(need.next_step.render("en")), " ".join(names))
        for need, names in waiting.items()
    ]
    return (
        page(
            "## Not assessed",
            "What a finding says where the data to judge by are not there:",
            table(("Why", "Next step", "Findings"), rows),
        )
        if rows
        else ""
    )


def findings_page(findings: Iterable[FindingKind]) -> str:
    """The page of all kinds of finding, in order of their declaration."""
    listed = list(findings)
    overview = table(
        ("Finding", "Title", "Judul"),
        (
            (link(code(kind.name), kind.name), cell(kind.title.render("en")), cell(kind.title.render("id")))
            for kind in listed
        ),
    )
    return page(
        made_by("the declarations in src/sysmap/findings"),
        FINDINGS_INTRO,
        overview,
        *map(_describe_finding, listed),
        _list_needs(listed),
    )

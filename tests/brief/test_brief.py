"""The brief: three sentences and at most five decisions, each of them a finding's; two pages of paper; silent."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from random_maps import make_map
from sysmap.analysis import Analysis
from sysmap.brief.brief import MOST_DRAWN, build_brief, choose_sentences
from sysmap.brief.decisions import MOST, choose_decisions, decisions_table, tell_due
from sysmap.build import write_file
from sysmap.findings.port import FINDINGS, Finding, all_findings
from sysmap.findings.steps import Ended, Field, Step, Tie
from sysmap.messages import Message
from sysmap.rendering.port import Look


def planned(analysis: Analysis, *findings: Finding) -> Analysis:
    """The same analysis with these findings in the place of its own."""
    from sysmap.findings import port

    made = replace(analysis, results={})
    every = port._find_all.__wrapped__  # type: ignore[attr-defined]
    made.results[(every, ())] = findings
    return made


def found(kind: str, at: int, item: str, who: tuple[str, ...] = ("stakeholder:dinkes",), **step: object) -> Finding:
    wanted = step.pop("wanted", Tie("OWNS", who[0] if who else None, item))
    return Finding(
        kind,
        f"{kind}:{item}",
        Message("Title {n}").filled(n=f"{kind} {at}"),
        Message("Why {n}").filled(n=at),
        Message("Do {n}").filled(n=f"{kind} {at}"),
        (item,),
        "high",
        weight=100 - at,
        items=((item,),),
        step=Step((item,), wanted, who, **step),  # type: ignore[arg-type]
    )


@pytest.fixture
def problems(gunungkidul: Analysis) -> list[str]:
    return list(gunungkidul.nodes("Problem"))


def test_decisions_are_the_steps_that_somebody_can_take(gunungkidul: Analysis, problems: list[str]) -> None:
    who = gunungkidul.nodes("Stakeholder")[:2]
    findings = [found("unowned_problems", at, problem, (who[0],)) for at, problem in enumerate(problems[:4])]
    findings += [found("congruence", 9, problems[5], ()), found("valley_of_death", 8, problems[6], who)]
    findings += [found("overdue_actions", 7, problems[6], (who[1],)), found("gaps", 6, problems[0], (who[1],))]
    chosen = choose_decisions(planned(gunungkidul, *findings))
    # first the gravest of each kind; nobody acts on congruence; the third is about the second's problem
    assert [one.id for one in chosen] == [findings[at].id for at in (0, 1, 2, 3, 5)]
    assert len(chosen) == MOST


def test_a_date_is_one_of_the_tables_or_the_next_meeting() -> None:
    step = Step(("problem:p",), Ended("problem:p"), ("stakeholder:a",))
    assert tell_due(step).render("en") == "the next meeting"
    assert tell_due(replace(step, due=date(2026, 6, 30))).render("id") == "30 Juni 2026"


def test_what_is_wanted_stands_in_the_table_for_programs(gunungkidul: Analysis, problems: list[str]) -> None:
    (who, *_) = gunungkidul.nodes("Stakeholder")
    due = found("valley_of_death", 1, problems[1], (who,), wanted=Field(problems[1], "stage", ("pilot", "stopped")))
    analysis = planned(gunungkidul, found("unowned_problems", 0, problems[0], (who,)), due)
    rows = list(decisions_table(analysis, Look(language="en")).rows)
    assert [row[-1] for row in rows] == [f"tie:OWNS:{who}:{problems[0]}", f"field:{problems[1]}:stage:pilot|stopped"]


@pytest.mark.parametrize("seed", range(30))
def test_nothing_stands_there_that_is_no_finding(seed: int, tmp_path: Path) -> None:
    analysis = make_map(seed)
    brief = build_brief(analysis, Look(language="en"), tmp_path)
    titles = {" ".join(one.title.render("en").split()) for one in all_findings(analysis, personal=False)}
    assert set(brief.sentences) <= titles
    assert {one.why for one in brief.decisions} <= titles
    assert len(brief.sentences) <= 3
    assert len(brief.decisions) <= MOST
    assert all(one.who and one.by for one in brief.decisions)


def test_each_sentence_is_of_another_topic(gunungkidul: Analysis) -> None:
    chosen = choose_sentences(gunungkidul)
    assert len({FINDINGS[one.kind].topic for one in chosen}) == len(chosen) == 3


@pytest.mark.browser_can("print")
@pytest.mark.parametrize("language", ["id", "en"])
def test_it_prints_on_two_pages(gunungkidul: Analysis, open_page, tmp_path: Path, language: str) -> None:
    one = open_page(write_file("brief", gunungkidul, Look(language=language, theme="dark"), tmp_path), ready="main")
    one.page.emulate_media(media="print")
    assert one.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    pdf = one.page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", pdf)) <= 2


@pytest.mark.parametrize("screen", [(1280, 800), (390, 844)])
def test_it_opens_in_silence_and_nothing_sticks_out(gunungkidul: Analysis, open_page, tmp_path: Path, screen) -> None:
    one = open_page(write_file("brief", gunungkidul, Look(), tmp_path), size=screen, ready="main")
    assert one.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert one.page.locator("img").evaluate("one => one.complete && one.naturalWidth > 0")


EVIL = ["</script><script>alert(1)</script>", '<img src=x onerror="alert(1)">', "[x](javascript:alert(1))", "{{7*7}}"]


@pytest.mark.parametrize("csp", [True, False], ids=["policy", "no policy"])
def test_hostile_text_is_only_text(node, tie, analysis_of, open_page, tmp_path: Path, *, csp: bool) -> None:
    people = [node("Stakeholder", str(at), name=text) for at, text in enumerate(EVIL)]
    issues = [node("Problem", f"p{at}", name=text, severity=5) for at, text in enumerate(EVIL)]
    ties = [tie("WORKS_ON", one, issue) for one in people[1:] for issue in issues]
    ties.append(tie("OWNS", people[0], issues[0]))
    analysis = analysis_of([*people, *issues], ties, title="".join(EVIL))
    one = open_page(write_file("brief", analysis, Look(language="en"), tmp_path), csp=csp, ready="main")
    assert one.page.locator("script, img:not([src^='data:image/svg+xml;base64,']), a").count() == 0
    assert EVIL[0] in one.text("h1")


def test_of_a_large_map_the_part_is_drawn_that_it_is_about(node, tie, analysis_of, tmp_path: Path) -> None:
    people = [node("Stakeholder", str(at)) for at in range(MOST_DRAWN + 2)]
    brief = build_brief(analysis_of(people, [tie("PARTNERS_WITH", *people[:2])]), Look(language="en"), tmp_path)
    assert not brief.whole
    assert brief.picture.count("<title>") < MOST_DRAWN


def test_an_empty_map_has_a_brief(analysis_of, tmp_path: Path) -> None:
    assert "A map" in write_file("brief_md", analysis_of([], []), Look(), tmp_path).read_text(encoding="utf-8")

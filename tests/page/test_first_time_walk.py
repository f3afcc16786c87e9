"""The first-time walk: from opening the page, each answer in at most three clicks or keys.

And the page's reading aids.
"""

import re

import pytest

from sysmap.findings.port import all_findings
from sysmap.page.questions import answer_questions
from sysmap.page.story import tell_story
from sysmap.rendering.facts import Facts
from sysmap.rendering.port import Look

LAPTOP, PHONE = (1280, 800), (390, 844)
WALK = {
    "bridges": "#panel .node",
    "nobody": "#panel .headline",
    "partnership": "#panel .suggested",
    "dying": "#panel .headline",
    "push": "#panel h2",
}


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("name", WALK)
def test_every_question_is_answered_in_two_clicks(case_page, open_page, gunungkidul, name, size):
    one = open_page(case_page, "#lang=id", size)
    asked = next(
        answer
        for answer in answer_questions(Facts(gunungkidul, Look()), all_findings(gunungkidul))
        if answer["name"] == name
    )
    one.page.click("#search")
    one.page.locator("#matches [role=option]", has_text=asked["ask"][1]).click()
    assert one.page.locator(WALK[name]).first.is_visible()
    assert f"ask={name}" in one.page.url
    first = all_findings(gunungkidul)[asked["findings"][0]] if asked["findings"] else None
    assert first is None or first.title.render("id") in one.text("#panel")


def test_questions_can_be_asked_with_keys_alone(case_page, open_page):
    one = open_page(case_page, "#lang=en")
    one.page.keyboard.press("/")
    one.page.keyboard.press("ArrowDown")
    one.page.keyboard.press("Enter")
    assert one.text("#panel h2") == "Which problems does nobody own?"
    one.page.keyboard.press("/")
    one.page.keyboard.type("bapp")
    one.page.keyboard.press("Enter")
    assert one.text("#panel h2") == "Bapperida"


def test_a_suggestion_says_each_term(case_page, open_page):
    one = open_page(case_page, "#lang=en&ask=partnership")
    one.page.locator("#panel .suggested").first.click()
    terms = one.page.locator("#panel .terms li").all_inner_texts()
    score = float(re.search(r"[\d.]+", one.text("#panel [aria-expanded=true] .muted")).group())
    assert sum(
        float(re.search(r"[+\u2212][\d.]+", term).group().replace("\u2212", "-")) for term in terms
    ) == pytest.approx(score, abs=0.01)
    assert all(len(term.split()) > 4 for term in terms)


def test_the_story_walks_through_its_steps(case_page, open_page, gunungkidul):
    steps, found = tell_story(all_findings(gunungkidul)), all_findings(gunungkidul)
    one = open_page(case_page, "#lang=en")
    one.page.click("text=Start the story")
    for number, step in enumerate(steps, 1):
        assert one.text("#panel h2") == step.chapter.title.render("en")
        assert found[step.finding].title.render("en") in one.text("#panel")
        assert one.page.evaluate("document.body.dataset.view") == step.chapter.view
        assert f"story={number}" in one.page.url
        assert "finding=" not in one.page.url
        if number < len(steps):
            one.page.keyboard.press("ArrowRight")
    one.page.keyboard.press("ArrowLeft")
    assert f"Step {len(steps) - 1} of {len(steps)}" in one.text("#panel")
    one.page.click("#panel .pages .main")
    one.page.click("#panel [data-at=story_end]")
    assert "story=" not in one.page.url


def test_a_link_opens_a_step_of_the_story(case_page, open_page, gunungkidul):
    steps = tell_story(all_findings(gunungkidul))
    one = open_page(case_page, "#lang=en&story=2")
    assert one.text("#panel h2") == steps[1].chapter.title.render("en")
    assert one.page.evaluate("document.body.dataset.view") == steps[1].chapter.view


def test_what_is_hidden_travels_in_the_link(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#lang=en&view=table")
    assert "hide=" not in one.page.url
    one.page.locator("#legend .row", has_text="Public problem").locator("input").uncheck()
    left = one.page.locator("#view tbody tr").count()
    again = open_page(case_page, "#" + one.page.url.split("#")[1])
    assert (
        again.page.locator("#view tbody tr").count()
        == left
        == len(Facts(gunungkidul, Look()).uids) - len(gunungkidul.nodes("Problem"))
    )


def test_causal_ties_wait_for_a_click(case_page, open_page):
    one = open_page(case_page, "#lang=en")
    box = one.page.locator("#legend .row", has_text=re.compile("^Influence")).locator("input")
    assert not box.is_checked()
    before = one.picture()
    box.check()
    one.page.wait_for_timeout(200)
    assert one.picture() != before
    assert "hide=" in one.page.url
    box.uncheck()
    assert "hide=" not in one.page.url

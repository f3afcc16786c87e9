"""The goals in a browser: values, shares, sectors and names are Python's; the bar goes from the start to the target."""

import pytest

from sysmap.build import write_file
from sysmap.models.learning.vision import find_goal_pulls, read_goal_standings
from sysmap.rendering.port import Look


def test_cards_say_what_python_computed(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#view=goals&lang=en")
    pulls = {pull.goal: pull for pull in find_goal_pulls(gunungkidul)}
    assert one.page.locator("#view .goal").count() == len(pulls)
    for row in read_goal_standings(gunungkidul):
        card = one.page.locator("#view .goal", has_text=gunungkidul.name(row.goal)).first
        said = card.inner_text()
        assert f"now {row.actual:,.0f}" in said
        assert f"start {row.baseline:,.0f}" in said
        assert f"target {row.target:,.0f}" in said
        assert (
            f"{row.progress:.0%} of the way" if row.progress >= 0 else f"{-row.progress:.0%} further from the target"
        ) in said
        assert (f"{len(row.sectors)} sectors share it" if row.shared else "one sector only") in said
        shown = set(card.locator(".names .name").all_inner_texts())
        pull = pulls[row.goal]
        assert shown == {
            gunungkidul.name(uid) for uid in (*row.holders, *pull.innovations, *pull.problems, *pull.apart)
        }


def test_the_bar_ends_where_the_progress_is(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#view=goals&lang=en")
    for row in read_goal_standings(gunungkidul):
        bar = one.page.locator("#view .goal", has_text=gunungkidul.name(row.goal)).first.locator(".bar-box")
        start, end, here = (bar.locator(part).bounding_box() for part in (".start", ".end", ".here"))
        left, right, now = (box["x"] + box["width"] / 2 for box in (start, end, here))
        assert (now - left) / (right - left) == pytest.approx(row.progress, abs=0.01)


def test_a_card_s_names_open_their_panel_and_the_focus_stays(case_page, open_page):
    one = open_page(case_page, "#view=goals&lang=en")
    name = one.page.locator("#view .sector .node").first
    name.focus()
    name.press("Enter")
    assert one.text("#panel h2") == name.inner_text()
    assert one.page.evaluate("document.activeElement.closest('#view') !== null")
    one.page.locator("#view .goal-head .node").first.click()
    assert one.page.locator("#view .goal[aria-current]").count() == 1


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_goal_of_nobody_without_numbers_is_marked(open_page, tmp_path, analysis_of, node, language):
    page = write_file(
        "page",
        analysis_of(
            [node("Goal", "g", name="<i>g</i>"), node("Goal", "h", baseline=1, target=1, horizon="2027-03-01")], []
        ),
        Look(),
        tmp_path,
    )
    one = open_page(page, f"#view=goals&lang={language}", (390, 844))
    said = one.text("#view")
    assert ("nobody holds it" if language == "en" else "tidak dianut siapa pun") in said
    assert ("present value not recorded" if language == "en" else "nilai kini belum dicatat") in said
    assert ("the target is where it started" if language == "en" else "sasaran sama dengan nilai awal") in said
    assert "<i>g</i>" in said
    assert one.page.locator("#view .here").count() == 0
    assert one.page.evaluate("document.documentElement.scrollWidth") == 390
    assert one.page.evaluate("(view => view.scrollWidth === view.clientWidth)(document.querySelector('#view'))")

"""The GROW board in a browser: lanes, columns, marks and counts are those of the model."""

import pytest

from sysmap.build import write_file
from sysmap.models.grow import read_sessions
from sysmap.rendering.port import Look


@pytest.fixture
def held(gunungkidul):
    return list(reversed(read_sessions(gunungkidul)))


def test_lanes_and_marks_are_the_model_s(case_page, open_page, gunungkidul, held):
    one = open_page(case_page, "#view=grow&lang=en")
    lanes = one.page.locator("#view .session")
    assert lanes.locator(".lane .name").all_inner_texts() == [gunungkidul.name(row.session) for row in held]
    for at, row in enumerate(held):
        lane = lanes.nth(at)
        assert lane.locator(".columns > div").count() == 4
        assert lane.locator(".chosen").count() == len(row.chosen)
        assert lane.locator(".actions > li").count() == len(row.actions)
        assert lane.locator(".actions > .late").count() == len(row.overdue)
        assert lane.locator(".actions > .done").count() == sum(action.done is not None for action in row.actions)
        assert lane.locator(".gapped").count() == sum(part != "dates" for part in row.lacks)
        said = lane.locator(".lane").inner_text()
        assert ("complete" in said) == (not row.lacks)
        assert ("not decided together" in said) == (row.together is False)
        assert ("stands still" in lane.inner_text()) == bool(row.stuck)
    actions = [action for row in held for action in row.actions]
    tally = one.text("#view .tally")
    assert f"{sum(action.done is not None for action in actions)} of {len(actions)} actions done" in tally
    assert f"{sum(bool(action.overdue) for action in actions)} overdue" in tally


def test_a_name_opens_its_panel_and_the_board_stays(case_page, open_page, gunungkidul, held):
    one = open_page(case_page, "#view=grow&lang=en")
    chosen = next(row for row in held if row.chosen)
    one.page.locator("#view .chosen .node").first.click()
    assert one.text("#panel h2") == gunungkidul.name(chosen.chosen[0])
    assert one.page.locator("#view .session").count() == len(held)
    one.page.locator("#view .lane .node").first.press("Enter")
    assert one.text("#panel h2") == gunungkidul.name(held[0].session)
    assert one.page.locator("#view .lane [aria-current]").count() == 1


def test_days_overdue_are_counted_from_the_day_of_the_analysis(case_page, open_page):
    one = open_page(case_page, "#view=grow&lang=en")
    assert "overdue by 92 days" in one.text("#view")  # due 30 June 2026, seen on 30 September: 31 + 31 + 30 days
    assert "due 30 Jun 2026" in one.text("#view")


def test_an_empty_session_says_what_is_missing_in_both_languages(open_page, tmp_path, analysis_of, node):
    page = write_file(
        "page", analysis_of([node("GrowSession", "a", name="<b>x</b>", date="2025")], []), Look(), tmp_path
    )
    one = open_page(page, "#view=grow&lang=en", (390, 844))
    # only what some session says can be missing: nobody wrote options or actions anywhere
    assert one.page.locator("#view .gapped").count() == 2
    assert "<b>x</b>" in one.text("#view .lane")
    assert one.page.evaluate("document.documentElement.scrollWidth") == 390
    other = open_page(page, "#view=grow&lang=id")
    assert "bersama? belum diketahui" in other.text("#view .lane")
    assert "lengkap" not in other.text("#view .lane")

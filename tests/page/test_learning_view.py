"""The learning view in a browser: what the radar draws stands in a table beside it, equal to Python's.

Units only where they may be told.
"""

import pytest

from sysmap.build import write_file
from sysmap.models.learning.disciplines import average_scores, measure_paces, measure_trends, read_profiles
from sysmap.rendering.port import Look


@pytest.fixture(scope="module")
def personal_page(gunungkidul, tmp_path_factory):
    return write_file("page", gunungkidul, Look(include_personal=True), tmp_path_factory.mktemp("personal"))


def test_the_table_holds_the_means_and_the_change(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#view=learning&lang=en")
    rows = one.page.locator("#view .whole tbody tr")
    assert rows.count() == 5
    last = [row for row in average_scores(gunungkidul) if row.wave == 2]
    for at, (mean, trend) in enumerate(zip(last, measure_trends(gunungkidul), strict=True)):
        cells = rows.nth(at).locator("td").all_inner_texts()
        assert float(cells[1].split()[0]) == pytest.approx(mean.score, abs=0.051)
        assert float(cells[2].split()[0].replace("\u2212", "-")) == pytest.approx(trend.change, abs=0.0051)
    assert "personal and not in this page" in one.text("#view")
    assert one.page.locator("#view .unit").count() == 0


def test_radars_are_drawn_and_told_apart_without_colour(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#view=learning&lang=en")
    lines = one.page.locator("#view .whole .radar svg line:not(.ring)").evaluate_all(
        "all => all.map(one => one.style.strokeDasharray)"
    )
    assert (len(lines), len(set(lines))) == (10, 2)  # five sides for each of two rounds, one of them dashed
    first = next(row for row in average_scores(gunungkidul) if row.wave == 2)
    y = one.page.locator("#view .whole .radar svg circle").first.get_attribute("cy")
    assert float(y) == pytest.approx(50 - 46 * (first.score - 1) / 4, abs=0.01)  # the first axis points up


def test_units_have_a_radar_and_numbers_and_say_what_is_suppressed(personal_page, open_page, gunungkidul):
    one = open_page(personal_page, "#view=learning&lang=en")
    known = [row for row in read_profiles(gunungkidul) if row.wave == 2]
    assert one.page.locator("#view .unit").count() == len(known)
    for row in known:
        card = one.page.locator("#view .unit", has_text=gunungkidul.name(row.stakeholder))
        card.locator("summary").click()
        shown = card.locator("tbody td:nth-child(3)").all_inner_texts()
        assert [None if text == "—" else float(text) for text in shown] == list(row.scores.values())
        assert ("fewer than five answered" in card.inner_text()) == bool(row.suppressed)


def test_units_are_laid_over_the_whole_and_the_choice_is_in_the_address(personal_page, open_page):
    one = open_page(personal_page, "#view=learning&lang=en")
    one.page.locator("#view .pick", has_text="Bapperida").press("Enter")
    one.page.locator("#view .pick", has_text="Dinas Pariwisata").click()
    assert one.page.locator("#view .pick[aria-pressed=true]").count() == 2
    heads = one.page.locator("#view .whole thead th").all_inner_texts()
    assert heads[2:] == ["Bapperida", "Dinas Pariwisata"]
    assert "compare=stakeholder%3Abapperida%7Cstakeholder%3Adispar" in one.page.url
    again = open_page(personal_page, "#" + one.page.url.split("#")[1])
    assert again.page.locator("#view .whole thead th").all_inner_texts() == heads


def test_the_scatter_says_its_n_and_every_unit_can_be_chosen(personal_page, open_page, gunungkidul):
    one = open_page(personal_page, "#view=learning&lang=en")
    found = measure_paces(gunungkidul)
    assert f"{len(found)} units: too few to say anything of a cause" in one.text("#view .pace")
    assert one.page.locator("#view .point").count() == len(found)
    one.page.locator("#view .point", has_text=gunungkidul.name(found[0].stakeholder)).press("Enter")
    assert one.text("#panel h2") == gunungkidul.name(found[0].stakeholder)
    assert one.page.locator("#view .unit[aria-current]").count() == 1


@pytest.mark.parametrize("language", ["id", "en"])
def test_on_a_phone_nothing_sticks_out(personal_page, open_page, language):
    one = open_page(personal_page, f"#view=learning&lang={language}", (390, 844))
    assert one.page.evaluate("document.documentElement.scrollWidth") == 390
    assert one.page.evaluate("(view => view.scrollWidth === view.clientWidth)(document.querySelector('#view'))")

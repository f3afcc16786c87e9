"""The pipeline in a browser: depth, words and names are Python's; the panel tells item by item.

The chain is lit on the map.
"""

from itertools import pairwise

import pytest

from sysmap.build import write_file
from sysmap.findings.innovation import ASKED
from sysmap.models.innovation_valley import find_crossings
from sysmap.rendering.port import Look


@pytest.fixture
def inside(gunungkidul):
    return [one for one in find_crossings(gunungkidul) if one.inside]


def test_the_first_look_names_who_is_dying_and_who_could_help(case_page, open_page, gunungkidul, inside):
    one = open_page(case_page, "#view=pipeline&lang=en")
    worst = inside[0]
    strip = one.text("#view .rescue")
    assert gunungkidul.name(worst.innovation) in strip
    assert f"{len(worst.lacks)} of {8 - len(worst.unknown)} missing" in strip
    assert all(gunungkidul.name(cure.source) in strip for cure in worst.remedies if cure.source)
    assert one.page.locator("#view .rescue li").count() == len(worst.lacks)


def test_the_more_is_missing_the_lower_it_stands(case_page, open_page, gunungkidul, inside):
    one = open_page(case_page, "#view=pipeline&lang=en")
    tops = {
        row: one.page.locator(".valley .card", has_text=gunungkidul.name(row.innovation)).bounding_box()["y"]
        for row in inside
    }
    ordered = sorted(inside, key=lambda row: len(row.lacks))
    assert all(tops[a] < tops[b] for a, b in pairwise(ordered) if len(a.lacks) < len(b.lacks))
    for row in inside:
        card = one.page.locator(".valley .card", has_text=gunungkidul.name(row.innovation))
        assert card.locator(".dots .missing").count() == len(row.lacks)
    living = len(find_crossings(gunungkidul))
    assert (one.page.locator(".valley .card").count(), one.page.locator(".stopped .card").count()) == (
        living,
        len(gunungkidul.nodes("Innovation")) - living,
    )


def test_the_table_says_item_by_item_who_could_add_it(case_page, open_page, gunungkidul, inside):
    one = open_page(case_page, "#view=pipeline&lang=en")
    rows = one.page.locator("#view tbody tr")
    assert rows.locator("th .name").all_inner_texts() == [gunungkidul.name(row.innovation) for row in inside]
    for at, row in enumerate(inside):
        assert rows.nth(at).locator("td.missing").count() == len(row.lacks)
        assert rows.nth(at).locator("td .link").all_inner_texts() == [
            gunungkidul.name(cure.source) for cure in row.remedies if cure.source
        ]


def test_the_panel_tells_the_checklist_and_the_chain_is_lit(case_page, open_page, gunungkidul, inside):
    row = next(row for row in inside if row.path and row.remedies)
    one = open_page(case_page, "#view=pipeline&lang=en")
    one.page.locator(".valley .card", has_text=gunungkidul.name(row.innovation)).click()
    assert one.page.locator(".valley .card[aria-current]").count() == 1
    assert one.page.locator("#panel .checklist .missing").count() == len(row.lacks)
    for cure in row.remedies:
        asked = (
            ASKED[cure.item]
            .filled(who=gunungkidul.name(cure.source) if cure.source else "", target=gunungkidul.name(cure.target))
            .render("en")
        )
        assert asked[1:] in one.text("#panel .checklist")
    assert one.page.locator("#panel .chain .name").all_inner_texts() == [gunungkidul.name(uid) for uid in row.path]
    one.page.click("#panel >> text=Show it on the map")
    assert one.page.locator("#stage").is_visible()
    assert one.text("#panel h2") == gunungkidul.name(row.innovation)


def test_the_filter_takes_cards_away(case_page, open_page):
    one = open_page(case_page, "#view=pipeline&lang=en")
    one.page.locator("#legend .row", has_text="Innovation").locator("input").first.uncheck()
    assert one.page.locator("#view .card").count() == 0
    assert "No innovation stands in the valley today" in one.text("#view .rescue")


@pytest.mark.parametrize("language", ["id", "en"])
def test_on_a_phone_the_valley_is_in_sight_and_nothing_sticks_out(case_page, open_page, language):
    one = open_page(case_page, f"#view=pipeline&lang={language}", (390, 844))
    assert one.page.evaluate("document.documentElement.scrollWidth") == 390
    box = one.page.locator(".valley .card.inside").first.bounding_box()
    assert 0 <= box["x"] < 390


def test_bare_and_hostile_innovations_are_shown_as_they_are(open_page, tmp_path, analysis_of, node, tie):
    evil = "<img src=x onerror=alert(1)>"
    rows = [
        node("Innovation", "a", name=evil),
        node("Innovation", "b", stage="pilot"),
        node("Problem", "p", name=evil),
        node("Stakeholder", "s", name=evil),
    ]
    page = write_file(
        "page",
        analysis_of(
            rows,
            [tie("ADDRESSES", rows[1], rows[2]), tie("LEADS", rows[3], rows[1]), tie("WORKS_ON", rows[3], rows[2])],
        ),
        Look(),
        tmp_path,
    )
    one = open_page(page, "#view=pipeline&lang=en")
    assert one.page.locator("#view img").count() == 0
    assert one.page.locator(".valley .card").count() == 2
    assert "no stage given" in one.text(".valley").lower()
    assert "not known" in one.text("#view")

"""Matrix and grid in a real Chromium: what is seen equals what was computed, and a choice is shown in both."""

import pytest

from sysmap.build import write_file
from sysmap.models.gaps.ranking import find_gaps_of
from sysmap.models.stakeholders_salience import read_standings
from sysmap.records.coverage_work import read_work
from sysmap.rendering.port import Look


@pytest.fixture(scope="module")
def rated_page(gunungkidul, tmp_path_factory):
    return write_file("page", gunungkidul, Look(include_personal=True), tmp_path_factory.mktemp("rated"))


def test_the_matrix_shows_every_carrier_and_a_choice_shows_its_gaps(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#lang=en&view=matrix")
    who = read_work(gunungkidul)
    counts = one.page.locator("#view .counts").first.locator("td").all_inner_texts()
    assert sorted(int(text.split()[0]) for text in counts) == sorted(who.workers.tolist())
    uid = "stakeholder:dinkes"
    one.page.locator("#view tbody .node", has_text=gunungkidul.name(uid)).first.click()
    assert one.text("#panel h2") == gunungkidul.name(uid)
    rows = set(one.page.locator("#view tr.gap .name").all_inner_texts())
    others = {
        gunungkidul.name(other) for gap in find_gaps_of(gunungkidul, uid) for other in (gap.source, gap.target)
    } - {gunungkidul.name(uid)}
    assert rows == others
    assert f"gaps with {len(others)} others" in one.text("#view .intro")


def test_rows_follow_the_filter_and_the_order_asked_for(case_page, open_page):
    one = open_page(case_page, "#lang=en&view=matrix")
    assert one.page.locator("#view .group").count() == 5
    one.page.click("#view [data-choice=load]")
    assert one.page.locator("#view .group").count() == 0
    assert "rows=load" in one.page.url
    before = one.page.locator("#view tbody tr").count()
    one.page.locator("#legend summary", has_text="Sector").click()
    one.page.locator("#legend .row", has_text="government").locator("input").uncheck()
    assert one.page.locator("#view tbody tr").count() < before


def test_the_grid_holds_everybody_rated_once(rated_page, open_page, gunungkidul):
    one = open_page(rated_page, "#lang=en&view=grid")
    for quadrant, title in (
        ("manage closely", "Manage closely"),
        ("keep satisfied", "Keep satisfied"),
        ("keep informed", "Keep informed"),
        ("monitor", "Monitor"),
    ):
        names = {
            gunungkidul.name(found.stakeholder) for found in read_standings(gunungkidul) if found.quadrant == quadrant
        }
        assert set(one.page.locator(f"#view [aria-label='{title}'] .chip .name").all_inner_texts()) == names
    one.page.locator("#view .chip").first.click()
    assert "How to engage" in one.text("#panel")
    assert one.page.locator("#view .chip[aria-pressed=true]").count() == 1


def test_without_personal_data_there_is_no_grid(case_page, open_page):
    one = open_page(case_page, "#view=grid")
    assert one.page.locator("#views [data-view=grid]").count() == 0
    assert one.page.locator("#stage").is_visible()


@pytest.mark.parametrize("view", ["matrix", "grid"])
def test_on_the_phone_nothing_sticks_out(rated_page, open_page, view):
    one = open_page(rated_page, f"#view={view}", (390, 844))
    assert one.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert one.page.locator("#view .node, #view .chip").first.evaluate("e => e.offsetHeight") >= 44

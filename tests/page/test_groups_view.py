"""A large map in a real Chromium.

It opens with its groups, a group opens as a map, and the whole is there on demand.
"""

import pytest

from sysmap.build import write_file
from sysmap.page.views import network_groups as module
from sysmap.rendering.port import Look


@pytest.fixture(scope="module")
def large_page(gunungkidul, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MANY", 50)
        return write_file("page", gunungkidul, Look(), tmp_path_factory.mktemp("large"))


def count(text):
    return int(text.split(" ")[0])


def test_it_opens_with_groups_that_hold_everything_once(large_page, open_page):
    one = open_page(large_page, "#lang=en")
    assert one.page.locator("#view .mark").count() > 2
    sizes = one.page.locator("#view tbody tr td:nth-child(2)").all_inner_texts()
    assert sum(map(int, sizes)) == one.page.evaluate(
        "JSON.parse(document.getElementById('sysmap-data').textContent).nodes.length"
    )
    one.page.locator("#legend .row", has_text="Stakeholder").locator("input").uncheck()
    left = one.page.locator("#view tbody tr td:nth-child(2)").all_inner_texts()
    assert sum(map(int, left)) == count(one.text("#legend .shown .count"))


@pytest.mark.parametrize("way", ["click", "Enter", "table"])
def test_a_group_opens_as_a_map_and_leads_back(large_page, open_page, way):
    one = open_page(large_page, "#lang=en")
    size = int(one.page.locator("#view tbody tr td:nth-child(2)").first.inner_text())
    mark = one.page.locator("#view .mark").first
    if way == "click":
        mark.click()
    elif way == "Enter":
        mark.focus()
        one.page.keyboard.press("Enter")
    else:
        one.page.locator("#view tbody .link").first.click()
    assert one.page.locator("#stage").is_visible()
    assert count(one.text("#legend .shown .count")) == size
    assert "group=0" in one.page.url
    one.page.click("#group .link")
    assert one.page.locator("#view .mark").first.is_visible()
    assert "group=" not in one.page.url


def test_the_whole_is_drawn_when_asked_for(large_page, open_page):
    one = open_page(large_page, "#lang=en")
    one.page.click("#view .intro .link")
    shown, total = one.text("#legend .shown .count").replace(" shown", "").split(" of ")
    assert shown == total
    one.page.reload()
    one.page.wait_for_selector("body[data-ready]")
    assert one.page.locator("#stage").is_visible()

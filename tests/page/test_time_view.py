"""The years in a real Chromium: what is counted in a year is what the dates say."""

import pytest

from sysmap.rendering.facts import Facts
from sysmap.rendering.port import Look


def held(analysis, year, quiet):
    """Ties of drawn nodes, but for the quiet kinds, whose years hold `year`; an absent end is open."""
    drawn = set(Facts(analysis, Look()).uids)
    years = [
        (tie, str(tie.get("since", ""))[:4], str(tie.get("until", ""))[:4])
        for source, target, tie in analysis.whole.edges(data=True)
        if source in drawn and target in drawn
    ]
    return sum(
        (not since or int(since) <= year) and (not until or year <= int(until)) and tie["type"] not in quiet
        for tie, since, until in years
    )


@pytest.mark.parametrize("year", [2018, 2022, 2026])
def test_a_year_shows_the_ties_that_held_in_it(case_page, open_page, gunungkidul, year):
    one = open_page(case_page, f"#lang=en&at={year}")
    quiet = one.page.evaluate(
        "(() => { const i = JSON.parse(document.getElementById('sysmap-data').textContent); return i.quiet.map(at => i.types[at].type); })()"
    )
    assert one.text("#clock output").startswith(f"{year}: {held(gunungkidul, year, quiet)} ties")


def test_the_clock_opens_turns_by_key_and_closes(case_page, open_page):
    one = open_page(case_page, "#lang=en")
    one.page.click("#clock .link")
    assert "at=2026" in one.page.url
    one.page.focus("#clock input")
    one.page.keyboard.press("ArrowLeft")
    assert "at=2025" in one.page.url
    assert one.page.evaluate("document.activeElement.type") == "range"
    one.page.locator("#clock [data-turn=today]").click()
    assert "at=" not in one.page.url
    one.page.click("#views [data-view=table]")
    assert not one.page.locator("#clock").is_visible()

"""The roles in a stakeholder's panel are those that Python counted."""

from sysmap.measures.brokerage_roles import count_roles


def test_the_panel_tells_the_pairs_by_role(case_page, open_page, gunungkidul):
    uid = "stakeholder:bapperida"
    one = open_page(case_page, f"#lang=en&node={uid}")
    one.page.click("#panel .roles summary")
    counts = count_roles(gunungkidul, "sector")[uid]
    assert one.text("#panel .roles .count") == str(sum(counts.values()))
    told = one.text("#panel .roles dl")
    assert (
        f"a link between its group and others (gatekeeper, representative)\n{counts['gatekeeper/representative']} pairs"
        in told
    )


def test_a_suggestion_drawn_can_be_clicked_and_travels_in_the_link(case_page, open_page):
    one = open_page(case_page, "#lang=en&suggested=1")
    assert "suggested=1" in one.page.url
    one.page.locator("#legend .row", has_text="Suggested partnerships").locator("input").uncheck()
    assert "suggested" not in one.page.url

"""Ways along the ties of a map small enough to see them all: direction, the shortest way, and none."""

import re

import pytest

from sysmap.build import write_file
from sysmap.rendering.port import Look


@pytest.fixture
def chain(tmp_path, node, tie, analysis_of):
    """a leads x, x answers p, p is near q (no arrow), b works on q; c stands alone."""
    a, b, c = (node("Stakeholder", id) for id in "abc")
    x, p, q = node("Innovation", "x"), node("Problem", "p"), node("Problem", "q")
    ties = [tie("LEADS", a, x), tie("ADDRESSES", x, p), tie("RELATES_TO", p, q), tie("WORKS_ON", b, q)]
    return write_file("page", analysis_of([a, b, c, x, p, q], ties), Look(), tmp_path)


def test_the_shortest_way_is_lit_and_told_step_by_step(chain, open_page):
    one = open_page(chain, "#lang=en&node=stakeholder:a")
    one.page.click("#panel [data-at=seek]")
    one.page.keyboard.press("/")
    one.page.keyboard.type("b")
    one.page.keyboard.press("Enter")
    assert one.text("#panel h2") == "Way from a to b"
    assert "4 ties" in one.text("#panel")
    steps = one.page.locator("#panel .way li").all_inner_texts()
    assert [{"a", "x"}, {"x", "p"}, {"p", "q"}, {"q", "b"}] == [set(re.findall(r"\b[abxpq]\b", step)) for step in steps]
    again = open_page(chain, "#" + one.page.url.split("#")[1])
    assert again.page.locator("#panel .way li").all_inner_texts() == steps


def test_no_way_is_said(chain, open_page):
    one = open_page(chain, "#lang=en&path=stakeholder:a~stakeholder:c")
    assert "No tie leads" in one.text("#panel")


@pytest.mark.parametrize(("way", "lit"), [("both", {"x", "a", "p"}), ("up", {"x", "a"}), ("down", {"x", "p"})])
def test_direction_follows_the_arrows(chain, open_page, way, lit):
    one = open_page(chain, "#lang=en&node=innovation:x")
    one.page.click(f"#panel [data-at=way-{way}]")
    assert one.page.locator(f"#panel [data-at=way-{way}]").get_attribute("aria-pressed") == "true"
    assert ("dir=" in one.page.url) == (way != "both")
    names = one.page.evaluate(
        "JSON.parse(document.getElementById('sysmap-data').textContent).nodes.map(node => node.label)"
    )
    assert {names[int(at)] for at in one.page.get_attribute("#stage", "data-lit").split()} == lit


def test_a_spoilt_path_does_no_harm(chain, open_page):
    one = open_page(
        chain, "#lang=en&path=stakeholder:a~__proto__&dir=constructor&steps=99&story=0&ask=toString&hide=,,="
    )
    assert not one.page.locator("#panel").is_visible()

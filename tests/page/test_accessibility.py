"""axe-core has nothing to say of any view or sheet, in either language and theme, on a laptop and a phone.

axe-core is put into the page by the test alone, past its policy; the page itself carries nothing of it.
"""

from importlib import resources
from itertools import product

import pytest

from sysmap.build import write_file
from sysmap.page.views import network_groups as groups_module
from sysmap.rendering.port import Look

LAPTOP, PHONE = (1280, 800), (390, 844)
AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.map(({ id, impact, help, nodes }) => `${id} (${impact}): ${help}: ${nodes.slice(0, 3).map(({ target, any, all, none }) => `${target} ${[...any, ...all, ...none].map(({ message }) => message)}`).join(" | ")}`);
}"""
STATES = list(product({"laptop": LAPTOP, "phone": PHONE}.items(), ["light", "dark"], ["id", "en"]))
"""Device, scheme and language. Four of the eight states hold every pair of them; the other four are long trials."""
IN_ALL_STATES = pytest.mark.parametrize(
    ("size", "scheme", "language"),
    [
        pytest.param(
            size,
            scheme,
            language,
            id=f"{language}-{scheme}-{device}",
            marks=[pytest.mark.whole] * ((device == "phone") ^ (scheme == "dark") ^ (language == "en")),
        )
        for (device, size), scheme, language in STATES
    ],
)


@pytest.fixture(scope="module")
def whole_page(gunungkidul, tmp_path_factory):
    """The shipped case with every view that there is.

    Personal fields for the grid, and as if it were a large map, for the groups.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(groups_module, "MANY", 50)
        return write_file("page", gunungkidul, Look(include_personal=True), tmp_path_factory.mktemp("whole"))


@pytest.fixture
def audited(whole_page, open_page):
    """`audited(hash, size, scheme)`: the page with axe-core in it."""

    def go(hash, size, scheme):
        page = open_page(whole_page, hash, size, scheme=scheme, csp=False).page
        page.evaluate(AXE)
        return page

    return go


def views_of(page):
    return page.locator("#views button").evaluate_all("all => all.map(one => one.dataset.view)")


def press(page, selector, at=0):
    """Click by script: what lies under a sheet of the phone is reached too."""
    page.locator(selector).nth(at).evaluate(
        "element => element.dispatchEvent(new MouseEvent('click', {bubbles: true}))"
    )


@IN_ALL_STATES
def test_no_view_breaks_a_rule(audited, size, scheme, language):
    page = audited(f"#lang={language}", size, scheme)
    found = {}
    for name in views_of(page):
        press(page, f"#views [data-view={name}]")
        found[name] = page.evaluate(RUN)
    assert len(found) > 8
    assert {name: said for name, said in found.items() if said} == {}


OPENERS = {
    "overview": lambda page: page.keyboard.press("Escape"),
    "findings": lambda page: (press(page, "#overview .links .link", 0), press(page, "#panel .headline", 0)),
    "gaps": lambda page: (press(page, "#overview .links .link", 1), press(page, "#panel .headline", 0)),
    "about": lambda page: press(page, "#overview .links .link", 2),
    "node": lambda page: page.locator("#panel details").evaluate_all("all => all.forEach(one => { one.open = true; })"),
    "tie": lambda page: press(page, "#view [data-arrow]"),
    "legend": lambda page: page.locator("#legend details").evaluate_all(
        "all => all.forEach(one => { one.open = true; })"
    ),
}


@IN_ALL_STATES
def test_no_sheet_breaks_a_rule(audited, gunungkidul, size, scheme, language):
    uid = max(gunungkidul.collaboration, key=lambda node: (gunungkidul.collaboration.degree(node), node))
    found = {}
    for name, opens in OPENERS.items():
        page = audited(
            f"#lang={language}&view={'causal' if name == 'tie' else 'map'}"
            + (f"&node={uid}" if name == "node" else ""),
            size,
            scheme,
        )
        if size == PHONE and name == "legend":
            press(page, "#tabs [data-tab=legend]")
        opens(page)
        found[name] = page.evaluate(RUN)
    assert {name: said for name, said in found.items() if said} == {}


SEEN = """() => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
  return { name: `${e.tagName} ${e.id || e.getAttribute("class")}`, inside: document.getElementById("view").contains(e) || e.id === "stage",
    seen: s.outlineStyle !== "none" || e.tagName === "g" || e.id === "view", view: document.body.dataset.view }; }"""


def test_each_view_is_reached_and_walked_by_keys_with_the_focus_in_sight(whole_page, open_page):
    page = open_page(whole_page, "#lang=en").page
    for name in views_of(page):
        page.locator(f"#views [data-view={name}]").focus()
        page.keyboard.press("Enter")
        found = []
        for _ in range(90):
            page.keyboard.press("Tab")
            found.append(page.evaluate(SEEN))
            if sum(one["inside"] for one in found) > 5 or (name == "map" and found[-1]["inside"]):
                break
        assert found[-1]["view"] == name
        assert any(one["inside"] for one in found), name
        assert [one["name"] for one in found if not one["seen"]] == [], name

"""The page in a real Chromium, on file://, offline.

Every control, what is seen equals what was computed, and no text ever runs.

`open_page` fails a test whose page made a request, wrote to the console, raised an error or opened a dialog.
"""

import re

import pytest

from sysmap.build import write_file
from sysmap.findings.port import all_findings
from sysmap.measures.port import MEASURES, measure_values
from sysmap.measures.results import rank_nodes
from sysmap.rendering.facts import Facts
from sysmap.rendering.port import Look

LAPTOP, PHONE = (1280, 800), (390, 844)
EVIL = [
    "</script><script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "javascript:alert(1)",
    "a\u2028alert(1)\u2029b",
    '=HYPERLINK("x")',
    "{{7*7}}{% raw %}{#",
    "'\"`<!--",
    "__proto__",
    "constructor",
]


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_it_opens_in_silence_and_nothing_sticks_out(case_page, open_page, size, scheme, language):
    one = open_page(case_page, f"#lang={language}", size, scheme=scheme)
    assert one.page.evaluate("document.documentElement.lang") == language
    assert one.page.evaluate(
        "document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight"
    )
    header = one.page.evaluate(
        "[...document.querySelectorAll('header > *')].map(e => e.getBoundingClientRect()).map(b => [b.top, b.bottom, b.right])"
    )
    assert all(top >= 0 and bottom <= 60 and right <= size[0] for top, bottom, right in header)
    assert one.page.locator("#overview .headline").count() == 3
    background = one.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, re.findall(r"\d+", background)[:3])) < 150) == (scheme == "dark")


@pytest.mark.parametrize("csp", [True, False], ids=["policy", "no policy"])
def test_hostile_text_stays_text(open_page, tmp_path, node, tie, analysis_of, *, csp):
    people = [
        node(
            "Stakeholder",
            f"{text}{at}",
            name=text,
            kind=text,
            sector=text,
            description=text,
            tags=EVIL,
            **{text.replace("\x00", ""): text},
        )
        for at, text in enumerate(EVIL)
    ]
    ties = [tie("PARTNERS_WITH", people[at - 1], people[at], kind=text) for at, text in enumerate(EVIL) if at]
    ties += [tie("RELATES_TO", people[0], people[at], kind=text, **{text: text}) for at, text in enumerate(EVIL) if at]
    page = write_file("page", analysis_of(people, ties, title="".join(EVIL), author=EVIL[0]), Look(), tmp_path)
    one = open_page(page, csp=csp)
    for at in range(len(EVIL)):
        one.page.keyboard.press("/")
        one.page.fill("#search", EVIL[at][:8])
        one.page.keyboard.press("Enter")
        if one.page.locator("#panel h2").count():
            assert one.page.locator("#panel h2").inner_text().strip() in {
                re.sub(r"\s+", " ", text).strip() for text in EVIL
            } | set(EVIL)
    for value in one.page.locator("#by-color option").evaluate_all("all => all.map(option => option.value)"):
        one.page.select_option("#by-color", value)
    for at in range(3):
        one.page.locator("#overview .link").nth(at).click()
        assert one.page.locator("#panel").is_visible()
    one.page.click("#views [data-view=table]")
    assert one.page.locator("#view tbody tr").count() == len(EVIL)
    assert one.page.locator("img, iframe, object, embed").count() == 0
    assert one.page.locator("script").count() == 4


def test_legend_counts_are_the_data_s(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#lang=en")
    for kind in gunungkidul.vocabulary.nodes[:-1]:
        row = one.page.locator("#legend .row", has_text=re.compile(rf"^{kind.title.render('en')}")).first
        assert row.locator(".count").inner_text() == str(len(gunungkidul.nodes(kind.label)))
    partnerships = sum(type == "PARTNERS_WITH" for *_, type in gunungkidul.graph.edges(data="type"))
    assert one.page.locator("#legend .row", has_text=re.compile("^Partnership")).locator(".count").inner_text() == str(
        partnerships
    )


def test_the_filter_filters_map_table_and_count(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#lang=en&view=table")
    total = len(Facts(gunungkidul, Look()).uids)
    assert one.page.locator("#view tbody tr").count() == total
    one.page.locator("#legend .row", has_text="Public problem").locator("input").uncheck()
    left = total - len(gunungkidul.nodes("Problem"))
    assert one.page.locator("#view tbody tr").count() == left
    assert f"{left} of {total} shown" in one.text("#legend .shown")
    one.page.locator("#legend summary", has_text="Sector").click()
    one.page.locator("#legend .row", has_text="government").locator("input").uncheck()
    officials = sum(gunungkidul.props(uid).get("sector") == "government" for uid in gunungkidul.nodes("Stakeholder"))
    assert one.page.locator("#view tbody tr").count() == left - officials
    one.page.click("text=Show all")
    assert one.page.locator("#view tbody tr").count() == total


def test_the_panel_says_what_python_computed(case_page, open_page, gunungkidul):
    uid = max(gunungkidul.collaboration, key=lambda node: (gunungkidul.collaboration.degree(node), node))
    one = open_page(case_page, f"#lang=en&node={uid}")
    assert one.text("#panel h2") == gunungkidul.name(uid)
    for name, measure in MEASURES.items():
        value = measure_values(gunungkidul, name).get(uid)
        if measure.level != "node" or not isinstance(value, int | float) or name == "component":
            continue
        block = one.page.locator(f"[data-measure={name}]")
        shown = block.locator(".value").inner_text()
        if shown in ("yes", "no"):
            assert (shown == "yes") == bool(value)
            continue
        assert float(shown.replace(",", "")) == pytest.approx(value, rel=6e-3)
        rank = rank_nodes(gunungkidul, name)[uid]
        assert block.locator(".count").inner_text() == f"{rank.place} of {rank.of}"
        block.locator("summary").click()
        assert measure.how.render("en") in block.inner_text()
        assert measure.advice.render("en") in block.inner_text()
    partners = {gunungkidul.name(other) for other in gunungkidul.collaboration[uid]}
    group = one.page.locator("#panel details", has=one.page.locator("summary", has_text="Partnership")).first
    assert set(group.locator(".node .name").all_inner_texts()) == partners


def test_undefined_is_a_dash_with_its_reason(open_page, tmp_path, node, analysis_of):
    page = write_file("page", analysis_of([node("Stakeholder", "a"), node("Stakeholder", "b")], []), Look(), tmp_path)
    one = open_page(page, "#lang=en&node=stakeholder:a")
    block = one.page.locator("[data-measure=constraint]")
    assert block.locator(".value").inner_text() == "—"
    assert "no partner" in block.locator(".count").inner_text()


def test_search_flies_to_what_was_meant(case_page, open_page):
    one = open_page(case_page)
    one.page.keyboard.press("/")
    one.page.keyboard.type("bapp")
    assert one.page.locator("#matches [role=option]").first.inner_text().startswith("Bapperida")
    one.page.keyboard.press("Enter")
    assert one.text("#panel h2") == "Bapperida"
    assert "node=stakeholder" in one.page.url
    one.page.keyboard.press("/")
    one.page.keyboard.type("zzzz")
    assert one.page.locator("#matches .none").count() == 1
    one.page.keyboard.press("Escape")
    assert not one.page.locator("#matches").is_visible()


def test_a_headline_opens_with_why_next_step_and_evidence(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#lang=en")
    one.page.locator("#overview .headline").nth(1).click()
    opened = one.text("#panel [aria-expanded=true]")
    finding = next(finding for finding in all_findings(gunungkidul) if finding.title.render("en") in opened)
    more = one.text("#panel .more")
    assert finding.why.render("en") in more
    assert finding.next_step.render("en") in more
    first = one.page.locator("#panel .more .node").first
    name = first.inner_text()
    first.click()
    assert one.text("#panel h2") == name
    assert one.page.locator("#panel .cards", has_text=finding.title.render("en")).count() == 1


def test_gaps_are_listed_with_reasons(case_page, open_page):
    one = open_page(case_page, "#lang=en")
    one.page.locator("#overview .link", has_text="Collaboration gaps").click()
    assert 0 < one.page.locator("#panel .cards li").count() <= 50
    one.page.locator("#panel .headline").first.click()
    assert "work on" in one.text("#panel .more")


def test_language_and_theme_switch_without_reload(case_page, open_page):
    one = open_page(case_page, "#lang=id")
    one.page.evaluate("window.stayed = true")
    one.page.click("[data-choice=en]")
    assert "What stands out" in one.text("#overview")
    one.page.click("[data-choice=id]")
    assert "Yang menonjol" in one.text("#overview")
    for theme in ("light", "dark", None):
        one.page.click("[data-choice=theme]")
        assert one.page.evaluate("document.documentElement.dataset.theme ?? null") == theme
    assert one.page.evaluate("window.stayed")


def test_color_and_size_follow_the_choosers(case_page, open_page):
    one = open_page(case_page, "#lang=en")
    before = one.picture()
    one.page.select_option("#by-color", "Stakeholder.sector")
    assert one.page.locator("#legend .swatch").count() > 4
    colored = one.picture()
    one.page.select_option("#by-size", "")
    sized = one.picture()
    assert len({before, colored, sized}) == 3
    one.page.select_option("#by-color", "degree")
    assert one.page.locator("#legend .ramp").is_visible()
    assert "color=degree" in one.page.url


def test_the_table_sorts_and_leads_to_the_panel(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#lang=en&view=table")
    one.page.click("[data-column=degree]")
    assert one.page.locator("th[aria-sort=descending]").inner_text().startswith("Number of partners")
    top = one.page.locator("#view tbody tr").first.locator(".name").inner_text()
    degree = measure_values(gunungkidul, "degree")
    assert degree[next(uid for uid in degree if gunungkidul.name(uid) == top)] == max(degree.values())
    one.page.click("[data-column=degree]")
    assert one.page.locator("th[aria-sort=ascending]").count() == 1
    one.page.locator("#view tbody .node").first.click()
    assert one.page.locator("#panel").is_visible()
    assert one.page.locator("#view tr[aria-current]").count() == 1


def test_picture_and_table_can_be_taken_away(case_page, open_page):
    one = open_page(case_page, "#lang=en")
    width = one.page.evaluate("document.getElementById('stage').clientWidth")
    picture = one.take_away("[data-choice=png]")
    content = picture.read_bytes()
    assert picture.suffix == ".png"
    assert int.from_bytes(content[16:20], "big") == 2 * width
    one.page.click("#views [data-view=table]")
    table = one.take_away("text=Save table (CSV)")
    assert table.read_text(encoding="utf-8-sig").startswith("Name,Kind,Sector")


def test_steps_of_focus_grow(case_page, open_page):
    one = open_page(case_page, "#lang=en&node=stakeholder:bapperida")
    seen = set()
    for steps in ("1 step", "2 steps", "3 steps"):
        one.page.click(f"#panel .segments >> text='{steps}'")
        one.page.wait_for_timeout(60)
        seen.add(one.picture())
        assert one.page.locator("#panel .segments:not(.ways) [aria-pressed=true]").inner_text() == steps
    assert len(seen) == 3


def test_everything_can_be_done_with_keys_alone(case_page, open_page):
    one = open_page(case_page, "#lang=en")
    keys = one.page.keyboard
    reached = set()
    for _ in range(90):
        keys.press("Tab")
        reached.add(
            one.page.evaluate("""(() => { const e = document.activeElement;
            const seen = getComputedStyle(e).outlineStyle !== 'none' || e.matches('#search');
            if (!seen && e !== document.body && document.hasFocus()) throw new Error('focus is not visible on ' + e.outerHTML.slice(0, 120));
            return e.id || e.dataset.choice || e.dataset.view || e.className || e.tagName; })()""")
        )
    assert {"skip", "search", "map", "en", "theme", "png", "by-color", "by-size", "stage"} <= reached
    one.page.focus("#stage")
    keys.press("ArrowRight")
    first = one.text("#panel h2")
    keys.press("ArrowLeft")
    keys.press("ArrowUp")
    assert one.page.locator("#panel h2").is_visible()
    assert first
    for key in ("+", "-", "0"):
        keys.press(key)
    keys.press("Escape")
    assert not one.page.locator("#panel").is_visible()
    one.page.focus("#skip")
    keys.press("Enter")
    assert one.page.locator("#view").is_visible()


def test_clicking_the_map_selects_and_lets_go(case_page, open_page):
    one = open_page(case_page, "#lang=en&node=stakeholder:bapperida")
    box = one.page.locator("#stage").bounding_box()
    one.page.mouse.click(box["x"] + 8, box["y"] + 8)
    one.page.wait_for_timeout(350)
    assert not one.page.locator("#panel").is_visible()


def test_the_phone_has_tabs_and_sheets(case_page, open_page):
    one = open_page(case_page, "#lang=en", PHONE)
    for tab, sheet in (
        ("overview", None),
        ("overview", "#overview"),
        ("legend", "#legend"),
        ("findings", "#panel"),
        ("map", "#stage"),
    ):
        one.page.click(f"[data-tab={tab}]")
        if sheet:
            assert one.page.locator(sheet).is_visible(), tab
    one.page.click("#views [data-view=table]")
    assert one.page.locator("#view").is_visible()
    one.page.click("#views [data-view=map]")
    sizes = one.page.evaluate(
        "[...document.querySelectorAll('#tabs button, header button, #views button')].filter(b => b.offsetParent).map(b => b.offsetHeight)"
    )
    assert min(sizes) >= 32
    one.page.click("[data-tab=findings]")
    one.page.locator("#panel .headline").first.click()
    assert one.page.locator("#panel .more").is_visible()


def test_on_a_phone_a_link_to_a_view_shows_the_view(case_page, open_page):
    one = open_page(case_page, "#lang=en&view=grow", PHONE)
    assert not one.page.locator("#overview").is_visible()
    assert one.page.locator("#view").bounding_box()["height"] > 600
    assert open_page(case_page, "#lang=en&view=grow&node=stakeholder:bapperida", PHONE).text("#panel h2") == "Bapperida"


@pytest.mark.parametrize("count", [0, 1])
def test_maps_of_nothing_and_of_one_look_right(open_page, tmp_path, node, analysis_of, count):
    page = write_file("page", analysis_of([node("Stakeholder", "alone")][:count], []), Look(), tmp_path)
    one = open_page(page)
    assert one.page.locator(".empty").count() == 1 - count
    assert one.page.locator("#legend .row").count() >= count


def test_a_map_without_partnerships_says_not_assessed(open_page, tmp_path, node, tie, analysis_of):
    a, b, p = node("Stakeholder", "a"), node("Stakeholder", "b"), node("Problem", "p")
    page = write_file(
        "page", analysis_of([a, b, p], [tie("WORKS_ON", a, p), tie("WORKS_ON", b, p)], files={}), Look(), tmp_path
    )
    one = open_page(page, "#lang=en")
    one.page.locator("#overview .link", has_text="Collaboration gaps").click()
    assert "Not assessed" in one.text("#panel")


def test_a_link_brings_the_same_view_back(case_page, open_page):
    one = open_page(case_page, "#lang=en&theme=dark&node=stakeholder:bapperida&color=Stakeholder.sector&size=degree")
    assert one.text("#panel h2") == "Bapperida"
    assert one.page.locator("#by-color").input_value() == "Stakeholder.sector"
    assert one.page.locator("#by-size").input_value() == "degree"
    assert one.page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_a_spoilt_link_does_no_harm(case_page, open_page):
    one = open_page(case_page, "#lang=xx&theme=<b>&node=__proto__&color=%00&size=constructor&finding=999")
    assert one.page.locator("#overview .headline").count() == 3


@pytest.mark.browser_can("print")
def test_print_is_light(case_page, open_page):
    one = open_page(case_page, "#theme=dark")
    one.page.emulate_media(media="print")
    assert one.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not one.page.locator("header .tools").is_visible()


@pytest.mark.browser_can("print")
def test_what_is_printed_is_the_picture_and_the_headlines_or_the_table(case_page, open_page):
    one = open_page(case_page, "#theme=dark&lang=en")
    one.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    one.page.emulate_media(media="print")
    assert one.page.locator("#paper").is_visible()
    assert one.page.locator("#overview").is_visible()
    assert not one.page.locator("#legend, #stage, header").locator("visible=true").count()
    one.page.evaluate("dispatchEvent(new Event('afterprint'))")
    one.page.emulate_media(media="screen")
    assert one.page.locator("#paper").count() == 0
    assert one.page.evaluate("document.documentElement.dataset.theme") == "dark"
    one.page.click("#views [data-view=table]")
    one.page.emulate_media(media="print")
    assert one.page.locator("#view tbody tr").last.is_visible()

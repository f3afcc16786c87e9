"""The causal view in a real Chromium: what is seen, said and reckoned there equals what Python says.

Keys, hash, phone, hostile names.

The engine is compared with `models.fcm`, which tests/models/test_fcm.py holds against FCMpy's documented equilibria.
"""

import json
import random
import re
from pathlib import Path

import pytest

from sysmap.build import write_file
from sysmap.models.causes.archetypes import find_archetypes
from sysmap.models.causes.leverage import score_levers
from sysmap.models.causes.loops import describe_loop, list_loops
from sysmap.models.causes.mental_models import compare_mental_models
from sysmap.models.causes.what_if import run_what_if
from sysmap.records.causes_holders import find_holders
from sysmap.records.causes_map import causal_map
from sysmap.rendering.port import Look

PHONE = (390, 844)
SCRIPTS = Path(__file__).resolve().parents[2] / "src/sysmap/page/assets"
ENGINE = re.sub(
    r"^export ", "", (SCRIPTS / "views/causal/engine.js").read_text(encoding="utf-8"), flags=re.MULTILINE
)  # it imports nothing
HOWS = [
    ("modified", "tanh", 1.0),
    ("plain", "tanh", 2.0),
    ("modified", "sigmoid", 1.0),
    ("plain", "sigmoid", 0.5),
    ("rescaled", "sigmoid", 1.0),
    ("modified", "tanh", 0.5),
]


def links_of(analysis, holder=None):
    graph = causal_map(analysis, holder)
    uids = list(graph)
    return uids, [
        {"from": uids.index(a), "to": uids.index(b), "sign": link["sign"] or 0, "strength": link["strength"]}
        for a, b, link in graph.edges(data=True)
    ]


def in_page(page, analysis, pushes, how, holder=None):
    uids, links = links_of(analysis, holder)
    held = {str(uids.index(uid)): amount for uid, amount in pushes.items()}
    rule, squash, slope = how
    return uids, page.evaluate(
        f"""([count, links, held, how]) => {{ {ENGINE}
        return whatIf(causalMap(count, links, 0), held, how); }}""",
        [len(uids), links, held, {"rule": rule, "squash": squash, "slope": slope}],
    )


def assert_same(page, analysis, pushes, how, holder=None):
    uids, found = in_page(page, analysis, pushes, how, holder)
    made = run_what_if(analysis, [pushes], *how, holder=holder)
    [scenario] = made.scenarios
    assert (found["outcome"], found["baseline"], found["unknown"]) == (scenario.outcome, made.baseline, made.unknown)
    assert (found["others"], found["lost"]) == (scenario.others, scenario.lost)
    assert {uids[one["at"]]: one["change"] for one in found["effects"]} == pytest.approx(
        {one.uid: one.change for one in scenario.effects}, abs=1e-9
    )
    assert {uids[one["at"]]: (one["sign"], one["rank"]) for one in found["effects"]} == {
        one.uid: (one.sign, one.rank) for one in scenario.effects
    }
    assert found["steps"] == pytest.approx(scenario.steps, abs=1)
    assert (found["agreement"] is None) == (scenario.agreement is None)
    assert found["agreement"] == pytest.approx(
        scenario.agreement, abs=0.01
    )  # a pair that differs in the tenth digit may be equal here
    assert {uids[at] for at in found["turned"]} == set(scenario.turned)
    return scenario.outcome


@pytest.fixture(scope="module")
def blank(browser):
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("how", HOWS, ids=lambda how: "-".join(map(str, how)))
def test_the_page_reckons_as_python_does_on_the_case(blank, gunungkidul, how):
    for pushes in ({"factor:kunjungan": -1.0}, {"innovation:air-pintar": 1.0, "factor:tambang-rakyat": -0.5}):
        for holder in (None, *find_holders(gunungkidul)):
            assert_same(blank, gunungkidul, pushes, how, holder)


@pytest.mark.parametrize("size", [1, 2, 5, 20, 60, 100])
def test_the_page_reckons_as_python_does_on_random_maps(blank, mapped, size):
    lot = random.Random(size)
    pairs = {(a, b) for a, b in ((lot.randrange(size), lot.randrange(size)) for _ in range(3 * size)) if a != b}
    lines = [
        f"n{a} INFLUENCES n{b} polarity={lot.choice('++--?')}"
        + (f" strength={lot.random():.3f}" if lot.random() < 0.7 else "")
        for a, b in sorted(pairs)
    ]
    analysis = mapped(*(f"Factor n{at}" for at in range(size)), *lines)
    for how in HOWS:
        assert_same(blank, analysis, {"factor:n0": 1.0}, how)


def test_cycles_and_chaos_are_told_apart_as_in_python(blank, mapped):
    ring = mapped(
        "Factor a",
        "Factor b",
        "Factor c",
        "a INFLUENCES b polarity=+",
        "b INFLUENCES a polarity=-",
        "c INFLUENCES a polarity=+",
    )
    outcomes = {
        assert_same(blank, ring, {"factor:c": 0.3}, ("plain", squash, slope))
        for squash in ("tanh", "sigmoid")
        for slope in (1.0, 3.0, 8.0)
    }
    assert {"settled", "cycle"} <= outcomes


def test_agreement_and_what_turns_are_python_s(blank, gunungkidul):
    pushes = {"factor:kunjungan": 1.0, "problem:kekeringan": -1.0}
    uids, found = in_page(blank, gunungkidul, pushes, ("modified", "tanh", 1.0))
    [scenario] = run_what_if(gunungkidul, [pushes]).scenarios
    assert found["agreement"] == pytest.approx(scenario.agreement, abs=1e-12)
    assert {uids[at] for at in found["turned"]} == set(scenario.turned)


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("wide", [1280, 1366, 1440, 1920])
def test_whose_map_can_be_chosen_beside_an_open_panel(case_page, open_page, wide, language):
    one = open_page(case_page, f"#view=causal&whose=Pokdarwis+Segara+Asri&lang={language}")
    one.page.set_viewport_size({"width": wide, "height": 900})
    one.page.click("[data-tool=loops]")
    assert one.page.evaluate("""(() => { const tools = document.querySelector(".causal-tools"), pick = tools.querySelector("select").getBoundingClientRect();
        return tools.scrollWidth <= tools.clientWidth && pick.right <= tools.getBoundingClientRect().right && pick.width >= 110; })()""")


def test_chaos_shows_no_effects_and_says_so(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#view=causal&push=factor:air-tanah=1&lambda=3&lang=en")
    one.page.click("[data-tool=whatif]")
    assert run_what_if(gunungkidul, [{"factor:air-tanah": 1}], slope=3).scenarios[0].outcome == "chaos"
    assert one.page.locator(".effects li").count() == 0
    assert "no effect can be told" in one.page.inner_text(".certainty")
    assert one.page.locator(".diagram .badge").count() == 1  # what is pushed, and nothing that follows


def test_loops_are_said_as_the_command_line_says_them(case_page, open_page, gunungkidul):
    for language in ("en", "id"):
        one = open_page(case_page, f"#view=causal&lang={language}")
        one.page.click("[data-tool=loops]")
        said = [" ".join(text.split()) for text in one.page.locator("#panel .loop .say").all_inner_texts()]
        made = list_loops(gunungkidul)
        assert sorted(said) == sorted(
            " ".join(describe_loop(gunungkidul, loop).render(language).split()) for loop in made.through()
        )
        assert one.page.locator("#panel .loop .basic").count() == len(made.independent)


def test_a_click_on_a_loop_lights_it_and_the_hash_keeps_it(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#view=causal&lang=en")
    one.page.click("[data-tool=loops]")
    one.page.locator("#panel .loop").nth(2).click()
    loop = list_loops(gunungkidul).loops[2]
    assert one.page.locator(".diagram .box.near").count() == len(loop.nodes)
    assert one.page.locator(".diagram .arrow.near").count() == len(loop.nodes)
    again = open_page(case_page, one.page.evaluate("location.hash"))
    assert again.page.locator(".diagram .box.near").count() == len(loop.nodes)


def test_upstream_and_downstream(case_page, open_page, gunungkidul):
    links = causal_map(gunungkidul)
    one = open_page(case_page, "#view=causal&lang=en&node=factor:kunjungan")
    near = one.page.locator(".diagram .box.near")
    assert near.count() == len(
        {"factor:kunjungan", *links.successors("factor:kunjungan"), *links.predecessors("factor:kunjungan")}
    )
    one.page.click("#panel >> text=Effects")
    assert near.count() == 1 + len(set(links.successors("factor:kunjungan")) - {"factor:kunjungan"})
    one.page.click("#panel >> .causal-node >> text=all")
    import networkx as nx

    assert near.count() == 1 + len(nx.descendants(links, "factor:kunjungan"))


def test_what_if_in_the_page_is_that_of_the_command_line(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#view=causal&lang=en&node=factor:kunjungan")
    one.page.click("#panel >> text=Push down")
    one.page.click("#panel .causal-node >> text=What follows")
    scenario = run_what_if(gunungkidul, [{"factor:kunjungan": -1.0}]).scenarios[0]
    wanted = [
        (str(effect.rank), "rises" if effect.sign > 0 else "falls", gunungkidul.name(effect.uid))
        for effect in scenario.effects
        if effect.sign
    ]
    rows = [
        tuple(row.locator(part).inner_text().strip() for part in (".rank", ".way", ".name"))
        for row in one.page.locator("#panel .effects li").all()
    ]
    assert sorted(rows) == sorted(wanted)
    assert one.page.locator(".diagram .badge:not(.pushed)").count() == len(wanted)
    assert one.page.locator(".diagram .badge.pushed").count() == 1
    assert one.text("#panel .command") == "sysmap whatif --push kunjungan=-1"
    assert f"{scenario.agreement:.0%}" in one.text("#panel .certainty")
    again = open_page(case_page, one.page.evaluate("location.hash"))
    assert again.page.locator(".diagram .badge:not(.pushed)").count() == len(wanted)


def test_settings_and_whose_map_change_what_follows(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#view=causal&lang=en&push=factor:kunjungan=1")
    one.page.click("[data-tool=whatif]")
    one.page.click("#panel .push-settings summary")
    one.page.select_option("#by-rule", "rescaled")
    assert one.page.locator("#by-squash option").all_inner_texts() == ["sigmoid"]
    one.page.select_option("#by-slope", "2")
    one.page.select_option("#by-map-of", label="Paguyuban Hotel dan Restoran Pesisir")
    holder = next(
        one_ for one_ in find_holders(gunungkidul) if gunungkidul.name(one_) == "Paguyuban Hotel dan Restoran Pesisir"
    )
    scenario = run_what_if(
        gunungkidul, [{"factor:kunjungan": 1.0}], "rescaled", "sigmoid", 2.0, holder=holder
    ).scenarios[0]
    names = [row.locator(".name").inner_text() for row in one.page.locator("#panel .effects li").all()]
    assert sorted(names) == sorted(gunungkidul.name(effect.uid) for effect in scenario.effects if effect.sign)
    assert '--held-by "Paguyuban Hotel dan Restoran Pesisir" --rule rescaled --lambda 2' in one.text("#panel .command")
    assert one.page.locator(".diagram .arrow.disputed").count() >= 1
    assert one.page.locator(".diagram .arrow.missing").count() >= 1


def test_where_to_push_shows_four_ranks_a_plane_and_how_far_they_agree(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#view=causal&lang=en")
    one.page.click("[data-tool=levers]")
    made = score_levers(gunungkidul)
    rows = one.page.locator("#panel .levers tbody tr")
    assert rows.count() == one.page.locator("#panel .lever").count() == len(made.levers)
    for at in (0, 7, len(made.levers) - 1):
        ranks = [str(rank) if rank is not None else "—" for rank in made.levers[at].ranks.values()]
        assert rows.nth(at).locator("td").all_inner_texts() == ranks
        assert gunungkidul.name(made.levers[at].uid) in rows.nth(at).inner_text()
    corners = one.page.locator("#panel .plane .corner").all_text_contents()
    assert sorted(corners) == ["Autonomous", "Dependent", "Driver", "Relay"]
    tau = next(pair.tau for pair in made.agreements if (pair.one, pair.other) == ("influence", "loops"))
    assert f"{tau:.3g}" in one.text("#panel table:not(.levers)")
    rows.first.locator("button").click()
    assert one.text("#panel h2") == gunungkidul.name(made.levers[0].uid)


def test_a_story_lights_its_links_and_says_what_to_check(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#view=causal&lang=en")
    one.page.click("[data-tool=stories]")
    found = find_archetypes(gunungkidul).found
    assert one.page.locator("#panel .cards > li").count() == len(found)
    one.page.locator("#panel .headline").nth(2).click()
    assert one.page.locator(".diagram .box.near").count() == len(found[2].nodes)
    assert one.page.locator(".diagram .arrow.near").count() == found[2].links
    assert all(
        text in one.text("#panel")
        for text in (found[2].story.render("en"), found[2].check.render("en"), found[2].remedy.render("en"))
    )
    again = open_page(case_page, one.page.evaluate("location.hash"))
    assert again.page.locator(".diagram .box.near").count() == len(found[2].nodes)


def test_one_group_s_map_beside_the_others(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#view=causal&lang=en&whose=Paguyuban Hotel dan Restoran Pesisir")
    one.page.click("[data-tool=maps]")
    uid = next(
        holder
        for holder in find_holders(gunungkidul)
        if gunungkidul.name(holder) == "Paguyuban Hotel dan Restoran Pesisir"
    )
    pairs = {
        other: pair.distance
        for pair in compare_mental_models(gunungkidul).pairs
        if uid in (pair.one, pair.other)
        for other in {pair.one, pair.other} - {uid}
    }
    rows = {
        row.locator("th").inner_text(): row.locator("td").inner_text()
        for row in one.page.locator("#panel table tr").all()
    }
    assert rows == {
        gunungkidul.name(other): "—" if distance is None else f"{distance:.3g}" for other, distance in pairs.items()
    }
    headings = " ".join(one.page.locator("#panel h3").all_inner_texts())
    for kind, word in (("disputed", "Others say the opposite"), ("missing", "Others have it, this map does not")):
        assert f"{word} ({one.page.locator(f'.diagram .arrow.{kind}').count()})" in headings


def test_it_is_steered_by_keys_alone(case_page, open_page):
    one = open_page(case_page, "#view=causal&lang=en")
    one.page.focus("#causes")
    scale = "document.querySelector('.diagram > g').getAttribute('transform')"
    before = one.page.evaluate(scale)
    one.page.keyboard.press("+")
    assert one.page.evaluate(scale) != before
    one.page.keyboard.press("0")
    one.page.keyboard.press("ArrowRight")
    first = one.page.text_content("#panel h2")
    one.page.keyboard.press("ArrowDown")
    assert one.page.text_content("#panel h2") != first
    one.page.keyboard.press("Shift+ArrowUp")
    assert "push=" in one.page.evaluate("location.hash")
    assert one.page.locator(".badge.pushed").count() == 1
    one.page.keyboard.press("Delete")
    assert one.page.locator(".badge").count() == 0
    assert one.page.evaluate("document.activeElement.id") == "causes"


def test_drag_wheel_and_click(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#view=causal&lang=en")
    where = "document.querySelector('.diagram > g').getAttribute('transform')"
    before = one.page.evaluate(where)
    one.page.mouse.move(420, 640)
    one.page.mouse.down()
    one.page.mouse.move(460, 670, steps=3)
    one.page.mouse.up()
    moved = one.page.evaluate(where)
    assert moved != before
    assert one.page.locator("#panel").is_hidden()
    one.page.mouse.wheel(0, -300)
    one.page.wait_for_function(f"{where} !== {json.dumps(moved)}")
    one.page.click("[aria-label='Show everything'] >> visible=true")
    one.page.locator(".diagram [data-box]").nth(5).click()
    assert one.text("#panel h2") in {gunungkidul.name(uid) for uid in causal_map(gunungkidul)}


def test_the_filter_hides_boxes_and_their_arrows(case_page, open_page, gunungkidul):
    one = open_page(case_page, "#view=causal&lang=en")
    boxes = one.page.locator(".diagram [data-box]").count()
    one.page.locator("#legend .row", has_text=re.compile("^Goal")).locator("input").uncheck()
    assert one.page.locator(".diagram [data-box]").count() == boxes - sum(
        causal_map(gunungkidul).degree(uid) > 0 for uid in gunungkidul.nodes("Goal")
    )


def test_no_name_reaches_over_its_box_and_no_box_over_another(case_page, open_page):
    one = open_page(case_page, "#view=causal")
    assert one.page.evaluate("""[...document.querySelectorAll('.diagram .box')].every(box => {
        const [edge, text] = [box.querySelector('rect').getBBox(), box.querySelector('.name').getBBox()];
        return text.x >= edge.x && text.x + text.width <= edge.x + edge.width + .5 && text.y >= edge.y - 1 && text.y + text.height <= edge.y + edge.height + 1; })""")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "hash", ["", "&node=factor:kunjungan", "&loop=3", "&push=factor:kunjungan=1", "&whose=Dinas Pariwisata"]
)
def test_on_the_phone_nothing_sticks_out(case_page, open_page, hash, scheme):
    one = open_page(case_page, f"#view=causal{hash}", PHONE, scheme=scheme)
    assert one.page.evaluate(
        "document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight"
    )
    assert one.page.evaluate(
        "[...document.querySelectorAll('.causal-tools button')].every(one => one.offsetHeight >= 44)"
    )


def test_hostile_names_stay_text(open_page, tmp_path, node, tie, analysis_of):
    evil = [
        "</script><script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "{{7*7}}",
        "a,b=1%2C",
        '$(rm -rf)"`',
    ]
    rows = [node("Factor", text, name=text) for text in evil]
    ties = [
        tie("INFLUENCES", rows[at - 1], rows[at], polarity="+-"[at % 2], held_by=evil[1] if at == 2 else "")
        for at in range(len(rows))
    ]
    one = open_page(write_file("page", analysis_of(rows, ties), Look(), tmp_path), "#view=causal")
    assert one.page.locator(".diagram [data-box]").count() == len(evil)
    for at in range(len(evil)):
        one.page.locator(".diagram [data-box]").nth(at).click()
        one.page.locator("#panel .pushes button").first.click()
    one.page.click("[data-tool=whatif]")
    assert one.page.locator("#panel .pushed-row").count() == len(evil)
    again = open_page(tmp_path / "map.html", one.page.evaluate("location.hash"))
    assert again.page.locator(".badge.pushed").count() == len(evil)
    assert one.page.locator("img").count() == 0


def test_a_map_without_causes_has_no_such_view(open_page, tmp_path, node, analysis_of):
    one = open_page(write_file("page", analysis_of([node("Problem", "p")], []), Look(), tmp_path), "#view=causal")
    assert one.page.locator("#views [data-view=causal]").count() == 0
    one.page.click("#views [data-view=table]")
    one.page.locator("#view tbody button").first.click()
    assert one.page.locator(".causal-node").count() == 0


def test_a_finding_of_causes_is_lit_where_the_reader_is(case_page, open_page):
    one = open_page(case_page, "#lang=en&view=causal")
    one.page.click("#overview .link >> text=/All .* findings/")
    one.page.locator("#panel .headline", has_text="vicious circle").first.click()
    assert one.page.locator("#view").is_visible()
    one.page.locator("#panel .headline", has_text="pairs that need to coordinate").first.click()
    assert one.page.locator("#stage").is_visible()

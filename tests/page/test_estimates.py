"""An estimate says from what, and how far off it may be, wherever it is shown; of exact numbers nothing is said."""

import csv
import json
import re
from dataclasses import replace

import pytest

from sysmap.analysis import Analysis
from sysmap.build import write_file
from sysmap.findings.sentences import describe_estimate
from sysmap.measures.port import measure_estimate
from sysmap.rendering.port import Look
from sysmap.tables.settings import Settings

NUMBERS = ("betweenness", "betweenness_centralization")


@pytest.fixture(scope="module")
def small(gunungkidul):
    """The shipped case, with a setting that forces estimates on it."""
    return Analysis(
        gunungkidul.whole,
        gunungkidul.vocabulary,
        replace(gunungkidul.config, settings=Settings(exact=5, sources=12)),
        gunungkidul.files,
        gunungkidul.as_of,
    )


def rows(path):
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))


def sentences(analysis, language):
    return {name: describe_estimate(measure_estimate(analysis, name)).render(language) for name in NUMBERS}


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("name", ["report", "report_md"])
def test_the_report_says_it_where_the_numbers_stand_and_what_it_rests_on(name, language, small, tmp_path):
    text = re.sub(
        r"\s+", " ", write_file(name, small, Look(language=language), tmp_path).read_text(encoding="utf-8")
    ).replace("\\", "")
    told = sentences(small, language)
    assert text.count(told["betweenness"]) == 2  # at the table of those who bridge, and among what it rests on
    assert text.count(told["betweenness_centralization"]) == 2  # at the number, and there
    assert "≈ 0" in text


def test_the_tables_say_it(small, tmp_path):
    told = measure_estimate(small, "betweenness")
    for row in rows(write_file("measures", small, Look(), tmp_path)):
        stakeholder = row["label"] == "Stakeholder"
        assert (row["betweenness_sources"], row["betweenness_seed"]) == (("12", "42") if stakeholder else ("", ""))
        assert not stakeholder or float(row["betweenness_error"]) == pytest.approx(told.errors[row["uid"]])
    said = {
        row["measure"]: row["estimated"] for row in rows(write_file("system", small, Look(language="en"), tmp_path))
    }
    assert said["betweenness_centralization"] == sentences(small, "en")["betweenness_centralization"]
    assert {text for name, text in said.items() if name not in NUMBERS} == {""}


def test_the_page_has_it_in_its_data(small, tmp_path):
    page = write_file("page", small, Look(), tmp_path).read_text(encoding="utf-8")
    island = json.loads(re.search(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)[1])
    told = {one["name"]: one for one in island["measures"]}
    assert told["betweenness"]["estimated"] == [sentences(small, language)["betweenness"] for language in ("en", "id")]
    assert len(told["betweenness"]["errors"]) == len(told["betweenness"]["values"])
    assert "estimated" not in told["closeness"]
    assert [one["name"] for one in island["numbers"] if "estimated" in one] == ["betweenness_centralization"]


@pytest.mark.parametrize("name", ["report", "report_md", "measures", "system", "page"])
def test_of_exact_numbers_nothing_is_said(name, gunungkidul, tmp_path):
    text = write_file(name, gunungkidul, Look(language="en"), tmp_path).read_text(encoding="utf-8")
    assert "Estimated from" not in text
    assert "betweenness_error" not in text
    assert "≈ 0" not in text


def test_the_panel_and_the_table_of_the_page_show_it(small, open_page, tmp_path):
    errors = measure_estimate(small, "betweenness").errors
    uid = max(errors, key=lambda one: errors[one] or 0)
    one = open_page(write_file("page", small, Look(language="en"), tmp_path), f"#lang=en&node={uid}")
    block = one.page.locator("#panel [data-measure=betweenness]")
    block.locator("summary").click()
    assert "≈ 0" in block.inner_text()
    assert f"{sentences(small, 'en')['betweenness']} Of this value: 0." in block.inner_text()
    one.page.click("#views [data-view=table]")
    assert sentences(small, "en")["betweenness"] in one.text("#view caption")
    assert one.text("[data-column=betweenness]").startswith("≈ Go-between role")
    assert one.text("[data-column=betweenness_error]") == "Go-between role: standard error"
    table = one.take_away("text=Save table (CSV)")
    header = next(csv.reader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert f"≈ Go-between role ({sentences(small, 'en')['betweenness']})" in header

"""Notes and kept views in a real Chromium: they last, travel as a file, and what comes in from a file stays text."""

import json

import pytest

EVIL = '<img src=x onerror="alert(1)">'


def open_own(one):
    one.page.click("#overview .link >> text=Your notes and views")


def test_a_note_lasts_and_is_listed(case_page, open_page):
    one = open_page(case_page, "#lang=en&node=stakeholder:spamdes")
    one.page.click("#panel .note summary")
    one.page.fill('[data-note="stakeholder:spamdes"]', f"ask them first {EVIL}")
    one.page.reload()
    one.page.wait_for_selector("body[data-ready]")
    assert one.page.input_value('[data-note="stakeholder:spamdes"]') == f"ask them first {EVIL}"
    one.page.keyboard.press("Escape")
    open_own(one)
    assert f"ask them first {EVIL}" in one.text("#panel .noted")
    assert one.page.locator("#panel img").count() == 0


def test_a_kept_view_comes_back_whole(case_page, open_page):
    one = open_page(case_page, "#lang=en&view=matrix&rows=load")
    open_own(one)
    one.page.fill("#panel .keep input", "Who carries most")
    one.page.keyboard.press("Enter")
    one.page.click("#views [data-view=table]")
    one.page.click("#panel .kept .link >> text=Who carries most")
    assert one.page.get_attribute("#view", "data-view") == "matrix"
    assert "rows=load" in one.page.url
    open_own(one)
    one.page.click("#panel .kept [aria-label='Delete “Who carries most”']")
    assert one.page.locator("#panel .kept").count() == 0


def test_notes_travel_as_a_file(case_page, open_page, tmp_path):
    one = open_page(case_page, "#lang=en&node=stakeholder:spamdes")
    one.page.click("#panel .note summary")
    one.page.fill('[data-note="stakeholder:spamdes"]', "first")
    one.page.keyboard.press("Tab")
    one.page.goto(f"{case_page.as_uri()}#lang=en")
    open_own(one)
    one.take_away("#panel .link >> text=Save all as a file").rename(tmp_path / "notes.json")
    saved = json.loads((tmp_path / "notes.json").read_text("utf-8"))
    assert saved["notes"] == {"stakeholder:spamdes": "first"}
    other = open_page(case_page, "#lang=en")
    open_own(other)
    other.page.set_input_files("#panel input[type=file]", tmp_path / "notes.json")
    other.page.wait_for_selector("#panel .noted")
    assert "Added: notes 1, views 0." in other.text("#panel")


@pytest.mark.parametrize(
    "content",
    [
        "no json",
        "[]",
        "null",
        '{"kind": "other"}',
        json.dumps({"kind": "sysmap notes and views", "notes": [], "views": {}}),
    ],
)
def test_a_strange_file_is_refused(case_page, open_page, tmp_path, content):
    (tmp_path / "strange.json").write_text(content, "utf-8")
    one = open_page(case_page, "#lang=en")
    open_own(one)
    one.page.set_input_files("#panel input[type=file]", tmp_path / "strange.json")
    one.page.wait_for_selector("#panel [role=status]:not(:empty)")
    assert "no file of notes" in one.text("#panel [role=status]") or "notes 0, views 0" in one.text(
        "#panel [role=status]"
    )


def test_a_hostile_file_stays_text(case_page, open_page, tmp_path):
    held = {
        "kind": "sysmap notes and views",
        "notes": {EVIL: EVIL, "__proto__": EVIL, "x": 3},
        "views": [{"name": EVIL, "hash": f"view={EVIL}&node=x"}, {"name": 3}, None],
    }
    (tmp_path / "evil.json").write_text(json.dumps(held), "utf-8")
    one = open_page(case_page, "#lang=en")
    open_own(one)
    one.page.set_input_files("#panel input[type=file]", tmp_path / "evil.json")
    one.page.wait_for_selector("#panel .kept")
    assert one.page.locator("#panel img").count() == 0
    one.page.click("#panel .kept .link")
    assert one.page.locator("#stage").is_visible()

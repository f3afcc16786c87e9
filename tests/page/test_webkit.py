"""The page in WebKit: it opens in silence, draws, and search, findings, the filter and a view work there too.

`scripts/test --all` runs it: WebKit comes in large packages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sysmap.analysis import Analysis
from sysmap.findings.port import all_findings
from webkit_driver import WebKit, listening, webkit

pytestmark = [pytest.mark.whole, pytest.mark.posix("WebKitGTK")]

ENTER = "\ue007"
FIRST = "document.querySelector({!r})".format
COLOURS = """(() => { const canvas = document.querySelector("#stage canvas");
    const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data, found = new Set();
    for (let at = 0; at < pixels.length; at += 4) found.add(pixels[at] * 65536 + pixels[at + 1] * 256 + pixels[at + 2]);
    return found.size; })()"""


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebKit]:
    with webkit(tmp_path_factory.mktemp("webkit") / "log") as window:
        yield window


@pytest.fixture(scope="module")
def listening_page(case_page: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return listening(case_page, tmp_path_factory.mktemp("listening"))


@pytest.fixture
def page(window: WebKit, listening_page: Path) -> Iterator[WebKit]:
    """The case, opened; that it complained of nothing and asked for nothing is asserted at the end."""
    window.asked.clear()
    window.open(listening_page, "#lang=en")
    yield window
    assert window.value("complaints") == []
    assert window.asked == []


def text(page: WebKit, selector: str) -> str:
    return " ".join(page.value(f"{FIRST(selector)}.innerText").split())


def test_the_map_is_drawn(page: WebKit) -> None:
    assert text(page, "h1").startswith("Gunungkidul")
    page.wait(f"{COLOURS} > 20")
    assert page.value(
        "document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight"
    )


def test_search_finds_a_node_and_opens_its_panel(page: WebKit) -> None:
    page.type(FIRST("#search"), f"dinas pariwisata{ENTER}")
    page.wait(f"{FIRST('#panel h2')}?.innerText === 'Dinas Pariwisata'")
    assert "node=stakeholder" in page.value("location.hash")


def test_a_finding_opens_with_why_and_next_step(page: WebKit, gunungkidul: Analysis) -> None:
    page.click(FIRST("#overview .headline"))
    opened, more = text(page, "#panel [aria-expanded=true]"), text(page, "#panel .more")
    finding = next(finding for finding in all_findings(gunungkidul) if finding.title.render("en") in opened)
    assert finding.why.render("en") in more
    assert finding.next_step.render("en") in more


def test_the_filter_leaves_a_kind_out(page: WebKit, gunungkidul: Analysis) -> None:
    page.click(FIRST("#views [data-view=table]"))
    rows = "document.querySelectorAll('#view tbody tr').length"
    total = page.value(rows)
    page.click(
        "[...document.querySelectorAll('#legend .row')].find(row => row.textContent.includes('Public problem'))"
        ".querySelector('input')"
    )
    assert page.value(rows) == total - len(gunungkidul.nodes("Problem"))


def test_a_view_a_push_and_another_language_work(page: WebKit) -> None:
    page.click(FIRST("[data-view=causal]"))
    assert page.value("document.querySelectorAll('.diagram .box').length") > 40
    page.value("location.hash = 'lang=id&view=causal&push=factor:perbaikan-jaringan%3D1'")
    page.wait(f"{FIRST('[data-effect]')} !== null")
    assert page.value("document.documentElement.lang") == "id"


def test_what_a_page_complains_of_and_asks_for_is_seen(window: WebKit, tmp_path: Path) -> None:
    """Else the silence of the others would say nothing. (Of a file WebKit does not tell which error it was.)"""
    loud = tmp_path / "loud.html"
    loud.write_text(
        '<!doctype html><meta http-equiv="Content-Security-Policy" content="img-src \'none\'">'
        "<body data-ready=true><script>console.warn('one'); setTimeout(() => { throw new Error('two'); });"
        "new Image().src = 'http://three.test/'; fetch('http://four.test/').catch(() => 0);</script>",
        encoding="utf-8",
    )
    window.asked.clear()
    (tmp_path / "listening").mkdir()
    window.open(listening(loud, tmp_path / "listening"))
    window.wait("complaints.length === 3")
    assert sorted(window.value("complaints")) == ["console: one", "error: Script error.", "policy: http://three.test/"]
    assert [line.split()[1] for line in window.asked] == ["http://four.test/"]

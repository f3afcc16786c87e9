"""The documentation's site is built without a network and without a warning.

Its pages ask nobody else for anything, and no link in it is broken.
"""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser

import sysmap
from sysmap.cli import cli
from sysmap.findings.port import FINDINGS
from sysmap.measures.port import MEASURES

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
FETCHED = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "link": ("href",),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "object": ("data",),
}
"""What a browser fetches by itself while it shows a page: element -> attributes."""


class Page(HTMLParser):
    """The ids of one page, what it fetches and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.fetched: set[str] = set()
        self.links: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value for name, value in attrs if value}
        self.ids |= {found[name] for name in ("id", "name") if name in found}
        self.fetched |= {found[name] for name in FETCHED.get(tag, ()) if name in found}
        if tag == "a" and "href" in found:
            self.links.add(found["href"])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    built = subprocess.run(
        [sys.executable, ROOT / "scripts" / "docs", "site", folder], capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stderr
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    return {path.resolve(): Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}


def test_every_page_of_docs_is_on_it(site: Path) -> None:
    for path in DOCS.rglob("*.md"):
        assert (site / path.relative_to(DOCS)).with_suffix(".html").is_file(), path


def test_every_link_leads_to_a_file_and_a_heading_that_are_there(pages: dict[Path, Page]) -> None:
    followed = 0
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.exists(), f"{path.name}: {link}"
            if parts.fragment and target in pages:
                assert unquote(parts.fragment) in pages[target].ids, f"{path.name}: {link}"
            followed += 1
    assert followed > 500


def test_nothing_is_fetched_from_elsewhere(site: Path, pages: dict[Path, Page]) -> None:
    for path, page in pages.items():
        for address in page.fetched:
            assert not re.match(r"(https?:)?//", address), f"{path.name}: {address}"
            assert (path.parent / unquote(urlsplit(address).path)).exists() or address.startswith("data:"), (
                f"{path.name}: {address}"
            )
    for sheet in site.rglob("*.css"):
        assert not re.search(r"(@import|url\()\s*['\"]?(https?:)?//", sheet.read_text(encoding="utf-8")), sheet.name


def test_every_public_name_measure_finding_and_command_has_a_place_to_link_to(
    site: Path, pages: dict[Path, Page]
) -> None:
    ids = {name: pages[(site / f"{name}.html").resolve()].ids for name in ("api", "measures", "findings", "cli")}
    assert {f"sysmap.{name}" for name in sysmap.__all__} <= ids["api"]
    assert {name.replace("_", "-") for name in MEASURES} <= {id.replace("_", "-") for id in ids["measures"]}
    assert {name.replace("_", "-") for name in FINDINGS} <= {id.replace("_", "-") for id in ids["findings"]}
    assert {f"sysmap-{name}" for name in cli.commands} <= ids["cli"]


@pytest.mark.parametrize(
    "fault", ["[lost](no-such-page.md)", "[lost](glossary.md#no-such-heading)", "[lost](#no-such-heading)"]
)
def test_a_broken_link_fails_the_build(fault: str, tmp_path: Path) -> None:
    """Sphinx is asked with the same settings for two pages, one of which has the fault."""
    (tmp_path / "conf.py").write_text((DOCS / "conf.py").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "index.md").write_text(f"# Index\n\n{fault}\n\n```{{toctree}}\nglossary\n```\n", encoding="utf-8")
    (tmp_path / "glossary.md").write_text("# Glossary\n", encoding="utf-8")
    built = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", tmp_path, tmp_path / "out"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode != 0
    assert "no-such" in built.stderr


@pytest.mark.parametrize("width", [1280, 390])
def test_the_pages_show_without_a_complaint(site: Path, browser: Browser, width: int) -> None:
    """In a real browser, from the disk: no console message, no request elsewhere, nothing wider than the window.

    And the search finds.
    """
    complaints: list[str] = []
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda request: None if request.url.startswith(("file:", "data:")) else complaints.append(request.url),
    )
    for name in ("index", "guide-planner", "measures", "api", "glossary", "design/DESIGN"):
        page.goto((site / f"{name}.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    page.goto((site / "search.html").as_uri() + "?q=betweenness")
    page.wait_for_selector("#search-results li a")
    page.close()
    assert complaints == []

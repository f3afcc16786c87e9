"""A small map, a hostile one, and one browser for all page tests.

The browser's context is offline, and it tells on every request.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from sysmap.analysis import Analysis
from sysmap.build import write_file
from sysmap.graph import build_graph
from sysmap.rendering.port import Look
from sysmap.resources import shipped
from sysmap.schema import node_uid, tie_uid
from sysmap.tables.folder import read_folder
from sysmap.tables.rows import MapConfig, NodeRow, TieRow
from sysmap.vocabulary import VOCABULARY

SCRIPTS = Path(__file__).resolve().parents[1] / "src/sysmap/page/assets"
"""The page's scripts as they are written; what is installed holds only the bundle."""

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def make_node(label, id, **props):
    return NodeRow(label, node_uid(VOCABULARY.node(label).name, id), {"id": id, "name": id, **props})


def make_tie(type, source, target, **props):
    if not VOCABULARY.tie(type).directed:
        source, target = sorted((source, target), key=lambda row: row.uid)
    return TieRow(type, tie_uid(type, source.uid, target.uid, props.get("kind", "")), source.uid, target.uid, props)


def make_analysis(nodes, ties, *, title="A map", language="en", files=None, author=""):
    held = {"partnerships.csv": 1} if files is None else files
    return Analysis(
        build_graph(nodes, ties), VOCABULARY, MapConfig("map", title, language, author), held, date(2026, 1, 1)
    )


@pytest.fixture(scope="session")
def node():
    """`node(label, id, **props)`: one row."""
    return make_node


@pytest.fixture(scope="session")
def tie():
    """`tie(type, source row, target row, **props)`: one row."""
    return make_tie


@pytest.fixture(scope="session")
def analysis_of():
    """`analysis_of(nodes, ties, title="A map", language="en", files=None)`: the analysis of hand-made rows."""
    return make_analysis


@pytest.fixture(scope="session")
def gunungkidul():
    """The shipped case, as a folder gives it."""
    data = read_folder(shipped("datasets") / "gunungkidul", VOCABULARY)
    return Analysis(build_graph(data.nodes, data.ties), data.vocabulary, data.config, data.files, date(2026, 9, 30))


@pytest.fixture(scope="session")
def driver():
    """What drives every browser: a process may have it once."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(driver):
    """One browser for the session; its path is Debian's, since no other can be downloaded."""
    browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
    yield browser
    browser.close()


@dataclass
class Opened:
    """A page and everything it should not have done."""

    page: object
    complaints: list = field(default_factory=list)

    def text(self, selector):
        return self.page.locator(selector).inner_text()


@pytest.fixture
def open_page(chromium) -> Iterator:
    """`open_page(path, hash="", size=(1280, 800), scheme="light", csp=True)`.

    Complaints are asserted empty at the end.
    """
    contexts, opened = [], []

    def go(path: Path, hash="", size=(1280, 800), *, scheme="light", csp=True, ready="body[data-ready]"):
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            offline=True,
            reduced_motion="reduce",
            bypass_csp=not csp,
            accept_downloads=True,
        )
        contexts.append(context)
        one = Opened(context.new_page())
        opened.append(one)
        one.page.on("console", lambda message: one.complaints.append(f"console: {message.text}"))
        one.page.on("pageerror", lambda error: one.complaints.append(f"error: {error}"))
        one.page.on("dialog", lambda dialog: (one.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        one.page.on(
            "request",
            lambda request: (
                one.complaints.append(f"request: {request.url}")
                if not request.url.startswith(("file:", "blob:"))
                else None
            ),
        )
        one.page.goto(path.as_uri() + hash)
        one.page.wait_for_selector(ready)
        return one

    yield go
    complaints = [complaint for one in opened for complaint in one.complaints]
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def scripts() -> dict[str, str]:
    """The page's scripts: path below the assets -> text."""
    return {
        path.relative_to(SCRIPTS).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(SCRIPTS.rglob("*.js"))
        if path != SCRIPTS / "page.js"
    }


@pytest.fixture(scope="session")
def case_page(gunungkidul, tmp_path_factory):
    """The shipped case as a page."""
    return write_file("page", gunungkidul, Look(), tmp_path_factory.mktemp("case"))

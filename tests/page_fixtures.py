"""A small map, a hostile one, and one browser for all page tests: Chromium, or with `--browser firefox` Firefox.

The browser's context is offline, and it tells on every request.
"""

import os
import re
import shutil
import tempfile
import time
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


def pytest_addoption(parser):
    parser.addoption("--browser", choices=["chromium", "firefox"], help="run the tests of pages alone, in this browser")


def pytest_collection_modifyitems(config, items):
    """With `--browser` only the tests that open a page are left."""
    if not config.getoption("browser"):
        return
    left_out = [item for item in items if "browsers" not in getattr(item, "fixturenames", ())]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


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


CANNOT = {"firefox": {"print": "over BiDi nobody can tell Firefox that it prints"}}


def pytest_runtest_setup(item):
    """Skip what is marked `browser_can("print")` in a browser that cannot."""
    mark = item.get_closest_marker("browser_can")
    if mark and (reason := CANNOT.get(item.config.getoption("browser"), {}).get(mark.args[0])):
        pytest.skip(reason)


TAKEN = Path(tempfile.gettempdir()) / f"sysmap-taken-{os.getpid()}"
"""Where Firefox puts what is taken away: over BiDi it tells nobody of a file that a page made itself."""


def launch(driver, name, scheme="light"):
    """A browser of this name; its path is Debian's, since no other can be downloaded.

    Firefox is driven over WebDriver BiDi, where a page cannot be told its scheme: the browser is.
    """
    if name == "chromium":
        return driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
    path = shutil.which("firefox-esr") or shutil.which("firefox")
    assert path, "install firefox-esr: the page is tried in it"
    settings = {
        "layout.css.prefers-color-scheme.content-override": ["dark", "light"].index(scheme),
        "ui.prefersReducedMotion": 1,
    }
    return driver.firefox.launch(
        channel="moz-firefox", executable_path=path, firefox_user_prefs=settings, downloads_path=TAKEN
    )


@pytest.fixture(scope="session")
def browsers(driver, pytestconfig):
    """`browsers(scheme)`: the browser that `--browser` names, one for the session and the scheme."""
    name, launched = pytestconfig.getoption("browser") or "chromium", {}

    def go(scheme):
        key = scheme if name == "firefox" else ""
        if key not in launched:
            launched[key] = launch(driver, name, scheme)
        return launched[key]

    yield go
    for browser in launched.values():
        browser.close()
    shutil.rmtree(TAKEN, ignore_errors=True)


@pytest.fixture(scope="session")
def browser(browsers):
    """The browser that `--browser` names, with a light scheme."""
    return browsers("light")


def without_policy(path):
    """The page beside itself, without its policy of what may run."""
    text = path.read_text(encoding="utf-8")
    bare, count = re.subn('<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    assert count == 1
    other = path.with_name(f"{path.stem}-without-policy.html")
    other.write_text(bare, encoding="utf-8")
    return other


@dataclass
class Opened:
    """A page and everything it should not have done."""

    page: object
    complaints: list = field(default_factory=list)

    def text(self, selector):
        return self.page.locator(selector).inner_text()

    def picture(self):
        """What is drawn on the map; a screenshot would not do: for it Playwright tries to change the page's style."""
        return self.page.evaluate("document.querySelector('#stage canvas').toDataURL()")

    def take_away(self, selector):
        """The file that a click saves."""
        if self.page.context.browser.browser_type.name != "firefox":
            with self.page.expect_download() as taken:
                self.page.click(selector)
            path = taken.value.path()
            return path.rename(path.with_name(taken.value.suggested_filename))
        shutil.rmtree(TAKEN, ignore_errors=True)
        TAKEN.mkdir()
        self.page.click(selector)
        until = time.monotonic() + 30
        while not (found := [one for one in TAKEN.iterdir() if one.stat().st_size]) or len(list(TAKEN.iterdir())) > 1:
            assert time.monotonic() < until, "nothing was saved"
            self.page.wait_for_timeout(50)
        return found[0]


@pytest.fixture
def open_page(browsers) -> Iterator:
    """`open_page(path, hash="", size=(1280, 800), scheme="light", csp=True)`.

    Complaints are asserted empty at the end.
    """
    contexts, opened = [], []

    def go(path: Path, hash="", size=(1280, 800), *, scheme="light", csp=True, ready="body[data-ready]"):
        context = browsers(scheme).new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            offline=True,
            reduced_motion="reduce",
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
        one.page.goto((path if csp else without_policy(path)).as_uri() + hash)
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

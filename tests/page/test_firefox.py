"""The page in Firefox: it opens without a request or a message; search, a view and the canvas work there too."""

import pytest

from page_fixtures import launch


@pytest.fixture(scope="module")
def firefox(driver):
    browser = launch(driver, "firefox")
    yield browser
    browser.close()


@pytest.fixture
def page(firefox, case_page):
    """The case, opened; what it should not have done is asserted empty at the end."""
    context = firefox.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on(
        "request",
        lambda request: (
            complaints.append(f"request: {request.url}") if not request.url.startswith(("file:", "blob:")) else None
        ),
    )
    page.goto(f"{case_page.as_uri()}#lang=en")
    page.wait_for_selector("body[data-ready]", timeout=60_000)
    yield page
    context.close()
    assert complaints == []


def test_the_map_is_drawn(page):
    assert page.locator("h1").inner_text().startswith("Gunungkidul")
    colours = page.evaluate("""(() => { const canvas = document.querySelector("#stage canvas");
        const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data, found = new Set();
        for (let at = 0; at < pixels.length; at += 4) found.add(pixels[at] * 65536 + pixels[at + 1] * 256 + pixels[at + 2]);
        return found.size; })()""")
    assert colours > 20


def test_search_finds_a_node_and_opens_its_panel(page):
    page.locator("#search").fill("dinas pariwisata")
    assert page.locator("#matches [role=option]").first.inner_text()
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "Dinas Pariwisata"
    assert "node=stakeholder" in page.evaluate("location.hash")


def test_a_view_and_a_push_work(page):
    page.locator("[data-view=causal]").first.click()
    assert page.locator(".diagram .box").count() > 40
    page.evaluate("location.hash = 'lang=id&view=causal&push=factor:perbaikan-jaringan%3D1'")
    page.wait_for_selector("[data-effect]", state="attached")
    assert page.locator("html").get_attribute("lang") == "id"
    page.locator("#views [data-view=table]").click()
    assert page.locator("#view tbody tr").count() > 90

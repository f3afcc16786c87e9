"""Which languages the page speaks is told by its data: a third one needs no line of script."""

import json
import re

import pytest


@pytest.fixture(scope="module")
def three_languages(case_page, tmp_path_factory):
    """The case with a third language, in which only a few texts are there.

    The source language stands in for the others.
    """

    def told(island):
        island["languages"], island["language"] = ["en", "id", "xx"], "xx"
        island["words"]["headlines"].append("⟦What stands out⟧")
        island["about"].append("⟦About⟧")
        return json.dumps(island).replace("<", "\\u003c")

    html = re.sub(
        r'(?<=id="sysmap-data">).*?(?=</script>)',
        lambda found: told(json.loads(found.group())),
        case_page.read_text("utf-8"),
        flags=re.DOTALL,
    )
    path = tmp_path_factory.mktemp("languages") / "map.html"
    path.write_text(html, "utf-8")
    return path


def test_a_third_language_is_offered_and_spoken(open_page, three_languages):
    one = open_page(three_languages)
    assert one.page.locator("header .segments button").all_inner_texts() == ["ID", "XX", "EN"]
    assert one.text("#overview h2") == "⟦What stands out⟧"
    assert one.page.locator("header .title p").inner_text() == "⟦About⟧"
    assert one.page.locator("#legend h2").inner_text() == "Legend and filter"
    assert one.page.locator("html").get_attribute("lang") == "xx"


def test_the_address_remembers_it(open_page, three_languages):
    one = open_page(three_languages, "#lang=id")
    assert one.text("#overview h2") == "Yang menonjol"
    one.page.locator("header [data-choice=en]").click()
    assert one.text("#overview h2") == "What stands out"
    assert one.page.evaluate("location.hash") == "#lang=en"

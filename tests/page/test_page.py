"""The page's file: one, whole, offline, under a policy that forbids everything but itself."""

import base64
import gzip
import hashlib
import json
import re

import pytest

from sysmap.build import write_file
from sysmap.errors import OutputError
from sysmap.rendering.markup import ASSETS
from sysmap.rendering.port import Look


@pytest.fixture(scope="module")
def html(case_page):
    return case_page.read_text(encoding="utf-8")


def test_its_policy_names_exactly_its_own_scripts_and_style(html):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html).group(1).replace("&#39;", "'")
    packed = re.search(r'id="vis-network">(.*?)</script>', html).group(1)
    parts = [
        *re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", html, re.DOTALL),
        gzip.decompress(base64.b64decode(packed)).decode(),
    ]
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()}'" for part in parts}
    assert len(parts) == 3
    assert set(re.findall(r"'sha256-[^']*'", policy)) == hashes
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_it_points_nowhere(html):
    assert not re.findall(r"""(?:src|href|action)\s*=\s*["'](?!#)""", html)
    assert "sourceMappingURL" not in html
    assert "@license" in html
    assert "vis-network.css" not in html


def test_it_is_small(html, gunungkidul):
    things = gunungkidul.graph.number_of_nodes() + gunungkidul.graph.number_of_edges()
    assert len(html.encode()) <= 600_000 + 250 * things


def test_the_island_is_json_that_cannot_end_its_element(html):
    island = re.search(r'id="sysmap-data">(.*?)</script>', html, re.DOTALL).group(1)
    assert "<" not in island
    assert json.loads(island)["nodes"]


def test_scripts_put_text_in_as_text():
    text = (ASSETS / "page.js").read_text(encoding="utf-8")
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|new Function|\.href\s*=(?!=)", text
    )


def test_every_word_the_scripts_ask_for_is_there(scripts):
    from sysmap.page.texts import UI
    from sysmap.page.tool_texts import TOOLS
    from sysmap.page.views.port import VIEWS

    words = UI.keys() | TOOLS.keys() | {key for one in VIEWS.values() for key in one.words}
    text = "".join(scripts.values())
    asked = {
        word
        for words_asked in re.findall(r'\bt\((?:[^()"`]*\? )?"(\w+)"(?: : "(\w+)")?', text)
        for word in words_asked
        if word
    }
    assert len(asked) > 100
    assert asked <= words
    begun = tuple(re.findall(r"`(\w+_)\$\{", text))  # t(`lack_${item}`)
    unused = {key for key in words if f'"{key}"' not in text and not key.startswith(begun)} - {
        "high",
        "medium",
        "low",
        "info",
        "system",
        "light",
        "dark",
        "not_said",
    }
    assert unused == set()


def test_no_mark_is_wider_than_the_layout_s_spacing(scripts):
    """Half the spacing holds the largest radius times how far the widest shape, the star, reaches beyond it."""
    from sysmap.places.layout import SPACING

    room = float(re.search(r"ROOM = ([\d.]+)", scripts["map/looks.js"]).group(1))
    shapes = scripts["core/shapes.js"].split("const SHAPES")[1].split("};")[0]
    reach = max(float(number) for number in re.findall(r"1\.\d+", shapes))
    assert 2 * room * reach <= SPACING


def test_a_folder_that_cannot_be_written_is_one_clear_line(gunungkidul, tmp_path):
    (tmp_path / "map.html").mkdir()
    with pytest.raises(OutputError, match=r"map\.html could not be written"):
        write_file("page", gunungkidul, Look(), tmp_path)
    assert not list(tmp_path.glob(".*"))


def test_the_locale_does_not_matter(tmp_path, node, analysis_of, monkeypatch):
    monkeypatch.setattr("locale.getpreferredencoding", lambda _=True: "cp1252")
    page = write_file("page", analysis_of([node("Stakeholder", "a", name="ꦗꦮ 漢字")], []), Look(), tmp_path)
    assert "ꦗꦮ 漢字" in page.read_bytes().decode("utf-8")

"""Every text a person reads comes from a catalogue: whole maps are built in a language that brackets each message."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from pseudo_language import (
    LANGUAGE,
    bracket,
    find_outside,
    strangers,
    words_of,
    words_of_tables,
)
from sysmap.build import analyse_graph, renderers, write_files
from sysmap.graph import build_graph
from sysmap.measures.port import MEASURES
from sysmap.messages import Day, Message, languages
from sysmap.rendering.port import Look
from sysmap.resources import shipped
from sysmap.tables.finding import LINKS
from sysmap.tables.folder import read_folder
from sysmap.vocabulary import VOCABULARY

pytestmark = pytest.mark.usefixtures("pseudo")


@pytest.fixture(scope="module", params=["tiny", "gunungkidul"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    """All files of a map in the pseudo-language, and the words that its tables hold."""
    source, out = shipped("datasets") / request.param, tmp_path_factory.mktemp(request.param)
    dataset = read_folder(source, VOCABULARY)
    graph = build_graph(
        dataset.nodes, dataset.ties, map=dataset.config.name, files=dataset.files, config=dataset.config.text
    )
    write_files(analyse_graph(graph), out, Look(language=LANGUAGE))
    return out, words_of_tables(source) | names_of_ours()


def _words(*texts: str) -> set[str]:
    return {word for text in texts for word in words_of(text)}


def names_of_ours() -> set[str]:
    """What is written in the same way in every language.

    Files, columns, types of ties, terms of the field, months of CLDR.
    """
    kinds = [*VOCABULARY.nodes, *VOCABULARY.ties]
    return _words(
        LINKS,
        *(kind.file or "" for kind in kinds),
        *(kind.label for kind in VOCABULARY.nodes),
        *(tie.type for tie in VOCABULARY.ties),
        *(f"{history.file} {history.into}" for history in VOCABULARY.histories),
        *(made.filename for made in renderers().values()),
        *(measure.term for measure in MEASURES.values()),
        *(Day(date(2026, month, 1)).render(LANGUAGE) for month in range(1, 13)),
    )


def find_pairs(value: Any) -> Iterator[str]:
    """What a page says in the pseudo-language: of each list that holds a text in every language, its own."""
    if isinstance(value, list) and len(value) == len(languages()) and all(isinstance(item, str) for item in value):
        yield value[languages().index(LANGUAGE)]
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from find_pairs(item)


def test_the_brackets_tell_messages_from_values() -> None:
    text = Message("{names} and {n} more", names="Dinas A", n=3).render(LANGUAGE)
    assert text == "⟦⟨Dinas A⟩ and ⟨3⟩ more⟧"
    assert list(find_outside(text)) == ["Dinas A", "3"]
    assert list(find_outside(bracket("{a} of {b}"))) == ["{a}", "{b}"]
    assert strangers(["⟦seen⟧ unseen ⟦⟨Dinas⟩⟧"], {"dinas"}) == {"unseen": "⟦seen⟧ unseen ⟦⟨Dinas⟩⟧"}
    assert set(strangers(["⟦a ⟨hidden ⟦b⟧ word⟩⟧"], set())) == {"hidden", "word"}


def test_every_text_of_the_page_comes_from_a_catalogue(built: tuple[Path, set[str]]) -> None:
    out, known = built
    found = re.search(
        r'<script type="application/json"[^>]*>(.*?)</script>',
        (out / "map.html").read_text(encoding="utf-8"),
        re.DOTALL,
    )
    assert found
    island = json.loads(found[1])
    assert island.pop("languages") == list(languages())
    texts = list(find_pairs(island))
    assert len(texts) > 500
    assert all(text.startswith("⟦") for spoken in island["words"].values() for text in find_pairs([spoken]))
    assert strangers(texts, known) == {}


def test_every_text_of_the_report_comes_from_a_catalogue(built: tuple[Path, set[str]]) -> None:
    out, known = built
    assert strangers((out / "report.md").read_text(encoding="utf-8").splitlines(), known) == {}
    assert strangers(visible((out / "report.html").read_text(encoding="utf-8")), known) == {}


def test_every_text_of_the_picture_comes_from_a_catalogue(built: tuple[Path, set[str]]) -> None:
    out, known = built
    lines = re.findall(r"<(?:text|title|desc)[^>]*>(.*?)</", (out / "map.svg").read_text(encoding="utf-8"), re.DOTALL)
    assert any("⟦" in line for line in lines)
    assert strangers(lines, known) == {}


TOLD_COLUMNS = {
    "findings.csv": ("title", "why", "next_step"),
    "gaps.csv": ("reason",),
    "suggestions.csv": ("why",),
    "system.csv": ("title", "unit"),
    "leverage.csv": ("role",),
}


def test_every_sentence_in_a_table_comes_from_a_catalogue(built: tuple[Path, set[str]]) -> None:
    out, known = built
    for file, columns in TOLD_COLUMNS.items():
        with (out / file).open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
        texts = [row[column] for row in rows for column in columns if row[column]]
        assert all("⟦" in text for text in texts), file
        assert strangers(texts, known) == {}


def visible(html: str) -> list[str]:
    """The texts that a browser shows of a page without scripts, and those that it reads out."""
    texts: list[str] = []

    class Reader(HTMLParser):
        hidden = False

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.hidden = tag in ("style", "script")
            texts.extend(value for name, value in attrs if name in ("aria-label", "alt", "title") and value)

        def handle_data(self, data: str) -> None:
            if not self.hidden and data.strip():
                texts.append(data)

        def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser's signature
            self.hidden = False

    Reader().feed(html)
    return texts

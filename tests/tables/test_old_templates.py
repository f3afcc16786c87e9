"""Whoever began with a template of version 0.1 goes on with it.

Its headers and choices mean today what they meant then.
"""

import json
from pathlib import Path

import pytest

from sysmap.tables.headers import spelled, wanted_headers
from sysmap.tables.history import history_fields
from sysmap.tables.node_columns import node_headers
from sysmap.tables.text import plain_header
from sysmap.tables.tie_columns import tie_headers
from sysmap.vocabulary import VOCABULARY

# What `sysmap new` of 0.1 wrote, with and without --grow: file -> [column, English header, Indonesian header], as 0.1
# itself read them.
TEMPLATES = json.loads((Path(__file__).parent / "templates_0_1.json").read_text(encoding="utf-8"))


def headers_of(file):
    """Spelling -> column of a file, as it is read today."""
    kind = next((kind for kind in VOCABULARY.nodes if kind.file == file), None)
    history = next((history for history in VOCABULARY.histories if history.file == file), None)
    if kind:
        return node_headers(VOCABULARY, kind)
    if history:
        return spelled(wanted_headers(history_fields(VOCABULARY, history)))
    return tie_headers(VOCABULARY, next((tie for tie in VOCABULARY.ties if tie.file == file), None))


@pytest.mark.parametrize("template", TEMPLATES)
def test_headers_mean_what_they_meant(template):
    known = headers_of(template.removeprefix("grow/"))
    for column, *headers in TEMPLATES[template]:
        assert [known.get(plain_header(header)) for header in headers] == [column, column], headers


@pytest.mark.parametrize(
    ("label", "column", "header"),
    [
        ("Innovation", "leads", "penggerak"),
        ("Innovation", "champions", "penggerak internal"),
        ("Innovation", "champions", "pejuang internal"),
        ("Innovation", "adopters", "pengadopsi"),
        ("Innovation", "adopters", "penerap"),
    ],
)
def test_a_word_that_changed_and_the_one_it_was_are_both_read(label, column, header):
    assert node_headers(VOCABULARY, VOCABULARY.node(label))[plain_header(header)] == column


@pytest.mark.parametrize(
    ("type", "relation"),
    [
        ("ADOPTS", "mengadopsi"),
        ("ADOPTS", "menerapkan"),
        ("CHAMPIONS", "pejuang internal"),
        ("CHAMPIONS", "penggerak internal"),
        ("LEADS", "penggerak"),
    ],
)
def test_the_relation_of_links_likewise(type, relation):
    assert plain_header(relation) in VOCABULARY.tie(type).spellings

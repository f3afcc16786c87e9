"""Each page says all that is declared of its records, in both languages; an empty registry makes an empty list."""

import re
from itertools import pairwise

import pytest

from sysmap.cypher.queries import Param, Query
from sysmap.docs import CommandHelp, cli_page, faults_page, findings_page, measures_page, queries_page, vocabulary_page
from sysmap.docs.faults import all_causes
from sysmap.errors import Cause
from sysmap.findings.port import FindingKind, Need
from sysmap.measures.port import Measure
from sysmap.messages import UserText
from sysmap.vocabulary import VOCABULARY

MEASURE = Measure(
    "brokerage",
    "brokerage",
    10,
    UserText({"en": "Bridge role", "id": "Peran jembatan"}),
    "Burt constraint",
    "node",
    "collaboration",
    0,
    None,
    UserText({"en": "share", "id": "bagian"}),
    UserText({"en": "Sum over a|b.", "id": "Jumlah."}),
    UserText({"en": "Ask the low ones.", "id": "Mintalah."}),
    "Burt 1992",
    lambda _: {},
)
FINDING = FindingKind(
    "orphans",
    "coverage",
    10,
    UserText({"en": "Orphan problems", "id": "Masalah terlantar"}),
    UserText({"en": "Nobody owns it.", "id": "Tidak ada pemilik."}),
    "ours",
    (
        Need(
            lambda _: True,
            UserText({"en": "No file.", "id": "Tak ada berkas."}),
            UserText({"en": "Add one.", "id": "Tambahkan."}),
        ),
    ),
    lambda _: iter(()),
    lambda _: (),
)
QUERY = Query(
    "who",
    UserText({"en": "Who", "id": "Siapa"}),
    UserText({"en": "Who works.", "id": "Siapa bekerja."}),
    (
        Param("top", "integer", "50", UserText({"en": "how many rows", "id": "berapa baris"})),
        Param("from", "text", None, UserText({"en": "its id", "id": "kodenya"})),
    ),
    ("name", "problem"),
    "MATCH (n) RETURN n",
)


def anchors(text):
    """Fragments of all headings, by GitHub's rule (lower case, blanks to hyphens, other marks but _ and - dropped)."""
    headings = [line.lstrip("# ") for line in text.splitlines() if line.startswith("#")]
    return {"".join(c for c in h.lower().replace(" ", "-") if c.isalnum() or c in "-_") for h in headings}


def links(text):
    return {part.split(")")[0] for part in text.split("](#")[1:]}


def test_every_word_of_the_vocabulary_is_on_its_page():
    text = vocabulary_page(VOCABULARY)
    for _, field in VOCABULARY.fields():
        assert f"| `{field.name}` |" in text
        for choice in field.choices:
            assert f"| `{choice.value}` |" in text
    for kind in VOCABULARY.nodes:
        assert f"### {kind.label}\n" in text
        assert kind.meaning.render("en") in text
        assert all(f"| `{ref.column}` |" in text for ref in kind.refs)
    for tie in VOCABULARY.ties:
        assert f"### {tie.type}\n" in text
        assert tie.title.render("id") in text


@pytest.mark.parametrize(
    "text",
    [
        vocabulary_page(VOCABULARY),
        measures_page([MEASURE]),
        findings_page([FINDING]),
        cli_page([CommandHelp("sysmap db start", "Start it.", "Usage")]),
    ],
)
def test_links_lead_to_headings_of_the_page(text):
    assert links(text) <= anchors(text)


def test_the_tables_of_the_vocabulary_are_whole():
    lines = [line.replace(r"\|", "") for line in vocabulary_page(VOCABULARY).splitlines()]
    for line, below in pairwise(lines):
        if line.startswith("|") and below.startswith("|"):
            assert line.count("|") == below.count("|"), line


def test_a_measure_says_formula_range_source_and_advice():
    text = measures_page([MEASURE])
    for part in (
        "## brokerage",
        "Bridge role",
        "Peran jembatan",
        "Burt constraint",
        "Sum over a|b.",
        "Ask the low ones.",
        "0 or more",
        "Burt 1992",
    ):
        assert part in text


def test_a_finding_says_what_it_means():
    text = findings_page([FINDING])
    for part in (
        "## orphans",
        "Masalah terlantar",
        "Nobody owns it.",
        "Source: ours",
        "| No file. | Add one. | [`orphans`](#orphans) |",
    ):
        assert part in text


def test_a_query_shows_its_cypher():
    text = queries_page([QUERY])
    for part in (
        "## who",
        "Siapa",
        "Who works.",
        "`name` `problem`",
        "| `$top` | integer | `50` | how many rows |",
        "| `$from` | text | has to be given |",
        "```cypher\nMATCH (n) RETURN n\n```",
    ):
        assert part in text


def test_a_command_shows_its_help():
    text = cli_page([CommandHelp("sysmap db start", "Start it.", "Usage: sysmap db start")])
    assert "## sysmap db start\n\n```text\nUsage: sysmap db start\n```" in text
    assert "[`sysmap db start`](#sysmap-db-start) | Start it." in text


def test_a_cause_shows_problem_and_remedy_in_both_languages():
    text = faults_page([Cause("X201", "known: {names}", "run again"), Cause("X202", "{reason} a|b")])
    assert "## X\n" in text
    assert r"| X201 | known: {names}<br>*yang dikenal: {names}* | run again<br>*jalankan lagi* |" in text
    assert r"| X202 | {reason} a\|b |  |" in text


@pytest.mark.parametrize("cause", all_causes(), ids=lambda cause: cause.id)
def test_every_cause_speaks_indonesian(cause):
    """A text of nothing but parameters is the same in every language; any other has a translation."""
    for text in (cause.problem, cause.remedy):
        if text is not None and re.search(r"[a-z]{2}", re.sub(r"\{\w+\}|-\S+", "", text.source)):
            assert text.template("id") != text.template("en")


@pytest.mark.parametrize("make", [measures_page, findings_page, queries_page, cli_page, faults_page])
def test_nothing_declared_is_no_fault(make):
    assert make([]).endswith("\n")

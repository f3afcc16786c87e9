"""The shapes of Markdown: text stays text, a table stays a table."""

import pytest

from sysmap.docs.markdown import anchor, cell, code, codes, fenced, link, page, table


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a|b", r"a\|b"), ("two\nlines", "two lines"), ("<script>", "&lt;script>"), ("2 * 3", r"2 \* 3")],
)
def test_a_cell_cannot_break_out_of_its_table(text, shown):
    assert cell(text) == shown


def test_tables_say_nothing_where_there_is_no_row():
    assert table(("A",), ()) == ""
    assert table(("A", "B"), [("1", "2")]) == "| A | B |\n| --- | --- |\n| 1 | 2 |"


@pytest.mark.parametrize(
    ("heading", "fragment"),
    [
        ("WORKS_ON", "works_on"),
        ("links.csv", "linkscsv"),
        ("Stakeholder: kind", "stakeholder-kind"),
        ("sysmap db start", "sysmap-db-start"),
        ("who-works-on-what", "who-works-on-what"),
    ],
)
def test_anchors_are_githubs(heading, fragment):
    assert anchor(heading) == fragment
    assert link("here", heading) == f"[here](#{fragment})"


def test_a_fence_is_longer_than_what_it_holds():
    assert fenced("```", "text") == "````text\n```\n````"


def test_code_and_pages():
    assert codes(("a|b", "c")) == r"`a\|b` `c`"
    assert code("x") == "`x`"
    assert page("one", "", "two\n") == "one\n\ntwo\n"

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sysmap.messages import Listing, Message
from sysmap.tables.text import (
    clean_text,
    fold_text,
    guard_cell,
    list_some,
    make_ids,
    plain_header,
    show_cell,
    split_parts,
    unguard_cell,
)


@given(st.text())
def test_guard_is_undone(text: str) -> None:
    assert unguard_cell(guard_cell(text)) == text


@given(st.text(st.sampled_from("'=+-@\t\rab1 "), max_size=6))
def test_nothing_a_spreadsheet_runs_is_left_unguarded(text: str) -> None:
    runs = guard_cell(text)[:1] in set("=+-@\t\r")
    assert not runs or text in ("+", "-") or re.fullmatch(r"[+-]\d+", text)
    assert unguard_cell(guard_cell(text)) == text


def test_twins_fold_alike() -> None:
    composed = "Médecins du Monde"
    assert fold_text(unicodedata.normalize("NFD", composed)) == fold_text(composed)
    assert fold_text("Action\u00a0Against\u200b Hunger ") == fold_text("action against hunger")


def test_cleaned_keeps_a_leading_tab_and_drops_outer_blanks() -> None:
    assert clean_text(" \u00a0a b \r\n") == "a b"
    assert clean_text("\t=1+1") == "\t=1+1"
    assert clean_text("'=1+1") == "=1+1"
    assert clean_text("'tis") == "'tis"


def test_headers_compare_without_case_blanks_and_accents() -> None:
    assert plain_header("Nama_Lembaga ") == plain_header("nama-lembaga")
    assert plain_header("Région") == "region"


def test_parts_split_at_both_separators() -> None:
    assert split_parts("a | b;c;;") == ["a", "b", "c"]


def test_shown_is_short_and_spells_out_the_invisible() -> None:
    assert show_cell("a\u200bb") == "'a\\u200bb'"
    assert len(show_cell("x" * 1000)) == 62


@given(st.lists(st.text(min_size=1, max_size=8), unique=True, max_size=12), st.randoms())
def test_made_ids_are_unique_and_do_not_depend_on_order(names: list[str], random: object) -> None:
    shuffled = list(names)
    random.shuffle(shuffled)
    ids = make_ids(names)
    assert make_ids(shuffled) == ids
    assert len(set(ids.values())) == len(names)
    assert all(ids.values())


def test_made_ids_avoid_those_that_are_given() -> None:
    assert make_ids(["Bappeda"], ["bappeda"])["Bappeda"].startswith("bappeda-")
    assert len(set(make_ids(["A & B", "A B", "???"]).values())) == 3


def test_shown_and_listed_up_to_their_limits() -> None:
    assert show_cell("x" * 60) == repr("x" * 60)
    assert show_cell("x" * 61) == repr("x" * 57 + "...")
    assert show_cell("abcdef", 5) == "'ab...'"
    assert show_cell(5) == "'5'"
    assert str(list_some(range(10))) == "0, 1, 2, 3, 4, 5, 6, 7, 8 and 9"
    assert str(list_some(range(11))) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 1 more"
    assert str(list_some(iter("abc"), 1)) == "a and 2 more"
    assert str(list_some([])) == ""
    message = Message("a text that is translated when it is shown")
    assert list_some([2, message]) == Listing(["2", message])


@pytest.mark.parametrize("invisible", ["\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff"])
def test_what_cannot_be_seen_makes_no_two_texts_different(invisible: str) -> None:
    assert fold_text(f"Bap{invisible}peda") == "bappeda"
    assert plain_header(f"na{invisible}ma") == plain_header("nama")


@pytest.mark.parametrize("sign", list("=+-@\t\r"))
def test_each_sign_that_a_spreadsheet_runs_is_guarded(sign: str) -> None:
    assert guard_cell(f"{sign}A1") == f"'{sign}A1"
    assert guard_cell(f"''{sign}1") == f"'''{sign}1"
    assert clean_text(f" '{sign}1 ") == f"{sign}1"
    assert unguard_cell(f"1{sign}") == guard_cell(f"1{sign}") == f"1{sign}"


def test_a_sign_alone_and_a_number_run_nothing() -> None:
    for text in ("+", "-", "-3", "+1", "-1,5", "-1.234,50", "-2e-05"):
        assert guard_cell(text) == text
    for text in ("=", "@", "--", "+-1", "-1-1", "+62 812", "-A1", "-1\n", "-5%"):
        assert guard_cell(text) == f"'{text}"
        assert unguard_cell(guard_cell(text)) == text


def test_apostrophes_that_guard_nothing_stay() -> None:
    for text in ("", "'", "''", "'a", "'_=1", "a'=", " =1"):
        assert guard_cell(text) == unguard_cell(text) == text


def test_a_made_id_is_the_name_in_lower_case_and_marked_only_where_it_must_be() -> None:
    # The marks are the first eight figures of SHA-256, as `printf %s NAME | sha256sum` gives them.
    assert make_ids(["Dinas  Kesehatan (DIY)", "Forum_Anak", "A.B", "É 5", "???"]) == {
        "Dinas  Kesehatan (DIY)": "dinas-kesehatan-diy",
        "Forum_Anak": "forum-anak",
        "A.B": "a-b",
        "É 5": "é-5",
        "???": "a03b221c",
    }
    assert make_ids(["A B", "a-b", "C"]) == {"A B": "a-b-fea4c5ce", "a-b": "a-b-d44362d6", "C": "c"}
    assert make_ids(["A B", "C"], ["a-b", "d"]) == {"A B": "a-b-fea4c5ce", "C": "c"}

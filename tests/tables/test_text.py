from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sysmap.tables.text import (
    clean_text,
    fold_text,
    guard_cell,
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
    assert guard_cell(text)[:1] not in set("=+-@\t\r")
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

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sysmap.tables.text import cleaned, folded, guarded, made_ids, parts, plain_header, shown, unguarded


@given(st.text())
def test_guard_is_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text(st.sampled_from("'=+-@\t\rab1 "), max_size=6))
def test_nothing_a_spreadsheet_runs_is_left_unguarded(text: str) -> None:
    assert guarded(text)[:1] not in set("=+-@\t\r")
    assert unguarded(guarded(text)) == text


def test_twins_fold_alike() -> None:
    composed = "Médecins du Monde"
    assert folded(unicodedata.normalize("NFD", composed)) == folded(composed)
    assert folded("Action\u00a0Against\u200b Hunger ") == folded("action against hunger")


def test_cleaned_keeps_a_leading_tab_and_drops_outer_blanks() -> None:
    assert cleaned(" \u00a0a b \r\n") == "a b"
    assert cleaned("\t=1+1") == "\t=1+1"
    assert cleaned("'=1+1") == "=1+1"
    assert cleaned("'tis") == "'tis"


def test_headers_compare_without_case_blanks_and_accents() -> None:
    assert plain_header("Nama_Lembaga ") == plain_header("nama-lembaga")
    assert plain_header("Région") == "region"


def test_parts_split_at_both_separators() -> None:
    assert parts("a | b;c;;") == ["a", "b", "c"]


def test_shown_is_short_and_spells_out_the_invisible() -> None:
    assert shown("a\u200bb") == "'a\\u200bb'"
    assert len(shown("x" * 1000)) == 62


@given(st.lists(st.text(min_size=1, max_size=8), unique=True, max_size=12), st.randoms())
def test_made_ids_are_unique_and_do_not_depend_on_order(names: list[str], random: object) -> None:
    shuffled = list(names)
    random.shuffle(shuffled)
    ids = made_ids(names)
    assert made_ids(shuffled) == ids
    assert len(set(ids.values())) == len(names)
    assert all(ids.values())


def test_made_ids_avoid_those_that_are_given() -> None:
    assert made_ids(["Bappeda"], ["bappeda"])["Bappeda"].startswith("bappeda-")
    assert len(set(made_ids(["A & B", "A B", "???"]).values())) == 3

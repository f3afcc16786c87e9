"""Which cells say nothing, and which say "we asked, there is none"."""

import pytest

from sysmap.tables.nothing import markers
from sysmap.tables.read_settings import ReadSettings

PLAIN = markers(ReadSettings())


@pytest.mark.parametrize(
    "cell",
    [
        *("", "  ", "\u00a0", "NA", "n/a", "#N/A", "NaN", "null", "NULL", "None", "-", "--", "\u2013", "\u2212", "?"),
        *(".", "tidak ada", "Tidak  Ada", "belum ada", "kosong", "tidak diketahui", "unknown", "TBD", "nihil"),
        *("#REF!", "#VALUE!", "#NAME?"),
    ],
)
def test_a_marker_says_nothing_whatever_its_case(cell: str) -> None:
    assert PLAIN.is_nothing(cell)


@pytest.mark.parametrize("cell", ["0", "x", "Namibia", "=A1", "naa", "tidak ada air", "- air", "1"])
def test_other_texts_say_something(cell: str) -> None:
    assert not PLAIN.is_nothing(cell)


def test_a_formula_names_nobody_but_a_guarded_one_is_a_name() -> None:
    assert PLAIN.names_nothing("=A1")
    assert PLAIN.names_nothing("#REF!")
    assert not PLAIN.names_nothing("'=A1")


def test_words_for_none_are_answers_and_a_dash_only_beside_answers() -> None:
    assert PLAIN.none_in(["-", "NA", "", "Stunting", "Tidak ada"]) == {"-", "Tidak ada"}
    assert PLAIN.none_in(["-", "NA", ""]) == frozenset()
    assert PLAIN.none_in(["-", "none"]) == {"-", "none"}


def test_the_map_says_which_texts_are_nothing_none_or_words() -> None:
    own = markers(ReadSettings(empty=("99",), none=("-", "N/A"), keep=("NA",)))
    assert own.is_nothing("99")
    assert not own.is_nothing("NA")
    assert own.says_none("-")
    assert own.none_in(["-", "n/a", ""]) == {"-", "n/a"}

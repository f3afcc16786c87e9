"""Names that may mean one and the same: what is found, how sure it is, and that nothing is compared with all."""

from __future__ import annotations

import random
import time

import pytest

from name_pairs import FALSE, TRUE
from sysmap.tables.naming.copies import base_of
from sysmap.tables.naming.near import ASKED, COPY, SURE, Named, find_near


def confidence(one: str, other: str) -> float:
    found = find_near([Named("1", one), Named("2", other)])
    return found[0].confidence if found else 0.0


def test_sure_is_right_in_nineteen_of_twenty() -> None:
    """Of the made pairs: what is called sure is right in 95 %, and at least 90 % of what is one is called so."""
    assert (len(TRUE), len(FALSE)) == (200, 200)
    right, wrong = (sum(confidence(*pair) >= SURE for pair in pairs) for pairs in (TRUE, FALSE))
    assert right / (right + wrong) >= 0.95
    assert right / len(TRUE) >= 0.9
    asked = sum(confidence(*pair) >= ASKED for pair in TRUE)
    assert asked / len(TRUE) >= 0.95


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PT Tirta", "CV Tirta"),
        ("Dinas Sosial Kabupaten", "Dinas Sosial Provinsi"),
        ("SMP 1 Wates", "SMP 2 Wates"),
        ("Kalurahan A", "Kalurahan B"),
        ("Universitas Kali Biru", "Fakultas Teknik Universitas Kali Biru"),
    ],
)
def test_differences_that_mean_something_come_last(one: str, other: str) -> None:
    assert 0 < confidence(one, other) < ASKED


def test_what_shares_no_key_is_not_found() -> None:
    assert confidence("Kalurahan Girisuko", "Kalurahan Girisekar") == 0
    assert confidence("Trust (+)", "Trust (-)") == 0


def test_a_short_form_that_fits_two_is_not_sure() -> None:
    found = find_near([Named(name, name) for name in ("Dinkes", "Dinas Kesehatan", "Dinas Kesenian")])
    assert [(pair.other.name, pair.confidence) for pair in found] == [("Dinas Kesehatan", 0.6), ("Dinas Kesenian", 0.6)]


def test_causes_that_were_drawn_twice() -> None:
    names = ("Self-worth", "Self-worth2", "Self-worth (3)", "Trust", "Trust copy", "Covid-19", "Level 4")
    found = find_near([Named(name, name) for name in names], causes=True)
    assert [(pair.one.name, pair.other.name) for pair in found if pair.reason is COPY] == [
        ("Self-worth (3)", "Self-worth"),
        ("Self-worth2", "Self-worth"),
        ("Trust copy", "Trust"),
    ]
    assert not [pair for pair in find_near([Named("1", "Pos 1"), Named("2", "Pos")]) if pair.reason is COPY]
    assert base_of("2") == ""


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_names_changes_nothing(seed: int) -> None:
    nodes = [Named(str(i), name) for i, name in enumerate(name for pair in (*TRUE, *FALSE) for name in pair)]
    shuffled = random.Random(seed).sample(nodes, len(nodes))
    assert find_near(nodes) == find_near(shuffled)


def test_many_names_take_little_time() -> None:
    dice = random.Random(1)
    parts = ["".join(dice.choice("bdgklmnprst") + dice.choice("aiueo") for _ in range(3)).title() for _ in range(3000)]
    names = [
        "".join(word[0] for word in words) if dice.random() < 0.2 else " ".join(words)
        for words in (dice.sample(parts, dice.randint(2, 5)) for _ in range(10_000))
    ]
    begun = time.process_time()
    find_near([Named(str(i), name) for i, name in enumerate(names)])
    assert time.process_time() - begun < 4

"""Names on a still picture: broken between words, the weightiest first, none over another or outside."""

import itertools
import random

import pytest

from sysmap.still.lettering import LINE, SIZE, TIERS, break_lines, place_labels, text_width
from sysmap.still.painting import Mark

FRAME = (-1e6, -1e6, 1e6, 1e6)


def mark(number, x, y, name="Dinas Kesehatan", weight=0.0):
    return Mark(number, name, x, y, 9.0, "dot", "#000000", weight)


def box_of(label):
    half = max(text_width(line, label.size) for line in label.lines) / 2
    top = label.y - label.size * 12 / 13
    return label.x - half, top, label.x + half, top + len(label.lines) * label.size * LINE / SIZE


def crowd(count, side):
    draw = random.Random(7)
    return [
        mark(at, draw.uniform(0, side), draw.uniform(0, side), f"Lembaga nomor {at}", draw.random())
        for at in range(count)
    ]


@pytest.mark.parametrize(
    "text", ["a", "x" * 300, "satu dua tiga empat lima enam tujuh delapan sembilan", "  spasi \n di mana-mana  ", ""]
)
def test_lines_are_no_longer_than_they_may_be(text):
    found = break_lines(text)
    assert len(found) <= 2
    assert all(len(line) <= 20 for line in found)
    assert found[-1].endswith("…") == (len(" ".join(text.split())) > sum(map(len, found)) + 1)


@pytest.mark.parametrize(("count", "side", "unit"), [(250, 1500, 1.0), (1200, 3000, 2.5)])
def test_no_name_lies_over_another(count, side, unit):
    found = list(place_labels(crowd(count, side), FRAME, unit))
    assert len(found) > 60
    for one, other in itertools.combinations(map(box_of, found), 2):
        assert not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])


def test_the_weightiest_come_first_and_on_a_large_map_in_the_largest_letters():
    marks = crowd(1200, 30_000)
    found = list(place_labels(marks, FRAME, 9.0))
    assert [one.size for one in found[::50]] == sorted((one.size for one in found[::50]), reverse=True)
    assert {one.size for one in found} == {SIZE * 9, SIZE * 3, SIZE}
    assert len(found) == sum(TIERS)
    heaviest = max(marks, key=lambda one: one.weight)
    assert " ".join(found[0].lines) == heaviest.name


def test_of_two_on_one_spot_the_second_goes_above_and_the_third_has_none():
    found = list(
        place_labels(
            [mark(0, 0, 0, "lebih berat", 9), mark(1, 0, 0, "ringan", 8), mark(2, 0, 0, "teringan", 7)], FRAME, 1.0
        )
    )
    assert [one.lines for one in found] == [("lebih berat",), ("ringan",)]
    assert found[0].y > 0 > found[1].y


def test_none_leaves_the_picture():
    assert list(place_labels([mark(0, 0, 0)], (-20, -60, 20, 60), 1.0)) == []
    assert len(list(place_labels([mark(0, 0, 0)], (-80, -60, 80, 60), 1.0))) == 1


def test_a_mark_that_combines_takes_no_room_and_a_wide_letter_twice_as_much():
    assert text_width("e\u0301") == text_width("e")
    assert text_width("水") > 1.8 * text_width("e")

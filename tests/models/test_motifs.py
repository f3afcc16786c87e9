"""Motif counts by the plain way.

Every three and every four nodes, classed by the ties among them as Bodin & Tengo's table does.
"""

from collections import Counter
from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from sysmap.models.gaps.motifs import CLASSES, count_motifs

# (partnership, linked problems) by the letter within I-V; VI and VII are written out, as sma's binary codes have them.
SPARSE = {
    ("one", 0, 0): "VII.A",
    ("one", 0, 1): "VII.B",
    ("one", 1, 0): "VI.A",
    ("one", 1, 1): "VI.B",
    ("split", 0, 0): "VII.C",
    ("split", 0, 1): "VII.D",
    ("split", 1, 0): "VI.C",
    ("split", 1, 1): "VI.D",
}
ROMAN = {"apart": "I", "shared": "II", "four": "III", "none": "IV", "three": "V"}
LETTER = {(0, 0): "A", (1, 0): "B", (0, 1): "C", (1, 1): "D"}


def square(people, problems, works, ties, links):
    (s, t), (p, q) = people, problems
    across = [(a, b) for a in (s, t) for b in (p, q) if (a, b) in works]
    family = ("none", "one", "", "three", "four")[len(across)]
    if len(across) == 2:
        (a, b), (c, d) = across
        family = "split" if a == c else "shared" if b == d else "apart"
    within = int((s, t) in ties), int((p, q) in links)
    return SPARSE[family, *within] if family in ("one", "split") else f"{ROMAN[family]}.{LETTER[within]}"


@st.composite
def systems(draw):
    people, problems = "ABCDE"[: draw(st.integers(0, 5))], "pqrst"[: draw(st.integers(0, 5))]

    def some(of):
        return draw(st.sets(st.sampled_from(of))) if of else set()

    return (
        people,
        problems,
        some(list(product(people, problems))),
        some(list(combinations(people, 2))),
        some(list(combinations(problems, 2))),
    )


@given(systems())
def test_every_count_by_looking_at_all_threes_and_fours(mapped, system):
    people, problems, works, ties, links = system
    expected = Counter()
    for (s, t), p in product(combinations(people, 2), problems):
        expected[f"2,1[{'II' if (s, t) in ties else 'I'}.{'ABC'[((s, p) in works) + ((t, p) in works)]}]"] += 1
    for (p, q), s in product(combinations(problems, 2), people):
        expected[f"1,2[{'II' if (p, q) in links else 'I'}.{'ABC'[((s, p) in works) + ((s, q) in works)]}]"] += 1
    for (s, t), (p, q) in product(combinations(people, 2), combinations(problems, 2)):
        expected[f"2,2[{square((s, t), (p, q), works, ties, links)}]"] += 1
    found = count_motifs(
        mapped(
            *(f"Stakeholder {name}" for name in people),
            *(f"Problem {name}" for name in problems),
            *(f"{a} WORKS_ON {p}" for a, p in sorted(works)),
            *(f"{a} PARTNERS_WITH {b}" for a, b in sorted(ties)),
            *(f"{p} DEPENDS_ON {q}" for p, q in sorted(links)),
        )
    )
    assert {name: count for name, count in found.items() if count} == dict(expected)
    assert len(found) == 6 + 6 + 28


def test_the_worked_example_by_hand(tiny):
    found = count_motifs(tiny())
    # Two on one problem: A-B on 2 and C-D on 3 are partners, A-D on 1 are not.
    assert (found["2,1[I.C]"], found["2,1[II.C]"]) == (1, 2)
    # One on two problems: A on 1, 2, which hang together; D on 1, 3, which do not.
    assert (found["1,2[I.C]"], found["1,2[II.C]"]) == (1, 1)


def test_the_worked_example_as_motifr_counts_it(tiny):
    """What sma 2.3.4 finds, the program that motifr calls (`countMotifsAuto`); it agreed on 37 random maps too."""
    counted = {
        "1,2": "I.A 9, I.B 10, I.C 1, II.A 5, II.B 4, II.C 1",
        "2,1": "I.A 15, I.B 16, I.C 1, II.A 4, II.B 2, II.C 2",
        "2,2": "I.A 5, I.C 1, II.A 1, II.B 3, II.D 1, IV.A 6, IV.B 1, IV.C 3, IV.D 1, V.A 1, V.B 1, V.C 1, V.D 1, VI.A 3, VI.B 1, VII.A 17, VII.B 9, VII.C 2, VII.D 2",
    }
    expected = {
        f"{head}[{name}]": int(count)
        for head, line in counted.items()
        for name, count in (pair.split() for pair in line.split(", "))
    }
    assert {name: count for name, count in count_motifs(tiny()).items() if count} == expected


def test_the_classes_are_motifr_s_28():
    names = {name for names in CLASSES.values() for name in names}
    assert names == {f"{roman}.{letter}" for roman in ("I", "II", "III", "IV", "V", "VI", "VII") for letter in "ABCD"}

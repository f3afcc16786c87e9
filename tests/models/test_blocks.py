"""Pairs that lie in two blocks of rows: the answer is that of one block, by hand and by brute force."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sysmap.algorithms import pairs
from sysmap.models.gaps.congruence import measure_fit_by_sector
from sysmap.models.gaps.ranking import find_gaps, survey_pairs
from sysmap.models.partners.suggestions import suggest_partnerships

PEOPLE = [f"P{number:04}" for number in range(1_203)]
"""More than the 1,000 rows that one block holds, so that the first 1,000 and the other 203 are in two."""


def names(found):
    return [(gap.source.partition(":")[2], gap.target.partition(":")[2]) for gap in found.top]


@pytest.fixture(scope="module")
def crowd(mapped):
    """1,203 stakeholders of whom six do the same work.

    Two in the first block, the last and the first on either side of the edge, two in the second.
    """
    workers = ("P0000", "P0500", "P0999", "P1000", "P1001", "P1202")
    return workers, mapped(
        *(f"Stakeholder {name} sector={'media' if name < 'P1000' else 'business'}" for name in PEOPLE),
        "Problem p severity=5",
        *(f"{name} WORKS_ON p" for name in workers),
        "P0000 PARTNERS_WITH P1202",
        "P0999 PARTNERS_WITH P1000",
        "P1001 PARTNERS_WITH P1202",
        top=100,
        per_stakeholder=100,
    )


def test_more_than_1000_stakeholders_are_surveyed_as_one(crowd):
    workers, analysis = crowd
    found = find_gaps(analysis)
    # By hand: six on one problem are 15 pairs that need coordination, three of which are partners. Each need is 5 / (6
    # - 1) = 1.
    assert (found.pairs, found.needed, found.met, found.count) == (1_203 * 1_202 // 2, 15, 3, 12)
    assert (found.congruence, found.weighted) == (3 / 15, 3 / 15)
    tied = {("P0000", "P1202"), ("P0999", "P1000"), ("P1001", "P1202")}
    assert names(found) == sorted(set(combinations(workers, 2)) - tied)
    assert {gap.need for gap in found.top} == {1}
    wanted = survey_pairs(analysis).needed_by
    assert {name: int(wanted[PEOPLE.index(name)]) for name in workers} == dict.fromkeys(workers, 5)
    assert wanted.sum() == 30  # nobody else is needed


def test_sectors_on_either_side_of_the_edge_are_counted(crowd):
    _, analysis = crowd
    # By hand: three of the six are media, three business: 3 pairs within each and 9 across. One tie within business,
    # two across.
    assert [(fit.between, fit.needed, fit.met) for fit in measure_fit_by_sector(analysis)] == [
        (("business", "business"), 3, 1),
        (("business", "media"), 9, 2),
        (("media", "media"), 3, 0),
    ]


@st.composite
def systems(draw):
    people, problems = "ABCDEFGH"[: draw(st.integers(2, 8))], "pqr"[: draw(st.integers(1, 3))]
    sectors = draw(st.lists(st.sampled_from(["media", "business"]), min_size=8, max_size=8))
    works = draw(st.sets(st.tuples(st.sampled_from(people), st.sampled_from(problems)), max_size=12))
    ties = draw(st.sets(st.sampled_from(list(combinations(people, 2))), max_size=6))
    return [
        *(f"Stakeholder {name} sector={sector}" for name, sector in zip(people, sectors, strict=False)),
        *(f"Problem {name}" for name in problems),
        "B BELONGS_TO A",
        *(f"{who} WORKS_ON {p}" for who, p in sorted(works)),
        *(f"{a} PARTNERS_WITH {b}" for a, b in sorted(ties)),
        *(["p DEPENDS_ON q"] if "q" in problems and draw(st.booleans()) else []),
    ]


@settings(max_examples=25)
@given(
    systems(),
    st.sampled_from(
        [("BLOCK", 1), ("BLOCK", 5), ("BLOCK", 20), ("BLOCK_ROWS", 1), ("BLOCK_ROWS", 2), ("BLOCK_ROWS", 3)]
    ),
)
def test_the_size_of_a_block_changes_no_answer(mapped, lines, limit):
    def answers():
        analysis = mapped(*lines, top=100, per_stakeholder=100)
        found = survey_pairs(analysis)
        # The scale of suggestions is a mean over all pairs: its last digits depend on the order of summing.
        scores = {(one.source, one.target): pytest.approx(one.score) for one in suggest_partnerships(analysis)}
        return find_gaps(analysis), found.needed_by.tolist(), found.by_sector.tolist(), scores

    whole = answers()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs, *limit)
        assert answers() == whole


@pytest.mark.parametrize(
    ("block", "rows", "expected"),
    [
        (1_000, 1_000, [(0, 7)]),
        (1_000, 3, [(0, 3), (3, 6), (6, 7)]),  # no more rows than this in a block
        (
            9,
            1_000,
            [(0, 2), (2, 4), (4, 6), (6, 7)],
        ),  # a row costs 4: two are 8, three would be more than the block's 9
        (1, 1_000, [(row, row + 1) for row in range(7)]),  # a row that alone costs more is a block of its own
    ],
)
def test_blocks_end_where_their_work_is_done(block, rows, expected):
    import numpy as np
    from scipy.sparse import csr_array

    # Each of seven rows has one entry in a column that three rows of the other matrix share: three multiplications, and
    # one for the row itself.
    left = csr_array(np.ones((7, 1), dtype="int64"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs, "BLOCK", block)
        patch.setattr(pairs, "BLOCK_ROWS", rows)
        assert list(pairs.split_into_blocks(left, csr_array(np.ones((3, 1), dtype="int64")))) == expected

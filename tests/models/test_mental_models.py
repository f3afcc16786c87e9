"""Mental models compared: every count and distance by hand."""

import pytest

from sysmap.models.causes.mental_models import Views, compare_mental_models
from sysmap.records.causes_holders import find_holders, holder_name

FACTORS = ("Problem x", "Factor y", "Factor z", "Factor w", "Stakeholder a", "Stakeholder b", "Stakeholder c")


def link(source, target, sign, by="", delay="none"):
    return f"{source} INFLUENCES {target} polarity={sign} delay={delay} key={by or 'all'}" + (
        f" held_by={by}" if by else ""
    )


def between(compared, one, other):
    return next(
        pair for pair in compared.pairs if (pair.one, pair.other) == (f"stakeholder:{one}", f"stakeholder:{other}")
    )


def bare(links):
    return ["".join(uid[-1] for uid in pair) for pair in links]


def test_agreed_disputed_missing_unclear_and_the_distance(mapped):
    compared = compare_mental_models(
        mapped(
            *FACTORS,
            link("x", "y", "+", "a"),
            link("x", "y", "+", "b"),
            link("y", "z", "+", "a"),
            link("y", "z", "-", "b"),
            link("z", "x", "+", "a"),
            link("w", "x", "-", "b"),
            link("w", "y", "?", "a"),
            link("w", "y", "+", "b"),
        )
    )
    pair = between(compared, "a", "b")
    assert [bare(some) for some in (pair.agreed, pair.disputed, pair.only_one, pair.only_other, pair.unclear)] == [
        ["xy"],
        ["yz"],
        ["zx"],
        ["wx"],
        ["wy"],
    ]
    assert pair.distance == pytest.approx((0 + 2 + 1 + 1) / (2 * 4))
    assert compared.holders == {"stakeholder:a": 4, "stakeholder:b": 4}


@pytest.mark.parametrize(
    ("agreed", "disputed", "one", "other", "wanted"),
    [
        (2, 0, 0, 0, 0.0),
        (0, 2, 0, 0, 1.0),
        (1, 1, 0, 0, 0.5),
        (1, 0, 1, 0, 0.25),
        (0, 1, 0, 1, 0.75),
        (1, 0, 3, 4, 7 / 16),
        (0, 0, 3, 2, None),
        (0, 0, 0, 0, None),
    ],
)
def test_the_distance_by_hand(agreed, disputed, one, other, wanted):
    links = [tuple((f"{n}", f"{n}{n}") for n in range(count)) for count in (agreed, disputed, one, other, 1)]
    assert Views("a", "b", *links).distance == wanted


def test_who_says_nothing_of_a_common_link_holds_it(mapped):
    """a turns the common link round; b, who says nothing of it, holds the common one: one link, disputed."""
    compared = compare_mental_models(
        mapped(*FACTORS, link("x", "y", "+"), link("x", "y", "-", "a"), link("y", "z", "+", "b"))
    )
    pair = between(compared, "a", "b")
    assert (bare(pair.disputed), bare(pair.only_other), pair.distance) == (["xy"], ["yz"], 0.75)
    [dispute] = compared.disputes
    assert (dispute.raises, dispute.lowers, dispute.common, len(dispute.ties)) == ((), ("stakeholder:a",), 1, 2)


def test_two_who_speak_of_other_things_cannot_be_compared(mapped):
    compared = compare_mental_models(
        mapped(*FACTORS, link("x", "y", "+", "a"), link("y", "z", "+", "b"), link("y", "z", "-", "c"))
    )
    assert between(compared, "a", "b").distance is None
    assert [pair.distance for pair in compared.pairs] == [1.0, None, None]


def test_disputes_name_the_sides_and_the_loops_that_hang_on_them(mapped):
    compared = compare_mental_models(
        mapped(
            *FACTORS,
            link("x", "y", "+", "a"),
            link("x", "y", "+", "b"),
            link("x", "y", "-", "c"),
            link("y", "x", "+"),
            link("y", "z", "+", "a"),
            link("y", "z", "-", "c"),
            link("z", "w", "+", "a"),
            link("z", "w", "+", "c"),
        )
    )
    assert [
        (bare([(one.source, one.target)])[0], bare([one.raises])[0], bare([one.lowers])[0], one.common, one.loops)
        for one in compared.disputes
    ] == [("xy", "ab", "c", None, 1), ("yz", "a", "c", None, 0)]


def test_one_stakeholder_under_several_names_is_one_holder_and_a_group_that_is_none_stays_itself(mapped):
    analysis = mapped(
        "Stakeholder spam name=Water_Group",
        *FACTORS[:4],
        link("x", "y", "+", "spam"),
        link("y", "z", "+", "WATER_GROUP"),
        link("z", "w", "+", "Farmers"),
        link("w", "x", "+", "farmers"),
    )
    assert dict(find_holders(analysis)) == {
        "Farmers": {"Farmers", "farmers"},
        "stakeholder:spam": {"spam", "WATER_GROUP"},
    }
    assert [holder_name(analysis, holder) for holder in find_holders(analysis)] == ["Farmers", "Water_Group"]


def test_where_nobody_holds_a_link_there_is_nothing(mapped):
    compared = compare_mental_models(mapped(*FACTORS, link("x", "y", "+")))
    assert (compared.holders, compared.pairs, compared.disputes) == ({}, (), ())

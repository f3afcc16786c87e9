"""The valley of death item by item where the data stand on the edge, and the order of what is found.

Each answer by hand.
"""

from datetime import date

import pytest

from asked_ties import ASKED
from sysmap.measures.innovation import check_items
from sysmap.measures.port import measure_values
from sysmap.models.innovation_valley import find_crossings
from sysmap.records.innovation_around import read_surroundings
from sysmap.records.innovation_stages import is_inside, is_living, is_stalled, stage_history

DAY = date(2026, 1, 1)
ONE = "innovation:i"


def uids(*names):
    return tuple(f"stakeholder:{name}" for name in names)


def test_what_stands_around_an_innovation(mapped):
    analysis = mapped(
        "Innovation i",
        *(f"Stakeholder {name}" for name in "abcdef"),
        "Problem p",
        "Problem q",
        "Problem old status=resolved",
        "b LEADS i",
        "a LEADS i",
        "c SPONSORS i",
        "d FUNDS i until=2026-06",
        "e FUNDS i",
        "f TAKES_PART_IN i",
        "a AFFECTED_BY p",
        "i ADDRESSES q",
        "i ADDRESSES p",
        "i ADDRESSES old",
        "i DEPENDS_ON p",
        "b WORKS_ON p",
    )
    near = read_surroundings(analysis, ONE)
    assert near.by == {
        "LEADS": uids("a", "b"),
        "SPONSORS": uids("c"),
        "FUNDS": uids("d", "e"),
        "ADOPTS": (),
        "CHAMPIONS": (),
        "TAKES_PART_IN": uids("f"),
    }
    assert near.funding == ("2026-06-31", "9999-12-31")
    assert near.problems == ("problem:p", "problem:q")
    assert near.people == set(uids(*"abcdef"))


@pytest.mark.parametrize(
    ("power", "salient", "expected"),
    [
        ("power=4", 4, True),
        ("power=3", 4, False),
        ("power=5", 4, True),
        ("", 4, True),
        ("power=4", 5, False),
        ("power=1", 1, True),
    ],
)
def test_a_sponsor_has_the_power_or_is_not_rated(mapped, power, salient, expected):
    assert (
        check_items(mapped("Innovation i", f"Stakeholder a {power}", "a SPONSORS i", salient=salient), ONE)["sponsor"]
        is expected
    )


def test_one_sponsor_of_two_is_enough(mapped):
    assert (
        check_items(
            mapped("Innovation i", "Stakeholder a power=1", "Stakeholder b power=5", "a SPONSORS i", "b SPONSORS i"),
            ONE,
        )["sponsor"]
        is True
    )


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        (("internal", "external"), True),
        (("internal", "internal"), False),
        (("external", "external"), False),
        (("internal", ""), None),
        (("internal", "external", ""), True),
        (("",), None),
        ((), False),
    ],
)
def test_sides_of_those_who_have_a_part(mapped, sides, expected):
    people = [f"Stakeholder s{number} {f'boundary={side}' if side else ''}" for number, side in enumerate(sides)]
    assert (
        check_items(
            mapped(*ASKED, "Innovation i", *people, *(f"s{number} ADOPTS i" for number in range(len(sides)))), ONE
        )["across"]
        is expected
    )


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        (("internal",), True),
        (("external",), False),
        (("",), None),
        (("external", ""), None),
        (("", "internal"), True),
        (("external", "internal"), True),
    ],
)
def test_a_champion_stands_inside(mapped, sides, expected):
    people = [f"Stakeholder s{number} {f'boundary={side}' if side else ''}" for number, side in enumerate(sides)]
    assert (
        check_items(mapped("Innovation i", *people, *(f"s{number} CHAMPIONS i" for number in range(len(sides)))), ONE)[
            "champion"
        ]
        is expected
    )


def test_a_lead_that_is_hemmed_in_as_the_middle_one_is_not_free(mapped):
    # A triangle: all are constrained alike, so that nobody is below the median.
    lines = (
        "Innovation i",
        *(f"Stakeholder {name}" for name in "abc"),
        "a PARTNERS_WITH b",
        "b PARTNERS_WITH c",
        "a PARTNERS_WITH c",
        "a LEADS i",
    )
    assert check_items(mapped(*lines), ONE)["lead"] is False
    assert check_items(mapped(*lines, "b LEADS i"), ONE)["lead"] is True
    assert check_items(mapped(*ASKED, "Innovation i"), ONE)["lead"] is False
    assert check_items(mapped("Innovation i"), ONE)["lead"] is None


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("trl=3", False),
        ("trl=4", True),
        ("trl=7", True),
        ("trl=8", False),
        ("trl=9 stage=prototype", False),
        ("stage=prototype", True),
        ("stage=pilot", True),
        ("stage=proposal", False),
        ("stage=embedded", False),
        ("", None),
    ],
)
def test_inside(mapped, about, expected):
    assert is_inside(mapped(f"Innovation i {about}"), ONE) is expected


def test_a_stopped_one_does_not_live(mapped):
    assert [is_living(mapped(f"Innovation i {about}"), ONE) for about in ("", "stage=idea", "stage=stopped")] == [
        True,
        True,
        False,
    ]
    assert is_living(mapped("Innovation i stage=stopped", dead_stages=()), ONE)


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("stage=pilot stage_since=2025-01-01", False),  # twelve months are allowed
        ("stage=pilot stage_since=2024-12-01", True),  # thirteen are more
        ("stage=embedded stage_since=2010", False),
        ("stage=embedded", False),
        ("stage=pilot", None),
        ("stage=pilot stage_since=2027", None),
        ("stage=stopped stage_since=2010", None),
    ],
)
def test_standing_still(mapped, about, expected):
    assert is_stalled(mapped(f"Innovation i {about}", day=DAY), ONE) is expected


def test_standing_still_is_as_long_as_the_setting_says(mapped):
    assert is_stalled(mapped("Innovation i stage=pilot stage_since=2025-10-01", day=DAY, stalled=3), ONE) is False
    assert is_stalled(mapped("Innovation i stage=pilot stage_since=2025-10-01", day=DAY, stalled=2), ONE) is True


def test_the_history_up_to_today_oldest_first(mapped):
    analysis = mapped("Innovation i stage=pilot", day=DAY)
    analysis.whole.nodes[ONE]["stage_history"] = ["2025-06 pilot", "2024 idea", "2026-02 scaling", "2024-09 pilot"]
    assert stage_history(analysis, ONE) == [("2024", "idea"), ("2024-09", "pilot"), ("2025-06", "pilot")]
    assert measure_values(analysis, "months_in_stage") == {ONE: 7}  # the last time it became a pilot


def test_the_date_of_the_stage_itself_comes_before_its_history(mapped):
    analysis = mapped("Innovation i stage=pilot stage_since=2025-09", day=DAY)
    analysis.whole.nodes[ONE]["stage_history"] = ["2024-09 pilot"]
    assert measure_values(analysis, "months_in_stage") == {ONE: 4}
    assert stage_history(mapped("Innovation i"), ONE) == []


def test_risk_is_the_share_missing_of_what_is_known(mapped):
    # Nothing is there and nothing is known of its problem, nor since when: sponsor, adopter, funder, across, champion
    # and lead are missing of six known ones.
    analysis = mapped(*ASKED, "Innovation i stage=pilot", "Innovation j stage=idea", "Innovation k")
    assert measure_values(analysis, "valley_risk") == {
        ONE: 1,
        "innovation:j": 0,
        "innovation:k": None,
        "innovation:tried": None,
    }
    # An adopter is one of six, and who adopts may stand on either side: five are known, four missing.
    adopted = mapped(*ASKED, "Innovation i stage=pilot", "Stakeholder a", "a ADOPTS i")
    assert measure_values(adopted, "valley_risk")[ONE] == 4 / 5
    # What nobody asked for on the whole map is not missing: of an adopter alone something is known.
    assert measure_values(mapped("Innovation i stage=pilot", "Stakeholder a", "a ADOPTS i"), "valley_risk") == {ONE: 0}
    assert measure_values(mapped("Innovation i stage=pilot"), "valley_risk") == {ONE: None}


def test_crossings_come_the_riskiest_first_then_the_gravest_then_by_name_and_the_unknown_last(mapped):
    lines = [
        *ASKED,
        "Stakeholder a boundary=internal",
        "Problem mild severity=1",
        "Problem grave severity=5",
        *(f"Innovation {name} stage=pilot" for name in "dcb"),
        "Innovation a2",
        "Innovation e stage=idea",
        "b ADDRESSES mild",
        "c ADDRESSES grave",
        "d ADDRESSES mild",
        "d ADDRESSES grave",
        "a SPONSORS d",
    ]
    assert [
        (one.innovation[-1], one.problem and one.problem.partition(":")[2], one.severity)
        for one in find_crossings(mapped(*lines))
    ] == [("c", "grave", 5), ("b", "mild", 1), ("d", "grave", 5), ("e", None, None), ("2", None, None)]


def test_a_sponsor_that_nobody_rated_is_said(mapped):
    def unrated(*sponsors):
        [one] = find_crossings(
            mapped(
                "Innovation i stage=pilot",
                *(f"Stakeholder {sponsor}" for sponsor in sponsors),
                *(f"{sponsor.split()[0]} SPONSORS i" for sponsor in sponsors),
            )
        )
        return one.unrated

    assert [unrated(), unrated("a"), unrated("a power=1"), unrated("a", "b power=1"), unrated("a", "b")] == [
        False,
        True,
        False,
        False,
        True,
    ]

"""The scores side by side: ranks, agreement by hand, MICMAC's records; and how deep innovations reach."""

import math

import pytest

from sysmap.models.causes.depth import measure_depth
from sysmap.models.causes.leverage import Agreement, score_levers

# Scores by hand in tests/measures/test_leverage.py: structural 3 1 1/3 1, influence 3.5 1.75 0 1.25, loops 0 .5 0 .5 (d
# r e x).
FOUR = (
    *(f"Factor {name}" for name in ("d", "r", "e", "x")),
    "d INFLUENCES r polarity=+",
    "d INFLUENCES e polarity=+",
    "r INFLUENCES e polarity=+",
    "r INFLUENCES x polarity=- strength=0.5",
    "x INFLUENCES r polarity=+ strength=0.5",
)


def test_ranks_share_a_place_where_scores_are_equal(mapped):
    leverage = score_levers(mapped(*FOUR, micmac_links=2))
    ranks = {lever.uid[-1]: lever.ranks for lever in leverage.levers}
    assert [ranks[one]["structural"] for one in "drex"] == [1, 2, 4, 2]
    assert [ranks[one]["influence"] for one in "drex"] == [1, 2, 4, 3]
    assert [ranks[one]["loops"] for one in "drex"] == [3, 1, 3, 1]
    assert leverage.levers[-1].uid == "factor:e"


def test_agreement_is_kendalls_tau_b(mapped):
    """Structural and influence: five pairs alike, r and x tied in one: 5 / sqrt(6 x 5).

    Structural and loops: two alike, two not.
    """
    leverage = score_levers(mapped(*FOUR, micmac_links=2))
    depth = {(one.one, one.other): one for one in leverage.agreements}
    assert len(depth) == 6
    assert depth["structural", "influence"] == Agreement("structural", "influence", pytest.approx(5 / math.sqrt(30)), 4)
    assert depth["structural", "loops"].tau == 0
    assert depth["structural", "loops"] in leverage.apart
    assert depth["structural", "influence"] not in leverage.apart


def test_an_agreement_over_few_says_nothing(mapped, monkeypatch):
    """On a map too large to push one by one no push has a score."""
    monkeypatch.setattr("sysmap.measures.causes_leverage.MOST_PUSHED", 3)
    leverage = score_levers(mapped(*FOUR))
    assert leverage.unsettled == len(leverage.levers) > 3
    few = [one for one in leverage.agreements if "push" in (one.one, one.other)]
    assert {(one.n, one.tau) for one in few} == {(0, None)}
    assert not set(few) & set(leverage.comparable)


def test_a_score_that_is_the_same_for_all_agrees_with_none(mapped):
    leverage = score_levers(
        mapped("Factor a", "Factor b", "Factor c", "a INFLUENCES b polarity=+", "b INFLUENCES c polarity=+")
    )
    assert {one.tau for one in leverage.agreements if "loops" in (one.one, one.other)} == {None}
    assert (leverage.power, leverage.still, leverage.ended) == (2, False, True)


def test_what_a_plot_of_micmac_needs(mapped):
    leverage = score_levers(mapped(*FOUR, micmac_links=2))
    impacts = {one.uid[-1]: one for one in leverage.impacts}
    assert [(impacts[one].influence, impacts[one].dependence, impacts[one].role) for one in "drex"] == [
        (3.5, 0, "driver"),
        (1.75, 1.75, "relay"),
        (0, 3.5, "dependent"),
        (1.25, 1.25, "autonomous"),
    ]
    assert [(impacts[one].direct_influence, impacts[one].direct_dependence) for one in "drex"] == [
        (2, 0),
        (1.5, 1.5),
        (0, 2),
        (0.5, 0.5),
    ]
    assert (leverage.mean_influence, leverage.mean_dependence, leverage.links) == (1.625, 1.625, 2)
    assert [one.uid for one in leverage.impacts] == [one.uid for one in leverage.levers]


def test_no_causes(mapped):
    leverage = score_levers(mapped("Factor a"))
    assert (leverage.levers, leverage.impacts, leverage.mean_influence, leverage.apart, leverage.unsettled) == (
        (),
        (),
        None,
        (),
        0,
    )


def test_innovations_by_meadows_place(mapped):
    """Bounds of the four groups, one that is stopped, one without, and two that no reader lets in."""
    levels = {"a": 12, "b": 10, "c": 9, "d": 7, "e": 6, "f": 4, "g": 3, "h": 1, "low": 0, "high": 13}
    depth = measure_depth(
        mapped(
            *(f"Innovation {name} leverage_level={level}" for name, level in levels.items()),
            "Innovation none",
            "Innovation over stage=stopped leverage_level=2",
        )
    )
    assert {realm: "".join(uid[-1] for uid in uids) for realm, uids in depth.by_realm.items()} == {
        "parameters": "ab",
        "feedbacks": "cd",
        "design": "ef",
        "intent": "gh",
    }
    assert depth.unrated == ("innovation:high", "innovation:low", "innovation:none")
    assert len(depth.rated) == 8

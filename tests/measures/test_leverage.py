"""The four scores of leverage and MICMAC's places, by hand."""

import math
import random

import pytest

from sysmap.measures.port import measure_values
from sysmap.models.causes.what_if import run_what_if

# d -> r, d -> e, r -> e with 1; r -> x, x -> r with a half. `apart` has neither cause nor effect.
FOUR = (
    *(f"Factor {name}" for name in ("d", "r", "e", "x", "apart")),
    "d INFLUENCES r polarity=+",
    "d INFLUENCES e polarity=?",
    "r INFLUENCES e polarity=+",
    "r INFLUENCES x polarity=- strength=0.5",
    "x INFLUENCES r polarity=+ strength=0.5",
)


def scored(analysis, name):
    found = measure_values(analysis, name)
    assert set(found) == {"factor:d", "factor:r", "factor:e", "factor:x"}
    return [found[f"factor:{one}"] for one in "drex"]


def test_structural_and_loop_based(mapped):
    """Effects and causes: d 2 0, r 2 2, e 0 2, x 1 1. One loop of two links, r and x."""
    analysis = mapped(*FOUR)
    assert scored(analysis, "structural_leverage") == pytest.approx([3, 1, 1 / 3, 1])
    assert scored(analysis, "loop_leverage") == [0, 0.5, 0, 0.5]


@pytest.mark.parametrize(
    ("links", "influence", "dependence"),
    [(1, [2, 1.5, 0, 0.5], [0, 1.5, 2, 0.5]), (2, [3.5, 1.75, 0, 1.25], [0, 1.75, 3.5, 1.25])],
)
def test_micmac_counts_what_has_no_sign_and_splits_at_the_mean(mapped, links, influence, dependence):
    analysis = mapped(*FOUR, micmac_links=links)
    assert scored(analysis, "micmac_influence") == pytest.approx(influence)
    assert scored(analysis, "micmac_dependence") == pytest.approx(dependence)
    assert scored(analysis, "micmac_role") == ["driver", "relay", "dependent", "autonomous"]


def test_equal_sums_are_not_above_their_mean(mapped):
    """A ring of three whose links weigh a tenth: sums that a float cannot hold exactly."""
    ring = (
        *(f"Factor {name}" for name in "abc"),
        *(f"{a} INFLUENCES {b} polarity=+ strength=0.1" for a, b in ("ab", "bc", "ca")),
    )
    assert set(measure_values(mapped(*ring), "micmac_role").values()) == {"autonomous"}


def test_a_push_moves_what_it_reaches(mapped):
    """b settles where b = tanh(b + .5) (modified Kosko); to hold b moves nobody."""
    analysis = mapped("Factor a", "Factor b", "a INFLUENCES b polarity=+ strength=0.5")
    b = 1.0
    for _ in range(200):
        b = math.tanh(b + 0.5)
    assert measure_values(analysis, "push_sensitivity") == {"factor:a": pytest.approx(b, abs=1e-8), "factor:b": 0}


def test_a_push_that_swings_scores_by_its_mean(mapped):
    """Two that chase each other for ever once a moves them: the mean of 20,000 steps, plainly counted."""
    analysis = mapped(
        "Factor a",
        "Factor x",
        "Factor y",
        "a INFLUENCES x polarity=+ strength=0.1",
        "x INFLUENCES y polarity=+",
        "y INFLUENCES x polarity=-",
    )
    x = y = sum_x = sum_y = 0.0
    for step in range(21_000):
        x, y = math.tanh(x + 0.1 - y), math.tanh(y + x)
        sum_x, sum_y = (sum_x + x, sum_y + y) if step >= 1_000 else (0.0, 0.0)
    assert measure_values(analysis, "push_sensitivity")["factor:a"] == pytest.approx(
        abs(sum_x / 20_000) + abs(sum_y / 20_000), abs=2e-3
    )


def test_a_push_that_is_chaos_has_no_score(mapped):
    lot = random.Random(1)
    pairs = sorted({(a, b) for a, b in ((lot.randrange(60), lot.randrange(60)) for _ in range(420)) if a != b})
    wild = mapped(
        *(f"Factor n{at}" for at in range(60)), *(f"n{a} INFLUENCES n{b} polarity={lot.choice('+-')}" for a, b in pairs)
    )
    found, told = (
        measure_values(wild, "push_sensitivity"),
        run_what_if(wild, [{f"factor:n{at}": 1} for at in range(60)]).scenarios,
    )
    assert {uid for one in told for uid in one.pushes if one.outcome == "chaos"} == {
        uid for uid, score in found.items() if score is None
    }
    assert None in found.values()


def test_pushes_in_parts_are_pushes_at_once(mapped, monkeypatch):
    whole = measure_values(mapped(*FOUR), "push_sensitivity")
    monkeypatch.setattr("sysmap.measures.causes_leverage.AT_ONCE", 3)
    assert measure_values(mapped(*FOUR), "push_sensitivity") == whole
    monkeypatch.setattr("sysmap.measures.causes_leverage.MOST_PUSHED", 3)
    assert set(measure_values(mapped(*FOUR), "push_sensitivity").values()) == {None}


def test_without_causes_nothing_has_a_score(mapped):
    for name in (
        "structural_leverage",
        "loop_leverage",
        "push_sensitivity",
        "micmac_influence",
        "micmac_dependence",
        "micmac_role",
    ):
        assert measure_values(mapped("Factor a"), name) == {}

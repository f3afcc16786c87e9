"""What-if on a map: effects by hand, and what is said of how sure they are."""

import math
import random

import pytest

from sysmap.models.causes.what_if import run_what_if

CHAIN = (
    "Factor a",
    "Factor b",
    "Factor c",
    "Factor apart",
    "a INFLUENCES b polarity=+ strength=0.5",
    "b INFLUENCES c polarity=-",
    "a INFLUENCES c polarity=?",
)


def test_effects_are_scenario_less_baseline_as_sign_and_rank(mapped):
    result = run_what_if(mapped(*CHAIN), [{"factor:a": 1}, {"factor:a": -1}], "plain")
    up, down = result.scenarios
    b = math.tanh(0.5)
    assert [(one.uid, one.sign, one.rank) for one in up.effects] == [
        ("factor:b", 1, 1),
        ("factor:c", -1, 2),
        ("factor:apart", 0, 3),
    ]
    assert [one.change for one in up.effects] == pytest.approx([b, -math.tanh(b), 0], abs=1e-9)
    assert [one.change for one in down.effects] == pytest.approx([-b, math.tanh(b), 0], abs=1e-9)
    assert (result.unknown, result.baseline, up.outcome, up.turned) == (1, "settled", "settled", ())


def test_a_missing_strength_weighs_one_and_sigmoid_holds_at_its_ends(mapped):
    analysis = mapped("Factor a", "Factor b", "a INFLUENCES b polarity=+")
    [scenario] = run_what_if(analysis, [{"factor:a": -1}], "plain", "sigmoid").scenarios
    [effect] = scenario.effects
    assert effect.change == pytest.approx(
        1 / 2 - 1 / (1 + math.exp(-1 / 2)), abs=1e-9
    )  # held at 0, where it would stand at 1/2
    assert scenario.agreement is None


def test_a_ranking_that_depends_on_f_and_lambda_says_so(mapped):
    """One strong way, or three weak ones after each other and back: steeper curves lift the longer way."""
    analysis = mapped(
        "Factor push",
        "Factor near",
        "Factor loop",
        "Factor far",
        "push INFLUENCES near polarity=+ strength=0.6",
        "push INFLUENCES loop polarity=+ strength=0.3",
        "loop INFLUENCES far polarity=+",
        "far INFLUENCES loop polarity=+",
    )
    [scenario] = run_what_if(analysis, [{"factor:push": 1}], "plain").scenarios
    assert scenario.agreement < 1
    assert run_what_if(mapped(*CHAIN[:4], CHAIN[4]), [{"factor:a": 1}], "plain").scenarios[0].agreement == 1


def test_the_rescaled_rule_is_for_sigmoid(mapped):
    with pytest.raises(ValueError, match="sigmoid"):
        run_what_if(mapped(*CHAIN), [{"factor:a": 1}], "rescaled", "tanh")
    assert (
        run_what_if(mapped(*CHAIN), [{"factor:a": 1}], "rescaled", "sigmoid").scenarios[0].effects[0].uid == "factor:b"
    )


RING = (
    "Factor a",
    "Factor b",
    "Factor c",
    "a INFLUENCES b polarity=+",
    "b INFLUENCES a polarity=-",
    "c INFLUENCES a polarity=+ strength=0.5",
)


def test_what_swings_evenly_is_changed_by_nothing_on_the_mean(mapped):
    """A held c pushes the ring off its middle.

    Steeply, a and b swing between -1 and 1 in turn: four states whose mean is 0 to nine digits.
    """
    [scenario] = run_what_if(mapped(*RING), [{"factor:c": 0.01}], "plain", slope=50).scenarios
    assert scenario.outcome == "cycle"
    assert [(one.sign, one.rank) for one in scenario.effects] == [(0, 1), (0, 1)]


def test_chaos_has_no_effects_and_is_counted_where_it_is_compared_with(mapped):
    lot = random.Random(1)
    pairs = sorted({(a, b) for a, b in ((lot.randrange(60), lot.randrange(60)) for _ in range(420)) if a != b})
    wild = mapped(
        *(f"Factor n{at}" for at in range(60)), *(f"n{a} INFLUENCES n{b} polarity={lot.choice('+-')}" for a, b in pairs)
    )
    steep = run_what_if(wild, [{"factor:n0": 1}], "plain", slope=2).scenarios[0]
    assert (steep.outcome, steep.effects, steep.agreement, steep.turned) == ("chaos", (), None, ())
    mild = run_what_if(wild, [{"factor:n0": 1}], "plain", "sigmoid", 0.5).scenarios[0]
    assert (mild.outcome, mild.others, len(mild.effects)) == ("settled", 5, 59)
    assert 1 <= mild.lost < 5

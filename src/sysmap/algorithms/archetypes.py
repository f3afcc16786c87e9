"""The eight archetypes of systems as templates, after Senge 1990 (The Fifth Discipline, appendix 2).

Each is the least that makes the story: where circles part and meet, which reinforce and which balance, and what comes late.
"""

from __future__ import annotations

from sysmap.algorithms.patterns import Template, Way

__all__ = ["ARCHETYPES", "ERODING_GOALS", "ESCALATION", "FIXES_THAT_FAIL", "GROWTH_AND_UNDERINVESTMENT", "LIMITS_TO_GROWTH", "SHIFTING_THE_BURDEN",
           "SUCCESS_TO_THE_SUCCESSFUL", "TRAGEDY_OF_THE_COMMONS"]

FIXES_THAT_FAIL = Template("fixes_that_fail", (
    Way("problem", "fix", 1), Way("fix", "problem", -1), Way("fix", "problem", 1, least=2)), late=(2,), soon=(1,))
"""A fix relieves (B), and by way of a consequence that comes later makes it worse (R)."""

SHIFTING_THE_BURDEN = Template("shifting_the_burden", (
    Way("symptom", "quick_fix", 1), Way("quick_fix", "symptom", -1), Way("symptom", "solution", 1), Way("solution", "symptom", -1),
    Way("quick_fix", "solution", -1)), late=(2, 3), soon=(0, 1))
"""Two answers to one symptom (B, B), the lasting one slower; the quick one weakens the lasting one (R)."""

LIMITS_TO_GROWTH = Template("limits_to_growth", (Way("growth", "growth", 1, least=2), Way("growth", "growth", -1, least=2)))
"""What grows by itself (R) calls up what slows it (B); the two circles share nothing but what grows."""

SUCCESS_TO_THE_SUCCESSFUL = Template("success_to_the_successful", (
    Way("share", "winner", 1), Way("winner", "share", 1, most=1), Way("share", "loser", -1), Way("loser", "share", -1, most=1)), turned=False)
"""One share feeds two who feed it back, the one up and the other down (R, R). Their last links speak for their success, so they are single."""

TRAGEDY_OF_THE_COMMONS = Template("tragedy_of_the_commons", (
    Way("gain", "user", 1, least=0), Way("user", "gain", 1), Way("user", "use", 1), Way("use", "scarcity", 1, least=0), Way("scarcity", "gain", -1),
    Way("scarcity", "other_gain", -1), Way("other_gain", "other_user", 1, least=0), Way("other_user", "other_gain", 1),
    Way("other_user", "use", 1)), late=(3, 4, 5), soon=(1, 7))
"""Two who each gain by doing more (R, R) use up one thing, whose scarcity later takes the gain of both (B, B)."""

ESCALATION = Template("escalation", (
    Way("one", "standing", 1, most=1), Way("standing", "one", -1), Way("standing", "other", 1), Way("other", "standing", -1, most=1)),
    late=(0, 1), soon=(2, 3), level=True, turned=False)
"""Two pull one standing opposite ways, each against the other's pull (B, B), neither later than the other."""

ERODING_GOALS = Template("eroding_goals", (
    Way("goal", "gap", 1, most=1), Way("gap", "goal", -1), Way("gap", "condition", 1), Way("condition", "gap", -1, most=1)),
    late=(2, 3), soon=(0, 1), turned=False)
"""A gap is closed by lowering the goal (B) sooner than by mending the condition (B). The signs are those of an escalation: the delay tells which."""

GROWTH_AND_UNDERINVESTMENT = Template("growth_and_underinvestment", (
    Way("growth", "growth", 1, least=2), Way("growth", "performance", -1), Way("performance", "growth", 1), Way("performance", "performance", -1, least=2)),
    late=(3,))
"""A limit to growth (R, B) that an investment would lift (B), but the capacity comes late."""

ARCHETYPES = (FIXES_THAT_FAIL, SHIFTING_THE_BURDEN, LIMITS_TO_GROWTH, SUCCESS_TO_THE_SUCCESSFUL, TRAGEDY_OF_THE_COMMONS, ESCALATION, ERODING_GOALS,
              GROWTH_AND_UNDERINVESTMENT)
"""All eight, in the order in which they are told."""

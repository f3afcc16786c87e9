"""Eight system archetypes as templates for `find_patterns`, after Senge 1990 (The Fifth Discipline, appendix 2).

Each template holds only what is essential to the archetype: the roles where loops meet, the sign of each way between
them, and which ways are delayed. In the docstrings R is a reinforcing loop and B a balancing one.
"""

from __future__ import annotations

from sysmap.algorithms.patterns import Template, Way

__all__ = [
    "ARCHETYPES",
    "ERODING_GOALS",
    "ESCALATION",
    "FIXES_THAT_FAIL",
    "GROWTH_AND_UNDERINVESTMENT",
    "LIMITS_TO_GROWTH",
    "SHIFTING_THE_BURDEN",
    "SUCCESS_TO_THE_SUCCESSFUL",
    "TRAGEDY_OF_THE_COMMONS",
]

FIXES_THAT_FAIL = Template(
    "fixes_that_fail",
    (Way("problem", "fix", 1), Way("fix", "problem", -1), Way("fix", "problem", 1, least=2)),
    slow=(2,),
    fast=(1,),
)
"""A fix relieves the problem (B), but a delayed side effect of the fix makes the problem worse (R)."""

SHIFTING_THE_BURDEN = Template(
    "shifting_the_burden",
    (
        Way("symptom", "quick_fix", 1),
        Way("quick_fix", "symptom", -1),
        Way("symptom", "solution", 1),
        Way("solution", "symptom", -1),
        Way("quick_fix", "solution", -1),
    ),
    slow=(2, 3),
    fast=(0, 1),
)
"""Two responses to one symptom (B, B): the fundamental one is slower, and the quick fix weakens it (R)."""

LIMITS_TO_GROWTH = Template(
    "limits_to_growth", (Way("growth", "growth", 1, least=2), Way("growth", "growth", -1, least=2))
)
"""Growth that feeds itself (R) also feeds what slows it down (B). The two loops share only the growing quantity."""

SUCCESS_TO_THE_SUCCESSFUL = Template(
    "success_to_the_successful",
    (
        Way("share", "winner", 1),
        Way("winner", "share", 1, most=1),
        Way("share", "loser", -1),
        Way("loser", "share", -1, most=1),
    ),
    invertible=False,
)
"""One share decides how much each of two actors gets; the winner raises the share and the loser lowers it (R, R).

The links back to the share stand for the actors' success, so each is a single link (`most=1`).
"""

TRAGEDY_OF_THE_COMMONS = Template(
    "tragedy_of_the_commons",
    (
        Way("gain", "user", 1, least=0),
        Way("user", "gain", 1),
        Way("user", "use", 1),
        Way("use", "scarcity", 1, least=0),
        Way("scarcity", "gain", -1),
        Way("scarcity", "other_gain", -1),
        Way("other_gain", "other_user", 1, least=0),
        Way("other_user", "other_gain", 1),
        Way("other_user", "use", 1),
    ),
    slow=(3, 4, 5),
    fast=(1, 7),
)
"""Two users who each gain by doing more (R, R) use up one common resource; its scarcity later lowers the gain of both
(B, B)."""

ESCALATION = Template(
    "escalation",
    (
        Way("one", "standing", 1, most=1),
        Way("standing", "one", -1),
        Way("standing", "other", 1),
        Way("other", "standing", -1, most=1),
    ),
    slow=(0, 1),
    fast=(2, 3),
    equal_delays=True,
    invertible=False,
)
"""Two rivals push their relative standing in opposite directions, each reacting to the other (B, B), equally fast."""

ERODING_GOALS = Template(
    "eroding_goals",
    (
        Way("goal", "gap", 1, most=1),
        Way("gap", "goal", -1),
        Way("gap", "condition", 1),
        Way("condition", "gap", -1, most=1),
    ),
    slow=(2, 3),
    fast=(0, 1),
    invertible=False,
)
"""A gap is closed by lowering the goal (B) sooner than by improving the condition (B).

The signs are the same as in `ESCALATION`; the delays distinguish the two.
"""

GROWTH_AND_UNDERINVESTMENT = Template(
    "growth_and_underinvestment",
    (
        Way("growth", "growth", 1, least=2),
        Way("growth", "performance", -1),
        Way("performance", "growth", 1),
        Way("performance", "performance", -1, least=2),
    ),
    slow=(3,),
)
"""A limit to growth (R, B) that an investment would lift (B), but the new capacity comes late."""

ARCHETYPES = (
    FIXES_THAT_FAIL,
    SHIFTING_THE_BURDEN,
    LIMITS_TO_GROWTH,
    SUCCESS_TO_THE_SUCCESSFUL,
    TRAGEDY_OF_THE_COMMONS,
    ESCALATION,
    ERODING_GOALS,
    GROWTH_AND_UNDERINVESTMENT,
)
"""All eight archetypes, in the order in which reports list them."""

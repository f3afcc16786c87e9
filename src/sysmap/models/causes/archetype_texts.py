"""The texts of each archetype: its name, a headline, the story, what to check before one believes it, and the remedy.

Parameters of the texts: `{<role>}` is the name of the node in that role. `{by_N}` are the nodes between the ends of way
number N of the template (counted from 0), `{way_N}` the same with both ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sysmap.messages import Message, Text

__all__ = ["ARCHETYPE_TEXTS", "ArchetypeTexts"]


@dataclass(frozen=True, slots=True)
class ArchetypeTexts:
    """The texts of one archetype, and how open problems may take part in it.

    `along`: the numbers of the ways whose nodes the texts name. `barred`: roles that nothing may fill that people wish
    to fall, such as a problem. `barred_good`: roles that nothing may fill that they wish to rise, such as a goal.
    `ailing`: the role in which one expects an open problem ("" = no such role); matches that have one there are told
    first.
    """

    title: Text
    headline: Text
    story: Text
    check: Text
    remedy: Text
    along: tuple[int, ...] = ()
    barred: frozenset[str] = frozenset()
    barred_good: frozenset[str] = frozenset()
    ailing: str = ""


ARCHETYPE_TEXTS: Mapping[str, ArchetypeTexts] = {
    "fixes_that_fail": ArchetypeTexts(
        Message("A fix that fails (fixes that fail)"),
        Message("{fix} may be a fix that fails against {problem}"),
        Message("{fix} answers {problem} and soon eases it. Later, by way of {by_2}, it brings it back."),
        Message("Put both on one timeline: does {problem} return some time after each round of {fix}?"),
        Message(
            "Use it only for as long as it is needed, tell everyone of the later cost, and work on what causes {problem}."
        ),
        along=(2,),
        barred=frozenset({"fix"}),
        barred_good=frozenset({"problem"}),
        ailing="problem",
    ),
    "shifting_the_burden": ArchetypeTexts(
        Message("A burden that is shifted (shifting the burden)"),
        Message("{quick_fix} may shift the burden of {symptom} away from {solution}"),
        Message(
            "{quick_fix} soon eases {symptom}; {solution} would do so for good, but takes longer. And the quick answer weakens the lasting one, so that it is "
            "needed again."
        ),
        Message("Compare the years: did {solution} shrink or slip where there was most {quick_fix}?"),
        Message("Protect {solution}: its own money, people and dates. Use {quick_fix} only to win time for it."),
        barred=frozenset({"quick_fix", "solution"}),
        barred_good=frozenset({"symptom"}),
        ailing="symptom",
    ),
    "limits_to_growth": ArchetypeTexts(
        Message("A limit to growth (limits to growth)"),
        Message("{growth} may be running into a limit: {by_1}"),
        Message(
            "{growth} feeds itself by way of {by_0}. The more of it, the more it also calls up {by_1}, which slows it."
        ),
        Message(
            "Does {growth} grow more slowly than before although as much is done for it? Then look at {by_1} first."
        ),
        Message("Do not push the growth harder: weaken what limits it ({by_1}), or agree how much is enough."),
        along=(0, 1),
        barred=frozenset({"growth"}),
    ),
    "success_to_the_successful": ArchetypeTexts(
        Message("The strong grow stronger (success to the successful)"),
        Message("{share} may go to {winner} at the cost of {loser}, and ever more so"),
        Message(
            "{winner} and {loser} depend on one {share}. What helps the one harms the other, and whoever does well gets more of it."
        ),
        Message(
            "Was {loser} weaker from the start, or has it only had less? Compare what each was given in the first year."
        ),
        Message(
            "Find the aim that both serve and share by that; let success not be what {share} is given by, or give each its own."
        ),
        barred=frozenset({"share", "winner", "loser"}),
    ),
    "tragedy_of_the_commons": ArchetypeTexts(
        Message("A commons overused (tragedy of the commons)"),
        Message("{user} and {other_user} may be wearing out what both need: {use}"),
        Message(
            "{user} and {other_user} each gain by doing more, and both lean on the same: {way_3}. Later that takes the gain from both."
        ),
        Message("Measure {use} and who takes how much of it: is the whole near to what it can bear?"),
        Message(
            "Let all who use it see its state together, agree on shares and a limit, and have somebody watch over them."
        ),
        along=(3,),
        barred=frozenset({"user", "other_user", "gain", "other_gain"}),
        barred_good=frozenset({"scarcity"}),
    ),
    "escalation": ArchetypeTexts(
        Message("Tit for tat (escalation)"),
        Message("{one} and {other} may be driving each other up over {standing}"),
        Message(
            "{one} and {other} pull {standing} opposite ways, each in answer to the other: both rise, and neither gets ahead for long."
        ),
        Message("Ask each side what it answers to: is it what the other did last?"),
        Message("Look for a way in which both get what they want; or let one side stop first, where all can see it."),
        barred=frozenset({"one", "standing", "other"}),
    ),
    "eroding_goals": ArchetypeTexts(
        Message("A goal that gives way (eroding goals)"),
        Message("{goal} may be giving way instead of {condition} improving"),
        Message(
            "{gap} is closed in two ways: {goal} is adjusted soon, {condition} improves later. The sooner wins, and one gets used to less."
        ),
        Message("Look up what {goal} was in earlier years, and why it was changed."),
        Message("Hold {goal} fast, tie it to a standard from outside, and make what improves {condition} quicker."),
        barred=frozenset({"goal", "condition"}),
        barred_good=frozenset({"gap"}),
    ),
    "growth_and_underinvestment": ArchetypeTexts(
        Message("Growth without investment (growth and underinvestment)"),
        Message("{growth} may be held back for want of a timely investment: {by_3}"),
        Message(
            "{growth} feeds itself by way of {by_0}, and holds itself back by way of {performance}. {by_3} would set that right, but comes late; put off, it comes "
            "too late."
        ),
        Message(
            "Set side by side, year by year: {growth}, {performance}, and what was spent on {by_3}. Which moved first?"
        ),
        Message(
            "Invest in {by_3} ahead of {growth}, by a forecast and not by today's pain, and hold on to the standard meanwhile."
        ),
        along=(0, 3),
        barred=frozenset({"growth"}),
    ),
}
"""Archetype -> its texts. After Senge 1990, appendix 2."""

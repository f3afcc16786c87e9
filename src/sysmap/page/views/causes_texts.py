"""The texts of the causal view. The sentences of loops come from `models/causes/loops.py`."""

from __future__ import annotations

from collections.abc import Mapping

from sysmap.messages import Message, in_context
from sysmap.models.causes.loops import KINDS, LATE, RETURN, WAYS

__all__ = ["WORDS"]

WORDS: Mapping[str, Message] = {
    "causal": in_context("view", "Causes"),
    "causal_canvas": Message(
        "Causal diagram: {nodes} boxes, {links} arrows. Arrow keys move from box to box, Enter opens it, Shift with up or down pushes it, "
        "Delete lets it go, plus and minus zoom, 0 shows everything. The lists in the panel say the same in words."
    ),
    "causal_same": Message("rises and falls with its cause"),
    "causal_opposite": Message("moves against its cause"),
    "causal_unknown": Message("nobody knows which way"),
    "causal_late": Message("comes late"),
    "causal_strong": Message("the thicker, the stronger"),
    # loops
    "causal_loops": Message("Feedback loops"),
    "causal_loops_about": Message(
        "A loop brings a change back to where it began: reinforcing (R) makes it grow, balancing (B) undoes it."
    ),
    "causal_all_kinds": Message("All"),
    "causal_no_loops": Message("No loop: nothing that changes here comes back to itself."),
    "causal_independent": Message("Part of the shortest independent set: all other loops are sums of these."),
    "causal_basis": Message("basic"),
    "causal_facts": Message("{links} arrows · late: {late} · strength {strength}"),
    "causal_through": Message("Loops through {name}"),
    "causal_more_loops": Message("{n} longer ones are not on this page: sysmap loops --format csv"),
    "causal_truncated": Message(
        "Cut off (truncated): there are more loops than can be searched; all of at most {n} arrows are known."
    ),
    "causal_cut": Message("The independent set is whole only up to {n} arrows."),
    # in the panel of a node
    "causal_title": Message("Cause and effect"),
    "causal_counts": Message("{n} loops run through it: {kinds}"),
    "causal_open": Message("Show in the causal diagram"),
    "causal_way": Message("Follow"),
    "causal_around": Message("Both ways"),
    "causal_causes": Message("Causes"),
    "causal_effects": Message("Effects"),
    "causal_reach": Message("How far"),
    "causal_everything": Message("all"),
    # what if
    "causal_whatif": Message("What if"),
    "causal_about_whatif": Message(
        "Hold something up or down and see what rises and falls with it. Direction and order count; amounts mean nothing (fuzzy cognitive map)."
    ),
    "causal_push_first": Message("Nothing is pushed yet. Choose a box in the diagram, or one here:"),
    "causal_add": Message("Push something more"),
    "causal_pushed": Message("Pushed"),
    "causal_up": Message("Push up"),
    "causal_down": Message("Push down"),
    "causal_release_all": Message("Clear all"),
    "causal_effects_list": Message("What follows"),
    "causal_rises": Message("rises"),
    "causal_falls": Message("falls"),
    "causal_still": Message("does not change"),
    "causal_no_effect": Message("Nothing else changes."),
    "causal_unmoved": Message("{n} more do not change."),
    "causal_settled": Message("It settles, after {n} steps."),
    "causal_cycle": Message("It swings and never settles (cycle): told is the mean."),
    "causal_creeping": Message("It still creeps towards its end after {n} steps."),
    "causal_chaos": Message("It neither settles nor swings evenly (chaos): no effect can be told. Try other settings."),
    "causal_baseline": Message("Without a push:"),
    "causal_left_out": Message("Arrows left out because nobody knows their sign: {n}."),
    "causal_reranked": Message("Other settings change the order: at worst {n} of pairs keep it."),
    "causal_turned": Message("Other settings turn the direction of: {names}."),
    "causal_lost": Message("Under {n} of {all} other settings no effect can be told (chaos)."),
    "causal_sure": Message("Other settings give the same order and directions."),
    "causal_settings": Message("Settings"),
    "causal_rule": Message("How a box hears its causes"),
    "causal_modified": Message("keeps its own value too (modified Kosko)"),
    "causal_plain": Message("causes alone (Kosko)"),
    "causal_rescaled": Message("around the middle (rescaled)"),
    "causal_squash": Message("What keeps values in bounds"),
    "causal_slope": Message("How steep (lambda)"),
    "causal_command": Message("The same on the command line"),
    # where to push
    "causal_levers": Message("Where to push"),
    "causal_levers_about": Message(
        "Four ways to say where a push does most (leverage). Each sees something else: where they agree, push there; where not, ask why."
    ),
    "causal_plane": Message("Influence and dependence (MICMAC)"),
    "causal_plane_about": Message(
        "Along paths of up to {n} arrows; the lines are the means. Numbers are the places in the list below."
    ),
    "causal_influence": Message("influence"),
    "causal_dependence": Message("dependence"),
    "causal_ranks": Message("Ranks by the four scores"),
    "causal_agreement": Message("How far they agree"),
    "causal_tau": Message("Kendall's tau: 1 the same order, 0 none in common, -1 the reverse."),
    "causal_score_0": Message("structure"),
    "causal_score_1": Message("paths"),
    "causal_score_2": Message("loops"),
    "causal_score_3": Message("push"),
    # stories
    "causal_stories": Message("Recurring stories"),
    "causal_stories_about": Message(
        "Patterns that many systems share (system archetypes). Each is a hypothesis from signs and delays: check it first."
    ),
    "causal_no_stories": Message("None of the eight archetypes fits this map."),
    "causal_untimed": Message("No arrow is said to come late, and five of the eight turn on that."),
    "causal_check": Message("Check"),
    "causal_remedy": Message("If so"),
    "causal_more_stories": Message("{n} more are not told here."),
    "causal_stories_cut": Message("The search was cut; it is complete up to {n} arrows."),
    # whose map
    "causal_map_of": Message("Whose map"),
    "causal_common": Message("the common map"),
    "causal_differences": Message("Differences"),
    "causal_maps_about": Message("What this group says itself, beside what the common map and the other groups say."),
    "causal_apart": Message("How far from the other groups"),
    "causal_apart_about": Message(
        "0 alike, 1 opposite, over the arrows that either states; — where there is none of which both have a view."
    ),
    "causal_agreed": Message("others say so too"),
    "causal_disputed": Message("others say the opposite"),
    "causal_own": Message("nobody else says so"),
    "causal_missing": Message("others have it, this map does not"),
    "causal_kinds_R": KINDS["R"],
    "causal_kinds_B": KINDS["B"],
    "causal_kinds_?": KINDS["?"],
    "causal_step_1": WAYS[1],
    "causal_step_-1": WAYS[-1],
    "causal_step_0": WAYS[None],
    "causal_back_R": RETURN["R"],
    "causal_back_B": RETURN["B"],
    "causal_back_?": RETURN["?"],
    "causal_come_late": LATE,
}

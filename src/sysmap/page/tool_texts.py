"""The texts of the page's reading aids: story, questions, suggestions, directions and paths."""

from __future__ import annotations

from collections.abc import Mapping

from sysmap.messages import Message, in_context
from sysmap.models.partners.reasons import TERM_NAMES

__all__ = ["TOOLS"]

TOOLS: Mapping[str, Message] = {
    "story": Message("Story"),
    "story_start": Message("Start the story"),
    "story_step": Message("Step {n} of {all}"),
    "story_next": Message("Next"),
    "story_back": Message("Back"),
    "story_end": Message("End the story"),
    "story_keys": Message("The arrow keys → and ← turn the page too."),
    "on_it": Message("On it"),
    "questions": Message("Questions you may bring"),
    "answer_rank": Message("Highest: {measure}"),
    "suggestions": Message("Suggested partnerships"),
    "suggestion_line": Message(
        "What speaks for a new tie, even where no shared problem demands one: an argument, no forecast"
    ),
    "suggestion_score": Message("Score {n}"),
    "no_suggestions": Message("No partnership suggests itself."),
    **{f"term_{term}": name for term, name in TERM_NAMES.items()},
    "way_both": Message("Both ways"),
    "way_up": Message("What leads here"),
    "way_down": in_context("direction", "What follows"),
    "way": Message("Direction"),
    "path_to": Message("Find a path to …"),
    "path_choose": Message("Choose the other end: search for it or click it."),
    "path": Message("Way from {from} to {to}"),
    "path_length": Message("{n} ties, the fewest that lead there"),
    "path_none": Message("No tie leads from one to the other, by any way."),
    "cancel": Message("Cancel"),
}

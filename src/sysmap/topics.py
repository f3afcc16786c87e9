"""The topics of sysmap and the sections of the report, declared once.

The name of a file is its topic or begins with it, on every floor: `records/causes_map.py`, `measures/causes_loops.py`,
`models/causes/`, `page/views/causes.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

from sysmap.messages import Message

__all__ = ["SECTIONS", "TOPICS", "topic_of"]

TOPICS: Mapping[str, str] = {
    "network": "how the network is built: centrality, cohesion, spread",
    "gaps": "who should work together, because of what they work on, and does not",
    "partners": "who might become partners, and who stands alone",
    "brokerage": "who stands between others: roles, openness of groups, key players",
    "stakeholders": "who counts and what they want: salience, stance, influence",
    "causes": "what drives what: loops, leverage, what-if, archetypes, mental models",
    "coverage": "which problems somebody owns, works on, has an answer to",
    "innovation": "how far innovations are, and what they need to survive",
    "grow": "GROW sessions: what was decided, by whom, and whether it was done",
    "learning": "the learning organisation: disciplines, vision, responsiveness, voice",
}
"""Topic -> what belongs to it, in one line."""

SECTIONS: Mapping[str, Message] = {
    "gaps": Message("Working together"),
    "coverage": Message("Problems and answers"),
    "partners": Message("Who stands alone, and on whom the network hangs"),
    "brokerage_groups": Message("Across groups"),
    "brokerage_key_players": Message("Key players"),
    "innovation": Message("Innovations and the valley of death"),
    "grow": Message("Deciding together (GROW)"),
    "learning": Message("Learning"),
    "causes_loops": Message("Why it persists (feedback loops)"),
    "causes_archetypes": Message("Stories that recur (archetypes)"),
    "causes_mental_models": Message("How groups see the causes (mental models)"),
    "causes_leverage": Message("Where to push (leverage)"),
    "stakeholders": Message("Voices, stances and influence"),
    "partners_closing": Message("Further findings"),
}
"""Section -> its heading, in the order of the report. A section is named `topic` or, for a part, `topic_part`."""


def topic_of(name: str) -> str:
    """The topic that `name` is or begins with. Raises ValueError if it begins with no topic.

    >>> topic_of("causes_loops")
    'causes'
    """
    topic = name.partition("_")[0]
    if topic not in TOPICS:
        raise ValueError(f"{name!r} begins with no topic: {', '.join(TOPICS)}")
    return topic

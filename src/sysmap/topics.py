"""What sysmap speaks of, declared once: the topics, and the sections of the report in their order.

A topic is a column of the house: its files have its name, or begin with it, on every floor (`records/causes_map.py`,
`measures/causes_loops.py`, `models/causes/`, `page/views/causes.py`).
"""

from __future__ import annotations

from collections.abc import Mapping

from sysmap.schema import Words

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
"""Topic -> what belongs to it."""

SECTIONS: Mapping[str, Words] = {
    "gaps": Words("Working together", "Bekerja bersama"),
    "coverage": Words("Problems and answers", "Masalah dan jawaban"),
    "partners": Words("Who stands alone, and on whom the network hangs", "Siapa yang sendirian, dan pada siapa jaringan bergantung"),
    "brokerage_groups": Words("Across groups", "Lintas kelompok"),
    "brokerage_key_players": Words("Key players", "Pemain kunci"),
    "innovation": Words("Innovations and the valley of death", "Inovasi dan lembah kematian"),
    "grow": Words("Deciding together (GROW)", "Memutuskan bersama (GROW)"),
    "learning": Words("Learning", "Pembelajaran"),
    "causes_loops": Words("Why it persists (feedback loops)", "Mengapa bertahan (lingkar umpan balik)"),
    "causes_archetypes": Words("Stories that recur (archetypes)", "Kisah yang berulang (arketipe)"),
    "causes_mental_models": Words("How groups see the causes (mental models)", "Cara kelompok memandang sebab (model mental)"),
    "causes_leverage": Words("Where to push (leverage)", "Di mana mendorong (titik ungkit)"),
    "stakeholders": Words("Voices, stances and influence", "Suara, sikap, dan pengaruh"),
    "partners_closing": Words("Further findings", "Temuan lain"),
}
"""Section -> its heading, in the order of the report. A section is a topic, or a part of one: `topic` or `topic_part`."""


def topic_of(name: str) -> str:
    """The topic that a name stands for or begins with; `ValueError` if it is none.

    >>> topic_of("causes_loops")
    'causes'
    """
    topic = name.partition("_")[0]
    if topic not in TOPICS:
        raise ValueError(f"{name!r} begins with no topic: {', '.join(TOPICS)}")
    return topic

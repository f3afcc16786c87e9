"""The words: every kind of node and tie, every field, choice and unit.

Data only; their translations are in the catalogues.

A column is known by its name, its label in any language, or one of its synonyms; case, blanks, hyphens and underscores
do not matter. Where two columns answer to one header, the nearer one has it: a kind's own field or reference column
before a common field, a common field before a structural header, and a column's own name before any synonym.
"""

from __future__ import annotations

from sysmap.messages import in_context
from sysmap.schema import History, Vocabulary
from sysmap.vocabulary.common import HEADERS, NODE_FIELDS, TIE_FIELDS
from sysmap.vocabulary.learning import ASSESSMENT, GOAL, GROW_SESSION
from sysmap.vocabulary.stakeholders import STAKEHOLDER
from sysmap.vocabulary.ties_stakeholders import BETWEEN_STAKEHOLDERS
from sysmap.vocabulary.ties_system import OF_LEARNING, OF_THE_SYSTEM
from sysmap.vocabulary.ties_work import STANCES, TO_INNOVATIONS, TO_PROBLEMS
from sysmap.vocabulary.work import FACTOR, INNOVATION, PROBLEM

__all__ = ["VOCABULARY"]

VOCABULARY = Vocabulary(
    nodes=(STAKEHOLDER, PROBLEM, INNOVATION, FACTOR, GOAL, GROW_SESSION, ASSESSMENT),
    ties=BETWEEN_STAKEHOLDERS + TO_PROBLEMS + TO_INNOVATIONS + STANCES + OF_THE_SYSTEM + OF_LEARNING,
    node_fields=NODE_FIELDS,
    tie_fields=TIE_FIELDS,
    headers=HEADERS,
    histories=(
        History(
            "stages.csv",
            "Innovation",
            "innovation",
            "stage",
            "stage_history",
            in_context(
                "Innovation.stage_history",
                "When each innovation entered each stage; without it only the present stage is known.",
            ),
        ),
    ),
)

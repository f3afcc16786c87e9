"""What the survey asks: the names of its questions, which form and answers share, and their texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import Literal, NamedTuple

from sysmap.messages import Text, in_context

__all__ = ["NONE", "OTHER", "QUESTIONS", "Question", "token"]

Kind = Literal["one", "many", "text", "hidden"]
NONE, OTHER = "none", "other"
"""Choices of every list of nodes: there is none; one that is not in the list."""
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")


class Question(NamedTuple):
    """A question: how it is answered, from which list of choices, its text and a hint.

    `list`: `stakeholders`, `problems`, `kinds`, `often` or `agree`; empty where the answer is a text.
    """

    kind: Kind
    list: str
    text: Text
    hint: Text | None = None


_SEVERAL = in_context("survey", "Several: put a semicolon (;) between them.")

QUESTIONS: Mapping[str, Question] = {
    "office": Question("one", "stakeholders", in_context("survey", "Which organisation do you answer for?")),
    "office_other": Question("text", "", in_context("survey", "What is your organisation called?")),
    "respondent_name": Question(
        "text",
        "",
        in_context("survey", "Your name"),
        in_context("survey", "Only for questions about your answers; it does not appear on the map."),
    ),
    "partners": Question(
        "many",
        "stakeholders",
        in_context("survey", "With which organisations did you work together in the past year?"),
        in_context("survey", "Working together is more than meeting: something is done by both."),
    ),
    "partners_other": Question("text", "", in_context("survey", "Which other organisations?"), _SEVERAL),
    "partner": Question("hidden", "", in_context("survey", "Partner")),
    "partner_kind": Question("one", "kinds", in_context("survey", "How do you work together with {partner}?")),
    "partner_often": Question("one", "often", in_context("survey", "How often do you work together with {partner}?")),
    "problems": Question(
        "many", "problems", in_context("survey", "On which public problems does your organisation work?")
    ),
    "problems_other": Question("text", "", in_context("survey", "Which other problems?"), _SEVERAL),
    "offers": Question("text", "", in_context("survey", "What can your organisation give to others?"), _SEVERAL),
    "needs": Question("text", "", in_context("survey", "What does your organisation need from others?"), _SEVERAL),
    "personal_mastery": Question(
        "one", "agree", in_context("survey", "People here are helped to go on learning and to grow.")
    ),
    "mental_models": Question(
        "one", "agree", in_context("survey", "We say openly what we take for granted, and test it.")
    ),
    "systems_thinking": Question(
        "one",
        "agree",
        in_context("survey", "Before we act we look at what else it will change, and who else is in it."),
    ),
    "team_learning": Question(
        "one", "agree", in_context("survey", "In our meetings we think together and learn from each other.")
    ),
    "shared_vision": Question(
        "one", "agree", in_context("survey", "We know, and want, what we are to reach together.")
    ),
    "wave": Question("hidden", "", in_context("survey", "Round")),
}
"""Name -> question, in the order of the form. The five last before `wave` are the disciplines of a learning
organisation (Senge 1990), one sentence each, which the respondent agrees with from 1 to 5."""


def token(id: str) -> str:
    """The name of a choice for an id: the id itself where a form may hold it, else one made of it.

    Answers that hold several choices part them by blanks, so a name has none.

    >>> token("dinkes"), token("Dinas Kesehatan")
    ('dinkes', 'Dinas_Kesehatan_b423')
    """
    if _PLAIN.fullmatch(id) and id not in (NONE, OTHER):
        return id
    plain = re.sub(r"[^A-Za-z0-9]+", "_", id).strip("_") or "n"
    return f"{plain if plain[0].isalpha() else 'n' + plain}_{blake2b(id.encode(), digest_size=2).hexdigest()}"

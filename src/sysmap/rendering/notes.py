"""What a page, picture or report says about itself: how much it shows, of which day, and what was left out."""

from __future__ import annotations

from collections import Counter

from sysmap.analysis import Analysis
from sysmap.messages import Day, Joined, Message, Number, Text
from sysmap.rendering.facts import Facts

__all__ = ["EMPTY", "LEFT_OUT", "PERSONAL_IN", "TOO_FEW", "describe_counts", "describe_day"]

ABOUT = Message("{counts}, as of {day}")
LEFT_OUT = Message("Left out of this page because they are personal: {fields}. --include-personal puts them in.")
TOO_FEW = Message("{n} assessments with fewer than 5 respondents were left out.")
PERSONAL_IN = Message("This page holds personal data: pass it on with care.")
EMPTY = Message("This map has no nodes yet.")


def describe_counts(facts: Facts) -> Text:
    """How many drawn nodes of each kind there are, and the day of the analysis; `EMPTY` where there are no nodes."""
    counts = Counter(facts.analysis.props(uid)["label"] for uid in facts.uids)
    parts = [(counts[kind.label], kind) for kind in facts.analysis.vocabulary.nodes if counts[kind.label]]
    if not parts:
        return EMPTY
    counts_of_kinds = (Joined((Number(n), (kind.title if n == 1 else kind.plural).lower_first())) for n, kind in parts)
    return ABOUT.filled(counts=Joined(counts_of_kinds, ", "), day=describe_day(facts.analysis))


def describe_day(analysis: Analysis) -> Day:
    """The day of the analysis, as each language writes it."""
    return Day(analysis.as_of)

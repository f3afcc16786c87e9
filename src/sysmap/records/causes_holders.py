"""Who holds which causal links: the names in `held_by`, brought together where two of them mean one stakeholder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sysmap.analysis import Analysis, kept

__all__ = ["find_holders", "holder_name"]


@kept
def find_holders(analysis: Analysis) -> Mapping[str, frozenset[str]]:
    """Holder -> the spellings of it in `held_by`, sorted by holder.

    A holder is the uid of the one stakeholder whose uid, id or name it is in any case, else a group known by what was written first.
    """
    known = _stakeholders(analysis)
    spelled: dict[str, set[str]] = {}
    first: dict[str, str] = {}
    for text in sorted({str(held) for _, _, held in analysis.causal.edges(data="held_by") if held}):
        key = text.strip().casefold()
        spelled.setdefault(known.get(key) or first.setdefault(key, text.strip()), set()).add(text)
    return {holder: frozenset(spelled[holder]) for holder in sorted(spelled)}


def _stakeholders(analysis: Analysis) -> dict[str, str]:
    """What a stakeholder may be called -> its uid; not what two are called."""
    called = [(text, uid) for uid in analysis.nodes("Stakeholder")
              for text in {uid.casefold(), str(analysis.props(uid).get("id")).casefold(), analysis.name(uid).casefold()}]
    count = Counter(text for text, _ in called)
    return {text: uid for text, uid in called if count[text] == 1}


def holder_name(analysis: Analysis, holder: str) -> str:
    """The name of a holder as people read it."""
    return analysis.name(holder) if holder in analysis.whole else holder

"""Who holds which causal links: the names in `held_by`, grouped where two spellings mean the same stakeholder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sysmap.analysis import Analysis, kept

__all__ = ["find_holders", "holder_name"]


@kept
def find_holders(analysis: Analysis) -> Mapping[str, frozenset[str]]:
    """Return holder -> its spellings in `held_by`, sorted by holder.

    If a spelling is the uid, id or name of exactly one stakeholder, in upper or lower case, the holder is the uid of
    that stakeholder. Otherwise the holder is the spelling itself; of spellings that differ only in case, the first in
    sorted order.
    """
    uids = _uids_by_spelling(analysis)
    spellings: dict[str, set[str]] = {}
    first: dict[str, str] = {}
    for text in sorted({str(held) for _, _, held in analysis.causal.edges(data="held_by") if held}):
        key = text.strip().casefold()
        spellings.setdefault(uids.get(key) or first.setdefault(key, text.strip()), set()).add(text)
    return {holder: frozenset(spellings[holder]) for holder in sorted(spellings)}


def _uids_by_spelling(analysis: Analysis) -> dict[str, str]:
    """Casefolded uid, id or name of a stakeholder -> its uid; without what two stakeholders share."""
    pairs = [
        (text, uid)
        for uid in analysis.nodes("Stakeholder")
        for text in {uid.casefold(), str(analysis.props(uid).get("id")).casefold(), analysis.name(uid).casefold()}
    ]
    count = Counter(text for text, _ in pairs)
    return {text: uid for text, uid in pairs if count[text] == 1}


def holder_name(analysis: Analysis, holder: str) -> str:
    """Return the name of a holder as people read it: that of the stakeholder, or the spelling itself."""
    return analysis.name(holder) if holder in analysis.whole else holder

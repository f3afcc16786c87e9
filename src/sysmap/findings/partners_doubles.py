"""Names that may mean one and the same: until somebody says so, what is told of them may be told of one node."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.port import Finding, finding
from sysmap.messages import Listing, Message, Number, plural
from sysmap.models.partners.doubles import pairs_of_doubles
from sysmap.tables.naming.near import SURE

__all__ = ["one_and_the_same"]

MOST = 3
"""So many pairs are named."""
PAIR = Message("{one} and {other} ({reason})")
MORE = Message("{n} more")


@finding(
    topic="partners_closing",
    order=355,
    title=Message("Names that may mean one and the same"),
    meaning=Message(
        "Nodes of one kind whose names differ only in accents, punctuation, legal form, the order of words, or in that "
        "one is the short form of the other. A gap between two that may be one is not told, and one that may be closed "
        "under another name is not urgent. Medium if one of the pairs is all but sure, else low."
    ),
)
def one_and_the_same(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the surest pairs; nothing if there are none."""
    pairs = pairs_of_doubles(analysis)
    if not pairs:
        return
    told = [
        PAIR.filled(one=analysis.name(pair.one.uid), other=analysis.name(pair.other.uid), reason=pair.reason)
        for pair in pairs[:MOST]
    ]
    rest = [MORE.filled(n=Number(len(pairs) - MOST))] if len(pairs) > MOST else []
    sure = sum(pair.confidence >= SURE for pair in pairs)
    yield Finding(
        kind="one_and_the_same",
        id="one_and_the_same",
        title=plural(
            "{n} pair of names may mean one and the same: {names}",
            "{n} pairs of names may mean one and the same: {names}",
            len(pairs),
        ).filled(n=Number(len(pairs)), names=Listing([*told, *rest])),
        why=Message("If they are one, everything that counts nodes and ties counts them twice, and gaps are hidden."),
        next_step=Message("Say which are one and which are not with `sysmap names` in the folder of the tables."),
        evidence=tuple(dict.fromkeys(uid for pair in pairs for uid in (pair.one.uid, pair.other.uid))),
        severity="medium" if sure else "low",
        weight=len(pairs),
        numbers={"pairs": len(pairs), "sure": sure},
    )

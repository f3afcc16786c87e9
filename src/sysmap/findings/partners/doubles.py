"""Names that may mean one and the same: until somebody says so, what is told of them may be told of one node."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.port import Finding, finding
from sysmap.findings.steps import Step, Subject, Tie
from sysmap.messages import Listing, Message, Number, plural
from sysmap.models.partners.doubles import pairs_of_doubles
from sysmap.models.partners.parts import find_parts
from sysmap.tables.naming.near import SURE

__all__ = ["one_and_the_same", "parts_and_wholes", "search_doubles", "search_parts"]

MOST = 3
"""So many pairs are named."""
PAIR = Message("{one} and {other} ({reason})")
MORE = Message("{n} more")


def search_doubles(analysis: Analysis) -> Iterator[Subject]:
    """Each pair of names that may mean one, sorted."""
    for pair in pairs_of_doubles(analysis):
        one, other = sorted((pair.one.uid, pair.other.uid))
        yield (one, other)


@finding(
    topic="partners_closing",
    order=355,
    title=Message("Names that may mean one and the same"),
    meaning=Message(
        "Nodes of one kind whose names differ only in accents, punctuation, legal form, the order of words, or in that "
        "one is the short form of the other. A gap between two that may be one is not told, and one that may be closed "
        "under another name is not urgent. Always low: it is a question on the data."
    ),
    search=search_doubles,
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
        next_step=Message(
            "Ask somebody who knows {one} whether {other} is the same, then go on with the next pair; write down each "
            "answer, so that nobody asks again."
        ).filled(one=analysis.name(pairs[0].one.uid), other=analysis.name(pairs[0].other.uid)),
        evidence=tuple(dict.fromkeys(uid for pair in pairs for uid in (pair.one.uid, pair.other.uid))),
        severity="low",
        weight=len(pairs),
        numbers={"pairs": len(pairs), "sure": sure},
        items=tuple(search_doubles(analysis)),
    )


PART = Message("{part} of {whole}")


def search_parts(analysis: Analysis) -> Iterator[Subject]:
    """Each stakeholder with one that it may be a part of, by their names."""
    return iter(find_parts(analysis))


@finding(
    topic="partners_closing",
    order=357,
    title=Message("Parts and wholes, by their names"),
    meaning=Message(
        "Stakeholders whose name holds the whole name of another: one may be a part of the other, and a gap between "
        "them may be none. Always low: it is a question on the data."
    ),
    search=search_parts,
)
def parts_and_wholes(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the pairs, in the order of the names of the wholes; nothing if there are none."""
    pairs = find_parts(analysis)
    if not pairs:
        return
    part, whole = pairs[0]
    told = [PART.filled(part=analysis.name(one), whole=analysis.name(other)) for one, other in pairs[:MOST]]
    rest = [MORE.filled(n=Number(len(pairs) - MOST))] if len(pairs) > MOST else []
    yield Finding(
        kind="parts_and_wholes",
        id="parts_and_wholes",
        title=plural(
            "{n} stakeholder may be a part of another, by its name: {names}",
            "{n} stakeholders may be parts of others, by their names: {names}",
            len({one for one, _ in pairs}),
        ).filled(n=Number(len({one for one, _ in pairs})), names=Listing([*told, *rest])),
        why=Message("A part needs no partnership with its own whole; until it is written down, that looks like a gap."),
        next_step=Message("Ask {whole} whether {part} belongs to it; if it does, write that down.").filled(
            whole=analysis.name(whole), part=analysis.name(part)
        ),
        evidence=tuple(dict.fromkeys(uid for pair in pairs for uid in pair)),
        severity="low",
        weight=len(pairs),
        numbers={"pairs": len(pairs)},
        items=pairs,
        step=Step(pairs[0], Tie("BELONGS_TO", part, whole), (whole, part)),
    )

"""The nodes of a map that may be one and the same, without those of which somebody has said that they are not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sysmap.schema import NodeKind
from sysmap.tables.naming.joining import ALIASES, DIFFERS
from sysmap.tables.naming.near import Likeness, Named, find_near
from sysmap.tables.text import fold_text

__all__ = ["CAUSES", "are_said_to_differ", "find_doubles"]

CAUSES = ("Factor", "Problem")
"""The labels of what diagrams of causes hold."""


def find_doubles(nodes: Mapping[str, Mapping[str, object]], kind: NodeKind) -> list[Likeness]:
    """All pairs of nodes of one kind that may be one, the surest first; `nodes` are their properties by uid.

    None of a kind that is not known by its name alone, such as assessments.

    >>> from sysmap.vocabulary import VOCABULARY
    >>> nodes = {"1": {"name": "UGM."}, "2": {"name": "UGM"}, "3": {"name": "U-G-M", "differs_from": ["UGM", "UGM."]}}
    >>> [(pair.one.name, pair.other.name) for pair in find_doubles(nodes, VOCABULARY.node("Stakeholder"))]
    [('UGM.', 'UGM')]
    """
    if kind.id_from != ("name",):
        return []
    near = find_near((Named(uid, str(props["name"])) for uid, props in nodes.items()), causes=kind.label in CAUSES)
    return [pair for pair in near if not are_said_to_differ(nodes[pair.one.uid], nodes[pair.other.uid])]


def are_said_to_differ(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Whether one of two nodes is said not to be the other."""
    return any(
        not {fold_text(text) for text in _texts(this.get(DIFFERS))}.isdisjoint(_names(that))
        for this, that in ((one, other), (other, one))
        if DIFFERS in this
    )


def _names(props: Mapping[str, object]) -> set[str]:
    return {fold_text(text) for text in (str(props.get("id", "")), str(props["name"]), *_texts(props.get(ALIASES)))}


def _texts(value: object) -> Iterable[str]:
    return map(str, value) if isinstance(value, (list, tuple)) else ()

"""Names that somebody declared to mean one and the same: which node stands for which, and by what names it goes too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from sysmap.tables.rows import Value
from sysmap.tables.text import fold_text

__all__ = ["ALIASES", "DIFFERS", "Claim", "Joining", "Names", "join_names"]

ALIASES = "aliases"
"""The field that holds the other names of a node."""
DIFFERS = "differs_from"
"""The field that holds the names of nodes which a node is not."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A file says in a line that `name` is `full`, or (`differ`) that it is not."""

    name: str
    full: str
    file: str = ""
    line: int = 0
    differ: bool = False


class Names:
    """The nodes of one kind by what they are called: id, then id in another spelling, then name."""

    def __init__(self, named: Mapping[str, str]) -> None:
        self.named = named
        self._ids: dict[str, list[str]] = {}
        self._names: dict[str, list[str]] = {}
        for id, name in named.items():
            self._ids.setdefault(fold_text(id), []).append(id)
            self._names.setdefault(fold_text(name), []).append(id)

    def find(self, text: str) -> tuple[str, ...]:
        """The ids of the nodes that a text means."""
        if text in self.named:
            return (text,)
        key = fold_text(text)
        return tuple(self._ids.get(key) or self._names.get(key) or ())

    def call(self, id: str) -> str:
        """The text that means this node and no other: its name, or its id where others have that name."""
        return self.named[id] if self.find(self.named[id]) == (id,) else id


@dataclass(slots=True)
class Joining:
    """What the claims about nodes of one kind come to.

    `root`: id of a node that was joined to another -> the id that stands for both. `also`: id -> the other names and
    ids of the nodes that were joined to it. `apart`: id -> texts that name nodes which it is not.

    `met` are the claims of which both ends are nodes, `plain` those whose name is no node of its own, `half` those of
    which only the name is one. `unclear` may mean several nodes, `circular` lead back to where they began, `contrary`
    say of one node that it is not itself.
    """

    root: dict[str, str] = field(default_factory=dict)
    also: dict[str, list[str]] = field(default_factory=dict)
    apart: dict[str, list[str]] = field(default_factory=dict)
    unclear: list[Claim] = field(default_factory=list)
    circular: list[Claim] = field(default_factory=list)
    contrary: list[Claim] = field(default_factory=list)
    half: list[Claim] = field(default_factory=list)
    plain: list[Claim] = field(default_factory=list)
    met: list[Claim] = field(default_factory=list)

    def props(self, id: str) -> dict[str, Value]:
        """The properties that say what else a node is called, and what it is not."""
        texts = {ALIASES: self.also.get(id), DIFFERS: self.apart.get(id)}
        return {name: sorted(set(found)) for name, found in texts.items() if found}


def join_names(named: Mapping[str, str], claims: Iterable[Claim], is_written: Callable[[str], bool]) -> Joining:
    """Join the nodes of one kind (id -> name) as the claims say.

    `is_written` tells whether an id stands in a table; one that was made from a name is not worth keeping.

    >>> named = {"S1": "Dinas Kesehatan", "S2": "Dinkes"}
    >>> found = join_names(named, [Claim("Dinkes", "Dinas Kesehatan"), Claim("Dinas Sehat", "S1")], lambda id: True)
    >>> found.root, found.also
    ({'S2': 'S1'}, {'S1': ['Dinas Sehat', 'Dinkes', 'S2']})
    """
    found, names, texts = Joining(), Names(named), []
    links: dict[str, dict[str, Claim]] = {}
    differ = []
    for claim in claims:
        fulls, shorts = names.find(claim.full), names.find(claim.name)
        if not fulls:
            found.half += [claim] if shorts else []
        elif len(fulls) > 1 or len(shorts) > 1:
            found.unclear.append(claim)
        elif not shorts:
            if not claim.differ:
                found.plain.append(claim)
                texts.append((claim.name, fulls[0]))
        else:
            found.met.append(claim)
            if claim.differ:
                differ.append((claim, shorts[0], fulls[0]))
            elif shorts != fulls:
                links.setdefault(shorts[0], {}).setdefault(fulls[0], claim)
    found.circular += _drop_circles(links)
    found.root |= _roots(links, named)
    _gather(found, named, texts, is_written)
    for claim, short, full in differ:
        one, other = found.root.get(short, short), found.root.get(full, full)
        if one == other:
            found.contrary.append(claim)
        else:
            found.apart.setdefault(one, []).append(names.call(other))
    return found


def _gather(
    found: Joining, named: Mapping[str, str], texts: Iterable[tuple[str, str]], is_written: Callable[[str], bool]
) -> None:
    """Collect the names that each node goes by too; one that equals its own name or id after folding says nothing."""
    for id, root in found.root.items():
        texts = [*texts, (named[id], root), *([(id, root)] if is_written(id) else [])]
    gathered: dict[str, dict[str, str]] = {}
    for text, id in texts:
        root = found.root.get(id, id)
        known = {fold_text(root), fold_text(named[root])}
        if fold_text(text) not in known:
            gathered.setdefault(root, {}).setdefault(fold_text(text), text)
    found.also |= {root: sorted(also.values()) for root, also in gathered.items()}


def _drop_circles(links: dict[str, dict[str, Claim]]) -> list[Claim]:
    """Take out and return the claims that lead back to where they began."""
    ahead = {short: set(fulls) for short, fulls in links.items()}
    # What leads to an end that is known leads nowhere else: peel such ends off until only circles and what leads into
    # them are left.
    while ends := {full for fulls in ahead.values() for full in fulls if full not in ahead}:
        ahead = {short: rest for short, fulls in ahead.items() if (rest := fulls - ends)}
    behind: dict[str, set[str]] = {}
    for short, fulls in ahead.items():
        for full in fulls:
            behind.setdefault(full, set()).add(short)
    while begins := {short for short in ahead if short not in behind}:
        for short in begins:
            for full in ahead.pop(short):
                behind[full].discard(short)
        behind = {full: shorts for full, shorts in behind.items() if shorts}
    return [links[short].pop(full) for short, fulls in ahead.items() for full in sorted(fulls)]


def _roots(links: Mapping[str, Mapping[str, Claim]], named: Mapping[str, str]) -> dict[str, str]:
    """Id of every node that is joined to another -> the node that stands for all of them: one that is no other."""
    group: dict[str, str] = {}

    def top(id: str) -> str:
        while (above := group.get(id, id)) != id:
            id = above
        return id

    for short, fulls in links.items():
        for full in fulls:
            one, other = sorted((top(short), top(full)))
            if one != other:
                group[other] = one
    members: dict[str, list[str]] = {}
    for id in dict.fromkeys([*links, *(full for fulls in links.values() for full in fulls)]):
        members.setdefault(top(id), []).append(id)
    roots: dict[str, str] = {}
    for ids in members.values():
        *_, (_, _, root) = sorted((len(named[id]), named[id], id) for id in ids if not links.get(id))
        roots |= {id: root for id in ids if id != root}
    return roots

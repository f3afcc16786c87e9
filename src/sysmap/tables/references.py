"""Which node a cell means, by id or by name, whole or split; what is noted where it means no node or several."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from sysmap.errors import Cause, nearest
from sysmap.messages import AnyText, Joined, Listing, Message
from sysmap.schema import Vocabulary
from sysmap.tables.notes import Notes, did_you_mean
from sysmap.tables.rows import NodeRow
from sysmap.tables.terms import kind_term
from sysmap.tables.text import fold_text, list_some, plain_header, show_cell, split_parts, unguard_cell

__all__ = ["Index", "kinds_by_name"]

NO_SUCH_NODE = Cause("F064", "no {kinds} has the id or the name {name}", "correct it, or add it to {files}")
OTHER_KIND = Cause(
    "F065", "{name} is known as {kinds}, and here it must be {expected}", "correct the reference, or the relation"
)
SEVERAL_NODES = Cause("F066", "{name} may mean {nodes}", "write the id")

_ANY_NODE = Message("node")
_ITS_FILE = Message("its file")
_NEAREST = Message("the nearest are {names}; correct it, or add it to {files}")

_COMPARISONS = 100_000
"""How many ids and names are compared in search of near ones before suggestions stop, so that a large bad file is still
read quickly."""
_FAR = 0.3
_FEW = 1000
"""Among at most so many ids and names, even the nearest far ones are worth showing."""
Labels = tuple[str, ...]


def kinds_by_name(vocabulary: Vocabulary) -> dict[str, str]:
    """Header key of a kind (its name, label or title in any language) -> label, for `source_kind` columns."""
    titles = {plain_header(title): kind.label for kind in reversed(vocabulary.nodes) for title in kind.titles}
    return titles | {plain_header(text): kind.label for kind in reversed(vocabulary.nodes) for text in kind.spellings}


class Index:
    """All nodes of a dataset by id and by name, within each label."""

    def __init__(self, vocabulary: Vocabulary, nodes: Iterable[NodeRow]) -> None:
        self.vocabulary = vocabulary
        self.labels: Labels = tuple(kind.label for kind in vocabulary.nodes)
        self.label_of: dict[str, str] = {}
        self._ids: dict[str, dict[str, str]] = {label: {} for label in self.labels}
        self._loose: dict[str, tuple[dict[str, list[str]], dict[str, list[str]]]] = {}
        self._memo: dict[Labels, dict[str, tuple[str, ...]]] = {}
        self._budget = _COMPARISONS
        self._known: dict[Labels, list[str]] = {}
        self._remedies: dict[tuple[str, Labels], AnyText] = {}
        self._nodes: dict[str, list[NodeRow]] = {label: [] for label in self.labels}
        self._by_uid: dict[str, NodeRow] = {}
        for node in nodes:
            self.label_of[node.uid] = node.label
            self._ids[node.label][str(node.props["id"])] = node.uid
            self._nodes[node.label].append(node)
            self._by_uid[node.uid] = node

    def node(self, uid: str) -> NodeRow:
        """The node with this uid."""
        return self._by_uid[uid]

    def find(self, cell: str, labels: Labels) -> tuple[str, ...]:
        """Uids of the nodes of these labels that the whole cell means: by exact id, else by id, else by name."""
        memo = self._memo.get(labels) or self._memo.setdefault(labels, {})
        uids = memo.get(cell)
        if uids is None:
            uids = memo[cell] = self._find(unguard_cell(cell.strip()), labels)
        return uids

    def _find(self, text: str, labels: Labels) -> tuple[str, ...]:
        exact = tuple(uid for label in labels if (uid := self._ids[label].get(text)))
        if exact or not text:
            return exact
        # A name is only looked at where no id is meant: ids are unique, names are not.
        key = fold_text(text)
        for which in (0, 1):
            uids = tuple(uid for label in labels for uid in self._folded(label)[which].get(key, ()))
            if uids:
                return uids
        return ()

    def _folded(self, label: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """Two tables of a label, made when they are first asked for: folded id -> uids, and folded name -> uids."""
        if label not in self._loose:
            ids: dict[str, list[str]] = {}
            names: dict[str, list[str]] = {}
            for node in self._nodes[label]:
                ids.setdefault(fold_text(str(node.props["id"])), []).append(node.uid)
                names.setdefault(fold_text(str(node.props["name"])), []).append(node.uid)
            self._loose[label] = ids, names
        return self._loose[label]

    def split(self, cell: str, labels: Labels) -> list[str]:
        """The references in a cell: the whole where it means something, otherwise its parts."""
        if self.find(cell, labels):
            return [cell]
        return split_parts(unguard_cell(cell.strip())) or [cell.strip()]

    def note_missing(self, notes: Notes, line: int, column: int, text: str, labels: Labels) -> None:
        """Note a reference that means no node of these labels."""
        kinds: AnyText = Listing(map(self._title, labels), "or") if self._is_narrow(labels) else _ANY_NODE
        elsewhere = sorted({self.label_of[uid] for uid in self.find(text, self.labels)})
        if elsewhere:
            notes.error(
                line,
                column,
                OTHER_KIND,
                name=show_cell(text),
                kinds=list_some(map(self._title, elsewhere)),
                expected=kinds,
            )
            return
        if (text, labels) not in self._remedies:
            self._remedies[text, labels] = self._remedy(text, labels)
        notes.error(
            line,
            column,
            NO_SUCH_NODE,
            remedy=self._remedies[text, labels],
            name=show_cell(text),
            kinds=kinds,
            files=self._files(labels),
        )

    def note_several(
        self, notes: Notes, line: int, column: int, text: str, uids: Sequence[str], *, remedy: AnyText = ""
    ) -> None:
        """Note a reference that means several nodes.

        `remedy` says what tells them apart, where that is more than the id.
        """
        nodes = (
            Joined((kind_term(self.vocabulary.node(self.label_of[uid])), unquote(uid.partition(":")[2])))
            for uid in sorted(uids)
        )
        notes.error(
            line, column, SEVERAL_NODES, remedy=remedy, name=show_cell(text), nodes=list_some(nodes, style="or")
        )

    def _title(self, label: str) -> AnyText:
        return self.vocabulary.node(label).title.lower_first()

    def _is_narrow(self, labels: Labels) -> bool:
        """Whether these are not simply all labels."""
        return len(labels) < len(self.labels)

    def _files(self, labels: Labels) -> AnyText:
        return (
            Listing(dict.fromkeys(self.vocabulary.node(label).file for label in labels), "or")
            if self._is_narrow(labels)
            else _ITS_FILE
        )

    def _remedy(self, text: str, labels: Labels) -> AnyText:
        """The remedy that names what is near to `text`; empty where nothing is, or where enough has been compared."""
        known = self._candidates(labels)
        self._budget -= len(known)
        if self._budget < 0 or not known:
            return ""
        close = _differing(nearest(text, known))
        far = _differing(difflib.get_close_matches(text, known, 3, _FAR)) if not close and len(known) <= _FEW else []
        return _NEAREST.filled(names=Listing(far), files=self._files(labels)) if far else did_you_mean(close)

    def _candidates(self, labels: Labels) -> list[str]:
        """All ids and names of these labels, sorted."""
        if labels not in self._known:
            nodes = [node for label in labels for node in self._nodes[label]]
            self._known[labels] = sorted({str(node.props[key]) for node in nodes for key in ("id", "name")})
        return self._known[labels]


def _differing(names: Iterable[str]) -> list[str]:
    """The names that differ in more than case, so that an id made from a name is not offered beside it."""
    unique: dict[str, str] = {}
    for name in names:
        unique.setdefault(fold_text(name), name)
    return list(unique.values())

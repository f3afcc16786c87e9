"""Which node a cell means: by id or by name, whole or split, and what is nearest where none is meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from sysmap.errors import nearest
from sysmap.schema import Vocabulary
from sysmap.tables.rows import NodeRow
from sysmap.tables.text import fold_text, join_names, plain_header, show_cell, split_parts, unguard_cell

__all__ = ["Index", "kinds_by_name"]

_COMPARISONS = 100_000
"""How many ids and names are compared in search of near ones before suggestions stop: they are a kindness, not a duty."""
_FAR = 0.3
_FEW = 1000
"""Among so many, one that is not near is still a help."""
Labels = tuple[str, ...]


def kinds_by_name(vocabulary: Vocabulary) -> dict[str, str]:
    """Spelling of a kind (its name, label or title in either language) -> label, for `source_kind` columns."""
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
        self._remedies: dict[tuple[str, Labels], str] = {}
        self._nodes: dict[str, list[NodeRow]] = {label: [] for label in self.labels}
        for node in nodes:
            self.label_of[node.uid] = node.label
            self._ids[node.label][str(node.props["id"])] = node.uid
            self._nodes[node.label].append(node)

    def find(self, cell: str, labels: Labels) -> tuple[str, ...]:
        """Uids of the nodes of these labels that the whole cell means: by exact id, else by id, else by name."""
        memo = self._memo.get(labels) or self._memo.setdefault(labels, {})
        found = memo.get(cell)
        if found is None:
            found = memo[cell] = self._find(unguard_cell(cell.strip()), labels)
        return found

    def _find(self, text: str, labels: Labels) -> tuple[str, ...]:
        exact = tuple(uid for label in labels if (uid := self._ids[label].get(text)))
        if exact or not text:
            return exact
        # An id is a promise and a name a habit: a name is only looked at where no id is meant.
        key = fold_text(text)
        for which in (0, 1):
            found = tuple(uid for label in labels for uid in self._folded(label)[which].get(key, ()))
            if found:
                return found
        return ()

    def _folded(self, label: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """Folded id -> uids and folded name -> uids of a label; made when first asked for."""
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

    def dangling(self, text: str, labels: Labels) -> tuple[str, str]:
        """Problem and remedy for a reference that means nothing."""
        what = " or ".join(self._title(label) for label in labels) if len(labels) < len(self.labels) else "node"
        elsewhere = self.find(text, self.labels)
        if elsewhere:
            kinds = join_names(sorted({self._title(self.label_of[uid]) for uid in elsewhere}))
            return f"{show_cell(text)} is known as {kinds}, and here it must be {what}", "correct the reference, or the relation"
        return f"no {what} has the id or the name {show_cell(text)}", self._remedies.get((text, labels)) or self._remedies.setdefault((text, labels), self._remedy(text, labels))

    def ambiguous(self, text: str, found: Sequence[str]) -> tuple[str, str]:
        """Problem and remedy for a reference that means several nodes."""
        choices = join_names(f"{self.vocabulary.node(self.label_of[uid]).name} {uid.partition(':')[2]}" for uid in sorted(found))
        return f"{show_cell(text)} may mean {choices}", "write the id, or say source_kind and target_kind"

    def _title(self, label: str) -> str:
        return self.vocabulary.node(label).title.render("en").lower()

    def _remedy(self, text: str, labels: Labels) -> str:
        files = " or ".join(dict.fromkeys(self.vocabulary.node(label).file for label in labels)) if len(labels) < len(self.labels) else "its file"
        known = self._candidates(labels)
        self._budget -= len(known)
        if self._budget < 0 or not known:
            return f"correct it, or add it to {files}"
        close = nearest(text, known)
        if close:
            return f"did you mean {' or '.join(close)}?"
        far = difflib.get_close_matches(text, known, 3, _FAR) if len(known) <= _FEW else []
        return f"the nearest are {', '.join(far)}; correct it, or add it to {files}" if far else f"correct it, or add it to {files}"

    def _candidates(self, labels: Labels) -> list[str]:
        """All ids and names of these labels, sorted."""
        if labels not in self._known:
            nodes = [node for label in labels for node in self._nodes[label]]
            self._known[labels] = sorted({str(node.props[key]) for node in nodes for key in ("id", "name")})
        return self._known[labels]

"""Which nodes a cell means, by id or by name, whole or as a list; what is noted where it means none or several."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import unquote

from sysmap.errors import Cause, nearest
from sysmap.messages import AnyText, Joined, Listing, Message
from sysmap.schema import Vocabulary
from sysmap.tables.ids import NUMBER_FOR_ID, as_number, has_cut_digits
from sysmap.tables.lists import Parts, Splitter, count_pieces
from sysmap.tables.naming.joining import ALIASES
from sysmap.tables.none_said import NoneSaid
from sysmap.tables.notes import Notes, did_you_mean
from sysmap.tables.nothing import markers
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.rows import NodeRow
from sysmap.tables.sheets import READ_PLAINLY
from sysmap.tables.terms import kind_term
from sysmap.tables.text import clean_text, fold_text, list_some, plain_header, show_cell, unguard_cell

__all__ = ["Index", "Labels", "Place", "kinds_by_name"]

NO_SUCH_NODE = Cause(
    "F064",
    "no {kinds} has the id or the name {name}",
    'correct it, add it to {files}, or say unlisted = "add" under [read] in sysmap.toml',
)
OTHER_KIND = Cause(
    "F065", "{name} is known as {kinds}, and here it must be {expected}", "correct the reference, or the relation"
)
SEVERAL_NODES = Cause("F066", "{name} may mean {nodes}", "write the id")
SEPARATOR = "; "
"""How names in a cell are parted where a table is mended."""
NO_TABLE = Cause(
    "F383",
    "no table has the {kinds} {name}; until one has, nothing is tied to it",
    'add {files}, or say unlisted = "add" under [read] in sysmap.toml to take such names as they are',
)
SEVERAL_NAMES = Cause("F300", "{value} was read as several names: {names}", "separate names with ;")
NOBODY = Cause(
    "F301",
    "{value} names nobody: there is no tie",
    "nothing to do; if it is a name, say keep = [{value}] under [read] in sysmap.toml",
)

_ANY_NODE = Message("node")
_ITS_FILE = Message("its file")
_CORRECT_IT = Message("correct it, or add it to {files}")
_NEAREST = Message("the nearest are {names}; correct it, or add it to {files}")
_CUT_DIGITS = Message("Excel has cut its digits: give the column the format text, and write the id again")

_COMPARISONS = 100_000
"""How many ids and names are compared in search of near ones before suggestions stop, so that a large bad file is still
read quickly."""
_FAR = 0.3
_FEW = 1000
"""Among at most so many ids and names, even the nearest far ones are worth showing."""
Labels = tuple[str, ...]


class Place(NamedTuple):
    """A cell of a file: its line, the number of its column, and where to note what is wrong with it."""

    notes: Notes
    line: int
    column: int


def kinds_by_name(vocabulary: Vocabulary) -> dict[str, str]:
    """Header key of a kind (its name, label or title in any language) -> label, for `source_kind` columns."""
    titles = {plain_header(title): kind.label for kind in reversed(vocabulary.nodes) for title in kind.titles}
    return titles | {plain_header(text): kind.label for kind in reversed(vocabulary.nodes) for text in kind.spellings}


class Index:
    """All nodes of a dataset by id and by name, within each label.

    `missing` are the texts that mean no node, by the one label that such a node would have; `none` remembers which
    nodes have none of what they were asked for.
    """

    def __init__(self, vocabulary: Vocabulary, nodes: Iterable[NodeRow], read: ReadSettings = READ_PLAINLY) -> None:
        self.vocabulary = vocabulary
        self.labels: Labels = tuple(kind.label for kind in vocabulary.nodes)
        self.label_of: dict[str, str] = {}
        self.markers = markers(read)
        self.missing: dict[str, set[str]] = {}
        self.renumbered: dict[str, str] = {}
        self.none = NoneSaid()
        self._whole = frozenset(map(fold_text, read.names))
        self._ids: dict[str, dict[str, str]] = {label: {} for label in self.labels}
        self._loose: dict[str, _Folded] = {}
        self._memo: dict[Labels, dict[str, tuple[str, ...]]] = {}
        self._lists: dict[tuple[str, Labels], Parts] = {}
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

    def ids(self, label: str) -> Iterable[str]:
        """The ids of the nodes of a label."""
        return self._ids[label]

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
        folded = [self._folded(label) for label in labels]
        if uids := tuple(uid for one in folded for uid in one.ids.get(key, ())):
            return uids
        names = [named for one in folded for named in one.names.get(key, ())]
        # Of several who carry a name, the one whose name is spelled so.
        if same := [uid for uid, name in names if name == text] if len(names) > 1 else []:
            return tuple(same)
        aliases = tuple(dict.fromkeys(uid for one in folded for uid in one.aliases.get(key, ())))
        return tuple(uid for uid, _ in names) or aliases or self._find_number(text, folded)

    def _find_number(self, text: str, folded: Iterable[_Folded]) -> tuple[str, ...]:
        """The nodes whose id a program took for a number: `1101.0` means 1101."""
        number = as_number(text)
        uids = tuple(uid for one in folded for uid in one.numbers.get(number, ())) if number else ()
        if len(uids) == 1:
            self.renumbered[text] = unquote(uids[0].partition(":")[2])
        return uids

    def _folded(self, label: str) -> _Folded:
        """The tables of a label, made when they are first asked for."""
        if label not in self._loose:
            tables = self._loose[label] = _Folded({}, {}, {}, {})
            for node in self._nodes[label]:
                id, name = str(node.props["id"]), str(node.props["name"])
                tables.ids.setdefault(fold_text(id), []).append(node.uid)
                tables.names.setdefault(fold_text(name), []).append((node.uid, clean_text(name)))
                other = node.props.get(ALIASES, ())
                for alias in other if isinstance(other, list) else ():
                    tables.aliases.setdefault(fold_text(alias), []).append(node.uid)
                if number := as_number(id):
                    tables.numbers.setdefault(number, []).append(node.uid)
        return self._loose[label]

    def resolve(
        self,
        cell: str,
        labels: Labels,
        place: Place,
        *,
        wide: Labels = (),
        nobody: Collection[str] = (),
        beside: bool = False,
    ) -> list[tuple[str, tuple[str, ...]]]:
        """Each reference in a cell with the uids that it may mean; what means nothing is noted and left out.

        `wide` are further labels, for what means nothing among the `labels`; `nobody` further texts that name nobody.
        `beside`: the cell stands in the row of a node, so that a name which means nothing loses no row.
        """
        text = cell.strip()
        texts: Sequence[str] = [text]
        if not self.find(cell, labels):
            if self.is_nobody(text, nobody):
                self.note_nobody(text, place)
                return []
            texts, loose = self.split(text, labels)
            if loose and len(texts) > 1:
                place.notes.warning(
                    place.line,
                    place.column,
                    SEVERAL_NAMES,
                    value=show_cell(text),
                    names=Listing(map(show_cell, texts)),
                )
        found = []
        for part in texts:
            uids = self.find(part, labels) or (self.find(part, wide) if wide else ())
            if uids:
                self.note_number(part, place)
                found.append((part, uids))
            elif self.is_nobody(part, nobody):
                self.note_nobody(part, place)
            else:
                self.note_missing(place.notes, place.line, place.column, part, labels, beside=beside)
        if len(found) == len(texts):
            place.notes.mend(place.column, cell, SEPARATOR.join(self._plainly(*part) for part in found))
        return found

    def _plainly(self, part: str, uids: Sequence[str]) -> str:
        """A reference as it would be written plainly: an id as it is, else the whole name of what it means."""
        node = self._by_uid[uids[0]]
        return part if len(uids) > 1 or part == node.props["id"] else clean_text(str(node.props["name"]))

    def split(self, cell: str, labels: Labels) -> Parts:
        """The references in a cell: the whole where it means something, otherwise its parts."""
        parts = self._lists.get((cell, labels))
        if parts is None:
            splitter = Splitter(lambda text: bool(self.find(text, labels)), lambda text: self._is_id(text, labels))
            parts = replace(splitter, whole=self._whole).split(unguard_cell(cell.strip()))
            self._lists[cell, labels] = parts
        return parts

    def _is_id(self, text: str, labels: Labels) -> bool:
        return any(fold_text(text) in self._folded(label).ids for label in labels)

    def is_nobody(self, text: str, nobody: Collection[str] = ()) -> bool:
        """Whether a text that means no node is no name at all."""
        return text in nobody or self.markers.names_nothing(text)

    def note_nobody(self, text: str, place: Place) -> None:
        """Note a cell that names nobody."""
        place.notes.warning(place.line, place.column, NOBODY, value=show_cell(text))

    def note_number(self, cell: str, place: Place) -> None:
        """Note an id that was written as a number, where the cell is one."""
        if id := self.renumbered.get(cell.strip()):
            place.notes.warning(
                place.line, place.column, NUMBER_FOR_ID, value=show_cell(cell.strip()), id=show_cell(id)
            )

    def note_missing(
        self, notes: Notes, line: int, column: int, text: str, labels: Labels, *, beside: bool = False
    ) -> None:
        """Note a reference that means no node of these labels. `beside`: it is in the row of a node, which stays."""
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
        self.missing.setdefault(_stub_label(labels), set()).add(text)
        if self._is_narrow(labels) and not any(self._nodes[label] for label in labels):
            notes.question(line, column, NO_TABLE, name=show_cell(text), kinds=kinds, files=self._files(labels))
            return
        if (text, labels) not in self._remedies:
            self._remedies[text, labels] = self._remedy(text, labels)
        note = notes.warning if beside else notes.error
        note(
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
        notes.question(
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
        """The remedy that names what is near to `text`; empty where nothing is, or where enough has been compared.

        What would lose a part of a list is not offered.
        """
        if has_cut_digits(text):
            return _CUT_DIGITS
        # A node of no one label cannot be added by a line in sysmap.toml.
        plain = "" if _stub_label(labels) else _CORRECT_IT.filled(files=self._files(labels))
        pieces, words = count_pieces(text), text.split()
        known = [name for name in self._candidates(labels) if pieces == 1 or count_pieces(name) >= pieces]
        self._budget -= len(known)
        if self._budget < 0 or not known or (len(words) > 1 and any(self._is_id(word, labels) for word in words)):
            return plain
        close = _differing(nearest(text, known))
        far = _differing(difflib.get_close_matches(text, known, 3, _FAR)) if not close and len(known) <= _FEW else []
        return _NEAREST.filled(names=Listing(far), files=self._files(labels)) if far else did_you_mean(close) or plain

    def _candidates(self, labels: Labels) -> list[str]:
        """All ids and names of these labels, sorted."""
        if labels not in self._known:
            nodes = [node for label in labels for node in self._nodes[label]]
            self._known[labels] = sorted({str(node.props[key]) for node in nodes for key in ("id", "name")})
        return self._known[labels]


class _Folded(NamedTuple):
    """Nodes of one label.

    By folded id, by folded name (with the name as it is spelled), by folded other name, by the number an id is.
    """

    ids: dict[str, list[str]]
    names: dict[str, list[tuple[str, str]]]
    aliases: dict[str, list[str]]
    numbers: dict[str, list[str]]


def _stub_label(labels: Labels) -> str:
    """The label of a node that is only named by a reference to these labels; empty where it cannot be told."""
    return labels[0] if len(labels) == 1 else ""


def _differing(names: Iterable[str]) -> list[str]:
    """The names that differ in more than case, so that an id made from a name is not offered beside it."""
    unique: dict[str, str] = {}
    for name in names:
        unique.setdefault(fold_text(name), name)
    return list(unique.values())

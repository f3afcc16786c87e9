"""The grammar of a vocabulary: what a kind of node, a kind of tie, a field and a choice are.

All are frozen, and raise `ValueError` where they contradict themselves. The words are data in `sysmap.vocabulary`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, get_args
from urllib.parse import quote

from sysmap.errors import Cause, UnknownName
from sysmap.messages import Text

__all__ = [
    "Choice",
    "Field",
    "History",
    "NodeKind",
    "Ref",
    "TieKind",
    "Vocabulary",
    "header_key",
    "node_uid",
    "tie_uid",
]

FieldType = Literal["text", "integer", "number", "date", "boolean"]
Sensitivity = Literal["public", "internal", "personal"]

OURS = "sm_"
"""Property names that begin so are sysmap's own; in a user's file they are faults."""
RESERVED = ("uid", "map")
"""Property names that are sysmap's own as well."""

NO_NODE_KIND = Cause("V001", "no kind of node is called {name}")
NO_TIE_KIND = Cause("V002", "no tie is called {name}")


_ENCODED = str.maketrans({character: quote(character, safe="") for character in ":/>|#@%"})


def _encode(text: str) -> str:
    """Percent-encode the characters that have a meaning in a uid (`: / > | # @ %`); leave all others."""
    return text.translate(_ENCODED)


def node_uid(kind: str, id: str) -> str:
    """A node's identity within its map, `kind:id`.

    >>> node_uid("problem", "dac:education")
    'problem:dac%3Aeducation'
    """
    return f"{kind}:{_encode(id)}"


def tie_uid(type: str, source: str, target: str, identity: str = "", key: str = "") -> str:
    """A tie's identity within its map: `TYPE:source>target`, then `@key`, or `#identity` where there is one.

    >>> tie_uid("PARTNERS_WITH", "stakeholder:A", "stakeholder:B", identity="MoU")
    'PARTNERS_WITH:stakeholder:A>stakeholder:B#MoU'
    """
    suffix = f"@{_encode(key)}" if key else f"#{_encode(identity)}" if identity else ""
    return f"{type}:{source}>{target}{suffix}"


def header_key(text: str) -> str:
    """The form in which headers and relations are compared: case, blanks, hyphens and underscores do not matter.

    >>> header_key("Worked on by") == header_key("worked_on_by")
    True
    """
    return "".join(sign for sign in text.casefold() if not sign.isspace() and sign not in "_-\ufeff")


def _header_keys(*texts: str) -> frozenset[str]:
    return frozenset(header_key(text) for text in texts)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value a field may take, with the spellings people use for it (any case, any language)."""

    value: str
    label: Text
    synonyms: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """All spellings that mean it, casefolded: the value, the label as it is written here, the synonyms."""
        return tuple(dict.fromkeys(s.casefold() for s in (self.value, *self.label.written(), *self.synonyms)))

    @property
    def titles(self) -> tuple[str, ...]:
        """Its label in every language, casefolded: accepted where no spelling of another choice is meant."""
        return tuple(form.casefold() for form in self.label.forms())


@dataclass(frozen=True, slots=True)
class Field:
    """A property of a node or a tie.

    A date is a day, a month or a year. `closed`: a value outside `choices` is a fault; otherwise it is kept as written
    and warned about. `low`, `high`: inclusive range of a number; `above`: a bound it must exceed. `many`: a list, `|`
    or `;` separated in a cell. `synonyms`: further headers; `units`: further words for the unit.
    """

    name: str
    label: Text
    meaning: Text
    type: FieldType = "text"
    choices: tuple[Choice, ...] = ()
    closed: bool = False
    low: float | None = None
    high: float | None = None
    above: float | None = None
    unit: Text | None = None
    many: bool = False
    sensitivity: Sensitivity = "public"
    synonyms: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.name.isidentifier() or self.name.startswith(OURS) or self.name in RESERVED:
            taken = ", ".join(RESERVED)
            raise ValueError(f"field {self.name!r}: choose an identifier that is not {taken} or {OURS}...")
        if self.type not in get_args(FieldType):
            raise ValueError(f"field {self.name!r}: no type is called {self.type!r}")
        if self.closed and not self.choices:
            raise ValueError(f"field {self.name!r}: a closed field needs choices")
        bounds = [bound for bound in (self.low, self.above, self.high) if bound is not None]
        if bounds and self.type not in ("integer", "number"):
            raise ValueError(f"field {self.name!r}: only a number has a range; its type is {self.type}")
        if bounds != sorted(bounds) or None not in (self.low, self.above):
            raise ValueError(f"field {self.name!r}: give one lower bound, `low` or `above`, and `high` not under it")
        if self.choices and self.type != "text":
            raise ValueError(f"field {self.name!r}: only a text has choices; its type is {self.type}")

    @property
    def spellings(self) -> frozenset[str]:
        """Header keys of its name, its label as it is written here, and its synonyms."""
        return _header_keys(self.name, *self.label.written(), *self.synonyms)

    @property
    def titles(self) -> frozenset[str]:
        """Header keys of its label in every language: accepted where no spelling of another column is meant."""
        return _header_keys(*self.label.forms())

    def admits(self, number: float) -> bool:
        """Whether a number lies in the field's range.

        >>> from sysmap.messages import Message
        >>> Field("weight", Message("Weight"), Message("How strong"), "number", above=0).admits(0)
        False
        """
        return not (
            (self.low is not None and number < self.low)
            or (self.above is not None and number <= self.above)
            or (self.high is not None and number > self.high)
        )

    @property
    def interval(self) -> str:
        """The range as people write it: `1-5`, `> 0`, `>= 0`, `<= 9`; empty where there is none."""
        if self.low is not None and self.high is not None:
            return f"{self.low:g}-{self.high:g}"
        bounds = ((">", self.above), (">=", self.low), ("<=", self.high))
        return ", ".join(f"{sign} {bound:g}" for sign, bound in bounds if bound is not None)

    def choice(self, text: str) -> Choice | None:
        """The choice that `text` spells, or None; case and outer blanks do not matter."""
        key = text.strip().casefold()
        return next((choice for choice in self.choices if key in choice.spellings), None) or next(
            (choice for choice in self.choices if key in choice.titles), None
        )


@dataclass(frozen=True, slots=True)
class Ref:
    """A column of a node's file that names other nodes and so makes ties.

    `outgoing`: the row's node is the tie's source; otherwise its target. `proven`: only where half of its cells do.
    """

    column: str
    tie: str
    outgoing: bool
    label: Text
    synonyms: tuple[str, ...] = ()
    proven: bool = False

    @property
    def spellings(self) -> frozenset[str]:
        """Header keys of its column, its label as it is written here, and its synonyms."""
        return _header_keys(self.column, *self.label.written(), *self.synonyms)

    @property
    def titles(self) -> frozenset[str]:
        """Header keys of its label in every language: accepted where no spelling of another column is meant."""
        return _header_keys(*self.label.forms())


@dataclass(frozen=True, slots=True)
class NodeKind:
    """A kind of node: its label in the database, its name in a uid, its file, its own fields and reference columns.

    `id_from`: the columns an id is made from where the row has none. `synonyms`: further names of the kind in a
    column of kinds; `words`: in the header of the column that names such nodes.
    """

    label: str
    name: str
    file: str
    title: Text
    plural: Text
    meaning: Text
    fields: tuple[Field, ...] = ()
    refs: tuple[Ref, ...] = ()
    id_from: tuple[str, ...] = ("name",)
    synonyms: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not (self.label.isidentifier() and self.name.isidentifier()):
            raise ValueError(f"kind {self.label!r}: label and name must be identifiers")
        names = [f.name for f in self.fields] + [r.column for r in self.refs]
        if len(set(names)) < len(names):
            raise ValueError(f"kind {self.label!r}: a column is declared twice in {names}")

    @property
    def spellings(self) -> tuple[str, ...]:
        """All names that a column of kinds may use for it; the surest last."""
        return (*self.synonyms, *self.plural.written(), *self.title.written(), self.name, self.label)

    @property
    def titles(self) -> tuple[str, ...]:
        """Its plural and its title in every language: accepted where no spelling of another kind is meant."""
        return (*self.plural.forms(), *self.title.forms())


@dataclass(frozen=True, slots=True)
class TieKind:
    """A kind of tie: its type, the pairs of labels it may join, its own fields.

    `sentence` holds `{source}` and `{target}`, and reads as a sentence when they are filled in. `identity` names the
    fields that are part of the tie's identity: two ties between the same nodes are two where these differ. An
    undirected tie is stored once, with the lower uid as its source. `file` is the tie's own CSV file, if it has one;
    every tie may also stand in links.csv.
    """

    type: str
    title: Text
    sentence: Text
    ends: tuple[tuple[str, str], ...]
    fields: tuple[Field, ...] = ()
    identity: tuple[str, ...] = ()
    directed: bool = True
    file: str | None = None
    synonyms: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.type.isidentifier() or self.type != self.type.upper():
            raise ValueError(f"tie {self.type!r}: choose an upper-case identifier, such as WORKS_ON")
        if not self.ends:
            raise ValueError(f"tie {self.type!r}: say which labels it joins")
        unknown = set(self.identity) - {f.name for f in self.fields}
        if unknown:
            raise ValueError(f"tie {self.type!r}: identity names fields it does not have: {sorted(unknown)}")

    @property
    def spellings(self) -> frozenset[str]:
        """Header keys of all names that a relation column may use for it.

        Its type, its title as it is written here, its synonyms.
        """
        return _header_keys(self.type, *self.title.written(), *self.synonyms)

    @property
    def titles(self) -> frozenset[str]:
        """Header keys of its title in every language: accepted where no spelling of another tie is meant."""
        return _header_keys(*self.title.forms())

    @property
    def sources(self) -> tuple[str, ...]:
        """Labels it may start from, in order of declaration."""
        return tuple(dict.fromkeys(source for source, _ in self.ends))

    @property
    def targets(self) -> tuple[str, ...]:
        """Labels it may end at, in order of declaration."""
        return tuple(dict.fromkeys(target for _, target in self.ends))


@dataclass(frozen=True, slots=True)
class History:
    """A file of dated values of one node field: `ref` names the node, `field` the value, `date` the day.

    It becomes the node's list property `into`, each item `YYYY-MM-DD value`, oldest first.
    """

    file: str
    label: str
    ref: str
    field: str
    into: str
    meaning: Text


@dataclass(frozen=True)
class Vocabulary:
    """All kinds of nodes and ties with their fields. Checks, templates, Cypher and docs are made from it.

    `node_fields` and `tie_fields` are common to all nodes and all ties (id and name are among the former).
    `headers` are the columns that are no properties. `header_synonyms` are a user's own: header -> column or tie.
    """

    nodes: tuple[NodeKind, ...]
    ties: tuple[TieKind, ...]
    node_fields: tuple[Field, ...]
    tie_fields: tuple[Field, ...]
    headers: tuple[Field, ...]
    histories: tuple[History, ...] = ()
    header_synonyms: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        labels = [kind.label for kind in self.nodes]
        types = [tie.type for tie in self.ties]
        for name in (set(labels) & set(types)) | {n for n in labels + types if (labels + types).count(n) > 1}:
            raise ValueError(f"{name!r} is declared twice")
        for tie in self.ties:
            for label in {label for pair in tie.ends for label in pair} - set(labels):
                raise ValueError(f"tie {tie.type}: no kind of node has the label {label!r}; known: {labels}")
        for kind in self.nodes:
            for ref in kind.refs:
                ends = self.tie(ref.tie)
                if kind.label not in (ends.sources if ref.outgoing else ends.targets):
                    raise ValueError(
                        f"{kind.file}: column {ref.column} makes {ref.tie}, which cannot join {kind.label}"
                    )

    @cached_property
    def _by_label(self) -> dict[str, NodeKind]:
        return {kind.label: kind for kind in self.nodes}

    @cached_property
    def _by_type(self) -> dict[str, TieKind]:
        return {tie.type: tie for tie in self.ties}

    def node(self, label: str) -> NodeKind:
        """The kind of node with this label; `UnknownName` with the nearest where there is none."""
        try:
            return self._by_label[label]
        except KeyError:
            raise UnknownName(NO_NODE_KIND, label, self._by_label) from None

    def tie(self, type: str) -> TieKind:
        """The kind of tie of this type; `UnknownName` with the nearest where there is none."""
        try:
            return self._by_type[type]
        except KeyError:
            raise UnknownName(NO_TIE_KIND, type, self._by_type) from None

    def node_columns(self, label: str) -> tuple[Field, ...]:
        """Every field a node of this kind may have: the common ones, then its own."""
        return self.node_fields + self.node(label).fields

    def tie_columns(self, type: str) -> tuple[Field, ...]:
        """Every field a tie of this type may have: its own, then the common ones."""
        return self.tie(type).fields + self.tie_fields

    def fields(self) -> Iterator[tuple[str, Field]]:
        """Every declared field with its owner: a label, a type, `node` or `tie`."""
        yield from (("node", f) for f in self.node_fields)
        yield from ((kind.label, f) for kind in self.nodes for f in kind.fields)
        yield from (("tie", f) for f in self.tie_fields)
        yield from ((tie.type, f) for tie in self.ties for f in tie.fields)

    def personal(self, owner: str) -> frozenset[str]:
        """Names of the personal fields of a label or type: left out of pages unless asked for."""
        return frozenset(f.name for who, f in self.fields() if who == owner and f.sensitivity == "personal")

    def with_words(
        self,
        choices: Mapping[tuple[str, str], tuple[Choice, ...]],
        ties: tuple[TieKind, ...],
        header_synonyms: Mapping[str, str],
    ) -> Vocabulary:
        """The same vocabulary with a user's own words; `choices` are keyed by (label or type, field name)."""

        def extend(owner: str, fields: tuple[Field, ...]) -> tuple[Field, ...]:
            return tuple(replace(f, choices=f.choices + choices.get((owner, f.name), ())) for f in fields)

        return replace(
            self,
            nodes=tuple(replace(kind, fields=extend(kind.label, kind.fields)) for kind in self.nodes),
            ties=tuple(replace(tie, fields=extend(tie.type, tie.fields)) for tie in self.ties) + ties,
            header_synonyms={**self.header_synonyms, **header_synonyms},
        )

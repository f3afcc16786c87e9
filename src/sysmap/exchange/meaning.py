"""What the words of another program's file mean here: which kind of node a type is, which kind of tie a relation.

Known words decide; where there are none, the shape of the file does, and that is a guess which says its reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from sysmap.exchange.foreign import Connection, Foreign
from sysmap.messages import Message, Text
from sysmap.schema import TieKind, Vocabulary
from sysmap.tables.relations import BY_ENDS, CAUSAL, kinds_by_relation
from sysmap.tables.text import fold_text, plain_header

__all__ = ["Joins", "Meaning", "Reading", "TieMeaning", "find_meaning", "read_types"]

FURTHER: Mapping[str, str] = {
    "masalah": "Problem",
    "issue": "Problem",
    "isu": "Problem",
    "persoalan": "Problem",
    "kebijakan": "Innovation",
    "policy": "Innovation",
    "program": "Innovation",
    "programme": "Innovation",
    "project": "Innovation",
    "proyek": "Innovation",
    "intervention": "Innovation",
    "intervensi": "Innovation",
    "solution": "Innovation",
    "solusi": "Innovation",
    "variable": "Factor",
    "variabel": "Factor",
    "driver": "Factor",
    "pendorong": "Factor",
    "stock": "Factor",
    "cause": "Factor",
    "sasaran": "Goal",
    "outcome": "Goal",
    "target": "Goal",
    "actor": "Stakeholder",
    "aktor": "Stakeholder",
    "person": "Stakeholder",
    "people": "Stakeholder",
}
"""Words for kinds that other programs' users write and our tables do not know as names of kinds."""
DELAYS: Mapping[str, str] = {"short": "short", "long": "long", "yes": "long"}
"""What an importer says of a delay -> ours; a delay of which nobody says how long it is counts as long."""
CAUSES = ("Problem", "Factor", "Innovation", "Goal")
ONE_WORD = Message("one of its words is known: {word}")
NO_TYPE_CAUSAL = Message("it says no type, and the map is one of causes")
NO_TYPE_PLAIN = Message("it says no type, and the map is none of causes")
UNKNOWN_CAUSAL = Message("the word is not known, and the map is one of causes")
UNKNOWN_PLAIN = Message("the word is not known, and the map is none of causes")


@dataclass(frozen=True, slots=True)
class Meaning:
    """The kind of node that a type stands for, and the fields that the word fills, such as `sector`.

    `reason` is why it was guessed; None where the word is known or a person said it.
    """

    label: str
    values: Mapping[str, str] = field(default_factory=dict)
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class TieMeaning:
    """The kind of tie that a connection becomes; turned where its ends stand the other way round here.

    `values` are the fields that the connection fills, such as the polarity.
    """

    kind: TieKind
    turned: bool
    values: Mapping[str, str | float]


Reading = Mapping[str, Meaning]
"""Type, as the file writes it -> what it means; the empty text stands for elements without a type."""


def _is_causal(foreign: Foreign) -> bool:
    """Whether the map is one of causes: the program draws only such, or half of its connections have a sign."""
    signed = sum(bool(one.sign) for one in foreign.connections)
    return foreign.causal or bool(signed and 2 * signed >= len(foreign.connections))


def read_types(foreign: Foreign, vocabulary: Vocabulary, given: Reading) -> Reading:
    """The meaning of every type in the file, those with most elements first; what is `given` goes before all."""
    causal = _is_causal(foreign)
    counts = Counter(element.type for element in foreign.elements)
    return {type: given.get(type) or find_meaning(type, vocabulary, causal=causal) for type, _ in counts.most_common()}


def find_meaning(type: str, vocabulary: Vocabulary, *, causal: bool) -> Meaning:
    """What a type means: the name of a kind, a sector or sort of stakeholder, else a guess by the sort of map."""
    word = plain_header(type)
    if (known := _known_word(type, vocabulary)) is not None:
        return known
    for part in type.split()[::-1]:
        if (known := _known_word(part, vocabulary)) is not None:
            return replace(known, reason=ONE_WORD.filled(word=part))
    if causal:
        return Meaning("Factor", reason=UNKNOWN_CAUSAL if word else NO_TYPE_CAUSAL)
    return Meaning("Stakeholder", reason=UNKNOWN_PLAIN if word else NO_TYPE_PLAIN)


def _known_word(type: str, vocabulary: Vocabulary) -> Meaning | None:
    """The meaning of a word that names a kind, a sector or a sort of stakeholder."""
    word = plain_header(type)
    for spelling, label in _names_of_kinds(vocabulary):
        if word and word in {plain_header(spelling), plain_header(spelling) + "s"}:
            return Meaning(label)
    if word in FURTHER:
        return Meaning(FURTHER[word])
    for column in vocabulary.node("Stakeholder").fields:
        if column.name in {"sector", "kind"} and (choice := column.choice(fold_text(type))) is not None:
            return Meaning("Stakeholder", {column.name: choice.value})
    return None


def _names_of_kinds(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    for kind in vocabulary.nodes:
        for spelling in (*kind.spellings, *kind.titles):
            yield spelling, kind.label


class Joins:
    """Which tie a connection becomes. `given`: the file's word for it -> the type of tie that somebody said it is."""

    def __init__(self, vocabulary: Vocabulary, given: Mapping[str, str]) -> None:
        self.vocabulary, self.given = vocabulary, given
        self.known = kinds_by_relation(vocabulary)

    def join(self, one: Connection, source: str, target: str) -> TieMeaning | None:
        """The tie between nodes of these labels; None where no kind of tie can join them.

        In this order: the type that is given for its word, the word itself, a sign between causes, the ends.
        """
        signed = [self.vocabulary.tie(CAUSAL)] if one.sign and source in CAUSES and target in CAUSES else []
        for kind in (*self._kinds_for(one.type), *signed):
            for turned, ends in ((False, (source, target)), (True, (target, source))):
                if ends in kind.ends:
                    return TieMeaning(kind, turned, _values(one, kind, known=True))
        for turned, ends in ((False, (source, target)), (True, (target, source))):
            by_ends = _kind_by_ends(one, ends, self.vocabulary)
            if by_ends is not None:
                return TieMeaning(by_ends, turned, _values(one, by_ends, known=False))
        return None

    def _kinds_for(self, word: str) -> Iterable[TieKind]:
        if word in self.given:
            return [self.vocabulary.tie(self.given[word])]
        return self.known.get(plain_header(word), []) if word else []


def _kind_by_ends(one: Connection, ends: tuple[str, str], vocabulary: Vocabulary) -> TieKind | None:
    """The tie that these ends alone suggest."""
    if ends == ("Stakeholder", "Stakeholder"):
        # An arrow with a word of its own is some relation; all else between two organisations is a partnership.
        return vocabulary.tie(
            "RELATES_TO" if one.direction == "directed" and (one.type or one.sign) else "PARTNERS_WITH"
        )
    if ends in BY_ENDS:
        return vocabulary.tie(BY_ENDS[ends][0])
    if ends == ("Innovation", "Problem") and not one.sign:
        return vocabulary.tie("ADDRESSES")
    return next((kind for kind in (vocabulary.tie(CAUSAL),) if ends in kind.ends), None)


def _values(one: Connection, kind: TieKind, *, known: bool) -> dict[str, str | float]:
    """The fields of a tie that the connection fills: sign, delay, weight, and a word that names no kind of tie."""
    values: dict[str, str | float] = {}
    if kind.type == CAUSAL:
        values["polarity"] = one.sign or "?"
        if one.delay:
            values["delay"] = DELAYS.get(one.delay, "long")
            if one.delay not in DELAYS:
                values["delay (file)"] = one.delay
    elif one.sign:
        values["sign" if any(column.name == "sign" for column in kind.fields) else "sign (file)"] = one.sign
    open_field = next((column.name for column in kind.fields if column.name in {"kind", "role"}), "")
    if one.type and not known and open_field:
        values[open_field] = one.type
    if one.weight is not None and one.weight > 0:
        values["weight"] = one.weight
    return values

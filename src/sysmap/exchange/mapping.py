"""mapping.toml: how a file's words were read, beside the tables that were made of it. Edit it and import again."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sysmap.errors import Cause, DataError, nearest
from sysmap.exchange.foreign import Foreign
from sysmap.exchange.meaning import Meaning, Reading
from sysmap.messages import AnyText, Message, Text
from sysmap.schema import Vocabulary
from sysmap.tables.notes import did_you_mean
from sysmap.tables.toml_spelling import quote

__all__ = ["MAPPING", "Mapped", "known_meaning", "read_mapping", "write_mapping"]

MAPPING = "mapping.toml"
BROKEN = Cause("X020", "is not TOML: {reason}", "mend the line, or delete the file to have it made anew")
NO_KIND = Cause("X021", "{value} is no kind of thing", "{known}")
NO_TYPE = Cause("X022", "{value} is no kind of tie", "{known}")
HEAD = Message(
    "How sysmap read {format}. Change what is wrong, and import the file again: the same answer comes out.\n"
    "guess = true: nothing proves it. Take the line away once you have looked at it."
)


@dataclass(frozen=True, slots=True)
class Mapped:
    """What mapping.toml says: the meaning of types, the tie of each relation, and the tables as they were written.

    `hashes`: name of a table -> the hash of what the last import wrote there.
    """

    types: Reading = field(default_factory=dict)
    relations: Mapping[str, str] = field(default_factory=dict)
    hashes: Mapping[str, str] = field(default_factory=dict)

    def changed(self, files: Mapping[str, bytes]) -> tuple[str, ...]:
        """Which of these tables are not as the last import wrote them, so that somebody has changed them."""
        return tuple(
            name for name, text in files.items() if name in self.hashes and self.hashes[name] != _hash_of(text)
        )


def _hash_of(text: bytes) -> str:
    """The hash of a table's bytes."""
    return hashlib.sha256(text).hexdigest()


def read_mapping(text: str, vocabulary: Vocabulary) -> Mapped:
    """A mapping.toml as the meaning of words. Raises DataError where it is broken or names what does not exist."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError([BROKEN.fault(MAPPING, 0, 0, reason=str(error))]) from error
    labels, ties = {kind.label for kind in vocabulary.nodes}, {kind.type for kind in vocabulary.ties}
    types = {}
    for type, values in content.get("types", {}).items():
        label = _known(values.get("kind"), labels, NO_KIND)
        fills = {name: str(value) for name, value in values.items() if name not in {"kind", "guess", "reason"}}
        types[type] = Meaning(
            label, fills, Message("{reason}").filled(reason=values["reason"]) if values.get("guess") else None
        )
    relations = {
        word: _known(values.get("tie"), ties, NO_TYPE) for word, values in content.get("relations", {}).items()
    }
    return Mapped(types, relations, {name: str(value) for name, value in content.get("tables", {}).items()})


def _known(value: object, known: set[str], cause: Cause) -> str:
    if value in known:
        return str(value)
    offered: AnyText = did_you_mean(nearest(str(value), sorted(known)))
    raise DataError([cause.fault(MAPPING, 0, 0, value=repr(value), known=offered or ", ".join(sorted(known)))])


def known_meaning(word: str, vocabulary: Vocabulary) -> tuple[str, Meaning]:
    """What `Org=Stakeholder` says: the type, and its meaning. Raises DataError where there is no such kind."""
    type, _, label = word.rpartition("=")
    labels = {known.casefold(): kind.label for kind in vocabulary.nodes for known in (kind.label, *kind.spellings)}
    return type.strip(), Meaning(
        labels.get(label.strip().casefold()) or _known(label.strip(), {*labels.values()}, NO_KIND)
    )


def write_mapping(format: Text, foreign: Foreign, mapped: Mapped, tables: Mapping[str, bytes], language: str) -> str:
    """The text of mapping.toml."""
    head = HEAD.filled(format=format).render(language)
    lines = [f"# {line}" for line in head.splitlines()]
    for type, meaning in mapped.types.items():
        lines += ["", f"[types.{quote(type)}]  # {sum(one.type == type for one in foreign.elements)}"]
        lines += list(_meaning(meaning, language))
    for word, type in mapped.relations.items():
        lines += ["", f"[relations.{quote(word)}]  # {sum(one.type == word for one in foreign.connections)}"]
        lines.append(f"tie = {quote(type)}")
    lines += ["", "[tables]", *(f"{quote(name)} = {quote(_hash_of(text))}" for name, text in sorted(tables.items()))]
    return "\n".join(lines) + "\n"


def _meaning(meaning: Meaning, language: str) -> Iterator[str]:
    yield f"kind = {quote(meaning.label)}"
    for name, value in meaning.values.items():
        yield f"{name} = {quote(value)}"
    if meaning.reason is not None:
        yield "guess = true"
        yield f"reason = {quote(meaning.reason.render(language))}"

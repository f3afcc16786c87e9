"""What is known of the nodes and ties, made ready for a picture: columns with their words, values cut to a bound, private ones left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import isfinite
from pathlib import Path
from typing import Any

from sysmap.analysis import Analysis, kept
from sysmap.messages import Text, languages
from sysmap.records.learning_assessments import too_few
from sysmap.rendering.port import Look
from sysmap.schema import Field

__all__ = ["LONGEST", "LONGEST_NAME", "Facts", "clean_value", "drawn_nodes", "field_words", "pair", "personal_fields", "templates"]

LONGEST = 2_000
"""Characters of a text that go into a page; what is cut is said there."""
LONGEST_NAME = 300
UNDRAWN = ("Assessment",)
"""Kinds that are told in the panel of the stakeholder they are about, not drawn: a unit may have ten of them."""
UNTOLD = frozenset({"name", "label", "type", "map", "uid"})
"""Properties that are the node itself, or said elsewhere."""


def drawn_nodes(analysis: Analysis) -> tuple[str, ...]:
    """The nodes on the map, as uids: by kind in the vocabulary's order, then by name."""
    kinds = [kind.label for kind in analysis.vocabulary.nodes if kind.label not in UNDRAWN]
    return tuple(uid for label in kinds for uid in sorted(analysis.nodes(label), key=lambda u: (analysis.name(u).casefold(), u)))


def pair(text: Text) -> list[str]:
    """A text in the languages of the page.

    >>> from sysmap.messages import Message
    >>> pair(Message("Severity"))
    ['Severity', 'Keparahan']
    """
    return [text.render(language) for language in languages()]


def templates(text: Text) -> list[str]:
    """A text in the languages of the page, with its parameters open for the page to fill.

    >>> from sysmap.messages import Message
    >>> templates(Message("{n} respondents"))
    ['{n} respondents', '{n} responden']
    """
    return [text.template(language) for language in languages()]


def clean_value(value: object, longest: int = LONGEST) -> Any:
    """A value as JSON may hold it: long texts cut with a mark, broken characters replaced, lists item by item.

    >>> clean("x" * 10, 4), clean(3.0), clean(float("nan"))
    ('xxxx… (+6)', 3, None)
    """
    if isinstance(value, list | tuple):
        return [clean_value(item, longest) for item in value]
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, float):
        return None if not isfinite(value) else int(value) if value.is_integer() else float(value)
    text = str(value)
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode("utf-8")
    return text if len(text) <= longest else f"{text[:longest]}… (+{len(text) - longest})"


def field_words(field: Field) -> dict[str, Any]:
    """A field's label, meaning, unit and choices for a reader."""
    told: dict[str, Any] = {"label": pair(field.label), "meaning": pair(field.meaning)}
    if field.unit:
        told["unit"] = pair(field.unit)
    if field.choices:
        told["choices"] = {choice.value: pair(choice.label) for choice in field.choices}
    return told


@kept
def personal_fields(analysis: Analysis, owner: str) -> frozenset[str]:
    """Names of the personal fields of a label or type, those that all nodes or all ties have among them."""
    common = "node" if owner in {kind.label for kind in analysis.vocabulary.nodes} else "tie"
    return analysis.vocabulary.personal(owner) | analysis.vocabulary.personal(common)


@dataclass(frozen=True)
class Facts:
    """The facts of an analysis as far as a look lets them out.

    `hidden` fields are the personal ones of a label or type; a look that includes them hides none. `folder` is where the
    picture is kept, and its places with it.
    """

    analysis: Analysis
    look: Look
    folder: Path | None = None

    @cached_property
    def uids(self) -> tuple[str, ...]:
        """The drawn nodes, in the order of the picture."""
        part = self.look.part
        return tuple(uid for uid in drawn_nodes(self.analysis) if part is None or uid in part)

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Number of each uid in the picture; an assessment has the number of the stakeholder it is about."""
        index = {uid: at for at, uid in enumerate(self.uids)}
        about = {source: index[target] for source, target, type in self.analysis.whole.edges(data="type")
                 if type == "ASSESSES" and target in index}
        return {**about, **index}

    def hidden(self, owner: str) -> frozenset[str]:
        """Names of the fields of a label or type that stay out; looked up once for each."""
        return frozenset() if self.look.include_personal else personal_fields(self.analysis, owner)

    def told(self, owner: str, props: Mapping[str, Any]) -> dict[str, Any]:
        """The properties of a node or tie that may be shown, cleaned; sysmap's own and empty ones left out."""
        unsaid = self.hidden(owner)
        return {name: clean_value(value) for name, value in props.items()
                if name not in unsaid and name not in UNTOLD and not name.startswith("sm_") and value not in (None, "", [])}

    def columns(self, label: str) -> dict[str, dict[str, Any]]:
        """The columns that nodes of this kind have values in: declared ones with their words, then the user's own."""
        used = {name for uid in self.analysis.nodes(label) for name in self.told(label, self.analysis.props(uid))}
        return _words_of(self.analysis.vocabulary.node_columns(label), used)

    def tie_columns(self, type: str, used: Iterable[str]) -> dict[str, dict[str, Any]]:
        """The same for ties of a type, given the names in use."""
        return _words_of(self.analysis.vocabulary.tie_columns(type), set(used))

    @cached_property
    def withheld(self) -> frozenset[str]:
        """The assessments that too few people answered: they stay out of every look, for one could tell who said what."""
        return frozenset(uid for uid in self.analysis.nodes("Assessment") if too_few(self.analysis.props(uid).get("respondents")))

    @cached_property
    def left_out(self) -> tuple[Text, ...]:
        """The labels of personal fields that have values and were left out, each once."""
        found: dict[str, Text] = {}
        for owner, field in self.analysis.vocabulary.fields():
            if field.sensitivity == "personal" and field.name in self.hidden(owner) and self._has(owner, field.name):
                found.setdefault(field.name, field.label)
        return tuple(found.values())

    def _has(self, owner: str, name: str) -> bool:
        graph = self.analysis.graph
        kinds = {kind.label for kind in self.analysis.vocabulary.nodes}
        if owner in kinds:
            return any(name in self.analysis.props(uid) for uid in self.analysis.nodes(owner))
        return any(name in tie for _, _, tie in graph.edges(data=True) if tie.get("type") == owner)


def _words_of(fields: tuple[Field, ...], used: set[str]) -> dict[str, dict[str, Any]]:
    declared = {field.name: field_words(field) for field in fields if field.name in used}
    own = {name: {"label": [clean_value(name, 80)] * len(languages())} for name in sorted(used - set(declared))}
    return {**declared, **own}

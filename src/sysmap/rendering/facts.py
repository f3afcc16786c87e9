"""The facts of an analysis as a page, picture or report may show them.

Values are cut to a length and made fit for JSON, personal fields are left out, and texts come in the languages of the
page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import isfinite
from pathlib import Path
from typing import Any

from sysmap.analysis import Analysis, kept
from sysmap.messages import Text, UserText
from sysmap.records.learning_assessments import too_few
from sysmap.rendering.port import Look
from sysmap.schema import OURS, Field
from sysmap.tables.personal import looks_personal

__all__ = [
    "LONGEST",
    "LONGEST_COLUMN",
    "LONGEST_NAME",
    "PAGE_LANGUAGES",
    "Facts",
    "clean_value",
    "drawn_nodes",
    "own_personal",
    "personal_fields",
]

LONGEST = 2_000
"""The most characters of a text that a page holds; a cut text ends with a mark that says how many are missing."""
LONGEST_NAME = 300
"""The same for a name."""
LONGEST_COLUMN = 80
"""The same for the name of a user's own column."""
PAGE_LANGUAGES = ("en", "id")
"""The languages that every page carries; a page in another language carries that one too, as the last."""
UNDRAWN = ("Assessment",)
"""Kinds of nodes that are not drawn: the panel of the stakeholder they are about lists them. A unit may have ten of
them."""
NOT_LISTED = frozenset({"name", "label", "type", "map", "uid"})
"""Properties that no list of facts shows: they identify the node or tie, or the page shows them elsewhere."""


def drawn_nodes(analysis: Analysis) -> tuple[str, ...]:
    """The uids of the nodes on the map: by kind in the vocabulary's order, then by name."""
    kinds = [kind.label for kind in analysis.vocabulary.nodes if kind.label not in UNDRAWN]
    return tuple(
        uid for label in kinds for uid in sorted(analysis.nodes(label), key=lambda u: (analysis.name(u).casefold(), u))
    )


def clean_value(value: object, longest: int = LONGEST) -> Any:
    """A value that JSON can hold.

    Long texts are cut with a mark, broken characters replaced, lists cleaned item by item.

    NaN and the infinities become None, whole floats become ints.

    >>> clean_value("x" * 10, 4), clean_value(3.0), clean_value(float("nan"))
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


@kept
def personal_fields(analysis: Analysis, owner: str) -> frozenset[str]:
    """The names of the personal fields of a label or type, including the fields that all nodes or all ties have.

    And of the user's own columns that look personal, unless the map says that they are public.
    """
    vocabulary = analysis.vocabulary
    is_node = owner in {kind.label for kind in vocabulary.nodes}
    declared = vocabulary.personal(owner) | vocabulary.personal("node" if is_node else "tie")
    return declared | own_personal(analysis, owner)


@kept
def own_personal(analysis: Analysis, owner: str) -> frozenset[str]:
    """The names of the user's own columns of a label or type that look personal, and are not said to be public."""
    vocabulary = analysis.vocabulary
    if owner in {kind.label for kind in vocabulary.nodes}:
        known = {field.name for field in vocabulary.node_columns(owner)}
        rows: Iterable[Mapping[str, Any]] = map(analysis.props, analysis.nodes(owner))
    else:
        known = {field.name for kind in vocabulary.ties if kind.type == owner for field in kind.fields}
        known |= {field.name for field in vocabulary.tie_fields}
        rows = (tie for _, _, tie in analysis.graph.edges(data=True) if tie.get("type") == owner)
    values: dict[str, set[object]] = {}
    skipped = known | NOT_LISTED | set(analysis.config.read.public)
    for row in rows:
        for name, value in row.items():
            if name not in skipped and not name.startswith(OURS):
                values.setdefault(name, set()).update(value if isinstance(value, list) else (value,))
    return frozenset(name for name, cells in values.items() if looks_personal(name, cells))


@dataclass(frozen=True)
class Facts:
    """The facts of an analysis, as far as a look allows them to be shown.

    `folder` is where the picture is written; it also keeps the places of the nodes. None: no places are kept.
    """

    analysis: Analysis
    look: Look
    folder: Path | None = None

    @cached_property
    def uids(self) -> tuple[str, ...]:
        """The uids of the drawn nodes, in the order of the picture; only those of the look's part, if it has one."""
        part = self.look.part
        return tuple(uid for uid in drawn_nodes(self.analysis) if part is None or uid in part)

    @cached_property
    def index(self) -> Mapping[str, int]:
        """The number of each uid in the picture, from 0.

        An assessment has the number of the stakeholder it is about.
        """
        index = {uid: at for at, uid in enumerate(self.uids)}
        about = {
            source: index[target]
            for source, target, type in self.analysis.graph.edges(data="type")
            if type == "ASSESSES" and target in index
        }
        return {**about, **index}

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of the page's texts, in the order in which `translate` gives them.

        The page's own is always among them.

        >>> Facts(None, Look(language="jv")).languages
        ('en', 'id', 'jv')
        """
        return tuple(dict.fromkeys((*PAGE_LANGUAGES, self.look.tongue(self.analysis))))

    def translate(self, text: Text) -> list[str]:
        """The text in each language of the page.

        >>> from sysmap.messages import Message
        >>> Facts(None, Look(language="id")).translate(Message("Severity"))
        ['Severity', 'Keparahan']
        """
        return [text.render(language) for language in self.languages]

    def translate_template(self, text: Text) -> list[str]:
        """The text in each language of the page, with its parameters left in braces for the page's script to fill.

        >>> from sysmap.messages import Message
        >>> Facts(None, Look(language="id")).translate_template(Message("{n} respondents"))
        ['{n} respondents', '{n} responden']
        """
        return [text.template(language) for language in self.languages]

    def repeat(self, word: str) -> list[str]:
        """A word from the user's tables, which has no translation: the same in each language of the page."""
        return [word] * len(self.languages)

    def hidden(self, owner: str) -> frozenset[str]:
        """The names of the fields of a label or type that are not shown.

        Its personal fields, unless the look includes them.
        """
        return frozenset() if self.look.include_personal else personal_fields(self.analysis, owner)

    def visible_values(self, owner: str, props: Mapping[str, Any]) -> dict[str, Any]:
        """The properties of a node or tie that may be shown, as clean values.

        Sysmap's own and empty ones are left out.
        """
        hidden = self.hidden(owner)
        return {
            name: clean_value(value)
            for name, value in props.items()
            if name not in hidden
            and name not in NOT_LISTED
            and not name.startswith("sm_")
            and value not in (None, "", [])
        }

    def columns(self, label: str) -> dict[str, dict[str, Any]]:
        """The columns in which nodes of this kind have visible values, with what a reader needs to know of each.

        Declared columns come first, in the vocabulary's order, then the user's own by name.
        """
        used = {
            name for uid in self.analysis.nodes(label) for name in self.visible_values(label, self.analysis.props(uid))
        }
        return self._describe_columns(self.analysis.vocabulary.node_columns(label), used)

    def tie_columns(self, type: str, used: Iterable[str]) -> dict[str, dict[str, Any]]:
        """The same for ties of a type; `used` are the names of the columns that have visible values."""
        return self._describe_columns(self.analysis.vocabulary.tie_columns(type), set(used))

    def _describe_columns(self, fields: tuple[Field, ...], used: set[str]) -> dict[str, dict[str, Any]]:
        declared = {field.name: self._describe_field(field) for field in fields if field.name in used}
        own = {name: {"label": self.repeat(clean_value(name, LONGEST_COLUMN))} for name in sorted(used - set(declared))}
        return {**declared, **own}

    def _describe_field(self, field: Field) -> dict[str, Any]:
        """A declared field's label and meaning, and its unit and choices where it has them."""
        words: dict[str, Any] = {"label": self.translate(field.label), "meaning": self.translate(field.meaning)}
        if field.unit:
            words["unit"] = self.translate(field.unit)
        if field.choices:
            words["choices"] = {choice.value: self.translate(choice.label) for choice in field.choices}
        return words

    @cached_property
    def withheld(self) -> frozenset[str]:
        """The assessments with too few respondents. No look shows them: a reader could tell who answered what."""
        return frozenset(
            uid for uid in self.analysis.nodes("Assessment") if too_few(self.analysis.props(uid).get("respondents"))
        )

    @cached_property
    def left_out(self) -> tuple[Text, ...]:
        """The labels of the personal fields that have values and are hidden, each once."""
        labels: dict[str, Text] = {}
        for owner, field in self.analysis.vocabulary.fields():
            if field.sensitivity == "personal" and field.name in self.hidden(owner) and self._has(owner, field.name):
                labels.setdefault(field.name, field.label)
        for owner in (
            *(kind.label for kind in self.analysis.vocabulary.nodes),
            *(k.type for k in self.analysis.vocabulary.ties),
        ):
            for name in sorted(own_personal(self.analysis, owner) & self.hidden(owner)):
                labels.setdefault(name, UserText(name))
        return tuple(labels.values())

    def _has(self, owner: str, name: str) -> bool:
        """Whether a node of this label, or a tie of this type, has a value in the field."""
        graph = self.analysis.graph
        kinds = {kind.label for kind in self.analysis.vocabulary.nodes}
        if owner in kinds:
            return any(name in self.analysis.props(uid) for uid in self.analysis.nodes(owner))
        return any(name in tie for _, _, tie in graph.edges(data=True) if tie.get("type") == owner)

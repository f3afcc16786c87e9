"""A map to a form in the XLSForm standard, which KoboToolbox, ODK and Enketo read: https://xlsform.org.

It asks an organisation with whom it works and how, on which problems, what it offers and needs, and how it learns. The
lists of organisations and problems are those of the map.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sysmap.messages import Text, in_context, languages
from sysmap.schema import Choice
from sysmap.tables.rows import Dataset
from sysmap.tables.survey.questions import NONE, OTHER, QUESTIONS, token
from sysmap.tables.workbook import new_workbook

__all__ = ["DISCIPLINES", "form_workbook", "survey_form"]

Rows = list[list[str]]

_LANGUAGE_NAMES = {"en": "English (en)", "id": "Bahasa Indonesia (id)"}
"""What XLSForm calls a language: its name and its code."""
_COLUMNS = ("type", "name", "required", "relevant", "constraint", "appearance", "calculation", "repeat_count")
_GROUPS: Mapping[str, Text] = {
    "who": in_context("survey", "Who you are"),
    "work": in_context("survey", "With whom you work"),
    "how": in_context("survey", "How you work together"),
    "tasks": in_context("survey", "What you work on"),
    "learning": in_context("survey", "How your organisation learns: 1 not at all, 5 fully"),
}
_NO_OTHERS = in_context("survey", "Choose either that there is none, or the ones there are.")
_OFTEN: tuple[Text, ...] = (
    in_context("survey", "rarely"),
    in_context("survey", "sometimes"),
    in_context("survey", "often"),
    in_context("survey", "always"),
)
_THERE_IS_NONE = in_context("survey", "None")
_ANOTHER = in_context("survey", "Another, which is not in this list")
_TITLE = in_context("survey", "Who works with whom: {title}")
_FIRST_DAY = date(2026, 1, 1)
"""Stands in the place of the clock."""
DISCIPLINES = ("personal_mastery", "mental_models", "systems_thinking", "team_learning", "shared_vision")


def survey_form(dataset: Dataset) -> dict[str, Rows]:
    """The sheets `survey`, `choices` and `settings` of the form for a map, each a header and rows of text.

    The default language is the map's own. The number of the round is one above the last that the map has assessed.
    """
    default = dataset.config.language
    order = sorted(languages(), key=lambda language: language != default)
    form = _Form(order)
    return {
        "survey": form.survey(_next_wave(dataset)),
        "choices": form.choices(dataset),
        "settings": [
            ["form_title", "form_id", "default_language"],
            [_TITLE.filled(title=dataset.config.title).render(default), token(dataset.config.name), _name(default)],
        ],
    }


def _next_wave(dataset: Dataset) -> int:
    waves = [node.props.get("wave") for node in dataset.nodes if node.label == "Assessment"]
    return 1 + max((wave for wave in waves if isinstance(wave, int)), default=0)


def _name(language: str) -> str:
    return _LANGUAGE_NAMES.get(language, language)


class _Form:
    """The rows of a form whose texts stand in these languages, the default one first."""

    def __init__(self, order: Sequence[str]) -> None:
        self.order = order

    def titles(self, *columns: str) -> list[str]:
        """The headers of texts: one for each column and language."""
        return [f"{column}::{_name(language)}" for column in columns for language in self.order]

    def texts(self, text: Text | None) -> list[str]:
        return [text.render(language) if text else "" for language in self.order]

    def survey(self, wave: int) -> Rows:
        header = [*_COLUMNS, *self.titles("label", "hint", "constraint_message")]
        return [header, *self.questions(wave)]

    def questions(self, wave: int) -> Iterator[list[str]]:
        yield self.group("begin_group", "who")
        yield self.ask("office", required="yes", appearance="minimal autocomplete")
        yield self.ask("office_other", required="yes", relevant=f"${{office}} = '{OTHER}'")
        yield self.ask("respondent_name")
        yield self.group("end_group", "who")
        yield self.group("begin_group", "work")
        yield self.ask(
            "partners", required="yes", appearance="minimal", constraint=_apart(" and not(selected(., ${office}))")
        )
        yield self.ask("partners_other", relevant=f"selected(${{partners}}, '{OTHER}')")
        yield self.group("end_group", "work")
        real = f"count-selected(${{partners}}) - selected(${{partners}}, '{NONE}') - selected(${{partners}}, '{OTHER}')"
        yield self.group("begin_repeat", "how", repeat_count=real)
        # `other` and `none` stand last in the list, so the first ones selected are the organisations.
        yield self.row("calculate", "partner", calculation="selected-at(${partners}, position(..) - 1)")
        yield self.row("calculate", "partner_name", calculation="jr:choice-name(${partner}, '${partners}')")
        yield self.ask("partner_kind")
        yield self.ask("partner_often")
        yield self.group("end_repeat", "how")
        yield self.group("begin_group", "tasks")
        yield self.ask("problems", required="yes", appearance="minimal", constraint=_apart())
        yield self.ask("problems_other", relevant=f"selected(${{problems}}, '{OTHER}')")
        yield self.ask("offers")
        yield self.ask("needs")
        yield self.group("end_group", "tasks")
        yield self.group("begin_group", "learning")
        for name in DISCIPLINES:
            yield self.ask(name, appearance="likert")
        yield self.group("end_group", "learning")
        yield self.row("calculate", "wave", calculation=str(wave))

    def ask(self, name: str, **cells: str) -> list[str]:
        question = QUESTIONS[name]
        type = {"one": f"select_one {question.list}", "many": f"select_multiple {question.list}"}.get(
            question.kind, "text"
        )
        broken = _NO_OTHERS if "constraint" in cells else None
        return self.row(
            type,
            name,
            self.texts(question.text.filled(partner="${partner_name}")),
            self.texts(question.hint),
            self.texts(broken),
            **cells,
        )

    def group(self, type: str, name: str, **cells: str) -> list[str]:
        return self.row(type, name, self.texts(_GROUPS[name]) if type.startswith("begin") else (), **cells)

    def row(self, type: str, name: str, *texts: Sequence[str], **cells: str) -> list[str]:
        first = [{"type": type, "name": name, **cells}.get(column, "") for column in _COLUMNS]
        said = [text for group in texts for text in (group or [""] * len(self.order))]
        return first + said + [""] * (3 * len(self.order) - len(said))

    def choices(self, dataset: Dataset) -> Rows:
        rows: Rows = [["list_name", "name", *self.titles("label")]]
        for list_name, label in (("stakeholders", "Stakeholder"), ("problems", "Problem")):
            nodes = sorted(
                (node for node in dataset.nodes if node.label == label), key=lambda node: str(node.props["name"])
            )
            rows += [[list_name, token(str(n.props["id"])), *[str(n.props["name"])] * len(self.order)] for n in nodes]
            rows.append([list_name, OTHER, *self.texts(_ANOTHER)])
            rows.append([list_name, NONE, *self.texts(_THERE_IS_NONE)])
        kinds = next(field for field in dataset.vocabulary.tie("PARTNERS_WITH").fields if field.name == "kind")
        rows += [["kinds", token(choice.value), *self.choice_texts(choice)] for choice in kinds.choices]
        rows += [["often", str(weight), *self.texts(text)] for weight, text in enumerate(_OFTEN, 1)]
        rows += [["agree", str(score), *[str(score)] * len(self.order)] for score in range(1, 6)]
        return rows

    def choice_texts(self, choice: Choice) -> list[str]:
        return self.texts(choice.label)


def _apart(more: str = "") -> str:
    """The constraint that nobody chooses "none" beside others."""
    return f"not(selected(., '{NONE}') and count-selected(.) > 1){more}"


def form_workbook(dataset: Dataset) -> bytes:
    """The bytes of the form as an .xlsx; the same map gives the same bytes."""
    out = io.BytesIO()
    with new_workbook(out, _FIRST_DAY, dataset.config.title) as book:
        for name, rows in survey_form(dataset).items():
            sheet = book.add_sheet(name)
            for at, row in enumerate(rows):
                for column, text in enumerate(row):
                    book.write(sheet, at, column, text or None, "text" if at else "header")
            sheet.freeze_panes(1, 0)
    return out.getvalue()

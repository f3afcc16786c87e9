"""One workbook to fill in: a sheet a table, with drop-down lists, notes on the headers, and an example in each."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

from sysmap.messages import AnyText, Joined, Listing, Message, in_context, render
from sysmap.schema import Field, Ref, Vocabulary
from sysmap.tables.sheets import EXAMPLE
from sysmap.tables.table_names import LINKS, TableNames, table_title
from sysmap.tables.templates import TableTemplate, table_templates
from sysmap.tables.terms import choice_term, tie_term
from sysmap.tables.workbook import WorkbookWriter, new_workbook, width_of

__all__ = ["FILE_NAME", "template_workbook"]

FILE_NAME = in_context("name of a file", "map.xlsx")
_GUIDE = in_context("name of a sheet", "Read me (ignore)")
_CHOICES = in_context("name of a sheet", "choices (ignore)")
_TITLES: Mapping[str, Message] = {
    "partnerships.csv": in_context("name of a sheet", "Partnerships"),
    LINKS: in_context("name of a sheet", "Links"),
    "stages.csv": in_context("name of a sheet", "Stages"),
}
"""Names of sheets that say more than the title of a table in a sentence."""
_LINES = (
    Message("Fill in the sheets of stakeholders and problems first; the others can wait."),
    Message("One row for each. The grey row shows how; it is not read, and you may take it out."),
    Message("The little arrow in a cell offers what may stand there. Several at once: separate them with |."),
    Message("Point at a header to read what the column means. Columns of your own may follow on the right."),
    Message(
        "Take out the sheets that you do not need. A sheet that nobody has filled in counts as not asked; to say that there are none, write a row with the "
        'word "none".'
    ),
    Message("This sheet is not read, nor any whose name ends with (ignore)."),
)
_SAMPLES: Mapping[str, tuple[str, Message]] = {
    "Stakeholder": ("dinkes", in_context("example", "Health office")),
    "Problem": ("stunting", in_context("example", "Stunting of small children")),
    "Innovation": ("pos-gizi", in_context("example", "Nutrition posts")),
    "Factor": ("air-bersih", in_context("example", "Access to clean water")),
    "Goal": ("sehat", in_context("example", "Every child grows up healthy")),
    "GrowSession": ("g1", in_context("example", "First session")),
    "Assessment": ("n1", in_context("example", "First assessment")),
}
"""Id and name of the example of each kind of node."""
_ORGANISATION = "organisation"
"""The choice that suits the examples, where a field has it; else the first does."""
_WIDE = 2
"""How wide a range is at least of which the example shows a number."""
_PARTNER = in_context("example", "University")
_SEVERAL = Message("ids or names of {kinds}, several joined by |")
_ONE_OF = Message("one of: {choices}")
_NUMBER = Message("a number, {range}")
_DAY = Message("a day such as 2026-01-31, a month or a year")
_FIRST_DAY = date(2026, 1, 1)
"""Stands in the place of the clock: the same words give the same bytes."""
_ROWS = 1000
"""How many rows have drop-down lists."""


def template_workbook(vocabulary: Vocabulary, language: str) -> bytes:
    """The bytes of an .xlsx with an empty sheet for every table that a map may have, in the language."""
    out = io.BytesIO()
    with new_workbook(out, _FIRST_DAY) as book:
        guide = book.add_sheet(_GUIDE.render(language))
        for row, line in enumerate(_LINES):
            book.write(guide, row, 0, line.render(language))
        guide.set_column(0, 0, width_of(line.render(language) for line in _LINES) * 2)
        filler = _Filler(book, vocabulary, language)
        for table in table_templates(vocabulary):
            filler.add(table)
        filler.add_choices()
        filler.first.activate()
    return out.getvalue()


class _Filler:
    """A workbook while its sheets are made; `lists` are the drop-down lists, each a column of a sheet of their own."""

    def __init__(self, book: WorkbookWriter, vocabulary: Vocabulary, language: str) -> None:
        self.book, self.vocabulary, self.language = book, vocabulary, language
        self.names = TableNames(vocabulary)
        self.lists: dict[tuple[str, ...], str] = {}
        self.sheets: list[Any] = []

    @property
    def first(self) -> Any:
        """The sheet that is shown when the workbook is opened."""
        return self.sheets[0]

    def sheet_name(self, file: str) -> str:
        """What the sheet of a table is called: its title, where that means this table alone; else its file's name."""
        title = render(_TITLES.get(file) or table_title(file, self.vocabulary), self.language)
        title = title[:1].upper() + title[1:]
        return title if self.names.meant(title) == ((file,), True) else file.removesuffix(".csv")

    def add(self, table: TableTemplate) -> None:
        """A sheet with headers, notes, drop-down lists and an example."""
        sheet = self.book.add_sheet(self.sheet_name(table.file))
        self.sheets.append(sheet)
        for index, (header, column) in enumerate(table.headers(self.language).items()):
            example = self.example(table, column)
            self.book.write(sheet, 0, index, header, "header")
            self.book.write(
                sheet, 1, index, f"{EXAMPLE.render(self.language)} {example}" if index == 0 else example, "example"
            )
            sheet.write_comment(0, index, render(self.note(table, column), self.language), {"x_scale": 2, "author": ""})
            sheet.set_column(
                index,
                index,
                max(14, width_of([header, example])),
                self.book.formats["text" if _is_text(column) else "plain"],
            )
            self.offer(sheet, index, column)
        sheet.freeze_panes(1, 2)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def offer(self, sheet: Any, index: int, column: Field | Ref) -> None:
        """Offer the choices of a column in a drop-down list; other words may be written where the field allows it."""
        words = tuple(self.words(column))
        if words:
            letter = self.lists.setdefault(words, _letter(len(self.lists)))
            source = f"='{_CHOICES.render(self.language)}'!${letter}$1:${letter}${len(words)}"
            sheet.data_validation(1, index, _ROWS, index, {"validate": "list", "source": source, "show_error": False})
        elif isinstance(column, Field) and column.low is not None and column.high is not None and not column.many:
            bounds = {"validate": "decimal", "criteria": "between", "minimum": column.low, "maximum": column.high}
            sheet.data_validation(2, index, _ROWS, index, {**bounds, "error_type": "warning"})

    def words(self, column: Field | Ref) -> list[str]:
        """The words of a drop-down list; none where the column has no choices."""
        if isinstance(column, Ref):
            return []
        if column.name == "relation":
            return [tie_term(tie).render(self.language) for tie in self.vocabulary.ties]
        return [choice_term(choice).render(self.language) for choice in column.choices]

    def note(self, table: TableTemplate, column: Field | Ref) -> AnyText:
        """What a column means, and what may stand in it."""
        if isinstance(column, Ref):
            labels = self.named(column, self.label(table.file))
            kinds = Listing((self.vocabulary.node(label).plural.lower_first() for label in labels), "or")
            return Joined((column.label, _SEVERAL.filled(kinds=kinds)), ": ")
        parts: list[AnyText] = [column.meaning]
        if column.choices:
            parts.append(_ONE_OF.filled(choices=Listing(map(choice_term, column.choices), "or")))
        elif column.interval:
            parts.append(_NUMBER.filled(range=column.interval))
        elif column.type == "date":
            parts.append(_DAY)
        return Joined(parts, "\n")

    def example(self, table: TableTemplate, column: Field | Ref) -> str:
        """What the example says in a column; nothing where an example would teach nothing."""
        own = self.label(table.file)
        if isinstance(column, Ref):
            label = self.named(column, own)[0]
            return self.sample(label) if label != own else ""
        if own and column.name in ("id", "name"):
            return _SAMPLES[own][0] if column.name == "id" else self.sample(own)
        if not own and column.name in ("source", "target", *(history.ref for history in self.vocabulary.histories)):
            return self.end(table.file, column.name)
        return self.usual(column)

    def usual(self, column: Field) -> str:
        """A usual value of a column."""
        if column.name == "relation":
            return tie_term(self.vocabulary.tie("WORKS_ON")).render(self.language)
        if column.choices:
            usual = next((choice for choice in column.choices if choice.value == _ORGANISATION), column.choices[0])
            return choice_term(usual).render(self.language)
        if column.type == "date":
            return "2026-01-31" if column.name != "until" else ""
        wide = column.low is not None and column.high is not None and column.high - column.low >= _WIDE
        return f"{(column.low or 0) + 2:g}" if wide else ""

    def named(self, column: Ref, own: str) -> list[str]:
        """The labels of the nodes that a column of references names in a table of `own` nodes."""
        ends = self.vocabulary.tie(column.tie).ends
        pairs = ends if column.outgoing else [(target, source) for source, target in ends]
        return list(dict.fromkeys(other for this, other in pairs if this == own))

    def end(self, file: str, column: str) -> str:
        """What the example joins: two stakeholders, in links a stakeholder and a problem, in stages an innovation."""
        if column == "source":
            return self.sample("Stakeholder")
        if column == "target":
            return self.sample("Problem") if file == LINKS else _PARTNER.render(self.language)
        return self.sample("Innovation")

    def label(self, file: str) -> str:
        """The label of the nodes in a table; empty for a table of something else."""
        return next((kind.label for kind in self.vocabulary.nodes if kind.file == file), "")

    def sample(self, label: str) -> str:
        """The name of the example of a kind of node."""
        return _SAMPLES[label][1].render(self.language)

    def add_choices(self) -> None:
        """The sheet of the drop-down lists, which is hidden and not read."""
        sheet = self.book.add_sheet(_CHOICES.render(self.language))
        for column, words in enumerate(self.lists):
            for row, word in enumerate(words):
                self.book.write(sheet, row, column, word, "text")
        sheet.hide()


def _letter(index: int) -> str:
    """The letters of a column, from 0: `A`, `B`, ..., `AA`."""
    return (_letter(index // 26 - 1) if index >= 26 else "") + chr(65 + index % 26)  # noqa: PLR2004  letters there are


def _is_text(column: Field | Ref) -> bool:
    """Whether cells of a column are texts even where they look like numbers or days."""
    return isinstance(column, Ref) or column.type == "text"

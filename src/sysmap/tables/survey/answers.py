"""The answers to our survey, as KoboToolbox, ODK or Enketo export them, to what each organisation said.

An export has a row for each respondent. Its headers are names of questions, with or without the names of groups before
them (`work/partners`), or the questions as they were asked. Several choices stand in one cell, parted by blanks, or
each in a column of its own (`work/partners/dinkes`: 1). How two work together stands in a second table, with a row for
each partner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sysmap.errors import Cause
from sysmap.messages import plural
from sysmap.tables.dates import read_date
from sysmap.tables.notes import Notes
from sysmap.tables.sheets import Sheet
from sysmap.tables.sources.port import PlacedRow
from sysmap.tables.survey.form import DISCIPLINES
from sysmap.tables.survey.questions import NONE, OTHER, QUESTIONS
from sysmap.tables.text import clean_text, fold_text, plain_header, split_parts

__all__ = ["ANSWERS", "DETAILS", "Answer", "Detail", "are_answers", "are_details", "read_answers", "survey_table"]

NO_OFFICE = Cause(
    "F362", "nobody says for which organisation this is answered", "fill in {header}, or take the row out"
)

_READ = plural("answers of {n} respondent", "answers of {n} respondents")
_PATH = re.compile(r"[/:.-]")
_SENT = ("_submission_time", "submissiondate", "end", "_submission__submission_time")
_KEYS = ("_uuid", "key", "_index", "meta/instanceid", "instanceid")
_PARENTS = ("_submission__uuid", "parent_key", "_parent_index")
_YES = frozenset(("1", "true", "1.0", "ya", "yes"))


@dataclass(frozen=True, slots=True)
class Detail:
    """How the respondent's organisation works together with a partner: the kind, and how often (1 to 4)."""

    kind: str = ""
    often: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one respondent said, on a line of the export.

    `office`, `partners` and `problems` are names of choices, or names that the respondent wrote; None means that the
    question was not answered, an empty tuple that there is none. `scores` are the disciplines, 1 to 5. `day` is that of
    the answer as ISO text, empty where it is not known.
    """

    line: int
    office: str
    partners: tuple[str, ...] | None = None
    problems: tuple[str, ...] | None = None
    offers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    scores: Mapping[str, int] = field(default_factory=dict)
    details: Mapping[str, Detail] = field(default_factory=dict)
    day: str = ""
    wave: int = 1


ANSWERS, DETAILS = "answers.csv", "answers-partners.csv"
"""What the two tables of an export count as among the tables of a folder, whatever they are called."""
_LOOK = 5
"""In how many rows the header is sought."""


def survey_table(rows: Sequence[PlacedRow]) -> tuple[str, list[str]] | None:
    """Which of the two tables of an export these rows are, and its header; None where they are neither.

    >>> survey_table([(1, ["office", "partners", "_uuid"]), (2, ["dinkes", "ugm", "u1"])])
    ('answers.csv', ['office', 'partners', '_uuid'])
    """
    for _, header in rows[:_LOOK]:
        if are_answers(header):
            return ANSWERS, header
        if are_details(header):
            return DETAILS, header
    return None


def are_answers(header: Sequence[str]) -> bool:
    """Whether these are the headers of an export of our survey.

    >>> are_answers(["who/office", "work/partners", "_uuid", "_submission_time"]), are_answers(["office", "partners"])
    (True, False)
    """
    places = _places(header)
    return {"office", "partners"} <= places.keys() and any(title.casefold() in (*_SENT, *_KEYS) for title in header)


def are_details(header: Sequence[str]) -> bool:
    """Whether these are the headers of the export's second table: a row for each partner of a respondent.

    >>> are_details(["how/partner", "how/partner_kind", "_parent_index"])
    True
    """
    places = _places(header)
    return "partner" in places and "office" not in places and _first(header, _PARENTS) is not None


def read_answers(sheet: Sheet, details: Sheet | None, notes: Notes) -> tuple[Answer, ...]:
    """What the respondents said; a row that names no organisation is left out and noted."""
    reader = _Reader(sheet, _details(details))
    answers = []
    for line, row in zip(sheet.lines, sheet.rows, strict=True):
        office = reader.office(row)
        if office:
            answers.append(reader.answer(line, row, office))
        else:
            column = reader.places["office"]
            notes.lose(line, column + 1, NO_OFFICE, header=sheet.header[column])
    notes.understand(_READ.counted(len(answers)))
    return tuple(answers)


def _places(header: Sequence[str]) -> dict[str, int]:
    """Name of a question -> its column, where a header is the question's name or its text in some language."""
    names = {plain_header(name): name for name in QUESTIONS}
    for name, question in QUESTIONS.items():
        # Only a question of the second table asks about one partner; there the export has its name.
        if question.list not in ("kinds", "often"):
            names |= {plain_header(text): name for text in question.text.forms() if plain_header(text) not in names}
    places: dict[str, int] = {}
    for index, title in enumerate(header):
        found = names.get(plain_header(title)) or names.get(plain_header(_PATH.split(title)[-1]))
        if found:
            places.setdefault(found, index)
    return places


def _options(header: Sequence[str], places: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """Name of a question of several choices -> choice -> the column that says whether it was chosen."""
    columns: dict[str, dict[str, int]] = {}
    for name in ("partners", "problems"):
        start = header[places[name]] + "/" if name in places else ""
        if start:
            columns[name] = {title[len(start) :]: i for i, title in enumerate(header) if title.startswith(start)}
    return columns


def _first(header: Sequence[str], titles: Sequence[str]) -> int | None:
    lowered = [title.casefold() for title in header]
    return next((lowered.index(title) for title in titles if title in lowered), None)


def _details(sheet: Sheet | None) -> dict[str, dict[str, Detail]]:
    """Key of an answer -> partner -> how they work together."""
    if sheet is None:
        return {}
    places, parent = _places(sheet.header), _first(sheet.header, _PARENTS)
    found: dict[str, dict[str, Detail]] = {}
    for row in sheet.rows if parent is not None else ():

        def cell(name: str, row: Sequence[str] = row) -> str:
            return clean_text(row[places[name]]) if name in places else ""

        if partner := cell("partner"):
            key = row[parent or 0].strip()
            found.setdefault(key, {})[partner] = Detail(cell("partner_kind"), cell("partner_often"))
    return found


class _Reader:
    """An export while it is read."""

    def __init__(self, sheet: Sheet, details: Mapping[str, Mapping[str, Detail]]) -> None:
        self.places, self.details = _places(sheet.header), details
        self.options = _options(sheet.header, self.places)
        self.sent = _first(sheet.header, _SENT)
        self.keys = [index for title in _KEYS if (index := _first(sheet.header, (title,))) is not None]

    def cell(self, row: Sequence[str], name: str) -> str:
        return clean_text(row[self.places[name]]) if name in self.places else ""

    def office(self, row: Sequence[str]) -> str:
        office = self.cell(row, "office")
        return self.cell(row, "office_other") if office in ("", OTHER) else "" if office == NONE else office

    def answer(self, line: int, row: Sequence[str], office: str) -> Answer:
        wave = self.cell(row, "wave")
        return Answer(
            line,
            office,
            self.several(row, "partners"),
            self.several(row, "problems"),
            tuple(split_parts(self.cell(row, "offers"))),
            tuple(split_parts(self.cell(row, "needs"))),
            dict(self.scores(row)),
            self.detail(row),
            self.day(row),
            int(wave) if wave.isascii() and wave.isdigit() and int(wave) else 1,
        )

    def several(self, row: Sequence[str], name: str) -> tuple[str, ...] | None:
        """The choices of a question, with those written under "another"; None where it was not answered."""
        marked = [choice for choice, index in self.options.get(name, {}).items() if fold_text(row[index]) in _YES]
        chosen = marked or self.cell(row, name).split()
        others = split_parts(self.cell(row, f"{name}_other"))
        if not chosen and not others:
            return None
        return tuple(dict.fromkeys([*(choice for choice in chosen if choice not in (NONE, OTHER)), *others]))

    def scores(self, row: Sequence[str]) -> Iterator[tuple[str, int]]:
        for name in DISCIPLINES:
            text = self.cell(row, name)
            if text in ("1", "2", "3", "4", "5"):
                yield name, int(text)

    def detail(self, row: Sequence[str]) -> Mapping[str, Detail]:
        return next((self.details[key] for index in self.keys if (key := row[index].strip()) in self.details), {})

    def day(self, row: Sequence[str]) -> str:
        found = read_date(row[self.sent]) if self.sent is not None and row[self.sent].strip() else None
        return found.iso if found and not found.cause else ""

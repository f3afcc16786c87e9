"""Surveys in which a row is a respondent: one question of several, a column each, or all partners in one cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sysmap.errors import Cause
from sysmap.messages import AnyText, Message
from sysmap.tables.headers import known_header
from sysmap.tables.personal import is_of_a_person, looks_personal
from sysmap.tables.shapes.grid_ties import GridTies
from sysmap.tables.shapes.marks import figure, tie_weight
from sysmap.tables.sources.port import IsHeader
from sysmap.tables.text import fold_text, list_some, show_cell

__all__ = ["NOBODY_ANSWERS", "asked_about", "asked_in_one_cell", "count_questions", "read_roster"]

NOBODY_ANSWERS = Cause(
    "F393",
    "no column says which organisation answers, so the answers about {names} were not read",
    "add a column with the name of the organisation of each respondent",
)
A_PERSON = Cause(
    "F394",
    "where the name of who answers belongs stands a number or an address of a person; the row was left out",
    "write the name of the organisation",
)

_SURVEY = Message("answers to one question about several, each a tie from who answers")
_LISTS = Message("answers that name several in one cell, each a tie from who answers")
_ANSWERED_BY = Message("who answers from {header}")

_FEWEST = 2
_HALF = 0.5
_BRACKETS = re.compile(r"(.+?)\s*\[(.+)\]\s*")
_WHOM = re.compile(r"\b(?:siapa|mana|apa saja|whom|who|which|nama|names?)\b", re.IGNORECASE)
_WORKS_WITH = re.compile(
    r"\b(?:(?:be)?kerja[ -]?sama|bermitra|mitra|berkolaborasi|kolaborasi|work(?:s|ed|ing)? (?:together )?with|"
    r"collaborat\w*|cooperat\w*|partners?)\b",
    re.IGNORECASE,
)
"""Words of a question about partners; only with those for whom it asks it is one."""
_OF_YOURS = re.compile(
    r"^(?:apa(?:kah)?|what is|please (?:enter|write)|tuliskan|sebutkan|isi(?:kan)?)\s+|"
    r"\b(?:anda|saudara|bapak(?:\s*/\s*ibu)?|ibu|kamu|your|the|of)\b|'s\b|[?:*]",
    re.IGNORECASE,
)
"""What stands around the name of a column in a question to somebody: `Apa nama instansi Anda?`."""


def asked_about(ties: GridTies, is_header: IsHeader) -> dict[int, str]:
    """Column -> of whom the question is asked, for the question that is asked of most; empty where there is none.

    A question is `With whom? [UGM]`, or `with_whom/UGM` where its beginning is no header of a plain table.
    """
    found = {
        at: match
        for at, header in enumerate(ties.header)
        if (match := _BRACKETS.fullmatch(header)) and figure(match[2]) is None
    }
    question, count = _most_asked([match[1] for match in found.values()])
    if count >= _FEWEST:
        return {at: match[2].strip() for at, match in found.items() if match[1] == question}
    stems = [stem for header in ties.header if (stem := header.rpartition("/")[0].strip())]
    question, count = _most_asked([stem for stem in stems if not is_header(stem.rpartition("/")[2])])
    if count < _FEWEST:
        return {}
    start = f"{question}/"
    asked = {at: header[len(start) :].strip() for at, header in enumerate(ties.header) if header.startswith(start)}
    cells = [text for at in asked for text in ties.column(at) if text]
    answers = [weight for text in cells if (weight := tie_weight(text, ties.read, typed=ties.typed)) is not None]
    return asked if answers and len(answers) >= _HALF * len(cells) else {}


def count_questions(header: Sequence[str]) -> int:
    """How many headers are questions asked of somebody, of the question that is asked of most; 0 where it is one."""
    stems = [match[1] if (match := _BRACKETS.fullmatch(text.strip())) else text.rpartition("/")[0] for text in header]
    count = _most_asked([stem.strip() for stem in stems if stem.strip()])[1]
    return count if count >= _FEWEST else 0


def _most_asked(questions: Sequence[str]) -> tuple[str, int]:
    return max(Counter(questions).items(), key=lambda item: item[1], default=("", 0))


def asked_in_one_cell(header: Sequence[str]) -> int | None:
    """The one column whose header asks with whom somebody works together; None where there is not one.

    >>> asked_in_one_cell(["Instansi Anda", "Dengan siapa saja Anda bekerja sama?"]), asked_in_one_cell(["a", "mitra"])
    (1, None)
    """
    found = [at for at, text in enumerate(header) if _WHOM.search(text) and _WORKS_WITH.search(text)]
    return found[0] if len(found) == 1 and len(header) > 1 else None


def read_roster(ties: GridTies, asked: Mapping[int, str], keys: Collection[str]) -> list[AnyText] | None:
    """What a survey is, its ties read; None where no column says who answers, which is noted, or most cells are no ties.

    `keys` are the keys of headers that name an organisation.
    """
    personal = _personal_columns(ties, asked, keys)
    who = _respondents(ties, asked, personal, keys)
    if who is None:
        return None
    personal = {at: header for at, header in personal.items() if at != who}
    ties.keep_back(personal)
    used = {who, *asked, *personal}
    ties.unused = [header for at, header in enumerate(ties.header) if header and at not in used]
    said = [_ANSWERED_BY.filled(header=show_cell(ties.header[who]))]
    if list(asked.values()) == [""]:
        ties.read_lists(who, next(iter(asked)), _is_a_person)
        return [_LISTS, *said]
    if not ties.read_cells(who, asked, _is_a_person):
        return None
    ties.note_nameless(0)
    return [_SURVEY, *said]


def _is_a_person(name: str) -> Cause | None:
    """The cause for which a name is not one of an organisation."""
    return A_PERSON if is_of_a_person(name) else None


def _personal_columns(ties: GridTies, asked: Collection[int], keys: Collection[str]) -> dict[int, str]:
    """The columns that say something of persons, by index.

    One number of a person in a column that is called as organisations are makes no personal column of it.
    """
    return {
        at: header
        for at, header in enumerate(ties.header)
        if at not in asked
        and header not in ties.read.public
        and looks_personal(header, [] if _names_offices(header, keys) else ties.column(at))
    }


def _names_offices(header: str, keys: Collection[str]) -> bool:
    """Whether a header says that a column names organisations.

    >>> _names_offices("Apa nama instansi Anda?", {"namainstansi"}), _names_offices("Your e-mail", {"organisation"})
    (True, False)
    """
    return known_header(" ".join(_OF_YOURS.sub(" ", header).split()), keys)


def _respondents(
    ties: GridTies, asked: Mapping[int, str], personal: Collection[int], keys: Collection[str]
) -> int | None:
    """The column that says who answers: the one that is called so, else the one with the most different words.

    No personal column says it, unless nothing else does and it holds names of those who are asked about.
    """
    words = {at: _words_of(ties, at) for at in range(len(ties.header)) if at not in asked}
    words = {at: found for at, found in words.items() if found}
    about = {fold_text(name) for name in asked.values()}
    free = [at for at in words if at not in personal]
    called = [at for at in free if _names_offices(ties.header[at], keys)]
    named = [at for at in personal if at in words and _HALF * len(words[at]) <= len(words[at] & about)]
    best = max(called or free or named, key=lambda at: (len(words[at]), -at), default=None)
    if best is None:
        names = list_some(map(show_cell, filter(None, asked.values())), 3)
        ties.notes.warning(ties.line, 0, NOBODY_ANSWERS, names=names)
    return best


def _words_of(ties: GridTies, at: int) -> set[str]:
    """The cells of a column that are no numbers and no times."""
    return {text for cell in ties.column(at) if (text := fold_text(cell)) and not text[0].isdigit()}

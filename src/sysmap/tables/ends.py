"""Which two columns are the ends of a tie: one stem twice, with two marks that belong together."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from sysmap.tables.numbers import is_number
from sysmap.tables.sheets import Sheet

__all__ = ["Ends", "find_ends", "header_words", "may_be_end"]

_STRONG = (
    ("source", "target destination dest sink"),
    ("src", "dst dest tgt trg target"),
    ("from", "to"),
    ("dari", "ke kepada untuk tujuan"),
    ("asal", "tujuan ke"),
    ("sumber", "tujuan sasaran target"),
    ("origin", "destination dest target"),
    ("sender", "receiver recipient"),
    ("pengirim", "penerima"),
    ("giver", "receiver recipient taker"),
    ("provider", "receiver recipient user"),
    ("pemberi", "penerima"),
    ("ego", "alter"),
    ("subject subjek", "object objek"),
    ("tail", "head"),
    ("funder", "recipient grantee receiver fundee beneficiary implementer"),
    ("donor", "recipient grantee receiver beneficiary implementer"),
    ("pendana penyandang", "penerima pelaksana"),
    ("grantor", "grantee"),
    ("lead", "partner implementing"),
    ("funding", "implementing"),
    ("respondent responden", "partner mitra alter nominee"),
    ("organisation organization org agency institution", "partner"),
    ("instansi lembaga organisasi opd", "mitra rekan"),
    ("follower", "followee followed"),
    ("caller", "callee"),
    ("parent", "child"),
    ("influencer", "influenced"),
    ("penilai", "dinilai"),
    ("penyebab sebab", "akibat"),
    ("cause", "effect"),
)
"""Words for both ends of a tie; any of the left belongs to any of the right."""
_WITH_NOUN = (("start", "end"), ("first", "second"), ("pertama kesatu", "kedua"), ("awal", "akhir"))
"""Words for both ends that need a word for a node beside them: `Start` alone is a day, `First name` a person's."""
_WEAK = (("1", "2"), ("a", "b"), ("i", "ii"), ("x", "y"))
"""Marks that tell two columns apart and nothing more."""
_COUNTED = frozenset((*map(str, range(1, 11)), *"abcdefvixyz", "ii", "iii", "iv"))
_PAIRS = frozenset((a, b) for left, right in (*_STRONG, *_WITH_NOUN) for a in left.split() for b in right.split())
_NOT_ALONE = frozenset(word for pair in _WITH_NOUN for words in pair for word in words.split())
_ALONE = frozenset(word for pair in _PAIRS for word in pair) - _NOT_ALONE
_NAMING = frozenset(("name", "nama"))
_FILLERS = frozenset(
    (
        *("id", "ids", "code", "kode", "name", "nama", "of", "the", "node", "nodes", "vertex", "simpul"),
        *("actor", "aktor", "stakeholder", "organisation", "organization", "org", "organisasi", "instansi"),
        *("lembaga", "agency", "institution", "entity", "party", "pihak", "opd", "partner", "mitra"),
        *("implementing", "pelaksana", "dana"),
    )
)
"""Words that say no more than that a node is meant: `Lead Organization` and `Implementing Partner` are one pair."""
_NODES = frozenset((*("id", "ids", "node", "nodes", "vertex", "simpul", "actor", "aktor"),))
_OTHER_THINGS = frozenset(
    (
        *("date", "dates", "day", "year", "time", "month", "tanggal", "tgl", "tahun", "bulan", "waktu"),
        *("jam", "hari", "telephone", "phone", "telepon", "telp", "hp", "wa", "whatsapp", "fax", "mobile"),
        *("email", "surel", "address", "alamat", "lat", "lon", "long", "lng", "latitude", "longitude"),
        *("koordinat", "age", "umur", "usia", "score", "nilai", "skor"),
    )
)
"""Words of columns that no tie begins or ends in."""
_NEO4J = re.compile(r"(?P<name>.*):(?P<end>START|END)_ID(?:\((?P<kind>[^)]*)\))?\s*", re.IGNORECASE)
_PARTS = re.compile(r"[^\W\d_]+|\d+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PHONE = re.compile(r"(?:\+?62|0)[\d ().-]{7,}")
_DAY = re.compile(
    r"\d{1,4}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}(?:[ t].*)?|\d{4}-\d\d|\d{1,2}/\d{4}", re.IGNORECASE
)
_LOOK = 200
"""How many cells of a column are looked at."""
_HALF = 0.5


class Ends(NamedTuple):
    """The indexes of the two columns that say what a row joins."""

    source: int
    target: int


def header_words(header: str) -> tuple[str, ...]:
    """The words of a header, without case, accents and signs.

    >>> header_words("FromNodeId"), header_words("Pihak-1")
    (('from', 'node', 'id'), ('pihak', '1'))
    """
    spaced = unicodedata.normalize("NFKD", _CAMEL.sub(" ", header))
    bare = "".join(character for character in spaced if not unicodedata.combining(character))
    return tuple(_PARTS.findall(bare.casefold()))


class _Reading(NamedTuple):
    """One way to read a header: a mark, the words beside it, and those of them that say more than "a node"."""

    mark: str
    rest: tuple[str, ...]
    stem: tuple[str, ...]


def _readings(header: str) -> Iterator[_Reading]:
    if neo4j := _NEO4J.fullmatch(header):
        yield _Reading("source" if neo4j["end"].upper() == "START" else "target", (":",), ())
        return
    words = header_words(header)
    for i, word in enumerate(words):
        rest = words[:i] + words[i + 1 :]
        noun = rest and set(rest) - _NAMING <= _FILLERS and set(rest) - _NAMING
        if word in _ALONE or (word in _NOT_ALONE and noun) or (word in _COUNTED and rest and i in (0, len(rest))):
            yield _Reading(word, rest, tuple(sorted(set(rest) - _FILLERS)))


def may_be_end(header: str) -> bool:
    """Whether a header may be one of two ends, by a word that is used for nothing else.

    >>> may_be_end("Destination"), may_be_end(":START_ID"), may_be_end("Sector")
    (True, True, False)
    """
    return any(reading.mark in _ALONE and not reading.stem for reading in _readings(header))


def find_ends(sheet: Sheet, taken: Collection[int] = ()) -> Ends | None:
    """The two columns of a sheet that are the ends of a tie; None where no two are, or more pairs are as likely.

    The columns in `taken` are none.
    """
    readings = {
        i: list(_readings(header)) for i, header in enumerate(sheet.header) if header.strip() and i not in taken
    }
    best: tuple[int, int, Ends] | None = None
    for first, second in _pairs(readings):
        ends = Ends(first, second)
        if not all(_may_hold_nodes(sheet, index) for index in ends):
            continue
        length = sum(len(header_words(sheet.header[index])) for index in ends)
        # Of `Source`, `Target`, `Source Label` and `Target Label` the shortest two are meant.
        if best is None or (length, first) < best[:2]:
            best = (length, first, ends)
    return best[2] if best else None


def _pairs(readings: Mapping[int, Sequence[_Reading]]) -> Iterator[tuple[int, int]]:
    """The indexes of two columns whose marks belong together and whose stems are the same, twice and no more."""
    counted = Counter(reading.rest for each in readings.values() for reading in each if reading.mark in _COUNTED)
    for i, sources in readings.items():
        for j, targets in readings.items():
            if i != j and any(_belong(a, b, counted) for a in sources for b in targets):
                yield i, j


def _belong(source: _Reading, target: _Reading, counted: Mapping[tuple[str, ...], int]) -> bool:
    if set(source.rest + target.rest) & _OTHER_THINGS:
        return False
    if (source.mark, target.mark) in _WEAK:
        return source.rest == target.rest and counted[source.rest] == 2  # noqa: PLR2004
    return (source.mark, target.mark) in _PAIRS and source.stem == target.stem


def _may_hold_nodes(sheet: Sheet, index: int) -> bool:
    """Whether the cells of a column may name nodes: they are no dates and no telephones.

    Under a mark that only counts they are no numbers either, unless the header says that they are ids of nodes.
    """
    cells = {cell.strip() for cell in islice(sheet.column(index), _LOOK)} - {""}
    words = header_words(sheet.header[index])
    weak = bool(set(words) & _COUNTED) and not set(words) & (_ALONE | _NODES)
    strange = sum(
        _PHONE.fullmatch(cell) is not None or _DAY.fullmatch(cell) is not None or (weak and _is_number(cell))
        for cell in cells
    )
    return not cells or strange < _HALF * len(cells)


def _is_number(cell: str) -> bool:
    return is_number(cell)

"""Who is named at the ends of ties, where no table says who there is: lists, spellings, numbers, nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from sysmap.errors import Cause
from sysmap.messages import Listing
from sysmap.tables.ids import NUMBER_FOR_ID, as_number, unite_numbers
from sysmap.tables.lists import holds_several, split_by_rows
from sysmap.tables.naming.spelling import choose_spelling
from sysmap.tables.notes import Notes
from sysmap.tables.nothing import markers
from sysmap.tables.read_settings import ReadSettings
from sysmap.tables.text import clean_text, fold_text, show_cell

__all__ = ["Named", "are_two_kinds", "name_ends", "note_named"]

NOT_ELSEWHERE = Cause(
    "F306",
    "{value} was read as several names, of which nothing else here names {names}",
    "if it is one name, say names = [{value}] under [read] in sysmap.toml",
)
SPELLINGS = Cause("F307", "{value} was taken for {name}; they count as one", "write the name in one way")
NAMIBIA = Cause(
    "F308",
    "{value} was taken for Namibia, since all ends are codes of countries",
    "if nobody is meant, say empty = [{value}] under [read] in sysmap.toml",
)

_CODES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO "
    "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE "
    "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO "
    "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW "
    "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM "
    "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
)
_COUNTRIES = frozenset(_CODES.split())
_NAMIBIA = "NA"
Name = TypeVar("Name", str, int)
_TWO = 2


@dataclass(frozen=True, slots=True)
class Named:
    """What the cells of ends name.

    `names`: cell -> the names in it, each in its best spelling; none where it names nobody. `alone`: cell -> its
    names that nothing else proves. `others`: a spelling -> the name that it was taken for.
    """

    names: Mapping[str, tuple[str, ...]]
    alone: Mapping[str, tuple[str, ...]]
    others: Mapping[str, str]


def name_ends(columns: Sequence[Mapping[str, int]], read: ReadSettings) -> Named:
    """Who the cells of columns of ends name. Each column maps its distinct cells to how often they stand there.

    >>> found = name_ends([{"Bappeda ": 2, "bappeda": 1, "NA": 1}, {"UGM, PKK": 1, "UGM": 1}], ReadSettings())
    >>> sorted(found.names.items())
    [('Bappeda ', ('Bappeda',)), ('NA', ()), ('UGM', ('UGM',)), ('UGM, PKK', ('UGM', 'PKK')), ('bappeda', ('Bappeda',))]
    """
    clean = {cell: clean_text(cell).strip() for cell in dict.fromkeys(chain.from_iterable(columns))}
    words, texts = markers(read), set(clean.values())
    nobody = {text for text in texts if not text or words.names_nothing(text)}
    if _NAMIBIA in nobody and _are_countries(texts - nobody):
        nobody.remove(_NAMIBIA)
    lists: Mapping[str, tuple[str, ...]] = {}
    alone: set[str] = set()
    if holds_several("\0".join(texts)):
        lists, alone = split_by_rows(sorted(texts - nobody), read.names)
    held = {
        text: tuple(part for part in lists[text] if part not in nobody and not words.names_nothing(part))
        if text in lists
        else (text,)
        for text in texts - nobody
    }
    parts = {cell: held.get(text, ()) for cell, text in clean.items()}
    numbers: Mapping[str, str] = {}
    if any(as_number(part) not in ("", part) for found in held.values() for part in found):
        numbers = unite_numbers([part for cell in column for part in parts[cell]] for column in columns)
    others = {**numbers, **_spellings(columns, parts, numbers)}
    names = parts
    if others:
        names = {
            cell: tuple(others.get(name := numbers.get(part, part), name) for part in parts[cell]) for cell in parts
        }
    lonely = {
        cell: found
        for cell, text in (clean.items() if alone else ())
        if text in lists and (found := tuple(part for part in parts[cell] if part in alone))
    }
    return Named(names, lonely, others)


def _are_countries(texts: Collection[str]) -> bool:
    """Whether all texts are codes of countries, and at least two of them."""
    return len(texts) >= _TWO and _COUNTRIES.issuperset(texts)


def _spellings(
    columns: Iterable[Mapping[str, int]], parts: Mapping[str, tuple[str, ...]], numbers: Mapping[str, str]
) -> dict[str, str]:
    """Each spelling that differs from a better one in case, blanks or invisible signs only -> that one.

    `columns` and `numbers` are as in `name_ends`, `parts` are the names in each cell.
    """
    folded = {name: fold_text(name) for name in {numbers.get(part, part) for found in parts.values() for part in found}}
    groups: dict[str, Counter[str]] = {key: Counter() for key, many in Counter(folded.values()).items() if many > 1}
    for column in columns if groups else ():
        for cell, count in column.items():
            for name in (numbers.get(part, part) for part in parts[cell]):
                if folded[name] in groups:
                    groups[folded[name]][name] += count
    return {
        name: best for group in groups.values() for best in [choose_spelling(group)] for name in group if name != best
    }


def note_named(named: Named, cells: Iterable[tuple[int, int, str]], notes: Notes) -> None:
    """Note what was taken for something else in a file, each cell once. `cells` are (line, column, cell)."""
    if not (named.alone or named.others or named.names.get(_NAMIBIA)):
        return
    told: set[str] = set()
    for line, column, cell in cells:
        text = cell.strip()
        if cell in told:
            continue
        told.add(cell)
        if text == _NAMIBIA and named.names[cell]:
            notes.warning(line, column, NAMIBIA, value=show_cell(text))
        if cell in named.alone:
            names = Listing(map(show_cell, named.alone[cell]))
            notes.warning(line, column, NOT_ELSEWHERE, value=show_cell(text), names=names)
        if other := named.others.get(clean_text(cell).strip()):
            same, values = fold_text(other) == fold_text(text), {"value": show_cell(text), "name": show_cell(other)}
            notes.warning(line, column, SPELLINGS if same else NUMBER_FOR_ID, **values, id=show_cell(other))


def are_two_kinds(pairs: Collection[tuple[Name, Name]]) -> bool:
    """Whether ties join things of two kinds: none stands at both ends, and each end has some that come back.

    >>> are_two_kinds({("Dinkes", "Proyek A"), ("UGM", "Proyek A"), ("UGM", "Proyek B")}), are_two_kinds({("a", "b")})
    (True, False)
    """
    sources, targets = (Counter(pair[end] for pair in pairs) for end in (0, 1))
    ends = (sources, targets)
    return not sources.keys() & targets.keys() and all(len(end) > 1 and max(end.values()) > 1 for end in ends)

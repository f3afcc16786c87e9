"""The words of names: what is a legal form, a level or a place, what is usually shortened and how."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from sysmap.tables.text import fold_text

__all__ = ["LEVELS", "SKIPPED", "STEMS", "SYLLABLES", "NameWords", "is_number", "place_at", "split_words"]

COMPANY = frozenset(
    ("pt", "cv", "ud", "pd", "fa", "nv", "tbk", "persero", "ltd", "limited", "inc", "llc", "gmbh", "corp", "co", "plc")
)
"""Legal forms of companies: a name with one and without it is mostly one company."""
BODIES = frozenset(
    ("yayasan", "universitas", "koperasi", "perkumpulan", "perumda", "perum", "foundation", "cooperative")
)
"""Legal forms that say what kind of body it is."""
CONNECTING = frozenset(("dan", "di", "untuk", "serta", "dengan", "the"))
"""Words that join equals or say little, so that names with and without them are alike."""
_BINDING = frozenset(("dari", "pada", "terhadap", "oleh", "of", "in", "on", "by", "to", "for", "from", "ke"))
"""Words that make the order of those around them mean something."""
SKIPPED = CONNECTING | _BINDING | {"kepada", "bagi", "for"}
"""Words that abbreviations skip."""
LEVELS = frozenset(
    (
        *("kabupaten", "kota", "provinsi", "kecamatan", "kapanewon", "kelurahan", "kalurahan", "desa", "cabang"),
        *("wilayah", "pusat", "nasional", "district", "province", "regency", "city", "region", "branch"),
    )
)
"""Words after which a place is named, or which name a level of government."""
_PLACING = LEVELS | {"daerah"}
_ALONE = frozenset(("kabupaten", "provinsi", "pusat", "nasional"))
"""Levels that stand without the name of a place."""
_USUAL: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("univ", "university"), ("universitas",)),
    "yay": ("yayasan",),
    "kop": ("koperasi",),
    "kab": ("kabupaten",),
    "kec": ("kecamatan",),
    "prov": ("provinsi",),
    "propinsi": ("provinsi",),
    **dict.fromkeys(("and", "n"), ("dan",)),
    "dept": ("department",),
    "govt": ("government",),
    "assoc": ("association",),
    "intl": ("international",),
    "organisation": ("organization",),
    "centre": ("center",),
    "klp": ("kelompok",),
    "poktan": ("kelompok", "tani"),
    "gapoktan": ("gabungan", "kelompok", "tani"),
    "kwt": ("kelompok", "wanita", "tani"),
    "pemkab": ("pemerintah", "kabupaten"),
    "pemkot": ("pemerintah", "kota"),
    "pemprov": ("pemerintah", "provinsi"),
    "pemda": ("pemerintah", "daerah"),
    "pemdes": ("pemerintah", "desa"),
    "diy": ("daerah", "istimewa", "yogyakarta"),
}
"""Words that people shorten in one way, or write in two."""
SYLLABLES: Mapping[str, tuple[str, ...]] = {
    "dinas": ("dis",),
    "sekretariat": ("set",),
    "pendidikan": ("dik",),
    "kependudukan": ("duk",),
    "pencatatan": ("ca", "cat"),
    "sipil": ("pil",),
    "tenaga": ("na",),
    "pelayanan": ("yan",),
    "terpadu": ("du",),
    "pemadam": ("dam",),
    "kebakaran": ("kar",),
    "pengawas": ("was",),
    "pemilihan": ("mil",),
}
"""Syllables that stand for a word in usual abbreviations though it does not begin with them."""
STEMS = ("penye", "peng", "peny", "pem", "pen", "per", "pe", "ke", "ber", "ter")
"""Beginnings that Indonesian abbreviations skip: per-hubungan is `hub`."""

_TOLD_APART = COMPANY | BODIES | CONNECTING | _BINDING
"""Words that are more than words of a name: nearly all names have none of them."""
_NO_WORDS: frozenset[str] = frozenset()
_WORD = re.compile(r"[^\W_]+")
_SIGN = re.compile(r"[+#%<>=]|\(\s*-\s*\)")
_APOSTROPHES = dict.fromkeys(map(ord, "'\u2018\u2019\u02bc`"))
_ROMAN = re.compile(r"[ivx]+")


class NameWords(NamedTuple):
    """The words of a name, in the form in which names are compared.

    `written` are its words as they stand, without case and accents; `words` the same with what is usually shortened
    written out. `company` and `body` are its legal forms, `core` all other words that mean something, `signs` what
    stands in it that is no letter and yet tells names apart. `loose`: whether the order of its words means nothing.
    """

    written: tuple[str, ...]
    words: tuple[str, ...]
    company: frozenset[str]
    body: frozenset[str]
    core: tuple[str, ...]
    signs: str
    loose: bool


def is_number(word: str) -> bool:
    """Whether a word counts rather than names: digits, a Roman number, a single letter.

    >>> [is_number(word) for word in ("2", "iv", "b", "3a", "air")]
    [True, True, True, True, False]
    """
    if not word.isalpha() and any(sign.isdigit() for sign in word):
        return True
    return len(word) == 1 or (word[:1] in "ivx" and _ROMAN.fullmatch(word) is not None)


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))


def split_words(name: str) -> NameWords:
    """The words of a name.

    >>> split_words("P.T. Pará-Jaya, Tbk").core, split_words("Univ. Merapi").words
    (('para', 'jaya'), ('universitas', 'merapi'))
    """
    text = fold_text(name)
    if not text.isascii():
        text = _plain(text)
    is_plain = text.replace(" ", "").isalnum()
    signs = "" if is_plain else "".join(_SIGN.findall(text))
    found = text.split() if is_plain else _WORD.findall(text.replace("&", " dan ").translate(_APOSTROPHES))
    written = words = tuple(_join_letters(found))
    if not _USUAL.keys().isdisjoint(written):
        words = tuple(full for word in written for full in _USUAL.get(word, (word,)))
    if _TOLD_APART.isdisjoint(words):
        return NameWords(written, words, _NO_WORDS, _NO_WORDS, words, signs, loose=True)
    company, body = COMPANY.intersection(words), BODIES.intersection(words)
    core = tuple(word for word in words if word not in company and word not in body and word not in CONNECTING)
    if not core:
        company, body, core = _NO_WORDS, _NO_WORDS, words
    return NameWords(written, words, company, body, core, signs, _BINDING.isdisjoint(words))


def _join_letters(words: list[str]) -> list[str]:
    """The words, with letters that stand one by one (P. T.) joined."""
    if all(len(word) > 1 for word in words):
        return words
    joined: list[str] = []
    run = ""
    for word in [*words, ""]:
        if len(word) == 1 and word.isalpha():
            run += word
            continue
        if run:
            joined.append(run)
            run = ""
        if word:
            joined.append(word)
    return joined


def place_at(core: tuple[str, ...]) -> int:
    """The index from which the words of a name say where it is; how many words there are where none does.

    >>> place_at(("dinas", "kesehatan", "kabupaten", "sleman")), place_at(("desa", "sehat"))
    (2, 2)
    """
    if _PLACING.isdisjoint(core):
        return len(core)
    for i, word in enumerate(core):
        if i and word in LEVELS and (i + 1 < len(core) or word in _ALONE):
            return i
        if i and core[i : i + 2] == ("daerah", "istimewa"):
            return i
    return len(core)

"""Texts as people type them: when two are the same, how one is shown, guarded, made into an id."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from sysmap.messages import AnyText, Listing, Message, Number
from sysmap.schema import header_key

__all__ = [
    "clean_text",
    "fold_text",
    "guard_cell",
    "list_some",
    "make_ids",
    "mend_text",
    "plain_header",
    "show_cell",
    "split_parts",
    "unguard_cell",
]

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_OUTER = " \u00a0\r\n"
_FORMULA = frozenset("=+-@\t\r")
_HARMLESS = re.compile(r"[+-](?:\d+(?:[.,]\d+)*(?:[eE][+-]?\d+)?)?")
_WORDS = re.compile(r"[^\W_]+")
_SEPARATORS = re.compile(r"[|;]")
_FOREIGN = re.compile(r"[^\x00-\x7f]{2,}")
_MORE = Message("{n} more")


def fold_text(text: str) -> str:
    """The form in which two texts are compared: without case, extra blanks, invisible characters, NFC or NFD.

    >>> fold_text("Action\u00a0Against  Hunger\u200b ") == fold_text("action against hunger")
    True
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_INVISIBLE))
    return " ".join(text.casefold().split())


@lru_cache(maxsize=8192)
def plain_header(header: str) -> str:
    """The form in which headers are compared: `schema.header_key`, without accents and invisible characters.

    >>> plain_header("Fréquence_Totale") == plain_header("frequence totale")
    True
    """
    bare = unicodedata.normalize("NFKD", fold_text(header))
    return header_key("".join(character for character in bare if not unicodedata.combining(character)))


def clean_text(cell: str) -> str:
    """A free text as it is kept: without outer blanks and without the guard; all else stays, a leading tab too."""
    return unguard_cell(cell.strip(_OUTER))


def guard_cell(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet would run it, or where `unguard_cell` would strip one.

    A sign alone and a number run nothing.

    >>> guard_cell("=1+1"), guard_cell("'=1+1"), guard_cell("'tis"), unguard_cell(guard_cell("'=1+1"))
    ("'=1+1", "''=1+1", "'tis", "'=1+1")
    >>> guard_cell("+"), guard_cell("-1,5"), guard_cell("-1+2")
    ('+', '-1,5', "'-1+2")
    """
    return "'" + text if text.lstrip("'")[:1] in _FORMULA and not _HARMLESS.fullmatch(text) else text


def unguard_cell(cell: str) -> str:
    """The text that `guard_cell` was given."""
    return cell[1:] if cell[:1] == "'" and cell.lstrip("'")[:1] in _FORMULA else cell


def show_cell(text: object, limit: int = 60) -> str:
    r"""A value as a message shows it: quoted, invisible characters spelled out, at most `limit` characters.

    >>> show_cell("a\u00a0b"), len(show_cell("x" * 300))
    ("'a\\xa0b'", 62)
    """
    plain = str(text)
    return repr(plain if len(plain) <= limit else plain[: limit - 3] + "...")


def list_some(items: Iterable[AnyText | int], limit: int = 10, style: Literal["and", "or"] = "and") -> Listing:
    """The first `limit` items as a message lists them, and how many more there are.

    >>> str(list_some([2, 3, 5], 2)), str(list_some([2, 3]))
    ('2, 3 and 1 more', '2 and 3')
    """
    texts = [str(item) if isinstance(item, int) else item for item in items]
    rest = len(texts) - limit
    return Listing([*texts[:limit], _MORE.filled(n=Number(rest))] if rest > 0 else texts, style)


def mend_text(text: str) -> str:
    """A text whose UTF-8 was once taken for Windows-1252, as it was meant; empty where nothing is wrong with it.

    >>> mend_text("Universit\u00c3\u00a4t"), mend_text("Universit\u00e4t"), mend_text("S\u00e3o")
    ('Universit\u00e4t', '', '')
    """
    if text.isascii():
        return ""
    mended = _FOREIGN.sub(lambda match: _as_utf8(match[0]), text)
    return mended if mended != text else ""


def _as_utf8(run: str) -> str:
    """Characters whose bytes are UTF-8, as that; all others as they are."""
    try:
        return b"".join(map(_byte, run)).decode()
    except UnicodeError:
        return run


def _byte(character: str) -> bytes:
    # The five bytes that Windows-1252 has no sign for stay what they are.
    return bytes([ord(character)]) if "\x7f" < character < "\xa0" else character.encode("cp1252")


def split_parts(cell: str) -> list[str]:
    """The values of a cell that holds several, split at `|` or `;`.

    >>> split_parts("S1; S2|S3;")
    ['S1', 'S2', 'S3']
    """
    return [part for part in map(str.strip, _SEPARATORS.split(cell)) if part]


def _slug(name: str) -> str:
    return "-".join(_WORDS.findall(unicodedata.normalize("NFKC", name).casefold()))


def make_ids(names: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """Name -> id: the name in lower case with hyphens. The order of the names changes nothing.

    An id that is empty, is in `taken`, or would stand for two names gets a short hash of its name at the end.

    >>> make_ids(["Dinas Kesehatan", "Karang Taruna"])
    {'Dinas Kesehatan': 'dinas-kesehatan', 'Karang Taruna': 'karang-taruna'}
    """
    slugs = {name: _slug(name) for name in names}
    used = set(taken)
    counts: dict[str, int] = {}
    for slug in slugs.values():
        counts[slug] = counts.get(slug, 0) + 1

    def make_unique(name: str, slug: str) -> str:
        if slug and counts[slug] == 1 and slug not in used:
            return slug
        mark = hashlib.sha256(name.encode()).hexdigest()[:8]
        return f"{slug}-{mark}" if slug else mark

    return {name: make_unique(name, slug) for name, slug in slugs.items()}

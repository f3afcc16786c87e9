"""HXL: a row of tags such as `#org+partner`, which says what the columns of a table are.

The standard is that of humanitarian data, https://hxlstandard.org: the tags stand in the row below the header, or are
the header themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sysmap.messages import Listing, Message
from sysmap.tables.notes import Notes
from sysmap.tables.sources.port import IsHeader
from sysmap.tables.text import show_cell

__all__ = ["headers_by_tags", "is_tag_row"]

_TAG = re.compile(r"#[a-z][a-z0-9_]*(?:\s*\+\s*[a-z][a-z0-9_]*)*")
_BY_TAGS = Message("columns from their HXL tags: {columns}")
_COLUMN = Message("{header} is {column}")

_IN_TIES = (
    ("#org+funder", "source"),
    ("#org+funding", "source"),
    ("#org+donor", "source"),
    ("#org+lead", "source"),
    ("#org+from", "source"),
    ("#org+recipient", "target"),
    ("#org+partner", "target"),
    ("#org+impl", "target"),
    ("#org+implementing", "target"),
    ("#org+to", "target"),
)
"""The ends of a tie by their tags, the more telling ones first."""
_IN_NODES = (
    ("#org+partner", "partners"),
    ("#org+impl", "partners"),
    ("#org+acronym", "aliases"),
    ("#org+code", "id"),
    ("#org+id", "id"),
    ("#org+type", "kind"),
    ("#org+lead", "name"),
    ("#org+name", "name"),
    ("#org", "name"),
)
_ANYWHERE = (
    ("#sector", "sector"),
    ("#adm1", "adm1"),
    ("#date+start", "since"),
    ("#date+end", "until"),
    ("#date", "date"),
    ("#description", "description"),
    ("#meta+id", "id"),
    ("#geo+lat", "latitude"),
    ("#geo+lon", "longitude"),
)


def is_tag_row(cells: Sequence[str]) -> bool:
    """Whether every filled cell of a row is an HXL tag; values of failed formulas (`#REF!`) are none.

    >>> is_tag_row(["#org+lead", "", "#sector"]), is_tag_row(["#REF!", "#org"]), is_tag_row(["", ""])
    (True, False, False)
    """
    filled = [text for cell in cells if (text := cell.strip())]
    return bool(filled) and all(_TAG.fullmatch(text) for text in filled)


def headers_by_tags(header: Sequence[str], tags: Sequence[str], is_header: IsHeader, notes: Notes) -> list[str]:
    """The headers of a table with these tags: what a tag means stands in the place of what was written.

    Only words that may be headers in this file count, so a table of ties has ends and a table of nodes a name.
    """
    width = max(len(header), len(tags))
    written, known = _padded(header, width), _padded(tags, width)
    columns = _columns(known, is_header)
    # A column that has nothing but its tag is called by it.
    headers = [columns.get(i) or text or known[i].lstrip("#") for i, text in enumerate(written)]
    told = [
        _COLUMN.filled(header=show_cell(text), column=column)
        for i, column in sorted(columns.items())
        if (text := written[i] or known[i]).casefold() != column
    ]
    if told:
        notes.understand(_BY_TAGS.filled(columns=Listing(told)))
    return headers


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [cell.strip() for cell in cells] + [""] * (width - len(cells))


def _columns(tags: Sequence[str], is_header: IsHeader) -> dict[int, str]:
    """Index -> the column that the tag there means; each column once."""
    ends = _IN_TIES if is_header("source") and is_header("target") else _IN_NODES
    found: dict[int, str] = {}
    parts = {index: _parts(tag) for index, tag in enumerate(tags)}
    for known, column in (*ends, *_ANYWHERE):
        for index, tag in parts.items():
            if index not in found and column not in found.values() and is_header(column) and _parts(known) <= tag:
                found[index] = column
    return found | _other_end(parts, found) if ends is _IN_TIES else found


def _other_end(parts: dict[int, frozenset[str]], found: dict[int, str]) -> dict[int, str]:
    """The end of a tie that a plain `#org` is, where only the other end says what it is."""
    plain = [index for index, tag in parts.items() if "#org" in tag and index not in found]
    ends = [end for end in ("source", "target") if end not in found.values()]
    return dict(zip(plain, ends, strict=False)) if len(plain) >= len(ends) else {}


def _parts(tag: str) -> frozenset[str]:
    """A tag and its attributes.

    >>> sorted(_parts("#org +lead"))
    ['#org', '+lead']
    """
    return frozenset(re.findall(r"[#+][a-z0-9_]+", tag))

"""How keys and values are written in TOML, and shown in a sentence: as the user may write them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from sysmap.tables.toml_lines import KeyPath

__all__ = ["place_values", "quote", "spell"]

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_LONGEST = 60
"""Characters of a value that are shown."""
_ITEMS = 6
"""Items of a list, or entries of a table, that are shown."""


def spell(value: object, limit: int = _LONGEST) -> str:
    r"""A value as TOML writes it, with what cannot be seen spelled out, and cut to about `limit` characters.

    >>> spell(True), spell(["a", 1, {"b": 2.5}]), spell("a\u00a0b")
    ('true', '["a", 1, { b = 2.5 }]', '"a\\u00A0b"')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        entries = _cut(
            (f"{_spell_key(str(key))} = {spell(inner, limit // 2)}" for key, inner in value.items()), len(value), limit
        )
        return f"{{ {entries} }}" if entries else "{}"
    if isinstance(value, list | tuple):
        return f"[{_cut((spell(item, limit // 2) for item in value), len(value), limit)}]"
    return _quote_short(value, limit) if isinstance(value, str) else str(value)


def _cut(items: Iterable[str], count: int, limit: int) -> str:
    """The first few of `count` items, joined by commas, with `...` where items are left out."""
    shown: list[str] = []
    for item in islice(items, _ITEMS):
        if sum(map(len, shown)) > limit:
            break
        shown.append(item)
    return ", ".join([*shown, "..."] if len(shown) < count else shown)


def quote(text: str) -> str:
    r"""A whole text as TOML writes it, on one line, with what cannot be seen spelled out.

    >>> print(quote("a \"b\"\n\U000e0001"))
    "a \"b\"\n\U000E0001"
    """
    return "".join(sign if sign.isprintable() else _escape(ord(sign)) for sign in json.dumps(text, ensure_ascii=False))


def _quote_short(text: str, limit: int = _LONGEST) -> str:
    return quote(text if len(text) <= limit else text[: max(limit, 8) - 3] + "...")


def _escape(code: int) -> str:
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"  # noqa: PLR2004 - TOML writes the others with eight signs


def _spell_key(key: str) -> str:
    """A key as TOML writes it: in quotes where it holds more than letters, digits, hyphens and underscores."""
    return key if len(key) <= _LONGEST and _BARE.fullmatch(key) else _quote_short(key)


def place_values(path: KeyPath) -> dict[str, Any]:
    """The parameters of a cause that tell its place.

    `where` people find it, its last `key`, the whole path as a `table`. Indexes of lists are left out.

    >>> paths = [("title",), ("ties", "MENTORS", "ends", 0), ("choices", "Stakeholder.sector")]
    >>> [place_values(path)["where"] for path in paths]
    ['title', '[ties.MENTORS] ends', '[choices] "Stakeholder.sector"']
    """
    keys = [_spell_key(part) for part in path if isinstance(part, str)]
    where = f"[{'.'.join(keys[:-1])}] {keys[-1]}" if keys[1:] else "".join(keys)
    return {"where": where, "key": keys[-1] if keys else "", "table": ".".join(keys)}

"""JSON files of other programs: read with bounds, and their values as cells of a table."""

from __future__ import annotations

import json
from typing import Any

from sysmap.errors import Cause, DataError
from sysmap.exchange.foreign import Cell
from sysmap.messages import Text

__all__ = ["as_cell", "as_text", "read_json"]

NOT_JSON = Cause("X010", "is no whole {format}: {reason}", "save it again in the program that made it")
DEEPEST = 200
"""How deeply a file of any program may be nested; what is deeper is no map."""


def read_json(data: bytes, format: Text) -> Any:
    """What a JSON file holds. Raises DataError where it is broken or nested too deeply."""
    text = data.decode("utf-8-sig", errors="replace")
    try:
        _check_depth(text)
        return json.loads(text, parse_constant=lambda _: None)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", str(error))
        raise DataError([NOT_JSON.fault("", 0, 0, format=format, reason=reason)]) from error


def _check_depth(text: str) -> None:
    depth = 0
    for sign in text:
        if sign in "[{":
            depth += 1
            if depth > DEEPEST:
                raise ValueError(f"nested more than {DEEPEST} deep")
        elif sign in "]}":
            depth -= 1


def as_text(value: object) -> str:
    r"""A value as text on one line; nothing is an empty text.

    >>> as_text("Curah\nhujan"), as_text(None), as_text(2.0)
    ('Curah hujan', '', '2')
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def as_cell(value: object) -> Cell:
    """A value as a cell: texts, numbers and lists of texts as they are, anything else as JSON."""
    if isinstance(value, list):
        return [as_text(item) for item in value if item is not None]
    if isinstance(value, (str, int, float, bool)):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False)

"""Faults without what stands in the cells of personal columns: place and cause only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sysmap.errors import Fault
from sysmap.messages import AnyText, Joined, Listing, Message

__all__ = ["without_cells"]

_HIDDEN = Message("(personal)")

_SAFE = frozenset(
    (
        *("header", "column", "columns", "line", "lines", "n", "rows", "expected", "low", "high", "above", "choices"),
        *("kinds", "files", "file", "tie", "number", "field", "unit", "since_header", "until_header", "delimiter"),
    )
)
"""Parameters of a message that no cell gives."""


def without_cells(faults: Iterable[Fault], personal: Mapping[int, str], width: int) -> list[Fault]:
    """The faults, without what stands in cells of the `personal` columns: their headers by their numbers.

    Where there are any, cells beyond the `width` of the header are not told either: a sign too many moves a row to the
    right.
    """
    if not personal:
        return list(faults)
    hider = _Hider(frozenset(personal.values()))
    return [
        hider.hide(fault)
        if fault.column in personal or fault.column > width
        else replace(fault, problem=hider.hide_differences(fault.problem))
        for fault in faults
    ]


@dataclass(frozen=True)
class _Hider:
    headers: Collection[str]

    def hide(self, fault: Fault) -> Fault:
        """The fault without what stands in its cell."""
        return replace(
            fault,
            problem=self.hide_text(fault.problem, told=True),
            remedy=self.hide_text(fault.remedy, told=True),
            quoted=_HIDDEN if fault.quoted else "",
        )

    def hide_text(self, text: AnyText, *, told: bool) -> AnyText:
        """A text without what cells give; `told`: a plain text is no cell."""
        if isinstance(text, Message):
            return text.filled(**{name: self.hide_value(name, value) for name, value in text.values})
        if isinstance(text, Joined):
            return Joined((self.hide_text(part, told=told) for part in text.parts), text.separator)
        if isinstance(text, Listing):
            return Listing((self.hide_text(item, told=told) for item in text.items), text.joint)
        return text if told else _HIDDEN

    def hide_value(self, name: str, value: object) -> object:
        """A parameter of a message, hidden where a cell may have given it."""
        if name in _SAFE:
            return value
        return self.hide_text(value if isinstance(value, (Message, Joined, Listing)) else str(value), told=False)

    def hide_differences(self, text: AnyText) -> AnyText:
        """A text about several columns, without what it says of cells of personal ones."""
        if isinstance(text, Message):
            values = dict(text.values)
            if {str(values.get(name, "")).strip("'") for name in ("column", "header")} & set(self.headers):
                return self.hide_text(text, told=True)
            return text.filled(
                **{
                    name: self.hide_differences(value) if isinstance(value, (Message, Joined)) else value
                    for name, value in values.items()
                }
            )
        if isinstance(text, Joined):
            return Joined((self.hide_differences(part) for part in text.parts), text.separator)
        return text

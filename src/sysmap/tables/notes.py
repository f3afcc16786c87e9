"""Where the faults of one file are gathered while it is read."""

from __future__ import annotations

from sysmap.errors import Fault

__all__ = ["Notes"]


class Notes:
    """The faults and warnings of one file, in the order they were found."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Fault] = []

    def error(self, line: int, column: int, problem: str, remedy: str) -> None:
        """Note what forbids loading."""
        self.found.append(Fault(self.file, line, column, problem, remedy))

    def warning(self, line: int, column: int, problem: str, remedy: str) -> None:
        """Note what was read all the same, and should be looked at."""
        self.found.append(Fault(self.file, line, column, problem, remedy, "warning"))

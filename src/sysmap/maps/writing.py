"""Files are written whole or not at all, always as UTF-8 with plain newlines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from sysmap.errors import OutputError
from sysmap.tables import csv_text

__all__ = ["write_bytes", "write_table", "write_text"]


def write_text(path: Path, text: str) -> None:
    """Write `text` to `path` as UTF-8 whatever the locale; `OutputError` where the system refuses."""
    write_bytes(path, text.encode("utf-8"))


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a CSV with a byte order mark, without which a spreadsheet takes UTF-8 for its own encoding."""
    write_text(path, "\ufeff" + csv_text(header, rows))


def write_bytes(path: Path, content: bytes) -> None:
    """Write `content` beside `path` and move it there, so that nobody ever opens half a file."""
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise OutputError(f"{path} could not be written: {error.strerror or error}",
                          "free some space or choose another folder with --out") from error

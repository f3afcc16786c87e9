"""Files are written whole or not at all, always as UTF-8 with plain newlines."""

from __future__ import annotations

from pathlib import Path

from sysmap.errors import OutputError

__all__ = ["write_bytes", "write_text"]


def write_text(path: Path, text: str) -> None:
    """Write `text` to `path` as UTF-8 whatever the locale; `OutputError` where the system refuses."""
    write_bytes(path, text.encode("utf-8"))


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

"""Writing files: a file is written whole or not at all. Text is UTF-8 with plain newlines on every system.

A table is written as CSV or as Parquet; Parquet needs the extra `parquet`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from sysmap.errors import Cause, OutputError
from sysmap.resources import install_command
from sysmap.tables.writing import csv_text

__all__ = [
    "CsvStyle",
    "Table",
    "draft_file",
    "import_parquet",
    "parquet_schema",
    "write_bytes",
    "write_table",
    "write_text",
]

ROW_GROUP = 50_000
"""Rows of a row group in Parquet: what is held in memory at a time."""

CsvStyle = Literal["guarded", "local", "raw"]
"""`guarded`: with commas, texts that a spreadsheet would run behind an apostrophe. `local`: so, with semicolons and the
comma as decimal mark, as spreadsheets in many countries expect it. `raw`: texts as they are, for programs."""

NOT_WRITTEN = Cause(
    "R001", "{file} could not be written: {reason}", "free some space or choose another folder with --out"
)
NO_PARQUET = Cause("R002", "a table as Parquet needs the package pyarrow", "{command}")


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with the type of their cells (str, int or float), and rows. None is an empty cell."""

    columns: Mapping[str, type]
    rows: Iterable[Sequence[object]]


def write_text(path: Path, text: str) -> None:
    """Write `text` to `path` as UTF-8, whatever the locale is; `OutputError` where the system refuses."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write `content` to `path`; `OutputError` where the system refuses."""
    with draft_file(path) as part:
        part.write_bytes(content)


@contextmanager
def draft_file(path: Path) -> Iterator[Path]:
    """A file beside `path` to write into. At the end it replaces `path`, so that nobody ever opens half a file.

    If anything stops the writing, the draft is deleted and `path` stays as it was. Raises `OutputError` where the
    system refuses.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        yield part
        part.replace(path)
    except BaseException as error:
        part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise OutputError(NOT_WRITTEN, file=path, reason=error.strerror or error) from error
        raise


def write_table(path: Path, table: Table, style: CsvStyle = "guarded") -> None:
    """Write a table as the ending of `path` says: Parquet, else CSV in the style asked for.

    A CSV begins with a byte order mark; without it spreadsheets read UTF-8 in another encoding.
    """
    if path.suffix == ".parquet":
        _write_parquet(path, table)
    else:
        write_text(
            path,
            "\ufeff"
            + csv_text(list(table.columns), table.rows, ";" if style == "local" else ",", guarded=style != "raw"),
        )


def import_parquet() -> Any:
    """The module `pyarrow.parquet`; an `OutputError` says what to install where it is missing."""
    try:
        import pyarrow.parquet
    except ImportError as error:
        raise OutputError(NO_PARQUET, command=install_command("parquet")) from error
    return pyarrow.parquet


def parquet_schema(columns: Mapping[str, type]) -> Any:
    """The pyarrow schema of a table: text, integers of 64 bits, floats of 64 bits."""
    import pyarrow as pa

    types = {str: pa.string(), int: pa.int64(), float: pa.float64()}
    return pa.schema([(name, types[kind]) for name, kind in columns.items()])


def _write_parquet(path: Path, table: Table) -> None:
    parquet = import_parquet()
    import pyarrow as pa

    schema, rows = parquet_schema(table.columns), iter(table.rows)
    with draft_file(path) as part, parquet.ParquetWriter(part, schema) as file:
        while group := list(islice(rows, ROW_GROUP)):
            columns = zip(*group, strict=True)
            file.write_table(
                pa.table([pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema)
            )

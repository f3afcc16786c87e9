"""Every collaboration gap, straight to a file: a hundred million pairs in the memory of a few blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sysmap.analysis import Analysis
from sysmap.errors import OutputError
from sysmap.messages import AnyText, in_context
from sysmap.models.gaps.ranking import Pairs, iterate_needing_pairs
from sysmap.records.coverage_work import read_work
from sysmap.rendering.writing import draft_file, import_parquet
from sysmap.tables.writing import csv_text

if TYPE_CHECKING:
    import numpy as np

__all__ = ["COLUMNS", "write_every_gap"]

COLUMNS = ("source", "source_name", "target", "target_name", "need", "required")
DIGITS = 9
"""Digits of a need in the CSV: as many as its ranks are told apart by."""
LINES = 100_000
"""Lines of a CSV that are made at a time: as Python's own numbers they take much more room than in a block."""


def write_every_gap(analysis: Analysis, path: Path, progress: Callable[[AnyText, int, int], None] | None = None) -> int:
    """Write all gaps to a `.csv` or `.parquet`, in the order of their uids; how many.

    A row says who (`source` < `target`), the weighted `need` that ranks it, above 0, and the plain requirement, 1 and up; the
    problems behind a pair are told of the ranked ones. Without partnership data do not ask (`Analysis.ties_assessed`).
    Raises `OutputError` for another ending and where the system refuses; whatever stops it, no half file is left.
    """
    writers = {".csv": _write_csv, ".parquet": _write_parquet}
    if path.suffix not in writers:
        raise OutputError(f"{path} ends neither in .csv nor in .parquet", "name the file so")
    with draft_file(path) as part:
        return writers[path.suffix](analysis, part, _open_gaps(analysis, progress))


def _open_gaps(analysis: Analysis, progress: Callable[[AnyText, int, int], None] | None) -> Iterator[Pairs]:
    """The pairs that need and have no partnership, block by block; each tells of itself."""
    people = len(read_work(analysis).people)
    for pairs in iterate_needing_pairs(read_work(analysis)):
        if progress and len(pairs.s):
            progress(in_context("step", "gaps"), int(pairs.s[-1]) + 1, people)
        free = ~pairs.tied
        yield Pairs(pairs.s[free], pairs.t[free], pairs.required[free], pairs.need[free], pairs.tied[free])


def _write_csv(analysis: Analysis, part: Path, found: Iterator[Pairs]) -> int:
    # What a row says of a stakeholder is the same in each: quoted and guarded once.
    cells = [csv_text((uid, analysis.name(uid)), ())[:-2] for uid in read_work(analysis).people]
    count = 0
    with part.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(csv_text(COLUMNS, ()))
        for pairs in found:
            for at in range(0, len(pairs.s), LINES):
                columns = [column[at:at + LINES].tolist() for column in (pairs.s, pairs.t, pairs.need, _whole(pairs.required))]
                file.write("".join([f"{cells[s]},{cells[t]},{need:.{DIGITS}g},{required}\r\n" for s, t, need, required in zip(*columns, strict=True)]))
            count += len(pairs.s)
    return count


def _write_parquet(analysis: Analysis, part: Path, found: Iterator[Pairs]) -> int:
    writes = import_parquet()
    import pyarrow as pa

    people = read_work(analysis).people
    uids, names = pa.array(people, pa.string()), pa.array([analysis.name(uid) for uid in people], pa.string())
    text = pa.dictionary(pa.int32(), pa.string())
    schema = pa.schema([*((name, text) for name in COLUMNS[:4]), ("need", pa.float64()), ("required", pa.int64())])
    count = 0
    with writes.ParquetWriter(part, schema) as file:
        for pairs in found:
            ends = [pa.array(end.astype("int32")) for end in (pairs.s, pairs.t)]
            told = [pa.DictionaryArray.from_arrays(end, words) for end in ends for words in (uids, names)]
            file.write_table(pa.table([*told, pa.array(pairs.need), pa.array(_whole(pairs.required))], schema))
            count += len(pairs.s)
    return count


def _whole(required: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Requirements, which a product of complex numbers gave as floats."""
    return required.round().astype("int64")

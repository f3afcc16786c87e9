"""Every collaboration gap, written straight to a file.

Pairs come in blocks, so that a hundred million of them need little memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sysmap.analysis import Analysis
from sysmap.errors import Cause, OutputError
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
"""Significant digits of a need in the CSV: as many as ranking compares."""
LINES = 100_000
"""Lines of a CSV that are written at a time: numbers take much more memory as Python objects than in numpy."""

UNKNOWN_ENDING = Cause("R003", "{file} ends neither in .csv nor in .parquet", "name the file so")


def write_every_gap(analysis: Analysis, path: Path, progress: Callable[[AnyText, int, int], None] | None = None) -> int:
    """Write all gaps to a `.csv` or `.parquet` file, sorted by their uids. Returns how many there are.

    A row holds the pair (`source` < `target`), the weighted `need` that ranking uses (above 0), and the unweighted
    requirement (1 or more). Without data on partnerships every needing pair counts as a gap: ask
    `Analysis.ties_assessed` first. `progress` is called with the step, the stakeholders done and their number. Raises
    `OutputError` for another ending, and where the system refuses; half a file is never left.
    """
    writers = {".csv": _write_csv, ".parquet": _write_parquet}
    if path.suffix not in writers:
        raise OutputError(UNKNOWN_ENDING, file=path)
    with draft_file(path) as part:
        return writers[path.suffix](analysis, part, _open_gaps(analysis, progress))


def _open_gaps(analysis: Analysis, progress: Callable[[AnyText, int, int], None] | None) -> Iterator[Pairs]:
    """The pairs that need to coordinate and are not partners, block by block. Each block reports progress."""
    people = len(read_work(analysis).people)
    for pairs in iterate_needing_pairs(read_work(analysis)):
        if progress and len(pairs.s):
            progress(in_context("step", "gaps"), int(pairs.s[-1]) + 1, people)
        free = ~pairs.tied
        yield Pairs(
            pairs.s[free],
            pairs.t[free],
            pairs.required[free],
            pairs.need[free],
            pairs.tied[free],
            pairs.together[free],
        )


def _write_csv(analysis: Analysis, part: Path, blocks: Iterator[Pairs]) -> int:
    # The two cells of a stakeholder are the same in each row: they are quoted and guarded once, without their line end.
    cells = [csv_text((uid, analysis.name(uid)), ())[:-2] for uid in read_work(analysis).people]
    count = 0
    with part.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(csv_text(COLUMNS, ()))
        for pairs in blocks:
            for at in range(0, len(pairs.s), LINES):
                columns = [
                    column[at : at + LINES].tolist()
                    for column in (pairs.s, pairs.t, pairs.need, _whole(pairs.required))
                ]
                file.write(
                    "".join(
                        [
                            f"{cells[s]},{cells[t]},{need:.{DIGITS}g},{required}\r\n"
                            for s, t, need, required in zip(*columns, strict=True)
                        ]
                    )
                )
            count += len(pairs.s)
    return count


def _write_parquet(analysis: Analysis, part: Path, blocks: Iterator[Pairs]) -> int:
    """Uids and names are written as a dictionary: each text once, and a number in each row."""
    parquet = import_parquet()
    import pyarrow as pa

    people = read_work(analysis).people
    uids, names = pa.array(people, pa.string()), pa.array([analysis.name(uid) for uid in people], pa.string())
    text = pa.dictionary(pa.int32(), pa.string())
    schema = pa.schema([*((name, text) for name in COLUMNS[:4]), ("need", pa.float64()), ("required", pa.int64())])
    count = 0
    with parquet.ParquetWriter(part, schema) as file:
        for pairs in blocks:
            ends = [pa.array(end.astype("int32")) for end in (pairs.s, pairs.t)]
            cells = [pa.DictionaryArray.from_arrays(end, texts) for end in ends for texts in (uids, names)]
            file.write_table(pa.table([*cells, pa.array(pairs.need), pa.array(_whole(pairs.required))], schema))
            count += len(pairs.s)
    return count


def _whole(required: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Requirements as integers. They come as floats, because a product of complex matrices computes them."""
    return required.round().astype("int64")

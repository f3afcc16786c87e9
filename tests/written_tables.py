"""Tables written as files in any way, and read again; for laws that hold over random tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from sysmap.tables.folder import examine_folder
from sysmap.tables.rows import Dataset
from sysmap.vocabulary import VOCABULARY

__all__ = ["PLAIN", "Rows", "Tables", "Writing", "every_seed", "examine", "read_as"]

SEEDS = [*range(30), *(pytest.param(seed, marks=pytest.mark.whole) for seed in range(30, 300))]
every_seed = pytest.mark.parametrize("seed", SEEDS)
"""Thirty seeds by default; `scripts/test --all` tries three hundred."""

Rows = list[list[str]]
Tables = Mapping[str, Rows]


@dataclass(frozen=True)
class Writing:
    """How tables are written as files. `quoting` is one of csv's own."""

    delimiter: str = ","
    encoding: str = "utf-8"
    end: str = "\n"
    quoting: int = csv.QUOTE_MINIMAL

    def write(self, folder: Path, tables: Tables) -> None:
        folder.mkdir(parents=True)
        for file, rows in tables.items():
            out = io.StringIO(newline="")
            csv.writer(out, delimiter=self.delimiter, lineterminator=self.end, quoting=self.quoting).writerows(rows)  # type: ignore[arg-type]  # any constant of csv
            (folder / file).write_bytes(out.getvalue().encode(self.encoding))


PLAIN = Writing()


def examine(folder: Path) -> Dataset:
    return examine_folder(folder, VOCABULARY, map_name="m")


def read_as(folder: Path, tables: Tables, writing: Writing = PLAIN, toml: str = "") -> Dataset:
    """The dataset of tables that were written in this way, into a folder that is new."""
    writing.write(folder, tables)
    if toml:
        (folder / "sysmap.toml").write_text(toml, "utf-8")
    return examine(folder)

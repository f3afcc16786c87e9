"""The laws of reading, over random folders as people have them: nothing is lost without a word, and nothing is guessed.

Each folder is a right one with slips in it: words for nothing, other separators, repeated rows, notes below the table.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from sysmap.tables.finding import CHANGES
from sysmap.tables.folder import examine_folder
from sysmap.tables.mending import mend_folder
from sysmap.tables.notes import Notes
from sysmap.tables.overrides import Overrides
from sysmap.tables.rows import Dataset
from sysmap.tables.sheets import Sheet
from sysmap.vocabulary import VOCABULARY

SEEDS = range(30)
WORDS = ("Dinas", "Badan", "Kelompok", "Yayasan", "Karang", "Balai", "Kantor", "Forum")
PLACES = ("Air", "Tani", "Laut", "Hutan", "Guru", "Sehat", "Jalan", "Pasar", "Wisata", "Pangan")
PROBLEMS = ("Stunting", "Kekeringan", "Banjir", "Sampah plastik", "Putus sekolah", "Jalan rusak")
NOTHING = ("", "NA", "n/a", "-", "tidak ada", "?", "#REF!", "None")
SEPARATORS = ("; ", "|", ";", "\n", ", ", " dan ", "/")
NUMBERS = ("1", "5", "4,5", "3.5", "tinggi", "9", "x", "-", "", "Rp 3")
DATES = ("2024-05-01", "25/11/2025", "10/11/2025", "10 November 2025", "2021", "45971", "besok", "", "NA", "2024/2025")


def write_table(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]], delimiter: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows([header, *rows])
    path.write_text(out.getvalue(), encoding="utf-8")


def write_random_folder(folder: Path, seed: int) -> dict[str, list[list[str]]]:
    """Write three tables with slips; returns the rows that were written, by file."""
    draw = random.Random(seed)
    delimiter = draw.choice(",;\t")
    names = draw.sample([f"{word} {place}" for word in WORDS for place in PLACES], draw.randint(4, 20))
    problems = draw.sample(PROBLEMS, draw.randint(2, len(PROBLEMS)))

    def some(values: Sequence[str]) -> str:
        chosen = draw.sample(values, draw.randint(1, min(3, len(values))))
        return draw.choice(NOTHING) if draw.random() < 0.2 else draw.choice(SEPARATORS).join(chosen)

    offices = [
        [
            draw.choice(NOTHING) if draw.random() < 0.05 else name,
            draw.choice(("pemerintah", "akademisi", "NA", "pers", "")),
            draw.choice(NUMBERS),
            some(problems),
        ]
        for name in names
    ]
    offices += [[f" {row[0].upper()} ", *row[1:]] for row in draw.sample(offices, draw.randint(0, 2))]
    ties = [
        [
            *(draw.choice(NOTHING) if draw.random() < 0.1 else draw.choice(names) for _ in range(2)),
            draw.choice(("1", "2", "", "0", "tiga")),
            draw.choice(DATES),
        ]
        for _ in range(draw.randint(0, 25))
    ]
    notes = [["Catatan: data sementara", "", "", ""]] if draw.random() < 0.3 else []
    tables = {
        "stakeholders.csv": offices + notes,
        "partnerships.csv": ties,
        "problems.csv": [[name] for name in problems],
    }
    headers = {
        "stakeholders.csv": ("nama", "sektor", "kuasa", "menangani"),
        "partnerships.csv": ("dari", "ke", "bobot", "sejak"),
        "problems.csv": ("nama",),
    }
    for file, rows in tables.items():
        write_table(folder / file, headers[file], rows, delimiter)
    return tables


def lines_of(path: Path) -> list[tuple[int, list[str]]]:
    """Each row below the header with the line on which it begins, as Python's own csv module reads it."""
    text = path.read_text(encoding="utf-8")
    delimiter = next(sign for sign in ("\t", ";", ",") if sign in text.splitlines()[0] + ",")
    reader, rows, start = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [], 1
    for row in reader:
        rows.append((start, row))
        start = reader.line_num + 1
    return rows[1:]


@pytest.fixture(params=SEEDS, scope="module")
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Dataset]:
    path = tmp_path_factory.mktemp(f"folder{request.param}")
    write_random_folder(path, request.param)
    return path, examine_folder(path, VOCABULARY)


def folded(text: str) -> str:
    return " ".join(text.casefold().split())


def test_a_row_is_used_or_told_with_its_line(folder: tuple[Path, Dataset]) -> None:
    path, dataset = folder
    for file in ("stakeholders.csv", "partnerships.csv"):
        told = {fault.line for fault in dataset.faults if fault.file == file}
        assert set(dataset.lost[file]) <= told
    known = {folded(str(node.props["name"])) for node in dataset.nodes if node.label == "Stakeholder"}
    for line, row in lines_of(path / "stakeholders.csv"):
        if "".join(row).strip() and line not in dataset.lost["stakeholders.csv"]:
            assert folded(row[0]) in known, (line, row)


def test_a_tie_is_made_or_told_with_its_line(folder: tuple[Path, Dataset]) -> None:
    path, dataset = folder
    names = {node.uid: folded(str(node.props["name"])) for node in dataset.nodes}
    tied = {frozenset((names[tie.source], names[tie.target])) for tie in dataset.ties if tie.type == "PARTNERS_WITH"}
    told = {fault.line for fault in dataset.faults if fault.file == "partnerships.csv"}
    for line, row in lines_of(path / "partnerships.csv"):
        if "".join(row).strip():
            made = frozenset(map(folded, row[:2])) in tied
            assert made or line in told, (line, row)
            assert made == (line not in dataset.lost["partnerships.csv"]) or line in told, (line, row)


def test_a_value_is_kept_or_told_with_its_place(folder: tuple[Path, Dataset]) -> None:
    path, dataset = folder
    by_name = {folded(str(node.props["name"])): node for node in dataset.nodes if node.label == "Stakeholder"}
    told = {(fault.line, fault.column) for fault in dataset.faults if fault.file == "stakeholders.csv"}
    for line, row in lines_of(path / "stakeholders.csv"):
        node = by_name.get(folded(row[0])) if row else None
        for column, field in ((2, "sector"), (3, "power")):
            if node and row[column - 1].strip() and line not in dataset.lost["stakeholders.csv"]:
                kept = {field, f"{field}_written"} & set(node.props)
                said = kept or {(line, column), (line, 0)} & told or any(place[1] == column for place in told)
                assert said, (line, row, node.props)


def test_every_fault_reads_in_both_languages(folder: tuple[Path, Dataset]) -> None:
    for fault in folder[1].faults:
        for language in ("en", "id"):
            assert "{" not in fault.render(language)


def test_the_order_of_rows_changes_no_node_and_no_tie(tmp_path: Path) -> None:
    for seed in range(10):
        one, other = tmp_path / f"one{seed}", tmp_path / f"other{seed}"
        one.mkdir()
        other.mkdir()
        tables = write_random_folder(one, seed)
        for path in one.iterdir():
            rows = lines_of(path)
            header = path.read_text(encoding="utf-8").splitlines()[0]
            shuffled = [row for _, row in rows]
            notes = [row for row in shuffled if row[0].startswith("Catatan")]
            shuffled = [row for row in shuffled if row not in notes]
            random.Random(seed).shuffle(shuffled)
            delimiter = next(sign for sign in ("\t", ";", ",") if sign in header + ",")
            write_table(other / path.name, header.split(delimiter), shuffled + notes, delimiter)
        assert tables
        first, second = examine_folder(one, VOCABULARY), examine_folder(other, VOCABULARY)
        assert {folded(str(row.props["name"])) for row in first.nodes} == {
            folded(str(row.props["name"])) for row in second.nodes
        }
        assert {tie.uid.casefold() for tie in first.ties} == {tie.uid.casefold() for tie in second.ties}


@pytest.mark.parametrize("seed", range(12))
def test_mended_copies_say_the_same_and_need_no_mending(seed: int, tmp_path: Path) -> None:
    source, copy, again = tmp_path / "source", tmp_path / "copy", tmp_path / "again"
    source.mkdir()
    write_random_folder(source, seed)
    before = {path.name: path.read_bytes() for path in source.iterdir()}
    dataset = mend(source, copy)
    assert {path.name: path.read_bytes() for path in source.iterdir()} == before
    second = mend(copy, again)
    names = [sorted((row.uid, str(row.props["name"])) for row in one.nodes) for one in (dataset, second)]
    assert names[0] == names[1]
    assert {tie.uid for tie in dataset.ties} == {tie.uid for tie in second.ties}
    for path in copy.glob("*.csv"):
        if path.name != CHANGES:
            assert path.read_bytes() == (again / path.name).read_bytes(), path.name


def mend(folder: Path, to: Path) -> Dataset:
    """The dataset of a folder whose mended copies were written."""
    tables: dict[str, tuple[Sheet, Notes]] = {}
    dataset = examine_folder(folder, VOCABULARY, map_name="m", tables=tables, overrides=Overrides(unlisted="add"))
    mend_folder(to, tables, dataset)
    return dataset

"""One network in many shapes is one network: the same names, ties and weights, and every row and cell used or told.

Each random network is written as a list of ties, as matrices and as surveys, with columns of persons, blank rows and
rows of sums, as text and as a workbook.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

from sysmap.tables.edges import read_edges
from sysmap.tables.folder import examine_folder
from sysmap.tables.rows import Dataset
from sysmap.vocabulary import VOCABULARY

SEEDS = range(30)
TOKEN = "tokenqz"
"""Stands in every cell that says something of a person, and nowhere else."""
NAMES = (
    *("Bappeda", "UGM", 'Kelompok "Tani Maju"', "Dinas Pertanian, Pangan dan Perikanan", "Kantor Hutan & Laut"),
    *(
        "Yayasan Bumi",
        "Karang Taruna Éka",
        "Balai Besar Wilayah Sungai",
        "PKK",
        "Forum Air, Sanitasi",
        "大学",
        "PT Air",
    ),
)
OFTEN = {1: "jarang", 2: "kadang-kadang", 3: "sering", 4: "selalu"}
Pairs = Mapping[frozenset[str], float]
Rows = list[list[str]]
SHAPES = ("list", "matrix", "half matrix", "numbered matrix", "brackets", "slashes", "words", "marks", "one cell")
UNWEIGHTED = ("marks", "one cell")


@dataclass(frozen=True)
class Network:
    """Names and the weights of the ties between them, and the draw that decides what else stands in a file."""

    names: Sequence[str]
    ties: Pairs
    draw: random.Random

    def weight(self, one: str, other: str) -> float:
        return self.ties.get(frozenset((one, other)), 0)

    def person(self) -> list[str]:
        """An address, a telephone number with a token behind it, and the name of a person."""
        number = self.draw.randint(1, 10**6)
        return [f"{TOKEN}{number}@x.id", f"34030112048{number:05d}"[:11] + TOKEN, f"{TOKEN} {number}"]


def random_network(seed: int, shape: str) -> Network:
    draw = random.Random(seed)
    names = draw.sample(NAMES, draw.randint(3, 9))
    pairs = [frozenset((one, other)) for at, one in enumerate(names) for other in names[:at]]
    chosen = draw.sample(pairs, draw.randint(1, len(pairs)))
    weights: Sequence[float] = (1,) if shape in UNWEIGHTED else (1, 2, 3, 4) if shape == "words" else (1, 2, 0.5, 3.25)
    return Network(names, {pair: draw.choice(weights) for pair in chosen}, draw)


def number(weight: float) -> str:
    return f"{weight:g}" if weight else ""


PERSON = ["Alamat email", "NIK", "Nama petugas"]


def as_list(net: Network) -> Rows:
    rows = [[*sorted(pair), number(weight), *net.person()] for pair, weight in net.ties.items()]
    lone = [name for name in net.names if not any(name in pair for pair in net.ties)]
    rows += [[name, "tidak ada", "", *net.person()] for name in lone]
    return [["dari", "ke", "bobot", *PERSON], *rows, ["Jumlah", "", number(sum(net.ties.values())), "", "", ""]]


def as_matrix(net: Network) -> Rows:
    draw = net.draw
    nothing = ["", "0", "-", "tidak"]
    rows = [
        [one, *(number(net.weight(one, other)) or draw.choice(nothing) for other in net.names)] for one in net.names
    ]
    for at, row in enumerate(rows, 1):
        row[at] = draw.choice(["", "0", "1"])
    return [["", *net.names, "NIK"], *([*row, net.person()[1]] for row in rows)]


def as_half_matrix(net: Network) -> Rows:
    """Each tie stands on one side of the diagonal only."""
    rows = [
        [one, *(number(net.weight(one, other)) if at < below else "" for below, other in enumerate(net.names))]
        for at, one in enumerate(net.names)
    ]
    return [["Instansi", *net.names], *rows]


def as_numbered_matrix(net: Network) -> Rows:
    rows = [
        [str(at), one, *(number(net.weight(one, other)) or "0" for other in net.names), "9"]
        for at, one in enumerate(net.names, 1)
    ]
    return [["No", "Instansi", *net.names, "Jumlah"], *rows]


def as_survey(net: Network, question: str, cells: Mapping[float, str] | None = None) -> Rows:
    """A row for each respondent and a column for each who is asked about; only one of two says their tie."""
    rows = []
    for at, one in enumerate(net.names):
        mine = [net.weight(one, other) if at < behind else 0 for behind, other in enumerate(net.names)]
        said = [(cells[weight] if cells else number(weight)) if weight else "" for weight in mine]
        rows.append(
            ["2025-11-10", *net.person(), one, *(text or net.draw.choice(["", "tidak pernah"]) for text in said)]
        )
    header = ["Waktu", *PERSON, "Nama instansi Anda", *(question.format(name) for name in net.names)]
    return [header, *rows]


def as_one_cell(net: Network) -> Rows:
    rows = []
    for at, one in enumerate(net.names):
        others = [other for behind, other in enumerate(net.names) if at < behind and net.weight(one, other)]
        rows.append([*net.person(), one, net.draw.choice(["; ", "\n", " | "]).join(others) or "tidak ada"])
    return [[*PERSON, "Instansi Anda", "Dengan instansi mana saja Anda bekerja sama?"], *rows]


def written(net: Network, shape: str) -> Rows:
    if shape == "brackets":
        return as_survey(net, "Seberapa kuat kerja sama? [{}]")
    if shape == "slashes":
        return as_survey(net, "kerjasama/{}")
    if shape == "words":
        return as_survey(net, "Seberapa sering? [{}]", {float(weight): word for weight, word in OFTEN.items()})
    if shape == "marks":
        return as_survey(net, "Bekerja sama dengan siapa? [{}]", {1: net.draw.choice("xv✓")})
    shapes = {
        "list": as_list,
        "matrix": as_matrix,
        "half matrix": as_half_matrix,
        "numbered matrix": as_numbered_matrix,
        "one cell": as_one_cell,
    }
    return shapes[shape](net)


def with_blank_rows(rows: Rows, draw: random.Random) -> Rows:
    spread = rows[:1]
    for row in rows[1:]:
        spread += [[""] * len(row)] * (draw.random() < 0.2) + [row]
    return spread


def write(folder: Path, rows: Rows, draw: random.Random, ending: str) -> Path:
    path = folder / f"partnerships{ending}"
    if ending == ".xlsx":
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        for row in with_blank_rows(rows, draw):
            sheet.append(
                [float(cell) if cell.replace(".", "", 1).isdecimal() and cell else cell or None for cell in row]
            )
        book.save(path)
    else:
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=draw.choice(",;\t")).writerows(with_blank_rows(rows, draw))
        path.write_text(out.getvalue(), encoding="utf-8")
    return path


def ties_of(dataset: Dataset) -> dict[frozenset[str], float]:
    names = {node.uid: str(node.props["name"]) for node in dataset.nodes}
    found = [(frozenset((names[tie.source], names[tie.target])), tie.props.get("weight", 1)) for tie in dataset.ties]
    assert len(dict(found)) == len(found)
    return {pair: float(str(weight)) for pair, weight in found}


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_network_is_the_same_in_every_shape(seed: int, shape: str, ending: str, tmp_path: Path) -> None:
    net = random_network(seed, shape)
    rows = written(net, shape)
    path = write(tmp_path, rows, net.draw, ending)
    dataset = examine_folder(tmp_path, VOCABULARY)
    assert dataset.errors == ()
    assert {str(node.props["name"]) for node in dataset.nodes} == set(net.names)
    assert ties_of(dataset) == net.ties
    lost = {line for lines in dataset.lost.values() for line in lines}
    told = [str(fault) for fault in dataset.faults] + [
        str(text) for each in dataset.understood.values() for text in each
    ]
    # The row of sums and the rows of those who work with nobody are no ties of a list; all other rows are used.
    idle = len(rows) - 1 - len(net.ties) if shape == "list" else 0
    assert len(lost) == idle
    assert dataset.files["partnerships.csv"] == len(rows) - 1 - (shape == "list")
    assert any(f"{len(net.names)} stakeholder" in text for text in told)
    assert not any(TOKEN in text or "3403011" in text for text in told)
    assert not any(TOKEN in str(value) for tie in dataset.ties for key, value in tie.props.items() if shape != "list")
    assert_network_agrees(net, path)


def assert_network_agrees(net: Network, path: Path) -> None:
    """The command `network` finds the same names and ties in one file as a map does."""
    found = read_edges(path, VOCABULARY)
    assert set(found.names) == set(net.names)
    weights = found.weight or [1] * len(found.source)
    pairs = [frozenset((found.names[s], found.names[t])) for s, t in zip(found.source, found.target, strict=True)]
    assert dict(zip(pairs, [1 if weight is None else weight for weight in weights], strict=True)) == net.ties
    assert not any(TOKEN in str(fault) for fault in found.warnings)


@pytest.mark.parametrize("shape", ["matrix", "half matrix", "brackets", "slashes", "words", "marks"])
@pytest.mark.parametrize("seed", SEEDS)
def test_what_cannot_be_read_is_told_with_its_place_and_takes_nothing_else_away(
    seed: int, shape: str, tmp_path: Path
) -> None:
    net = random_network(seed, shape)
    rows = written(net, shape)
    places = [
        (line, column)
        for line, row in enumerate(rows[1:], 2)
        for column, cell in enumerate(row)
        if not cell and rows[0][column].strip("]").endswith(tuple(net.names))
    ]
    chosen = net.draw.sample(places, min(2, len(places), len(net.ties)))
    for line, column in chosen:
        rows[line - 1][column] = "entahlah"
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    (tmp_path / "partnerships.csv").write_text(out.getvalue(), encoding="utf-8")
    dataset = examine_folder(tmp_path, VOCABULARY)
    unread = [(fault.line, fault.column - 1) for fault in dataset.faults if fault.id == "F390"]
    assert sorted(unread) == sorted(chosen)
    assert ties_of(dataset) == net.ties
    assert not any(TOKEN in str(fault) for fault in dataset.faults)

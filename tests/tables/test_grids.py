"""Ties in a grid say the same as in a list: square matrices, surveys, and a column for each problem."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable

import pytest

from sysmap.tables.notes import Notes
from sysmap.tables.rows import Dataset
from sysmap.tables.shapes.grid import GridReading, find_grid

Examine = Callable[..., Dataset]
OFTEN = ("", "jarang", "kadang", "sering", "selalu")


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    return "".join(";".join(row) + "\n" for row in rows)


def ties(dataset: Dataset, type: str = "PARTNERS_WITH") -> dict[frozenset[str], object]:
    assert dataset.errors == ()
    names = {node.uid: str(node.props["name"]) for node in dataset.nodes}
    return {
        frozenset((names[tie.source], names[tie.target])): tie.props.get("weight")
        for tie in dataset.ties
        if tie.type == type
    }


@pytest.mark.parametrize("seed", range(6))
def test_a_list_a_matrix_and_a_survey_give_the_same_ties(seed: int, examine: Examine) -> None:
    draw = random.Random(seed)
    names = [f"Kantor {letter}" for letter in "ABCDEFG"[: draw.randint(3, 7)]]
    pairs = [(one, other) for at, one in enumerate(names) for other in names[at + 1 :]]
    weights = {pair: draw.randint(1, 4) for pair in draw.sample(pairs, draw.randint(2, len(pairs)))}
    expected = {frozenset(pair): float(weight) for pair, weight in weights.items()}

    def cell(one: str, other: str) -> int:
        return weights.get((one, other), 0) or weights.get((other, one), 0)

    as_list = csv_text([["dari", "ke", "bobot"], *([*pair, str(weight)] for pair, weight in weights.items())])
    as_matrix = csv_text([["", *names], *([one, *(str(cell(one, other)) for other in names)] for one in names)])
    as_survey = csv_text(
        [
            ["Waktu", "Nama instansi Anda", *(f"Seberapa sering bekerja sama? [{name}]" for name in names)],
            *(["10/11/2025 08:00", one, *(OFTEN[cell(one, other)] for other in names)] for one in names),
        ]
    )
    for text in (as_list, as_matrix, as_survey):
        assert ties(examine(partnerships=text)) == expected


@pytest.mark.parametrize("seed", range(6))
def test_a_column_for_each_problem_says_the_same_as_a_list(seed: int, examine: Examine) -> None:
    draw = random.Random(seed)
    problems, offices = ["Stunting", "Banjir", "Sampah"], [f"Kantor {letter}" for letter in "ABCD"]
    works = {office: set(draw.sample(problems, draw.randint(1, 3))) for office in offices}
    as_list = csv_text([["nama", "menangani"], *([office, "|".join(sorted(works[office]))] for office in offices)])
    marks = [[office, *("x" if problem in works[office] else "" for problem in problems)] for office in offices]
    as_grid = csv_text([["nama", *problems], *marks])
    tables = {"problems": csv_text([["nama"], *([problem] for problem in problems)])}
    # A column without any mark says nothing of its problem, and is the user's own.
    expected = {frozenset((office, problem)) for office, some in works.items() for problem in some}
    for text in (as_list, as_grid):
        assert set(ties(examine(stakeholders=text, **tables), "WORKS_ON")) == expected


def test_a_matrix_of_influences(examine: Examine) -> None:
    dataset = examine(factors=",Hujan,Panen\nHujan,0,0.75\nPanen,-0.25,0\n")
    assert {(tie.props["polarity"], tie.props["strength"]) for tie in dataset.ties} == {("+", 0.75), ("-", 0.25)}
    assert {node.label for node in dataset.nodes} == {"Factor"}


def test_who_names_nobody_stays(examine: Examine) -> None:
    text = "Instansi;Mitra? [A];Mitra? [B]\nC;sering;tidak pernah\nD;tidak pernah;\n"
    dataset = examine(partnerships=text)
    assert {str(node.props["name"]) for node in dataset.nodes} == {"A", "B", "C", "D"}
    assert len(dataset.ties) == 1


@pytest.mark.parametrize(
    "rows",
    [
        [["source", "target"], ["A", "B"], ["B", "C"]],
        [["", "A", "B"], ["A", "0", "?x"], ["B", "?y", "0"], ["B", "?z", "?"], ["B", "?z", "?q"]],
        [["", "A", "B"], ["C", "0", "1"], ["D", "1", "0"]],
        [],
    ],
)
def test_what_is_no_grid(rows: list[list[str]]) -> None:
    assert find_grid(list(enumerate(rows, 1)), GridReading(Notes("grid.csv"))) is None

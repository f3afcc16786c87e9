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


def told(dataset: Dataset) -> list[str]:
    return [*map(str, dataset.faults), *(str(text) for texts in dataset.understood.values() for text in texts)]


ROSTER = (
    "Timestamp,Email,NIK,Nama instansi Anda,Dengan siapa? [A],Dengan siapa? [B]\n"
    "10/11/2025,tok1@x.id,3403011204850001,A,,sering\n"
    "10/11/2025,tok2@x.id,3403011204850002,B,jarang,\n"
)


def test_the_column_of_respondents_is_the_one_that_is_called_so(examine: Examine) -> None:
    dataset = examine(partnerships=ROSTER)
    assert {str(node.props["name"]) for node in dataset.nodes} == {"A", "B"}
    assert any("personal, so in no page, report or table: 'Email' and 'NIK'" in text for text in told(dataset))
    assert any(
        "who answers from 'Nama instansi Anda'" in text and "without 'Timestamp'" in text for text in told(dataset)
    )


def test_addresses_are_never_respondents(examine: Examine) -> None:
    dataset = examine(partnerships="Email,NIK,Mitra? [A],Mitra? [B]\ntok1@x.id,3403011204850001,x,\n")
    assert [fault.id for fault in dataset.faults if "organisation answers" in str(fault)] == ["F393"]
    assert not any("tok1" in text or "34030112" in text for text in told(dataset))
    assert dataset.nodes == ()


def test_an_address_among_names_of_respondents_is_left_out(examine: Examine) -> None:
    dataset = examine(partnerships="Instansi,Mitra? [A],Mitra? [B]\ntok1@x.id,x,\nC,x,\n")
    assert {str(node.props["name"]) for node in dataset.nodes} == {"A", "B", "C"}
    assert [(fault.line, fault.id) for fault in dataset.faults if fault.id == "F394"] == [(2, "F394")]
    assert dataset.lost == {"partnerships.csv": (2,)}
    assert not any("tok1" in text for text in told(dataset))


def test_a_cell_that_is_not_understood_is_told_by_file_row_column_and_word(examine: Examine) -> None:
    dataset = examine(partnerships=",A,B,C\nA,,2,1\nB,2,,?x\nC,1,?x,\n")
    assert len(ties(dataset)) == 2
    [fault, _] = [fault for fault in dataset.faults if fault.id == "F390"]
    assert (fault.file, fault.line, fault.column) == ("partnerships.csv", 3, 4)
    assert "'?x' of 'B' under 'C'" in str(fault)
    assert "empty = ['?x'] under [read]" in str(fault)


def test_what_is_said_of_empty_none_and_keep_holds_in_grids(examine: Examine) -> None:
    text = ",A,B,NA\nA,,nol,2\nB,kosong sekali,,1\nNA,2,1,\n"
    dataset = examine(partnerships=text, toml='[read]\nempty = ["nol"]\nnone = ["kosong sekali"]\nkeep = ["NA"]\n')
    assert ties(dataset) == {frozenset(("A", "NA")): 2.0, frozenset(("B", "NA")): 1.0}
    assert not [fault for fault in dataset.faults if fault.id == "F390"]


def test_minus_signs_and_grouped_numbers(examine: Examine) -> None:
    dataset = examine(factors=",Hujan,Panen\nHujan,1,\u22120.5\nPanen,0.125,0\n")
    assert {(tie.props["polarity"], tie.props["strength"]) for tie in dataset.ties} == {("-", 0.5), ("+", 0.125)}
    assert any("without 1 cell that joins a name with itself" in text for text in told(dataset))


def test_a_number_whose_point_may_part_thousands_is_not_guessed(examine: Examine) -> None:
    text = ",A,B,C\nA,,1.250,2\nB,1.250,,3\nC,2,3,\n"
    assert len(ties(examine(partnerships=text))) == 2
    assert ties(examine(partnerships=text, toml='[read]\ndecimal = ","\n'))[frozenset("AB")] == 1250.0


@pytest.mark.parametrize("question", ["Mitra? [{}]", "survei/mitra/{}"])
def test_questions_in_brackets_and_of_kobo(question: str, examine: Examine) -> None:
    asked = ";".join(question.format(name) for name in ("A", "B"))
    dataset = examine(partnerships=f"Instansi Anda;{asked}\nC;1;0\nA;0;2\n")
    assert ties(dataset) == {frozenset("CA"): 1.0, frozenset("AB"): 2.0}


@pytest.mark.parametrize("question", ["Dengan siapa Anda bekerja sama?", "Which organisations do you work with?"])
def test_partners_in_one_cell(question: str, examine: Examine) -> None:
    dataset = examine(partnerships=f'Your organisation,{question}\nC,"A, B"\nA,"B, C"\nB,none\n')
    assert set(ties(dataset)) == {frozenset("AB"), frozenset("AC"), frozenset("BC")}
    assert dataset.lost == {"partnerships.csv": ()}


def test_names_without_ties_are_said_and_stay(examine: Examine) -> None:
    dataset = examine(partnerships=",A,B,C\nA,,1,\nB,1,,\nC,,,\n")
    assert {str(node.props["name"]) for node in dataset.nodes} == {"A", "B", "C"}
    assert any("1 name without a tie stays" in text for text in told(dataset))
    assert not any("none" in text.replace('grids = "none"', "") for text in told(dataset))


def test_a_matrix_of_stakeholders_and_problems_in_links(examine: Examine) -> None:
    dataset = examine(links="Instansi,Stunting,Banjir\nDinkes,3,0\nBPBD,Tidak,x\nDLH,-,sering\nPKK,,\n")
    assert ties(dataset, "WORKS_ON") == {
        frozenset(("Dinkes", "Stunting")): 3.0,
        frozenset(("BPBD", "Banjir")): 1.0,
        frozenset(("DLH", "Banjir")): 3.0,
    }
    kinds = {str(node.props["name"]): node.label for node in dataset.nodes}
    assert kinds["PKK"] == kinds["DLH"] == "Stakeholder"
    assert kinds["Stunting"] == kinds["Banjir"] == "Problem"


def test_weights_under_the_names_of_problems(examine: Examine) -> None:
    offices = "nama;Stunting;Banjir\nDinkes;3;0\nBPBD;Tidak;x\nDLH;-;sering\n"
    dataset = examine(stakeholders=offices, problems="nama\nStunting\nBanjir\n")
    assert ties(dataset, "WORKS_ON") == {
        frozenset(("Dinkes", "Stunting")): 3.0,
        frozenset(("BPBD", "Banjir")): 1.0,
        frozenset(("DLH", "Banjir")): 3.0,
    }


def test_a_matrix_in_the_place_of_stakeholders(examine: Examine) -> None:
    assert ties(examine(stakeholders=",A,B\nA,,2\nB,2,\n")) == {frozenset("AB"): 2.0}


def test_places_and_rows_are_those_of_the_file(examine: Examine) -> None:
    text = "No,Instansi,A,B,C,Sektor\n1,A,,1,-2,swasta\n2,B,1,,,swasta\n3,C,,,,swasta\nJumlah,,1,1,0,\n"
    dataset = examine(partnerships=text)
    assert dataset.files == {"partnerships.csv": 3}
    assert dataset.lost == {"partnerships.csv": (5,)}
    [negative] = [fault for fault in dataset.faults if fault.id == "F311"]
    assert (negative.line, negative.column) in {(2, 5), (2, 0)}
    assert any("without 'Sektor' and 'No'" in text for text in told(dataset))


def test_a_grid_can_be_read_as_a_plain_table(examine: Examine) -> None:
    said = told(examine(partnerships=",A,B\nA,,2\nB,2,\n"))
    assert any('if it is a plain table, say grids = "none" under [read]' in text for text in said)
    plain = examine(partnerships=",A,B\nA,,2\nB,2,\n", toml='[read]\ngrids = "none"\n')
    assert plain.ties == ()
    assert plain.errors

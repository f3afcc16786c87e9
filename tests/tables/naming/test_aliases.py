"""Other names: the column, aliases.csv, and what each does to rows and ties."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from sysmap.tables.folder import examine_folder
from sysmap.tables.naming.answers import Answers, add_answers, read_pairs
from sysmap.tables.rows import Dataset
from sysmap.vocabulary import VOCABULARY

Examine = Callable[..., Dataset]
WHO = "id,name,power,offers\nS1,Dinas Sosial,4,data\nS2,Dinsos,,dana\nS3,PMI,,\n"


def named(dataset: Dataset) -> dict[str, str]:
    return {str(node.props["id"]): str(node.props["name"]) for node in dataset.nodes if node.label == "Stakeholder"}


def test_the_row_of_the_full_name_keeps_its_id(examine: Examine) -> None:
    dataset = examine(
        stakeholders=WHO,
        aliases="name,is,not\nDinsos,Dinas Sosial,\n",
        partnerships="source,target\nS2,PMI\nDinsos,S3\n",
    )
    assert dict(dataset.nodes[0].props) == {
        "id": "S1",
        "name": "Dinas Sosial",
        "power": 4.0,
        "offers": ["dana", "data"],
        "aliases": ["Dinsos", "S2"],
    }
    assert [(tie.source, tie.target) for tie in dataset.ties] == [("stakeholder:S1", "stakeholder:S3")]
    assert not dataset.errors
    assert not dataset.questions


def test_a_name_that_no_row_has_is_readable_in_ties(examine: Examine) -> None:
    dataset = examine(
        stakeholders="nama;singkatan\nDinas Sosial;Dinsos | DS\nPMI;-\n",
        aliases="name;is;not\nDissos;dinas sosial;\n",
        partnerships="dari;ke\nDissos;PMI\nDS;PMI\n",
    )
    assert dataset.nodes[0].props["aliases"] == ["DS", "Dinsos", "Dissos"]
    assert [tie.source for tie in dataset.ties] == ["stakeholder:dinas-sosial"]


def test_a_column_joins_rows_too(examine: Examine) -> None:
    dataset = examine(stakeholders="name,aliases\nDinas Sosial,Dinsos\nDinsos,\n")
    assert named(dataset) == {"dinas-sosial": "Dinas Sosial"}
    assert dataset.nodes[0].props["aliases"] == ["Dinsos"]


def test_names_in_ties_alone_are_joined(examine: Examine) -> None:
    dataset = examine(
        partnerships="source,target\nDinsos,PMI\nDinas Sosial,UGM\n", aliases="name,is,not\nDinsos,Dinas Sosial,\n"
    )
    assert set(named(dataset).values()) == {"Dinas Sosial", "PMI", "UGM"}
    assert len(dataset.ties) == 2
    assert not dataset.questions


def test_what_is_not_is_not_asked(examine: Examine) -> None:
    dataset = examine(stakeholders=WHO, aliases="name,is,not\nDinsos,,Dinas Sosial\n")
    assert dataset.nodes[1].props["differs_from"] == ["Dinas Sosial"]
    assert len(dataset.nodes) == 3
    assert not dataset.questions


@pytest.mark.parametrize(
    ("rows", "cause", "lines"),
    [
        ("Dinsos,Dinas Sosail,\n", "F337", [2]),
        ("Dinsos,Dinas Sosial,\nDinas Sosial,S2,\n", "F340", [2, 3]),
        ("Dinsos,,\nDinsos,PMI,Dinas Sosial\n", "F336", [2, 3]),
        ("Dinsos,Dinas Sosial,\nS2,,S1\n", "F341", [3]),
        ("Dinsos,Banjir,\n", "F338", [2]),
    ],
)
def test_answers_that_cannot_be_are_faults(examine: Examine, rows: str, cause: str, lines: list[int]) -> None:
    dataset = examine(stakeholders=WHO, problems="id,name\nP1,Banjir\n", aliases="name,is,not\n" + rows)
    assert [(fault.file, fault.id, fault.line) for fault in dataset.errors] == [
        ("aliases.csv", cause, line) for line in lines
    ]


def test_a_name_of_several_kinds_is_told_apart_by_its_kind(examine: Examine) -> None:
    numbers = "id,name\n1,{0}\n2,{0}\n"
    dataset = examine(
        stakeholders=numbers.format("Legiun"),
        problems=numbers.format("Banjir"),
        aliases="name,is,not,kind\n2,1,,stakeholder\n",
    )
    assert [node.uid for node in dataset.nodes] == ["problem:1", "problem:2", "stakeholder:1"]


BASES = ("Dinas Sosial", "Dinsos", "PT. Air", "PT Air", "Kopé", "Kope", "Legiun", "Univ. Merapi", "Univ Merapi")


def examined(folder: Path) -> Dataset:
    return examine_folder(folder, VOCABULARY)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("accept", [True, False])
def test_after_an_answer_nothing_is_asked(tmp_path: Path, seed: int, accept: bool) -> None:
    """Accepting all that is asked leaves no question, rejecting neither; nothing else in the folder is touched."""
    dice = random.Random(seed)
    with_ids = dice.random() < 0.5
    rows = [dice.choice(BASES) for _ in range(12)]
    text = "".join(f"S{i},{name}\n" if with_ids else f",{name}\n" for i, name in enumerate(rows))
    (tmp_path / "stakeholders.csv").write_text("id,name\n" + text, encoding="utf-8")
    before = examined(tmp_path)
    answers = Answers(before.nodes, read_pairs(before.nodes, VOCABULARY), VOCABULARY)
    asked = answers.chosen("all")
    assert bool(asked) == bool(before.questions)
    if asked:
        add_answers(tmp_path, answers.rows(asked, ()) if accept else answers.rows((), asked))
    after = examined(tmp_path)
    assert not after.questions
    assert not after.errors
    assert (tmp_path / "stakeholders.csv").read_text("utf-8") == "id,name\n" + text
    if not accept:
        assert len(after.nodes) == len(before.nodes)
    assert sorted(path.name for path in tmp_path.iterdir()) in (
        ["stakeholders.csv"],
        ["aliases.csv", "stakeholders.csv"],
    )


def test_answers_are_added_in_the_columns_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "aliases.csv").write_bytes(b"nama;bukan;adalah\r\nA;;B\r\n")
    add_answers(tmp_path, [("=x", "Y", "", "stakeholder")])
    assert (
        tmp_path / "aliases.csv"
    ).read_bytes().decode() == "nama;bukan;adalah;kind\r\nA;;B;\r\n'=x;;Y;stakeholder\r\n"


def test_causes_drawn_twice_are_one_question(examine: Examine) -> None:
    """Two islands of causes become one, and a loop closes."""
    dataset = examine(
        links="source,relation,target,polarity\na,INFLUENCES,b,+\nb2,INFLUENCES,c,+\nc,INFLUENCES,a (2),-\n"
    )
    [asked] = dataset.questions
    assert str(asked.problem) == (
        "2 names repeat 2 others with a number or the word copy: causes that were drawn twice? Joined, 2 islands become "
        "1, and 0 loops become 1"
    )


def test_of_two_spellings_the_fuller_one_stays(examine: Examine) -> None:
    """The one with the accent, without needless signs; a row that was joined as declared is not told as repeated."""
    dataset = examine(stakeholders="name\nForum Pará\nForum Para\nBank-Air\nBank Air\n")
    answers = Answers(dataset.nodes, read_pairs(dataset.nodes, VOCABULARY), VOCABULARY)
    rows = answers.rows(answers.chosen("sure"), ())
    assert rows == [("Bank-Air", "Bank Air", "", ""), ("Forum Para", "Forum Pará", "", "")]
    joined = examine(aliases="name,is\n" + "".join(f"{name},{full}\n" for name, full, *_ in rows))
    assert len(joined.nodes) == 2
    assert [fault.id for fault in joined.faults] == ["F054"]

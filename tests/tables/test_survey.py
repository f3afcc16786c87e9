"""The survey: the form holds the map's own lists; answers in every shape of an export say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from sysmap.tables.folder import examine_folder
from sysmap.tables.merging import TieSet
from sysmap.tables.notes import Notes
from sysmap.tables.rows import NodeRow
from sysmap.tables.sheets import Sheet
from sysmap.tables.survey.answers import are_answers, are_details, read_answers
from sysmap.tables.survey.form import form_workbook, survey_form
from sysmap.tables.survey.questions import NONE, OTHER, token
from sysmap.tables.survey.rows import add_answered_ties, with_answers
from sysmap.vocabulary import VOCABULARY

NODES = [
    NodeRow("Stakeholder", "stakeholder:dinkes", {"id": "dinkes", "name": "Dinas Kesehatan", "offers": ["data"]}),
    NodeRow("Stakeholder", "stakeholder:ugm", {"id": "ugm", "name": "UGM"}),
    NodeRow("Stakeholder", "stakeholder:PT%20Air", {"id": "PT Air", "name": "PT Air Sejahtera"}),
    NodeRow("Problem", "problem:stunting", {"id": "stunting", "name": "Stunting"}),
]


def sheet(header: list[str], *rows: list[str]) -> Sheet:
    return Sheet("answers.csv", tuple(header), 1, list(range(2, len(rows) + 2)), list(rows))


def loaded(answers: Sheet, details: Sheet | None = None) -> tuple[dict[str, NodeRow], dict[str, dict[str, object]]]:
    """The nodes by uid, and the properties of the ties by what they join, as `SOURCE TYPE TARGET` of ids."""
    notes = Notes("answers.csv")
    nodes, surveyed = with_answers(read_answers(answers, details, notes), NODES, VOCABULARY, notes)
    ties = TieSet(VOCABULARY)
    add_answered_ties(surveyed, VOCABULARY, ties, notes)
    ties.settle()
    ids = {node.uid: str(node.props["id"]) for node in nodes}
    found = {f"{ids[t.source]} {t.type} {ids[t.target]}": dict(t.props) for t in ties.rows()}
    return {ids[node.uid]: node for node in nodes}, found


HEADER = [
    "who/office",
    "who/office_other",
    "work/partners",
    "work/partners_other",
    "tasks/problems",
    "_uuid",
    "_submission_time",
]


def test_what_both_sides_say_is_sure_and_what_one_says_half_so() -> None:
    _, ties = loaded(
        sheet(
            HEADER,
            ["dinkes", "", f"ugm {token('PT Air')}", "", "stunting", "u1", "2026-03-02T09:00:00"],
            ["ugm", "", "dinkes", "", NONE, "u2", "2026-03-04T09:00:00"],
        )
    )
    assert ties["dinkes PARTNERS_WITH ugm"] == {"confidence": 1.0, "provenance": "survey", "since": "2026-03-02"}
    assert ties["PT Air PARTNERS_WITH dinkes"]["confidence"] == 0.5
    assert ties["dinkes WORKS_ON stunting"] == {}
    assert len(ties) == 3


def test_choices_in_columns_of_their_own_say_the_same() -> None:
    air = token("PT Air")
    header = [
        "office",
        "partners",
        "partners/ugm",
        f"partners/{air}",
        "partners/none",
        "problems",
        "problems/stunting",
        "KEY",
    ]
    one = sheet(header, ["dinkes", f"ugm {air}", "1", "1", "0", "stunting", "1", "u1"])
    other = sheet(header, ["dinkes", "", "True", "True", "False", "", "True", "u1"])
    assert loaded(one) == loaded(other)


def test_questions_in_words_are_known_too() -> None:
    header = [
        "Which organisation do you answer for?",
        "With which organisations did you work together in the past year?",
        "On which public problems does your organisation work?",
        "_uuid",
    ]
    assert are_answers(header)
    _, ties = loaded(sheet(header, ["Dinas Kesehatan", "ugm", "stunting", "u1"]))
    assert set(ties) == {"dinkes PARTNERS_WITH ugm", "dinkes WORKS_ON stunting"}


def test_names_that_stand_in_no_table_are_added_and_told() -> None:
    notes = Notes("answers.csv")
    answers = sheet(HEADER, [OTHER, "Karang Taruna", OTHER, "PKK; Forum Air", "", "u1", ""])
    nodes, surveyed = with_answers(read_answers(answers, None, notes), NODES, VOCABULARY, notes)
    assert {str(node.props["name"]) for node in nodes} >= {"Karang Taruna", "PKK", "Forum Air"}
    assert [fault.level for fault in notes.faults] == ["warning"]
    assert len(surveyed[0].partners) == 2


def test_respondents_of_one_office_count_together() -> None:
    header = [*HEADER, "offers", "personal_mastery", "wave"]
    rows = [
        ["dinkes", "", "ugm", "", "", f"u{i}", "", offer, str(score), "2"]
        for i, (offer, score) in enumerate([("tenaga", 2), ("data; gedung", 5)])
    ]
    nodes, ties = loaded(sheet(header, *rows))
    assert nodes["dinkes"].props["offers"] == ["data", "tenaga", "gedung"]
    (assessment,) = (node for node in nodes.values() if node.label == "Assessment")
    assert {key: assessment.props[key] for key in ("discipline", "score", "wave", "respondents")} == {
        "discipline": "personal_mastery",
        "score": 3.5,
        "wave": 2,
        "respondents": 2,
    }
    assert f"{assessment.props['id']} ASSESSES dinkes" in ties


def test_how_two_work_together_stands_in_the_second_table() -> None:
    details = sheet(
        ["how/partner", "how/partner_kind", "how/partner_often", "_submission__uuid"], ["ugm", "MoU", "3", "u1"]
    )
    assert are_details(details.header)
    _, ties = loaded(sheet(HEADER, ["dinkes", "", "ugm", "", "", "u1", ""]), details)
    assert ties["dinkes PARTNERS_WITH ugm"] == {"confidence": 0.5, "provenance": "survey", "kind": "MoU", "weight": 3.0}


def test_a_respondent_who_names_no_office_is_left_out_and_told() -> None:
    notes = Notes("answers.csv")
    assert read_answers(sheet(HEADER, ["", "", "ugm", "", "", "u1", ""]), None, notes) == ()
    assert notes.lost == {2}


def test_no_respondent_stands_on_the_map() -> None:
    header = [*HEADER, "respondent_name"]
    nodes, ties = loaded(sheet(header, ["dinkes", "", "ugm", "", "", "u1", "", "Sumarni-7731"]))
    assert "Sumarni-7731" not in repr((nodes, ties))


@pytest.mark.parametrize("dataset", ["gunungkidul", "tiny"])
def test_the_form_lists_the_map(dataset: str) -> None:
    read = examine_folder(Path(__file__).parents[2] / "datasets" / dataset, VOCABULARY)
    form = survey_form(read)
    assert all(len(row) == len(rows[0]) for rows in form.values() for row in rows)
    offices = [row[1] for row in form["choices"] if row[0] == "stakeholders"]
    ids = [str(node.props["id"]) for node in read.nodes if node.label == "Stakeholder"]
    assert sorted(offices) == sorted([*map(token, ids), OTHER, NONE])
    assert len(set(offices)) == len(offices)


def test_an_export_in_the_folder_of_a_map_joins_it(tmp_path: Path) -> None:
    (tmp_path / "stakeholders.csv").write_text("id,name\ndinkes,Dinas Kesehatan\nugm,UGM\n", encoding="utf-8")
    (tmp_path / "problems.csv").write_text("id,name\nstunting,Stunting\n", encoding="utf-8")
    (tmp_path / "aJ9x - all versions - 2026-03-05.csv").write_text(
        "start;who/office;who/respondent_name;work/partners;tasks/problems;_uuid;_submission_time\n"
        "2026-03-01;dinkes;Sumarni-7731;ugm;stunting;u1;2026-03-02T09:00:00\n"
        "2026-03-01;ugm;;dinkes;none;u2;2026-03-03T09:00:00\n",
        encoding="utf-8",
    )
    dataset = examine_folder(tmp_path, VOCABULARY)
    assert dataset.errors == ()
    ties = {(tie.type, tie.source, tie.target): tie.props for tie in dataset.ties}
    partners = ties["PARTNERS_WITH", "stakeholder:dinkes", "stakeholder:ugm"]
    assert partners == {"confidence": 1.0, "provenance": "survey", "since": "2026-03-02"}
    assert ("WORKS_ON", "stakeholder:dinkes", "problem:stunting") in ties
    assert "7731" not in repr(dataset)


@pytest.mark.parametrize("name", ["gunungkidul", "tiny"])
def test_the_form_is_a_valid_xlsform(name: str, tmp_path: Path) -> None:
    """By pyxform, which KoboToolbox and ODK convert forms with."""
    from pyxform.xls2xform import convert

    path = tmp_path / "survey.xlsx"
    path.write_bytes(form_workbook(examine_folder(Path(__file__).parents[2] / "datasets" / name, VOCABULARY)))
    form = convert(str(path))
    assert form.warnings == []
    for question in ("office", "partners", "problems", "shared_vision"):
        assert f"/{question}" in form.xform

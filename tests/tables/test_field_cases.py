"""Tables as people have them, one habit or slip each: what is read of them, and what is told.

Each test stands for one case of the field: the shape is theirs, the cells are made up.
"""

from collections.abc import Callable, Mapping

import pytest

from sysmap.tables.rows import Dataset

Examine = Callable[..., Dataset]
PLAIN = {
    "stakeholders": "kode;nama;sektor;menangani\nA;Dinas Air;pemerintah;Banjir\nB;Kampus;akademisi;Banjir\n",
    "problems": "kode;nama;keparahan;penanggung jawab\nbanjir;Banjir;4;Dinas Air\n",
}


def causes(dataset: Dataset, *levels: str) -> set[str]:
    """The ids of the causes that were told at these levels."""
    return {fault.id for fault in dataset.faults if fault.level in levels}


NETWORKS: Mapping[str, tuple[str, int, int, set[str]]] = {
    # Case: the table, its nodes and ties, and what is told beside "the nodes were made from the names".
    "R's NA as an end": ("source,target\nA,B\nC,NA\nD,NA\n", 4, 1, {"F301"}),
    "NONE for no partner": ("source,target\nA,B\nC,NONE\n", 3, 1, {"F301"}),
    "several unknown partners": ("source,target\nA,unknown\nB,unknown\nC,unknown\n", 3, 0, {"F301"}),
    "Namibia among codes": ("source,target\nZA,NA\nBW,ZM\n", 4, 2, {"F308"}),
    "case and blanks": ("source,target\nDinas Air,Kampus\ndinas  air,Media\n", 3, 2, {"F307"}),
    "one pair on three rows": ("source,target,weight\nA,B,1\nA,B,3\nB,C,1\n", 3, 2, {"F303"}),
    "the same row again": ("source,target\nA,B\nA,B\nB,C\n", 3, 2, {"F094"}),
    "a tie to oneself": ("source,target\nA,A\nA,B\n", 2, 1, {"F092"}),
    "a row of HXL tags": ("source,target\n#org+lead,#org+partner\nA,B\nB,C\n", 3, 2, set()),
    "no header": ("Dinas Air,Kampus\nKampus,Media\nMedia,Warga\n", 4, 3, {"F260"}),
    "Source and Destination": ("Source,Destination\nA,B\nB,C\n", 3, 2, set()),
    "connected_from and connected_to": ("connected_from,connected_to\nA,B\nB,C\n", 3, 2, set()),
    "a square matrix": (",A,B,C\nA,0,1,0\nB,1,0,2\nC,0,2,0\n", 3, 2, set()),
    "weights of zero": ("source,target,weight\nA,B,0\nB,C,2\n", 3, 1, {"F310"}),
    "blank ends": ("source,target\na,b\n,c\nd,\n", 4, 1, {"F072"}),
    "an id with a point and a nought": ("source,target\n1101,1102\n1103,1101.0\n", 3, 2, {"F302"}),
    "a survey with never": ("Nama Anda,Kerja sama [A],Kerja sama [B]\nA,,Sering\nB,Tidak pernah,\n", 2, 1, set()),
}


@pytest.mark.parametrize("case", NETWORKS)
def test_a_table_of_ties(examine: Examine, case: str) -> None:
    text, nodes, ties, told = NETWORKS[case]
    dataset = examine(partnerships=text)
    assert (len(dataset.nodes), len(dataset.ties)) == (nodes, ties)
    assert causes(dataset, "error") == set()
    assert causes(dataset, "warning", "question") - {"F083", "F054", "F081", "F095"} == told
    assert not {"NA", "NONE", "unknown", "#org+lead"} & {node.props["name"] for node in dataset.nodes} - (
        {"NA"} if case == "Namibia among codes" else set()
    )


DATES: Mapping[str, tuple[str | None, str]] = {
    # What is written -> the day that is read, and the cause that is told.
    "10/11/2025": (None, "F025"),
    "25/11/2025": ("2025-11-25", ""),
    "10-Nov-25": ("2025-11-10", ""),
    "10 November 2025": ("2025-11-10", ""),
    "10 Nopember 2025": ("2025-11-10", ""),
    "45971": ("2025-11-10", ""),
    "2025-11-10 00:00:00": ("2025-11-10", ""),
    "10.11.2025": ("2025-11-10", ""),
    "Senin, 10 November 2025": ("2025-11-10", ""),
    "10 November 2025 08.00 WIB": ("2025-11-10", ""),
    "Nov-25": ("2025-11", ""),
    "11/2025": ("2025-11", ""),
    "Januari 2025": ("2025-01", ""),
    "TW II 2025": ("2025-04", ""),
    "2025/2026": ("2025", ""),
    "sekarang": (None, "F207"),
    "-": (None, "F204"),
    "31 Februari 2025": (None, "F022"),
    "31/02/2025": (None, "F022"),
}


@pytest.mark.parametrize("written", DATES)
def test_a_date_in_a_table_of_ties(examine: Examine, written: str) -> None:
    day, cause = DATES[written]
    dataset = examine(**PLAIN, partnerships=f"dari;ke;sejak\nDinas Air;Kampus;{written}\n")
    partnership = next(tie for tie in dataset.ties if tie.type == "PARTNERS_WITH")
    assert partnership.props.get("since") == day
    assert {fault.id for fault in dataset.faults} == ({cause} if cause else set())
    assert not dataset.errors


NUMBERS: Mapping[str, float | None] = {
    "12,5": 12.5,
    "1.234,50": 1234.5,
    "12.500": None,
    "Rp 25.000.000": 25_000_000,
    "25jt": 25_000_000,
    "12500 jiwa": 12_500,
    "1.250.000,-": 1_250_000,
    "±500": None,
}


@pytest.mark.parametrize("delimiter", [";", "\t"])
@pytest.mark.parametrize("written", NUMBERS)
def test_a_number_is_the_same_whatever_the_delimiter(examine: Examine, written: str, delimiter: str) -> None:
    table = f"kode;nama;jangkauan\nbanjir;Banjir;{written}\n".replace(";", delimiter)
    dataset = examine(problems=table)
    assert dataset.nodes[0].props.get("reach") == NUMBERS[written]
    assert not dataset.errors


def test_known_names_in_one_cell_are_split_and_none_is_lost(examine: Examine) -> None:
    problems = "kode;nama\nP;Stunting\nQ;Banjir\nR;Sampah, Air dan Sanitasi\n"
    people = "kode;nama;menangani\nA;Dinas;Stunting, Banjir\nB;Kampus;Sampah, Air dan Sanitasi\nC;Media;Stunting dan Banjir\n"
    dataset = examine(stakeholders=people, problems=problems)
    assert len(dataset.ties) == 5
    assert causes(dataset, "error") == set()


def test_an_owner_who_stands_in_no_table_is_a_warning(examine: Examine) -> None:
    dataset = examine(
        stakeholders=PLAIN["stakeholders"],
        problems="kode;nama;penanggung jawab\nbanjir;Banjir;Puskesmas\nair;Air;Dinas Air\n",
    )
    assert causes(dataset, "warning") == {"F064"}
    assert not dataset.errors
    assert [tie.uid for tie in dataset.ties if tie.type == "OWNS"] == ["OWNS:stakeholder:A>problem:air"]


def test_two_columns_of_different_things_are_told_as_two_kinds(examine: Examine) -> None:
    dataset = examine(edges="source,target\nA,Proyek 1\nB,Proyek 1\nB,Proyek 2\n")
    assert "F309" in causes(dataset, "warning")
    assert {node.label for node in dataset.nodes} == {"Stakeholder", "Problem"}


def test_notes_below_the_table_are_no_people(examine: Examine) -> None:
    dataset = examine(stakeholders="nama,sektor\nDinas Air,pemerintah\nJumlah,1\nCatatan: data 2025,\n* sementara,\n")
    assert [node.props["name"] for node in dataset.nodes] == ["Dinas Air"]
    assert "F261" in causes(dataset, "warning")


def test_errors_of_a_spreadsheet_are_no_problems(examine: Examine) -> None:
    dataset = examine(problems="nama,keparahan\nBanjir,4\n#REF!,3\n=A1,2\n")
    assert [node.props["name"] for node in dataset.nodes] == ["Banjir"]


def test_one_id_with_two_names_is_a_fault_and_two_ids_with_one_name_are_a_question(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name\nX1,Kampus Utara\nX1,Universitas Utara\nX2,Garda\nX3,Garda\n")
    assert (causes(dataset, "error"), causes(dataset, "question")) == ({"F330"}, {"F342"})
    assert {"stakeholder:X2", "stakeholder:X3"} <= {node.uid for node in dataset.nodes}


def test_a_circle_of_parts_is_a_fault(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name,part_of\na,A,b\nb,B,c\nc,C,a\n")
    assert causes(dataset, "error") == {"F305"}


def test_three_spellings_are_one_problem(examine: Examine) -> None:
    dataset = examine(
        stakeholders="nama,menangani\nDinas,Air Bersih\nKampus,air bersih\n",
        problems="nama\nAir Bersih\nair  bersih\nAIR BERSIH\n",
    )
    assert (len(dataset.nodes), len(dataset.ties)) == (3, 2)


def test_who_does_what_where_is_one_node_for_each_organisation(examine: Examine) -> None:
    dataset = examine(
        stakeholders="Lead Organization,Implementing Partner,Organization Type,Cluster,Start Date\nUNX,Red A,UN,Health,13/02/2025\n"
        "UNX,NGO B,UN,Water,01/03/2025\n"
    )
    assert sorted(str(node.props["name"]) for node in dataset.nodes) == ["NGO B", "Red A", "UNX"]
    assert len(dataset.ties) == 2
    assert not dataset.errors


def test_a_name_that_was_saved_in_a_wrong_encoding_is_told_with_the_mended_text(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name\nA,UniversitÃ¤t\n")
    assert causes(dataset, "warning") >= {"F209"}
    assert any("Universität" in str(fault) for fault in dataset.warnings)


def test_nothing_to_offer_is_no_offer(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name,offers,needs\nA,Dinas,tidak ada,NA\nB,Kampus,data,-\nC,Media,-,pelatihan\n")
    offers = {node.props["id"]: (node.props.get("offers"), node.props.get("needs")) for node in dataset.nodes}
    assert offers == {"A": (None, None), "B": (["data"], None), "C": (None, ["pelatihan"])}


def test_two_habits_of_numbers_are_told_with_both_places(examine: Examine) -> None:
    dataset = examine(problems='nama,jangkauan\nBanjir,1.234.567\nAir,"1,234.56"\nApi,12\n')
    assert "F202" in causes(dataset, "warning")
    assert [node.props.get("reach") for node in dataset.nodes if node.props["name"] == "Api"] == [12]


def test_a_sign_and_a_negative_strength_are_one_minus(examine: Examine) -> None:
    links = "source,target,polarity,strength\nA,B,-,-0.3\nB,A,+,0.5\n"
    dataset = examine(factors="id,name\nA,A\nB,B\n", links=links)
    signs = {tie.source: (tie.props["polarity"], tie.props.get("strength")) for tie in dataset.ties}
    assert signs == {"factor:A": ("-", 0.3), "factor:B": ("+", 0.5)}


def test_many_rows_that_name_what_no_table_has_are_one_question_by_cause(examine: Examine) -> None:
    rows = "".join(f"Dinas {n},Banjir\n" for n in range(100, 160))
    dataset = examine(stakeholders=f"nama,menangani\n{rows}")
    assert causes(dataset, "question") == {"F383"}
    assert len(dataset.nodes) == 60

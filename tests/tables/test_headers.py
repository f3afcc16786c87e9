"""What people call their columns, and what a table says where two columns could be one thing."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from sysmap.tables.rows import Dataset

Examine = Callable[..., Dataset]


def names(dataset: Dataset) -> list[str]:
    return sorted(str(node.props["name"]) for node in dataset.nodes)


def understood(dataset: Dataset, file: str = "stakeholders.csv") -> list[str]:
    return list(map(str, dataset.understood[file]))


def ids(dataset: Dataset) -> list[str]:
    return [fault.id for fault in dataset.faults]


@pytest.mark.parametrize(
    ("file", "header"),
    [
        *(("stakeholders", header) for header in ("Instansi", "Nama Instansi", "OPD", "SKPD", "Perangkat Daerah")),
        *(("stakeholders", header) for header in ("Lembaga", "Organisasi", "Organization", "Aktor", "Actor", "Name of actor")),
        *(("stakeholders", header) for header in ("Stakeholder", "Pemangku Kepentingan", "1. Nama OPD", "Organisation name *")),
        *(("problems", header) for header in ("Masalah", "Isu", "Isu Strategis", "Permasalahan", "Issue", "Nama Masalah")),
        *(("innovations", header) for header in ("Inovasi", "Nama Inovasi", "Judul Inovasi", "Innovation")),
        *(("goals", header) for header in ("Tujuan", "Goal")),
        ("factors", "Nama Faktor"),
    ],
)  # fmt: skip
def test_the_column_of_names_is_called_after_the_kind(examine: Examine, file: str, header: str) -> None:
    dataset = examine(**{file: f"{header},Keterangan\nAlpha,x\nBeta,y\n"})
    assert names(dataset) == ["Alpha", "Beta"]
    assert f"name from '{header}'" in understood(dataset, f"{file}.csv")
    assert not dataset.errors


def test_the_bracket_of_a_header_is_its_unit(examine: Examine) -> None:
    known = examine(problems="Nama,Jangkauan (jiwa),Keparahan (1-5)\nBanjir,1200,4\n")
    assert (known.nodes[0].props["reach"], known.nodes[0].props["severity"]) == (1200, 4)
    other = examine(problems="Nama,Jangkauan (KK),Keparahan (1-10)\nBanjir,300,4\n")
    assert "reach" not in other.nodes[0].props
    assert [fault.id for fault in other.warnings if fault.line == 1] == ["F230", "F230"]
    assert '"Jangkauan (KK)" = "reach"' in str(other.warnings[1])
    said = examine(problems="Nama,Jangkauan (KK)\nBanjir,300\n", toml='[headers]\n"Jangkauan (KK)" = "reach"\n')
    assert said.nodes[0].props["reach"] == 300


def test_a_column_that_counts_the_rows_is_an_id_only_where_another_table_names_it(examine: Examine) -> None:
    rows = "No,Nama Instansi\n1,Dinas Air\n2,Balai Tani\n"
    alone = examine(stakeholders=rows)
    assert [node.uid for node in alone.nodes] == ["stakeholder:balai-tani", "stakeholder:dinas-air"]
    assert "'No' counts the rows" in understood(alone)
    assert all("No" not in node.props for node in alone.nodes)
    named = examine(stakeholders=rows, partnerships="dari,ke\n1,2\n")
    assert [tie.uid for tie in named.ties] == ["PARTNERS_WITH:stakeholder:1>stakeholder:2"]
    assert "id from 'No'" in understood(named)
    referred = examine(problems="No.,Masalah\n1,Banjir\n", stakeholders="Unnamed: 0,OPD,Menangani\n0,Dinas Air,1\n")
    assert [tie.uid for tie in referred.ties] == ["WORKS_ON:stakeholder:dinas-air>problem:1"]


OFFICES = "Nama,Instansi,Sektor\nAni,Dinas Air,pemerintah\nBudi,Dinas Air,pemerintah\nCici,Balai Tani,akademisi\n"


def test_offices_with_a_contact(examine: Examine) -> None:
    dataset = examine(stakeholders=OFFICES)
    assert names(dataset) == ["Balai Tani", "Dinas Air"]
    assert "name from 'Instansi'" in understood(dataset)
    assert "'Nama' is the contact of 'Instansi'" in understood(dataset)
    assert dataset.nodes[0].props["contact"] == "Cici"


def test_persons_of_offices_where_the_map_says_so(examine: Examine) -> None:
    dataset = examine(stakeholders=OFFICES, toml='[read]\nrows = "persons"\n')
    assert names(dataset) == ["Ani", "Balai Tani", "Budi", "Cici", "Dinas Air"]
    kinds = {str(node.props["name"]): node.props["kind"] for node in dataset.nodes}
    assert (kinds["Ani"], kinds["Dinas Air"]) == ("person", "organisation")
    assert sorted(tie.uid for tie in dataset.ties) == [
        "BELONGS_TO:stakeholder:ani>stakeholder:dinas-air",
        "BELONGS_TO:stakeholder:budi>stakeholder:dinas-air",
        "BELONGS_TO:stakeholder:cici>stakeholder:balai-tani",
    ]


def test_of_two_columns_the_one_with_most_values_names(examine: Examine) -> None:
    dataset = examine(stakeholders="Vertex,Color,Label\nDinas Air,Red,\nBalai Tani,,\n")
    assert names(dataset) == ["Balai Tani", "Dinas Air"]
    assert "name from 'Vertex'" in understood(dataset)
    kinds = examine(stakeholders="Lembaga,Organisasi\nPemerintah,Dinas Air\nSwasta,Toko Maju\n")
    assert names(kinds) == ["Dinas Air", "Toko Maju"]


def test_a_row_may_be_of_another_kind(examine: Examine) -> None:
    dataset = examine(stakeholders="Label,Type\nDinas Air,Organization\nBanjir,Problem\n")
    assert [node.uid for node in dataset.nodes] == ["problem:banjir", "stakeholder:dinas-air"]
    assert "Type" not in dataset.nodes[0].props


def test_neo4j_headers(examine: Examine) -> None:
    nodes = (
        "id:ID(Stakeholder),name:string,sector,:LABEL\nd,Dinas Air,government,Stakeholder\nu,UGM,academia,Stakeholder\n"
    )
    dataset = examine(stakeholders=nodes)
    assert [(node.uid, dict(node.props)) for node in dataset.nodes] == [
        ("stakeholder:d", {"id": "d", "name": "Dinas Air", "sector": "government"}),
        ("stakeholder:u", {"id": "u", "name": "UGM", "sector": "academia"}),
    ]


def test_a_column_of_partners_is_read_where_half_of_it_names_stakeholders(examine: Examine) -> None:
    dataset = examine(stakeholders="nama,mitra\nA,B\nB,\nC,Entah\n")
    assert [tie.uid for tie in dataset.ties] == ["PARTNERS_WITH:stakeholder:a>stakeholder:b"]
    assert "partnership from 'mitra'" in understood(dataset)
    kept = examine(stakeholders="nama,mitra\nA,Ya\nB,Tidak\nC,Ya\n")
    assert [node.props.get("mitra") for node in kept.nodes] == ["Ya", "Tidak", "Ya"]
    assert not kept.ties
    assert "'mitra' is kept as it is: it names no stakeholders" in understood(kept)


def test_a_column_that_names_nodes_is_offered_with_the_line_that_answers(examine: Examine) -> None:
    rows = "id,name,reports_to\nann,Ann,\nbob,Bob,ann\neli,Eli,bob\n"
    asked = examine(stakeholders=rows)
    (question,) = asked.questions
    assert 'reports_to = "RELATES_TO" under [headers]' in str(question.remedy)
    assert asked.nodes[1].props["reports_to"] == "ann"
    answered = examine(stakeholders=rows, toml='[headers]\nreports_to = "RELATES_TO"\n')
    assert sorted(tie.uid for tie in answered.ties) == [
        "RELATES_TO:stakeholder:bob>stakeholder:ann",
        "RELATES_TO:stakeholder:eli>stakeholder:bob",
    ]
    assert "reports_to" not in answered.nodes[1].props
    refused = examine(stakeholders=rows, toml='[headers]\nreports_to = ""\n')
    assert not refused.faults
    assert refused.nodes[1].props["reports_to"] == "ann"


def test_columns_of_marks_for_known_nodes_are_offered_in_one_question(examine: Examine) -> None:
    rows = "nama,works_on/banjir,works_on/sampah,works_on/lain\nA,1,0,1\nB,1,1,0\n"
    problems = "id,nama\nbanjir,Banjir\nsampah,Sampah\n"
    asked = examine(stakeholders=rows, problems=problems)
    (question,) = asked.questions
    assert '"works_on/banjir" = "WORKS_ON" and "works_on/sampah" = "WORKS_ON"' in str(question.remedy)
    lines = '[headers]\n"works_on/banjir" = "WORKS_ON"\n"works_on/sampah" = "WORKS_ON"\n'
    answered = examine(stakeholders=rows, problems=problems, toml=lines)
    assert not answered.questions
    assert [(tie.source, tie.target) for tie in answered.ties] == [
        ("stakeholder:a", "problem:banjir"),
        ("stakeholder:b", "problem:banjir"),
        ("stakeholder:b", "problem:sampah"),
    ]


def test_codes_that_happen_to_be_numbers_are_no_offer(examine: Examine) -> None:
    assert not examine(stakeholders="id,name,rank\n1,A,2\n2,B,1\n3,C,3\n").questions


def test_rows_without_id_and_name_may_be_ties(examine: Examine) -> None:
    dataset = examine(stakeholders="id,name,connected_from,connected_to\n1,A,,\n2,B,,\n,,1,2\n,,2,1\n")
    assert [node.uid for node in dataset.nodes] == ["stakeholder:1", "stakeholder:2"]
    assert len(dataset.ties) == 2
    assert not dataset.faults


def test_pairs_beside_columns_of_stakeholders_are_a_table_of_stakeholders(examine: Examine) -> None:
    rows = "Lead Organization,Implementing Partner,Sector\nUNX,Red A,government\nUNX,NGO B,government\n"
    dataset = examine(stakeholders=rows)
    assert names(dataset) == ["NGO B", "Red A", "UNX"]
    assert [tie.type for tie in dataset.ties] == ["PARTNERS_WITH"] * 2
    assert understood(dataset) == ["name from 'Lead Organization'", "partners from 'Implementing Partner'"]


def test_the_column_that_fits_its_values_wins(examine: Examine) -> None:
    dataset = examine(partnerships="dari,ke,Bentuk\nA,B,PKS\nB,C,MoU\n")
    assert sorted(str(tie.props["kind"]) for tie in dataset.ties) == ["MoU", "agreement"]
    assert "'Bentuk' is kind" in understood(dataset, "partnerships.csv")
    own = examine(partnerships="dari,ke,Bentuk\nA,B,kerja sama\n")
    assert own.ties[0].props["form"] == "cooperates"


def test_of_two_columns_that_mean_one_the_blank_one_gives_way(examine: Examine) -> None:
    dataset = examine(stakeholders="nama,sektor,helix\nA,,pemerintah\n")
    assert dataset.nodes[0].props["sector"] == "government"
    assert not dataset.errors


POOL = (
    *("Keterangan", "Uraian kegiatan", "Warna", "Sektro", "Tags", "Sumber", "Label", "Instansi", "No", "Kode pos"),
    *("2. Deskripsi", "Unnamed: 0", ":LABEL", "Foo (bar)", "NIK", "Alamat", "Telepon", "mitra", "Bagian dr", "Tujuan"),
    *("Bergantung", "Sektor (pilih satu)", "Jangkauan (KK)", "Email", "hubungan", "Catatan?", "title", "kode"),
)


@pytest.mark.parametrize("seed", range(40))
def test_every_header_is_used_or_kept_or_told(examine: Examine, seed: int) -> None:
    draw = random.Random(seed)
    header = ["nama", *draw.sample(POOL, draw.randint(1, 7))]
    draw.shuffle(header)
    rows = [
        [f"t{row}x{column}" if title != "No" else str(row + 1) for column, title in enumerate(header)]
        for row in range(4)
    ]
    dataset = examine(stakeholders="\n".join(",".join(row) for row in [header, *rows]) + "\n")
    said = [*understood(dataset), *(str(fault.problem) for fault in dataset.faults)]
    for column, title in enumerate(header):
        token = rows[0][column]
        used = any(
            name != title and token in (value if isinstance(value, list) else [value])
            for node in dataset.nodes
            for name, value in node.props.items()
        ) or any(token in str(fault.problem) for fault in dataset.faults)
        kept = any(node.props.get(title) == token for node in dataset.nodes)
        told = any(f"'{title}'" in text or text.startswith(title) for text in said)
        assert used + kept <= 1 or token.isdigit(), (seed, title)
        assert used or kept or told, (seed, title, said)

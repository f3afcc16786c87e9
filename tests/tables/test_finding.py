from __future__ import annotations

from pathlib import Path

import pytest

from sysmap.tables.finding import find_tables, list_files
from sysmap.tables.folder import examine_folder
from sysmap.tables.rows import Dataset
from sysmap.vocabulary import VOCABULARY

OFFICES = "nama;sektor\nDinas Air;pemerintah\nUGM;akademisi\n"
PROBLEMS = "nama;keparahan\nBanjir;5\n"
TIES = "Source,Target\nDinas Air,UGM\n"


def examine(folder: Path, **files: str | bytes) -> Dataset:
    for name, content in files.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return examine_folder(folder, VOCABULARY)


@pytest.mark.parametrize(
    ("name", "content", "table"),
    [
        ("masalah.csv", PROBLEMS, "problems.csv"),
        ("Isu Strategis 2025.csv", PROBLEMS, "problems.csv"),
        ("02_permasalahan.csv", PROBLEMS, "problems.csv"),
        ("pemangku_kepentingan.csv", OFFICES, "stakeholders.csv"),
        ("Stakeholder (final).csv", OFFICES, "stakeholders.csv"),
        ("Daftar OPD.csv", OFFICES, "stakeholders.csv"),
        ("Salinan stakeholders.csv", OFFICES, "stakeholders.csv"),
        ("inovasi.csv", "nama,tahap\nPompa,pilot\n", "innovations.csv"),
        ("kemitraan.csv", "dari,ke\nA,B\n", "partnerships.csv"),
        ("ties.csv", TIES, "partnerships.csv"),
        ("edges.csv", "Source,Target,Type,Weight\n1,2,Undirected,1\n", "partnerships.csv"),
        ("connections.csv", "From,To,Type\nA,B,works on\n", "links.csv"),
        ("hubungan.csv", "dari,ke,polaritas\nA,B,+\n", "links.csv"),
        ("nodes.csv", "Id,Label\n1,Dinas Air\n", "stakeholders.csv"),
        ("elements.csv", "Label,Severity\nBanjir,4\n", "problems.csv"),
        ("tahapan.csv", "inovasi,tahap,tanggal\nPompa,pilot,2025-01-01\n", "stages.csv"),
        ("problems.txt", PROBLEMS, "problems.csv"),
        ("stakeholders.TSV", OFFICES.replace(";", "\t"), "stakeholders.csv"),
        ("matrix.csv", ";A;B\nA;0;1\nB;1;0\n", "partnerships.csv"),
    ],
)
def test_a_file_is_known_by_its_name_and_told_so(name: str, content: str, table: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    finding = find_tables(sorted(tmp_path.iterdir()), VOCABULARY)
    assert {file: found.place for file, found in finding.tables.items()} == {table: name}
    assert finding.faults == []
    assert str(finding.tables[table].notes.understood[0]).startswith("read as ")


@pytest.mark.parametrize(
    ("content", "table"),
    [
        ("nama;keparahan;penanggung jawab\nBanjir;5;BPBD\n", "problems.csv"),
        ("Rekap 2025\n\nnama;sektor\nUGM;akademisi\n", "stakeholders.csv"),
        (TIES, "partnerships.csv"),
        ("Funder,Recipient\nA,B\n", "partnerships.csv"),
        ("Nama Instansi;Sektor\nUGM;akademisi\n", "stakeholders.csv"),
        ("nama,tahap,menjawab\nPompa,pilot,Banjir\n", "innovations.csv"),
        ("Waktu,Dengan siapa? [A],Dengan siapa? [B]\n1,x,\n", "partnerships.csv"),
    ],
)
def test_a_file_whose_name_says_nothing_is_known_by_its_headers(content: str, table: str, tmp_path: Path) -> None:
    (tmp_path / "rekap.csv").write_text(content, "utf-8")
    finding = find_tables(sorted(tmp_path.iterdir()), VOCABULARY)
    assert list(finding.tables) == [table]
    fault = finding.tables[table].notes.faults[-1]
    assert (fault.file, fault.level) == ("rekap.csv", "warning")
    assert str(fault.problem).startswith("was read as ")


def test_a_name_that_the_headers_contradict_gives_way(tmp_path: Path) -> None:
    """`mitra.csv` may hold partnerships or the partners themselves."""
    (tmp_path / "mitra.csv").write_text(OFFICES, "utf-8")
    assert list(find_tables(sorted(tmp_path.iterdir()), VOCABULARY).tables) == ["stakeholders.csv"]


def test_a_folder_with_one_edge_list_makes_a_map(tmp_path: Path) -> None:
    dataset = examine(tmp_path, **{"ties.csv": TIES})
    assert dataset.errors == ()
    assert len(dataset.nodes) == 2
    assert len(dataset.ties) == 1


def test_faults_speak_of_the_file_by_its_own_name(tmp_path: Path) -> None:
    dataset = examine(tmp_path, **{"masalah.csv": "nama,keparahan\nBanjir,tinggi sekali\n"})
    assert {fault.file for fault in dataset.faults} == {"masalah.csv"}
    assert dataset.places == {"problems.csv": "masalah.csv"}


def test_copies_are_left_out_only_beside_their_original(tmp_path: Path) -> None:
    copies = ("Salinan stakeholders.csv", "stakeholders (1).csv", "~$stakeholders.csv", "stakeholders - Copy.csv")
    dataset = examine(tmp_path, **dict.fromkeys(("stakeholders.csv", *copies), OFFICES))
    assert sorted(fault.file for fault in dataset.faults if fault.id == "F290") == sorted(copies)
    assert dataset.places == {"stakeholders.csv": "stakeholders.csv"}


def test_the_second_table_of_a_kind_is_told(tmp_path: Path) -> None:
    dataset = examine(tmp_path, **{"stakeholders.csv": OFFICES, "instansi.csv": "nama\nPKK\n"})
    assert [(fault.file, fault.level) for fault in dataset.faults if fault.id == "F003"] == [
        ("instansi.csv", "warning")
    ]
    assert len(dataset.nodes) == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<!DOCTYPE html><html><body>", "an HTML page"),
        (b"\xef\xbb\xbf <html>", "an HTML page"),
        (b"PK\x03\x04rest", "a packed archive"),
        (b"%PDF-1.7", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old kind"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"<?xml version='1.0'?><Workbook>", "an XML file"),
    ],
)
def test_bytes_that_are_no_table_are_told(data: bytes, words: str, tmp_path: Path) -> None:
    dataset = examine(tmp_path, **{"stakeholders.csv": data})
    assert [(fault.file, fault.id) for fault in dataset.errors] == [("stakeholders.csv", "F280")]
    assert words in str(dataset.errors[0].problem)


def test_every_file_is_read_or_told_exactly_once(tmp_path: Path) -> None:
    names = {
        "stakeholders.csv": OFFICES,
        "Salinan stakeholders.csv": OFFICES,
        "masalah.csv": PROBLEMS,
        "isu.csv": PROBLEMS,
        "rekap.csv": TIES,
        "lain.csv": "x,y\n1,2\n",
        "README.md": "# Peta",
        "peta.graphml": "<graphml/>",
        "halaman.csv": b"<html>",
        "sysmap.toml": "",
    }
    dataset = examine(tmp_path, **names)
    read = list(dataset.places.values())
    whole = [fault.file for fault in dataset.faults if fault.line == 0 and fault.file in names]
    told = [name for name in whole if name not in read]
    assert sorted([*read, *told, *dataset.unread, "sysmap.toml"]) == sorted(names)


def test_folders_are_listed_in_order(tmp_path: Path) -> None:
    for name in ("b.csv", "a.csv"):
        (tmp_path / name).write_text("", "utf-8")
    listed = list_files(tmp_path)
    assert isinstance(listed, list)
    assert [path.name for path in listed] == ["a.csv", "b.csv"]


def test_a_table_of_nodes_of_several_kinds_is_read_as_several_tables(tmp_path: Path) -> None:
    elements = "Label,Type,Description\nDinas Air,Organization,x\nBanjir,Problem,\nPompa,Innovation,\nUGM,,\n"
    dataset = examine(
        tmp_path, **{"elements.csv": elements, "connections.csv": "From,To,Type\nDinas Air,Banjir,works on\n"}
    )
    assert dataset.errors == ()
    assert {node.uid for node in dataset.nodes} == {
        "stakeholder:dinas-air",
        "stakeholder:ugm",
        "problem:banjir",
        "innovation:pompa",
    }
    assert [tie.type for tie in dataset.ties] == ["WORKS_ON"]
    assert dataset.files == {"stakeholders.csv": 2, "problems.csv": 1, "innovations.csv": 1, "links.csv": 1}
    said = "read as stakeholders, public problems and innovations"
    assert said in map(str, dataset.understood["elements.csv"])


def test_a_blank_file_is_told_by_what_its_name_means(tmp_path: Path) -> None:
    dataset = examine(tmp_path, **{"masalah.csv": "\n"})
    assert [(fault.file, fault.id) for fault in dataset.errors] == [("masalah.csv", "F008")]


def test_a_file_may_be_the_whole_map(tmp_path: Path) -> None:
    (tmp_path / "jaringan kita.csv").write_text(TIES, "utf-8")
    dataset = examine_folder(tmp_path / "jaringan kita.csv", VOCABULARY)
    assert dataset.errors == ()
    assert dataset.config.name == "jaringan kita"
    assert len(dataset.ties) == 1

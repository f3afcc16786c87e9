"""Which two columns are the ends of a tie: pairs as people name them, and pairs that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sysmap.tables.ends import find_ends
from sysmap.tables.rows import Dataset
from sysmap.tables.sheets import Sheet

Examine = Callable[..., Dataset]

PAIRS = [
    "source|target",
    "Source|Destination",
    "SOURCE ID|TARGET ID",
    "source_name|target_name",
    "Source Label|Target Label",
    "src|dst",
    "Src|Dest",
    "from|to",
    "From Node|To Node",
    "FromNodeId|ToNodeId",
    "from_id|to_id",
    "connected_from|connected_to",
    "node1|node2",
    "Node A|Node B",
    "Vertex 1|Vertex 2",
    "actor_1|actor_2",
    "Actor A|Actor B",
    "Person 1|Person 2",
    "Organisation 1|Organisation 2",
    "Org A|Org B",
    "Partner I|Partner II",
    "Stakeholder 1|Stakeholder 2",
    "Party 1|Party 2",
    "First party|Second party",
    "origin|destination",
    "Origin|Dest",
    "sender|receiver",
    "Sender|Recipient",
    "ego|alter",
    "Ego ID|Alter ID",
    "subject|object",
    "funder|recipient",
    "Funder name|Recipient name",
    "Donor|Recipient",
    "donor_org|recipient_org",
    "Grantor|Grantee",
    "Lead Organization|Implementing Partner",
    "Respondent|Partner",
    "respondent_id|nominee",
    ":START_ID|:END_ID",
    ":START_ID(Stakeholder)|:END_ID(Stakeholder)",
    "StartNode|EndNode",
    "dari|ke",
    "Dari|Kepada",
    "Dari Instansi|Ke Instansi",
    "asal|tujuan",
    "Instansi Asal|Instansi Tujuan",
    "Asal Surat|Tujuan Surat",
    "Pengirim|Penerima",
    "Pihak 1|Pihak 2",
    "Pihak I|Pihak II",
    "Pihak Pertama|Pihak Kedua",
    "Instansi 1|Instansi 2",
    "Nama Lembaga A|Nama Lembaga B",
    "Organisasi_1|Organisasi_2",
    "Mitra 1|Mitra 2",
    "Responden|Mitra",
    "instansi|mitra",
    "Lembaga|Mitra",
    "Pemberi Dana|Penerima Dana",
    "Penyandang Dana|Penerima Dana",
    "Subjek|Objek",
    "Sumber|Tujuan",
    "Aktor 1|Aktor 2",
    "Simpul Asal|Simpul Tujuan",
]


def sheet(header: list[str], *rows: list[str]) -> Sheet:
    return Sheet("a.csv", tuple(header), 1, range(2, len(rows) + 2), list(rows))


@pytest.mark.parametrize("pair", PAIRS)
def test_pairs_as_people_name_them(pair: str) -> None:
    first, second = pair.split("|")
    assert find_ends(sheet([first, second], ["Dinas Air", "Balai Tani"])) == (0, 1)
    turned = find_ends(sheet(["Keterangan", second, first], ["", "Dinas Air", "Balai Tani"]))
    assert turned in ((2, 1), (1, 2)) if first.split()[0] == second.split()[0] else turned == (2, 1)


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if not pair.startswith(("Sumber", "Asal Surat"))])
def test_a_file_with_such_a_pair_is_read(examine: Examine, pair: str) -> None:
    first, second = pair.split("|")
    dataset = examine(partnerships=f"{first},{second}\nDinas Air,Balai Tani\n")
    assert [tie.uid for tie in dataset.ties] == ["PARTNERS_WITH:stakeholder:balai-tani>stakeholder:dinas-air"]
    assert not dataset.errors


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Telepon 1|Telepon 2", "0811|0812"),
        ("Kontak 1|Kontak 2", "0811222333|0811222334"),
        ("Nilai A|Nilai B", "3|4"),
        ("Indeks A|Indeks B", "3|4"),
        ("Alamat 1|Alamat 2", "Jalan Satu|Jalan Dua"),
        ("Start Date|End Date", "x|y"),
        ("Mulai dari|Mulai ke", "01/02/2024|03/02/2024"),
        ("First name|Second name", "Ani|Budi"),
        ("Start|End", "x|y"),
        ("Mitra 1|Mitra 2|Mitra 3", "a|b|c"),
        ("Nama|Sektor", "a|b"),
        ("A|B", "a|b"),
        ("Judul 1|Bab 2", "a|b"),
    ],
)
def test_pairs_that_are_no_ends(header: str, row: str) -> None:
    assert find_ends(sheet(header.split("|"), row.split("|"))) is None


def test_of_two_pairs_the_shorter_is_meant() -> None:
    header = ["Source Label", "Target Label", "Source", "Destination"]
    assert find_ends(sheet(header, ["Dinas Air", "Balai Tani", "n1", "n2"])) == (2, 3)

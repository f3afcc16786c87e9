"""What columns say of persons: they are found, and no message shows what they hold."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from sysmap.errors import Fault
from sysmap.tables.personal import looks_personal
from sysmap.tables.rows import Dataset

Examine = Callable[..., Dataset]


@pytest.mark.parametrize(
    "header",
    [
        *("NIK", "NIP", "No. KK", "Telepon", "No HP", "HP/WA", "Nomor WhatsApp", "E-mail", "Alamat", "Alamat Kantor"),
        *("Tanggal Lahir", "Tempat/Tgl Lahir", "Nama PIC", "Nama Petugas", "nama_kontak", "Nama Responden"),
        *("Contact person", "Date of birth", "Phone number", "Respondent name"),
    ],
)
def test_headers_of_persons(header: str) -> None:
    assert looks_personal(header, [])


@pytest.mark.parametrize(
    "header",
    ["Jumlah KK", "Alamat web", "Jumlah HP", "Nama Program", "Sektor", "Kode", "Luas (ha)", "Kontak lintas", "Nama"],
)
def test_headers_that_are_none(header: str) -> None:
    assert not looks_personal(header, ["Dinas Air", "12", "2024", "3403", "Rp 1.000.000"])


@pytest.mark.parametrize(
    "cell",
    [
        *("3403011204850001", "197001011990031001", "19700101 199003 1 001", "'3403011204850001", 3403011204850001),
        *("081234567890", "0812-3456-7890", "+62 812 3456 7890", "628123456789", "ani@contoh.go.id"),
    ],
)
def test_cells_of_persons(cell: object) -> None:
    assert looks_personal("Lainnya", ["", cell])


def all_texts(faults: tuple[Fault, ...]) -> str:
    return json.dumps([[fault.render(language), str(fault.quoted)] for fault in faults for language in ("en", "id")])


def test_no_message_shows_a_cell_of_a_personal_column(examine: Examine) -> None:
    dataset = examine(
        stakeholders="nama,Nama PIC,NIK,kuasa,kontak,Alamat,sektor,email\n"
        "A,TOKENA,TOKENB,TOKENC,TOKEND,TOKENE,TOKENX,TOKENF\n"
        "A,TOKENG,TOKENH,TOKENI,TOKENJ,TOKENK,media,TOKENL\n"
        "B,x,y,3,z,Jalan Air, No. TOKENM,media,a@b.co\n",
        partnerships="dari,ke,kepercayaan,Telepon petugas\nA,B,TOKENN,TOKENO\nB,A,2,TOKENP\nA,B,3,TOKENQ\n",
    )
    texts = all_texts(dataset.faults)
    assert "TOKENX" in texts, "what is not personal is shown"
    assert "TOKEN" not in texts.replace("TOKENX", "")
    assert "(personal)" in texts
    said = " ".join(map(str, dataset.understood["stakeholders.csv"]))
    assert "personal, so in no page, report or table: 'Nama PIC', 'NIK' and 'Alamat'" in said
    assert "TOKEN" not in said


def test_what_the_map_calls_public_is_shown(examine: Examine) -> None:
    rows = "nama,Alamat\nA,Jalan Air\n"
    assert "personal" in str(examine(stakeholders=rows).understood)
    assert "personal" not in str(examine(stakeholders=rows, toml='[read]\npublic = ["Alamat"]\n').understood)

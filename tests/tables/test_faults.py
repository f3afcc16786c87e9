"""Faults speak the reader's language and the words of his file.

Each cause is declared once, with a number that lasts.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import sysmap.exchange
import sysmap.tables.edges
import sysmap.tables.folder
import sysmap.tables.writing
from sysmap.errors import CAUSES
from sysmap.messages import Day, Message
from sysmap.tables.notes import Notes, did_you_mean
from sysmap.tables.rows import Dataset
from sysmap.tables.terms import choice_term, column_term
from sysmap.vocabulary import VOCABULARY

Examine = Callable[..., Dataset]
WHO = "kode;nama;sektor\nS1;Dinas Kesehatan;pemerintah\nS2;Bappeda;pemerintah\n"
WHAT = "kode;nama;keparahan;penanggung jawab\nP1;Stunting;4;S1\n"


@pytest.mark.parametrize(
    ("files", "indonesian", "english"),
    [
        (
            {"stakeholders": "kode;nama;kuasa\nS1;a;9\n"},
            "stakeholders.csv:2:3: peringatan: kuasa: (data pribadi) di luar 1-5 (tulis angka dari 1 sampai 5)",
            "stakeholders.csv:2:3: warning: kuasa: (personal) is outside 1-5 (give a number from 1 to 5)",
        ),
        (
            {"stakeholders": WHO, "partnerships": "dari;ke;bobot\nS1;S2;banyak\n"},
            "partnerships.csv:2:3: peringatan: bobot: 'banyak' bukan angka (tulis angka)",
            "partnerships.csv:2:3: warning: bobot: 'banyak' is not a number (give a number)",
        ),
        (
            {"factors": "kode\nF1\nF2\n", "links": "dari;ke;arah pengaruh;jeda waktu\nF1;F2;+;kapan-kapan\n"},
            "links.csv:2:4: peringatan: jeda waktu: 'kapan-kapan' bukan salah satu pilihan (pilih tanpa jeda, jeda pendek, atau jeda panjang)",
            "links.csv:2:4: warning: jeda waktu: 'kapan-kapan' is not one of the choices (choose none, short or long)",
        ),
        (
            {"stakeholders": "kode;nama;sektor\nS1;a;akademsi\n"},
            "stakeholders.csv:2:3: peringatan: sektor: 'akademsi' belum dikenal; disimpan seperti tertulis (mungkin maksud Anda akademisi?)",
            "stakeholders.csv:2:3: warning: sektor: 'akademsi' is not a known choice; it was kept as written (did you mean academia?)",
        ),
        (
            {"stakeholders": "kode;nama;sejak\nS1;a;01/02/2024\n"},
            'stakeholders.csv:2:3: pertanyaan: sejak: \'01/02/2024\' dapat berarti 1 Februari 2024 atau 2 Januari 2024 (tulis dates = "d/m/y" atau dates = "m/d/y" di bawah [read] di sysmap.toml; sebelum itu, nilainya dianggap belum diketahui)',
            'stakeholders.csv:2:3: question: sejak: \'01/02/2024\' may be 1 February 2024 or 2 January 2024 (say dates = "d/m/y" or dates = "m/d/y" under [read] in sysmap.toml; until then it counts as not known)',
        ),
        (
            {"stakeholders": "kode;nama;mulai;berakhir\nS1;a;2024;Mei 2023\n"},
            "stakeholders.csv:2:4: berakhir 'Mei 2023' lebih awal daripada mulai '2024' (perbaiki salah satu dari kedua tanggal itu)",
            "stakeholders.csv:2:4: berakhir 'Mei 2023' is before mulai '2024' (correct one of the two dates)",
        ),
        (
            {"stakeholders": "kode;nama;sektro\nS1;a;media\n"},
            "stakeholders.csv:1:3: peringatan: 'sektro' bukan kolom yang dikenal; disimpan sebagai kolom tersendiri (mungkin maksud Anda sektor?)",
            "stakeholders.csv:1:3: warning: 'sektro' is not a known column; it was kept as a property of its own (did you mean sector?)",
        ),
        (
            {
                "stakeholders": "Kode Instansi;Nama\n;Bappeda\n;Dinas Sosial\n",
                "toml": '[headers]\n"Kode Instansi" = "id"\n',
            },
            "stakeholders.csv: peringatan: 2 simpul tanpa Kode Instansi: dibuatkan dari Nama (tambahkan kolom Kode Instansi, agar namanya dapat diganti tanpa menjadi simpul baru)",
            "stakeholders.csv: warning: 2 nodes without Kode Instansi: it was made from Nama (add a column Kode Instansi, so that a name may change and the node stay)",
        ),
        (
            {"stakeholders": WHO, "problems": WHAT.replace("S1", "Dinas Kesehatn")},
            "problems.csv:2:4: peringatan: tidak ada pemangku kepentingan dengan kode atau nama 'Dinas Kesehatn' (mungkin maksud Anda Dinas Kesehatan?)",
            "problems.csv:2:4: warning: no stakeholder has the id or the name 'Dinas Kesehatn' (did you mean Dinas Kesehatan?)",
        ),
        (
            {"stakeholders": WHO + "P1;Karang Taruna;komunitas\n", "problems": WHAT, "links": "dari;ke\nS1;P1\n"},
            "links.csv:2:2: pertanyaan: 'P1' dapat berarti masalah publik P1 atau pemangku kepentingan P1 (tulis kodenya, atau isi dari (jenis) dan ke (jenis))",
            "links.csv:2:2: question: 'P1' may mean problem P1 or stakeholder P1 (write the id, or say source_kind and target_kind)",
        ),
        (
            {"stakeholders": WHO + "S3;Bappeda;media\n", "partnerships": "dari;ke\nS1;Bappeda\n"},
            "partnerships.csv:2:2: pertanyaan: 'Bappeda' dapat berarti pemangku kepentingan S2 atau pemangku kepentingan S3 (tulis kodenya)",
            "partnerships.csv:2:2: question: 'Bappeda' may mean stakeholder S2 or stakeholder S3 (write the id)",
        ),
        (
            {"stakeholders": WHO, "problems": WHAT, "links": "dari;hubungan;ke\nP1;menangani;P1\n"},
            "links.csv:2:2: hubungan 'menangani' tidak dapat menghubungkan masalah publik dengan masalah publik (yang dikenal di antara keduanya: pengaruh dan ketergantungan)",
            "links.csv:2:2: hubungan 'menangani' cannot join public problem to public problem (known between them: INFLUENCES and DEPENDS_ON)",
        ),
        (
            {"stakeholders": WHO, "partnerships": "dari;bobot\nS1;2\n"},
            "partnerships.csv:1: tidak ada kolom berjudul ke (beri judul dari dan ke pada dua kolom yang menyebut apa yang dihubungkan)",
            "partnerships.csv:1: no column is called target (call the two columns that say what a row joins source and target)",
        ),
        (
            {"stakeholders": WHO, "partnerships": "dari;ke;kedekatan;bobot\nS1;S2;bekerja sama;2\nS2;S1;menyatu;1,5\n"},
            (
                "partnerships.csv:3:3: hubungan ini sama dengan baris 2, tetapi isinya berbeda: kedekatan menyatu dan bekerja sama "
                "(perbaiki salah satunya; bila memang dua hubungan, beri masing-masing nilai sendiri di kolom kunci)"
            ),
            (
                "partnerships.csv:3:3: is the same tie as line 2, but they disagree: kedekatan merged and cooperates "
                "(correct one, or give each its own value in a column called key if they are two ties)"
            ),
        ),
        (
            {"stakeholders": "Daftar 2024\n\nkode;nama\nS1;a\n"},
            "stakeholders.csv:1: peringatan: baris di atas judul kolom dilewati: baris 1 (tidak perlu apa-apa, atau hapus baris itu)",
            "stakeholders.csv:1: warning: the rows above the header were skipped: line 1 (nothing to do, or take them out)",
        ),
        (
            {"partnerships": "dari;ke\nA;B\nB;C\n"},
            "partnerships.csv: peringatan: tidak ada berkas simpul; dari nama-nama di berkas ini dibuat: 3 pemangku kepentingan (tambahkan stakeholders.csv untuk melengkapinya)",
            "partnerships.csv: warning: there is no file of nodes; from the names in this file were made: 3 stakeholders (add stakeholders.csv to say more of them)",
        ),
    ],
)
def test_a_fault_in_the_words_of_the_file(
    examine: Examine, files: dict[str, str], indonesian: str, english: str
) -> None:
    dataset = examine(**files)
    file = english.partition(":")[0]
    [fault] = [one for one in dataset.errors or dataset.questions or dataset.warnings if one.file == file]
    assert fault.render("id") == indonesian
    assert str(fault) == english


def test_every_cause_of_the_tables_has_a_number_and_a_remedy() -> None:
    ours = [cause for number, cause in CAUSES.items() if number[0] == "F"]
    assert len(ours) > 60
    assert all(re.fullmatch(r"F\d{3}", cause.id) and cause.remedy for cause in ours)


def test_a_note_may_replace_the_remedy_of_its_cause() -> None:
    notes, cause = Notes("a.csv"), CAUSES["F064"]
    notes.error(2, 1, cause, name="'x'", kinds="node", files="b.csv")
    notes.warning(3, 1, cause, remedy=did_you_mean(["X", "X", "Y"]), name="'x'", kinds="node", files="b.csv")
    assert [str(fault.remedy) for fault in notes.faults] == [
        'correct it, add it to b.csv, or say unlisted = "add" under [read] in sysmap.toml',
        "did you mean X or Y?",
    ]
    assert [(fault.id, fault.level) for fault in notes.faults] == [("F064", "error"), ("F064", "warning")]
    assert did_you_mean([]) == ""


def test_a_header_that_would_mean_another_column_is_not_offered() -> None:
    """`jenis` may be a kind, a sector or a relation, and a label that nothing knows is not read at all."""
    label = Message("Kind")
    assert column_term("kind", label, {"kind": "kind", "jenis": "kind"}).render("id") == "kind"
    sector = next(field for field in VOCABULARY.node("Stakeholder").fields if field.name == "sector")
    assert column_term("sector", sector.label, {"sektor": "sector"}).render("id") == "sektor"
    assert column_term("sector", sector.label, {"sektor": "wing"}).render("id") == "sector"
    assert [choice_term(choice).render("id") for choice in sector.choices][:2] == ["pemerintah", "akademisi"]


def test_the_same_fault_stands_on_every_line_it_is_on(examine: Examine) -> None:
    dataset = examine(stakeholders="id,power\nS1,9\nS2,3\nS3,9\n")
    assert [(fault.line, fault.column) for fault in dataset.warnings] == [(2, 2), (4, 2)]
    assert len({fault.problem for fault in dataset.warnings}) == 1


def test_a_date_in_the_year_0_is_no_crash(examine: Examine) -> None:
    [fault] = examine(stakeholders="id,since\nS1,01/02/0000\n").warnings
    assert str(fault.problem) == "since: '01/02/0000' is not a day of the calendar"
    assert Day(date(2024, 1, 2)).render("id") == "2 Januari 2024"


def test_a_folder_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    [fault] = sysmap.tables.folder.examine_folder(tmp_path / "none", VOCABULARY).errors
    assert fault.render("id").endswith(
        f"none: tidak dapat dibaca sebagai folder: {os.strerror(errno.ENOENT)} (berikan folder yang berisi berkas CSV)"
    )


@pytest.mark.parametrize(
    ("toml", "indonesian"),
    [
        ('titel = "Air"\n', "sysmap.toml:1:1: titel bukan kunci yang dikenal (mungkin maksud Anda title atau ties?)"),
        (
            "name = Gunungkidul\n",
            'sysmap.toml:1:8: teks Gunungkidul tidak diapit tanda kutip (tulis "Gunungkidul"; hanya angka, tanggal, true, dan false yang tanpa tanda kutip)',
        ),
        (
            'date = "01/02/2024"\n',
            "sysmap.toml:1:1: date: '01/02/2024' dapat berarti 1 Februari 2024 atau 2 Januari 2024 (tulis seperti 2024-01-31)",
        ),
        (
            '[ties.MENTORS]\nends = [["Stakeholder", "Stakeholder"]]\nsentence = { en = "{source}" }\n',
            "sysmap.toml:3:14: [ties.MENTORS.sentence] en tidak menyebut kedua ujung hubungan (tulis dengan {source} dan {target})",
        ),
        ("[analysis]\ntop = 0\n", "sysmap.toml:2:1: [analysis] top berisi 0 (tulis bilangan bulat, minimal 1)"),
    ],
)
def test_a_fault_of_sysmap_toml_in_indonesian(examine: Examine, toml: str, indonesian: str) -> None:
    [fault] = examine(stakeholders=WHO, toml=toml).errors
    assert fault.render("id") == indonesian

"""What the page itself says, in both languages; what it says of the data comes from the vocabulary, measures and findings."""

from __future__ import annotations

from collections.abc import Mapping

from sysmap.findings.severity import GRADES, NO_FINDINGS
from sysmap.rendering.notes import EMPTY
from sysmap.schema import Words

__all__ = ["UI"]

UI: Mapping[str, Words] = {
    # header
    "search": Words("Search the map", "Cari di peta"),
    "no_match": Words("Nothing on this map is called that.", "Tidak ada yang bernama demikian di peta ini."),
    "more_matches": Words("{n} more: type on to narrow down", "{n} lagi: ketik terus untuk mempersempit"),
    "map": Words("Map", "Peta"),
    "table": Words("Table", "Tabel"),
    "view": Words("View", "Tampilan"),
    "language": Words("Language", "Bahasa"),
    "theme": Words("Colours", "Warna"),
    "system": Words("as the device", "ikut perangkat"),
    "light": Words("light", "terang"),
    "dark": Words("dark", "gelap"),
    "save_png": Words("Save as picture (PNG)", "Simpan sebagai gambar (PNG)"),
    "print": Words("Print", "Cetak"),
    "close": Words("Close", "Tutup"),
    "overview": Words("Overview", "Ringkasan"),
    "skip": Words("Skip to the table", "Langsung ke tabel"),
    # overview
    "headlines": Words("What stands out", "Yang menonjol"),
    "all_findings": Words("All {n} findings", "Semua {n} temuan"),
    "no_findings": NO_FINDINGS,
    "gaps": Words("Collaboration gaps", "Kesenjangan kolaborasi"),
    "gaps_shown": Words("The {n} strongest are dashed on the map.", "{n} yang terkuat digambar putus-putus di peta."),
    "gaps_more": Words("{n} weaker ones are counted, not drawn.", "{n} lainnya yang lebih lemah dihitung, tidak digambar."),
    "no_gaps": Words("No collaboration gap was found.", "Tidak ditemukan kesenjangan kolaborasi."),
    "gaps_not_assessed": Words("Not assessed: the map has no data on partnerships.", "Tidak dinilai: peta ini tidak memuat data kemitraan."),
    "gap_line": Words("Who should work together, and does not", "Yang seharusnya bekerja bersama, tetapi belum"),
    "numbers": Words("The system in numbers", "Sistem dalam angka"),
    "notes": Words("About this page", "Tentang halaman ini"),
    "empty": EMPTY,
    "empty_next": Words("Add rows to the CSV files and build again.", "Tambahkan baris pada berkas CSV, lalu bangun lagi."),
    "offline": Words("One file. It works without a network and sends nothing.", "Satu berkas. Berfungsi tanpa jaringan dan tidak mengirim apa pun."),
    # legend
    "legend": Words("Legend and filter", "Legenda dan saringan"),
    "kinds": Words("On the map", "Di peta"),
    "ties": Words("Ties", "Hubungan"),
    "other_ties": Words("Other ties", "Hubungan lain"),
    "color_by": Words("Colour", "Warna"),
    "size_by": Words("Size", "Ukuran"),
    "by_kind": Words("Kind", "Jenis"),
    "same_size": Words("All the same", "Sama semua"),
    "not_said": Words("not stated", "tidak disebutkan"),
    "quiet": Words("{ties}: drawn around what you choose; ticked, all of them.",
                   "{ties}: digambar di sekitar yang Anda pilih; bila dicentang, semuanya."),
    "quiet_view": Words("{ties}: drawn around what you choose; their own view shows them all. Ticked, they are all drawn here too.",
                        "{ties}: digambar di sekitar yang Anda pilih; tampilan tersendiri memuat semuanya. Bila dicentang, semuanya digambar juga di sini."),
    "grounds": Words("Close-knit groups", "Kelompok yang erat"),
    "show_all": Words("Show all", "Tampilkan semua"),
    "filtered": Words("{shown} of {total} shown", "{shown} dari {total} ditampilkan"),
    # panel
    "facts": Words("Facts", "Keterangan"),
    "no_facts": Words("Nothing more is recorded.", "Tidak ada keterangan lain."),
    "neighbours": Words("Connected to", "Terhubung dengan"),
    "no_neighbours": Words("No ties on this map.", "Tidak punya hubungan di peta ini."),
    "measures": Words("In numbers", "Dalam angka"),
    "rank": Words("{rank} of {n}", "ke-{rank} dari {n}"),
    "yes": Words("yes", "ya"),
    "no": Words("no", "tidak"),
    "how": Words("How it is computed", "Cara menghitungnya"),
    "error_of": Words("{title}: standard error", "{title}: galat baku"),
    "own_error": Words("Of this value: {n}.", "Untuk nilai ini: {n}."),
    "advice": Words("What to do with it", "Yang dapat dilakukan"),
    "source": Words("Source", "Sumber"),
    "undefined": Words("undefined here: too few ties to compute it", "tidak terdefinisi di sini: hubungannya terlalu sedikit untuk dihitung"),
    "undefined_isolated": Words("undefined: no partner", "tidak terdefinisi: tidak ada mitra"),
    "found_in": Words("Findings about it", "Temuan tentangnya"),
    "focus": Words("Show around it", "Tampilkan sekitarnya"),
    "steps": Words("{n} step", "{n} langkah"),
    "steps_many": Words("{n} steps", "{n} langkah"),
    "disciplines": Words("Five disciplines of learning", "Lima disiplin belajar"),
    "respondents": Words("{n} respondents", "{n} responden"),
    "tie": Words("Tie", "Hubungan"),
    # findings
    "findings": Words("Findings", "Temuan"),
    "why": Words("Why it matters", "Mengapa penting"),
    "next": Words("Next step", "Langkah berikut"),
    "findings_more": Words("{n} more are in findings.csv.", "{n} lagi ada di findings.csv."),
    "problems_behind": Words("Problems behind it", "Masalah di baliknya"),
    **{str(grade): words for grade, words in GRADES.items()},
    # table
    "name": Words("Name", "Nama"),
    "kind": Words("Kind", "Jenis"),
    "tie_count": Words("Ties", "Hubungan"),
    "table_caption": Words("Everything the filter shows; choose a heading to sort, a name to see it on the map.",
                           "Semua yang lolos saringan; pilih judul kolom untuk mengurutkan, nama untuk melihatnya di peta."),
    "more_rows": Words("Show {n} more rows", "Tampilkan {n} baris lagi"),
    "export_csv": Words("Save table (CSV)", "Simpan tabel (CSV)"),
    # map
    "canvas": Words("Map with {nodes} nodes and {ties} ties. Arrow keys move from node to node, plus and minus zoom, 0 shows everything; "
                    "the table holds the same data.",
                    "Peta dengan {nodes} simpul dan {ties} hubungan. Tombol panah berpindah antarsimpul, plus dan minus memperbesar dan "
                    "memperkecil, 0 menampilkan semua; tabel memuat data yang sama."),
    "zoom_in": Words("Zoom in", "Perbesar"),
    "zoom_out": Words("Zoom out", "Perkecil"),
    "fit": Words("Show everything", "Tampilkan semua"),
}

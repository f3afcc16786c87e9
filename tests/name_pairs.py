"""Made pairs of names, Indonesian and English: 200 that mean one and the same, and 200 that do not.

Half of them are written by hand, the others made from names by rules, each rule a habit that tables show.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

TRUE_BY_HAND = """
Dinkes | Dinas Kesehatan
Disdik | Dinas Pendidikan
Dishub | Dinas Perhubungan
Dinsos | Dinas Sosial
Disnaker | Dinas Tenaga Kerja
Diskominfo | Dinas Komunikasi dan Informatika
Disperindag | Dinas Perindustrian dan Perdagangan
Disdukcapil | Dinas Kependudukan dan Pencatatan Sipil
Dispar | Dinas Pariwisata
Disbud | Dinas Kebudayaan
Distan | Dinas Pertanian
DPUPR | Dinas Pekerjaan Umum dan Penataan Ruang
DPUPRKP | Dinas Pekerjaan Umum, Perumahan Rakyat dan Kawasan Permukiman
DLH | Dinas Lingkungan Hidup
DP3A | Dinas Pemberdayaan Perempuan dan Perlindungan Anak
DPMPTSP | Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu
Bappeda | Badan Perencanaan Pembangunan Daerah
Bapperida | Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah
BPBD | Badan Penanggulangan Bencana Daerah
BKKBN | Badan Kependudukan dan Keluarga Berencana Nasional
Kemenkes | Kementerian Kesehatan
Kemensos | Kementerian Sosial
Kemenag | Kementerian Agama
Kodim | Komando Distrik Militer
Polres | Polisi Resor
Puskesmas | Pusat Kesehatan Masyarakat
BUMDes | Badan Usaha Milik Desa
PKK | Pemberdayaan dan Kesejahteraan Keluarga
PMI | Palang Merah Indonesia
UGM | Universitas Gadjah Mada
UNY | Universitas Negeri Yogyakarta
LPPM | Lembaga Penelitian dan Pengabdian kepada Masyarakat
Satpol PP | Satuan Polisi Pamong Praja
Setda | Sekretariat Daerah
Baznas | Badan Amil Zakat Nasional
MPBI | Masyarakat Penanggulangan Bencana Indonesia
Kesbangpol | Kesatuan Bangsa dan Politik
Poktan Ngudi Makmur | Kelompok Tani Ngudi Makmur
KWT Sekar Arum | Kelompok Wanita Tani Sekar Arum
Pemkab Sleman | Pemerintah Kabupaten Sleman
Pemkot Surakarta | Pemerintah Kota Surakarta
Pemprov Bali | Pemerintah Provinsi Bali
Dinkes Gunungkidul | Dinas Kesehatan Gunungkidul
Disdik Kab. Bantul | Dinas Pendidikan Kabupaten Bantul
BPBD Sleman | Badan Penanggulangan Bencana Daerah Sleman
Badan Pusat Statistik (BPS) | Badan Pusat Statistik
Palang Merah Indonesia (PMI) | PMI
BPBD - Badan Penanggulangan Bencana Daerah | Badan Penanggulangan Bencana Daerah
Perumda Air Minum (PDAM) | PDAM
Dinas Kesehatan (Dinkes) | Dinkes
PT. Air Sejahtera | PT Air Sejahtera
P.T. Tirta Abadi | PT Tirta Abadi
PT Sinar Jaya Tbk | PT Sinar Jaya
CV Karya Mandiri | Karya Mandiri
UD. Sumber Rejeki | Sumber Rejeki
Univ. Merapi | Univ Merapi
Univ. Sanata Dharma | Universitas Sanata Dharma
Yay. Bina Anak | Yayasan Bina Anak
Kop. Sari Mulyo | Koperasi Sari Mulyo
Yayasan Satu Nama | Yayasan SatuNama
Karang-Taruna | Karang Taruna
Karang Taruna | Karangtaruna
ESTADO DO PARA | ESTADO DO PARÁ
Ministère de la Santé | Ministere de la Sante
Sao Tomé Health Board | São Tome Health Board
Rumah Zakat, Bandung | Rumah Zakat Bandung
Bank Sampah "Gemah Ripah" | Bank Sampah Gemah Ripah
Kec. Wonosari | Kecamatan Wonosari
Health & Nutrition Board | Health and Nutrition Board
Centre for Rural Studies | Center for Rural Studies
World Health Organisation | World Health Organization
WHO | World Health Organization
UNDP | United Nations Development Programme
USAID Jakarta | U.S.A.I.D. Jakarta
Merapi Universitas | Universitas Merapi
Kesehatan Dinas | Dinas Kesehatan
Sutrisno, Budi | Budi Sutrisno
Red Cross Kenya | Kenya Red Cross
Water Board District | District Water Board
Acme Ltd | Acme Ltd.
Acme Limited | Acme
Northern Water Inc. | Northern Water
Blue River LLC | Blue River
Universitas Gajah Mada | Universitas Gadjah Mada
Yayasan Soekarno Muda | Yayasan Sukarno Muda
LSM Tjahaja Desa | LSM Cahaja Desa
Muhammad Ridwan | Muhamad Ridwan
Posyandu Melati I | Posyandu Melati - I
SMP N 2 Wonosari | SMPN 2 Wonosari
RS PKU Muhammadiyah | R.S. PKU Muhammadiyah
Pondok Pesantren Al-Hikmah | Pondok Pesantren Al Hikmah
Komite Nasional Pemuda Indonesia | KNPI
Gabungan Kelompok Tani Maju | Gapoktan Maju
Kamar Dagang dan Industri | Kadin
Ikatan Bidan Indonesia | IBI
Persatuan Guru Republik Indonesia | PGRI
Dinas Kesehatan Kota Bandung | Dinas Kesehatan Bandung
Forum Anak Sleman | Forum Anak (Sleman)
Universitas Islam Indonesia | UII
Dept. of Health | Department of Health
"""

FALSE_BY_HAND = """
Dinas Kesehatan | Dinas Kebersihan
Dinas Sosial | Dinas Pariwisata
Dinkes | Dinas Kebudayaan
Dinsos | Dinas Perhubungan
Dishub | Dinas Kehutanan
Disdik | Dinas Perdagangan
BPBD | Badan Permusyawaratan Desa
BPD | Badan Penanggulangan Bencana Daerah
UGM | Universitas Negeri Yogyakarta
UNY | Universitas Nusa Indah
PKK | Palang Merah Indonesia
Bappeda | Badan Pengelola Pajak Daerah
Polres | Polisi Pamong Praja
Kodim | Koperasi Dinas Militer
PT Air Sejahtera | CV Air Sejahtera
PT Maju Jaya | UD Maju Jaya
CV Karya Mandiri | PT Karya Mandiri
Yayasan Merapi | Universitas Merapi
Koperasi Tirta | Yayasan Tirta
Acme Ltd | Acme GmbH
Universitas Merapi | LPPM Universitas Merapi
Universitas Merapi | Fakultas Teknik Universitas Merapi
Dinas Kesehatan | UPT Laboratorium Dinas Kesehatan
Bappeda | Bidang Sosial Bappeda
Kementerian Kesehatan | Direktorat Gizi Kementerian Kesehatan
Dinas Kesehatan | Dinas Kesehatan Hewan
Bank Sampah Melati | Bank Sampah Mawar
Kalurahan Girisuko | Kalurahan Girisekar
Kalurahan A | Kalurahan B
Desa Sumberagung | Desa Sumberarum
Kecamatan Wonosari | Kecamatan Semanu
Dinas Kesehatan Kabupaten Sleman | Dinas Kesehatan Kabupaten Bantul
Dinas Kesehatan Kabupaten | Dinas Kesehatan Provinsi
Pemerintah Kota Bandung | Pemerintah Kabupaten Bandung
Dinas Pendidikan Kota Malang | Dinas Pendidikan Kabupaten Malang
Polres Sleman | Polres Bantul
SMPN 1 Wonosari | SMPN 2 Wonosari
SD Negeri 3 | SD Negeri 4
Posyandu Melati I | Posyandu Melati II
RT 01 RW 02 | RT 02 RW 01
Kelompok Tani 1 | Kelompok Tani 11
Puskesmas Semanu 1 | Puskesmas Semanu 2
Kodim 0730 | Kodim 0729
Karang Taruna | Karang Tengah
Forum Anak | Forum Ibu
Sanggar Anak Muda | Sanggar Anak
Harga beras | Harga jagung
Trust in government | Government in trust
Supply of water | Demand for water
Ibu hamil | Ibu menyusui
Kepercayaan warga terhadap pemerintah | Kepercayaan pemerintah terhadap warga
Pasar | Pasar Dangkal
PMI | Pusat Mutu Industri Utama
PMI | Perhimpunan Masyarakat Adat
LPPM | Lembaga Pers Mahasiswa
Palang Merah Indonesia | Bulan Sabit Merah Indonesia
Red Cross Kenya | Red Cross Uganda
Ministry of Health | Ministry of Wealth
Ministry of Finance | Ministry of Health
World Bank | World Bank Group Staff Association
Bank BPD | Bank BRI
Budi Santoso | Budi Susanto
Siti Aminah | Siti Aminatun
Dinas Pertanian | Dinas Pertanahan
Dinas Perikanan | Dinas Perizinan
Dinas Perdagangan | Dinas Perhubungan
Badan Kepegawaian Daerah | Badan Keuangan Daerah
Sekretariat Daerah | Sekretariat DPRD
Universitas Negeri Yogyakarta | Universitas Islam Yogyakarta
Universitas Gadjah Mada | Universitas Muhammadiyah
Akademi Perawat | Akademi Bidan
Stunting | Stunting balita di desa
Banjir | Banjir rob
Trust (+) | Trust (-)
Rasa percaya (+) | Rasa percaya
Rapid response unit | Response to rapid change unit
Air bersih | Air limbah
Sampah plastik | Sampah organik
C# Community | C Community
Radio Swara | Radio Suara Rakyat
Kominfo | Komisi Penyiaran
Damkar | Dinas Kehutanan
PDAM | Pusat Data Masyarakat
KPU | Kantor Pertanahan
KPUD | Kantor Pekerjaan Umum
Satgas | Sanggar Tari Gadis Sleman
Padi | Pengurus Daerah
Melati | Menara Lantai Tiga
Mawar | Mading Warga Remaja
Gapoktan Maju | Gapoktan Makmur
Bumdes Maju | Bumdes Makmur Jaya
DPRD | Dewan Perwakilan Rakyat
DPR | Dewan Perwakilan Rakyat Daerah
Forum UMKM Sleman | Forum UMKM Bantul
Yayasan Sayangi Tunas | Yayasan Tunas Bangsa
Koperasi Serba Usaha | Koperasi Simpan Pinjam
Rumah Sakit Umum Daerah | Rumah Sakit Jiwa Daerah
Rumah Sakit Umum | Rumah Sakit Ibu dan Anak
Badan Pusat Statistik (BPS) | Badan Pertanahan Nasional (BPN)
Dinas Kesehatan (Provinsi) | Dinas Kesehatan (Kota)
"""

NAMES = (
    "Dinas Pertanian dan Pangan",
    "Balai Besar Wilayah Sungai",
    "Forum Relawan Bencana",
    "Paguyuban Pedagang Pasar",
    "Lembaga Bantuan Hukum",
    "Komunitas Sungai Bersih",
    "Rumah Belajar Pelangi",
    "Perkumpulan Petani Muda",
    "Association of Village Heads",
    "National Disaster Agency",
    "Coastal Fishers Union",
    "Rural Women Network",
    "Jaringan Radio Warga",
    "Sanggar Seni Rakyat",
    "Badan Riset Nusantara",
    "Majelis Adat Pesisir",
    "Wahana Lestari Alam",
    "Green Schools Alliance",
    "Mitra Usaha Tani",
    "Kelompok Sadar Wisata",
)
PLACES = ("Sleman", "Bantul", "Malang", "Klaten")


def by_hand(text: str) -> list[tuple[str, str]]:
    return [
        (one.strip(), other.strip()) for one, other in (line.split("|") for line in text.split("\n") if line.strip())
    ]


def _accented(name: str) -> str:
    return unicodedata.normalize("NFC", name.replace("e", "e\u0301", 1))


def _true_by_rule() -> Iterator[tuple[str, str]]:
    for name in NAMES:
        words = name.split()
        yield name, _accented(name)
        yield f"PT {name}", f"{name}, PT."
        yield name.replace(" ", "-"), name
        yield f"{name} ({''.join(word[0] for word in words)})", name
        yield "".join(word[0] for word in words if word not in ("dan", "of")).upper() + " Jaya", f"{name} Jaya"


def _false_by_rule() -> Iterator[tuple[str, str]]:
    for i, name in enumerate(NAMES):
        other, place = NAMES[(i + 7) % len(NAMES)], PLACES[i % 4]
        yield f"{name} {i + 1}", f"{name} {i + 2}"
        yield f"{name} Kabupaten {place}", f"{name} Kabupaten {PLACES[(i + 1) % 4]}"
        yield f"PT {name}", f"CV {name}"
        yield f"Unit Layanan {name}", name
        yield name, " ".join([*other.split()[:1], *name.split()[1:]])


TRUE = [*by_hand(TRUE_BY_HAND), *_true_by_rule()]
FALSE = [*by_hand(FALSE_BY_HAND), *_false_by_rule()]

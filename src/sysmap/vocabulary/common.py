"""What all nodes and all ties may say of themselves, and the columns that are no property."""

from __future__ import annotations

from sysmap.schema import Choice, Field, Words

__all__ = ["HEADERS", "NODE_FIELDS", "ROLE", "SECTORS", "TIE_FIELDS", "rating"]


def rating(name: str, label: Words, meaning: Words, *synonyms: str, high: float = 5, personal: bool = True) -> Field:
    """A judgement from 1 to `high`; of a person or an organisation it is personal."""
    return Field(name, label, meaning, "number", low=1, high=high, synonyms=synonyms,
                 sensitivity="personal" if personal else "public")


SINCE = Field(
    "since", Words("Since", "Sejak"), Words("The first day on which it holds.", "Hari pertama mulai berlaku."), "date",
    synonyms=("start", "start date", "begin", "mulai", "tanggal mulai", "awal"))
UNTIL = Field(
    "until", Words("Until", "Sampai"), Words("The last day on which it holds; empty while it lasts.", "Hari terakhir masih berlaku; kosong bila masih berjalan."), "date",
    synonyms=("end", "end date", "finish", "selesai", "tanggal selesai", "akhir", "berakhir", "hingga"))

NODE_FIELDS = (
    Field("id", Words("ID", "Kode"),
          Words("What other files call it; unique among its kind, and always text.",
                "Sebutannya dalam berkas lain; unik di antara sejenisnya, dan selalu berupa teks."),
          synonyms=("key", "code", "identifier")),
    Field("name", Words("Name", "Nama"),
          Words("What people call it; shown on the map.", "Nama yang dikenal orang; tampil di peta."),
          synonyms=("label", "title", "judul", "vertex", "vertex name", "factor", "faktor")),
    Field("description", Words("Description", "Deskripsi"),
          Words("What a newcomer should know of it.", "Hal yang perlu diketahui orang baru tentangnya."),
          synonyms=("keterangan", "uraian", "note", "notes", "catatan", "penjelasan")),
    Field("tags", Words("Tags", "Tagar"),
          Words("Free words to find it and its like by.", "Kata bebas untuk menemukannya beserta yang serupa."), many=True,
          synonyms=("tag", "keywords", "kata kunci")),
    Field("source", Words("Source", "Sumber"),
          Words("Where the information comes from: a document, an interview, a meeting.",
                "Asal informasinya: dokumen, wawancara, atau rapat."),
          synonyms=("provenance", "reference", "referensi", "rujukan", "sumber data", "sumber informasi")),
    SINCE,
    UNTIL,
)

TIE_FIELDS = (
    Field("weight", Words("Weight", "Bobot"),
          Words("How strong the tie is beside others of its kind; 1 if not said.",
                "Kekuatan hubungan dibanding hubungan sejenis; dianggap 1 bila tidak disebut."), "number", above=0,
          synonyms=("strength", "edge weight", "kekuatan")),
    Field("confidence", Words("Confidence", "Keyakinan"),
          Words("How sure we are that it is so: 0 a guess, 1 certain.",
                "Seberapa yakin bahwa memang demikian: 0 dugaan, 1 pasti."), "number", low=0, high=1,
          synonyms=("certainty", "kepastian", "tingkat keyakinan")),
    # In a file of ties `source` is where the tie starts, so where the information comes from has a name of its own.
    Field("provenance", Words("Provenance", "Sumber informasi"),
          Words("Where the information comes from: a document, an interview, a meeting.",
                "Asal informasinya: dokumen, wawancara, atau rapat."),
          synonyms=("reference", "referensi", "rujukan", "sumber", "sumber data")),
    SINCE,
    UNTIL,
)

HEADERS = (
    Field("source", Words("From", "Dari"),
          Words("Where the tie starts: an id or a name.", "Pangkal hubungan: kode atau nama."), synonyms=("asal", "vertex 1")),
    Field("relation", Words("Relation", "Hubungan"),
          Words("Which kind of tie it is, such as works_on.", "Jenis hubungannya, misalnya menangani."),
          synonyms=("kind", "relasi", "relationship")),
    Field("target", Words("To", "Ke"),
          Words("Where the tie ends: one or more ids or names.", "Ujung hubungan: satu atau beberapa kode atau nama."),
          synonyms=("tujuan", "vertex 2")),
    Field("source_kind", Words("From (kind)", "Dari (jenis)"),
          Words("Which kind of node it starts from, where the id alone does not say.",
                "Jenis simpul pangkalnya, bila kodenya saja belum jelas."), synonyms=("source type", "jenis asal")),
    Field("target_kind", Words("To (kind)", "Ke (jenis)"),
          Words("Which kind of node it ends at, where the id alone does not say.",
                "Jenis simpul ujungnya, bila kodenya saja belum jelas."), synonyms=("target type", "jenis tujuan")),
    Field("key", Words("Key", "Kunci"),
          Words("A name of your own that keeps apart two ties which would count as one.",
                "Penanda buatan sendiri yang membedakan dua hubungan yang akan terhitung satu."),
          synonyms=("id", "code", "kode")),
)

SECTORS = (
    Choice("government", Words("government", "pemerintah"),
           ("public sector", "pemerintah daerah", "pemda", "pemkab", "pemdes", "opd", "negara", "sektor publik")),
    Choice("academia", Words("academia", "akademisi"), ("academic", "university", "perguruan tinggi", "universitas", "kampus", "akademik")),
    Choice("business", Words("business", "bisnis"),
           ("private", "private sector", "swasta", "usaha", "dunia usaha", "pelaku usaha", "umkm", "industri", "bumdes", "koperasi")),
    Choice("community", Words("community", "komunitas"),
           ("civil society", "masyarakat", "masyarakat sipil", "lsm", "kelompok masyarakat", "karang taruna", "pkk")),
    Choice("media", Words("media", "media"), ("press", "pers", "media massa", "jurnalis")),
)

ROLE = Field(
    "role", Words("Role", "Peran"),
    Words("The part the stakeholder plays in it.", "Bagian yang dimainkan pemangku kepentingan di dalamnya."),
    choices=(
        Choice("coordinator", Words("coordinator", "koordinator"), ("lead", "ketua", "pengarah")),
        Choice("implementer", Words("implementer", "pelaksana"), ("executor", "operator", "pelaksana lapangan")),
        Choice("regulator", Words("regulator", "regulator"), ("policy maker", "pembuat kebijakan", "pengatur")),
        Choice("adviser", Words("adviser", "penasihat"), ("advisor", "expert", "ahli", "narasumber", "tenaga ahli")),
        Choice("facilitator", Words("facilitator", "fasilitator"), ("mentor", "pendamping", "penyuluh")),
        Choice("provider", Words("provider", "penyedia"), ("supplier", "penyedia layanan", "penyedia data")),
        Choice("beneficiary", Words("beneficiary", "penerima manfaat"), ("user", "pengguna", "sasaran")),
        Choice("observer", Words("observer", "pengamat"), ("monitor", "pemantau", "pengawas")),
    ),
    synonyms=("roles", "tugas", "sebagai"))

"""The fields that all nodes and all ties may have, and the columns that are not properties."""

from __future__ import annotations

from sysmap.messages import Text, in_context
from sysmap.schema import Choice, Field

__all__ = ["HEADERS", "NODE_FIELDS", "ROLE", "SECTORS", "TIE_FIELDS", "rating"]


def rating(name: str, label: Text, meaning: Text, *synonyms: str, high: float = 5, personal: bool = True) -> Field:
    """A judgement from 1 to `high`; of a person or an organisation it is personal."""
    return Field(
        name,
        label,
        meaning,
        "number",
        low=1,
        high=high,
        synonyms=synonyms,
        sensitivity="personal" if personal else "public",
    )


SINCE = Field(
    "since",
    in_context("since", "Since"),
    in_context("since", "The first day on which it holds."),
    "date",
    synonyms=("sejak", "start", "start date", "begin", "mulai", "tanggal mulai", "awal"),
)
UNTIL = Field(
    "until",
    in_context("until", "Until"),
    in_context("until", "The last day on which it holds; empty while it lasts."),
    "date",
    synonyms=("sampai", "end", "end date", "finish", "selesai", "tanggal selesai", "akhir", "berakhir", "hingga"),
)

NODE_FIELDS = (
    Field(
        "id",
        in_context("id", "ID"),
        in_context("id", "What other files call it; unique among its kind, and always text."),
        synonyms=("kode", "key", "code", "identifier"),
    ),
    Field(
        "name",
        in_context("name", "Name"),
        in_context("name", "What people call it; shown on the map."),
        synonyms=("nama", "label", "title", "judul", "vertex", "vertex name", "vertex.names", "factor", "faktor"),
    ),
    Field(
        "description",
        in_context("description", "Description"),
        in_context("description", "What a newcomer should know of it."),
        synonyms=("deskripsi", "keterangan", "uraian", "note", "notes", "catatan", "penjelasan"),
    ),
    Field(
        "tags",
        in_context("tags", "Tags"),
        in_context("tags", "Free words to find it and its like by."),
        many=True,
        synonyms=("tagar", "tag", "keywords", "kata kunci"),
    ),
    Field(
        "source",
        in_context("source", "Source"),
        in_context("source", "Where the information comes from: a document, an interview, a meeting."),
        synonyms=("sumber", "provenance", "reference", "referensi", "rujukan", "sumber data", "sumber informasi"),
    ),
    SINCE,
    UNTIL,
    Field(
        "aliases",
        in_context("aliases", "Also called"),
        in_context("aliases", "Its other names and short forms: what another table calls by one of them is it."),
        many=True,
        synonyms=(
            *("alias", "also known as", "aka", "other names", "short name", "abbreviation", "acronym"),
            *("singkatan", "nama lain", "nama singkat", "akronim", "sebutan lain"),
        ),
    ),
    Field(
        "differs_from",
        in_context("differs_from", "Not the same as"),
        in_context("differs_from", "Names of others that look like it and are not it."),
        many=True,
        synonyms=("bukan", "berbeda dari"),
    ),
    Field(
        "none_of",
        in_context("none_of", "Asked, and has none"),
        in_context("none_of", "The types of ties and the columns of which it was asked and has none."),
        many=True,
    ),
)

TIE_FIELDS = (
    Field(
        "weight",
        in_context("weight", "Weight"),
        in_context("weight", "How strong the tie is beside others of its kind; 1 if not said."),
        "number",
        above=0,
        synonyms=("bobot", "strength", "edge weight", "kekuatan"),
    ),
    Field(
        "confidence",
        in_context("confidence", "Confidence"),
        in_context("confidence", "How sure we are that it is so: 0 a guess, 1 certain."),
        "number",
        low=0,
        high=1,
        synonyms=("keyakinan", "certainty", "kepastian", "tingkat keyakinan"),
    ),
    # In a file of ties `source` is where the tie starts, so where the information comes from has a name of its own.
    Field(
        "provenance",
        in_context("provenance", "Provenance"),
        in_context("provenance", "Where the information comes from: a document, an interview, a meeting."),
        synonyms=("sumber informasi", "reference", "referensi", "rujukan", "sumber", "sumber data"),
    ),
    SINCE,
    UNTIL,
)

HEADERS = (
    Field(
        "source",
        in_context("source", "From"),
        in_context("source", "Where the tie starts: an id or a name."),
        synonyms=("dari", "asal", "vertex 1"),
    ),
    Field(
        "relation",
        in_context("relation", "Relation"),
        in_context("relation", "Which kind of tie it is, such as works_on."),
        synonyms=("hubungan", "kind", "relasi", "relationship"),
    ),
    Field(
        "target",
        in_context("target", "To"),
        in_context("target", "Where the tie ends: one or more ids or names."),
        synonyms=("ke", "tujuan", "vertex 2"),
    ),
    Field(
        "source_kind",
        in_context("source_kind", "From (kind)"),
        in_context("source_kind", "Which kind of node it starts from, where the id alone does not say."),
        synonyms=("dari (jenis)", "source type", "jenis asal"),
    ),
    Field(
        "target_kind",
        in_context("target_kind", "To (kind)"),
        in_context("target_kind", "Which kind of node it ends at, where the id alone does not say."),
        synonyms=("ke (jenis)", "target type", "jenis tujuan"),
    ),
    Field(
        "key",
        in_context("key", "Key"),
        in_context("key", "A name of your own that keeps apart two ties which would count as one."),
        synonyms=("kunci", "id", "code", "kode"),
    ),
)

SECTORS = (
    Choice(
        "government",
        in_context("Stakeholder.sector", "government"),
        (
            "pemerintah",
            "public sector",
            "pemerintah daerah",
            "pemda",
            "pemkab",
            "pemdes",
            "opd",
            "negara",
            "sektor publik",
        ),
    ),
    Choice(
        "academia",
        in_context("Stakeholder.sector", "academia"),
        ("akademisi", "academic", "university", "perguruan tinggi", "universitas", "kampus", "akademik"),
    ),
    Choice(
        "business",
        in_context("Stakeholder.sector", "business"),
        (
            "bisnis",
            "private",
            "private sector",
            "swasta",
            "usaha",
            "dunia usaha",
            "pelaku usaha",
            "umkm",
            "industri",
            "bumdes",
            "bumd",
            "bumn",
            "koperasi",
        ),
    ),
    Choice(
        "community",
        in_context("Stakeholder.sector", "community"),
        (
            "komunitas",
            "civil society",
            "masyarakat",
            "masyarakat sipil",
            "lsm",
            "kelompok masyarakat",
            "karang taruna",
            "pkk",
        ),
    ),
    Choice("media", in_context("Stakeholder.sector", "media"), ("press", "pers", "media massa", "jurnalis")),
)

ROLE = Field(
    "role",
    in_context("role", "Role"),
    in_context("role", "The part the stakeholder plays in it."),
    choices=(
        Choice("coordinator", in_context("role", "coordinator"), ("koordinator", "lead", "ketua", "pengarah")),
        Choice(
            "implementer",
            in_context("role", "implementer"),
            ("pelaksana", "executor", "operator", "pelaksana lapangan"),
        ),
        Choice("regulator", in_context("role", "regulator"), ("policy maker", "pembuat kebijakan", "pengatur")),
        Choice(
            "adviser",
            in_context("role", "adviser"),
            ("penasihat", "advisor", "expert", "ahli", "narasumber", "tenaga ahli"),
        ),
        Choice("facilitator", in_context("role", "facilitator"), ("fasilitator", "mentor", "pendamping", "penyuluh")),
        Choice(
            "provider", in_context("role", "provider"), ("penyedia", "supplier", "penyedia layanan", "penyedia data")
        ),
        Choice("beneficiary", in_context("role", "beneficiary"), ("penerima manfaat", "user", "pengguna", "sasaran")),
        Choice("observer", in_context("role", "observer"), ("pengamat", "monitor", "pemantau", "pengawas")),
    ),
    synonyms=("peran", "roles", "tugas", "sebagai"),
)

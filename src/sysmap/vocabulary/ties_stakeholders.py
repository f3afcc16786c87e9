"""Ties between stakeholders: partnerships, relations of other kinds, what belongs to what."""

from __future__ import annotations

from sysmap.messages import in_context
from sysmap.schema import Choice, Field, TieKind
from sysmap.vocabulary.common import rating

__all__ = ["BETWEEN_STAKEHOLDERS"]

PARTNERSHIPS = (
    Choice(
        "joint activity",
        in_context("PARTNERS_WITH.kind", "joint activity"),
        ("kegiatan bersama", "joint activities", "joint project", "kerja bersama", "program bersama"),
    ),
    Choice(
        "MoU",
        in_context("PARTNERS_WITH.kind", "memorandum of understanding"),
        ("nota kesepahaman", "mou", "memorandum"),
    ),
    Choice(
        "agreement",
        in_context("PARTNERS_WITH.kind", "cooperation agreement"),
        ("perjanjian kerja sama", "contract", "pks", "kontrak", "perjanjian"),
    ),
    Choice("funding", in_context("PARTNERS_WITH.kind", "funding"), ("pendanaan", "grant", "hibah", "csr", "dana")),
    Choice(
        "mentoring",
        in_context("PARTNERS_WITH.kind", "mentoring"),
        ("pendampingan", "coaching", "pembinaan", "assistance"),
    ),
    Choice(
        "training",
        in_context("PARTNERS_WITH.kind", "training"),
        ("pelatihan", "capacity building", "peningkatan kapasitas"),
    ),
    Choice(
        "research",
        in_context("PARTNERS_WITH.kind", "joint research"),
        ("riset bersama", "riset", "penelitian", "kajian bersama"),
    ),
    Choice(
        "data sharing",
        in_context("PARTNERS_WITH.kind", "data sharing"),
        ("berbagi data", "pertukaran data", "data exchange"),
    ),
    Choice(
        "coordination",
        in_context("PARTNERS_WITH.kind", "coordination"),
        ("koordinasi", "coordination meeting", "rapat koordinasi"),
    ),
    Choice("service", in_context("PARTNERS_WITH.kind", "service"), ("layanan", "procurement", "pengadaan", "jasa")),
)

RELATIONS = (
    Choice(
        "advice", in_context("RELATES_TO.kind", "advice"), ("saran", "advises", "consultation", "konsultasi", "nasihat")
    ),
    Choice(
        "information",
        in_context("RELATES_TO.kind", "information"),
        ("informasi", "informs", "komunikasi", "communication"),
    ),
    Choice(
        "reporting", in_context("RELATES_TO.kind", "reporting"), ("pelaporan", "reports to", "melapor kepada", "lapor")
    ),
    Choice("authority", in_context("RELATES_TO.kind", "authority"), ("wewenang", "supervises", "membina", "mengawasi")),
    Choice("funding", in_context("RELATES_TO.kind", "funding"), ("pendanaan", "funds", "grant", "hibah")),
    Choice(
        "influence",
        in_context("RELATES_TO.kind", "influence"),
        ("pengaruh", "influences", "memengaruhi", "mempengaruhi"),
    ),
    Choice(
        "conflict", in_context("RELATES_TO.kind", "conflict"), ("konflik", "dispute", "sengketa", "berkonflik dengan")
    ),
)

CLOSENESS = (
    Choice(
        "informs",
        in_context("PARTNERS_WITH.form", "informs"),
        ("saling memberi tahu", "information", "berbagi informasi", "networking"),
    ),
    Choice(
        "coordinates", in_context("PARTNERS_WITH.form", "coordinates"), ("berkoordinasi", "coordination", "koordinasi")
    ),
    Choice(
        "cooperates",
        in_context("PARTNERS_WITH.form", "cooperates"),
        ("bekerja sama", "cooperation", "kerja sama", "kerjasama"),
    ),
    Choice(
        "co_creates",
        in_context("PARTNERS_WITH.form", "co-creates"),
        ("mencipta bersama", "co-creation", "cocreates", "collaboration", "kolaborasi"),
    ),
    Choice("merged", in_context("PARTNERS_WITH.form", "merged"), ("menyatu", "integrated", "integrasi", "terpadu")),
)

BETWEEN_STAKEHOLDERS = (
    TieKind(
        "PARTNERS_WITH",
        in_context("PARTNERS_WITH", "Partnership"),
        in_context("PARTNERS_WITH", "{source} and {target} are partners"),
        (("Stakeholder", "Stakeholder"),),
        fields=(
            Field(
                "kind",
                in_context("PARTNERS_WITH.kind", "Kind of partnership"),
                in_context("PARTNERS_WITH.kind", "What the two do together."),
                choices=PARTNERSHIPS,
                synonyms=("bentuk kemitraan", "partnership type", "jenis kemitraan", "bentuk kerja sama"),
            ),
            Field(
                "form",
                in_context("PARTNERS_WITH.form", "Closeness"),
                in_context(
                    "PARTNERS_WITH.form", "How close the partnership is, from informing each other to being one."
                ),
                choices=CLOSENESS,
                closed=True,
                synonyms=("kedekatan", "tingkat kedekatan", "bentuk"),
            ),
            rating(
                "trust",
                in_context("PARTNERS_WITH.trust", "Trust"),
                in_context("PARTNERS_WITH.trust", "How far the two trust each other: 1 hardly, 4 wholly."),
                "kepercayaan",
                "rasa percaya",
                high=4,
            ),
            rating(
                "value",
                in_context("PARTNERS_WITH.value", "Value"),
                in_context("PARTNERS_WITH.value", "What the partnership is worth to them: 1 little, 4 much."),
                "manfaat",
                "nilai manfaat",
                high=4,
            ),
        ),
        identity=("kind",),
        directed=False,
        file="partnerships.csv",
        synonyms=(
            "kemitraan",
            "partner",
            "partners",
            "collaborates with",
            "works with",
            "mitra",
            "bermitra dengan",
            "bekerja sama dengan",
        ),
    ),
    TieKind(
        "RELATES_TO",
        in_context("RELATES_TO", "Relation"),
        in_context("RELATES_TO", "{source} relates to {target}"),
        (("Stakeholder", "Stakeholder"),),
        fields=(
            Field(
                "kind",
                in_context("RELATES_TO.kind", "Kind of relation"),
                in_context("RELATES_TO.kind", "What passes from the one to the other."),
                choices=RELATIONS,
                synonyms=("bentuk relasi", "relation type"),
            ),
            Field(
                "sign",
                in_context("RELATES_TO.sign", "Sign"),
                in_context("RELATES_TO.sign", "Whether the relation is friendly (+) or strained (-)."),
                choices=(
                    Choice(
                        "+", in_context("RELATES_TO.sign", "friendly"), ("baik", "plus", "positive", "positif", "good")
                    ),
                    Choice(
                        "-",
                        in_context("RELATES_TO.sign", "strained"),
                        ("tegang", "\u2212", "minus", "negative", "negatif", "bad", "buruk"),
                    ),
                ),
                closed=True,
                synonyms=("tanda",),
            ),
        ),
        identity=("kind",),
        synonyms=("relasi", "related to", "connected to", "berelasi dengan", "terhubung dengan"),
    ),
    TieKind(
        "BELONGS_TO",
        in_context("BELONGS_TO", "Membership"),
        in_context("BELONGS_TO", "{source} is part of {target}"),
        (("Stakeholder", "Stakeholder"),),
        synonyms=("keanggotaan", "part of", "member of", "bagian dari", "anggota", "anggota dari", "di bawah"),
    ),
)

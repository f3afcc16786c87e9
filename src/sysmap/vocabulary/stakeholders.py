"""The people and organisations: who they are, where they stand, what they can and what they need."""

from __future__ import annotations

from sysmap.messages import in_context
from sysmap.schema import Choice, Field, NodeKind, Ref
from sysmap.vocabulary.common import SECTORS, rating

__all__ = ["STAKEHOLDER"]

KINDS = (
    Choice(
        "person", in_context("Stakeholder.kind", "person"), ("orang", "individual", "individu", "perorangan", "tokoh")
    ),
    Choice(
        "unit",
        in_context("Stakeholder.kind", "unit"),
        ("unit kerja", "department", "division", "bidang", "bagian", "seksi", "upt", "tim"),
    ),
    Choice(
        "organisation",
        in_context("Stakeholder.kind", "organisation"),
        (
            "organisasi",
            "organization",
            "institution",
            "agency",
            "lembaga",
            "instansi",
            "dinas",
            "badan",
            "perusahaan",
            "yayasan",
            "kantor",
        ),
    ),
    Choice(
        "group",
        in_context("Stakeholder.kind", "group"),
        ("kelompok", "forum", "association", "asosiasi", "paguyuban", "kelompok kerja", "jejaring"),
    ),
    Choice(
        "community",
        in_context("Stakeholder.kind", "community"),
        ("masyarakat", "komunitas", "warga", "residents", "desa", "kalurahan"),
    ),
)

BOUNDARIES = (
    Choice("internal", in_context("Stakeholder.boundary", "internal"), ("inside", "dalam", "in")),
    Choice("external", in_context("Stakeholder.boundary", "external"), ("eksternal", "outside", "luar", "out")),
)

LEVELS = (
    Choice("national", in_context("Stakeholder.level", "national"), ("nasional", "pusat", "central")),
    Choice(
        "province",
        in_context("Stakeholder.level", "province"),
        ("provinsi", "provincial", "propinsi", "daerah istimewa"),
    ),
    Choice(
        "district",
        in_context("Stakeholder.level", "district"),
        ("kabupaten", "regency", "kota", "kabupaten/kota", "municipality"),
    ),
    Choice("subdistrict", in_context("Stakeholder.level", "sub-district"), ("kapanewon", "kecamatan", "kemantren")),
    Choice(
        "village", in_context("Stakeholder.level", "village"), ("desa", "kalurahan", "kelurahan", "padukuhan", "dusun")
    ),
)

STAKEHOLDER = NodeKind(
    "Stakeholder",
    "stakeholder",
    "stakeholders.csv",
    in_context("Stakeholder", "Stakeholder"),
    in_context("Stakeholder", "Stakeholders"),
    in_context(
        "Stakeholder",
        "A person, unit, organisation, group or community that shapes a problem or an innovation, or lives with it.",
    ),
    synonyms=("pemangku kepentingan",),
    words=(
        *("instansi", "opd", "skpd", "perangkat daerah", "lembaga", "organisasi", "institusi", "badan", "satuan kerja"),
        *(
            "satker",
            "unit kerja",
            "entitas",
            "pihak",
            "aktor",
            "kelompok",
            "komunitas",
            "perusahaan",
            "instansi/lembaga",
        ),
        *(
            "lembaga/instansi",
            "organization",
            "organisation",
            "organizations",
            "organisations",
            "institution",
            "agency",
        ),
        *("entity", "actor", "actors"),
    ),
    fields=(
        Field(
            "kind",
            in_context("Stakeholder.kind", "Kind of stakeholder"),
            in_context("Stakeholder.kind", "Whether it is a person, a unit, an organisation, a group or a community."),
            choices=KINDS,
            synonyms=("jenis pemangku kepentingan",),
        ),
        Field(
            "sector",
            in_context("Stakeholder.sector", "Sector"),
            in_context("Stakeholder.sector", "Which of the five helices of society it belongs to."),
            choices=SECTORS,
            synonyms=("sektor", "helix", "pentahelix", "penta helix", "pentaheliks", "unsur"),
        ),
        Field(
            "boundary",
            in_context("Stakeholder.boundary", "Inside or outside"),
            in_context(
                "Stakeholder.boundary",
                "Whether it stands inside or outside the organisation that the map is drawn for.",
            ),
            choices=BOUNDARIES,
            closed=True,
            synonyms=("internal atau eksternal", "internal external", "internal/external", "inside outside"),
        ),
        Field(
            "level",
            in_context("Stakeholder.level", "Level of government"),
            in_context("Stakeholder.level", "The level at which it acts, from nation to village."),
            choices=LEVELS,
            synonyms=("tingkat wilayah", "tingkat", "tingkatan", "administrative level"),
        ),
        rating(
            "power",
            in_context("Stakeholder.power", "Power"),
            in_context("Stakeholder.power", "How far it can make things happen or stop them: 1 hardly, 5 wholly."),
            "kuasa",
            "kekuasaan",
        ),
        rating(
            "interest",
            in_context("Stakeholder.interest", "Interest"),
            in_context("Stakeholder.interest", "How much the outcome matters to it: 1 hardly, 5 greatly."),
            "minat",
            "kepentingan",
        ),
        rating(
            "legitimacy",
            in_context("Stakeholder.legitimacy", "Legitimacy"),
            in_context("Stakeholder.legitimacy", "How rightful others find its claim: 1 hardly, 5 wholly."),
            "legitimasi",
            "keabsahan",
        ),
        rating(
            "urgency",
            in_context("Stakeholder.urgency", "Urgency"),
            in_context("Stakeholder.urgency", "How pressing its claim is: 1 can wait, 5 at once."),
            "kemendesakan",
            "urgensi",
            "mendesak",
        ),
        Field(
            "offers",
            in_context("Stakeholder.offers", "Offers"),
            in_context("Stakeholder.offers", "What it can give to others: skills, data, money, places, people."),
            many=True,
            synonyms=("dapat memberi", "offer", "menawarkan", "tawaran", "sumber daya", "resources"),
        ),
        Field(
            "needs",
            in_context("Stakeholder.needs", "Needs"),
            in_context("Stakeholder.needs", "What it seeks from others."),
            many=True,
            synonyms=("membutuhkan", "need", "kebutuhan", "butuh"),
        ),
        Field(
            "contact",
            in_context("Stakeholder.contact", "Contact person"),
            in_context("Stakeholder.contact", "Whom to ask for."),
            sensitivity="personal",
            synonyms=("narahubung", "kontak", "pic", "penanggung jawab"),
        ),
        Field(
            "email",
            in_context("Stakeholder.email", "Email"),
            in_context("Stakeholder.email", "Where to write to."),
            sensitivity="personal",
            synonyms=("surel", "email address", "alamat email"),
        ),
        Field(
            "phone",
            in_context("Stakeholder.phone", "Phone"),
            in_context("Stakeholder.phone", "The number to call."),
            sensitivity="personal",
            synonyms=("telepon", "telephone", "mobile", "nomor telepon", "no hp", "hp", "whatsapp"),
        ),
    ),
    refs=(
        Ref(
            "works_on",
            "WORKS_ON",
            True,
            in_context("Stakeholder.works_on", "Works on"),
            (
                *("menangani", "problems", "masalah", "masalah yang ditangani", "bekerja pada", "isu", "isu strategis"),
                *("isu yang ditangani", "permasalahan", "issue", "issues", "problem"),
            ),
        ),
        Ref(
            "part_of",
            "BELONGS_TO",
            True,
            in_context("Stakeholder.part_of", "Part of"),
            ("bagian dari", "belongs to", "parent", "induk", "organisasi induk", "unit induk"),
        ),
        Ref(
            "partners",
            "PARTNERS_WITH",
            True,
            in_context("Stakeholder.partners", "Partners with"),
            (
                *("mitra", "mitra kerja", "mitra pelaksana", "nama mitra", "partner", "bermitra dengan"),
                *("bekerja sama dengan", "kerja sama dengan", "works with", "collaborates with"),
                *("implementing partner", "implementing partners"),
            ),
            proven=True,
        ),
    ),
)

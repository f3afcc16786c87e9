"""What is worked on: public problems, the innovations that answer them, and the factors that drive both."""

from __future__ import annotations

from sysmap.messages import in_context
from sysmap.schema import Choice, Field, NodeKind, Ref
from sysmap.vocabulary.common import rating

__all__ = ["CURRENCY", "FACTOR", "INNOVATION", "PROBLEM"]

CURRENCY = in_context("currency", "the map's currency")

PROBLEM_STATUS = (
    Choice(
        "reported",
        in_context("Problem.status", "reported"),
        ("dilaporkan", "new", "open", "baru", "terlapor", "belum ditangani", "belum tertangani"),
    ),
    Choice(
        "understood",
        in_context("Problem.status", "understood"),
        ("dipahami", "analysed", "analyzed", "dianalisis", "dikaji"),
    ),
    Choice(
        "in_progress",
        in_context("Problem.status", "in progress"),
        ("sedang ditangani", "ongoing", "active", "berjalan", "ditangani", "proses"),
    ),
    Choice(
        "resolved",
        in_context("Problem.status", "resolved"),
        ("selesai", "solved", "closed", "done", "teratasi", "tuntas"),
    ),
)

STAGES = (
    Choice("idea", in_context("Innovation.stage", "idea"), ("gagasan", "ide", "concept", "konsep")),
    Choice(
        "proposal", in_context("Innovation.stage", "proposal"), ("usulan", "proposed", "diusulkan", "rencana", "plan")
    ),
    Choice(
        "prototype", in_context("Innovation.stage", "prototype"), ("purwarupa", "prototipe", "purwa rupa", "mock-up")
    ),
    Choice(
        "pilot",
        in_context("Innovation.stage", "pilot"),
        ("uji coba", "pilot project", "percontohan", "rintisan", "piloting", "trial"),
    ),
    Choice(
        "scaling",
        in_context("Innovation.stage", "scaling"),
        ("perluasan", "scale-up", "scaling up", "replikasi", "replication", "diperluas"),
    ),
    Choice(
        "embedded",
        in_context("Innovation.stage", "embedded"),
        ("melembaga", "institutionalised", "institutionalized", "routine", "rutin", "dilembagakan"),
    ),
    Choice(
        "stopped",
        in_context("Innovation.stage", "stopped"),
        ("berhenti", "abandoned", "cancelled", "canceled", "dihentikan", "batal", "mati"),
    ),
)

FACETS = (
    Choice(
        "enhancement",
        in_context("Innovation.facet", "enhancement"),
        ("penyempurnaan", "incremental", "perbaikan", "peningkatan"),
    ),
    Choice(
        "mission", in_context("Innovation.facet", "mission-oriented"), ("berorientasi misi", "mission oriented", "misi")
    ),
    Choice("adaptive", in_context("Innovation.facet", "adaptive"), ("adaptif", "adaptation", "penyesuaian")),
    Choice(
        "anticipatory", in_context("Innovation.facet", "anticipatory"), ("antisipatif", "anticipation", "antisipasi")
    ),
)

WANTED = (
    Choice("up", in_context("wanted", "up"), ("naik", "rise", "more", "+", "bertambah", "meningkat")),
    Choice("down", in_context("wanted", "down"), ("turun", "fall", "less", "-", "berkurang", "menurun")),
)

PROBLEM = NodeKind(
    "Problem",
    "problem",
    "problems.csv",
    in_context("Problem", "Public problem"),
    in_context("Problem", "Public problems"),
    in_context("Problem", "Something in public life that hurts people and that they want to see solved."),
    synonyms=("masalah publik",),
    words=(
        *("masalah", "isu", "isu strategis", "isu publik", "permasalahan", "pokok masalah", "rumusan masalah"),
        *("problem", "problems", "issue", "issues", "public issue", "challenge"),
    ),
    fields=(
        rating(
            "severity",
            in_context("Problem.severity", "Severity"),
            in_context("Problem.severity", "How badly it hurts those it reaches: 1 slightly, 5 gravely."),
            "keparahan",
            "tingkat keparahan",
            "severity level",
            personal=False,
        ),
        rating(
            "urgency",
            in_context("Problem.urgency", "Urgency"),
            in_context("Problem.urgency", "How soon something must be done: 1 can wait, 5 at once."),
            "kemendesakan",
            "urgensi",
            "mendesak",
            personal=False,
        ),
        Field(
            "reach",
            in_context("Problem.reach", "Reach"),
            in_context("Problem.reach", "How many people it touches."),
            "number",
            low=0,
            unit=in_context("Problem.reach", "people"),
            synonyms=("jangkauan", "people affected", "jumlah terdampak", "jiwa terdampak", "cakupan"),
            units=("jiwa", "persons", "penduduk", "warga"),
        ),
        Field(
            "status",
            in_context("Problem.status", "Status"),
            in_context("Problem.status", "How far it has come, from reported to resolved."),
            choices=PROBLEM_STATUS,
            closed=True,
            synonyms=("status masalah", "state"),
        ),
        Field(
            "reported",
            in_context("Problem.reported", "Reported on"),
            in_context("Problem.reported", "The day on which it was first reported."),
            "date",
            synonyms=(
                "dilaporkan tanggal",
                "report date",
                "date reported",
                "tanggal lapor",
                "tanggal laporan",
                "tanggal dilaporkan",
            ),
        ),
    ),
    refs=(
        Ref(
            "owners",
            "OWNS",
            False,
            in_context("Problem.owners", "Owned by"),
            ("penanggung jawab", "owner", "pemilik", "pemilik masalah"),
        ),
        Ref(
            "affected",
            "AFFECTED_BY",
            False,
            in_context("Problem.affected", "Affected"),
            ("terdampak", "affected stakeholders", "yang terdampak", "pihak terdampak", "terkena"),
        ),
        Ref(
            "worked_on_by",
            "WORKS_ON",
            False,
            in_context("Problem.worked_on_by", "Worked on by"),
            ("ditangani oleh", "workers", "stakeholders", "penangan", "dikerjakan oleh"),
        ),
        Ref(
            "reported_by",
            "REPORTED",
            False,
            in_context("Problem.reported_by", "Reported by"),
            ("dilaporkan oleh", "reporter", "reporters", "pelapor"),
        ),
        Ref(
            "depends_on",
            "DEPENDS_ON",
            True,
            in_context("Problem.depends_on", "Depends on"),
            ("bergantung pada", "dependencies", "tergantung pada", "terkait dengan"),
        ),
        Ref(
            "contributes_to",
            "CONTRIBUTES_TO",
            True,
            in_context("Problem.contributes_to", "Bears on goal"),
            ("terkait tujuan", "goals", "tujuan", "visi"),
        ),
    ),
)

INNOVATION = NodeKind(
    "Innovation",
    "innovation",
    "innovations.csv",
    in_context("Innovation", "Innovation"),
    in_context("Innovation", "Innovations"),
    in_context("Innovation", "A new way of answering a public problem, from first idea to daily routine."),
    synonyms=("inovasi",),
    words=("inovasi daerah", "inisiatif", "gagasan", "program", "initiative", "project", "proyek"),
    fields=(
        Field(
            "stage",
            in_context("Innovation.stage", "Stage"),
            in_context("Innovation.stage", "How far it has come, from idea to embedded, or stopped."),
            choices=STAGES,
            closed=True,
            synonyms=("tahap", "tahapan", "fase", "phase"),
        ),
        Field(
            "trl",
            in_context("Innovation.trl", "Technology readiness"),
            in_context("Innovation.trl", "Technology readiness level: 1 a principle, 9 proven in daily use."),
            "integer",
            low=1,
            high=9,
            synonyms=("kesiapan teknologi", "technology readiness level", "tkt", "tingkat kesiapterapan teknologi"),
        ),
        Field(
            "stage_since",
            in_context("Innovation.stage_since", "In this stage since"),
            in_context("Innovation.stage_since", "The day on which it entered its present stage."),
            "date",
            synonyms=("pada tahap ini sejak", "stage date", "tahap sejak", "tanggal tahap"),
        ),
        Field(
            "facet",
            in_context("Innovation.facet", "Facet of innovation"),
            in_context(
                "Innovation.facet", "What it is for: to enhance, to reach a mission, to adapt, or to anticipate."
            ),
            choices=FACETS,
            synonyms=("ragam inovasi", "ragam"),
        ),
        Field(
            "leverage_level",
            in_context("Innovation.leverage_level", "Leverage level"),
            in_context(
                "Innovation.leverage_level",
                "Which of Meadows' twelve places it changes, the lower the deeper: 12 numbers, 11 reserves, 10 physical structure, 9 delays, 8 balancing "
                "loops, 7 reinforcing loops, 6 who knows what, 5 rules, 4 who may change the rules, 3 goals, 2 mindset, 1 freedom from any mindset.",
            ),
            "integer",
            low=1,
            high=12,
            synonyms=(
                "tingkat titik ungkit",
                "meadows",
                "meadows level",
                "leverage point level",
                "titik ungkit",
                "tingkat ungkit",
                "tingkat meadows",
            ),
        ),
        Field(
            "wanted",
            in_context("Innovation.wanted", "Wanted direction"),
            in_context(
                "Innovation.wanted",
                "Whether people wish that it rises or that it falls; left open where they do not say.",
            ),
            choices=WANTED,
            closed=True,
            synonyms=("arah yang diinginkan", "diinginkan", "arah yang diharapkan", "desired direction", "desired"),
        ),
        Field(
            "cost",
            in_context("Innovation.cost", "Cost"),
            in_context("Innovation.cost", "What it costs in all."),
            "number",
            low=0,
            unit=CURRENCY,
            synonyms=("biaya", "budget", "anggaran"),
            units=("rp", "rp.", "rupiah", "idr"),
        ),
    ),
    refs=(
        Ref(
            "addresses",
            "ADDRESSES",
            True,
            in_context("Innovation.addresses", "Addresses"),
            ("menjawab masalah", "problem", "problems", "masalah", "mengatasi"),
        ),
        Ref(
            "leads",
            "LEADS",
            False,
            in_context("Innovation.leads", "Led by"),
            ("dipimpin oleh", "lead", "leader", "leaders", "pemimpin", "penggerak"),
        ),
        Ref(
            "sponsors",
            "SPONSORS",
            False,
            in_context("Innovation.sponsors", "Sponsored by"),
            ("disponsori oleh", "sponsor", "penyokong"),
        ),
        Ref(
            "funders",
            "FUNDS",
            False,
            in_context("Innovation.funders", "Funded by"),
            ("didanai oleh", "funder", "donors", "donor", "pendana", "penyandang dana"),
        ),
        Ref(
            "adopters",
            "ADOPTS",
            False,
            in_context("Innovation.adopters", "Adopted by"),
            ("diadopsi oleh", "adopter", "pengadopsi", "penerap", "pemakai"),
        ),
        Ref(
            "champions",
            "CHAMPIONS",
            False,
            in_context("Innovation.champions", "Championed by"),
            (
                "diperjuangkan oleh",
                "champion",
                "pejuang",
                "pejuang internal",
                "penggerak internal",
                "champion internal",
            ),
        ),
        Ref(
            "participants",
            "TAKES_PART_IN",
            False,
            in_context("Innovation.participants", "Taken part in by"),
            ("peserta", "participant", "members", "anggota", "mitra"),
        ),
        Ref(
            "depends_on",
            "DEPENDS_ON",
            True,
            in_context("Innovation.depends_on", "Depends on"),
            ("bergantung pada", "dependencies", "tergantung pada"),
        ),
        Ref(
            "contributes_to",
            "CONTRIBUTES_TO",
            True,
            in_context("Innovation.contributes_to", "Contributes to goal"),
            ("mendukung tujuan", "goals", "tujuan", "visi"),
        ),
    ),
)

FACTOR = NodeKind(
    "Factor",
    "factor",
    "factors.csv",
    in_context("Factor", "Factor"),
    in_context("Factor", "Factors"),
    in_context(
        "Factor",
        "Something that rises and falls and so drives or slows the rest, yet is neither a problem nor an innovation.",
    ),
    synonyms=("faktor",),
    words=("variabel", "variable", "konsep", "concept"),
    fields=(
        Field(
            "unit",
            in_context("Factor.unit", "Unit"),
            in_context("Factor.unit", "What it is counted in."),
            synonyms=("satuan", "unit of measure", "satuan ukur"),
        ),
        Field(
            "wanted",
            in_context("Factor.wanted", "Wanted direction"),
            in_context(
                "Factor.wanted", "Whether people wish that it rises or that it falls; left open where they do not say."
            ),
            choices=WANTED,
            closed=True,
            synonyms=("arah yang diinginkan", "diinginkan", "arah yang diharapkan", "desired direction", "desired"),
        ),
        Field(
            "baseline",
            in_context("Factor.baseline", "Baseline"),
            in_context("Factor.baseline", "Its value at the start."),
            "number",
            synonyms=("nilai awal", "base value", "nilai dasar"),
        ),
    ),
)

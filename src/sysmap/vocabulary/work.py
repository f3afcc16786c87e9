"""What is worked on: public problems, the innovations that answer them, and the factors that drive both."""

from __future__ import annotations

from sysmap.schema import Choice, Field, NodeKind, Ref, Words
from sysmap.vocabulary.common import rating

__all__ = ["CURRENCY", "FACTOR", "INNOVATION", "PROBLEM"]

CURRENCY = Words("the map's currency", "mata uang peta")

PROBLEM_STATUS = (
    Choice("reported", Words("reported", "dilaporkan"), ("new", "open", "baru", "terlapor")),
    Choice("understood", Words("understood", "dipahami"), ("analysed", "analyzed", "dianalisis", "dikaji")),
    Choice("in_progress", Words("in progress", "sedang ditangani"), ("ongoing", "active", "berjalan", "ditangani", "proses")),
    Choice("resolved", Words("resolved", "selesai"), ("solved", "closed", "done", "teratasi", "tuntas")),
)

STAGES = (
    Choice("idea", Words("idea", "gagasan"), ("ide", "concept", "konsep")),
    Choice("proposal", Words("proposal", "usulan"), ("proposed", "diusulkan", "rencana", "plan")),
    Choice("prototype", Words("prototype", "purwarupa"), ("prototipe", "purwa rupa", "mock-up")),
    Choice("pilot", Words("pilot", "uji coba"), ("pilot project", "percontohan", "rintisan", "piloting", "trial")),
    Choice("scaling", Words("scaling", "perluasan"), ("scale-up", "scaling up", "replikasi", "replication", "diperluas")),
    Choice("embedded", Words("embedded", "melembaga"), ("institutionalised", "institutionalized", "routine", "rutin", "dilembagakan")),
    Choice("stopped", Words("stopped", "berhenti"), ("abandoned", "cancelled", "canceled", "dihentikan", "batal", "mati")),
)

FACETS = (
    Choice("enhancement", Words("enhancement", "penyempurnaan"), ("incremental", "perbaikan", "peningkatan")),
    Choice("mission", Words("mission-oriented", "berorientasi misi"), ("mission oriented", "misi")),
    Choice("adaptive", Words("adaptive", "adaptif"), ("adaptation", "penyesuaian")),
    Choice("anticipatory", Words("anticipatory", "antisipatif"), ("anticipation", "antisipasi")),
)

PROBLEM = NodeKind(
    "Problem", "problem", "problems.csv",
    Words("Public problem", "Masalah publik"), Words("Public problems", "Masalah publik"),
    Words("Something in public life that hurts people and that they want to see solved.",
          "Keadaan dalam kehidupan bersama yang merugikan warga dan ingin mereka selesaikan."),
    fields=(
        rating("severity", Words("Severity", "Keparahan"),
               Words("How badly it hurts those it reaches: 1 slightly, 5 gravely.",
                     "Seberapa berat akibatnya bagi yang terkena: 1 ringan, 5 sangat berat."),
               "tingkat keparahan", "severity level", personal=False),
        rating("urgency", Words("Urgency", "Kemendesakan"),
               Words("How soon something must be done: 1 can wait, 5 at once.",
                     "Seberapa segera harus ditangani: 1 dapat menunggu, 5 saat ini juga."), "urgensi", "mendesak", personal=False),
        Field("reach", Words("Reach", "Jangkauan"), Words("How many people it touches.", "Berapa banyak orang yang terkena."), "number",
              low=0, unit=Words("people", "orang"), synonyms=("people affected", "jumlah terdampak", "jiwa terdampak", "cakupan")),
        Field("status", Words("Status", "Status"),
              Words("How far it has come, from reported to resolved.", "Sejauh mana penanganannya, dari dilaporkan sampai selesai."),
              choices=PROBLEM_STATUS, closed=True, synonyms=("status masalah", "state")),
        Field("reported", Words("Reported on", "Dilaporkan tanggal"),
              Words("The day on which it was first reported.", "Hari ketika pertama kali dilaporkan."), "date",
              synonyms=("report date", "date reported", "tanggal lapor", "tanggal laporan", "tanggal dilaporkan")),
    ),
    refs=(
        Ref("owners", "OWNS", False, Words("Owned by", "Penanggung jawab"), ("owner", "pemilik", "pemilik masalah")),
        Ref("affected", "AFFECTED_BY", False, Words("Affected", "Terdampak"), ("affected stakeholders", "yang terdampak", "pihak terdampak", "terkena")),
        Ref("worked_on_by", "WORKS_ON", False, Words("Worked on by", "Ditangani oleh"), ("workers", "stakeholders", "penangan", "dikerjakan oleh")),
        Ref("reported_by", "REPORTED", False, Words("Reported by", "Dilaporkan oleh"), ("reporter", "reporters", "pelapor")),
        Ref("depends_on", "DEPENDS_ON", True, Words("Depends on", "Bergantung pada"), ("dependencies", "tergantung pada", "terkait dengan")),
        Ref("contributes_to", "CONTRIBUTES_TO", True, Words("Bears on goal", "Terkait tujuan"), ("goals", "tujuan", "visi")),
    ),
)

INNOVATION = NodeKind(
    "Innovation", "innovation", "innovations.csv",
    Words("Innovation", "Inovasi"), Words("Innovations", "Inovasi"),
    Words("A new way of answering a public problem, from first idea to daily routine.",
          "Cara baru menjawab masalah publik, dari gagasan pertama sampai menjadi kebiasaan."),
    fields=(
        Field("stage", Words("Stage", "Tahap"),
              Words("How far it has come, from idea to embedded, or stopped.", "Sejauh mana perjalanannya, dari gagasan sampai melembaga, atau berhenti."),
              choices=STAGES, closed=True, synonyms=("tahapan", "fase", "phase")),
        Field("trl", Words("Technology readiness", "Kesiapan teknologi"),
              Words("Technology readiness level: 1 a principle, 9 proven in daily use.",
                    "Tingkat kesiapterapan teknologi: 1 prinsip dasar, 9 terbukti dalam pemakaian."), "integer", low=1, high=9,
              synonyms=("technology readiness level", "tkt", "tingkat kesiapterapan teknologi")),
        Field("stage_since", Words("In this stage since", "Pada tahap ini sejak"),
              Words("The day on which it entered its present stage.", "Hari ketika masuk ke tahapnya sekarang."), "date",
              synonyms=("stage date", "tahap sejak", "tanggal tahap")),
        Field("facet", Words("Facet of innovation", "Ragam inovasi"),
              Words("What it is for: to enhance, to reach a mission, to adapt, or to anticipate.",
                    "Tujuannya: menyempurnakan, mengejar misi, menyesuaikan diri, atau mengantisipasi."), choices=FACETS,
              synonyms=("ragam",)),
        Field("leverage_level", Words("Leverage level", "Tingkat titik ungkit"),
              Words("Which of Meadows' twelve places it changes, the lower the deeper: 12 numbers, 11 reserves, 10 physical structure, 9 delays, 8 balancing "
                    "loops, 7 reinforcing loops, 6 who knows what, 5 rules, 4 who may change the rules, 3 goals, 2 mindset, 1 freedom from any mindset.",
                    "Yang diubahnya di antara dua belas titik ungkit Meadows, makin kecil makin dalam: 12 angka, 11 cadangan, 10 susunan fisik, 9 jeda, "
                    "8 lingkar penyeimbang, 7 lingkar penguat, 6 siapa mengetahui apa, 5 aturan, 4 siapa boleh mengubah aturan, 3 tujuan, 2 cara pandang, "
                    "1 lepas dari satu cara pandang."), "integer", low=1, high=12,
              synonyms=("meadows", "meadows level", "leverage point level", "titik ungkit", "tingkat ungkit", "tingkat meadows")),
        Field("cost", Words("Cost", "Biaya"), Words("What it costs in all.", "Biaya seluruhnya."), "number", low=0, unit=CURRENCY,
              synonyms=("budget", "anggaran")),
    ),
    refs=(
        Ref("addresses", "ADDRESSES", True, Words("Addresses", "Menjawab masalah"), ("problem", "problems", "masalah", "mengatasi")),
        Ref("leads", "LEADS", False, Words("Led by", "Dipimpin oleh"), ("lead", "leader", "leaders", "pemimpin", "penggerak")),
        Ref("sponsors", "SPONSORS", False, Words("Sponsored by", "Disponsori oleh"), ("sponsor", "penyokong")),
        Ref("funders", "FUNDS", False, Words("Funded by", "Didanai oleh"), ("funder", "donors", "donor", "pendana", "penyandang dana")),
        Ref("adopters", "ADOPTS", False, Words("Adopted by", "Diadopsi oleh"), ("adopter", "pengadopsi", "pemakai")),
        Ref("champions", "CHAMPIONS", False, Words("Championed by", "Diperjuangkan oleh"), ("champion", "pejuang", "champion internal")),
        Ref("participants", "TAKES_PART_IN", False, Words("Taken part in by", "Peserta"), ("participant", "members", "anggota", "mitra")),
        Ref("depends_on", "DEPENDS_ON", True, Words("Depends on", "Bergantung pada"), ("dependencies", "tergantung pada")),
        Ref("contributes_to", "CONTRIBUTES_TO", True, Words("Contributes to goal", "Mendukung tujuan"), ("goals", "tujuan", "visi")),
    ),
)

FACTOR = NodeKind(
    "Factor", "factor", "factors.csv",
    Words("Factor", "Faktor"), Words("Factors", "Faktor"),
    Words("Something that rises and falls and so drives or slows the rest, yet is neither a problem nor an innovation.",
          "Sesuatu yang naik turun sehingga mendorong atau menghambat yang lain, namun bukan masalah dan bukan inovasi."),
    fields=(
        Field("unit", Words("Unit", "Satuan"), Words("What it is counted in.", "Satuan ukurannya."), synonyms=("unit of measure", "satuan ukur")),
        Field("baseline", Words("Baseline", "Nilai awal"), Words("Its value at the start.", "Nilainya pada awal."), "number",
              synonyms=("base value", "nilai dasar")),
    ),
)

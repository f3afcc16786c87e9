"""The ties: who is joined to whom or what, how, and the sentence that each one speaks."""

from __future__ import annotations

from sysmap.schema import Choice, Field, TieKind, Words
from sysmap.vocabulary.common import ROLE, rating
from sysmap.vocabulary.work import CURRENCY

__all__ = ["TIES"]

PARTNERSHIPS = (
    Choice("joint activity", Words("joint activity", "kegiatan bersama"), ("joint activities", "joint project", "kerja bersama", "program bersama")),
    Choice("MoU", Words("memorandum of understanding", "nota kesepahaman"), ("mou", "memorandum")),
    Choice("agreement", Words("cooperation agreement", "perjanjian kerja sama"), ("contract", "pks", "kontrak", "perjanjian")),
    Choice("funding", Words("funding", "pendanaan"), ("grant", "hibah", "csr", "dana")),
    Choice("mentoring", Words("mentoring", "pendampingan"), ("coaching", "pembinaan", "assistance")),
    Choice("training", Words("training", "pelatihan"), ("capacity building", "peningkatan kapasitas")),
    Choice("research", Words("joint research", "riset bersama"), ("riset", "penelitian", "kajian bersama")),
    Choice("data sharing", Words("data sharing", "berbagi data"), ("pertukaran data", "data exchange")),
    Choice("coordination", Words("coordination", "koordinasi"), ("coordination meeting", "rapat koordinasi")),
    Choice("service", Words("service", "layanan"), ("procurement", "pengadaan", "jasa")),
)

RELATIONS = (
    Choice("advice", Words("advice", "saran"), ("advises", "consultation", "konsultasi", "nasihat")),
    Choice("information", Words("information", "informasi"), ("informs", "komunikasi", "communication")),
    Choice("reporting", Words("reporting", "pelaporan"), ("reports to", "melapor kepada", "lapor")),
    Choice("authority", Words("authority", "wewenang"), ("supervises", "membina", "mengawasi")),
    Choice("funding", Words("funding", "pendanaan"), ("funds", "grant", "hibah")),
    Choice("influence", Words("influence", "pengaruh"), ("influences", "memengaruhi", "mempengaruhi")),
    Choice("conflict", Words("conflict", "konflik"), ("dispute", "sengketa", "berkonflik dengan")),
)

CLOSENESS = (
    Choice("informs", Words("informs", "saling memberi tahu"), ("information", "berbagi informasi", "networking")),
    Choice("coordinates", Words("coordinates", "berkoordinasi"), ("coordination", "koordinasi")),
    Choice("cooperates", Words("cooperates", "bekerja sama"), ("cooperation", "kerja sama", "kerjasama")),
    Choice("co_creates", Words("co-creates", "mencipta bersama"), ("co-creation", "cocreates", "collaboration", "kolaborasi")),
    Choice("merged", Words("merged", "menyatu"), ("integrated", "integrasi", "terpadu")),
)

PLUS = Choice("+", Words("more makes more", "searah"), ("plus", "positive", "positif", "same", "same direction", "adds to", "s"))
MINUS = Choice("-", Words("more makes less", "berlawanan arah"),
               ("\u2212", "minus", "negative", "negatif", "opposite", "opposite direction", "subtracts from", "o"))
UNKNOWN = Choice("?", Words("not known", "belum diketahui"), ("unknown", "unsure", "tidak tahu", "tidak diketahui"))

DELAYS = (
    Choice("none", Words("none", "tanpa jeda"), ("no", "no delay", "tidak ada")),
    Choice("short", Words("short", "jeda pendek"), ("pendek", "short delay")),
    Choice("long", Words("long", "jeda panjang"), ("panjang", "long delay")),
)

EVIDENCE = (
    Choice("claimed", Words("claimed", "diklaim"), ("claim", "klaim")),
    Choice("piloted", Words("piloted", "diujicobakan"), ("tested", "diuji coba")),
    Choice("evaluated", Words("evaluated", "dievaluasi"), ("proven", "terbukti", "evaluation")),
)

REASON = Field("reason", Words("Reason", "Alasan"), Words("Why it does so.", "Alasannya."), synonyms=("why", "mengapa"))
CAUSES = ("Problem", "Factor", "Innovation", "Goal")

BETWEEN_STAKEHOLDERS = (
    TieKind(
        "PARTNERS_WITH", Words("Partnership", "Kemitraan"),
        Words("{source} and {target} are partners", "{source} dan {target} bermitra"),
        (("Stakeholder", "Stakeholder"),),
        fields=(
            Field("kind", Words("Kind of partnership", "Bentuk kemitraan"), Words("What the two do together.", "Yang dikerjakan keduanya bersama."),
                  choices=PARTNERSHIPS, synonyms=("partnership type", "jenis kemitraan", "bentuk kerja sama")),
            Field("form", Words("Closeness", "Kedekatan"),
                  Words("How close the partnership is, from informing each other to being one.",
                        "Seberapa dekat kemitraannya, dari saling memberi tahu sampai menyatu."),
                  choices=CLOSENESS, closed=True, synonyms=("tingkat kedekatan", "bentuk")),
            rating("trust", Words("Trust", "Kepercayaan"),
                   Words("How far the two trust each other: 1 hardly, 4 wholly.", "Sejauh mana keduanya saling percaya: 1 hampir tidak, 4 sepenuhnya."),
                   "rasa percaya", high=4),
            rating("value", Words("Value", "Manfaat"),
                   Words("What the partnership is worth to them: 1 little, 4 much.", "Seberapa berarti kemitraan ini bagi keduanya: 1 sedikit, 4 banyak."),
                   "nilai manfaat", high=4),
        ),
        identity=("kind",), directed=False, file="partnerships.csv",
        synonyms=("partner", "partners", "collaborates with", "works with", "mitra", "bermitra dengan", "bekerja sama dengan")),
    TieKind(
        "RELATES_TO", Words("Relation", "Relasi"),
        Words("{source} relates to {target}", "{source} berhubungan dengan {target}"),
        (("Stakeholder", "Stakeholder"),),
        fields=(
            Field("kind", Words("Kind of relation", "Bentuk relasi"),
                  Words("What passes from the one to the other.", "Yang mengalir dari yang satu ke yang lain."), choices=RELATIONS,
                  synonyms=("relation type",)),
            Field("sign", Words("Sign", "Tanda"), Words("Whether the relation is friendly (+) or strained (-).", "Apakah relasinya baik (+) atau tegang (-)."),
                  choices=(Choice("+", Words("friendly", "baik"), ("plus", "positive", "positif", "good")),
                           Choice("-", Words("strained", "tegang"), ("\u2212", "minus", "negative", "negatif", "bad", "buruk"))), closed=True),
        ),
        identity=("kind",),
        synonyms=("related to", "connected to", "berelasi dengan", "terhubung dengan")),
    TieKind(
        "BELONGS_TO", Words("Membership", "Keanggotaan"),
        Words("{source} is part of {target}", "{source} adalah bagian dari {target}"),
        (("Stakeholder", "Stakeholder"),), synonyms=("part of", "member of", "bagian dari", "anggota", "anggota dari", "di bawah")),
)

TO_PROBLEMS = (
    TieKind("REPORTED", Words("Report", "Laporan"), Words("{source} reported {target}", "{source} melaporkan {target}"),
            (("Stakeholder", "Problem"),), fields=(ROLE,), synonyms=("reports", "noticed", "melaporkan", "pelapor")),
    TieKind("WORKS_ON", Words("Work on a problem", "Penanganan masalah"), Words("{source} works on {target}", "{source} menangani {target}"),
            (("Stakeholder", "Problem"),), fields=(ROLE,),
            synonyms=("working on", "handles", "menangani", "bekerja pada", "mengerjakan", "mengatasi masalah")),
    TieKind("OWNS", Words("Ownership of a problem", "Tanggung jawab atas masalah"),
            Words("{source} is answerable for {target}", "{source} bertanggung jawab atas {target}"),
            (("Stakeholder", "Problem"),), fields=(ROLE,),
            synonyms=("owner of", "responsible for", "accountable for", "memiliki", "pemilik", "bertanggung jawab atas", "penanggung jawab")),
    TieKind("AFFECTED_BY", Words("Being affected", "Dampak masalah"), Words("{source} is affected by {target}", "{source} terdampak oleh {target}"),
            (("Stakeholder", "Problem"),), fields=(ROLE,), synonyms=("suffers from", "affected", "terdampak", "terdampak oleh", "terkena")),
)

TO_INNOVATIONS = (
    TieKind("LEADS", Words("Leadership", "Kepemimpinan"), Words("{source} leads {target}", "{source} memimpin {target}"),
            (("Stakeholder", "Innovation"),), fields=(ROLE,), synonyms=("lead", "leader of", "memimpin", "menggerakkan")),
    TieKind("SPONSORS", Words("Sponsorship", "Dukungan pimpinan"), Words("{source} sponsors {target}", "{source} menyokong {target}"),
            (("Stakeholder", "Innovation"),), fields=(ROLE,), synonyms=("sponsor", "sponsor of", "menyokong", "mensponsori")),
    TieKind("FUNDS", Words("Funding", "Pendanaan"), Words("{source} funds {target}", "{source} mendanai {target}"), (("Stakeholder", "Innovation"),),
            fields=(ROLE, Field("amount", Words("Amount", "Jumlah dana"), Words("How much is given.", "Besarnya dana."), "number", low=0, unit=CURRENCY,
                                synonyms=("sum", "nilai dana", "jumlah"))),
            synonyms=("fund", "finances", "funder of", "mendanai", "membiayai")),
    TieKind("ADOPTS", Words("Adoption", "Adopsi"), Words("{source} adopts {target}", "{source} mengadopsi {target}"),
            (("Stakeholder", "Innovation"),), fields=(ROLE,), synonyms=("adopt", "uses", "mengadopsi", "memakai", "menerapkan")),
    TieKind("CHAMPIONS", Words("Championing", "Perjuangan dari dalam"), Words("{source} champions {target}", "{source} memperjuangkan {target}"),
            (("Stakeholder", "Innovation"),), fields=(ROLE,), synonyms=("champion", "champion of", "memperjuangkan")),
    TieKind("TAKES_PART_IN", Words("Taking part", "Keikutsertaan"), Words("{source} takes part in {target}", "{source} ikut serta dalam {target}"),
            (("Stakeholder", "Innovation"),), fields=(ROLE,),
            synonyms=("participates in", "involved in", "ikut serta", "ikut serta dalam", "berpartisipasi dalam", "terlibat dalam")),
)

STANCES = (
    TieKind("SUPPORTS", Words("Support", "Dukungan"), Words("{source} supports {target}", "{source} mendukung {target}"),
            (("Stakeholder", "Innovation"), ("Stakeholder", "Goal")), fields=(REASON,), synonyms=("support", "in favour of", "mendukung")),
    TieKind("OPPOSES", Words("Opposition", "Penolakan"), Words("{source} opposes {target}", "{source} menolak {target}"),
            (("Stakeholder", "Innovation"), ("Stakeholder", "Goal")), fields=(REASON,), synonyms=("oppose", "against", "resists", "menolak", "menentang")),
    TieKind("SHARES", Words("Shared goal", "Tujuan yang dianut"), Words("{source} shares the goal {target}", "{source} menganut tujuan {target}"),
            (("Stakeholder", "Goal"),), synonyms=("share", "holds", "menganut", "berbagi tujuan")),
)

OF_THE_SYSTEM = (
    TieKind("ADDRESSES", Words("Answer to a problem", "Jawaban atas masalah"), Words("{source} addresses {target}", "{source} menjawab {target}"),
            (("Innovation", "Problem"),),
            fields=(Field("evidence", Words("Evidence", "Bukti"), Words("What shows that it helps.", "Yang menunjukkan bahwa ini membantu."),
                          choices=EVIDENCE, closed=True, synonyms=("proof", "bukti hasil")),),
            synonyms=("address", "solves", "answers", "menjawab", "mengatasi", "menyelesaikan")),
    TieKind(
        "INFLUENCES", Words("Influence", "Pengaruh"), Words("{source} influences {target}", "{source} memengaruhi {target}"),
        tuple((source, target) for source in CAUSES for target in CAUSES),
        fields=(
            Field("polarity", Words("Polarity", "Arah pengaruh"),
                  Words("Whether more of the one makes more (+) or less (-) of the other, or nobody knows (?).",
                        "Apakah bertambahnya yang satu menambah (+) atau mengurangi (-) yang lain, atau belum diketahui (?)."),
                  choices=(PLUS, MINUS, UNKNOWN), closed=True, synonyms=("sign", "+/-", "tanda", "polaritas")),
            Field("delay", Words("Delay", "Jeda waktu"),
                  Words("Whether the effect comes late.", "Apakah akibatnya datang terlambat."), choices=DELAYS, closed=True, synonyms=("lag", "jeda", "tunda")),
            Field("strength", Words("Strength", "Kuat pengaruh"), Words("How strong the effect is: 0 none, 1 full.", "Seberapa kuat akibatnya: 0 tidak ada, 1 penuh."),
                  "number", low=0, high=1, synonyms=("effect size",)),
            Field("held_by", Words("Held by", "Menurut siapa"),
                  Words("Whose mental model it belongs to; empty if all agree.", "Model mental siapa; kosong bila disepakati bersama."),
                  synonyms=("according to", "believed by", "menurut", "penganut")),
        ),
        identity=("held_by",),
        synonyms=("causes", "affects", "leads to", "memengaruhi", "mempengaruhi", "menyebabkan", "berpengaruh terhadap")),
    TieKind("DEPENDS_ON", Words("Dependence", "Ketergantungan"), Words("{source} depends on {target}", "{source} bergantung pada {target}"),
            (("Problem", "Problem"), ("Innovation", "Innovation")), synonyms=("requires", "linked to", "bergantung pada", "tergantung pada", "membutuhkan")),
    TieKind("CONTRIBUTES_TO", Words("Contribution to a goal", "Sumbangan pada tujuan"),
            Words("{source} bears on the goal {target}", "{source} berkaitan dengan tujuan {target}"),
            (("Innovation", "Goal"), ("Problem", "Goal")), synonyms=("contributes", "serves", "menyumbang", "berkontribusi pada", "mendukung tujuan")),
)

OF_LEARNING = (
    TieKind("CONSIDERS", Words("Problem considered", "Masalah yang dibahas"), Words("{source} considers {target}", "{source} membahas {target}"),
            (("GrowSession", "Problem"),), synonyms=("discusses", "membahas")),
    TieKind("INVOLVES", Words("Taking part in a session", "Keterlibatan dalam sesi"), Words("{source} involves {target}", "{source} melibatkan {target}"),
            (("GrowSession", "Stakeholder"),), synonyms=("attended by", "melibatkan", "dihadiri oleh")),
    TieKind("OPTION", Words("Option", "Opsi"), Words("{source} weighs {target} as an option", "{source} menimbang {target} sebagai opsi"),
            (("GrowSession", "Innovation"),), synonyms=("options", "pilihan", "menimbang")),
    TieKind("CHOSE", Words("Chosen option", "Opsi terpilih"), Words("{source} chose {target}", "{source} memilih {target}"),
            (("GrowSession", "Innovation"),), synonyms=("chooses", "decided on", "memilih", "memutuskan")),
    TieKind(
        "ACTION", Words("Action", "Aksi"), Words("{source} gives {target} an action", "{source} menugaskan aksi kepada {target}"),
        (("GrowSession", "Stakeholder"),),
        fields=(
            Field("what", Words("What", "Apa"), Words("What is to be done.", "Yang harus dikerjakan."), synonyms=("action", "task", "aksi", "tugas aksi", "kegiatan")),
            Field("due", Words("Due", "Batas waktu"), Words("The day by which it is to be done.", "Hari terakhir harus selesai."), "date",
                  synonyms=("due date", "deadline", "tenggat", "jatuh tempo")),
            Field("done", Words("Done on", "Tanggal selesai dikerjakan"), Words("The day on which it was done; empty until then.", "Hari ketika selesai dikerjakan; kosong bila belum."), "date",
                  synonyms=("completed", "date done", "tuntas")),
        ),
        identity=("what",), synonyms=("next step", "what next", "menugaskan", "tindak lanjut")),
    TieKind("ASSESSES", Words("Assessed stakeholder", "Pemangku kepentingan yang dinilai"), Words("{source} is about {target}", "{source} adalah tentang {target}"),
            (("Assessment", "Stakeholder"),), synonyms=("assessment of", "menilai")),
)

TIES = BETWEEN_STAKEHOLDERS + TO_PROBLEMS + TO_INNOVATIONS + STANCES + OF_THE_SYSTEM + OF_LEARNING

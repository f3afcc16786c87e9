"""The ties: who is joined to whom or what, how, and the sentence that each one speaks."""

from __future__ import annotations

from sysmap.messages import in_context
from sysmap.schema import Choice, Field, TieKind
from sysmap.vocabulary.common import ROLE, rating
from sysmap.vocabulary.work import CURRENCY

__all__ = ["TIES"]

PARTNERSHIPS = (
    Choice("joint activity", in_context("PARTNERS_WITH.kind", "joint activity"), ("kegiatan bersama", "joint activities", "joint project", "kerja bersama", "program bersama")),
    Choice("MoU", in_context("PARTNERS_WITH.kind", "memorandum of understanding"), ("nota kesepahaman", "mou", "memorandum")),
    Choice("agreement", in_context("PARTNERS_WITH.kind", "cooperation agreement"), ("perjanjian kerja sama", "contract", "pks", "kontrak", "perjanjian")),
    Choice("funding", in_context("PARTNERS_WITH.kind", "funding"), ("pendanaan", "grant", "hibah", "csr", "dana")),
    Choice("mentoring", in_context("PARTNERS_WITH.kind", "mentoring"), ("pendampingan", "coaching", "pembinaan", "assistance")),
    Choice("training", in_context("PARTNERS_WITH.kind", "training"), ("pelatihan", "capacity building", "peningkatan kapasitas")),
    Choice("research", in_context("PARTNERS_WITH.kind", "joint research"), ("riset bersama", "riset", "penelitian", "kajian bersama")),
    Choice("data sharing", in_context("PARTNERS_WITH.kind", "data sharing"), ("berbagi data", "pertukaran data", "data exchange")),
    Choice("coordination", in_context("PARTNERS_WITH.kind", "coordination"), ("koordinasi", "coordination meeting", "rapat koordinasi")),
    Choice("service", in_context("PARTNERS_WITH.kind", "service"), ("layanan", "procurement", "pengadaan", "jasa")),
)

RELATIONS = (
    Choice("advice", in_context("RELATES_TO.kind", "advice"), ("saran", "advises", "consultation", "konsultasi", "nasihat")),
    Choice("information", in_context("RELATES_TO.kind", "information"), ("informasi", "informs", "komunikasi", "communication")),
    Choice("reporting", in_context("RELATES_TO.kind", "reporting"), ("pelaporan", "reports to", "melapor kepada", "lapor")),
    Choice("authority", in_context("RELATES_TO.kind", "authority"), ("wewenang", "supervises", "membina", "mengawasi")),
    Choice("funding", in_context("RELATES_TO.kind", "funding"), ("pendanaan", "funds", "grant", "hibah")),
    Choice("influence", in_context("RELATES_TO.kind", "influence"), ("pengaruh", "influences", "memengaruhi", "mempengaruhi")),
    Choice("conflict", in_context("RELATES_TO.kind", "conflict"), ("konflik", "dispute", "sengketa", "berkonflik dengan")),
)

CLOSENESS = (
    Choice("informs", in_context("PARTNERS_WITH.form", "informs"), ("saling memberi tahu", "information", "berbagi informasi", "networking")),
    Choice("coordinates", in_context("PARTNERS_WITH.form", "coordinates"), ("berkoordinasi", "coordination", "koordinasi")),
    Choice("cooperates", in_context("PARTNERS_WITH.form", "cooperates"), ("bekerja sama", "cooperation", "kerja sama", "kerjasama")),
    Choice("co_creates", in_context("PARTNERS_WITH.form", "co-creates"), ("mencipta bersama", "co-creation", "cocreates", "collaboration", "kolaborasi")),
    Choice("merged", in_context("PARTNERS_WITH.form", "merged"), ("menyatu", "integrated", "integrasi", "terpadu")),
)

PLUS = Choice("+", in_context("INFLUENCES.polarity", "more makes more"), ("searah", "plus", "positive", "positif", "same", "same direction", "adds to", "s"))
MINUS = Choice("-", in_context("INFLUENCES.polarity", "more makes less"),
               ("berlawanan arah", "\u2212", "minus", "negative", "negatif", "opposite", "opposite direction", "subtracts from", "o"))
UNKNOWN = Choice("?", in_context("INFLUENCES.polarity", "not known"), ("belum diketahui", "unknown", "unsure", "tidak tahu", "tidak diketahui"))

DELAYS = (
    Choice("none", in_context("INFLUENCES.delay", "none"), ("tanpa jeda", "no", "no delay", "tidak ada")),
    Choice("short", in_context("INFLUENCES.delay", "short"), ("jeda pendek", "pendek", "short delay")),
    Choice("long", in_context("INFLUENCES.delay", "long"), ("jeda panjang", "panjang", "long delay")),
)

EVIDENCE = (
    Choice("claimed", in_context("ADDRESSES.evidence", "claimed"), ("diklaim", "claim", "klaim")),
    Choice("piloted", in_context("ADDRESSES.evidence", "piloted"), ("diujicobakan", "tested", "diuji coba")),
    Choice("evaluated", in_context("ADDRESSES.evidence", "evaluated"), ("dievaluasi", "proven", "terbukti", "evaluation")),
)

REASON = Field("reason", in_context("reason", "Reason"), in_context("reason", "Why it does so."), synonyms=("alasan", "why", "mengapa"))
CAUSES = ("Problem", "Factor", "Innovation", "Goal")

BETWEEN_STAKEHOLDERS = (
    TieKind(
        "PARTNERS_WITH", in_context("PARTNERS_WITH", "Partnership"),
        in_context("PARTNERS_WITH", "{source} and {target} are partners"),
        (("Stakeholder", "Stakeholder"),),
        fields=(
            Field("kind", in_context("PARTNERS_WITH.kind", "Kind of partnership"), in_context("PARTNERS_WITH.kind", "What the two do together."),
                  choices=PARTNERSHIPS, synonyms=("bentuk kemitraan", "partnership type", "jenis kemitraan", "bentuk kerja sama")),
            Field("form", in_context("PARTNERS_WITH.form", "Closeness"),
                  in_context("PARTNERS_WITH.form", "How close the partnership is, from informing each other to being one."),
                  choices=CLOSENESS, closed=True, synonyms=("kedekatan", "tingkat kedekatan", "bentuk")),
            rating("trust", in_context("PARTNERS_WITH.trust", "Trust"),
                   in_context("PARTNERS_WITH.trust", "How far the two trust each other: 1 hardly, 4 wholly."), "kepercayaan",
                   "rasa percaya", high=4),
            rating("value", in_context("PARTNERS_WITH.value", "Value"),
                   in_context("PARTNERS_WITH.value", "What the partnership is worth to them: 1 little, 4 much."), "manfaat",
                   "nilai manfaat", high=4),
        ),
        identity=("kind",), directed=False, file="partnerships.csv",
        synonyms=("kemitraan", "partner", "partners", "collaborates with", "works with", "mitra", "bermitra dengan", "bekerja sama dengan")),
    TieKind(
        "RELATES_TO", in_context("RELATES_TO", "Relation"),
        in_context("RELATES_TO", "{source} relates to {target}"),
        (("Stakeholder", "Stakeholder"),),
        fields=(
            Field("kind", in_context("RELATES_TO.kind", "Kind of relation"),
                  in_context("RELATES_TO.kind", "What passes from the one to the other."), choices=RELATIONS,
                  synonyms=("bentuk relasi", "relation type")),
            Field("sign", in_context("RELATES_TO.sign", "Sign"), in_context("RELATES_TO.sign", "Whether the relation is friendly (+) or strained (-)."),
                  choices=(Choice("+", in_context("RELATES_TO.sign", "friendly"), ("baik", "plus", "positive", "positif", "good")),
                           Choice("-", in_context("RELATES_TO.sign", "strained"), ("tegang", "\u2212", "minus", "negative", "negatif", "bad", "buruk"))), closed=True, synonyms=("tanda",)),
        ),
        identity=("kind",),
        synonyms=("relasi", "related to", "connected to", "berelasi dengan", "terhubung dengan")),
    TieKind(
        "BELONGS_TO", in_context("BELONGS_TO", "Membership"),
        in_context("BELONGS_TO", "{source} is part of {target}"),
        (("Stakeholder", "Stakeholder"),), synonyms=("keanggotaan", "part of", "member of", "bagian dari", "anggota", "anggota dari", "di bawah")),
)

TO_PROBLEMS = (
    TieKind("REPORTED", in_context("REPORTED", "Report"), in_context("REPORTED", "{source} reported {target}"),
            (("Stakeholder", "Problem"),), fields=(ROLE,), synonyms=("laporan", "reports", "noticed", "melaporkan", "pelapor")),
    TieKind("WORKS_ON", in_context("WORKS_ON", "Work on a problem"), in_context("WORKS_ON", "{source} works on {target}"),
            (("Stakeholder", "Problem"),), fields=(ROLE,),
            synonyms=("penanganan masalah", "working on", "handles", "menangani", "bekerja pada", "mengerjakan", "mengatasi masalah")),
    TieKind("OWNS", in_context("OWNS", "Ownership of a problem"),
            in_context("OWNS", "{source} is answerable for {target}"),
            (("Stakeholder", "Problem"),), fields=(ROLE,),
            synonyms=("tanggung jawab atas masalah", "owner of", "responsible for", "accountable for", "memiliki", "pemilik", "bertanggung jawab atas", "penanggung jawab")),
    TieKind("AFFECTED_BY", in_context("AFFECTED_BY", "Being affected"), in_context("AFFECTED_BY", "{source} is affected by {target}"),
            (("Stakeholder", "Problem"),), fields=(ROLE,), synonyms=("dampak masalah", "suffers from", "affected", "terdampak", "terdampak oleh", "terkena")),
)

TO_INNOVATIONS = (
    TieKind("LEADS", in_context("LEADS", "Leadership"), in_context("LEADS", "{source} leads {target}"),
            (("Stakeholder", "Innovation"),), fields=(ROLE,), synonyms=("kepemimpinan", "lead", "leader of", "memimpin", "menggerakkan", "penggerak")),
    TieKind("SPONSORS", in_context("SPONSORS", "Sponsorship"), in_context("SPONSORS", "{source} sponsors {target}"),
            (("Stakeholder", "Innovation"),), fields=(ROLE,), synonyms=("dukungan pimpinan", "sponsor", "sponsor of", "menyokong", "mensponsori")),
    TieKind("FUNDS", in_context("FUNDS", "Funding"), in_context("FUNDS", "{source} funds {target}"), (("Stakeholder", "Innovation"),),
            fields=(ROLE, Field("amount", in_context("FUNDS.amount", "Amount"), in_context("FUNDS.amount", "How much is given."), "number", low=0, unit=CURRENCY,
                                synonyms=("jumlah dana", "sum", "nilai dana", "jumlah"))),
            synonyms=("pendanaan", "fund", "finances", "funder of", "mendanai", "membiayai")),
    TieKind("ADOPTS", in_context("ADOPTS", "Adoption"), in_context("ADOPTS", "{source} adopts {target}"),
            (("Stakeholder", "Innovation"),), fields=(ROLE,), synonyms=("adopsi", "adopt", "uses", "mengadopsi", "memakai", "menerapkan")),
    TieKind("CHAMPIONS", in_context("CHAMPIONS", "Championing"), in_context("CHAMPIONS", "{source} champions {target}"),
            (("Stakeholder", "Innovation"),), fields=(ROLE,), synonyms=("perjuangan dari dalam", "champion", "champion of", "memperjuangkan", "pejuang internal", "penggerak internal")),
    TieKind("TAKES_PART_IN", in_context("TAKES_PART_IN", "Taking part"), in_context("TAKES_PART_IN", "{source} takes part in {target}"),
            (("Stakeholder", "Innovation"),), fields=(ROLE,),
            synonyms=("keikutsertaan", "participates in", "involved in", "ikut serta", "ikut serta dalam", "berpartisipasi dalam", "terlibat dalam")),
)

STANCES = (
    TieKind("SUPPORTS", in_context("SUPPORTS", "Support"), in_context("SUPPORTS", "{source} supports {target}"),
            (("Stakeholder", "Innovation"), ("Stakeholder", "Goal")), fields=(REASON,), synonyms=("dukungan", "support", "in favour of", "mendukung")),
    TieKind("OPPOSES", in_context("OPPOSES", "Opposition"), in_context("OPPOSES", "{source} opposes {target}"),
            (("Stakeholder", "Innovation"), ("Stakeholder", "Goal")), fields=(REASON,), synonyms=("penolakan", "oppose", "against", "resists", "menolak", "menentang")),
    TieKind("SHARES", in_context("SHARES", "Shared goal"), in_context("SHARES", "{source} shares the goal {target}"),
            (("Stakeholder", "Goal"),), synonyms=("tujuan yang dianut", "share", "holds", "menganut", "berbagi tujuan")),
)

OF_THE_SYSTEM = (
    TieKind("ADDRESSES", in_context("ADDRESSES", "Answer to a problem"), in_context("ADDRESSES", "{source} addresses {target}"),
            (("Innovation", "Problem"),),
            fields=(Field("evidence", in_context("ADDRESSES.evidence", "Evidence"), in_context("ADDRESSES.evidence", "What shows that it helps."),
                          choices=EVIDENCE, closed=True, synonyms=("bukti", "proof", "bukti hasil")),),
            synonyms=("jawaban atas masalah", "address", "solves", "answers", "menjawab", "mengatasi", "menyelesaikan")),
    TieKind(
        "INFLUENCES", in_context("INFLUENCES", "Influence"), in_context("INFLUENCES", "{source} influences {target}"),
        tuple((source, target) for source in CAUSES for target in CAUSES),
        fields=(
            Field("polarity", in_context("INFLUENCES.polarity", "Polarity"),
                  in_context("INFLUENCES.polarity", "Whether more of the one makes more (+) or less (-) of the other, or nobody knows (?)."),
                  choices=(PLUS, MINUS, UNKNOWN), closed=True, synonyms=("arah pengaruh", "sign", "+/-", "tanda", "polaritas")),
            Field("delay", in_context("INFLUENCES.delay", "Delay"),
                  in_context("INFLUENCES.delay", "Whether the effect comes late."), choices=DELAYS, closed=True, synonyms=("jeda waktu", "lag", "jeda", "tunda")),
            Field("strength", in_context("INFLUENCES.strength", "Strength"), in_context("INFLUENCES.strength", "How strong the effect is: 0 none, 1 full."),
                  "number", low=0, high=1, synonyms=("kuat pengaruh", "effect size")),
            Field("held_by", in_context("INFLUENCES.held_by", "Held by"),
                  in_context("INFLUENCES.held_by", "Whose mental model it belongs to; empty if all agree."),
                  synonyms=("menurut siapa", "according to", "believed by", "menurut", "penganut")),
        ),
        identity=("held_by",),
        synonyms=("pengaruh", "causes", "affects", "leads to", "memengaruhi", "mempengaruhi", "menyebabkan", "berpengaruh terhadap")),
    TieKind("DEPENDS_ON", in_context("DEPENDS_ON", "Dependence"), in_context("DEPENDS_ON", "{source} depends on {target}"),
            (("Problem", "Problem"), ("Innovation", "Innovation")), synonyms=("ketergantungan", "requires", "linked to", "bergantung pada", "tergantung pada", "membutuhkan")),
    TieKind("CONTRIBUTES_TO", in_context("CONTRIBUTES_TO", "Contribution to a goal"),
            in_context("CONTRIBUTES_TO", "{source} bears on the goal {target}"),
            (("Innovation", "Goal"), ("Problem", "Goal")), synonyms=("sumbangan pada tujuan", "contributes", "serves", "menyumbang", "berkontribusi pada", "mendukung tujuan")),
)

OF_LEARNING = (
    TieKind("CONSIDERS", in_context("CONSIDERS", "Problem considered"), in_context("CONSIDERS", "{source} considers {target}"),
            (("GrowSession", "Problem"),), synonyms=("masalah yang dibahas", "discusses", "membahas")),
    TieKind("INVOLVES", in_context("INVOLVES", "Taking part in a session"), in_context("INVOLVES", "{source} involves {target}"),
            (("GrowSession", "Stakeholder"),), synonyms=("keterlibatan dalam sesi", "attended by", "melibatkan", "dihadiri oleh")),
    TieKind("OPTION", in_context("OPTION", "Option"), in_context("OPTION", "{source} weighs {target} as an option"),
            (("GrowSession", "Innovation"),), synonyms=("opsi", "options", "pilihan", "menimbang")),
    TieKind("CHOSE", in_context("CHOSE", "Chosen option"), in_context("CHOSE", "{source} chose {target}"),
            (("GrowSession", "Innovation"),), synonyms=("opsi terpilih", "chooses", "decided on", "memilih", "memutuskan")),
    TieKind(
        "ACTION", in_context("ACTION", "Action"), in_context("ACTION", "{source} gives {target} an action"),
        (("GrowSession", "Stakeholder"),),
        fields=(
            Field("what", in_context("ACTION.what", "What"), in_context("ACTION.what", "What is to be done."), synonyms=("apa", "action", "task", "aksi", "tugas aksi", "kegiatan")),
            Field("due", in_context("ACTION.due", "Due"), in_context("ACTION.due", "The day by which it is to be done."), "date",
                  synonyms=("batas waktu", "due date", "deadline", "tenggat", "jatuh tempo")),
            Field("done", in_context("ACTION.done", "Done on"), in_context("ACTION.done", "The day on which it was done; empty until then."), "date",
                  synonyms=("tanggal selesai dikerjakan", "completed", "date done", "tuntas")),
        ),
        identity=("what",), synonyms=("aksi", "next step", "what next", "menugaskan", "tindak lanjut")),
    TieKind("ASSESSES", in_context("ASSESSES", "Assessed stakeholder"), in_context("ASSESSES", "{source} is about {target}"),
            (("Assessment", "Stakeholder"),), synonyms=("pemangku kepentingan yang dinilai", "assessment of", "menilai")),
)

TIES = BETWEEN_STAKEHOLDERS + TO_PROBLEMS + TO_INNOVATIONS + STANCES + OF_THE_SYSTEM + OF_LEARNING

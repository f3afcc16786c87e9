"""Ties of the system and of learning: causes, answers, goals, GROW sessions, assessments."""

from __future__ import annotations

from sysmap.messages import in_context
from sysmap.schema import Choice, Field, TieKind

__all__ = ["OF_LEARNING", "OF_THE_SYSTEM"]

PLUS = Choice(
    "+",
    in_context("INFLUENCES.polarity", "more makes more"),
    (
        *("searah", "plus", "positive", "positif", "same", "same direction", "adds to", "s", "+1", "1"),
        *("naik", "menaikkan", "meningkatkan", "memperkuat", "increases", "increase", "strengthens"),
    ),
)

MINUS = Choice(
    "-",
    in_context("INFLUENCES.polarity", "more makes less"),
    (
        "berlawanan arah",
        "\u2212",
        "minus",
        "negative",
        "negatif",
        "opposite",
        "opposite direction",
        "subtracts from",
        "o",
        "-1",
        "\u22121",
        "\u20131",
        "\u2013",
        "turun",
        "menurunkan",
        "mengurangi",
        "melemahkan",
        "decreases",
        "decrease",
        "weakens",
    ),
)

UNKNOWN = Choice(
    "?",
    in_context("INFLUENCES.polarity", "not known"),
    ("belum diketahui", "unknown", "unsure", "tidak tahu", "tidak diketahui"),
)

DELAYS = (
    Choice("none", in_context("INFLUENCES.delay", "none"), ("tanpa jeda", "no", "no delay", "tidak ada")),
    Choice("short", in_context("INFLUENCES.delay", "short"), ("jeda pendek", "pendek", "short delay")),
    Choice("long", in_context("INFLUENCES.delay", "long"), ("jeda panjang", "panjang", "long delay")),
)

EVIDENCE = (
    Choice("claimed", in_context("ADDRESSES.evidence", "claimed"), ("diklaim", "claim", "klaim")),
    Choice("piloted", in_context("ADDRESSES.evidence", "piloted"), ("diujicobakan", "tested", "diuji coba")),
    Choice(
        "evaluated", in_context("ADDRESSES.evidence", "evaluated"), ("dievaluasi", "proven", "terbukti", "evaluation")
    ),
)

CAUSES = ("Problem", "Factor", "Innovation", "Goal")

OF_THE_SYSTEM = (
    TieKind(
        "ADDRESSES",
        in_context("ADDRESSES", "Answer to a problem"),
        in_context("ADDRESSES", "{source} addresses {target}"),
        (("Innovation", "Problem"),),
        fields=(
            Field(
                "evidence",
                in_context("ADDRESSES.evidence", "Evidence"),
                in_context("ADDRESSES.evidence", "What shows that it helps."),
                choices=EVIDENCE,
                closed=True,
                synonyms=("bukti", "proof", "bukti hasil"),
            ),
        ),
        synonyms=("jawaban atas masalah", "address", "solves", "answers", "menjawab", "mengatasi", "menyelesaikan"),
    ),
    TieKind(
        "INFLUENCES",
        in_context("INFLUENCES", "Influence"),
        in_context("INFLUENCES", "{source} influences {target}"),
        tuple((source, target) for source in CAUSES for target in CAUSES),
        fields=(
            Field(
                "polarity",
                in_context("INFLUENCES.polarity", "Polarity"),
                in_context(
                    "INFLUENCES.polarity",
                    "Whether more of the one makes more (+) or less (-) of the other, or nobody knows (?).",
                ),
                choices=(PLUS, MINUS, UNKNOWN),
                closed=True,
                synonyms=("arah pengaruh", "sign", "+/-", "tanda", "polaritas"),
            ),
            Field(
                "delay",
                in_context("INFLUENCES.delay", "Delay"),
                in_context("INFLUENCES.delay", "Whether the effect comes late."),
                choices=DELAYS,
                closed=True,
                synonyms=("jeda waktu", "lag", "jeda", "tunda"),
            ),
            Field(
                "strength",
                in_context("INFLUENCES.strength", "Strength"),
                in_context("INFLUENCES.strength", "How strong the effect is: 0 none, 1 full."),
                "number",
                low=0,
                high=1,
                synonyms=("kuat pengaruh", "effect size"),
            ),
            Field(
                "held_by",
                in_context("INFLUENCES.held_by", "Held by"),
                in_context("INFLUENCES.held_by", "Whose mental model it belongs to; empty if all agree."),
                synonyms=("menurut siapa", "according to", "believed by", "menurut", "penganut"),
            ),
        ),
        identity=("held_by",),
        synonyms=(
            "pengaruh",
            "causes",
            "affects",
            "leads to",
            "memengaruhi",
            "mempengaruhi",
            "menyebabkan",
            "berpengaruh terhadap",
        ),
    ),
    TieKind(
        "DEPENDS_ON",
        in_context("DEPENDS_ON", "Dependence"),
        in_context("DEPENDS_ON", "{source} depends on {target}"),
        (("Problem", "Problem"), ("Innovation", "Innovation")),
        synonyms=("ketergantungan", "requires", "linked to", "bergantung pada", "tergantung pada", "membutuhkan"),
    ),
    TieKind(
        "CONTRIBUTES_TO",
        in_context("CONTRIBUTES_TO", "Contribution to a goal"),
        in_context("CONTRIBUTES_TO", "{source} bears on the goal {target}"),
        (("Innovation", "Goal"), ("Problem", "Goal")),
        synonyms=(
            "sumbangan pada tujuan",
            "contributes",
            "serves",
            "menyumbang",
            "berkontribusi pada",
            "mendukung tujuan",
        ),
    ),
)

OF_LEARNING = (
    TieKind(
        "CONSIDERS",
        in_context("CONSIDERS", "Problem considered"),
        in_context("CONSIDERS", "{source} considers {target}"),
        (("GrowSession", "Problem"),),
        synonyms=("masalah yang dibahas", "discusses", "membahas"),
    ),
    TieKind(
        "INVOLVES",
        in_context("INVOLVES", "Taking part in a session"),
        in_context("INVOLVES", "{source} involves {target}"),
        (("GrowSession", "Stakeholder"),),
        synonyms=("keterlibatan dalam sesi", "attended by", "melibatkan", "dihadiri oleh"),
    ),
    TieKind(
        "OPTION",
        in_context("OPTION", "Option"),
        in_context("OPTION", "{source} weighs {target} as an option"),
        (("GrowSession", "Innovation"),),
        synonyms=("opsi", "options", "pilihan", "menimbang"),
    ),
    TieKind(
        "CHOSE",
        in_context("CHOSE", "Chosen option"),
        in_context("CHOSE", "{source} chose {target}"),
        (("GrowSession", "Innovation"),),
        synonyms=("opsi terpilih", "chooses", "decided on", "memilih", "memutuskan"),
    ),
    TieKind(
        "ACTION",
        in_context("ACTION", "Action"),
        in_context("ACTION", "{source} gives {target} an action"),
        (("GrowSession", "Stakeholder"),),
        fields=(
            Field(
                "what",
                in_context("ACTION.what", "What"),
                in_context("ACTION.what", "What is to be done."),
                synonyms=("apa", "action", "task", "aksi", "tugas aksi", "kegiatan"),
            ),
            Field(
                "due",
                in_context("ACTION.due", "Due"),
                in_context("ACTION.due", "The day by which it is to be done."),
                "date",
                synonyms=("batas waktu", "due date", "deadline", "tenggat", "jatuh tempo"),
            ),
            Field(
                "done",
                in_context("ACTION.done", "Done on"),
                in_context("ACTION.done", "The day on which it was done; empty until then."),
                "date",
                synonyms=("tanggal selesai dikerjakan", "completed", "date done", "tuntas"),
            ),
        ),
        identity=("what",),
        synonyms=("aksi", "next step", "what next", "menugaskan", "tindak lanjut"),
    ),
    TieKind(
        "ASSESSES",
        in_context("ASSESSES", "Assessed stakeholder"),
        in_context("ASSESSES", "{source} is about {target}"),
        (("Assessment", "Stakeholder"),),
        synonyms=("pemangku kepentingan yang dinilai", "assessment of", "menilai"),
    ),
)

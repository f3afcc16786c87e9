"""How the system learns: shared goals, GROW sessions, and assessments of the five disciplines."""

from __future__ import annotations

from sysmap.messages import in_context
from sysmap.schema import Choice, Field, NodeKind, Ref
from sysmap.vocabulary.common import rating

__all__ = ["ASSESSMENT", "GOAL", "GROW_SESSION"]

GROW_STEPS = (
    Choice("G", in_context("GrowSession.status", "goal"), ("tujuan", "goals")),
    Choice("R", in_context("GrowSession.status", "reality"), ("realitas", "kenyataan", "realita")),
    Choice("O", in_context("GrowSession.status", "options"), ("pilihan", "option", "opsi")),
    Choice(
        "W",
        in_context("GrowSession.status", "what next"),
        ("tindak lanjut", "will", "way forward", "what's next", "rencana aksi"),
    ),
    Choice("done", in_context("GrowSession.status", "done"), ("selesai", "completed", "closed", "tuntas")),
)

DISCIPLINES = (
    Choice(
        "personal_mastery",
        in_context("Assessment.discipline", "personal mastery"),
        ("penguasaan diri", "keahlian pribadi", "penguasaan pribadi"),
    ),
    Choice(
        "mental_models",
        in_context("Assessment.discipline", "mental models"),
        ("model mental", "mental model", "pola pikir"),
    ),
    Choice(
        "systems_thinking",
        in_context("Assessment.discipline", "systems thinking"),
        ("berpikir sistem", "system thinking", "berpikir serba sistem", "pemikiran sistem"),
    ),
    Choice(
        "team_learning",
        in_context("Assessment.discipline", "team learning"),
        ("pembelajaran tim", "team_building", "team building", "belajar tim", "pembangunan tim"),
    ),
    Choice(
        "shared_vision",
        in_context("Assessment.discipline", "shared vision"),
        ("visi bersama", "building shared vision", "berbagi visi"),
    ),
)

GOAL = NodeKind(
    "Goal",
    "goal",
    "goals.csv",
    in_context("Goal", "Goal"),
    in_context("Goal", "Goals"),
    in_context("Goal", "Part of the shared vision: what the stakeholders want to have reached, and by when."),
    synonyms=("tujuan",),
    words=("tujuan bersama", "visi", "objective"),
    fields=(
        Field(
            "horizon",
            in_context("Goal.horizon", "Horizon"),
            in_context("Goal.horizon", "When it is to be reached: a year or a date."),
            synonyms=("tenggat capaian", "target year", "tahun target", "jangka waktu"),
        ),
        Field(
            "measure",
            in_context("Goal.measure", "Measure"),
            in_context("Goal.measure", "What it is measured by."),
            synonyms=("indikator", "indicator", "ukuran", "kpi"),
        ),
        Field(
            "baseline",
            in_context("Goal.baseline", "Baseline"),
            in_context("Goal.baseline", "The measure's value at the start."),
            "number",
            synonyms=("nilai awal", "base value", "nilai dasar"),
        ),
        Field(
            "actual",
            in_context("Goal.actual", "Actual"),
            in_context("Goal.actual", "The measure's value now."),
            "number",
            synonyms=("nilai kini", "current", "realisasi", "capaian"),
        ),
        Field(
            "target",
            in_context("Goal.target", "Target"),
            in_context("Goal.target", "The value that is to be reached."),
            "number",
            synonyms=("nilai sasaran", "target value", "sasaran", "nilai target"),
        ),
    ),
    refs=(
        Ref(
            "shared_by",
            "SHARES",
            False,
            in_context("Goal.shared_by", "Shared by"),
            ("dianut oleh", "holders", "shared with", "stakeholders", "pemangku kepentingan"),
        ),
    ),
)

GROW_SESSION = NodeKind(
    "GrowSession",
    "grow",
    "grow.csv",
    in_context("GrowSession", "GROW session"),
    in_context("GrowSession", "GROW sessions"),
    in_context("GrowSession", "A meeting that decides together: goal, reality, options, what next."),
    synonyms=("sesi grow",),
    fields=(
        Field(
            "date",
            in_context("GrowSession.date", "Date"),
            in_context("GrowSession.date", "The day of the session."),
            "date",
            synonyms=("tanggal", "session date", "tanggal sesi"),
        ),
        Field(
            "goal",
            in_context("GrowSession.goal", "Goal (G)"),
            in_context("GrowSession.goal", "What the session wants to reach."),
            synonyms=("tujuan (g)", "tujuan"),
        ),
        Field(
            "reality",
            in_context("GrowSession.reality", "Reality (R)"),
            in_context("GrowSession.reality", "How things stand now."),
            synonyms=("kenyataan (r)", "realitas", "kondisi"),
        ),
        Field(
            "status",
            in_context("GrowSession.status", "Step reached"),
            in_context("GrowSession.status", "The last step of GROW that the session has reached."),
            choices=GROW_STEPS,
            closed=True,
            synonyms=("langkah terakhir", "step", "langkah", "status sesi"),
        ),
    ),
    refs=(
        Ref(
            "considers",
            "CONSIDERS",
            True,
            in_context("GrowSession.considers", "Considers"),
            ("membahas", "problem", "problems", "masalah"),
        ),
        Ref(
            "involves",
            "INVOLVES",
            True,
            in_context("GrowSession.involves", "Involves"),
            ("melibatkan", "participants", "stakeholders", "peserta", "pihak yang terlibat"),
        ),
        Ref(
            "options",
            "OPTION",
            True,
            in_context("GrowSession.options", "Options"),
            ("pilihan", "option", "opsi", "pilihan solusi"),
        ),
        Ref(
            "chose",
            "CHOSE",
            True,
            in_context("GrowSession.chose", "Chosen"),
            ("terpilih", "chosen option", "choice", "pilihan terpilih", "yang dipilih"),
        ),
    ),
    id_from=("date", "name"),
)

ASSESSMENT = NodeKind(
    "Assessment",
    "assessment",
    "assessments.csv",
    in_context("Assessment", "Assessment"),
    in_context("Assessment", "Assessments"),
    in_context(
        "Assessment",
        "How well a stakeholder practises one of the five disciplines of a learning organisation, in one round of asking.",
    ),
    synonyms=("penilaian",),
    fields=(
        Field(
            "discipline",
            in_context("Assessment.discipline", "Discipline"),
            in_context("Assessment.discipline", "Which of the five disciplines is assessed."),
            choices=DISCIPLINES,
            closed=True,
            synonyms=("disiplin", "dimension", "dimensi"),
        ),
        rating(
            "score",
            in_context("Assessment.score", "Score"),
            in_context("Assessment.score", "The mean of the answers: 1 not at all, 5 fully."),
            "skor",
            "nilai",
            "mean score",
            "rata-rata",
        ),
        Field(
            "wave",
            in_context("Assessment.wave", "Wave"),
            in_context("Assessment.wave", "Which round of asking it is; 1 is the first."),
            "integer",
            low=1,
            synonyms=("putaran", "round", "gelombang"),
        ),
        Field(
            "respondents",
            in_context("Assessment.respondents", "Respondents"),
            in_context("Assessment.respondents", "How many people answered; under five the score is not shown."),
            "integer",
            low=0,
            unit=in_context("Assessment.respondents", "people"),
            synonyms=("responden", "n", "number of respondents", "jumlah responden"),
        ),
    ),
    refs=(
        Ref(
            "stakeholder",
            "ASSESSES",
            True,
            in_context("Assessment.stakeholder", "Stakeholder"),
            ("pemangku kepentingan", "unit", "organisation", "organization", "organisasi", "unit kerja"),
        ),
    ),
    id_from=("stakeholder", "discipline", "wave"),
)

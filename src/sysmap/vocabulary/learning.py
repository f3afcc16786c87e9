"""How the system learns: shared goals, GROW sessions, and assessments of the five disciplines."""

from __future__ import annotations

from sysmap.schema import Choice, Field, NodeKind, Ref, Words
from sysmap.vocabulary.common import rating

__all__ = ["ASSESSMENT", "GOAL", "GROW_SESSION"]

GROW_STEPS = (
    Choice("G", Words("goal", "tujuan"), ("goals",)),
    Choice("R", Words("reality", "realitas"), ("kenyataan", "realita")),
    Choice("O", Words("options", "pilihan"), ("option", "opsi")),
    Choice("W", Words("what next", "tindak lanjut"), ("will", "way forward", "what's next", "rencana aksi")),
    Choice("done", Words("done", "selesai"), ("completed", "closed", "tuntas")),
)

DISCIPLINES = (
    Choice("personal_mastery", Words("personal mastery", "penguasaan diri"), ("keahlian pribadi", "penguasaan pribadi")),
    Choice("mental_models", Words("mental models", "model mental"), ("mental model", "pola pikir")),
    Choice("systems_thinking", Words("systems thinking", "berpikir sistem"), ("system thinking", "berpikir serba sistem", "pemikiran sistem")),
    Choice("team_learning", Words("team learning", "pembelajaran tim"), ("team_building", "team building", "belajar tim", "pembangunan tim")),
    Choice("shared_vision", Words("shared vision", "visi bersama"), ("building shared vision", "berbagi visi")),
)

GOAL = NodeKind(
    "Goal", "goal", "goals.csv",
    Words("Goal", "Tujuan"), Words("Goals", "Tujuan"),
    Words("Part of the shared vision: what the stakeholders want to have reached, and by when.",
          "Bagian dari visi bersama: apa yang ingin dicapai para pemangku kepentingan, dan kapan."),
    fields=(
        Field("horizon", Words("Horizon", "Tenggat capaian"), Words("When it is to be reached: a year or a date.", "Kapan hendak dicapai: tahun atau tanggal."),
              synonyms=("target year", "tahun target", "jangka waktu")),
        Field("measure", Words("Measure", "Indikator"), Words("What it is measured by.", "Ukuran yang dipakai."), synonyms=("indicator", "ukuran", "kpi")),
        Field("baseline", Words("Baseline", "Nilai awal"), Words("The measure's value at the start.", "Nilai indikator pada awal."), "number",
              synonyms=("base value", "nilai dasar")),
        Field("actual", Words("Actual", "Nilai kini"), Words("The measure's value now.", "Nilai indikator saat ini."), "number",
              synonyms=("current", "realisasi", "capaian")),
        Field("target", Words("Target", "Nilai sasaran"), Words("The value that is to be reached.", "Nilai yang hendak dicapai."), "number",
              synonyms=("target value", "sasaran", "nilai target")),
    ),
    refs=(
        Ref("shared_by", "SHARES", False, Words("Shared by", "Dianut oleh"), ("holders", "shared with", "stakeholders", "pemangku kepentingan")),
    ),
)

GROW_SESSION = NodeKind(
    "GrowSession", "grow", "grow.csv",
    Words("GROW session", "Sesi GROW"), Words("GROW sessions", "Sesi GROW"),
    Words("A meeting that decides together: goal, reality, options, what next.",
          "Pertemuan untuk memutuskan bersama: tujuan (goal), kenyataan (reality), pilihan (options), tindak lanjut (what next)."),
    fields=(
        Field("date", Words("Date", "Tanggal"), Words("The day of the session.", "Hari pelaksanaan sesi."), "date", synonyms=("session date", "tanggal sesi")),
        Field("goal", Words("Goal (G)", "Tujuan (G)"), Words("What the session wants to reach.", "Yang hendak dicapai sesi ini."), synonyms=("tujuan",)),
        Field("reality", Words("Reality (R)", "Kenyataan (R)"), Words("How things stand now.", "Keadaan saat ini."), synonyms=("realitas", "kondisi")),
        Field("status", Words("Step reached", "Langkah terakhir"),
              Words("The last step of GROW that the session has reached.", "Langkah GROW terakhir yang sudah dicapai."),
              choices=GROW_STEPS, closed=True, synonyms=("step", "langkah", "status sesi")),
    ),
    refs=(
        Ref("considers", "CONSIDERS", True, Words("Considers", "Membahas"), ("problem", "problems", "masalah")),
        Ref("involves", "INVOLVES", True, Words("Involves", "Melibatkan"), ("participants", "stakeholders", "peserta", "pihak yang terlibat")),
        Ref("options", "OPTION", True, Words("Options", "Pilihan"), ("option", "opsi", "pilihan solusi")),
        Ref("chose", "CHOSE", True, Words("Chosen", "Terpilih"), ("chosen option", "choice", "pilihan terpilih", "yang dipilih")),
    ),
    id_from=("date", "name"),
)

ASSESSMENT = NodeKind(
    "Assessment", "assessment", "assessments.csv",
    Words("Assessment", "Penilaian"), Words("Assessments", "Penilaian"),
    Words("How well a stakeholder practises one of the five disciplines of a learning organisation, in one round of asking.",
          "Seberapa baik pemangku kepentingan menjalankan satu dari lima disiplin organisasi pembelajar, pada satu putaran penilaian."),
    fields=(
        Field("discipline", Words("Discipline", "Disiplin"), Words("Which of the five disciplines is assessed.", "Disiplin mana dari kelimanya yang dinilai."),
              choices=DISCIPLINES, closed=True, synonyms=("dimension", "dimensi")),
        rating("score", Words("Score", "Skor"), Words("The mean of the answers: 1 not at all, 5 fully.", "Rata-rata jawaban: 1 sama sekali tidak, 5 sepenuhnya."),
               "nilai", "mean score", "rata-rata"),
        Field("wave", Words("Wave", "Putaran"), Words("Which round of asking it is; 1 is the first.", "Putaran penilaian ke berapa; 1 yang pertama."), "integer",
              low=1, synonyms=("round", "gelombang")),
        Field("respondents", Words("Respondents", "Responden"),
              Words("How many people answered; under five the score is not shown.", "Berapa orang yang menjawab; di bawah lima skornya tidak ditampilkan."),
              "integer", low=0, unit=Words("people", "orang"), synonyms=("n", "number of respondents", "jumlah responden")),
    ),
    refs=(
        Ref("stakeholder", "ASSESSES", True, Words("Stakeholder", "Pemangku kepentingan"), ("unit", "organisation", "organization", "organisasi", "unit kerja")),
    ),
    id_from=("stakeholder", "discipline", "wave"),
)

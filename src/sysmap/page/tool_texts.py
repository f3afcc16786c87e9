"""What the reading aids of the page say: story, questions, suggestions, ways, time, notes."""

from __future__ import annotations

from collections.abc import Mapping

from sysmap.models.partners.reasons import TERM_NAMES
from sysmap.schema import Words

__all__ = ["TOOLS"]

TOOLS: Mapping[str, Words] = {
    "story": Words("Story", "Cerita"),
    "story_start": Words("Start the story", "Mulai cerita"),
    "story_step": Words("Step {n} of {all}", "Langkah {n} dari {all}"),
    "story_next": Words("Next", "Lanjut"),
    "story_back": Words("Back", "Kembali"),
    "story_end": Words("End the story", "Selesai"),
    "story_keys": Words("The arrow keys → and ← turn the page too.", "Tombol panah → dan ← juga membalik halaman."),
    "on_it": Words("On it", "Yang terkait"),
    "questions": Words("Questions you may bring", "Pertanyaan yang sering diajukan"),
    "answer_rank": Words("Highest: {measure}", "Tertinggi: {measure}"),
    "suggestions": Words("Suggested partnerships", "Usulan kemitraan"),
    "suggestion_line": Words("What speaks for a new tie, even where no shared problem demands one: an argument, no forecast",
                             "Hal yang mendukung hubungan baru, juga tanpa tuntutan masalah bersama: sebuah argumen, bukan ramalan"),
    "suggestion_score": Words("Score {n}", "Skor {n}"),
    "no_suggestions": Words("No partnership suggests itself.", "Tidak ada kemitraan yang dapat diusulkan."),
    **{f"term_{term}": name for term, name in TERM_NAMES.items()},
    "way_both": Words("Both ways", "Dua arah"),
    "way_up": Words("What leads here", "Yang menuju ke sini"),
    "way_down": Words("What follows", "Yang mengikutinya"),
    "way": Words("Direction", "Arah"),
    "path_to": Words("Way to …", "Jalan ke …"),
    "path_choose": Words("Choose the other end: search for it or click it.", "Pilih ujung lainnya: cari atau klik."),
    "path": Words("Way from {from} to {to}", "Jalan dari {from} ke {to}"),
    "path_length": Words("{n} ties, the fewest that lead there", "{n} hubungan, paling sedikit untuk sampai"),
    "path_none": Words("No tie leads from one to the other, by any way.", "Tidak ada hubungan yang menyambungkan keduanya."),
    "cancel": Words("Cancel", "Batal"),
}

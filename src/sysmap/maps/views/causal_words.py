"""What the causal view says, in both languages; the sentences of loops are those of `models.loops`."""

from __future__ import annotations

from collections.abc import Mapping

from sysmap.models.loops import KINDS, LATE, RETURN, WAYS
from sysmap.schema import Words

__all__ = ["WORDS"]

WORDS: Mapping[str, Words] = {
    "causal": Words("Causes", "Sebab-akibat"),
    "causal_canvas": Words("Causal diagram: {nodes} boxes, {links} arrows. Arrow keys move from box to box, Enter opens it, Shift with up or down pushes it, "
                           "Delete lets it go, plus and minus zoom, 0 shows everything. The lists in the panel say the same in words.",
                           "Diagram sebab-akibat: {nodes} kotak, {links} panah. Tombol panah berpindah antarkotak, Enter membukanya, Shift dengan panah atas atau "
                           "bawah mendorongnya, Delete melepasnya, plus dan minus memperbesar dan memperkecil, 0 menampilkan semua. Daftar di panel memuat hal yang "
                           "sama dalam kata."),
    "causal_same": Words("rises and falls with its cause", "naik-turun searah penyebabnya"),
    "causal_opposite": Words("moves against its cause", "bergerak berlawanan arah"),
    "causal_unknown": Words("nobody knows which way", "arahnya belum diketahui"),
    "causal_late": Words("comes late", "datang terlambat"),
    "causal_strong": Words("the thicker, the stronger", "makin tebal makin kuat"),
    # loops
    "causal_loops": Words("Feedback loops", "Lingkar umpan balik"),
    "causal_loops_about": Words("A loop brings a change back to where it began: reinforcing (R) makes it grow, balancing (B) undoes it.",
                                "Lingkar mengembalikan perubahan ke asalnya: penguat (R) memperbesarnya, penyeimbang (B) meredamnya."),
    "causal_all_kinds": Words("All", "Semua"),
    "causal_no_loops": Words("No loop: nothing that changes here comes back to itself.", "Tidak ada lingkar: tidak ada perubahan yang kembali ke asalnya."),
    "causal_independent": Words("Part of the shortest independent set: all other loops are sums of these.", "Termasuk himpunan bebas terpendek: semua lingkar lain "
                                "adalah gabungannya."),
    "causal_basis": Words("basic", "pokok"),
    "causal_facts": Words("{links} arrows · late: {late} · strength {strength}", "{links} panah · terlambat: {late} · kekuatan {strength}"),
    "causal_through": Words("Loops through {name}", "Lingkar yang melewati {name}"),
    "causal_more_loops": Words("{n} longer ones are not on this page: sysmap loops --format csv", "{n} yang lebih panjang tidak dimuat di sini: sysmap loops --format csv"),
    "causal_truncated": Words("Cut off (truncated): there are more loops than can be searched; all of at most {n} arrows are known.",
                              "Terpotong (truncated): lingkarnya lebih banyak daripada yang dapat dicari; semua yang paling banyak {n} panah diketahui."),
    "causal_cut": Words("The independent set is whole only up to {n} arrows.", "Himpunan bebasnya utuh hanya sampai {n} panah."),
    # in the panel of a node
    "causal_title": Words("Cause and effect", "Sebab dan akibat"),
    "causal_counts": Words("{n} loops run through it: {kinds}", "{n} lingkar melewatinya: {kinds}"),
    "causal_open": Words("Show in the causal diagram", "Lihat di diagram sebab-akibat"),
    "causal_way": Words("Follow", "Telusuri"),
    "causal_around": Words("Both ways", "Dua arah"),
    "causal_causes": Words("Causes", "Penyebab"),
    "causal_effects": Words("Effects", "Akibat"),
    "causal_reach": Words("How far", "Sejauh"),
    "causal_everything": Words("all", "semua"),
    # what if
    "causal_whatif": Words("What if", "Bagaimana jika"),
    "causal_about_whatif": Words("Hold something up or down and see what rises and falls with it. Direction and order count; amounts mean nothing (fuzzy cognitive map).",
                                 "Tahan sesuatu agar naik atau turun, lalu lihat apa yang ikut naik dan turun. Yang berarti arah dan urutannya, bukan besarnya "
                                 "(peta kognitif kabur)."),
    "causal_push_first": Words("Nothing is pushed yet. Choose a box in the diagram, or one here:", "Belum ada yang didorong. Pilih kotak di diagram, atau di sini:"),
    "causal_add": Words("Push something more", "Dorong yang lain lagi"),
    "causal_pushed": Words("Pushed", "Didorong"),
    "causal_up": Words("Push up", "Dorong naik"),
    "causal_down": Words("Push down", "Dorong turun"),
    "causal_release_all": Words("Let all go", "Lepaskan semua"),
    "causal_effects_list": Words("What follows", "Yang terjadi"),
    "causal_rises": Words("rises", "naik"),
    "causal_falls": Words("falls", "turun"),
    "causal_still": Words("does not change", "tidak berubah"),
    "causal_no_effect": Words("Nothing else changes.", "Tidak ada lagi yang berubah."),
    "causal_unmoved": Words("{n} more do not change.", "{n} lainnya tidak berubah."),
    "causal_settled": Words("It settles, after {n} steps.", "Tercapai keseimbangan, setelah {n} langkah."),
    "causal_cycle": Words("It goes round in a cycle: read the signs with care.", "Hasilnya berputar (siklus): baca tandanya dengan hati-hati."),
    "causal_creeping": Words("It still creeps towards its end after {n} steps.", "Masih merayap ke akhirnya setelah {n} langkah."),
    "causal_chaos": Words("It neither settles nor cycles (chaos): do not rely on it.", "Tidak seimbang dan tidak berputar (kacau): jangan diandalkan."),
    "causal_baseline": Words("Without a push:", "Tanpa dorongan:"),
    "causal_left_out": Words("Arrows left out because nobody knows their sign: {n}.", "Panah yang dilewati karena tandanya belum diketahui: {n}."),
    "causal_reranked": Words("Other settings change the order: at worst {n} of pairs keep it.", "Setelan lain mengubah urutannya: terburuk {n} pasangan tetap urutannya."),
    "causal_turned": Words("Other settings turn the direction of: {names}.", "Setelan lain membalik arah: {names}."),
    "causal_sure": Words("Other settings give the same order and directions.", "Setelan lain memberi urutan dan arah yang sama."),
    "causal_settings": Words("Settings", "Setelan"),
    "causal_rule": Words("How a box hears its causes", "Cara kotak menerima penyebabnya"),
    "causal_modified": Words("keeps its own value too (modified Kosko)", "dengan nilainya sendiri (Kosko termodifikasi)"),
    "causal_plain": Words("causes alone (Kosko)", "hanya penyebabnya (Kosko)"),
    "causal_rescaled": Words("around the middle (rescaled)", "di sekitar titik tengah (rescaled)"),
    "causal_squash": Words("What keeps values in bounds", "Pembatas nilai"),
    "causal_slope": Words("How steep (lambda)", "Kecuramannya (lambda)"),
    "causal_command": Words("The same on the command line", "Hal yang sama di baris perintah"),
    # where to push
    "causal_levers": Words("Where to push", "Di mana mendorong"),
    "causal_levers_about": Words("Four ways to say where a push does most (leverage). Each sees something else: where they agree, push there; where not, ask why.",
                                 "Empat cara menilai di mana dorongan paling berdaya (leverage). Masing-masing melihat hal berbeda: dorong di tempat semuanya sepakat; "
                                 "bila tidak, tanyakan sebabnya."),
    "causal_plane": Words("Influence and dependence (MICMAC)", "Pengaruh dan kebergantungan (MICMAC)"),
    "causal_plane_about": Words("Along paths of up to {n} arrows; the lines are the means. Numbers are the places in the list below.",
                                "Sepanjang jalur paling banyak {n} panah; garisnya rata-rata. Angka adalah urutan pada daftar di bawah."),
    "causal_influence": Words("influence", "pengaruh"),
    "causal_dependence": Words("dependence", "kebergantungan"),
    "causal_ranks": Words("Ranks by the four scores", "Peringkat menurut empat skor"),
    "causal_agreement": Words("How far they agree", "Seberapa sepakat"),
    "causal_tau": Words("Kendall's tau: 1 the same order, 0 none in common, -1 the reverse.", "Tau Kendall: 1 urutan sama, 0 tidak berkaitan, -1 terbalik."),
    "causal_score_0": Words("structure", "struktur"),
    "causal_score_1": Words("paths", "jalur"),
    "causal_score_2": Words("loops", "lingkar"),
    "causal_score_3": Words("push", "dorong"),
    # stories
    "causal_stories": Words("Recurring stories", "Kisah berulang"),
    "causal_stories_about": Words("Patterns that many systems share (system archetypes). Each is a hypothesis from signs and delays: check it first.",
                                  "Pola yang dimiliki banyak sistem (arketipe sistem). Semuanya hipotesis dari tanda dan jeda: periksa dulu."),
    "causal_no_stories": Words("None of the eight archetypes fits this map.", "Tidak ada dari delapan arketipe yang cocok dengan peta ini."),
    "causal_untimed": Words("No arrow is said to come late, and five of the eight turn on that.", "Tidak ada panah yang disebut datang terlambat, padahal lima dari "
                            "delapan bergantung padanya."),
    "causal_check": Words("Check", "Periksa"),
    "causal_remedy": Words("If so", "Bila benar"),
    "causal_more_stories": Words("{n} more are not told here.", "{n} lagi tidak diceritakan di sini."),
    "causal_stories_cut": Words("The search was cut; it is complete up to {n} arrows.", "Pencariannya dipotong; lengkap sampai {n} panah."),
    # whose map
    "causal_map_of": Words("Whose map", "Peta siapa"),
    "causal_common": Words("the common map", "peta bersama"),
    "causal_differences": Words("Differences", "Perbedaan"),
    "causal_maps_about": Words("What this group says itself, beside what the common map and the other groups say.",
                               "Yang dikatakan kelompok ini sendiri, di samping kata peta bersama dan kelompok lain."),
    "causal_apart": Words("How far from the other groups", "Seberapa jauh dari kelompok lain"),
    "causal_apart_about": Words("0 alike, 1 opposite, over the arrows that either states; — where there is none of which both have a view.",
                                "0 serupa, 1 berlawanan, atas panah yang dinyatakan salah satunya; — bila tidak ada panah yang dinilai keduanya."),
    "causal_agreed": Words("others say so too", "yang lain juga berkata demikian"),
    "causal_disputed": Words("others say the opposite", "yang lain berkata sebaliknya"),
    "causal_own": Words("nobody else says so", "hanya menurut peta ini"),
    "causal_missing": Words("others have it, this map does not", "ada di peta lain, tidak di sini"),
    "causal_kinds_R": KINDS["R"],
    "causal_kinds_B": KINDS["B"],
    "causal_kinds_?": KINDS["?"],
    "causal_step_1": WAYS[1],
    "causal_step_-1": WAYS[-1],
    "causal_step_0": WAYS[None],
    "causal_back_R": RETURN["R"],
    "causal_back_B": RETURN["B"],
    "causal_back_?": RETURN["?"],
    "causal_come_late": LATE,
}

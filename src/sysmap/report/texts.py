"""What the report itself says, in both languages; what it says of the data comes from the findings, measures and vocabulary."""

from __future__ import annotations

from collections.abc import Mapping

from sysmap.schema import Words

__all__ = ["SETTINGS", "TEXT"]

TEXT: Mapping[str, Words] = {
    "contents": Words("Contents", "Isi"),
    "figures": Words("At a glance", "Sekilas"),
    "findings": Words("What was found", "Yang ditemukan"),
    "counts": Words("{n} findings: {parts}. The gravest come first; each names its evidence and a next step.",
                    "{n} temuan: {parts}. Yang terberat lebih dulu; masing-masing disertai bukti dan langkah berikutnya."),
    "why": Words("Why it matters", "Mengapa penting"),
    "next": Words("Next step", "Langkah berikut"),
    "evidence": Words("Evidence", "Bukti"),
    "more_findings": Words("{n} more are in findings.csv.", "{n} lainnya ada di findings.csv."),
    "more_rows": Words("The first {shown} of {n}; the others are in {file}.", "{shown} pertama dari {n}; selebihnya ada di {file}."),
    "more_counted": Words("The first {shown} of {n}.", "{shown} pertama dari {n}."),
    "none": Words("Nothing to tell.", "Tidak ada yang perlu dilaporkan."),
    "not_assessed": Words("Not assessed", "Tidak dinilai"),
    "not_assessed_about": Words("The data for these are missing, which is not the same as nothing being wrong.",
                                "Data untuk hal-hal ini tidak ada; itu tidak berarti semuanya baik."),
    "bridges": Words("Who bridges", "Siapa yang menjembatani"),
    "bridges_about": Words("Stakeholders by the share of shortest ways between others that run through them (betweenness).",
                           "Pemangku kepentingan menurut bagian jalur terpendek antarpihak lain yang melaluinya (betweenness)."),
    "problems": Words("Problems and who carries them", "Masalah dan yang menanganinya"),
    "problems_about": Words("Open problems, the gravest first. A tested answer is an innovation at pilot stage or beyond.",
                            "Masalah yang masih terbuka, yang terberat lebih dulu. Jawaban teruji adalah inovasi pada tahap uji coba atau lebih lanjut."),
    "gaps": Words("Who should work together, and does not", "Yang seharusnya bekerja bersama, tetapi belum"),
    "gaps_about": Words("Collaboration gaps, the most needed first. Need: what their shared and linked problems weigh, more where few carry them.",
                        "Kesenjangan kolaborasi, yang paling perlu lebih dulu. Keperluan: bobot masalah bersama dan terkait, makin besar bila sedikit yang menanganinya."),
    "suggestions": Words("Partnerships to consider", "Kemitraan yang patut dipertimbangkan"),
    "suggestions_about": Words("Suggested by what each pair shares and lacks, with the reasons; a suggestion foretells no success. Most ties that exist join neighbours; "
                               "the score also asks for bridges, other sectors and the less busy (the command sysmap suggest --evaluate holds it against the ties that exist).",
                               "Diusulkan dari yang sama-sama dimiliki dan belum dimiliki tiap pasangan, dengan alasannya; usulan bukan ramalan keberhasilan. "
                               "Kebanyakan kemitraan yang ada terjalin di antara pihak yang sudah dekat; skor ini juga mencari jembatan, sektor lain, dan pihak yang "
                               "tidak terlalu sibuk (perintah sysmap suggest --evaluate mengujinya terhadap kemitraan yang ada)."),
    "learning": Words("The learning organisation", "Organisasi pembelajar"),
    "learning_about": Words("The five disciplines and what they are practised by: a profile, never one score. Asked: the mean that units gave, 1 to 5 (change since the "
                            "first round). On the map: the gravest finding that shows it (its evidence).",
                            "Lima disiplin dan kebiasaan yang menghidupinya: profil, bukan satu skor. Jawaban: rata-rata unit, 1 sampai 5 (perubahan sejak putaran "
                            "pertama). Pada peta: temuan terberat yang memperlihatkannya (buktinya)."),
    "aspect": Words("Side of learning", "Sisi pembelajaran"),
    "asked": Words("Asked", "Jawaban"),
    "shown": Words("On the map", "Pada peta"),
    "levers": Words("Where to push", "Di mana mendorong"),
    "levers_about": Words("Ranks by four scores of leverage, 1 = strongest; each sees something else. In the picture: who influences much (up), and who depends on much (right); "
                          "push on the left above, measure success on the right below.",
                          "Peringkat menurut empat skor daya ungkit, 1 = terkuat; masing-masing melihat hal lain. Dalam gambar: siapa banyak memengaruhi (atas) dan siapa banyak "
                          "bergantung (kanan); doronglah di kiri atas, ukur keberhasilan di kanan bawah."),
    "cause": Words("Cause or effect", "Sebab atau akibat"),
    "reasons": Words("Why", "Alasan"),
    "score": Words("Score", "Skor"),
    "numbers": Words("The system in numbers", "Sistem dalam angka"),
    "numbers_about": Words("Measures of the whole map. A dash: undefined here.", "Ukuran seluruh peta. Tanda pisah: tidak terdefinisi di sini."),
    "assumptions": Words("What this rests on", "Dasar laporan ini"),
    "stakeholder": Words("Stakeholder", "Pemangku kepentingan"),
    "problem": Words("Problem", "Masalah"),
    "severity": Words("Severity", "Keparahan"),
    "owners": Words("Owned by", "Penanggung jawab"),
    "workers": Words("Working on it", "Yang menangani"),
    "answers": Words("Tested answer", "Jawaban teruji"),
    "pair": Words("Between", "Antara"),
    "behind": Words("Problems behind it", "Masalah di baliknya"),
    "need": Words("Need", "Keperluan"),
    "measure": Words("Measure", "Ukuran"),
    "value": Words("Value", "Nilai"),
    "meaning": Words("What to do with it", "Yang dapat dilakukan"),
    "yes": Words("yes", "ya"),
    "no": Words("no", "tidak"),
    "others": Words("{n} more", "{n} lainnya"),
    "nobody": Words("nobody", "tidak ada"),
    # figures
    "fit": Words("of the pairs that need to coordinate are partners", "pasangan yang perlu berkoordinasi sudah bermitra"),
    "fit_about": Words("{met} of {needed} pairs who share a problem, or whose problems hang together (congruence).",
                       "{met} dari {needed} pasangan yang menangani masalah yang sama atau saling terkait (kongruensi)."),
    "gap": Words("collaboration gaps", "kesenjangan kolaborasi"),
    "gap_about": Words("Pairs whose work calls for a partnership that is not recorded.", "Pasangan yang pekerjaannya menuntut kemitraan, tetapi tidak tercatat."),
    "unowned": Words("of {n} open problems have no owner", "dari {n} masalah terbuka belum punya penanggung jawab"),
    "unowned_about": Words("Nobody has to answer for them; {n} of these are worked on by nobody at all.",
                           "Tidak ada yang wajib mempertanggungjawabkannya; {n} di antaranya tidak ditangani siapa pun."),
    "unattended": Words("of {n} open problems are worked on by nobody", "dari {n} masalah terbuka tidak ditangani siapa pun"),
    "unattended_about": Words("Who owns which problem is not recorded, so ownership is not assessed.",
                              "Penanggung jawab masalah tidak tercatat, jadi belum dapat dinilai."),
    "proven": Words("of the severity of open problems has a tested answer", "bobot keparahan masalah terbuka sudah punya jawaban teruji"),
    "proven_about": Words("{n} of {all} open problems are addressed by an innovation at pilot stage or beyond (coverage).",
                          "{n} dari {all} masalah terbuka dijawab inovasi pada tahap uji coba atau lebih lanjut (cakupan)."),
    "alone": Words("of {n} stakeholders have no partner", "dari {n} pemangku kepentingan tidak punya mitra"),
    "alone_about": Words("What they know and can do reaches others by no recorded way (unpartnered).",
                         "Pengetahuan dan kemampuannya tidak sampai ke pihak lain lewat jalur yang tercatat (tanpa mitra)."),
    # assumptions
    "as_of": Words("Ties count as they hold on {day}; {past} that had ended or not begun are left out.",
                   "Hubungan dihitung sebagaimana berlaku pada {day}; {past} yang sudah berakhir atau belum mulai tidak dihitung."),
    "files": Words("Read from: {files}.", "Dibaca dari: {files}."),
    "file": Words("{name} ({rows} rows)", "{name} ({rows} baris)"),
    "interrupted": Words("A load of this map did not finish: what is told here is of a half-loaded map.",
                         "Pemuatan peta ini belum tuntas: laporan ini berdasarkan peta yang baru sebagian dimuat."),
    "unrated": Words("{n} of {all} open problems have no severity; each counts as the median of the others.",
                     "{n} dari {all} masalah terbuka belum diberi tingkat keparahan; masing-masing dihitung sebagai median yang lain."),
    "estimated": Words("{title}: {said}", "{title}: {said}"),
    "undefined": Words("Undefined for some stakeholders, and left empty rather than zero: {measures}.",
                       "Tidak terdefinisi untuk sebagian pihak, dan dibiarkan kosong, bukan nol: {measures}."),
    "settings": Words("Settings: {settings}.", "Pengaturan: {settings}."),
    "private": Words("{n} findings that follow from ratings of persons or units are left out. The option --include-personal puts them in.",
                     "{n} temuan yang disimpulkan dari penilaian orang atau unit tidak dimuat. Opsi --include-personal memuatnya."),
    "limits": Words("A missing tie may be one that nobody recorded. Whether two should partner is for them to decide.",
                    "Hubungan yang tidak ada bisa saja hanya belum tercatat. Perlu tidaknya bermitra tetap keputusan kedua pihak."),
}

SETTINGS: Mapping[str, Words] = {
    "works": Words("works on a problem = {value}", "menangani masalah = {value}"),
    "carries": Words("carries an innovation = {value}", "membawa inovasi = {value}"),
    "top": Words("{value} gaps are ranked", "{value} kesenjangan diperingkat"),
    "per_stakeholder": Words("at most {value} of one stakeholder", "paling banyak {value} dari satu pihak"),
    "crowded": Words("a problem is crowded from {value} workers on", "masalah disebut ramai mulai {value} penangan"),
    "seed": Words("lots are drawn from seed {value}", "undian memakai benih {value}"),
}
"""The settings that a reader should know of; the analyst's guide explains all."""

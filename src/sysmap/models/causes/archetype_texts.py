"""What is said of each archetype: its name, its headline, the story, what to check before one believes it, and the way out.

`{role}` is the node in a role; `{by_2}` the nodes along the third way of its template, `{way_3}` those and the ends of the fourth.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sysmap.schema import Words

__all__ = ["TOLD", "Kind"]


@dataclass(frozen=True, slots=True)
class Kind:
    """What is said of an archetype; `along` are the ways whose nodes the story names, and no open problem fills a role of `barred`.

    `ailing` is the role that an open problem fills best.
    """

    title: Words
    headline: Words
    story: Words
    check: Words
    remedy: Words
    along: tuple[int, ...] = ()
    barred: frozenset[str] = frozenset()
    ailing: str = ""


TOLD: Mapping[str, Kind] = {
    "fixes_that_fail": Kind(
        Words("A fix that fails (fixes that fail)", "Obat yang berbalik merugikan (fixes that fail)"),
        Words("{fix} may be a fix that fails against {problem}", "{fix} mungkin obat yang berbalik memperberat {problem}"),
        Words("{fix} answers {problem} and soon eases it. Later, by way of {by_2}, it brings it back.",
              "{fix} menjawab {problem} dan segera meredakannya. Belakangan, lewat {by_2}, ia justru mengembalikannya."),
        Words("Put both on one timeline: does {problem} return some time after each round of {fix}?",
              "Letakkan keduanya pada satu garis waktu: apakah {problem} kembali beberapa lama setelah tiap {fix}?"),
        Words("Use it only for as long as it is needed, tell everyone of the later cost, and work on what causes {problem}.",
              "Pakai seperlunya saja, sampaikan akibat belakangannya kepada semua, dan garap penyebab {problem}."),
        along=(2,), barred=frozenset({"fix"}), ailing="problem"),
    "shifting_the_burden": Kind(
        Words("A burden that is shifted (shifting the burden)", "Beban yang dialihkan (shifting the burden)"),
        Words("{quick_fix} may shift the burden of {symptom} away from {solution}", "{quick_fix} mungkin mengalihkan beban {symptom} dari {solution}"),
        Words("{quick_fix} soon eases {symptom}; {solution} would do so for good, but takes longer. And the quick answer weakens the lasting one, so that it is "
              "needed again.",
              "{quick_fix} segera meredakan {symptom}; {solution} meredakannya secara tuntas, tetapi lebih lama. Jawaban cepat itu melemahkan jawaban yang "
              "tuntas, sehingga terus dibutuhkan."),
        Words("Compare the years: did {solution} shrink or slip where there was most {quick_fix}?",
              "Bandingkan antartahun: apakah {solution} menyusut atau tertunda ketika {quick_fix} paling banyak?"),
        Words("Protect {solution}: its own money, people and dates. Use {quick_fix} only to win time for it.",
              "Lindungi {solution} dengan anggaran, orang, dan jadwalnya sendiri. Pakai {quick_fix} hanya untuk mengulur waktu baginya."),
        barred=frozenset({"quick_fix", "solution"}), ailing="symptom"),
    "limits_to_growth": Kind(
        Words("A limit to growth (limits to growth)", "Batas pertumbuhan (limits to growth)"),
        Words("{growth} may be running into a limit: {by_1}", "{growth} mungkin menuju batasnya: {by_1}"),
        Words("{growth} feeds itself by way of {by_0}. The more of it, the more it also calls up {by_1}, which slows it.",
              "{growth} menguatkan dirinya lewat {by_0}. Makin besar, makin ia memunculkan {by_1}, yang memperlambatnya."),
        Words("Does {growth} grow more slowly than before although as much is done for it? Then look at {by_1} first.",
              "Apakah {growth} tumbuh lebih lambat daripada dahulu padahal upayanya sama? Bila ya, periksa dahulu {by_1}."),
        Words("Do not push the growth harder: weaken what limits it ({by_1}), or agree how much is enough.",
              "Jangan mendorong pertumbuhannya lebih keras: lemahkan pembatasnya ({by_1}), atau sepakati berapa yang cukup."),
        along=(0, 1), barred=frozenset({"growth"})),
    "success_to_the_successful": Kind(
        Words("The strong grow stronger (success to the successful)", "Yang kuat makin kuat (success to the successful)"),
        Words("{share} may go to {winner} at the cost of {loser}, and ever more so", "{share} mungkin makin berpihak pada {winner} dan merugikan {loser}"),
        Words("{winner} and {loser} depend on one {share}. What helps the one harms the other, and whoever does well gets more of it.",
              "{winner} dan {loser} bergantung pada {share} yang sama. Yang menguntungkan satu pihak merugikan pihak lain, dan yang berhasil mendapat makin banyak."),
        Words("Was {loser} weaker from the start, or has it only had less? Compare what each was given in the first year.",
              "Apakah {loser} memang lemah sejak awal, atau hanya diberi lebih sedikit? Bandingkan yang diterima masing-masing pada tahun pertama."),
        Words("Find the aim that both serve and share by that; let success not be what {share} is given by, or give each its own.",
              "Cari tujuan yang dilayani keduanya dan berbagi menurut itu; jangan membagi {share} menurut keberhasilan, atau pisahkan jatah keduanya."),
        barred=frozenset({"share", "winner", "loser"})),
    "tragedy_of_the_commons": Kind(
        Words("A commons overused (tragedy of the commons)", "Milik bersama yang terkuras (tragedy of the commons)"),
        Words("{user} and {other_user} may be wearing out what both need: {use}", "{user} dan {other_user} mungkin menguras yang sama-sama dibutuhkan: {use}"),
        Words("{user} and {other_user} each gain by doing more, and both lean on the same: {way_3}. Later that takes the gain from both.",
              "{user} dan {other_user} masing-masing untung bila bertambah, dan keduanya bertumpu pada hal yang sama: {way_3}. Belakangan keuntungan keduanya hilang."),
        Words("Measure {use} and who takes how much of it: is the whole near to what it can bear?",
              "Ukur {use} dan siapa memakai berapa banyak: apakah jumlahnya sudah mendekati daya dukung?"),
        Words("Let all who use it see its state together, agree on shares and a limit, and have somebody watch over them.",
              "Buka keadaannya kepada semua pemakai, sepakati jatah dan batas bersama, dan tunjuk yang mengawasinya."),
        along=(3,)),
    "escalation": Kind(
        Words("Tit for tat (escalation)", "Saling balas (escalation)"),
        Words("{one} and {other} may be driving each other up over {standing}", "{one} dan {other} mungkin saling memacu karena {standing}"),
        Words("{one} and {other} pull {standing} opposite ways, each in answer to the other: both rise, and neither gets ahead for long.",
              "{one} dan {other} menarik {standing} ke arah berlawanan, masing-masing membalas yang lain: keduanya naik, dan tidak ada yang lama unggul."),
        Words("Ask each side what it answers to: is it what the other did last?",
              "Tanyakan kepada tiap pihak, apa yang dijawabnya: apakah yang terakhir dilakukan pihak lain?"),
        Words("Look for a way in which both get what they want; or let one side stop first, where all can see it.",
              "Cari cara agar keduanya mendapat yang diinginkan; atau biarkan satu pihak berhenti lebih dulu, terlihat oleh semua."),
        barred=frozenset({"one", "standing", "other"})),
    "eroding_goals": Kind(
        Words("A goal that gives way (eroding goals)", "Sasaran yang melorot (eroding goals)"),
        Words("{goal} may be giving way instead of {condition} improving", "{goal} mungkin diturunkan, bukan {condition} yang diperbaiki"),
        Words("{gap} is closed in two ways: {goal} is adjusted soon, {condition} improves later. The sooner wins, and one gets used to less.",
              "{gap} ditutup dengan dua cara: {goal} segera disesuaikan, {condition} baru membaik belakangan. Cara yang cepat menang, dan orang terbiasa dengan yang kurang."),
        Words("Look up what {goal} was in earlier years, and why it was changed.", "Periksa {goal} pada tahun-tahun sebelumnya, dan mengapa diubah."),
        Words("Hold {goal} fast, tie it to a standard from outside, and make what improves {condition} quicker.",
              "Pertahankan {goal}, kaitkan dengan standar dari luar, dan percepat yang memperbaiki {condition}."),
        barred=frozenset({"goal"})),
    "growth_and_underinvestment": Kind(
        Words("Growth without investment (growth and underinvestment)", "Tumbuh tanpa cukup investasi (growth and underinvestment)"),
        Words("{growth} may be held back for want of a timely investment: {by_3}", "{growth} mungkin tertahan karena investasi yang terlambat: {by_3}"),
        Words("{growth} feeds itself by way of {by_0}, and holds itself back by way of {performance}. {by_3} would set that right, but comes late; put off, it comes "
              "too late.",
              "{growth} menguatkan dirinya lewat {by_0}, dan tertahan sendiri lewat {performance}. {by_3} dapat memulihkannya, tetapi datangnya lama; bila "
              "ditunda, terlambatlah ia."),
        Words("Set side by side, year by year: {growth}, {performance}, and what was spent on {by_3}. Which moved first?",
              "Sandingkan per tahun: {growth}, {performance}, dan belanja untuk {by_3}. Mana yang bergerak lebih dulu?"),
        Words("Invest in {by_3} ahead of {growth}, by a forecast and not by today's pain, and hold on to the standard meanwhile.",
              "Berinvestasilah pada {by_3} sebelum {growth} menuntutnya, menurut perkiraan dan bukan keluhan hari ini; sementara itu pertahankan standarnya."),
        along=(0, 3), barred=frozenset({"growth"})),
}
"""Archetype -> what is said of it. After Senge 1990, appendix 2."""

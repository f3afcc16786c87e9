"""Where to push: what the four scores of leverage point to, and how deep the innovations reach."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import CAUSES
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import by_count, decimal, enumerated, listed, number
from sysmap.models.causes.depth import Realm, depth
from sysmap.models.causes.leverage import leverage
from sysmap.schema import Words

__all__ = ["depth_of_interventions", "where_to_push"]

FIRST = 5
"""How many of each score are looked at."""
AGREED = 3
"""How many of the four scores must name something for it to be told."""

SCORED = {"structural": Words(en="effects per cause", id="akibat per sebab"), "influence": Words(en="influence along paths", id="pengaruh lewat jalur"),
          "loops": Words(en="feedback", id="umpan balik"), "push": Words(en="what a push moves", id="yang bergerak bila didorong")}

REALMS: dict[Realm, Words] = {
    "parameters": Words(en="numbers, reserves and physical structure (12-10)", id="angka, cadangan, dan susunan fisik (12-10)"),
    "feedbacks": Words(en="delays and feedback loops (9-7)", id="jeda dan lingkar umpan balik (9-7)"),
    "design": Words(en="information, rules and who may change them (6-4)", id="informasi, aturan, dan siapa yang boleh mengubahnya (6-4)"),
    "intent": Words(en="goals and mindset (3-1)", id="tujuan dan cara pandang (3-1)")}


@finding(
    topic="causes_leverage", order=160, story="reaches",
    title=Words(en="Where to push", id="Di mana mendorong"),
    meaning=Words(en=f"What at least three of four scores of leverage have among their first {FIRST}, and how far the scores agree (Kendall's tau). Each sees "
                     "something else: direct links, paths, loops, a simulated push. Always a fact, never a fault.",
                  id=f"Yang masuk {FIRST} teratas menurut sedikitnya tiga dari empat skor daya ungkit, dan sejauh mana skor itu sejalan (tau Kendall). "
                     "Masing-masing melihat hal lain: hubungan langsung, jalur, lingkar, dorongan simulasi. Selalu fakta, bukan kekurangan."),
    source="Godet 1986; Oliva 2004; Kosko 1986; Meadows 1999", needs=(CAUSES,))
def where_to_push(analysis: Analysis) -> Iterator[Finding]:
    """One finding; none where fewer than two scores can be compared."""
    made = leverage(analysis)
    known = [one.tau for one in made.comparable if one.tau is not None]
    if not known:
        return
    named = {lever.uid: sum(rank is not None and rank <= FIRST and bool(lever.scores[score]) for score, rank in lever.ranks.items()) for lever in made.levers}
    agreed = [uid for uid, times in named.items() if times >= AGREED]
    first = agreed[0] if agreed else made.levers[0].uid
    apart = made.apart
    told = {"n": number(FIRST), "names": listed(analysis, agreed), "low": decimal(min(known)), "high": decimal(max(known)), "name": analysis.name(first),
            "pair": enumerated([SCORED[apart[0].one], SCORED[apart[0].other]]) if apart else ""}
    title = (Words(en="Most scores of leverage point to {names}", id="Kebanyakan skor daya ungkit menunjuk {names}") if agreed else
             Words(en="The scores of leverage point to different places", id="Skor daya ungkit menunjuk tempat yang berbeda-beda"))
    why = Words(en="Agreement of the four scores, two by two: {low} to {high} (Kendall's tau; 1 is the same order).",
                id="Keselarasan keempat skor, dua demi dua: {low} sampai {high} (tau Kendall; 1 berarti urutan sama).")
    if apart:
        why = Words(en=f"{why.en} Furthest apart: {{pair}}.", id=f"{why.id} Paling berbeda: {{pair}}.")
    yield Finding(
        "where_to_push", "where_to_push", title.filled(**told), why.filled(**told),
        Words(en='Compare the scores with sysmap leverage, then try: sysmap whatif --push "{name}=+1" (or =-1).',
              id='Bandingkan skornya dengan sysmap leverage, lalu coba: sysmap whatif --push "{name}=+1" (atau =-1).').filled(**told),
        tuple(agreed) or (first,), "info", weight=len(agreed), numbers={"agreed": len(agreed), "lowest_tau": min(known), "highest_tau": max(known)})


@finding(
    topic="causes_leverage", order=170, story="reaches",
    title=Words(en="How deep the innovations reach", id="Seberapa dalam inovasi menjangkau"),
    meaning=Words(en="Living innovations by Meadows' twelve places (column leverage_level), in four groups. Low where none reaches information, rules, goals or "
                     "mindset (6-1), else a fact. Nothing is said where no level is given.",
                  id="Inovasi yang masih berjalan menurut dua belas titik ungkit Meadows (kolom leverage_level), dalam empat kelompok. Rendah bila tidak ada yang "
                     "menyentuh informasi, aturan, tujuan, atau cara pandang (6-1), selebihnya fakta. Tidak ada temuan bila tidak ada tingkat yang diisi."),
    source="Meadows 1999; Abson et al. 2017")
def depth_of_interventions(analysis: Analysis) -> Iterator[Finding]:
    """One finding where a living innovation has a level."""
    made = depth(analysis)
    if not made.rated:
        return
    deep = (*made.by_realm["design"], *made.by_realm["intent"])
    shallow = made.by_realm["parameters"]
    told = {"n": number(len(shallow)), "m": number(len(made.rated)), "deep": number(len(deep)), "unrated": number(len(made.unrated)),
            "realms": Words(*("; ".join(f"{number(len(uids))[lang]} {REALMS[realm][lang]}" for realm, uids in made.by_realm.items()) for lang in ("en", "id")))}
    title = by_count(len(made.rated), "{n} of {m} innovation acts on numbers and structures", "{n} of {m} innovations act on numbers and structures",
                     "{n} dari {m} inovasi menyentuh angka dan susunan fisik")
    title = Words(en=f"{title.en}, {{deep}} on information, rules or goals", id=f"{title.id}, {{deep}} menyentuh informasi, aturan, atau tujuan")
    why = Words(en="By Meadows' places, the lower the deeper: {realms}. Not rated: {unrated}.",
                id="Menurut titik ungkit Meadows, makin kecil makin dalam: {realms}. Belum dinilai: {unrated}.")
    step = (Words(en="Keep the deep ones alive first: they change what the others only adjust. Rate the rest in the column leverage_level.",
                  id="Jaga lebih dulu yang dalam: ia mengubah hal yang oleh lainnya hanya disetel. Nilai sisanya pada kolom leverage_level.") if deep else
            Words(en="Ask of the gravest problem which rule, missing information or goal keeps it there, and let one innovation change that.",
                  id="Tanyakan aturan, informasi yang hilang, atau tujuan mana yang membuat masalah terberat bertahan, dan biarkan satu inovasi mengubahnya."))
    yield Finding(
        "depth_of_interventions", "depth_of_interventions", title.filled(**told), why.filled(**told), step, deep or shallow or made.rated,
        "info" if deep else "low", weight=len(made.rated),
        numbers={**{realm: len(uids) for realm, uids in made.by_realm.items()}, "unrated": len(made.unrated)})

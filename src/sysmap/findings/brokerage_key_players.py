"""Whom to brief first, whose loss would break the network, and whether everybody has a voice in it."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.brokerage_groups import group_name, one_group
from sysmap.findings.needs import PARTNERSHIPS, PROBLEMS, WORK
from sysmap.findings.port import Finding, finding
from sysmap.findings.sentences import by_count, decimal, estimated, joined, listed, number, percent
from sysmap.findings.severity import graded, shortfall
from sysmap.measures.port import values
from sysmap.models.brokerage_key_players import near_to_all, whose_loss_breaks
from sysmap.models.learning.voice import Voice, voice
from sysmap.schema import Words

__all__ = ["brief_first", "loss_breaks_network", "unequal_voice"]

LEAST_HEARD = 3
"""How many groups are told, the least heard first."""


@finding(
    topic="brokerage_key_players", order=330, story="bring",
    title=Words(en="Whom to brief first", id="Siapa yang diberi tahu lebih dulu"),
    meaning=Words(en="The few (one in ten, at most three) from whom news reaches everybody in the fewest steps (key players, KPP-POS). Always info.",
                  id="Segelintir pihak (satu dari sepuluh, paling banyak tiga) yang kabarnya sampai ke semua dengan langkah tersedikit (pemain kunci, KPP-POS). Selalu info."),
    source="Borgatti 2006; greedy with exchanges, a heuristic", needs=(PARTNERSHIPS,))
def brief_first(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the set, where there is a partnership at all."""
    found = near_to_all(analysis)
    if found is None:
        return
    everybody = len(analysis.collaboration)
    told = {"names": listed(analysis, found.members), "within": number(found.within), "all": number(everybody),
            "score": decimal(found.after), "one": decimal(found.before)}
    yield Finding(
        "brief_first", "brief_first",
        Words(en="News told to {names} reaches {within} of {all} stakeholders in one step",
              id="Kabar yang disampaikan kepada {names} menjangkau {within} dari {all} pihak dalam satu langkah").filled(**told),
        by_count(len(found.members), "It is nearer to all than any other that was tried (key player, KPP-POS {score}).",
                 "Together they are nearer to all than any others that were tried (key players, KPP-POS {score}; the one with most partners alone {one}).",
                 "Tidak ada pilihan lain yang dicoba yang lebih dekat ke semua pihak (pemain kunci, KPP-POS {score}; yang mitranya terbanyak sendirian {one}).",
                 ).filled(**told),
        Words(en="Brief {names} first when something changes, with a word to pass it on.",
              id="Beri tahu {names} lebih dulu bila ada perubahan, dengan pesan untuk meneruskannya.").filled(**told),
        found.members, "info", weight=found.within,
        numbers={"kpp_pos": found.after, "best_single": found.before, "within_one_step": found.within, "stakeholders": everybody})


@finding(
    topic="brokerage_key_players", order=370, answers=("overloaded",),
    title=Words(en="Whose loss would break the network", id="Siapa yang bila pergi memecah jaringan"),
    meaning=Words(
        en="The few (one in ten, at most three) without whom the others would be furthest from each other (key players, KPP-NEG; fragmentation D_F, "
           "0 = all are partners, 1 = nobody reaches anybody). High when D_F rises by 0.2 and more, medium from 0.1, else low.",
        id="Segelintir pihak (satu dari sepuluh, paling banyak tiga) yang bila pergi membuat pihak lain saling berjauhan (pemain kunci, KPP-NEG; fragmentasi D_F, "
           "0 = semua bermitra, 1 = tidak ada yang saling terjangkau). Tinggi bila D_F naik 0,2 atau lebih, sedang mulai 0,1, selebihnya rendah."),
    source="Borgatti 2006; greedy with exchanges among the 40 who stand between most, a heuristic", needs=(PARTNERSHIPS,))
def loss_breaks_network(analysis: Analysis) -> Iterator[Finding]:
    """One finding that names the set, where somebody stands between two others."""
    found = whose_loss_breaks(analysis)
    if found is None:
        return
    told = {"names": listed(analysis, found.members), "before": decimal(found.before), "after": decimal(found.after),
            "loss": percent((found.after - found.before) / (1 - found.before)), "first": analysis.name(found.members[0])}
    why = Words(en="The others would be further from each other, or cut off (key players, KPP-NEG: fragmentation {before} rises to {after}).",
                id="Pihak lain akan saling berjauhan atau terputus (pemain kunci, KPP-NEG: fragmentasi {before} naik menjadi {after}).").filled(**told)
    said = estimated(found.estimate)
    yield Finding(
        "loss_breaks_network", "loss_breaks_network",
        by_count(len(found.members), "Without {names} the network would lose {loss} of its nearness", "Without {names} together the network would lose {loss} of its nearness",
                 "Tanpa {names} jaringan kehilangan {loss} kedekatannya").filled(**told),
        joined(why, said) if said else why,
        Words(en="Plan who takes over from each, and make partners of those who now meet only through them, beginning with {first}.",
              id="Siapkan pengganti masing-masing, dan mitrakan pihak yang kini hanya bertemu lewat mereka, mulai dari {first}.").filled(**told),
        found.members, graded(round(found.after - found.before, 9), high=0.2, medium=0.1), weight=found.within,
        numbers={"fragmentation": found.before, "fragmentation_without": found.after, "players": len(found.members)})


@finding(
    topic="brokerage_key_players", order=380,
    title=Words(en="Unequal voice", id="Suara yang tidak setara"),
    meaning=Words(
        en="Stakeholders with at least one partner and one open problem in their hands, as a share of all; equal role does not mean the same number of ties. "
           "High below 25%, medium below 50%, low below 100%.",
        id="Pihak yang punya sedikitnya satu mitra dan satu masalah terbuka yang ditanganinya, sebagai bagian dari semua; peran setara bukan berarti jumlah mitra sama. "
           "Tinggi di bawah 25%, sedang di bawah 50%, rendah di bawah 100%."),
    needs=(PARTNERSHIPS, PROBLEMS, WORK))
def unequal_voice(analysis: Analysis) -> Iterator[Finding]:
    """One finding: the share with voice, by group, with the Gini coefficient of partners beside it."""
    found = voice(analysis)
    if found is None:
        return
    gini = values(analysis, "gini")[""]
    told = {"n": number(len(found.silent)), "all": number(len(analysis.collaboration)), "share": percent(found.share),
            "alone": number(len(found.alone)), "idle": number(len(found.idle)), "gini": decimal(gini) if isinstance(gini, float) else "-",
            "names": listed(analysis, found.silent) if found.silent else "", "groups": _least_heard(analysis, found)}
    why = Words(en="A voice takes a partner and a problem in one's hands; without a partner: {alone}, without a problem: {idle}. Inequality of partners (Gini): {gini}.{groups}",
                id="Bersuara perlu mitra dan masalah yang ditangani; tanpa mitra: {alone}, tanpa masalah: {idle}. Ketimpangan jumlah mitra (Gini): {gini}.{groups}")
    title = by_count(len(found.silent), "{n} of {all} stakeholders has no voice: {names}", "{n} of {all} stakeholders have no voice: {names}",
                     "{n} dari {all} pihak belum bersuara: {names}") if found.silent else Words(
        en="Every stakeholder has a partner and a problem in its hands", id="Semua pihak punya mitra dan masalah yang ditangani")
    step = Words(en="Ask them what they know of the problems and whom they want to work with; begin with the group heard least.",
                 id="Tanyakan apa yang mereka ketahui tentang masalah dan dengan siapa ingin bekerja; mulai dari kelompok yang paling kurang terdengar.",
                 ) if found.silent else Words(en="Keep it so as new ones join.", id="Pertahankan saat pihak baru bergabung.")
    yield Finding("unequal_voice", "unequal_voice", title.filled(**told), why.filled(**told), step, found.silent, shortfall(found.share),
                  weight=len(found.silent), numbers={"share_with_voice": found.share, "silent": len(found.silent), "alone": len(found.alone),
                                                     "idle": len(found.idle), "gini": gini})


def _least_heard(analysis: Analysis, found: Voice) -> Words | str:
    """The groups heard least, in one sentence; nothing where nobody has a group."""
    if not found.by_group:
        return ""
    field = analysis.settings.grouping
    parts = [(group_name(analysis, field, group), *counts) for group, counts in list(found.by_group.items())[:LEAST_HEARD]]
    return Words(en=" Heard least, by {field}: {parts}.", id=" Paling kurang terdengar menurut {field}: {parts}.").filled(
        field=one_group(analysis, field),
        parts=Words(en=", ".join(f"{name.en} {heard} of {every}" for name, heard, every in parts),
                    id=", ".join(f"{name.id} {heard} dari {every}" for name, heard, every in parts)))

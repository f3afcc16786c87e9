"""Whether groups keep to themselves, told apart from groups that are small; and who can bridge them."""

from __future__ import annotations

from collections.abc import Iterator

from sysmap.analysis import Analysis
from sysmap.findings.needs import GROUPS, PARTNERSHIPS
from sysmap.findings.port import Finding, Severity, finding
from sysmap.findings.sentences import by_count, decimal, listed, number, percent
from sysmap.measures.grouping import groups
from sysmap.measures.port import values
from sysmap.models.brokerage_brokers import Broker, brokers
from sysmap.models.brokerage_openness import Openness, groupings, openness
from sysmap.schema import Words

__all__ = ["bridge_builders", "closed_groups", "group_name", "one_group"]

SHOWN = 3
"""How many bridge builders are named for each role."""
CLEARLY = 2
"""Standard deviations above chance from which a role is no accident of group sizes."""
MORE = 1
"""So many pairs more than by lot at least, or nobody could say that it leans to the role."""
ONE_GROUP = {
    "boundary": Words(en="side of the organisation's boundary", id="sisi batas organisasi"),
    "community": Words(en="group that works together", id="kelompok kerja sama"),
}
"""What one group of a field is called, where the field's own label does not say it."""


def one_group(analysis: Analysis, field: str) -> Words:
    """What one group of a field is called in a sentence: sector, sektor."""
    labels = {one.name: one.label for one in analysis.vocabulary.node_columns("Stakeholder")}
    if field in ONE_GROUP:
        return ONE_GROUP[field]
    return Words(labels[field].en.lower(), labels[field].id.lower()) if field in labels else Words(field, field)


def group_name(analysis: Analysis, field: str, group: str) -> Words:
    """A group as people call it: the label of a choice, else the value itself."""
    for one in analysis.vocabulary.node_columns("Stakeholder"):
        for choice in one.choices if one.name == field else ():
            if choice.value == group:
                return choice.label
    return Words(group, group)


@finding(
    topic="brokerage_groups", order=320,
    title=Words(en="Groups that keep to themselves", id="Kelompok yang menutup diri"),
    meaning=Words(
        en="Partnerships inside one group (sector, or as set; and inside or outside the organisation) against those across, beside "
           "what the sizes of the groups alone would give: a silo, or only a small group (E-I index, 500 seeded permutations). High when p is "
           "at most 5% and most partnerships stay inside, medium when p is at most 5%, low when only single groups are closed, else info.",
        id="Kemitraan di dalam satu kelompok (sektor, atau sesuai pengaturan; serta internal atau eksternal) dibanding yang lintas kelompok, "
           "di samping yang diperoleh dari ukuran kelompok saja: silo, atau sekadar kelompok kecil (indeks E-I, 500 permutasi dengan benih tetap). Tinggi bila "
           "p paling besar 5% dan sebagian besar kemitraan ada di dalam, sedang bila p paling besar 5%, rendah bila hanya kelompok tertentu yang tertutup, selebihnya info."),
    source="Krackhardt & Stern 1988", needs=(PARTNERSHIPS, GROUPS))
def closed_groups(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each field by which groups are told, where two groups and a tie between stakeholders of them are there."""
    for field in groupings(analysis):
        found = openness(analysis, field)
        if found:
            yield _closed(analysis, found)


def _closed(analysis: Analysis, found: Openness) -> Finding:
    bridges = _with_partners_outside(analysis, found)
    told = {"inside": number(found.inside), "ties": number(found.ties), "field": one_group(analysis, found.field), "share": percent(found.inside / found.ties),
            "chance": percent((1 - found.expected) / 2), "index": decimal(found.index), "expected": decimal(found.expected),
            "p": decimal(found.inward, 3), "silos": _silos(analysis, found), "names": listed(analysis, bridges) if bridges else ""}
    return Finding(
        "closed_groups", f"closed_groups:{found.field}", _closed_title(found).filled(**told),
        Words(en="E-I index {index}, by chance {expected}, p = {p} (a silo lies clearly below chance; a small group looks outward by itself). {silos}",
              id="Indeks E-I {index}, bila kebetulan {expected}, p = {p} (silo jelas di bawah angka kebetulan; kelompok kecil dengan sendirinya tampak terbuka). {silos}",
              ).filled(**told),
        Words(en="Ask those who already have partners outside to introduce the others, beginning with {names}.",
              id="Minta pihak yang sudah bermitra ke luar mengenalkan yang lain, mulai dari {names}.").filled(**told) if bridges else
        Words(en="Give two groups one task that neither can do alone.", id="Beri dua kelompok satu tugas yang tidak dapat dikerjakan sendiri-sendiri.")
        if found.is_closed else
        Words(en="Keep these doors open as the network grows.", id="Jaga agar pintu ini tetap terbuka saat jaringan tumbuh."),
        bridges, _closed_severity(found), weight=found.inside,
        numbers={"ei_index": found.index, "by_chance": found.expected, "p_inward": found.inward, "p_outward": found.outward,
                 "inside": found.inside, "ties": found.ties, "silos": len(found.silos)})


def _closed_severity(found: Openness) -> Severity:
    if found.is_closed:
        return "high" if found.index < 0 else "medium"
    return "low" if found.silos else "info"


def _closed_title(found: Openness) -> Words:
    if found.is_closed:
        return Words(en="Partnerships keep to one {field}: {inside} of {ties} do ({share}), where chance would give {chance}",
                     id="Kemitraan cenderung di dalam satu {field}: {inside} dari {ties} ({share}), padahal bila kebetulan {chance}")
    if found.is_open:
        return Words(en="Partnerships reach beyond one {field}: only {inside} of {ties} stay inside ({share}), where chance would give {chance}",
                     id="Kemitraan melampaui satu {field}: hanya {inside} dari {ties} tetap di dalam ({share}), padahal bila kebetulan {chance}")
    return Words(en="{inside} of {ties} partnerships stay within one {field} ({share}), which is not clearly other than chance ({chance})",
                 id="{inside} dari {ties} kemitraan tetap di dalam satu {field} ({share}), tidak jelas berbeda dari kebetulan ({chance})")


def _silos(analysis: Analysis, found: Openness) -> Words:
    """The groups that are closed beyond chance, in one sentence."""
    names = [group_name(analysis, found.field, silo.group) for silo in found.silos]
    if not names:
        return Words(en="No single group is closed beyond chance.", id="Tidak ada satu kelompok pun yang tertutup melebihi kebetulan.")
    told = Words(en=", ".join(one.en for one in names), id=", ".join(one.id for one in names))
    return Words(en="Closed beyond chance: {told}.", id="Tertutup melebihi kebetulan: {told}.").filled(told=told)


def _with_partners_outside(analysis: Analysis, found: Openness) -> tuple[str, ...]:
    """Where groups are closed: those of their members who have most partners outside."""
    of, network = groups(analysis, found.field), analysis.collaboration
    silos = {silo.group for silo in found.silos}
    closed = [uid for uid in network if of[uid] is not None and (of[uid] in silos or (found.is_closed and not silos))]
    outside = {uid: sum(of[partner] not in (None, of[uid]) for partner in network[uid]) for uid in closed}
    return tuple(sorted((uid for uid, count in outside.items() if count), key=lambda uid: (-outside[uid], uid))[:SHOWN])


TITLES = {
    "gatekeeper/representative": ("{names} is a door between its own {field} and others", "{names} are doors between their own {field} and others",
                                  "{names} menjadi pintu antara {field} sendiri dan yang lain"),
    "liaison": ("{names} brings together groups that are not its own", "{names} bring together groups that are not their own",
                "{names} mempertemukan kelompok yang bukan kelompoknya sendiri"),
    "itinerant": ("{names} mediates within another {field}", "{names} mediate within another {field}",
                  "{names} menengahi di dalam {field} lain"),
    "coordinator": ("{names} holds its own {field} together", "{names} hold their own {field} together",
                    "{names} menyatukan {field} sendiri"),
}
ROLE_TERMS = {
    "gatekeeper/representative": Words("gatekeeper/representative", "penjaga gerbang/wakil"), "liaison": Words("liaison", "penghubung"),
    "itinerant": Words("itinerant", "penengah keliling"), "coordinator": Words("coordinator", "koordinator"),
}
"""The terms of the roles, as the page has them."""
STEPS = {
    "gatekeeper/representative": Words(en="Let {first} bring news in and speak outside for its {field}, and give it the time to.",
                                       id="Beri {first} tugas membawa kabar ke dalam dan mewakili {field} sendiri ke luar, beserta waktunya."),
    "liaison": Words(en="Ask {first} to convene groups that do not meet: it belongs to neither.",
                     id="Minta {first} mempertemukan kelompok yang tidak saling bertemu: ia tidak memihak salah satunya."),
    "itinerant": Words(en="Ask {first} to advise or mediate where its members do not speak with each other.",
                       id="Minta {first} memberi saran atau menengahi anggota yang tidak saling bicara."),
    "coordinator": Words(en="Let {first} lead within its {field}, and pair it with somebody who is a door to others.",
                         id="Beri {first} peran memimpin di dalam {field} sendiri, dan pasangkan dengan pihak yang menjadi pintu ke luar."),
}


@finding(
    topic="brokerage_groups", order=310, story="bring", answers=("bridges",),
    title=Words(en="Who can bridge", id="Siapa yang dapat menjembatani"),
    meaning=Words(
        en="For each way to stand between two who are not partners (door, go-between of other groups, mediator in another group, coordinator of its own), "
           "those who lean to it most: they join clearly more pairs than ties by lot would give (z of 2 and more), and a pair or more above what they would "
           "in this way if the groups of the others were dealt out anew. Each is named once. Always info.",
        id="Untuk setiap cara berada di antara dua pihak yang belum bermitra (pintu, perantara kelompok lain, penengah di kelompok lain, koordinator kelompok sendiri), "
           "pihak yang paling condong ke sana: jelas menghubungkan lebih banyak pasangan daripada bila kemitraan diundi (z 2 ke atas), dan sepasang atau lebih di atas yang "
           "diperoleh dengan cara itu bila kelompok pihak lain diundi ulang. Masing-masing disebut sekali. Selalu info."),
    source="Gould & Fernandez 1989; the second condition ours", needs=(PARTNERSHIPS, GROUPS))
def bridge_builders(analysis: Analysis) -> Iterator[Finding]:
    """One finding for each role that somebody leans to, over the groups of the setting."""
    field = analysis.settings.grouping
    leans: dict[str, Broker] = {}
    for one in brokers(analysis, field):
        if one.z is not None and one.z >= CLEARLY and one.leaning >= MORE and (
                one.stakeholder not in leans or one.leaning > leans[one.stakeholder].leaning):
            leans[one.stakeholder] = one
    for role in TITLES:
        found = sorted((one for one in leans.values() if one.role == role), key=lambda one: (-one.leaning, one.stakeholder))[:SHOWN]
        if found:
            yield _bridge(analysis, field, found)


def _bridge(analysis: Analysis, field: str, found: list[Broker]) -> Finding:
    first = found[0]
    uids = tuple(one.stakeholder for one in found)
    told = {"names": listed(analysis, uids), "first": analysis.name(first.stakeholder), "field": one_group(analysis, field), "pairs": number(first.pairs),
            "all": number(first.all_pairs), "lot": number(round(first.by_lot)), "role": ROLE_TERMS[first.role], "constraint": _constraint(analysis, first.stakeholder)}
    return Finding(
        "bridge_builders", f"bridge_builders:{first.role}", by_count(len(found), *TITLES[first.role]).filled(**told),
        Words(en="Of {all} pairs that {first} joins and who are not partners, {pairs} are of this kind; were groups dealt out by lot, about {lot} would be "
                 "(brokerage: {role}{constraint}).",
              id="Dari {all} pasangan belum bermitra yang dihubungkan {first}, {pairs} termasuk jenis ini; bila kelompok diundi, kira-kira {lot} "
                 "(perantaraan: {role}{constraint}).").filled(**told),
        STEPS[first.role].filled(**told), uids, "info", weight=first.pairs,
        numbers={"role": first.role, "pairs": first.pairs, "all_pairs": first.all_pairs, "by_lot": first.by_lot, "expected": first.expected, "z": first.z})


def _constraint(analysis: Analysis, uid: str) -> Words | str:
    """Burt's constraint of one stakeholder, to be put behind its role."""
    score = values(analysis, "constraint").get(uid)
    return Words(en=", constraint {n}", id=", kekangan {n}").filled(n=decimal(score)) if isinstance(score, float) else ""

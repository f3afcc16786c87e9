"""How the network hangs together: circles, pieces, communities, and what would break it.

networkx's definitions on the collaboration view. Weights are used only to find communities.
"""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from sysmap.algorithms import quick_communities
from sysmap.algorithms.numbering import numbered
from sysmap.analysis import Analysis, kept
from sysmap.measures.port import Values, measure
from sysmap.schema import Words

__all__ = [
    "bridge",
    "clustering",
    "communities",
    "community",
    "component",
    "component_count",
    "components",
    "cut_point",
    "density",
    "largest_component",
    "local_bridge",
    "modularity",
    "transitivity",
]

SHARE = Words(en="share, 0-1", id="bagian, 0-1")
YES = Words(en="1 = yes, 0 = no", id="1 = ya, 0 = tidak")
NUMBER = Words(en="number", id="nomor")


@measure(
    topic="network", order=180,
    title=Words(en="Tight circle", id="Lingkaran rapat"), term="clustering coefficient", high=1, unit=SHARE,
    how=Words(en="Of all pairs among its partners, the share who are partners of each other. Undefined with fewer than two partners.",
              id="Dari semua pasangan di antara mitranya, bagian yang juga saling bermitra. Tidak terdefinisi bila mitranya kurang dari dua."),
    advice=Words(en="High: trust, and little that is new. Low: it stands between partners who do not meet.",
                 id="Tinggi: ada kepercayaan, tetapi sedikit hal baru. Rendah: ia berada di antara mitra yang tidak saling bertemu."),
    source="Watts & Strogatz 1998; networkx clustering")
def clustering(analysis: Analysis) -> Values:
    """Share of pairs of partners that are tied, 0 to 1; None below two partners, where networkx writes 0 for 0/0."""
    network = analysis.collaboration
    return {uid: score if network.degree[uid] > 1 else None for uid, score in nx.clustering(network).items()}


@measure(
    topic="network", order=190,
    title=Words(en="Single point of failure", id="Titik rawan tunggal"), term="cut point (articulation point)", high=1, unit=YES,
    how=Words(en="Whether the network falls into more pieces when this stakeholder leaves.",
              id="Apakah jaringan terpecah menjadi lebih banyak bagian bila pemangku kepentingan ini pergi."),
    advice=Words(en="Prepare a stand-in, or a second partnership around it.",
                 id="Siapkan pengganti, atau kemitraan kedua yang tidak melewatinya."),
    source="networkx articulation_points")
def cut_point(analysis: Analysis) -> Values:
    """1 where removal leaves more connected components, else 0."""
    found = set(nx.articulation_points(analysis.collaboration))
    return {uid: int(uid in found) for uid in analysis.collaboration}


@measure(
    topic="network", order=200,
    title=Words(en="Only link", id="Satu-satunya penghubung"), term="bridge", level="tie", high=1, unit=YES,
    how=Words(en="Whether this partnership is the only way between the two sides it joins.",
              id="Apakah kemitraan ini satu-satunya jalan antara dua sisi yang dihubungkannya."),
    advice=Words(en="Look after it, and build a second way.", id="Rawat kemitraan ini, dan bangun jalan kedua."),
    source="networkx bridges")
def bridge(analysis: Analysis) -> Values:
    """1 for ties whose pair is a bridge, else 0; parallel partnerships of one pair count as one."""
    return _by_tie(analysis, nx.bridges(analysis.collaboration))


@measure(
    topic="network", order=210,
    title=Words(en="Link between circles", id="Penghubung antarlingkaran"), term="local bridge", level="tie", high=1, unit=YES,
    how=Words(en="Whether the two partners have no partner in common.",
              id="Apakah kedua mitra tidak punya satu pun mitra bersama."),
    advice=Words(en="New ideas travel on such ties. Use them on purpose.",
                 id="Gagasan baru berjalan lewat kemitraan seperti ini. Manfaatkan dengan sengaja."),
    source="Granovetter 1973; networkx local_bridges")
def local_bridge(analysis: Analysis) -> Values:
    """1 for ties whose ends share no partner, else 0."""
    return _by_tie(analysis, nx.local_bridges(analysis.collaboration, with_span=False))


@measure(
    topic="network", order=220,
    title=Words(en="Piece of the network", id="Bagian jaringan"), term="connected component", low=1, unit=NUMBER,
    how=Words(en="Pieces that no chain of partnerships joins, numbered from the largest.",
              id="Bagian-bagian yang tidak dihubungkan rantai kemitraan apa pun, dinomori dari yang terbesar."),
    advice=Words(en="Small pieces miss what the large one knows. Find one partnership that joins them.",
                 id="Bagian kecil tidak tahu apa yang diketahui bagian besar. Cari satu kemitraan yang menyatukannya."),
    source="networkx connected_components")
def component(analysis: Analysis) -> Values:
    """Number of the connected component, 1 = the largest, equal sizes by their smallest uid."""
    return {uid: number for number, piece in enumerate(components(analysis), 1) for uid in piece}


@measure(
    topic="network", order=230,
    title=Words(en="Group that works together", id="Kelompok kerja sama"), term="community (Louvain)", low=None,
    unit=Words(en="name", id="nama"),
    how=Words(en="Groups with more partnerships among themselves than chance would give, named by the member with the most partners. Found by a search with a fixed seed: another is possible.",
              id="Kelompok dengan kemitraan internal lebih banyak daripada kebetulan, dinamai menurut anggota yang mitranya terbanyak. Dicari dengan benih acak tetap: pembagian lain mungkin ada."),
    advice=Words(en="Compare with your own units: where they differ, people work across them already.",
                 id="Bandingkan dengan unit kerja Anda: bila berbeda, orang sudah bekerja lintas unit."),
    source="Blondel et al. 2008, with the queue of Traag et al. 2019", weighted=True)
def community(analysis: Analysis) -> Values:
    """Number and name of the community; None without a partner."""
    network = analysis.collaboration
    found: dict[str, str | None] = dict.fromkeys(network)
    for number, members in enumerate(communities(analysis), 1):
        leader = min(members, key=lambda uid: (-network.degree[uid], uid))
        found |= dict.fromkeys(members, f"{number}. {analysis.name(leader)}")
    return found


@measure(
    topic="network", order=240,
    title=Words(en="Clearness of the groups", id="Kejelasan kelompok"), term="modularity", level="graph", low=-0.5, high=1,
    unit=Words(en="score", id="skor"),
    how=Words(en="The share of partnerships inside the groups found, less what chance would give.",
              id="Bagian kemitraan di dalam kelompok yang ditemukan, dikurangi yang terjadi karena kebetulan."),
    advice=Words(en="Above about 0.3 the groups are real: plan how they meet.",
                 id="Di atas kira-kira 0,3 kelompoknya nyata: rencanakan cara mereka bertemu."),
    source="Newman & Girvan 2004; networkx modularity", weighted=True)
def modularity(analysis: Analysis) -> Values:
    """Modularity of the communities found, -0.5 to 1; None where there is no tie."""
    network, uids = numbered(analysis.collaboration)
    if not network.number_of_edges():
        return {"": None}
    number = {uid: position for position, uid in enumerate(uids)}
    groups = [{number[uid] for uid in group} for group in communities(analysis)]
    return {"": nx.community.modularity(network, groups + [{one} for one, partners in network.degree if not partners])}


@measure(
    topic="network", order=250,
    title=Words(en="Share of partnerships made", id="Kepadatan kemitraan"), term="density", level="graph", high=1, unit=SHARE,
    how=Words(en="Pairs that are partners, divided by all pairs. Undefined with fewer than two stakeholders.",
              id="Pasangan yang bermitra dibagi semua pasangan. Tidak terdefinisi bila pemangku kepentingan kurang dari dua."),
    advice=Words(en="Large networks are thin by nature: compare with your own earlier map, not with other places.",
                 id="Jaringan besar memang renggang: bandingkan dengan peta Anda sebelumnya, bukan dengan daerah lain."),
    source="networkx density")
def density(analysis: Analysis) -> Values:
    """Partnered pairs over all pairs, 0 to 1; None below two stakeholders."""
    network = analysis.collaboration
    return {"": nx.density(network) if len(network) > 1 else None}


@measure(
    topic="network", order=260,
    title=Words(en="Partners of partners who meet", id="Mitra dari mitra yang bertemu"), term="transitivity", level="graph", high=1,
    unit=SHARE,
    how=Words(en="Of all chains of two partnerships, the share whose ends are partners too.",
              id="Dari semua rantai dua kemitraan, bagian yang kedua ujungnya juga bermitra."),
    advice=Words(en="Low: many could be introduced to each other by a partner they share.",
                 id="Rendah: banyak pihak dapat saling diperkenalkan oleh mitra bersama."),
    source="networkx transitivity")
def transitivity(analysis: Analysis) -> Values:
    """Three times the triangles over the chains of two ties, 0 to 1; None where there is no chain."""
    network = analysis.collaboration
    chains = any(partners > 1 for _, partners in network.degree)
    return {"": float(nx.transitivity(network)) if chains else None}


@measure(
    topic="network", order=270,
    title=Words(en="Number of pieces", id="Jumlah bagian terpisah"), term="connected components", level="graph", low=1,
    unit=Words(en="pieces", id="bagian"),
    how=Words(en="Pieces that no chain of partnerships joins; a stakeholder without a partner is one.",
              id="Bagian yang tidak dihubungkan rantai kemitraan; pemangku kepentingan tanpa mitra dihitung satu bagian."),
    advice=Words(en="One is best: everybody can be reached.", id="Satu paling baik: semua pihak dapat dijangkau."),
    source="networkx number_connected_components")
def component_count(analysis: Analysis) -> Values:
    """How many connected components there are, 1 and up."""
    return {"": len(components(analysis))}


@measure(
    topic="network", order=280,
    title=Words(en="Share in the largest piece", id="Bagian dalam jaringan terbesar"), term="giant component share", level="graph",
    high=1, unit=SHARE,
    how=Words(en="Stakeholders in the largest piece, divided by all.",
              id="Pemangku kepentingan di bagian terbesar dibagi semuanya."),
    advice=Words(en="Below 1: somebody cannot be reached through partners.",
                 id="Di bawah 1: ada yang tidak terjangkau lewat mitra."),
    source="networkx connected_components")
def largest_component(analysis: Analysis) -> Values:
    """Share of stakeholders in the largest connected component, above 0 to 1."""
    return {"": len(components(analysis)[0]) / len(analysis.collaboration)}


@kept
def components(analysis: Analysis) -> list[list[str]]:
    """Connected components as sorted uids, the largest first, equal sizes by their smallest uid."""
    return _largest_first(nx.connected_components(analysis.collaboration))


@kept
def communities(analysis: Analysis) -> list[list[str]]:
    """Louvain communities of those who have a partner, weighted, seeded; ordered as components are."""
    named = _largest_first(quick_communities(analysis.collaboration, seed=analysis.settings.seed))
    return [group for group in named if analysis.collaboration.degree[group[0]]]


def _largest_first(groups: Iterable[Iterable[str]]) -> list[list[str]]:
    return sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group[0]))


def _by_tie(analysis: Analysis, pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """1 for every tie behind one of the pairs, 0 for all others."""
    chosen = {frozenset(pair) for pair in pairs}
    return {uid: int(frozenset((source, target)) in chosen)
            for source, target, ties in analysis.collaboration.edges(data="ties") for uid in ties}

"""How many feedback loops run through each problem, factor, innovation and goal.

The loops are those of the causal view with at most 8 links; where there are more than the search may list, the shortest ones.
"""

from __future__ import annotations

from collections import Counter

from sysmap.analysis import Analysis
from sysmap.measures.port import Values, measure
from sysmap.records.causes_map import causal_map, searched
from sysmap.schema import Words

__all__ = ["balancing_loops", "loops_through", "reinforcing_loops"]

UNIT = Words(en="loops", id="lingkar")
SOURCE = "Sterman 2000; Oliva 2004"
UPON = Words(en="Of at most 8 links, on the common map; where there are too many to list, the shortest ones are counted.",
             id="Paling banyak 8 hubungan, pada peta bersama; bila terlalu banyak untuk didaftar, yang dihitung adalah yang terpendek.")


@measure(
    topic="causes", order=50,
    title=Words(en="Feedback loops through it", id="Lingkar umpan balik yang melewatinya"), term="loops through a node", view="causal", unit=UNIT,
    how=Words(en=f"Counts the circles of causes and effects that it is part of. {UPON.en}",
              id=f"Menghitung lingkar sebab-akibat yang memuatnya. {UPON.id}"),
    advice=Words(en="Many: a change here comes back by many ways, so it is a candidate for a push. None: nothing that changes here returns.",
                 id="Banyak: perubahan di sini kembali lewat banyak jalan, jadi calon titik dorong. Tidak ada: perubahan di sini tidak kembali."),
    source=SOURCE)
def loops_through(analysis: Analysis) -> Values:
    """Loops through each node of the causal view, 0 and up; none has a number where the map has no causes."""
    return _counted(analysis, "RB?")


@measure(
    topic="causes", order=60,
    title=Words(en="Reinforcing loops through it", id="Lingkar penguat yang melewatinya"), term="reinforcing loops (R)", view="causal", unit=UNIT,
    how=Words(en=f"Counts the circles in which a change comes back and grows: an even number of minus signs. {UPON.en}",
              id=f"Menghitung lingkar yang membuat perubahan kembali dan membesar: jumlah tanda minusnya genap. {UPON.id}"),
    advice=Words(en="Where a problem has some, it feeds itself: turn one around and it heals itself.",
                 id="Bila dimiliki suatu masalah, masalah itu memberi makan dirinya: balikkan satu, dan ia pulih sendiri."),
    source=SOURCE)
def reinforcing_loops(analysis: Analysis) -> Values:
    """Reinforcing loops through each node of the causal view, 0 and up; none has a number where the map has no causes."""
    return _counted(analysis, "R")


@measure(
    topic="causes", order=70,
    title=Words(en="Balancing loops through it", id="Lingkar penyeimbang yang melewatinya"), term="balancing loops (B)", view="causal", unit=UNIT,
    how=Words(en=f"Counts the circles in which a change comes back and is undone: an odd number of minus signs. {UPON.en}",
              id=f"Menghitung lingkar yang membuat perubahan kembali dan diredam: jumlah tanda minusnya ganjil. {UPON.id}"),
    advice=Words(en="Where there are many, a push is resisted: find out what the loop protects before pushing harder.",
                 id="Bila banyak, dorongan akan dilawan: cari tahu apa yang dijaga lingkar itu sebelum mendorong lebih keras."),
    source=SOURCE)
def balancing_loops(analysis: Analysis) -> Values:
    """Balancing loops through each node of the causal view, 0 and up; none has a number where the map has no causes."""
    return _counted(analysis, "B")


def _counted(analysis: Analysis, polarities: str) -> Values:
    """Node -> how many loops of these polarities run through it; nothing at all where no cause is known, which is not 0 loops."""
    links = causal_map(analysis)
    counts = Counter(uid for loop in searched(analysis).loops if loop.polarity in polarities for uid in loop.nodes)
    return {uid: counts[uid] for uid in links} if links.number_of_edges() else {}

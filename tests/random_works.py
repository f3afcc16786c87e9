"""Random maps of who works on what, of every degree of emptiness: each tie and field rare, common or absent."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

from sysmap.analysis import Analysis
from sysmap.graph import build_graph
from sysmap.schema import node_uid, tie_uid
from sysmap.tables.rows import MapConfig, NodeRow, TieRow
from sysmap.tables.settings import Settings
from sysmap.vocabulary import VOCABULARY

__all__ = ["DAY", "random_works"]

DAY = date(2026, 6, 15)
STAGES = ("idea", "proposal", "prototype", "pilot", "pilot", "scaling", "embedded", "stopped")
DATES = ("2020", "2024-01-15", "2025-09", "2026-01-02", "2026-06-15")
FACETS = ("enhancement", "mission", "adaptive", "anticipatory")
SPREAD = (0, 0.1, 0.4, 0.9)
"""The shares of nodes or pairs that have a field or tie: not asked, rare, common, nearly all."""
FIELDS = {
    "Stakeholder": {"power": range(1, 6), "boundary": ("internal", "external"), "sector": ("a", "b", "c")},
    "Problem": {
        "severity": range(1, 6),
        "urgency": range(1, 6),
        "status": ("open", "resolved"),
        "reported": DATES,
    },
    "Innovation": {"stage": STAGES, "trl": range(1, 10), "stage_since": DATES, "facet": FACETS},
}
TIES = (
    ("Stakeholder", "PARTNERS_WITH", "Stakeholder"),
    ("Stakeholder", "BELONGS_TO", "Stakeholder"),
    *(("Stakeholder", type, "Problem") for type in ("WORKS_ON", "OWNS", "AFFECTED_BY", "REPORTED")),
    *(
        ("Stakeholder", type, "Innovation")
        for type in ("LEADS", "SPONSORS", "FUNDS", "ADOPTS", "CHAMPIONS", "TAKES_PART_IN")
    ),
    ("Innovation", "ADDRESSES", "Problem"),
    ("Problem", "DEPENDS_ON", "Problem"),
    ("Problem", "INFLUENCES", "Problem"),
)
WORDS = ("Dinas", "Air", "Kesehatan", "Desa", "Forum", "Warga", "Tani", "Balai")


def random_works(seed: int, **settings: int) -> Analysis:
    """A map of up to 14 stakeholders, 9 problems and 8 innovations, drawn with this seed; the settings are as given."""
    lot = random.Random(seed)
    nodes = [*_nodes(lot, "Stakeholder", 14), *_nodes(lot, "Problem", 9), *_nodes(lot, "Innovation", 8)]
    ties = {tie.uid: tie for tie in _ties(lot, nodes)}
    files = ["stakeholders.csv", "problems.csv", "innovations.csv", "partnerships.csv", "links.csv"]
    given = dict.fromkeys(file for file in files if lot.random() < 0.5)
    graph = build_graph(nodes, ties.values(), map="works", files=dict.fromkeys(given, 1))
    config = MapConfig("works", "Works", "en", settings=Settings(**{"crowded": 6, **settings}))
    return Analysis(graph, VOCABULARY, config, graph.graph["files"], DAY)


def _nodes(lot: random.Random, label: str, most: int) -> Iterator[NodeRow]:
    """The nodes of a label; names of stakeholders are made of a few words, so that some contain others."""
    kind, shares = VOCABULARY.node(label), {name: lot.choice(SPREAD) for name in FIELDS[label]}
    history = lot.choice(SPREAD)
    for number in range(lot.randint(0, most)):
        name = f"{' '.join(lot.sample(WORDS, lot.randint(1, 3)))} {label[0]}{number}"
        props: dict[str, object] = {"id": str(number), "name": name}
        for field, values in FIELDS[label].items():
            if lot.random() < shares[field]:
                props[field] = lot.choice(values)
        if label == "Innovation" and lot.random() < history:
            day, stage = lot.choice(DATES), lot.choice(STAGES)
            props["stage_history"] = [f"{day} {stage}"]
            # The table of stages and the innovation itself agree.
            props |= {"stage": stage} if "stage" in props else {}
            props |= {"stage_since": day} if "stage_since" in props else {}
        yield NodeRow(label, node_uid(kind.name, str(number)), props)


def _ties(lot: random.Random, nodes: list[NodeRow]) -> Iterator[TieRow]:
    """Ties of every type between the nodes; some have ended, some begin later."""
    by_label: dict[str, list[str]] = {}
    for node in nodes:
        by_label.setdefault(node.label, []).append(node.uid)
    for source_label, type, target_label in TIES:
        share = lot.choice(SPREAD) / 3
        for source in by_label.get(source_label, ()):
            for target in by_label.get(target_label, ()):
                if source != target and lot.random() < share and (type != "PARTNERS_WITH" or source < target):
                    about = lot.choice(({}, {}, {}, {"until": "2025"}, {"since": "2027"}, {"until": "2026-12-31"}))
                    yield TieRow(type, tie_uid(type, source, target), source, target, about)

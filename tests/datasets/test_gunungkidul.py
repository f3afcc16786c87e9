"""The illustrative case keeps its story: each hole and knot that its README promises is found in the rows."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest

from sysmap.tables.folder import read_folder
from sysmap.tables.rows import Dataset, NodeRow, TieRow
from sysmap.vocabulary import VOCABULARY

CASE = Path(__file__).parents[2] / "datasets" / "gunungkidul"
TODAY = "2026-09-30"  # the map's own date


@pytest.fixture(scope="module")
def case() -> Dataset:
    return read_folder(CASE, VOCABULARY, strict=True)


def nodes(case: Dataset, label: str) -> dict[str, NodeRow]:
    return {str(row.props["id"]): row for row in case.nodes if row.label == label}


def ties(case: Dataset, *types: str) -> list[TieRow]:
    return [tie for tie in case.ties if tie.type in types]


def bare(uid: str) -> str:
    return uid.partition(":")[2]


def pairs(case: Dataset, *types: str) -> set[tuple[str, str]]:
    return {(bare(tie.source), bare(tie.target)) for tie in ties(case, *types)}


def holding(found: list[TieRow]) -> Iterator[TieRow]:
    return (tie for tie in found if str(tie.props.get("since", "")) <= TODAY <= str(tie.props.get("until", "9999")))


def partners(case: Dataset) -> set[frozenset[str]]:
    return {frozenset((bare(tie.source), bare(tie.target))) for tie in holding(ties(case, "PARTNERS_WITH"))}


def workload(case: Dataset) -> dict[str, set[str]]:
    """Stakeholder -> problems it works on, owns, or carries a living innovation for."""
    load: dict[str, set[str]] = {id: set() for id in nodes(case, "Stakeholder")}
    for who, problem in pairs(case, "WORKS_ON", "OWNS"):
        load[who].add(problem)
    living = {id for id, row in nodes(case, "Innovation").items() if row.props["stage"] != "stopped"}
    answers = [(innovation, problem) for innovation, problem in pairs(case, "ADDRESSES") if innovation in living]
    for who, carried in pairs(case, "LEADS", "SPONSORS", "FUNDS", "ADOPTS"):
        load[who] |= {problem for innovation, problem in answers if innovation == carried}
    return load


def test_it_reads_without_a_word(case):
    assert case.faults == ()
    assert (case.config.name, case.config.language, case.config.date) == ("gunungkidul", "id", TODAY)


def test_its_size(case):
    assert Counter(row.label for row in case.nodes) == {
        "Stakeholder": 45,
        "Problem": 15,
        "Innovation": 12,
        "Factor": 17,
        "Goal": 4,
        "GrowSession": 3,
        "Assessment": 80,
    }
    assert len(ties(case, "PARTNERS_WITH")) == 75
    assert len(case.files) == 10


def test_all_five_sectors_and_both_sides_of_the_boundary(case):
    rows = nodes(case, "Stakeholder").values()
    assert {row.props["sector"] for row in rows} == {"government", "academia", "business", "community", "media"}
    assert Counter(row.props["boundary"] for row in rows) == {"internal": 16, "external": 29}
    assert {row.props["level"] for row in rows} == {"national", "province", "district", "subdistrict", "village"}


def test_everything_the_reader_sees_has_a_name(case):
    assert all(row.props.get("name") for row in case.nodes)


def test_orphan_problems(case):
    problems = set(nodes(case, "Problem"))
    owned = {problem for _, problem in pairs(case, "OWNS")}
    attended = owned | {problem for _, problem in pairs(case, "WORKS_ON")}
    living = {id for id, row in nodes(case, "Innovation").items() if row.props["stage"] != "stopped"}
    addressed = {problem for innovation, problem in pairs(case, "ADDRESSES") if innovation in living}
    assert problems - owned == {"pemuda-pergi", "degradasi-lahan", "lansia-sendiri", "monyet"}
    assert problems - attended == {"lansia-sendiri"}
    assert problems - addressed - {"antraks"} == {"lansia-sendiri", "monyet", "degradasi-lahan"}
    assert nodes(case, "Problem")["antraks"].props["status"] == "resolved"


def test_unpartnered_and_stranded(case):
    tied = set().union(*partners(case))
    alone = set(nodes(case, "Stakeholder")) - tied
    load = workload(case)
    assert alone == {"kph", "perantau", "difabel", "tambang"}
    assert {who for who in alone if any(load[who] & load[other] for other in load if other != who)} == {
        "kph",
        "perantau",
    }


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("gapoktan", "kph", {"monyet", "degradasi-lahan"}),
        ("dispar", "dlh", {"sampah"}),
        ("dispar", "pdam", {"tekanan-wisata"}),
        ("disdik", "kemenag", {"perkawinan-anak"}),
        ("perantau", "karang-taruna", {"pemuda-pergi"}),
    ],
)
def test_gaps_worth_reading(case, one, other, shared):
    load = workload(case)
    assert load[one] & load[other] == shared
    assert frozenset((one, other)) not in partners(case)


def test_the_beach_task_force_has_ended(case):
    ended = {
        frozenset((bare(tie.source), bare(tie.target))): tie.props["until"]
        for tie in ties(case, "PARTNERS_WITH")
        if str(tie.props.get("until", "9999")) < TODAY
    }
    assert ended == {frozenset(("dispar", "dlh")): "2024-12-31", frozenset(("dinkes", "dpp")): "2024-06-30"}


def test_one_innovation_is_stuck_in_the_valley_and_two_crossed_it(case):
    stuck = nodes(case, "Innovation")["panen-hujan"].props
    assert (stuck["stage"], stuck["trl"], stuck["stage_since"]) == ("pilot", 6, "2024-03-01")
    assert "panen-hujan" not in {innovation for _, innovation in pairs(case, "SPONSORS", "ADOPTS", "CHAMPIONS")}
    assert [tie.props["until"] for tie in ties(case, "FUNDS") if bare(tie.target) == "panen-hujan"] == ["2026-12-31"]
    for alive, stage in (("air-pintar", "scaling"), ("dapur-sehat", "embedded")):
        assert nodes(case, "Innovation")[alive].props["stage"] == stage
        for type in ("SPONSORS", "ADOPTS", "FUNDS", "CHAMPIONS"):
            assert alive in {innovation for _, innovation in pairs(case, type)}


def test_the_history_ends_in_the_present_stage(case):
    for row in nodes(case, "Innovation").values():
        assert row.props["stage_history"][-1] == f"{row.props['stage_since']} {row.props['stage']}"


def test_reinforcing_and_balancing_loops(case):
    signs = {"+": 1, "-": -1}
    causes = nx.DiGraph()
    for tie in ties(case, "INFLUENCES"):
        if not tie.props.get("held_by"):
            causes.add_edge(bare(tie.source), bare(tie.target), sign=signs.get(str(tie.props["polarity"]), 0))
    loops = {
        frozenset(loop): math.prod(causes.edges[edge]["sign"] for edge in nx.utils.pairwise(loop, cyclic=True))
        for loop in nx.simple_cycles(causes, length_bound=8)
    }
    assert loops[frozenset(("pemuda-pergi", "kapasitas-kalurahan", "kerja-lokal"))] == 1
    assert loops[frozenset(("kunjungan", "sampah", "keindahan"))] == -1
    assert loops[frozenset(("kekeringan", "droping-air"))] == -1
    assert loops[frozenset(("kekeringan", "droping-air", "perbaikan-jaringan"))] == 1
    assert loops[frozenset(("pendapatan-petani", "tambang-rakyat"))] == -1
    assert (
        loops[frozenset(("pendapatan-petani", "tambang-rakyat", "degradasi-lahan", "tutupan-pohon", "kekeringan"))] == 1
    )
    assert Counter(loops.values()) == {1: 11, -1: 10}


def test_mental_models_disagree(case):
    held: dict[tuple[str, str], dict[str, str]] = {}
    for tie in ties(case, "INFLUENCES"):
        if tie.props.get("held_by"):
            held.setdefault((bare(tie.source), bare(tie.target)), {})[str(tie.props["held_by"])] = str(
                tie.props["polarity"]
            )
    assert held["kunjungan", "kekeringan"] == {"phri-pesisir": "-", "spamdes": "+", "pokdarwis": "+"}
    assert held["fasilitas-wisata", "tekanan-wisata"] == {
        "dispar": "-",
        "phri-pesisir": "-",
        "pokdarwis": "+",
        "spamdes": "+",
    }


def test_grow_sessions(case):
    sessions = nodes(case, "GrowSession")
    assert {id: row.props["status"] for id, row in sessions.items()} == {
        "grow-air": "done",
        "grow-sampah": "W",
        "grow-pemuda": "O",
    }
    assert "reality" not in sessions["grow-pemuda"].props
    assert Counter(session for session, _ in pairs(case, "OPTION")) == {
        "grow-air": 2,
        "grow-sampah": 2,
        "grow-pemuda": 1,
    }
    assert {session for session, _ in pairs(case, "CHOSE")} == {"grow-air", "grow-sampah"}
    sector = {id: row.props["sector"] for id, row in nodes(case, "Stakeholder").items()}
    assert {sector[who] for session, who in pairs(case, "INVOLVES") if session == "grow-pemuda"} == {"government"}
    overdue = [tie for tie in ties(case, "ACTION") if "done" not in tie.props and str(tie.props["due"]) < TODAY]
    assert {bare(tie.source) for tie in overdue} == {"grow-sampah"}
    assert len(overdue) == 2


def test_one_goal_is_held_by_one_sector_only_and_coastal_business_is_not_among_them(case):
    sector = {id: row.props["sector"] for id, row in nodes(case, "Stakeholder").items()}
    held = {
        goal: {sector[who] for who, shared in pairs(case, "SHARES") if shared == goal} for goal in nodes(case, "Goal")
    }
    assert {goal for goal, sectors in held.items() if len(sectors) == 1} == {"pantai-lestari"}


def test_two_waves_of_five_disciplines_and_one_group_too_small_to_show(case):
    rows = nodes(case, "Assessment").values()
    assert Counter(row.props["wave"] for row in rows) == {1: 40, 2: 40}
    assert len({row.props["discipline"] for row in rows}) == 5
    unit = {tie.source: bare(tie.target) for tie in ties(case, "ASSESSES")}
    assert {(unit[row.uid], row.props["wave"]) for row in rows if row.props["respondents"] < 5} == {
        ("kal-tirtosewu", 2)
    }

"""Gaps, congruence and suggestions beside a plain networkx and pandas version: one run, one case, one table.

Seconds are medians of --repeats runs, each with an analysis that has computed nothing (the map is read already);
`views` is what both sides need of the map first. The plain version joins tables of who works on what, keeps every pair,
and scores suggestions by need and Adamic-Adar alone; `~` where its pairs would not fit in memory. Then every gap to a
file, and brokerage roles (Gould & Fernandez) beside a plain loop over the paths of two ties. Peaks are those of the
process, which holds the map too.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import random
import resource
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import networkx as nx
from cases import SECTORS, _links, _pairs

from sysmap.algorithms import brokerage_roles, expected_brokerage_roles
from sysmap.analysis import Analysis
from sysmap.files.every_gap import write_every_gap
from sysmap.graph import build_graph
from sysmap.models.gaps.congruence import measure_fit_by_problem, measure_fit_by_sector
from sysmap.models.gaps.ranking import find_gaps
from sysmap.models.partners.suggestions import suggest_partnerships
from sysmap.records.coverage_work import read_work
from sysmap.tables.rows import MapConfig, NodeRow, TieRow
from sysmap.vocabulary import VOCABULARY

CASES = ((2_000, 300, 10_000, 6_000), (30_000, 1_000, 300_000, 100_000))
MOST_PAIRS = 20_000_000  # a plain table of more takes more than 4 GiB


def a_map(people: int, problems: int, works: int, partnerships: int) -> nx.MultiDiGraph:
    draw = random.Random(1)
    nodes = [
        NodeRow("Stakeholder", f"stakeholder:S{i}", {"id": f"S{i}", "name": f"S{i}", "sector": SECTORS[i % 5]})
        for i in range(people)
    ]
    nodes += [
        NodeRow("Problem", f"problem:P{i}", {"id": f"P{i}", "name": f"P{i}", "severity": 1 + i % 5})
        for i in range(problems)
    ]
    ties = [
        TieRow("PARTNERS_WITH", f"PARTNERS_WITH:{a}>{b}", f"stakeholder:S{a}", f"stakeholder:S{b}", {})
        for a, b in _pairs(draw, people, partnerships)
    ]
    ties += [
        TieRow("WORKS_ON", f"WORKS_ON:{a}>{b}", f"stakeholder:S{a}", f"problem:P{b}", {})
        for a, b in _links(draw, people, problems, works)
    ]
    return build_graph(nodes, ties)


def analysis_of(graph: nx.MultiDiGraph) -> Analysis:
    return Analysis(graph, VOCABULARY, MapConfig("bench", "Bench", "en"), {"partnerships.csv": 1}, date(2026, 1, 1))


def ours(graph: nx.MultiDiGraph) -> dict[str, float]:
    analysis = analysis_of(graph)
    steps = {
        "views": lambda: (analysis.collaboration, analysis.responsibility),
        "matrices": lambda: read_work(analysis),
        "gaps and congruence": lambda: (
            find_gaps(analysis),
            measure_fit_by_sector(analysis),
            measure_fit_by_problem(analysis),
        ),
        "suggestions": lambda: suggest_partnerships(analysis),
    }
    seconds = {}
    for name, step in steps.items():
        begun = perf_counter()
        step()
        seconds[name] = perf_counter() - begun
    return seconds


def plain(graph: nx.MultiDiGraph) -> dict[str, float]:
    import pandas as pd

    begun = perf_counter()
    works = pd.DataFrame([(s, p) for s, p, type in graph.edges(data="type") if type == "WORKS_ON"], columns=["s", "p"])
    network = nx.Graph((a, b) for a, b, type in graph.edges(data="type") if type == "PARTNERS_WITH")
    seconds = {"views": perf_counter() - begun, "matrices": 0.0}
    k = works.groupby("p").size()
    if (k * (k - 1) // 2).sum() > MOST_PAIRS:
        return {**seconds, "gaps and congruence": math.inf, "suggestions": math.inf}
    begun = perf_counter()
    works["weight"] = [graph.nodes[p]["severity"] / max(k[p] - 1, 1) for p in works["p"]]
    pairs = works.merge(works[["s", "p"]], on="p", suffixes=("", "_other"))
    pairs = pairs[pairs["s"] < pairs["s_other"]].groupby(["s", "s_other"])["weight"].agg(["size", "sum"]).reset_index()
    size = works.groupby("s").size()
    pairs["need"] = pairs["sum"] / (pairs["s"].map(size) * pairs["s_other"].map(size)) ** 0.5
    pairs["tied"] = [network.has_edge(s, t) for s, t in zip(pairs["s"], pairs["s_other"], strict=True)]
    pairs["tied"].mean()
    missing = pairs[~pairs["tied"]].sort_values("need", ascending=False)
    seconds["gaps and congruence"] = perf_counter() - begun
    begun = perf_counter()
    need = dict(zip(zip(missing["s"], missing["s_other"], strict=True), missing["need"], strict=True))
    near = {
        pair
        for one in network
        for other in network[one]
        for third in network[other]
        if one < third and not network.has_edge(one, third)
        for pair in [(one, third)]
    }
    scored = [
        (need.get((s, t), 0) + sum(1 / math.log(network.degree[z]) for z in nx.common_neighbors(network, s, t)), s, t)
        for s, t in near | need.keys()
        if s in network and t in network
    ]
    scored.sort(reverse=True)
    seconds["suggestions"] = perf_counter() - begun
    return seconds


def to_csv(graph: nx.MultiDiGraph) -> dict[str, float]:
    return to_file(graph, ".csv")


def to_parquet(graph: nx.MultiDiGraph) -> dict[str, float]:
    return to_file(graph, ".parquet")


def to_file(graph: nx.MultiDiGraph, ending: str) -> dict[str, float]:
    analysis = analysis_of(graph)
    read_work(analysis)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"every-gap{ending}"
        begun = perf_counter()
        rows = write_every_gap(analysis, path)
        seconds = perf_counter() - begun
        return {"rows": rows, "seconds": seconds, "rows/s": rows / seconds, "GB": path.stat().st_size / 1e9}


def roles(graph: nx.MultiDiGraph) -> dict[str, float]:
    """Brokerage of the partnerships as ties from the first to the second, and as ties without direction, by sector."""
    of = dict(graph.nodes(data="sector"))
    found = {}
    for kind in (nx.DiGraph, nx.Graph):
        network = kind((a, b) for a, b, type in graph.edges(data="type") if type == "PARTNERS_WITH")
        begun = perf_counter()
        counts = brokerage_roles(network, of)
        expected_brokerage_roles(network, of)
        found[f"{kind.__name__} ours"] = perf_counter() - begun
        begun = perf_counter()
        assert plain_roles(network, of) == sum(sum(one.values()) for one in counts.values())
        found[f"{kind.__name__} plain"] = perf_counter() - begun
    return found


def plain_roles(network: nx.Graph, of: dict[str, str]) -> int:
    counts: Counter[tuple[str, bool, bool, bool]] = Counter()
    for b in network:
        into, out = (
            (network.predecessors(b), list(network.successors(b)))
            if network.is_directed()
            else (network[b], list(network[b]))
        )
        for a in into:
            for c in out:
                if a != c and not network.has_edge(a, c):
                    counts[b, of[a] == of[b], of[b] == of[c], of[a] == of[c]] += 1
    return sum(counts.values()) // (1 if network.is_directed() else 2)


def measured(run: Any, case: tuple[int, ...], repeats: int, pipe: Any) -> None:
    graph = a_map(*case)
    run(a_map(50, 5, 100, 60))  # imports are no part of it
    runs = [run(graph) for _ in range(repeats)]
    pipe.send(
        (
            {name: median(one[name] for one in runs) for name in runs[0]},
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20,
        )
    )


def in_its_own_process(*words: Any) -> tuple[dict[str, float], float]:
    receiver, sender = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("spawn").Process(target=measured, args=(*words, sender))
    child.start()
    answer: tuple[dict[str, float], float] = receiver.recv()
    child.join()
    return answer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=3)
    repeats = parser.parse_args().repeats
    print(
        "| stakeholders | problems | works on | partnerships | by | views | matrices | gaps and congruence | suggestions | whole (s) | peak GiB |"
    )
    print("|--:|--:|--:|--:|---|--:|--:|--:|--:|--:|--:|")
    for case in CASES:
        for run in (ours, plain):
            seconds, peak = in_its_own_process(run, case, repeats)
            cells = [*seconds.values(), sum(seconds.values())]
            print(
                "| "
                + " | ".join(
                    [
                        *(f"{number:,}" for number in case),
                        "sysmap" if run is ours else "plain",
                        *("~" if math.isinf(cell) else f"{cell:.2f}" for cell in cells),
                        f"{peak:.2f}",
                    ]
                )
                + " |",
                flush=True,
            )
    print("\n| every gap to | stakeholders | rows | seconds | rows/s | GB | peak GiB |\n|---|--:|--:|--:|--:|--:|--:|")
    for case in CASES:
        for run in (to_csv, to_parquet):
            found, peak = in_its_own_process(run, case, 1)
            print(
                f"| {run.__name__[3:]} | {case[0]:,} | {found['rows']:,} | {found['seconds']:.1f} | {found['rows/s']:,.0f} | {found['GB']:.2f} | "
                f"{peak:.2f} |",
                flush=True,
            )
    print("\n| brokerage roles of | ties | sysmap (s) | plain (s) |\n|---|--:|--:|--:|")
    found, _ = in_its_own_process(roles, (10_000, 1, 1, 30_000), repeats)
    for kind in ("DiGraph", "Graph"):
        print(f"| {kind} | 30,000 | {found[f'{kind} ours']:.2f} | {found[f'{kind} plain']:.2f} |")


if __name__ == "__main__":
    main()

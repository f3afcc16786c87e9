"""Loops, the independent set, leverage and what-if on random causal maps.

Seconds and peak memory, each case in a process of its own; and what a push takes in the page, in Chromium.

Loops beside networkx's `simple_cycles` with the same bound on length, stopped at as many. Random maps are the hard
case: most of their what-ifs never come to rest, so that every scenario takes all 1,000 steps, with five further curves
for the sensitivity.
"""

from __future__ import annotations

import multiprocessing
import random
import resource
from datetime import date
from itertools import islice
from pathlib import Path
from time import perf_counter

import networkx as nx
from cases import chromium

from sysmap.analysis import Analysis
from sysmap.graph import build_graph
from sysmap.measures.port import measure_values
from sysmap.models.causes.leverage import score_levers
from sysmap.models.causes.loops import list_loops
from sysmap.models.causes.what_if import run_what_if
from sysmap.records.causes_map import causal_map
from sysmap.tables.rows import MapConfig, NodeRow, TieRow
from sysmap.vocabulary import VOCABULARY

ENGINE = Path(__file__).resolve().parents[1] / "src/sysmap/page/assets/views/causal/engine.js"
CASES = ((32, 63), (60, 400), (200, 800), (500, 2_500))
SCENARIOS = 100
IN_PAGE = ((32, 63), (100, 300), (200, 800))
PUSHES = """([count, links]) => { ENGINE
    const map = causalMap(count, links, 0), how = { rule: "modified", squash: "tanh", slope: 1 };
    const middle = (work) => { const spent = Array.from({ length: 100 }, (_, at) => { const start = performance.now(); work({ [at % count]: 1 }); return performance.now() - start; });
      return spent.sort((a, b) => a - b)[50]; };
    middle((pushes) => changed(map, pushes, how));
    return [middle((pushes) => changed(map, pushes, how)), middle((pushes) => whatIf(map, pushes, how))]; }"""


def a_map(concepts: int, links: int) -> Analysis:
    draw = random.Random(1)
    nodes = [NodeRow("Factor", f"factor:f{i}", {"id": f"f{i}", "name": f"f{i}"}) for i in range(concepts)]
    pairs: set[tuple[int, ...]] = set()
    while len(pairs) < links:
        pairs.add(tuple(draw.sample(range(concepts), 2)))
    ties = [
        TieRow(
            "INFLUENCES",
            f"INFLUENCES:{a}>{b}",
            f"factor:f{a}",
            f"factor:f{b}",
            {"polarity": draw.choice("+-"), "strength": round(draw.random(), 2)},
        )
        for a, b in sorted(pairs)
    ]
    return Analysis(
        build_graph(nodes, ties, map="bench", files={}),
        VOCABULARY,
        MapConfig("bench", "Bench", "en"),
        {},
        date(2026, 1, 1),
    )


def measured(case: tuple[int, int]) -> str:
    analysis = a_map(*case)
    run_what_if(analysis, [{"factor:f0": 1}])  # libraries are read before the clock runs
    times = []
    begun = perf_counter()
    made = list_loops(analysis)
    times.append(perf_counter() - begun)
    plain = nx.DiGraph(causal_map(analysis).edges)
    for work in (
        lambda: list(islice(nx.simple_cycles(plain, 8), 10_000)),
        lambda: run_what_if(analysis, [{f"factor:f{i % case[0]}": 1} for i in range(SCENARIOS)]),
        lambda: measure_values(analysis, "push_sensitivity"),
        lambda: score_levers(analysis),
    ):
        begun = perf_counter()
        work()
        times.append(perf_counter() - begun)
    found = f"{len(made.loops):,}{f', cut after length {made.complete}' if made.truncated else ''}"
    basis = f"{len(made.independent):,}{'' if made.cut is None else f', cut after length {made.cut}'}"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return f"| {case[0]} concepts, {case[1]:,} links | {found} | {basis} | {' | '.join(f'{one:.2f}' for one in times)} | {peak} MiB |"


def in_page() -> None:
    """A push by the page's own engine: the median of a hundred, once warm.

    It is measured alone, and with its sensitivity to five further curves.
    """
    from playwright.sync_api import sync_playwright

    engine = ENGINE.read_text(encoding="utf-8").replace("\nexport ", "\n")  # it imports nothing
    script = PUSHES.replace("ENGINE", engine)
    print("\n| a push in the page | alone (ms) | with its sensitivity (ms) |\n|---|--:|--:|")
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        page = browser.new_page()
        for concepts, links in IN_PAGE:
            graph = causal_map(a_map(concepts, links))
            at = {uid: number for number, uid in enumerate(graph)}
            given = [
                {"from": at[a], "to": at[b], "sign": link["sign"] or 0, "strength": link["strength"]}
                for a, b, link in graph.edges(data=True)
            ]
            alone, whole = page.evaluate(script, [concepts, given])
            print(f"| {concepts} concepts, {links:,} links | {alone:.1f} | {whole:.1f} |")
        browser.close()


def main() -> None:
    print(
        f"| map | loops of <= 8 links | independent | loops, both (s) | networkx, same number (s) | what-if, {SCENARIOS} scenarios (s) | "
        "pushes one by one (s) | the other scores (s) | peak |"
    )
    print("|---|---|---|--:|--:|--:|--:|--:|--:|")
    for case in CASES:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            print(pool.apply(measured, (case,)))
    in_page()


if __name__ == "__main__":
    main()

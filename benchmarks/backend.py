"""The networkx backend beside networkx, igraph, networkit and rustworkx: one run, one graph, one table for each size.

Barabasi-Albert graphs, 3 ties for each new node. `cold` includes the conversion, `warm` uses it again; the other
libraries get a graph of their own beforehand (its making is the first row). `~`: foretold from the size before, where
it would take longer than --limit. Memory is the peak of our cold call beyond what the graph itself takes. The last
table goes from columns to numbers without a networkx graph. igraph, networkit and graspologic-native are installed for
this bench alone.
"""

from __future__ import annotations

import argparse
import multiprocessing
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import networkx as nx

TOOLS = ("networkx", "cold", "warm", "igraph", "networkit", "rustworkx")


@dataclass(frozen=True)
class Case:
    name: str
    growth: float  # time grows by size to this power
    kwargs: dict[str, Any] = field(default_factory=dict)
    others: dict[str, Callable[[Any], Any]] = field(default_factory=dict)
    only_here: bool = False  # networkx has none

    def call(self, graph: Any, backend: str) -> Any:
        return (getattr(nx, self.name, None) or getattr(nx.community, self.name))(graph, backend=backend, **self.kwargs)

    @property
    def title(self) -> str:
        said = ", ".join(f"{key}={value}" for key, value in self.kwargs.items() if key != "seed")
        return self.name.removesuffix("_centrality") + (f" ({said})" if said else "")


def nk(make: Callable[[Any, Any], Any]) -> Callable[[Any], Any]:
    def run(graph: Any) -> Any:
        import networkit

        return make(networkit, graph).run()

    return run


def rx(name: str, **kwargs: Any) -> Callable[[Any], Any]:
    def run(graph: Any) -> Any:
        import rustworkx

        return getattr(rustworkx, name)(graph, **kwargs)

    return run


CASES = [
    Case(
        "betweenness_centrality",
        2,
        {},
        {
            "igraph": lambda g: g.betweenness(),
            "networkit": nk(lambda k, g: k.centrality.Betweenness(g)),
            "rustworkx": rx("betweenness_centrality"),
        },
    ),
    Case(
        "betweenness_centrality",
        1,
        {"k": 256, "seed": 1},
        {
            "igraph": lambda g: g.betweenness(sources=list(range(256))),
            "networkit": nk(lambda k, g: k.centrality.EstimateBetweenness(g, 256)),
        },
    ),
    Case("betweenness_centrality", 2, {"weight": "length"}, {"igraph": lambda g: g.betweenness(weights="length")}),
    Case(
        "edge_betweenness_centrality",
        2,
        {},
        {"igraph": lambda g: g.edge_betweenness(), "rustworkx": rx("edge_betweenness_centrality")},
    ),
    Case(
        "closeness_centrality",
        2,
        {},
        {
            "igraph": lambda g: g.closeness(),
            "rustworkx": rx("closeness_centrality"),
            "networkit": nk(lambda k, g: k.centrality.Closeness(g, True, k.centrality.ClosenessVariant.GENERALIZED)),
        },
    ),
    Case("closeness_centrality", 2, {"distance": "length"}, {"igraph": lambda g: g.closeness(weights="length")}),
    Case(
        "harmonic_centrality",
        2,
        {},
        {"igraph": lambda g: g.harmonic_centrality(), "networkit": nk(lambda k, g: k.centrality.HarmonicCloseness(g))},
    ),
    Case("constraint", 1, {}, {"igraph": lambda g: g.constraint()}),
    Case("constraint", 1, {"weight": "length"}, {"igraph": lambda g: g.constraint(weights="length")}),
    Case("effective_size", 2),
    Case("effective_size", 2, {"weight": "length"}),
    Case(
        "eigenvector_centrality",
        1,
        {},
        {
            "igraph": lambda g: g.eigenvector_centrality(),
            "rustworkx": rx("eigenvector_centrality"),
            "networkit": nk(lambda k, g: k.centrality.EigenvectorCentrality(g)),
        },
    ),
    Case("pagerank", 1, {}, {"igraph": lambda g: g.pagerank(), "networkit": nk(lambda k, g: k.centrality.PageRank(g))}),
    Case(
        "clustering",
        1,
        {},
        {
            "igraph": lambda g: g.transitivity_local_undirected(),
            "networkit": nk(lambda k, g: k.centrality.LocalClusteringCoefficient(g)),
        },
    ),
    Case("triangles", 1),
    Case(
        "core_number",
        1,
        {},
        {
            "igraph": lambda g: g.coreness(),
            "networkit": nk(lambda k, g: k.centrality.CoreDecomposition(g)),
            "rustworkx": rx("core_number"),
        },
    ),
    Case("bridges", 1, {}, {"igraph": lambda g: g.bridges(), "rustworkx": rx("bridges")}),
    Case(
        "articulation_points",
        1,
        {},
        {"igraph": lambda g: g.articulation_points(), "rustworkx": rx("articulation_points")},
    ),
    Case(
        "connected_components",
        1,
        {},
        {
            "igraph": lambda g: g.connected_components().membership,
            "rustworkx": rx("connected_components"),
            "networkit": nk(lambda k, g: k.components.ConnectedComponents(g)),
        },
    ),
    Case(
        "leiden_communities",
        1,
        {"seed": 1},
        {
            "igraph": lambda g: g.community_leiden("modularity", n_iterations=10).membership,
            "networkit": nk(lambda k, g: k.community.ParallelLeiden(g, iterations=10)),
        },
        only_here=True,
    ),
]


def conversions(graph: nx.Graph) -> tuple[dict[str, Any], dict[str, float]]:
    import igraph
    import networkit
    import rustworkx

    made, seconds = {}, {}
    for tool, make in (
        ("igraph", igraph.Graph.from_networkx),
        ("networkit", networkit.nxadapter.nx2nk),
        ("rustworkx", rustworkx.networkx_converter),
    ):
        begun = time.perf_counter()
        made[tool] = make(graph)
        seconds[tool] = time.perf_counter() - begun
    return made, seconds


def timed(call: Callable[[], Any], before: Callable[[], Any] = lambda: None) -> float:
    """The shortest of up to five runs, in a second at most where one run is shorter than that."""
    spent: list[float] = []
    while not spent or (len(spent) < 5 and sum(spent) + spent[-1] < 1):
        before()
        begun = time.perf_counter()
        answer = call()
        if not isinstance(answer, dict | float):
            list(answer if hasattr(answer, "__iter__") else ())
        spent.append(time.perf_counter() - begun)
    return min(spent)


def resident(what: str) -> int:
    """Memory of this process as Linux counts it, in KiB."""
    return int(Path("/proc/self/status").read_text().partition(what + ":")[2].split()[0])


def start_of_memory() -> int:
    """What this process holds, in KiB; from here on its peak is counted anew."""
    import pandas as pd  # noqa: F401 - the time of the first import is not a function's
    import rustworkx  # noqa: F401
    import scipy.sparse.csgraph  # noqa: F401

    import sysmap.backend.interface  # noqa: F401

    warnings.simplefilter("ignore")
    Path("/proc/self/clear_refs").write_text("5")
    return resident("VmRSS")


def ours(graph: nx.Graph, name: str, kwargs: dict[str, Any], pipe: Any) -> None:
    """In a process of its own: cold, warm, and the peak of memory."""
    before, case = start_of_memory(), Case(name, 1, kwargs)
    cold = timed(lambda: case.call(graph, "sysmap"), before=graph.__networkx_cache__.clear)
    peak = resident("VmHWM")
    pipe.send((cold, timed(lambda: case.call(graph, "sysmap")), (peak - before) / 1024))


def from_columns(count: int, backend: str, pipe: Any) -> None:
    """Seconds to make a graph of a table with so many ties, then to PageRank; the peak of memory.

    All of it in a process of its own.
    """
    import numpy as np
    import pandas as pd

    dice = np.random.default_rng(1)
    table = pd.DataFrame(
        {
            end: np.char.add("stakeholder:S", dice.integers(0, count // 3, count).astype(str))
            for end in ("source", "target")
        }
    )
    table["weight"] = dice.integers(1, 5, count)
    before = start_of_memory()
    begun = time.perf_counter()
    graph = nx.from_pandas_edgelist(table, edge_attr="weight", backend=backend)
    made = time.perf_counter()
    nx.pagerank(graph, backend="sysmap")
    pipe.send((made - begun, time.perf_counter() - begun, (resident("VmHWM") - before) / 1024))


def elsewhere(work: Callable[..., None], *args: Any) -> tuple[float, float, float]:
    """What `work` sends from a new process.

    The process is no "fork", for a child of a process with rustworkx's threads waits for them for ever.
    """
    receiver, sender = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("spawn").Process(target=work, args=(*args, sender))
    child.start()
    sender.close()
    answer = receiver.recv()
    child.join()
    return answer


def bench(size: int, cases: list[Case], known: dict[tuple[str, str], tuple[int, float]], limit: float) -> None:
    graph = nx.barabasi_albert_graph(size, 3, seed=1)
    nx.set_edge_attributes(graph, {tie: 1 + place % 7 / 7 for place, tie in enumerate(graph.edges)}, "length")
    made, seconds = conversions(graph)
    print(
        f"\n**{size:,} nodes, {graph.number_of_edges():,} ties** (seconds)\n\n| | "
        + " | ".join(TOOLS)
        + " | peak MB |\n|---|"
        + "--:|" * 7
    )
    print("| conversion | | | | " + " | ".join(f"{seconds[tool]:.3f}" for tool in made) + " | |", flush=True)
    for case in cases:
        cells: dict[str, str] = {}
        memory = ""

        def foretold(tool: str, case: Case = case, cells: dict[str, str] = cells) -> bool:
            last_size, last = known.get((case.title, tool), (size, 0.0))
            guess = last * (size / last_size) ** case.growth
            if guess > limit:
                cells[tool] = f"~{guess:,.0f}"
            return guess > limit

        if not foretold("cold"):
            cold, warm, peak = elsewhere(ours, graph, case.name, case.kwargs)
            known[case.title, "cold"] = (size, cold)
            cells |= {"cold": f"{cold:.3f}", "warm": f"{warm:.3f}"}
            memory = f"{peak:.0f}"
        runs = {} if case.only_here else {"networkx": lambda case=case: case.call(graph, "networkx")}
        runs |= {tool: lambda run=run, tool=tool: run(made[tool]) for tool, run in case.others.items()}
        for tool, run in runs.items():
            if not foretold(tool):
                spent = timed(run)
                known[case.title, tool] = (size, spent)
                cells[tool] = f"{spent:.3f}"
        print(f"| {case.title} | " + " | ".join(cells.get(tool, "") for tool in TOOLS) + f" | {memory} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000,100000", help="numbers of nodes")
    parser.add_argument("--ties", type=int, default=1_000_000, help="rows of the last table; 0 for none")
    parser.add_argument("--only", default="", help="functions, by a part of their name")
    parser.add_argument("--limit", type=float, default=20, help="seconds one call may take; beyond, it is foretold")
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    cases = [case for case in CASES if any(part in case.title for part in asked.only.split(","))]
    known: dict[tuple[str, str], tuple[int, float]] = {}
    for size in map(int, asked.sizes.split(",")):
        bench(size, cases, known, asked.limit)
    if asked.ties:
        print(
            f"\n**A table of {asked.ties:,} ties** (seconds)\n\n| | graph | and PageRank | peak MB |\n|---|--:|--:|--:|"
        )
        for way, backend in (("networkx's graph, converted", "networkx"), ("columns", "sysmap")):
            made, ranked, peak = elsewhere(from_columns, asked.ties, backend)
            print(f"| {way} | {made:.2f} | {ranked:.2f} | {peak:.0f} |", flush=True)


if __name__ == "__main__":
    main()

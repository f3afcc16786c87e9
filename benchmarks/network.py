"""One table of ties to every measure.

Columns beside a networkx graph of the same ties, each in a process of its own, with its peak memory.

Both compute with the backend, so what differs is what the ties are kept in. Ties are drawn between a third as many
stakeholders.
"""

from __future__ import annotations

import argparse
import multiprocessing
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from cases import peak_mb

WAYS = ("columns", "networkx graph")


def write_ties(file: Path, count: int) -> Path:
    import numpy as np

    dice = np.random.default_rng(1)
    ends = [dice.integers(0, max(2, count // 3), count).tolist() for _ in range(2)]
    with file.open("w", encoding="utf-8") as opened:
        opened.write("source,target,weight\n")
        opened.writelines(f"S{a},S{b},{1 + (a + b) % 4}\n" for a, b in zip(*ends, strict=True))
    return file


def measured(file: Path, way: str) -> dict[str, float]:
    """Seconds to read, and of each measure; the peak of memory in MB."""
    from dataclasses import replace

    from sysmap.build import analyse_ties
    from sysmap.measures.port import MEASURES, measure_values

    begun = time.perf_counter()
    analysis, _ = analyse_ties(file, fast=way == "columns")
    seconds = {"read": time.perf_counter() - begun}
    analysis = replace(analysis, fast=True)
    for name, one in MEASURES.items():
        if one.view == "collaboration" and one.level in ("node", "graph"):
            begun = time.perf_counter()
            measure_values(analysis, name)
            seconds[name] = time.perf_counter() - begun
    return {**seconds, "whole": sum(seconds.values()), "peak (MB)": peak_mb()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--ties", type=int, default=100_000, help="rows of the table; closeness and harmonic grow by its square"
    )
    count = parser.parse_args().ties
    with tempfile.TemporaryDirectory() as scratch:
        file = write_ties(Path(scratch) / "ties.csv", count)
        found = {}
        for way in WAYS:
            with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as process:
                found[way] = process.submit(measured, file, way).result()
    print(f"**{count:,} ties** (seconds)\n\n| | " + " | ".join(WAYS) + " |\n|---|" + "--:|" * len(WAYS))
    for name in found[WAYS[0]]:
        if max(seconds[name] for seconds in found.values()) >= 0.05:
            print(f"| {name} | " + " | ".join(f"{found[way][name]:,.2f}" for way in WAYS) + " |")


if __name__ == "__main__":
    main()

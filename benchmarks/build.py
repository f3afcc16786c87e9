"""The whole build at several sizes, split by step, with its peak memory.

The database is the embedded one; it and the process are new each time.
"""

from __future__ import annotations

import argparse
import multiprocessing
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from cases import peak_mb, write_case

STEPS = ("check", "open", "load", "read", "analyse", "draw")


def built(size: int) -> tuple[dict[str, float], float]:
    """Seconds of each step, and the peak of resident memory in MB."""
    from sysmap.build import build_folder

    with tempfile.TemporaryDirectory() as scratch:
        folder = write_case(Path(scratch) / "case", size, 3 * size, max(10, min(300, size // 30)), 3 * size)
        made = build_folder(folder, out=Path(scratch) / "out")
    return dict(made.seconds), peak_mb()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100,1000,5000,10000", help="numbers of stakeholders")
    print(f"| stakeholders | partnerships | works on | {' | '.join(STEPS)} | whole (s) | peak (MB) |")
    print("|" + "--:|" * (len(STEPS) + 5))
    for size in [int(text) for text in parser.parse_args().sizes.split(",")]:
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as process:
            seconds, peak = process.submit(built, size).result()
        steps = " | ".join(f"{seconds[name]:.2f}" for name in STEPS)
        print(
            f"| {size:,} | {3 * size:,} | {3 * size:,} | {steps} | {sum(seconds.values()):.2f} | {peak:,.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()

"""The whole build at several sizes, split by step; the embedded engine, a fresh database each time."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from cases import write_case

from sysmap.build import build_folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100,1000,5000", help="numbers of stakeholders")
    sizes = [int(text) for text in parser.parse_args().sizes.split(",")]
    print("| stakeholders | partnerships | works on | check | open | load | read | analyse | draw | whole (s) |")
    print("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for size in sizes:
        with tempfile.TemporaryDirectory() as scratch:
            folder = write_case(Path(scratch) / "case", size, 3 * size, max(10, size // 30), 3 * size)
            made = build_folder(folder, out=Path(scratch) / "out")
        steps = " | ".join(f"{made.seconds[name]:.2f}" for name in ("check", "open", "load", "read", "analyse", "draw"))
        print(f"| {size:,} | {3 * size:,} | {3 * size:,} | {steps} | {sum(made.seconds.values()):.2f} |", flush=True)


if __name__ == "__main__":
    main()

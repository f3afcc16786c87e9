"""What the benches share: seeded cases of any size, the peak of memory, and a browser."""

from __future__ import annotations

import csv
import os
import random
import resource
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in which the system counts the peak."""
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SECTORS = ("government", "academia", "business", "community", "media")


def peak_mb() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / 1e6


def chromium(playwright: Playwright) -> Browser:
    """The machine's own, or the one that CHROMIUM names."""
    return playwright.chromium.launch(
        executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=FLAGS
    )


def write_case(folder: Path, stakeholders: int, partnerships: int, problems: int, works_on: int, seed: int = 1) -> Path:
    """A folder with so many stakeholders, partnerships (preferential), problems and WORKS_ON ties."""
    draw = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    _write(
        folder / "stakeholders.csv",
        ("id", "name", "sector", "boundary"),
        ((f"S{i}", f"Lembaga {i}", SECTORS[i % 5], "internal" if i % 3 else "external") for i in range(stakeholders)),
    )
    _write(
        folder / "problems.csv",
        ("id", "name", "severity"),
        ((f"P{i}", f"Masalah {i}", 1 + i % 5) for i in range(problems)),
    )
    _write(
        folder / "partnerships.csv",
        ("source", "target", "kind", "weight"),
        ((f"S{a}", f"S{b}", "joint activity", 1 + (a + b) % 3) for a, b in _pairs(draw, stakeholders, partnerships)),
    )
    _write(
        folder / "links.csv",
        ("source", "source_kind", "relation", "target", "target_kind"),
        (
            (f"S{s}", "stakeholder", "WORKS_ON", f"P{p}", "problem")
            for s, p in _links(draw, stakeholders, problems, works_on)
        ),
    )
    (folder / "sysmap.toml").write_text(
        f'name = "bench-{stakeholders}"\ntitle = "Bench {stakeholders}"\nlanguage = "en"\ndate = "2026-01-01"\n'
    )
    return folder


def _write(path: Path, header, rows) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def _pairs(draw: random.Random, nodes: int, ties: int) -> list[tuple[int, int]]:
    """Distinct unordered pairs; those who have ties get more (Barabasi & Albert 1999)."""
    found: dict[tuple[int, int], None] = {}
    ends = list(range(nodes))
    while len(found) < min(ties, nodes * (nodes - 1) // 2):
        a, b = draw.randrange(nodes), draw.choice(ends)
        if a != b and (min(a, b), max(a, b)) not in found:
            found[min(a, b), max(a, b)] = None
            ends += (a, b)
    return list(found)


def _links(draw: random.Random, stakeholders: int, problems: int, count: int) -> list[tuple[int, int]]:
    found: dict[tuple[int, int], None] = {}
    while len(found) < min(count, stakeholders * problems):
        found[draw.randrange(stakeholders), min(int(draw.expovariate(6 / problems)), problems - 1)] = None
    return list(found)

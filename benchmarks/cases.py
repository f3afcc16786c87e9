"""Seeded cases of any size, written as a folder of CSVs or given as rows: the same numbers on every machine."""

from __future__ import annotations

import csv
import random
from pathlib import Path

SECTORS = ("government", "academia", "business", "community", "media")


def write_case(folder: Path, stakeholders: int, partnerships: int, problems: int, works_on: int, seed: int = 1) -> Path:
    """A folder with so many stakeholders, partnerships (preferential), problems and WORKS_ON ties."""
    draw = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "stakeholders.csv", ("id", "name", "sector", "boundary"),
           ((f"S{i}", f"Lembaga {i}", SECTORS[i % 5], "internal" if i % 3 else "external") for i in range(stakeholders)))
    _write(folder / "problems.csv", ("id", "name", "severity"), ((f"P{i}", f"Masalah {i}", 1 + i % 5) for i in range(problems)))
    _write(folder / "partnerships.csv", ("source", "target", "kind", "weight"),
           ((f"S{a}", f"S{b}", "joint activity", 1 + (a + b) % 3) for a, b in _pairs(draw, stakeholders, partnerships)))
    _write(folder / "links.csv", ("source", "source_kind", "relation", "target", "target_kind"),
           ((f"S{s}", "stakeholder", "WORKS_ON", f"P{p}", "problem") for s, p in _links(draw, stakeholders, problems, works_on)))
    (folder / "sysmap.toml").write_text(f'name = "bench-{stakeholders}"\ntitle = "Bench {stakeholders}"\nlanguage = "en"\ndate = "2026-01-01"\n')
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

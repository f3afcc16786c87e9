"""A real Neo4j for every test that wants one. It is never skipped: no server, no green."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sysmap.stores import local_neo4j


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

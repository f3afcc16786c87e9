"""networkx finds a backend by its entry point: without an installed sysmap there is nothing to test here."""

from __future__ import annotations

import networkx as nx
import pytest

collect_ignore_glob = [] if "sysmap" in nx.utils.backends.backends else ["test_*"]


@pytest.fixture(autouse=True)
def no_warning_of_the_cache():
    """networkx warns at each use of a cached conversion; test_cache.py shows that here it cannot be out of date."""
    with nx.config(warnings_to_ignore={"cache"}):
        yield

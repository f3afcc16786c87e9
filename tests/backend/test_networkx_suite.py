"""networkx's own tests, run through the backend, and how many of its calls really come here."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

pytestmark = pytest.mark.whole

PARTS = [
    *(
        f"algorithms.{part}"
        for part in (
            "bipartite",
            "centrality",
            "community",
            "components",
            "link_analysis",
            "tests.test_structuralholes",
            "tests.test_cluster",
            "tests.test_core",
            "tests.test_bridges",
            "tests.test_efficiency",
        )
    ),
    "tests.test_convert_numpy",
    "tests.test_convert_pandas",
    "tests.test_convert_scipy",
    "tests.test_relabel",
]
COUNTER = """
import logging
from collections import Counter

CALLS = Counter()

class Count(logging.Handler):
    def emit(self, record):
        if record.msg.startswith("Using backend"):
            CALLS[record.args[1]] += 1

def pytest_configure(config):
    logger = logging.getLogger("networkx.utils.backends")
    logger.setLevel(logging.DEBUG)
    logger.addHandler(Count())
    logger.propagate = False

def pytest_terminal_summary(terminalreporter):
    terminalreporter.write_line(f"reached: {sum(CALLS.values())} {dict(CALLS)}")
"""


def test_networkx_s_own_tests_pass(tmp_path):
    (tmp_path / "count_calls.py").write_text(COUNTER, encoding="utf-8")
    environment = os.environ | {
        "NETWORKX_TEST_BACKEND": "sysmap",
        "NETWORKX_FALLBACK_TO_NX": "True",
        "PYTHONPATH": str(tmp_path),
    }
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "count_calls",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:randomly",
        "--pyargs",
        *(f"networkx.{part}" for part in PARTS),
    ]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=tmp_path, env=environment, timeout=300
    )
    assert done.returncode == 0, done.stdout[-3000:]
    passed = int(re.search(r"(\d+) passed", done.stdout)[1])
    reached = int(re.search(r"reached: (\d+)", done.stdout)[1])
    assert passed > 500, "networkx's tests were not found"
    assert reached > 200, "the tests passed, but without us"

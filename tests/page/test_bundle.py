"""The bundle of the page's scripts is what its sources give.

This needs Node; without it the test fails, for then nobody knows.
"""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_committed_bundle_is_fresh():
    assert shutil.which("npm"), "install nodejs and npm: the bundle is compared with its sources"
    run = subprocess.run([ROOT / "scripts/page", "fresh"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr

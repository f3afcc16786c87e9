"""The built wheel stands alone.

It installs, has the queries and the sample in it, and does the main job from any folder.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from sysmap.resources import DISTRIBUTION

ROOT = Path(__file__).resolve().parents[1]


def run(*words: object, cwd: Path) -> str:
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "SYSMAP_DB")}
    found = subprocess.run([*map(str, words)], cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
    return found.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    here = (
        ["--no-isolation"] if importlib.util.find_spec("hatchling") else []
    )  # else in an environment of its own, slower
    run(sys.executable, "-m", "build", "--wheel", *here, "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with nothing in it but the wheel.

    The dependencies are seen through a path file, not fetched again.
    """
    folder = tmp_path_factory.mktemp("venv")
    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv", cwd=folder)
    interpreter = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        interpreter,
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=folder,
    )
    site = run(interpreter, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    (Path(site) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return interpreter


def test_all_that_is_shipped_is_in_it(wheel: Path) -> None:
    inside = {name.removeprefix("sysmap/") for name in zipfile.ZipFile(wheel).namelist()}
    for folder in ("cypher", "datasets"):
        files = {
            f"shipped/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / folder).rglob("*") if path.is_file()
        }
        assert files <= inside, files - inside
    source = {
        path.relative_to(ROOT / "src/sysmap").as_posix()
        for path in (ROOT / "src/sysmap").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    scripts = {name for name in source if name.endswith((".js", ".d.ts"))}
    assert {name for name in source - scripts if not name.endswith(".po")} <= inside, source - inside
    assert scripts & inside == {"page/assets/page.js"}  # of the page's scripts only the bundle


def test_catalogues_are_in_it_compiled_and_their_sources_are_not(wheel: Path) -> None:
    sources = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src/sysmap/locale").rglob("*.po")}
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if "/locale/" in name}
    assert sources
    assert inside == {name.removesuffix(".po") + ".mo" for name in sources}


def test_it_speaks_every_language_there_is(python: Path, tmp_path: Path) -> None:
    said = run(
        python,
        "-c",
        "from sysmap.messages import Message, languages; print(languages(), Message('warning').render('id'))",
        cwd=tmp_path,
    )
    assert said.strip() == "('en', 'id') peringatan"


def test_no_test_nor_tool_is_in_it(wheel: Path) -> None:
    inside = {name.split("/")[0].removesuffix(".dist-info").split("-")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert inside == {"sysmap", DISTRIBUTION.replace("-", "_")}


def test_it_is_this_wheel_that_runs(python: Path, tmp_path: Path) -> None:
    where = run(python, "-c", "import sysmap; print(sysmap.__file__)", cwd=tmp_path)
    assert where.startswith(str(python.parents[1]))


def test_it_does_the_main_job_from_another_folder(python: Path, tmp_path: Path) -> None:
    run(python, "-m", "sysmap", "new", "mine", "--sample", cwd=tmp_path)
    told = run(python, "-m", "sysmap", "build", "mine", "--out", "made", cwd=tmp_path)
    assert "map.html" in told
    assert (tmp_path / "made/map.html").stat().st_size > 10_000
    rows = run(
        python, "-m", "sysmap", "query", "orphan-problems", "--db", "made/graph", "--format", "csv", cwd=tmp_path
    )
    assert rows.startswith("problem_id,problem,")

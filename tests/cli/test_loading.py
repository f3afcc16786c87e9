"""check and load: every fault at once; the plan shown; guards."""

from __future__ import annotations

import json
import shutil
from pathlib import Path


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def test_check_lists_every_fault_of_every_file(run, tmp_path: Path) -> None:
    folder = write(
        tmp_path / "bad", stakeholders="id,name,power\nA,Dinas,9\nB,Desa,x\n", partnerships="source,target\nA,Z\n"
    )
    answer = run("check", folder)
    assert answer.exit_code == 3
    for place in ("stakeholders.csv:2:3:", "stakeholders.csv:3:3:", "partnerships.csv:2:2:"):
        assert place in answer.output


def test_check_as_json_is_one_object(run, tmp_path: Path) -> None:
    folder = write(tmp_path / "bad", stakeholders="id,name,power\nA,Dinas,9\n")
    answer = run("check", folder, "--format", "json")
    assert answer.exit_code == 0
    (fault,) = json.loads(answer.output)["faults"]
    assert (fault["file"], fault["line"], fault["column"], fault["level"]) == ("stakeholders.csv", 2, 3, "warning")


def test_strict_makes_warnings_faults(run, tmp_path: Path) -> None:
    folder = write(tmp_path / "odd", stakeholders="id,name,sector\nA,Dinas,GOVERMENT\n")
    assert run("check", folder).exit_code == 0
    strict = run("check", folder, "--strict", "--lang", "en")
    assert strict.exit_code == 3
    assert "government" in strict.output


def test_a_fault_loads_nothing(run, tmp_path: Path) -> None:
    folder = write(tmp_path / "bad", stakeholders="id,name,power\nA,Dinas,1\nA,Dinas,2\n")
    assert run("build", folder).exit_code == 3
    assert not (tmp_path / "sysmap-out").exists()


def test_dry_run_writes_nothing(run, tiny: Path) -> None:
    answer = run("load", tiny, "--dry-run", "-v")
    assert answer.exit_code == 0, answer.output
    assert "+ stakeholder:A" in answer.output
    assert "9 to add" in answer.output
    again = run("load", tiny)
    assert "added, 0 changed, 0 removed, 0 unchanged" in again.output


def test_a_mass_removal_stops_until_it_is_allowed(run, tiny: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tiny"
    shutil.copytree(tiny, folder)
    assert run("load", folder).exit_code == 0
    lines = (folder / "partnerships.csv").read_text().splitlines()
    (folder / "partnerships.csv").write_text(lines[0] + "\n")
    problems = (folder / "problems.csv").read_text().splitlines()
    (folder / "stakeholders.csv").write_text((folder / "stakeholders.csv").read_text().splitlines()[0] + "\n")
    assert problems
    for name in ("links.csv",):
        (folder / name).unlink(missing_ok=True)
    stopped = run("load", folder)
    assert stopped.exit_code == 5, stopped.output
    assert "--allow-removals" in stopped.output
    assert run("load", folder, "--allow-removals").exit_code == 0
    assert "0 added, 0 changed, 0 removed" in run("load", folder).output

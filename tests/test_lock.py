"""The lock of the test environment fits pyproject.toml, and says nothing of the machine it was made on."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from sysmap.resources import DISTRIBUTION

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements" / "test.lock").read_text(encoding="utf-8")
PINS = [Requirement(line.rstrip(" \\")) for line in LOCK.splitlines() if re.match("[a-z]", line)]
PYTHONS = ("3.11.2", "3.12.1", "3.13.0", "3.14.0")


def wanted(extra: str = "test") -> list[Requirement]:
    """What sysmap and one of its extras require directly; an extra that names others is followed."""
    found = [Requirement(text) for text in PROJECT["optional-dependencies"][extra]]
    own = [inner for one in found if one.name == DISTRIBUTION for inner in sorted(one.extras)]
    return [one for one in found if one.name != DISTRIBUTION] + [one for inner in own for one in wanted(inner)]


def applies(requirement: Requirement, python: str) -> bool:
    machine = {
        "python_version": python.rpartition(".")[0],
        "python_full_version": python,
        "sys_platform": "linux",
        "platform_machine": "x86_64",
    }
    return requirement.marker is None or requirement.marker.evaluate(machine)


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("requirement", [*map(Requirement, PROJECT["dependencies"]), *wanted()], ids=str)
def test_what_the_project_requires_is_locked(requirement: Requirement, python: str) -> None:
    pins = [pin for pin in PINS if pin.name == requirement.name and applies(pin, python)]
    assert len(pins) == 1, "run scripts/lock"
    version = str(pins[0].specifier).removeprefix("==")
    assert requirement.specifier.contains(version, prereleases=True), "run scripts/lock"


def test_every_pin_is_exact_and_has_a_hash() -> None:
    entries = re.findall(r"^[a-z].*(?:\n    .*)*", LOCK, re.MULTILINE)
    assert len(entries) == len(PINS)
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==\S+", entry)
        assert re.search("--hash=sha256:[0-9a-f]{64}", entry), entry


def test_no_address_and_no_path_stands_in_it() -> None:
    assert not re.search(r"://|--index|--find-links|(^|\s)/", LOCK)

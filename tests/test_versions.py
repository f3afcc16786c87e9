"""The version is one: pyproject.toml, the changelog and what is cited agree."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VERSIONS = re.findall(
    r"^## (\d+\.\d+\.\d+) (?:\((unreleased)\)|- (\d{4}-\d{2}-\d{2}))$",
    (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)
"""Version, whether it is not released yet, else its day; newest first."""
CHANGES = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_newest_version_of_the_changelog_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert VERSIONS[0][0] == project["version"]


def test_versions_and_days_go_down_and_only_the_newest_may_be_unreleased() -> None:
    numbers = [tuple(map(int, version.split("."))) for version, _, _ in VERSIONS]
    days = [date.fromisoformat(day) for _, _, day in VERSIONS if day]
    assert numbers == sorted(numbers, reverse=True)
    assert days == sorted(days, reverse=True)
    assert len(days) >= len(VERSIONS) - 1


def test_headings_are_those_of_keep_a_changelog() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^## ", text, re.MULTILINE)) == len(VERSIONS)
    assert set(re.findall(r"^### (.*)$", text, re.MULTILINE)) <= CHANGES


def test_the_newest_release_is_what_is_cited() -> None:
    version, _, day = next(release for release in VERSIONS if release[2])
    cited = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {version}\n" in cited
    assert f'\ndate-released: "{day}"\n' in cited

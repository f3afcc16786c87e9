"""A dataset from texts: what every test of the tables needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sysmap.tables.folder import examine_folder
from sysmap.tables.rows import Dataset
from sysmap.vocabulary import VOCABULARY


@pytest.fixture
def examine(tmp_path: Path) -> Callable[..., Dataset]:
    def examined(strict: bool = False, **files: str | bytes) -> Dataset:
        for stem, content in files.items():
            name = "sysmap.toml" if stem == "toml" else f"{stem}.csv"
            (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return examine_folder(tmp_path, VOCABULARY, strict=strict)
    return examined

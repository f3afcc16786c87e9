"""Datasets that come with sysmap, read once."""

from __future__ import annotations

import pytest

from sysmap.resources import shipped
from sysmap.tables.folder import read_folder
from sysmap.tables.rows import Dataset
from sysmap.vocabulary import VOCABULARY


@pytest.fixture(scope="session")
def tiny() -> Dataset:
    return read_folder(shipped("datasets") / "tiny", VOCABULARY)

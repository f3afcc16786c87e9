"""A format is one file that registers itself; files are recognised by what they hold.

Our own tables come back as the same map.
"""

from pathlib import Path

import pytest

import sysmap.exchange  # noqa: F401  registers the formats
from sysmap.exchange.port import EXPORTERS, exporter, importer, recognise
from sysmap.messages import UserText
from sysmap.resources import shipped
from sysmap.tables.folder import read_folder
from sysmap.vocabulary import VOCABULARY

TITLE = UserText({"en": "A toy", "id": "Mainan"})


@pytest.fixture
def formats(monkeypatch):
    """Registries that a test may add to."""
    monkeypatch.setattr("sysmap.exchange.port.IMPORTERS", {})
    monkeypatch.setattr("sysmap.exchange.port.EXPORTERS", {})


@pytest.mark.usefixtures("formats")
def test_a_file_is_known_by_what_it_holds():
    importer("toy", TITLE, order=20, sniff=lambda head: "begins with TOY" if head.startswith(b"TOY") else "")(
        lambda _data, _notes: {}
    )
    importer("star", TITLE, order=10, sniff=lambda head: "holds a star" if b"*" in head else "")(
        lambda _data, _notes: {}
    )
    assert [(one.name, why) for one, why in recognise(b"TOY *")] == [
        ("star", "holds a star"),
        ("toy", "begins with TOY"),
    ]
    assert list(recognise(b"toy")) == []
    # What stands deep in a large file is not looked for.
    assert list(recognise(b" " * 70_000 + b"*")) == []


@pytest.mark.usefixtures("formats")
def test_a_format_is_declared_once():
    exporter("toy", TITLE, order=10)(lambda _dataset: {})
    with pytest.raises(ValueError, match="twice"):
        exporter("toy", TITLE, order=20)(lambda _dataset: {})


def test_our_tables_come_back_as_the_same_map(tmp_path: Path):
    before = read_folder(shipped("datasets") / "gunungkidul", VOCABULARY)
    for name, content in EXPORTERS["tables"].write(before).items():
        (tmp_path / name).write_bytes(content)
    after = read_folder(tmp_path, VOCABULARY, map_name=before.config.name)
    # Columns that name other things have become rows of links.csv; every node and tie is there again.
    assert (after.nodes, after.ties, after.config, set(after.files)) == (
        before.nodes,
        before.ties,
        before.config,
        set(before.files),
    )

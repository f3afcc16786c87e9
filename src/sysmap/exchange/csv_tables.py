"""Our own tables: a folder of CSV files that `sysmap build` reads back as the same map."""

from __future__ import annotations

from sysmap.exchange.port import Files, exporter
from sysmap.messages import Message
from sysmap.tables.rows import Dataset
from sysmap.tables.writing import dataset_files

__all__ = ["write_tables"]


@exporter("tables", Message("Tables (CSV), a folder that sysmap reads"), order=10)
def write_tables(dataset: Dataset) -> Files:
    """One file for each table that the map has, and its sysmap.toml."""
    files = dataset_files(
        dataset.nodes, dataset.ties, dataset.vocabulary, config_text=dataset.config.text, files=dataset.files
    )
    return {name: text.encode("utf-8") for name, text in files.items()}

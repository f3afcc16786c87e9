"""A folder of CSV files, read and checked: rows that are right, and every fault with file, line, column and remedy."""

from sysmap.tables.config import parse_config
from sysmap.tables.edges import Edges, read_edges
from sysmap.tables.folder import examine_folder, known_files, read_folder
from sysmap.tables.records import Dataset, MapConfig, NodeRow, TieRow, Value
from sysmap.tables.settings import Settings
from sysmap.tables.templates import session_templates, templates
from sysmap.tables.writing import csv_text, dataset_files, write_folder

__all__ = [
    "Dataset",
    "Edges",
    "MapConfig",
    "NodeRow",
    "Settings",
    "TieRow",
    "Value",
    "csv_text",
    "dataset_files",
    "examine_folder",
    "known_files",
    "parse_config",
    "read_edges",
    "read_folder",
    "session_templates",
    "templates",
    "write_folder",
]

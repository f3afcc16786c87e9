"""A folder of CSV files, read and checked: rows that are right, and every fault with file, line, column and remedy."""

from sysmap.tables.config import parse_config
from sysmap.tables.folder import examine_folder, read_folder
from sysmap.tables.records import Dataset, MapConfig, NodeRow, TieRow, Value

__all__ = ["Dataset", "MapConfig", "NodeRow", "TieRow", "Value", "examine_folder", "parse_config", "read_folder"]

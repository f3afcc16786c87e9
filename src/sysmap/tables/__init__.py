"""A folder of CSV files, read and checked: rows that are right, and every fault with file, line, column and remedy."""

from sysmap.tables.records import Dataset, MapConfig, NodeRow, TieRow, Value

__all__ = ["Dataset", "MapConfig", "NodeRow", "TieRow", "Value"]

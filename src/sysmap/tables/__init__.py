"""A folder of CSV files, read and checked: rows that are right, and every fault with file, line, column and remedy."""

__all__: list[str] = []

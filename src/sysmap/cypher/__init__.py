"""Cypher: the statements of the stores, the checks that a query only reads and is portable, and the queries that come with sysmap."""

__all__: list[str] = []

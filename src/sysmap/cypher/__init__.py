"""Cypher: the stores' statements, the checks that a query only reads and is portable, and sysmap's own queries."""

__all__: list[str] = []
